"""Surplus, maintenance, or a deficit that was asked for: how large, and its limits."""

from collections.abc import Mapping, Sequence

from fuelcalc.science.numeric import N, at_least, clip, least, most, ramp, smoothstep
from fuelcalc.science.sources import KCAL_J, SOURCES, explains

EXPERIENCE_FACTOR: Mapping[str, float] = {"novice": 1.25, "intermediate": 1.0, "advanced": 0.6}
SEASON_FACTOR: Mapping[str, float] = {
    "off-season": 1.0,
    "base": 0.9,
    "5k-10k": 0.7,
    "half": 0.4,
    "recovery": 0.3,
    "marathon": 0.0,
    "taper": 0.0,
    "race-week": 0.0,
    "injured": 0.0,
}
# More than that builds fat (Slater 2019, Iraki 2019); how much is needed nobody knows.
MOST_SURPLUS_KCAL = 500.0
MOST_SURPLUS_KCAL_PER_KG = 5.0
# At about 500 kcal lifters gained no lean mass any more (Murphy & Koehler 2022).
MOST_DEFICIT_KCAL = 500.0
MOST_DEFICIT_SHARE = 0.20
# At 0.7 % a week athletes who lifted gained lean mass, at 1.4 % they did not (Garthe 2011,
# doi:10.1123/ijsnem.21.2.97).
MOST_LOSS_SHARE_PER_WEEK = 0.007
LOSS_KCAL_PER_KG = 7700.0
"""What a kilogram is taken to hold where a deficit is limited."""
# Hall 2011: 39.5 and 7.6 MJ a kg of fat and of lean tissue, and Forbes' constant, 10.4 kg of fat
# times the ratio of the two.
_KJ_PER_KCAL = KCAL_J / 1000.0
_FAT_KCAL_PER_KG, _LEAN_KCAL_PER_KG = 39_500.0 / _KJ_PER_KCAL, 7_600.0 / _KJ_PER_KCAL
FORBES_KG = 10.4 * 7.6 / 39.5
MAINTENANCE_SHARE = 0.02
"""A balance within 2 % of expenditure is called maintenance."""


def mileage_factor(*, weekly_km: N) -> N:
    """
    How much of a surplus still builds muscle at that mileage: 1 up to 40 km, 0 from 80 km.

    Source: estimate, doi:10.3389/fnut.2019.00131.

    >>> mileage_factor(weekly_km=60.0)
    0.5
    """
    # Who runs much gains little by lifting, whatever is eaten; an estimate.
    return 1.0 - smoothstep(weekly_km, 40.0, 80.0)


def surplus_kcal(
    *,
    weekly_mean_kcal: N,
    mass_kg: N,
    experience_factor: N,
    season_factor: N,
    mileage: N,
) -> N:
    """
    The daily surplus that building muscle asks for.

    Args:
        weekly_mean_kcal: Mean daily expenditure over the week.
        mass_kg: Body mass.
        experience_factor: From `EXPERIENCE_FACTOR`.
        season_factor: From `SEASON_FACTOR`.
        mileage: From `mileage_factor`.

    Returns:
        Surplus in kcal per day, at most 500 and 5 per kg.

    Source: estimate, from Slater 2019, doi:10.3389/fnut.2019.00131, and Iraki 2019.

    >>> surplus_kcal(weekly_mean_kcal=3000.0, mass_kg=62.0, experience_factor=1.0,
    ...     season_factor=0.9, mileage=1.0)
    270.0
    """
    wanted = 0.10 * weekly_mean_kcal * experience_factor * season_factor * mileage
    return least(least(wanted, MOST_SURPLUS_KCAL), MOST_SURPLUS_KCAL_PER_KG * mass_kg)


def tissue_kcal_per_kg(*, fat_kg: N) -> N:
    """
    The energy of a kilogram gained or lost: the leaner the body, the more of it is lean.

    Forbes' share of the energy that goes to lean tissue is 2.00 kg over 2.00 kg plus fat mass,
    with Hall's 1,816 and 9,441 kcal a kg of lean tissue and fat. For small changes over about
    four weeks; over months the body answers and a kilogram takes more.

    Args:
        fat_kg: Fat mass.

    Returns:
        Energy in kcal per kg of body mass.

    Source: Hall et al. 2011, doi:10.1016/S0140-6736(11)60812-X, after Forbes 1987.

    >>> round(tissue_kcal_per_kg(fat_kg=15.0))
    6319
    """
    lean_share = FORBES_KG / (FORBES_KG + fat_kg)
    return 1.0 / (lean_share / _LEAN_KCAL_PER_KG + (1.0 - lean_share) / _FAT_KCAL_PER_KG)


@explains(
    expected_kg_per_week=(
        "7 x balance / tissue energy by fat mass, the range from the error of expenditure",
        SOURCES["tissue"],
    ),
)
def expected_kg_per_week(*, balance_kcal: N, tissue_kcal_per_kg: N) -> N:
    """
    The change of body mass that a balance is expected to bring, in kg a week.

    Source: estimate, from `tissue_kcal_per_kg`.

    >>> expected_kg_per_week(balance_kcal=300.0, tissue_kcal_per_kg=6000.0)
    0.35
    """
    return 7.0 * balance_kcal / tissue_kcal_per_kg


def largest_deficit_kcal(*, expenditure_kcal: N, safe_kcal: N, mass_kg: N) -> N:
    """
    The largest deficit that may be asked for, in kcal per day; below 0 when none may.

    The smallest of 500 kcal, 20 % of expenditure, 0.7 % of mass a week, and what is left
    above safe intake.

    Source: estimate, from Garthe 2011, doi:10.1123/ijsnem.21.2.97, and Murphy & Koehler 2022.

    >>> largest_deficit_kcal(expenditure_kcal=3000.0, safe_kcal=2600.0, mass_kg=62.0)
    400.0
    """
    by_mass = MOST_LOSS_SHARE_PER_WEEK * mass_kg * LOSS_KCAL_PER_KG / 7.0
    by_share = MOST_DEFICIT_SHARE * expenditure_kcal
    # The narrowest of all limits decides, and below the safe intake there is no deficit at all.
    return least(least(least(by_share, MOST_DEFICIT_KCAL), by_mass), expenditure_kcal - safe_kcal)


def deficit_share(*, longest_min: N, loading: N) -> N:
    """
    How much of a deficit asked for a day may carry: 1 up to 75 min of training, 0 from 90 on.

    Args:
        longest_min: Length of the day's longest session.
        loading: Share of carbohydrate loading, 0 to 1; a quarter leaves no deficit.

    Source: estimate, from Murphy & Koehler 2022, doi:10.1111/sms.14075.

    >>> deficit_share(longest_min=82.5, loading=0.0)
    0.5
    """
    # Fuel for a key session is never what a deficit is taken from.
    return (1.0 - ramp(longest_min, 75.0, 90.0)) * (1.0 - ramp(loading, 0.0, 0.25))


@explains(
    shared_kcal=("the week's energy shared evenly, no day under its floor", SOURCES["smooth"]),
)
def level_kcal(*, total_kcal: N, floors_kcal: Sequence[N]) -> N:
    """
    What each day eats where a week's energy is shared evenly and no day may eat less than its own.

    Args:
        total_kcal: The energy of all days.
        floors_kcal: The least that each day may eat.

    Returns:
        The level: each day eats it, or its floor where that is more, and the days add up to the
        total. Where the floors add up to more than that, the lowest of them.

    Source: estimate; the floors are each day's safe intake.

    >>> level_kcal(total_kcal=6000.0, floors_kcal=[1500.0, 3000.0, 1600.0])
    1500.0
    """
    level = total_kcal / len(floors_kcal)
    lowest = floors_kcal[0]
    # Each step leaves out the days whose floor is above the level; after one a day none is left.
    for _ in floors_kcal:
        left, days = total_kcal, 0.0 * total_kcal
        for floor in floors_kcal:
            is_below = at_least(level - floor, 0.0)
            left = left - (1.0 - is_below) * floor
            days = days + is_below
        level = at_least(days, 1.0) * left / most(days, 1.0 + 0.0 * days)
    for floor in floors_kcal:
        lowest = least(lowest, floor)
    return most(level, lowest)


# The most that one day repays of what earlier days left uneaten; an estimate.
_REPAID_KCAL_PER_KG = 15.0


@explains(
    repaid_kcal=("what earlier days left, up to 15 kcal/kg", SOURCES["behind"]),
)
def repaid_kcal(*, owed_kcal: N, mass_kg: N) -> N:
    """
    What a day repays of what the days before it left uneaten, in kcal.

    Args:
        owed_kcal: What is still owed.
        mass_kg: Body mass.

    Source: estimate: race and ultra days are judged over four days, not one.

    >>> repaid_kcal(owed_kcal=2000.0, mass_kg=60.0)
    900.0
    """
    return clip(owed_kcal, 0.0, _REPAID_KCAL_PER_KG * mass_kg)

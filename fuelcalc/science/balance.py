"""Surplus, maintenance, or a deficit that was asked for: how large, and its limits."""

from collections.abc import Mapping

from fuelcalc.science.numeric import N, least, smoothstep

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
}
MOST_SURPLUS_KCAL = 500.0
MOST_SURPLUS_KCAL_PER_KG = 5.0
MOST_DEFICIT_KCAL = 500.0
MOST_DEFICIT_SHARE = 0.20
MOST_LOSS_SHARE_PER_WEEK = 0.007
GAIN_KCAL_PER_KG = 7000.0
LOSS_KCAL_PER_KG = 7700.0
MAINTENANCE_SHARE = 0.02
"""A balance within 2 % of expenditure is called maintenance."""


def mileage_factor(*, weekly_km: N) -> N:
    """
    How much of a surplus still builds muscle at that mileage: 1 up to 40 km, 0 from 80 km.

    Source: estimate, doi:10.3389/fnut.2019.00131.

    >>> mileage_factor(weekly_km=60.0)
    0.5
    """
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


def gain_kg_per_week(*, surplus_kcal: N) -> N:
    """
    The mass that a surplus is expected to add, give or take 30 %.

    Source: estimate, 7,000 kcal a kg gained.

    >>> gain_kg_per_week(surplus_kcal=250.0)
    0.25
    """
    return 7.0 * surplus_kcal / GAIN_KCAL_PER_KG


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
    return least(least(least(by_share, MOST_DEFICIT_KCAL), by_mass), expenditure_kcal - safe_kcal)

"""Caffeine for a hard session: how much, when, and how much the coming night leaves of it."""

from fuelcalc.science.numeric import N, at_least, interpolate, least, most
from fuelcalc.science.sources import SOURCES, explains

BEFORE_MIN = 60.0
"""How long before the start it is taken."""

ON_THE_WAY_SHARE = (0.6, 0.65, 0.7)
"""Where in a long race the second part is taken: from, best, and until."""

# The low end of what studies gave (3 to 6 mg/kg), within what is safe at once.
_MG_PER_KG, _MOST_AT_ONCE_MG = 3.0, 200.0
# In races of more than two hours a third of it comes on the way.
_SPLIT_FROM_MIN, _LATER_MG_PER_KG = 120.0, 1.0
# 100 mg cost no sleep from 9 h before bed on, 200 mg from 13 h (Gardiner 2023).
_HOURS_TO_BED, _MOST_MG = (9.0, 13.0), (100.0, 200.0)
CLEAR_H = _HOURS_TO_BED[0]
"""Nearer to bed than that there is none."""


@explains(
    caffeine_mg=(
        "3 mg/kg less what follows on the way, at most 200 mg and what the night leaves",
        SOURCES["caffeine"],
    ),
)
def caffeine_mg(*, mass_kg: N, hours_to_bed: N, later_mg: N | float = 0.0) -> N:
    """
    Caffeine to take before a race, tempo run or intervals, in mg; 0 too close to bed.

    3 mg/kg less what follows on the way, at most 200 mg at once; none within 9 hours of bed,
    100 mg there, 200 from 13 hours.

    Args:
        mass_kg: Body mass.
        hours_to_bed: From taking it to sleep.
        later_mg: What is taken on the way.

    Source: estimate, Guest 2021, doi:10.1186/s12970-020-00383-4, and Gardiner 2023.

    >>> caffeine_mg(mass_kg=62.0, hours_to_bed=14.0), caffeine_mg(mass_kg=62.0, hours_to_bed=9.0)
    (186.0, 100.0)
    """
    dose = least(most(_MG_PER_KG * mass_kg - later_mg, 0.0), _MOST_AT_ONCE_MG)
    return least(dose, _by_night_mg(hours_to_bed)) * at_least(hours_to_bed, CLEAR_H)


@explains(
    caffeine_mg=(
        "1 mg/kg on the way of a race of more than two hours, as a gel holds it",
        SOURCES["caffeine"],
    ),
)
def later_caffeine_mg(*, mass_kg: N, duration_min: N, hours_to_bed: N) -> N:
    """
    The part of a race's caffeine that is taken on the way, in mg.

    1 mg/kg in races of more than two hours; none within 9 hours of bed.

    Args:
        mass_kg: Body mass.
        duration_min: Length of the race.
        hours_to_bed: From taking it to sleep.

    Source: estimate, Guest 2021, doi:10.1186/s12970-020-00383-4, and Gardiner 2023.

    >>> later_caffeine_mg(mass_kg=62.0, duration_min=210.0, hours_to_bed=11.0)
    62.0
    """
    # Two hours to the minute are not yet more than two hours.
    is_long = 1.0 - at_least(-duration_min, -_SPLIT_FROM_MIN)
    dose = least(_LATER_MG_PER_KG * mass_kg, _by_night_mg(hours_to_bed))
    return dose * is_long * at_least(hours_to_bed, CLEAR_H)


def _by_night_mg(hours_to_bed: N) -> N:
    """The most that the coming night leaves of a dose."""
    return interpolate(hours_to_bed, _HOURS_TO_BED, _MOST_MG)

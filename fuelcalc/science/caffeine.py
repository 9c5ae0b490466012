"""Caffeine before a hard session: how much, and how much the coming night leaves of it."""

from fuelcalc.science.numeric import N, at_least, interpolate, least

BEFORE_MIN = 60.0
"""How long before the start it is taken."""

_MG_PER_KG, _MOST_AT_ONCE_MG = 3.0, 200.0
# 100 mg cost no sleep from 9 h before bed on, 200 mg from 13 h (Gardiner 2023).
_HOURS_TO_BED, _MOST_MG = (9.0, 13.0), (100.0, 200.0)
CLEAR_H = _HOURS_TO_BED[0]
"""Nearer to bed than that there is none."""


def caffeine_mg(*, mass_kg: N, hours_to_bed: N) -> N:
    """
    Caffeine to take before a race, tempo run or intervals, in mg; 0 too close to bed.

    3 mg/kg, at most 200 mg at once; none within 9 hours of bed, 100 mg there, 200 from 13 hours.

    Args:
        mass_kg: Body mass.
        hours_to_bed: From taking it to sleep.

    Source: estimate, Guest 2021, doi:10.1186/s12970-020-00383-4, and Gardiner 2023.

    >>> caffeine_mg(mass_kg=62.0, hours_to_bed=14.0), caffeine_mg(mass_kg=62.0, hours_to_bed=9.0)
    (186.0, 100.0)
    """
    dose = least(_MG_PER_KG * mass_kg, _MOST_AT_ONCE_MG)
    by_night = interpolate(hours_to_bed, _HOURS_TO_BED, _MOST_MG)
    return least(dose, by_night) * at_least(hours_to_bed, CLEAR_H)

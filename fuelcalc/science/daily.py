"""Daily life without training: how much moving about adds to rest, and a sanity check."""

from collections.abc import Mapping

from fuelcalc.science.numeric import N, blend, clip, interpolate, least, most, power

PAL_BY_DAILY_LIFE: Mapping[str, float] = {
    "home": 1.42,
    "desk": 1.53,
    "mixed": 1.65,
    "on-feet": 1.76,
    "manual": 1.95,
}
"""
Whole day over resting energy, without training, digestion included; estimates.

Between the days that FAO/WHO/UNU 2004 works through (1.53 in an office, 1.76 active), what Black
1996 measured of seated and standing work, and the 1.55 to 1.75 of adults without sport.
"""

# People of one description differ by so much (FAO/WHO/UNU 2004: each band by 8 to 10 %).
PAL_SD = 0.10
LIFE_WALK = 0.005
"""How far daily life drifts, a share of it per square root of a day; an estimate."""

NEW_LIFE_SD_SHARE = 0.10
"""How far a new job or another change of daily life may move it, as a share; an estimate."""

# A day at home without a step, and the most that walking alone may make of one; estimates.
_STILL_PAL, _MOST_PAL = 1.42, 2.2
DIGESTION_SHARE = 0.10
"""Digestion as a share of the day's base energy; an estimate."""


def steps_pal(*, steps: N, mass_kg: N, resting_kcal: N) -> N:
    """
    Daily life from a step count without the running steps, over resting energy.

    Source: estimate, 0.44 kcal per kg and 1,000 steps on a base of 1.42, at most 2.2.

    >>> round(steps_pal(steps=7000.0, mass_kg=62.0, resting_kcal=1500.0), 3)
    1.547
    """
    walked = 0.44 * mass_kg * steps / 1000.0 / resting_kcal
    return clip(_STILL_PAL + walked, _STILL_PAL, _MOST_PAL)


def aged_pal_sd(*, sd: N, pal: N, days: N) -> N:
    """
    How far a daily life that was learned is off some days after its log ended, as a PAL.

    It drifts as learning takes it to, at the most as far as a new daily life would move it.

    Args:
        sd: Its standard deviation on the log's last day.
        pal: What was learned.
        days: How long ago that was; before that day it counts as that day.

    Source: estimate, the drift of `adaptive.learned_shares`.

    >>> round(aged_pal_sd(sd=0.06, pal=1.5, days=84.0), 3)
    0.091
    """
    drift = least(LIFE_WALK * LIFE_WALK * most(days, 0.0), NEW_LIFE_SD_SHARE * NEW_LIFE_SD_SHARE)
    return power(sd * sd + drift * pal * pal, 0.5)


_EER_MALE = (
    (753.07, 6.50, 14.10), (581.47, 8.30, 14.94), (1004.82, 6.52, 15.91), (-517.88, 15.61, 19.11),
)  # fmt: skip
_EER_FEMALE = (
    (584.90, 5.72, 11.71), (575.77, 6.60, 12.14), (710.25, 6.54, 12.34), (511.83, 9.07, 12.56),
)  # fmt: skip
# The middles of the four classes, between which the equations are blended.
_EER_PAL = (1.265, 1.605, 1.765, 2.175)
EER_CATEGORIES = ("inactive", "low-active", "active", "very-active")


def eer_kcal_per_day(*, mass_kg: N, height_cm: N, age_y: N, male: N, category: int) -> N:
    """
    Estimated energy requirement of an adult, one of four activity categories.

    Args:
        mass_kg: Body mass.
        height_cm: Standing height.
        age_y: Age, from 19.
        male: 1.0 male, 0.0 female.
        category: Index into `EER_CATEGORIES`.

    Returns:
        Whole-day energy in kcal, activity included.

    Source: NASEM 2023, doi:10.17226/26818, Table 5-16.

    >>> round(eer_kcal_per_day(
    ...     mass_kg=70.0, height_cm=170.0, age_y=30.0, male=1.0, category=0), 2)
    2520.17
    """
    a, h, w = _EER_MALE[category]
    man = a - 10.83 * age_y + h * height_cm + w * mass_kg
    a, h, w = _EER_FEMALE[category]
    woman = a - 7.01 * age_y + h * height_cm + w * mass_kg
    return blend(woman, man, male)


def eer_at_pal_kcal_per_day(*, mass_kg: N, height_cm: N, age_y: N, male: N, pal: N) -> N:
    """
    Estimated energy requirement between the categories, at a day's own activity level.

    The categories stand at the middles of their ranges of activity level; a check on the sum
    of a day, never a target.

    Returns:
        Whole-day energy in kcal.

    Source: NASEM 2023, doi:10.17226/26818; the reading between the categories is an estimate.
    """
    result: N = 0.0 * pal
    for category in range(len(_EER_PAL)):
        ys = [0.0] * len(_EER_PAL)
        ys[category] = 1.0
        weight = interpolate(pal, _EER_PAL, ys)
        result = result + weight * eer_kcal_per_day(
            mass_kg=mass_kg, height_cm=height_cm, age_y=age_y, male=male, category=category
        )
    return result

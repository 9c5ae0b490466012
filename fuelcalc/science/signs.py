"""What age, size and body fat alone say of somebody whom a guard may concern."""

from typing import Generic, NamedTuple

from fuelcalc.science.numeric import Given, N, at_least, known_or, least, most

ADULT_FROM_AGE_Y = 18.0
_OLDER_FROM_AGE_Y = 65.0
# WHO: underweight, and severe thinness, for which eating more is itself a matter for a doctor.
_LEAN_BMI, _VERY_LOW_BMI = 18.5, 16.0
# Under this there is little to lose that the body does not need; an estimate of our own.
_NO_DEFICIT_BMI = 20.0
# Exactly on a limit is not below it, whatever the last bit of a quotient says.
_EDGE = 1e-9
# About where hormones and bone begin to suffer (IOC 2023); lower is for no plan of ours.
_LEAN_FAT_SHARE_WOMAN, _LEAN_FAT_SHARE_MAN = 0.12, 0.05
# Skinfolds and scales are off by 3 to 5 points, so a caution begins before the limit.
_NEARLY_SHARE = 0.03


class Signs(NamedTuple, Generic[N]):
    """What is so of somebody, each 1.0 or 0.0."""

    minor: N
    very_low_mass: N
    lean: N
    nearly_lean: N
    light: N
    older: N


def signs_of(*, age_y: N, mass_kg: N, height_cm: N, male: N, body_fat: Given[N]) -> Signs[N]:
    """
    Whom the limits of age, mass and body fat concern.

    What is lean or light is for adults: a growing body may well be below these limits.

    Args:
        age_y: Age on the day.
        mass_kg: Body mass.
        height_cm: Standing height.
        male: 1.0 male, 0.0 female.
        body_fat: As a share, where it was measured.

    Source: WHO's classes of mass; IOC 2023, doi:10.1136/bjsports-2023-106994; under a BMI of 20
    and in the limits of body fat an estimate.

    >>> signs = signs_of(
    ...     age_y=30.0, mass_kg=81.0, height_cm=180.0, male=0.0, body_fat=Given(0.14, 1.0))
    >>> signs.nearly_lean, signs.light
    (1.0, 0.0)
    """
    bmi = mass_kg / (height_cm / 100.0) ** 2
    adult = at_least(age_y, ADULT_FROM_AGE_Y)
    limit = male * _LEAN_FAT_SHARE_MAN + (1.0 - male) * _LEAN_FAT_SHARE_WOMAN
    fat = known_or(body_fat, 0.0 * limit + 1.0)
    lean = adult * most(1.0 - at_least(fat - limit, 0.0), 1.0 - at_least(bmi, _LEAN_BMI - _EDGE))
    nearly = 1.0 - at_least(fat - (limit + _NEARLY_SHARE), 0.0)
    return Signs(
        minor=1.0 - adult,
        very_low_mass=1.0 - at_least(bmi, _VERY_LOW_BMI - _EDGE),
        lean=lean,
        nearly_lean=least(adult * nearly, 1.0 - lean),
        light=adult * (1.0 - at_least(bmi, _NO_DEFICIT_BMI - _EDGE)),
        older=at_least(age_y, _OLDER_FROM_AGE_Y),
    )

"""What sits well before a session: the limits of a feeding by the minutes that are left."""

from typing import Generic, NamedTuple

from fuelcalc.science.numeric import N, blend, interpolate, ramp


class BeforeLimits(NamedTuple, Generic[N]):
    """What a feeding before a session may hold, by the minutes left."""

    carbohydrate_g_per_kg: N
    fat_g: N
    fibre_g: N
    protein_g: N
    fluid_ml: N


_BEFORE_MIN = (15.0, 30.0, 60.0, 90.0, 120.0, 180.0, 240.0)
_BEFORE_G_PER_KG = (0.275, 0.40, 0.75, 1.15, 1.60, 2.50, 3.25)
_BEFORE_FAT_G = (2.0, 3.0, 5.0, 8.0, 10.0, 15.0, 25.0)
_BEFORE_FIBRE_G = (1.5, 3.5, 6.0, 7.0, 9.0, 12.0, 15.0)
_BEFORE_PROTEIN_G = (3.0, 5.0, 10.0, 15.0, 20.0, 30.0, 40.0)
_BEFORE_FLUID_ML = (150.0, 200.0, 325.0, 400.0, 500.0, 500.0, 500.0)


def before_limits(*, minutes: N, mass_kg: N) -> BeforeLimits[N]:
    """
    What sits well that many minutes before a session.

    Carbohydrate is the middle of the row, fluid grows to 6 ml/kg at three hours; the rest are
    upper limits.

    Args:
        minutes: From the feeding to the start.
        mass_kg: Body mass.

    Source: estimate, from 1-4 g/kg at 1-4 h, Burke 2011, doi:10.1080/02640414.2011.585473.

    >>> before_limits(minutes=60.0, mass_kg=70.0).carbohydrate_g_per_kg
    0.75
    """
    absolute = interpolate(minutes, _BEFORE_MIN, _BEFORE_FLUID_ML)
    return BeforeLimits(
        carbohydrate_g_per_kg=interpolate(minutes, _BEFORE_MIN, _BEFORE_G_PER_KG),
        fat_g=interpolate(minutes, _BEFORE_MIN, _BEFORE_FAT_G),
        fibre_g=interpolate(minutes, _BEFORE_MIN, _BEFORE_FIBRE_G),
        protein_g=interpolate(minutes, _BEFORE_MIN, _BEFORE_PROTEIN_G),
        fluid_ml=blend(absolute, 6.0 * mass_kg, ramp(minutes, 120.0, 180.0)),
    )

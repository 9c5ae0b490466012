"""What sits well before a session: doses and ceilings of a feeding by the minutes that are left."""

from typing import Generic, NamedTuple

from fuelcalc.science.numeric import N, blend, interpolate, interpolate_each, most, ramp


class BeforeLimits(NamedTuple, Generic[N]):
    """
    What a feeding before a session may hold, by the minutes left.

    `carbohydrate_g_per_kg` is the middle of its row and `long_g_per_kg` what a long run asks for,
    three quarters of the way to the row's upper figure.
    """

    carbohydrate_g_per_kg: N
    long_g_per_kg: N
    fat_g: N
    fibre_g: N
    protein_g: N
    fluid_ml: N


class Ceilings(NamedTuple, Generic[N]):
    """The most that a feeding may hold because a session follows."""

    carbohydrate_g: N
    fat_g: N
    fibre_g: N
    protein_g: N


_BEFORE_MIN = (15.0, 30.0, 60.0, 90.0, 120.0, 180.0, 240.0)
_BEFORE_G_PER_KG = (0.275, 0.40, 0.75, 1.15, 1.60, 2.50, 3.25)
_MOST_BEFORE_G_PER_KG = (0.35, 0.50, 1.00, 1.30, 2.00, 3.00, 4.00)
# Readers and coaches find the middle of the rows thin before two hours and more (an estimate).
_LONG_PART = 0.75
_BEFORE_FAT_G = (2.0, 3.0, 5.0, 8.0, 10.0, 15.0, 25.0)
_BEFORE_FIBRE_G = (1.5, 3.5, 6.0, 7.0, 9.0, 12.0, 15.0)
_BEFORE_PROTEIN_G = (3.0, 5.0, 10.0, 15.0, 20.0, 30.0, 40.0)
_BEFORE_FLUID_ML = (150.0, 200.0, 325.0, 400.0, 500.0, 500.0, 500.0)
# The columns of fat, fibre and protein are written for 70 kg.
_COLUMN_KG = 70.0
# The rows end at four hours; before a lift an hour and a half is enough.
_ROWS_END_MIN, _ROWS_EASED_MIN = 240.0, 300.0
_LIFT_ROWS_END_MIN, _LIFT_ROWS_EASED_MIN = 90.0, 120.0
# An easy run shakes less: half as much again, for an hour and a little.
_EASY_EXTRA, _EASY_INTENSITY, _EASY_MIN = 0.5, (0.75, 0.68), (85.0, 65.0)
# From 6 MET on another activity shakes like a run.
_HARD_MET = (5.0, 6.0)
MOST_FLUID_ML_PER_KG = 10.0
"""The most to drink in all in the last four hours before a run."""
# So small a share of a row is no row.
_NO_SHARE = 1e-9


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
    carbohydrate, upper, fat, fibre, protein, fluid = interpolate_each(
        minutes,
        _BEFORE_MIN,
        _BEFORE_G_PER_KG,
        _MOST_BEFORE_G_PER_KG,
        _BEFORE_FAT_G,
        _BEFORE_FIBRE_G,
        _BEFORE_PROTEIN_G,
        _BEFORE_FLUID_ML,
    )
    return BeforeLimits(
        carbohydrate_g_per_kg=carbohydrate,
        long_g_per_kg=blend(carbohydrate, upper, _LONG_PART),
        fat_g=fat,
        fibre_g=fibre,
        protein_g=protein,
        fluid_ml=blend(fluid, 6.0 * mass_kg, ramp(minutes, 120.0, 180.0)),
    )


def strain_share(*, met: N) -> N:
    """
    How far an activity asks for an empty stomach: not at all up to 5 MET, fully from 6.

    Source: estimate.

    >>> strain_share(met=5.5)
    0.5
    """
    return ramp(met, *_HARD_MET)


def before_ceilings(
    *, minutes: N, mass_kg: N, intensity: N, duration_min: N, strain: N
) -> Ceilings[N]:
    """
    The most that a feeding may hold before a run, or another activity as hard.

    The upper figures of the table of `before_limits` up to four hours before the start; they ease
    to none by five.

    Args:
        minutes: From the end of the feeding to the start.
        mass_kg: Body mass; fat, fibre and protein are by 70 kg.
        intensity: Share of VO2max; easy below 0.68.
        duration_min: Length of the session; up to 65 min an easy one allows half as much again
            of fat, fibre and protein, falling to nothing more at 85.
        strain: From `strain_share`; 1.0 for a run.

    Source: estimate, from 1-4 g/kg at 1-4 h, Burke 2011, doi:10.1080/02640414.2011.585473.

    >>> before_ceilings(minutes=60.0, mass_kg=70.0, intensity=0.86, duration_min=60.0, strain=1.0)
    Ceilings(carbohydrate_g=70.0, fat_g=5.0, fibre_g=6.0, protein_g=10.0)
    """
    easy = ramp(intensity, *_EASY_INTENSITY) * ramp(duration_min, *_EASY_MIN)
    column = mass_kg / _COLUMN_KG * (1.0 + _EASY_EXTRA * easy)
    share = most(strain * ramp(minutes, _ROWS_EASED_MIN, _ROWS_END_MIN), _NO_SHARE)
    rows = before_limits(minutes=minutes, mass_kg=mass_kg)
    carbohydrate = interpolate(minutes, _BEFORE_MIN, _MOST_BEFORE_G_PER_KG)
    return Ceilings(
        carbohydrate_g=carbohydrate * mass_kg / share,
        fat_g=rows.fat_g * column / share,
        fibre_g=rows.fibre_g * column / share,
        protein_g=rows.protein_g * column / share,
    )


def before_lift_ceilings(*, minutes: N, mass_kg: N) -> Ceilings[N]:
    """
    The most that a feeding may hold before a lift: the rows of the last hour and a half.

    They ease to none by two hours, and never hold protein back.

    Args:
        minutes: From the end of the feeding to the start.
        mass_kg: Body mass.

    Source: estimate, as `before_ceilings`.

    >>> round(before_lift_ceilings(minutes=60.0, mass_kg=70.0).fat_g, 1)
    5.0
    """
    share = most(ramp(minutes, _LIFT_ROWS_EASED_MIN, _LIFT_ROWS_END_MIN), _NO_SHARE)
    rows = before_limits(minutes=minutes, mass_kg=mass_kg)
    carbohydrate = interpolate(minutes, _BEFORE_MIN, _MOST_BEFORE_G_PER_KG)
    return Ceilings(
        carbohydrate_g=carbohydrate * mass_kg / share,
        fat_g=rows.fat_g * mass_kg / _COLUMN_KG / share,
        fibre_g=rows.fibre_g * mass_kg / _COLUMN_KG / share,
        protein_g=0.0 * mass_kg + 1.0 / _NO_SHARE,
    )


def drink_share_before(*, minutes: N) -> N:
    """
    How far a drink counts to what is drunk in the last four hours, easing to none by five.

    Source: estimate.

    >>> drink_share_before(minutes=200.0)
    1.0
    """
    return ramp(minutes, _ROWS_EASED_MIN, _ROWS_END_MIN)

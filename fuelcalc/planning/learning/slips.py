"""What is about to be written into a log and can hardly be meant: asked about before it is."""

from collections.abc import Sequence
from statistics import median
from typing import Literal, NamedTuple

from fuelcalc.models.log import LEAST_DAY_KCAL, MOST_APART_SHARE, MOST_DAY_KCAL, LogDay
from fuelcalc.planning.learning.doubts import (
    KJ_PER_KCAL,
    LB_PER_KG,
    LEAST_TO_COMPARE,
    MOST_NEAR,
    is_times,
)


class Slip(NamedTuple):
    """
    A figure that is asked about.

    Attributes:
        name: Which of the day.
        doubt: What is odd about it: far from the usual, under the least, or over the most.
        usual: What is usual, in kg or kcal; None where that is not what tells.
        meant: The unit that may have been meant.
    """

    name: Literal["mass", "intake"]
    doubt: Literal["far", "little", "much"]
    usual: float | None = None
    meant: Literal["kg", "lb", "kJ"] | None = None


def slips_of(days: Sequence[LogDay], reading: LogDay, *, mass_kg: float | None) -> tuple[Slip, ...]:
    """
    What of a day can hardly be meant, by the days about it.

    Args:
        days: The log, oldest first; the day itself counts nothing.
        reading: What is about to be written down.
        mass_kg: What the athlete weighs, where no log says.

    >>> import datetime as dt
    >>> days = [LogDay(date=dt.date(2026, 11, day), mass_kg=71.0) for day in (22, 23)]
    >>> slips_of(days, LogDay(date=dt.date(2026, 11, 24), mass_kg=157.0), mass_kg=None)
    (Slip(name='mass', doubt='far', usual=71.0, meant='lb'),)
    """
    others = [day for day in days if day.date != reading.date]
    found = (_mass_slip(others, reading, mass_kg), _intake_slip(others, reading))
    return tuple(slip for slip in found if slip is not None)


def _mass_slip(others: Sequence[LogDay], reading: LogDay, mass_kg: float | None) -> Slip | None:
    """What is odd about a mass."""
    near = sorted(
        (abs((day.date - reading.date).days), day.mass_kg)
        for day in others
        if day.mass_kg is not None
    )[:MOST_NEAR]
    usual = median(kg for _, kg in near) if near else mass_kg
    kg = reading.mass_kg
    if kg is None or usual is None or abs(kg - usual) <= MOST_APART_SHARE * usual:
        return None
    if is_times(kg, usual, LB_PER_KG):
        return Slip("mass", "far", usual, "lb")
    return Slip("mass", "far", usual, "kg" if is_times(usual, kg, LB_PER_KG) else None)


def _intake_slip(others: Sequence[LogDay], reading: LogDay) -> Slip | None:
    """What is odd about an intake."""
    kcal = reading.intake_kcal
    if kcal is None:
        return None
    if kcal < LEAST_DAY_KCAL:
        return Slip("intake", "little")
    eaten = [day.intake_kcal for day in others if day.intake_kcal is not None]
    usual = median(eaten) if len(eaten) >= LEAST_TO_COMPARE else None
    if is_times(kcal, usual, KJ_PER_KCAL):
        return Slip("intake", "far", usual, "kJ")
    return Slip("intake", "much", None, "kJ") if kcal > MOST_DAY_KCAL else None

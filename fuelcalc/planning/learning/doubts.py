"""
What in a log can hardly be meant: left out of what is learned, and asked about.

A day that is left out is a day that nobody logged, never one of no food, and a reading that is
left out never moves a plan.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple, Protocol

from fuelcalc.models.log import LogDay, Mask
from fuelcalc.models.notes import Note
from fuelcalc.planning.words import note
from fuelcalc.units.conversion import scaled

LONGEST_GAP_DAYS: Final = 28
"""After so many days without a reading what came before says little of now."""

# Readings as far as this to both sides say what the scale shows; as many at the most.
_NEAR_DAYS, MOST_NEAR = 21, 9
LB_PER_KG, KJ_PER_KCAL = scaled(1.0, "kg", "lb"), scaled(1.0, "kcal", "kJ")
# How near to the ratio of two units a slip is; and how far a reading is from its neighbours before
# it is said that it hardly counts.
_UNIT_SHARE, _FAR_SHARE = 0.12, 0.06
# Twice the usual after a day that was not logged is likely both days; half of rest is no whole day.
_TWO_DAYS, _PART_OF_REST = 1.75, 0.5
LEAST_TO_COMPARE = 3
# The mass now is the median of so many days; by more than this off the plan's it may be another's.
_LATEST_DAYS, _APART_SHARE = 7, 0.05
# A level is the median of so many readings within so many days. Two that are further apart than a
# body moves, most of it from one reading to the next, are another scale's, or another person's.
_LEVEL_READINGS, _LEVEL_DAYS, _STEP_SHARE = 5, 14, 0.03
# Water that loading binds says nothing of tissue for so many days after.
_MASKED_AFTER: Final[dict[str | None, int]] = {"loading": 3, "illness": 0}
FIRST_DAYS: Final = 10
"""So long creatine, and another balance, change the water of a body; an estimate."""
# What is noted again within so many days is no new start.
_SAME_START_DAYS = 28


class Doubted(NamedTuple):
    """
    A log as it is learned from, with what was left out of it and has to be said.

    *part_dates* are days whose intake is taken for a part of it.
    """

    days: tuple[LogDay, ...]
    notes: tuple[Note, ...]
    part_dates: tuple[dt.date, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether something in it has to be answered first."""
        return any(one.level != "info" for one in self.notes)


def doubted(days: Sequence[LogDay], *, mass_kg: float, resting_kcal: float) -> Doubted:
    """
    Leave out of a log what can hardly be meant.

    Args:
        days: The days, oldest first.
        mass_kg: The athlete's mass, as the plan has it: what a whole log in pounds is told by.
        resting_kcal: What the athlete spends at rest: half of it is no whole day's food.
    """
    days, notes = _after_gap(days)
    masses = [day for day in days if day.mass_kg is not None]
    pounds = [day.date for day in masses if _is_pounds(day, masses, mass_kg)]
    wrong = frozenset(pounds)
    far = [day.date for day in masses if day.date not in wrong and _is_far(day, masses)]
    notes += _note("log-pounds", pounds) + _note("log-mass-far", far)
    days = _without(days, pounds, "mass_kg")
    notes += _apart(days, mass_kg) + _note("log-mass-steps", _steps(days))
    eaten = [day.intake_kcal for day in days if day.intake_kcal is not None]
    usual = median(eaten) if len(eaten) >= LEAST_TO_COMPARE else None
    kilojoules = _found(days, lambda day, _: is_times(day.intake_kcal, usual, KJ_PER_KCAL))
    days = _without(days, kilojoules, "intake_kcal")
    two = _found(days, lambda day, last: _is_two_days(day, last, usual))
    days = _without(days, two, "intake_kcal")
    low = _found(days, lambda day, _: _is_part(day, resting_kcal))
    days = _without(days, low, "intake_kcal")
    notes += _note("log-kilojoules", kilojoules) + _note("log-two-days", two)
    return Doubted(days, (*notes, *_note("log-part-days", low)), tuple(low))


def _note(code: str, dates: Sequence[dt.date]) -> tuple[Note, ...]:
    """What is said of some days, if there are any."""
    return (note(code, dates=tuple(date.isoformat() for date in dates)),) if dates else ()


class Morning(Protocol):
    """A day of a log, or of a file, by its morning."""

    @property
    def date(self) -> dt.date:
        """The day."""
        ...

    @property
    def mass_kg(self) -> float | None:
        """Its body mass, where it has one."""
        ...


def latest_kg(days: Sequence[Morning]) -> float | None:
    """What the scale shows now: the median of the week up to the last reading; None without one."""
    masses = [(day.date, day.mass_kg) for day in days if day.mass_kg is not None]
    return (
        median(kg for date, kg in masses if (masses[-1][0] - date).days < _LATEST_DAYS)
        if masses
        else None
    )


def _apart(days: Sequence[LogDay], mass_kg: float) -> tuple[Note, ...]:
    """Ask whose log it is, where it has another mass than the plan; of two readings nothing."""
    now_kg = latest_kg(days)
    n_masses = sum(day.mass_kg is not None for day in days)
    if now_kg is None or n_masses < LEAST_TO_COMPARE:
        return ()
    if abs(now_kg / mass_kg - 1.0) <= _APART_SHARE:
        return ()
    return (note("log-mass-apart", log_kg=now_kg, plan_kg=mass_kg),)


def masked_dates(days: Sequence[LogDay]) -> set[dt.date]:
    """The dates on which the scale shows water more than tissue."""
    after_each = {
        day.date + dt.timedelta(days=after)
        for day in days
        if day.mask in _MASKED_AFTER
        for after in range(_MASKED_AFTER[day.mask] + 1)
    }
    return after_each | first_dates(days, "new-balance")


def first_dates(days: Sequence[LogDay], mask: Mask) -> set[dt.date]:
    """The first days from each start of what is noted, however often it is noted again."""
    found: set[dt.date] = set()
    noted: dt.date | None = None
    for day in days:
        if day.mask == mask:
            if noted is None or (day.date - noted).days > _SAME_START_DAYS:
                found |= {day.date + dt.timedelta(days=n) for n in range(FIRST_DAYS)}
            noted = day.date
    return found


def _steps(days: Sequence[LogDay]) -> list[dt.date]:
    """The dates from which the scale shows another level, without the water of masked days."""
    masked = masked_dates(days)
    masses = [(d.date, d.mass_kg) for d in days if d.mass_kg is not None and d.date not in masked]
    found = []
    for place, ((last, last_kg), (date, kg)) in enumerate(pairwise(masses), 1):
        near = masses[max(place - _LEVEL_READINGS, 0) : place + _LEVEL_READINGS]
        before = _level_kg([kg for one, kg in near if 0 <= (last - one).days < _LEVEL_DAYS])
        after = _level_kg([kg for one, kg in near if 0 <= (one - date).days < _LEVEL_DAYS])
        if before is None or after is None:
            continue
        step = after / before - 1.0
        if abs(step) > _STEP_SHARE and (kg / last_kg - 1.0) / step > 0.5:
            found.append(date)
    return found


def _level_kg(masses_kg: Sequence[float]) -> float | None:
    """What some readings show; None where they are too few."""
    return median(masses_kg) if len(masses_kg) >= LEAST_TO_COMPARE else None


def _after_gap(days: Sequence[LogDay]) -> tuple[tuple[LogDay, ...], tuple[Note, ...]]:
    """The days since the last long gap between two mornings on the scale."""
    dates = [day.date for day in days if day.mass_kg is not None]
    for before, after in reversed(list(pairwise(dates))):
        if (after - before).days > LONGEST_GAP_DAYS:
            kept = tuple(day for day in days if day.date >= after)
            gap_days = float((after - before).days)
            return kept, (note("log-gap", gap_days=gap_days, first=after.isoformat()),)
    return tuple(days), ()


def _others_kg(day: LogDay, masses: Sequence[LogDay]) -> float | None:
    """What the scale shows about that day, by its neighbours; None where they are too few."""
    reach = dt.timedelta(days=_NEAR_DAYS)
    first = bisect_left(masses, day.date - reach, key=_date_of)
    last = bisect_right(masses, day.date + reach, key=_date_of)
    near = sorted(
        (abs((other.date - day.date).days), other.mass_kg)
        for other in masses[first:last]
        if other.date != day.date and other.mass_kg is not None
    )[:MOST_NEAR]
    return median(kg for _, kg in near) if len(near) >= LEAST_TO_COMPARE else None


def _date_of(day: LogDay) -> dt.date:
    return day.date


def is_times(value: float | None, usual: float | None, ratio: float) -> bool:
    """Whether a value is about so many times the usual."""
    if value is None or usual is None or usual <= 0.0:
        return False
    return abs(value / usual / ratio - 1.0) < _UNIT_SHARE


def _is_pounds(day: LogDay, masses: Sequence[LogDay], mass_kg: float) -> bool:
    """Whether a reading is pounds where kilograms belong: by its neighbours, and by the plan."""
    by_others = is_times(day.mass_kg, _others_kg(day, masses), LB_PER_KG)
    # The neighbours may be in pounds themselves.
    return by_others or is_times(day.mass_kg, mass_kg, LB_PER_KG)


def _is_far(day: LogDay, masses: Sequence[LogDay]) -> bool:
    """Whether a reading is so far from its neighbours that it hardly counts."""
    others = _others_kg(day, masses)
    return (
        others is not None
        and day.mass_kg is not None
        and abs(day.mass_kg / others - 1.0) > _FAR_SHARE
    )


def _is_two_days(day: LogDay, last: LogDay | None, usual: float | None) -> bool:
    """Whether a day was likely logged with the one before, which holds nothing."""
    if usual is None or day.intake_kcal is None or day.intake_kcal < _TWO_DAYS * usual:
        return False
    return last is None or last.intake_kcal is None


def _is_part(day: LogDay, resting_kcal: float) -> bool:
    """Whether so little is no whole day."""
    return day.intake_kcal is not None and day.intake_kcal < _PART_OF_REST * resting_kcal


def _found(
    days: Sequence[LogDay], is_doubtful: Callable[[LogDay, LogDay | None], bool]
) -> list[dt.date]:
    """The dates of days that are doubtful, each looked at with the day before it."""
    by_date = {day.date: day for day in days}
    yesterday = dt.timedelta(days=1)
    return [day.date for day in days if is_doubtful(day, by_date.get(day.date - yesterday))]


def _without(days: Sequence[LogDay], dates: Iterable[dt.date], name: str) -> tuple[LogDay, ...]:
    """The days with one figure taken out of some of them."""
    left_out = frozenset(dates)
    return tuple(
        day.model_copy(update={name: None}) if day.date in left_out else day for day in days
    )

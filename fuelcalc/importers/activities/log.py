"""What the readings of a day come to: one body mass, and what was eaten in all."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final

from fuelcalc.models.found import FoundDay, LogReading, Refused, RefusedReading
from fuelcalc.models.log import LEAST_DAY_KCAL, MOST_APART_SHARE, MOST_DAY_KCAL

_MORNING_ENDS: Final = dt.time(11)
_LEAST_SHARE: Final = 0.5


def log_of(readings: Iterable[LogReading]) -> tuple[tuple[FoundDay, ...], tuple[Refused, ...]]:
    """
    The readings day by day, oldest first, and those that are no evidence.

    Of several body masses in a day the first of the morning counts, else their median; one that is
    far from all others is another person's, or in another unit. A day whose food was not written
    down to its end, by its own mark or at under half of the usual, is no evidence of a deficit.

    Args:
        readings: From any files, in any order, the same perhaps twice.
    """
    by_day: dict[dt.date, list[LogReading]] = defaultdict(list)
    for each in readings:
        by_day[each.date].append(each)
    usual_kg = _median(each.mass_kg for day in by_day.values() for each in day)
    refused: list[Refused] = []
    masses = {date: _mass(day, usual_kg, refused) for date, day in by_day.items()}
    intakes = {date: _intake(day, refused) for date, day in by_day.items()}
    usual_kcal = _median(intakes.values())
    days = []
    for date in sorted(by_day):
        kcal = intakes[date]
        if kcal is not None and usual_kcal is not None and kcal < _LEAST_SHARE * usual_kcal:
            why = f"{kcal:.0f} kcal is under half of the usual: the day was not written down whole"
            refused.append(_refusal(_eaten(by_day[date]), why))
            kcal = None
        elif kcal is not None and not LEAST_DAY_KCAL <= kcal <= MOST_DAY_KCAL:
            why = f"{kcal:.0f} kcal is no day's eating, or in another unit"
            refused.append(_refusal(_eaten(by_day[date]), why))
            kcal = None
        if kcal is not None or masses[date] is not None:
            files = dict.fromkeys(each.origin.file for each in by_day[date])
            days.append(FoundDay(date, masses[date], kcal, " and ".join(files)))
    return tuple(days), tuple(refused)


def _median(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if known else None


def _refusal(day: Sequence[LogReading], why: str) -> RefusedReading:
    return RefusedReading(day[0].origin.file, day[0].date.isoformat(), why)


def _eaten(day: Sequence[LogReading]) -> list[LogReading]:
    """The readings of a day that are of eating."""
    return [each for each in day if each.intake_kcal is not None]


def _mass(
    day: Sequence[LogReading], usual_kg: float | None, refused: list[Refused]
) -> float | None:
    """The body mass of a day."""
    known: dict[tuple[dt.time | None, float], None] = {}
    for each in day:
        if each.mass_kg is None or usual_kg is None:
            continue
        if abs(each.mass_kg - usual_kg) > MOST_APART_SHARE * usual_kg:
            why = f"{each.mass_kg:.1f} kg is far from the usual {usual_kg:.1f} kg"
            refused.append(RefusedReading(each.origin.file, each.date.isoformat(), why))
        else:
            known[each.clock, each.mass_kg] = None
    morning = sorted((clock, kg) for clock, kg in known if clock and clock < _MORNING_ENDS)
    return morning[0][1] if morning else _median(kg for _, kg in known)


def _intake(day: Sequence[LogReading], refused: list[Refused]) -> float | None:
    """What was eaten on a day: the sum of a file's own parts, the largest of several files."""
    by_file: dict[str, float] = defaultdict(float)
    is_whole = True
    for each in day:
        if each.intake_kcal is not None:
            by_file[each.origin.file] += each.intake_kcal
            is_whole = is_whole and each.complete
    if not by_file:
        return None
    if not is_whole:
        refused.append(_refusal(_eaten(day), "marked as not written down whole; not counted"))
        return None
    return max(by_file.values())

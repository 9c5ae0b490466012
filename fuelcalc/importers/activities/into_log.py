"""Readings into a log: what is not there yet, and whatever stands there left alone."""

import datetime as dt
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final, NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.models.found import FoundDay, Refused, RefusedReading
from fuelcalc.models.log import MOST_APART_SHARE, Log, LogDay

# Scales show a tenth, and pounds come to hundredths.
_SAME_KG: Final = 0.05
_SHOWN: Final = 3


class MergedLog(NamedTuple):
    """
    A log with readings in it.

    Attributes:
        log: The whole log.
        changes: What changed, in sentences; empty where everything stood there already.
        refused: What was left out.
    """

    log: Log
    changes: tuple[str, ...]
    refused: tuple[Refused, ...]


def into_log(
    log: Log, days: Sequence[FoundDay], *, today: dt.date, mass_kg: float | None = None
) -> MergedLog:
    """
    Put readings into a log.

    A mass that stands there stays, and so does an intake that somebody wrote down; one that came
    out of an app before gives way to what the app says now. Today's eating is not over.

    Args:
        log: What is there.
        days: From `read_activities`.
        today: The athlete's own day.
        mass_kg: What the athlete weighs, where no log says.

    Returns:
        The log with every day of the old one; what changed; and what was left out.
    """
    refused: list[Refused] = []
    known = [day.mass_kg for day in log.days if day.mass_kg is not None]
    usual_kg = median(known) if known else mass_kg
    before = {day.date: day for day in log.days}
    after = dict(before)
    for found in days:
        if found.date > today:
            refused.append(_refusal(found, "is still to come"))
            continue
        have = before.get(found.date)
        said = {
            "mass_kg": _mass_kg(found, have, usual_kg, refused),
            "intake_kcal": _intake_kcal(found, have, today, refused),
        }
        new = {name: value for name, value in said.items() if value is not None}
        old = {} if have is None else have.model_dump()
        source = {"source": "app"} if "intake_kcal" in new else {}
        try:
            day = LogDay(**{"date": found.date, **old, **new, **source})
        except InputError as error:
            refused.append(_refusal(found, error.line))
            continue
        if new:
            after[found.date] = day
    changed = [day for date, day in sorted(after.items()) if day != before.get(date)]
    merged = Log(days=tuple(after[date] for date in sorted(after)))
    return MergedLog(merged, _changes(changed, before), _together(refused))


def _refusal(found: FoundDay, why: str) -> RefusedReading:
    """A reading that its own file has wrong, or too early."""
    return RefusedReading(found.file, found.date.isoformat(), why)


def _kept(date: dt.date, name: str) -> RefusedReading:
    """What stands in the log instead, whose name whoever opened it knows."""
    why = f"the log has another {name} of that day; it is kept"
    return RefusedReading("", date.isoformat(), why)


def _mass_kg(
    found: FoundDay, have: LogDay | None, usual_kg: float | None, refused: list[Refused]
) -> float | None:
    """A mass that is new to the log."""
    if found.mass_kg is None:
        return None
    kg = round(found.mass_kg, 2)
    if have is not None and have.mass_kg is not None:
        if abs(have.mass_kg - kg) > _SAME_KG:
            refused.append(_kept(found.date, "mass"))
        return None
    if usual_kg is not None and abs(kg - usual_kg) > MOST_APART_SHARE * usual_kg:
        why = f"{kg:.1f} kg is far from the usual {usual_kg:.1f} kg; log it with --sure if right"
        refused.append(_refusal(found, why))
        return None
    return kg


def _intake_kcal(
    found: FoundDay, have: LogDay | None, today: dt.date, refused: list[Refused]
) -> float | None:
    """An intake that is new to the log, or newer than what the same app said."""
    if found.intake_kcal is None:
        return None
    kcal = float(round(found.intake_kcal))
    if found.date == today:
        refused.append(_refusal(found, "eating is not over today"))
        return None
    if have is None or have.intake_kcal is None:
        return kcal
    if have.intake_kcal == kcal:
        return None
    if have.source == "app":
        return kcal
    refused.append(_kept(found.date, "intake"))
    return None


def _changes(changed: Iterable[LogDay], before: dict[dt.date, LogDay]) -> tuple[str, ...]:
    """What a log has now and had not, in a sentence each."""
    days = list(changed)
    added = {
        name: [
            day.date
            for day in days
            if getattr(day, key) is not None
            and getattr(before.get(day.date), key, None) != getattr(day, key)
        ]
        for name, key in (("Body mass", "mass_kg"), ("Intake", "intake_kcal"))
    }
    return tuple(
        f"{name} of {len(dates):,} day{'' if len(dates) == 1 else 's'}: "
        f"{min(dates)} to {max(dates)}."
        for name, dates in added.items()
        if dates
    )


def _together(refused: Sequence[Refused]) -> tuple[Refused, ...]:
    """What was left out of a file for one reason in a line, since a log has many days."""
    dates: dict[tuple[str, str], list[str]] = {}
    for each in refused:
        dates.setdefault((each.file, each.why), []).append(each.where)
    found = []
    for (file, why), where in dates.items():
        more = f" and {len(where) - _SHOWN:,} more" if len(where) > _SHOWN else ""
        found.append(RefusedReading(file, f"{', '.join(where[:_SHOWN])}{more}", why))
    return tuple(found)

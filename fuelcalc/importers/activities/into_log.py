"""Readings into a log: what is not there yet, and whatever stands there left alone."""

import datetime as dt
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final, NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.models.found import FoundDay, Refused
from fuelcalc.models.log import Log, LogDay

# An estimate, as for the readings of one file: further away it is somebody else's, or in pounds.
_MOST_APART: Final = 0.3
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
    usual_kg = _usual_kg(log, mass_kg)
    before = {day.date: day for day in log.days}
    after = dict(before)
    for found in days:
        if found.date > today:
            refused.append(_refusal(found.date, "is still to come"))
            continue
        have = before.get(found.date)
        said = {
            "mass_kg": _mass_kg(found, have, usual_kg, refused),
            "intake_kcal": _intake_kcal(found, have, today, refused),
        }
        new = {name: value for name, value in said.items() if value is not None}
        if "intake_kcal" in new:
            new |= {"source": "app"}
        try:
            day = LogDay(**{"date": found.date, **(have.model_dump() if have else {}), **new})
        except InputError as error:
            refused.append(_refusal(found.date, error.line))
            continue
        if new:
            after[found.date] = day
    changed = [day for date, day in sorted(after.items()) if day != before.get(date)]
    merged = Log(days=tuple(after[date] for date in sorted(after)))
    return MergedLog(merged, _changes(changed, before), _together(refused))

"""Where somebody stands by the mass of their log: guards go by it as by the plan's."""

import datetime as dt
from collections.abc import Sequence

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.log import LogDay
from fuelcalc.models.notes import Note
from fuelcalc.planning.guards import Guarded, check_scale, guards_of
from fuelcalc.planning.learning.doubts import Morning, latest_kg
from fuelcalc.planning.words import note


def check_log(athlete: Athlete, days: Sequence[Morning], *, date: dt.date | None) -> Guarded:
    """
    Hold that a log does no harm, by what the plan says of somebody and by what the scale shows.

    Args:
        athlete: Whose log it is.
        days: The log, oldest first.
        date: The day, for somebody whose age follows from a birth date.

    Returns:
        What the guards say by the last week of the log.

    Raises:
        InputError: A guard forbids it.
    """
    age = athlete.age_on(date)
    check_scale(guards_of(athlete, age=age))
    found = guards_of(athlete, age=age, mass_kg=latest_kg(days))
    check_scale(found, by=" (by the last week of this log)")
    return found


def check_reading(
    athlete: Athlete, days: Sequence[LogDay], reading: LogDay, *, date: dt.date | None
) -> tuple[Note, ...]:
    """
    Hold that a log with one more reading does no harm, by that reading too if it is the newest.

    Args:
        athlete: Whose log it is.
        days: The log with the reading in it, oldest first.
        reading: What is written down.
        date: As for `check_log`.

    Returns:
        What is to be said of the mass that the log has now.

    Raises:
        InputError: A guard forbids it.
    """
    last = next((day for day in reversed(days) if day.mass_kg is not None), None)
    found = check_log(athlete, days, date=date)
    if last is not None and last.date == reading.date:
        check_scale(
            guards_of(athlete, age=athlete.age_on(date), mass_kg=last.mass_kg),
            by=" (by this mass)",
        )
    return low_mass_notes(athlete, days, found, date=date)


def low_mass_notes(
    athlete: Athlete, days: Sequence[LogDay], by_log: Guarded, *, date: dt.date | None
) -> tuple[Note, ...]:
    """Say that guards hold by the log's mass which do not by the plan's, since plans go by that."""
    now_kg, by_plan = latest_kg(days), guards_of(athlete, age=athlete.age_on(date))
    holds_less = by_plan.deficit_forbidden_by is None and by_log.deficit_forbidden_by is not None
    asks_more = by_log.asks_surplus and not by_plan.asks_surplus
    if now_kg is None or not (holds_less or asks_more):
        return ()
    return (note("log-mass-low", log_kg=now_kg),)

"""The day that training files were recorded on, for `fuelcalc day --from`."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from fuelcalc.cli.counted import counted_by
from fuelcalc.cli.imports import progress_over
from fuelcalc.cli.look import usual_zone
from fuelcalc.cli.planned import date_from_word, now
from fuelcalc.errors import InputError, shown
from fuelcalc.importers.activities.door import read_activities
from fuelcalc.importers.activities.plan_sessions import PlanSession, day_table, plan_sessions
from fuelcalc.models.found import Counted, RefusedReading
from fuelcalc.reports.imports import because_text, counted_text, refusal_text
from fuelcalc.reports.look import look_for

if TYPE_CHECKING:
    from fuelcalc.models.day_plan import DayPlan


_NAMED: Final = 3


class RecordedDay(NamedTuple):
    """A day and what was recorded on it."""

    date: dt.date
    sessions: Sequence[PlanSession]

    @property
    def lists(self) -> Mapping[str, Sequence[Any]]:
        """The sessions by the keys of a plan file."""
        return day_table(self.sessions)

    def explain(self, plan: "DayPlan") -> None:
        """Say beside the plan what a device counted, and what the plan counts instead."""
        if plan.energy is None:
            return
        look = look_for(plan.athlete)
        reasons: dict[str, None] = {}
        for made in self.sessions:
            clock = made.found.clock
            of_plan = (
                Counted(each.gross_kcal, each.net_of_rest_kcal, counted_by(made))
                for each in plan.energy.sessions
                if each.kind == made.found.kind and each.start == clock
            )
            found = replace(made.found, counted=next(of_plan, None))
            said = counted_text(found, look)
            if said:
                click.echo(f"{found.origin.file}: {said}.", err=True)
                reasons[because_text(found)] = None
        for reason in reasons:
            click.echo(f"{reason[:1].upper()}{reason[1:]}.", err=True)


def recorded_day(files: Sequence[str], date: str | None) -> RecordedDay:
    """
    The sessions of files on a day.

    Args:
        files: Training files.
        date: The day as it was typed; by default the last one that holds a session.

    Raises:
        InputError: No session was done that day, or a file is not there.
    """
    with progress_over(tuple(files)) as progress:
        found = read_activities(files, time_zone=usual_zone(), progress=progress)
    days, unfit = plan_sessions(found.sessions)
    for refused in (*found.refused, *unfit):
        # A day is of sessions; what a scale or a food app says is no matter of it.
        if not isinstance(refused, RefusedReading):
            click.echo(refusal_text(refused), err=True)
    if not days:
        named = ", ".join(map(shown, map(Path, files[:_NAMED])))
        more = f" and {len(files) - _NAMED} more" if files[_NAMED:] else ""
        raise InputError(
            f"{named}{more}: no session that a plan can have",
            argument="from",
            quote="",
            remedy="fuelcalc import shows what a file holds",
        )
    wanted = _date(date, days)
    return RecordedDay(wanted, days[wanted])


def _date(date: str | None, days: Mapping[dt.date, Sequence[PlanSession]]) -> dt.date:
    """The day that is asked for, or the last one of those that there are."""
    wanted = date_from_word(date, now().date()) or max(days)
    if wanted not in days:
        remedy = f"they have {', '.join(map(str, sorted(days)[-7:]))}"
        raise InputError(
            f"the files have no session on {wanted}", argument="date", quote="", remedy=remedy
        )
    return wanted

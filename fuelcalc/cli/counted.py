"""What a plan counts of what was found, beside what its device said."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Goal
from fuelcalc.models.found import RefusedReading
from fuelcalc.planning.guards import guards_of
from fuelcalc.planning.learning.doubts import latest_kg
from fuelcalc.planning.person import person_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fuelcalc.importers.activities.plan_sessions import PlanSession
    from fuelcalc.models.athlete import Athlete
    from fuelcalc.models.day import Day
    from fuelcalc.models.found import Counted, CountedBy, FoundSession, Import
    from fuelcalc.planning.person import Person

_BY: Final["Mapping[str, CountedBy]"] = {"runs": "pace", "lifts": "sets", "other": "activity"}


def without_forbidden(found: "Import", athlete: "Athlete | None", today: dt.date) -> "Import":
    """
    What was found, without what the guards keep from an athlete on a day.

    Somebody whose plans show no energy sees none here either, not even the device's; and who keeps
    no log here is shown none out of files, and nothing of what was refused of one.

    Raises:
        InputError: The age cannot be told, or is outside what is planned for.
    """
    if athlete is None:
        return found
    age = athlete.age_on(today)
    guards = guards_of(athlete, age=age)
    # The newest of the file counts as that of a log does, which may be lower than the plan's.
    by_file = guards_of(athlete, age=age, mass_kg=latest_kg(found.log))
    if guards.scale_forbidden_by or by_file.scale_forbidden_by:
        kept = (each for each in found.refused if not isinstance(each, RefusedReading))
        found = replace(found, log=(), refused=tuple(kept))
    if guards.shows("energy"):
        return found
    return replace(
        found, sessions=tuple(replace(each, device_kcal=None) for each in found.sessions)
    )


def with_counts(found: "Import", athlete: "Athlete | None", today: dt.date) -> "Import":
    """What was found, with what a plan counts of each session that was done, where it may."""
    if athlete is None:
        return found
    try:
        date = found.sessions[-1].date if found.sessions else today
        person = person_of(athlete, Goal(), date)
    except InputError:
        # An equation that was asked for by name may not reach so far; each plan says so.
        return found
    if not person.guards.shows("energy"):
        return found
    return replace(
        found,
        sessions=tuple(
            each if each.planned else replace(each, counted=_counted(each, person))
            for each in found.sessions
        ),
    )


def _counted(session: "FoundSession", person: "Person") -> "Counted | None":
    """What a plan counts of one session; None where no plan can hold it."""
    from fuelcalc.importers.activities.plan_sessions import plan_session
    from fuelcalc.models.found import Counted, Refused
    from fuelcalc.planning.sessions.training import Training

    made = plan_session(session)
    if isinstance(made, Refused):
        return None
    try:
        (trained,) = Training(person.athlete).sessions(person, _day(made))
    except InputError:
        return None
    return Counted(trained.needs.gross_kcal, trained.net_of_rest_kcal, counted_by(made))


def counted_by(made: "PlanSession") -> "CountedBy":
    """What the energy of a session of a plan goes by."""
    return "device" if "energy" in made.tree else _BY[made.key]


def _day(made: "PlanSession") -> "Day":
    """A day that holds one session."""
    from fuelcalc.models.day import Day

    return Day.of(**{made.key: [made.record]})

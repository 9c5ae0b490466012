"""What a plan counts of what was found, beside what its device said."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fuelcalc.cli.planned import tree_below
from fuelcalc.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fuelcalc.importers.activities.plan_sessions import PlanKey, PlanSession
    from fuelcalc.models.athlete import Athlete
    from fuelcalc.models.day import Day
    from fuelcalc.models.found import Counted, CountedBy, FoundSession, Import
    from fuelcalc.planning.person import Person

_BY: Final["Mapping[PlanKey, CountedBy]"] = {"runs": "pace", "lifts": "sets", "other": "activity"}


def athlete_of(plan: str | None) -> "Athlete | None":
    """Whose sessions they are, by a plan or else the profile; None where neither says."""
    from fuelcalc.models.athlete import Athlete

    try:
        tree, is_example = tree_below({"plan": plan, "foods": None})
        return None if is_example else Athlete.from_tree(tree.get("athlete", {}), path="athlete.")
    except InputError:
        # A file of days alone says of nobody; what is wrong with a plan its own check says.
        return None


def with_counts(found: "Import", athlete: "Athlete") -> "Import":
    """
    What was found, with what a plan counts of each session that was done.

    Somebody whose plans show no energy sees none here either, not even the device's; and who keeps
    no log here is shown none out of files.
    """
    from fuelcalc.models.athlete import Goal
    from fuelcalc.planning.person import person_of

    try:
        person = person_of(athlete, Goal(), found.sessions[-1].date if found.sessions else None)
    except InputError:
        return found
    if person.guards.scale_forbidden_by is not None:
        found = replace(found, log=())
    if not person.guards.shows("energy"):
        return replace(
            found, sessions=tuple(replace(each, device_kcal=None) for each in found.sessions)
        )
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

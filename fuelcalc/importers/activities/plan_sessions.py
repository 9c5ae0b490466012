"""What was found, as the sessions of a plan file."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.importers.activities.plan_parts import plan_parts
from fuelcalc.models.found import FoundSegment, FoundSession, FoundSets, Refused
from fuelcalc.models.record import Record
from fuelcalc.models.session_text import run_from_text
from fuelcalc.models.session_text.lift_words import MOST_SETS
from fuelcalc.models.sessions import (
    LISTS,
    SLOWEST_S_PER_KM,
    Lift,
    Other,
    Run,
    SessionList,
)
from fuelcalc.science.activities import ACTIVITIES
from fuelcalc.units.conversion import scaled

RECORDS: Final[Mapping[SessionList, type[Run | Lift | Other]]] = {
    "runs": Run,
    "lifts": Lift,
    "other": Other,
}
_MOST_EXERCISES: Final = 60
_LONGEST_SET_S: Final = 600.0
_TRAILS: Final = frozenset({"trail", "technical-trail"})


class PlanSession(NamedTuple):
    """
    A session as a plan file holds it.

    Attributes:
        key: The list of the day that it stands in.
        tree: Its table, as people would write it.
        record: The same, checked.
        found: What it was made from.
    """

    key: SessionList
    tree: dict[str, Any]
    record: Run | Lift | Other
    found: FoundSession


def plan_session(found: FoundSession) -> PlanSession | Refused:
    """
    A session for a plan file.

    Args:
        found: A session of `read_activities`.

    Returns:
        The session as its table and as its model; or why a plan cannot hold it.
    """
    key = LISTS[found.kind]
    start = {} if found.clock is None else {"start": found.clock}
    parts = plan_parts(found) if key == "runs" and found.text is None else ()
    try:
        tree = {**start, **(_run_in_parts(found, parts) if parts else _TREES[key](found))}
        record = RECORDS[key].of(**tree)
    except InputError as error:
        return Refused(found.origin.file, found.start, f"not for a plan: {error.line}")
    return PlanSession(key, tree, record, found)


def plan_sessions(
    sessions: Sequence[FoundSession],
) -> tuple[dict[dt.date, list[PlanSession]], list[Refused]]:
    """Sessions day by day, oldest first, and those that no plan can hold."""
    days: dict[dt.date, list[PlanSession]] = {}
    refused = []
    for found in sessions:
        made = plan_session(found)
        if isinstance(made, Refused):
            refused.append(made)
        else:
            days.setdefault(found.date, []).append(made)
    return days, refused


def day_table(sessions: Sequence[PlanSession]) -> dict[str, list[Record]]:
    """The sessions of a day by the keys of a plan file."""
    return {
        key: [each.record for each in sessions if each.key == key]
        for key in LISTS.values()
        if any(each.key == key for each in sessions)
    }


def _number(value: float, places: int) -> str:
    """A number to some places, without idle zeros."""
    text = f"{value:.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _duration(found: FoundSession) -> dict[str, str]:
    if found.timer_min is None:
        return {}
    return {"duration": f"{_number(found.timer_min, 2)} min"}


def _run(found: FoundSession) -> dict[str, Any]:
    """A run by distance and duration, or by what there is of them."""
    if found.text is not None:
        said = {} if found.effort is None else {"effort": found.effort}
        # Tables of segments stand last, since TOML counts what follows to them.
        read = {**said, **run_from_text(found.text)}
        return dict(sorted(read.items(), key=lambda item: item[0] == "segments"))
    tree: dict[str, Any] = {}
    if found.distance_km is not None:
        tree["distance"] = f"{_number(found.distance_km, 3)} km"
    tree |= _duration(found)
    if found.climb_m:
        tree["climb"] = f"{found.climb_m:.0f} m"
    return {**tree, **_run_as_a_whole(found)}


def _run_as_a_whole(found: FoundSession) -> dict[str, Any]:
    """What a run has once, in however many parts it is."""
    tree: dict[str, Any] = {}
    if found.effort is not None:
        tree["effort"] = found.effort
    if found.surface is not None:
        tree["surface"] = found.surface
    if found.temperature_degc is not None:
        tree["temperature"] = f"{_number(found.temperature_degc, 1)} degC"
    return tree


def _run_in_parts(found: FoundSession, parts: Sequence[FoundSegment]) -> dict[str, Any]:
    """A run part by part; how far it climbs stands in each, else once."""
    is_graded = all(part.climb_m is not None for part in parts)
    climb = {"climb": f"{found.climb_m:.0f} m"} if found.climb_m and not is_graded else {}
    return {**climb, **_run_as_a_whole(found), "segments": [_segment(part) for part in parts]}


def _segment(part: FoundSegment) -> dict[str, str]:
    """A part as a segment of a plan."""
    tree = {
        "distance": f"{_number(part.distance_km, 3)} km",
        "duration": f"{_number(part.duration_min, 2)} min",
    }
    for name, metres in (("climb", part.climb_m), ("descent", part.descent_m)):
        if metres is not None:
            tree[name] = f"{metres:.0f} m"
    return tree


def _lift(found: FoundSession) -> dict[str, Any]:
    """A lift by its duration and its sets, as many as a plan holds."""
    tree: dict[str, Any] = _duration(found)
    exercises = [_exercise(each) for each in _together(found.exercises)]
    if exercises and len(exercises) <= _MOST_EXERCISES:
        tree["exercises"] = exercises
    return tree


def _together(done: Sequence[FoundSets]) -> list[FoundSets]:
    """Sets that are alike in one, where a superset would else fill more lines than a plan has."""
    short = [each for each in done if each.seconds is None or each.seconds <= _LONGEST_SET_S]
    if len(short) <= _MOST_EXERCISES:
        alike = short
    else:
        counts: dict[FoundSets, int] = {}
        for each in short:
            one = replace(each, sets=1, warm_up=False)
            counts[one] = counts.get(one, 0) + each.sets
        alike = [replace(one, sets=sets) for one, sets in counts.items()]
    return [
        replace(each, sets=min(each.sets - first, MOST_SETS))
        for each in alike
        for first in range(0, each.sets, MOST_SETS)
    ]


def _exercise(done: FoundSets) -> dict[str, Any]:
    tree: dict[str, Any] = {"name": done.name, "sets": done.sets}
    if done.reps is not None:
        tree["reps"] = done.reps
    elif done.seconds is not None:
        tree["duration"] = f"{_number(max(done.seconds, 1.0), 1)} s"
    if done.load_kg is not None:
        tree["load"] = load_text(done.load_kg)
    return tree


def load_text(kg: float) -> str:
    """
    A load in the unit that it was typed in, as far as that shows.

    >>> load_text(60.0), load_text(6.80388555), load_text(62.5)
    ('60 kg', '15 lb', '62.5 kg')
    """
    pounds = scaled(kg, "kg", "lb")
    is_round = abs(2.0 * pounds - round(2.0 * pounds)) < 0.002
    if is_round and abs(20.0 * kg - round(20.0 * kg)) > 1e-6:
        return f"{_number(pounds, 1)} lb"
    return f"{_number(kg, 3)} kg"


def _other(found: FoundSession) -> dict[str, Any]:
    """Something else by its name, else by what a device counted in all."""
    named = _activity(found)
    if named is not None:
        return {**_duration(found), "activity": named}
    if found.device_kcal is not None:
        return {**_duration(found), "energy": f"{found.device_kcal:.0f} kcal"}
    raise InputError(
        "names no activity that is known, and no energy", argument="sport", value=found.sport
    )


def _activity(found: FoundSession) -> str | None:
    """The activity that a sport is; who "runs" slower than a run is walking."""
    if found.sport in ACTIVITIES:
        return found.sport
    if not found.distance_km or not found.timer_min or found.sport != "running":
        return None
    is_slow = found.timer_min * 60.0 / found.distance_km > SLOWEST_S_PER_KM
    return ("hiking" if found.surface in _TRAILS else "walking") if is_slow else None


_TREES: Final = {"runs": _run, "lifts": _lift, "other": _other}

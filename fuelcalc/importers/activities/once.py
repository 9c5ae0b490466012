"""One activity once: the same from two files, a plan and what was done, an app and a watch."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import inf
from typing import Final

from fuelcalc.importers.activities.sports import family_of
from fuelcalc.models.found import FoundSession

_START_S: Final = 120.0
TIMER_SHARE: Final = 0.10
DISTANCE_SHARE: Final = 0.05
_LIFT_START_S: Final = 20 * 60.0
_LIFT_OVERLAP: Final = 0.5
LIFT_APPS: Final = frozenset({"strong", "hevy", "fitnotes", "fitbod", "gymrun"})
"""Formats whose sets somebody typed, where a watch only guesses."""

_LISTS: Final = frozenset({"garmin-list", "strava-list"})
_ORDER: Final = ("fit", "tcx", "apple", "gpx", "garmin-list", "strava-list", "calendar")
"""Which file's own account of an activity goes first."""


def start_gap_s(one: FoundSession, other: FoundSession) -> float | None:
    """Seconds between two starts; None where they cannot be compared."""
    if one.utc is not None and other.utc is not None:
        return abs((one.utc - other.utc).total_seconds())
    if one.clock is None or other.clock is None:
        return None
    moments = [dt.datetime.combine(each.date, each.clock or dt.time()) for each in (one, other)]
    return abs((moments[0] - moments[1]).total_seconds())


def _is_near(one: float | None, other: float | None, share: float) -> bool:
    """Whether two numbers are known and within a share of the larger."""
    if one is None or other is None:
        return False
    return abs(one - other) <= share * max(one, other)


def is_same(one: FoundSession, other: FoundSession) -> bool:
    """
    Whether two sessions that were done are one.

    They are where the sport is of one family, the starts are within two minutes, since some
    programs round theirs down to the minute, and timer or distance agree. A lift of an app and one
    of a watch are one where they overlap by more than half and begin within twenty minutes.
    """
    if one.planned or other.planned or family_of(one.sport) != family_of(other.sport):
        return False
    gap_s = start_gap_s(one, other)
    if _is_app_and_watch(one, other):
        return _is_same_lift(one, other, gap_s)
    if gap_s is None or gap_s > _START_S:
        return False
    return _is_near(one.timer_min, other.timer_min, TIMER_SHARE) or _is_near(
        one.distance_km, other.distance_km, DISTANCE_SHARE
    )


def _is_app_and_watch(one: FoundSession, other: FoundSession) -> bool:
    formats = [each.origin.format in LIFT_APPS for each in (one, other)]
    return one.kind == other.kind == "lift" and any(formats) and not all(formats)


def _is_same_lift(one: FoundSession, other: FoundSession, gap_s: float | None) -> bool:
    """Whether an app's lift is a watch's; an app that knows no time has one a day."""
    if gap_s is None:
        return one.date == other.date
    lengths = [60.0 * (each.elapsed_min or each.timer_min or 0.0) for each in (one, other)]
    shorter = min(lengths)
    if gap_s > _LIFT_START_S or shorter <= 0.0:
        return False
    is_first = (one.clock or dt.time()) <= (other.clock or dt.time())
    ends = lengths[0 if is_first else 1] - gap_s
    return min(ends, shorter) > _LIFT_OVERLAP * shorter


def _rank(session: FoundSession) -> int:
    fmt = session.origin.format
    return _ORDER.index(fmt) if fmt in _ORDER else len(_ORDER)


def joined(one: FoundSession, other: FoundSession) -> FoundSession:
    """
    Two accounts of one activity as one: what the better file does not know, the other may.

    The sets are the app's. On a treadmill the distance is the list's, where somebody corrects what
    the watch only estimated.
    """
    first, second = sorted((one, other), key=_rank)
    typed = next((each for each in (first, second) if each.origin.format in LIFT_APPS), first)
    listed = next((each for each in (first, second) if each.origin.format in _LISTS), None)
    distance_km = _either(first.distance_km, second.distance_km)
    if first.surface == "treadmill" and listed is not None:
        distance_km = _either(listed.distance_km, distance_km)
    notes = dict.fromkeys((*first.notes, *second.notes, "from-two-files"))
    if typed is not first:
        notes.pop("guessed-exercises", None)
    if first.clock is not None and "assumed-zone" not in first.notes:
        notes.pop("assumed-zone", None)
    return replace(
        first,
        distance_km=distance_km,
        climb_m=_either(first.climb_m, second.climb_m),
        temperature_degc=_either(first.temperature_degc, second.temperature_degc),
        surface=first.surface or second.surface,
        segments=first.segments or second.segments,
        title=first.title or second.title,
        device_kcal=_either(first.device_kcal, second.device_kcal),
        rpe_score=_either(first.rpe_score, second.rpe_score),
        exercises=typed.exercises or first.exercises or second.exercises,
        notes=tuple(notes),
    )


def _either(first: float | None, second: float | None) -> float | None:
    return second if first is None else first


def _key(session: FoundSession) -> tuple[str, str, str, str, bool]:
    """What a session is in its own source, so that reading it again changes nothing."""
    origin = session.origin
    said = f"{session.timer_min} {session.distance_km}"
    return origin.format, origin.id or said, session.start, session.sport, session.planned


def each_once(found: Iterable[FoundSession]) -> tuple[FoundSession, ...]:
    """
    Every activity once, oldest first; what was planned gives way to what was done of it.

    Args:
        found: From any files, in any order, the same file perhaps twice.
    """
    unlike = list({_key(session): session for session in found}.values())
    unlike.sort(key=lambda each: (each.date, each.clock or dt.time(), _rank(each)))
    done: list[FoundSession] = []
    for session in (each for each in unlike if not each.planned):
        place = _place_of(session, done)
        if place is None:
            done.append(session)
        else:
            done[place] = joined(done[place], session)
    left = _still_planned([each for each in unlike if each.planned], done)
    return tuple(sorted((*done, *left), key=lambda each: (each.date, each.clock or dt.time())))


def _still_planned(planned: Sequence[FoundSession], done: list[FoundSession]) -> list[FoundSession]:
    """
    What was planned and not done: each done session takes the place of the nearest in time.

    It keeps the event that planned it, so that no plan holds that event on another day.
    """
    days: dict[tuple[dt.date, str], list[int]] = {}
    for place, each in enumerate(done):
        days.setdefault((each.date, family_of(each.sport)), []).append(place)
    pairs = [
        (inf if gap is None else gap, n, place)
        for n, each in enumerate(planned)
        for place in days.get((each.date, family_of(each.sport)), ())
        for gap in (start_gap_s(each, done[place]),)
    ]
    over, used = set[int](), set[int]()
    for _, n, place in sorted(pairs):
        if n not in over and place not in used:
            over.add(n)
            used.add(place)
            done[place] = replace(done[place], event=planned[n].event, repeats=planned[n].repeats)
    return [each for n, each in enumerate(planned) if n not in over]


def _place_of(session: FoundSession, done: Sequence[FoundSession]) -> int | None:
    """Where the same activity stands already, among those that began shortly before."""
    for place in range(len(done) - 1, -1, -1):
        if (session.date - done[place].date).days > 1:
            return None
        if is_same(done[place], session):
            return place
    return None

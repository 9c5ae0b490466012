"""Sessions from the messages of a FIT file."""

import datetime as dt
from collections.abc import Iterator, Sequence
from math import inf
from typing import Any, Final, NamedTuple

from fuelcalc.importers.activities.climb import BAROMETER_SMALLEST_M, SMALLEST_M, climb_m
from fuelcalc.importers.activities.fit_file import DEGREES, FitFile, is_number, number_of
from fuelcalc.importers.activities.local_time import Point, offset_between
from fuelcalc.importers.activities.recorded import Recorded
from fuelcalc.importers.activities.sets import fold, set_done
from fuelcalc.importers.activities.source import ActivityFile, FileFinding
from fuelcalc.importers.activities.sports import TRANSITION
from fuelcalc.models.found import FoundSegment, FoundSets

_FIRST_MOMENT: Final = 0x10000000
_EPOCH: Final = dt.datetime(1989, 12, 31, tzinfo=dt.UTC).replace(tzinfo=None)
_NO_MOMENT: Final = 0xFFFFFFFF
# These write the time of Greenwich for their own clock, wherever they are.
_WITHOUT_OFFSET: Final = frozenset({"coros", "tomtom"})
_NO_CATEGORY: Final = 65534
_LAP_TIMES: Final = ("total_elapsed_time", "total_timer_time")
# One record alone has no length; a lap further off than a day was timed by another clock.
_FEWEST: Final = 2
_DAY_S: Final = 86_400.0


class _Window(NamedTuple):
    """The time of a session: from its start until the next one's, in seconds of the file."""

    first: float
    last: float

    def holds(self, seconds: float | None) -> bool:
        """Whether something that began then belongs to it."""
        return seconds is not None and self.first <= seconds < self.last


def sessions_of(file: FitFile, source: ActivityFile) -> Iterator[FileFinding]:
    """Each session of a file; the changes between two sports are none."""
    told = file.sessions or _sessions_from_records(file)
    told = sorted(told, key=_began)
    starts = [_began(session) for session in told]
    # The first has whatever came before it too: the one of a file with one has all.
    edges = [-inf, *starts[1:], inf]
    for session, first, last in zip(told, edges, edges[1:], strict=False):
        words = [_word(session.get(name)) for name in ("sub_sport", "sport")]
        if TRANSITION not in words:
            yield _recorded(file, session, words, _Window(first, last)).session(source, "fit")


def _began(session: dict[str, Any]) -> float:
    return number_of(session, "start_time", "timestamp") or 0.0


def _word(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def moment(seconds: Any) -> dt.datetime | None:
    """A date-time of a file; None where the watch's clock was never set."""
    if not is_number(seconds) or not _FIRST_MOMENT <= seconds < _NO_MOMENT:
        return None
    return _EPOCH + dt.timedelta(seconds=int(seconds))


def _recorded(
    file: FitFile, session: dict[str, Any], words: list[str | None], window: _Window
) -> Recorded:
    """What was written of one session, from its own message and its records."""
    began = _began(session)
    elapsed_s = number_of(session, "total_elapsed_time")
    timer_s = number_of(session, "total_timer_time")
    if timer_s is not None and elapsed_s is not None and timer_s > elapsed_s:
        # A clock that ends before the laps do is none.
        ended = max((end for _, end in _laps_s(file, window)), default=began)
        elapsed_s = max(elapsed_s, min(ended - began, timer_s))
    records = file.records
    places = records.between(window.first, window.last)
    smallest_m = BAROMETER_SMALLEST_M if file.has_barometer else SMALLEST_M
    sets = _sets(file, window)
    recorded = Recorded(
        utc=moment(began),
        words=tuple(words),
        offset_s=_offset_s(file),
        point=_point(file, session, places),
        timer_s=timer_s,
        elapsed_s=elapsed_s,
        distance_m=number_of(session, "total_distance"),
        climb_m=number_of(session, "total_ascent"),
        counted_climb_m=climb_m(records.known(records.altitudes_m, places), smallest_m=smallest_m),
        kcal=number_of(session, "total_calories"),
        # Garmin asks from 1 to 10 and writes ten times that; 0 is an answer not given.
        rpe_score=(number_of(session, "workout_rpe") or 0.0) / 10.0,
        source_id=f"{file.about.get('serial_number', '')}-{began:.0f}",
        segments=_segments(file, window),
        trail=file.trail(places),
        smallest_m=smallest_m,
        exercises=fold(sets),
    )
    _add_clock_of_power_on(recorded, file, elapsed_s or timer_s or 0.0)
    if sets:
        recorded.notes.append("guessed-exercises")
    air = number_of(session, "avg_temperature")
    if air is not None and recorded.is_ridden:
        recorded.air_degc = air
    elif air is not None:
        recorded.notes.append("wrist-temperature")
    return recorded


def _add_clock_of_power_on(recorded: Recorded, file: FitFile, long_s: float) -> None:
    """Where the watch only counted from when it was switched on, its end is all that is known."""
    ended = moment(number_of(file.activity, "local_timestamp"))
    if recorded.utc is None and ended is not None:
        recorded.local = ended - dt.timedelta(seconds=min(long_s, 10 * 86_400.0))
        recorded.notes.append("clock-of-power-on")


def _offset_s(file: FitFile) -> int | None:
    """What the watch's own clock was ahead of Greenwich, if it says so and can be right."""
    utc = moment(number_of(file.activity, "timestamp"))
    local = moment(number_of(file.activity, "local_timestamp"))
    if utc is None or local is None:
        return None
    offset = offset_between(utc, local)
    return None if offset == 0 and file.about.get("manufacturer") in _WITHOUT_OFFSET else offset


def _point(file: FitFile, session: dict[str, Any], places: Sequence[int]) -> Point | None:
    """Where it began: by its own message, else by the first record that has a place."""
    latitude = number_of(session, "start_position_lat")
    longitude = number_of(session, "start_position_long")
    if latitude is not None and longitude is not None:
        point = Point(latitude * DEGREES, longitude * DEGREES)
        if point.is_place:
            return point
    records = file.records
    placed = (Point(records.latitudes[place], records.longitudes[place]) for place in places)
    return next((point for point in placed if point.is_place), None)


def _segments(file: FitFile, window: _Window) -> tuple[FoundSegment, ...]:
    """The laps of a session that have a distance and a time."""
    found = []
    for lap in file.laps:
        km = (number_of(lap, "total_distance") or 0.0) / 1000.0
        minutes = (number_of(lap, "total_timer_time") or 0.0) / 60.0
        if km > 0.0 and minutes > 0.0 and window.holds(number_of(lap, "start_time")):
            found.append(FoundSegment(km, minutes))
    return tuple(found)


def _laps_s(file: FitFile, window: _Window) -> Iterator[tuple[float, float]]:
    """From when to when each lap of a session was, in seconds of the file."""
    for lap in file.laps:
        began = number_of(lap, "start_time")
        if began is not None and window.holds(began):
            yield began, began + max(number_of(lap, name) or 0.0 for name in _LAP_TIMES)


def _sets(file: FitFile, window: _Window) -> list[FoundSets]:
    """The sets of a session, rests left out; each belongs where it began."""
    found = []
    for told in file.sets:
        if told.get("set_type") != "active" or not window.holds(number_of(told, "start_time")):
            continue
        done = set_done(
            _exercise(told),
            reps=number_of(told, "repetitions"),
            load_kg=number_of(told, "weight"),
            seconds=number_of(told, "duration"),
            guessed=True,
        )
        if done is not None:
            found.append(done)
    return found


def _first(values: Any) -> Any:
    """The likeliest of several guesses."""
    return next(iter(values), None) if isinstance(values, tuple | list) else values


def _exercise(told: dict[str, Any]) -> str:
    """What the watch took an exercise for: the kind of lift where it knows that, else its group."""
    from fitdecode.profile import FIELD_TYPES

    number, kind = _first(told.get("category")), _first(told.get("category_subtype"))
    if number is None or number == _NO_CATEGORY:
        return "exercise"
    group = number
    if isinstance(number, int):
        group = FIELD_TYPES["exercise_category"].enum.get(number, "exercise")
    names = FIELD_TYPES.get(f"{group}_exercise_name")
    name = names.enum.get(kind, group) if names is not None and isinstance(kind, int) else group
    return str(name).replace("_", " ")


def _sessions_from_records(file: FitFile) -> list[dict[str, Any]]:
    """One session from the laps or the records of a file whose summary is lost."""
    seconds = file.records.seconds
    if not seconds:
        return []
    first, last = min(seconds), max(seconds)
    # A lap without records stands outside them; of one with records they say when it was.
    for began, ended in _laps_s(file, _Window(-inf, inf)):
        is_near = abs(began - first) < _DAY_S and ended - last < _DAY_S
        if is_near and len(file.records.between(began, ended)) < _FEWEST:
            first, last = min(first, began), max(last, ended)
    lapped_m = sum(number_of(lap, "total_distance") or 0.0 for lap in file.laps)
    distances = file.records.known(file.records.distances_m, range(len(seconds)))
    recorded_m = max(distances, default=0.0) - min(distances, default=0.0)
    sports = [lap for lap in file.laps if "sport" in lap]
    words = {name: sports[0].get(name) for name in ("sport", "sub_sport")} if sports else {}
    return [
        {
            "start_time": first,
            "total_elapsed_time": last - first,
            "total_timer_time": _timed_s(file.stops, first, last),
            "total_distance": max(recorded_m, lapped_m),
            **words,
        }
    ]


def _timed_s(stops: Sequence[tuple[float, bool]], first: float, last: float) -> float:
    """The time between two moments in which the timer ran."""
    total, since = 0.0, first
    is_running = True
    for moment_s, is_start in sorted(stops):
        if is_running and not is_start:
            total += min(max(moment_s - since, 0.0), last - first)
        if is_start and not is_running:
            since = max(moment_s, first)
        is_running = is_start
    return total + max(last - since, 0.0) if is_running else total

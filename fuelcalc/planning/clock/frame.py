"""The frame of a day: waking, sleep and sessions, in minutes since midnight."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from fuelcalc.errors import InputError, Span
from fuelcalc.models.day import Day
from fuelcalc.models.notes import Note
from fuelcalc.planning.sessions.session import Trained, minute_of
from fuelcalc.planning.words import note
from fuelcalc.science import waking
from fuelcalc.science.numeric import as_given
from fuelcalc.science.sessions import started

DAY_MIN = waking.DAY_MIN
# A fixed meal before 04:00 belongs to the night before, and wakes nobody.
_NIGHT_UNTIL = 240.0
# A race through the night is followed by so much sleep at the least.
_LEAST_NIGHT_MIN = 240.0
_BY_START = attrgetter("placed_at")


class Leads(NamedTuple):
    """
    How long before a session food stands, in minutes.

    Attributes:
        meal_min: A meal that would start nearer to it moves behind it.
        bite_min: A bite stands so far ahead where there is time for that.
        least_bite_min: With less time than this there is none.
        clear_min: Nothing that is eaten ends nearer to a start.
    """

    meal_min: float = 40.0
    bite_min: float = 60.0
    least_bite_min: float = 5.0
    clear_min: float = 0.0


class Frame(NamedTuple):
    """
    Waking, sleep and the sessions between, in order; minutes may pass 1440.

    *leads* says how much time somebody's stomach wants before them.
    """

    wake: float
    sleep: float
    sessions: tuple[Trained, ...] = ()
    notes: tuple[Note, ...] = ()
    leads: Leads = Leads()

    def after(self, session: Trained) -> Trained | None:
        """The session that follows another on the same day, if one does."""
        # Asked dozens of times for a day, of one or two sessions.
        start = session.start
        return next((other for other in self.sessions if other.start > start), None)


def as_clock(minute: float) -> str:
    """
    A minute of the day as people write it.

    >>> as_clock(1470.0)
    '00:30'
    """
    return as_time(minute).strftime("%H:%M")


def as_time(minute: float) -> time:
    """A minute of the day as a time, seconds left out."""
    hours, minutes = divmod(int(minute) % int(DAY_MIN), 60)
    return time(hours, minutes)


def sessions_on(day: Day, trained: Sequence[Trained]) -> list[Trained]:
    """A day's sessions where they would stand on its clock, the first one first."""
    return _place(trained, _wake(day, trained, first_meal=None))


def _wake(
    day: Day, trained: Sequence[Trained], *, first_meal: float | None, rested: float = 0.0
) -> float:
    """When the day starts: as given, or before the first session and the first fixed meal."""
    alarms = [
        waking.alarm_min(
            start_min=as_given(session.given_start),
            usual_start_min=waking.USUAL_START_MIN[session.kind],
            duration_min=session.minutes,
            is_race=float(session.is_race),
        )
        for session in trained
    ]
    if first_meal is not None and first_meal >= _NIGHT_UNTIL:
        alarms.append(as_given(first_meal))
    given = as_given(minute_of(day.wake))
    return waking.wake_min(given=given, alarms=alarms, rested_min=rested)


def wake_of(day: Day, trained: Sequence[Trained]) -> float:
    """When a neighbouring day starts, whatever it eats first."""
    return _wake(day, trained, first_meal=None)


def rested_by(yesterday: Day | None, trained: Sequence[Trained]) -> float:
    """
    When somebody has slept four hours behind yesterday's last session, in today's minutes.

    Args:
        yesterday: The day before, where it is known.
        trained: Its sessions, placed on its clock.
    """
    if yesterday is None or not trained:
        return 0.0
    bed = _sleep(yesterday, minute_of(yesterday.wake) or 0.0, trained)
    return bed - DAY_MIN + _LEAST_NIGHT_MIN


def frame_beside(day: Day, trained: Sequence[Trained], *, first_meal: float | None) -> Frame:
    """The frame of a neighbouring day, which is not checked: it is looked at, not planned."""
    wake = _wake(day, trained, first_meal=first_meal)
    sessions = _place(trained, wake)
    return Frame(wake, _sleep(day, wake, sessions), tuple(sessions))


def frame_of(
    day: Day,
    trained: Sequence[Trained],
    *,
    first_meal: float | None = None,
    rested: float = 0.0,
) -> Frame:
    """
    Place a day's sessions between waking and sleep.

    A session or a sleep earlier than waking belongs to the next calendar day. Sessions
    without a start take a usual one, moved behind any session that is in the way.

    Args:
        day: Waking and sleep, where they are given.
        trained: The day's sessions.
        first_meal: The first of fixed meal times, which waking comes before.
        rested: From `rested_by`: nobody wakes earlier of their own accord.

    Raises:
        InputError: Two sessions overlap, one ends after sleep, or the day is shorter than
            four hours or longer than 24.
    """
    wake = _wake(day, trained, first_meal=first_meal, rested=rested)
    sessions = _place(trained, wake)
    notes = [
        note("assumed-start", session=session.name, minute=session.start)
        for session in sessions
        if session.given_start is None
    ]
    if day.wake is None and rested >= waking.LATEST_USUAL_WAKE_MIN:
        # Yesterday's page ends on the evening of this date, and tomorrow's begins in the morning.
        notes.append(note("race-goes-on", minute=rested - _LEAST_NIGHT_MIN))
    _check_early(day, sessions, wake)
    sleep = _sleep(day, wake, sessions)
    _check(sessions, wake, sleep)
    return Frame(wake, sleep, tuple(sessions), tuple(notes))


def _place(trained: Sequence[Trained], wake: float) -> list[Trained]:
    """Put sessions in order, those without a start where there is room."""
    placed: list[Trained] = []
    for session in sorted(trained, key=lambda session: session.given_start is None):
        start = waking.placed_min(
            start_min=as_given(session.given_start),
            usual_start_min=waking.USUAL_START_MIN[session.kind],
            wake=wake,
        )
        if session.given_start is None:
            for other in sorted(placed, key=_BY_START):
                if start < other.end and other.start < start + session.minutes:
                    start = other.end
        # What is burned hangs on how long somebody has been awake.
        needs = started(session.needs, awake_min=start - wake, is_run=float(session.kind == "run"))
        placed.append(replace(session, placed_at=start, needs=needs))
    return sorted(placed, key=_BY_START)


def _bed_after(sessions: Sequence[Trained], wake: float) -> float:
    """The earliest bed after a day's sessions."""
    placed = [waking.Placed(session.end, session.minutes, 1.0) for session in sessions]
    return waking.bed_min(placed, wake=wake)


def _sleep(day: Day, wake: float, sessions: Sequence[Trained]) -> float:
    """When the day ends: as given, or 22:30, or an hour or two after a late session."""
    given = as_given(minute_of(day.sleep))
    return waking.sleep_min(given=given, wake=wake, bed=_bed_after(sessions, wake))


def _check_early(day: Day, sessions: Sequence[Trained], wake: float) -> None:
    """Refuse a session before waking where no sleep says that the night is worked through."""
    for session in sessions:
        if day.sleep is None and session.start >= wake + DAY_MIN - waking.SHORTEST_DAY_MIN:
            raise InputError(
                f"is before waking at {as_clock(wake)}",
                argument="start",
                value=as_time(session.start),
                quote=f"the {session.label} at {as_clock(session.start)}",
                remedy="write an earlier wake, or another start",
            )


def _check(sessions: Sequence[Trained], wake: float, sleep: float) -> None:
    """Refuse days that no clock can hold."""
    trained_min = sum(session.minutes for session in sessions if not session.is_race)
    if trained_min > DAY_MIN:
        raise InputError(
            f"{trained_min / 60.0:.0f} h are trained on one day",
            argument="sessions",
            value=trained_min,
            quote="",
            allowed=Span(None, DAY_MIN, "min"),
            remedy="a day has 24, so write it over two, or as a race",
        )
    # A race through the night makes the day as long as itself.
    most_min = max(waking.LONGEST_DAY_MIN, _bed_after(sessions, wake) - wake)
    if not waking.SHORTEST_DAY_MIN <= sleep - wake <= most_min:
        raise InputError(
            f"is {(sleep - wake) / 60:.1f} h",
            argument="sleep",
            value=as_time(sleep),
            quote=f"from waking at {as_clock(wake)} to sleep at {as_clock(sleep)}",
            remedy="a day is 4 to 24 hours, so check both",
        )
    for session, following in pairwise(sessions):
        if following.start < session.end - 1e-6:
            raise InputError(
                f"overlaps the {session.label}, which ends at {as_clock(session.end)}",
                argument="start",
                value=as_time(following.start),
                quote=f"the {following.label} at {as_clock(following.start)}",
                remedy="move one",
            )
    for session in sessions:
        if session.end > sleep + 1e-6:
            raise InputError(
                f"ends at {as_clock(session.end)}, after sleep at {as_clock(sleep)}",
                argument="start",
                value=as_time(session.start),
                quote=f"the {session.label} from {as_clock(session.start)}",
                remedy="change its start, or wake and sleep",
            )

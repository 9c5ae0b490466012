"""
A deficit that was asked for, day by day: which days carry it, how much, and what is dropped.

It is never taken from the fuel of a key session: long sessions, race days and what leads up to
them carry less or none, and the easier days of the week carry what they can of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Goal
from fuelcalc.models.day import Day
from fuelcalc.models.notes import Note
from fuelcalc.planning.average import is_week, spent_by
from fuelcalc.planning.clock.shares import Slice, shared
from fuelcalc.planning.pause import MOST_WEEKS, weeks_paused_after
from fuelcalc.planning.person import Person
from fuelcalc.planning.sessions.session import Trained
from fuelcalc.planning.sessions.training import Training
from fuelcalc.planning.words import note
from fuelcalc.science import day as science
from fuelcalc.science.balance import deficit_share

Cause = Literal["race", "race-eve", "loading", "long-session", "carried"]

LEAST_KCAL = 1.0
"""Less than this a day is not worth a word."""

SEASONS_WITHOUT_DEFICIT: Final = {
    "taper": "a taper", "race-week": "race week", "recovery": "recovery weeks",
    "injured": "a time of injury",
}  # fmt: skip
"""Where the body needs all of it: to arrive fresh, to recover, to heal; in words."""


class Load(NamedTuple):
    """One day as a deficit looks at it."""

    sessions: Sequence[Trained]
    coming: Sequence[Trained]
    loading: float = 0.0

    @property
    def cause(self) -> Cause | None:
        """Why the day carries less than its part, if it does."""
        if any(session.is_race for session in self.sessions):
            return "race"
        if any(session.is_race for session in self.coming):
            return "race-eve"
        if self.loading > 0.0:
            return "loading"
        return "long-session" if self.share < 1.0 else None

    @property
    def share(self) -> float:
        """How much of a deficit the day may carry, 0 to 1."""
        if any(session.is_race for session in (*self.sessions, *self.coming)):
            return 0.0
        if any(session.is_drawn_out for session in self.sessions):
            return 0.0
        longest = max((session.minutes for session in self.sessions), default=0.0)
        return deficit_share(longest_min=longest, loading=self.loading)


class Deficit(NamedTuple):
    """
    The part of a deficit that one day carries.

    Attributes:
        asked_kcal: What was asked for on each day.
        got_kcal: What this day carries of it.
        dropped_kcal: What finds no place, on the mean day.
        cause: Why this day carries another part than was asked for; None where it does not.
    """

    asked_kcal: float
    got_kcal: float
    dropped_kcal: float
    cause: Cause | None


def check_season(goal: Goal, days: Iterable[Day | None]) -> None:
    """
    Refuse a deficit in a season that has no room for one.

    Raises:
        InputError: One is asked for; the message names the race that the plan knows of.
    """
    asked = goal.balance_kcal
    if asked is None or asked >= 0.0 or goal.season not in SEASONS_WITHOUT_DEFICIT:
        return
    raced = [day.date for day in days if day is not None and day.date and day.has_race]
    until = f" until you have recovered from the race on {max(raced)}" if raced else ""
    raise InputError(
        f"is a deficit, which has no place in {SEASONS_WITHOUT_DEFICIT[goal.season]}",
        argument="balance",
        value=asked,
        quote=f"{asked:+.0f} kcal",
        remedy=f"leave balance out{until}",
    )


def deficit_of(
    person: Person, training: Training, today: Day, load: Load, week: Sequence[Day]
) -> Deficit | None:
    """
    What of a deficit asked for falls on a day; None where none was.

    Args:
        person: Who asked.
        training: What each day trains.
        today: The day itself.
        load: Its sessions, and what comes.
        week: The days that say what a week is; with fewer than five nothing is carried over.
    """
    balance = person.goal.balance_kcal
    if balance is None or balance >= 0.0:
        return None
    asked = -balance
    place = next((n for n, day in enumerate(week) if day is today or day == today), None)
    if not is_week(week) or place is None:
        # Without a week there is no other day to carry what this one cannot.
        got = asked * load.share
        return Deficit(asked, got, asked - got, load.cause)
    loads = {
        n: load if n == place else _load(person, training, day, following)
        for n, (day, following) in enumerate(zip(week, [*week[1:], None], strict=True))
        # A day on which the deficit pauses has none, and leaves none to the others.
        if n == place or weeks_paused_after(person.athlete, person.goal, day.date) is None
    }
    rooms = [_room(person, one) for one in loads.values()]
    # What no day has room for is dropped, and said, and never forced on the easy days.
    total = min(asked * len(loads), sum(room.most for room in rooms))
    got = shared(total, rooms)[[*loads].index(place)]
    cause = load.cause if got < asked else "carried"
    moved = abs(got - asked) > LEAST_KCAL
    return Deficit(asked, got, asked - total / len(loads), cause if moved else None)


def long_deficit(person: Person) -> Iterator[Note]:
    """Say that a deficit which has gone on for twelve weeks or more pauses."""
    if person.paused_weeks is not None:
        yield note("deficit-is-long", weeks=person.paused_weeks, most_weeks=MOST_WEEKS)


def _load(person: Person, training: Training, day: Day, following: Day | None) -> Load:
    """A day of the week with the one behind it."""
    coming = () if following is None else training.sessions(person, following)
    return Load(training.sessions(person, day), coming)


def _room(person: Person, load: Load) -> Slice:
    """What a day can carry: by its share, and never beyond its own largest deficit."""
    largest = science.largest_deficit(person.body, spent_by(person, load.sessions))
    return Slice(load.share, 0.0, load.share * largest)

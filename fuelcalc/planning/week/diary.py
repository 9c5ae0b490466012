"""The sessions of some days by date, and what whole weeks of them come to."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Goal
from fuelcalc.models.day import AverageDay, Day
from fuelcalc.models.week import WEEK_DAYS
from fuelcalc.planning.clock.frame import DAY_MIN, sessions_on
from fuelcalc.planning.person import Person
from fuelcalc.planning.sessions.session import Trained, first_given
from fuelcalc.planning.sessions.training import Training

ONE_DAY = dt.timedelta(days=1)


def is_key_run(session: Trained) -> bool:
    """Whether it is a hard run, or a long one."""
    return session.kind == "run" and session.is_key


def is_long_run(session: Trained) -> bool:
    """Whether it is a run that is called long, or takes an hour and a half and more."""
    return session.kind == "run" and session.is_drawn_out


def is_leg_lift(session: Trained) -> bool:
    """Whether it is a lift that leaves the legs tired: lower or full, and heavy in its way."""
    return session.is_heavy and session.works_legs


class TrainedWeek(NamedTuple):
    """The seven days of a week from Monday on, all of them known."""

    dates: tuple[dt.date, ...]
    days: tuple[tuple[Trained, ...], ...]

    @property
    def sessions(self) -> tuple[Trained, ...]:
        """Every session, in order."""
        return tuple(session for day in self.days for session in day)

    @property
    def runs(self) -> tuple[Trained, ...]:
        """Every run, in order."""
        return tuple(session for session in self.sessions if session.kind == "run")

    @property
    def leg_lifts(self) -> tuple[Trained, ...]:
        """Every lift that works the legs, however heavy it is."""
        return tuple(session for session in self.sessions if session.works_legs)

    @property
    def distance_km(self) -> float:
        """How far is run."""
        return sum(first_given(run.distance_km, 0.0) for run in self.runs)

    @property
    def has_race(self) -> bool:
        """Whether one of its runs is a race."""
        return any(run.is_race for run in self.runs)

    def n_days(self, kind: str) -> int:
        """On how many days there is a session of a kind."""
        return sum(any(session.kind == kind for session in day) for day in self.days)


class Diary:
    """
    What is known of the training of somebody, past and planned.

    A date without a day is unknown, which is not a day of rest.
    """

    def __init__(
        self,
        person: Person,
        goal: Goal | None,
        days: Sequence[Day],
        *,
        past: Sequence[Day] = (),
        beside: Sequence[Day] = (),
    ) -> None:
        """
        Place every session on the clock of its day.

        Args:
            person: Who trains.
            goal: What for.
            days: The days to look at.
            past: Days before them, as they were trained.
            beside: Days next to them, as they are planned: they say nothing of what somebody is
                used to.

        Raises:
            InputError: A day has no date, or two days have the same.
        """
        self.person, self.goal = person, goal
        training = Training(person.athlete, person.models)
        planned = _by_date(days, "days")
        trained = {**_by_date(past, "past"), **planned}
        known = {**_by_date(beside, "beside"), **trained}
        self.planned, self.trained = frozenset(planned), tuple(sorted(trained))
        self._sessions = {
            date: tuple(sessions_on(known[date], training.sessions(person, known[date])))
            for date in sorted(known)
        }

    @property
    def dates(self) -> tuple[dt.date, ...]:
        """Every known date, in order."""
        return tuple(self._sessions)

    def on(self, date: dt.date) -> tuple[Trained, ...]:
        """The sessions of a date in order, none where it is unknown."""
        return self._sessions.get(date, ())

    def pairs(self) -> Iterator[tuple[dt.date, dt.date]]:
        """Each known date with the day after it."""
        for date in self.dates:
            yield date, date + ONE_DAY

    def week(self, monday: dt.date) -> TrainedWeek | None:
        """The week from a Monday on; None where one of its days is unknown."""
        dates = tuple(monday + place * ONE_DAY for place in range(WEEK_DAYS))
        if not all(date in self._sessions for date in dates):
            return None
        return TrainedWeek(dates, tuple(self.on(date) for date in dates))

    def weeks(self) -> Iterator[TrainedWeek]:
        """Each whole week that holds a planned day."""
        for monday in sorted({date - date.weekday() * ONE_DAY for date in self.planned}):
            week = self.week(monday)
            if week is not None:
                yield week

    def weeks_before(self, week: TrainedWeek, first: int, last: int) -> tuple[TrainedWeek, ...]:
        """The whole weeks from so many before it to so many, nearest first."""
        mondays = (week.dates[0] - WEEK_DAYS * n * ONE_DAY for n in range(first, last + 1))
        return tuple(found for monday in mondays if (found := self.week(monday)) is not None)

    def between_h(self, first: dt.date, lift: Trained, second: dt.date, run: Trained) -> float:
        """The hours from the end of one session to the start of another on a later date."""
        return ((second - first).days * DAY_MIN + run.start - lift.end) / 60.0


def _by_date(days: Sequence[Day], argument: str) -> Mapping[dt.date, Day]:
    """Days by their dates; an average day is none."""
    found: dict[dt.date, Day] = {}
    for number, day in enumerate(days, start=1):
        if isinstance(day, AverageDay):
            continue
        if day.date is None:
            remedy = "write date = 2026-11-26"
            raise InputError(f"day {number} has no date", argument=argument, remedy=remedy)
        if day.date in found:
            raise InputError(
                "appears twice", argument=argument, value=day.date, remedy="leave one of them out"
            )
        found[day.date] = day
    return found

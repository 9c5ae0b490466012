"""Days that know their neighbours."""

import datetime as dt
from typing import Annotated, Self

from pydantic import Field, model_validator

from fuelcalc.errors import InputError
from fuelcalc.models.day import Day
from fuelcalc.models.statement import Statement
from fuelcalc.models.week import WEEK_DAYS, monday_of

MOST_DAYS = 400
DAYS_BACK, DAYS_AHEAD = 4, 2
"""How far a day is planned by its neighbours: to repay what they left, and to load for a race."""


class Calendar(Statement):
    """
    Days in order, and which of them say what a week is.

    Attributes:
        days: The days; those with a date follow each other by date, others as they stand.
        week: Days that say what a usual week is, where they are not the days themselves.
        repeated: The seven days from Monday on that stand for every date that `days` leaves out;
            or none.

    >>> Calendar(days=(Day(), Day())).week
    ()
    """

    days: Annotated[tuple[Day, ...], Field(max_length=MOST_DAYS)] = ()
    week: Annotated[tuple[Day, ...], Field(max_length=MOST_DAYS)] = ()
    repeated: tuple[Day, ...] = ()

    @model_validator(mode="after")
    def _whole_week(self) -> Self:
        if len(self.repeated) not in {0, WEEK_DAYS}:
            problem = f"holds {len(self.repeated)} days"
            remedy = "give the seven from Monday to Sunday, or none"
            raise InputError(problem, argument="repeated", quote="", remedy=remedy)
        return self

    def day_on(self, date: dt.date) -> Day | None:
        """The day of that date, or the one that repeats on its weekday, if there is one."""
        found = next((day for day in self.days if day.date == date), None)
        if found is None and self.repeated:
            return self.repeated[date.weekday()].model_copy(update={"date": date})
        return found

    def days_from(self, first: dt.date, count: int) -> tuple[Day, ...]:
        """The days that there are among so many from a date on."""
        found = (self.day_on(first + dt.timedelta(days=place)) for place in range(count))
        return tuple(day for day in found if day is not None)

    def week_of(self, day: Day, *, is_smooth: bool = False) -> tuple[Day, ...]:
        """
        The days that say what a week is, as one of them is planned.

        Those of its own week where days repeat, since other dates may replace some of them, and
        where they share its energy.
        """
        if day.date is not None and (self.repeated or is_smooth):
            return self.days_from(monday_of(day.date), WEEK_DAYS)
        return self.week or self.days

    def shares_energy(self, day: Day) -> bool:
        """
        Whether the days of a day's calendar week may share their energy, all of them or none.

        Not where one of them races, is loaded for a race, or repays one.
        """
        if day.date is None:
            return True
        first = monday_of(day.date) - dt.timedelta(days=DAYS_BACK)
        near = self.days_from(first, DAYS_BACK + WEEK_DAYS + DAYS_AHEAD)
        return not any(one.has_race for one in near)

    def neighbours(self, day: Day) -> tuple[tuple[Day, ...], tuple[Day, ...]]:
        """
        The days before and after, each nearest first and without a gap.

        By date where there are dates, else by order. Four days back, since so long a hard day is
        repaid, and two ahead, since so long a race is prepared.
        """
        if day.date is not None:
            return self._from(day.date, -1, DAYS_BACK), self._from(day.date, 1, DAYS_AHEAD)
        # Days without a date may be equal, and only one of them is this one.
        place = next((n for n, other in enumerate(self.days) if other is day), None)
        if place is None:
            return (), ()
        before = self.days[max(place - DAYS_BACK, 0) : place]
        return before[::-1], self.days[place + 1 : place + 1 + DAYS_AHEAD]

    def _from(self, date: dt.date, step: int, most: int) -> tuple[Day, ...]:
        """The days from a date on, to the first one that is missing."""
        found: list[Day] = []
        for place in range(1, most + 1):
            day = self.day_on(date + dt.timedelta(days=step * place))
            if day is None:
                break
            found.append(day)
        return tuple(found)

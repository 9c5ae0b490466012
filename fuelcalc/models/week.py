"""The week of a plan file: days that repeat, and how energy is shared between its days."""

import datetime as dt
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from fuelcalc.errors import InputError, together
from fuelcalc.models.day import Day
from fuelcalc.models.marks import In
from fuelcalc.models.statement import Statement
from fuelcalc.models.text import Text
from fuelcalc.units.clock import WEEKDAYS

WEEK_DAYS: Final = len(WEEKDAYS)

WeekEnergy = Literal["match", "smooth"]
"""Whether each day eats what it costs, or the days of a week eat alike."""


def monday_of(date: dt.date) -> dt.date:
    """
    The Monday of a date's week.

    >>> monday_of(dt.date(2026, 11, 26))
    datetime.date(2026, 11, 23)
    """
    return date - dt.timedelta(days=date.weekday())


class Week(Statement):
    """
    Days that repeat every week; a day with a date replaces the weekday that it falls on.

    Where any weekday is there, the others are rest days. Without any, and without other days, a
    weekly mileage is spread over `running_days`, the longest run being `long_run_share` of it.

    >>> Week.of(tuesday={"runs": ["8 km easy 06:30"]}).days[1].runs[0].distance_km
    8.0
    """

    energy: WeekEnergy = Field(
        default="match",
        description="Whether each day eats what it costs, or the days of a week eat alike",
    )
    running_days: Annotated[int | None, Field(ge=1, le=7)] = None
    long_run_share: Annotated[float | None, In("share"), Field(ge=0.15, le=1)] = None
    silent: Annotated[tuple[Text, ...], Field(max_length=20)] = ()
    monday: Day | None = None
    tuesday: Day | None = None
    wednesday: Day | None = None
    thursday: Day | None = None
    friday: Day | None = None
    saturday: Day | None = None
    sunday: Day | None = None

    @property
    def days(self) -> tuple[Day, ...]:
        """The seven days from Monday on, or none where no weekday is there."""
        found = tuple(getattr(self, name) for name in WEEKDAYS)
        if not any(found):
            return ()
        return tuple(Day() if day is None else day for day in found)

    @model_validator(mode="after")
    def _without_dates(self) -> Self:
        days = {name: day for name in WEEKDAYS if (day := getattr(self, name)) is not None}
        mistakes = []
        for name, day in days.items():
            if day.date is not None:
                problem = "is a date, and a day that repeats has none"
                remedy = "leave it out, or write the day as [[days]]"
                mistakes.append(
                    InputError(problem, argument=f"{name}.date", value=day.date, remedy=remedy)
                )
            if day.eaten:
                problem = "is of one day, and this one repeats"
                remedy = "write it in [[days]] with a date"
                mistakes.append(InputError(problem, argument=f"{name}.eaten", remedy=remedy))
        if mistakes:
            raise together(mistakes)
        return self

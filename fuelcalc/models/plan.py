"""What a plan file holds: an athlete, a goal, the days, and the week that repeats."""

from collections import Counter
from typing import Annotated, Self

from pydantic import Field, model_validator

from fuelcalc.errors import InputError, together
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.calendar import MOST_DAYS, Calendar
from fuelcalc.models.day import Day
from fuelcalc.models.statement import Statement
from fuelcalc.models.week import Week

_SESSIONS = frozenset({"runs", "lifts", "other"})


class Plan(Statement):
    """
    What a plan file holds.

    >>> plan = Plan.of(athlete={"sex": "male", "age": 30, "mass": "70 kg", "height": "175 cm"})
    >>> plan.days
    ()
    """

    athlete: Athlete
    goal: Goal = Goal()
    days: Annotated[tuple[Day, ...], Field(max_length=MOST_DAYS)] = ()
    week: Week = Week()

    @model_validator(mode="after")
    def _each_date_once(self) -> Self:
        counts = Counter(day.date for day in self.days if day.date is not None)
        remedy = "put its sessions into one day"
        twice = [
            InputError("is there twice", argument="days", value=date, remedy=remedy)
            for date, count in counts.items()
            if count > 1
        ]
        if twice:
            raise together(twice)
        return self

    @property
    def calendar(self) -> Calendar:
        """The days with their neighbours; together they say what a week is."""
        return Calendar(days=self.days, week=self.days, repeated=self.week.days)

    @property
    def has_sessions(self) -> bool:
        """Whether any day lists something trained."""
        days = (*self.days, *self.week.days)
        return any(day.runs or day.lifts or day.other for day in days)

    def is_rest(self, day: Day) -> bool:
        """
        Whether a day of this plan without sessions is a rest day, rather than left open.

        It is where another day has sessions, where its own lists are there and empty, and where
        the plan is one of dated days or of days that repeat.
        """
        is_dated = day.date is not None and sum(one.date is not None for one in self.days) > 1
        is_known = is_dated or bool(self.week.days)
        return self.has_sessions or is_known or bool(_SESSIONS & day.model_fields_set)

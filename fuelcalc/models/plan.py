"""A plan file: an athlete, a goal and the days, from TOML or JSON."""

import datetime as dt
from pathlib import Path
from typing import IO, Annotated, Self

from pydantic import Field, model_validator

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import Day
from fuelcalc.models.record import Record
from fuelcalc.models.tree import read_tree


class Plan(Record):
    """
    What a plan file holds.

    >>> plan = Plan.of(athlete={"sex": "male", "age": 30, "mass": "70 kg", "height": "175 cm"})
    >>> plan.days
    ()
    """

    athlete: Athlete
    goal: Goal = Goal()
    days: Annotated[tuple[Day, ...], Field(max_length=400)] = ()

    @model_validator(mode="after")
    def _each_date_once(self) -> Self:
        dates = [day.date for day in self.days if day.date is not None]
        twice = next((date for date in dates if dates.count(date) > 1), None)
        if twice is not None:
            remedy = "put its sessions into one day"
            raise InputError("is there twice", argument="days", value=twice, remedy=remedy)
        return self

    def day_on(self, date: dt.date) -> Day | None:
        """The day of that date, if the plan has one."""
        return next((day for day in self.days if day.date == date), None)

    def neighbours(self, day: Day) -> tuple[Day | None, Day | None]:
        """The days before and after: by date where there are dates, else by order."""
        if day.date is not None:
            one = dt.timedelta(days=1)
            return self.day_on(day.date - one), self.day_on(day.date + one)
        # Days without a date may be equal, and only one of them is this one.
        place = next((n for n, other in enumerate(self.days) if other is day), None)
        if place is None:
            return None, None
        before = self.days[place - 1] if place > 0 else None
        after = self.days[place + 1] if place + 1 < len(self.days) else None
        return before, after


def read_plan(file: str | Path | IO[bytes] | IO[str]) -> Plan:
    r"""
    Read a plan file.

    Args:
        file: A path, or an open file.

    Returns:
        The athlete, the goal and the days, checked.

    Raises:
        InputError: The file cannot be read or does not hold a plan; one line says where.

    >>> import io
    >>> text = b'[athlete]\nsex = "male"\nage = 30\nmass = "70 kg"\nheight = "175 cm"'
    >>> read_plan(io.BytesIO(text)).athlete.mass_kg
    70.0
    """
    return Plan.from_tree(read_tree(file, kind="plan"), path="")

"""A day: when it starts and ends, how warm it is, what is trained."""

import datetime as dt
from typing import Annotated

from pydantic import Field

from fuelcalc.models.record import FIRST_DATE, LAST_DATE, In, Record, Text, TimeOfDay
from fuelcalc.models.sessions import Lift, Other, Run


class Day(Record):
    """
    One day from waking to sleep.

    >>> Day.of(wake="06:00", runs=[{"distance": "10 km", "pace": "5:40 /km"}]).wake
    datetime.time(6, 0)
    """

    date: Annotated[dt.date | None, Field(ge=FIRST_DATE, le=LAST_DATE)] = None
    wake: TimeOfDay | None = None
    sleep: TimeOfDay | None = None
    use_up: Annotated[tuple[Text, ...], Field(max_length=50)] = ()
    temperature_degc: Annotated[float | None, In("degc"), Field(ge=-40, le=50)] = None
    runs: Annotated[tuple[Run, ...], Field(max_length=6)] = ()
    lifts: Annotated[tuple[Lift, ...], Field(max_length=6)] = ()
    other: Annotated[tuple[Other, ...], Field(max_length=6)] = ()


class AverageDay(Day):
    """A day whose sessions stand for a seventh of a week: they cost energy, at no set time."""

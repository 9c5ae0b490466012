"""A day: when it starts and ends, how warm it is, what is trained."""

import datetime as dt
from typing import Annotated, Self

from pydantic import Field, model_validator

from fuelcalc.errors import InputError, Span
from fuelcalc.models.eaten import EXAMPLE, Eaten, eaten_from_text
from fuelcalc.models.lock import EXAMPLE as LOCK_EXAMPLE
from fuelcalc.models.lock import Lock, lock_from_text, locked_twice
from fuelcalc.models.marks import FromText, In
from fuelcalc.models.session_text import lift_from_text, other_from_text, run_from_text
from fuelcalc.models.sessions import Lift, Other, Run
from fuelcalc.models.statement import Statement
from fuelcalc.models.text import FIRST_DATE, LAST_DATE, Text, TimeOfDay

_RUN = FromText(run_from_text, "10 km easy @ 5:40/km 06:30", tells=True)
_LIFT = FromText(lift_from_text, "60min heavy lower 18:00", tells=True)
_EATEN = FromText(eaten_from_text, EXAMPLE, tells=True)
_LOCK = FromText(lock_from_text, LOCK_EXAMPLE, tells=True)
_OTHER = FromText(other_from_text, "60 min cycling 18:00", tells=True)


class Day(Statement):
    """
    One day from waking to sleep.

    >>> Day.of(wake="06:00", runs=["10 km easy @ 5:40/km 06:30"]).runs[0].pace_s_per_km
    340.0
    """

    date: Annotated[dt.date | None, Field(ge=FIRST_DATE, le=LAST_DATE)] = None
    wake: TimeOfDay | None = None
    sleep: TimeOfDay | None = None
    use_up: Annotated[tuple[Text, ...], Field(max_length=50)] = ()
    lock: Annotated[tuple[Lock, ...], Field(max_length=20), _LOCK] = ()
    temperature_degc: Annotated[float | None, In("degc"), Field(ge=-40, le=50)] = None
    humidity_share: Annotated[float | None, In("share"), Field(ge=0.01, le=1)] = None
    dew_point_degc: Annotated[float | None, In("degc"), Field(ge=-50, le=35)] = None
    runs: Annotated[tuple[Run, ...], Field(max_length=6), _RUN] = ()
    lifts: Annotated[tuple[Lift, ...], Field(max_length=6), _LIFT] = ()
    other: Annotated[tuple[Other, ...], Field(max_length=6), _OTHER] = ()

    eaten: Annotated[tuple[Eaten, ...], Field(max_length=20), _EATEN] = ()

    @property
    def has_race(self) -> bool:
        """Whether one of its runs is a race, or has one in it."""
        return any("race" in run.efforts for run in self.runs)

    @model_validator(mode="after")
    def _has_a_night(self) -> Self:
        if self.wake is not None and self.wake == self.sleep:
            raise InputError(
                "is the time of waking too, and a day has a night",
                argument="sleep",
                value=self.sleep,
                remedy="check wake and sleep",
            )
        return self

    @model_validator(mode="after")
    def _one_dish_a_feeding(self) -> Self:
        known: dict[str, str] = {}
        for one in self.lock:
            dish = known.setdefault(one.feeding.casefold(), one.dish)
            if dish != one.dish:
                raise locked_twice(one.feeding, dish, one.dish)
        return self

    @model_validator(mode="after")
    def _one_air(self) -> Self:
        if self.humidity_share is not None and self.dew_point_degc is not None:
            problem = "says the same as humidity"
            raise InputError(problem, argument="dew_point", value=self.dew_point_degc, quote="",
                             remedy="keep one of them")  # fmt: skip
        air, dew = self.temperature_degc, self.dew_point_degc
        if air is not None and dew is not None and dew > air:
            raise InputError(
                f"is {dew:g} °C, above the air at {air:g} °C",
                argument="dew_point",
                value=dew,
                quote="",
                allowed=Span(None, air, "degc"),
                remedy="check both",
            )
        return self


class AverageDay(Day):
    """A day whose sessions stand for a seventh of a week: they cost energy, at no set time."""

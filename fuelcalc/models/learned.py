"""What was learned of somebody's daily life from a log, as a plan file keeps it."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from fuelcalc.errors import InputError
from fuelcalc.models.log import LogSource
from fuelcalc.models.record import Record
from fuelcalc.models.text import FIRST_DATE, LAST_DATE

Dated = Annotated[date, Field(ge=FIRST_DATE, le=LAST_DATE)]
Count = Annotated[int, Field(ge=0, le=100_000)]


class LearnedLife(Record):
    """
    Daily life without training as a log has it, with what it rests on: `[athlete.learned]`.

    >>> LearnedLife.of(
    ...     daily_life_pal=1.47, daily_life_sd=0.07, first_date="2026-10-01",
    ...     last_date="2026-11-25", source="weighed", n_mass=48, n_intake=50,
    ... ).last_date
    datetime.date(2026, 11, 25)
    """

    daily_life_pal: Annotated[float, Field(ge=1.0, le=3.0)]
    daily_life_sd: Annotated[float, Field(ge=0.0, le=0.5)]
    first_date: Dated
    last_date: Dated
    source: LogSource
    n_mass: Count
    n_intake: Count

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last_date < self.first_date:
            raise InputError("last_date is before first_date", remedy="exchange them")
        return self

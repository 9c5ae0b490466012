"""What somebody weighs and eats, day by day, as they write it down."""

from datetime import date as Date  # noqa: N812 - the field is called date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from fuelcalc.errors import InputError
from fuelcalc.models.learned import LogSource
from fuelcalc.models.marks import In
from fuelcalc.models.reading import FieldReading
from fuelcalc.models.statement import Statement
from fuelcalc.models.text import DATE_REMEDY, FIRST_DATE, LAST_DATE, Text

Mask = Literal["loading", "illness", "creatine", "new-balance", "new-job"]
"""Why a day says little of tissue, or from when daily life is another."""

MOST_LOG_DAYS = 20_000
MOST_INTAKE_KCAL = 20_000.0
"""What a day of a log holds at the most."""

LEAST_DAY_KCAL, MOST_DAY_KCAL = 200.0, 10_000.0
"""
Estimates: less is a slip or a part of a day, as SparkyFitness leaves such days out; more is about
twice what can be taken up day after day (Thurber 2019, 2.5 times rest), or is in kilojoules.
"""

MOST_APART_SHARE = 0.3
"""An estimate: a mass further from the usual is somebody else's, a slip, or in another unit."""


class LogDay(Statement):
    """
    One day: the mass of its morning, and what was eaten until the next.

    >>> LogDay.of(date="2026-11-25", mass="157 lb", intake="2650 kcal").intake_kcal
    2650.0
    """

    date: Annotated[Date, Field(ge=FIRST_DATE, le=LAST_DATE)]
    mass_kg: Annotated[float | None, In("kg"), Field(ge=25, le=400)] = None
    intake_kcal: Annotated[float | None, In("kcal"), Field(ge=0, le=MOST_INTAKE_KCAL)] = None
    source: LogSource | None = None
    mask: Mask | None = None
    note: Text | None = None

    @classmethod
    def remedy_for(cls, reading: FieldReading) -> str:
        """What to write for the date, which must be there."""
        return DATE_REMEDY if reading.name == "date" else super().remedy_for(reading)

    def joined(self, other: "LogDay", *, replaces: bool) -> "LogDay":
        """
        This day with what the other says of it too.

        Raises:
            InputError: Both say something else of the same, and *replaces* is false.
        """
        found = {
            **self.model_dump(),
            **{k: v for k, v in other.model_dump().items() if v is not None},
        }
        for name in ("mass_kg", "intake_kcal"):
            have, new = getattr(self, name), getattr(other, name)
            if not replaces and have is not None and new is not None and have != new:
                unit = name.rpartition("_")[2]
                raise InputError(
                    f"{self.date} has {have:g} {unit} already",
                    argument=name.rpartition("_")[0],
                    value=new,
                    quote="",
                    remedy="say --replace to put the new figure in its place",
                )
        return LogDay(**found)


class Log(Statement):
    """
    Days with what was measured and eaten, oldest first, each date once.

    >>> Log(days=()).is_empty
    True
    """

    days: Annotated[tuple[LogDay, ...], Field(max_length=MOST_LOG_DAYS)] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        dates = [day.date for day in self.days]
        twice = next(
            (a for a, b in zip(sorted(dates), sorted(dates)[1:], strict=False) if a == b), None
        )
        if twice is not None:
            raise InputError("is there twice", argument="date", value=twice, remedy="keep one")
        if dates != sorted(dates):
            raise InputError("the days of a log are in order, oldest first", argument="days")
        return self

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written down."""
        return not self.days

    def with_day(self, day: LogDay, *, replaces: bool = False) -> "Log":
        """
        The log with a day more, or with more said of one of its days.

        Raises:
            InputError: The day says something else already, and *replaces* is false.
        """
        by_date = {one.date: one for one in self.days}
        have = by_date.get(day.date)
        by_date[day.date] = day if have is None else have.joined(day, replaces=replaces)
        return Log(days=tuple(by_date[date] for date in sorted(by_date)))

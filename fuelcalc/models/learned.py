"""What was learned of somebody's daily life from a log, as a plan file keeps it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from fuelcalc.errors import InputError
from fuelcalc.models.marks import In
from fuelcalc.models.reading import FieldReading
from fuelcalc.models.statement import Statement
from fuelcalc.models.text import DATE_REMEDY, FIRST_DATE, LAST_DATE, date_from

LogSource = Literal["weighed", "app", "plan"]
"""How intake was written down: food on a scale, an app's portions, or fuelcalc's own menus."""

Dated = Annotated[date, Field(ge=FIRST_DATE, le=LAST_DATE)]
Count = Annotated[int, Field(ge=0, le=100_000)]


class LearnedLife(Statement):
    """
    Daily life without training as a log has it, with what it rests on: `[athlete.learned]`.

    A log knows kcal, not a factor: `daily_life_pal` times `log_resting_kcal_per_day` is what a
    day without training cost at `log_mass_kg`, and plans keep to that whatever says resting energy
    then. A table without these two, by hand or of an earlier version, is over the plan's own.

    A plan file says `sd`, `from` and `to`, short as its other tables; how many mornings and days
    of eating it rests on may be unknown, where somebody wrote it by hand.

    >>> table = {"daily_life_pal": 1.47, "sd": 0.07, "from": "2026-10-01", "to": "2026-11-25"}
    >>> LearnedLife.of(**table, source="weighed").last_date
    datetime.date(2026, 11, 25)
    """

    also: ClassVar[Mapping[str, tuple[str, Callable[[Any, str], Any]]]] = {
        "sd": ("daily_life_sd", lambda value, _: value),
        "from": ("first_date", date_from),
        "to": ("last_date", date_from),
    }

    daily_life_pal: Annotated[float, Field(ge=1.0, le=3.0)]
    daily_life_sd: Annotated[float, Field(ge=0.0, le=0.5)]
    first_date: Dated
    last_date: Dated
    source: LogSource
    n_mass: Count | None = None
    n_intake: Count | None = None
    log_resting_kcal_per_day: Annotated[
        float | None, In("kcal_per_day"), Field(ge=600, le=5000)
    ] = None
    log_mass_kg: Annotated[float | None, In("kg"), Field(ge=30, le=250)] = None

    @classmethod
    def remedy_for(cls, reading: FieldReading) -> str:
        """What to write for a field that must be there."""
        numbers = {"daily_life_pal": "write 1.5", "daily_life_sd": "write 0.07"}
        if reading.name in numbers:
            return numbers[reading.name]
        return DATE_REMEDY if reading.name.endswith("_date") else super().remedy_for(reading)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last_date < self.first_date:
            raise InputError("learned ends before it begins", remedy="exchange from and to")
        if (self.log_resting_kcal_per_day is None) != (self.log_mass_kg is None):
            raise InputError(
                "learned has one of log_resting and log_mass",
                remedy="write both as they were in the log, or leave both out",
            )
        return self

"""What a log says of what somebody spends, and what their mass is foreseen to do."""

from datetime import date
from typing import Final

from pydantic import Field

from fuelcalc.models.learned import LearnedLife
from fuelcalc.models.notes import Note
from fuelcalc.models.record import Record

TREND_DAYS: Final = 28
"""The last days of a log, by which its trend is told."""


class LearnedDay(Record):
    """
    One day of a log as it was read: what the scale showed, and where the body's mass was.

    The trend is without the water of the day; *low* and *high* are its 90 % range, and those of
    the expenditure what a day without training cost then. Both are told by the mornings before
    and after the day, so that a longer log may say something else of it.

    Attributes:
        date: The day.
        mass_kg: What the scale showed; None where it showed nothing.
        trend_kg: Where the body's mass was, without the water of the day.
        low_kg: The lower end of its 90 % range.
        high_kg: The upper end of its 90 % range.
        base_low_kcal: The lower end of what a day without training cost then.
        base_high_kcal: The upper end of what a day without training cost then.
    """

    date: date
    mass_kg: float | None
    trend_kg: float
    low_kg: float
    high_kg: float
    base_low_kcal: float
    base_high_kcal: float


class Learned(Record):
    """
    What a log says of what somebody spends.

    Attributes:
        schema_: Which shape this JSON has; its number changes when a member changes its meaning.
        life: What a plan takes over, with its dates and counts.
        estimated_pal: A day without training over resting energy, by the equations alone.
        expenditure_kcal: Mean of the next seven days, as they are planned.
        expenditure_low_kcal: The lower end of its 90 % range.
        expenditure_high_kcal: The upper end.
        estimated_kcal: The same by the equations alone.
        estimated_low_kcal: The lower end of its range.
        estimated_high_kcal: The upper end.
        logged_kcal: The same in the log's own kcal, which miss what was not logged.
        regressed_kcal: What was spent by a plain line through the last 28 days, in the log's own
            kcal; None where those hold too little.
        reporting_share: By how much more was eaten than logged.
        training_share: By how much more the sessions cost than by the equations.
        mean_intake_kcal: The mean of the days that were logged.
        latest_kg: The median mass of the log's last week; None where it has none.
        kg_per_week: The trend of the last 28 days, in kg a week.
        is_learned: Whether the log holds enough to learn from.
        asks: Whether the answer is to be confirmed before a plan takes it over.
        by_day: The log day by day.
        notes: What is to be said of it.
    """

    schema_: str = Field(default="fuelcalc/learned/1", alias="schema", serialization_alias="schema")
    life: LearnedLife
    estimated_pal: float
    expenditure_kcal: float
    expenditure_low_kcal: float
    expenditure_high_kcal: float
    estimated_kcal: float
    estimated_low_kcal: float
    estimated_high_kcal: float
    logged_kcal: float
    regressed_kcal: float | None
    reporting_share: float
    training_share: float
    mean_intake_kcal: float | None
    latest_kg: float | None
    kg_per_week: float
    is_learned: bool
    asks: bool
    by_day: tuple[LearnedDay, ...]
    notes: tuple[Note, ...]


class ForecastWeek(Record):
    """
    Where body mass is at the end of a week, nine times in ten.

    Attributes:
        week: How many weeks from the start.
        low_kg: The lower end of its 90 % range.
        high_kg: The upper end of its 90 % range.
    """

    week: int
    low_kg: float
    high_kg: float
    is_mark: bool = Field(description="Whether to estimate anew then")


class Forecast(Record):
    """
    Body mass over the next weeks as a band: no line within it, and no date for a mass.

    Attributes:
        low_kg: Where the scale may stand at the start.
        high_kg: The upper end.
        balance_kcal: What is eaten above what is spent, in each stretch of weeks.
        expenditure_sd_kcal: How far off what is spent may be; the band's width.
        is_learned: Whether that is learned from a log.
        stops_early: Whether it ends before the weeks that were asked for, since beyond them its
            lower end is a mass at which none is foreseen.
        weeks: The end of each week.
    """

    low_kg: float
    high_kg: float
    balance_kcal: tuple[float, ...]
    expenditure_sd_kcal: float
    is_learned: bool
    stops_early: bool
    weeks: tuple[ForecastWeek, ...]

    @property
    def told(self) -> tuple[ForecastWeek, ...]:
        """The weeks whose ends are told: those to look again, and the last where it is none."""
        marks = tuple(one for one in self.weeks if one.is_mark)
        ends_apart = not marks or (self.stops_early and marks[-1] != self.weeks[-1])
        return (*marks, self.weeks[-1]) if ends_apart else marks

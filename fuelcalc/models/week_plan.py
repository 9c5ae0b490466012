"""The finished plan of a week: its days, what they come to, and what the check found."""

import datetime as dt
from typing import Literal

from pydantic import Field

from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.cooking import Cooking
from fuelcalc.models.day import Day
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.finding import Finding
from fuelcalc.models.learning import Forecast
from fuelcalc.models.notebook import in_notebook
from fuelcalc.models.notes import Note
from fuelcalc.models.record import Record
from fuelcalc.models.shopping import ShoppingList
from fuelcalc.models.week import WeekEnergy

DayOrigin = Literal["dated", "repeated", "spread"]
"""Where a day of a week comes from: its date, its weekday, or the mileage of the week alone."""


def name_of(athlete: Athlete, place: int) -> str:
    """
    What somebody at a table of several is called: by name, else by their place.

    >>> name_of(Athlete.of(sex="male", age=30, mass="75 kg", height="178 cm"), 2)
    'person 2'
    """
    return athlete.printed_name or f"person {place}"


class DayEnergy(Record):
    """
    What one day of a week costs, with its 90 % range, and what is eaten on it.

    Attributes:
        date: The day.
        expenditure_kcal: What it costs.
        expenditure_low_kcal: The lower end of its 90 % range.
        expenditure_high_kcal: The upper end of its 90 % range.
        intake_kcal: What is eaten on it.
    """

    date: dt.date
    expenditure_kcal: float
    expenditure_low_kcal: float
    expenditure_high_kcal: float
    intake_kcal: float


class DayCarbohydrate(Record):
    """
    The least carbohydrate that a day's training and races ask for, and what is eaten of it.

    Attributes:
        date: The day.
        need_g: The least that training and races ask for.
        intake_g: What is eaten.
    """

    date: dt.date
    need_g: float
    intake_g: float


class EnergyOfWeek(Record):
    """
    The energy of some days, each figure being the sum over them.

    Attributes:
        mode: Whether each day eats what it costs, or the days eat alike.
        expenditure_kcal: What they cost.
        intake_kcal: What is eaten.
        balance_kcal: Intake less expenditure.
        behind_kcal: What is left uneaten on the days that leave any, of which later days repay.
        expected_kg_per_week: What the balance does to body mass if it lasts.
        expected_low_kg_per_week: The lower end of its 90 % range.
        expected_high_kg_per_week: The upper end.
        by_day: Cost and intake of each day.
    """

    mode: WeekEnergy
    expenditure_kcal: float
    intake_kcal: float
    balance_kcal: float
    behind_kcal: float
    expected_kg_per_week: float
    expected_low_kg_per_week: float
    expected_high_kg_per_week: float
    by_day: tuple[DayEnergy, ...]


class WeekPlan(Record):
    """
    A plan for several days with dates, a week most often; each day is what `plan_day` gives.

    Attributes:
        schema_: Which shape this JSON has; its number changes when a member changes its meaning.
        athlete: Who eats.
        goal: What for.
        days: The plan of each day, in order.
        training: What each day trains.
        origins: Where each day comes from.
        missing: The dates between the first and the last that the plan says nothing of.
        energy: What the days come to; None where a guard withholds figures on one of them.
        carbohydrate: What the training of each day asks for, and what is eaten; none where a guard
            withholds figures on one of them.
        cooking: What each day cooks, and for when.
        shopping: What to buy for all of it; None where no food is chosen.
        check: What the check of the training found; nothing of days that nobody has written.
        notes: What is said of the week as a whole; each day's own are in its plan.
        forecast: Where body mass may go if such weeks follow; None where there is nothing to say.
    """

    schema_: str = Field(default="fuelcalc/week/1", alias="schema", serialization_alias="schema")
    athlete: Athlete
    goal: Goal
    days: tuple[DayPlan, ...]
    training: tuple[Day, ...]
    origins: tuple[DayOrigin, ...]
    missing: tuple[dt.date, ...]
    energy: EnergyOfWeek | None
    carbohydrate: tuple[DayCarbohydrate, ...]
    cooking: tuple[Cooking, ...]
    shopping: ShoppingList | None
    check: tuple[Finding, ...]
    notes: tuple[Note, ...]
    forecast: Forecast | None = None

    @property
    def first(self) -> dt.date:
        """The date of the first day."""
        return self.dates[0]

    @property
    def dates(self) -> tuple[dt.date, ...]:
        """The date of each day."""
        return tuple(plan.date for plan in self.days if plan.date is not None)

    def __repr__(self) -> str:
        """Which days it has and what they come to, in one line."""
        facts = [f"{len(self.days)} days from {self.days[0].date}"]
        if self.energy is not None:
            facts.append(f"{self.energy.expenditure_kcal:.0f} kcal spent")
            facts.append(f"{self.energy.intake_kcal:.0f} kcal eaten")
        return f"<WeekPlan: {', '.join(facts)}>"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """Its page, for a notebook."""
        return in_notebook(self)

"""The clock as comma-separated text: one row a feeding, or one row a food."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.reports.day.json_tree import entry_tree
from fuelcalc.reports.formats.csv import csv_table
from fuelcalc.reports.rounding import column, for_files
from fuelcalc.units.clock import DAY_MIN

FeedingRow = Mapping[str, Any]

_SERVED: Final = (
    "energy_kcal", "energy_449_kcal", "protein_g", "carbohydrate_g", "fat_g", "fibre_g",
)  # fmt: skip
FEEDING_COLUMNS: Final = (
    "date", "start", "end", "kind", "label", "dish", "dish_id", "preparation", "preparation_min",
    "hands_on_min", "energy_kcal", "protein_g", "carbohydrate_g", "fat_g", "fluid_ml",
    "sodium_mg", *(f"served_{name}" for name in _SERVED), "advice",
)  # fmt: skip
"""The columns of a feeding; what is `served` is what its foods hold."""

FOOD_COLUMNS: Final = (
    "date", "start", "label", "dish", "food_id", "name", "household", "grams", "energy_kcal",
    "protein_g", "carbohydrate_g", "fat_g", "fibre_g", "source",
)  # fmt: skip
"""The columns of a food; its amounts are those of the portion."""

_WHO: Final = "athlete"
"""The column that says whose a row is."""

# What a spreadsheet shows of a number, and the least that a page prints.
_STEP: Final = 0.1


def feedings_csv(*plans: DayPlan, names: Sequence[str] = ()) -> str:
    """
    The feedings of one day or of several, earliest first, with the figures of the JSON.

    Args:
        plans: Finished plans.
        names: Whose each of them is, where several people eat; the first column then.

    Returns:
        A header and one row a feeding. Numbers have one decimal, in the unit that their column
        ends with, and each column sums to its own total; a missing one is an empty cell, never 0.
        The header alone where a guard
        withholds the clock.

    >>> from fuelcalc import Athlete, Day, plan_day
    >>> athlete = Athlete.of(sex="male", age=30, mass="75 kg", height="178 cm")
    >>> feedings_csv(plan_day(athlete, Day(), menu=False)).splitlines()[1][:27]
    ',07:30,08:00,meal,breakfast'
    """
    rows = [_feeding(entry) for entry in _entries(plans, names)]
    return csv_table(_columns(FEEDING_COLUMNS, names), _rounded(rows))


def foods_csv(*plans: DayPlan, names: Sequence[str] = ()) -> str:
    """
    The foods of one day or of several, feeding by feeding, with the figures of the JSON.

    Args:
        plans: Finished plans.
        names: Whose each of them is, as for `feedings_csv`.

    Returns:
        A header and one row a food, as `feedings_csv` writes them.

    >>> from fuelcalc import Athlete, Day, plan_day
    >>> athlete = Athlete.of(sex="male", age=30, mass="75 kg", height="178 cm")
    >>> foods_csv(plan_day(athlete, Day(), menu=False))[:27]
    'date,start,label,dish,food_'
    """
    rows = [{**entry, **item} for entry in _entries(plans, names) for item in entry["items"]]
    return csv_table(_columns(FOOD_COLUMNS, names), _rounded(rows))


def _columns(columns: tuple[str, ...], names: Sequence[str]) -> tuple[str, ...]:
    """The columns of a table, behind whose it is where there are several."""
    return (_WHO, *columns) if names else columns


def _entries(plans: Sequence[DayPlan], names: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Each feeding of each day, with whose it is."""
    for place, plan in enumerate(plans):
        whose = {_WHO: names[place]} if names else {}
        yield from ({**whose, **entry} for entry in _feedings(plan))


def _rounded(rows: Sequence[FeedingRow]) -> list[dict[str, Any]]:
    """Rows with their numbers on one decimal, so that each column sums to its rounded total."""
    found = [dict(row) for row in rows]
    for name in {key: None for row in rows for key in row}:
        numbered = [row for row in found if isinstance(row.get(name), float)]
        values = column([row[name] for row in numbered], _STEP)
        for row, value in zip(numbered, values, strict=True):
            row[name] = round(value, 1) + 0.0
    return found


def _feedings(plan: DayPlan) -> Iterator[dict[str, Any]]:
    """Each feeding as the JSON has it, with the day's date."""
    for entry in plan.timeline or ():
        if entry.is_feeding:
            date = None if plan.date is None else _date(plan.date, entry.minute)
            yield {"date": date, **for_files(entry_tree(entry))}


def _date(day: dt.date, minute: float) -> str:
    """The date of a minute of a day; what passes midnight is on the next."""
    return (day + dt.timedelta(days=minute // DAY_MIN)).isoformat()


def _feeding(entry: FeedingRow) -> FeedingRow:
    """A feeding with what its foods hold beside what they should."""
    served = entry["served"] or {}
    return {**entry, **{f"served_{name}": served.get(name) for name in _SERVED}}

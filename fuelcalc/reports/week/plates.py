"""One pot and several plates: how much of each shared dish is for whom."""

from collections.abc import Iterator, Mapping, Sequence

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.timeline import Entry
from fuelcalc.models.week_plan import WeekPlan, name_of
from fuelcalc.reports.blocks import Column, Table, TableRow
from fuelcalc.reports.look import Look
from fuelcalc.reports.week.dates import day_text
from fuelcalc.reports.words import food_text

_WHEN_WIDTH = 18


def plates_of(weeks: Sequence[WeekPlan], look: Look) -> Iterator[Table]:
    """
    The meals of which several eat the same dish, with each one's foods.

    Args:
        weeks: A week a person, for the same days.
        look: Units.
    """
    by_date = [{day.date: day for day in week.days} for week in weeks]
    rows = [row for date in by_date[0] for row in _rows([days.get(date) for days in by_date], look)]
    if len(weeks) > 1 and rows:
        names = [name_of(week.athlete, place) for place, week in enumerate(weeks, start=1)]
        heads = (Column("meal", width=_WHEN_WIDTH), *map(Column, names))
        yield Table(heads, tuple(rows))


def _rows(days: Sequence[DayPlan | None], look: Look) -> Iterator[TableRow]:
    """The shared meals of one date; who has no day there eats something else."""
    date = next((day.date for day in days if day is not None), None)
    meals = [{} if day is None else _meals(day) for day in days]
    for name, entry in meals[0].items():
        others = [one.get(name) for one in meals[1:]]
        shared = [other is not None and other.dish_id == entry.dish_id for other in others]
        if not any(shared):
            continue
        cells = [_foods(entry, look)]
        cells += [
            _foods(other, look) if other is not None and is_shared else "something else"
            for other, is_shared in zip(others, shared, strict=True)
        ]
        when = f"{day_text(date)} {name}"
        yield TableRow((when, *cells), look.of_dish(entry.dish or "", entry.dish_id))


def _meals(day: DayPlan) -> Mapping[str, Entry]:
    """The meals of a day that somebody makes, by their names."""
    return {
        one.name: one
        for one in day.timeline or ()
        if one.name is not None and one.dish_id is not None and one.preparation_min
    }


def _foods(entry: Entry, look: Look) -> str:
    """What is on a plate, in the measures of a kitchen."""
    return ", ".join(food_text(item, look) for item in entry.items)

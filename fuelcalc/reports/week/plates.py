"""One pot and several plates: how much of each shared dish is for whom, and who has another."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.timeline import Entry
from fuelcalc.models.week_plan import WeekPlan, name_of
from fuelcalc.reports.blocks import Column, Table, TableRow
from fuelcalc.reports.look import Look
from fuelcalc.reports.week.dates import day_text
from fuelcalc.reports.words import food_text

_WHEN_WIDTH: Final = 18
_DINNER, _SNACK = "dinner", "snack"


def plates_of(weeks: Sequence[WeekPlan], look: Look) -> Iterator[Table]:
    """
    The meals of which several eat the same dish, with each one's foods, and every dinner.

    Who has another dish has its name there. Snacks are everybody's own.

    Args:
        weeks: A week a person, for the same days.
        look: Units.
    """
    by_date = [{day.date: day for day in week.days} for week in weeks]
    rows = [row for date in by_date[0] for row in _rows([days.get(date) for days in by_date], look)]
    if len(weeks) > 1 and rows:
        names = [name_of(week.athlete, place) for place, week in enumerate(weeks, start=1)]
        yield Table((Column("meal", width=_WHEN_WIDTH), *map(Column, names)), tuple(rows))


def _rows(days: Sequence[DayPlan | None], look: Look) -> Iterator[TableRow]:
    """The meals of one date; who has no day there, or no dish that is shown, has an empty cell."""
    date = next((day.date for day in days if day is not None), None)
    meals = [{} if day is None else _meals(day) for day in days]
    for name in dict.fromkeys(name for one in meals for name in one):
        entries = [one.get(name) for one in meals]
        dishes = Counter(one.dish_id for one in entries if one is not None and one.dish_id)
        ((shared, plates),) = dishes.most_common(1) or ((None, 0),)
        is_shared = plates > 1
        if not is_shared and (name != _DINNER or entries.count(None) >= len(entries) - 1):
            continue
        cells = [
            ""
            if one is None
            else ", ".join(food_text(item, look) for item in one.items)
            if is_shared and one.dish_id == shared
            else _other(one, look)
            for one in entries
        ]
        dish = next((one.dish or "" for one in entries if one and one.dish_id == shared), "")
        called = look.of_dish(dish, shared) if is_shared else ""
        yield TableRow((f"{day_text(date)} {name}", *cells), called)


def _meals(day: DayPlan) -> Mapping[str, Entry]:
    """The meals of a day that somebody makes or that are eaten elsewhere, by their names."""
    return {
        one.name: one
        for one in day.timeline or ()
        if one.name is not None
        and one.name != _SNACK
        and ((one.dish_id is not None and one.preparation_min) or one.elsewhere is not None)
    }


def _other(entry: Entry, look: Look) -> str:
    """What somebody has who does not eat of the shared dish."""
    if entry.elsewhere is not None:
        return f"{entry.elsewhere.what}, eaten" if entry.is_eaten else entry.elsewhere.place
    return look.of_dish(entry.dish or "", entry.dish_id)

"""What is cooked on which day, for when, and what of it is eaten again."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, TypeAlias

from fuelcalc.models.cooking import AHEAD, CookedDish, Cooking
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.timeline import Entry
from fuelcalc.models.week import WEEK_DAYS
from fuelcalc.models.week_plan import WeekPlan, name_of
from fuelcalc.reports.blocks import SESSIONS, Column, Section, Table, TableRow
from fuelcalc.reports.formats.ics import Task
from fuelcalc.reports.look import Look
from fuelcalc.reports.rounding import count_text
from fuelcalc.reports.week.dates import day_text
from fuelcalc.reports.words import food_text

_DAY_WIDTH, _FOR_WIDTH, _MIN_WIDTH = 8, 26, 5

_DINNER: Final = "dinner"
_EVENING_MIN: Final = 1200.0
_DAY: Final = dt.timedelta(days=1)

_FIRST_MEALS: Final = frozenset({"breakfast", "second breakfast"})

MealEntries: TypeAlias = Mapping[
    tuple[dt.date | None, str | None, dt.time], tuple[Entry, Sequence[Entry] | None]
]
"""Feedings with the clock of their day, by date, dish and time."""

Eaters: TypeAlias = Mapping[tuple[dt.date, str, str], str]
"""Who eats a dish, by its date, id and feeding; without those of which everybody eats."""


def cooking_of(weeks: Sequence[WeekPlan], look: Look) -> Iterator[Section]:
    """
    The dishes that are made on each day, with the feedings that they are made for.

    Args:
        weeks: The week, and those of whoever eats from the same pot: who eats what is said where
            not all of them do.
        look: The reader's words.
    """
    cooking = weeks[0].cooking
    eaters, has_dates = _eaters(weeks), len(cooking) > WEEK_DAYS
    rows = [row for day in cooking for row in _rows(day, look, eaters, has_dates=has_dates)]
    if rows:
        columns = (
            Column("day", width=_DAY_WIDTH),
            Column("cook"),
            Column("for", width=_FOR_WIDTH),
            Column("min", "right", _MIN_WIDTH),
        )
        yield Section("Cooking", (Table(columns, tuple(rows)),), "cooking")


def cooking_tasks(weeks: Sequence[WeekPlan], look: Look) -> Iterator[Task]:
    """
    What is cooked as something to do: begun so early that the first meal of it is in time.

    Where a session of the first one at the table is in the way, when that is over. What is packed
    for work is made when the first meal of the day is eaten.

    Args:
        weeks: The week, and those of whoever eats from the same pot.
        look: The reader's words.
    """
    cooking, eaters = weeks[0].cooking, _eaters(weeks)
    days = {day.date: day for day in weeks[0].days}
    entries = {
        (day.date, one.dish_id, one.start): (one, day.timeline)
        for week in weeks
        for day in week.days
        for one in day.timeline or ()
    }
    for one in cooking:
        for dish in one.dishes:
            minutes = round(dish.minutes)
            known = [
                _latest(*entries[meal], minutes, is_packed=each.is_packed)
                for each in dish.eaten
                if (meal := (each.date, dish.dish_id, each.time)) in entries
                and each.date == one.date
            ]
            if not known:
                # Somebody else at the table eats it, whose week is not shown here.
                continue
            date, start = one.date, min(known)
            if dish.is_of_evening_before:
                date -= _DAY
                start = _evening_min(days.get(date))
            timeline = (days[date].timeline or ()) if date in days else ()
            sessions = [entry for entry in timeline if entry.kind in SESSIONS]
            start = _beside(sessions, start, minutes, is_ahead=_is_ahead(dish, entries, one.date))
            told = _for_text(dish, eaters, has_dates=len(cooking) > WEEK_DAYS)
            portions = count_text(dish.portions, "portion")
            yield Task(
                date,
                round(start),
                minutes,
                f"Cook {look.of_dish(dish.name, dish.dish_id)}",
                ". ".join(filter(None, (look.spelled(f"{portions}: {told}"), _in_all(dish, look)))),
            )


def _is_ahead(dish: CookedDish, entries: MealEntries, date: dt.date) -> bool:
    """Whether a dish is made before the session that its first meal follows."""
    first = dish.eaten[0]
    meal = entries.get((date, dish.dish_id, first.time))
    how = "" if meal is None else meal[0].preparation or ""
    is_own = not (dish.is_of_evening_before or first.is_packed)
    return is_own and how.startswith(AHEAD)


def _beside(sessions: Sequence[Entry], start: float, minutes: float, *, is_ahead: bool) -> float:
    """When something is begun so that nobody cooks while training."""
    if is_ahead:
        for entry in reversed(sessions):
            if entry.minute < start + minutes:
                return min(start, entry.minute - minutes)
        return start
    for entry in sessions:
        if entry.minute < start + minutes:
            start = max(start, entry.minute + entry.minutes)
    return start


def _evening_min(day: DayPlan | None) -> float:
    """When something is made for the next day: after dinner, or at eight where nobody knows it."""
    dinners = [
        one.minute + one.minutes
        for one in (None if day is None else day.timeline) or ()
        if one.feeding_name.name == _DINNER
    ]
    return max(dinners, default=_EVENING_MIN)


def _latest(
    meal: Entry, timeline: Sequence[Entry] | None, minutes: float, *, is_packed: bool
) -> float:
    """When a dish is begun at the latest, so that its meal is in time."""
    first = next(
        (one for one in timeline or () if one.is_feeding and one.name in _FIRST_MEALS), meal
    )
    is_later = is_packed and first.minute + first.minutes < meal.minute - minutes
    return first.minute + first.minutes if is_later else meal.minute - minutes


def _eaters(weeks: Sequence[WeekPlan]) -> Eaters:
    """Who eats a dish when, where several are at the table and not all of them do."""
    found: dict[tuple[dt.date, str, str], dict[str, None]] = {}
    for place, week in enumerate(weeks, start=1):
        for day in week.days:
            for one in day.timeline or ():
                if day.date is not None and one.dish_id is not None:
                    name = name_of(week.athlete, place)
                    found.setdefault((day.date, one.dish_id, one.called), {})[name] = None
    return {
        meal: f" ({', '.join(names)})" for meal, names in found.items() if len(names) < len(weeks)
    }


def _rows(day: Cooking, look: Look, eaters: Eaters, *, has_dates: bool) -> Iterator[TableRow]:
    """A row a dish; the last one says how far the evening is over its minutes."""
    over = f"{day.over_min:.0f} min over what a weekday's evening has" if day.over_min else ""
    last = len(day.dishes)
    for place, dish in enumerate(day.dishes, start=1):
        yield TableRow(
            (
                day_text(day.date) if place == 1 else "",
                look.of_dish(dish.name, dish.dish_id),
                _for_text(dish, eaters, has_dates=has_dates)
                + (", made the evening before" if dish.is_of_evening_before else ""),
                f"{dish.minutes:.0f}",
            ),
            "; ".join(filter(None, (_in_all(dish, look), over if place == last else ""))),
        )


def _in_all(dish: CookedDish, look: Look) -> str:
    """What goes into a dish of the evening before, whose page is another, and what does not."""
    if not (dish.is_of_evening_before and dish.pot):
        return ""
    raw = dict.fromkeys(look.spelled(name) for one in dish.eaten for name in one.apart)
    kept = f"; {' and '.join(raw)} apart until it is eaten" if raw else ""
    return f"In all {', '.join(food_text(food, look) for food in dish.pot)}{kept}"


def _for_text(dish: CookedDish, eaters: Eaters, *, has_dates: bool) -> str:
    """When a dish is eaten, the days of the same meal together, with dates in several weeks."""
    told = []
    meals = [(one, eaters.get((one.date, dish.dish_id, one.feeding), "")) for one in dish.eaten]
    for (feeding, names), those in groupby(meals, lambda meal: (meal[0].feeding, meal[1])):
        # Several at one table eat at the same time.
        dates = dict.fromkeys(one.date for one, _ in those)
        days = ", ".join(day_text(date) if has_dates else f"{date:%a}" for date in dates)
        told.append(f"{days} {feeding}{names}")
    return ", ".join(told)

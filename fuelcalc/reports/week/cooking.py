"""What is cooked on which day, for when, and what of it is eaten again."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from fuelcalc.models.cooking import CookedDish, Cooking
from fuelcalc.models.week import WEEK_DAYS
from fuelcalc.models.week_plan import WeekPlan
from fuelcalc.reports.blocks import SESSIONS, Column, Section, Table, TableRow
from fuelcalc.reports.formats.ics import Task
from fuelcalc.reports.look import Look
from fuelcalc.reports.week.dates import day_text

_DAY_WIDTH, _FOR_WIDTH, _MIN_WIDTH = 8, 26, 5


def cooking_of(cooking: Sequence[Cooking], look: Look) -> Iterator[Section]:
    """
    The dishes that are made on each day, with the feedings that they are made for.

    Args:
        cooking: What each day cooks.
        look: The reader's words.
    """
    has_dates = len(cooking) > WEEK_DAYS
    rows = [row for day in cooking for row in _rows(day, look, has_dates=has_dates)]
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

    Where a session of the first one at the table is in the way, when that is over.

    Args:
        weeks: The week, and those of whoever eats from the same pot.
        look: The reader's words.
    """
    cooking = weeks[0].cooking
    days = {day.date: day for day in weeks[0].days}
    starts = {
        (day.date, one.dish_id, one.start): one.minute
        for week in weeks
        for day in week.days
        for one in day.timeline or ()
    }
    for one in cooking:
        for dish in one.dishes:
            meals = [(each.date, dish.dish_id, each.time) for each in dish.eaten]
            known = [starts[meal] for meal in meals if meal[0] == one.date and meal in starts]
            if not known:
                # Somebody else at the table eats it, whose week is not shown here.
                continue
            minutes = round(dish.minutes)
            start = min(known) - minutes
            for entry in (days[one.date].timeline or ()) if one.date in days else ():
                if entry.kind in SESSIONS and entry.minute < start + minutes:
                    start = max(start, entry.minute + entry.minutes)
            told = _for_text(dish, has_dates=len(cooking) > WEEK_DAYS)
            portions = "1 portion" if dish.portions == 1 else f"{dish.portions} portions"
            yield Task(
                one.date,
                round(start),
                minutes,
                f"Cook {look.of_dish(dish.name, dish.dish_id)}",
                look.spelled(f"{portions}: {told}"),
            )


def _rows(day: Cooking, look: Look, *, has_dates: bool) -> Iterator[TableRow]:
    """A row a dish; the last one says how far the evening is over its minutes."""
    over = f"{day.over_min:.0f} min over what a weekday's evening has" if day.over_min else ""
    for place, dish in enumerate(day.dishes, start=1):
        yield TableRow(
            (
                day_text(day.date) if place == 1 else "",
                look.of_dish(dish.name, dish.dish_id),
                _for_text(dish, has_dates=has_dates),
                f"{dish.minutes:.0f}",
            ),
            over if place == len(day.dishes) else "",
        )


def _for_text(dish: CookedDish, *, has_dates: bool) -> str:
    """When a dish is eaten, the days of the same meal together, with dates in several weeks."""
    told = []
    for feeding, those in groupby(dish.eaten, lambda one: one.feeding):
        # Several at one table eat at the same time.
        dates = dict.fromkeys(one.date for one in those)
        days = ", ".join(day_text(date) if has_dates else f"{date:%a}" for date in dates)
        told.append(f"{days} {feeding}")
    return ", ".join(told)

"""
Edits of a week's dishes: what somebody sets on one day, with what another day eats of it.

A lock by date is the dish of its own day, and an edit of the week for every other: tomorrow's
lunch eats what tonight is cooked.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.models.day import Day
from fuelcalc.models.dishes import Variant
from fuelcalc.pantry import Limits, Pantry
from fuelcalc.pantry.lookup import plain
from fuelcalc.planning.menu.patterns import AT_HOME, OUT, TO_WORK, WORKDAYS
from fuelcalc.planning.menu.pools import Rules
from fuelcalc.planning.menu.rota import Rota, rota_of

_DATED: Final = re.compile(r"\s*(\d{4}-\d{2}-\d{2})\s+(\S.*)")
EDITED_MEALS: Final = ("breakfast", "lunch", "dinner")
"""The meals of which a week plans a dish, so that another day's may be set."""

_CARRIED: Final = frozenset({"cold", "warm"})
_LAST_WEEKDAY: Final = 6


class Edit(NamedTuple):
    """A dish that somebody has set for a meal of the week; None where it is eaten out."""

    weekday: int
    meal: str
    variant: Variant | None


def locks_of(
    lock: Mapping[str, str], today: dt.date | None
) -> tuple[dict[str, str], dict[tuple[dt.date, str], str]]:
    """
    The locks of today by feeding, and those of other days by their date and feeding.

    Args:
        lock: Dishes by feeding, or by date and feeding: "dinner", "2026-11-26 dinner".
        today: The day's date, if it has one.

    Raises:
        InputError: A lock has a date and the day has none, there is no such date, or a feeding
            is locked with today's date and without.

    >>> locks_of({"lunch": "a", "2026-11-26 dinner": "b"}, dt.date(2026, 11, 26))
    ({'lunch': 'a', 'dinner': 'b'}, {})
    """
    own: dict[str, str] = {}
    others: dict[tuple[dt.date, str], str] = {}
    for word, dish in lock.items():
        match = _DATED.fullmatch(word)
        if match is None:
            own[word] = dish
            continue
        feeding = match[2].strip()
        if today is None:
            raise _no_lock(word, "has a date, and the day has none", f'write "{feeding}"')
        date = _date(match[1], word)
        if date != today:
            others[date, plain(feeding)] = dish
        elif feeding in lock:
            raise _no_lock(word, "is locked twice, with a date and without", "keep one")
        else:
            own[feeding] = dish
    return own, others


def locks_of_days(
    lock: Mapping[str, str], day: Day, days: Iterable[Day]
) -> tuple[dict[str, str], dict[tuple[dt.date, str], str]]:
    """
    The locks of a day and those of other days: what is asked for now, then what stands in the days.

    Args:
        lock: What is asked for now, as for `locks_of`.
        day: The day.
        days: The other days that are known.

    Raises:
        InputError: As for `locks_of`.
    """
    own, others = locks_of(lock, day.date)
    for other in days:
        if other.date is not None and other.date != day.date:
            for one in other.lock:
                others.setdefault((other.date, plain(one.feeding)), one.dish)
    asked = {plain(word) for word in own}
    own |= {one.feeding: one.dish for one in day.lock if plain(one.feeding) not in asked}
    return own, others


def is_dated(word: str) -> bool:
    """
    Whether a lock begins with its date, and so may be of another day.

    >>> is_dated("2026-11-26 dinner"), is_dated("dinner")
    (True, False)
    """
    return _DATED.fullmatch(word) is not None


def _date(text: str, word: str) -> dt.date:
    """The date of a lock."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise _no_lock(word, "has no such date", 'write "2026-11-26 dinner"') from None


def _no_lock(word: str, problem: str, remedy: str) -> InputError:
    """Why a lock cannot be read."""
    return InputError(problem, argument="lock", value=word, remedy=remedy)


def edits_of(
    others: Mapping[tuple[dt.date, str], str], today: dt.date, limits: Limits, pantry: Pantry
) -> tuple[Edit, ...]:
    """
    What locks of other days change in today's week; those of other weeks and snacks change nothing.

    Raises:
        InputError: There is no such dish, or it may not be eaten.
    """
    monday = today - dt.timedelta(days=today.weekday())
    found: list[Edit] = []
    for (date, meal), dish in others.items():
        weekday = (date - monday).days
        if meal in EDITED_MEALS and 0 <= weekday <= _LAST_WEEKDAY:
            is_out = plain(dish) == OUT
            found.append(Edit(weekday, meal, None if is_out else _variant(dish, limits, pantry)))
    return tuple(found)


def _variant(dish: str, limits: Limits, pantry: Pantry) -> Variant:
    """A dish by its id or its name, as somebody may eat it."""
    allowed = pantry.variants(limits)
    named = [one for one in allowed if plain(one.name) == plain(dish)]
    dish_id = named[0].dish.dish_id if named else pantry.dish(dish).dish_id
    variant = next((one for one in allowed if one.dish.dish_id == dish_id), None)
    if variant is None:
        raise InputError(
            "is not for you: your limits rule it out",
            argument="lock",
            value=dish,
            remedy="fuelcalc dishes lists yours",
        )
    return variant


def left_of(
    others: Mapping[tuple[dt.date, str], str],
    today: dt.date,
    rules: Rules,
    limits: Limits,
    pantry: Pantry,
) -> Variant | None:
    """
    What somebody set for yesterday's dinner, where it keeps and can be lunch where that is eaten.

    Args:
        others: What is set on other days, by date and feeding.
        today: The day of the lunch.
        rules: What its week is made for.
        limits: What somebody may eat.
        pantry: The dishes.

    Raises:
        InputError: There is no such dish, or it may not be eaten.
    """
    dish = others.get((today - dt.timedelta(days=1), "dinner"))
    if dish is None or plain(dish) == OUT:
        return None
    dinner = _variant(dish, limits, pantry)
    # At the weekend lunch is eaten at home, from a plate.
    is_home = today.weekday() not in WORKDAYS
    return dinner if is_lunch(dinner, rules._replace(lunch="home") if is_home else rules) else None


@lru_cache(maxsize=64)
def edited_rota(rules: Rules, limits: Limits, pantry: Pantry, edits: tuple[Edit, ...]) -> Rota:
    """The dishes of one week with what somebody has set; leftovers follow."""
    return edited(rota_of(rules, limits, pantry), edits, rules)


def edited(rota: Rota, edits: Iterable[Edit], rules: Rules) -> Rota:
    """
    A week with other dishes at some of its meals, and at those that eat what is left of them.

    Where a new dinner does not keep, or does not go where lunch is eaten, a quick lunch of the week
    stands in for what would have been left of the old one.

    Args:
        rota: The week.
        edits: What is set, by weekday and meal.
        rules: What the week was made for.
    """
    layout = rota.layout
    planned: dict[tuple[int, str], Variant | None] = dict(rota.planned)
    given = {(edit.weekday, edit.meal): edit.variant for edit in edits}
    if not given:
        return rota
    planned |= given
    for weekday, meal in given:
        lunch = (weekday + 1, "lunch")
        if meal == "dinner" and lunch not in given and is_eaten_again(layout, weekday):
            dinner = planned[weekday, meal]
            if dinner is None or not is_lunch(dinner, rules):
                dinner = _quick_lunch(layout, planned, but=planned.get((weekday + 1, "dinner")))
            planned[lunch] = dinner
    kept = {place: one for place, one in planned.items() if one is not None}
    mains = tuple(dict.fromkeys(one for (_, meal), one in kept.items() if meal != "breakfast"))
    return rota._replace(planned=kept, others={**rota.others, "lunch": mains, "dinner": mains})


def is_eaten_again(layout: Sequence[str], weekday: int) -> bool:
    """Whether the next day's lunch is what is left of a dinner."""
    if weekday == _LAST_WEEKDAY:
        return False
    dinner, lunch = layout[2 * weekday + 1], layout[2 * weekday + 2]
    return dinner == lunch


def is_lunch(dinner: Variant, rules: Rules) -> bool:
    """Whether what is left of a dinner can be the next day's lunch."""
    if dinner.dish.keeps <= 0:
        return False
    ways = TO_WORK.get(rules.lunch, _CARRIED)
    return rules.lunch in AT_HOME or dinner.dish.carried in ways


def _quick_lunch(
    layout: Sequence[str],
    planned: Mapping[tuple[int, str], Variant | None],
    *,
    but: Variant | None,
) -> Variant | None:
    """A weekday lunch of the week that is made for itself, and is not another dish of that day."""
    dinners = set(layout[1::2])
    lunches = (planned.get((day, "lunch")) for day in WORKDAYS if layout[2 * day] not in dinners)
    return next((one for one in lunches if one is not None and one is not but), None)

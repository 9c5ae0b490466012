"""
What has to go, as edits of the week: the dinner that takes it, and the lunch that is left of it.

The dish is a function of the week and of the words, so that the day itself, the day after and the
week find the same one without knowing each other's portions.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Final
from zlib import crc32

from fuelcalc.models.day import Day
from fuelcalc.models.dishes import Variant
from fuelcalc.pantry import Limits, Pantry
from fuelcalc.pantry.lookup import plain
from fuelcalc.planning.menu.candidates import Wishes, unplanned
from fuelcalc.planning.menu.edits import Edit, is_eaten_again, is_lunch
from fuelcalc.planning.menu.patterns import WORKDAYS, kind_of
from fuelcalc.planning.menu.week_dishes import is_wished

_SELDOM: Final = 3
"""What is made so seldom is no dish to use something up with."""


def with_fridge(
    wishes: Wishes,
    days: Iterable[Day],
    dinners: Collection[dt.date],
    limits: Limits,
    pantry: Pantry,
) -> Wishes:
    """
    Wishes with an edit for each day of the week whose meals take nothing of what has to go then.

    Args:
        wishes: Those of one day, with what is set on others of its week.
        days: The days that are known, that one among them.
        dinners: Dates whose dinner somebody has set, which stays.
        limits: Allergens, diet and restrictions; never broken.
        pantry: The dishes.
    """
    full = {day.date: day.use_up for day in days if day.date is not None and day.use_up}
    for date in sorted(full.keys() - dinners):
        if (date.toordinal() - 1) // 7 == wishes.rules.week:
            words = [plain(word) for word in full[date]]
            dinner = _dinner(words, date.weekday(), wishes, limits, pantry)
            if dinner is not None:
                edit = Edit(date.weekday(), "dinner", dinner)
                wishes = wishes._replace(edits=(*wishes.edits, edit))
    return wishes


def _dinner(
    words: Iterable[str], weekday: int, wishes: Wishes, limits: Limits, pantry: Pantry
) -> Variant | None:
    """A dinner that takes most of what no meal of a day takes, as near to the planned as can be."""
    rota, rules = wishes.rota(limits, pantry), wishes.rules
    left = unplanned(words, rota, weekday)
    planned = rota.planned.get((weekday, "dinner"))
    most_min = rules.most_minutes if weekday in WORKDAYS else None
    is_cooked_for_two = is_eaten_again(rota.layout, weekday)
    there = [
        one
        for one in pantry.variants(limits)
        if "dinner" in one.dish.meals
        and one.dish.everyday < _SELDOM
        and (most_min is None or one.dish.minutes <= most_min)
        and is_wished(one, left)
    ]
    return min(
        there,
        key=lambda one: (
            -sum(is_wished(one, (word,)) for word in left),
            planned is not None and kind_of(one) != kind_of(planned),
            is_cooked_for_two and not is_lunch(one, rules),
            one in rota.planned.values(),
            one.dish.everyday,
            crc32(f"{rules.week} {rules.seed} {one.dish.dish_id}".encode()),
        ),
        default=None,
    )

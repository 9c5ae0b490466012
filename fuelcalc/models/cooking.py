"""What is cooked on which day, for when, and what of it is eaten again."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from pydantic import Field

from fuelcalc.models.record import Record
from fuelcalc.models.timeline import ClockTime, Item

AHEAD: Final = "Make it ahead"
"""How a method begins whose dish is made before it is eaten."""

GOOD_WARM: Final = frozenset({"falafel", "frittata", "omelette"})
"""Words that name what somebody at home would rather have warm, though it is good in a box."""

COOKED_FOR: Final = frozenset({"lunch", "dinner", "tea", "supper"})
"""Meals that somebody is in the kitchen for, however little they take."""


def listed(words: Sequence[str]) -> str:
    """
    Some words as a sentence lists them.

    >>> listed(["rocket"]), listed(["rocket", "hummus", "cucumber"])
    ('rocket', 'rocket, hummus and cucumber')
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


class EatenAt(Record):
    """
    A feeding at which a cooked dish is eaten.

    Attributes:
        date: The day that it belongs to.
        feeding: What it is called.
        time: When it is.
        is_packed: Whether it is taken along to work, and so made before one goes there.
        apart: What of it is raw and comes to it when it is eaten, by name, where the dish was
            cooked on an earlier day, be it the evening before.
    """

    date: dt.date
    feeding: str
    time: ClockTime
    is_packed: bool
    apart: tuple[str, ...]


class CookedDish(Record):
    """
    A dish that is cooked once.

    Attributes:
        dish_id: What it is.
        name: What a menu calls it.
        portions: How many feedings it is cooked for.
        plates: How many of the first plate all of them come to, by what the food weighs; as many as
            feedings where several eat, each of their own plate.
        pot: What goes into the pot for all of its plates, a food an item; none where it is for one
            plate, where several eat, or where a guard hides amounts. Oil, sauces and spices are in
            it; what is kept apart until it is eaten, and what is served beside it, is not.
        eaten: Those feedings, the first one fresh.
        minutes: How many minutes it takes.
        hands_on_min: How much of that is work; None where nobody has said.
        keeps_days: How many days what is left of it may be eaten.
        is_of_evening_before: Whether it is made on the evening before the first of them.
    """

    dish_id: str
    name: str
    portions: int
    plates: float
    pot: tuple[Item, ...]
    eaten: tuple[EatenAt, ...] = Field(alias="for")
    minutes: float
    hands_on_min: float | None
    keeps_days: int
    is_of_evening_before: bool


class ForTomorrow(Record):
    """
    A dish of the next day that is made this evening.

    Attributes:
        dish_id: What it is.
        name: What a menu calls it.
        date: The day on which it is eaten first.
        feeding: Where it is eaten first.
        minutes: How many minutes it takes.
        portions: How many feedings it is made for.
        pot: What goes into it for all of them, as for a dish that is cooked.
        eaten: Those feedings, of later days too.
    """

    dish_id: str
    name: str
    date: dt.date
    feeding: str
    minutes: float
    portions: int
    pot: tuple[Item, ...]
    eaten: tuple[EatenAt, ...] = Field(alias="for")


class EatenAgain(Record):
    """
    A dish that is only warmed up, or eaten cold, and the day on which it was cooked.

    Attributes:
        dish_id: What it is.
        name: What a menu calls it.
        feeding: Where it is eaten again.
        time: When.
        cooked: The day on which it was cooked.
        is_cold: Whether it may be eaten cold.
        is_packed: Whether it is taken along to work.
        apart: What of it is raw and was kept apart, by name.
    """

    dish_id: str
    name: str
    feeding: str
    time: ClockTime
    cooked: dt.date
    is_cold: bool
    is_packed: bool
    apart: tuple[str, ...]


class Cooking(Record):
    """
    What one day cooks.

    Attributes:
        date: The day.
        minutes: How many minutes all of it takes.
        evening_min: How much of that is for the dinner.
        over_min: How far a weekday's evening, with what it makes for tomorrow, is over the minutes
            that there are for it; 0 where it is within them, or where nobody said how many there
            are.
        dishes: What is cooked.
        again: What is eaten of an earlier day.
        tonight: What of the next day's is made in its evening; it counts as the next day's.
    """

    date: dt.date
    minutes: float
    evening_min: float
    over_min: float
    dishes: tuple[CookedDish, ...]
    again: tuple[EatenAgain, ...]
    tonight: tuple[ForTomorrow, ...]

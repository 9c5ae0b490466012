"""Dishes as things: foods that go together, each in a range that people would eat."""

from dataclasses import dataclass
from math import inf
from typing import Final, NamedTuple

from fuelcalc.models.foods import Food
from fuelcalc.models.nutrients import Total, total

MEALS: Final = (
    "breakfast",
    "lunch",
    "dinner",
    "snack",
    "before",
    "after",
    "pre-sleep",
    "during",
    "long",
    "side",
    "pudding",
    "drink",
    "loading",
)
"""
When a dish is eaten.

A side goes with any meal, to fill it up, a pudding follows it and a drink stands beside it; what is
for `loading` does so only while carbohydrate is loaded; what is taken on the move is `during` an
hour or so, or on a `long` session or in a race, where it is taken by the minute.
"""

EVERYDAY: Final = (1, 2, 3)
"""How often people eat a dish: 1 any day, 2 now and then, 3 seldom."""

CARRIED: Final = ("no", "warm", "cold")
"""
How a dish goes to work: not at all, in a box that wants a microwave, or in one that is eaten cold.
"""

TASTES: Final = ("sweet", "savoury")
"""What a dish tastes of first."""

ANY_TIME: Final = (0.0, inf)
"""The window of what may be eaten at any time before a session."""


@dataclass(frozen=True, slots=True)
class Component:
    """
    One food that may fill a place in a dish, and how much of it, in its household measures.

    `most_at_once` is what one feeding may hold of it, however long that lasts, where somebody's
    restrictions allow only so much.
    """

    food_id: str
    least: float
    usual: float
    most: float
    most_at_once: float = inf


@dataclass(frozen=True, slots=True, eq=False)
class Dish:
    """
    A scalable combination of foods.

    Attributes:
        dish_id: Stable slug.
        name: What a menu calls it; {0} stands for the food that fills the first place.
        meals: When it is eaten, of `MEALS`.
        minutes: Time to make it for one, or None where nothing is made.
        serves: Servings that one cooking yields.
        kitchen: Whose cooking it is, such as "italian".
        places: One to seven places, each with the foods that may fill it, best first.
        how: How it is made, in a sentence or two; {0} stands for a food as in the name, and what
            is in brackets is said only where all its foods are on the plate.
        keeps: Days for which the made dish keeps well in a fridge; 0 where it is eaten at once.
        everyday: How often people eat it, of `EVERYDAY`.
        hands_on: Minutes of work within `minutes`.
        taste: Of `TASTES`.
        carried: How it is eaten away from home, of `CARRIED`.
        window: From and to how many minutes before a session it suits, where it is for that.
    """

    dish_id: str
    name: str
    meals: tuple[str, ...]
    minutes: float
    serves: int
    kitchen: str
    places: tuple[tuple[Component, ...], ...]
    how: str
    keeps: int = 0
    everyday: int = 1
    hands_on: float = 0.0
    taste: str = "savoury"
    carried: str = "no"
    window: tuple[float, float] = ANY_TIME


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Variant:
    """
    A dish as one person may eat it: a food chosen for each place that can be filled.

    Attributes:
        dish: What it is a variant of.
        name: The dish's name with its foods.
        foods: One a component, in order.
        components: Ranges in household measures, whole multiples of each food's step.
        places: The number of the place in the dish that each food fills.
    """

    dish: Dish
    name: str
    foods: tuple[Food, ...]
    components: tuple[Component, ...]
    places: tuple[int, ...] = ()


class Part(NamedTuple):
    """One food of a dish: its range, its usual amount as a kitchen measures it, and what else."""

    food: Food
    least: float
    usual: float
    most: float
    instead: tuple[Food, ...]


class UsualPlate(NamedTuple):
    """A dish as one person may eat it: its foods in order."""

    variant: Variant
    parts: tuple[Part, ...]

    @property
    def held(self) -> Total:
        """Energy and nutrients of the usual amounts."""
        eaten = [part for part in self.parts if part.usual > 0.0]
        return total(part.food.amount(part.usual * part.food.portion.one_g) for part in eaten)

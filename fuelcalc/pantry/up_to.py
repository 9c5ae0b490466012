"""Foods that a restriction allows up to an amount: how much in a dish, how many on a plate."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from math import floor
from typing import Final

from fuelcalc.models.dishes import Component, Dish
from fuelcalc.models.foods import Food
from fuelcalc.pantry.limits import Limits
from fuelcalc.pantry.lookup import plain

MOST_ON_A_PLATE: Final = 2
"""
Foods on one plate of which a restriction allows only so much [est].

What small amounts of several hold adds up. Monash University sets its servings so low that more
than one may stand in a meal ("FODMAP stacking explained", 2022), and names no number.
"""

_LEAST_SHARE: Final = 0.8
"""From how much of its least amount a food still makes its dish: as for who is small [est]."""

_BESIDE_SHARE: Final = 0.5
"""The same of fruit, vegetables, what is strewn or poured over a plate: half is some [est]."""

_BESIDE: Final = frozenset(
    {
        "cheese", "condiment", "dried-fruit", "fruit", "nuts", "plant-milk", "seeds", "spread",
        "sweet", "vegetable",
    }
)  # fmt: skip
_DUST: Final = 1e-9

_MAIN_MEALS: Final = frozenset({"breakfast", "lunch", "dinner"})
_LEAST_MEAL_KCAL: Final = 380.0
"""What every main meal of the table holds in its usual amounts; what holds less is a snack."""


def is_up_to(food: Food, limits: Limits) -> bool:
    """Whether somebody's restrictions allow only so much of a food, if they allow it at all."""
    return any(code in limits.restrictions for code, _ in food.suits_up_to_g)


def few_on_a_plate(foods: Iterable[Food], limits: Limits) -> bool:
    """
    Whether a plate holds few foods of which only so much is allowed, and none by two names.

    Args:
        foods: Everything on the plate: a dish with its sides.
        limits: What somebody eats and must not eat.

    >>> from fuelcalc.pantry.table import bundled_foods
    >>> low = Limits.of(restrictions=["low-fodmap"])
    >>> berries = [bundled_foods()[name] for name in ("blueberries", "frozen-blueberries")]
    >>> few_on_a_plate(berries, low), few_on_a_plate(berries, Limits())
    (False, True)
    """
    kinds = [kind_of_food(food) for food in foods if is_up_to(food, limits)]
    return len(kinds) <= MOST_ON_A_PLATE and len(set(kinds)) == len(kinds)


@lru_cache(maxsize=1024)
def kind_of_food(food: Food) -> str:
    """
    What a food is in whatever form: tomatoes from a tin are tomatoes, and any fruit is fruit.

    Of fruit a meal has one portion: Kent Community Health NHS, "Gentle low FODMAP diet", 2023.

    >>> from fuelcalc.pantry.table import bundled_foods
    >>> [kind_of_food(bundled_foods()[name]) for name in ("canned-tomatoes", "tomato", "orange")]
    ['tomato', 'tomato', 'fruit']
    """
    return food.role if food.role == "fruit" else plain(food.name).rsplit(maxsplit=1)[-1]


def is_still_itself(dish: Dish, parts: Iterable[tuple[Food, Component]]) -> bool:
    """
    Whether a dish is still what it is for with the amounts that are left: a main meal is one.

    Args:
        dish: The dish.
        parts: Its foods, of some of which only so much is allowed.
    """
    if _MAIN_MEALS.isdisjoint(dish.meals):
        return True
    held = (food.amount(part.usual * food.portion.one_g).energy_kcal or 0.0 for food, part in parts)
    return sum(held) >= _LEAST_MEAL_KCAL


def within(food: Food, part: Component, most_g: float) -> Component | None:
    """
    The range of a food in a dish where one meal may hold only so much of it.

    Args:
        food: The food.
        part: Its range in the dish.
        most_g: The most of it that is allowed.

    Returns:
        Natural amounts up to it where there are any, else whole steps; None where what is
        allowed is too little for that dish.

    >>> from fuelcalc.pantry.table import bundled_foods
    >>> oats = bundled_foods()["oats"]
    >>> within(oats, Component("oats", 0.375, 0.75, 1.0), 52.0)
    Component(food_id='oats', least=0.375, usual=0.625, most=0.625, most_at_once=0.625)
    >>> within(oats, Component("oats", 0.375, 0.75, 1.0), 20.0) is None
    True
    """
    portion = food.portion
    most = floor(most_g / (portion.step * portion.one_g) + _DUST) * portion.step
    natural = [amount for amount in portion.natural if amount <= most]
    share = _BESIDE_SHARE if food.role in _BESIDE else _LEAST_SHARE
    # Nobody puts half an orange away for tomorrow.
    is_whole = food.role == "fruit" and min(portion.natural, default=0.0) >= 1.0
    for largest in natural[-1:] if is_whole else (*natural[-1:], most):
        top = min(part.most, largest)
        if top > 0.0 and top >= share * part.least - _DUST:
            least, usual = min(part.least, top), min(part.usual, top)
            return replace(part, least=least, usual=usual, most=top, most_at_once=most)
    return None

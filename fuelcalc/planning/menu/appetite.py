"""The same energy in small dense plates and drinks, or in bulk, as somebody's appetite is."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from fuelcalc.models.dishes import Component, Variant
from fuelcalc.models.foods import Food

_COST: Final = {"low": 1.5, "usual": 0.0, "high": -1.5}
"""What 100 g of solid food for each 1,000 kcal of a dish cost in its week."""

_STOPGAP_SHARE: Final = 0.2
"""How much of that a second course costs, or a dish from outside the week: fit comes first."""

_BULKY: Final = frozenset({"fruit", "starch", "vegetable"})
_DENSE: Final = frozenset({"fat", "nuts", "seeds", "spread"})
_AIRY: Final = {"popcorn": 8.0}
"""How many times its grams a food fills: four cups of popcorn are 32 g and a litre [est]."""
_KCAL: Final = 1000.0
_LARGE_G: Final = 100.0


@lru_cache(maxsize=4096)
def bulk_g(variant: Variant) -> float:
    """
    How much solid food a dish is for each 1,000 kcal, in its usual amounts; a drink is none.

    Args:
        variant: The dish.
    """
    solid_g = energy_kcal = 0.0
    for food, part in zip(variant.foods, variant.components, strict=True):
        grams = part.usual * food.portion.one_g
        # One nutrient of all those that an amount holds: this is asked of every dish.
        energy_kcal += (food.per_100g.energy_kcal or 0.0) * (grams / 100.0)
        filling_g = grams * _AIRY.get(food.food_id, 1.0)
        solid_g += filling_g if food.portion.one_ml is None else 0.0
    return _KCAL * solid_g / max(energy_kcal, 1.0)


def bulk_cost(variant: Variant, appetite: str) -> float:
    """What speaks against a dish for somebody of an appetite; nothing where it is usual."""
    return _COST[appetite] * bulk_g(variant) / _LARGE_G


def stopgap_cost(variant: Variant, appetite: str) -> float:
    """The same of a second course, or of a dish that stands in for one of the week."""
    return _STOPGAP_SHARE * bulk_cost(variant, appetite)


def part_for(food: Food, part: Component, appetite: str) -> Component:
    """
    A food of a dish in the range that somebody of an appetite takes.

    Where appetite is low little of what fills one up, and never more than is usual; where it is
    high much of that, and little of what holds most energy.
    """
    if appetite == "low" and food.role in _BULKY:
        return replace(part, usual=part.least, most=part.usual)
    if appetite == "high" and food.role in _BULKY:
        return replace(part, usual=part.most)
    if appetite == "high" and food.role in _DENSE:
        return replace(part, usual=part.least)
    return part

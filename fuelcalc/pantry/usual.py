"""What is a usual food to somebody, and a usual portion of it: by the dishes that they may eat."""

from collections.abc import Mapping
from functools import lru_cache
from statistics import median
from types import MappingProxyType
from typing import Final, NamedTuple

from fuelcalc.models.foods import Food
from fuelcalc.pantry.limits import Limits
from fuelcalc.pantry.pantry import Pantry

_LEAST_DISHES: Final = 3
"""In fewer dishes than this a food is a speciality: kimchi, guava, anchovies, clams."""
_SELDOM: Final = 3
"""Dishes that are seldom made, from this `everyday` on, tell nothing of what is usual."""
_OWN_SHARE: Final = 0.5
"""Of an own food in no dish so much of the largest portion is usual, if a measure is less."""


class Usual(NamedTuple):
    """How many dishes somebody is served a food in, and how many grams of it are usual."""

    dishes: int
    grams: float


@lru_cache(maxsize=32)
def usual_foods(limits: Limits, pantry: Pantry) -> Mapping[str, Usual]:
    """
    The foods of which several everyday dishes are made for somebody, by id.

    Somebody's own foods are usual to them, in whatever dishes they are.

    Args:
        limits: What somebody eats and must not eat.
        pantry: The foods and dishes.

    >>> from fuelcalc.pantry.pantry import BUNDLED
    >>> foods = usual_foods(Limits(), BUNDLED)
    >>> foods["salmon"].grams, "kimchi" in foods, "oat-milk" in foods
    (140.0, False, False)
    """
    amounts: dict[str, list[float]] = {}
    for variant in pantry.variants(limits):
        if variant.dish.everyday < _SELDOM:
            for food, component in zip(variant.foods, variant.components, strict=True):
                if component.usual > 0.0:
                    grams = component.usual * food.portion.one_g
                    amounts.setdefault(food.food_id, []).append(grams)
    found = {
        name: Usual(len(grams), median(grams))
        for name, grams in amounts.items()
        if len(grams) >= _LEAST_DISHES
    }
    for food in pantry.own_foods:
        found.setdefault(food.food_id, Usual(_LEAST_DISHES, _portion_g(food)))
    return MappingProxyType(found)


def _portion_g(food: Food) -> float:
    """One household measure of a food, or its share of the largest portion if that is more."""
    portion = food.portion
    return portion.one_g * max(min(1.0, portion.most), _OWN_SHARE * portion.most)

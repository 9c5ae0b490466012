"""How much of what a dish brings, in steps, so that what two plates share counts by the smaller."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from fuelcalc.models.dishes import Variant
from fuelcalc.models.foods import Food
from fuelcalc.planning.menu.kin import is_milk, kin_of
from fuelcalc.planning.menu.minutes import LEAVES

_STEPS: Final = 4
"""From so many steps on a food is a heap, and more of it is not more of the same again."""

_GREENS_G, _LEAVES_G = 30.0, 10.0
"""A step of a vegetable, and of leaves, which weigh little: a heap of carrots is 120 g."""

_STEP_KCAL: Final = {
    "cereal": 40.0, "cheese": 50.0, "dairy": 40.0, "dried-fruit": 40.0, "egg": 40.0,
    "grain": 60.0, "legume": 30.0, "nuts": 40.0, "seeds": 40.0, "snack": 30.0,
    "soy": 40.0, "spread": 40.0, "starch": 60.0, "sweet": 25.0,
}  # fmt: skip
"""A step of other foods, by their kitchen role: half an egg. Fruit is counted as it is served."""

_ON_THE_MOVE: Final = frozenset({"during", "long"})

_CHOCOLATE: Final = frozenset(
    {
        "chocolate-milk", "cocoa-powder", "dark-chocolate", "hot-chocolate", "milk-chocolate",
        "plain-chocolate",
    }
)  # fmt: skip
_CHOCOLATE_KCAL: Final = 10.0
"""What is chocolate, and a step of it: a spoon of cocoa is tasted in all that it is stirred in."""

_SPREAD_SWEET: Final = frozenset({"jam"})
"""What sweet foods are seen again, where a spoon of sugar or honey stirs in."""

_SEEN_BY_NOBODY: Final = frozenset(
    {
        "canned-tomatoes", "celery", "cucumber", "garlic", "green-lettuce", "lettuce", "nori",
        "onion", "radishes", "spring-onion", "sun-dried-tomatoes", "tomato", "tomato-puree",
    }
)  # fmt: skip
"""Vegetables that any two plates may have, however much of them."""


@lru_cache(maxsize=4096)
def amounts_of(variant: Variant) -> frozenset[str]:
    """
    What a dish brings in its usual amount, a word a step.

    What two dishes share has as many words as the smaller has steps, so that a second heap of
    carrots costs more than a second spoon of them, and no cliff stands between the two.

    >>> from fuelcalc.pantry import BUNDLED, Limits
    >>> named = {one.dish.dish_id: one for one in BUNDLED.variants(Limits())}
    >>> sorted(amounts_of(named["porridge-with-honey"]))
    ['oats 1', 'oats 2', 'oats 3']
    """
    held: dict[str, float] = {}
    for food, part in zip(variant.foods, variant.components, strict=True):
        if steps := part.usual * food.portion.one_g * _steps_per_g(food):
            kin = _seen_as(food)
            held[kin] = held.get(kin, 0.0) + steps
    return frozenset(
        f"{kin} {step}"
        for kin, steps in held.items()
        for step in range(1, min(round(steps), _STEPS) + 1)
    )


def amounts_on(variants: Sequence[Variant]) -> frozenset[str]:
    """The same of a dish and its sides; nothing of what is taken on the move, by its dose."""
    if _ON_THE_MOVE.issuperset(variants[0].dish.meals):
        return frozenset()
    return frozenset().union(*map(amounts_of, variants))


def _seen_as(food: Food) -> str:
    """What a food is to who has it again: all pulses are pulses, and cocoa is chocolate."""
    if food.food_id in _CHOCOLATE:
        return "chocolate"
    if food.role == "legume" or food.food_id in {"edamame", "hummus"}:
        return "pulses"
    return kin_of(food).removeprefix("frozen ")


def _steps_per_g(food: Food) -> float:
    """How many steps a gram of a food is; 0 for what nobody sees again."""
    if food.role == "vegetable":
        step_g = _LEAVES_G if food.food_id in LEAVES else _GREENS_G
        return 0.0 if food.food_id in _SEEN_BY_NOBODY else 1.0 / step_g
    if food.food_id in _CHOCOLATE:
        return (food.per_100g.energy_kcal or 0.0) / 100.0 / _CHOCOLATE_KCAL
    is_stirred_in = food.role == "sweet" and food.food_id not in _SPREAD_SWEET
    if food.role not in _STEP_KCAL or is_stirred_in or is_milk(food):
        return 0.0
    return (food.per_100g.energy_kcal or 0.0) / 100.0 / _STEP_KCAL[food.role]

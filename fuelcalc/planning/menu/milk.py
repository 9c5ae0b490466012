"""Milk, yogurt and protein powder of plants for who has those of cows."""

from functools import lru_cache
from typing import Final

from fuelcalc.models.dishes import Variant
from fuelcalc.pantry import Limits, Pantry

OF_COWS: Final = {
    "reduced-fat-milk": frozenset({"almond-milk", "oat-milk", "rice-milk", "soy-milk"}),
    "plain-yogurt": frozenset({"coconut-yogurt", "soy-yogurt"}),
    "whey-protein": frozenset({"gluten-free-pea-protein", "pea-protein", "soy-protein"}),
}
"""What stands in for what: another carton, pot or tub to who has the first at home."""

_INSTEAD_COST: Final = 3.0
"""What a dish of them costs who has the others, beside what else speaks against it."""


@lru_cache(maxsize=64)
def _instead(limits: Limits, pantry: Pantry) -> frozenset[str]:
    """The foods that only stand in for what somebody may have."""
    return frozenset().union(
        *(
            plants
            for own, plants in OF_COWS.items()
            if own in pantry.by_id and limits.allow(pantry.by_id[own])
        )
    )


@lru_cache(maxsize=8192)
def instead_cost(variant: Variant, limits: Limits, pantry: Pantry) -> float:
    """
    What speaks against soy milk for who drinks cow's milk: one carton more, and half of it left.

    >>> from fuelcalc.pantry import BUNDLED
    >>> anybody, vegan = Limits(), Limits.of(diet="vegan")
    >>> named = {one.dish.dish_id: one for one in BUNDLED.variants(vegan)}
    >>> cocoa = named["cocoa-plant-milk"]
    >>> instead_cost(cocoa, anybody, BUNDLED), instead_cost(cocoa, vegan, BUNDLED)
    (3.0, 0.0)
    """
    instead = _instead(limits, pantry)
    held = {food.food_id for food in variant.foods} & instead
    # A shake of who may have no whey is what there is of its kind, but for soy yogurt in it.
    if any(food.role == "powder" and food.food_id not in instead for food in variant.foods):
        held &= OF_COWS["plain-yogurt"]
    return _INSTEAD_COST if held else 0.0

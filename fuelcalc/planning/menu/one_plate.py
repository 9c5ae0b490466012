"""What may stand on one plate, and beside it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from fuelcalc.models.dishes import Variant
from fuelcalc.models.foods import Food
from fuelcalc.pantry import Limits
from fuelcalc.pantry.variants import goes_together
from fuelcalc.planning.menu.patterns import keeps_its_kind
from fuelcalc.planning.menu.together import counted_as, is_milk, kin_of

_BESIDE: Final = frozenset({"side", "pudding", "drink"})
_MILKY: Final = frozenset({"dairy", "plant-milk"})
_SEASONS: Final = frozenset({"condiment", "fat"})
_STARCHES: Final = frozenset({"bread", "grain", "starch"})
_ONCE: Final = frozenset({"legume"})
_MAINS: Final = frozenset({"egg", "fish", "meat", "poultry", "shellfish", "soy"})
_SAVOURY: Final = frozenset(
    {"cheese", "condiment", "egg", "fat", "fish", "legume", "poultry", "soy", "starch", "vegetable"}
)


def goes_beside(side: Variant, feeding_name: str) -> bool:
    """
    Whether a second course goes with a meal.

    No salad goes with porridge, no powder with a plate, no glass of milk with a lunch or dinner.
    """
    if not _BESIDE.intersection(side.dish.meals):
        return False
    if "breakfast" in feeding_name:
        makers = [food for food in side.foods if food.role not in _SEASONS]
        # Bread with nothing on it fills no breakfast.
        if all(food.role == "bread" for food in side.foods):
            return False
        # Of puddings a breakfast has fresh fruit or yogurt, and neither rice pudding nor dates.
        is_light = any(food.role == "fruit" or kin_of(food) == "yogurt" for food in side.foods)
        if "pudding" in side.dish.meals and (side.dish.taste != "sweet" or not is_light):
            return False
        return bool(makers) and all("breakfast" in food.when for food in makers)
    if "drink" in side.dish.meals and any(map(is_milk, side.foods)):
        return False
    return all(food.role != "powder" for food in side.foods)


def on_one_plate(dishes: Sequence[Variant], limits: Limits) -> bool:
    """
    Whether dishes may stand beside each other.

    No food twice, nor one fruit or starch under two names; nothing that a way of eating keeps
    apart; no second plate of pulses, and no two of eggs, fish, meat and tofu; no
    second starch on the plate itself, no second pudding or drink, no milk beside yogurt; and
    nothing savoury beside a sweet dish.
    """
    main, *sides = dishes
    foods = [food for dish in dishes for food in dish.foods]
    beside = {food.role for side in sides for food in side.foods}
    starches = sum(
        not _STARCHES.isdisjoint(food.role for food in dish.foods)
        for dish in (main, *(side for side in sides if "pudding" not in side.dish.meals))
    )
    puddings = [side for side in sides if "pudding" in side.dish.meals]
    drinks = [side for side in sides if "drink" in side.dish.meals]
    # A bowl of yogurt has no glass of milk beside it, and a gratin may have a pudding after it.
    bowls = [main] if main.dish.taste == "sweet" else []
    milky = [dish for dish in (*bowls, *sides) if any(map(_is_milky, dish.foods))]
    roles = {food.role for food in main.foods}
    plated = {food.role for side in sides if side not in puddings for food in side.foods}
    counted = [set(filter(None, map(counted_as, dish.foods))) for dish in dishes]
    return (
        len(set(foods)) == len(foods)
        and len(set().union(*counted)) == sum(map(len, counted))
        and not roles & beside & _ONCE
        and not (roles & _MAINS and plated & _MAINS)
        and starches <= 1
        and len(puddings) <= 1
        and len(drinks) <= 1
        and len(milky) <= 1
        and not (main.dish.taste == "sweet" and beside & _SAVOURY)
        and goes_together(foods, limits)
    )


def _is_milky(food: Food) -> bool:
    """Whether a food is milk, yogurt or made of them; soy yogurt is yogurt."""
    return food.role in _MILKY or kin_of(food) == "yogurt"


@lru_cache(maxsize=16384)
def goes_with(
    main: Variant, sides: tuple[Variant, ...], limits: Limits, kind_share: float | None
) -> bool:
    """Whether dishes may stand beside each other, and leave a kind that counts as it is."""
    return on_one_plate((main, *sides), limits) and (
        kind_share is None or keeps_its_kind(main, sides, share=kind_share)
    )

"""What may stand on one plate, and beside it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from fuelcalc.models.dishes import Variant
from fuelcalc.pantry import Limits
from fuelcalc.pantry.variants import goes_together
from fuelcalc.planning.menu.patterns import keeps_its_kind

_BESIDE: Final = frozenset({"side", "pudding", "drink"})
_SEASONS: Final = frozenset({"condiment", "fat"})
_STARCHES: Final = frozenset({"bread", "grain", "starch"})
_ONCE: Final = frozenset({"egg", "fish", "legume", "meat", "poultry"})
_SAVOURY: Final = frozenset(
    {"cheese", "condiment", "egg", "fat", "fish", "legume", "poultry", "soy", "starch", "vegetable"}
)


def goes_beside(side: Variant, feeding_name: str) -> bool:
    """Whether a second course goes with a meal: no salad with porridge, no powder with a plate."""
    if not _BESIDE.intersection(side.dish.meals):
        return False
    if "breakfast" in feeding_name:
        makers = [food for food in side.foods if food.role not in _SEASONS]
        # Of puddings a breakfast has fruit, and neither rice pudding nor pancakes.
        is_fruit = any(food.role == "fruit" for food in side.foods)
        if side.dish.meals == ("pudding",) and not is_fruit:
            return False
        return bool(makers) and all("breakfast" in food.when for food in makers)
    return all(food.role != "powder" for food in side.foods)


def on_one_plate(dishes: Sequence[Variant], limits: Limits) -> bool:
    """
    Whether dishes may stand beside each other.

    No food twice, nothing that a way of eating keeps apart, no second plate of pulses, eggs, fish
    or meat, no second starch on the plate itself, no second drink, and nothing savoury beside a
    sweet dish.
    """
    main, *sides = dishes
    foods = [food for dish in dishes for food in dish.foods]
    beside = {food.role for side in sides for food in side.foods}
    starches = sum(
        not _STARCHES.isdisjoint(food.role for food in dish.foods)
        for dish in (main, *(side for side in sides if "pudding" not in side.dish.meals))
    )
    courses = [side for side in sides if "side" not in side.dish.meals]
    drinks = [side for side in sides if "drink" in side.dish.meals]
    roles = {food.role for food in main.foods}
    return (
        len(set(foods)) == len(foods)
        and not roles & beside & _ONCE
        and starches <= 1
        and len(courses) <= 1
        and len(drinks) <= 1
        and not (main.dish.taste == "sweet" and beside & _SAVOURY)
        and goes_together(foods, limits)
    )


@lru_cache(maxsize=16384)
def goes_with(
    main: Variant, sides: tuple[Variant, ...], limits: Limits, kind_share: float | None
) -> bool:
    """Whether dishes may stand beside each other, and leave a kind that counts as it is."""
    return on_one_plate((main, *sides), limits) and (
        kind_share is None or keeps_its_kind(main, sides, share=kind_share)
    )

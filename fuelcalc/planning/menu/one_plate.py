"""What may stand on one plate, and beside it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from fuelcalc.models.dishes import Variant
from fuelcalc.pantry import Limits, Pantry
from fuelcalc.pantry.lookup import plain
from fuelcalc.pantry.variants import goes_together
from fuelcalc.planning.menu.kin import is_juice, is_milk, kin_of
from fuelcalc.planning.menu.patterns import MAIN_MEALS, keeps_its_kind
from fuelcalc.planning.menu.together import LOADING, counted_as, once_of

_SIDE_COST: Final = 0.8
_SIDE_COST_PER_MIN: Final = 0.05
_JUICE_COST: Final = 2.0
"""What speaks against a glass of juice, which fills a plate after all else that would."""

_SELDOM_COST: Final = 2.0
"""What speaks against a side while carbohydrate is loaded, for each step that it is seldomer."""

_BESIDE: Final = frozenset({"side", "pudding", "drink"})
_MILKY: Final = frozenset({"dairy", "plant-milk"})
_SEASONS: Final = frozenset({"condiment", "fat"})
_STARCHES: Final = frozenset({"bread", "grain", "starch"})
_NUTS: Final = frozenset({"nuts", "seeds"})
_ONCE: Final = frozenset({"legume"})
_LEAVES: Final = frozenset({"green-lettuce", "lettuce", "rocket"})
_MAINS: Final = frozenset({"egg", "fish", "meat", "poultry", "shellfish", "soy"})
_SAVOURY: Final = frozenset(
    {"cheese", "condiment", "egg", "fat", "fish", "legume", "poultry", "soy", "starch", "vegetable"}
)

_TABLES: Final = (
    frozenset(
        {
            "american", "australian", "british", "eastern-european", "french", "german", "greek",
            "italian", "nordic", "spanish",
        }
    ),
    frozenset(
        {
            "french", "greek", "italian", "levantine", "middle-eastern", "north-african", "spanish",
            "turkish",
        }
    ),
    frozenset({"chinese", "indonesian", "japanese", "korean", "thai", "vietnamese"}),
    frozenset({"american", "caribbean", "mexican", "south-american"}),
)  # fmt: skip
"""Kitchens whose savoury dishes stand beside each other: no buttered beans beside fish sauce."""


def of_one_table(main: Variant, side: Variant) -> bool:
    """
    Whether a side is of the kitchen of a lunch or dinner, or of one that it is served with.

    Beside what is eaten cold it is cold. What is sweet goes with all of them, save a mug of hot
    chocolate, which nobody drinks after ginger and soy.
    """
    is_beside = side.dish.taste == "savoury" or "hot" in plain(side.name).split()
    if not is_beside or MAIN_MEALS.isdisjoint(main.dish.meals):
        return True
    # Nobody boils beans for a sandwich.
    if main.dish.carried == "cold" and side.dish.carried != "cold":
        return False
    kitchens = {main.dish.kitchen, side.dish.kitchen}
    return len(kitchens) == 1 or any(kitchens <= table for table in _TABLES)


def goes_beside(side: Variant, feeding_name: str, *, is_loading: bool = False) -> bool:
    """
    Whether a second course goes with a meal.

    No salad goes with porridge, no powder with a plate, no glass of milk with a lunch or dinner.
    While carbohydrate is loaded sweets, bread with jam and a sports drink do, as they or juice do
    with a snack, which has nothing beside it else.
    """
    if is_loading and (LOADING in side.dish.meals or not feeding_name):
        return LOADING in side.dish.meals or all(map(is_juice, side.foods))
    if not feeding_name or not _BESIDE.intersection(side.dish.meals):
        return False
    if "breakfast" in feeding_name:
        makers = [food for food in side.foods if food.role not in _SEASONS]
        # Bread with nothing on it fills no breakfast.
        if all(food.role == "bread" for food in side.foods):
            return False
        # Of puddings a breakfast has yogurt or fruit as it is, and neither dates nor baked apples.
        is_fruit = "side" in side.dish.meals and all(food.role == "fruit" for food in side.foods)
        is_light = is_fruit or any(kin_of(food) == "yogurt" for food in side.foods)
        if "pudding" in side.dish.meals and (side.dish.taste != "sweet" or not is_light):
            return False
        return bool(makers) and all("breakfast" in food.when for food in makers)
    # A handful of nuts is no part of a soup, and a boiled egg none of a plate of pasta.
    return not (
        ("drink" in side.dish.meals and any(map(is_milk, side.foods)))
        or ("pudding" not in side.dish.meals and all(food.role in _NUTS for food in side.foods))
        or any(food.role == "powder" for food in side.foods)
        or all(food.role == "egg" for food in side.foods)
    )


@lru_cache(maxsize=256)
def sides_of(
    feeding_name: str, limits: Limits, pantry: Pantry, *, is_loading: bool
) -> tuple[Variant, ...]:
    """The second courses that go with a meal, or beside a snack while carbohydrate is loaded."""
    return tuple(
        side
        for side in pantry.variants(limits)
        if goes_beside(side, feeding_name, is_loading=is_loading)
    )


def on_one_plate(dishes: Sequence[Variant], limits: Limits) -> bool:
    """
    Whether dishes may stand beside each other.

    No food twice, nor one fruit or starch under two names; nothing that a way of eating keeps
    apart; no second plate of pulses, and none beside rice, pasta or couscous; no second salad, nor
    one beside a sandwich that has leaves; no second handful of nuts, and no two of eggs, fish, meat
    and tofu; no second starch on the plate itself, no second pudding or drink, and no fruit beside
    a smoothie or juice; no milk beside yogurt; nothing savoury beside a sweet dish; and no side of
    another kitchen.
    """
    if not all(of_one_table(dishes[0], side) for side in dishes[1:]):
        return False
    main, *sides = map(_plated_of, dishes)
    foods = [food for dish in dishes for food in dish.foods]
    plated = [side for side in sides if not side.is_pudding]
    courses = (main, *sides)
    beside: frozenset[str] = frozenset().union(*(side.roles for side in sides))
    on_it: frozenset[str] = frozenset().union(*(side.roles for side in plated))
    # A bowl of yogurt has no glass of milk beside it, and a gratin may have a pudding after it.
    milky = (*sides, main) if main.is_sweet else sides
    return (
        len(set(foods)) == len(foods)
        and len(frozenset().union(*(one.counted for one in courses)))
        == sum(len(one.counted) for one in courses)
        and not main.roles & beside & _ONCE
        and not ("legume" in beside and "grain" in main.roles)
        and sum(one.is_salad for one in courses) <= 1
        and not (main.roles & _MAINS and on_it & _MAINS)
        and sum(not one.roles.isdisjoint(_NUTS) for one in courses) <= 1
        and sum(one.is_starchy for one in (main, *plated)) <= 1
        and len(sides) - len(plated) <= 1
        and sum(one.is_drink for one in courses) <= 1
        and sum(one.is_milky for one in milky) <= 1
        and not (main.is_sweet and beside & _SAVOURY)
        and not ((main.is_blended or "drink" in beside) and "fruit" in beside)
        and goes_together(foods, limits)
    )


class _Plated(NamedTuple):
    """What decides beside what a dish may stand."""

    roles: frozenset[str]
    counted: frozenset[str]
    is_sweet: bool
    is_pudding: bool
    is_drink: bool
    is_blended: bool
    is_starchy: bool
    is_milky: bool
    is_salad: bool


@lru_cache(maxsize=4096)
def _plated_of(variant: Variant) -> _Plated:
    """The same of one dish, which is held against many."""
    roles = frozenset(food.role for food in variant.foods)
    return _Plated(
        roles=roles,
        # Tofu may have soy milk or yogurt beside it.
        counted=frozenset(
            word
            for food in variant.foods
            for word in counted_as(food)
            if not word.startswith("soy")
        ),
        is_sweet=variant.dish.taste == "sweet",
        is_pudding=not {"pudding", LOADING}.isdisjoint(variant.dish.meals),
        is_drink=is_drunk(variant),
        is_blended=_is_blended(variant),
        is_starchy=not roles.isdisjoint(_STARCHES),
        # Soy yogurt is yogurt.
        is_milky=any(food.role in _MILKY or kin_of(food) == "yogurt" for food in variant.foods),
        is_salad="salad" in plain(variant.name).split()
        or any(food.food_id in _LEAVES for food in variant.foods),
    )


def is_drunk(variant: Variant) -> bool:
    """Whether a dish is a drink, or has one in its name: a smoothie, or eggs and orange juice."""
    is_poured = not {"drink", "juice"}.isdisjoint(plain(variant.name).split())
    return is_poured or "drink" in variant.dish.meals or _is_blended(variant)


def _is_blended(variant: Variant) -> bool:
    """Whether a dish is a smoothie or shake, which holds its fruit."""
    return "blended" in once_of((variant,))


@lru_cache(maxsize=16384)
def goes_with(
    main: Variant, sides: tuple[Variant, ...], limits: Limits, kind_share: float | None
) -> bool:
    """Whether dishes may stand beside each other, and leave a kind that counts as it is."""
    return on_one_plate((main, *sides), limits) and (
        kind_share is None or keeps_its_kind(main, sides, share=kind_share)
    )


def made_cost(side: Variant, *, is_loading: bool = False) -> float:
    """
    What speaks against one thing more: that it is one, its work, and a glass of juice.

    While carbohydrate is loaded juice is what is wanted, before what people seldom stir into it.
    """
    work = _SIDE_COST_PER_MIN * side.dish.hands_on
    if LOADING in side.dish.meals:
        return _SIDE_COST + work + _SELDOM_COST * (side.dish.everyday - 1)
    is_last = any(map(is_juice, side.foods)) and not is_loading
    return _SIDE_COST + work + (_JUICE_COST if is_last else 0.0)

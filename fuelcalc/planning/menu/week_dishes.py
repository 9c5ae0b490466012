"""What a week weighs of each dish that somebody may eat."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple
from zlib import crc32

from fuelcalc.models.dishes import Variant
from fuelcalc.models.foods import Food
from fuelcalc.pantry import Limits, Pantry
from fuelcalc.pantry.lookup import plain
from fuelcalc.planning.menu.kin import kin_of
from fuelcalc.planning.menu.patterns import MAIN_MEALS, kind_of
from fuelcalc.planning.menu.together import (
    is_heaped,
    leading,
    made_of,
    makings_of,
    once_of,
    pairs_of,
)

MEALS_OF_A_WEEK: Final = frozenset({"breakfast", "lunch", "dinner", "snack", "after", "pre-sleep"})
"""Meals of which a week plans dishes; a third of all dishes stand beside these, or on a run."""


_FIBRE_G_PER_KCAL: Final = 0.012
"""Fibre that a dish may hold for its energy: large eaters have 45 g a day at 3,750 kcal."""

_UNKNOWN_FIBRE_G: Final[Mapping[str, float]] = {"legume": 6.0, "soy": 5.0}
"""Fibre of 100 g of falafel and tempeh, for which the table has none: as hummus and edamame."""

_PROTEIN_G_PER_KCAL: Final = 0.05
"""Protein that a dish should bring for its energy: what half of the days of vegans ask for."""

_SODIUM_MG_PER_KCAL: Final = 1.15
"""Sodium that a dish may hold for its energy: what is much for an adult at 2,000 kcal."""

_BREADS: Final = frozenset({"bagel", "bun", "naan", "pita", "tortilla"})
"""Breads that make a meal another, unlike slices of any loaf."""

_FAMILY: Final[Mapping[str, str]] = dict.fromkeys(
    ("canned chickpeas", "dry chickpeas", "falafel", "hummus"), "chickpeas"
)
"""What is one food to who eats it all week, by its kin."""

_SALADS: Final = frozenset({"salad", "salade"})
"""Words that call a dish a salad."""

POTATOES: Final = "potatoes"
"""What a lunch or dinner is eaten with where it is no grain."""

SALAD: Final = "salad"
"""A kind of meal, whatever is in it."""

_HEAP_G: Final = 60.0
"""From so much on a vegetable or starch is a heap on a plate, and seen again on another."""

_FORGOTTEN: Final = frozenset(
    {"bread", "dried-fruit", "fruit", "nuts", "seeds", "spread", "starch", "vegetable"}
)
"""Kitchen roles of which nobody minds some on any day of a week."""


class WeekDish(NamedTuple):
    """
    What a week weighs of a dish; much fibre is what is beyond a day's share of it.

    Plain fat and fibre are of what is on any plate of it, fibre for 1,000 kcal of its
    usual one. Its kinds are by `_kinds_of`. Seen on a
    day is what it is made of, and what leads a light plate.
    """

    variant: Variant
    group: str
    main: str
    items: frozenset[str]
    grains: frozenset[str]
    kinds: tuple[str, ...]
    makings: frozenset[str]
    heaps: frozenset[str]
    leading: frozenset[str]
    seen: frozenset[str]
    once: frozenset[str]
    remembered: frozenset[str]
    pairs: frozenset[str]
    plain_fat_g: float
    plain_fibre_g: float
    much_fibre_g: float
    fibre_g_per_mcal: float
    most_kcal: float
    missing_protein_g: float
    much_sodium_mg: float
    luck: int

    @property
    def minutes(self) -> float:
        """How long it takes."""
        return self.variant.dish.minutes


@lru_cache(maxsize=64)
def weighed(limits: Limits, pantry: Pantry) -> tuple[WeekDish, ...]:
    """Every dish that somebody may eat at a meal of the week, with what a week weighs of it."""
    return tuple(
        _known_of(one)
        for one in pantry.variants(limits)
        if not MEALS_OF_A_WEEK.isdisjoint(one.dish.meals)
    )


@lru_cache(maxsize=4096)
def items_of(variant: Variant) -> frozenset[str]:
    """
    What has to be bought for a dish: its foods without those of the cupboard and of choice.

    What a lunch or dinner usually has is no choice: a plate without it seldom is the meal.
    """
    is_main = not MAIN_MEALS.isdisjoint(variant.dish.meals)
    return frozenset(
        food.food_id if food.bought is None else food.bought.item
        for food, part in zip(variant.foods, variant.components, strict=True)
        if (part.least > 0.0 or (is_main and part.usual > 0.0))
        and not (food.bought and food.bought.in_cupboard)
    )


def grains_of(variant: Variant) -> frozenset[str]:
    """
    The grains or potatoes of a dish: brown rice is rice, and noodles of rice are noodles.

    >>> from fuelcalc.pantry import BUNDLED
    >>> names = {one.dish.dish_id: one for one in BUNDLED.variants(Limits())}
    >>> sorted(grains_of(names["burrito-bowl"])), sorted(grains_of(names["tofu-pad-thai"]))
    (['rice'], ['noodle'])
    """
    return frozenset(
        plain(food.name).split()[-1] if food.role == "grain" else kin_of(food)
        for food, part in zip(variant.foods, variant.components, strict=True)
        if (food.role == "grain" or kin_of(food) == POTATOES) and part.least > 0.0
    )


def heaps_of(variant: Variant) -> frozenset[str]:
    """
    The vegetables and potatoes that a plate has much of: spinach in the morning is spinach again.

    >>> from fuelcalc.pantry import BUNDLED
    >>> names = {one.dish.dish_id: one for one in BUNDLED.variants(Limits())}
    >>> sorted(heaps_of(names["fried-eggs-potatoes-tomato"]))
    ['potatoes', 'spinach']
    """
    return frozenset(
        kin_of(food).removeprefix("frozen ")
        for food, part in zip(variant.foods, variant.components, strict=True)
        if part.least > 0.0
        and (food.role == "starch" or is_heaped(food))
        and part.usual * food.portion.one_g >= _HEAP_G
    )


@lru_cache(maxsize=4096)
def remembered_of(variant: Variant) -> frozenset[str]:
    """
    What somebody remembers of a dish for a week: what it is made of, and a bread of its own kind.

    Hummus, falafel and chickpeas are one food, and so are all bowls of yogurt or oats.

    >>> from fuelcalc.pantry import BUNDLED
    >>> names = {one.dish.dish_id: one for one in BUNDLED.variants(Limits())}
    >>> sorted(remembered_of(names["falafel-plate"]))
    ['chickpeas', 'pita']
    """
    parts = [
        food
        for food, part in zip(variant.foods, variant.components, strict=True)
        if part.least > 0.0
    ]
    plainly = {kin_of(food) for food in variant.foods if food.role in _FORGOTTEN} - {*_FAMILY}
    words = (made_of(variant) | leading((variant,))) - plainly
    breads = {word for food in parts for word in _BREADS.intersection(food.food_id.split("-"))}
    return frozenset({_FAMILY.get(word, word) for word in words} | breads)


def _kinds_of(variant: Variant, grains: frozenset[str], main: str) -> tuple[str, ...]:
    """What no week has at too many meals: a grain, potatoes, a main food, and salads."""
    of_grains = (word if word == POTATOES else f"grain {word}" for word in sorted(grains))
    salads = () if _SALADS.isdisjoint(plain(variant.name).split()) else (SALAD,)
    return (*of_grains, f"main {main}", *salads)


def _known_of(variant: Variant) -> WeekDish:
    """What a week weighs of a dish, in its usual amounts."""
    by_food: list[tuple[float, Food]] = []
    plain_fat_g = plain_fibre_g = fibre_g = sodium_mg = kcal = most_kcal = 0.0
    for food, part in zip(variant.foods, variant.components, strict=True):
        # Five nutrients of all those that an amount holds: this is asked of every dish.
        held, share = food.per_100g, part.usual * food.portion.one_g / 100.0
        by_food.append(((held.protein_g or 0.0) * share, food))
        # What may be left away is left away in early hours.
        plain_fat_g += (held.fat_g or 0.0) * share * (part.least > 0.0)
        plain_fibre_g += (held.fibre_g or 0.0) * share * (part.least > 0.0)
        unknown_g = _UNKNOWN_FIBRE_G.get(food.role, 0.0)
        fibre_g += (unknown_g if held.fibre_g is None else held.fibre_g) * share
        sodium_mg += (held.sodium_mg or 0.0) * share
        kcal += (held.energy_kcal or 0.0) * share
        most_kcal += (held.energy_kcal or 0.0) * part.most * food.portion.one_g / 100.0
    main, grains = kin_of(max(by_food, key=lambda pair: pair[0])[1]), grains_of(variant)
    leads = leading((variant,))
    return WeekDish(
        variant,
        kind_of(variant),
        main,
        items_of(variant),
        grains,
        _kinds_of(variant, grains, main),
        makings_of(variant),
        heaps_of(variant),
        leads,
        made_of(variant) | leads,
        once_of((variant,)),
        remembered_of(variant),
        pairs_of((variant,)),
        plain_fat_g,
        plain_fibre_g,
        max(fibre_g - _FIBRE_G_PER_KCAL * kcal, 0.0),
        1000.0 * fibre_g / max(kcal, 1.0),
        most_kcal,
        max(_PROTEIN_G_PER_KCAL * kcal - sum(grams for grams, _ in by_food), 0.0),
        max(sodium_mg - _SODIUM_MG_PER_KCAL * kcal, 0.0),
        crc32(variant.dish.dish_id.encode()),
    )


def is_wished(variant: Variant, words: Sequence[str]) -> bool:
    """Whether a dish is called by one of some words, or holds a food that is on any plate of it."""
    if not words:
        return False
    names = [set(plain(variant.name).split())]
    held = zip(variant.foods, variant.components, strict=True)
    for food in (food for food, part in held if part.least > 0.0):
        names += [set(plain(text).split()) for text in (food.name, *food.synonyms)]
    return any(set(word.split()) <= name for word in words for name in names)

"""What the plates of one day may not share: dishes, main foods, one fruit or starch too often."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, compress
from math import fsum, inf
from typing import Final

from fuelcalc.models.dishes import Variant
from fuelcalc.models.foods import Food
from fuelcalc.pantry.lookup import plain
from fuelcalc.planning.menu.helping import FLESH
from fuelcalc.planning.menu.kin import is_juice, is_milk, kin_of
from fuelcalc.planning.menu.patterns import MAIN_MEALS

_BREADS: Final[Mapping[str, str]] = {
    "bagel": "bagel", "corn-tortilla": "tortilla", "flour-tortilla": "tortilla",
    "multigrain-bagel": "bagel", "naan": "naan", "pita": "pita", "rice-cake": "rice cakes",
    "wholewheat-pita": "pita", "wholewheat-tortilla": "tortilla",
}  # fmt: skip
"""Breads that somebody remembers, where a slice is a slice."""

_MAKERS: Final = frozenset(
    {
        "bread", "cereal", "egg", "fish", "grain", "legume", "meat", "poultry", "shellfish", "soy",
        "starch",
    }
)  # fmt: skip
"""Kitchen roles that make a dish what it is: tuna twice a day is tuna twice, however it comes."""

_FLESH_OR_SOY: Final = FLESH | {"soy"}
"""Kitchen roles of what nobody wants at two feedings of a day, however little of it there is."""

_STAPLES: Final = frozenset({"condiment", "fat", "drink", "sweet"})
_STARCHES: Final = frozenset({"bread", "cereal", "grain", "starch"})
_COOKED: Final = frozenset({"grain", "starch"})
_ALIKE: Final = frozenset({"egg", "legume", "soy"})
"""Kinds of main food of which one a day is enough: beans are beans, be they lentils or peas."""

_LIGHT: Final = frozenset({"breakfast", "snack", "after", "pre-sleep"})
_AROUND: Final = frozenset({"before", "during", "long"})
"""What is eaten for a session, and by its dose: no plate that somebody remembers at dinner."""

LOADING: Final = "loading"
"""What is eaten or drunk beside any plate while carbohydrate is loaded."""

_DRINKS: Final = frozenset({"drink", "sports"})
_N_LEADING: Final = 2

_ONCE: Final[Mapping[str, tuple[str, ...]]] = {
    "blended": ("smoothie", "shake", "milkshake", "lassi", "drink", "warm {0}", "chocolate milk"),
    "cocoa": ("chocolate", "cocoa"),
    "pancakes": ("pancakes", "crêpes", "syrniki"),
    "porridge": ("porridge", "Bircher", "banana oats", "blueberry oats", "overnight oats"),
    "rice pudding": ("rice pudding", "milk rice", "rice custard"),
    "soup": ("soup",),
}
"""What one a day is enough of, by the words that name it: a shake, cocoa, sweet rice, soup."""

_ONCE_EVER: Final = frozenset({"pancakes", "porridge"})
"""What of it is the same again before a session too."""

_YOGURT: Final = "yogurt"

_GREENS: Final = frozenset({"vegetable"})

_IN_ANY_DISH: Final = frozenset(
    {
        "canned-tomatoes", "carrot", "celery", "cooked-carrots", "cucumber", "garlic",
        "green-lettuce", "green-pepper", "lettuce", "nori", "onion", "peas", "radishes",
        "red-pepper", "rocket", "spring-onion", "sun-dried-tomatoes", "tomato", "tomato-puree",
    }
)  # fmt: skip
"""Vegetables that nobody minds twice a day, where a heap of spinach is spinach again."""

_FORGOTTEN: Final = frozenset(
    {
        "bread", "cereal", "condiment", "drink", "fat", "fruit", "grain", "powder", "sports",
        "starch", "sweet", "vegetable",
    }
)  # fmt: skip
"""Kitchen roles of which nobody minds some twice a day, or that are counted in another way."""

_ENERGY_PART, _PROTEIN_PART = 0.15, 0.25
"""From which part of a dish's energy or protein on a food is what the dish is made of."""

_TOPPINGS: Final = frozenset({"cheese", "dried-fruit", "nuts", "seeds", "spread"})
"""Kitchen roles of what is added to many dishes, which is enough of it once a day."""

_COUNTED: Final[Mapping[str, tuple[str, ...]]] = {
    "fruit": ("fruit", "served"), "sweet": ("sweet",),
    **dict.fromkeys(_STARCHES, ("starch",)), **dict.fromkeys(_TOPPINGS, ("topping",)),
}  # fmt: skip
"""What the foods of a kitchen role are counted as."""

MOST_A_DAY: Final[Mapping[str, int]] = {
    "bowl": 1, "fruit": 2, "juice": 1, "much": 1, "served": 1, "soy": 2, "starch": 3, "sweet": 2,
    "topping": 1,
}  # fmt: skip
"""
At how many feedings of a day one fruit, starch, sweetener, soy or one nut, spread or cheese may be.

What is served is fruit and breads of their own at a table, no banana before a run; much is two
eggs or a plate of carrots or potatoes; juice is juice, whatever the fruit.
"""


_MUCH_G: Final[Mapping[str, float]] = {"carrots": 90.0, "eggs": 90.0, "potatoes": 100.0}
"""From which usual amount on a plate has carrots, eggs or potatoes enough for its day."""


@lru_cache(maxsize=1024)
def counted_as(food: Food) -> frozenset[str]:
    """
    What of a food is counted over a day: fruit, starch, soy, a sweetener, nut, spread or cheese.

    >>> from fuelcalc.pantry import BUNDLED
    >>> [sorted(counted_as(BUNDLED.food(name))) for name in ("kiwi", "rice-noodles", "carrot")]
    [['fruit kiwis', 'served kiwis'], ['starch rice'], []]
    """
    kin = kin_of(food)
    kinds = ("starch",) if kin == "rice" else _COUNTED.get(food.role, ())
    words = {f"{kind} {kin}" for kind in kinds}
    if food.role == "soy" or (food.role == "plant-milk" and "soy" in (food.allergens or ())):
        words.add("soy soya")
    if kin == _YOGURT:
        words.add("bowl yogurt")
    if is_juice(food):
        words.add("juice juice")
    if bread := _BREADS.get(food.food_id):
        words.add(f"served {bread}")
    if is_heaped(food):
        words.add(f"served {kin.removeprefix('frozen ')}")
    return frozenset(words)


def is_heaped(food: Food) -> bool:
    """Whether a food is a vegetable that is seen again, unlike tomato and lettuce."""
    return food.role in _GREENS and food.food_id not in _IN_ANY_DISH


def most_a_day(word: str) -> int:
    """At how many feedings something that is counted may be."""
    return MOST_A_DAY[word.split(maxsplit=1)[0]]


def is_around(variants: Sequence[Variant]) -> bool:
    """Whether a plate is eaten before or on a session."""
    return _AROUND.issuperset(variants[0].dish.meals)


@lru_cache(maxsize=4096)
def leading(variants: tuple[Variant, ...]) -> frozenset[str]:
    """The two foods that bring most energy to a light plate, in its usual amounts."""
    main = variants[0]
    if _LIGHT.isdisjoint(main.dish.meals):
        return frozenset()
    kcal: Counter[str] = Counter()
    for food, part in zip(main.foods, main.components, strict=True):
        if part.least > 0.0 and food.role not in _STAPLES and not is_milk(food):
            # One nutrient of all those that an amount holds: this is asked of every dish.
            share = part.usual * food.portion.one_g / 100.0
            kcal[kin_of(food)] += round(1000.0 * ((food.per_100g.energy_kcal or 0.0) * share))
    first = sorted(kcal, key=lambda kin: (-kcal[kin], kin))
    return frozenset(first[:_N_LEADING])


@lru_cache(maxsize=4096)
def made_of(variant: Variant) -> frozenset[str]:
    """
    What somebody remembers of a dish: the foods in its name, and those that bring much of it.

    Fruit, starches, greens and powder have counts of their own.

    >>> from fuelcalc.pantry import BUNDLED, Limits
    >>> named = {one.dish.dish_id: one for one in BUNDLED.variants(Limits())}
    >>> sorted(made_of(named["quinoa-cheddar-walnut-salad"]))
    ['cheddar cheese', 'walnuts']
    """
    title = frozenset(plain(variant.name).split())
    held: list[tuple[Food, float, float]] = []
    for food, part in zip(variant.foods, variant.components, strict=True):
        grams = part.usual * food.portion.one_g
        kcal, protein_g = food.per_100g.energy_kcal or 0.0, food.per_100g.protein_g or 0.0
        held.append((food, grams * kcal, grams * protein_g))
    least_kcal = _ENERGY_PART * fsum(kcal for _, kcal, _ in held)
    least_g = _PROTEIN_PART * fsum(protein for _, _, protein in held)
    return frozenset(
        kin_of(food)
        for food, kcal, protein in held
        if kcal > 0.0
        and not _is_forgotten(food)
        and (kcal > least_kcal or protein > least_g or _is_named(food, title))
    )


def _is_named(food: Food, title: Collection[str]) -> bool:
    """Whether the name of a dish, spelled plainly, speaks of a food."""
    words = (kin_of(food), food.name, *food.synonyms)
    return any(set(plain(word).split()) <= set(title) for word in words)


def _is_forgotten(food: Food) -> bool:
    """Whether nobody minds a food twice a day, or it is counted in another way."""
    # Rice is a starch in any form, and of yogurt only a bowl counts, by `once_of`.
    return food.role in _FORGOTTEN or is_milk(food) or kin_of(food) in {"rice", _YOGURT}


@lru_cache(maxsize=4096)
def makings_of(variant: Variant) -> frozenset[str]:
    """
    What a dish is always made of that is better not at noon and in the evening of one day.

    >>> from fuelcalc.pantry import BUNDLED, Limits
    >>> named = {one.dish.dish_id: one for one in BUNDLED.variants(Limits())}
    >>> sorted(makings_of(named["burrito-bowl"]))
    ['pulse', 'starch frozen sweetcorn', 'starch rice', 'vegetable lettuce']
    """
    words = set()
    for food, part in zip(variant.foods, variant.components, strict=True):
        if part.least <= 0.0:
            continue
        starches = {word for word in counted_as(food) if word.startswith("starch ")}
        if starches:
            words |= starches
        elif food.role in _GREENS:
            words.add(f"vegetable {kin_of(food)}")
        elif food.role == "legume":
            words.add("pulse")
    return frozenset(words)


@lru_cache(maxsize=8192)
def named_by(
    variants: tuple[Variant, ...], foods: tuple[Food, ...], main: Food
) -> tuple[frozenset[str], ...]:
    """
    What a plate is known by, from what no other of the day may have to what is better not again.

    Args:
        variants: The dish and its sides.
        foods: All of their foods.
        main: The food that brings most protein.

    Returns:
        Its dishes, its main food, what it is made of, what leads a light plate and what one a day
        is enough of, such as a shake, the starch of a lunch or dinner, the kind of a main food of
        which one is enough, pulses and milk to drink, the vegetables of a lunch or dinner, the
        names of the foods that make it, all foods but staples, and which two of them stand
        together.
    """
    makers = [food for food in foods if food.role in _MAKERS]
    dishes = frozenset(one.dish.dish_id for one in variants if not _is_sipped(one))
    kin = kin_of(main)
    around, is_main = is_around(variants), not MAIN_MEALS.isdisjoint(variants[0].dish.meals)
    none: frozenset[str] = frozenset()
    makings = _of_the_main_meals(variants)
    greens = frozenset(word for word in makings if word.startswith("vegetable"))
    alike = {main.role} & _ALIKE if kin != "yogurt" else set()
    return (
        dishes,
        none
        if around
        else frozenset({kin} if main in makers or is_main else ()) | _flesh_of(variants[0]),
        once_of(variants) & _ONCE_EVER
        if around
        else leading(variants).union(once_of(variants), *map(made_of, variants)),
        makings - greens | (none if around else _starches(variants)),
        none if around else frozenset(alike | _small(variants, makers)),
        greens,
        frozenset(word for food in makers for word in (food.name, *food.synonyms)),
        frozenset(food.food_id for food in foods if food.role not in _STAPLES),
        none if around else pairs_of(variants),
    )


@lru_cache(maxsize=4096)
def _flesh_of(variant: Variant) -> frozenset[str]:
    """The meat, fish or tofu of a dish, be there more protein in its bread or its beans."""
    parts = zip(variant.foods, variant.components, strict=True)
    return frozenset(
        kin_of(food)
        for food, part in parts
        if food.role in _FLESH_OR_SOY and kin_of(food) != _YOGURT and part.least > 0.0
    )


def _is_sipped(variant: Variant) -> bool:
    """Whether a dish is what is sipped at any plate while carbohydrate is loaded."""
    drinks = {food.role for food in variant.foods} <= _DRINKS
    return drinks and LOADING in variant.dish.meals


def _of_the_main_meals(variants: Sequence[Variant]) -> frozenset[str]:
    """The starches and vegetables of a lunch or dinner."""
    if MAIN_MEALS.isdisjoint(variants[0].dish.meals):
        return frozenset()
    return frozenset().union(*map(makings_of, variants)) - {"pulse"}


def pairs_of(variants: tuple[Variant, ...]) -> frozenset[str]:
    """The two foods that lead a snack, or any two of a lunch or dinner: hummus with pita again."""
    main = variants[0]
    if MAIN_MEALS.isdisjoint(main.dish.meals):
        kins = leading(variants) if "breakfast" not in main.dish.meals else frozenset()
    else:
        parts = zip(main.foods, main.components, strict=True)
        kins = frozenset(
            kin_of(food) for food, part in parts if part.least > 0.0 and food.role not in _STAPLES
        )
    return frozenset(" and ".join(pair) for pair in combinations(sorted(kins), 2))


def _starches(variants: tuple[Variant, ...]) -> frozenset[str]:
    """The grain or potatoes of a snack, which lunch and dinner are better without."""
    main = variants[0]
    if "breakfast" in main.dish.meals or _LIGHT.isdisjoint(main.dish.meals):
        return frozenset()
    parts = zip(main.foods, main.components, strict=True)
    return frozenset(
        f"starch {kin_of(food)}"
        for food, part in parts
        if part.least > 0.0 and food.role in _COOKED
    )


def once_of(variants: tuple[Variant, ...]) -> frozenset[str]:
    """What of a plate one a day is enough of: a shake, sweet rice, a bowl of yogurt."""
    names = "".join([f" {one.dish.name} " for one in variants])
    found = {word for word, called in _ONCE.items() if any(f" {call} " in names for call in called)}
    after = {kin_of(food) for one in variants[1:] for food in one.foods}
    return frozenset(found | ({_YOGURT} & (after | leading(variants))))


def _small(variants: Sequence[Variant], makers: Sequence[Food]) -> set[str]:
    """What else one of a day is enough of, however little of it there is: pulses, milk to drink."""
    found = {"legume"} if any(food.role == "legume" for food in makers) else set()
    for one in variants[1:]:
        if "drink" in one.dish.meals and any(is_milk(food) for food in one.foods):
            found.add("milk to drink")
    return found


def counted_in(
    variants: tuple[Variant, ...], foods: tuple[Food, ...], steps: Iterable[int]
) -> frozenset[str]:
    """What a plate holds of what is counted over a day; nothing where it is taken on the move."""
    none: frozenset[str] = frozenset()
    return none.union(*compress(_counted_on(variants, foods), steps))


@lru_cache(maxsize=8192)
def _counted_on(
    variants: tuple[Variant, ...], foods: tuple[Food, ...]
) -> tuple[frozenset[str], ...]:
    """What is counted of each food of a plate; what is eaten for a run is no fruit at a table."""
    if {"during", "long"}.issuperset(variants[0].dish.meals):
        return (frozenset(),) * len(foods)
    none: frozenset[str] = frozenset()
    is_main = not MAIN_MEALS.isdisjoint(variants[0].dish.meals)
    # The week's own dinner of tofu gives way to no glass of soy milk.
    left_out = ("soy ",) if is_main else ("served ",) if is_around(variants) else ()
    usual_g = {
        food: part.usual * food.portion.one_g
        for one in variants
        for food, part in zip(one.foods, one.components, strict=True)
    }
    sipped = {food for one in variants if _is_sipped(one) for food in one.foods}
    return tuple(
        frozenset(word for word in counted_as(food) if not word.startswith(left_out))
        | _much_of(food, usual_g.get(food, 0.0))
        if food not in sipped
        else none
        for food in foods
    )


def _much_of(food: Food, usual_g: float) -> frozenset[str]:
    """What a plate has enough of for its day: two eggs, carrots, or potatoes that are no crisps."""
    kin = kin_of(food)
    is_much = usual_g >= _MUCH_G.get(kin, inf)
    return frozenset({f"much {kin}"}) if is_much else frozenset()

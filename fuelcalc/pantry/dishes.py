"""Dishes: `foods/dishes.csv`, read and checked, and what one person may eat of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from math import floor
from typing import Final

from fuelcalc.errors import FuelcalcError, InputError
from fuelcalc.models.dishes import MEALS, Component, Dish, Variant
from fuelcalc.models.foods import Food
from fuelcalc.pantry.files import food_rows
from fuelcalc.pantry.limits import Limits
from fuelcalc.pantry.lookup import plain
from fuelcalc.pantry.table import FoodTable, food_by_id, food_table

_COMPONENT = re.compile(r"([a-z0-9-]+) ([0-9.]+)-([0-9.]+)-([0-9.]+)")
_PLACE = re.compile(r"\{(\d+)\}")
_MOST_PLACES: Final = 7
_HAIR: Final = 1e-6


@cache
def bundled_dishes() -> tuple[Dish, ...]:
    """
    Every bundled dish, in the order of the file.

    Raises:
        FuelcalcError: A line cannot be read or asks for what the food table does not offer.
    """
    table = food_table()
    found: dict[str, Dish] = {}
    for row in food_rows("dishes.csv"):
        try:
            dish = dish_of(row, table)
        except InputError as error:
            raise FuelcalcError(f"foods/dishes.csv: {error}") from error
        if dish.dish_id in found:
            raise FuelcalcError(f"foods/dishes.csv: {dish.dish_id} stands twice")
        found[dish.dish_id] = dish
    return tuple(found.values())


def dishes_of(table: FoodTable | None = None) -> tuple[Dish, ...]:
    """The dishes of a table: somebody's own first, then the bundled ones they do not shadow."""
    own = () if table is None else table.own_dishes
    ids = {dish.dish_id for dish in own}
    return (*own, *(dish for dish in bundled_dishes() if dish.dish_id not in ids))


def dish_by_id(dish_id: str, table: FoodTable | None = None) -> Dish:
    """
    The dish with this id.

    Raises:
        InputError: There is none; the message suggests the nearest.

    >>> dish_by_id("lentil-bolognese").kitchen
    'italian'
    """
    by_id = {dish.dish_id: dish for dish in dishes_of(table)}
    if dish_id in by_id:
        return by_id[dish_id]
    from difflib import get_close_matches

    near = get_close_matches(dish_id, list(by_id), n=1)
    hint = f'did you mean "{near[0]}"?' if near else "fuelcalc dishes lists them"
    raise InputError(f'dish: there is no "{dish_id[:40]}"; {hint}')


def dish_of(row: Mapping[str, str], table: FoodTable) -> Dish:
    """
    Read one dish.

    Args:
        row: The columns of `dishes.csv`, as text.
        table: The foods that it may use.

    Raises:
        InputError: The foods cannot be read, or one is unknown or asked for in amounts that
            are not measured or beyond its largest portion; the message names the dish.
    """
    dish_id = row["dish_id"]
    places = tuple(
        tuple(_component(text, dish_id, table) for text in place.split(" | "))
        for place in row["foods"].split(" + ")
    )
    meals = tuple(row["meals"].split())
    if not meals or any(meal not in MEALS for meal in meals):
        raise InputError(f'{dish_id}: meals "{row["meals"]}" are not of: {", ".join(MEALS)}')
    if len(places) > _MOST_PLACES:
        raise InputError(
            f"{dish_id}: {len(places)} foods, more than {_MOST_PLACES}; leave some out"
        )
    for number in _PLACE.findall(row["name"]):
        if int(number) >= len(places) or any(one.least == 0.0 for one in places[int(number)]):
            raise InputError(f"{dish_id}: the name has {{{number}}}, which may not be on the plate")
    return Dish(
        dish_id=dish_id,
        name=row["name"],
        meals=meals,
        minutes=float(row["minutes"]),
        serves=int(row["serves"]),
        kitchen=row["kitchen"],
        places=places,
        how=row["how"],
    )


def _component(text: str, dish_id: str, table: FoodTable) -> Component:
    """Read "brown-rice 0.5-1-2.5" and check it against the food."""
    found = _COMPONENT.fullmatch(text.strip())
    if found is None:
        raise InputError(f'{dish_id}: "{text}" is not "food-id least-usual-most"')
    component = Component(found[1], float(found[2]), float(found[3]), float(found[4]))
    try:
        food = food_by_id(component.food_id, table)
    except InputError as error:
        raise InputError(f"{dish_id}: {error}") from error
    if not component.least <= component.usual <= component.most or component.most <= 0.0:
        raise InputError(f'{dish_id}: "{text}" is not in order: least, usual, most')
    if component.most > food.portion.most + _HAIR:
        raise InputError(
            f'{dish_id}: "{text}" is more than the largest portion, {food.portion.most:g}'
        )
    for amount in (component.least, component.most):
        steps = amount / food.portion.step
        if abs(steps - round(steps)) > _HAIR:
            raise InputError(f'{dish_id}: "{text}" is not in steps of {food.portion.step:g}')
    return component


@lru_cache(maxsize=32)
def variants(limits: Limits, table: FoodTable | None = None) -> tuple[Variant, ...]:
    """
    Every dish that somebody may eat, each place filled by its first allowed food.

    A place that nothing may fill is left out where the dish is still that dish without it;
    else the dish is left out. So is a dish called by something disliked.
    """
    foods = table or food_table()
    allowed = {food.food_id for food in foods.foods if limits.allow(food)}
    disliked = [set(word.split()) for word in limits.dislikes]
    found = (_variant(dish, allowed, foods) for dish in dishes_of(table))
    return tuple(
        variant
        for variant in found
        if variant is not None
        and not any(words <= set(plain(variant.name).split()) for words in disliked if words)
    )


def _variant(dish: Dish, allowed: Iterable[str], table: FoodTable) -> Variant | None:
    """A dish with its places filled, or None where one that matters stays empty."""
    chosen: list[tuple[Food, Component]] = []
    names: dict[int, str] = {}
    used: set[str] = set()
    for number, place in enumerate(dish.places):
        options = [one for one in place if one.food_id in allowed and one.food_id not in used]
        if options:
            food = table.by_id[options[0].food_id]
            fitted = _in_measures_of(food, options[0])
            if fitted is not None:
                names[number] = food.name
                used.add(food.food_id)
                chosen.append((food, fitted))
                continue
        if all(one.least > 0.0 for one in place):
            return None
    if not chosen:
        return None
    name = _PLACE.sub(lambda found: names[int(found[1])], dish.name)
    return Variant(dish, name, tuple(food for food, _ in chosen), tuple(c for _, c in chosen))


def _in_measures_of(food: Food, component: Component) -> Component | None:
    """
    A range in the measures of the food that is really there.

    Somebody's own food may come in other measures than the one it stands in for: the grams
    stay, held to its steps and its largest portion.
    """
    bundled = food_table().by_id.get(food.food_id)
    if bundled is None or bundled is food or bundled.portion == food.portion:
        return component
    scale, step = bundled.portion.one_g / food.portion.one_g, food.portion.step
    most_steps = floor(min(component.most * scale, food.portion.most) / step + _HAIR)
    least_steps = min(round(component.least * scale / step), most_steps)
    if component.least > 0.0:
        least_steps = max(least_steps, 1)
    if most_steps < max(least_steps, 1):
        return None
    usual = min(max(component.usual * scale, least_steps * step), most_steps * step)
    return Component(food.food_id, least_steps * step, usual, most_steps * step)


def find_dishes(
    text: str, among: Sequence[Dish] | None = None, table: FoodTable | None = None
) -> tuple[Dish, ...]:
    """
    The dishes whose name or foods hold every word, those called so first.

    Args:
        text: Everyday words: "salmon", "lentil soup".
        among: Which dishes to search; all by default.
        table: The table whose dishes they are.

    >>> [dish.kitchen for dish in find_dishes("lentil bolognese")]
    ['italian']
    """
    words = set(plain(text).split())
    dishes = dishes_of(table) if among is None else among
    foods = table or food_table()
    ranked: list[tuple[int, int, Dish]] = []
    for number, dish in enumerate(dishes):
        called = set(plain(dish.name).split()) | set(plain(dish.dish_id).split())
        if words <= called:
            ranked.append((0, number, dish))
        elif words <= called | _food_words(dish, foods):
            ranked.append((1, number, dish))
    return tuple(dish for _, _, dish in sorted(ranked, key=lambda one: one[:2]))


def _food_words(dish: Dish, table: FoodTable) -> set[str]:
    """Every word that names one of a dish's foods."""
    foods = (table.by_id[one.food_id] for place in dish.places for one in place)
    return {
        word
        for food in foods
        for name in (food.name, *food.synonyms)
        for word in plain(name).split()
    }

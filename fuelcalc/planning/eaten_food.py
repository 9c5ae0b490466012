"""Which food or dish somebody means who says what they ate, and how much of it; never a guess."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from fuelcalc.errors import InputError, quoted
from fuelcalc.models.foods import Food
from fuelcalc.models.nutrients import Nutrients
from fuelcalc.units import parse_amount

if TYPE_CHECKING:
    from fuelcalc.pantry import Pantry

_AMOUNT: Final = re.compile(
    r"(?P<count>[\d.,]+|[½¼¾]|an?(?=\s))\s*"
    r"(?P<unit>(?:g|kg|oz|lb|ml|cl|l|cups?|glass(?:es)?|tbsp|tsp|tablespoons?|teaspoons?)\b)?\s*"
    r"(?:of\s+)?(?P<name>.+)",
    re.IGNORECASE,
)
_COUNT: Final = re.compile(r"\d+(?:[.,]\d{1,2})?")
_SPELLED: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "a": 1.0, "an": 1.0}
_MASSES: Final = frozenset({"g", "kg", "oz", "lb"})
_VOLUMES: Final = frozenset({"ml", "cl", "l"})
_MEASURE: Final = re.compile(
    r"(?P<measure>slices?|pieces?|pots?|cans?|tins?|scoops?|handfuls?|bowls?|portions?|squares?|"
    r"bottles?|shots?|bars?)\b\s*(?:of\s+)?",
    re.IGNORECASE,
)
"""Vessels and shapes that a food may be counted in, where its own household measure is one."""

_SAME: Final = {"tin": "can"}
_OFFERED: Final = 3
_REMEDY: Final = 'write its energy too, as in "13:00 pizza 1100 kcal"'


def looked_up(what: str, foods: "Pantry | None") -> Nutrients:
    """
    What a food or a dish holds, in the amount that was said or its usual one.

    Args:
        what: "2 bananas", "3 slices of white bread", "teriyaki salmon donburi".
        foods: Where foods and dishes are looked up by their names.

    Raises:
        InputError: Nothing is called so, or several things may be meant.
    """
    from fuelcalc.pantry import pantry_of
    from fuelcalc.pantry.dish_query import find_dishes
    from fuelcalc.pantry.lookup import plain

    pantry = pantry_of(foods)
    match = _AMOUNT.fullmatch(what)
    name = what if match is None else match["name"]
    # An amount belongs to a food; a dish is eaten in its usual one.
    if match is None and pantry.dishes_called(name):
        plates = [
            one for one in find_dishes(name, foods=pantry) if plain(one.variant.name) == plain(name)
        ]
        if plates:
            return plates[0].held.nutrients
    food = _food(name, pantry)
    return food.amount(food.portion.one_g if match is None else _grams(match, food))


def _food(text: str, pantry: "Pantry") -> Food:
    """
    The one food that a name means: called just so, or the only one with those words.

    Raises:
        InputError: There is none, several, or it is counted in another measure.
    """
    measure = _MEASURE.match(text)
    name = text if measure is None else text[measure.end() :]
    if measure is not None:
        if not name:
            raise _unknown(f"says {quoted(text)} and not of what", ())
        # A name may begin with such a word itself, so the whole is looked for first.
        exact = _called(text, pantry)
        if exact is not None:
            return exact
    food = _called(name, pantry)
    if food is None:
        food = _only(name, pantry)
    if measure is not None and not _is_counted_in(food, measure["measure"]):
        raise InputError(
            f"{food.name} is counted by {quoted(food.portion.one)}",
            argument="eaten",
            quote="",
            remedy="write it so, or in g",
        )
    return food


def _called(name: str, pantry: "Pantry") -> Food | None:
    """The first food that is called just so, by its name or another of its own."""
    from fuelcalc.pantry.lookup import plain

    words = plain(name)
    for food in pantry.find(name, limit=len(pantry.foods)):
        if words in map(plain, (food.name, food.food_id, *food.synonyms)):
            return food
    return None


def _only(name: str, pantry: "Pantry") -> Food:
    """
    The one food that has every word of a name among its own.

    Raises:
        InputError: There is none, or there are several.
    """
    from fuelcalc.pantry.lookup import plain

    # A guess would be counted as eaten: where several foods have the word, it is asked back.
    words = set(plain(name).split())
    found = [
        food
        for food in pantry.find(name, limit=len(pantry.foods))
        if any(words <= set(plain(one).split()) for one in (food.name, *food.synonyms))
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise _unknown(f"{quoted(name)} may be several foods", [food.name for food in found])
    raise _unknown(f"no food is called {quoted(name)}", pantry.near(name))


def _unknown(problem: str, near: Sequence[str]) -> InputError:
    """Why nothing was found, with what would be."""
    offered = ", ".join(near[:_OFFERED])
    remedy = f"{offered} would be known; else {_REMEDY}" if offered else _REMEDY
    return InputError(problem, argument="eaten", quote="", remedy=remedy, allowed=tuple(near))


def _is_counted_in(food: Food, measure: str) -> bool:
    """Whether a vessel or a shape is the food's own household measure."""
    one = measure.casefold().removesuffix("s")
    return _SAME.get(one, one) in food.portion.one.casefold()


def _grams(match: re.Match[str], food: Food) -> float:
    """
    What an amount of a food weighs: by mass, by volume, or so many of its household measure.

    Raises:
        InputError: It is no amount, or nobody knows what so much of the food weighs.
    """
    from fuelcalc.pantry.portions import VESSELS_ML, volume_ml

    count, unit = match["count"], (match["unit"] or "").casefold()
    if unit in _MASSES:
        return parse_amount(f"{count} {unit}", "g", name="eaten")
    number = _SPELLED.get(count.casefold())
    if number is None:
        if not _COUNT.fullmatch(count):
            raise InputError("is no amount", argument="eaten", value=count, remedy="write 1.5")
        number = float(count.replace(",", "."))
    if not unit:
        return number * food.portion.one_g
    vessel = unit.removesuffix("es") if unit.startswith("glass") else unit.removesuffix("s")
    one_ml = VESSELS_ML.get({"tablespoon": "tbsp", "teaspoon": "tsp"}.get(vessel, vessel), 0.0)
    ml = (
        parse_amount(f"{count} {unit}", "ml", name="eaten") if unit in _VOLUMES else number * one_ml
    )
    held_ml = volume_ml(food.portion)
    # A volume weighs nothing known without the food's own measure.
    if held_ml <= 0.0:
        raise InputError(
            f"nobody knows what {match['count']} {match['unit']} of {food.name} weighs",
            argument="eaten",
            quote="",
            remedy="write it in g",
        )
    return ml / held_ml * food.portion.one_g

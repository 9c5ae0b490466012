"""A recipe for several: what goes into the pot, as people write it, and one serving of it."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from fuelcalc.errors import InputError, quoted
from fuelcalc.models.dishes import Component
from fuelcalc.models.foods import Food, Measure
from fuelcalc.models.nutrients import Nutrients, total
from fuelcalc.pantry.lookup import plain
from fuelcalc.pantry.portions import VESSELS_ML, volume_ml
from fuelcalc.pantry.variants import who_may_eat
from fuelcalc.units import parse_amount

MOST_LINES: Final = 30
"""A recipe has at most so many foods."""

LEAST_SERVED: Final = 0.75
MOST_SERVED: Final = 1.5
STEP: Final = 0.25
"""How much of a serving somebody may be given, from least to most, and in which steps."""

_LEAST_G: Final = 20.0
_MOST_G: Final = 2000.0
_RAW: Final = frozenset({"dry", "raw", "uncooked"})
_STATES: Final = _RAW | {"drained", "cooked", "chopped", "sliced", "of"}
_WORDS: Final = "|".join(sorted(_STATES))
_HALVES: Final = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8"}
_NUMBER: Final = r"\d+/[1-9]\d*|\d+(?:[.,]\d+)?(?: \d+/[1-9]\d*)?"
_FIRST: Final = re.compile(rf"(?P<number>{_NUMBER}) ?(?P<rest>[^\W\d_].*)")
_LAST: Final = re.compile(
    rf"(?P<food>\S.*?),? (?P<number>{_NUMBER}) ?(?P<unit>[a-z]+)(?P<states>(?:,? (?:{_WORDS}))*)"
)
_FOR_ONE: Final = re.compile(r".* [\d.]+(?:-[\d.]+-[\d.]+)?")
_MASSES: Final = frozenset({"g", "kg", "oz", "lb", "gram", "grams", "ounce", "ounces"})
_VOLUMES: Final = frozenset({"ml", "cl", "dl", "l", "litre", "litres", "liter", "liters"})
_SPELLED: Final = {"tablespoon": "tbsp", "teaspoon": "tsp", "can": "tin"}
_MEANT: Final = {"oil": "olive oil"}
"""Words that every recipe has and that several foods go by, with the everyday one of them."""


class Weighed(NamedTuple):
    """One food of a recipe and how many grams of it, as it is eaten."""

    food: Food
    grams: float


class _Line(NamedTuple):
    """One line of a recipe, taken apart: how many, the words of the measure, and the food."""

    text: str
    number: float
    words: tuple[str, ...]
    unit: str = ""


def is_recipe(lines: Sequence[str]) -> bool:
    """
    Whether lines say what goes into a pot, rather than from least to most for one.

    >>> is_recipe(["320 g brown rice", "2 tbsp oil"]), is_recipe(["brown rice 0.5-1-2"])
    (True, False)
    """
    return any(_read(line) is not None for line in lines)


def weighed_in(lines: Sequence[str], called: Callable[[str], Food]) -> tuple[Weighed, ...]:
    """
    What a recipe's lines weigh.

    Args:
        lines: "320 g brown rice dry", "2 tbsp oil", "1 tin chickpeas, drained", "3 eggs".
        called: Finds a food by its name.

    Raises:
        InputError: A line cannot be read, its food is unknown, or its measure weighs nothing
            that is known.
    """
    return tuple(_weighed(line, called) for line in lines)


def serving_of(
    name: str, food_id: str, parts: Sequence[Weighed], *, serves: int
) -> tuple[Food, Component]:
    """
    One serving of a recipe as a food, and how much of it somebody is served.

    What a food of it lacks a value for, the recipe lacks; it is reviewed where all of them are,
    and whoever dislikes one of them dislikes the recipe.

    Args:
        name: What the recipe is called.
        food_id: The id of its food.
        parts: What goes into it.
        serves: For how many.

    Raises:
        InputError: A serving weighs what nobody eats.
    """
    foods = tuple(part.food for part in parts)
    sums = total(part.food.amount(part.grams) for part in parts)
    grams = sum(part.grams for part in parts)
    if not _LEAST_G <= grams / serves <= _MOST_G:
        raise InputError(
            f"a serving weighs {grams / serves:,.0f} g, outside {_LEAST_G:g} to {_MOST_G:g} g",
            argument="serves",
            value=serves,
            place="",
            quote="",
            remedy="write for how many it is",
        )
    whole = Nutrients(
        *(
            None if column in sums.incomplete else value
            for column, value in zip(Nutrients._fields, sums.nutrients.values(), strict=True)
        )
    )
    who = who_may_eat(foods)
    main = max(parts, key=lambda part: part.food.amount(part.grams).protein_g or 0.0).food
    measure = Measure(
        f"serving {name}", f"servings {name}", grams / serves, None, "count", STEP, MOST_SERVED
    )
    food = Food(
        food_id=food_id,
        name=name,
        synonyms=(),
        source="own food",
        description=f"{name}, from your own recipe",
        role=main.role,
        when=("meal", "snack"),
        allergens=who.allergens,
        may_contain=who.may_contain,
        diet=who.diet,
        suits=who.suits,
        portion=measure,
        eaten_as_is=False,
        high_fodmap=any(one.high_fodmap for one in foods),
        glycaemic_index=None,
        ala_basis="",
        caution="; ".join(dict.fromkeys(one.caution for one in foods if one.caution)),
        per_100g=whole.times(100.0 / grams),
        made_of=tuple(
            dict.fromkeys(each for one in foods for each in (one.name, *one.synonyms, one.role))
        ),
        ingredients=tuple((part.food.food_id, part.grams / grams) for part in parts),
    )
    return food, Component(food_id, LEAST_SERVED, 1.0, MOST_SERVED)


def _read(text: str) -> _Line | None:
    """A line with an amount before its food, or with a unit behind it; None for any other."""
    bare = text.strip()
    if _FOR_ONE.fullmatch(bare):
        return None
    for sign, fraction in _HALVES.items():
        bare = re.sub(rf"(?<=\d) ?{sign}", f" {fraction}", bare).replace(sign, fraction)
    if (first := _FIRST.fullmatch(bare)) is not None:
        return _Line(text, _number(first["number"]), tuple(first["rest"].replace(",", "").split()))
    if (last := _LAST.fullmatch(bare)) is not None:
        words = f"{last['food']} {last['states']}".replace(",", "").split()
        return _Line(text, _number(last["number"]), tuple(words), last["unit"])
    return None


def _number(text: str) -> float:
    return float(sum(Fraction(part.replace(",", ".")) for part in text.split()))


def _weighed(text: str, called: Callable[[str], Food]) -> Weighed:
    """One line, its food found and its amount in grams."""
    line = _read(text)
    if line is None:
        raise _wrong("is no amount of a food", text, 'write "80 g brown rice" or "2 tbsp oil"')
    if not line.number > 0.0:
        raise _wrong("is none of it", text, "write an amount above 0")
    words, unit = line.words, line.unit
    if not unit and len(words) > 1 and _is_unit(words[0]):
        unit, words = words[0], words[1:]
    food, measured, states = _found(words, called)
    grams = _grams(line, unit or measured, food)
    if states & _RAW and food.portion.weighed:
        grams *= _swelling(food, text)
    return Weighed(food, grams)


def _is_unit(word: str) -> bool:
    return word in _MASSES | _VOLUMES or _spoon(word) in {*VESSELS_ML, "tin"}


def _spoon(word: str) -> str:
    one = plain(word)
    return _SPELLED.get(one, one)


def _found(words: Sequence[str], called: Callable[[str], Food]) -> tuple[Food, str, frozenset[str]]:
    """The food of some words, the word of its own measure before it, and how it is prepared."""
    bare = [word for word in words if word.lower() not in _STATES]
    states = frozenset(word.lower() for word in words if word.lower() in _STATES)
    tried = [(" ".join(words), "", frozenset[str]()), (" ".join(bare), "", states)]
    if len(bare) > 1:
        tried.append((" ".join(bare[1:]), bare[0], states))
    for name, measure, said in tried:
        try:
            food = called(_MEANT.get(name.lower(), name))
        except InputError:
            continue
        if not measure or plain(measure) in plain(food.portion.one).split():
            return food, measure, said
    return called(" ".join(bare) or " ".join(words)), "", states


def _grams(line: _Line, unit: str, food: Food) -> float:
    """An amount in grams: weighed, poured, from a tin, or in the measure of the food."""
    portion, spoon = food.portion, _spoon(unit)
    if unit in _MASSES:
        return parse_amount(f"{line.number} {unit}", "g", name="foods")
    if unit in _VOLUMES or spoon in VESSELS_ML:
        return line.number * _poured_g(line, unit, food)
    if spoon == "tin":
        return line.number * _tin_g(line, food)
    if unit or portion.shown == "count":
        return line.number * portion.one_g
    raise _wrong("is not counted in pieces", line.text, f"write its grams, or {portion.many}")


def _poured_g(line: _Line, unit: str, food: Food) -> float:
    """What one spoon, cup or millilitre of a food weighs."""
    portion, spoon = food.portion, _spoon(unit)
    vessel = plain(portion.one).split()[0]
    if spoon == vessel:
        return portion.one_g
    holds = volume_ml(portion)
    if not holds:
        raise _wrong("has no weight that is known", line.text, "write its grams")
    ml = VESSELS_ML.get(spoon) or parse_amount(f"1 {unit}", "ml", name="foods")
    return ml * portion.one_g / holds


def _tin_g(line: _Line, food: Food) -> float:
    """What is eaten of one tin of a food."""
    if plain(food.portion.one).split()[0] == "can":
        return food.portion.one_g
    bought = food.bought
    if bought is None or bought.aisle != "tins-jars" or bought.pack_unit != "g":
        raise _wrong("is sold in no tin that is known", line.text, "write its grams")
    return bought.pack * bought.per_bought


def _swelling(food: Food, text: str) -> float:
    """What cooking makes of one gram that was bought dry or raw."""
    bought = food.bought
    if bought is None or bought.aisle == "tins-jars":
        raise _wrong("is known cooked alone", text, "write what it weighs cooked")
    return bought.per_bought


def _wrong(problem: str, text: str, remedy: str) -> InputError:
    """What is wrong with one line of a recipe."""
    return InputError(
        problem, argument="foods", value=text, place="", quote=quoted(text), remedy=remedy
    )

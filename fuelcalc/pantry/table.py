"""The food table: foods as reviewed by hand, joined with the nutrients, checked as it loads."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from types import MappingProxyType
from typing import Final, TypeVar, cast, get_args

from fuelcalc.errors import FuelcalcError, InputError, nearest, quoted
from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.models.foods import Bought, Food, Measure, Shown
from fuelcalc.models.nutrients import NUTRIENT_NAMES, Nutrients
from fuelcalc.pantry.files import food_rows, once

T = TypeVar("T")

ROLES: Final = (
    "bread", "cereal", "cheese", "condiment", "dairy", "dried-fruit", "drink", "egg", "fat",
    "fish", "fruit", "grain", "legume", "meat", "nuts", "plant-milk", "poultry", "powder",
    "seeds", "shellfish", "snack", "soy", "sports", "spread", "starch", "sweet", "vegetable",
)  # fmt: skip
"""What a food is in the kitchen."""

WHEN: Final = ("breakfast", "meal", "snack", "session")
"""When people eat a food; a session is before, during and right after training."""

WEIGHED: Final = ("", "cooked")
"""What a weight in grams is of, where raw and cooked differ much."""


AISLES: Final = (
    "fruit-veg", "bread", "fish-meat", "dairy-eggs", "chilled", "frozen", "tins-jars", "dry",
    "spices-oils", "sweet-snacks", "drinks", "sport",
)  # fmt: skip
"""Where a food stands in a shop, in the order in which people walk through it."""

PACK_UNITS: Final = ("g", "ml", "pieces")
"""What packs are counted in; pieces are household measures."""

_HAIR: Final = 1e-6
_NUTRIENTS = itemgetter(*NUTRIENT_NAMES)


@once
def bundled_foods() -> Mapping[str, Food]:
    """Every bundled food by its id, the everyday one of each kind first."""
    return table_of(food_rows("foods.csv"), food_rows("nutrients.csv"))


def known_by_id(
    an_id: str,
    known: Mapping[str, T],
    *,
    argument: str = "food_id",
    problem: str = "the table has no",
    otherwise: str = "look it up by its everyday name",
) -> T:
    """
    The food, or whatever else is *known*, with this id.

    Raises:
        InputError: There is none; the message suggests the nearest.
    """
    if an_id in known:
        return known[an_id]
    near = nearest(an_id, known.keys())
    remedy = f'did you mean "{near}"?' if near else otherwise
    told = f"{problem} {quoted(an_id)}"
    raise InputError(told, argument=argument, value=an_id, quote="", remedy=remedy)


def table_of(
    reviewed: Iterable[Mapping[str, str]],
    nutrients: Iterable[Mapping[str, str]],
) -> Mapping[str, Food]:
    """
    Join the reviewed foods with the nutrients, by id and in the order of the review.

    Args:
        reviewed: Rows of `foods.csv`, as text.
        nutrients: Rows of `nutrients.csv`, as text.

    Raises:
        FuelcalcError: A food stands twice or has no nutrients, a code is not in its closed
            list, or a number cannot be read; the message names the food.
    """
    values = {row["food_id"]: row for row in nutrients}
    by_id: dict[str, Food] = {}
    for row in reviewed:
        food_id = row["food_id"]
        if food_id in by_id:
            raise FuelcalcError(f"foods: {food_id} stands twice")
        try:
            by_id[food_id] = _food(row, values[food_id])
        except KeyError as error:
            raise FuelcalcError(f"foods: {food_id} has no {error.args[0]} row or column") from error
        except ValueError as error:
            raise FuelcalcError(f"foods: {food_id}: {error}") from error
    return MappingProxyType(by_id)


def _food(row: Mapping[str, str], values: Mapping[str, str]) -> Food:
    """Make one food out of its two rows."""
    return Food(
        food_id=row["food_id"],
        name=row["name"],
        synonyms=tuple(row["synonyms"].split("; ")) if row["synonyms"] else (),
        source=values["source"],
        description=values["description"],
        role=_of(ROLES, row["role"]),
        when=_codes(WHEN, row["when"]),
        allergens=_codes(ALLERGENS, row["allergens"]) if row["allergens"] else None,
        may_contain=_codes(ALLERGENS, row["may_contain"]),
        diet=_of(DIETS, row["diet"]) if row["diet"] else None,
        suits=_codes(RESTRICTIONS, row["suits"]),
        portion=_portion(row),
        eaten_as_is=_of(("yes", "no"), row["as_is"]) == "yes",
        high_fodmap=_of(("", "high-fodmap"), row["gut"]) != "",
        glycaemic_index=_number(values["glycaemic_index"]),
        ala_basis=values["ala_basis"],
        caution=row["caution"],
        per_100g=Nutrients(*[float(text) if text else None for text in _NUTRIENTS(values)]),
        bought=_bought(row),
        suits_up_to_g=_suits_up_to_g(row),
    )


def _suits_up_to_g(row: Mapping[str, str]) -> tuple[tuple[str, float], ...]:
    """Read which restrictions allow only so many grams of a food in one meal."""
    words = row["suits_up_to_g"].split(" ") if row["suits_up_to_g"] else []
    if len(words) % 2:
        raise ValueError("suits_up_to_g is a restriction and grams, such as low-fodmap 65")
    amounts = tuple(
        (_of(RESTRICTIONS, code), float(grams))
        for code, grams in zip(words[::2], words[1::2], strict=True)
    )
    suits = row["suits"].split(" ")
    if any(code in suits or not grams > 0.0 for code, grams in amounts):
        raise ValueError("what a food suits up to an amount is above 0 g, and not in suits")
    return amounts


def _portion(row: Mapping[str, str]) -> Measure:
    """Read the household measure of a food."""
    portion = Measure(
        one=row["one"],
        many=row["many"],
        one_g=float(row["one_g"]),
        one_ml=_number(row["one_ml"]),
        shown=cast("Shown", _of(get_args(Shown), row["shown"])),
        step=float(row["step"]),
        most=float(row["most"]),
        weighed=_of(WEIGHED, row["weighed"]),
        natural=tuple([float(amount) for amount in row["natural"].split(" ")]),
    )
    if not (portion.one_g > 0.0 and 0.0 < portion.step <= portion.most):
        raise ValueError("a portion weighs something, and its step is above 0 and up to its most")
    if (portion.one_ml is not None) != (portion.shown == "ml"):
        raise ValueError("one_ml is for what is said in ml, and only for that")
    if not _is_natural(portion):
        raise ValueError("natural amounts rise by whole steps, from above 0 up to the most")
    return portion


def _is_natural(portion: Measure) -> bool:
    """Whether the natural amounts of a portion can be measured."""
    amounts = portion.natural
    return (
        amounts[0] > 0.0
        and amounts[-1] <= portion.most + _HAIR
        and all(low < high for low, high in pairwise(amounts))
        and all(abs(n / portion.step - round(n / portion.step)) <= _HAIR for n in amounts)
    )


def _bought(row: Mapping[str, str]) -> Bought:
    """Read how a food is bought."""
    pack, _, unit = row["pack"].partition(" ")
    bought = Bought(
        item=row["bought"],
        per_bought=float(row["yield"]),
        pack=float(pack),
        pack_unit=_of(PACK_UNITS, unit),
        aisle=_of(AISLES, row["aisle"]),
        in_cupboard=_of(("yes", "no"), row["cupboard"]) == "yes",
    )
    if not (bought.item and bought.per_bought > 0.0 and bought.pack > 0.0):
        raise ValueError("what is bought has a name, a yield above 0 and a pack above 0")
    return bought


def _number(text: str) -> float | None:
    # An empty cell is a missing value, which is not a zero.
    return float(text) if text else None


def _of(words: tuple[str, ...], word: str) -> str:
    """Let a word pass that stands in its closed list."""
    if word not in words:
        raise ValueError(f'"{word}" is none of {", ".join(words)}')
    return word


# Foods share few lists of codes, and a table is read whole before anything is planned.
@lru_cache(maxsize=512)
def _codes(words: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Read codes parted by spaces; "none", or nothing, is none of them."""
    return () if text in {"none", ""} else tuple(_of(words, word) for word in text.split(" "))

"""What goes together before a session, and in which amounts: `foods/snacks.csv`, read."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import product
from operator import attrgetter
from typing import Final, NamedTuple

from fuelcalc.errors import FuelcalcError, InputError
from fuelcalc.models.foods import Food
from fuelcalc.pantry.files import food_rows, once
from fuelcalc.pantry.pantry import BUNDLED
from fuelcalc.pantry.portions import amounts

_CHOICE = re.compile(r"([a-z0-9-]+) ([0-9.]+)-([0-9.]+)( each)?")
_MOST_PLACES: Final = 3
_HAIR = 1e-9


class Choice(NamedTuple):
    """
    One food that may fill a place in a pairing, and how much of it, in household measures.

    Where `each` is set the amounts are for one measure of the first food.
    """

    food_id: str
    least: float
    most: float
    each: bool

    def takes(self, amount: float, main: float) -> bool:
        """Whether this amount goes with so much of the first food."""
        scale = main if self.each else 1.0
        return self.least * scale - _HAIR <= amount <= self.most * scale + _HAIR


class Pairing(NamedTuple):
    """
    One line of `snacks.csv`: the foods that may fill each place, and when it is offered.

    It is offered from `from_min` minutes before the start on, until just short of `to_min`.
    """

    snack_id: str
    label: str
    places: tuple[tuple[Choice, ...], ...]
    from_min: float
    to_min: float
    rank: int
    why: str


class Offer(NamedTuple):
    """
    A pairing in certain amounts.

    `carbohydrate_g` is without the fibre; `oddness` counts what is not a whole piece.
    """

    amounts: tuple[float, ...]
    carbohydrate_g: float
    fat_g: float
    fibre_g: float
    protein_g: float
    oddness: float


@once
def pairings() -> tuple[Pairing, ...]:
    """
    Every pairing, in the order of the file.

    Raises:
        FuelcalcError: A line cannot be read or asks for what the food table does not offer.
    """
    return tuple(pairing_of(row) for row in food_rows("snacks.csv"))


def pairing_of(row: Mapping[str, str]) -> Pairing:
    """
    Read one line of `snacks.csv`.

    Raises:
        FuelcalcError: The items cannot be read, or a food is unknown, has no part in a snack,
            lacks a value or is asked for in amounts beyond its largest portion.
    """
    places = tuple(
        tuple(_choice(text, row["snack_id"]) for text in place.split(" | "))
        for place in row["items"].split(" + ")
    )
    if len(places) > _MOST_PLACES:
        raise FuelcalcError(f"foods/snacks.csv: {row['snack_id']} has more than three foods")
    return Pairing(
        snack_id=row["snack_id"],
        label=row["label"],
        places=places,
        from_min=float(row["from_min"]),
        to_min=float(row["to_min"]),
        rank=int(row["rank"]),
        why=row["why"],
    )


def _choice(text: str, snack_id: str) -> Choice:
    """Read "jam 0.5-1 each" and check it against the food."""
    found = _CHOICE.fullmatch(text)
    if found is None:
        raise FuelcalcError(f'foods/snacks.csv: {snack_id}: "{text}" is not "food 1-2 each"')
    choice = Choice(found[1], float(found[2]), float(found[3]), found[4] is not None)
    try:
        food = BUNDLED.food(choice.food_id)
    except InputError as error:
        raise FuelcalcError(f"foods/snacks.csv: {snack_id}: {error}") from error
    if not can_be_dosed(food):
        raise FuelcalcError(f"foods/snacks.csv: {snack_id}: {food.food_id} is not for snacks")
    if choice.least > choice.most or (choice.most > food.portion.most and not choice.each):
        raise FuelcalcError(
            f"foods/snacks.csv: {snack_id}: {text} is beyond {food.portion.most:g} portions"
        )
    return choice


def can_be_dosed(food: Food) -> bool:
    """Whether a food has every value that a dose before a session is judged by."""
    return bool(food.pre_run) and None not in _held(food)


@lru_cache(maxsize=1024)
def offers(foods: tuple[Food, ...], choices: tuple[Choice, ...]) -> tuple[Offer, ...]:
    """
    Every sensible set of amounts of these foods, least carbohydrate first.

    Args:
        foods: The food that fills each place.
        choices: How much of each goes together.
    """
    made = [
        _offer(foods, (main, *others))
        for main in amounts(foods[0])
        if choices[0].takes(main, 1.0)
        for others in product(
            *(
                [amount for amount in amounts(food) if choice.takes(amount, main)]
                for food, choice in zip(foods[1:], choices[1:], strict=True)
            ),
        )
    ]
    return tuple(sorted(made, key=attrgetter("carbohydrate_g", "oddness", "amounts")))


def _offer(foods: Sequence[Food], portions: tuple[float, ...]) -> Offer:
    """Add up what foods hold in these amounts."""
    fibre = carbohydrate = fat = protein = oddness = 0.0
    for food, amount in zip(foods, portions, strict=True):
        hundreds = amount * food.portion.one_g / 100.0
        available, held_fat, held_fibre, held_protein = _held(food)
        carbohydrate += (available or 0.0) * hundreds
        fat += (held_fat or 0.0) * hundreds
        fibre += (held_fibre or 0.0) * hundreds
        protein += (held_protein or 0.0) * hundreds
        oddness += food.portion.shown == "count" and amount % 1.0 != 0.0
    return Offer(portions, carbohydrate, fat, fibre, protein, oddness)


def _held(food: Food) -> tuple[float | None, ...]:
    """What a dose is judged by, per 100 g; `_choice` lets no food pass that lacks any."""
    per = food.per_100g
    return per.available_carbohydrate_g, per.fat_g, per.fibre_g, per.protein_g

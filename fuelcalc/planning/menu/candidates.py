"""What may be eaten when: dishes by meal, and what speaks for or against each today."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple
from zlib import crc32

import numpy as np

from fuelcalc.models.dishes import Variant
from fuelcalc.models.foods import Food
from fuelcalc.pantry import Pantry
from fuelcalc.pantry.lookup import plain
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.menu.counts import DRINK, PROTEIN, counts_of, rows_by_food
from fuelcalc.planning.menu.fit import Plates
from fuelcalc.planning.menu.ranking import Floats, grid
from fuelcalc.science.macronutrients import MACROS_KCAL_PER_G

TURNS: Final = 5
"""A dish has its day once in so many."""

_MEALS: Final[Mapping[str, tuple[str, ...]]] = {
    "breakfast": ("breakfast",),
    "second breakfast": ("breakfast", "snack"),
    "lunch": ("lunch",),
    "tea": ("snack", "lunch"),
    "dinner": ("dinner",),
    "supper": ("snack", "lunch"),
    "snack": ("snack",),
    "after": ("after", "snack"),
    "pre-sleep": ("pre-sleep",),
    "during": ("during",),
}
INSTEAD: Final[Mapping[str, tuple[str, ...]]] = {
    "breakfast": ("lunch", "snack"),
    "lunch": ("dinner", "breakfast"),
    "dinner": ("lunch",),
    "snack": ("after",),
    "after": ("breakfast",),
    "pre-sleep": ("snack", "after"),
    "during": (),
}
"""What else will do where none of a meal's own dishes comes near."""

SOLID_FOOD: Final = ("breakfast", "lunch", "dinner", "snack", "after", "pre-sleep", "side")
"""What will do at any time but on the move, before a feeding is left empty."""

_TURN_COST: Final[Mapping[str, float]] = {
    "breakfast": 3.0, "lunch": 4.0, "dinner": 4.0, "snack": 1.5, "after": 1.5, "pre-sleep": 1.0,
}  # fmt: skip
_LUCK: Final = 2.0
_LIKED, _USED_UP = -5.0, -5.5
# More than any turn, wish or luck: a dish that takes too long comes after all that do not.
_SLOW_COST, _SLOW_COST_PER_MIN = 15.0, 1.0
_GUT_COST: Final = 1.5
_GUT_MIN: Final = 180.0


class Wishes(NamedTuple):
    """
    What somebody would like, beside the hard limits.

    Attributes:
        likes: Names of foods or dishes, spelled plainly.
        use_up: Foods that have to go.
        most_minutes: Longest that a meal may take to make, or None.
        turn: Which day it is in the round of dishes.
        seed: Another choice among the good ones.
    """

    likes: tuple[str, ...] = ()
    use_up: tuple[str, ...] = ()
    most_minutes: float | None = None
    turn: int = 0
    seed: int = 0


def meals_of(feeding: Feeding) -> tuple[str, ...]:
    """
    Which meals' dishes a feeding takes.

    >>> meals_of(Feeding(480.0, 30.0, "after", "breakfast"))
    ('breakfast',)
    """
    return _MEALS[feeding.name or feeding.kind]


def turn_of(variant: Variant) -> int:
    """The day, 0 to 4, on which a dish has its turn."""
    return crc32(variant.dish.dish_id.encode()) % TURNS


def days_away(variant: Variant, turn: int) -> int:
    """How many days a dish is from its turn: 0 today, else 1 or 2."""
    since = (turn - turn_of(variant)) % TURNS
    return min(since, TURNS - since)


def is_wished(variant: Variant, words: Sequence[str]) -> bool:
    """Whether a dish is called by one of some words, or holds a food that is."""
    if not words:
        return False
    names = [set(plain(variant.name).split())]
    for food in variant.foods:
        names += [set(plain(text).split()) for text in (food.name, *food.synonyms)]
    return any(set(word.split()) <= name for word in words for name in names)


def gut_cost(variant: Variant, minutes_before: float | None) -> float:
    """
    What speaks against a dish before a session: pulses, onion and what else stays in the gut.

    Args:
        variant: The dish.
        minutes_before: Minutes to the session that it fuels, if it does.
    """
    if minutes_before is None or minutes_before > _GUT_MIN:
        return 0.0
    heavy = [food for food in variant.foods if food.high_fodmap or food.role == "legume"]
    return _GUT_COST * len(heavy)


def taste_cost(variant: Variant, meals: Sequence[str], wishes: Wishes) -> float:
    """What speaks against a dish today, apart from how well its portions fit."""
    luck = crc32(f"{variant.dish.dish_id} {wishes.seed} {wishes.turn}".encode()) / 2**32
    cost = _LUCK * luck
    away = days_away(variant, wishes.turn)
    if away:
        cost += max(_TURN_COST.get(meal, 0.0) for meal in meals) * (1.0 if away == 1 else 0.75)
    if is_wished(variant, wishes.likes):
        cost += _LIKED
    if is_wished(variant, wishes.use_up):
        cost += _USED_UP
    if wishes.most_minutes is not None and variant.dish.minutes > wishes.most_minutes:
        cost += _SLOW_COST + _SLOW_COST_PER_MIN * (variant.dish.minutes - wishes.most_minutes)
    return cost


@lru_cache(maxsize=128)
def plates_of(combinations: tuple[tuple[Variant, ...], ...], pantry: Pantry) -> Plates:
    """Lay dishes with their sides next to each other, each food a place."""
    n_places = max(sum(len(dish.foods) for dish in dishes) for dishes in combinations)
    shape = (len(combinations), n_places)
    unit, usual = np.zeros((*shape, DRINK + 1)), np.zeros(shape)
    least, most = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    counts, rows = counts_of(pantry).per_g, rows_by_food(pantry)
    for number, dishes in enumerate(combinations):
        parts = [pair for dish in dishes for pair in zip(dish.foods, dish.components, strict=True)]
        for place, (food, part) in enumerate(parts):
            step = food.portion.step
            unit[number, place] = grid(counts[rows[food], PROTEIN : DRINK + 1] * step_g(food))
            least[number, place] = round(part.least / step)
            most[number, place] = round(part.most / step)
            usual[number, place] = part.usual / step
    kcal = grid(unit[..., :3] * np.array(MACROS_KCAL_PER_G) * usual[..., None]).sum(axis=(1, 2))
    return Plates(unit, least, most, usual, kcal)


def unit_of(foods: Sequence[Food], pantry: Pantry) -> Floats:
    """What a step of each food holds, on the grid."""
    counts, rows = counts_of(pantry).per_g, rows_by_food(pantry)
    return grid(np.array([counts[rows[food]] * step_g(food) for food in foods]))


def step_g(food: Food) -> float:
    """What one step of a food weighs."""
    return food.portion.step * food.portion.one_g

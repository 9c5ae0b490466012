"""What of a food a menu counts: columns of numbers, one row a food."""

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from fuelcalc.models.foods import Food
from fuelcalc.models.nutrients import NUTRIENT_OF
from fuelcalc.pantry import Pantry
from fuelcalc.planning.menu.ranking import Floats
from fuelcalc.science.micronutrients import AMINO_ACIDS_MG_PER_KG, DAILY

SCOOPS: Final = "scoops"
"""Scoops of protein powder, of which one a day is enough."""

EGGS: Final = "eggs"
"""Whole eggs, of which four a day are."""

_EGG_G: Final = 50.0

_REFERRED: Final = {"fibre_g", "saturated_fat_g", "sodium_mg", "epa_dha_g", *DAILY}
JUDGED: Final = tuple(
    key for key in NUTRIENT_OF if key in _REFERRED or key in AMINO_ACIDS_MG_PER_KG
)
"""What a day's food is held against references for, in the order of the page."""

_PAIRS: Final = tuple(key for key in JUDGED if len(NUTRIENT_OF[key].fields) > 1)
_FIRST: Final = (
    "protein_g",
    "carbohydrate_g",
    "fat_g",
    "fibre_g",
    "drink_ml",
    "energy_kcal",
    SCOOPS,
    EGGS,
)
_SINGLE: Final = (*_FIRST, *(key for key in JUDGED if key not in {*_FIRST, *_PAIRS}))
COLUMNS: Final = (*_SINGLE, *_PAIRS)
"""Every nutrient that a day's food is judged by; the macronutrients first."""

PROTEIN, CARBOHYDRATE, FAT, FIBRE, DRINK, ENERGY = 0, 1, 2, 3, 4, 5
PLACE: Final = {name: place for place, name in enumerate(COLUMNS)}

OF_A_DAY: Final = [PLACE[SCOOPS], PLACE[EGGS]]
"""What a whole day has some of, and no feeding a share."""


def counted(food: Food) -> tuple[float | None, ...]:
    """
    What is counted of 100 g of a food, in the order of `COLUMNS`; None where unknown.

    A sum of two is known as soon as the first of them is: plants have no value for EPA where
    nobody looked, and cystine lacks more often than methionine. A drink is what people pour.
    """
    nutrients, portion = food.per_100g, food.portion
    drink_ml = 0.0 if portion.one_ml is None else 100.0 * portion.one_ml / portion.one_g
    scoops = 100.0 / portion.one_g if food.role == "powder" else 0.0
    eggs = 100.0 / _EGG_G if food.role == "egg" and food.food_id != "egg-white" else 0.0
    ours = {"drink_ml": drink_ml, SCOOPS: scoops, EGGS: eggs}
    single = [ours[name] if name in ours else getattr(nutrients, name) for name in _SINGLE]
    pairs = [
        None
        if (value := getattr(nutrients, first)) is None
        else value + (getattr(nutrients, second) or 0.0)
        for first, second in (NUTRIENT_OF[pair].fields for pair in _PAIRS)
    ]
    return (*single, *pairs)


class Counts(NamedTuple):
    """
    The counted nutrients of foods.

    Attributes:
        per_g: What a gram holds, a missing value as 0; shape (foods, columns).
        missing: 1.0 where the source has no value; the same shape.
    """

    per_g: Floats
    missing: Floats


@lru_cache(maxsize=8)
def rows_by_food(pantry: Pantry) -> dict[Food, int]:
    """The row of each food in `counts_of`."""
    return {food: row for row, food in enumerate(pantry.foods)}


@lru_cache(maxsize=8)
def counts_of(pantry: Pantry) -> Counts:
    """The counted nutrients of every food of a pantry, in its order."""
    values = np.array([counted(food) for food in pantry.foods], dtype=float)
    missing = np.isnan(values)
    return Counts(np.where(missing, 0.0, values) / 100.0, missing.astype(float))

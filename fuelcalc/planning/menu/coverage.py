"""What a day's food holds against what a day should hold, and what would mend it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import fsum
from typing import Final, NamedTuple

import numpy as np

from fuelcalc.models.foods import Food
from fuelcalc.models.menu import Coverage
from fuelcalc.models.nutrients import NUTRIENT_OF
from fuelcalc.pantry import Limits, Pantry
from fuelcalc.pantry.usual import usual_foods
from fuelcalc.planning.menu.counts import COLUMNS, JUDGED, PLACE, counts_of, rows_by_food
from fuelcalc.planning.menu.laid import step_g
from fuelcalc.planning.menu.ranking import Floats, Ints
from fuelcalc.science.micronutrients import AMINO_ACIDS_MG_PER_KG

_N_MENDING: Final = 2
_WORTH: Final = 0.3
# Oxalate binds the calcium of greens; folate is added to refined grain in America alone; and no
# plant but algae makes DHA, which the table has for quinoa (SR28).
_LEFT_OUT: Final[Mapping[str, frozenset[str]]] = {
    "calcium_mg": frozenset({"spinach", "cooked-spinach", "frozen-spinach", "swiss-chard"}),
    "folate_dfe_ug": frozenset(
        {
            "white-rice", "parboiled-rice", "sushi-rice", "pasta", "egg-noodles", "white-bread",
            "white-toast", "french-bread", "bagel", "pita", "couscous",
        }
    ),
    "epa_dha_g": frozenset({"quinoa", "quinoa-dry"}),
}  # fmt: skip
"""Foods whose nutrient the gut hardly takes up, or is not everywhere, or in the table alone."""

# Beside the richest food one that brings less than this of it is no help: mushrooms hold traces
# of vitamin B12.
_LEAST_OF_BEST: Final = 0.1

_ARE_AMINO_ACIDS: Final = np.array([name in AMINO_ACIDS_MG_PER_KG for name in COLUMNS])

_MOST_MENDING_KCAL: Final = 350.0
_EVERYDAY_ROLES: Final = frozenset(
    {
        "bread", "cereal", "cheese", "dairy", "dried-fruit", "egg", "fish", "fruit", "grain",
        "legume", "meat", "nuts", "plant-milk", "poultry", "seeds", "shellfish", "soy", "starch",
        "vegetable",
    }
)  # fmt: skip


class Held(NamedTuple):
    """Foods with their grams, over a whole day."""

    foods: tuple[Food, ...]
    grams: tuple[float, ...]


class References(NamedTuple):
    """Floors, ceilings, what has no advice given about it, and the ceilings that a guard sets."""

    least: Mapping[str, float]
    most: Mapping[str, float]
    unadvised: tuple[str, ...] = ()
    guarded: tuple[str, ...] = ()


def coverage_of(
    held: Held, references: References, limits: Limits, pantry: Pantry
) -> dict[str, Coverage]:
    """
    Hold a day's food against its references.

    Args:
        held: What is eaten.
        references: Floors and ceilings by nutrient.
        limits: What may be named as mending a low one.
        pantry: Where the foods are from.

    Returns:
        One line a nutrient, in the order of the page.
    """
    counts, rows = counts_of(pantry), rows_by_food(pantry)
    grams = np.array(held.grams)
    chosen = [rows[food] for food in held.foods]
    sums = _sums(grams[:, None] * counts.per_g[chosen])
    known = (counts.missing[chosen] == 0.0).any(axis=0)
    unknown = _unknown_shares(held, counts.missing[chosen])
    found: dict[str, Coverage] = {}
    for nutrient in JUDGED:
        reference = references.least.get(nutrient, references.most.get(nutrient))
        if reference is None:
            continue
        place = PLACE[nutrient]
        amount = float(sums[place]) if known[place] else None
        is_floor = nutrient in references.least
        low = is_floor and (amount or 0.0) < 0.9 * reference
        advised = low and nutrient not in references.unadvised
        short = reference - (amount or 0.0)
        found[nutrient] = Coverage(
            name=NUTRIENT_OF[nutrient].alone or NUTRIENT_OF[nutrient].name,
            unit=NUTRIENT_OF[nutrient].unit,
            amount=amount,
            reference=reference,
            kind="at-least" if is_floor else "at-most",
            share=None if amount is None or reference <= 0.0 else amount / reference,
            unknown_share=float(unknown[place]),
            mend=mending(nutrient, short, limits, pantry) if advised else (),
        )
    return found


def _unknown_shares(held: Held, missing: Floats) -> Floats:
    """By nutrient, how much of the day's energy has no value; of its protein for amino acids."""
    weights = np.array(
        [
            [(food.per_100g.energy_kcal or 0.0) * g, (food.per_100g.protein_g or 0.0) * g]
            for food, g in zip(*held, strict=True)
        ]
    )
    kcal, protein_g = (weights / 100.0).reshape(-1, 2).T
    shares = _sums(kcal[:, None] * missing) / max(fsum(kcal), 1.0)
    of_protein = _sums(protein_g[:, None] * missing) / max(fsum(protein_g), 1.0)
    return np.where(_ARE_AMINO_ACIDS, of_protein, shares)


def _sums(rows: Floats) -> Floats:
    """The sum of each column, exact to the last bit whatever adds it."""
    return np.array([fsum(column) for column in rows.T.tolist()])


def mending(nutrient: str, short: float, limits: Limits, pantry: Pantry) -> tuple[str, ...]:
    """
    Name two usual foods of which a usual portion brings most of a nutrient that is short.

    Args:
        nutrient: One of `COLUMNS`.
        short: How much is short.
        limits: What may be eaten.
        pantry: Where to look.
    """
    menders = _menders(limits, pantry)
    held = counts_of(pantry).per_g[menders.rows, PLACE[nutrient]] * menders.grams
    # Foods that mend all of it are of equal worth: then the one in most of their dishes is named.
    worth = np.minimum(held, short).round(9)
    left_out = _LEFT_OUT.get(nutrient, frozenset())
    best = (
        menders.foods[n] for n in np.lexsort((menders.seldom, -worth)) if worth[n] > _WORTH * short
    )
    return _apart(food for food in best if food.food_id not in left_out)


def richest(nutrient: str, limits: Limits, pantry: Pantry) -> tuple[str, ...]:
    """The two usual foods of different kinds that bring most of a nutrient in a portion."""
    menders = _menders(limits, pantry)
    held = counts_of(pantry).per_g[menders.rows, PLACE[nutrient]] * menders.grams
    least = _LEAST_OF_BEST * held.max(initial=0.0)
    order = [n for n in np.lexsort((menders.seldom, -held)) if held[n] > least]
    return _apart(menders.foods[n] for n in order)


class _Menders(NamedTuple):
    """Foods that are usual to somebody, their usual portions, and how seldom each is eaten."""

    foods: tuple[Food, ...]
    rows: Ints
    grams: Floats
    seldom: Ints


@lru_cache(maxsize=32)
def _menders(limits: Limits, pantry: Pantry) -> _Menders:
    """The foods that may be named as mending something."""
    known = usual_foods(limits, pantry)
    found = [
        (food, row, usual.grams, -usual.dishes)
        for row, food in enumerate(pantry.foods)
        if food.role in _EVERYDAY_ROLES and food.eaten_as_is and limits.allow(food)
        for usual in (known.get(food.food_id),)
        if usual is not None
        if (food.amount(usual.grams).energy_kcal or 0.0) <= _MOST_MENDING_KCAL
    ]
    foods, rows, grams, seldom = zip(*found, strict=True) if found else ((), (), (), ())
    return _Menders(foods, np.array(rows, dtype=np.int64), np.array(grams), np.array(seldom))


def _apart(foods: Iterable[Food]) -> tuple[str, ...]:
    """The first two of different kitchen roles."""
    chosen: list[Food] = []
    for food in foods:
        if food.role not in {one.role for one in chosen}:
            chosen.append(food)
        if len(chosen) == _N_MENDING:
            break
    return tuple(food.name for food in chosen)


def held_by(foods: Sequence[Food], steps: Sequence[float]) -> Held:
    """What so many steps of each food weigh."""
    return Held(tuple(foods), tuple(step_g(food) * n for food, n in zip(foods, steps, strict=True)))

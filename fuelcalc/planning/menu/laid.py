"""Dishes laid side by side for the search: what a step of each food holds, and how many may be."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil, floor
from typing import NamedTuple

import numpy as np

from fuelcalc.models.dishes import Component, Variant
from fuelcalc.models.foods import Food
from fuelcalc.pantry import Pantry
from fuelcalc.planning.menu.appetite import part_for
from fuelcalc.planning.menu.counts import ENERGY, PROTEIN, counts_of, rows_by_food
from fuelcalc.planning.menu.fit import Plates
from fuelcalc.planning.menu.helping import USUAL, Helping, beside_flesh
from fuelcalc.planning.menu.on_the_move import whole_steps
from fuelcalc.planning.menu.ranking import Floats, Ints, grid


@lru_cache(maxsize=1024)
def plates_of(
    combinations: tuple[tuple[Variant, ...], ...],
    pantry: Pantry,
    *,
    hours: int = 0,
    helping: Helping = USUAL,
) -> Plates:
    """
    Lay dishes with their sides next to each other, each food a place.

    Args:
        combinations: The dishes.
        pantry: Where their foods are from.
        hours: For how many hours they are eaten on the move, step by step; 0 at a table, where
            portions are natural ones.
        helping: Whose amounts they are laid in.
    """
    laid = [[_laid(dish, pantry, hours, helping) for dish in dishes] for dishes in combinations]
    shape = (len(laid), max(sum(len(one.usual) for one in plate) for plate in laid))
    n_levels = max(one.levels.shape[1] for plate in laid for one in plate)
    unit, usual = np.zeros((*shape, ENERGY + 1)), np.zeros(shape)
    table = np.zeros((*shape, n_levels), dtype=np.int64)
    for number, plate in enumerate(laid):
        first = 0
        for one in plate:
            end, own = first + len(one.usual), one.levels.shape[1]
            unit[number, first:end], usual[number, first:end] = one.unit, one.usual
            table[number, first:end, :own] = one.levels
            table[number, first:end, own:] = one.levels[:, -1:]
            first = end
    kcal = grid(unit[..., ENERGY] * usual).sum(axis=1)
    return Plates(unit, table, usual, kcal)


class _Laid(NamedTuple):
    """A dish as it lies on any plate: its rows of `Plates`, a row a food."""

    unit: Floats
    levels: Ints
    usual: Floats


@lru_cache(maxsize=4096)
def _laid(variant: Variant, pantry: Pantry, hours: int, helping: Helping) -> _Laid:
    """Lay one dish, which then stands beside many others as it is."""
    parts = [
        (food, part_for(food, part, helping.appetite))
        for food, part in zip(variant.foods, variant.components, strict=True)
    ]
    helping = beside_flesh(variant, helping)
    levels = [levels_of(food, part, hours=hours, helping=helping) for food, part in parts]
    n_levels = max(map(len, levels))
    return _Laid(
        unit_of(variant.foods, pantry)[:, PROTEIN : ENERGY + 1],
        np.array([padded(steps, n_levels) for steps in levels]),
        np.array([part.usual / food.portion.step for food, part in parts]),
    )


@lru_cache(maxsize=4096)
def levels_of(
    food: Food, part: Component, *, hours: int = 0, helping: Helping = USUAL
) -> tuple[int, ...]:
    """
    The steps that may be taken of a food in a dish: natural amounts within its range.

    Somebody small takes a little less than the least, and nobody more of a grain than fits a plate;
    on a large plate there is the usual helping of vegetables at least.

    A range that is no natural one, as in somebody's own dish, goes by the steps of the food, and
    so does what is eaten by the hour.
    """
    step = food.portion.step
    least, usual, most = (round(one / step, 6) for one in (part.least, part.usual, part.most))
    natural = {round(one / step) for one in food.portion.natural}
    if hours:
        # By the hour there is more of a food, but never more than one meal may hold of it.
        top, piece = min(most * hours, part.most_at_once / step), whole_steps(food)
        first = ceil(round(least) / piece) * piece
        return tuple(range(first, max(round(top), first) + 1, piece))
    low, high = round(helping.least_share * least, 6), most
    if food.role == "grain":
        high = min(most, max(least, helping.most_grain_g / step_g(food)))
    if food.role == "vegetable" and helping.is_large and least > 0.0:
        least = low = min(usual, high)
    if {least, usual, most} <= {0, *natural}:
        return tuple(sorted({round(least)} | {one for one in natural if low <= one <= high}))
    return tuple(range(ceil(low), floor(high) + 1))


def padded(steps: tuple[int, ...], count: int) -> tuple[int, ...]:
    """Steps with the last one repeated, so many in all."""
    return (*steps, *((steps[-1],) * (count - len(steps))))


def unit_of(foods: Sequence[Food], pantry: Pantry) -> Floats:
    """What a step of each food holds, on the grid."""
    rows = rows_by_food(pantry)
    return _units(pantry)[[rows[food] for food in foods]]


@lru_cache(maxsize=4096)
def units_of(dishes: tuple[Variant, ...], pantry: Pantry) -> Floats:
    """The same of a dish with its sides."""
    return unit_of([food for dish in dishes for food in dish.foods], pantry)


@lru_cache(maxsize=8)
def _units(pantry: Pantry) -> Floats:
    """What a step of every food of a pantry holds, on the grid; shape (foods, columns)."""
    steps_g = np.array([step_g(food) for food in pantry.foods])
    return grid(counts_of(pantry).per_g * steps_g[:, None])


def step_g(food: Food) -> float:
    """What one step of a food weighs."""
    return food.portion.step * food.portion.one_g

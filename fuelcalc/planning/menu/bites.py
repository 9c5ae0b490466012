"""Portions of what is eaten before a session: so few foods that every amount is tried."""

from functools import lru_cache
from math import prod
from typing import Final

import numpy as np

from fuelcalc.planning.menu.fit import Fits, Plates, fitted, plates_cost, unusual_of
from fuelcalc.planning.menu.option import judged
from fuelcalc.planning.menu.ranking import TIE, Ints, grid
from fuelcalc.planning.menu.tolerances import Want

_MOST_PLATES: Final = 1000
"""Of more plates than this not each is tried: somebody's own dish of many foods, or a meal."""


def bites(plates: Plates, want: Want) -> Fits:
    """
    Choose the portions of every dish, each by itself: the best there are.

    One food after the other goes astray here, where a slice more is a spoonful less.

    Args:
        plates: The dishes.
        want: What the bite should hold.
    """
    usual, weight = unusual_of(plates, want)
    steps, cost = plates.levels[..., 0].copy(), np.zeros(len(plates.levels))
    # The last amount fills up the row.
    levels = [[tuple(dict.fromkeys(amounts)) for amounts in row] for row in plates.levels.tolist()]
    is_many = [prod(map(len, there)) > _MOST_PLATES for there in levels]
    many = [n for n, there in enumerate(is_many) if there]
    if many:
        large = Plates(
            plates.unit[many], plates.levels[many], plates.usual[many], plates.usual_kcal[many]
        )
        steps[many], cost[many], *_ = fitted(large, want)
    few = [n for n, there in enumerate(is_many) if not there]
    if not few:
        return Fits(steps, cost, usual, weight)
    each = [_every(tuple(levels[n])) for n in few]
    counts = list(map(len, each))
    tried, dish = np.concatenate(each), np.repeat(few, counts)
    held = np.concatenate([own @ plates.unit[n] for n, own in zip(few, each, strict=True)])
    costs = plates_cost(judged(held, want), want)
    costs += grid(weight[dish] * np.abs(tried - usual[dish])).sum(axis=1)
    starts = np.cumsum([0, *counts[:-1]])
    least = np.repeat(np.minimum.reduceat(costs, starts), counts)
    # Of each dish the cheapest amounts; of those that tie, the first.
    cheap = np.flatnonzero(costs <= least + TIE)
    best = cheap[np.searchsorted(cheap, starts)]
    steps[few], cost[few] = tried[best], costs[best]
    return Fits(steps, cost, usual, weight)


@lru_cache(maxsize=1024)
def _every(levels: tuple[tuple[int, ...], ...]) -> Ints:
    """Every combination of amounts; shape (combinations, foods)."""
    result: Ints = np.array(np.meshgrid(*levels)).reshape(len(levels), -1).T
    return result

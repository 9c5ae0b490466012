"""Portions of what is eaten before a session: so few foods that every amount is tried."""

from math import prod
from typing import Final

import numpy as np

from fuelcalc.planning.menu.fit import Fits, Plates, Want, fitted, plates_cost, unusual_of
from fuelcalc.planning.menu.ranking import cheapest, grid
from fuelcalc.planning.menu.search import judged

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
    levels = [[np.unique(amounts) for amounts in row] for row in plates.levels]
    many = [n for n, there in enumerate(levels) if prod(map(len, there)) > _MOST_PLATES]
    if many:
        large = Plates(
            plates.unit[many], plates.levels[many], plates.usual[many], plates.usual_kcal[many]
        )
        steps[many], cost[many], *_ = fitted(large, want)
    few = [n for n in range(len(levels)) if n not in many]
    tried = [np.array(np.meshgrid(*levels[n])).reshape(len(levels[n]), -1).T for n in few]
    held = [there @ plates.unit[n] for n, there in zip(few, tried, strict=True)]
    ends = np.cumsum([len(there) for there in tried])[:-1]
    costs = np.split(plates_cost(judged(np.concatenate(held), want), want), ends) if few else []
    for n, there, off in zip(few, tried, costs, strict=True):
        all_in = off + grid(weight[n] * np.abs(there - usual[n])).sum(axis=1)
        best = int(cheapest(all_in))
        steps[n], cost[n] = there[best], all_in[best]
    return Fits(steps, cost, usual, weight)

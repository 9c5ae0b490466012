"""
The cheapest of many, the same on every processor.

Costs tie often: lunch and dinner may want the same, and so may two snacks. Where two costs differ
by no more than `TIE`, whoever stands first is chosen, never the last bit of a sum. And what is
summed lies on a `grid` on which sums are exact, in whatever order a processor adds them.
"""

from math import isinf
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

Floats: TypeAlias = "npt.NDArray[np.float64]"
Ints: TypeAlias = "npt.NDArray[np.int64]"

TIE: Final = 1e-9
"""Costs that differ by less are equal: far above a sum's rounding, far below what one tastes."""

# A float holds 53 bits: multiples of 2^-32 below 2^21, times whole numbers, sum without rounding.
_GRID: Final = 2.0**32
# What the plan asks for is known to a millionth: the dust of exp and log is far finer than that.
_ASKED: Final = 2.0**20


def grid(values: Floats) -> Floats:
    """
    The nearest values whose sums are exact: whole multiples of 2^-32.

    Args:
        values: Any numbers whose sums stay below 2^21; infinite ones stay so.

    >>> a, b, c = grid(np.array([0.1, 0.2, 0.3]))
    >>> bool(a + b + c == a + (b + c)), 0.1 + 0.2 + 0.3 == 0.1 + (0.2 + 0.3)
    (True, False)
    """
    result: Floats = np.rint(values * _GRID) / _GRID
    return result


def settled(value: float) -> float:
    """
    A figure that the plan asks for, to a millionth and on the grid.

    >>> settled(112.00000000000003) == settled(112.0)
    True
    """
    return value if isinf(value) else round(value * _ASKED) / _ASKED


def cheapest(costs: Floats) -> Ints:
    """
    The place of the least cost along the last axis; of those that tie, the first.

    >>> int(cheapest(np.array([2.0, 1.0 + 1e-13, 1.0])))
    1
    """
    least = np.minimum.reduce(costs, axis=-1, keepdims=True)
    result: Ints = (costs <= least + TIE).argmax(axis=-1)
    return result


def ranked(costs: Floats, most: int) -> Ints:
    """
    The places of the cheapest few, cheapest first; of those that tie, the first in line first.

    Costs that follow each other within `TIE` are one group: no border runs between two that tie.

    Args:
        costs: Finite costs, shape (n,).
        most: At most so many places.

    >>> ranked(np.array([1.0 + 1e-13, 0.5, 1.0]), 3).tolist()
    [1, 0, 2]
    """
    if len(costs) <= 1:
        return np.arange(len(costs))[:most]
    order: Ints = np.argsort(costs, kind="stable")
    dear = costs[order]
    is_apart = dear[1:] - dear[:-1] > TIE
    if not is_apart.all():
        group = np.cumsum(np.concatenate([[False], is_apart]))
        order = order[np.lexsort((order, group))]
    return order[:most]

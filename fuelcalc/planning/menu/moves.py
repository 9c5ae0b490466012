"""The best change of one or two foods of a plate, by what it is charged."""

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from fuelcalc.planning.menu.charges import Charges
from fuelcalc.planning.menu.ranking import TIE, Floats, Ints, cheapest, grid


@lru_cache(maxsize=1024)
def _pairs(counts: tuple[int, ...]) -> tuple[Ints, Ints]:
    """
    Each two amounts that may be taken at once, of foods that have so many.

    The first of all amounts is no food's: with it, one food changes alone.
    """
    owner = np.repeat(np.arange(len(counts) + 1), (1, *counts))
    first, second = np.triu_indices(len(owner), k=1)
    apart = owner[first] != owner[second]
    return first[apart], second[apart]


@lru_cache(maxsize=4096)
def _amounts(levels: bytes, shape: tuple[int, int]) -> tuple[Ints, Ints, Ints, Ints]:
    """
    What may be taken of the foods that have more than one amount, and each two of these.

    Args:
        levels: The steps of each food that may be taken, as in `fit.Plates`, as bytes.
        shape: Foods, levels.

    Returns:
        Whose amount each is, how many steps, and `_pairs`.
    """
    table = np.frombuffer(levels, dtype=np.int64).reshape(shape)
    # The last level fills up the row.
    is_own = np.ones(shape, dtype=bool)
    is_own[:, 1:] = table[:, 1:] > table[:, :-1]
    is_own[~is_own[:, 1:].any(axis=1)] = False
    food = np.concatenate([[0], np.nonzero(is_own)[0]])
    step = np.concatenate([[0], table[is_own]])
    counts = is_own.sum(axis=1)
    return food, step, *_pairs(tuple(counts[counts > 0].tolist()))


LAST_BITS: Final = 1e-13
"""Of a sum of so many charges this part is rounding."""


class Moves(NamedTuple):
    """
    The amounts that may be taken of the foods of a plate, side by side, and what they change.

    Attributes:
        food: Whose amount each is; the first stands for no change. Shape (amounts,).
        step: How many steps each is; the same shape.
        away: What it costs to be so far from the usual; the same shape.
        each: What a step of its food moves of each charge; shape (charges, amounts).
        first, second: Each two that may be taken at once.
    """

    food: Ints
    step: Ints
    away: Floats
    each: Floats
    first: Ints
    second: Ints

    @classmethod
    def of(cls, levels: Ints, usual: Floats, weight: Floats, each: Floats) -> "Moves":
        """
        The amounts of the foods that have more than one.

        Args:
            levels: The steps of each food that may be taken, as in `fit.Plates`.
            usual: Usual steps; shape (foods,).
            weight: What a step away from them costs; the same shape.
            each: What a step of each food moves of each charge; shape (charges, foods).
        """
        food, step, first, second = _amounts(levels.tobytes(), levels.shape)
        away = grid(weight[food] * np.abs(step - usual[food]))
        return cls(food, step, away, each.take(food, axis=1), first, second)

    def best(
        self, steps: Ints, beyond: Floats, *, drink: "tuple[Floats, float] | None" = None
    ) -> "Ints | None":
        """
        The steps after the best change of one food or two; None where none helps.

        Args:
            steps: What is taken.
            beyond: How far each charge is exceeded by that, in what it costs.
            drink: What a step of each food holds of a drink, and how much more there may be.
        """
        # Asked some seventy times for a day: `take` is twice as quick as an index of places, and
        # `nonzero` as `flatnonzero`.
        more, away = self._from(steps)
        moved = self.each * more
        # What no two changes can reach is charged nothing, and need not be looked at.
        near = (beyond + 2.0 * np.maximum.reduce(moved, axis=1) > -TIE).nonzero()[0]
        beyond, moved = beyond[near], moved.take(near, axis=0)
        there = moved.take(self.first, axis=1)
        moved += beyond[:, None]
        there += moved.take(self.second, axis=1)
        cost = np.add.reduce(np.maximum(there, 0.0, out=there), axis=0)
        cost += away.take(self.first) + away.take(self.second)
        if drink is not None:
            # On the move the ceiling of drink is never broken, for whatever gain.
            more_ml = drink[0][self.food] * more
            cost[more_ml[self.first] + more_ml[self.second] > drink[1]] = np.inf
        stays = float(np.add.reduce(np.maximum(beyond, 0.0)))
        # Of a large sum the last bits are more than a tie: no move helps by those alone.
        stays -= max(TIE, LAST_BITS * stays)
        # Most plates stay as they are, which the least of the costs says sooner.
        if (
            not len(cost)
            or np.minimum.reduce(cost) >= stays
            or cost[best := int(cheapest(cost))] >= stays
        ):
            return None
        result = steps.copy()
        for one in (int(self.first[best]), int(self.second[best])):
            if one:
                result[self.food[one]] = self.step[one]
        return result

    def alone(self, steps: Ints, beyond: Floats, n_own: int) -> tuple[Floats, Floats]:
        """
        What each amount by itself costs its plate more, and what it moves of the day.

        Args:
            steps: What is taken.
            beyond: How far each charge of the plate is exceeded by that, in what it costs.
            n_own: How many of the charges are the plate's; those of the day follow.

        Returns:
            Arrays of the shapes (amounts,) and (charges of the day, amounts).
        """
        more, away = self._from(steps)
        moved = self.each * more
        own = np.maximum(beyond[:, None] + moved[:n_own], 0.0).sum(axis=0)
        return own - np.maximum(beyond, 0.0).sum() + away, moved[n_own:]

    def _from(self, steps: Ints) -> tuple[Ints, Floats]:
        """How many steps more each amount is than what is taken, and what that alone costs more."""
        more = self.step - steps[self.food]
        more[0] = 0
        stands = np.zeros(len(steps))
        taken = (more == 0).nonzero()[0]
        stands[self.food[taken]] = self.away[taken]
        away = self.away - stands[self.food]
        away[0] = 0.0
        return more, away


def each_of(unit: Floats, charges: Charges) -> Floats:
    """What a step of each food moves of each charge; shape (charges, foods)."""
    result: Floats = unit.T[charges.column] * charges.per_unit[:, None]
    return result


def beyond_of(held: Floats, charges: Charges) -> Floats:
    """How far each charge is exceeded, in what it costs; below zero where it is not."""
    result: Floats = (held[charges.column] - charges.start) * charges.per_unit
    return result

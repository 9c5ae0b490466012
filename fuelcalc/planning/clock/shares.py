"""How a day's amount is shared among its feedings: exactly, and without jumps."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple


class Slice(NamedTuple):
    """One feeding's claim: a weight, a least and a most."""

    weight: float
    least: float
    most: float


def shared(total: float, slices: Sequence[Slice]) -> list[float]:
    """
    Share *total* so that each slice gets its weight times one common level, within its limits.

    Where even the least of each is too much, all shrink alike; where even the most of each is
    too little, each holds its most and the rest is left over. The result is continuous in every
    input.

    Args:
        total: Amount to share, 0 or more.
        slices: One a feeding.

    Returns:
        One amount a slice; they sum to *total*, or to what all of them may hold.

    >>> shared(100.0, [Slice(1.0, 0.0, 20.0), Slice(1.0, 0.0, 500.0), Slice(1.0, 50.0, 500.0)])
    [20.0, 30.0, 50.0]
    >>> shared(100.0, [Slice(1.0, 0.0, 20.0), Slice(0.0, 30.0, 500.0)])
    [20.0, 30.0]
    """
    slices = [claim if claim.weight > 0.0 else claim._replace(most=claim.least) for claim in slices]
    low = sum(claim.least for claim in slices)
    high = sum(claim.most for claim in slices)
    if total <= low:
        return [claim.least * total / low if low > 0.0 else 0.0 for claim in slices]
    if total >= high:
        return [claim.most for claim in slices]
    # One level for all: where one reaches its limit the others move on, and none jumps.
    amounts = _at(_level(total, slices), slices)
    return _exact(total, amounts, slices)


def _level(total: float, slices: Sequence[Slice]) -> float:
    """Find the common level; the sum rises in straight lines between the limits' levels."""
    knots = sorted(
        {limit / claim.weight for claim in slices if claim.weight > 0.0 for limit in claim[1:]}
    )
    # Half of what is left is looked at each time: the sum never falls, to its last bit.
    place = bisect_left(knots, total, key=lambda knot: sum(_at(knot, slices)))
    below = knots[place - 1] if place > 0 else 0.0
    if place == len(knots):
        return below
    knot = knots[place]
    start = sum(_at(below, slices))
    span = sum(_at(knot, slices)) - start
    return knot if span <= 0.0 else below + (knot - below) * (total - start) / span


def _at(level: float, slices: Sequence[Slice]) -> list[float]:
    """What each slice gets at a level: by its weight, within its limits, of which the most wins."""
    amounts = []
    for weight, least, most in slices:
        # Asked a hundred times for each day; comparisons take half the time of calls.
        amount = weight * level
        amount = least if least > amount else amount  # noqa: FURB136
        amounts.append(most if most < amount else amount)  # noqa: FURB136
    return amounts


def _exact(total: float, amounts: list[float], slices: Sequence[Slice]) -> list[float]:
    """Give the last rounding error to the largest amount that may still move."""
    rest = total - sum(amounts)
    free = [i for i, claim in enumerate(slices) if claim.least < amounts[i] < claim.most]
    place = max(free or range(len(amounts)), key=lambda i: amounts[i])
    amounts[place] = max(amounts[place] + rest, 0.0)
    return amounts

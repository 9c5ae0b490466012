"""A day within its ceilings: other portions of the same dishes, at a price."""

from collections.abc import Sequence

import numpy as np

from fuelcalc.planning.menu.fit import Want
from fuelcalc.planning.menu.search import DayAims, Option, is_over, polished


def held_within(
    day: list[Option], wants: Sequence[Want], aims: DayAims, firm: DayAims, *, most_dearer: float
) -> list[Option]:
    """A day in portions that pass no ceiling, where it passes one and that costs not too much."""
    if not is_over(day, aims):
        return day
    again = polished(day, wants, firm)
    dearer = cost_of(again, wants, aims) - cost_of(day, wants, aims)
    return day if dearer > most_dearer or is_over(again, aims) else again


def cost_of(day: Sequence[Option], wants: Sequence[Want], aims: DayAims) -> float:
    """What the portions of a day cost, each at its feeding and all together."""
    held = sum((one.held for one in day), np.zeros(aims.most.shape))
    alone = sum(one.fit_cost(want) for one, want in zip(day, wants, strict=True))
    return alone + float(aims.cost(held))

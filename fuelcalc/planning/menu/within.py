"""A day within its ceilings: other portions of the same dishes, at a price."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from fuelcalc.planning.menu.aims import DayAims
from fuelcalc.planning.menu.option import Option
from fuelcalc.planning.menu.search import (
    Touches,
    best_day,
    clashing,
    is_hungry,
    is_over,
    polished,
)
from fuelcalc.planning.menu.tolerances import Want

_DEARER: Final = (1.0, 3.0, 10.0)
"""How many times its price a ceiling has in turn, before nothing passes it."""


def held_within(
    day: list[Option], wants: Sequence[Want], aims: DayAims, firm: DayAims, *, most_dearer: float
) -> list[Option]:
    """A day in portions that pass no ceiling, where it passes one and that costs not too much."""
    if not is_over(day, aims):
        return day
    again = polished(day, wants, firm)
    dearer = cost_of(again, wants, aims) - cost_of(day, wants, aims)
    return day if dearer > most_dearer or is_over(again, aims) else again


def least_over(
    day: list[Option],
    wider: Sequence[Sequence[Option]],
    wants: Sequence[Want],
    aims: DayAims,
    firm: DayAims,
) -> list[Option]:
    """
    A day of more dishes within its ceilings; where there is none, what passes them least.

    Our ceiling of protein gives way where a day within it falls short of its energy by two thirds
    of its band, or has something twice: protein a tenth over is less than a day a tenth short, or
    one pudding at both snacks. Where a guard sets it, it stands.

    Args:
        day: What was planned.
        wider: More to choose from for each feeding.
        wants: What each feeding should hold.
        aims: What the day should hold.
        firm: The same with ceilings that nothing passes.
    """
    wide = best_day(wider, wants, aims)
    found = _pressed(wide, wants, aims, firm) if is_over(wide, aims) else wide
    # Where more to choose from has to be held within as well, so may be what was planned.
    is_amiss = is_over(wide, aims) and is_over(day, aims)
    own = _pressed(day, wants, aims, firm) if is_amiss else day
    if is_over(found, aims):
        # Chosen for the ceilings from the start, or what was planned in smaller portions.
        there = (found, best_day(wider, wants, firm), own)
        held = min(there, key=lambda one: cost_of(one, wants, firm))
    else:
        # What was planned stands unless more to choose from is better by all that is weighed.
        worth = Touches(wants, aims).cost
        held = own if not is_over(own, aims) and worth(own) <= worth(found) else found
    if aims.has_guarded_protein or not (is_hungry(held, aims) or clashing(held)):
        return held
    eased = aims.held_but_for_protein(firm)
    fed = (held, _filled_up(wide, wants, eased), _filled_up(day, wants, eased))
    return min(fed, key=Touches(wants, eased).cost)


def _pressed(
    day: Sequence[Option], wants: Sequence[Want], aims: DayAims, firm: DayAims
) -> list[Option]:
    """A day in portions within its ceilings, whose price rises until nothing passes them."""
    for times in _DEARER:
        day = Touches(wants, aims.pressed(times)).traded(day)
    return Touches(wants, firm).traded(day)


def _filled_up(day: list[Option], wants: Sequence[Want], aims: DayAims) -> list[Option]:
    """A day pressed towards its ceilings as far as its energy allows."""
    day = Touches(wants, aims).traded(day)
    for times in _DEARER:
        again = Touches(wants, aims.pressed(times)).traded(day)
        if is_hungry(again, aims):
            break
        day = again
    return day


def cost_of(day: Sequence[Option], wants: Sequence[Want], aims: DayAims) -> float:
    """What the portions of a day cost, each at its feeding and all together."""
    held = sum((one.held for one in day), np.zeros(aims.most.shape))
    alone = sum(one.fit_cost(want) for one, want in zip(day, wants, strict=True))
    return alone + float(aims.cost(held))

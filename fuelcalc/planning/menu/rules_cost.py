"""What hard rules cost in fit: the feeding that real portions leave furthest from its share."""

from collections.abc import Sequence
from typing import Final

from fuelcalc.models.menu import Relaxed
from fuelcalc.models.notes import Note
from fuelcalc.planning.menu.counts import ENERGY
from fuelcalc.planning.menu.relaxed import Filled, miss
from fuelcalc.planning.words import note

_WORTH_SAYING: Final = 0.15
"""From what part of its energy on a feeding's miss is said: five of six are within 5 % [est]."""

_WORTH_KCAL: Final = 60.0
"""And from what energy on, so that no snack is spoken of for half a biscuit [est]."""


def rules_cost_notes(filled: Sequence[Filled], relaxed: Sequence[Relaxed]) -> list[Note]:
    """
    One line for the day, where it is worth saying: an ordinary feeding far from its share.

    What is outside its bands is said as what gave way, and not again; a dose is held to more.

    Args:
        filled: The feedings with their food.
        relaxed: What gave way.
    """
    said = {(one.feeding, one.minute) for one in relaxed}
    off = [
        (abs(held / asked - 1.0), miss(one, "energy", asked, held))
        for one in filled
        if one.option is not None and not one.slot.want.is_tight
        if (one.name, one.minute) not in said
        for asked, held in ((one.slot.want.energy_kcal, float(one.option.held[ENERGY])),)
        if abs(held - asked) >= max(_WORTH_SAYING * asked, _WORTH_KCAL)
    ]
    if not off:
        return []
    return [note("menu-portions", misses=(max(off, key=lambda pair: pair[0])[1],))]

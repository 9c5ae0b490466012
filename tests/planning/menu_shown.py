"""A plan with its food table, as the laws of menus look at it."""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.timeline import Entry, called_at
from fuelcalc.pantry import Pantry

MACROS = ("protein_g", "carbohydrate_g", "fat_g")
SAID = {"fat", "carbohydrate", "protein", "energy", "fibre", "food", "sodium"}
LEAST_BAND_G = {"protein_g": 3.0, "carbohydrate_g": 5.0, "fat_g": 3.0}
HAIR = 1e-6
# Under so much carbohydrate on the move water does.
_PACKET_G = 10.0


class Shown(NamedTuple):
    """A plan with its food table, and what its menu says gave way."""

    plan: DayPlan
    table: Pantry
    fed: Sequence[Entry]
    said: frozenset[tuple[str, str]]


def courses_of(entry: Entry) -> list[str]:
    """The dish of a line and what stands beside it or follows it, by their names."""
    return re.split(r", (?:with|then) ", entry.dish or "")


def where_of(entry: Entry) -> str:
    """What a menu calls a feeding."""
    return f"{called_at(entry.feeding_name.called, entry.minute)} ({entry.start:%H:%M})"


def is_food(entry: Entry) -> bool:
    """Whether a feeding asks for more than the least of a band, on the move for a packet."""
    if entry.kind == "during" and (entry.carbohydrate_g or 0.0) < _PACKET_G:
        return False
    return any(getattr(entry, name) > LEAST_BAND_G[name] for name in MACROS)


def rest_share(plan: DayPlan) -> float:
    """How much of the food of a day is planned, and not eaten elsewhere."""
    fed = [one for one in plan.timeline or () if one.is_feeding and is_food(one)]
    planned = sum(one.energy_kcal or 0.0 for one in fed if one.elsewhere is None)
    whole = sum(one.energy_kcal or 0.0 for one in fed)
    return planned / whole if whole else 1.0


def total(values: list[float | None]) -> float | None:
    """The sum, where all of it is known."""
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def same(left: float | None, right: float | None) -> bool:
    """Whether two amounts are one but for the last digits of a sum, or both unknown."""
    if left is None or right is None:
        return left is None and right is None
    return math.isclose(left, right, rel_tol=1e-9, abs_tol=HAIR)

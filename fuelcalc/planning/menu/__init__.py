"""A day's menu: which dish at which feeding, in which portions."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fuelcalc.pantry.table import FoodTable


class Wanted(NamedTuple):
    """What whoever plans wants of the menu: foods, seed, and dishes set or exchanged."""

    foods: "FoodTable | None"
    seed: int
    lock: Mapping[str, str]
    swap: Sequence[str]

"""A day's menu: which dish at which feeding, in which portions."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from fuelcalc.models.day import Day
from fuelcalc.models.menu import Menu
from fuelcalc.models.notes import Note
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.sessions.session import Trained

if TYPE_CHECKING:
    from fuelcalc.pantry import Pantry


class Wanted(NamedTuple):
    """
    What whoever plans wants of the menu: foods, seed, and dishes set or exchanged.

    `days` are the other days that are known, whose locks and leftovers may reach this one.
    `caffeine_on` is the race of which one gel should hold caffeine; `lunch` is where the lunches of
    the week are carried to by whoever eats of the same pot, None where the athlete eats alone.
    """

    foods: "Pantry | None" = None
    seed: int = 0
    lock: Mapping[str, str] = MappingProxyType({})
    swap: Sequence[str] = ()
    days: tuple[Day, ...] = ()
    caffeine_on: Trained | None = None
    lunch: str | None = None


class Fed(NamedTuple):
    """The feedings with their plates, the menu as a whole, and what is said of it."""

    feedings: tuple[Feeding, ...]
    menu: Menu | None
    notes: tuple[Note, ...]


UNFED: Final = Fed((), None, ())
"""A day for which no food is chosen."""

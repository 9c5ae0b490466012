"""A day's menu: which dish at which feeding, in which portions."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from fuelcalc.models.day import Day
from fuelcalc.models.menu import Menu
from fuelcalc.models.notes import Note
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.sessions.session import Trained

if TYPE_CHECKING:
    from fuelcalc.pantry import Pantry
    from fuelcalc.planning.menu.option import Option


class Pot(NamedTuple):
    """
    What whoever eats from the same pot has set for it; nothing where the athlete eats alone.

    Attributes:
        lunch: Where the week's lunches are carried to by all who eat of them; None alone.
        locks: Dishes that somebody else has set, by date and meal.
        use_up: What somebody else has to use up, by date.
        barred: Words for what the athlete has to use up, and somebody else must not eat.
    """

    lunch: str | None = None
    locks: Mapping[tuple[date, str], str] = MappingProxyType({})
    use_up: Mapping[date, tuple[str, ...]] = MappingProxyType({})
    barred: frozenset[str] = frozenset()

    def sets(self, day: Day) -> Day:
        """A day with what the others at the table have to use up on it."""
        words = () if day.date is None else self.use_up.get(day.date, ())
        return day.with_(use_up=tuple(dict.fromkeys((*day.use_up, *words)))) if words else day


ALONE: Final = Pot()
"""Nobody else eats from the pot."""


class Wanted(NamedTuple):
    """
    What whoever plans wants of the menu: foods, seed, and dishes set or exchanged.

    `days` are the other days that are known, whose locks and leftovers may reach this one.
    `caffeine_on` is the race of which one gel should hold caffeine; `pot` is what the others have
    set who eat from the same pot, and `exchanged` are the locks of dishes that stand where others
    were, which change nothing else.
    """

    foods: "Pantry | None" = None
    seed: int = 0
    lock: Mapping[str, str] = MappingProxyType({})
    swap: Sequence[str] = ()
    days: tuple[Day, ...] = ()
    caffeine_on: Trained | None = None
    pot: Pot = ALONE
    exchanged: frozenset[str] = frozenset()


class Fed(NamedTuple):
    """The feedings with their plates, the menu as a whole, what is said of it and was chosen."""

    feedings: tuple[Feeding, ...]
    menu: Menu | None
    notes: tuple[Note, ...]
    chosen: "Mapping[Feeding, Option]" = MappingProxyType({})


UNFED: Final = Fed((), None, ())
"""A day for which no food is chosen."""

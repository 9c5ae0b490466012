"""A file as a reader of it sees it, and how large it may be."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import IO, Final, Protocol, TypeAlias

from fuelcalc.models.found import FoundSession, LogReading, Origin, Refused, RefusedReading
from fuelcalc.models.text import FIRST_DATE, LAST_DATE

HEAD_BYTES: Final = 4096
"""How much of a file tells what it is."""

MOST_BYTES: Final = 64_000_000
"""The largest file; only an Apple export, which is read piece by piece, may be larger."""

MOST_RECORDS: Final = 1_000_000
MOST_ROWS: Final = 200_000

FileFinding: TypeAlias = FoundSession | LogReading | Refused

NO_MASS_UNIT: Final = (
    "body masses have no unit and are left out; say --mass-unit kg or --mass-unit lb"
)
YES: Final = frozenset({"true", "1", "yes"})
# Outside of these a reading is a slip, or of something else (an estimate).
_LEAST_KG, _MOST_KG = 20.0, 400.0


def is_body_mass(mass_kg: float) -> bool:
    """Whether somebody may weigh that much."""
    return _LEAST_KG <= mass_kg <= _MOST_KG


@dataclass(frozen=True, slots=True)
class Hints:
    """
    What the caller says of files that do not say it themselves.

    Attributes:
        mass_unit: kg or lb, for weights without a unit.
        distance_unit: km or mi, for distances without one.
        zone: The athlete's time zone, for moments that have no other.
        repeats: From when to when what a calendar repeats is wanted.
    """

    mass_unit: str | None = None
    distance_unit: str | None = None
    zone: str | None = None
    repeats: tuple[dt.date, dt.date] = (FIRST_DATE, LAST_DATE)


@dataclass(frozen=True, slots=True)
class ActivityFile:
    """
    A file that is open for reading, from its first byte.

    Attributes:
        name: What people are told it is called.
        stream: Its content.
        head: How it begins.
        hints: What the caller says of it.
        lift_limit: Allow more than `MOST_BYTES`, for what is read piece by piece and kept nowhere.
    """

    name: str
    stream: IO[bytes]
    head: bytes
    hints: Hints
    lift_limit: Callable[[], None]

    def origin(self, fmt: str, source_id: str | None = None) -> Origin:
        """Where in this file something is."""
        return Origin(self.name, fmt, source_id)

    def refusal(self, where: str, why: str) -> Refused:
        """What of this file is not taken."""
        return Refused(self.name, where, why)

    def refused_reading(self, where: str, why: str) -> RefusedReading:
        """A body mass or an intake of this file that is not taken."""
        return RefusedReading(self.name, where, why)

    def no_date(self, where: str, text: str) -> Refused:
        """A row whose date cannot be read."""
        return self.refusal(where, f'no date: "{text[:40]}"')

    def no_mass(self, where: str, mass_kg: float) -> RefusedReading:
        """A reading that is nobody's body mass."""
        return self.refused_reading(where, f"{mass_kg:.4g} kg is no body mass")

    def without_unit(self, n_distances: int) -> Iterator[Refused]:
        """A line where distances of this file could be kilometres or miles."""
        if n_distances:
            why = f"distances without a unit, left out: {n_distances:,}"
            yield self.refusal("", f"{why}; say --distance-unit km or mi")

    def named(self, name: str) -> "ActivityFile":
        """The same under another name."""
        return replace(self, name=name)


class ActivityReader(Protocol):
    """
    A module that reads one format.

    It tells by the beginning of a file whether it is its own, and never by its name; what it finds
    it gives one by one, so that what stands before damage is kept.
    """

    def identify(self, head: bytes) -> bool:
        """Whether a file that begins so is of this format, sound or not; never an error."""
        ...

    def read(self, source: ActivityFile) -> Iterator[FileFinding]:
        """
        Whatever the file holds, and what of it is refused.

        Raises:
            InputError: The rest cannot be read; what came before stands.
        """
        ...


Progress: TypeAlias = Callable[[int], None]
"""Told how many bytes were read since it was told last."""

"""What a plan says beside its figures: notes and reasons, as codes with their facts."""

from typing import Literal

from fuelcalc.models.menu import DietLimits, Low, Relaxed
from fuelcalc.models.record import Record

Level = Literal["info", "caution", "warning"]
"""How much a note asks of its reader."""

Fact = (
    float
    | str
    | DietLimits
    | tuple[float, ...]
    | tuple[str, ...]
    | tuple[Relaxed, ...]
    | tuple[Low, ...]
)
"""What a note knows: numbers whose name ends in their unit, words, or what the menu lacks."""


class Note(Record):
    """
    Something that the reader should know: informing, cautioning or warning.

    It holds facts by name (`minute` counts from midnight of the day); `fuelcalc.words` puts
    them into a sentence.

    Attributes:
        level: How much it asks of its reader.
        code: What it is about.
        values: The facts: the name of a number ends in its unit, or it is a count.
    """

    level: Level
    code: str
    values: dict[str, Fact]

    def __hash__(self) -> int:
        """Two notes that are equal count once."""
        return hash((self.code, *self.values.items()))


class Reason(Record):
    """
    Why the plan recommends what it does, as facts by name.

    Attributes:
        code: What it is.
        values: The facts: the name of a number ends in its unit, or it is a count.
    """

    code: str
    values: dict[str, Fact]

    def __hash__(self) -> int:
        """Two reasons that are equal count once."""
        return hash((self.code, *self.values.items()))

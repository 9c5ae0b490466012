"""What stands beside the type of a field: its unit, and how it is read from a line of text."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class In:
    """The unit that a field is stored in, as a suffix of `units.SUFFIXES`."""

    suffix: str


@dataclass(frozen=True, slots=True)
class FromText:
    """
    How a field that holds a model, or several, reads one line of text.

    Attributes:
        read: From text to the tree of one model.
        example: Text that it takes.
        tells: Whether its own error says what is wrong better than the example does.
    """

    read: Callable[[str], Any]
    example: str
    tells: bool = False

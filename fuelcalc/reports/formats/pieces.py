"""Runs of text in one style, of which the rows of a text page are made."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

NARROW = 78
"""Columns from which on amounts stand beside what they are of, and not below."""


class Piece(NamedTuple):
    """A run of text in one style: plain, title, head, strong, dim, session or a note's level."""

    text: str
    style: str = "plain"


Row = Sequence[Piece]


def paragraph(text: str, width: int, style: str = "plain") -> Iterator[Row]:
    """Text in lines of the page's width; nothing for none."""
    for line in wrap(text, width):
        yield (Piece(line, style),)


def hanging(text: str, width: int, *, first: str, rest: str, style: str = "plain") -> Iterator[Row]:
    """A paragraph that hangs behind its mark."""
    lines = wrap(text, max(width - len(first), 20)) or [""]
    yield (Piece(first, style), Piece(lines[0]))
    for line in lines[1:]:
        yield (Piece(rest + line),)

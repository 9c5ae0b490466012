"""
Every format, and one file a format: from blocks to text or bytes.

A new format is a file here and a line of `FORMATS`.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.reports.blocks import Medium, View
from fuelcalc.reports.look import Look


class Format(NamedTuple):
    """A way to write a page, and the ends of file names that ask for it; without one, facts."""

    suffixes: tuple[str, ...]
    medium: Medium = "page"
    write: Callable[[View, Look], str | bytes] | None = None


def _text(view: View, look: Look) -> str:
    from fuelcalc.reports.formats.text import to_text

    return to_text(view, width=look.width)


def _markdown(view: View, _: Look) -> str:
    from fuelcalc.reports.formats.markdown import to_markdown

    return to_markdown(view)


def _html(view: View, look: Look) -> str:
    from fuelcalc.reports.formats.html import to_html

    return to_html(view, look)


def _pdf(view: View, look: Look) -> bytes:
    from fuelcalc.reports.formats.pdf import to_pdf

    return to_pdf(view, look)


FORMATS: Mapping[str, Format] = {
    "text": Format((".txt", ".text"), "text", _text),
    "markdown": Format((".md", ".markdown"), "markdown", _markdown),
    "html": Format((".html", ".htm"), "page", _html),
    "pdf": Format((".pdf",), "page", _pdf),
    "json": Format((".json",)),
    "foods-csv": Format((".foods.csv",)),
    "csv": Format((".csv",)),
    "ics": Format((".ics",)),
}
"""Formats by name; where two ends fit a file name, the first one counts."""


def format_of_file(name: str, formats: tuple[str, ...] = tuple(FORMATS)) -> str:
    """
    The format that the end of a file's name asks for.

    Args:
        name: The file.
        formats: Those that there are.

    Raises:
        InputError: No format has that end.

    >>> format_of_file("day.json"), format_of_file("day.foods.csv"), format_of_file("day.csv")
    ('json', 'foods-csv', 'csv')
    """
    known = {suffix: fmt for fmt in formats for suffix in FORMATS[fmt].suffixes}
    for suffix, fmt in known.items():
        if name.lower().endswith(suffix):
            return fmt
    raise InputError(
        "names no format",
        argument="out",
        value=name,
        quote=f"the suffix {Path(name).suffix[:20]!r}",
        allowed=tuple(known),
        remedy=f"use one of: {', '.join(known)}",
    )

"""What was learned, written into a plan file: its comments stay, and nothing else changes."""

import re
import tomllib
from pathlib import Path
from typing import Any, Final

from fuelcalc.errors import InputError
from fuelcalc.importers.tree import read_bytes
from fuelcalc.models.learned import LearnedLife

_HEADER: Final = re.compile(r"\s*\[\s*athlete\s*\.\s*learned\s*\]\s*(#.*)?")
_ANY_HEADER: Final = re.compile(r"\s*\[")
_KEY: Final = re.compile(r"\s*[A-Za-z0-9_\"'-]+\s*=")
_PLACES: Final = 3


def with_learned(path: Path, life: LearnedLife) -> str:
    """
    The text of a plan file or profile with the table `[athlete.learned]`, new or renewed.

    Args:
        path: The file, in TOML.
        life: What was learned.

    Returns:
        The whole text, to be written.

    Raises:
        InputError: The file is no TOML with an [athlete] table, or its shape has no room for one.
    """
    text = read_bytes(path).decode("utf-8-sig", errors="replace")
    before = _tree(text, path)
    lines = text.splitlines()
    start = next((n for n, line in enumerate(lines) if _HEADER.fullmatch(line)), None)
    table = _table(life)
    if start is None:
        renewed = [*lines, "", *table]
    else:
        end = next(
            (n for n in range(start + 1, len(lines)) if _ANY_HEADER.match(lines[n])), len(lines)
        )
        kept = [line for line in lines[start + 1 : end] if not _KEY.match(line)]
        renewed = [*lines[:start], *table, *kept, *lines[end:]]
    after = "\n".join(renewed).strip("\n") + "\n"
    _check_nothing_else(before, _tree(after, path), path)
    return after


def _table(life: LearnedLife) -> list[str]:
    """The table's own lines."""
    return [
        "[athlete.learned]",
        f"daily_life_pal = {life.daily_life_pal:.{_PLACES}f}",
        f"daily_life_sd = {life.daily_life_sd:.{_PLACES}f}",
        f"first_date = {life.first_date.isoformat()}",
        f"last_date = {life.last_date.isoformat()}",
        f'source = "{life.source}"',
        f"n_mass = {life.n_mass}",
        f"n_intake = {life.n_intake}",
    ]


def _tree(text: str, path: Path) -> dict[str, Any]:
    """
    The file as tables.

    Raises:
        InputError: It is no TOML.
    """
    try:
        return tomllib.loads(text)
    except ValueError:
        raise _no_room(path) from None


def _no_room(path: Path) -> InputError:
    remedy = "it wants a TOML file with [athlete] as a table of its own; write it there by hand"
    return InputError(
        "[athlete.learned] finds no place", argument="save", place=path.name, remedy=remedy
    )


def _check_nothing_else(before: dict[str, Any], after: dict[str, Any], path: Path) -> None:
    """
    Hold that the table is there and all the rest as it was.

    Raises:
        InputError: It is not.
    """
    athletes = [tree.get("athlete") for tree in (before, after)]
    if not all(isinstance(one, dict) for one in athletes) or "learned" not in after["athlete"]:
        raise _no_room(path)
    rest = [
        {**tree, "athlete": {k: v for k, v in tree["athlete"].items() if k != "learned"}}
        for tree in (before, after)
    ]
    if rest[0] != rest[1]:
        raise _no_room(path)

"""The comment behind a session that was imported into a plan file, and who stands behind which."""

import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from tomlkit.items import AoT, Array

# Words that nobody types behind a session of their own.
_MARK: Final = re.compile(r"#\s*fuelcalc import(, planned)?: \S.*")


def mark_text(source: str, *, planned: bool) -> str:
    """
    The comment behind a session that was imported.

    >>> mark_text("run.fit", planned=False), mark_text("plan.ics", planned=True)
    ('fuelcalc import: run.fit', 'fuelcalc import, planned: plan.ics')
    """
    return f"fuelcalc import{', planned' if planned else ''}: {source}"


def marks(items: "Array | AoT") -> dict[int, str]:
    """Which sessions of a list were imported, and whether as done or as planned."""
    if hasattr(items, "body"):
        comments = {place: each.trivia.comment for place, each in enumerate(items.body)}
    else:
        comments = _comments(items)
    found = {place: _MARK.match(comment or "") for place, comment in comments.items()}
    return {
        place: "planned" if match[1] else "imported"
        for place, match in found.items()
        if match is not None
    }


def _comments(items: "Array") -> dict[int, str]:
    """The comment behind each session that has a line to itself."""
    values, comments = items.unwrap(), dict[int, str]()
    for line in items.as_string().splitlines():
        on_line, comment = _line(line)
        for value in on_line:
            equal = (n for n, each in enumerate(values) if each == value and n not in comments)
            place = next(equal, None)
            if place is not None:
                comments[place] = comment if len(on_line) == 1 else ""
    return comments


def _line(line: str) -> tuple[list[Any], str]:
    """The values in a line of a list, and the comment behind them; none if it cannot be read."""
    # A sign within a string begins no comment: what stands before it is no list.
    ends = [*(match.start() for match in re.finditer("#", line)), len(line)]
    for end in ends:
        try:
            return tomllib.loads(f"x = [{line[:end]}]")["x"], line[end:]
        except tomllib.TOMLDecodeError:
            continue
    return [], ""

"""The comment behind a session that was imported into a plan file, and who stands behind which."""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from tomlkit.items import AoT, Array

# Words that nobody types behind a session of their own.
_MARK: Final = re.compile(r"#\s*fuelcalc import(, planned)?: \S.*?(?: \(event ([0-9a-f]{8})\))?")


def mark_text(source: str, *, planned: bool, event: str | None = None) -> str:
    """
    The comment behind a session that was imported.

    Args:
        source: The file that it was in.
        planned: Whether it is only planned.
        event: From `event_mark`, where a calendar planned it.

    >>> mark_text("run.fit", planned=False), mark_text("plan.ics", planned=True)
    ('fuelcalc import: run.fit', 'fuelcalc import, planned: plan.ics')
    """
    behind = f" (event {event})" if planned and event is not None else ""
    return f"fuelcalc import{', planned' if planned else ''}: {source}{behind}"


def event_mark(name: str | None) -> str | None:
    """
    An event of a calendar in eight letters, since its own name may be long and hold an address.

    >>> event_mark("UPCOMING_PLAN_WORKOUT-1"), event_mark(None)
    ('483a1cf4', None)
    """
    return None if name is None else hashlib.sha256(name.encode()).hexdigest()[:8]


def marks(items: "Array | AoT") -> dict[int, str]:
    """Which sessions of a list were imported, and whether as done or as planned."""
    return {place: "planned" if match[1] else "imported" for place, match in _matches(items)}


def events(items: "Array | AoT") -> dict[int, str]:
    """Which sessions of a list a calendar planned, and the event of each, as `event_mark`."""
    return {place: match[2] for place, match in _matches(items) if match[1] and match[2]}


def _matches(items: "Array | AoT") -> Iterator[tuple[int, re.Match[str]]]:
    """The mark behind each session that has one."""
    if hasattr(items, "body"):
        comments = {place: each.trivia.comment for place, each in enumerate(items.body)}
    else:
        comments = _comments(items)
    for place, comment in comments.items():
        match = _MARK.fullmatch(comment or "")
        if match is not None:
            yield place, match


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

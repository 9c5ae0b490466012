"""Mistakes as pydantic tells them, so that whatever web framework can answer with them."""

import math
import re
from collections.abc import Iterator
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from fuelcalc.errors import InputError, Span, one_line, shown

_PLACE: Final = re.compile(r"\[([0-9]+)\]$")


def as_validation_error(error: InputError, title: str) -> ValidationError:
    """
    Every mistake of an error, each where it stands.

    What is in it can be sent as JSON, whatever was given: a value is told as `shown` does where it
    is none that every parser takes.

    Args:
        error: What is wrong with a body.
        title: What the body is called.

    Returns:
        An error that pydantic takes into that of a body around it. Each line has the words of
        ours, the place counted from nought as `loc`, and `path`, `remedy` and `allowed` in `ctx`.

    >>> run = InputError("is odd", argument="pace", value="9").within("days[1].runs[2]")
    >>> as_validation_error(run, "Plan").errors(include_url=False)[0]["loc"]
    ('days', 0, 'runs', 1, 'pace')
    """
    return ValidationError.from_exception_data(title, [_line(one) for one in error.mistakes])


def _line(mistake: InputError) -> InitErrorDetails:
    """One mistake."""
    known = {
        "path": mistake.path,
        "remedy": None if mistake.remedy is None else one_line(mistake.remedy),
        "allowed": _allowed(mistake.allowed),
    }
    context = {name: value for name, value in known.items() if value}
    return InitErrorDetails(
        type=PydanticCustomError("input_error", one_line(mistake.line), context),
        loc=tuple(_steps(mistake.path)),
        input=_sendable(mistake.value),
    )


def _steps(path: str) -> Iterator[str | int]:
    """The names and places of a path, counted from nought."""
    for step in path.split(".") if path else ():
        place = _PLACE.search(step)
        if place is None:
            yield step
        else:
            yield from (step[: place.start()], int(place[1]) - 1)


def _allowed(allowed: Any) -> Any:
    """The words of a closed list, or the least and the most."""
    if not isinstance(allowed, Span):
        return None if allowed is None else [str(word) for word in allowed]
    ends = {"least": _sendable(allowed.least), "most": _sendable(allowed.most)}
    return {**ends, "unit": allowed.unit}


def _sendable(value: Any) -> Any:
    """A value that JSON has; all else as an error quotes it."""
    if isinstance(value, bool | None):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return float(value)
    if isinstance(value, str) and value.isprintable():
        return value
    is_short = isinstance(value, int) and shown(value) == str(value)
    return value if is_short else shown(value)

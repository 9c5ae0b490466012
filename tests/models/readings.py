"""Each kind of session text with the model that it gives, and the line that refuses."""

from collections.abc import Callable
from typing import Any

import pytest

from fuelcalc.errors import InputError
from fuelcalc.models.session_text import lift_from_text, other_from_text, run_from_text
from fuelcalc.models.sessions import Lift, Other, Run

KINDS = {
    "run": (run_from_text, Run),
    "lift": (lift_from_text, Lift),
    "other": (other_from_text, Other),
}


def session_from(kind: str, text: str) -> Run | Lift | Other:
    """The session that a text is read as."""
    reader, record = KINDS[kind]
    return record.of(**reader(text))


def refusal(read: Callable[..., Any], *arguments: Any, **values: Any) -> str:
    """The one line that something is refused with."""
    with pytest.raises(InputError) as caught:
        read(*arguments, **values)
    line = str(caught.value)
    assert line.isprintable()
    assert len(line) < 600
    return line


def line_of(kind: str, text: str) -> str:
    """The one line that refuses a text."""
    with pytest.raises(InputError) as caught:
        session_from(kind, text)
    return str(caught.value)

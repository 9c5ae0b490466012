"""The three readers of session text, each of which knows when a text is for another."""

from collections.abc import Callable, Mapping
from typing import Any

from fuelcalc.models.session_text import lift, other, run
from fuelcalc.models.session_text.reader import SessionTextError

_READERS: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "run": run.run_from_text,
    "lift": lift.lift_from_text,
    "other": other.other_from_text,
}
_SAYS = {"run": "this is a run", "lift": "this is a lift", "other": "this is neither"}
_KEYS = {"run": "runs", "lift": "lifts", "other": "other"}
_LONGEST = 60


def _read(kind: str, text: str) -> dict[str, Any]:
    """Read a text as one kind, and point to the kind that would take it."""
    try:
        return _READERS[kind](text)
    except SessionTextError as error:
        found = next((one for one in _READERS if one != kind and _takes(one, text)), None)
        if found is None or len(text) > _LONGEST or not text.isprintable():
            raise
        where = f'give it as --{found} "{text}", in a plan file under {_KEYS[found]}'
        raise error.pointing(f"{_SAYS[found]}: {where}") from None


def _takes(kind: str, text: str) -> bool:
    """Whether a reader takes a text."""
    try:
        _READERS[kind](text)
    except SessionTextError:
        return False
    return True


def run_from_text(text: str) -> dict[str, Any]:
    """
    The table of a run, as a plan file would hold it; see `run.run_from_text`.

    >>> run_from_text("10 km easy @ 5:40/km +120m")
    {'distance': '10 km', 'effort': 'easy', 'pace': '5:40/km', 'climb': '120m'}
    """
    return _read("run", text)


def lift_from_text(text: str) -> dict[str, Any]:
    """
    The table of a lift, as a plan file would hold it; see `lift.lift_from_text`.

    >>> lift_from_text("60min heavy lower")
    {'duration': '60min', 'style': 'heavy', 'focus': 'lower'}
    """
    return _read("lift", text)


def other_from_text(text: str) -> dict[str, Any]:
    """
    The table of anything else, as a plan file would hold it; see `other.other_from_text`.

    >>> other_from_text("60 min bike")
    {'duration': '60 min', 'activity': 'cycling'}
    """
    return _read("other", text)

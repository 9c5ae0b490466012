"""The three readers of session text, each of which knows when a text is for another."""

import re
from importlib import import_module
from typing import Any

from fuelcalc.models.sessions import LISTS

_KINDS = ("run", "lift", "other")
_SAYS = {"run": "this is a run", "lift": "this is a lift", "other": "this is neither"}
_LONGEST = 60
_RESTS = re.compile(
    r"\s*(?:rest|off)(?:\s+day)?(?:\s+or\s.*)?\s*|\s*day\s+off\s*", re.IGNORECASE | re.DOTALL
)


def _read(kind: str, text: str) -> dict[str, Any]:
    """Read a text as one kind, and point to the kind that would take it."""
    from fuelcalc.models.session_text.reader import SessionTextError

    try:
        return _as(kind, text)
    except SessionTextError as error:
        if _RESTS.fullmatch(text):
            raise error.about("a day of rest has no session", "leave it out") from None
        if error.problem.endswith("?"):
            # It is known what the text is, and one thing in it is open.
            raise
        others = (one for one in _KINDS if one != kind)
        found = next((one for one in others if _takes(one, text)), None)
        if found is None or len(text) > _LONGEST or not text.isprintable():
            raise
        where = f'give it as --{found} "{text}", in a plan file under {LISTS[found]}'
        raise error.pointing(f"{_SAYS[found]}: {where}") from None


def _as(kind: str, text: str) -> dict[str, Any]:
    """The table of a text as one kind; its patterns are made when a text needs them."""
    module = import_module(f"fuelcalc.models.session_text.{kind}")
    table: dict[str, Any] = getattr(module, f"{kind}_from_text")(text)
    return table


def _takes(kind: str, text: str) -> bool:
    """Whether a reader takes a text, and a record what it says."""
    from fuelcalc.errors import InputError
    from fuelcalc.models import sessions

    records: dict[str, type[sessions.TimedRecord]] = {
        "run": sessions.Run,
        "lift": sessions.Lift,
        "other": sessions.Other,
    }
    try:
        records[kind].of(**_as(kind, text))
    except InputError:
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

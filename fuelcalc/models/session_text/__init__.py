"""
Session text: a run, a lift or anything else in one line, as the tree that a plan file would hold.

For the command line and quick typing: "10 km easy @ 5:40/km 06:30" or "60min heavy lower 18:00".
Amounts stay text, so that the models read them, and limits stand once; `text_of` says what a
line was understood to be. What can be two things is asked back.
"""

from typing import TYPE_CHECKING, Any

from fuelcalc.models.session_text.readers import lift_from_text, other_from_text, run_from_text

if TYPE_CHECKING:
    from fuelcalc.models.session_text.printer import text_of
    from fuelcalc.models.session_text.reader import SessionTextError

__all__ = ["SessionTextError", "lift_from_text", "other_from_text", "run_from_text", "text_of"]

# Every day imports this package, and few have a text to read: the rest is loaded when needed.
_HOMES = {"SessionTextError": "reader", "text_of": "printer"}


def __getattr__(name: str) -> Any:
    """Load what only some need."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

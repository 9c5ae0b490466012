"""
Session text: a run, a lift or anything else in one line, as the tree that a plan file would hold.

For the command line and quick typing: "10 km easy @ 5:40/km 06:30" or "60min heavy lower 18:00".
Amounts stay text, so that the models read them, and limits stand once; `text_of` says what a
line was understood to be. What can be two things is asked back.
"""

from fuelcalc.models.session_text.printer import text_of
from fuelcalc.models.session_text.reader import SessionTextError
from fuelcalc.models.session_text.readers import lift_from_text, other_from_text, run_from_text

__all__ = ["SessionTextError", "lift_from_text", "other_from_text", "run_from_text", "text_of"]

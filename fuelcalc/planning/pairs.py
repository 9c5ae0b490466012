"""Two sessions that follow each other: their order, and the hours between them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from fuelcalc.models.notes import Note
from fuelcalc.planning.clock.feedings import BLOCK_GAP_MIN
from fuelcalc.planning.sessions.session import Trained
from fuelcalc.planning.words import note

# Strength and endurance disturb each other less from 6 h on (Robineau 2016).
_CLOSE_MIN = 360.0
_PAIR = 2


def pair_notes(sessions: Sequence[Trained]) -> Iterator[Note]:
    """
    Say what is to be said of each two sessions in a row.

    Args:
        sessions: Of a day, in order; how to part two is said where they are all of them.
    """
    for session, following in pairwise(sessions):
        gap = following.start - session.end
        kinds = (session.kind, following.kind)
        if gap < BLOCK_GAP_MIN and kinds == ("run", "lift"):
            yield note("order-reversed")
        elif gap < BLOCK_GAP_MIN and kinds == ("lift", "run"):
            yield note("lift-then-run")
        elif gap < _CLOSE_MIN:
            parts = len(sessions) == _PAIR and set(kinds) == {"run", "lift"}
            yield note(
                "sessions-close",
                first=session.name,
                second=following.name,
                apart_h=gap / 60.0,
                clear_h=_CLOSE_MIN / 60.0,
                pair="run-and-lift" if parts else "alike",
            )

"""How long a session was: what a watch timed, and what the clock says."""

from typing import Final, NamedTuple

from fuelcalc.models.found import FoundNote

_MOST_TIMES: Final = 3.0
_LONG_S: Final = 6 * 3600.0


class Timing(NamedTuple):
    """Training without its pauses, and from start to end, in seconds; None where unknown."""

    timer_s: float | None
    elapsed_s: float | None
    notes: tuple[FoundNote, ...] = ()


def timing(timer_s: float | None, elapsed_s: float | None) -> Timing:
    """
    What a watch's two times come to.

    A watch that was forgotten running says weeks from start to end: where that is over three times
    what it timed and over six hours, the session ended with its timer. A timer cannot be longer
    than the clock, so there the clock counts.

    Args:
        timer_s: Without the pauses.
        elapsed_s: With them.

    Returns:
        Both, put right, and a note where they were not.

    >>> timing(3866.0, 4458.0)
    Timing(timer_s=3866.0, elapsed_s=4458.0, notes=())
    >>> timing(7_380.0, 27 * 86_400.0).elapsed_s
    7380.0
    """
    timer, elapsed = _positive(timer_s), _positive(elapsed_s)
    if timer is None or elapsed is None:
        known = timer if elapsed is None else elapsed
        return Timing(known, known)
    if elapsed > _MOST_TIMES * timer and elapsed > _LONG_S:
        return Timing(timer, timer, ("elapsed-over-timer",))
    if timer > elapsed:
        # Devices round one of the two: a second is no contradiction.
        notes: tuple[FoundNote, ...] = ("timer-over-elapsed",) if timer - elapsed > 1.0 else ()
        return Timing(elapsed, elapsed, notes)
    return Timing(timer, elapsed)


def _positive(seconds: float | None) -> float | None:
    """A time, if it is one."""
    return seconds if seconds is not None and seconds > 0.0 else None

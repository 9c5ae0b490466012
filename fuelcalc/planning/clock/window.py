"""The hours that food is eaten in, where somebody keeps to some: a frame within the day's."""

from collections.abc import Iterable

from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.clock.frame import DAY_MIN, Frame


def open_frame(frame: Frame, *, start: float, minutes: float, least: float) -> Frame:
    """
    The part of a day that food is eaten in.

    Args:
        frame: Waking, sleep and sessions.
        start: When the window opens, in minutes since midnight.
        minutes: How long it is open.
        least: How long it is open at least while awake, in minutes: one that sleep cuts shorter
            opens earlier or closes later, as far as the day goes.

    Returns:
        The day's frame, waking when the window opens and asleep when it closes.

    >>> open_frame(Frame(390.0, 1350.0), start=540.0, minutes=600.0, least=600.0)[:2]
    (540.0, 1140.0)
    """
    opens = max(
        (start - DAY_MIN, start, start + DAY_MIN),
        key=lambda first: min(frame.sleep, first + minutes) - max(frame.wake, first),
    )
    first, last = max(frame.wake, opens), min(frame.sleep, opens + minutes)
    last = min(frame.sleep, max(last, first + least))
    first = max(frame.wake, min(first, last - least))
    return frame._replace(wake=first, sleep=last)


def within(frame: Frame, feedings: Iterable[Feeding]) -> list[Feeding]:
    """
    What is eaten while the window is open, and what is taken on a session at any hour.

    Args:
        frame: As `open_frame` gives it.
        feedings: The day's.
    """
    return [
        feeding
        for feeding in feedings
        if feeding.accompanies is not None
        # What would start once the window is closed has been cut to nothing, or less.
        or frame.wake - 1e-6 <= feeding.minute < feeding.end <= frame.sleep + 1e-6
    ]

"""What to say of the hours that were asked for: meals that moved, and an eating window."""

from collections.abc import Iterator, Sequence

from fuelcalc.models.notes import Note
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.clock.frame import DAY_MIN, Frame
from fuelcalc.planning.clock.meals import MEAL_NAMES
from fuelcalc.planning.clock.timeline import printed_minutes
from fuelcalc.planning.person import Person
from fuelcalc.planning.sessions.session import minute_of
from fuelcalc.planning.window import Window
from fuelcalc.planning.words import note

# Later than an hour after its end, food is no longer what repairs a session.
_AFTER_SESSION_MIN = 60.0


def meal_notes(person: Person, frame: Frame, feedings: Sequence[Feeding]) -> Iterator[Note]:
    """Say which meals do not stand where they were asked for, and what stands between them."""
    athlete = person.athlete
    if athlete.meal_times is None:
        return
    printed = printed_minutes(frame, feedings)
    stand = {
        feeding.name: minute
        for feeding, (minute, _) in zip(feedings, printed, strict=True)
        if feeding.is_meal
    }
    for name, time in zip(MEAL_NAMES[len(athlete.meal_times)], athlete.meal_times, strict=True):
        asked = minute_of(time)
        if name not in stand:
            yield note("meal-left-out", meal=name, asked_minute=asked)
        elif stand[name] % DAY_MIN != asked:
            yield note("meal-moved", meal=name, asked_minute=asked, minute=stand[name])
    if any(feeding.kind == "snack" and not feeding.is_drink for feeding in feedings):
        yield note("snacks-between")


def window_notes(window: Window, feedings: Sequence[Feeding]) -> Iterator[Note]:
    """Say what became of the eating window."""
    if window.refused is not None:
        yield note("window-refused", reason=window.refused)
        return
    if window.widened:
        yield note("window-widened", minute=window.frame.wake, end_minute=window.frame.sleep)
    if not window.is_asked:
        return
    repaired = {feeding.repairs for feeding in feedings}
    # What is eaten between two sessions is kept at any hour, and repairs the first.
    repaired |= {
        session
        for session in window.frame.sessions
        for feeding in feedings
        if 0.0 <= feeding.minute - session.end <= _AFTER_SESSION_MIN and not feeding.is_drink
    }
    prepared = {feeding.prepares for feeding in feedings}
    for session in window.frame.sessions:
        if session.start < window.frame.wake and session not in prepared:
            yield note("window-before", session=session.kind, minute=session.start)
        if session.end > window.frame.sleep - _AFTER_SESSION_MIN and session not in repaired:
            yield note("window-after", session=session.kind, minute=session.end)

"""Whether somebody's eating window is kept on a day, and from when to when."""

from typing import Final, NamedTuple

from fuelcalc.models.athlete import LEAST_WINDOW_MIN
from fuelcalc.planning.clock.frame import DAY_MIN, Frame
from fuelcalc.planning.clock.window import open_frame
from fuelcalc.planning.person import Person
from fuelcalc.planning.recommendation import held_back_kcal
from fuelcalc.planning.sessions.session import minute_of
from fuelcalc.science import availability
from fuelcalc.science.day import Intake

_LEAST_AGE_Y: Final = 18.0
# What sums of floats are apart by says nothing: a day is looked at before and after its feedings.
_LAST_DIGIT: Final = 1e-6


class Window(NamedTuple):
    """
    When food is eaten on a day.

    Attributes:
        frame: From when to when; the whole day where nobody asked for less.
        refused: Why a window that was asked for is not kept: "guard", "deficit" or
            "availability"; None where it is.
        is_asked: Whether somebody asked for a window.
        widened: Whether sleep left less of it than ten hours, so that it is longer than asked.
    """

    frame: Frame
    refused: str | None = None
    is_asked: bool = False
    widened: bool = False


def window_of(person: Person, frame: Frame, targets: Intake[float]) -> Window:
    """
    The eating window of somebody's day.

    Fewer hours to eat in make people eat less than they mean to, so none is kept where that
    would do harm: under 18, where a guard forbids a deficit, with a deficit, and at a low
    energy availability or on the first step up from it.
    """
    asked = person.athlete.eating_window
    if asked is None:
        return Window(frame)
    refused = _refusal(person, targets)
    if refused is not None:
        return Window(frame, refused)
    start, minutes = minute_of(asked.start), float(asked.minutes)
    opened = open_frame(frame, start=start, minutes=minutes, least=LEAST_WINDOW_MIN)
    outside = (opened.wake - start) % DAY_MIN > minutes or (
        opened.sleep - start
    ) % DAY_MIN > minutes
    return Window(opened, is_asked=True, widened=outside)


def _refusal(person: Person, targets: Intake[float]) -> str | None:
    """Why no window is kept, if so."""
    if person.age < _LEAST_AGE_Y or person.guards.deficit_forbidden_by is not None:
        return "guard"
    # What a day has no room for is no deficit that was asked for, and takes no window away.
    if targets.balance_kcal + targets.behind_kcal < -_LAST_DIGIT:
        return "deficit"
    left = targets.left_kcal / person.body.ffm_kg
    available = targets.availability_kcal_per_kg_ffm + left
    is_low = available < availability.LOW_KCAL_PER_KG_FFM - _LAST_DIGIT
    # Who comes up from eating too little has a day that is enough, and hours for all of it.
    return "availability" if is_low or held_back_kcal(targets) > 0.0 else None

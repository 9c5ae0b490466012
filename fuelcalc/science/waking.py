"""From when to when a day lasts: waking, sessions on its clock, and sleep, in minutes."""

from collections.abc import Sequence
from typing import Generic, NamedTuple

from fuelcalc.science.numeric import Given, N, at_least, known_or, least, most, ramp

DAY_MIN = 1440.0
USUAL_START_MIN = {"run": 420.0, "lift": 1080.0, "other": 720.0}
"""When most people run, lift and ride."""

SHORTEST_DAY_MIN, LONGEST_DAY_MIN = 240.0, DAY_MIN
# 06:30 to 22:30.
_USUAL_WAKE_MIN, _USUAL_SLEEP_MIN = 390.0, 1350.0
LATEST_USUAL_WAKE_MIN = _USUAL_SLEEP_MIN - SHORTEST_DAY_MIN
"""Who wakes later does not sleep at the usual hour."""

# Who wakes in the evening is up for sixteen hours, as others are.
_AWAKE_MIN = 960.0
# Time to wake up and eat a bite, and to come down before bed.
_BEFORE_START_MIN, _AFTER_END_MIN = 45.0, 60.0
# Who has been out for ten hours eats twice before bed.
_LONG_AFTER_MIN, _LONG_OUT_MIN = 60.0, (300.0, 600.0)
# A race wants a breakfast: the lead grows from that of a short one to a long one's.
_RACE_LEAD_MIN, _RACE_MIN, _EARLIEST_ALARM_MIN = (90.0, 195.0), (30.0, 90.0), 210.0
# Later than any alarm.
_NEVER_MIN = 1e6


class Placed(NamedTuple, Generic[N]):
    """A session on the clock; `there` is 0.0 where a row has none."""

    end_min: N
    duration_min: N
    there: N


def alarm_min(
    *, start_min: Given[N], usual_start_min: float, duration_min: N, is_race: N
) -> Given[N]:
    """
    When a session wakes somebody: 45 min ahead, and earlier for the breakfast of a race.

    A short race wakes 90 min ahead and one of an hour and a half or more 195, not before 03:30.

    Args:
        start_min: When it starts, where somebody said; who has not said is woken by a race only.
        usual_start_min: When such a session usually starts.
        duration_min: Length of the session.
        is_race: 1.0 for a race.

    Returns:
        Minutes since midnight; unknown where nothing wakes.

    Source: estimate; a breakfast before a race wants two to three hours.

    >>> alarm_min(start_min=Given(420.0, 1.0), usual_start_min=420.0, duration_min=60.0,
    ...     is_race=0.0)
    Given(value=375.0, known=1.0)
    """
    start = known_or(start_min, 0.0 * duration_min + usual_start_min)
    early = start - _BEFORE_START_MIN
    short, long = _RACE_LEAD_MIN
    lead = short + (long - short) * ramp(duration_min, *_RACE_MIN)
    # A race moves the alarm; for training sleep is worth more than a breakfast.
    by_race = least(early, most(start - lead, _EARLIEST_ALARM_MIN))
    return Given(known_or(Given(by_race, is_race), early), most(start_min.known, is_race))


def wake_min(*, given: Given[N], alarms: Sequence[Given[N]], rested_min: N) -> N:
    """
    When a day starts: as given, else at 06:30 or by its first alarm.

    Args:
        given: The time of waking, where somebody said.
        alarms: What wakes earlier, from `alarm_min`.
        rested_min: Nobody wakes earlier than that of their own accord.

    Source: estimate of usual hours.

    >>> wake_min(given=Given(0.0, 0.0), alarms=[Given(345.0, 1.0)], rested_min=0.0)
    345.0
    """
    wake = most(rested_min, _USUAL_WAKE_MIN)
    for alarm in alarms:
        wake = least(wake, known_or(alarm, 0.0 * wake + _NEVER_MIN))
    return known_or(given, most(wake, 0.0))


def placed_min(*, start_min: Given[N], usual_start_min: float, wake: N) -> N:
    """
    Where a session starts on the clock of its day, with nothing in its way.

    Earlier than waking is on the next calendar day; without a start it is the usual one.

    Args:
        start_min: When it starts, where somebody said.
        usual_start_min: When such a session usually starts.
        wake: From `wake_min`.

    Source: estimate of usual hours.

    >>> placed_min(start_min=Given(30.0, 1.0), usual_start_min=420.0, wake=480.0)
    1470.0
    """
    # What starts before waking is meant for after midnight.
    night = 1.0 - at_least(start_min.value - wake, 0.0)
    later = start_min.value + DAY_MIN * night
    return known_or(Given(later, start_min.known), most(wake, usual_start_min))


def bed_min(sessions: Sequence[Placed[N]], *, wake: N) -> N:
    """
    The earliest bed: an hour after the last session, up to two after a very long one.

    Args:
        sessions: On the clock, in any order.
        wake: From `wake_min`; a day without sessions may end there.

    Source: estimate: who has been out for ten hours eats twice before bed.

    >>> bed_min([Placed(1290.0, 60.0, 1.0)], wake=390.0)
    1350.0
    """
    last, bed = wake, wake
    for session in sessions:
        after = session.end_min + _AFTER_END_MIN
        after = after + _LONG_AFTER_MIN * ramp(session.duration_min, *_LONG_OUT_MIN)
        is_later = session.there * (1.0 - at_least(last - session.end_min, 0.0))
        last = known_or(Given(session.end_min, is_later), last)
        bed = known_or(Given(after, is_later), bed)
    return bed


def sleep_min(*, given: Given[N], wake: N, bed: N) -> N:
    """
    When a day ends: as given, or at 22:30, or when a late session lets it.

    Args:
        given: The time of sleep, where somebody said; before waking it is the next day's.
        wake: From `wake_min`.
        bed: From `bed_min`.

    Source: estimate of usual hours.

    >>> sleep_min(given=Given(30.0, 1.0), wake=390.0, bed=390.0)
    1470.0
    """
    is_late = at_least(wake, LATEST_USUAL_WAKE_MIN)
    usual = known_or(Given(wake + _AWAKE_MIN, is_late), 0.0 * wake + _USUAL_SLEEP_MIN)
    said = given.value + DAY_MIN * at_least(wake - given.value, 0.0)
    return known_or(Given(said, given.known), most(usual, bed))

"""A week of training from its mileage and its number of lifts alone, in the usual pattern."""

import datetime as dt
from collections.abc import Mapping
from math import floor
from typing import Final

from fuelcalc.errors import InputError, Span
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day import Day
from fuelcalc.models.sessions import LONGEST_KM, Focus, Lift, Run
from fuelcalc.models.week import WEEK_DAYS
from fuelcalc.planning.average import LEAST_WEEK_KM, LIFT_MIN

_FEWEST_KM: Final = ((15.0, 2), (30.0, 3), (50.0, 4), (70.0, 5))
"""Up to so many kilometres a week are run on so many days; beyond, on `_MOST_DAYS`; an estimate."""

_MOST_DAYS: Final = 6
_LONG_SHARE, _LONGER = 0.30, 1.2
"""
The longest run's part of a week, as common plans have it, and how much longer than the mean run it
is at the least; estimates.
"""

_RUN_DAYS: Final[Mapping[int, tuple[int, ...]]] = {
    1: (6,),
    2: (2, 6),
    3: (1, 3, 6),
    4: (1, 2, 3, 6),
    5: (1, 2, 3, 5, 6),
    6: (1, 2, 3, 4, 5, 6),
    7: (0, 1, 2, 3, 4, 5, 6),
}
"""Weekdays of runs, Monday being 0: the long one on Sunday, Monday and Friday free while they can
be."""

_LIFT_DAYS: Final = (1, 3, 5, 2, 0, 4, 6)
_LIFT_DAYS_ALONE: Final = (0, 3, 5, 1, 4, 2, 6)
"""Weekdays of lifts, the first ones first: in the evening of days that are run on already, and
apart from each other where nobody runs."""

_NOON: Final = dt.time(12)
"""When the first of two lifts of a day is."""

_EVE: Final = 5
"""The day before the long run, on which nobody lifts with the legs."""


@holds_kinds()
def spread_week(
    athlete: Athlete, *, running_days: int | None = None, long_run_share: float | None = None
) -> tuple[Day, ...] | None:
    """
    The seven days, from Monday on, that a weekly mileage and a number of lifts usually make.

    Every run is easy and the longest is on Sunday; lifts are in the evening of days that are run
    on in the morning, and those of the legs never on the eve of the long run. An estimate: what a
    plan usually looks like, not what anybody should do.

    Args:
        athlete: Whose mileage and lifts they are.
        running_days: On how many days it is run; by the mileage where nobody said.
        long_run_share: The longest run's part of the mileage; where nobody said 30 %, and more
            on two or three days.

    Returns:
        The days, without dates; None where neither mileage nor lifts are known.

    Raises:
        InputError: The longest run would be shorter than the others, or longer than any run.

    >>> who = Athlete.of(sex="male", age=30, mass="75 kg", height="178 cm", weekly_mileage="40 km")
    >>> [round(sum(run.distance_km for run in day.runs), 1) for day in spread_week(who)]
    [0, 9.3, 9.3, 9.3, 0, 0, 12.1]
    """
    km, lifts = athlete.weekly_mileage_km or 0.0, athlete.weekly_lifts or 0
    if km < LEAST_WEEK_KM and not lifts:
        return None
    runs: dict[int, float] = {}
    if km >= LEAST_WEEK_KM:
        runs = _runs(km, running_days or _usual_days(km), long_run_share)
    return tuple(_day(weekday, runs, lifts) for weekday in range(WEEK_DAYS))


def _usual_days(km: float) -> int:
    """On how many days so much is usually run."""
    return next((days for most, days in _FEWEST_KM if km <= most), _MOST_DAYS)


def _runs(km: float, days: int, share: float | None) -> dict[int, float]:
    """How far is run on which weekday."""
    even = 1.0 / days
    if share is not None and share < even:
        raise InputError(
            f"is {share:.0%} of the week, and each of {days} runs alike is {even:.0%}",
            argument="long_run",
            value=share,
            quote="",
            allowed=Span(even, 1.0, "share"),
            remedy="the longest run is no shorter than the others; write more",
        )
    *others, last = _RUN_DAYS[days]
    rest = km * (1.0 - (max(_LONGER * even, _LONG_SHARE) if share is None else share))
    # Whole tenths as people type them; what is left over goes to the longest.
    length = floor(10.0 * rest / max(len(others), 1) + 1e-9) / 10.0
    found = {weekday: length for weekday in others if length >= LEAST_WEEK_KM}
    longest = km - sum(found.values())
    if longest > LONGEST_KM:
        raise InputError(
            f"makes one run of {longest:.0f} km, over {LONGEST_KM:.0f}",
            argument="running_days",
            value=days,
            allowed=Span(None, LONGEST_KM, "km"),
            remedy="run on more days, or less",
        )
    return {**found, last: longest}


def _day(weekday: int, runs: Mapping[int, float], lifts: int) -> Day:
    """What is trained on a weekday."""
    km = runs.get(weekday)
    run: tuple[Run, ...] = ()
    if km is not None:
        is_longest = km > min(runs.values()) and km == max(runs.values())
        run = (Run(distance_km=round(km, 6), effort="long" if is_longest else "easy"),)
    order = _LIFT_DAYS if runs else _LIFT_DAYS_ALONE
    each, more = divmod(lifts, WEEK_DAYS)
    count = each + (order.index(weekday) < more)
    focus: Focus = "upper" if runs and weekday == _EVE else "full"
    starts = (None,) if count == 1 else (_NOON, None)[:count]
    lifted = (
        Lift(start=start, duration_min=LIFT_MIN, style="hypertrophy", focus=focus)
        for start in starts
    )
    return Day(runs=run, lifts=tuple(lifted))

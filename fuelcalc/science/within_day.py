"""Energy across the hours of a day: what comes in, what goes out, and the balance as it runs."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from fuelcalc.science.numeric import N, clip, exp
from fuelcalc.science.sources import SOURCES, explains

STEP_MIN = 30.0
STEPS = 48
LIMIT_KCAL = -300.0
"""A running balance so far below that of the same day eaten well counts as a deficit within it."""

# Digestion peaks so long after a meal, and is over after six hours (Reed & Hill 1996).
_PEAK_H, _LAST_H = 1.3, 6.0


class Flow(NamedTuple):
    """Energy that comes or goes evenly over some minutes; the clock starts at midnight."""

    energy_kcal: float
    start_min: float
    minutes: float


class Costs(NamedTuple):
    """What a day costs, before it is spread over the hours; the clock starts at midnight."""

    resting_kcal: float
    daily_life_kcal: float
    digestion_kcal: float
    wake_min: float
    awake_min: float
    sessions: tuple[Flow, ...]


def digested_share(*, hours: N) -> N:
    """
    How much of a meal's cost of digestion is spent some hours after it, 0 to 1.

    The rate rises to its peak 1.3 h after the meal; what comes after six hours is left out.

    Args:
        hours: Since the meal.

    Returns:
        0 at the meal and before, 1 from six hours on: a float for floats, an array of the same
        shape for arrays.

    Source: Reed & Hill 1996, doi:10.1093/ajcn/63.2.164.

    >>> round(digested_share(hours=1.3), 3), digested_share(hours=6.0)
    (0.28, 1.0)
    """
    # The integral of t exp(-t), which is highest at 1, over that of all six hours.
    t = clip(hours, 0.0, _LAST_H) / _PEAK_H
    end = _LAST_H / _PEAK_H
    return (1.0 - (1.0 + t) * exp(-t)) / (1.0 - (1.0 + end) * exp(-end))


def by_step_kcal(flows: Sequence[Flow]) -> list[float]:
    """
    Sum flows up by the half-hours of a day, from midnight, shape (48,).

    What passes midnight goes on in the early hours, as if the day before had been alike.

    Args:
        flows: In any order; one without a length is all in the step that it starts in.

    Returns:
        Energy in kcal, one number a half-hour.

    Source: arithmetic of Deutz 2000, doi:10.1097/00005768-200003000-00017.

    >>> by_step_kcal([Flow(60.0, 15.0, 60.0)])[:4]
    [15.0, 30.0, 15.0, 0.0]
    """
    steps = [0.0] * STEPS
    for energy_kcal, start, minutes in flows:
        at = start
        end = start + minutes
        while at < end:
            place = int(at // STEP_MIN)
            until = min(end, STEP_MIN * (place + 1))
            steps[place % STEPS] += energy_kcal * (until - at) / minutes
            at = until
        if minutes <= 0.0:
            steps[int(start // STEP_MIN) % STEPS] += energy_kcal
    return steps


_DIGESTED = tuple(
    later - sooner for sooner, later in pairwise(digested_share(hours=k / 2.0) for k in range(13))
)
"""Share of a meal's cost of digestion in each half-hour from the one in which it is eaten."""

_LATER = tuple(
    tuple((place + later) % STEPS for later in range(len(_DIGESTED))) for place in range(STEPS)
)
"""Which half-hours these are, from each half-hour on; what passes midnight comes first."""


def _digestion_by_step_kcal(digestion_kcal: float, eaten: Sequence[float]) -> list[float]:
    """The cost of digestion after what is eaten; evenly where nothing is."""
    total = sum(eaten)
    if total <= 0.0:
        # Its cost is a part of the day's expenditure all the same, which the steps add up to.
        return [digestion_kcal / STEPS] * STEPS
    steps = [0.0] * STEPS
    for place, energy_kcal in enumerate(eaten):
        if energy_kcal > 0.0:
            cost = digestion_kcal * energy_kcal / total
            for later, share in zip(_LATER[place], _DIGESTED, strict=True):
                steps[later] += cost * share
    return steps


def spent_by_step_kcal(costs: Costs, eaten: Sequence[float]) -> list[float]:
    """
    What the day costs, by half-hours from midnight, shape (48,); its sum is the expenditure.

    Resting energy goes evenly round the clock, daily life over the waking hours, each session
    over its own minutes, digestion after what is eaten.

    Args:
        costs: What there is to spread.
        eaten: By half-hours, from midnight.

    Returns:
        Energy in kcal, one number a half-hour.

    Source: estimate, after Fahrenholtz 2018, doi:10.1111/sms.13030.

    >>> idle = Costs(1440.0, 0.0, 0.0, 420.0, 960.0, ())
    >>> spent_by_step_kcal(idle, [0.0] * 48)[:2]
    [30.0, 30.0]
    """
    # Rest goes on day and night alike, daily life only while awake.
    resting = costs.resting_kcal / STEPS
    awake = Flow(costs.daily_life_kcal, costs.wake_min, costs.awake_min)
    moving = by_step_kcal([awake, *costs.sessions])
    digesting = _digestion_by_step_kcal(costs.digestion_kcal, eaten)
    return [resting + one + other for one, other in zip(moving, digesting, strict=True)]


@explains(
    time_below_limit_h=(
        "eaten - spent since midnight, by half-hours, against the same day eaten well",
        SOURCES["within-day"],
    ),
)
def running_balance_kcal(eaten: Sequence[float], spent: Sequence[float]) -> list[float]:
    """
    Eaten less spent since midnight, at each edge of the half-hours, shape (49,); 0 at first.

    Args:
        eaten: By half-hours, from midnight.
        spent: The same.

    Returns:
        Energy in kcal, one number more than there are half-hours.

    Source: Deutz 2000, doi:10.1097/00005768-200003000-00017.

    >>> running_balance_kcal([0.0, 500.0], [30.0, 30.0])
    [0.0, -30.0, 440.0]
    """
    gaps = (come - go for come, go in zip(eaten, spent, strict=True))
    return list(accumulate(gaps, initial=0.0))


def behind_well_kcal(balance_kcal: Sequence[float], well_kcal: Sequence[float]) -> list[float]:
    """
    How far a running balance is from that of the same day eaten well, or from zero if that is less.

    Everybody falls behind overnight and on a run before breakfast: only what lies beyond counts.

    Args:
        balance_kcal: Every half-hour.
        well_kcal: The same for the day's energy spread evenly over the waking hours.

    Returns:
        Energy in kcal, shape as given.

    Source: estimate, after Fahrenholtz 2018, doi:10.1111/sms.13030.

    >>> behind_well_kcal([-400.0, 0.0], [-350.0, 250.0])
    [-50.0, 0.0]
    """
    return [balance - min(well, 0.0) for balance, well in zip(balance_kcal, well_kcal, strict=True)]


def time_below_h(balance_kcal: Sequence[float]) -> float:
    """
    Hours that a running balance spends below the limit, straight lines between its points.

    Args:
        balance_kcal: Every half-hour, from `behind_well_kcal`.

    Returns:
        Hours; at the limit is not below it.

    Source: Fahrenholtz 2018, doi:10.1111/sms.13030.

    >>> time_below_h([0.0, -300.0, -600.0, 0.0])
    0.75
    """
    hours = 0.0
    for one, following in pairwise(balance_kcal):
        low, high = (one, following) if one < following else (following, one)
        if high <= LIMIT_KCAL:
            hours += low < LIMIT_KCAL
        elif low < LIMIT_KCAL:
            hours += (LIMIT_KCAL - low) / (high - low)
    return hours * STEP_MIN / 60.0

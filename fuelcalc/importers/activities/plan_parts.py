"""A recorded run as parts of a plan: what was run alike is one, and what differs stands apart."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf, log
from typing import Final

from fuelcalc.models.found import FoundSegment, FoundSession
from fuelcalc.models.session_text.parts import MOST_PARTS
from fuelcalc.models.sessions import FASTEST_S_PER_KM, SLOWEST_S_PER_KM
from fuelcalc.science.running import MOST_GRADE

"""As many segments as a run of a plan has."""

# Estimates: parts whose paces are within a twentieth of each other, and which rise and fall alike
# to a metre in a hundred, cost the same energy to about a thousandth whether they are one or two.
_ALIKE_PACE: Final = 0.05
_ALIKE_M_PER_KM: Final = 10.0
# What a run's parts may come to beside what it was in all, before they are not believed.
_AGREE_SHARE: Final = 0.1
_LEAST_KM, _LEAST_MIN = 0.05, 0.25


def plan_parts(found: FoundSession) -> tuple[FoundSegment, ...]:
    """
    The parts that a run goes into a plan in, as long and as high in all as the run.

    Args:
        found: A run.

    Returns:
        At most `MOST_PARTS`, each unlike the next in pace or slope; none where the run is alike all
        over and goes down as far as up, was only planned, or its parts are not those of the whole.
    """
    if found.planned or not found.distance_km or not found.timer_min or not found.segments:
        return ()
    km = sum(part.distance_km for part in found.segments)
    minutes = sum(part.duration_min for part in found.segments)
    scales = [found.distance_km / km, found.timer_min / minutes] if km and minutes else [inf]
    if any(abs(scale - 1.0) > _AGREE_SHARE for scale in scales):
        return ()
    parts = _together([_scaled(part, *scales) for part in _with_climb(found)])
    is_told = len(parts) > 1 or (_is_run(parts[0]) and _is_one_way(parts[0]))
    return tuple(parts) if is_told else ()


def _is_one_way(part: FoundSegment) -> bool:
    """Whether it ends higher or lower than it began: a run's own climb comes down again."""
    fall_m = (part.climb_m or 0.0) - (part.descent_m or 0.0)
    return abs(fall_m) > _ALIKE_M_PER_KM * part.distance_km


def _with_climb(found: FoundSession) -> list[FoundSegment]:
    """The parts, which climb in all what the run does: a device's own climb goes before points."""
    climbs = [part.climb_m for part in found.segments]
    counted_m = sum(climb for climb in climbs if climb is not None)
    if found.climb_m is None or None in climbs or (found.climb_m > 0.0 and counted_m <= 0.0):
        return [replace(part, climb_m=None, descent_m=None) for part in found.segments]
    share = found.climb_m / counted_m if counted_m > 0.0 else 1.0
    return [
        replace(
            part, climb_m=share * (part.climb_m or 0.0), descent_m=share * (part.descent_m or 0.0)
        )
        for part in found.segments
    ]


def _scaled(part: FoundSegment, distance_share: float, duration_share: float) -> FoundSegment:
    return replace(
        part,
        distance_km=distance_share * part.distance_km,
        duration_min=duration_share * part.duration_min,
    )


def _together(parts: Sequence[FoundSegment]) -> list[FoundSegment]:
    """Parts with the most alike neighbours put together, until all differ and a plan holds them."""
    left = list(parts)
    while len(left) > 1:
        unlike, place = min((_unlike(*pair), place) for place, pair in enumerate(pairwise(left)))
        if unlike > 1.0 and len(left) <= MOST_PARTS:
            break
        left[place : place + 2] = [_joined(left[place], left[place + 1])]
    return left


def _joined(one: FoundSegment, other: FoundSegment) -> FoundSegment:
    return FoundSegment(
        one.distance_km + other.distance_km,
        one.duration_min + other.duration_min,
        None if one.climb_m is None else one.climb_m + (other.climb_m or 0.0),
        None if one.descent_m is None else one.descent_m + (other.descent_m or 0.0),
    )


def _unlike(one: FoundSegment, other: FoundSegment) -> float:
    """How far two neighbours differ, 1.0 the least that counts; what is no run stands not alone."""
    if not (_is_run(one) and _is_run(other)):
        return 0.0
    paces = [part.duration_min / part.distance_km for part in (one, other)]
    ups = [(part.climb_m or 0.0) / part.distance_km for part in (one, other)]
    downs = [(part.descent_m or 0.0) / part.distance_km for part in (one, other)]
    return max(
        abs(log(paces[0] / paces[1])) / _ALIKE_PACE,
        abs(ups[0] - ups[1]) / _ALIKE_M_PER_KM,
        abs(downs[0] - downs[1]) / _ALIKE_M_PER_KM,
    )


def _is_run(part: FoundSegment) -> bool:
    """Whether a part is long enough, and of a pace and a slope at which people run."""
    if part.distance_km < _LEAST_KM or part.duration_min < _LEAST_MIN:
        return False
    pace_s_per_km = 60.0 * part.duration_min / part.distance_km
    up_and_down_m = (part.climb_m or 0.0) + (part.descent_m or 0.0)
    is_gentle = up_and_down_m <= MOST_GRADE * 1000.0 * part.distance_km
    return is_gentle and FASTEST_S_PER_KM <= pace_s_per_km <= SLOWEST_S_PER_KM

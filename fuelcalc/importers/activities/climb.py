"""How far up a track goes, from its altitudes."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

SMALLEST_M: Final = 5.0
"""The least rise that counts by satellites: on 61 tracks it gave 0.97 times the device's climb."""

BAROMETER_SMALLEST_M: Final = 3.0
"""The least rise that counts by a barometer: 1.02 times the device's climb."""

_NO_ALTITUDE_M: Final = -499.0
_HIGHEST_M: Final = 9000.0


def climb_m(altitudes_m: Iterable[float], *, smallest_m: float = SMALLEST_M) -> float | None:
    """
    All that a track rises between its turning points.

    Up and down by less than *smallest_m* is the receiver's noise, and no turning point: the raw sum
    of all rises is nearly twice what a device says.

    Args:
        altitudes_m: Metres above the sea, in the order of the track; what is off the earth is
            passed over.
        smallest_m: The least rise or fall between two turning points.

    Returns:
        Metres up; None where there are not two altitudes.

    >>> climb_m([100.0, 104.0, 101.0, 130.0, 110.0, 118.0])
    38.0
    >>> climb_m([100.0]) is None
    True
    """
    points = _turning_points(altitudes_m, smallest_m)
    if points is None:
        return None
    return sum(max(after.altitude_m - before.altitude_m, 0.0) for before, after in pairwise(points))


def legs(altitudes_m: Sequence[float], *, smallest_m: float = SMALLEST_M) -> list[float] | None:
    """
    A track's altitudes without its noise: up, then down, with no turn between two turning points.

    What it rises in all is `climb_m` of it, and what any part rises is a part of that.

    Args:
        altitudes_m: As for `climb_m`; what is off the earth has the altitude before it.
        smallest_m: The least rise or fall between two turning points.

    Returns:
        As many altitudes; None where there are not two.

    >>> legs([100.0, 104.0, 101.0, 130.0, 110.0, 118.0])
    [100.0, 104.0, 104.0, 130.0, 110.0, 118.0]
    """
    points = _turning_points(altitudes_m, smallest_m)
    if points is None:
        return None
    smooth = [points[0].altitude_m] * points[0].place
    for before, after in pairwise(points):
        height, is_up = before.altitude_m, after.altitude_m >= before.altitude_m
        for altitude in altitudes_m[before.place : after.place]:
            if _is_altitude(altitude):
                height = max(height, altitude) if is_up else min(height, altitude)
            smooth.append(height)
    return smooth + [points[-1].altitude_m] * (len(altitudes_m) - len(smooth))


class _TurningPoint(NamedTuple):
    """A place in a track from which it goes the other way, or at which it begins or ends."""

    place: int
    altitude_m: float


def _is_altitude(altitude_m: float) -> bool:
    return _NO_ALTITUDE_M < altitude_m < _HIGHEST_M


def _turning_points(altitudes_m: Iterable[float], smallest_m: float) -> list[_TurningPoint] | None:
    """Where a track turns by the least that counts; None where there are not two altitudes."""
    found: list[_TurningPoint] = []
    first = low = high = None
    n = 0
    is_rising = False
    for place, altitude in enumerate(altitudes_m):
        if not _is_altitude(altitude):
            continue
        n += 1
        here = _TurningPoint(place, altitude)
        if low is None or high is None:
            first = low = high = here
        elif is_rising:
            high = here if altitude > high.altitude_m else high
            if high.altitude_m - altitude >= smallest_m:
                found.append(high)
                is_rising, low = False, here
        else:
            low = here if altitude < low.altitude_m else low
            if altitude - low.altitude_m >= smallest_m:
                found.append(low)
                is_rising, high = True, here
    if n < 2 or first is None or low is None or high is None:
        return None
    found.append(high if is_rising else low)
    return [first, *found] if first.altitude_m - found[0].altitude_m >= smallest_m else found

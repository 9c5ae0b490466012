"""A track of points: how far, how long and how high, from what a recorder wrote down."""

import datetime as dt
from math import asin, cos, radians, sin, sqrt
from typing import Final

from fuelcalc.errors import InputError
from fuelcalc.importers.activities.climb import climb_m
from fuelcalc.importers.activities.local_time import Point
from fuelcalc.importers.activities.source import MOST_RECORDS
from fuelcalc.importers.activities.trail import Trail

_EARTH_M: Final = 6_371_008.8
# A route with a few times on it is no recording: one that is has a time at nearly every point.
_TIMED_SHARE: Final = 0.5
# Estimates: between two places so long and so slow nobody went on, and the recorder was paused.
_PAUSE_S: Final = 60.0
_STANDSTILL_M_PER_S: Final = 0.3


def metres_between(first: Point, second: Point) -> float:
    """
    The way over the ground from one place to another.

    >>> round(metres_between(Point(0.0, 0.0), Point(0.0, 1.0)))
    111195
    """
    north = radians(second.latitude - first.latitude)
    east = radians(second.longitude - first.longitude)
    across = cos(radians(first.latitude)) * cos(radians(second.latitude))
    chord = sin(north / 2.0) ** 2 + across * sin(east / 2.0) ** 2
    return 2.0 * _EARTH_M * asin(min(sqrt(chord), 1.0))


class Track:
    """Points one by one, in stretches between which the recorder stood still."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.first: Point | None = None
        self.start: dt.datetime | None = None
        self.end: dt.datetime | None = None
        self.distance_m = 0.0
        self.moving_s = 0.0
        self.trail = Trail()
        self.n_points = 0
        self.n_timed = 0
        self._last: Point | None = None
        self._last_time: dt.datetime | None = None
        self._since_m: float | None = None

    def break_off(self) -> None:
        """Begin another stretch: what lies between the two is a pause."""
        self._last = self._last_time = self._since_m = None

    def add(
        self, point: Point | None, moment: dt.datetime | None, altitude_m: float | None
    ) -> None:
        """
        Add what was written down at a moment, as far as it was.

        Raises:
            InputError: There are more points than are read.
        """
        self.n_points += 1
        if self.n_points > MOST_RECORDS:
            problem = f"over {MOST_RECORDS:,} points"
            raise InputError(problem, remedy="the rest is not read")
        has_place = point is not None and point.is_place
        if point is not None and has_place:
            self._add_place(point)
        if moment is not None:
            self._add_time(moment, has_place=has_place)
            self._since_m = 0.0 if has_place else None
        self.trail.add(self.moving_s, self.distance_m, altitude_m)

    def _add_place(self, point: Point) -> None:
        self.first = self.first or point
        if self._last is not None:
            way_m = metres_between(self._last, point)
            self.distance_m += way_m
            if self._since_m is not None:
                self._since_m += way_m
        self._last = point

    def _add_time(self, moment: dt.datetime, *, has_place: bool) -> None:
        self.n_timed += 1
        self.start = moment if self.start is None else min(self.start, moment)
        self.end = moment if self.end is None else max(self.end, moment)
        if self._last_time is not None:
            gap_s = max((moment - self._last_time).total_seconds(), 0.0)
            if not (has_place and self._is_pause(gap_s)):
                self.moving_s += gap_s
        self._last_time = moment

    def _is_pause(self, gap_s: float) -> bool:
        """Whether a gap is a standstill; without a place at both ends nobody knows."""
        way_m = self._since_m
        return gap_s > _PAUSE_S and way_m is not None and way_m < _STANDSTILL_M_PER_S * gap_s

    def follows(self, other: "Track", *, within_s: float) -> bool:
        """Whether it goes on where another ended, a rest between."""
        if self.start is None or other.end is None:
            return False
        return 0.0 <= (self.start - other.end).total_seconds() <= within_s

    def append(self, other: "Track") -> None:
        """Go on with a track that follows."""
        self.end = other.end
        self.first = self.first or other.first
        self.distance_m += other.distance_m
        self.moving_s += other.moving_s
        self.trail.append(other.trail)
        self.n_points += other.n_points
        self.n_timed += other.n_timed

    @property
    def elapsed_s(self) -> float | None:
        """From the first time to the last."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).total_seconds()

    @property
    def is_recorded(self) -> bool:
        """Whether it was recorded on the way, not drawn as a route."""
        return self.n_timed > 1 and self.n_timed >= _TIMED_SHARE * self.n_points

    @property
    def climb_m(self) -> float | None:
        """How far up it goes."""
        return climb_m(self.trail.altitudes)

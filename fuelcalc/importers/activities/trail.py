"""A way as a recorder wrote it down, and the parts that it is told in: laps, else kilometres."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import isfinite, nan
from typing import Final

from fuelcalc.importers.activities.climb import SMALLEST_M, legs
from fuelcalc.models.found import FoundSegment

MOST_PARTS: Final = 400
# A recorder's own laps and its points are of one way where they are as long within a tenth.
_AGREE_SHARE: Final = 0.1


class Trail:
    """
    What was written down point by point: seconds of training, metres, and metres above the sea.

    A number that was not written down is the last one, and an altitude not-a-number.
    """

    def __init__(self) -> None:
        """Nothing yet."""
        self.seconds = array("d")
        self.metres = array("d")
        self.altitudes = array("d")

    def add(self, seconds: float, metres: float | None, altitude_m: float | None) -> None:
        """Go on by a point."""
        last_s = self.seconds[-1] if self.seconds else 0.0
        last_m = self.metres[-1] if self.metres else 0.0
        self.seconds.append(max(seconds, last_s) if isfinite(seconds) else last_s)
        is_known = metres is not None and isfinite(metres)
        self.metres.append(max(metres or 0.0, last_m) if is_known else last_m)
        self.altitudes.append(nan if altitude_m is None else altitude_m)

    def append(self, other: "Trail") -> None:
        """Go on by another trail, which begins where this one ends."""
        seconds, metres = (each[-1] if each else 0.0 for each in (self.seconds, self.metres))
        self.seconds.extend(seconds + each for each in other.seconds)
        self.metres.extend(metres + each for each in other.metres)
        self.altitudes.extend(other.altitudes)

    def parts(
        self, laps: Sequence[FoundSegment], *, smallest_m: float = SMALLEST_M
    ) -> tuple[FoundSegment, ...]:
        """
        The way in its laps, where it has several, else in its kilometres; how far each goes up.

        Args:
            laps: As the recorder has them.
            smallest_m: The least rise that counts.

        Returns:
            Parts in their order; the laps as they are where no points say more of them, and none
            where there are too many.
        """
        if len(laps) > MOST_PARTS:
            return ()
        whole_m = self.metres[-1] if self.metres else 0.0
        lapped_m = 1000.0 * sum(lap.distance_km for lap in laps)
        if len(laps) < 2:
            # The last is what is left: half a kilometre to one and a half.
            edges_m = [1000.0 * km for km in range(1, min(round(whole_m / 1000.0), MOST_PARTS))]
            return tuple(self._between([0.0, *edges_m, whole_m], smallest_m)) if edges_m else ()
        if abs(whole_m - lapped_m) > _AGREE_SHARE * lapped_m:
            return tuple(laps)
        scale = whole_m / lapped_m
        ends_m = accumulate(1000.0 * scale * lap.distance_km for lap in laps)
        cut = self._between([0.0, *ends_m], smallest_m)
        return tuple(
            FoundSegment(lap.distance_km, lap.duration_min, part.climb_m, part.descent_m)
            for lap, part in zip(laps, cut, strict=True)
        )

    def _between(self, edges_m: Sequence[float], smallest_m: float) -> Iterator[FoundSegment]:
        """What lies between each two places and the next."""
        heights = legs(self.altitudes, smallest_m=smallest_m)
        places = [self._place(edge) for edge in edges_m]
        for first, last in pairwise(places):
            km = (self.metres[last] - self.metres[first]) / 1000.0
            minutes = (self.seconds[last] - self.seconds[first]) / 60.0
            up = down = None
            if heights is not None:
                steps = [after - before for before, after in pairwise(heights[first : last + 1])]
                up = sum(step for step in steps if step > 0.0)
                down = -sum(step for step in steps if step < 0.0)
            yield FoundSegment(km, minutes, up, down)

    def _place(self, metres: float) -> int:
        """The point that lies nearest to so many metres."""
        behind = min(bisect_left(self.metres, metres), len(self.metres) - 1)
        before = max(behind - 1, 0)
        is_before = metres - self.metres[before] < self.metres[behind] - metres
        return before if is_before else behind

"""TCX: laps with their totals, and the points between."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from fuelcalc.errors import InputError
from fuelcalc.importers.activities.local_time import Point
from fuelcalc.importers.activities.moments import moment_from, number_from
from fuelcalc.importers.activities.recorded import Recorded
from fuelcalc.importers.activities.source import ActivityFile, FileFinding
from fuelcalc.importers.activities.track import Track
from fuelcalc.importers.activities.xml import Step, root_of, steps
from fuelcalc.models.found import FoundSegment

FORMAT: Final = "tcx"
# One point alone has no length.
_FEWEST: Final = 2
_OF_LAPS: Final = frozenset({"TotalTimeSeconds", "DistanceMeters", "Calories"})


def identify(head: bytes) -> bool:
    """
    Whether a file is TCX.

    >>> identify(b"  <?xml version='1.0'?><TrainingCenterDatabase>")
    True
    """
    return root_of(head) == "TrainingCenterDatabase"


@dataclass(slots=True)
class _Lap:
    """A lap: when it began, its totals, and how many points with a time stand in it."""

    began: dt.datetime | None
    totals: dict[str, float] = field(default_factory=dict)
    n_timed: int = 0

    @property
    def is_blind(self) -> bool:
        """Whether no points say how long it was: one alone has no length."""
        return self.n_timed < _FEWEST

    def span_s(self, start: dt.datetime) -> tuple[float, float]:
        """From when to when it was by its own words, in seconds from a start."""
        began_s = 0.0 if self.began is None else (self.began - start).total_seconds()
        return began_s, began_s + self.totals.get("TotalTimeSeconds", 0.0)


class _Activity:
    """One activity: what its laps add up to, and its track."""

    def __init__(self, sport: str | None) -> None:
        self.sport = sport
        self.source_id: str | None = None
        self.track = Track()
        self.laps: list[_Lap] = []
        self.values: dict[str, str] = {}

    def take(self, step: Step) -> None:
        """Go on by one step."""
        if step.name == "Lap" and not step.is_end:
            began = moment_from(step.attributes.get("StartTime"))
            self.laps.append(_Lap(None if began is None else began.utc))
            self.track.break_off()
        elif step.name == "Trackpoint":
            self._point(is_end=step.is_end)
        elif not step.is_end:
            return
        elif step.parent == "Lap" and step.name in _OF_LAPS and self.laps:
            value = number_from(step.text)
            if value is not None and value >= 0.0:
                self.laps[-1].totals[step.name] = value
        elif step.parent in {"Trackpoint", "Position"}:
            self.values[step.name] = step.text
        elif step.name == "Id" and step.parent == "Activity":
            self.source_id = step.text

    def _point(self, *, is_end: bool) -> None:
        """A point begins, or is whole."""
        if not is_end:
            self.values = {}
            return
        names = ("LatitudeDegrees", "LongitudeDegrees", "AltitudeMeters")
        latitude, longitude, altitude = (number_from(self.values.get(name)) for name in names)
        moment = moment_from(self.values.get("Time"))
        point = None
        if latitude is not None and longitude is not None:
            point = Point(latitude, longitude)
        if moment is not None and self.laps:
            self.laps[-1].n_timed += 1
        self.track.add(point, None if moment is None else moment.utc, altitude)

    def _sum(self, name: str) -> float | None:
        """What the laps say in all; None where none says anything."""
        known = [lap.totals[name] for lap in self.laps if name in lap.totals]
        return sum(known) if known else None

    def _elapsed_s(self, timer_s: float | None) -> float | None:
        """
        From the first point to the last, and over the laps that have no points.

        A clock that ends before its laps do is none.
        """
        track, blind = self.track, [lap for lap in self.laps if lap.is_blind]
        if track.start is None or track.elapsed_s is None or not blind:
            return track.elapsed_s
        spans = [(0.0, track.elapsed_s), *(lap.span_s(track.start) for lap in blind)]
        elapsed_s = max(ended for _, ended in spans) - min(began for began, _ in spans)
        return max(elapsed_s, timer_s or 0.0)

    def recorded(self) -> Recorded:
        """All of it; the laps' own totals go before what the points come to."""
        began = moment_from(self.source_id)
        track = self.track
        timer_s, distance_m = self._sum("TotalTimeSeconds"), self._sum("DistanceMeters")
        return Recorded(
            utc=track.start if began is None else began.utc,
            words=(self.sport,),
            point=track.first,
            timer_s=track.moving_s if timer_s is None else timer_s,
            elapsed_s=self._elapsed_s(timer_s) or timer_s,
            distance_m=track.distance_m if distance_m is None else distance_m,
            counted_climb_m=track.climb_m,
            trail=track.trail,
            kcal=self._sum("Calories"),
            source_id=self.source_id,
            segments=tuple(
                FoundSegment(lap["DistanceMeters"] / 1000.0, lap["TotalTimeSeconds"] / 60.0)
                for lap in (each.totals for each in self.laps)
                if lap.get("DistanceMeters") and lap.get("TotalTimeSeconds")
            ),
        )


def read(source: ActivityFile) -> Iterator[FileFinding]:
    """
    Each activity of a file, by the totals of its laps.

    Raises:
        InputError: The file is damaged from somewhere on.
    """
    activity: _Activity | None = None
    n = 0
    try:
        for step in steps(source.stream):
            if step.name == "Activity" and not step.is_end:
                activity = _Activity(step.attributes.get("Sport"))
                n += 1
            elif step.name == "Activity" and activity is not None:
                yield activity.recorded().session(source, FORMAT)
                activity = None
            elif activity is not None:
                activity.take(step)
    except InputError:
        if activity is not None:
            yield activity.recorded().session(source, FORMAT)
        raise
    if not n:
        yield source.refusal("", "no activity in it, only courses or workouts")

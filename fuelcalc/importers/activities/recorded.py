"""A session from what a recorder wrote: its own day, times that hold, and what the sport is."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Final

from fuelcalc.importers.activities.climb import SMALLEST_M
from fuelcalc.importers.activities.local_time import LocalTime, Point, is_datable, local_time
from fuelcalc.importers.activities.source import ActivityFile
from fuelcalc.importers.activities.sports import RUN, family_of, kind_of_sport, sport_of, surface_of
from fuelcalc.importers.activities.timing import timing
from fuelcalc.importers.activities.trail import Trail
from fuelcalc.models.found import FoundNote, FoundSegment, FoundSession, FoundSets, Refused

_LEAST_S: Final = 10.0
_LEAST_M: Final = 10.0


@dataclass(slots=True)
class Recorded:
    """
    What a recorder wrote of one session, in its own words; None where it wrote nothing.

    Attributes:
        utc: The moment of the start, written without a zone.
        local: The start on the athlete's clock, where that is all there is.
        words: The sport, the most telling word first.
        offset_s: What the recorder's clock was ahead of Greenwich.
        zone: A time zone that it names.
        point: Where it began; a run without one is on a treadmill, if places are known at all.
        has_time: Whether the start is more than a day.
        has_places: Whether the format would have them.
        climb_m: By the device itself.
        counted_climb_m: By its altitudes.
        segments: Its laps.
        trail: Its points, as far as they say how far it was.
        smallest_m: The least rise of them that counts.
        air_degc: The air's temperature; the wrist's is none.
    """

    utc: dt.datetime | None
    words: tuple[str | None, ...]
    local: dt.datetime | None = None
    offset_s: int | None = None
    zone: str | None = None
    point: Point | None = None
    has_time: bool = True
    has_places: bool = True
    timer_s: float | None = None
    elapsed_s: float | None = None
    distance_m: float | None = None
    climb_m: float | None = None
    counted_climb_m: float | None = None
    air_degc: float | None = None
    kcal: float | None = None
    rpe_score: float | None = None
    title: str | None = None
    source_id: str | None = None
    segments: tuple[FoundSegment, ...] = ()
    trail: Trail | None = None
    smallest_m: float = SMALLEST_M
    exercises: tuple[FoundSets, ...] = ()
    notes: list[FoundNote] = field(default_factory=list)

    def session(self, source: ActivityFile, fmt: str) -> FoundSession | Refused:
        """The session, or why it is none."""
        clock = self._clock(source)
        if clock is None:
            return source.refusal("", "a session without a date")
        if not is_datable(clock.local):
            return source.refusal("", f"a session in the year {clock.local.year}")
        where = f"{clock.local:%Y-%m-%d %H:%M}"
        spent = timing(self.timer_s, self.elapsed_s)
        distance_m = self.distance_m if self.distance_m and self.distance_m > 0.0 else None
        is_short = (spent.timer_s or 0.0) < _LEAST_S and (distance_m or 0.0) < _LEAST_M
        if is_short and not self.exercises:
            # Somebody pressed a button twice.
            return source.refusal(where, "nothing in it: under 10 s and 10 m")
        sport = sport_of(*self.words)
        surface = self._surface(sport)
        climb = None if surface == "treadmill" else self._climb()
        return FoundSession(
            origin=source.origin(fmt, self.source_id),
            sport=sport,
            kind=kind_of_sport(sport),
            date=clock.local.date(),
            clock=clock.local.time().replace(second=0, microsecond=0) if self.has_time else None,
            zone=clock.zone or None,
            utc=self.utc,
            timer_min=_minutes(spent.timer_s),
            elapsed_min=_minutes(spent.elapsed_s),
            distance_km=None if distance_m is None else distance_m / 1000.0,
            climb_m=climb,
            temperature_degc=self.air_degc,
            title=self.title,
            surface=surface,
            segments=self._parts() if sport == RUN else self.segments,
            exercises=self.exercises,
            device_kcal=self.kcal if self.kcal and self.kcal > 0.0 else None,
            rpe_score=self.rpe_score if 1.0 <= (self.rpe_score or 0.0) <= 10.0 else None,
            notes=(*clock.notes, *spent.notes, *self.notes),
        )

    def _parts(self) -> tuple[FoundSegment, ...]:
        """A run in its laps or its kilometres, up and down as its points have it."""
        if self.trail is None:
            return self.segments
        return self.trail.parts(self.segments, smallest_m=self.smallest_m)

    def _clock(self, source: ActivityFile) -> LocalTime | None:
        if self.local is not None:
            return LocalTime(self.local, self.zone or "")
        if self.utc is None:
            return None
        return local_time(
            self.utc,
            offset_s=self.offset_s,
            zone=self.zone,
            point=self.point,
            usual_zone=source.hints.zone,
        )

    def _surface(self, sport: str) -> str | None:
        """What a run was on; one without any place was on a treadmill."""
        if sport != RUN:
            return None
        said = surface_of(*self.words)
        if said is None and self.has_places and self.point is None:
            return "treadmill"
        return said

    def _climb(self) -> float | None:
        """The device's own climb, else the one counted: where it says none, or zero over hills."""
        counted = self.counted_climb_m
        is_told = self.climb_m is not None and (self.climb_m > 0.0 or (counted or 0.0) < _HILLY_M)
        if is_told or counted is None:
            return self.climb_m
        self.notes.append("climb-counted")
        return counted

    @property
    def is_ridden(self) -> bool:
        """Whether its thermometer hangs on a bicycle, in the air."""
        return family_of(sport_of(*self.words)) == "cycling"


# An estimate: more than a satellite's altitude wanders up in an hour on the flat.
_HILLY_M: Final = 50.0


def _minutes(seconds: float | None) -> float | None:
    return None if seconds is None else seconds / 60.0

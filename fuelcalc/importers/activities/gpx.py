"""GPX: tracks of points, and whatever their authors called the sport."""

from collections.abc import Iterator
from typing import Final

from fuelcalc.errors import InputError
from fuelcalc.importers.activities.local_time import Point
from fuelcalc.importers.activities.moments import moment_from, number_from
from fuelcalc.importers.activities.recorded import Recorded
from fuelcalc.importers.activities.source import ActivityFile, FileFinding
from fuelcalc.importers.activities.track import Track
from fuelcalc.importers.activities.xml import Step, root_of, steps

FORMAT: Final = "gpx"
# An estimate: who rests longer between two tracks has begun another session.
_LONGEST_REST_S: Final = 3600.0


def identify(head: bytes) -> bool:
    """
    Whether a file is GPX.

    >>> identify(b"<gpx>"), identify(b"<kml>")
    (True, False)
    """
    return root_of(head) == "gpx"


class _Tracks:
    """The tracks of a file, one point after the other; those that go on are one."""

    def __init__(self, source: ActivityFile) -> None:
        self.source = source
        self.track = Track()
        self.words: dict[str, str] = {}
        self.values: dict[str, str] = {}
        self.n_without_place = 0
        self.n_tracks = 0
        self.routes_m: list[float] = []
        self.whole: list[tuple[Track, dict[str, str]]] = []

    def take(self, step: Step) -> None:
        """Go on by one step."""
        if step.parent == "trkpt" and step.is_end:
            self.values[step.name] = step.text
        elif step.name == "trkpt":
            self._point(step)
        elif step.name == "trkseg":
            self.track.break_off()
        elif step.name in {"name", "type"} and step.parent == "trk" and step.is_end:
            self.words[step.name] = step.text
        elif step.name == "trk" and step.is_end:
            self.end_track()

    def _point(self, step: Step) -> None:
        """A point begins, or is whole."""
        if not step.is_end:
            self.values = {}
            return
        latitude, longitude = (number_from(step.attributes.get(key)) for key in ("lat", "lon"))
        moment = moment_from(self.values.get("time"))
        point = None
        if latitude is None or longitude is None:
            self.n_without_place += 1
        else:
            point = Point(latitude, longitude)
        altitude = number_from(self.values.get("ele"))
        self.track.add(point, None if moment is None else moment.utc, altitude)

    def end_track(self) -> None:
        """Keep a track that is whole: behind the one that it goes on, or by itself."""
        track, words = self.track, self.words
        self.track, self.words = Track(), {}
        self.n_tracks += 1
        if not track.n_points:
            return
        if not track.is_recorded:
            self.routes_m.append(track.distance_m)
            return
        last = self.whole[-1] if self.whole else None
        is_more = last is not None and last[1].get("type") == words.get("type")
        if last is not None and is_more and track.follows(last[0], within_s=_LONGEST_REST_S):
            last[0].append(track)
        else:
            self.whole.append((track, words))

    def sessions(self) -> Iterator[FileFinding]:
        """What the tracks come to, and what of the file is none."""
        for track, words in self.whole:
            yield Recorded(
                utc=track.start,
                words=(words.get("type"),),
                point=track.first,
                timer_s=track.moving_s,
                elapsed_s=track.elapsed_s,
                distance_m=track.distance_m,
                counted_climb_m=track.climb_m,
                trail=track.trail,
                title=words.get("name"),
            ).session(self.source, FORMAT)
        if self.routes_m:
            why = f"a route of {sum(self.routes_m) / 1000.0:.1f} km, not recorded on the way"
            yield self.source.refusal("", why)
        if self.n_without_place:
            yield self.source.refusal("", f"points without a place: {self.n_without_place}")
        if not self.n_tracks:
            yield self.source.refusal("", "no track in it, only routes or places")


def read(source: ActivityFile) -> Iterator[FileFinding]:
    """
    Each recorded track of a file; distance is measured within its stretches.

    Raises:
        InputError: The file is damaged from somewhere on.
    """
    tracks = _Tracks(source)
    try:
        for step in steps(source.stream):
            tracks.take(step)
    except InputError:
        tracks.end_track()
        yield from tracks.sessions()
        raise
    yield from tracks.sessions()

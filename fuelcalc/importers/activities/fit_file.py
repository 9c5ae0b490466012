"""The messages of a FIT file that sessions are made of."""

from array import array
from collections.abc import Iterable, Sequence
from math import isfinite, nan
from typing import Any, Final

from fuelcalc.importers.activities.trail import Trail

_KEPT: Final = frozenset({"session", "lap", "set", "activity"})
DEGREES: Final = 180.0 / 2**31
_WANTED: Final = frozenset(
    {
        "timestamp", "enhanced_altitude", "altitude", "distance", "position_lat", "position_long",
        "temperature",
    }
)  # fmt: skip


class FitRecords:
    """What was written down every few seconds: one number a record in each list."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.seconds = array("d")
        self.altitudes_m = array("d")
        self.distances_m = array("d")
        self.latitudes = array("d")
        self.longitudes = array("d")

    def add(self, values: dict[str, float]) -> None:
        """Add a record that has a time."""
        altitude = values.get("enhanced_altitude", values.get("altitude", nan))
        self.seconds.append(values["timestamp"])
        self.altitudes_m.append(altitude)
        self.distances_m.append(values.get("distance", nan))
        self.latitudes.append(values.get("position_lat", nan) * DEGREES)
        self.longitudes.append(values.get("position_long", nan) * DEGREES)

    def between(self, first: float, last: float) -> list[int]:
        """The places of the records from one time to another."""
        return [place for place, second in enumerate(self.seconds) if first <= second < last]

    def known(self, values: "array[float]", places: Iterable[int]) -> list[float]:
        """The numbers of some records, of those that have one."""
        return [values[place] for place in places if values[place] == values[place]]


class FitFile:
    """All messages that matter, by what they are; fields as the file has them, in SI units."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.about: dict[str, Any] = {}
        self.sessions: list[dict[str, Any]] = []
        self.laps: list[dict[str, Any]] = []
        self.sets: list[dict[str, Any]] = []
        self.activity: dict[str, Any] = {}
        self.stops: list[tuple[float, bool]] = []
        self.records = FitRecords()
        self.masses: list[tuple[Any, float, Any]] = []
        self.has_barometer = False
        self.n_steps = 0

    def take(self, message: Any) -> None:
        """Keep a message, if it is one of these."""
        name = message.name
        if name == "record":
            values = {
                field.name: float(field.value)
                for field in message.fields
                if field.name in _WANTED and is_number(field.value)
            }
            if "timestamp" in values:
                self.records.add(values)
        elif name in _KEPT:
            self._keep(name, fields_of(message))
        else:
            self._note(name, message)

    def trail(self, places: Sequence[int]) -> Trail:
        """The way of some records, by the clock without its stops and the recorder's distance."""
        trail, records = Trail(), self.records
        stops = sorted(self.stops)
        n, paused_s = 0, 0.0
        stopped_at: float | None = None
        distances = records.known(records.distances_m, places)
        start_m = distances[0] if distances else 0.0
        for place in places:
            seconds = records.seconds[place]
            while n < len(stops) and stops[n][0] <= seconds:
                at, is_start = stops[n]
                n += 1
                if is_start and stopped_at is not None:
                    paused_s += at - stopped_at
                    stopped_at = None
                elif not is_start and stopped_at is None:
                    stopped_at = at
            now = seconds if stopped_at is None else stopped_at
            metres = records.distances_m[place] - start_m
            trail.add(
                now - records.seconds[places[0]] - paused_s, metres, records.altitudes_m[place]
            )
        return trail

    def _keep(self, name: str, values: dict[str, Any]) -> None:
        """Keep one of a few messages whole."""
        if name == "activity":
            self.activity = self.activity or values
        else:
            {"session": self.sessions, "lap": self.laps, "set": self.sets}[name].append(values)

    def _note(self, name: str, message: Any) -> None:
        """What other messages say of the file."""
        if name == "workout_step":
            self.n_steps += 1
        elif name == "file_id" and not self.about:
            self.about = fields_of(message)
        elif name == "event":
            values = fields_of(message)
            if values.get("event") == "timer" and is_number(values.get("timestamp")):
                self.stops.append((values["timestamp"], values.get("event_type") == "start"))
        elif name == "device_info":
            self.has_barometer |= "barometer" in [field.value for field in message.fields]
        elif name == "weight_scale":
            values = fields_of(message)
            if is_number(values.get("weight")):
                person = values.get("user_profile_index")
                self.masses.append((values.get("timestamp"), float(values["weight"]), person))


def fields_of(message: Any) -> dict[str, Any]:
    """The fields of a message that have a value, by name; of two alike the first."""
    found: dict[str, Any] = {}
    for field in message.fields:
        if field.value is not None and isinstance(field.name, str):
            found.setdefault(field.name, field.value)
    return found


def is_number(value: Any) -> bool:
    """Whether a value of a file is a number at all."""
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def number_of(values: dict[str, Any], *names: str) -> float | None:
    """The first of some fields that is a number."""
    found = (values[name] for name in names if is_number(values.get(name)))
    return next((float(value) for value in found), None)

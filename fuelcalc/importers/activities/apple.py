"""Apple Health's export: workouts and body masses out of one very large file."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

from fuelcalc.errors import InputError
from fuelcalc.importers.activities.local_time import Point, local_time
from fuelcalc.importers.activities.moments import Moment, moment_from, number_from
from fuelcalc.importers.activities.recorded import Recorded
from fuelcalc.importers.activities.source import ActivityFile, FileFinding
from fuelcalc.importers.activities.xml import Step, root_of, steps
from fuelcalc.models.found import LogReading
from fuelcalc.units.conversion import scaled

FORMAT: Final = "apple"
_METRES: Final = {unit: scaled(1.0, unit, "m") for unit in ("km", "mi", "m", "cm", "ft", "yd")}
_KG: Final = {unit: scaled(1.0, unit, "kg") for unit in ("kg", "lb", "st", "g")}
_KCAL: Final = {"kcal": 1.0, "Cal": 1.0, "kJ": scaled(1.0, "kJ", "kcal")}
_SECONDS: Final = {"min": 60.0, "s": 1.0, "sec": 1.0, "hr": 3600.0}
_TYPE: Final = "HKWorkoutActivityType"
_MASS: Final = "HKQuantityTypeIdentifierBodyMass"
_EATEN: Final = "HKQuantityTypeIdentifierDietaryEnergyConsumed"
_ACTIVE: Final = "HKQuantityTypeIdentifierActiveEnergyBurned"


def identify(head: bytes) -> bool:
    """
    Whether a file is Apple's export.

    >>> identify(b"<?xml version='1.0'?><!DOCTYPE HealthData [ <!ELEMENT a>")
    True
    """
    return root_of(head) == "HealthData" or b"<!DOCTYPE HealthData" in head


def measured(value: str | None, unit: str | None, units: Mapping[str, float]) -> float | None:
    """
    A number in its unit; None without either.

    >>> measured("1234", "cm", {"cm": 0.01})
    12.34
    """
    number, each = number_from(value), units.get((unit or "").strip())
    return None if number is None or each is None else number * each


def degc(text: str | None) -> float | None:
    """
    A temperature as Apple writes it.

    >>> degc("50 degF"), degc("21 degC"), degc("warm")
    (10.0, 21.0, None)
    """
    value, _, unit = (text or "").partition(" ")
    number = number_from(value)
    if number is None or unit not in {"degF", "degC"}:
        return None
    return (number - 32.0) / 1.8 if unit == "degF" else number


class _Workout:
    """One workout: its own attributes, and what stands within it."""

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.attributes = dict(attributes)
        self.metadata: dict[str, str] = {}
        self.distance_m: float | None = None
        self.kcal: float | None = None
        self.point: Point | None = None

    def take(self, step: Step) -> None:
        """What a step within it says; statistics, which are newer, go before attributes."""
        said = step.attributes
        if step.name == "MetadataEntry" and step.parent == "Workout":
            self.metadata.setdefault(said.get("key", ""), said.get("value", ""))
        elif step.name == "WorkoutStatistics" and "Distance" in said.get("type", ""):
            self.distance_m = measured(said.get("sum"), said.get("unit"), _METRES)
        elif step.name == "WorkoutStatistics" and said.get("type") == _ACTIVE:
            self.kcal = measured(said.get("sum"), said.get("unit"), _KCAL)
        elif step.name == "Location" and self.point is None:
            latitude, longitude = (number_from(said.get(key)) for key in ("latitude", "longitude"))
            if latitude is not None and longitude is not None:
                self.point = Point(latitude, longitude)

    def recorded(self) -> Recorded | None:
        """The workout as a session, on the clock of its own zone; None without a start."""
        said, metadata = self.attributes, self.metadata
        start, end = (moment_from(said.get(key)) for key in ("startDate", "endDate"))
        if start is None:
            return None
        elapsed_s = None if end is None else (end.utc - start.utc).total_seconds()
        timer_s = measured(said.get("duration"), said.get("durationUnit", "min"), _SECONDS)
        climbed, _, unit = metadata.get("HKElevationAscended", "").partition(" ")
        is_indoor = metadata.get("HKIndoorWorkout") == "1"
        distance_m = measured(said.get("totalDistance"), said.get("totalDistanceUnit"), _METRES)
        kcal = measured(said.get("totalEnergyBurned"), said.get("totalEnergyBurnedUnit"), _KCAL)
        words = _words(said.get("workoutActivityType", ""))
        return Recorded(
            utc=start.utc,
            words=("treadmill running", words) if is_indoor and words == "running" else (words,),
            zone=metadata.get("HKTimeZone"),
            point=self.point,
            has_places=False,
            timer_s=elapsed_s if timer_s is None else timer_s,
            elapsed_s=elapsed_s,
            distance_m=distance_m if self.distance_m is None else self.distance_m,
            climb_m=measured(climbed, unit, _METRES),
            air_degc=None if is_indoor else degc(metadata.get("HKWeatherTemperature")),
            kcal=kcal if self.kcal is None else self.kcal,
            source_id=said.get("startDate"),
        )


def _words(kind: str) -> str:
    """
    A sport as words: capitals begin one.

    >>> _words("HKWorkoutActivityTypeTraditionalStrengthTraining")
    'traditional strength training'
    """
    name = kind.removeprefix(_TYPE)
    return "".join(f" {char.lower()}" if char.isupper() else char for char in name).strip()


def read(source: ActivityFile) -> Iterator[FileFinding]:
    """
    Workouts, body masses and energies eaten, one by one.

    Raises:
        InputError: The file is damaged from somewhere on.
    """
    source.lift_limit()
    workout: _Workout | None = None
    try:
        for step in steps(source.stream):
            if step.name == "Record" and step.parent == "HealthData" and not step.is_end:
                yield from _reading(source, step.attributes)
            elif step.name == "Workout" and not step.is_end:
                workout = _Workout(step.attributes)
            elif step.name == "Workout" and workout is not None:
                yield from _session(source, workout)
                workout = None
            elif workout is not None and not step.is_end:
                workout.take(step)
    except InputError:
        if workout is not None:
            yield from _session(source, workout)
        raise


def _session(source: ActivityFile, workout: _Workout) -> Iterator[FileFinding]:
    recorded = workout.recorded()
    if recorded is None:
        yield source.refusal("", "a workout without a start")
    else:
        yield recorded.session(source, FORMAT)


def _reading(source: ActivityFile, said: Mapping[str, str]) -> Iterator[LogReading]:
    """A body mass, or an energy eaten; every other record is passed over."""
    kind = said.get("type")
    if kind not in {_MASS, _EATEN}:
        return
    moment = moment_from(said.get("startDate"))
    if moment is None:
        return
    local = _local(source, moment)
    mass_kg = measured(said.get("value"), said.get("unit"), _KG) if kind == _MASS else None
    kcal = measured(said.get("value"), said.get("unit"), _KCAL) if kind == _EATEN else None
    if mass_kg is not None or kcal is not None:
        yield LogReading(source.origin(FORMAT), local.date(), local.time(), mass_kg, kcal)


def _local(source: ActivityFile, moment: Moment) -> dt.datetime:
    """
    The athlete's clock at a moment.

    Apple writes every date by the offset of the day on which the file was made, half a year's
    summer time included: only the moment is kept, never that offset.
    """
    zone = source.hints.zone
    return moment.written if zone is None else local_time(moment.utc, usual_zone=zone).local

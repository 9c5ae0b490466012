"""What was trained: runs, lifts, and anything else."""

import re
from collections.abc import Mapping
from math import inf
from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from fuelcalc.errors import InputError, Span
from fuelcalc.models.activities import activity_named
from fuelcalc.models.marks import FromText, In
from fuelcalc.models.statement import Statement
from fuelcalc.models.text import Text, TimeOfDay
from fuelcalc.units import parse_amount

SessionKind = Literal["run", "lift", "other"]
SessionList = Literal["runs", "lifts", "other"]
LISTS: Final[Mapping[str, SessionList]] = {"run": "runs", "lift": "lifts", "other": "other"}
"""The field of a day, and key of a plan file, that holds sessions of each kind."""
Effort = Literal["recovery", "easy", "steady", "tempo", "intervals", "long", "race"]
Surface = Literal["road", "track", "treadmill", "trail", "technical-trail", "sand"]
Style = Literal[
    "heavy", "hypertrophy", "endurance", "circuit", "hiit", "plyometric", "bodyweight", "bands"
]
Focus = Literal["lower", "upper", "full", "core"]

LONGEST_KM, _LONGEST_MIN = 300.0, 2160.0
HEAVIEST_KG = 600
FASTEST_S_PER_KM, SLOWEST_S_PER_KM = 150.0, 900.0
Distance = Annotated[float | None, In("km"), Field(ge=0.01, le=LONGEST_KM)]
Pace = Annotated[float | None, In("s_per_km"), Field(ge=FASTEST_S_PER_KM, le=SLOWEST_S_PER_KM)]
Duration = Annotated[float | None, In("min"), Field(ge=0.05, le=_LONGEST_MIN)]
RacePace = Annotated[float | None, In("km"), Field(ge=0.8, le=250)]
AGREE_SHARE = 0.02
# Plans write 4 to 12 strides of 80 to 150 m or 20 to 30 s behind an easy run.
_LONGEST_STRIDE_KM, _LONGEST_STRIDE_MIN, _MOST_STRIDES = 0.15, 0.5, 12


def _check_race_pace(race_km: float | None, *others: float | None) -> None:
    """Hold that the pace of a race is the only thing that says how fast."""
    if race_km is None:
        return
    distance_km, pace, duration = others
    if pace is not None or None not in {distance_km, duration}:
        problem = "the pace of a race and another pace say the same thing twice"
        raise InputError(
            problem, argument="pace_of_race", value=race_km, quote="", remedy="keep one"
        )
    if distance_km is None and duration is None:
        remedy = "give a distance or a duration too"
        raise InputError("the pace of a race alone says nothing", remedy=remedy)


def _check_three(distance_km: float | None, pace: float | None, duration: float | None) -> None:
    """Hold that distance, pace and duration agree, and that any two give a run."""
    if distance_km is None and duration is None:
        if pace is not None:
            raise InputError("pace alone says nothing", remedy="give a distance or a duration too")
        remedy = 'write distance = "10 km" or duration = "50 min"'
        raise InputError("a distance or a duration is missing", remedy=remedy)
    if distance_km is not None and duration is not None:
        _check_pace(distance_km, pace, duration)
    elif pace is not None:
        _check_length(distance_km, pace, duration)


def _check_pace(distance_km: float, pace: float | None, duration: float) -> None:
    """Hold that a distance in a time is at a running pace, and at the one given."""
    implied = duration * 60.0 / distance_km
    said = f"{distance_km:g} km in {duration:g} min is {pace_text(implied)} /km"
    if pace is not None and abs(implied / pace - 1.0) > AGREE_SHARE:
        problem = f"{said}, but the pace says {pace_text(pace)} /km"
        raise InputError(problem, remedy="leave one of the three out")
    if not FASTEST_S_PER_KM <= implied <= SLOWEST_S_PER_KM:
        limits = Span(FASTEST_S_PER_KM, SLOWEST_S_PER_KM, "s_per_km")
        remedy = "check distance and duration"
        raise InputError(f"{said}, outside 2:30 to 15:00 /km", allowed=limits, remedy=remedy)


def _check_length(distance_km: float | None, pace: float, duration: float | None) -> None:
    """Hold that what the pace makes of a distance or a duration is a run too."""
    if distance_km is not None and distance_km * pace / 60.0 > _LONGEST_MIN:
        raise InputError(
            f"{distance_km:g} km at {pace_text(pace)} /km takes {distance_km * pace / 3600:.3g} h, "
            "over 36 h",
            allowed=Span(None, _LONGEST_MIN, "min"),
            remedy="check distance and pace",
        )
    if duration is not None and duration * 60.0 / pace > LONGEST_KM:
        raise InputError(
            f"{duration:g} min at {pace_text(pace)} /km is {duration * 60 / pace:.3g} km, "
            "over 300 km",
            allowed=Span(None, LONGEST_KM, "km"),
            remedy="check duration and pace",
        )


def pace_text(seconds: float) -> str:
    """A pace as people write it, such as 5:40."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


_SHORTEST_RECOVERY_KM = 0.1
_KINDS = {
    **dict.fromkeys(("jog", "jogging", "jogged", "easy"), "jog"),
    **dict.fromkeys(("walk", "walking"), "walk"),
    **dict.fromkeys(("stand", "standing", "rest", "still"), "stand"),
}


def _recovery_from_text(text: str) -> dict[str, str]:
    """Read "2 min jog", "400 m walk", "90 s stand" or "2 min jog @ 7:00 /km"."""
    amount, at, pace = text.casefold().partition("@")
    words = amount.split()
    tree = {"kind": next((_KINDS[word] for word in words if word in _KINDS), "jog")}
    kept = " ".join(word for word in words if word not in _KINDS)
    if at:
        tree["pace"] = pace.strip()
    try:
        parse_amount(kept, "min", name="duration")
    except InputError:
        km = parse_amount(kept, "km", name="distance")
        if kept.endswith("m") and not kept.endswith("km") and km < _SHORTEST_RECOVERY_KM:
            # "2m" is minutes as likely as metres.
            raise
        return {**tree, "distance": kept}
    return {**tree, "duration": kept}


_TWO_PARTS = re.compile(r"\s*([0-9]{1,2}):([0-5][0-9])\s*")
# Past ten hours a session of two parts is in minutes and seconds; nobody trains for under ten.
_MOST_HOURS = 10


class TimedRecord(Statement):
    """
    What has a duration of its own: "1:30" is an hour and a half, unless a distance says else.

    With a distance the reading that gives a running pace is the one that was meant.
    """

    _paces_s: ClassVar[tuple[float, float]] = (FASTEST_S_PER_KM, inf)

    @classmethod
    def as_meant(cls, tree: Mapping[Any, Any]) -> Mapping[Any, Any]:
        """A table whose duration of two parts says that it is in hours, where it is."""
        duration = tree.get("duration")
        clock = _TWO_PARTS.fullmatch(duration) if isinstance(duration, str) else None
        if clock is not None and cls._in_hours(int(clock[1]), int(clock[2]), tree):
            return {**tree, "duration": f"{clock[1]}:{clock[2]} h"}
        return tree

    @classmethod
    def _in_hours(cls, first: int, second: int, tree: Mapping[Any, Any]) -> bool:
        """Whether two numbers with a colon are hours and minutes."""
        distance = tree.get("distance", tree.get("distance_km"))
        if distance is None:
            return first < _MOST_HOURS
        try:
            km = parse_amount(distance, "km", name="distance")
        except InputError:
            km = distance if isinstance(distance, int | float) else 0.0
        # 10 km in 1:05 cannot be seconds, nor 800 m in 2:40 hours.
        fastest_s, slowest_s = cls._paces_s
        seconds = 60 * first + second
        return seconds < fastest_s * km and 60 * seconds <= slowest_s * km


class Recovery(Statement):
    """
    What comes after each repeat; a jog unless it says walk or stand.

    >>> Recovery.of(duration="2 min").kind
    'jog'
    """

    kind: Literal["jog", "walk", "stand"] = "jog"
    distance_km: Distance = None
    duration_min: Duration = None
    pace_s_per_km: Pace = None

    @model_validator(mode="after")
    def _enough(self) -> Self:
        if (self.distance_km is None) == (self.duration_min is None):
            raise InputError("give a duration or a distance, such as 2 min jog")
        if self.kind == "stand" and self.duration_min is None:
            raise InputError("standing takes a duration, such as 90 s stand")
        return self


class Segment(Statement):
    """
    One part of a run, perhaps repeated, each repeat with its recovery.

    >>> Segment.of(distance="1 km", duration="6 min", climb="40 m", descent="5 m").climb_m
    40.0
    """

    repeat: Annotated[int, Field(ge=1, le=100)] = 1
    distance_km: Distance = None
    pace_s_per_km: Pace = None
    duration_min: Duration = None
    pace_of_race_km: RacePace = None
    effort: Effort | None = None
    climb_m: Annotated[float | None, In("m"), Field(ge=0, le=20_000)] = None
    descent_m: Annotated[float | None, In("m"), Field(ge=0, le=20_000)] = None
    recovery: Annotated[Recovery | None, FromText(_recovery_from_text, "2 min jog")] = None

    @property
    def is_graded(self) -> bool:
        """Whether it says itself how far it goes up or down."""
        return self.climb_m is not None or self.descent_m is not None

    @property
    def is_strides(self) -> bool:
        """Whether it is a few short accelerations, which make no intervals of an easy run."""
        distance_km, duration_min = self.distance_km, self.duration_min
        short = (
            distance_km <= _LONGEST_STRIDE_KM
            if distance_km is not None
            else duration_min is not None and duration_min <= _LONGEST_STRIDE_MIN
        )
        return short and self.recovery is None and self.repeat <= _MOST_STRIDES

    @model_validator(mode="after")
    def _enough(self) -> Self:
        three = (self.distance_km, self.pace_s_per_km, self.duration_min)
        _check_race_pace(self.pace_of_race_km, *three)
        _check_three(*three)
        return self


class Run(TimedRecord):
    """
    A run: any two of distance, pace and duration, or segments one by one.

    >>> Run.of(distance="10 km", pace="5:40 /km", start="06:30").pace_s_per_km
    340.0
    """

    start: TimeOfDay | None = None
    distance_km: Distance = None
    pace_s_per_km: Pace = None
    duration_min: Duration = None
    pace_of_race_km: RacePace = None
    effort: Effort = "easy"
    climb_m: Annotated[float | None, In("m"), Field(ge=0, le=20_000)] = None
    grade_share: Annotated[float | None, In("share"), Field(ge=-0.45, le=0.45)] = None
    surface: Surface = "road"
    temperature_degc: Annotated[float | None, In("degc"), Field(ge=-40, le=50)] = None
    wind_m_per_s: Annotated[float | None, In("m_per_s"), Field(ge=-10, le=20)] = None
    pack_kg: Annotated[float | None, In("kg"), Field(ge=0, le=40)] = None
    segments: Annotated[tuple[Segment, ...], Field(max_length=40)] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        three = (self.distance_km, self.pace_s_per_km, self.duration_min)
        if self.segments and any(part is not None for part in (*three, self.pace_of_race_km)):
            problem = "segments say distance, pace and duration"
            raise InputError(problem, remedy="leave the run's own out")
        if not self.segments:
            _check_race_pace(self.pace_of_race_km, *three)
            _check_three(*three)
        self._check_total()
        if self.climb_m is not None and self.grade_share is not None:
            raise InputError("climb and grade say the same thing twice", remedy="keep one")
        if any(part.is_graded for part in self.segments) and (
            self.climb_m is not None or self.grade_share is not None
        ):
            problem = "the run and its segments both say how far it climbs"
            raise InputError(problem, remedy="keep the segments' own, or the run's")
        if self.surface == "treadmill" and self.wind_m_per_s is not None:
            raise InputError("a treadmill has no wind", remedy="leave it out")
        return self

    @property
    def efforts(self) -> frozenset[Effort]:
        """
        What was said of it as a whole and of its segments; what is easy gives way to the rest.

        >>> sorted(Run.of(segments=[{"distance": "4 mi", "effort": "long"}]).efforts)
        ['long']
        """
        said = {part.effort for part in self.segments if part.effort and not part.is_strides}
        hard = frozenset({self.effort, *said} - {"easy", "recovery"})
        return hard or frozenset({self.effort} if self.effort != "easy" or not said else said)

    @property
    def totals(self) -> tuple[float | None, float | None]:
        """
        How far and how long it is in all, in km and minutes; None where not every part says.

        >>> Run.of(segments=[{"distance": "2 km"}, {"distance": "1 km", "repeat": 3}]).totals
        (5.0, None)
        """
        if not self.segments:
            return self.distance_km, self.duration_min
        km, minutes = 0.0, 0.0
        known = [True, all(part.recovery is None for part in self.segments)]
        for part in self.segments:
            km += part.repeat * (part.distance_km or 0.0)
            minutes += part.repeat * (part.duration_min or 0.0)
            known[0] &= part.distance_km is not None and part.recovery is None
            known[1] &= part.duration_min is not None
        return km if known[0] else None, minutes if known[1] else None

    def _check_total(self) -> None:
        """Hold that all segments together are no longer than a run may be, as far as they say."""
        km = sum(part.repeat * (part.distance_km or 0.0) for part in self.segments)
        minutes = sum(part.repeat * (part.duration_min or 0.0) for part in self.segments)
        if km > LONGEST_KM:
            problem = f"the segments are {km:.4g} km, over {LONGEST_KM:.0f} km"
            limits = Span(None, LONGEST_KM, "km")
            raise InputError(problem, allowed=limits, remedy="check the distances")
        if minutes > _LONGEST_MIN:
            problem = f"the segments take {minutes / 60.0:.4g} h, over {_LONGEST_MIN / 60.0:.0f} h"
            limits = Span(None, _LONGEST_MIN, "min")
            raise InputError(problem, allowed=limits, remedy="check the durations")


class Exercise(Statement):
    """
    Sets of one exercise: repetitions, seconds, or as many as go; no load is body weight.

    >>> Exercise.of(name="plank", sets=4, duration="30 s").duration_s
    30.0
    """

    name: Text = "exercise"
    sets: Annotated[int, Field(ge=1, le=50)]
    reps: Annotated[int | None, Field(ge=1, le=200)] = None
    duration_s: Annotated[float | None, In("s"), Field(ge=1, le=600)] = None
    amrap: bool = False
    load_kg: Annotated[float | None, In("kg"), Field(ge=0, le=HEAVIEST_KG)] = None
    added_load_kg: Annotated[float | None, In("kg"), Field(ge=0, le=200)] = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.reps is not None) + (self.duration_s is not None) + self.amrap != 1:
            problem = 'give one of reps = 8, duration = "30 s" or amrap = true'
            raise InputError(problem)
        if self.load_kg is not None and self.added_load_kg is not None:
            raise InputError("load and added_load say the same thing twice", remedy="keep one")
        return self


class Lift(TimedRecord):
    """
    A lift: a duration, or its exercises, or both.

    >>> Lift.of(duration="60 min", style="heavy", focus="lower").duration_min
    60.0
    """

    start: TimeOfDay | None = None
    duration_min: Annotated[float | None, In("min"), Field(ge=1, le=480)] = None
    style: Style | None = None
    focus: Focus = "full"
    compendium: Text | None = None
    exercises: Annotated[tuple[Exercise, ...], Field(max_length=60)] = ()

    @model_validator(mode="after")
    def _enough(self) -> Self:
        if self.duration_min is None and not self.exercises:
            raise InputError('a lift needs a duration such as "60 min", or its exercises')
        return self


class Other(TimedRecord):
    """
    Anything else: a named activity, a MET, or the energy that a device counted in all.

    >>> Other.of(duration="40 min", met=6.8).met
    6.8
    """

    start: TimeOfDay | None = None
    duration_min: Annotated[float, In("min"), Field(ge=1, le=1080)]
    activity: Annotated[Text | None, AfterValidator(activity_named)] = None
    met: Annotated[float | None, Field(ge=1, le=20)] = None
    energy_kcal: Annotated[float | None, In("kcal"), Field(ge=1, le=12_000)] = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if sum(part is not None for part in (self.activity, self.met, self.energy_kcal)) != 1:
            raise InputError('give one of activity = "cycling", met = 6.8 or energy = "300 kcal"')
        return self

"""What files of other programs hold: sessions done or planned, and readings of mass or intake."""

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

from fuelcalc.models.sessions import Effort, SessionKind

FoundNote = Literal[
    "assumed-zone",
    "clock-of-power-on",
    "elapsed-over-timer",
    "timer-over-elapsed",
    "climb-counted",
    "wrist-temperature",
    "no-run-pace",
    "too-steep",
    "guessed-exercises",
    "from-two-files",
]
"""What a reader of a session should know of it; the words for each stand in `reports`."""

IMPORT_VERSION: Final = "fuelcalc/import/1"


@dataclass(frozen=True, slots=True)
class Origin:
    """
    Where something was found.

    Attributes:
        file: The name of the file, with that of its archive in front where it has one.
        format: The kind of file, such as fit or hevy.
        id: What the source itself calls it, where it does.
    """

    file: str
    format: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class FoundSets:
    """Sets of one exercise, one after the other and all alike; no load is body weight."""

    name: str
    sets: int = 1
    reps: int | None = None
    load_kg: float | None = None
    seconds: float | None = None
    warm_up: bool = False
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class FoundSegment:
    """A lap, or a kilometre: how far, in how many minutes of running, and how far up and down."""

    distance_km: float
    duration_min: float
    climb_m: float | None = None
    descent_m: float | None = None


CountedBy = Literal["pace", "sets", "activity", "device"]
"""What the energy that a plan counts goes by."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a plan counts of a session, in place of what its device said."""

    gross_kcal: float
    net_of_rest_kcal: float
    by: CountedBy


@dataclass(frozen=True, slots=True)
class FoundSession:
    """
    A session as its file tells it.

    Attributes:
        origin: Where it was found.
        sport: A word of `importers.activities.sports`, or what the file calls it.
        kind: What it is to a plan.
        date: The athlete's own day.
        clock: The athlete's own time at the start; None where the file has no time.
        zone: The time zone, or the hours from Greenwich, that gave day and time; None where the
            file itself is in local time.
        utc: The moment of the start; None where no zone is known.
        timer_min: How long it was trained, pauses out.
        elapsed_min: From start to end, pauses in.
        distance_km: How far; None where it is not known or means nothing.
        climb_m: Metres up; None where unknown, and on a treadmill.
        temperature_degc: The air, where it was measured as air.
        planned: Whether it is only planned.
        title: What somebody called it.
        surface: A word of `Run.surface`, for runs.
        segments: Its laps, oldest first; of a run without any its kilometres.
        exercises: Its sets, in their order.
        device_kcal: What the device counted, with rest as most do; shown, and used for no run or
            lift.
        counted: What a plan counts instead, where it is known who trained.
        rpe_score: How hard it felt, 1 to 10, by whoever did it; the mean of the sets in an app.
        notes: What to know of it.
        effort: How hard a run is, where the words of a calendar say so.
        text: A run as session text, where only that says how far or how long.
        event: The event of a calendar that planned it, by the calendar's own name for it.
        repeats: Whether that event takes place again and again.
    """

    origin: Origin
    sport: str
    kind: SessionKind
    date: dt.date
    clock: dt.time | None = None
    zone: str | None = None
    utc: dt.datetime | None = None
    timer_min: float | None = None
    elapsed_min: float | None = None
    distance_km: float | None = None
    climb_m: float | None = None
    temperature_degc: float | None = None
    planned: bool = False
    title: str | None = None
    surface: str | None = None
    segments: tuple[FoundSegment, ...] = ()
    exercises: tuple[FoundSets, ...] = ()
    device_kcal: float | None = None
    notes: tuple[FoundNote, ...] = ()
    effort: Effort | None = None
    text: str | None = None
    event: str | None = None
    repeats: bool = False
    counted: Counted | None = None
    rpe_score: float | None = None

    @property
    def start(self) -> str:
        """
        Day and time as files have them, the day alone where no time is known.

        >>> found = FoundSession(Origin("a.fit", "fit"), "running", "run", dt.date(2026, 11, 26))
        >>> found.start
        '2026-11-26'
        """
        if self.clock is None:
            return self.date.isoformat()
        return dt.datetime.combine(self.date, self.clock).strftime("%Y-%m-%dT%H:%M")


@dataclass(frozen=True, slots=True)
class LogReading:
    """A body mass, or what was eaten in all on a day, as a file has it."""

    origin: Origin
    date: dt.date
    clock: dt.time | None = None
    mass_kg: float | None = None
    intake_kcal: float | None = None
    complete: bool = True
    """Whether the file holds all that was eaten."""


@dataclass(frozen=True, slots=True)
class FoundDay:
    """What the readings of a day come to, and the name of the file, or files, that they are in."""

    date: dt.date
    mass_kg: float | None = None
    intake_kcal: float | None = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """What was not taken: the file, where in it, and why, in one line."""

    file: str
    where: str
    why: str


@dataclass(frozen=True, slots=True)
class RefusedReading(Refused):
    """A body mass or an intake that was not taken: shown to nobody who keeps no log here."""


@dataclass(frozen=True, slots=True)
class Import:
    """
    All that files held, each session once, oldest first, and what was refused of them.

    Attributes:
        sessions: Done and planned.
        log: A day of a log each.
        refused: What was not taken.
        n_older: How many sessions and readings are older than what was wanted.
    """

    sessions: tuple[FoundSession, ...] = ()
    log: tuple[FoundDay, ...] = ()
    refused: tuple[Refused, ...] = ()
    n_older: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all could be read, neither new nor old."""
        return not (self.sessions or self.log or self.n_older)

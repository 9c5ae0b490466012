"""What was found in files: one line a session, the log, and what was refused and why."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Final, NamedTuple

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.found import (
    IMPORT_VERSION,
    CountedBy,
    FoundDay,
    FoundNote,
    FoundSession,
    Import,
    Refused,
)
from fuelcalc.reports.blocks import Block, Column, Medium, Prose, Section, Table, TableRow, View
from fuelcalc.reports.formats.json import as_json
from fuelcalc.reports.look import Look
from fuelcalc.reports.rounding import count_text, thousands

NOTES: Final[Mapping[FoundNote, str]] = {
    "assumed-zone": "the file names no time zone and no place: day and time by {zone}",
    "clock-of-power-on": "the watch's clock was not set when it began: start by its end",
    "elapsed-over-timer": "the watch ran on long after: the end is by its timer",
    "timer-over-elapsed": "its timer is longer than the clock: the clock counts",
    "climb-counted": "climb counted from altitudes",
    "no-run-pace": "no running pace: counted as something else",
    "too-steep": "a climb steeper than people run is left out",
    "guessed-exercises": "exercises as the watch guessed",
    "from-two-files": "in two files, counted once",
}
"""What each note of a session says; those of the wrist's temperature say nothing on a page."""

_PLACES: Final = 3
_WHEN_WIDTH: Final = 18
_NUMBER_WIDTH: Final = 9
_DEVICE: Final = (
    "What a device counted is shown and used for no run or lift: most count rest as well, and each "
    "in its own way."
)
_BECAUSE: Final = "Rest is counted once, with the day"
_WHOSE: Final = " With a profile, or --into a plan, each line says what is counted instead."
_RESTS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("fit", "tcx", "garmin-list"), " with rest"),
    "apple": " on top of rest",
}
"""What a format's own energies hold, where its makers keep to one."""

_BY: Final[Mapping[CountedBy, str]] = {
    "pace": "a run by its pace, its climb and your mass",
    "sets": "a lift by its minutes, its sets and your mass",
    "activity": "any other activity by its MET and your mass",
    "device": "what has no name here by its device",
}


class ImportPage(NamedTuple):
    """
    What was found, as a page.

    Attributes:
        found: From `read_activities`.
        changes: What it does to a plan file, in sentences, where it goes into one.
        logged: What it does to a log.
        athlete: Whose taste decides on units and words.
    """

    found: Import
    changes: tuple[str, ...] = ()
    logged: tuple[str, ...] = ()
    athlete: Athlete | None = None

    @property
    def facts(self) -> Mapping[str, Callable[[Look], str]]:
        """What was found, for other programs."""
        tree = {**import_tree(self.found), "into_plan": self.changes, "into_log": self.logged}
        return {"json": lambda _: as_json(tree)}

    def view(self, look: Look, _medium: Medium) -> View:
        """A line a session, the log in a sentence, and a line for each refusal."""
        found = self.found
        sections = [
            Section("Sessions", (_table(found, look),), "sessions") if found.sessions else None,
            _section("Log", log_texts(found.log), "log"),
            _section("Into the plan", self.changes, "changes"),
            _section("Into the log", self.logged, "logged"),
            _section("Refused", refusal_texts(found.refused), "refused"),
        ]
        return View(
            title="Import",
            sections=tuple(section for section in sections if section is not None),
            headline=_headline(found),
        )


def _section(title: str, texts: tuple[str, ...], name: str) -> Section | None:
    return Section(title, (Prose(texts),), name) if texts else None


def _headline(found: Import) -> str:
    """How much there is."""
    planned = sum(session.planned for session in found.sessions)
    counts = [
        count_text(len(found.sessions) - planned, "session"),
        f"{planned} planned" if planned else "",
        count_text(len(found.log), "day") + " of a log" if found.log else "",
        f"{found.n_older:,} older left out" if found.n_older else "",
        f"{len(found.refused)} refused" if found.refused else "",
    ]
    return f"{', '.join(filter(None, counts))}."


def refusal_text(refused: Refused) -> str:
    """
    A refusal in one line.

    >>> refusal_text(Refused("a.csv", "line 3", "no date"))
    'a.csv, line 3: no date'
    """
    return f"{', '.join(filter(None, (refused.file, refused.where)))}: {refused.why}"


def refusal_texts(refused: tuple[Refused, ...]) -> tuple[str, ...]:
    """
    Refusals in their order, those of a file for one reason in a line.

    >>> rows = [Refused("a.csv", f"line {line}", "no date") for line in range(2, 9)]
    >>> refusal_texts((*rows, Refused("b.csv", "", "an empty table")))
    ('a.csv, line 2, line 3, line 4 and 4 more: no date', 'b.csv: an empty table')
    """
    places: dict[tuple[str, str], list[str]] = {}
    for each in refused:
        places.setdefault((each.file, each.why), []).append(each.where)
    found = []
    for (file, why), where in places.items():
        more = f" and {len(where) - _PLACES:,} more" if len(where) > _PLACES else ""
        found.append(refusal_text(Refused(file, f"{', '.join(where[:_PLACES])}{more}", why)))
    return tuple(found)


def log_texts(log: tuple[FoundDay, ...]) -> tuple[str, ...]:
    """The readings of a log in a sentence each: how many, and from when to when."""
    named = (
        ("Body mass", [day.date for day in log if day.mass_kg is not None]),
        ("Intake", [day.date for day in log if day.intake_kcal is not None]),
    )
    return tuple(
        f"{name} of {count_text(len(dates), 'day')}, {min(dates)} to {max(dates)}."
        for name, dates in named
        if dates
    )


def _table(found: Import, look: Look) -> Block:
    """A row a session."""
    told = [session for session in found.sessions if session.device_kcal is not None]
    # Where no energy is told, or none may be, no head speaks of one.
    device = [Column(f"device, {look.energy_unit}", "right", len("device, kcal") + 1)]
    columns = (
        Column("when", width=_WHEN_WIDTH),
        Column("what"),
        Column("distance", "right", _NUMBER_WIDTH),
        Column("time", "right", _NUMBER_WIDTH),
        Column("climb", "right", _NUMBER_WIDTH),
        *(device if told else ()),
    )
    rows = tuple(_row(session, look, len(columns)) for session in found.sessions)
    bys = dict.fromkeys(each.counted.by for each in told if each.counted is not None)
    behind = f" {_BECAUSE}, and {'; '.join(_BY[by] for by in bys)}." if bys else _WHOSE
    return Table(columns, rows, below=(f"{_DEVICE}{behind}",) if told else ())


def _row(session: FoundSession, look: Look, n_columns: int) -> TableRow:
    when = session.date.isoformat()
    if session.clock is not None:
        when += f" {look.time(session.clock)}"
    cells = (
        when,
        what_text(session),
        _amount(session.distance_km, "km", 1, look),
        duration_text(session.timer_min),
        _amount(session.climb_m, "m", 0, look),
        "" if session.device_kcal is None else look.energy_text(session.device_kcal),
    )
    said = [NOTES[note].format(zone=session.zone) for note in session.notes if note in NOTES]
    if session.rpe_score is not None:
        of_sets = " (the mean of its sets)" if session.exercises else ""
        said.insert(0, f"felt like {session.rpe_score:.3g} of 10{of_sets}")
    return TableRow(
        cells[:n_columns], "; ".join(filter(None, (counted_text(session, look), *said)))
    )


def counted_text(session: FoundSession, look: Look) -> str:
    """
    What a device counted, and what a plan counts instead; "" where either is not known.

    >>> import datetime as dt
    >>> from fuelcalc.models.found import Counted, Origin
    >>> run = FoundSession(Origin("a", "fit"), "running", "run", dt.date(2026, 11, 26),
    ...                    device_kcal=812.0, counted=Counted(734.0, 642.0, "pace"))
    >>> counted_text(run, Look())
    'device 810 kcal with rest; counted 640 on top of rest (730 with it)'
    """
    counted, device_kcal = session.counted, session.device_kcal
    if counted is None or device_kcal is None:
        return ""
    kcal = look.energy_text
    return (
        f"device {kcal(device_kcal)} {look.energy_unit}{_RESTS.get(session.origin.format, '')}; "
        f"counted {kcal(counted.net_of_rest_kcal)} on top of rest ({kcal(counted.gross_kcal)} with "
        "it)"
    )


def because_text(session: FoundSession) -> str:
    """Why a plan counts another energy than the device of a session, as a sentence goes on."""
    counted = session.counted
    return "" if counted is None else f"{_BECAUSE.lower()}, and {_BY[counted.by]}"


def what_text(session: FoundSession) -> str:
    """
    What a session was, in a few words.

    >>> import datetime as dt
    >>> from fuelcalc.models.found import Origin
    >>> day = dt.date(2026, 11, 26)
    >>> what_text(FoundSession(Origin("a", "fit"), "running", "run", day, surface="treadmill"))
    'treadmill run'
    """
    words = {"run": "run", "lift": "lift", "other": session.sport}[session.kind]
    if session.kind == "run" and session.surface is not None:
        words = f"{session.surface} run"
    said = session.text if session.text is not None else session.effort
    words += "" if said is None else f", {said}"
    n_sets = sum(each.sets for each in session.exercises)
    sets = f", {count_text(n_sets, 'set')}" if n_sets else ""
    return f"{'planned ' if session.planned else ''}{words}{sets}"


def _amount(value: float | None, suffix: str, places: int, look: Look) -> str:
    if value is None:
        return ""
    amount, unit = look.amount(value, suffix)
    number = thousands(amount) if places == 0 else f"{amount:.{places}f}"
    return f"{number} {unit}"


def duration_text(minutes: float | None) -> str:
    """
    How long something took, by the clock.

    >>> duration_text(64.43), duration_text(None)
    ('1:04:26', '')
    """
    if minutes is None:
        return ""
    whole, seconds = divmod(round(minutes * 60.0), 60)
    return f"{whole // 60}:{whole % 60:02d}:{seconds:02d}"


def import_tree(found: Import) -> dict[str, Any]:
    """All that was found, as plain values."""
    return {
        "schema": IMPORT_VERSION,
        "sessions": [_session_tree(session) for session in found.sessions],
        "log": [
            {
                "date": day.date.isoformat(),
                "mass_kg": day.mass_kg,
                "intake_kcal": day.intake_kcal,
            }
            for day in found.log
        ],
        "refused": [asdict(each) for each in found.refused],
        "n_older": found.n_older,
    }


def _session_tree(session: FoundSession) -> dict[str, Any]:
    return {
        "kind": session.kind,
        "sport": session.sport,
        "start": session.start,
        "zone": session.zone,
        "distance_km": session.distance_km,
        "duration_min": session.timer_min,
        "elapsed_min": session.elapsed_min,
        "climb_m": session.climb_m,
        "temperature_degc": session.temperature_degc,
        "planned": session.planned,
        "title": session.title,
        "surface": session.surface,
        "segments": [asdict(each) for each in session.segments],
        "exercises": [asdict(each) for each in session.exercises],
        "device_kcal": session.device_kcal,
        "counted": None if session.counted is None else asdict(session.counted),
        "rpe_score": session.rpe_score,
        "notes": list(session.notes),
        "source": asdict(session.origin),
    }

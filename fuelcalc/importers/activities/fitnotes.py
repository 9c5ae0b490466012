"""FitNotes: on Android a day's sets without a time, on iOS workouts with both ends."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from fuelcalc.importers.activities.moments import local_moment, moment_from, seconds_from
from fuelcalc.importers.activities.source import YES, ActivityFile, FileFinding
from fuelcalc.importers.activities.table import CsvRow, CsvTable, decimal_from, has_columns
from fuelcalc.importers.activities.workouts import Workout, Workouts, unit_in

FORMAT: Final = "fitnotes"


def identify(head: bytes) -> bool:
    """
    Whether a file is FitNotes', of either phone.

    >>> identify(b"Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time")
    True
    """
    is_android = has_columns(head, "Date", "Exercise", "Category", "Reps", "Time")
    return is_android or has_columns(head, "StartTime", "Exercise", "Status", "IsWarmup")


@dataclass(frozen=True, slots=True)
class _FitNotesColumns:
    """Where everything stands."""

    load: int | None
    unit: str | None
    unit_column: int | None
    reps: int | None
    time: int | None
    exercise: int | None
    rpe: int | None

    @classmethod
    def of(cls, table: CsvTable) -> "_FitNotesColumns":
        """Those of a table, of either phone."""
        weight = next((name for name in table.header if name.startswith("Weight (")), "Weight")
        return cls(
            table.place(weight),
            unit_in(weight),
            table.place("Weight Unit"),
            table.place("Reps"),
            table.place("Time"),
            table.place("Exercise"),
            table.place("RPE"),
        )

    def add(
        self, workouts: Workouts, workout: Workout, row: CsvRow, *, warm_up: bool = False
    ) -> None:
        """Add the set of a row; one with a time is timed, whatever its repetitions say."""
        seconds = seconds_from(row.cell(self.time))
        reps = None if seconds else decimal_from(row.cell(self.reps))
        unit = row.cell(self.unit_column) or self.unit
        workouts.add(
            workout,
            row.cell(self.exercise),
            reps=reps,
            load_kg=workouts.load_kg(decimal_from(row.cell(self.load)), unit),
            seconds=seconds,
            warm_up=warm_up,
            rpe_score=decimal_from(row.cell(self.rpe)),
        )


def read(source: ActivityFile) -> Iterator[FileFinding]:
    """
    Each workout with its sets; on Android that is a day.

    Raises:
        InputError: The table breaks off.
    """
    table = CsvTable(source)
    columns = _FitNotesColumns.of(table)
    workouts = Workouts(source, FORMAT)
    if table.place("StartTime") is None:
        yield from _android(table, columns, workouts)
    else:
        yield from _ios(table, columns, workouts)
    yield from workouts.sessions()


def _android(
    table: CsvTable, columns: _FitNotesColumns, workouts: Workouts
) -> Iterator[FileFinding]:
    """Rows of a day; a name with a comma is not quoted, so that its row has a field too many."""
    n, name = len(table.header), table.place("Exercise") or 0
    for row in table.rows():
        cells = row.cells
        if len(cells) == n + 1:
            cells = (*cells[:name], ", ".join(map(str.strip, cells[name : name + 2])),
                     *cells[name + 2 :])  # fmt: skip
        whole = CsvRow(row.line, cells)
        text = whole.cell(table.place("Date"))
        day = local_moment(f"{text} 00:00")
        if day is None:
            yield workouts.source.no_date(row.where, text)
            continue
        workout = workouts.workout(day, "")
        workout.has_time = False
        columns.add(workouts, workout, whole)


def _ios(table: CsvTable, columns: _FitNotesColumns, workouts: Workouts) -> Iterator[FileFinding]:
    """Rows of a workout; only what was done counts."""
    start_place, end_place = table.place("StartTime"), table.place("EndTime")
    status, warm_up = table.place("Status"), table.place("IsWarmup")
    n_undone = 0
    for row in table.rows():
        start, end = (moment_from(row.cell(place)) for place in (start_place, end_place))
        if start is None:
            yield workouts.source.no_date(row.where, row.cell(start_place))
            continue
        workout = workouts.workout(start.written, row.cell(table.place("Name")))
        workout.utc = None if start.offset_s is None else start.utc
        workout.length_s = _length_s(start.utc, None if end is None else end.utc)
        if row.cell(status).casefold() != "done":
            n_undone += 1
            continue
        columns.add(workouts, workout, row, warm_up=row.cell(warm_up).casefold() in YES)
    if n_undone:
        yield workouts.source.refusal("", f"sets that failed or were only planned: {n_undone}")


def _length_s(start: dt.datetime, end: dt.datetime | None) -> float | None:
    return None if end is None or end <= start else (end - start).total_seconds()

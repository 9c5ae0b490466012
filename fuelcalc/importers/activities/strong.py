"""Strong: a row a set, on Android with semicolons and units, on iOS with commas and none."""

from collections.abc import Iterator
from typing import Final

from fuelcalc.importers.activities.moments import local_moment, seconds_from
from fuelcalc.importers.activities.source import ActivityFile, FileFinding
from fuelcalc.importers.activities.table import CsvRow, CsvTable, decimal_from, has_columns
from fuelcalc.importers.activities.workouts import Workouts, unit_in

FORMAT: Final = "strong"
# Rows between the sets: how long somebody rested, and what they wrote.
_NO_SETS: Final = frozenset({"rest timer", "note"})


def identify(head: bytes) -> bool:
    """
    Whether a file is Strong's.

    >>> identify(b"Date,Workout Name,Exercise Name,Set Order,Weight,Reps")
    True
    """
    return has_columns(head, "Date", "Workout Name", "Exercise Name", "Set Order")


class _StrongColumns:
    """Where everything stands."""

    def __init__(self, table: CsvTable) -> None:
        self.date = table.place("Date")
        self.title = table.place("Workout Name")
        self.length = table.place("Duration (sec)", "Duration")
        self.name = table.place("Exercise Name")
        self.order = table.place("Set Order")
        weights = [name for name in table.header if name.startswith("Weight")]
        self.unit_column = table.place("Weight Unit")
        named = [name for name in weights if name != "Weight Unit"]
        self.load = table.place(*named)
        self.unit = unit_in(named[0]) if named else None
        self.reps = table.place("Reps")
        self.seconds = table.place("Seconds")
        self.rpe = table.place("RPE")

    def unit_of(self, row: CsvRow) -> str | None:
        """The unit of a row's load."""
        return row.cell(self.unit_column) or self.unit


def read(source: ActivityFile) -> Iterator[FileFinding]:
    """
    Each workout with its sets; a row that cannot be read is named, and the others come in.

    Raises:
        InputError: The table breaks off.
    """
    table = CsvTable(source)
    columns = _StrongColumns(table)
    workouts = Workouts(source, FORMAT)
    for row in table.rows():
        start = local_moment(row.cell(columns.date))
        if start is None:
            yield source.no_date(row.where, row.cell(columns.date))
            continue
        workout = workouts.workout(start, row.cell(columns.title))
        workout.length_s = workout.length_s or seconds_from(row.cell(columns.length))
        order = row.cell(columns.order).casefold()
        if order in _NO_SETS:
            continue
        workouts.add(
            workout,
            row.cell(columns.name),
            reps=decimal_from(row.cell(columns.reps)),
            load_kg=workouts.load_kg(decimal_from(row.cell(columns.load)), columns.unit_of(row)),
            seconds=decimal_from(row.cell(columns.seconds)),
            warm_up=order == "w",
            rpe_score=decimal_from(row.cell(columns.rpe)),
        )
    yield from workouts.sessions()

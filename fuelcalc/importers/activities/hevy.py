"""Hevy: a row a set, with units in the names of its columns."""

from collections.abc import Iterator
from typing import Final

from fuelcalc.importers.activities.moments import local_moment
from fuelcalc.importers.activities.source import ActivityFile, FileFinding
from fuelcalc.importers.activities.table import CsvRow, CsvTable, decimal_from, has_columns
from fuelcalc.importers.activities.workouts import Workouts, unit_in

FORMAT: Final = "hevy"
_COLUMNS: Final = (
    "title", "start_time", "end_time", "exercise_title", "set_type", "reps", "duration_seconds",
    "rpe",
)  # fmt: skip


def identify(head: bytes) -> bool:
    """
    Whether a file is Hevy's.

    >>> identify(b'"title","start_time","end_time","exercise_title","set_type"')
    True
    """
    return has_columns(head, "title", "start_time", "exercise_title", "set_type")


def _load_kg(workouts: Workouts, row: CsvRow, loads: list[tuple[int | None, str]]) -> float | None:
    """The load of a row, of whichever column has one."""
    for place, name in loads:
        load = decimal_from(row.cell(place))
        if load is not None:
            return workouts.load_kg(load, unit_in(name))
    return None


def read(source: ActivityFile) -> Iterator[FileFinding]:
    """
    Each workout with its sets, supersets in the order in which they were done.

    Raises:
        InputError: The table breaks off.
    """
    table = CsvTable(source)
    places = {name: table.place(name) for name in _COLUMNS}
    loads = [(table.place(name), name) for name in dict.fromkeys(table.header) if "weight" in name]
    workouts = Workouts(source, FORMAT)
    for row in table.rows():
        text = row.cell(places["start_time"])
        start, end = (local_moment(row.cell(places[key])) for key in ("start_time", "end_time"))
        if start is None:
            yield source.no_date(row.where, text)
            continue
        workout = workouts.workout(start, row.cell(places["title"]))
        if end is not None and end > start:
            workout.length_s = (end - start).total_seconds()
        workouts.add(
            workout,
            row.cell(places["exercise_title"]),
            reps=decimal_from(row.cell(places["reps"])),
            load_kg=_load_kg(workouts, row, loads),
            seconds=decimal_from(row.cell(places["duration_seconds"])),
            warm_up=row.cell(places["set_type"]) == "warmup",
            rpe_score=decimal_from(row.cell(places["rpe"])),
        )
    yield from workouts.sessions()

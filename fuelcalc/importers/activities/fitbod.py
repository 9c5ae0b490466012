"""Fitbod: a row a set, each with its moment and no workout; loads always in one unit."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from fuelcalc.importers.activities.moments import Moment, moment_from
from fuelcalc.importers.activities.source import ActivityFile, FileFinding
from fuelcalc.importers.activities.table import CsvRow, CsvTable, decimal_from, has_columns
from fuelcalc.importers.activities.workouts import Workouts, unit_in

FORMAT: Final = "fitbod"
# An estimate: who rests longer between two sets has begun another workout.
_LONGEST_REST: Final = dt.timedelta(hours=2)


def identify(head: bytes) -> bool:
    """
    Whether a file is Fitbod's.

    >>> identify(b"Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),isWarmup,Note")
    True
    """
    return has_columns(head, "Date", "Exercise", "Reps", "Duration(s)", "isWarmup")


def read(source: ActivityFile) -> Iterator[FileFinding]:
    """
    Each workout with its sets; what the app writes as a multiplier is no load and no set.

    Raises:
        InputError: The table breaks off.
    """
    table = CsvTable(source)
    workouts = Workouts(source, FORMAT)
    date = table.place("Date")
    rows: list[tuple[Moment, CsvRow]] = []
    for row in table.rows():
        moment = moment_from(row.cell(date))
        if moment is None:
            yield source.no_date(row.where, row.cell(date))
        else:
            rows.append((moment, row))
    _add_sets(workouts, table, sorted(rows, key=lambda each: each[0].utc))
    yield from workouts.sessions()


def _add_sets(workouts: Workouts, table: CsvTable, rows: list[tuple[Moment, CsvRow]]) -> None:
    """Add every set to the workout that it goes on with, or to one that it begins."""
    weight = next((name for name in table.header if name.startswith("Weight")), "Weight")
    load, reps, seconds = (table.place(name) for name in (weight, "Reps", "Duration(s)"))
    name, warm_up = table.place("Exercise"), table.place("isWarmup")
    for sets in _in_workouts(rows):
        first, last = sets[0][0], sets[-1][0]
        workout = workouts.workout(first.written, "")
        workout.utc = None if first.offset_s is None else first.utc
        # Some versions write the workout's start in every row, and so no length.
        workout.length_s = (last.utc - first.utc).total_seconds() or None
        for _, row in sets:
            workouts.add(
                workout,
                row.cell(name),
                reps=decimal_from(row.cell(reps)),
                load_kg=workouts.load_kg(decimal_from(row.cell(load)), unit_in(weight)),
                seconds=decimal_from(row.cell(seconds)),
                warm_up=row.cell(warm_up).casefold() == "true",
            )


def _in_workouts(rows: list[tuple[Moment, CsvRow]]) -> list[list[tuple[Moment, CsvRow]]]:
    """Sets in their order, those between long rests together."""
    found: list[list[tuple[Moment, CsvRow]]] = []
    for each in rows:
        if found and each[0].utc - found[-1][-1][0].utc <= _LONGEST_REST:
            found[-1].append(each)
        else:
            found.append([each])
    return found

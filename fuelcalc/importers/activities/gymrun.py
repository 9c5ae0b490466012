"""GymRun: a row a set, with its day and its time; a day is a workout, and no load has a unit."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from fuelcalc.importers.activities.moments import local_moment
from fuelcalc.importers.activities.source import ActivityFile, FileFinding
from fuelcalc.importers.activities.table import CsvTable, decimal_from, has_columns
from fuelcalc.importers.activities.workouts import Workouts, unit_in

FORMAT: Final = "gymrun"
_SHORT_YEAR: Final = re.compile(r"(\d\d\.\d\d\.)(\d\d)")
# The app's own spelling, and what it means.
_WEIGHTS: Final = ("Weight", "Weigth")


def identify(head: bytes) -> bool:
    """
    Whether a file is GymRun's.

    >>> identify(b"Date;Time;Routine;Exercise;Set;Weight;Reps;Duration")
    True
    """
    return has_columns(head, "Date", "Time", "Exercise", "Set", "Reps")


def read(source: ActivityFile) -> Iterator[FileFinding]:
    """
    Each day's sets, from the first to the last.

    Raises:
        InputError: The table breaks off.
    """
    table = CsvTable(source)
    workouts = Workouts(source, FORMAT)
    weight = next((name for name in table.header if name.startswith(_WEIGHTS)), "Weight")
    names = ("Date", "Time", "Exercise", "Reps", weight)
    date, time, name, reps, load = (table.place(each) for each in names)
    found = []
    for row in table.rows():
        short = _SHORT_YEAR.fullmatch(row.cell(date))
        day = row.cell(date) if short is None else f"{short[1]}20{short[2]}"
        moment = local_moment(f"{day} {row.cell(time)}")
        if moment is None:
            yield source.no_date(row.where, f"{row.cell(date)} {row.cell(time)}")
        else:
            found.append((moment, row))
    firsts: dict[dt.date, dt.datetime] = {}
    for moment, _ in found:
        firsts[moment.date()] = min(moment, firsts.get(moment.date(), moment))
    for moment, row in found:
        workouts.add(
            workouts.workout(firsts[moment.date()], ""),
            row.cell(name),
            reps=decimal_from(row.cell(reps)),
            load_kg=workouts.load_kg(decimal_from(row.cell(load)), unit_in(weight)),
            seconds=None,
        )
    yield from workouts.sessions()

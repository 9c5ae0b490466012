"""Strava's `activities.csv`: two blocks of columns, of which the second is in metres."""

from collections.abc import Iterator
from typing import Final

from fuelcalc.importers.activities.moments import local_moment
from fuelcalc.importers.activities.recorded import Recorded
from fuelcalc.importers.activities.source import ActivityFile, FileFinding
from fuelcalc.importers.activities.table import CsvRow, CsvTable, decimal_from, has_columns
from fuelcalc.units.conversion import scaled

FORMAT: Final = "strava-list"


def identify(head: bytes) -> bool:
    """
    Whether a file is Strava's list.

    >>> identify(b"Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time")
    True
    """
    return has_columns(head, "Activity ID", "Activity Date", "Activity Type")


def _distance_m(table: CsvTable, row: CsvRow, unit: str | None) -> float | None:
    """The distance of a row: the second is in metres, one alone in whatever its account shows."""
    first, second = table.place("Distance"), table.place("Distance", nth=1)
    distance = decimal_from(row.cell(second))
    if first != second or distance is None:
        return distance
    return None if unit is None else scaled(distance, unit, "m")


def read(source: ActivityFile) -> Iterator[FileFinding]:
    """
    Each activity of the list; its moments are in Greenwich's time.

    Raises:
        InputError: The table breaks off.
    """
    table = CsvTable(source, has_twins=True)
    unit = source.hints.distance_unit
    n_unknown = 0
    for row in table.rows():
        text = row.cell(table.place("Activity Date"))
        moment = local_moment(text)
        if moment is None:
            yield source.no_date(row.where, text)
            continue
        distance_m = _distance_m(table, row, unit)
        n_unknown += distance_m is None and bool(row.cell(table.place("Distance")))
        elapsed_s = decimal_from(row.cell(table.place("Elapsed Time")))
        moving_s = decimal_from(row.cell(table.place("Moving Time")))
        yield Recorded(
            utc=moment,
            words=(row.cell(table.place("Activity Type")),),
            has_places=False,
            timer_s=elapsed_s if moving_s is None else moving_s,
            elapsed_s=elapsed_s,
            distance_m=distance_m,
            climb_m=decimal_from(row.cell(table.place("Elevation Gain"))),
            air_degc=decimal_from(row.cell(table.place("Weather Temperature"))),
            kcal=decimal_from(row.cell(table.place("Calories"))),
            rpe_score=decimal_from(row.cell(table.place("Perceived Exertion"))),
            title=row.cell(table.place("Activity Name")) or None,
            source_id=row.cell(table.place("Activity ID")) or None,
        ).session(source, FORMAT)
    yield from source.without_unit(n_unknown)

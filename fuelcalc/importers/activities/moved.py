"""What a calendar planned on a day and now plans on another: no old copy of it stays in a plan."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from fuelcalc.importers.activities.mark import event_mark, events
from fuelcalc.models.found import FoundSession
from fuelcalc.models.sessions import LISTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tomlkit.items import Table


def date_of(table: "Mapping[str, Any]") -> dt.date | None:
    """The date of a day of a plan file, written as a date or as text."""
    said = table.get("date")
    if isinstance(said, dt.date):
        return dt.date(said.year, said.month, said.day)
    try:
        return dt.date.fromisoformat(str(said))
    except ValueError:
        return None


def without_moved(
    tables: "Sequence[Table]",
    sessions: Sequence[FoundSession],
    repeats: tuple[dt.date, dt.date] | None,
) -> Iterator[str]:
    """
    Take out of the days of a plan file what its calendar has on other days by now.

    An event that takes place once is nowhere else; one that repeats is on no other day of those
    that were read of it, and what lies before them stays. Only what was imported as planned and
    still bears its mark is taken out.

    Args:
        tables: The days, with what was found in them already.
        sessions: From `read_activities`.
        repeats: From when to when repeats were read; None where they were not.

    Returns:
        What changed, a line each.
    """
    dates: dict[str, set[dt.date]] = {}
    series = set[str]()
    for found in sessions:
        event = event_mark(found.event)
        if event is not None:
            dates.setdefault(event, set()).add(found.date)
            series.update([event] if found.repeats else ())
    for table in tables:
        date = date_of(table)
        if date is None:
            continue
        gone = {event for event, now in dates.items() if date not in now}
        if repeats is None or not repeats[0] <= date <= repeats[1]:
            gone -= series
        yield from (f"{date}: {_where(dates[event])}" for event in _taken_out(table, gone))


def _taken_out(table: "Table", gone: set[str]) -> Iterator[str]:
    """Take the sessions of some events out of a day, and give the event of each."""
    for key in LISTS.values():
        marked = events(table[key]) if key in table else {}
        for place in sorted((each for each in marked if marked[each] in gone), reverse=True):
            del table[key][place]
            yield marked[place]


def _where(dates: set[dt.date]) -> str:
    """What is said of a session whose event is elsewhere."""
    first, *others = sorted(dates)
    return f"what was planned there is on {first}{' and other days' if others else ''} by now"

"""One door to every format: from files to sessions, each once, and what was refused."""

import datetime as dt
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Final, cast

from fuelcalc.errors import InputError, one_line
from fuelcalc.importers.activities.log import log_of
from fuelcalc.importers.activities.once import each_once
from fuelcalc.importers.activities.run_pace import judged
from fuelcalc.importers.activities.source import (
    ActivityFile,
    ActivityReader,
    FileFinding,
    Hints,
    Progress,
)
from fuelcalc.importers.activities.streams import opened
from fuelcalc.importers.activities.unknown import why_unknown
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.found import FoundSession, Import, LogReading, Refused
from fuelcalc.models.text import FIRST_DATE, LAST_DATE
from fuelcalc.models.zones import zone_named

READERS: Final = (
    "fit", "gpx", "tcx", "apple", "calendar", "strong", "hevy", "fitnotes", "fitbod", "gymrun",
    "strava_list", "garmin_list", "libra", "daily_log",
    "workbook",
)  # fmt: skip
"""The modules of this room that read a format, in the order in which they are asked."""

DAMAGED: Final = "damaged in a way that its reader does not know"
# What a file holds may be any length; its own name is whole, so that it is found again.
_MOST_WHERE, _MOST_WHY = 60, 160
_MASS_UNITS, _DISTANCE_UNITS = ("kg", "lb"), ("km", "mi")


def reader_of(head: bytes) -> ActivityReader | None:
    """
    What reads a file that begins so; None where nothing does.

    >>> reader_of(b"<gpx>").__name__, reader_of(b"") is None
    ('fuelcalc.importers.activities.gpx', True)
    """
    here = __name__.rpartition(".")[0]
    readers = (cast("ActivityReader", import_module(f"{here}.{name}")) for name in READERS)
    return next((reader for reader in readers if reader.identify(head)), None)


def findings(source: ActivityFile) -> Iterator[FileFinding]:
    """All that a file holds; whatever is wrong with it is one line of that."""
    reader = reader_of(source.head)
    if reader is None:
        yield source.refusal("", why_unknown(source.head))
        return
    is_empty = True
    try:
        for each in reader.read(source):
            is_empty = False
            yield each
    except InputError as error:
        yield source.refusal("", error.line)
    except Exception:  # noqa: BLE001
        # The last net below a hostile file; the search for such files holds that it stays empty.
        yield source.refusal("", DAMAGED)
    else:
        if is_empty:
            yield source.refusal("", "no session and no reading in it")


@holds_kinds()
def read_activities(
    paths: Iterable[str | Path],
    *,
    mass_unit: str | None = None,
    distance_unit: str | None = None,
    time_zone: str | None = None,
    since: dt.date = FIRST_DATE,
    repeats: tuple[dt.date, dt.date] = (FIRST_DATE, LAST_DATE),
    progress: Progress | None = None,
) -> Import:
    """
    Read training and logs from files of watches, apps and calendars.

    Args:
        paths: Files, archives of them, or folders.
        mass_unit: "kg" or "lb", for weights whose file does not say.
        distance_unit: "km" or "mi", for distances whose file does not say.
        time_zone: The athlete's, for moments whose file names no place and no zone.
        since: The first day that is wanted.
        repeats: The first and the last day for what a calendar repeats; at most 400 times each.
        progress: Told how many bytes were read since it was told last.

    Returns:
        Each session once, oldest first; the readings of each day; and what was refused, where and
        why. A damaged file gives what stands before the damage.

    Raises:
        InputError: A file is not there, or one of the words is unknown.

    >>> read_activities([]).sessions
    ()
    """
    for name, word, words in (
        ("mass_unit", mass_unit, _MASS_UNITS),
        ("distance_unit", distance_unit, _DISTANCE_UNITS),
    ):
        if word is not None and word not in words:
            raise InputError("is unknown", argument=name, value=word, allowed=words)
    try:
        zone = zone_named(time_zone)
    except InputError as error:
        raise error.named("time_zone") from None
    hints = Hints(mass_unit, distance_unit, zone, repeats)
    found: list[FileFinding] = []
    for path in dict.fromkeys(map(Path, paths)):
        for each in opened(path, hints, progress):
            found += [each] if isinstance(each, Refused) else findings(each)
    refused = [each for each in found if isinstance(each, Refused)]
    dated = [each for each in found if not isinstance(each, Refused)]
    inside = [each for each in dated if each.date >= since]
    sessions = [judged(each) for each in inside if isinstance(each, FoundSession)]
    log, doubted = log_of(each for each in inside if isinstance(each, LogReading))
    lines = tuple(map(_on_one_line, (*refused, *doubted)))
    return Import(each_once(sessions), log, lines, len(dated) - len(inside))


def _on_one_line(refused: Refused) -> Refused:
    """A refusal as it can be printed, whatever the file is called or holds."""
    where, why = (
        text if len(text) <= most else f"{text[: most - 1]}…"
        for text, most in (
            (one_line(refused.where), _MOST_WHERE),
            (one_line(refused.why), _MOST_WHY),
        )
    )
    return type(refused)(one_line(refused.file), where, why)

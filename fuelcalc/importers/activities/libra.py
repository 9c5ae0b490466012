"""Libra: body masses with their moments; what it smooths is no reading."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from fuelcalc.importers.activities.local_time import local_time
from fuelcalc.importers.activities.moments import local_moment, moment_from
from fuelcalc.importers.activities.source import (
    NO_MASS_UNIT,
    ActivityFile,
    FileFinding,
    is_body_mass,
)
from fuelcalc.importers.activities.table import decimal_from
from fuelcalc.importers.activities.workouts import kg_per
from fuelcalc.models.found import LogReading

FORMAT: Final = "libra"
_HEAD: Final = re.compile(rb"#date;weight(;|\s|$)", re.IGNORECASE)
_UNITS: Final = re.compile(r"#units:\s*(\w+)", re.IGNORECASE)


def identify(head: bytes) -> bool:
    r"""
    Whether a file is Libra's.

    >>> identify(b"#Version:6\\n#Units:kg\\n\\n#date;weight;weight trend;body fat")
    True
    """
    return head.lstrip(b"\xef\xbb\xbf")[:1] == b"#" and _HEAD.search(head) is not None


def read(source: ActivityFile) -> Iterator[FileFinding]:
    """
    Each body mass; the placeholder of an old entry at midnight is the same entry.

    Raises:
        InputError: The file cannot be read further.
    """
    lines = source.stream.read().decode("utf-8-sig", "replace").splitlines()
    unit = next((found[1] for line in lines if (found := _UNITS.match(line))), None)
    each_kg = kg_per(unit) or kg_per(source.hints.mass_unit)
    if each_kg is None:
        yield source.refusal("", NO_MASS_UNIT)
        return
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith("#"):
            yield _reading(source, number, line.split(";"), each_kg)


def _reading(source: ActivityFile, number: int, cells: list[str], each_kg: float) -> FileFinding:
    """What a line says."""
    where = f"line {number}"
    clock = _clock(source, cells[0].strip())
    value = decimal_from(cells[1]) if len(cells) > 1 else None
    if clock is None or value is None:
        return source.refusal(where, "no date or no body mass")
    mass_kg = value * each_kg
    if not is_body_mass(mass_kg):
        return source.no_mass(where, mass_kg)
    # At midnight nobody weighs: it is a day without a time.
    time = None if clock.time() == dt.time() else clock.time()
    return LogReading(source.origin(FORMAT), clock.date(), time, mass_kg=mass_kg)


def _clock(source: ActivityFile, text: str) -> dt.datetime | None:
    """The athlete's own day and time; older files write them so, newer ones Greenwich's."""
    moment = moment_from(text)
    if moment is None:
        return local_moment(text)
    if moment.offset_s is None:
        return moment.written
    return local_time(moment.utc, usual_zone=source.hints.zone).local

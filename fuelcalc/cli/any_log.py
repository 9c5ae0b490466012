"""A log, whoever wrote it: fuelcalc's own table, or what a scale or a food app exports."""

import datetime as dt
from codecs import BOM_UTF8
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fuelcalc.errors import InputError

if TYPE_CHECKING:
    from fuelcalc.models.athlete import Athlete
    from fuelcalc.models.log import Log, LogDay


def read_any_log(path: Path, *, today: dt.date, athlete: "Athlete") -> "Log":
    """
    Read a log of one's own, or the readings of an export as one.

    What of an export is no evidence is said on standard error, a line each.

    Args:
        path: The file.
        today: The athlete's own day.
        athlete: Whose log it is; by their mass another person's scale is seen.

    Raises:
        InputError: It is neither, or a guard forbids it.
    """
    from fuelcalc.importers.log_file import identify, read_log

    try:
        with path.open("rb") as file:
            head = file.read(2000)
    except OSError:
        return read_log(path)
    if identify(head) or not _is_export(head):
        return read_log(path)
    from fuelcalc.cli.look import usual_zone
    from fuelcalc.importers.activities.door import read_activities
    from fuelcalc.importers.activities.into_log import into_log
    from fuelcalc.models.log import Log
    from fuelcalc.planning.learning.standing import check_log
    from fuelcalc.reports.imports import refusal_text

    found = read_activities([path], time_zone=usual_zone())
    if not found.log:
        why = next((refused.why for refused in found.refused), "no body mass and no intake in it")
        remedy = f"see fuelcalc import {path.name}, and put it into a log with --log"
        raise InputError(why.partition(";")[0], argument="log", place=path.name, quote="",
                         remedy=remedy)  # fmt: skip
    merged = into_log(Log(), found.log, today=today, mass_kg=athlete.mass_kg)
    # Before a line of it is shown.
    check_log(athlete, merged.log.days, date=today)
    for refused in (*found.refused, *merged.refused):
        click.echo(refusal_text(refused), err=True)
    return merged.log


def log_with(path: Path, days: Sequence["LogDay"]) -> str | bytes:
    """
    The content of a log with days in it that are new, or say more than before.

    In a file that is there every byte but those rows stays, a mark at its start or none too.

    Args:
        path: The log, there or not.
        days: Each with everything that is known of it.

    Raises:
        InputError: The file has no place for one of them.
    """
    from fuelcalc.importers.log_file import log_text, text_with_days
    from fuelcalc.models.log import Log

    if not path.exists():
        return log_text(Log(days=tuple(days)))
    with path.open("rb") as file:
        mark = file.read(len(BOM_UTF8))
    return (BOM_UTF8 if mark == BOM_UTF8 else b"") + text_with_days(path, days).encode()


def _is_export(head: bytes) -> bool:
    """Whether a file begins as what a program exports, or as an archive of that."""
    from fuelcalc.importers.activities.door import reader_of

    return head[:2] in {b"PK", b"\x1f\x8b"} or reader_of(head) is not None

"""`fuelcalc guide`: the day, or the whole week of a plan, as pages for the fridge door."""

from pathlib import Path
from typing import Any

import click

from fuelcalc.cli.example import EXAMPLE_LINE
from fuelcalc.cli.look import asked_of, formats_of_files, look_options
from fuelcalc.cli.planned import Planned, day_options, planned
from fuelcalc.cli.planned_week import (
    EATERS,
    FROM,
    PlannedWeek,
    asks_for_week,
    check_written,
    planned_week,
)
from fuelcalc.cli.writing import write_whole
from fuelcalc.errors import InputError
from fuelcalc.reports.formats.pdf import MARK
from fuelcalc.reports.render import Renderable, render

_EPILOG = """\b
Example:
    fuelcalc guide --run "10 km easy @ 5:40/km 06:30" --date tomorrow"""


@click.command(epilog=_EPILOG)
@day_options
@FROM
@EATERS
@click.option(
    "-o", "--out", multiple=True, metavar="FILE", help="Write this instead: .pdf .html .md .ics ..."
)
@look_options
def guide(out: tuple[str, ...], **values: Any) -> None:
    """
    Print one day, or a plan's whole week, as pages for the fridge door.

    Writes a PDF beside PLAN, under its name, and says where; without a PLAN into this folder.
    PLAN and all options are those of fuelcalc day. A plan of several days, or of days that
    repeat, gives its week, and with --date that day alone; --for PLAN adds the plates and the
    pages of somebody who eats from the same pot.
    """
    asked, source = asked_of(values), values["plan"]
    formats = formats_of_files(None, out)
    check_written(None, out, asked, values)
    finished = planned_week(values) if asks_for_week(values) else planned(values)
    if not formats:
        path = _beside(source, finished)
        _check_ours(path)
        formats = {path: "pdf"}
    write_whole({path: render(_page(finished, fmt), fmt, **asked) for path, fmt in formats.items()})
    if finished.is_example:
        click.echo(EXAMPLE_LINE)
    for path in formats:
        click.echo(f"Wrote {path}")


def _page(finished: Planned | PlannedWeek, fmt: str) -> Renderable:
    """The day, or the week with its days."""
    if isinstance(finished, PlannedWeek):
        return finished.page(fmt, with_days=True)
    return finished.page(fmt)


def _beside(source: str | None, finished: Planned | PlannedWeek) -> Path:
    """Where the page goes: beside its plan, with the date where the plan holds several days."""
    word = _date_word(finished)
    if source is None or source == "-":
        return Path(f"fuelcalc-{word}.pdf")
    file = Path(source)
    if isinstance(finished, PlannedWeek) or finished.is_one_of_many:
        return file.with_name(f"{file.stem}-{word}.pdf")
    return file.with_name(f"{file.stem}.pdf")


def _date_word(finished: Planned | PlannedWeek) -> str:
    """The day's date, or the week's first, for the name of a file."""
    if isinstance(finished, PlannedWeek):
        return f"week-{finished.plan.first.isoformat()}"
    return "day" if finished.plan.date is None else finished.plan.date.isoformat()


def _check_ours(path: Path) -> None:
    """
    Hold that a file is not overwritten unasked, unless it is an earlier guide.

    Raises:
        InputError: Something else stands there.
    """
    if path.is_file() and not path.read_bytes().endswith(MARK):
        remedy = "give another name with --out"
        raise InputError("is there and is no guide", argument="out", value=path, remedy=remedy)

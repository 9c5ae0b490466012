"""`fuelcalc guide`: the day as a page for the fridge door."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fuelcalc.cli.example import EXAMPLE_LINE
from fuelcalc.cli.look import asked_of, formats_of_files, look_options, rendered, template_files
from fuelcalc.cli.planned import Planned, day_options, files_read, planned
from fuelcalc.cli.writing import check_not_read, write_whole
from fuelcalc.errors import InputError
from fuelcalc.reports.formats.pdf import MARK

if TYPE_CHECKING:
    from fuelcalc.models.day_plan import DayPlan

_EPILOG = """\b
Example:
    fuelcalc guide --run "10 km easy @ 5:40/km 06:30" --date tomorrow"""


@click.command(epilog=_EPILOG)
@day_options
@click.option(
    "-o", "--out", multiple=True, metavar="FILE", help="Write this instead: .pdf .html .md .ics ..."
)
@look_options
def guide(out: tuple[str, ...], **values: Any) -> None:
    """
    Print one day as a page for the fridge door.

    Writes a PDF beside PLAN, under its name, and says where; without a PLAN into this folder.
    PLAN and all options are those of fuelcalc day.
    """
    asked, source = asked_of(values), values["plan"]
    formats = formats_of_files(None, out)
    check_not_read(formats, [*files_read(values), *template_files(asked)])
    finished = planned(values)
    if not formats:
        path = _beside(source, finished)
        _check_ours(path)
        formats = {path: "pdf"}
    write_whole({path: rendered(finished.plan, fmt, asked) for path, fmt in formats.items()})
    if finished.is_example:
        click.echo(EXAMPLE_LINE)
    for path in formats:
        click.echo(f"Wrote {path}")


def _beside(source: str | None, finished: Planned) -> Path:
    """Where the page goes: beside its plan, with the date where the plan holds several days."""
    if source is None or source == "-":
        return Path(f"fuelcalc-{_date_word(finished.plan)}.pdf")
    file = Path(source)
    if finished.is_one_of_many:
        return file.with_name(f"{file.stem}-{_date_word(finished.plan)}.pdf")
    return file.with_name(f"{file.stem}.pdf")


def _date_word(plan: "DayPlan") -> str:
    """The day's date, for the name of a file."""
    return "day" if plan.date is None else plan.date.isoformat()


def _check_ours(path: Path) -> None:
    """
    Hold that a file is not overwritten unasked, unless it is an earlier guide.

    Raises:
        InputError: Something else stands there.
    """
    if path.is_file() and not path.read_bytes().endswith(MARK):
        remedy = "give another name with --out"
        raise InputError("is there and is no guide", argument="out", value=path, remedy=remedy)

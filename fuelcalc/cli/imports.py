"""`fuelcalc import`: what files of watches, apps and calendars hold."""

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from fuelcalc.cli import planned
from fuelcalc.cli.counted import with_counts, without_forbidden
from fuelcalc.cli.into_files import IntoFiles
from fuelcalc.cli.look import output_options, put_out, saved_look, unit_options, usual_zone
from fuelcalc.cli.whose import athlete_of
from fuelcalc.cli.writing import check_not_read
from fuelcalc.errors import InputError
from fuelcalc.models.text import FIRST_DATE, date_from

if TYPE_CHECKING:
    from collections.abc import Callable

    from fuelcalc.importers.activities.source import Progress
    from fuelcalc.models.found import Import

F = TypeVar("F", bound="Callable[..., Any]")

_EPILOG = """\b
Examples:
    fuelcalc import run.fit activities.csv hevy.csv
    fuelcalc import run.fit hevy.csv --into plan.toml --dry-run
    fuelcalc import weight.csv dailysummary.csv --log log.csv"""
# What a calendar repeats for ever is wanted for the weeks that people plan.
_REPEATED_DAYS = 28
# Below this a file is read before anybody could look.
_LONG_BYTES = 4_000_000


@click.command("import", epilog=_EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILES...", type=click.Path())
@click.option(
    "--mass-unit", type=click.Choice(["kg", "lb"]), help="Of weights whose file names no unit."
)
@click.option(
    "--distance-unit",
    type=click.Choice(["km", "mi"]),
    help="Of distances whose file names no unit.",
)
@click.option("--time-zone", metavar="TEXT", help="Else the profile's, else this computer's.")
@click.option("--since", metavar="DATE", help="Leave out what is older: 2026-11-01.")
@click.option(
    "--into", metavar="PLAN", help="Put the sessions into a plan file in TOML, which may be new."
)
@click.option(
    "--log",
    metavar="[FILE]",
    is_flag=False,
    flag_value="",
    help="Put masses and intakes into a log; by default log.csv beside the profile.",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@output_options("text", "markdown", "html", "json")
@unit_options
def imports(
    *,
    files: tuple[str, ...],
    mass_unit: str | None,
    distance_unit: str | None,
    time_zone: str | None,
    since: str | None,
    into: str | None,
    log: str | None,
    dry_run: bool,
    fmt: str | None,
    out: tuple[str, ...],
    units: str | None,
    energy_unit: str | None,
) -> None:
    """
    Show what training files hold: sessions, sets, body mass and intake.

    FILES come from watches, apps and calendars (docs/import.md says how to get each); an archive
    or a folder stands for all files in it. Nothing is sent anywhere, and nothing is fetched.
    """
    from fuelcalc.importers.activities.door import read_activities
    from fuelcalc.planning.learning.standing import check_log
    from fuelcalc.reports.imports import ImportPage

    into_files = IntoFiles.of(into, log)
    check_not_read(map(Path, out), (*_files_read(files), *into_files.paths))
    if dry_run and not into_files.paths:
        raise InputError(
            "says nothing without --into or --log", argument="dry-run", remedy="add --into PLAN"
        )
    wanted = FIRST_DATE if since is None else date_from(since, "since")
    athlete = athlete_of(into_files.plan_there)
    today = planned.now().date() if athlete is None else planned.today_of(athlete)
    if athlete is not None and log is not None:
        check_log(athlete, (), date=today)
    with progress_over(files) as progress:
        found = read_activities(
            files,
            mass_unit=mass_unit,
            distance_unit=distance_unit,
            time_zone=time_zone or usual_zone(),
            since=wanted,
            repeats=_repeats(),
            progress=progress,
        )
    if athlete is not None and log is not None:
        check_log(athlete, found.log, date=today)
    is_empty, found = found.is_empty, without_forbidden(found, athlete, today)
    if is_empty:
        raise _nothing(found)
    first, last = _repeats()
    page = into_files.filled(
        ImportPage(with_counts(found, athlete, today)),
        athlete,
        repeats=(max(first, wanted), last),
        dry_run=dry_run,
    )
    put_out(lambda _: page, fmt, out, saved_look(units, energy_unit))


def _repeats() -> tuple[dt.date, dt.date]:
    """The first and the last day for which a calendar's repeats are read."""
    today = planned.now().date()
    return today, today + dt.timedelta(days=_REPEATED_DAYS)


def _nothing(found: "Import") -> InputError:
    """Say what stood in the way of each file, and give the error to end with."""
    from fuelcalc.reports.imports import refusal_text

    for refused in found.refused:
        click.echo(refusal_text(refused), err=True)
    return InputError(
        "no session and no log could be read", remedy="docs/import.md says what is read"
    )


def _files_read(files: tuple[str, ...]) -> "Iterator[Path]":
    """Every file that is read, those of folders too."""
    for path in map(Path, files):
        yield path
        if path.is_dir():
            yield from path.iterdir()


@contextmanager
def progress_over(files: tuple[str, ...]) -> "Iterator[Progress | None]":
    """A bar over long reading, on a terminal; else nothing."""
    sizes = [Path(file).stat().st_size for file in files if Path(file).is_file()]
    if sum(sizes) < _LONG_BYTES or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=sum(sizes), label="Reading", file=sys.stderr) as bar:
        yield bar.update

"""`fuelcalc batch`: a file of athlete-days in, a file of their figures out."""

import sys
import time
from pathlib import Path
from typing import Any

import click

from fuelcalc.cli.writing import check_can_write, check_is_place, check_not_read
from fuelcalc.errors import InputError

_EPILOG = """\b
Example:
    fuelcalc batch days.csv fuel.csv --column mass_kg=weight --no-clock
    fuelcalc batch tomorrow.csv fuel.csv --guides pages --workers 4"""
_FORMATS = ("pdf", "html", "markdown", "text", "json", "csv", "ics")
# More than one computer has; each holds a menu's dishes in memory.
_MOST_WORKERS = 64
# Often enough to see that it goes on.
_EVERY_S = 0.5


@click.command(epilog=_EPILOG)
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.argument("target", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--column", multiple=True, metavar="OURS=YOURS", help="A column by another name.")
@click.option("--week", metavar="COLUMN", help="Rows alike in it are days that know each other.")
@click.option("--no-clock", is_flag=True, help="What days ask for, before feedings: much faster.")
@click.option(
    "--guides",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="A new folder with a page for each row, menu and all.",
)
@click.option(
    "--format",
    "fmt",
    type=click.Choice(_FORMATS),
    help="What the pages are, if not pdf; json has their menus as data.",
)
@click.option(
    "--workers", type=click.IntRange(1, _MOST_WORKERS), default=1, show_default=True, metavar="N",
    help="So many processes share the rows; the files are the same.",
)  # fmt: skip
def batch(source: Path, target: Path, **asked: Any) -> None:
    """
    Plan every row of a table of athlete-days.

    IN and OUT are .csv or .parquet files. The columns are those of plan_frame (docs/tables.md);
    others, such as an id, stand in front of the figures. A run that was cut goes on where it was
    when it is asked for again.
    """
    # pandas comes with the table.
    from fuelcalc.batch.files import BatchAsked, plan_file
    from fuelcalc.batch.guides import GuidesAsked

    check_not_read([target], [source])
    check_is_place(target)
    check_can_write(target)
    if asked["fmt"] is not None and asked["guides"] is None:
        remedy = "add --guides DIR, or leave it out"
        raise InputError("is of the pages", argument="format", remedy=remedy)
    guides = None
    if asked["guides"] is not None:
        guides = GuidesAsked(asked["guides"], asked["fmt"] or "pdf")
    columns = dict(map(_renamed, asked["column"]))
    wanted = BatchAsked(columns, asked["week"], not asked["no_clock"], guides)
    shown = sys.stderr.isatty()
    started = told = time.monotonic()

    def tell(n_rows: int) -> None:
        nonlocal told
        now = time.monotonic()
        if shown and now - told >= _EVERY_S:
            told = now
            pace = n_rows / (now - started)
            click.echo(f"\r{n_rows:,} rows, {pace:,.0f} a second", err=True, nl=False)

    tally = plan_file(source, target, wanted, n_workers=asked["workers"], done=tell)
    said = f"Wrote {target}, {tally.n_rows:,} rows"
    if guides is not None:
        said = f"Wrote {target} and {guides.folder}, {tally.n_rows:,} rows"
    if tally.n_refused:
        said += f", {tally.n_refused:,} of them refused; the first, {tally.first_refusal}"
    click.echo(f"{chr(13) if shown else ''}{said}", err=True)


def _renamed(text: str) -> tuple[str, str]:
    """
    Our name and theirs for a column.

    Raises:
        InputError: It names no two.
    """
    ours, equals, theirs = text.partition("=")
    if not (ours and equals and theirs):
        remedy = "write mass_kg=weight"
        raise InputError("names no two columns", argument="column", value=text, remedy=remedy)
    return ours, theirs

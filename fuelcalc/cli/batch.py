"""`fuelcalc batch`: a file of athlete-days in, a file of their figures out."""

import sys
import time
from pathlib import Path

import click

from fuelcalc.cli.writing import check_can_write, check_is_place, check_not_read
from fuelcalc.errors import InputError

_EPILOG = """\b
Example:
    fuelcalc batch days.csv fuel.csv --column mass_kg=weight --no-clock"""
# Often enough to see that it goes on.
_EVERY_S = 0.5


@click.command(epilog=_EPILOG)
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.argument("target", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--column", multiple=True, metavar="OURS=YOURS", help="A column by another name.")
@click.option("--week", metavar="COLUMN", help="Rows alike in it are days that know each other.")
@click.option("--no-clock", is_flag=True, help="What days ask for, before feedings: much faster.")
def batch(
    source: Path, target: Path, column: tuple[str, ...], week: str | None, *, no_clock: bool
) -> None:
    """
    Plan every row of a table of athlete-days.

    IN and OUT are .csv or .parquet files. The columns are those of plan_frame (docs/tables.md);
    others, such as an id, stand in front of the figures. A run that was cut goes on where it was
    when it is asked for again.
    """
    # pandas comes with the table.
    from fuelcalc.batch.files import BatchAsked, plan_file

    check_not_read([target], [source])
    check_is_place(target)
    check_can_write(target)
    asked = BatchAsked(dict(map(_renamed, column)), week, clock=not no_clock)
    shown = sys.stderr.isatty()
    started = told = time.monotonic()

    def tell(n_rows: int) -> None:
        nonlocal told
        now = time.monotonic()
        if shown and now - told >= _EVERY_S:
            told = now
            pace = n_rows / (now - started)
            click.echo(f"\r{n_rows:,} rows, {pace:,.0f} a second", err=True, nl=False)

    tally = plan_file(source, target, asked, done=tell)
    said = f"Wrote {target}, {tally.n_rows:,} rows"
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

"""`fuelcalc day`: one day's plan from a file, a profile, options, or the built-in example."""

from pathlib import Path
from typing import Any

import click

from fuelcalc.cli.example import EXAMPLE_LINE
from fuelcalc.cli.look import (
    asked_of,
    formats_of_files,
    look_options,
    on_a_terminal,
    rendered,
    screen_width,
    show,
    template_files,
)
from fuelcalc.cli.planned import Planned, day_options, files_read, planned
from fuelcalc.cli.writing import check_not_read, write_whole
from fuelcalc.errors import InputError
from fuelcalc.reports import FORMATS
from fuelcalc.reports.look import LookOptions

_EPILOG = """\b
Example:
    fuelcalc day --sex female --age 34 --mass 62kg --height 168cm \\
      --run "10 km easy @ 5:40/km 06:30" --lift "60min heavy lower 18:00" \\
      --aim build --season base"""


@click.command(epilog=_EPILOG)
@day_options
@click.option(
    "--from",
    "from_files",
    multiple=True,
    metavar="FILE",
    type=click.Path(),
    help="Sessions of a training file: run.fit (docs/import.md).",
)
@click.option("--format", "fmt", type=click.Choice(list(FORMATS)), help="Format on the screen.")
@click.option(
    "-o", "--out", multiple=True, metavar="FILE", help="Write a file: .pdf .html .md .ics ..."
)
@look_options
def day(fmt: str | None, out: tuple[str, ...], **values: Any) -> None:
    """
    Plan one day of eating and drinking around running and lifting.

    PLAN is a TOML or JSON file, or - for standard input. Options beat the plan, which beats
    the profile that fuelcalc init saved. With none of them an example athlete is planned.
    """
    if fmt == "pdf" and on_a_terminal():
        raise InputError(
            "a PDF is no text for a screen", argument="format", remedy="write it with --out day.pdf"
        )
    formats = formats_of_files(fmt, out)
    asked = asked_of(values)
    check_not_read(
        formats, [*files_read(values), *template_files(asked), *map(Path, values["from_files"])]
    )
    recorded = None
    if values["from_files"]:
        from fuelcalc.cli.recorded_day import recorded_day

        recorded = recorded_day(values["from_files"], values["date"])
        values |= {"date": recorded.date.isoformat(), "found": recorded.lists}
    finished = planned(values)
    if recorded is not None:
        recorded.explain(finished.plan)
    if formats:
        if finished.is_example:
            click.echo(EXAMPLE_LINE, err=True)
        write_whole({path: rendered(finished.plan, one, asked) for path, one in formats.items()})
    else:
        _show(finished, fmt, asked)


def _show(finished: Planned, fmt: str | None, asked: LookOptions) -> None:
    """Print the plan: in colour on a terminal, else as it would be written."""
    asked["width"] = screen_width()
    if finished.is_example:
        click.echo(EXAMPLE_LINE, err=fmt not in {None, "text"})
    if fmt is None and on_a_terminal():
        from fuelcalc.reports.day.page import view_of
        from fuelcalc.reports.formats.terminal import print_to_terminal
        from fuelcalc.reports.look import look_for

        look = look_for(finished.plan.athlete, **asked)
        print_to_terminal(view_of(finished.plan, look, "text"), width=look.width)
        return
    page = rendered(finished.plan, fmt or "text", asked)
    show(page, is_text=fmt in {None, "text"})

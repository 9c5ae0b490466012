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
    put_out,
    screen_width,
    template_files,
)
from fuelcalc.cli.planned import day_options, files_read, planned
from fuelcalc.cli.writing import check_not_read
from fuelcalc.reports import FORMATS

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
    if finished.is_example:
        click.echo(EXAMPLE_LINE, err=bool(out) or fmt not in {None, "text"})
    if fmt is None and not out and on_a_terminal():
        from fuelcalc.reports.formats.terminal import print_to_terminal
        from fuelcalc.reports.look import look_for

        asked["width"] = screen_width()
        look = look_for(finished.plan.athlete, **asked)
        print_to_terminal(finished.page("text").view(look, "text"), width=look.width)
    else:
        put_out(finished.page, fmt, out, asked)

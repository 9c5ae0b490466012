"""`fuelcalc week`: the days of a week on one page."""

from typing import Any

import click

from fuelcalc.cli.example import EXAMPLE_LINE
from fuelcalc.cli.look import asked_of, look_options, output_options, put_out
from fuelcalc.cli.planned import check_food_is_chosen
from fuelcalc.cli.planned_week import check_written, planned_week, week_options
from fuelcalc.reports import FORMATS
from fuelcalc.reports.week.check import CheckPage

_EPILOG = """\b
Example:
    fuelcalc week --sex male --age 41 --mass 78kg --height 181cm \\
      --weekly-mileage "45 km" --weekly-lifts 3"""


@click.command(epilog=_EPILOG)
@week_options
@click.option("--check", is_flag=True, help="What the check of the training found, alone.")
@output_options(*FORMATS)
@look_options
def week(*, check: bool, fmt: str | None, out: tuple[str, ...], **values: Any) -> None:
    """
    Plan a week of eating around running and lifting.

    PLAN is a TOML or JSON file with dated days, days that repeat, or a weekly mileage. A day of
    the week is what fuelcalc day plans for its date.
    """
    asked = asked_of(values)
    check_written(fmt, out, asked, values)
    check_food_is_chosen({**values, "check": check}, "check")
    finished = planned_week({**values, "no_menu": values["no_menu"] or check})
    if finished.is_example:
        click.echo(EXAMPLE_LINE, err=bool(out) or fmt not in {None, "text"})
    if check:
        put_out(lambda _: CheckPage(finished.plan), fmt, out, asked)
    else:
        put_out(finished.page, fmt, out, asked)

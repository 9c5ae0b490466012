"""`fuelcalc shopping`: what to buy for a week, by aisle."""

from typing import Any

import click

from fuelcalc.cli.example import EXAMPLE_LINE
from fuelcalc.cli.look import asked_of, look_options, output_options, put_out
from fuelcalc.cli.planned_week import check_written, planned_week, week_options
from fuelcalc.cli.profile import own_foods
from fuelcalc.errors import InputError
from fuelcalc.planning.week.shopping import shopping_list
from fuelcalc.reports.shopping import ShoppingPage

_EPILOG = """\b
Example:
    fuelcalc shopping plan.toml --have "rice, olive oil" --people 2"""


@click.command(epilog=_EPILOG)
@week_options
@click.option("--have", multiple=True, metavar="FOOD", help="What is there already: rice.")
@click.option("--people", type=float, default=1.0, help="How many eat the same: 2.")
@output_options("text", "markdown", "html", "pdf", "json", "csv")
@look_options
def shopping(
    *, have: tuple[str, ...], people: float, fmt: str | None, out: tuple[str, ...], **values: Any
) -> None:
    """
    List what to buy for a week, in the order of a shop.

    PLAN and all options are those of fuelcalc week; --for PLAN adds what somebody else eats of the
    same pot.
    """
    if values["no_menu"]:
        remedy = "leave it out"
        raise InputError("leaves nothing to buy", argument="no-menu", quote="", remedy=remedy)
    asked = asked_of(values)
    check_written(fmt, out, asked, values)
    finished = planned_week(values)
    weeks = (finished.plan, *finished.others)
    bought = shopping_list(
        [day for week in weeks for day in week.days],
        foods=own_foods(values["foods"]),
        have=[word.strip() for text in have for word in text.split(",")],
        people=people,
        units=asked["units"] or finished.plan.athlete.units or "metric",
    )
    if finished.is_example:
        click.echo(EXAMPLE_LINE, err=bool(out) or fmt not in {None, "text"})
    put_out(lambda _: ShoppingPage(bought, finished.plan.athlete), fmt, out, asked)

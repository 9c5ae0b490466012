"""`fuelcalc foods`: look foods up, choose among them by what they hold, and show one whole."""

from typing import Any, Final

import click

from fuelcalc.cli.completion import food_ids
from fuelcalc.cli.options import several
from fuelcalc.cli.profile import own_foods
from fuelcalc.cli.search import (
    Kind,
    limits_given,
    list_options,
    put_found,
    text_of,
    word_options,
)
from fuelcalc.models.foods import Food
from fuelcalc.pantry import pantry_of
from fuelcalc.pantry.food_query import PER, FoodQuery
from fuelcalc.pantry.table import ROLES, WHEN
from fuelcalc.reports.foods import FoodCard, FoodList

_QUERY_KEYS: Final = ("role", "when", "contains", "least", "most", "sort", "per")


_EPILOG = """\b
Example:
    fuelcalc foods salmon
    fuelcalc foods --sort "most carbohydrate" --most "fibre 2 g" --diet vegan
    fuelcalc foods --contains iron --avoid nuts --per portion"""


@click.command(epilog=_EPILOG)
@word_options("food", food_ids)
@several("--role", "--roles", about="fruit, fish, grain ...", words=lambda: ROLES)
@several("--when", about="breakfast, meal, snack, session.", words=lambda: WHEN)
@click.option("--contains", multiple=True, metavar="NUTRIENT", help='Holds some: "iron".')
@click.option("--least", multiple=True, metavar="TEXT", help='Holds it at least: "protein 10 g".')
@click.option("--most", multiple=True, metavar="TEXT", help='Holds it at most: "fibre 2 g".')
@click.option(
    "--per",
    type=click.Choice(PER),
    default="100g",
    help="Amounts of 100 g, or of one household measure.",
)
@click.option("--sort", multiple=True, metavar="TEXT", help='"most carbohydrate, least fibre".')
@list_options("text", "markdown", "html", "json", "csv", own="foods")
def foods(words: tuple[str, ...], file: str | None, **values: Any) -> None:
    """
    List foods, search them by WORDS, or show one with all that it holds.

    A food whose source has no value for a nutrient is never within a limit on it.
    """
    query = FoodQuery.of(
        limits=limits_given(values),
        **{key: values[key] for key in _QUERY_KEYS},
    )
    text, pantry = text_of(words), pantry_of(own_foods(file))
    kind: Kind[Food] = Kind(
        noun="food",
        example="fuelcalc foods salmon",
        called=lambda food: (food.food_id, food.name),
        card=lambda food, found: FoodCard(food, [one for one in found if one is not food]),
        listing=lambda some, n: FoodList(
            some, n, query.per_portion, query.nutrients, query.limits.restrictions
        ),
    )
    put_found(text, query.found(text, pantry), kind, values, is_open=query.is_open)

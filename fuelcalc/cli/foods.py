"""`fuelcalc foods`: look foods up, choose among them by what they hold, and show one whole."""

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple, TypeVar

import click

from fuelcalc.cli.completion import completed, food_ids
from fuelcalc.cli.limits import limit_options, limits_given
from fuelcalc.cli.look import output_options, put_out, saved_look, unit_options
from fuelcalc.cli.profile import own_foods
from fuelcalc.errors import InputError, quoted
from fuelcalc.models.foods import Food
from fuelcalc.pantry import Pantry, pantry_of
from fuelcalc.pantry.food_query import PER, FoodQuery
from fuelcalc.pantry.lookup import plain
from fuelcalc.pantry.table import ROLES, WHEN
from fuelcalc.reports.foods import FoodCard, FoodList
from fuelcalc.reports.render import Page

F = TypeVar("F", bound=Callable[..., Any])

USUAL_LENGTH: Final = 20
_QUERY_KEYS: Final = ("role", "when", "contains", "least", "most", "sort", "per")


class Answer(NamedTuple):
    """What was found, and how it is shown: as a list, or one food whole."""

    found: Sequence[Food]
    one: Food | None
    query: FoodQuery
    limit: int | None

    def page(self, fmt: str) -> Page:
        """The answer for a format; lists end early only in text, or where --limit says so."""
        if self.one is not None:
            others = [food for food in self.found if food is not self.one]
            return FoodCard(self.one, others)
        usual = USUAL_LENGTH if fmt == "text" else len(self.found)
        shown = self.found[: self.limit or usual]
        return FoodList(shown, len(self.found), self.query.per_portion, self.query.nutrients)


_EPILOG = """\b
Example:
    fuelcalc foods salmon
    fuelcalc foods --sort "most carbohydrate" --most "fibre 2 g" --diet vegan
    fuelcalc foods --contains iron --avoid nuts --per portion"""


@click.command(epilog=_EPILOG)
@click.argument("words", nargs=-1, shell_complete=completed(food_ids))
@click.option("--show", is_flag=True, help="Show the first food whole, whatever else fits.")
@limit_options
@click.option(
    "--role",
    "--roles",
    multiple=True,
    metavar="WORD",
    help="fruit, fish, grain ...",
    shell_complete=completed(lambda: ROLES),
)
@click.option(
    "--when",
    multiple=True,
    metavar="WORD",
    help="breakfast, meal, snack, session.",
    shell_complete=completed(lambda: WHEN),
)
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
@click.option("--limit", type=click.IntRange(min=1), metavar="NUMBER", help="20 in text, else all.")
@output_options("text", "markdown", "html", "json", "csv")
@click.option("--foods", "file", metavar="FILE", help="Your own foods, TOML or JSON.")
@unit_options
def foods(
    words: tuple[str, ...],
    *,
    show: bool,
    limit: int | None,
    fmt: str | None,
    out: tuple[str, ...],
    file: str | None,
    units: str | None,
    energy_unit: str | None,
    **values: Any,
) -> None:
    """
    List foods, search them by WORDS, or show one with all that it holds.

    A food whose source has no value for a nutrient is never within a limit on it.
    """
    query = FoodQuery.of(
        limits=limits_given(values),
        **{key: values[key] for key in _QUERY_KEYS},
    )
    pantry = pantry_of(own_foods(file))
    answer = _answer(text_of(words), query, pantry, show=show, limit=limit)
    put_out(answer.page, fmt, out, saved_look(units, energy_unit))


def text_of(words: Sequence[str]) -> str | None:
    """
    The words that were given as one text; None where there are none.

    Raises:
        InputError: They are there and empty.
    """
    text = " ".join(words)
    if words and not text.strip():
        raise InputError("empty", argument="words", remedy="write a name, or leave it out")
    return text or None


def _answer(
    text: str | None, query: FoodQuery, pantry: Pantry, *, show: bool, limit: int | None
) -> Answer:
    """Search, choose, and see whether one food is clearly meant."""
    if show and text is None:
        problem = "write the name of a food, such as: fuelcalc foods salmon"
        raise InputError(problem, argument="words")
    found = query.found(text, pantry)
    if show and not found:
        problem = f"no food called {quoted(text or '')} is within what the options ask"
        raise InputError(problem, argument="words", value=text, quote="")
    food = found[0] if show else None
    if text is not None and food is None and query.is_open and limit is None:
        named = plain(found[0].name) == plain(text) or found[0].food_id == text.strip()
        food = found[0] if named or len(found) == 1 else None
    return Answer(found, food, query, limit)

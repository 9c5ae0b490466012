"""`fuelcalc dishes`: what somebody may cook from the bundled dishes and their own."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import click

from fuelcalc.cli.completion import completed, dish_ids, food_ids, kitchen_names
from fuelcalc.cli.foods import USUAL_LENGTH, text_of
from fuelcalc.cli.limits import LIMIT_KEYS, limit_options, limits_given
from fuelcalc.cli.look import output_options, put_out, saved_look, unit_options
from fuelcalc.cli.profile import own_foods, profile_tree
from fuelcalc.errors import InputError, quoted
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.dishes import MEALS, UsualPlate
from fuelcalc.pantry import Limits, pantry_of
from fuelcalc.pantry.dish_query import DishQuery
from fuelcalc.pantry.lookup import plain
from fuelcalc.reports.dishes import DishCard, DishList
from fuelcalc.reports.render import Page

_ANYBODY: Final[Mapping[str, Any]] = {"sex": "female", "age": 30, "mass_kg": 60, "height_cm": 170}
_PROFILE_KEYS: Final = (*LIMIT_KEYS, "dislikes")


_EPILOG = """\b
Example:
    fuelcalc dishes "lentil bolognese"
    fuelcalc dishes --meal breakfast --minutes 10 --diet vegan
    fuelcalc dishes --with salmon --avoid milk --limit 5"""


@click.command(epilog=_EPILOG)
@click.argument("words", nargs=-1, shell_complete=completed(dish_ids))
@click.option("--show", is_flag=True, help="Show the first dish whole, whatever else fits.")
@limit_options
@click.option(
    "--meal",
    "--meals",
    multiple=True,
    metavar="WORD",
    help="breakfast, dinner ...",
    shell_complete=completed(lambda: MEALS),
)
@click.option(
    "--kitchen",
    "--kitchens",
    multiple=True,
    metavar="WORD",
    help="italian, thai ...",
    shell_complete=completed(kitchen_names),
)
@click.option("--minutes", metavar="NUMBER", help="Made in so many minutes at most.")
@click.option(
    "--with",
    "made_with",
    multiple=True,
    metavar="FOOD",
    help='Made with it: "salmon".',
    shell_complete=completed(food_ids),
)
@click.option("--limit", type=click.IntRange(min=1), metavar="NUMBER", help="20 in text, else all.")
@output_options("text", "markdown", "html", "json")
@click.option("--foods", "file", metavar="FILE", help="Your own foods and dishes, TOML or JSON.")
@unit_options
def dishes(
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
    List dishes, search them by WORDS, or show one with its amounts.

    Only dishes that you may eat, with foods that you may eat: within these limits, and those
    of the profile that fuelcalc init saved.
    """
    pantry = pantry_of(own_foods(file))
    profile = _profile_limits()
    wanted = DishQuery.of(
        pantry,
        limits=limits_given(values, profile),
        **{key: values[key] for key in ("meal", "kitchen", "minutes", "made_with")},
    )
    text = text_of(words)
    if show and text is None:
        problem = "write the name of a dish, such as: fuelcalc dishes bolognese"
        raise InputError(problem, argument="words")
    found = wanted.found(text, pantry)
    heading = _heading(wanted.limits) if profile else ""
    plate = _meant(text, found, show=show, is_open=wanted.is_open and limit is None)

    def page_for(fmt: str) -> Page:
        if plate is not None:
            return DishCard(plate, heading)
        usual = USUAL_LENGTH if fmt == "text" else len(found)
        return DishList(found[: limit or usual], len(found), heading)

    put_out(page_for, fmt, out, saved_look(units, energy_unit))


def _profile_limits() -> dict[str, Any]:
    """What the saved athlete may not eat, checked as a plan would."""
    athlete = profile_tree().get("athlete", {})
    if not isinstance(athlete, dict):
        raise InputError(
            "athlete is not a table",
            argument="athlete",
            value=athlete,
            place="profile",
            quote="",
            remedy="fuelcalc init --edit mends it",
        )
    limits = {key: athlete[key] for key in _PROFILE_KEYS if key in athlete}
    Athlete.of(**{**_ANYBODY, **limits})
    return limits


def _meant(
    text: str | None, found: Sequence[UsualPlate], *, show: bool, is_open: bool
) -> UsualPlate | None:
    """The one dish that is clearly meant, if any."""
    if text is None:
        return None
    if show and not found:
        problem = f"no dish called {quoted(text)} is within what the options ask"
        raise InputError(problem, argument="words", value=text, quote="")
    if show:
        return found[0]
    if not found or not is_open:
        return None
    named = (plate for plate in found if plain(plate.variant.name) == plain(text))
    return next(named, found[0] if len(found) == 1 else None)


def _heading(limits: Limits) -> str:
    """Whom the profile's limits leave these dishes for."""
    without = ", ".join((*limits.avoid, *limits.dislikes))
    pieces = [limits.diet, *limits.restrictions, *([f"without {without}"] if without else [])]
    return f"For your profile: {', '.join(pieces)}."

"""`fuelcalc dishes`: what somebody may cook from the bundled dishes and their own."""

from collections.abc import Mapping
from typing import Any, Final

import click

from fuelcalc.cli.completion import dish_ids, food_ids, kitchen_names
from fuelcalc.cli.options import overlaid, several
from fuelcalc.cli.planned import today_of
from fuelcalc.cli.profile import own_foods, profile_tree
from fuelcalc.cli.search import (
    LIMIT_KEYS,
    Kind,
    limits_given,
    list_options,
    put_found,
    text_of,
    word_options,
)
from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.dishes import MEALS, UsualPlate
from fuelcalc.pantry import Limits, pantry_of
from fuelcalc.pantry.dish_query import DishQuery
from fuelcalc.planning.menu.careful import is_careful
from fuelcalc.reports.dishes import DishCard, DishList

_ANYBODY: Final[Mapping[str, Any]] = {"sex": "female", "age": 30, "mass_kg": 60, "height_cm": 170}
_PROFILE_KEYS: Final = (*LIMIT_KEYS, "dislikes")


_EPILOG = """\b
Example:
    fuelcalc dishes "lentil bolognese"
    fuelcalc dishes --meal breakfast --minutes 10 --diet vegan
    fuelcalc dishes --with salmon --avoid milk --limit 5"""


@click.command(epilog=_EPILOG)
@word_options("dish", dish_ids)
@several("--meal", "--meals", about="breakfast, dinner ...", words=lambda: MEALS)
@several("--kitchen", "--kitchens", about="italian, thai ...", words=kitchen_names)
@click.option("--minutes", metavar="NUMBER", help="Made in so many minutes at most.")
@several("--with", "made_with", about='Made with it: "salmon".', words=food_ids, metavar="FOOD")
@list_options("text", "markdown", "html", "json", own="foods and dishes")
def dishes(words: tuple[str, ...], file: str | None, **values: Any) -> None:
    """
    List dishes, search them by WORDS, or show one with its amounts.

    Only dishes that you may eat, with foods that you may eat: within these limits, and those
    of the profile that fuelcalc init saved.
    """
    pantry = pantry_of(own_foods(file))
    profile, careful = _profile_limits()
    wanted = DishQuery.of(
        pantry,
        limits=limits_given(values, profile)._replace(careful=careful),
        **{key: values[key] for key in ("meal", "kitchen", "minutes", "made_with")},
    )
    text = text_of(words)
    heading = _heading(wanted.limits) if profile else ""
    kind: Kind[UsualPlate] = Kind(
        noun="dish",
        example="fuelcalc dishes bolognese",
        called=lambda plate: (plate.variant.dish.dish_id, plate.variant.name),
        card=lambda plate, _: DishCard(plate, heading),
        listing=lambda some, n: DishList(some, n, heading),
    )
    put_found(text, wanted.found(text, pantry), kind, values, is_open=wanted.is_open)


def _profile_limits() -> tuple[dict[str, Any], bool]:
    """What the saved athlete may not eat, checked as a plan would, and who is 65 or older."""
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
    # All of it, since a misspelled key may be the one that says what harms.
    known = Athlete.from_tree(overlaid(Athlete, _ANYBODY, athlete), path="athlete.")
    limits = {key: athlete[key] for key in _PROFILE_KEYS if key in athlete}
    return limits, is_careful(known, today_of(known))


def _heading(limits: Limits) -> str:
    """Whom the profile's limits leave these dishes for."""
    without = ", ".join((*limits.avoid, *limits.dislikes))
    pieces = [limits.diet, *limits.restrictions, *([f"without {without}"] if without else [])]
    return f"For your profile: {', '.join(pieces)}."

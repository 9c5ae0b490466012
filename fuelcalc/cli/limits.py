"""Options that say who may eat what, for every command of foods."""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

import click

from fuelcalc.cli.completion import completed
from fuelcalc.cli.options import given, overlaid
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.pantry import Limits

F = TypeVar("F", bound=Callable[..., Any])

LIMIT_KEYS: Final = ("diet", "avoid", "restrictions")


def limit_options(command: F) -> F:
    """Add --diet, --avoid and --restrictions to a command."""
    words = (
        click.option(
            "--diet",
            metavar="WORD",
            help="vegan, vegetarian, pescatarian, omnivore.",
            shell_complete=completed(lambda: DIETS),
        ),
        click.option(
            "--avoid",
            multiple=True,
            metavar="TEXT",
            help='Allergens: "nuts,milk".',
            shell_complete=completed(lambda: (*ALLERGENS, "nuts")),
        ),
        click.option(
            "--restrictions",
            "--restriction",
            multiple=True,
            metavar="TEXT",
            help="gluten-free, dairy-free, halal, kosher-style, low-fodmap.",
            shell_complete=completed(lambda: RESTRICTIONS),
        ),
    )
    for option in reversed(words):
        command = option(command)
    return command


def limits_given(values: Mapping[str, Any], below: Mapping[str, Any] | None = None) -> Limits:
    """
    The limits of the options, over those of a profile's athlete.

    Raises:
        InputError: A word names no diet, allergen or restriction.
    """
    return Limits.of(**overlaid(Athlete, dict(below or {}), given(values, LIMIT_KEYS)))

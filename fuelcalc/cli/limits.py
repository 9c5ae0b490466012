"""Options that say who may eat what, and words of closed lists, for every command of foods."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

import click

from fuelcalc.cli.completion import completed
from fuelcalc.cli.options import given, overlaid
from fuelcalc.errors import InputError, nearest
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.pantry import Limits
from fuelcalc.pantry.lookup import plain

F = TypeVar("F", bound=Callable[..., Any])

LIMIT_KEYS: Final = ("diet", "avoid", "restrictions")
_COMMA = re.compile(r",(?!\d)")


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


def parts_given(texts: Sequence[str], *, name: str) -> list[str]:
    """
    What an option was given, parted by commas; one inside a number is its decimal mark.

    Raises:
        InputError: One text is empty.
    """
    parts = [[part.strip() for part in _COMMA.split(text) if part.strip()] for text in texts]
    if not all(parts):
        raise InputError("empty", argument=name, remedy="write a word, or leave the option out")
    return [part for each in parts for part in each]


def words_given(texts: Sequence[str], known: Sequence[str], *, name: str) -> tuple[str, ...]:
    """
    Words of a closed list as it spells them, each option's parted by commas.

    Raises:
        InputError: A word is not in the list; the message suggests the nearest.
    """
    spelled = {plain(word): word for word in known}
    found: list[str] = []
    for word in parts_given(texts, name=name):
        if plain(word) not in spelled:
            near = nearest(word, known)
            remedy = f'did you mean "{near}"?' if near else f"choose of: {', '.join(known)}"
            raise InputError("is unknown", argument=name, value=word, allowed=known, remedy=remedy)
        found.append(spelled[plain(word)])
    return tuple(found)

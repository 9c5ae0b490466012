"""What the commands that search foods and dishes have in common: options, and what is meant."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, Generic, NamedTuple, TypeVar

import click

from fuelcalc.cli.completion import completed
from fuelcalc.cli.look import output_options, put_out, saved_look, unit_options
from fuelcalc.cli.options import given, overlaid, several, with_options
from fuelcalc.errors import InputError, quoted
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.pantry import Limits
from fuelcalc.pantry.lookup import plain
from fuelcalc.reports.render import Page

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

LIMIT_KEYS: Final = ("diet", "avoid", "restrictions")
_USUAL_LENGTH: Final = 20


def word_options(noun: str, ids: Callable[[], Iterable[str]]) -> Callable[[F], F]:
    """Add what names a food or a dish, and who may eat it."""
    options = (
        click.argument("words", nargs=-1, shell_complete=completed(ids)),
        click.option(
            "--show", is_flag=True, help=f"Show the first {noun} whole, whatever else fits."
        ),
        click.option(
            "--diet",
            metavar="WORD",
            help="vegan, vegetarian, pescatarian, omnivore.",
            shell_complete=completed(lambda: DIETS),
        ),
        several(
            "--avoid",
            about='Allergens: "nuts,milk".',
            words=lambda: (*ALLERGENS, "nuts"),
            metavar="TEXT",
        ),
        several(
            "--restrictions",
            "--restriction",
            about="gluten-free, dairy-free, halal, kosher-style, low-fodmap.",
            words=lambda: RESTRICTIONS,
            metavar="TEXT",
        ),
    )
    return lambda command: with_options(options, command)


def list_options(*formats: str, own: str) -> Callable[[F], F]:
    """Add how long a list is, where and how it is written, and whose own foods it has."""
    options = (
        click.option(
            "--limit", type=click.IntRange(min=1), metavar="NUMBER", help="20 in text, else all."
        ),
        output_options(*formats),
        click.option("--foods", "file", metavar="FILE", help=f"Your own {own}, TOML or JSON."),
        unit_options,
    )
    return lambda command: with_options(options, command)


def limits_given(values: Mapping[str, Any], below: Mapping[str, Any] | None = None) -> Limits:
    """
    The limits of the options, over those of a profile's athlete.

    Raises:
        InputError: A word names no diet, allergen or restriction.
    """
    return Limits.of(**overlaid(Athlete, dict(below or {}), given(values, LIMIT_KEYS)))


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


class Kind(NamedTuple, Generic[T]):
    """
    What is searched for, and how it is shown.

    Attributes:
        noun: What one of them is.
        example: A command that names one.
        called: The id and the name of one.
        card: One of them whole, beside all that was found.
        listing: As many as are listed, and how many were found.
    """

    noun: str
    example: str
    called: Callable[[T], tuple[str, str]]
    card: Callable[[T, Sequence[T]], Page]
    listing: Callable[[Sequence[T], int], Page]


def put_found(
    text: str | None, found: Sequence[T], kind: Kind[T], values: Mapping[str, Any], *, is_open: bool
) -> None:
    """
    Write what was found: one whole where one is clearly meant, else a list.

    A list ends early only in text, or where --limit says so.

    Args:
        text: What was asked for.
        found: What fits.
        kind: What they are.
        values: The values of `word_options` and `list_options`.
        is_open: Whether nothing was asked but the text.

    Raises:
        InputError: One is asked for whole, and none is named or fits.
    """
    limit = values["limit"]
    one = _meant(text, found, kind, show=values["show"], is_open=is_open and limit is None)

    def page_for(fmt: str) -> Page:
        if one is not None:
            return kind.card(one, found)
        length = limit or (_USUAL_LENGTH if fmt == "text" else len(found))
        return kind.listing(found[:length], len(found))

    asked = saved_look(values["units"], values["energy_unit"])
    put_out(page_for, values["fmt"], values["out"], asked)


def _meant(
    text: str | None, found: Sequence[T], kind: Kind[T], *, show: bool, is_open: bool
) -> T | None:
    """The first where one is asked for, else what is called just so, or stands alone."""
    if show and text is None:
        problem = f"write the name of a {kind.noun}, such as: {kind.example}"
        raise InputError(problem, argument="words")
    if show and not found:
        problem = f"no {kind.noun} called {quoted(text or '')} is within what the options ask"
        raise InputError(problem, argument="words", value=text, quote="")
    if text is None or not found or not (show or is_open):
        return None
    names = ((one, *kind.called(one)) for one in found)
    same = (
        one for one, its_id, name in names if its_id == text.strip() or plain(name) == plain(text)
    )
    return found[0] if show or len(found) == 1 else next(same, None)

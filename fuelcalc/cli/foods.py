"""`fuelcalc foods`: look foods up, choose among them by what they hold, and show one whole."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

import click

from fuelcalc.cli.completion import completed, food_ids
from fuelcalc.cli.files import write_whole
from fuelcalc.cli.limits import limit_options, limits_given, parts_given, words_given
from fuelcalc.cli.look import screen_width, style_of, unit_options
from fuelcalc.cli.profile import own_foods
from fuelcalc.errors import InputError, clipped, quoted
from fuelcalc.models.foods import Food
from fuelcalc.models.nutrients import Nutrient
from fuelcalc.pantry import Limits, Pantry, pantry_of
from fuelcalc.pantry.frame import nutrient_named
from fuelcalc.pantry.lookup import plain
from fuelcalc.pantry.table import ROLES, WHEN
from fuelcalc.reports.foods import Listing, food_text, foods_csv, foods_json, foods_text
from fuelcalc.reports.layout import MOST_WIDTH
from fuelcalc.reports.style import Style
from fuelcalc.units import parse_amount

F = TypeVar("F", bound=Callable[..., Any])

USUAL_LENGTH: Final = 20
_SUFFIXES: Final = {".txt": "text", ".text": "text", ".json": "json", ".csv": "csv"}
_HAIR: Final = 1e-9
_ORDERS: Final = {"most": -1.0, "highest": -1.0, "least": 1.0, "lowest": 1.0}


class Bound(NamedTuple):
    """A nutrient and the amount that it may not pass."""

    nutrient: Nutrient
    amount: float
    is_floor: bool

    def fits(self, food: Food, grams: float) -> bool:
        """Whether a food keeps it; what the source does not know is not within any bound."""
        held = self.nutrient.held(food, grams)
        if held.amount is None:
            return False
        if self.is_floor:
            return held.amount >= self.amount - _HAIR
        return held.is_whole and held.amount <= self.amount + _HAIR


class Sorting(NamedTuple):
    """A nutrient to sort by, and its direction: -1 is the most first."""

    nutrient: Nutrient
    sign: float

    def key(self, food: Food, grams: float) -> tuple[bool, float]:
        """Where a food stands; what the source does not know stands last."""
        held = self.nutrient.held(food, grams)
        unknown = held.amount is None or (self.sign > 0 and not held.is_whole)
        return unknown, 0.0 if unknown else self.sign * (held.amount or 0.0)


class Query(NamedTuple):
    """What the options ask of foods."""

    limits: Limits
    roles: tuple[str, ...]
    when: tuple[str, ...]
    contains: tuple[Nutrient, ...]
    bounds: tuple[Bound, ...]
    orders: tuple[Sorting, ...]
    per_portion: bool

    @property
    def is_open(self) -> bool:
        """Whether nothing is asked but the words."""
        anybody = self.limits == Limits()
        chosen = (self.roles, self.when, self.contains, self.bounds, self.orders)
        return anybody and not any(chosen)

    @property
    def nutrients(self) -> tuple[Nutrient, ...]:
        """Every nutrient that is asked about, once, in the order of the question."""
        sorted_by = (order.nutrient for order in self.orders)
        bounded = (bound.nutrient for bound in self.bounds)
        return tuple(dict.fromkeys((*self.contains, *sorted_by, *bounded)))

    def grams(self, food: Food) -> float:
        """The amount of a food that it is judged by."""
        return food.portion.one_g if self.per_portion else 100.0

    def fits(self, food: Food) -> bool:
        """Whether a food is asked for."""
        return (
            self.limits.allow(food)
            and (not self.roles or food.role in self.roles)
            and (not self.when or any(when in food.when for when in self.when))
            and all((nutrient.held(food).amount or 0.0) > 0.0 for nutrient in self.contains)
            and all(bound.fits(food, self.grams(food)) for bound in self.bounds)
        )

    def chosen(self, foods: Iterable[Food]) -> list[Food]:
        """The foods that fit, sorted as asked; what they hold most of what they must contain."""
        found = [food for food in foods if self.fits(food)]
        orders = self.orders or tuple(Sorting(nutrient, -1.0) for nutrient in self.contains)
        return sorted(
            found, key=lambda food: [order.key(food, self.grams(food)) for order in orders]
        )


def _nutrient(word: str, *, name: str) -> Nutrient:
    """A nutrient by its everyday name, or an error that says which option it was for."""
    try:
        return nutrient_named(word)
    except InputError as error:
        raise error.named(name) from None


def _bounds(texts: Sequence[str], *, name: str) -> tuple[Bound, ...]:
    """Read "fibre 2 g" or "2 g fibre", several parted by commas."""
    return tuple(_bound(part, name=name) for part in parts_given(texts, name=name))


def _bound(text: str, *, name: str) -> Bound:
    """Read one bound."""
    words = re.sub(r"[=:<>≤≥]", " ", text).split() or [text]
    for place in range(len(words) - 1, 0, -1):
        for label, rest in ((words[:place], words[place:]), (words[-place:], words[:-place])):
            nutrient = _known(" ".join(label))
            if nutrient is not None and any(char.isdigit() for char in rest[0]):
                return Bound(
                    nutrient, _amount(" ".join(rest), nutrient, name=name), name == "least"
                )
    number = next((i for i, word in enumerate(words) if word[0].isdigit()), len(words))
    nutrient = _nutrient(" ".join(words[:number]) or text, name=name)
    remedy = f'write "{nutrient.name} 2 {nutrient.suffix}"'
    raise InputError("has no amount", argument=name, value=text, remedy=remedy)


def _known(word: str) -> Nutrient | None:
    try:
        return nutrient_named(word)
    except InputError:
        return None


def _amount(text: str, nutrient: Nutrient, *, name: str) -> float:
    """Read the amount of a bound in the nutrient's unit; an index is a bare number."""
    where = f"{name}: {nutrient.name}"
    try:
        amount = parse_amount(text, nutrient.suffix, name=where) if nutrient.suffix else float(text)
    except ValueError as error:
        if isinstance(error, InputError):
            raise
        problem = "is not a number"
        raise InputError(problem, argument=where, value=text, remedy="write 55") from None
    if not 0.0 <= amount < float("inf"):
        raise InputError(
            "is below 0 or without end",
            argument=where,
            value=text,
            quote=clipped(text),
            remedy="write 0 or more",
        )
    return amount


def _orders(texts: Sequence[str]) -> tuple[Sorting, ...]:
    """Read "most carbohydrate, least fibre"."""
    found: list[Sorting] = []
    for part in parts_given(texts, name="sort"):
        direction, _, word = part.partition(" ")
        if direction.casefold() not in _ORDERS or not word.strip():
            nutrient = _known(part) or nutrient_named("protein")
            remedy = f'write "most {nutrient.name}"'
            raise InputError("cannot be read", argument="sort", value=part, remedy=remedy)
        found.append(Sorting(_nutrient(word, name="sort"), _ORDERS[direction.casefold()]))
    return tuple(found)


def _query(values: Mapping[str, Any]) -> Query:
    """Read what the options ask."""
    contains = parts_given(values["contains"], name="contains")
    return Query(
        limits=limits_given(values),
        roles=words_given(values["role"], ROLES, name="role"),
        when=words_given(values["when"], WHEN, name="when"),
        contains=tuple(_nutrient(word, name="contains") for word in contains),
        bounds=(*_bounds(values["least"], name="least"), *_bounds(values["most"], name="most")),
        orders=_orders(values["sort"]),
        per_portion=values["per"] == "portion",
    )


class Answer(NamedTuple):
    """What was found, and how it is shown: as a list, or one food whole."""

    found: Sequence[Food]
    one: Food | None
    query: Query
    limit: int | None

    def written(self, fmt: str, style: Style, *, width: int = MOST_WIDTH) -> str:
        """The answer in a format; lists end early only on the screen, or where --limit says so."""
        if self.one is not None and fmt == "text":
            others = [food for food in self.found if food is not self.one]
            return food_text(self.one, others, style, width=width)
        every = self.found if self.one is None else [self.one]
        usual = USUAL_LENGTH if fmt == "text" else len(every)
        shown = every[: self.limit or usual]
        if fmt == "csv":
            return foods_csv(shown)
        asked = Listing(len(every), self.query.per_portion, self.query.nutrients)
        if fmt == "json":
            return foods_json(shown, asked)
        return foods_text(shown, asked, style, width=width)


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
    type=click.Choice(["100g", "portion"]),
    default="100g",
    help="Amounts of 100 g, or of one household measure.",
)
@click.option("--sort", multiple=True, metavar="TEXT", help='"most carbohydrate, least fibre".')
@click.option("--limit", type=click.IntRange(min=1), metavar="NUMBER", help="20 in text, else all.")
@click.option("--format", "fmt", type=click.Choice(["text", "json", "csv"]), help="On the screen.")
@click.option("-o", "--out", multiple=True, metavar="FILE", help="A file: .txt, .json or .csv.")
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
    formats = _formats(fmt, out)
    query = _query(values)
    pantry = pantry_of(own_foods(file))
    answer = _answer(text_of(words), query, pantry, show=show, limit=limit)
    style = style_of(units, energy_unit)
    if formats:
        write_whole({path: answer.written(name, style) for path, name in formats.items()})
    else:
        click.echo(answer.written(fmt or "text", style, width=screen_width()), nl=False)


def _formats(fmt: str | None, out: Sequence[str]) -> dict[Path, str]:
    """The files to write, and the format that each suffix asks for."""
    if fmt is not None and out:
        raise InputError(
            "--format is for the screen and --out goes by suffix",
            argument="format",
            remedy="keep one",
        )
    for name in out:
        if Path(name).suffix.lower() not in _SUFFIXES:
            known = ", ".join(_SUFFIXES)
            remedy = f"end it in one of: {known}"
            raise InputError("names no format", argument="out", value=name, remedy=remedy)
    return {Path(name): _SUFFIXES[Path(name).suffix.lower()] for name in out}


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
    text: str | None, query: Query, pantry: Pantry, *, show: bool, limit: int | None
) -> Answer:
    """Search, choose, and see whether one food is clearly meant."""
    if text is None:
        if show:
            problem = "write the name of a food, such as: fuelcalc foods salmon"
            raise InputError(problem, argument="words")
        return Answer(query.chosen(pantry.foods), None, query, limit)
    called = pantry.called(text, argument="words")
    found = query.chosen(called)
    if show and not found:
        problem = f"no food called {quoted(text)} is within what the options ask"
        raise InputError(problem, argument="words", value=text, quote="")
    food = found[0] if show else None
    if food is None and query.is_open and limit is None:
        named = plain(called[0].name) == plain(text) or called[0].food_id == text.strip()
        food = called[0] if named or len(called) == 1 else None
    return Answer(found, food, query, limit)

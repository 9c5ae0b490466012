"""`fuelcalc dishes`: what somebody may cook from the bundled dishes and their own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

import click

from fuelcalc.cli.completion import completed, dish_ids, food_ids, kitchen_names
from fuelcalc.cli.foods import USUAL_LENGTH, text_of
from fuelcalc.cli.limits import LIMIT_KEYS, limit_options, limits_given, parts_given, words_given
from fuelcalc.cli.look import screen_width, style_of, unit_options
from fuelcalc.cli.profile import own_foods, profile_tree
from fuelcalc.errors import InputError, clipped, quoted
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.dishes import MEALS, Component, Dish
from fuelcalc.pantry import Limits, Pantry, pantry_of
from fuelcalc.pantry.lookup import is_called, plain
from fuelcalc.reports.dishes import UsualPlate, dish_text, dishes_json, dishes_text, plate_of
from fuelcalc.units import parse_amount

_ANYBODY: Final[Mapping[str, Any]] = {"sex": "female", "age": 30, "mass_kg": 60, "height_cm": 170}
_PROFILE_KEYS: Final = (*LIMIT_KEYS, "dislikes")
_MOST_MINUTES: Final = 1e6


class DishQuery(NamedTuple):
    """What the options ask of dishes."""

    limits: Limits
    meals: tuple[str, ...]
    kitchens: tuple[str, ...]
    most_minutes: float
    foods: tuple[frozenset[str], ...]

    @property
    def is_open(self) -> bool:
        """Whether nothing is asked but the words."""
        return (
            not (self.meals or self.kitchens or self.foods) and self.most_minutes >= _MOST_MINUTES
        )

    def fits(self, plate: UsualPlate) -> bool:
        """Whether a dish is asked for."""
        dish, held = plate.variant.dish, {part.food.food_id for part in plate.parts}
        return (
            (not self.meals or any(meal in dish.meals for meal in self.meals))
            and (not self.kitchens or dish.kitchen in self.kitchens)
            and dish.minutes <= self.most_minutes
            and all(held & foods for foods in self.foods)
        )


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
    "foods",
    multiple=True,
    metavar="FOOD",
    help='Made with it: "salmon".',
    shell_complete=completed(food_ids),
)
@click.option("--limit", type=click.IntRange(min=1), metavar="NUMBER", help="20 in text, else all.")
@click.option("--format", "fmt", type=click.Choice(["text", "json"]), default="text")
@click.option("--foods", "file", metavar="FILE", help="Your own foods and dishes, TOML or JSON.")
@unit_options
def dishes(
    words: tuple[str, ...],
    *,
    show: bool,
    limit: int | None,
    fmt: str,
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
    wanted = _wanted(values, profile, pantry)
    text = text_of(words)
    if show and text is None:
        problem = "write the name of a dish, such as: fuelcalc dishes bolognese"
        raise InputError(problem, argument="words")
    pantry = _preferring(wanted.foods, pantry)
    found = [plate for plate in _called(text, wanted.limits, pantry) if wanted.fits(plate)]
    heading = _heading(wanted.limits) if profile else ""
    plate = _meant(text, found, show=show, is_open=wanted.is_open and limit is None)
    every = found if plate is None else [plate]
    shown = every[: limit or (USUAL_LENGTH if fmt == "text" else len(every))]
    style = style_of(units, energy_unit)
    if fmt == "json":
        click.echo(dishes_json(shown, len(every)), nl=False)
    elif plate is not None:
        click.echo(dish_text(plate, heading, style, width=screen_width()), nl=False)
    else:
        text = dishes_text(shown, len(every), heading, style, width=screen_width())
        click.echo(text, nl=False)


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


def _wanted(values: Mapping[str, Any], profile: Mapping[str, Any], pantry: Pantry) -> DishQuery:
    """Read what the options ask, within a profile's limits."""
    kitchens = sorted({dish.kitchen for dish in pantry.dishes})
    return DishQuery(
        limits=limits_given(values, profile),
        meals=words_given(values["meal"], MEALS, name="meal"),
        kitchens=words_given(values["kitchen"], kitchens, name="kitchen"),
        most_minutes=_minutes(values["minutes"]),
        foods=tuple(_foods(word, pantry) for word in parts_given(values["foods"], name="with")),
    )


def _minutes(text: str | None) -> float:
    """Read "20" or "20 min"."""
    if text is None:
        return _MOST_MINUTES
    bare = text.strip().isdecimal()
    minutes = parse_amount(f"{text} min" if bare else text, "min", name="minutes")
    if not minutes >= 0.0:
        raise InputError(
            "is below 0", argument="minutes", value=text, quote=clipped(text), remedy="write 20"
        )
    return minutes


def _foods(word: str, pantry: Pantry) -> frozenset[str]:
    """The foods that are called so, or else that a search finds."""
    foods = [food for food in pantry.foods if is_called(food, word)]
    foods = foods or list(pantry.called(word, argument="with")[:5])
    return frozenset(food.food_id for food in foods)


def _preferring(wanted: Sequence[frozenset[str]], pantry: Pantry) -> Pantry:
    """The same pantry, its dishes filled with the wanted foods first."""
    if not wanted:
        return pantry
    first = frozenset[str]().union(*wanted)
    reordered = (
        replace(dish, places=tuple(_sorted(place, first) for place in dish.places))
        for dish in pantry.dishes
        # A bundled dish counts in other measures than an own food that stands in for ours.
        if dish in pantry.own_dishes or not pantry.moved.keys() & _food_ids(dish)
    )
    return Pantry(pantry.own_foods, tuple(reordered))


def _sorted(place: Sequence[Component], first: frozenset[str]) -> tuple[Component, ...]:
    return tuple(sorted(place, key=lambda component: component.food_id not in first))


def _food_ids(dish: Dish) -> set[str]:
    return {component.food_id for place in dish.places for component in place}


def _called(text: str | None, limits: Limits, pantry: Pantry) -> list[UsualPlate]:
    """
    The dishes that somebody may eat and that words name, those called so first.

    Raises:
        InputError: No dish at all is called so or made of it.
    """
    plates = [plate_of(variant, limits, pantry) for variant in pantry.variants(limits)]
    if text is None:
        return plates
    by_id = [plate for plate in plates if plate.variant.dish.dish_id == text.strip()]
    if by_id:
        return by_id
    if not plain(text) or not pantry.dishes_called(text):
        problem = f"no dish is called {quoted(text)} or made of it"
        raise InputError(problem, argument="words", value=text, quote="")
    eaten = {_as_eaten(plate): plate for plate in plates}
    return [eaten[dish] for dish in pantry.dishes_called(text, list(eaten))]


def _as_eaten(plate: UsualPlate) -> Dish:
    """A dish without what somebody does not eat, so that words find only what they get."""
    kept = {food.food_id for part in plate.parts for food in (part.food, *part.instead)}
    places = (
        tuple(component for component in place if component.food_id in kept)
        for place in plate.variant.dish.places
    )
    return replace(plate.variant.dish, dish_id="", name=plate.variant.name, places=tuple(places))


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

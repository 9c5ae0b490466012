"""What the shell completes: closed words, foods, dishes and feedings."""

from collections.abc import Callable, Iterable
from typing import Final

import click

Completer = Callable[[click.Context, click.Parameter, str], list[str]]

FEEDINGS: Final = (
    "breakfast", "second breakfast", "lunch", "tea", "dinner", "supper", "snack", "before the run",
    "after the run", "before the lift", "after the lift", "before sleep",
)  # fmt: skip
"""What a feeding may be called where a dish is kept or exchanged; its time does as well."""


_OUT: Final = "out"


def completed(words: Callable[[], Iterable[str]]) -> Completer:
    """
    Complete words of a list, each behind the last comma.

    Args:
        words: The list, made when the shell asks.
    """

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
        del ctx, param
        before, comma, last = incomplete.rpartition(",")
        start = last.lstrip().casefold()
        return [f"{before}{comma}{word}" for word in words() if word.casefold().startswith(start)]

    return complete


def food_ids() -> list[str]:
    """Every food by its id, which is read as its name is and has no spaces."""
    from fuelcalc.cli.profile import own_foods
    from fuelcalc.pantry import pantry_of

    return [food.food_id for food in pantry_of(own_foods(None)).foods]


def dish_ids() -> list[str]:
    """Every dish by its id, own ones first."""
    from fuelcalc.cli.profile import own_foods
    from fuelcalc.pantry import pantry_of

    return [dish.dish_id for dish in pantry_of(own_foods(None)).dishes]


def kitchen_names() -> list[str]:
    """Every kitchen that a dish is from."""
    from fuelcalc.pantry import BUNDLED

    return sorted({dish.kitchen for dish in BUNDLED.dishes})


def complete_lock(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Complete a feeding with its "=", and behind that a dish, or "out"."""
    del ctx, param
    feeding, sign, start = incomplete.partition("=")
    if sign:
        return [f"{feeding}={dish}" for dish in (_OUT, *dish_ids()) if dish.startswith(start)]
    return [f"{word}=" for word in FEEDINGS if word.startswith(feeding)]

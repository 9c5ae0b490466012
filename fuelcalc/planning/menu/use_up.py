"""Foods that have to go: whether today's food takes them, and if not, why."""

from collections.abc import Iterable
from typing import Literal

from fuelcalc.models.foods import Food
from fuelcalc.pantry.lookup import is_called, plain
from fuelcalc.planning.menu.asked import Asked
from fuelcalc.planning.menu.week_dishes import is_wished

Why = Literal["limits", "no-dish", "not-today"]
"""The limits rule it out; no dish that they allow holds it; no such dish stands on the menu."""


def left_over(asked: Asked, served: Iterable[Food]) -> dict[Why, tuple[str, ...]]:
    """
    The foods to use up that today's menu does not take, by the reason.

    Args:
        asked: The words, limits and dishes.
        served: Every food on the day's plates.
    """
    eaten = tuple(served)
    found: dict[Why, list[str]] = {}
    for word in asked.use_up:
        if any(_holds(food, word) for food in eaten) or word in asked.unknown:
            continue
        found.setdefault(_why(word, asked), []).append(word)
    return {why: tuple(words) for why, words in found.items()}


def _holds(food: Food, word: str) -> bool:
    """Whether a food is what a word means: called so, or of that kind."""
    words = set(plain(word).split())
    return is_called(food, word) or any(
        words <= set(plain(text).split()) for text in (food.name, *food.synonyms)
    )


def _why(word: str, asked: Asked) -> Why:
    """Why a word's food is on no plate."""
    foods = [food for food in asked.pantry.foods if _holds(food, word)]
    if foods and not any(asked.limits.most_g(food) > 0.0 for food in foods):
        return "limits"
    dishes = asked.pantry.variants(asked.limits)
    held = any(_holds(food, word) for one in dishes for food in one.foods)
    return (
        "not-today" if held or any(is_wished(one, (plain(word),)) for one in dishes) else "no-dish"
    )

"""Who may eat what: diets, allergens and restrictions are hard limits, never traded for fit."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from fuelcalc.models.diets import allergens_named, diet_named, may_eat, restrictions_named
from fuelcalc.models.foods import Food
from fuelcalc.pantry.lookup import is_called, known_word
from fuelcalc.pantry.table import food_table

SALTED: Final = frozenset({"salt", "sports-drink", "carbohydrate-drink-mix"})
"""Foods that are salt, or are made to replace what is sweated."""


class Limits(NamedTuple):
    """What somebody eats and must not eat, in codes; `unsalted` for who must not add salt."""

    diet: str
    avoid: tuple[str, ...]
    restrictions: tuple[str, ...]
    dislikes: tuple[str, ...]
    unsalted: bool = False

    def allow(self, food: Food) -> bool:
        """Whether this food is within all of them."""
        if self.unsalted and (food.food_id in SALTED or speaks_of_salt(food.name)):
            return False
        if food.allergens is None or food.diet is None:
            # Nobody has reviewed it: only for somebody with no limit at all.
            return (self.diet, *self.avoid, *self.restrictions) == ("omnivore",) and not any(
                is_called(food, word) for word in self.dislikes
            )
        return (
            may_eat(self.diet, food_for=food.diet)
            and all(code in food.suits for code in self.restrictions)
            and not any(code in food.allergens or code in food.may_contain for code in self.avoid)
            and not any(is_called(food, word) for word in self.dislikes)
        )


def speaks_of_salt(*texts: str) -> bool:
    """
    Whether a text tells of salt.

    >>> speaks_of_salt("Boil and salt them."), speaks_of_salt("Boil them.")
    (True, False)
    """
    return any("salt" in text.lower() for text in texts)


def limits_of(
    *,
    diet: str = "omnivore",
    avoid: Iterable[str] = (),
    restrictions: Iterable[str] = (),
    dislikes: Iterable[str] = (),
) -> Limits:
    """
    Read somebody's limits in their own words.

    Args:
        diet: A word of `DIETS`.
        avoid: Allergens ("nuts", "dairy"); what may be there in traces counts as there.
        restrictions: Ways of eating ("gluten-free", "halal").
        dislikes: Names of foods or of kinds of food ("cottage cheese", "fish").

    Raises:
        InputError: A word names no allergen, restriction or diet.
    """
    return _limits(diet, _words(avoid), _words(restrictions), _words(dislikes))


def is_allowed(
    food: Food,
    *,
    diet: str = "omnivore",
    avoid: Iterable[str] = (),
    restrictions: Iterable[str] = (),
    dislikes: Iterable[str] = (),
) -> bool:
    """
    Whether somebody may eat this food.

    A food without a reviewed tag is never allowed for somebody who avoids anything, and what
    a food may contain in traces counts as contained.

    Args:
        food: What would be eaten.
        diet: A word of `DIETS`.
        avoid: Allergens in anybody's words ("nuts", "dairy").
        restrictions: Ways of eating ("gluten-free", "halal").
        dislikes: Names of foods or of kinds of food ("cottage cheese", "fish").

    Raises:
        InputError: A word names no allergen, restriction or diet.

    >>> from fuelcalc.pantry.table import food_by_id
    >>> is_allowed(food_by_id("walnuts"), avoid=["nuts"])
    False
    >>> is_allowed(food_by_id("honey"), diet="vegan")
    False
    """
    return limits_of(diet=diet, avoid=avoid, restrictions=restrictions, dislikes=dislikes).allow(
        food
    )


def allowed_foods(
    foods: Iterable[Food] | None = None,
    *,
    diet: str = "omnivore",
    avoid: Iterable[str] = (),
    restrictions: Iterable[str] = (),
    dislikes: Iterable[str] = (),
) -> tuple[Food, ...]:
    """
    The foods that somebody may eat, in the order given.

    Args:
        foods: Which foods to choose from; the whole table by default.
        diet: A word of `DIETS`.
        avoid: Allergens in anybody's words ("nuts", "dairy").
        restrictions: Ways of eating ("gluten-free", "halal").
        dislikes: Names of foods or of kinds of food ("cottage cheese", "fish").

    Raises:
        InputError: A word names no allergen, restriction or diet.
    """
    limits = limits_of(diet=diet, avoid=avoid, restrictions=restrictions, dislikes=dislikes)
    return tuple(
        food for food in (food_table().foods if foods is None else foods) if limits.allow(food)
    )


def _words(words: Iterable[str]) -> tuple[str, ...]:
    # A lone string is one word here, not an iterable of letters.
    return (words,) if isinstance(words, str) else tuple(words)


@lru_cache(maxsize=256)
def _limits(
    diet: str,
    avoid: tuple[str, ...],
    restrictions: tuple[str, ...],
    dislikes: tuple[str, ...],
) -> Limits:
    """Turn words into codes, once for each set of words."""
    return Limits(
        diet_named(diet),
        allergens_named(avoid),
        restrictions_named(restrictions),
        tuple(known_word(word) for word in dislikes),
    )

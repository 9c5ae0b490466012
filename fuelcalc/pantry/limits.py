"""Who may eat what: diets, allergens and restrictions are hard limits, never traded for fit."""

from collections.abc import Iterable
from functools import lru_cache
from math import inf
from typing import Final, NamedTuple

from fuelcalc.models.diets import allergens_named, diet_named, may_eat, restrictions_named
from fuelcalc.models.foods import Food
from fuelcalc.pantry.heat import HOT_FOODS, is_heat
from fuelcalc.pantry.lookup import is_called, plain

SALTED: Final = frozenset({"salt", "sports-drink", "carbohydrate-drink-mix"})
"""Foods that are salt, or are made to replace what is sweated."""

_CURED: Final = frozenset({"gravad", "gravadlax", "gravlax", "lox"})
"""What cured salmon is called that says neither smoked nor salmon."""


class Limits(NamedTuple):
    """
    What somebody eats and must not eat, in codes: hard limits.

    Attributes:
        diet: A word of `DIETS`.
        avoid: Allergens; what may be there in traces counts as there.
        restrictions: Ways of eating that a food has to be reviewed for.
        dislikes: Names of foods or of kinds of food, as the table spells them.
        unsalted: Whether no salt may be added.
        careful: Whether no fish may be eaten that was smoked or cured cold.
    """

    diet: str = "omnivore"
    avoid: tuple[str, ...] = ()
    restrictions: tuple[str, ...] = ()
    dislikes: tuple[str, ...] = ()
    unsalted: bool = False
    careful: bool = False

    @classmethod
    def of(
        cls,
        *,
        diet: str = "omnivore",
        avoid: Iterable[str] = (),
        restrictions: Iterable[str] = (),
        dislikes: Iterable[str] = (),
        unsalted: bool = False,
    ) -> "Limits":
        """
        Read somebody's limits in their own words.

        Args:
            diet: "vegan", "vegetarian", "pescatarian" or "omnivore".
            avoid: Allergens in anybody's words ("nuts", "dairy").
            restrictions: Ways of eating ("gluten-free", "halal").
            dislikes: Names of foods or of kinds of food ("cottage cheese", "fish").
            unsalted: Whether no salt may be added.

        Raises:
            InputError: A word names no diet, allergen or restriction.

        >>> Limits.of(diet="plant-based", avoid=["nuts"]).avoid
        ('peanut', 'tree-nut')
        """
        words = (_words(each) for each in (avoid, restrictions, dislikes))
        return _limits(diet, *words)._replace(unsalted=unsalted)

    def allow(self, food: Food) -> bool:
        """
        Whether this food is within all of them, in any amount.

        A food that nobody has reviewed is for nobody who has any limit.

        >>> from fuelcalc.pantry.table import bundled_foods
        >>> Limits.of(avoid=["nuts"]).allow(bundled_foods()["walnuts"])
        False
        >>> Limits.of(diet="vegan").allow(bundled_foods()["honey"])
        False
        """
        return self.most_g(food) == inf

    def most_g(self, food: Food) -> float:
        """
        The most of this food that one meal may hold: infinite, or as a restriction allows, or 0.

        >>> from fuelcalc.pantry.table import bundled_foods
        >>> low = Limits.of(restrictions=["low-fodmap"])
        >>> [low.most_g(bundled_foods()[name]) for name in ("kiwi", "raspberries", "apple")]
        [inf, 60.0, 0.0]
        """
        most_g = min((_most_g(food, code) for code in self.restrictions), default=inf)
        return most_g if most_g > 0.0 and self._has_no_bar_to(food) else 0.0

    def _has_no_bar_to(self, food: Food) -> bool:
        """Whether a food is within all of them but the restrictions."""
        if self.unsalted and (food.food_id in SALTED or speaks_of_salt(food.name, *food.made_of)):
            return False
        if self.careful and _is_cured(food):
            return False
        if food.allergens is None or food.diet is None:
            # Nobody has reviewed it: only for somebody with no limit at all.
            return (self.diet, *self.avoid, *self.restrictions) == ("omnivore",) and not any(
                _is_meant(food, word) for word in self.dislikes
            )
        return (
            may_eat(self.diet, food_for=food.diet)
            and not any(code in food.allergens or code in food.may_contain for code in self.avoid)
            and not any(_is_meant(food, word) for word in self.dislikes)
        )


def _is_meant(food: Food, word: str) -> bool:
    """Whether somebody who dislikes what a word says dislikes this food."""
    return is_called(food, word) or (food.food_id in HOT_FOODS and is_heat(word))


def _most_g(food: Food, code: str) -> float:
    """The most of a food that a restriction allows in one meal."""
    return inf if code in food.suits else dict(food.suits_up_to_g).get(code, 0.0)


def _is_cured(food: Food) -> bool:
    """Whether a food is salmon that was smoked or cured cold, by any of its names."""
    names = [set(plain(name).split()) for name in (food.name, *food.synonyms)]
    return any({"smoked", "salmon"} <= name or not name.isdisjoint(_CURED) for name in names)


def speaks_of_salt(*texts: str) -> bool:
    """
    Whether a text tells of salt.

    >>> speaks_of_salt("Boil and salt them."), speaks_of_salt("Boil them.")
    (True, False)
    """
    return any("salt" in text.lower() for text in texts)


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
        tuple(plain(word) for word in dislikes),
    )

"""Which dishes somebody asks for: by name, meal, kitchen, time and foods, as they may eat them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from fuelcalc.errors import InputError, clipped, quoted
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.dishes import MEALS, Component, Dish, UsualPlate
from fuelcalc.pantry.limits import Limits
from fuelcalc.pantry.lookup import is_called, plain
from fuelcalc.pantry.pantry import Pantry, pantry_of
from fuelcalc.pantry.variants import plate_of
from fuelcalc.pantry.words import Words, at_most, parts_of, words_of
from fuelcalc.units import parse_amount

_MOST_MINUTES: Final = 1e6


@holds_kinds(but=("foods",))
def find_dishes(
    words: str | None = None,
    *,
    limits: Limits | None = None,
    meal: Words = (),
    kitchen: Words = (),
    minutes: str | float | None = None,
    made_with: Words = (),
    limit: int | None = None,
    foods: Pantry | None = None,
) -> tuple[UsualPlate, ...]:
    """
    Dishes as somebody may eat them, in usual amounts: what `fuelcalc dishes` lists.

    Args:
        words: Everyday words that the dishes or their foods are called by; all by default.
        limits: What somebody eats and must not eat; anybody by default.
        meal: When they are eaten ("breakfast", "dinner"); one of these.
        kitchen: Whose cooking they are ("italian"); one of these.
        minutes: The longest that they take to make, in minutes ("20", "20 min" or 20).
        made_with: Foods that they are made with, all of them ("salmon").
        limit: At most so many; all by default.
        foods: The pantry to search; the bundled one by default.

    Returns:
        Dishes with each place filled by its first allowed food, those called so first.

    Raises:
        InputError: Words name nothing, or cannot be read.

    >>> vegan = Limits.of(diet="vegan")
    >>> [plate.variant.name for plate in find_dishes("bolognese", limits=vegan)][:2]
    ['lentil bolognese', 'soya mince bolognese with pasta']
    """
    pantry = pantry_of(foods)
    query = DishQuery.of(
        pantry, limits=limits, meal=meal, kitchen=kitchen, minutes=minutes, made_with=made_with
    )
    return at_most(limit, query.found(words, pantry))


class DishQuery(NamedTuple):
    """What is asked of dishes."""

    limits: Limits
    meals: tuple[str, ...]
    kitchens: tuple[str, ...]
    most_minutes: float
    foods: tuple[frozenset[str], ...]

    @classmethod
    def of(
        cls,
        pantry: Pantry,
        *,
        limits: Limits | None,
        meal: Words,
        kitchen: Words,
        minutes: str | float | None,
        made_with: Words,
    ) -> "DishQuery":
        """
        Read what is asked; see `find_dishes`.

        Raises:
            InputError: Words name nothing, or cannot be read.
        """
        kitchens = sorted({dish.kitchen for dish in pantry.dishes})
        return cls(
            limits=limits or Limits(),
            meals=words_of(meal, MEALS, name="meal"),
            kitchens=words_of(kitchen, kitchens, name="kitchen"),
            most_minutes=_minutes(minutes),
            foods=tuple(_foods(word, pantry) for word in parts_of(made_with, name="with")),
        )

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

    def found(self, words: str | None, pantry: Pantry) -> tuple[UsualPlate, ...]:
        """
        The dishes that fit, those called so first.

        Raises:
            InputError: No dish at all is called so or made of it.
        """
        pantry = _preferring(self.foods, pantry)
        return tuple(filter(self.fits, _called(words, self.limits, pantry)))


def _minutes(text: str | float | None) -> float:
    """Read "20", "20 min" or 20."""
    if text is None:
        return _MOST_MINUTES
    bare = not isinstance(text, str) or text.strip().removeprefix("-").isdecimal()
    minutes = parse_amount(f"{text} min" if bare else text, "min", name="minutes")
    if not minutes >= 0.0:
        raise InputError(
            "is below 0",
            argument="minutes",
            value=text,
            quote=clipped(str(text)),
            remedy="write 20",
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
    plates = [plate_of(variant, limits, pantry.by_id) for variant in pantry.variants(limits)]
    if text is None:
        return plates
    by_id = [plate for plate in plates if plate.variant.dish.dish_id == text.strip()]
    if by_id:
        return by_id
    if not plain(text) or not pantry.dishes_called(text):
        problem = f"no dish is called {quoted(text)} or made of it"
        remedy = "fuelcalc dishes lists them"
        raise InputError(problem, argument="words", value=text, quote="", remedy=remedy)
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

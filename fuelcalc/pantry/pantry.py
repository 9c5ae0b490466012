"""The pantry: every food and dish to choose from, found by id, by name and by who may eat it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from math import inf
from types import MappingProxyType
from typing import Any, Final

from fuelcalc.errors import InputError, quoted
from fuelcalc.models.dishes import Dish, Variant
from fuelcalc.models.foods import Food
from fuelcalc.pantry.dishes import bundled_dishes
from fuelcalc.pantry.limits import Limits
from fuelcalc.pantry.lookup import FoodNames, plain
from fuelcalc.pantry.table import bundled_foods, known_by_id
from fuelcalc.pantry.variants import Shelf, filled


@dataclass(frozen=True, eq=False, repr=False)
class Pantry:
    """
    The foods and dishes to choose from: the bundled ones, under somebody's own.

    Two pantries that hold the same are equal. What it holds is read when it is first wanted.

    Attributes:
        own_foods: Foods beside the bundled ones, in place of those of the same id.
        own_dishes: Dishes beside the bundled ones, in place of those of the same id.

    >>> Pantry().food("banana").per_100g.energy_kcal
    89.0
    """

    own_foods: tuple[Food, ...] = ()
    own_dishes: tuple[Dish, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Food]:
        """Every food by its id, own ones first."""
        own = {food.food_id: food for food in self.own_foods}
        # What is first in a dict stays first; what is own stays own.
        return MappingProxyType({**own, **bundled_foods(), **own}) if own else bundled_foods()

    @cached_property
    def foods(self) -> tuple[Food, ...]:
        """Every food, own ones first, then the everyday one of each kind."""
        return tuple(self.by_id.values())

    @cached_property
    def dishes(self) -> tuple[Dish, ...]:
        """Every dish, own ones first."""
        ids = {dish.dish_id for dish in self.own_dishes}
        return (*self.own_dishes, *(one for one in bundled_dishes() if one.dish_id not in ids))

    @cached_property
    def _names(self) -> FoodNames:
        return FoodNames(self.foods)

    @cached_property
    def _words(self) -> Mapping[str, frozenset[str]]:
        """Every word that names a food, by its id."""
        return {
            food.food_id: frozenset(
                word
                for name in (food.name, *food.synonyms, *food.made_of)
                for word in plain(name).split()
            )
            for food in self.foods
        }

    @cached_property
    def moved(self) -> Mapping[str, Food]:
        """Bundled foods, by id, for which an own food in other measures stands."""
        return {
            food.food_id: ours
            for food in self.own_foods
            if (ours := bundled_foods().get(food.food_id)) and ours.portion != food.portion
        }

    @cached_property
    def _content(self) -> tuple[tuple[Any, ...], ...]:
        every: tuple[Food | Dish, ...] = (*self.own_foods, *self.own_dishes)
        return tuple(tuple(getattr(own, field.name) for field in fields(own)) for own in every)

    def __eq__(self, other: object) -> bool:
        """Whether another pantry holds the same."""
        return self is other or (isinstance(other, Pantry) and self._content == other._content)

    def __hash__(self) -> int:
        """The same for pantries that hold the same; made at every look into a cache."""
        return hash((len(self.own_foods), len(self.own_dishes)))

    def __repr__(self) -> str:
        """How much it holds: Pantry(478 foods, 312 dishes)."""
        return f"Pantry({len(self.foods)} foods, {len(self.dishes)} dishes)"

    def __reduce__(self) -> str | tuple[type["Pantry"], tuple[Any, ...]]:
        """Pickle what is somebody's own; the bundled one is the same object everywhere."""
        return "BUNDLED" if self is BUNDLED else (Pantry, (self.own_foods, self.own_dishes))

    def food(self, food_id: str) -> Food:
        """
        The food with this id.

        Raises:
            InputError: There is none; the message suggests the nearest.
        """
        return known_by_id(food_id, self.by_id)

    def dish(self, dish_id: str) -> Dish:
        """
        The dish with this id.

        Raises:
            InputError: There is none; the message suggests the nearest.

        >>> BUNDLED.dish("lentil-bolognese").kitchen
        'italian'
        """
        by_id = {dish.dish_id: dish for dish in self.dishes}
        otherwise = "fuelcalc dishes lists them"
        return known_by_id(
            dish_id, by_id, argument="dish", problem="there is no", otherwise=otherwise
        )

    def find(self, name: str, *, limit: int = 5) -> tuple[Food, ...]:
        """
        The foods that a name means, best first; none when nothing is called so.

        Args:
            name: An everyday name: "porridge", "sweet potatoes", "courgette".
            limit: At most so many.

        Returns:
            Foods of that name, those of that kind ("black beans" for "beans"), those also called
            so, those whose names hold every word, then those that the words hold.

        >>> [food.name for food in BUNDLED.find("courgettes")]
        ['zucchini', 'raw zucchini']
        """
        return self._names.find(name, limit=limit)

    def near(self, name: str, *, limit: int = 3) -> tuple[str, ...]:
        """
        The names and synonyms that are spelled nearly so, for somebody to choose from.

        >>> BUNDLED.near("bananna")
        ('banana',)
        """
        return self._names.near(name, limit=limit)

    def called(self, name: str, *, argument: str) -> tuple[Food, ...]:
        """
        Every food that a name means, best first.

        Args:
            name: An everyday name.
            argument: What it was given for, for the error.

        Raises:
            InputError: No food is called so; the message offers what is spelled nearly so.
        """
        found = self.find(name, limit=len(self.foods))
        if not found:
            near = " or ".join(quoted(other) for other in self.near(name))
            raise InputError(
                f"no food is called {quoted(name)}",
                argument=argument,
                value=name,
                quote="",
                remedy=f"did you mean {near}?" if near else "fuelcalc foods lists them",
            )
        return found

    def food_named(self, name: str) -> Food:
        """
        The one food that a name means most likely.

        Raises:
            InputError: No food is called so.

        >>> BUNDLED.food_named("eggs").food_id
        'egg'
        """
        return self.called(name, argument="food")[0]

    def is_in_a_method(self, text: str) -> bool:
        """
        Whether how some dish is made has all words of a text, as of a spice that no food is.

        >>> [BUNDLED.is_in_a_method(text) for text in ("dill", "gravel", "?")]
        [True, False, False]
        """
        words = set(plain(text).split())
        return bool(words) and any(words <= set(plain(dish.how).split()) for dish in self.dishes)

    def dishes_called(self, text: str, among: Iterable[Dish] | None = None) -> tuple[Dish, ...]:
        """
        The dishes whose name or foods hold every word, those called so first.

        Args:
            text: Everyday words: "salmon", "lentil soup".
            among: Which dishes to search; all by default.

        >>> [dish.kitchen for dish in BUNDLED.dishes_called("lentil bolognese")]
        ['italian']
        """
        words = set(plain(text).split())
        called: list[Dish] = []
        holding: list[Dish] = []
        for dish in self.dishes if among is None else among:
            names = set(plain(dish.name).split()) | set(plain(dish.dish_id).split())
            if words <= names:
                called.append(dish)
            elif words <= names.union(
                *(self._words[part.food_id] for place in dish.places for part in place)
            ):
                holding.append(dish)
        return (*called, *holding)

    def variants(self, limits: Limits) -> tuple[Variant, ...]:
        """
        Every dish that somebody may eat, each place filled by its first allowed food.

        A place that nothing may fill is left out where the dish is still that dish without it;
        else the dish is left out. So is a dish called by something disliked. A kosher-style
        plate takes the alternatives without milk beside meat; where there are none, those
        without meat.

        Args:
            limits: What somebody eats and must not eat.
        """
        return _variants(limits, self)


@lru_cache(maxsize=32)
def _variants(limits: Limits, pantry: Pantry) -> tuple[Variant, ...]:
    """Fill every dish; an own one counts in the measures of its own foods already."""
    most_g = {food.food_id: limits.most_g(food) for food in pantry.foods}
    allowed = frozenset([name for name, most in most_g.items() if most == inf])
    up_to_g = {name: most for name, most in most_g.items() if 0.0 < most < inf}
    shelf = Shelf(pantry.by_id, allowed, pantry.moved, up_to_g)
    n_own = len(pantry.own_dishes)
    return (
        *filled(pantry.dishes[:n_own], shelf._replace(moved={}), limits),
        *filled(pantry.dishes[n_own:], shelf, limits),
    )


BUNDLED: Final = Pantry()
"""The foods and dishes that come with fuelcalc."""


def pantry_of(foods: Pantry | None) -> Pantry:
    """
    The pantry that a library function was given, or the bundled one.

    Raises:
        InputError: It was given something else, such as a file's name.
    """
    if foods is None:
        return BUNDLED
    if not isinstance(foods, Pantry):
        raise InputError(
            f"is a {type(foods).__name__}, not a pantry",
            argument="foods",
            value=foods,
            quote="",
            remedy='write foods=read_foods("foods.toml")',
        )
    return foods

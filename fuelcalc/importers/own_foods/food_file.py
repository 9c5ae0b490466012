"""Somebody's own foods and dishes: a TOML or JSON file that shadows the bundled ones."""

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from fuelcalc.errors import InputError, quoted
from fuelcalc.importers.own_foods.entry import LongText, OwnEntry, Slug, one_of, slug_of
from fuelcalc.importers.own_foods.label import OwnFood
from fuelcalc.importers.own_foods.recipe import (
    MOST_LINES,
    is_recipe,
    serving_of,
    weighed_in,
)
from fuelcalc.importers.tree import OpenFile, kind_of, read_tree
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.dishes import MEALS, Component, Dish
from fuelcalc.models.foods import Food
from fuelcalc.models.record import Record
from fuelcalc.models.refusals import wrong_length
from fuelcalc.models.text import Name, Text
from fuelcalc.pantry.dishes import (
    MOST_DAYS_KEPT,
    MOST_PLACES,
    check_dish,
    component_of,
    places_of,
    window_of,
)
from fuelcalc.pantry.lookup import plain
from fuelcalc.pantry.pantry import BUNDLED, Pantry

_CARRIED: Final = {"packed": "cold", "microwave": "warm", "home": "no"}
MOST_ENTRIES: Final = 2000
"""A file holds at most so many foods, and so many dishes."""

Meal = Annotated[str, AfterValidator(one_of(MEALS)), WithJsonSchema({"enum": list(MEALS)})]


class OwnDish(OwnEntry):
    """One dish in the columns of the bundled ones, its foods as a list of lines."""

    must: ClassVar[Mapping[str, str]] = {
        "name": '"Lentil soup"',
        "meals": '["lunch"]',
        "foods": '["brown rice 0.5-1-2"]',
    }

    dish_id: Slug | None = Field(
        default=None, description="An id; that of a bundled dish replaces it"
    )
    name: Name = Field(description="What a menu calls it")
    meals: tuple[Meal, ...] = Field(
        min_length=1, max_length=len(MEALS), description="When it is eaten"
    )
    minutes: float = Field(default=15.0, ge=0, le=600, description="Minutes to make it for one")
    serves: int = Field(default=1, ge=1, le=50, description="Servings that one cooking yields")
    kitchen: Text = Field(default="own", description="Whose cooking it is")
    foods: tuple[LongText, ...] = Field(
        min_length=1,
        max_length=MOST_LINES,
        description="Each a food with its least, usual and most measures, where a bar parts "
        "choices; or what goes into the pot for all servings, such as 320 g brown rice",
    )
    how: LongText = Field(default="", description="How it is made")
    hands_on: Annotated[float | None, Field(ge=0, le=600)] = Field(
        default=None, description="Minutes of work within its minutes"
    )
    keeps: int = Field(default=0, ge=0, le=MOST_DAYS_KEPT, description="Days it keeps in a fridge")
    lunch: Literal["packed", "microwave", "home"] = Field(
        default="home", description="How it is eaten away from home, if it is"
    )
    window: Text = Field(
        default="", description="Minutes before a session that it suits, such as 25-100"
    )

    @model_validator(mode="after")
    def _countable(self) -> Self:
        if len(self.foods) > MOST_PLACES and not self.is_recipe:
            problem = f"{len(self.foods)} items, the most is {MOST_PLACES}"
            remedy = "write amounts for all servings, such as 320 g brown rice"
            raise InputError(problem, argument="foods", quote="", remedy=remedy)
        return self

    @property
    def is_recipe(self) -> bool:
        """Whether its foods are what goes into the pot for all servings."""
        return is_recipe(self.foods)

    def recipe(self, dish_id: str, called: Callable[[str], Food]) -> tuple[Food, Dish]:
        """
        One serving of the recipe as a food, and the dish that is made of it.

        Args:
            dish_id: Its id.
            called: Finds a food by its name.

        Raises:
            InputError: A line cannot be read, or its food is unknown or not measured so.
        """
        parts = weighed_in(self.foods, called)
        food, component = serving_of(self.name, f"{dish_id}-serving", parts, serves=self.serves)
        return food, self._dish(dish_id, ((component,),))

    def dish(self, dish_id: str, component: Callable[[str], Component]) -> Dish:
        """
        The dish, its foods looked up.

        Args:
            dish_id: Its id.
            component: Reads one food and its amounts.

        Raises:
            InputError: A food is unknown, or an amount is not measured.
        """
        return self._dish(dish_id, places_of(self.foods, component))

    def _dish(self, dish_id: str, places: tuple[tuple[Component, ...], ...]) -> Dish:
        """The dish of some places."""
        dish = Dish(
            dish_id=dish_id,
            name=self.name,
            meals=self.meals,
            minutes=self.minutes,
            serves=self.serves,
            kitchen=self.kitchen,
            places=places,
            how=self.how,
            hands_on=self.minutes if self.hands_on is None else self.hands_on,
            keeps=self.keeps,
            carried=_CARRIED[self.lunch],
            window=window_of(self.window),
        )
        check_dish(dish)
        return dish


class OwnFoods(Record):
    """What the file holds: tables of foods and of dishes."""

    foods: tuple[OwnFood, ...] = Field(
        default=(), max_length=MOST_ENTRIES, description="Foods as their labels print them"
    )
    dishes: tuple[OwnDish, ...] = Field(
        default=(), max_length=MOST_ENTRIES, description="Dishes of these and the bundled foods"
    )

    @classmethod
    def from_tree(cls, tree: Any, *, path: str) -> "OwnFoods":
        """Make one from nested dicts and lists, as a food file holds them; *path* is for errors."""
        # A hostile file is refused before it is read entry by entry.
        for key in ("foods", "dishes") if isinstance(tree, Mapping) else ():
            entries = tree.get(key)
            if isinstance(entries, list | tuple) and len(entries) > MOST_ENTRIES:
                limits = {"max_length": MOST_ENTRIES}
                raise wrong_length(entries, limits).named(key).within(path.rstrip("."))
        return super().from_tree(tree, path=path)


def identify(data: bytes) -> bool:
    """Whether bytes are a file of foods or dishes."""
    return kind_of(data) == "food"


@holds_kinds()
def read_foods(file: OpenFile) -> Pantry:
    r"""
    The bundled foods and dishes with somebody's own, which shadow ours of the same name or id.

    A food without `allergens` and `diet` counts as not reviewed: it is only for somebody
    without any limit.

    Args:
        file: A TOML or JSON file with [[foods]] and [[dishes]]; a path, or an open file.

    Returns:
        A pantry for `plan_day(foods=...)`.

    Raises:
        InputError: The file cannot be read, a unit is unknown, or a label cannot be true; one
            line says where.

    >>> import io
    >>> text = b'[[foods]]\nname = "Mill bread"\nrole = "bread"\nper = "40 g"\n'
    >>> text += b'energy = "96 kcal"\nprotein = "4 g"\ncarbohydrate = "17 g"\nfat = "1 g"\n'
    >>> read_foods(io.BytesIO(text)).foods[0].per_100g.protein_g
    10.0
    """
    return own_pantry(OwnFoods.from_tree(read_tree(file, kind="food"), path=""))


read = read_foods


def own_pantry(own: OwnFoods) -> Pantry:
    """
    Lay somebody's own foods and dishes over the bundled ones.

    Raises:
        InputError: Two own foods or dishes have one id, or a dish cannot be read.
    """
    pantry = Pantry(_foods(own.foods))
    if not own.dishes:
        return pantry
    servings, dishes = _dishes(own.dishes, pantry)
    return Pantry((*pantry.own_foods, *servings), dishes)


def _foods(own: Iterable[OwnFood]) -> tuple[Food, ...]:
    """Own foods, each in place of the bundled one of its id or its very name."""
    by_name = {plain(food.name): food for food in reversed(BUNDLED.foods)}
    found: dict[str, Food] = {}
    for number, entry in enumerate(own, start=1):
        if entry.food_id is not None:
            ours = BUNDLED.by_id.get(entry.food_id)
        else:
            ours = by_name.get(plain(entry.name)) or BUNDLED.by_id.get(slug_of(entry.name))
        try:
            food = entry.food(ours)
        except InputError as error:
            raise error.within(f"foods[{number}]") from None
        if food.food_id in found:
            raise InputError(
                f'is "{food.food_id}", which is there already',
                argument="food_id",
                value=food.name,
                path=f"foods[{number}]",
                remedy="keep one, or give it another food_id",
            )
        found[food.food_id] = food
    return tuple(found.values())


def _dishes(own: Iterable[OwnDish], pantry: Pantry) -> tuple[tuple[Food, ...], tuple[Dish, ...]]:
    """Servings of recipes, and own dishes in place of the bundled ones of their id or name."""
    by_name = {plain(dish.name): dish.dish_id for dish in BUNDLED.dishes}
    called = names_in(pantry)
    found: dict[str, Dish] = {}
    servings: list[Food] = []
    for number, entry in enumerate(own, start=1):
        path = f"dishes[{number}]"
        place = f"{path}, {quoted(entry.name)}"
        dish_id = entry.dish_id or by_name.get(plain(entry.name)) or slug_of(entry.name)
        if not dish_id:
            raise InputError(
                "the name gives no id",
                argument="dish_id",
                value=entry.name,
                path=path,
                place=place,
                quote="",
                remedy='write dish_id = "my-dish"',
            )
        try:
            if entry.is_recipe:
                serving, dish = entry.recipe(dish_id, called)
                servings.append(serving)
            else:
                dish = entry.dish(dish_id, lambda text: component_of(text, called))
        except InputError as error:
            raise error.within(path, place=place) from None
        if dish_id in found:
            raise InputError(
                f'is "{dish_id}", which is there already',
                argument="dish_id",
                value=entry.name,
                path=path,
                remedy="keep one, or give it another dish_id",
            )
        found[dish_id] = dish
    return tuple(servings), tuple(found.values())


def names_in(pantry: Pantry) -> Callable[[str], Food]:
    """How a dish finds its foods: by id, by name, or by another name that only one food has."""
    named: dict[str, Food] = {}
    also: dict[str, list[Food]] = {}
    for food in pantry.foods:
        named.setdefault(plain(food.name), food)
        for name in dict.fromkeys(map(plain, food.synonyms)):
            also.setdefault(name, []).append(food)

    def called(text: str) -> Food:
        words = plain(text)
        food = pantry.by_id.get(text) or named.get(words)
        if food is not None:
            return food
        others = also.get(words, [])
        if len(others) == 1:
            return others[0]
        near = [food.name for food in others or pantry.find(text)] or pantry.near(text)
        raise InputError(
            f"{'several foods are' if others else 'no food is'} called {quoted(text)}",
            argument="foods",
            value=text,
            quote="",
            remedy=f"write one of: {', '.join(near[:3])}" if near else "add it to [[foods]]",
        )

    return called

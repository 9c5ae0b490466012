"""Dishes: `foods/dishes.csv`, read and checked, and what one person may eat of them."""

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from math import floor
from typing import Final, NamedTuple

from fuelcalc.errors import FuelcalcError, InputError, Span, nearest, quoted
from fuelcalc.models.dishes import MEALS, Component, Dish, Variant
from fuelcalc.models.foods import Food
from fuelcalc.pantry.files import food_rows
from fuelcalc.pantry.limits import Limits, speaks_of_salt
from fuelcalc.pantry.lookup import plain
from fuelcalc.pantry.table import FoodTable, food_by_id, food_table

MOST_PLACES: Final = 7
"""A dish has at most so many foods."""

_PLACE = re.compile(r"\{(\d+)\}")
_MEAT_ROLES: Final = ("meat", "poultry")
_HAIR: Final = 1e-6


@cache
def bundled_dishes() -> tuple[Dish, ...]:
    """
    Every bundled dish, in the order of the file.

    Raises:
        FuelcalcError: A line cannot be read or asks for what the food table does not offer.
    """
    return dishes_in(food_rows("dishes.csv"), food_table())


def dishes_in(rows: Iterable[Mapping[str, str]], table: FoodTable) -> tuple[Dish, ...]:
    """
    Read dishes.

    Args:
        rows: Lines of `dishes.csv`, as text.
        table: The foods that they may use.

    Raises:
        FuelcalcError: A line cannot be read, asks for what the table does not offer, or stands
            twice.
    """

    # Many dishes ask for the same amounts of the same food.
    @cache
    def component(text: str) -> Component:
        return component_of(text, lambda name: food_by_id(name, table))

    found: dict[str, Dish] = {}
    for row in rows:
        dish_id = row["dish_id"]
        try:
            dish = Dish(
                dish_id=dish_id,
                name=row["name"],
                meals=tuple(row["meals"].split()),
                minutes=float(row["minutes"]),
                serves=int(row["serves"]),
                kitchen=row["kitchen"],
                places=places_of(row["foods"].split(" + "), component),
                how=row["how"],
            )
            check_dish(dish)
        except ValueError as error:
            raise FuelcalcError(f"foods/dishes.csv: {dish_id}: {error}") from error
        if dish_id in found:
            raise FuelcalcError(f"foods/dishes.csv: {dish_id} stands twice")
        found[dish_id] = dish
    return tuple(found.values())


def dishes_of(table: FoodTable | None = None) -> tuple[Dish, ...]:
    """The dishes of a table: somebody's own first, then the bundled ones they do not shadow."""
    if table is None or not table.own_dishes:
        return bundled_dishes()
    ids = {dish.dish_id for dish in table.own_dishes}
    return (*table.own_dishes, *(dish for dish in bundled_dishes() if dish.dish_id not in ids))


def dish_by_id(dish_id: str, table: FoodTable | None = None) -> Dish:
    """
    The dish with this id.

    Raises:
        InputError: There is none; the message suggests the nearest.

    >>> dish_by_id("lentil-bolognese").kitchen
    'italian'
    """
    by_id = {dish.dish_id: dish for dish in dishes_of(table)}
    if dish_id in by_id:
        return by_id[dish_id]
    near = nearest(dish_id, by_id.keys())
    raise InputError(
        f"there is no {quoted(dish_id)}",
        argument="dish",
        value=dish_id,
        quote="",
        remedy=f'did you mean "{near}"?' if near else "fuelcalc dishes lists them",
    )


def places_of(
    lines: Iterable[str], component: Callable[[str], Component]
) -> tuple[tuple[Component, ...], ...]:
    """The places of a dish: one a line, the foods that may fill it parted by a bar."""
    return tuple([tuple([component(text) for text in line.split(" | ")]) for line in lines])


def component_of(text: str, called: Callable[[str], Food]) -> Component:
    """
    Read one food of a dish and check its amounts.

    Args:
        text: "brown-rice 0.5-1-2.5": least, usual and most, in household measures; or one
            number, for exactly that.
        called: Finds the food.

    Raises:
        InputError: The text cannot be read, or the amounts are out of order, not measured or
            beyond the food's largest portion.

    >>> component_of("banana 0.5-1-2", food_by_id).most
    2.0
    """
    name, _, numbers = text.strip().rpartition(" ")
    try:
        amounts = [float(number) for number in numbers.split("-")]
    except ValueError:
        amounts = []
    if not name or len(amounts) not in {1, 3}:
        raise _wrong('is not "food least-usual-most"', text, 'write "banana 0.5-1-2"')
    food = called(name)
    least, usual, most = amounts * (3 // len(amounts))
    if not 0.0 <= least <= usual <= most or most == 0.0:
        raise _wrong("is not in order", text, "write least-usual-most")
    step, largest, measures = food.portion.step, food.portion.most, food.portion.many
    if most > largest + _HAIR:
        limit = f"write up to {largest:g} {measures}"
        raise _wrong("is more than the largest portion", text, limit)
    for steps in (least / step, most / step):
        if abs(steps - round(steps)) > _HAIR:
            raise _wrong("is not measured", text, f"write multiples of {step:g}")
    return Component(food.food_id, least, usual, most)


def _wrong(problem: str, text: str, remedy: str) -> InputError:
    """What is wrong with one food of a dish."""
    return InputError(problem, argument="foods", value=text, place="", remedy=remedy)


def check_dish(dish: Dish) -> None:
    """
    Hold that a dish can be planned with.

    Raises:
        InputError: It has no meal or an unknown one, too many foods, or a name that speaks of a
            food which may not be on the plate.
    """
    for meal in dish.meals or ("",):
        if meal not in MEALS:
            raise InputError("is unknown", argument="meals", value=meal, allowed=MEALS)
    if len(dish.places) > MOST_PLACES:
        raise InputError(
            f"{len(dish.places)} foods, the most is {MOST_PLACES}",
            argument="foods",
            place="",
            allowed=Span(1, MOST_PLACES),
            remedy="leave some out",
        )
    for number in _PLACE.findall(dish.name):
        place = dish.places[int(number) : int(number) + 1]
        if not place or any(component.least == 0.0 for component in place[0]):
            raise InputError(
                f"the name has {{{number}}}, which may not be on the plate",
                argument="name",
                value=dish.name,
                place="",
                quote="",
            )


def goes_together(foods: Iterable[Food], limits: Limits) -> bool:
    """
    Whether foods that are each allowed may share a plate.

    Kosher-style plates hold no meat or poultry beside a food that contains milk.

    Args:
        foods: Everything on the plate: a dish with its sides.
        limits: What somebody eats and must not eat.

    >>> from fuelcalc.pantry.limits import limits_of
    >>> plate = [food_by_id("chicken-breast"), food_by_id("greek-yogurt")]
    >>> goes_together(plate, limits_of(restrictions=["kosher"]))
    False
    """
    if "kosher-style" not in limits.restrictions:
        return True
    plate = tuple(foods)
    return not (any(map(_is_meat, plate)) and any(map(_holds_milk, plate)))


def _holds_milk(food: Food) -> bool:
    return food.allergens is None or "milk" in food.allergens


def _is_meat(food: Food) -> bool:
    """Whether a food is of meat: by its role, or since only omnivores eat it (stock, lard)."""
    # Of what holds milk, cheese made with rennet is for omnivores only, and is no meat.
    return food.role in _MEAT_ROLES or (food.diet == "omnivore" and not _holds_milk(food))


class _Shelf(NamedTuple):
    """
    The foods that one person may choose from.

    Attributes:
        table: All foods.
        allowed: The ids of those that are within the limits.
        moved: Bundled foods, by id, for which an own food in other measures stands.
    """

    table: FoodTable
    allowed: Container[str]
    moved: Mapping[str, Food]

    def part(
        self, place: Iterable[Component], used: Container[str]
    ) -> tuple[Food, Component] | None:
        """The first allowed food that may fill a place and is not yet on the plate."""
        for component in place:
            food_id = component.food_id
            if food_id not in self.allowed or food_id in used:
                continue
            food = self.table.by_id[food_id]
            if food_id not in self.moved:
                return food, component
            fitted = _in_measures_of(food, self.moved[food_id], component)
            if fitted is not None:
                return food, fitted
        return None


def variants(limits: Limits, table: FoodTable | None = None) -> tuple[Variant, ...]:
    """
    Every dish that somebody may eat, each place filled by its first allowed food.

    A place that nothing may fill is left out where the dish is still that dish without it;
    else the dish is left out. So is a dish called by something disliked. A kosher-style plate
    takes the alternatives without milk beside meat; where there are none, those without meat.

    Args:
        limits: What somebody eats and must not eat.
        table: The foods and dishes to choose from; the bundled ones by default.
    """
    return _variants(limits, table or food_table())


@lru_cache(maxsize=32)
def _variants(limits: Limits, table: FoodTable) -> tuple[Variant, ...]:
    """Fill every dish of a table."""
    bundled = food_table()
    shelf = _Shelf(
        table,
        frozenset([food.food_id for food in table.foods if limits.allow(food)]),
        {
            food_id: ours
            for food_id, ours in (bundled.by_id.items() if table is not bundled else ())
            if table.by_id[food_id].portion != ours.portion
        },
    )
    disliked = [words for words in (set(word.split()) for word in limits.dislikes) if words]
    n_own = len(table.own_dishes)
    # An own dish counts in the measures of its own table already.
    shelves = (shelf._replace(moved={}), shelf)
    found = (
        _variant(dish, shelves[place >= n_own], limits)
        for place, dish in enumerate(dishes_of(table))
    )
    return tuple(
        variant
        for variant in found
        if variant is not None
        and not (disliked and _is_called_by_any(variant, disliked))
        and not (limits.unsalted and speaks_of_salt(variant.name, variant.dish.how))
    )


def _is_called_by_any(variant: Variant, disliked: Iterable[set[str]]) -> bool:
    words = set(plain(variant.name).split())
    return any(word <= words for word in disliked)


def _variant(dish: Dish, shelf: _Shelf, limits: Limits) -> Variant | None:
    """A dish with its places filled by what may share a plate, if that can be."""
    variant = _filled(dish, shelf)
    if variant is None or goes_together(variant.foods, limits):
        return variant
    for is_apart in (_holds_milk, _is_meat):
        left = {
            component.food_id
            for place in dish.places
            for component in place
            if component.food_id in shelf.allowed
            and not is_apart(shelf.table.by_id[component.food_id])
        }
        variant = _filled(dish, shelf._replace(allowed=left))
        if variant is not None:
            return variant
    return None


def _filled(dish: Dish, shelf: _Shelf) -> Variant | None:
    """A dish with its places filled, or None where one that matters stays empty."""
    parts: list[tuple[Food, Component]] = []
    names: dict[int, str] = {}
    used: set[str] = set()
    for number, place in enumerate(dish.places):
        part = shelf.part(place, used)
        if part is not None:
            names[number] = part[0].name
            used.add(part[0].food_id)
            parts.append(part)
        elif all(component.least > 0.0 for component in place):
            return None
    if not parts:
        return None
    foods, components = zip(*parts, strict=True)
    name = dish.name
    if "{" in name:
        name = _PLACE.sub(lambda found: names[int(found[1])], name)
    for number, chosen in names.items():
        name = _told(name, shelf.table.by_id[dish.places[number][0].food_id].name, chosen)
    return Variant(dish, name, foods, components)


def _told(name: str, usual: str, chosen: str) -> str:
    """
    A dish's name that says which food of a kind stands in for the usual one.

    >>> _told("wheat biscuits with milk", "semi-skimmed milk", "soy milk")
    'wheat biscuits with soy milk'
    """
    kind = usual.rsplit(maxsplit=1)[-1]
    if chosen == usual or chosen.rsplit(maxsplit=1)[-1] != kind or chosen in name:
        return name
    return re.sub(rf"\b(?:{re.escape(usual)}|{re.escape(kind)})\b", chosen, name, count=1)


def _in_measures_of(food: Food, ours: Food, component: Component) -> Component | None:
    """
    A range in the measures of the own food that stands in for ours.

    The grams stay, held to its steps and its largest portion; None where not even one step
    fits into them.
    """
    scale, step = ours.portion.one_g / food.portion.one_g, food.portion.step
    most_steps = floor(min(component.most * scale, food.portion.most) / step + _HAIR)
    least_steps = min(round(component.least * scale / step), most_steps)
    if component.least > 0.0:
        least_steps = max(least_steps, 1)
    if most_steps < max(least_steps, 1):
        return None
    usual = min(max(component.usual * scale, least_steps * step), most_steps * step)
    return Component(food.food_id, least_steps * step, usual, most_steps * step)


def find_dishes(
    text: str, among: Sequence[Dish] | None = None, table: FoodTable | None = None
) -> tuple[Dish, ...]:
    """
    The dishes whose name or foods hold every word, those called so first.

    Args:
        text: Everyday words: "salmon", "lentil soup".
        among: Which dishes to search; all by default.
        table: The table whose dishes they are.

    >>> [dish.kitchen for dish in find_dishes("lentil bolognese")]
    ['italian']
    """
    words = set(plain(text).split())
    dishes = dishes_of(table) if among is None else among
    by_food = _food_words(table or food_table())
    called: list[Dish] = []
    holding: list[Dish] = []
    for dish in dishes:
        names = set(plain(dish.name).split()) | set(plain(dish.dish_id).split())
        if words <= names:
            called.append(dish)
        elif words <= names.union(
            *(by_food[component.food_id] for p in dish.places for component in p)
        ):
            holding.append(dish)
    return (*called, *holding)


@lru_cache(maxsize=8)
def _food_words(table: FoodTable) -> Mapping[str, frozenset[str]]:
    """Every word that names a food, by its id."""
    return {
        food.food_id: frozenset(
            word for name in (food.name, *food.synonyms) for word in plain(name).split()
        )
        for food in table.foods
    }

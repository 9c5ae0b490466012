"""What one person may eat of dishes: each place filled by a food that is within the limits."""

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from math import floor, inf
from types import MappingProxyType
from typing import Final, NamedTuple
from weakref import WeakValueDictionary

from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.models.dishes import Component, Dish, Part, UsualPlate, Variant
from fuelcalc.models.foods import Food
from fuelcalc.pantry.dishes import HAIR, MAYBE, PLACE
from fuelcalc.pantry.limits import Limits, speaks_of_salt
from fuelcalc.pantry.lookup import is_called, plain
from fuelcalc.pantry.seasonings import Seasoning, seasonings_in, seasonings_meant
from fuelcalc.pantry.up_to import (
    MOST_ON_A_PLATE,
    few_on_a_plate,
    is_still_itself,
    kind_of_food,
    within,
)

_COOKED: Final = "cooked "
_FREE: Final = "gluten-free "
_OTHERWISE_CALLED: Final = frozenset({"gluten-free bread", "gluten-free pasta"})
"""What is called toast and spaghetti on a plate, where who must eat it looks for its name."""

_SLICED: Final = re.compile(r"\b(?:jam toast|French toast|toast|spaghetti)\b")
_FILLED: Final = re.compile(r"\bsandwich(?:es)?\b")
_MEAT_ROLES: Final = ("meat", "poultry")
_ON_THE_MOVE: Final = frozenset({"during", "long"})


def goes_together(foods: Iterable[Food], limits: Limits) -> bool:
    """
    Whether foods that are each allowed may share a plate.

    Kosher-style plates hold no meat or poultry beside a food that contains milk, and no plate more
    than two foods of which a restriction allows only so much.

    Args:
        foods: Everything on the plate: a dish with its sides.
        limits: What somebody eats and must not eat.

    >>> from fuelcalc.pantry.table import bundled_foods
    >>> plate = [bundled_foods()[name] for name in ("chicken-breast", "greek-yogurt")]
    >>> goes_together(plate, Limits.of(restrictions=["kosher"]))
    False
    """
    if not limits.restrictions:
        return True
    plate = tuple(foods)
    is_apart = (
        "kosher-style" in limits.restrictions
        and any(map(_is_meat, plate))
        and any(map(_holds_milk, plate))
    )
    return not is_apart and few_on_a_plate(plate, limits)


def _holds_milk(food: Food) -> bool:
    return food.allergens is None or "milk" in food.allergens


def _is_meat(food: Food) -> bool:
    """Whether a food is of meat: by its role, or since only omnivores eat it (stock, lard)."""
    # Of what holds milk, cheese made with rennet is for omnivores only, and is no meat.
    return food.role in _MEAT_ROLES or (food.diet == "omnivore" and not _holds_milk(food))


class Shelf(NamedTuple):
    """
    The foods that one person may choose from.

    Attributes:
        foods: All foods, by id.
        allowed: The ids of those that are within the limits.
        moved: Bundled foods, by id, for which an own food in other measures stands.
        up_to_g: The most that one meal may hold, by id, of foods that are within the limits only
            up to an amount.
    """

    foods: Mapping[str, Food]
    allowed: Collection[str]
    moved: Mapping[str, Food]
    up_to_g: Mapping[str, float] = MappingProxyType({})

    def part(
        self, place: Iterable[Component], used: Container[str], little: Collection[str] = ()
    ) -> tuple[Food, Component] | None:
        """
        The first food that may fill a place and is not yet on the plate.

        Args:
            place: What may fill it, best first.
            used: The ids of what is on the plate.
            little: The kinds of food on it of which only so much is allowed.
        """
        for component in place:
            food_id = component.food_id
            is_free = food_id in self.allowed
            if food_id in used or not (is_free or self._has_room(food_id, little)):
                continue
            food = self.foods[food_id]
            fitted: Component | None = component
            if food_id in self.moved:
                fitted = _in_measures_of(food, self.moved[food_id], component)
            if fitted is not None and not is_free:
                fitted = within(food, fitted, self.up_to_g[food_id])
            if fitted is not None:
                return food, fitted
        return None

    def _has_room(self, food_id: str, little: Collection[str]) -> bool:
        """Whether a plate may hold one more food of which only so much is allowed."""
        return (
            food_id in self.up_to_g
            and len(little) < MOST_ON_A_PLATE
            and kind_of_food(self.foods[food_id]) not in little
        )


def filled(dishes: Iterable[Dish], shelf: Shelf, limits: Limits) -> Iterator[Variant]:
    """Each of some dishes that somebody may eat, filled from a shelf; see `Pantry.variants`."""
    disliked = [set(word.split()) for word in limits.dislikes if word]
    # What no food is called stands in methods alone; cinnamon stands there and is a food as well.
    spiced = [
        set(word.split())
        for word in limits.dislikes
        if word and not any(is_called(food, word) for food in shelf.foods.values())
    ]
    unwanted = seasonings_meant(limits.dislikes)
    # What is taken on the move is no meal of which anybody has said how much is little.
    moving = shelf._replace(up_to_g={})
    for dish in dishes:
        is_taken_along = not _ON_THE_MOVE.isdisjoint(dish.meals)
        variant = _variant(dish, moving if is_taken_along else shelf, limits)
        if (
            variant is not None
            and not (disliked and _is_called_by_any(variant.name, disliked))
            and not (spiced and _is_called_by_any(dish.how, spiced))
            and not (unwanted and _is_seasoned_with(variant, unwanted))
            and not (limits.unsalted and speaks_of_salt(variant.name, dish.how))
        ):
            yield variant


def _is_called_by_any(text: str, disliked: Iterable[set[str]]) -> bool:
    words = set(plain(text).split())
    return any(word <= words for word in disliked)


def _is_seasoned_with(variant: Variant, unwanted: Collection[Seasoning]) -> bool:
    names = [food.name for food in variant.foods]
    return not set(seasonings_in(method_of(variant), names)).isdisjoint(unwanted)


def _variant(dish: Dish, shelf: Shelf, limits: Limits) -> Variant | None:
    """A dish with its places filled by what may share a plate, if that can be."""
    variant = _filled(dish, shelf)
    if variant is None or goes_together(variant.foods, limits):
        return variant
    for is_apart in (_holds_milk, _is_meat):
        named = {component.food_id for place in dish.places for component in place}
        left = {name for name in named if name in shelf.foods and not is_apart(shelf.foods[name])}
        up_to_g = {name: shelf.up_to_g[name] for name in left if name in shelf.up_to_g}
        allowed = left.intersection(shelf.allowed)
        variant = _filled(dish, shelf._replace(allowed=allowed, up_to_g=up_to_g))
        if variant is not None:
            return variant
    return None


def _filled(dish: Dish, shelf: Shelf) -> Variant | None:
    """A dish with its places filled, or None where one that matters stays empty."""
    parts: dict[int, tuple[Food, Component]] = {}
    used: set[str] = set()
    little: set[str] = set()
    for number in _in_turn(dish, shelf):
        place = dish.places[number]
        part = shelf.part(place, used, little)
        if part is not None:
            parts[number] = part
            used.add(part[0].food_id)
            if part[0].food_id not in shelf.allowed:
                little.add(kind_of_food(part[0]))
        elif _is_needed(place):
            return None
    is_less = any(
        part.usual < written.usual
        for number, (food, part) in parts.items()
        for written in dish.places[number]
        if written.food_id == food.food_id and food.food_id not in shelf.allowed
    )
    if not parts or (is_less and not is_still_itself(dish, parts.values())):
        return None
    # No menu says that the spinach beside the noodles is cooked.
    names = {number: parts[number][0].name.removeprefix(_COOKED) for number in sorted(parts)}
    foods, components = zip(*(parts[number] for number in names), strict=True)
    name = dish.name
    if "{" in name:
        name = PLACE.sub(lambda found: names[int(found[1])], name)
    for number, chosen in names.items():
        usual = shelf.foods[dish.places[number][0].food_id].name.removeprefix(_COOKED)
        name = _told(name, usual, chosen)
    return _one_of(Variant(dish, name, foods, components, tuple(names)))


_ALIVE: Final[WeakValueDictionary[tuple[object, ...], Variant]] = WeakValueDictionary()


def _one_of(variant: Variant) -> Variant:
    """
    The variant itself, or the same one that somebody still holds.

    Variants are one by being one object, and a week may remember them longer than a pantry does.
    """
    dish = variant.dish
    # A dish whose amounts a restriction narrows is made anew each time; its places are told by
    # the components. Foods are alive as long as the variant is, and so are their ids.
    key = (
        dish.dish_id, dish.name, dish.meals, dish.window, dish.minutes, dish.hands_on, dish.serves,
        dish.keeps, dish.carried, dish.everyday, dish.taste, dish.kitchen, dish.how, variant.name,
        variant.components, variant.places, *map(id, variant.foods),
    )  # fmt: skip
    return _ALIVE.setdefault(key, variant)


def _in_turn(dish: Dish, shelf: Shelf) -> Sequence[int]:
    """The places of a dish as they are filled: in order, or first what it cannot do without."""
    order = range(len(dish.places))
    if not shelf.up_to_g:
        return order
    return sorted(order, key=lambda number: not _is_needed(dish.places[number]))


def _is_needed(place: Iterable[Component]) -> bool:
    """Whether a dish is none without this place."""
    return all(component.least > 0.0 for component in place)


def method_of(variant: Variant, taken: Container[str] | None = None) -> str:
    """
    How a dish is made for one person, in the names of the foods on the plate.

    A food called "cooked" loses the word, since the method cooks it.

    Args:
        variant: The dish as somebody may eat it.
        taken: The ids of the foods that something is taken of; all by default.

    >>> from fuelcalc.pantry import BUNDLED
    >>> vegan = {one.dish.dish_id: one for one in BUNDLED.variants(Limits.of(diet="vegan"))}
    >>> method_of(vegan["side-tofu"])
    'Cut it into cubes and bake them until golden, then toss them with soy sauce.'
    >>> method_of(vegan["side-tofu"], {"extra-firm-tofu"})
    'Cut it into cubes and bake them until golden.'
    """
    names = {
        place: food.name.removeprefix(_COOKED)
        # What is added to a dish, such as a gel with caffeine, fills none of its places.
        for place, food in zip(variant.places, variant.foods, strict=False)
        if taken is None or food.food_id in taken
    }

    def said(found: re.Match[str]) -> str:
        is_whole = all(int(number) in names for number in PLACE.findall(found[1]))
        return found[1] if is_whole else ""

    return PLACE.sub(lambda found: names[int(found[1])], MAYBE.sub(said, variant.dish.how))


def _told(name: str, usual: str, chosen: str) -> str:
    """
    A dish's name that says which food of a kind stands in for the usual one.

    >>> _told("wheat biscuits with milk", "semi-skimmed milk", "soy milk")
    'wheat biscuits with soy milk'
    >>> _told("jam toast with skyr", "wholewheat bread", "gluten-free bread")
    'gluten-free jam toast with skyr'
    """
    kind = usual.rsplit(maxsplit=1)[-1]
    if chosen == usual or chosen in name:
        return name
    last = chosen.rsplit(maxsplit=1)[-1]
    if chosen in _OTHERWISE_CALLED and last not in name:
        return _said_free(name)
    if last != kind:
        return name
    return re.sub(rf"\b(?:{re.escape(usual)}|{re.escape(kind)})\b", chosen, name, count=1)


def _said_free(name: str) -> str:
    """A dish's name where its toast, sandwich or spaghetti is of what it does not say."""
    name = _SLICED.sub(rf"{_FREE}\g<0>", name, count=1)
    return _FREE + name if _FREE not in name and _FILLED.search(name) else name


def _in_measures_of(food: Food, ours: Food, component: Component) -> Component | None:
    """
    A range in the measures of the own food that stands in for ours.

    The grams stay, held to its steps and its largest portion; None where not even one step
    fits into them.
    """
    scale, step = ours.portion.one_g / food.portion.one_g, food.portion.step
    most_steps = floor(min(component.most * scale, food.portion.most) / step + HAIR)
    least_steps = min(round(component.least * scale / step), most_steps)
    if component.least > 0.0:
        least_steps = max(least_steps, 1)
    if most_steps < max(least_steps, 1):
        return None
    usual = min(max(component.usual * scale, least_steps * step), most_steps * step)
    return Component(food.food_id, least_steps * step, usual, most_steps * step)


class Who(NamedTuple):
    """Who may eat something: as a food says it; None where nobody has reviewed it."""

    diet: str | None
    allergens: tuple[str, ...] | None
    may_contain: tuple[str, ...]
    suits: tuple[str, ...]


def who_may_eat_dish(variant: Variant) -> Who:
    """
    Who may eat a dish, in whatever amounts within its range.

    >>> from fuelcalc.pantry import BUNDLED
    >>> low = BUNDLED.variants(Limits.of(restrictions=["low-fodmap"]))
    >>> all("low-fodmap" in who_may_eat_dish(variant).suits for variant in low)
    True
    """
    # By the hour nobody has said what is little.
    hours = inf if not _ON_THE_MOVE.isdisjoint(variant.dish.meals) else 1.0
    most_g = [
        hours * part.most * food.portion.one_g
        for food, part in zip(variant.foods, variant.components, strict=True)
    ]
    return who_may_eat(variant.foods, most_g)


def who_may_eat(foods: Sequence[Food], most_g: Sequence[float] = ()) -> Who:
    """
    Who may eat all of these foods together.

    Args:
        foods: What is eaten.
        most_g: The most of each on one plate; any amount by default.

    >>> from fuelcalc.pantry import BUNDLED
    >>> who_may_eat([BUNDLED.food("walnuts"), BUNDLED.food("honey")]).diet
    'vegetarian'
    """
    held = [food.allergens for food in foods]
    diets = [food.diet for food in foods]
    allergens = {code for codes in held for code in codes or ()}
    traces = {code for food in foods for code in food.may_contain} - allergens
    known = [diet for diet in diets if diet is not None]
    amounts = list(zip(foods, most_g or (inf,) * len(foods), strict=True))
    suits = (code for code in RESTRICTIONS if all(_suits(one, code, g) for one, g in amounts))
    return Who(
        max(known, key=DIETS.index) if len(known) == len(diets) else None,
        None if None in held else tuple(code for code in ALLERGENS if code in allergens),
        tuple(code for code in ALLERGENS if code in traces),
        # Meat and milk may each be kosher-style, and not on one plate.
        tuple(c for c in suits if goes_together(foods, Limits.of(restrictions=[c]))),
    )


def _suits(food: Food, code: str, grams: float) -> bool:
    """Whether a restriction allows so many grams of a food."""
    return code in food.suits or grams <= dict(food.suits_up_to_g).get(code, 0.0) + HAIR


def plate_of(variant: Variant, limits: Limits, foods: Mapping[str, Food]) -> UsualPlate:
    """
    Put the usual amounts of a dish on a plate.

    Args:
        variant: The dish with its foods chosen.
        limits: Of whom; only foods within them are named as others that would do.
        foods: All foods, by id.
    """
    chosen = [food.food_id for food in variant.foods]
    places = iter(variant.dish.places)
    parts: list[Part] = []
    for food, component in zip(variant.foods, variant.components, strict=True):
        place = next(p for p in places if any(food.food_id == choice.food_id for choice in p))
        rest = [other for other in variant.foods if other is not food]
        others = (foods[choice.food_id] for choice in place if choice.food_id not in chosen)
        allowed = (one for one in others if limits.allow(one) and not _is_same(one, food))
        instead = tuple(other for other in allowed if goes_together([*rest, other], limits))
        usual = _measured(food, component)
        parts.append(Part(food, component.least, usual, component.most, instead))
    return UsualPlate(variant, tuple(parts))


def _is_same(other: Food, food: Food) -> bool:
    """Whether a food is what another is too, and has an amount of its own for a restriction."""
    is_bought_alike = other.bought is not None and other.bought == food.bought
    return is_bought_alike and other.suits_up_to_g != food.suits_up_to_g


def _measured(food: Food, component: Component) -> float:
    """The usual amount on the nearest step of the food."""
    step = food.portion.step
    usual = step * round(component.usual / step)
    return min(max(usual, component.least), component.most)

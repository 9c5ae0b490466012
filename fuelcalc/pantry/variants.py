"""What one person may eat of dishes: each place filled by a food that is within the limits."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from math import floor
from typing import Final, NamedTuple

from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.models.dishes import Component, Dish, Part, UsualPlate, Variant
from fuelcalc.models.foods import Food
from fuelcalc.pantry.dishes import HAIR, MAYBE, PLACE
from fuelcalc.pantry.limits import Limits, speaks_of_salt
from fuelcalc.pantry.lookup import plain

_FREE: Final = "gluten-free "
_OTHERWISE_CALLED: Final = frozenset({"gluten-free bread", "gluten-free pasta"})
"""What is called toast and spaghetti on a plate, where who must eat it looks for its name."""

_SLICED: Final = re.compile(r"\b(?:jam toast|French toast|toast|spaghetti)\b")
_FILLED: Final = re.compile(r"\bsandwich(?:es)?\b")
_MEAT_ROLES: Final = ("meat", "poultry")


def goes_together(foods: Iterable[Food], limits: Limits) -> bool:
    """
    Whether foods that are each allowed may share a plate.

    Kosher-style plates hold no meat or poultry beside a food that contains milk.

    Args:
        foods: Everything on the plate: a dish with its sides.
        limits: What somebody eats and must not eat.

    >>> from fuelcalc.pantry.table import bundled_foods
    >>> plate = [bundled_foods()[name] for name in ("chicken-breast", "greek-yogurt")]
    >>> goes_together(plate, Limits.of(restrictions=["kosher"]))
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


class Shelf(NamedTuple):
    """
    The foods that one person may choose from.

    Attributes:
        foods: All foods, by id.
        allowed: The ids of those that are within the limits.
        moved: Bundled foods, by id, for which an own food in other measures stands.
    """

    foods: Mapping[str, Food]
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
            food = self.foods[food_id]
            if food_id not in self.moved:
                return food, component
            fitted = _in_measures_of(food, self.moved[food_id], component)
            if fitted is not None:
                return food, fitted
        return None


def filled(dishes: Iterable[Dish], shelf: Shelf, limits: Limits) -> Iterator[Variant]:
    """Each of some dishes that somebody may eat, filled from a shelf; see `Pantry.variants`."""
    disliked = [words for words in (set(word.split()) for word in limits.dislikes) if words]
    for dish in dishes:
        variant = _variant(dish, shelf, limits)
        if (
            variant is not None
            and not (disliked and _is_called_by_any(variant, disliked))
            and not (limits.unsalted and speaks_of_salt(variant.name, dish.how))
        ):
            yield variant


def _is_called_by_any(variant: Variant, disliked: Iterable[set[str]]) -> bool:
    words = set(plain(variant.name).split())
    return any(word <= words for word in disliked)


def _variant(dish: Dish, shelf: Shelf, limits: Limits) -> Variant | None:
    """A dish with its places filled by what may share a plate, if that can be."""
    variant = _filled(dish, shelf)
    if variant is None or goes_together(variant.foods, limits):
        return variant
    for is_apart in (_holds_milk, _is_meat):
        left = {
            component.food_id
            for place in dish.places
            for component in place
            if component.food_id in shelf.allowed and not is_apart(shelf.foods[component.food_id])
        }
        variant = _filled(dish, shelf._replace(allowed=left))
        if variant is not None:
            return variant
    return None


def _filled(dish: Dish, shelf: Shelf) -> Variant | None:
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
        name = PLACE.sub(lambda found: names[int(found[1])], name)
    for number, chosen in names.items():
        name = _told(name, shelf.foods[dish.places[number][0].food_id].name, chosen)
    return Variant(dish, name, foods, components, tuple(names))


def method_of(variant: Variant, taken: Container[str] | None = None) -> str:
    """
    How a dish is made for one person, in the names of the foods on the plate.

    Args:
        variant: The dish as somebody may eat it.
        taken: The ids of the foods that something is taken of; all by default.

    >>> from fuelcalc.pantry import BUNDLED
    >>> vegan = {one.dish.dish_id: one for one in BUNDLED.variants(Limits.of(diet="vegan"))}
    >>> method_of(vegan["side-yogurt"])
    'Spoon it into a small bowl, and stir in a little maple syrup if you like.'
    >>> method_of(vegan["side-yogurt"], {"soy-yogurt"})
    'Spoon it into a small bowl.'
    """
    names = {
        place: food.name
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


def who_may_eat(foods: Sequence[Food]) -> Who:
    """
    Who may eat all of these foods together.

    >>> from fuelcalc.pantry import BUNDLED
    >>> who_may_eat([BUNDLED.food("walnuts"), BUNDLED.food("honey")]).diet
    'vegetarian'
    """
    held = [food.allergens for food in foods]
    diets = [food.diet for food in foods]
    allergens = {code for codes in held for code in codes or ()}
    traces = {code for food in foods for code in food.may_contain} - allergens
    known = [diet for diet in diets if diet is not None]
    suits = (code for code in RESTRICTIONS if all(code in food.suits for food in foods))
    return Who(
        max(known, key=DIETS.index) if len(known) == len(diets) else None,
        None if None in held else tuple(code for code in ALLERGENS if code in allergens),
        tuple(code for code in ALLERGENS if code in traces),
        # Meat and milk may each be kosher-style, and not on one plate.
        tuple(c for c in suits if goes_together(foods, Limits.of(restrictions=[c]))),
    )


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
        allowed = (other for other in others if limits.allow(other))
        instead = tuple(other for other in allowed if goes_together([*rest, other], limits))
        usual = _measured(food, component)
        parts.append(Part(food, component.least, usual, component.most, instead))
    return UsualPlate(variant, tuple(parts))


def _measured(food: Food, component: Component) -> float:
    """The usual amount on the nearest step of the food."""
    step = food.portion.step
    usual = step * round(component.usual / step)
    return min(max(usual, component.least), component.most)

"""What a food is to somebody who has it again: one tofu, one bread, milk and juice."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from fuelcalc.models.dishes import Variant
from fuelcalc.models.foods import Food
from fuelcalc.pantry.lookup import plain

KIN: Final[Mapping[str, frozenset[str]]] = {
    "beef": frozenset(
        {
            "lean-beef", "beef-steak", "beef-mince-lean", "beef-burger", "beef-burger-regular",
            "roast-beef", "beef-pot-roast",
        }
    ),
    "chicken": frozenset(
        {"chicken-breast", "chicken-thigh", "chicken-mince", "chicken-drumstick", "canned-chicken"}
    ),
    "oats": frozenset(
        {
            "oats", "gluten-free-oats", "oat-groats", "instant-oats", "porridge", "oat-bran",
            "oat-rings", "muesli", "granola",
        }
    ),
    "pasta": frozenset(
        {
            "pasta", "pasta-dry", "wholewheat-pasta", "gluten-free-pasta", "brown-rice-pasta",
            "corn-pasta", "cheese-tortellini",
        }
    ),
    "pork": frozenset({"pork-tenderloin", "pork-mince", "pork-sausage", "chorizo"}),
    "potatoes": frozenset(
        {
            "boiled-potato", "baked-potato", "mashed-potato", "roast-potato", "potato-wedges",
            "new-potatoes", "gnocchi", "crisps",
        }
    ),
    "prawns": frozenset({"prawns"}),
    "rice": frozenset(
        {
            "white-rice", "white-rice-dry", "brown-rice", "brown-rice-dry", "wild-rice",
            "sushi-rice", "sticky-rice", "parboiled-rice", "rice-noodles", "cream-of-rice",
            "rice-pudding", "rice-cake", "rice-crackers", "crisped-rice", "puffed-rice",
        }
    ),
    "salmon": frozenset(
        {
            "salmon", "wild-salmon", "sockeye-salmon", "canned-salmon", "canned-pink-salmon",
            "smoked-salmon",
        }
    ),
    "tofu": frozenset({"tofu", "extra-firm-tofu", "silken-tofu"}),
    "tuna": frozenset({"tuna", "albacore-tuna", "tuna-in-oil", "tuna-steak"}),
    "turkey": frozenset({"turkey-breast", "turkey-mince", "deli-turkey"}),
    "yogurt": frozenset(
        {
            "greek-yogurt", "nonfat-greek-yogurt", "plain-yogurt", "fruit-yogurt", "skyr", "quark",
            "whole-milk-yogurt", "skim-yogurt", "whole-greek-yogurt", "soy-yogurt",
            "coconut-yogurt", "kefir", "lactose-free-yogurt",
        }
    ),
}  # fmt: skip
"""Foods that are one to whoever eats them twice a day, beside those that are bought as one."""

_DRUNK: Final = frozenset({"drink", "glass"})
"""Words by which a dish says that something is drunk with it."""

_BATTERS: Final = frozenset({"pancakes", "waffle", "croissant"})
_KIN_OF: Final = {food_id: kin for kin, foods in KIN.items() for food_id in foods}


@lru_cache(maxsize=1024)
def kin_of(food: Food) -> str:
    """
    What a food is to somebody who has it again: tofu, whether soft or firm.

    >>> from fuelcalc.pantry import BUNDLED
    >>> [kin_of(BUNDLED.food(name)) for name in ("silken-tofu", "boiled-egg", "rice-cake", "pita")]
    ['tofu', 'eggs', 'rice', 'bread']
    """
    if food.role == "bread" and food.food_id not in _BATTERS:
        return "bread"
    if food.role == "spread" and "butter" in food.food_id:
        return "nut butter"
    return _KIN_OF.get(food.food_id) or (food.bought.item if food.bought else food.food_id)


def is_juice(food: Food) -> bool:
    """Whether a food is a glass of juice, of whatever fruit."""
    return food.role == "drink" and food.food_id.endswith("juice")


def is_milk(food: Food) -> bool:
    """Whether a food is a milk, of whatever it is made."""
    return food.role == "plant-milk" or (food.role == "dairy" and food.portion.one_ml is not None)


@lru_cache(maxsize=4096)
def has_drink(variant: Variant) -> bool:
    """
    Whether something is drunk beside what is eaten of a dish; a shake is what is eaten.

    >>> from fuelcalc.pantry import BUNDLED, Limits
    >>> menu = {one.dish.dish_id: one for one in BUNDLED.variants(Limits())}
    >>> [has_drink(menu[name]) for name in ("nuts-raisins-milk", "banana-oat-shake")]
    [True, False]
    """
    said = plain(f"{variant.dish.name} {variant.dish.how}").split()
    is_poured = any(food.role == "drink" and food.food_id != "water" for food in variant.foods)
    return is_poured or "drink" in variant.dish.meals or not _DRUNK.isdisjoint(said)

"""How bundled dishes are made: each food on the plate has its step, and no step wants another."""

import re
from functools import cache

import pytest

from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.dishes import MAYBE, PLACE, bundled_dishes
from fuelcalc.pantry.lookup import plain

DISHES = bundled_dishes()

# Of so few foods "it" and "them" say enough.
FEW_PLACES = 2

# Other words for a food of a role, or for one food.
ROLE_TOLD = {"bread": {"bread", "toast"}}
FOOD_TOLD = {"popcorn": "corn"}

# Steps that say what to do with all of it.
ALL_TOLD = {"everything"}

# What stands in any cupboard: seasoning, and water.
SEASONING = {
    "chilli", "cinnamon", "cumin", "fat", "ginger", "herb", "mint", "paprika", "parsley", "pepper",
    "pinch", "salt", "spice", "sugar", "turmeric", "water", "masala", "garam", "berbere",
}  # fmt: skip

# Last words of names of foods that here say how something is done, or what becomes of it.
DOING = {
    "bubble", "crisp", "cut", "dip", "drink", "finger", "flake", "fruit", "fry", "juice", "leave",
    "mash", "meal", "mix", "pancake", "pop", "porridge", "pudding", "roast", "roll", "round",
    "sauce", "shake", "skin", "slice", "spread", "stick", "sweet", "toast", "wedge", "wrap",
}  # fmt: skip

# What may be left out is no "topping" and no "any": it is told by its name, or not at all.
VAGUE = re.compile(
    r"topping|if hungry|\bany \w|need not be light|bigger|seasoning|if you (?:like|use)\b[^.]*\]"
)

BY_THE_HOUR = {"during", "long"}
TABLE = [dish for dish in DISHES if not BY_THE_HOUR & set(dish.meals)]


@cache
def names_of(food_id):
    """Every word of a food's names."""
    food = BUNDLED.by_id[food_id]
    return {word for name in (food.name, *food.synonyms) for word in plain(name).split()}


@cache
def nouns():
    """The last word of every name of a food."""
    foods = BUNDLED.foods
    names = [plain(name).split() for food in foods for name in (food.name, *food.synonyms)]
    return {words[-1] for words in names if words}


def told(dish):
    """The words of a method with all that may be left out, without what its blanks hold."""
    # Baking powder stands in the cupboard, and is no protein.
    how = dish.how.replace("baking powder", "")
    return set(plain(PLACE.sub(" ", MAYBE.sub(lambda found: found[1], how))).split())


@pytest.mark.parametrize("dish", TABLE, ids=lambda dish: dish.dish_id)
def test_tells_what_to_do_with_each_food(dish):
    """Every food that may be on the plate has its step, whichever fills the place."""
    words = told(dish)
    if len(dish.places) <= FEW_PLACES or words & ALL_TOLD:
        return
    blanks = {int(number) for number in PLACE.findall(dish.how)}
    for number, place in enumerate(dish.places):
        for one in place if number not in blanks else ():
            role = BUNDLED.by_id[one.food_id].role
            called = names_of(one.food_id) | ROLE_TOLD.get(role, set())
            assert words & {*called, FOOD_TOLD.get(one.food_id, "")}, one.food_id


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_names_no_food_that_is_not_in_the_dish(dish):
    """No step wants a food that is not on the plate, seasoning and water apart."""
    held = set().union(*(names_of(one.food_id) for place in dish.places for one in place))
    held |= {FOOD_TOLD.get(one.food_id, "") for place in dish.places for one in place}
    assert not (told(dish) & nouns()) - held - SEASONING - DOING


@pytest.mark.parametrize("dish", TABLE, ids=lambda dish: dish.dish_id)
def test_calls_foods_by_their_names(dish):
    """No topping, no seasoning to guess, and no advice to who has the food on the plate anyway."""
    if dish.dish_id == "side-yogurt":
        return
    assert not VAGUE.search(dish.how), dish.how


@pytest.mark.parametrize("dish", TABLE, ids=lambda dish: dish.dish_id)
def test_stirs_powder_into_something_wet(dish):
    """Powder is stirred, whisked, shaken or blended, and there is something to do it in."""
    powders = {one.food_id for place in dish.places for one in place
               if BUNDLED.by_id[one.food_id].role == "powder"}  # fmt: skip
    if powders:
        wet = {"milk", "yogurt", "skyr", "water", "tofu", "oat", "batter"}
        words = told(dish) | set().union(*(names_of(o.food_id) for p in dish.places for o in p))
        assert words & wet
        assert re.search(r"\b(stir|whisk|shak|blend|melt)", dish.how, re.IGNORECASE), dish.how


# How a grain is cooked, or where it comes from ready to eat.
COOKED = re.compile(
    r"\b(cook|boil|simmer|steam|soak|raw|stand in boiling|ready-cooked|from the evening before)"
)

# What a method calls a grain, and "it" where the dish is the grain alone.
FOOD_WORDS_OF = {"polenta": ("cornmeal",), "pasta": ("spaghetti",), "quinoa": ("it ",)}

# What is beaten, stirred in or eaten raw.
UNCOOKED = {
    "oats", "gluten-free-oats", "white-flour", "rice-flour", "chickpea-flour", "cornstarch",
}  # fmt: skip


@pytest.mark.parametrize("dish", TABLE, ids=lambda dish: dish.dish_id)
def test_tells_how_a_grain_is_cooked(dish):
    """Rice, pasta and their like are weighed cooked, so the method cooks them or says whence."""
    for number, place in enumerate(dish.places):
        food = BUNDLED.by_id[place[0].food_id]
        if food.role != "grain" or food.food_id in UNCOOKED:
            continue
        called = (*FOOD_WORDS_OF.get(food.food_id, ()), food.name.split()[-1], f"{{{number}}}")
        sentences = re.split(r"\. |; |, ", dish.how.lower())
        assert any(
            COOKED.search(said) and any(word in said for word in called) for said in sentences
        ), (food.food_id, dish.how)

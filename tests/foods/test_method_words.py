"""How a bundled dish is said to be made: of what is on the plate, and in whole sentences."""

import re

import pytest
from plates import BY_ID, DISHES, EATERS, called, parts_of

from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.dishes import MAYBE, PLACE
from fuelcalc.pantry.lookup import plain
from fuelcalc.pantry.variants import method_of

# Words of methods that name an animal food or an allergen.
TELLING = {
    "honey", "milk", "butter", "yogurt", "cheese", "cream", "skyr", "quark", "ricotta", "parmesan",
    "feta", "cheddar", "mozzarella", "halloumi", "paneer", "whey", "casein", "egg", "mayonnaise",
    "fish", "salmon", "trout", "cod", "haddock", "mackerel", "sardine", "tuna", "prawn", "mussel",
    "meat", "chicken", "turkey", "beef", "steak", "mince", "lamb", "pork", "ham", "bacon",
    "sausage", "chorizo", "nut", "almond", "walnut", "cashew", "hazelnut", "pecan", "pistachio",
    "peanut", "seed", "sesame", "tahini", "soy", "tofu", "tempeh", "edamame", "miso", "seitan",
    "wheat", "flour", "oat", "couscous", "pasta", "noodle", "bread", "toast", "pita", "bagel",
    "tortilla", "mustard", "celery", "chocolate", "cake", "yeast", "broth", "stock", "gelatine",
    "lard", "ghee", "crab", "squid", "clam", "anchovy", "beer", "wine", "worcestershire", "oyster",
    "barley", "rye", "semolina", "bulgur", "lupin", "kefir", "custard", "ketchup", "hoisin",
}  # fmt: skip


ROLE_TELLS = {"bread": "bread", "toast": "bread", "seed": "seeds"}


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_says_how_it_is_made(dish):
    """The instructions are short and end with a full stop."""
    assert 20 <= len(dish.how) <= 240
    assert dish.how.endswith((".", ".]"))
    assert dish.how == dish.how.strip()
    assert dish.minutes > 0.0
    assert dish.serves >= 1


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_says_how_much_work_it_is(dish):
    """Something is done by hand in every dish, and what takes long is mostly waiting."""
    assert 1.0 <= dish.hands_on <= dish.minutes
    assert dish.hands_on <= 30.0


READERS = {
    **EATERS,
    **{f"no {code}": Limits.of(avoid=[code]) for code in ALLERGENS},
    **{
        f"{diet} {code}": Limits.of(diet=diet, restrictions=[code])
        for diet in DIETS
        for code in RESTRICTIONS
    },
    **{
        f"{diet} without {code}": Limits.of(diet=diet, avoid=[code])
        for diet in DIETS[:-1]
        for code in ("milk", "egg", "gluten", "soy", "tree-nut", "peanut", "sesame")
    },
}


@pytest.mark.parametrize("limits", READERS.values(), ids=READERS)
def test_f46_tells_nobody_to_add_what_he_may_not_eat(limits):
    """A method names an animal food or an allergen only where it is on the reader's plate."""
    for variant in BUNDLED.variants(limits):
        words = set(plain(method_of(variant)).split()) & TELLING
        words -= set().union(*(called(food.food_id) for food in variant.foods))
        roles = {food.role for food in variant.foods}
        assert not {word for word in words if ROLE_TELLS.get(word) not in roles}, variant.dish


# Words of a method that say how, and are in the name of what may be left out too: baking powder.
SAYS_HOW = {
    "black", "bread", "butter", "canned", "cooked", "drink", "dry", "fresh", "frozen", "juice",
    "milk", "oil", "powder", "raw", "rice", "sauce", "seed", "soft", "sugar", "water", "white",
}  # fmt: skip


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_tells_of_no_food_that_may_be_missing(dish):
    """What may be left out of a dish is named where it is on the plate, and nowhere else."""
    told = set(plain(PLACE.sub("", MAYBE.sub("", dish.how))).split()) - SAYS_HOW
    sure = set().union(*(called(food.food_id) for food, _, _ in parts_of(dish, sure=True)))
    for place in dish.places:
        for one in place:
            if one.least == 0.0:
                name = plain(BY_ID[one.food_id].name).split()[-1]
                assert name not in told - sure, name


@pytest.mark.parametrize("eater", EATERS)
def test_f46_writes_whole_sentences(eater):
    """Whatever is left out of a method, what remains is text: no bracket, no doubled comma."""
    for variant in BUNDLED.variants(EATERS[eater]):
        sure = {part.food_id for part in variant.components if part.least > 0.0}
        for method in (method_of(variant), method_of(variant, sure)):
            assert not re.search(r"[\[\]{}]|  | [.,;]|[.,;][.,;]|\band[.,;]", method), method
            assert re.match(r"[A-Z]", method), method
            assert method.endswith("."), method
            assert len(method) <= 260, method


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_keeps_nothing_that_reheats_badly(dish):
    """Roast potatoes and wedges go soft, and boiled eggs in fish and rice go hard, by tomorrow."""
    roast = {"roast-potato", "potato-wedges"}
    if roast & {food.food_id for food, _, _ in parts_of(dish, sure=True)}:
        assert dish.keeps == 0
    if {"kedgeree", "niçoise"} & set(dish.name.split()):
        assert dish.keeps == 0


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_drops_no_spoon(dish):
    """A few drops of oil are no teaspoon of it."""
    assert "few drops" not in dish.how


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_boils_no_noodles_in_the_soup(dish):
    """They make it starchy, and drink it up by tomorrow."""
    grains = {food.food_id for food, _, _ in parts_of(dish)}
    if "soup" in dish.name and any("noodle" in one or "pasta" in one for one in grains):
        assert not re.search(r"cook the (?:noodles|pasta) in", dish.how)
        assert re.search(r"apart|soaked", dish.how)


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_calls_nothing_warm_that_is_eaten_from_a_box(dish):
    """A "warm" salad is not eaten cold."""
    assert "warm" not in dish.name.split() or dish.carried != "cold"


# What seasons a salad by itself.
SALTY = {
    "bacon", "feta", "fish-sauce", "gluten-free-tamari", "goat-cheese", "ham", "hummus", "mustard",
    "olives", "soy-sauce",
}  # fmt: skip


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_seasons_salads_of_grain_and_potatoes(dish):
    """Quinoa, rice, noodles and potatoes taste of nothing without: the method says it, or soy."""
    sure = {food.food_id for food, _, _ in parts_of(dish, sure=True)}
    is_bland = any(BY_ID[one].role == "grain" or "potato" in one for one in sure)
    if "salad" in dish.name.split() and is_bland:
        is_spiced = re.search(r"salt|season|pepper|cumin", dish.how)
        assert is_spiced or sure & SALTY, dish.how

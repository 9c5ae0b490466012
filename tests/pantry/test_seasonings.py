"""The spice rack: all that methods ask for, and nothing that anybody might not eat."""

import re

import pytest

from fuelcalc.models.diets import ALLERGENS
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.dishes import MAYBE, PLACE, bundled_dishes
from fuelcalc.pantry.lookup import plain
from fuelcalc.pantry.seasonings import SEASONINGS, seasonings_in, traces_for
from fuelcalc.pantry.variants import method_of

DISHES = bundled_dishes()
BY_NAME = {seasoning.name: seasoning for seasoning in SEASONINGS}

# What a spice rack and a shelf for baking may hold anywhere, of a cook's books and of shops.
WIDE = {
    "ajwain", "allspice", "amchur", "anise", "aniseed", "annatto", "asafoetida", "baharat",
    "baking", "bay", "berbere", "bicarbonate", "bouillon", "bouquet", "caraway", "cardamom",
    "cayenne", "chaat", "chervil", "chilli", "chipotle", "chive", "cinnamon", "clove", "coriander",
    "cumin", "curry", "dill", "dukkah", "extract", "fenugreek", "galangal", "garam", "garlic",
    "gelatine", "ginger", "harissa", "herb", "horseradish", "juniper", "lavender", "lemongrass",
    "liquorice", "lovage", "mace", "marjoram", "masala", "mint", "mustard", "nigella", "nutmeg",
    "oregano", "paprika", "parsley", "peppercorn", "pimento", "poppy", "rosemary", "saffron",
    "sage", "savory", "sesame", "sichuan", "soda", "spice", "spirulina", "starch", "stock", "sumac",
    "tamarind", "tarragon", "thyme", "turmeric", "vanilla", "vinegar", "wasabi", "yeast", "zaatar",
    "zest",
}  # fmt: skip

# What any kitchen has, and no list asks after.
AT_HOME = {"salt", "pepper"}


def told(dish):
    """A method with all that may be left out, without what its blanks hold."""
    return PLACE.sub(" ", MAYBE.sub(lambda found: found[1], dish.how))


def words_of_foods(dish):
    """Every word of the names of the foods that a dish may hold."""
    foods = [BUNDLED.by_id[one.food_id] for place in dish.places for one in place]
    names = [name for food in foods for name in (food.name, *food.synonyms)]
    return {word for name in names for word in plain(name).split()}


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_has_all_that_methods_ask_for(dish):
    """No method names a seasoning that is neither a food of its dish nor in the table."""
    text = told(dish)
    words = set(plain(text).split()) & WIDE
    words -= {word for one in seasonings_in(text) for word in plain(one.said).split()}
    assert not words - words_of_foods(dish)


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_has_what_is_taken_by_the_pinch(dish):
    """A pinch is of what stands in the table, or of salt."""
    text = told(dish)
    words = {word for one in seasonings_in(text) for word in plain(one.said).split()}
    for pinch in re.findall(r"\bpinch of (\w+)", plain(text)):
        assert pinch in words | words_of_foods(dish) | AT_HOME


@pytest.mark.parametrize("seasoning", SEASONINGS, ids=lambda seasoning: seasoning.name)
def test_has_nothing_that_no_method_asks_for(seasoning):
    """Each of them is asked for where no food of the plate is meant."""
    assert any(
        seasoning in seasonings_in(told(dish))
        and not set(plain(seasoning.said).split()) <= words_of_foods(dish)
        for dish in DISHES
    )


def test_stands_in_the_order_of_names():
    """Each once."""
    names = [seasoning.name.casefold() for seasoning in SEASONINGS]
    assert names == sorted(set(names))


@pytest.mark.parametrize("text", ["Add a pinch of salt.", "Pepper it well.", "Mostly sugar."])
def test_leaves_out_salt_and_pepper(text):
    """They are in any kitchen, and what is said of sugar is no spoon of it."""
    assert seasonings_in(text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fry it with smoked paprika.", ["smoked paprika"]),
        ("Fry it with Sichuan pepper and plenty of chilli.", ["Sichuan pepper", "chilli"]),
        ("Stir in the sugar and a little vanilla sugar.", ["vanilla sugar"]),
        ("Top it with cinnamon, and with a little extra cinnamon.", ["cinnamon"]),
        ("Add Chillies, bay leaves and two pinches of sugar.", ["chilli", "bay leaves", "sugar"]),
        ("Serve with spring onion and herbs.", ["dried herbs"]),
        ("Eat it by the bayside, in good thymes and cuminesque.", ["thyme"]),
    ],
)
def test_takes_whole_words_and_the_longest(text, names):
    """In the singular or not, each once, in the order of the method."""
    assert [seasoning.name for seasoning in seasonings_in(text)] == names


@pytest.mark.parametrize(
    ("foods", "names"),
    [
        (["chilli sauce"], ["paprika"]), (["paprika"], ["chilli"]),
        (["Chilli Sauce", "paprika"], []), (["sauce"], ["chilli", "paprika"]),
    ],
)  # fmt: skip
def test_takes_no_food_of_the_plate(foods, names):
    """Its name stands in the method too, and it is bought by weight."""
    text = "Stir in the chilli sauce and paprika."
    assert [seasoning.name for seasoning in seasonings_in(text, foods)] == names


@pytest.mark.parametrize(
    ("name", "word", "is_called"),
    [
        ("cumin", "Ground cumin", True), ("cumin", "cumin seeds", True),
        ("bay leaves", "bay", True), ("bay leaves", "bay leaf", True),
        ("chilli", "chili flakes", True), ("chilli", "chilli sauce", False),
        ("ground ginger", "ginger powder", True), ("ground ginger", "ginger", False),
        ("dried herbs", "mixed herbs", True), ("dried mint", "mint", False),
        ("saffron or turmeric", "turmeric", True), ("saffron or turmeric", "saffron", True),
        ("berbere or hot paprika", "paprika", False), ("smoked paprika", "paprika", False),
        ("dried herbs", "herbs", True), ("sugar", "sugar", True), ("sugar", "brown sugar", False),
    ],
)  # fmt: skip
def test_is_called_so(name, word, is_called):
    """In any form that it comes in, and never by a part of its name."""
    assert BY_NAME[name].is_called(word) is is_called


class TestWhoAvoids:
    """Nothing of the rack holds an allergen, and its traces are those of the food table."""

    @pytest.mark.parametrize("code", ["celery", "mustard", "sesame"])
    def test_tells_nobody_to_add_what_he_avoids(self, code):
        """Mustard seeds, celery salt and sesame are foods: no method of a plate without asks."""
        for variant in BUNDLED.variants(Limits.of(avoid=[code])):
            assert code not in plain(method_of(variant)).split(), variant.dish.dish_id

    @pytest.mark.parametrize("seasoning", SEASONINGS, ids=lambda seasoning: seasoning.name)
    def test_is_no_allergen(self, seasoning):
        """Nor is any curry powder, which holds mustard, by whatever name."""
        words = {*plain(seasoning.name).split(), *plain(seasoning.said).split()}
        assert words.isdisjoint({*ALLERGENS, "curry", "spice"})

    @pytest.mark.parametrize("name", ["cinnamon", "cumin", "paprika", "turmeric"])
    def test_has_the_traces_of_the_table(self, name):
        """What is a food as well is one thing in the same jar."""
        assert set(BY_NAME[name].may_contain) == set(BUNDLED.food(name).may_contain)

    @pytest.mark.parametrize("name", ["berbere or hot paprika", "garam masala"])
    def test_has_the_traces_of_curry_powder(self, name):
        """A blend is as doubtful as the other one that is sold."""
        curry = BUNDLED.food("curry-powder")
        assert set(BY_NAME[name].may_contain) == {*curry.may_contain, *curry.allergens}

    def test_bakes_nothing_for_who_avoids_gluten(self):
        """Some baking powder is made with wheat starch, so that no such plate asks for it."""
        for limits in (Limits.of(avoid=["wheat"]), Limits.of(restrictions=["gluten-free"])):
            for variant in BUNDLED.variants(limits):
                assert "baking powder" not in method_of(variant)

    @pytest.mark.parametrize(
        ("name", "limits", "traces"),
        [
            ("cumin", [Limits.of()], ()),
            ("cumin", [Limits.of(avoid=["nuts", "milk"])], ("peanut", "tree-nut")),
            ("cumin", [Limits.of(avoid=["celery"]), Limits.of(avoid=["mustard"])],
             ("celery", "mustard")),
            ("garam masala", [Limits.of(restrictions=["coeliac", "halal"])], ("gluten", "wheat")),
            ("vanilla sugar", [Limits.of(avoid=["gluten", "mustard"])], ()),
        ],
    )  # fmt: skip
    def test_tells_each_of_what_he_avoids(self, name, limits, traces):
        """Of everybody at the table, by allergens and by restrictions."""
        assert traces_for(BY_NAME[name], limits) == traces

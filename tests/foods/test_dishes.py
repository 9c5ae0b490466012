"""The bundled dishes: each is a dish, called by its name, and everybody finds enough of them."""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest

from fuelcalc.models.dishes import MEALS
from fuelcalc.pantry.dishes import MOST_PLACES, bundled_dishes, variants
from fuelcalc.pantry.files import food_rows
from fuelcalc.pantry.limits import limits_of
from fuelcalc.pantry.lookup import is_called, plain
from fuelcalc.pantry.table import ROLES, WHEN, food_table

DISHES = bundled_dishes()
BY_ID = food_table().by_id
MAIN_MEALS = {"breakfast", "lunch", "dinner"}

EATERS = MappingProxyType(
    {
        "omnivore": limits_of(),
        "pescatarian": limits_of(diet="pescatarian"),
        "vegetarian": limits_of(diet="vegetarian"),
        "vegan": limits_of(diet="vegan"),
        "gluten-free": limits_of(restrictions=["gluten-free"]),
        "dairy-free": limits_of(restrictions=["dairy-free"]),
        "halal": limits_of(restrictions=["halal"]),
        "nut-free": limits_of(avoid=["nuts"]),
        "soy-free": limits_of(avoid=["soy"]),
        "egg-free": limits_of(avoid=["egg"]),
        "strict": limits_of(diet="vegan", restrictions=["gluten-free"], avoid=["soy", "nuts"]),
    }
)

# Two weeks of main meals without one twice.
ENOUGH = {"breakfast": 10, "lunch": 14, "dinner": 14, "snack": 6}
ENOUGH_FOR_STRICT = {
    "breakfast": 6, "lunch": 8, "dinner": 8, "snack": 4,
    "after": 4, "pre-sleep": 4, "during": 4, "side": 8,
}  # fmt: skip

# Words that also stand in names of foods, and here say how a dish is made or where it is from.
PREPARED = {
    "a", "and", "for", "in", "of", "on", "the", "to", "with", "baked", "breakfast", "cake",
    "chilli", "cold", "congee", "cottage", "curry", "dip", "drink", "energy", "english",
    "flatbread", "french", "fried", "fry", "full", "greek", "green", "grilled", "hot", "made",
    "omelette", "pancake", "porridge", "pudding", "recovery", "roast", "salad", "salted",
    "sauce", "scrambled", "shake", "slice", "slow", "sour", "spanish", "sport", "spread",
    "steamed", "syrup", "thai", "vegan",
}  # fmt: skip

# A word that is true of any food of a role: bread makes toast, whoever bakes it.
ROLE_CALLED = {"toast": "bread", "sandwich": "bread", "wrap": "bread", "wedge": "starch",
               "chip": "starch"}  # fmt: skip

# A word that stands for another food: the dish is called so, and spices are not counted.
STANDS_FOR = {
    "chocolate": "cocoa-powder",
    "cinnamon": None,
    "macaroni": "pasta",
    "muesli": "oats",
    "pea": "kidney-beans",
    "pinto": "black-beans",
    "protein": None,
    "spaghetti": "pasta",
    "vanilla": None,
}


@cache
def called(food_id):
    """Every word of a food's names."""
    food = BY_ID[food_id]
    return {word for name in (food.name, *food.synonyms) for word in plain(name).split()}


FOOD_WORDS = set().union(*(called(food_id) for food_id in BY_ID))


def is_told(word, dish):
    """Whether a word of a name is true of some place, whichever food fills it."""
    for place in dish.places:
        if any(one.least == 0.0 for one in place):
            continue
        foods = [BY_ID[one.food_id] for one in place]
        if all(word in called(food.food_id) for food in foods):
            return True
        if all(food.role == ROLE_CALLED.get(word) for food in foods):
            return True
        if foods[0].food_id == STANDS_FOR.get(word):
            return True
    return word in STANDS_FOR and STANDS_FOR[word] is None


def held(variant, amount):
    """What a variant holds in its least, usual or most amounts: kcal, protein, carbs and fat."""
    held_each = [
        food.amount(getattr(part, amount) * food.portion.one_g)
        for food, part in zip(variant.foods, variant.components, strict=True)
    ]
    return tuple(
        sum(getattr(each, name) or 0.0 for each in held_each)
        for name in ("energy_kcal", "protein_g", "carbohydrate_g", "fat_g")
    )


def test_reads_every_line():
    """Every line of the file is a dish, and there are enough to choose from."""
    assert [dish.dish_id for dish in DISHES] == [row["dish_id"] for row in food_rows("dishes.csv")]
    assert len(DISHES) >= 140
    assert {meal for dish in DISHES for meal in dish.meals} == set(MEALS) - {"before"}


def test_counts_what_the_readme_counts():
    """The README of the tables says how many foods and dishes there are, and when foods suit."""
    page = (Path(__file__).parents[2] / "foods" / "README.md").read_text(encoding="utf-8")
    foods = food_table().foods
    assert f"| {len(foods)} foods, one a row" in page
    assert f"| {len(DISHES)} dishes: " in page
    for word in WHEN:
        n_foods = sum(word in food.when for food in foods)
        assert re.search(rf"^\| `{word}` \| .* \| {n_foods} \|$", page, re.MULTILINE), n_foods


def test_calls_no_two_dishes_the_same():
    """Ids and names are unique, ids are slugs, and nobody is offered one name twice."""
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", dish.dish_id) for dish in DISHES)
    for limits in EATERS.values():
        names = Counter(variant.name for variant in variants(limits))
        assert names.most_common(1)[0][1] == 1, names.most_common(1)


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_names_what_is_on_the_plate(dish):
    """A food in a name is there for everybody, also where least is eaten."""
    words = set(plain(re.sub(r"\{\d+\}", "", dish.name)).split()) & FOOD_WORDS
    assert not {word for word in words - PREPARED if not is_told(word, dish)}


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_says_how_it_is_made(dish):
    """The instructions are short and end with a full stop."""
    assert 20 <= len(dish.how) <= 220
    assert dish.how.endswith(".")
    assert dish.how == dish.how.strip()
    assert dish.minutes > 0.0
    assert dish.serves >= 1


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_takes_two_to_seven_foods(dish):
    """Only a side, a snack or what is taken on the move may be a food alone."""
    alone = {"side", "during", "snack"} & set(dish.meals)
    assert (1 if alone else 2) <= len(dish.places) <= MOST_PLACES
    for place in dish.places:
        foods = [one.food_id for one in place]
        assert len(set(foods)) == len(foods), place


def test_uses_every_kitchen_role():
    """No shelf of the larder is left out."""
    used = {BY_ID[one.food_id].role for dish in DISHES for place in dish.places for one in place}
    assert used == set(ROLES)


def test_cooks_from_many_kitchens():
    """Main meals come from all over the world."""
    kitchens = {dish.kitchen for dish in DISHES if MAIN_MEALS & set(dish.meals)}
    assert len(kitchens) >= 12


@pytest.mark.parametrize(
    "name",
    [
        "banana", "oats", "salmon", "chicken", "eggs", "sweet potatoes", "brown rice", "squash",
        "lentils", "spinach", "zucchini", "chia seeds", "walnuts", "whey",
    ],
)  # fmt: skip
def test_r35_r14_serves_the_foods_of_the_articles(name):
    """Each food that the articles name is in a dish that somebody without limits is offered."""
    served = [variant for variant in variants(EATERS["omnivore"])
              if any(is_called(food, name) for food in variant.foods)]  # fmt: skip
    assert served


@pytest.mark.parametrize(
    "eater",
    ["omnivore", "pescatarian", "vegetarian", "vegan", "gluten-free", "dairy-free", "halal"],
)
@pytest.mark.parametrize("meal", ENOUGH)
def test_feeds_two_weeks(eater, meal):
    """Every diet finds a fortnight of different lunches and dinners, and ten breakfasts."""
    fitting = [variant for variant in variants(EATERS[eater]) if meal in variant.dish.meals]
    assert len(fitting) >= ENOUGH[meal]


@pytest.mark.parametrize("meal", ENOUGH_FOR_STRICT)
def test_feeds_a_vegan_without_gluten_soy_and_nuts(meal):
    """Whoever keeps four limits at once still has a choice at every feeding."""
    fitting = [variant for variant in variants(EATERS["strict"]) if meal in variant.dish.meals]
    assert len(fitting) >= ENOUGH_FOR_STRICT[meal]


@pytest.mark.parametrize("eater", EATERS)
def test_usually_fills_a_plate(eater):
    """The usual amounts of a main meal are a meal, for every diet."""
    for variant in variants(EATERS[eater]):
        if MAIN_MEALS & set(variant.dish.meals):
            assert 400.0 <= held(variant, "usual")[0] <= 900.0, variant.name


def test_usually_holds_protein():
    """Somebody without limits gets 25 to 45 g of protein from a usual main meal."""
    for variant in variants(EATERS["omnivore"]):
        if MAIN_MEALS & set(variant.dish.meals):
            assert 25.0 <= held(variant, "usual")[1] <= 45.0, variant.name


@pytest.mark.parametrize("eater", EATERS)
def test_asks_nobody_to_drink_oil_or_to_eat_a_pot_of_rice(eater):
    """At most 450 g of one cooked grain, and six teaspoons of oil and butter."""
    for variant in variants(EATERS[eater]):
        parts = list(zip(variant.foods, variant.components, strict=True))
        spoons = 0.0
        for food, part in parts:
            if food.role == "grain":
                assert part.most * food.portion.one_g <= 450.0, variant.name
            if food.portion.one.startswith("tsp") and food.role == "fat":
                spoons += part.most
        assert spoons <= 6.0, variant.name


@pytest.mark.parametrize("eater", EATERS)
def test_lasts_an_hour_of_a_session(eater):
    """The most of what is taken during an hour holds what a gut takes up in it: 35 to 90 g."""
    during = [one for one in variants(EATERS[eater]) if "during" in one.dish.meals]
    assert during
    for variant in during:
        assert 35.0 <= held(variant, "most")[2] <= 90.0, variant.name


@pytest.mark.parametrize("eater", ["omnivore", "vegan", "gluten-free", "dairy-free", "nut-free",
                                   "strict"])  # fmt: skip
@pytest.mark.parametrize(
    ("column", "kcal_per_g", "least_share"),
    [(1, 4.0, 0.4), (2, 4.0, 0.8), (3, 9.0, 0.7)],
    ids=["protein", "carbohydrate", "fat"],
)
def test_fills_up_with_one_macronutrient(eater, column, kcal_per_g, least_share):
    """Everybody finds a side that brings mostly protein, mostly carbohydrate or mostly fat."""
    shares = [
        held(variant, "usual")[column] * kcal_per_g / held(variant, "usual")[0]
        for variant in variants(EATERS[eater])
        if "side" in variant.dish.meals
    ]
    assert max(shares) >= least_share

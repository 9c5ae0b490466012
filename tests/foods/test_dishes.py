"""The bundled dishes: each is a dish, called by its name, and everybody finds enough of them."""

import re
from collections import Counter
from pathlib import Path

import pytest
from plates import BY_ID, DISHES, EATERS, MAIN_MEALS, called, parts_of

from fuelcalc.models.dishes import MEALS
from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.dishes import MOST_PLACES
from fuelcalc.pantry.files import food_rows
from fuelcalc.pantry.lookup import is_called, plain
from fuelcalc.pantry.table import ROLES, WHEN

# Words that also stand in names of foods, and here say how a dish is made or where it is from.
PREPARED = {
    "a", "and", "for", "in", "of", "on", "the", "to", "with", "baked", "breakfast", "cake",
    "chilli", "cold", "congee", "cottage", "curry", "dip", "drink", "energy", "english",
    "flatbread", "french", "fried", "from", "fry", "full", "greek", "green", "grilled", "hot",
    "made",
    "omelette", "pancake", "porridge", "pudding", "recovery", "roast", "salad", "salted",
    "sauce", "scrambled", "shake", "slice", "slow", "sour", "spanish", "sport", "spread",
    "steamed", "stewed", "syrup", "thai", "vegan", "water",
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


def test_reads_every_line():
    """Every line of the file is a dish, and there are enough to choose from."""
    assert [dish.dish_id for dish in DISHES] == [row["dish_id"] for row in food_rows("dishes.csv")]
    assert len(DISHES) >= 140
    assert {meal for dish in DISHES for meal in dish.meals} == set(MEALS)


def test_counts_what_the_readme_counts():
    """The README of the tables says how many foods and dishes there are, and when foods suit."""
    page = (Path(__file__).parents[2] / "foods" / "README.md").read_text(encoding="utf-8")
    foods = BUNDLED.foods
    assert f"| {len(foods)} foods, one a row" in page
    assert f"| {len(DISHES)} dishes: " in page
    for word in WHEN:
        n_foods = sum(word in food.when for food in foods)
        assert re.search(rf"^\| `{word}` \| .* \| {n_foods} \|$", page, re.MULTILINE), n_foods


def test_calls_no_two_dishes_the_same():
    """Ids and names are unique, ids are slugs, and nobody is offered one name twice."""
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", dish.dish_id) for dish in DISHES)
    for limits in EATERS.values():
        names = Counter(variant.name for variant in BUNDLED.variants(limits))
        assert names.most_common(1)[0][1] == 1, names.most_common(1)


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_names_what_is_on_the_plate(dish):
    """A food in a name is there for everybody, also where least is eaten."""
    words = set(plain(re.sub(r"\{\d+\}", "", dish.name)).split()) & FOOD_WORDS
    assert not {word for word in words - PREPARED if not is_told(word, dish)}


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_keeps_what_keeps(dish):
    """Rice is kept for a day, fish for two; what is fried, toasted or shaken is eaten at once."""
    sure = [place for place in dish.places if all(one.least > 0.0 for one in place)]
    held_ids = {one.food_id for place in sure for one in place}
    if any(food_id.endswith("-rice") for food_id in held_ids):
        assert dish.keeps <= 1
    if any(BY_ID[food_id].role in {"fish", "shellfish"} for food_id in held_ids):
        assert dish.keeps <= 2
    if {"fried-egg", "poached-egg", "scrambled-egg", "white-toast", "baked-potato"} & held_ids:
        assert dish.keeps == 0
    if {"shake", "smoothie", "toast", "toastie", "sandwich"} & set(plain(dish.name).split()):
        assert dish.keeps == 0


GOING_ALONG = ("lunch", "side", "pudding", "drink", "snack", "before", "after", "loading")


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f48_carries_what_can_be_carried(dish):
    """No fried egg in a box: what goes to work is a lunch that keeps, or is cold or reheated."""
    held_ids = {one.food_id for place in dish.places for one in place if one.least > 0.0}
    if dish.carried != "no":
        # A second course goes along with the lunch, a snack into the bag, what is eaten after
        # training to where one trains; oats are eaten cold.
        assert {*GOING_ALONG} & set(dish.meals) or "overnight" in dish.how
        assert not {"fried-egg", "poached-egg", "scrambled-egg", "burger-bun"} & held_ids
    if dish.carried == "warm":
        assert dish.keeps or "microwave" in dish.how or "eheat" in dish.how
    if dish.carried == "cold":
        assert "hot" not in dish.how.replace("hot water", "").split()
    if "lunch" in dish.meals and {"sandwich", "wrap"} & set(plain(dish.name).split()):
        assert dish.carried == "cold"


# What is done to a snack that is no longer one in a box: it goes limp, melts, or is hot.
AT_THE_STOVE = re.compile(
    r"\b(toast the|fry|grill|bake|simmer|melt|warm (?!where|day|maple)|into boiling|hot (?!water))",
    re.IGNORECASE,
)


SMALL = [dish for dish in DISHES if {"snack", "before"} & set(dish.meals)]


@pytest.mark.parametrize("dish", SMALL, ids=lambda dish: dish.dish_id)
def test_carries_no_snack_that_wants_a_kitchen(dish):
    """What is toasted, hot, or milk over a cereal stays at home; what is cold goes along."""
    if dish.carried != "no":
        assert dish.carried == "cold"
        assert dish.minutes <= 20.0
        told = dish.how.replace("toast it where you can", "").replace("warm syrup", "")
        # Meat that was fried and has cooled is eaten cold.
        told = re.sub(r"Fry thin slices of [^.]*, and let them cool\.", "", told)
        assert not AT_THE_STOVE.search(told), dish.how


def test_knows_what_is_sweet():
    """What is called by something sweet is sweet, and no meal of meat, fish or pulses is."""
    for dish in DISHES:
        words = set(plain(dish.name).split())
        if {"porridge", "jam", "pudding", "chocolate", "smoothie", "muesli"} & words:
            assert dish.taste == "sweet", dish.dish_id
        if {"lunch", "dinner"} & set(dish.meals):
            assert dish.taste == "savoury", dish.dish_id
    assert Counter(dish.taste for dish in DISHES)["sweet"] >= 80


def test_calls_most_dishes_everyday():
    """Most dishes are for any day; what is unusual is said, so that no week is made of it."""
    often = Counter(dish.everyday for dish in DISHES)
    assert often[1] > often[2] > often[3] > 0
    by_id = {dish.dish_id: dish for dish in DISHES}
    for dish_id in ("cacik", "ful-medames", "congee-chicken", "besan-chilla", "syrniki"):
        assert by_id[dish_id].everyday == 3


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_takes_two_to_seven_foods(dish):
    """Only a side, a snack, a second course or what is taken on the move is a food alone."""
    may_be_alone = {"side", "before", "during", "snack", "pudding", "drink", "loading"}
    alone = may_be_alone & set(dish.meals)
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
    served = [variant for variant in BUNDLED.variants(EATERS["omnivore"])
              if any(is_called(food, name) for food in variant.foods)]  # fmt: skip
    assert served


def test_follows_no_meal_with_toast_or_popcorn():
    """Bread stands beside a meal, where one starch is enough, and popcorn is a snack."""
    for dish in DISHES:
        if {"pudding", "drink"} & set(dish.meals):
            foods = [food for food, _, _ in parts_of(dish)]
            assert not {"popcorn"} & {food.food_id for food in foods}
            assert all(food.role != "bread" or food.food_id == "pancakes" for food in foods)


def test_spreads_no_nut_butter_on_bread_beside_a_meal():
    """Bread beside a meal is plain, or has butter, oil or hummus with it."""
    for dish in DISHES:
        foods = [food for food, _, _ in parts_of(dish)]
        if "side" in dish.meals and any(food.role == "bread" for food in foods):
            assert {food.food_id for food in foods if food.role == "spread"} <= {"hummus"}

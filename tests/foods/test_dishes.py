"""The bundled dishes: each is a dish, called by its name, and everybody finds enough of them."""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest

from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.models.dishes import MEALS
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.dishes import MAYBE, MOST_PLACES, PLACE, bundled_dishes
from fuelcalc.pantry.files import food_rows
from fuelcalc.pantry.lookup import is_called, plain
from fuelcalc.pantry.table import ROLES, WHEN
from fuelcalc.pantry.variants import method_of

DISHES = bundled_dishes()
BY_ID = BUNDLED.by_id
MAIN_MEALS = {"breakfast", "lunch", "dinner"}

EATERS = MappingProxyType(
    {
        "omnivore": Limits.of(),
        "pescatarian": Limits.of(diet="pescatarian"),
        "vegetarian": Limits.of(diet="vegetarian"),
        "vegan": Limits.of(diet="vegan"),
        "gluten-free": Limits.of(restrictions=["gluten-free"]),
        "dairy-free": Limits.of(restrictions=["dairy-free"]),
        "halal": Limits.of(restrictions=["halal"]),
        "nut-free": Limits.of(avoid=["nuts"]),
        "soy-free": Limits.of(avoid=["soy"]),
        "egg-free": Limits.of(avoid=["egg"]),
        "strict": Limits.of(diet="vegan", restrictions=["gluten-free"], avoid=["soy", "nuts"]),
        "low-fodmap": Limits.of(restrictions=["low-fodmap"]),
    }
)

# Two weeks of main meals without one twice.
ENOUGH = {"breakfast": 10, "lunch": 14, "dinner": 14, "snack": 6}
ENOUGH_FOR_STRICT = {
    "breakfast": 6, "lunch": 8, "dinner": 8, "snack": 4,
    "after": 4, "pre-sleep": 4, "during": 4, "side": 8,
}  # fmt: skip

ENOUGH_LOW_FODMAP = {
    "breakfast": 13, "lunch": 20, "dinner": 22, "snack": 14,
    "after": 6, "pre-sleep": 4, "during": 3, "side": 6,
}  # fmt: skip

# The most on one plate of what is rich, in household measures.
SPOONS_AND_CUPS = {"sesame-oil": 1.0, "coconut-oil": 2.0, "coconut-milk": 0.375}

# What people put on a plate, cooked, in g: least, usual and most.
PLAIN_G = {"fish": (100, 140, 180), "poultry": (80, 120, 180), "meat": (65, 100, 150)}
IN_SAUCE_G, IN_BREAD_G, BESIDE_G = (60, 80, 120), (40, 60, 80), (40, 60, 120)
SHELLFISH_G = (80, 110, 180)
SOY_G = {
    "extra-firm-tofu": (100, 150, 200), "tofu": (100, 150, 200), "silken-tofu": (100, 200, 200),
    "cooked-tempeh": (100, 125, 200), "seitan": (60, 80, 110),
}  # fmt: skip
PULSES_G, PULSES_BESIDE_G = (120, 150, 220), (80, 90, 160)
GRAIN_G, GRAIN_BESIDE_G = (120, 180, 380), (80, 90, 180)
POTATO_G, POTATO_BESIDE_G = (165, 250, 400), (75, 150, 270)
TIN_G = (80, 160)
NEAR = 0.25

# Where meat or fish is one of several things on the plate, or lies in bread.
IN_SAUCE = {
    "kedgeree", "quinoa-salmon-rocket", "cod-chickpea-potato-stew", "fish-tacos-black-beans",
    "chicken-burrito-bowl", "chicken-chorizo-rice", "chicken-zucchini-tomato-pasta",
    "spaghetti-bolognese", "beef-chilli-rice", "turkey-sweet-potato-chilli",
    "leftover-chicken-edamame-rice",
    "leftover-chicken-couscous-salad", "beef-bibimbap", "beef-ragu-polenta", "beef-bean-tacos",
    "turkey-cheese-rolls", "turkey-rice-cakes", "cold-chicken-kiwi", "chicken-chickpea-curry",
    "pasta-chicken-tomato", "rice-with-chicken", "couscous-with-chicken", "potatoes-with-chicken",
    "sweet-potato-with-chicken",
}  # fmt: skip
IN_BREAD = {
    "chicken-salad-wrap", "chicken-hummus-pita", "turkey-salad-sandwich", "turkey-wrap",
    "roast-beef-rocket-sandwich", "turkey-bagel", "salmon-cucumber-sandwich", "cheese-grape-box",
    "chicken-sandwich-and-banana",
}  # fmt: skip

# Dishes of two starches, each of which the name says, and what is less than a plateful there.
TWO_STARCHES = {
    "besan-chilla", "beef-burger-wedges", "black-beans-plantain", "chickpea-tagine",
    "egg-potato-smorrebrod", "salmon-sweet-potato-spinach", "veggie-burger-potatoes",
}  # fmt: skip
POTATOES = {
    "boiled-potato", "new-potatoes", "baked-potato", "roast-potato", "potato-wedges",
    "mashed-potato", "sweet-potato", "boiled-sweet-potato",
}  # fmt: skip
IN_BATTER = {
    "oats", "gluten-free-oats", "white-flour", "rice-flour", "chickpea-flour",
}  # fmt: skip
WHOLE_FRUIT = {"banana", "apple", "orange", "peach", "pear", "kiwi", "mandarin", "plum"}
BERRIES = {"blueberries", "frozen-blueberries", "strawberries", "raspberries", "blackberries"}
WHOLE_BREADS = {"pita", "wholewheat-pita", "bagel", "english-muffin", "burger-bun", "bread-roll",
                "wholewheat-bun", "wholewheat-tortilla", "flour-tortilla", "focaccia"}  # fmt: skip

POWDERS = ("carbohydrate-drink-mix", "maltodextrin")

# Words that also stand in names of foods, and here say how a dish is made or where it is from.
PREPARED = {
    "a", "and", "for", "in", "of", "on", "the", "to", "with", "baked", "breakfast", "cake",
    "chilli", "cold", "congee", "cottage", "curry", "dip", "drink", "energy", "english",
    "flatbread", "french", "fried", "fry", "full", "greek", "green", "grilled", "hot", "made",
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


def parts_of(dish, *, sure=False):
    """Every food that may be on the plate with its grams; *sure* leaves optional ones out."""
    for place in dish.places:
        for one in place:
            food = BY_ID[one.food_id]
            if one.least > 0.0 or not sure:
                grams = [n * food.portion.one_g for n in (one.least, one.usual, one.most)]
                yield food, one, grams


def is_within(grams, bounds):
    """Whether least, usual and most are about what people put on a plate."""
    (least, usual, most), (low, often, high) = grams, bounds
    return (
        least >= low * 0.9 and abs(usual / often - 1.0) <= NEAR + 1e-9 and most <= high * 1.07
    ) or (least == usual == most and low * 0.9 <= most <= high)


def is_cooked(dish):
    """Whether a dish is a main meal that is savoury."""
    return bool(MAIN_MEALS & set(dish.meals)) and dish.taste == "savoury"


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


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f48_carries_what_can_be_carried(dish):
    """No fried egg in a box: what goes to work is a lunch that keeps, or is cold or reheated."""
    held_ids = {one.food_id for place in dish.places for one in place if one.least > 0.0}
    if dish.carried != "no":
        # A second course goes along with the lunch, and a snack into the bag.
        assert {"lunch", "side", "pudding", "drink", "snack", "before"} & set(dish.meals)
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
        assert not AT_THE_STOVE.search(told), dish.how


@pytest.mark.parametrize(
    ("eater", "snacks", "bites"),
    [("omnivore", 30, 10), ("vegetarian", 25, 10), ("vegan", 15, 5), ("gluten-free", 25, 5),
     ("dairy-free", 15, 5), ("nut-free", 25, 10), ("low-fodmap", 5, 1), ("strict", 4, 2)],
)  # fmt: skip
def test_has_snacks_for_work(eater, snacks, bites):
    """Cold in ten minutes: enough snacks for weeks, and bites for an hour before a session."""
    found = [one.dish for one in BUNDLED.variants(EATERS[eater])
             if one.dish.carried == "cold" and one.dish.minutes <= 10.0]  # fmt: skip
    assert sum("snack" in one.meals for one in found) >= snacks
    before = [one for one in found if "before" in one.meals]
    assert sum(one.window[0] <= 40.0 < one.window[1] for one in before) >= bites


@pytest.mark.parametrize(
    "eater",
    ["omnivore", "pescatarian", "vegetarian", "vegan", "gluten-free", "dairy-free", "low-fodmap"],
)
def test_f48_has_lunches_for_work(eater):
    """A week of lunches in a box, and two where there is a microwave."""
    found = Counter(one.dish.carried for one in BUNDLED.variants(EATERS[eater]))
    assert found["cold"] >= (4 if eater == "low-fodmap" else 7)
    assert found["warm"] >= 10


def test_has_dinners_for_two_days():
    """Every diet finds everyday dinners whose other half is lunch on the next day."""
    for eater in ("omnivore", "pescatarian", "vegetarian", "vegan", "gluten-free", "dairy-free"):
        kept = [one for one in BUNDLED.variants(EATERS[eater])
                if {"lunch", "dinner"} <= set(one.dish.meals)
                and one.dish.keeps and one.dish.everyday == 1]  # fmt: skip
        assert len(kept) >= 9, eater


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
    alone = {"side", "before", "during", "snack", "pudding", "drink"} & set(dish.meals)
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


@pytest.mark.parametrize(
    "eater",
    ["omnivore", "pescatarian", "vegetarian", "vegan", "gluten-free", "dairy-free", "halal"],
)
@pytest.mark.parametrize("meal", ENOUGH)
def test_feeds_two_weeks(eater, meal):
    """Every diet finds a fortnight of different lunches and dinners, and ten breakfasts."""
    fitting = [variant for variant in BUNDLED.variants(EATERS[eater]) if meal in variant.dish.meals]
    assert len(fitting) >= ENOUGH[meal]


@pytest.mark.parametrize("meal", ENOUGH_FOR_STRICT)
def test_feeds_a_vegan_without_gluten_soy_and_nuts(meal):
    """Whoever keeps four limits at once still has a choice at every feeding."""
    fitting = [
        variant for variant in BUNDLED.variants(EATERS["strict"]) if meal in variant.dish.meals
    ]
    assert len(fitting) >= ENOUGH_FOR_STRICT[meal]


@pytest.mark.parametrize("meal", ENOUGH_LOW_FODMAP)
def test_feeds_a_sensitive_gut(meal):
    """Whoever keeps low in FODMAPs has a choice at every feeding, by the tags of the table."""
    fitting = [one for one in BUNDLED.variants(EATERS["low-fodmap"]) if meal in one.dish.meals]
    assert len(fitting) >= ENOUGH_LOW_FODMAP[meal]


@pytest.mark.parametrize("eater", EATERS)
def test_usually_fills_a_plate(eater):
    """The usual amounts of a main meal are a meal, for every diet."""
    for variant in BUNDLED.variants(EATERS[eater]):
        if MAIN_MEALS & set(variant.dish.meals):
            assert 380.0 <= held(variant, "usual")[0] <= 900.0, variant.name


def test_usually_holds_protein():
    """A usual main meal has 20 to 50 g of protein for who eats all; a sweet breakfast 15."""
    for variant in BUNDLED.variants(EATERS["omnivore"]):
        if MAIN_MEALS & set(variant.dish.meals):
            least_g = 15.0 if variant.dish.taste == "sweet" else 20.0
            assert least_g <= held(variant, "usual")[1] <= 50.0, variant.name


@pytest.mark.parametrize("eater", EATERS)
def test_asks_nobody_to_drink_oil_or_to_eat_a_pot_of_rice(eater):
    """At most 400 g of one cooked grain, usually 300 g, and three teaspoons of oil or butter."""
    for variant in BUNDLED.variants(EATERS[eater]):
        oil = butter = 0.0
        for food, part in zip(variant.foods, variant.components, strict=True):
            if food.role == "grain":
                assert part.most * food.portion.one_g <= 400.0, variant.name
                assert part.usual * food.portion.one_g <= 300.0, variant.name
            assert part.most <= SPOONS_AND_CUPS.get(food.food_id, part.most), variant.name
            if food.food_id in {"butter", "ghee"}:
                butter += part.most
            elif food.portion.one.startswith("tsp") and food.role == "fat":
                oil += part.most
                assert part.usual <= 2.0, variant.name
        assert max(oil, butter) <= 3.0, variant.name
        assert oil + butter <= 4.5, variant.name


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f31_serves_meat_and_fish_in_real_portions(dish):
    """A piece as people buy it: less in a sauce or a salad, least in bread, never a garnish."""
    for food, _, grams in parts_of(dish, sure=True):
        if food.role not in {*PLAIN_G, "shellfish"} or (
            food.portion.one_g != 100.0 and food.food_id != "chicken-thigh"
        ):
            continue
        if food.role == "shellfish":
            bounds = SHELLFISH_G
        elif dish.dish_id in IN_SAUCE:
            bounds = IN_SAUCE_G
        elif dish.dish_id in IN_BREAD:
            bounds = IN_BREAD_G
        elif "side" in dish.meals:
            bounds = BESIDE_G
        elif food.food_id == "canned-salmon":
            assert TIN_G[0] <= grams[0] <= grams[2] <= TIN_G[1]
            continue
        else:
            bounds = PLAIN_G[food.role]
        assert is_within(grams, bounds), (food.food_id, grams)


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f31_opens_whole_tins_or_halves(dish):
    """Tinned fish comes by the tin, or by half a large one."""
    for food, one, grams in parts_of(dish, sure=True):
        if food.food_id in {"tuna", "sardines"}:
            assert TIN_G[0] <= grams[0] <= grams[2] <= TIN_G[1]
            assert one.least in {0.5, 1.0}


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f31_serves_soy_and_pulses_in_real_portions(dish):
    """Tofu and pulses carry a meal; beside something else pulses are a handful."""
    if not is_cooked(dish):
        return
    heads = [food for food, _, _ in parts_of(dish, sure=True)
             if food.role == "legume" and food.portion.shown == "grams"]  # fmt: skip
    for food, one, grams in parts_of(dish, sure=True):
        if food.food_id in SOY_G and "stroganoff" not in dish.name and one.least > 0.0:
            assert is_within(grams, SOY_G[food.food_id]), (food.food_id, grams)
        if food in heads and food.food_id != "baked-beans":
            assert is_within(grams, PULSES_G) or is_within(grams, PULSES_BESIDE_G), grams


def test_f31_makes_a_main_of_pulses_where_nothing_else_is_one():
    """Without meat, fish, egg, cheese or soy on it, a plate of pulses has 120 g of them."""
    others = {"meat", "poultry", "fish", "shellfish", "egg", "cheese", "soy", "dairy"}
    for variant in BUNDLED.variants(EATERS["vegan"]):
        grams = [part.least * food.portion.one_g
                 for food, part in zip(variant.foods, variant.components, strict=True)
                 if food.role == "legume" and food.portion.weighed]  # fmt: skip
        roles = {food.role for food, part in zip(variant.foods, variant.components, strict=True)
                 if part.least > 0.0}  # fmt: skip
        if is_cooked(variant.dish) and grams and not others & roles:
            if "chickpea-flour" in {food.food_id for food in variant.foods}:
                continue
            assert max(grams) >= 80.0, variant.name
            assert sum(grams) >= 110.0 or len(grams) > 1, variant.name


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f31_serves_one_starch_in_a_real_portion(dish):
    """A plateful of rice, pasta, bread or potatoes, and two only where the name says both."""
    if not is_cooked(dish):
        return
    starches = [
        place
        for place in dish.places
        if all(
            BY_ID[one.food_id].role in {"grain", "bread"} or one.food_id in POTATOES | {"plantain"}
            for one in place
        )
    ]
    allowed = 2 if dish.dish_id in TWO_STARCHES else 1
    assert len(starches) <= allowed
    for place in starches:
        for one in place:
            food = BY_ID[one.food_id]
            grams = [n * food.portion.one_g for n in (one.least, one.usual, one.most)]
            if one.least == 0.0 or food.food_id in IN_BATTER | {"plantain"}:
                continue
            if food.role == "bread":
                assert one.least >= (1.0 if food.food_id in WHOLE_BREADS else 2.0)
                assert one.most <= 4.0
            elif food.food_id in POTATOES:
                beside = dish.dish_id in TWO_STARCHES and is_within(grams, POTATO_BESIDE_G)
                assert beside or is_within(grams, POTATO_G) or food.food_id == "baked-potato", grams
            else:
                beside = dish.dish_id in TWO_STARCHES and is_within(grams, GRAIN_BESIDE_G)
                assert beside or is_within(grams, GRAIN_G), (food.food_id, grams)


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f33_serves_whole_pieces(dish):
    """Whole fruit, breads, eggs and scoops, and half an avocado or a whole one."""
    if {"during", "long"} & set(dish.meals):
        return
    for food, one, _ in parts_of(dish):
        amounts = {n for n in (one.least, one.usual, one.most) if n > 0.0}
        if food.food_id in WHOLE_FRUIT | WHOLE_BREADS or food.role in {"egg", "powder"}:
            assert all(n == int(n) for n in amounts), food.food_id
        if food.food_id == "avocado":
            assert amounts <= {0.5, 1.0}
        if food.role == "egg" and one.least >= 2.0 and food.food_id != "egg-white":
            assert one.most <= 3.0


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f33_takes_fillers_by_the_handful(dish):
    """Nuts, berries and spreads are a portion or nothing: no 12 g of almonds on cornflakes."""
    if {"during", "long"} & set(dish.meals):
        return
    for food, _, grams in parts_of(dish):
        amounts = [n for n in grams if n > 0.0]
        if food.food_id in BERRIES:
            assert min(amounts) >= 60.0
        if food.role == "nuts" and food.portion.one_g == 30.0:
            assert all(15.0 <= n <= 45.0 for n in amounts)
        if food.food_id in {"jam", "peanut-butter", "almond-butter", "tahini"}:
            assert all(15.0 <= n <= 40.0 for n in amounts)


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f33_takes_natural_amounts(dish):
    """Least, usual and most of a dish are amounts that people take, or none at all."""
    if {"during", "long"} & set(dish.meals):
        return
    for food, one, _ in parts_of(dish):
        assert {one.least, one.usual, one.most} <= {0.0, *food.portion.natural}, food.food_id


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f33_takes_powder_last(dish):
    """Powder is a whole scoop that nobody usually takes, save in what is made of it."""
    if "long" in dish.meals:
        return
    for food, one, _ in parts_of(dish):
        if food.role == "powder" and food.food_id != "peanut-flour":
            most = 2.0 if dish.dish_id == "chocolate-recovery-shake" else 1.0
            assert (one.least, one.usual) in {(0.0, 0.0), (1.0, 1.0)}
            assert one.most == most
            if one.least:
                assert not {"lunch", "dinner"} & set(dish.meals)


@pytest.mark.parametrize("eater", EATERS)
def test_cooks_oats_in_enough(eater):
    """Porridge and overnight oats have a glass of milk to 80 g of oats, and water to thin it."""
    for variant in BUNDLED.variants(EATERS[eater]):
        oats = variant.components[0]
        if "oats" in oats.food_id and {"porridge", "oats", "muesli"} & set(variant.name.split()):
            milk = sum(part.least for part in variant.components if part.food_id.endswith("milk"))
            assert milk >= oats.most or "made with water" in variant.name, variant.name
            assert "water" in variant.dish.how


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_keeps_drinks_and_powders_in_their_place(dish):
    """Juice is named and no more than a glass; powder is not for lunch, dinner or beside them."""
    foods = [one for place in dish.places for one in place]
    juices = [one for one in foods if one.food_id == "orange-juice"]
    assert all(one.most <= 1.0 and one.least > 0.0 for one in juices)
    assert not juices or "orange juice" in dish.name
    if {"lunch", "dinner", "side"} & set(dish.meals):
        assert not [one for one in foods if BY_ID[one.food_id].role == "powder"]
        assert "breakfast" not in dish.name


@pytest.mark.parametrize("eater", EATERS)
def test_keeps_pulses_few(eater):
    """One pulse or two, hummus a thin spread beside one, and a handful where beans meet rice."""
    for variant in BUNDLED.variants(EATERS[eater]):
        parts = {
            part.food_id: (part, food)
            for food, part in zip(variant.foods, variant.components, strict=True)
            if food.role == "legume" or part.food_id == "hummus"
        }
        assert len(parts) <= 2, variant.name
        if "hummus" in parts and len(parts) == 2:
            assert parts["hummus"][0].most <= 3.0, variant.name
        words = set(plain(variant.name).split())
        if "rice" in words and "cake" not in words and {"bean", "pinto"} & words:
            beans_g = [part.least * food.portion.one_g for part, food in parts.values()]
            assert not beans_g or sum(beans_g) >= 80.0, variant.name


@pytest.mark.parametrize("eater", EATERS)
def test_keeps_bottles_thin(eater):
    """An hour on the move holds at most a scoop and a half of powder, in a glass or more."""
    for variant in BUNDLED.variants(EATERS[eater]):
        parts = {part.food_id: part for part in variant.components}
        powders = [parts[name].most for name in POWDERS if name in parts]
        if powders and "during" in variant.dish.meals:
            assert sum(powders) <= 1.5, variant.name
            assert parts["water"].least >= 1.0
            assert parts["water"].most <= 3.0


@pytest.mark.parametrize("eater", EATERS)
def test_lasts_an_hour_of_a_session(eater):
    """The most of what is taken during an hour holds what a gut takes up in it: 35 to 90 g."""
    during = [one for one in BUNDLED.variants(EATERS[eater]) if "during" in one.dish.meals]
    assert during
    for variant in during:
        assert 35.0 <= held(variant, "most")[2] <= 90.0, variant.name


@pytest.mark.parametrize(
    "eater", ["omnivore", "vegan", "gluten-free", "dairy-free", "nut-free", "low-fodmap", "strict"]
)
@pytest.mark.parametrize(
    ("column", "kcal_per_g", "least_share"),
    [(1, 4.0, 0.4), (2, 4.0, 0.8), (3, 9.0, 0.7)],
    ids=["protein", "carbohydrate", "fat"],
)
def test_fills_up_with_one_macronutrient(eater, column, kcal_per_g, least_share):
    """Everybody finds a side that brings mostly protein, mostly carbohydrate or mostly fat."""
    shares = [
        held(variant, "usual")[column] * kcal_per_g / held(variant, "usual")[0]
        for variant in BUNDLED.variants(EATERS[eater])
        if "side" in variant.dish.meals
    ]
    # Without powder, beans and greens are the leanest protein of who eats neither soy nor nuts.
    assert max(shares) >= (0.3 if (eater, column) == ("strict", 1) else least_share)


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


# Words of a method that say how, and are in the name of what may be left out too.
SAYS_HOW = {
    "black", "bread", "butter", "canned", "cooked", "drink", "dry", "fresh", "frozen", "juice",
    "milk", "oil", "raw", "rice", "sauce", "seed", "soft", "sugar", "water", "white",
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


def in_group(variant, roles):
    """Whether a variant has a food of these roles that is always on the plate."""
    return any(
        food.role in roles and part.least > 0.0
        for food, part in zip(variant.foods, variant.components, strict=True)
    )


def quick_mains(eater):
    """What makes a lunch or a dinner in a quarter of an hour."""
    return [
        one
        for one in BUNDLED.variants(EATERS[eater])
        if one.dish.minutes <= 15.0 and "dinner" in one.dish.meals and one.dish.everyday <= 2
    ]


def test_has_quick_dinners_of_every_kind():
    """A dinner in a quarter of an hour is not always fish: each group has two, and vegans five."""
    served = quick_mains("omnivore")
    assert len(served) >= 25
    for roles in ({"poultry"}, {"meat"}, {"egg"}, {"fish", "shellfish"}, {"soy"}, {"legume"}):
        assert sum(in_group(one, roles) for one in served) >= 2, roles
    for eater, least in (("vegan", 5), ("gluten-free", 5), ("dairy-free", 5), ("vegetarian", 8)):
        assert len(quick_mains(eater)) >= least, eater


def test_has_a_light_night_meal_without_dairy_and_powder():
    """About 25 g of protein in about 250 kcal before sleep, of food that everybody knows."""
    light = []
    for variant in BUNDLED.variants(EATERS["dairy-free"]):
        kcal, protein_g, _, _ = held(variant, "usual")
        if "pre-sleep" in variant.dish.meals and not in_group(variant, {"powder", "dairy"}):
            light += [variant] if kcal <= 300.0 and 20.0 <= protein_g <= 32.0 else []
    assert len(light) >= 6
    vegan = [one for one in light if all(food.diet == "vegan" for food in one.foods)]
    assert len(vegan) >= 2


def test_has_meat_that_keeps_and_is_soon_made():
    """Poultry and red meat for tonight and tomorrow's lunch, in at most 35 minutes."""
    for roles, least in (({"poultry"}, 8), ({"meat"}, 8)):
        kept = [one for one in BUNDLED.variants(EATERS["omnivore"])
                if in_group(one, roles) and one.dish.keeps and one.dish.minutes <= 35.0
                and {"lunch", "dinner"} <= set(one.dish.meals)]  # fmt: skip
        assert len(kept) >= least, roles


@pytest.mark.parametrize(
    ("eater", "puddings", "drinks"),
    [("omnivore", 18, 5), ("vegetarian", 16, 5), ("vegan", 10, 4), ("gluten-free", 12, 4),
     ("dairy-free", 10, 4), ("low-fodmap", 5, 2), ("strict", 6, 2)],
)  # fmt: skip
def test_has_second_courses_for_everybody(eater, puddings, drinks):
    """Whoever needs more has a pudding or a glass of something, and no second dinner."""
    found = Counter(meal for one in BUNDLED.variants(EATERS[eater]) for meal in one.dish.meals)
    assert found["pudding"] >= puddings
    assert found["drink"] >= drinks


def test_keeps_second_courses_small():
    """A second course is 40 to 350 kcal, ready in five minutes or while the dinner is eaten."""
    for variant in BUNDLED.variants(EATERS["omnivore"]):
        if {"pudding", "drink"} & set(variant.dish.meals):
            assert 40.0 <= held(variant, "usual")[0] <= 350.0, variant.name
            assert variant.dish.hands_on <= 10.0, variant.name


def test_serves_no_great_block_of_tofu_before_sleep():
    """A plate before sleep holds at most 200 g of tofu, tempeh and the like."""
    for dish in DISHES:
        if "pre-sleep" in dish.meals:
            soy = [grams[-1] for food, _, grams in parts_of(dish) if food.food_id in SOY_G]
            assert not soy or max(soy) <= SOY_G["tofu"][-1], dish.dish_id


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


def test_varies_the_starch_of_a_sensitive_gut():
    """Who eats low-FODMAP has breakfasts and snacks of potatoes, quinoa and none, beside rice."""
    for meal in ("breakfast", "snack"):
        starches = Counter()
        for one in BUNDLED.variants(EATERS["low-fodmap"]):
            if meal in one.dish.meals:
                held_ids = [food.food_id for food in one.foods]
                rice = any("rice" in food_id for food_id in held_ids)
                starches["rice" if rice else "other"] += 1
        assert starches["other"] >= 2 * starches["rice"], (meal, starches)

"""The review by hand, read a second time: allergens, diets, portions."""

import re

import pytest

from fuelcalc.models.diets import ALLERGENS, DIETS
from fuelcalc.pantry.files import food_rows
from fuelcalc.pantry.portions import amounts
from fuelcalc.pantry.table import food_by_id, food_table

FOODS = food_table().foods

# A word in a name that gives an allergen away, and the foods where it does not.
TELLTALES = {
    "milk": (
        r"milk|cheese|yogurt|butter|whey|kefir|chocolate|skyr|feta|mozzarella|parmesan|pudding",
        {
            "soy-milk", "unsweetened-soy-milk", "oat-milk", "rice-milk", "almond-milk",
            "peanut-butter", "almond-butter", "butternut-squash", "butter-beans", "soy-yogurt",
            "coconut-milk", "coconut-yogurt", "cashew-butter", "crunchy-peanut-butter",
            "unsalted-peanut-butter", "sunflower-seed-butter",
        },
    ),
    "wheat": (
        (
            r"bread|toast|bagel|muffin|pasta|noodle|couscous|bulgur|wheat|flour|semolina|cracker"
            r"|pretzel|pita|naan|bun$|pancake|waffle|granola|soy sauce"
        ),
        {
            "gluten-free-bread", "gluten-free-pasta", "rice-noodles", "buckwheat", "tomato-sauce",
            "vegan-gluten-free-bread", "gluten-free-wholegrain-bread", "brown-rice-pasta",
            "corn-pasta", "rice-flour", "chickpea-flour", "peanut-flour", "crispbread",
            "rice-crackers",
        },
    ),
    "gluten": (
        r"\boats?\b|barley|rye|porridge|malt\b|cornflakes|crisped",
        {"cream-of-rice", "gluten-free-cornflakes"},
    ),
    "egg": (r"\begg\b|mayonnaise|pancake|waffle", set()),
    "soy": (r"soy|tofu|tempeh|edamame|tamari", set()),
    "peanut": (r"peanut", set()),
    "tree-nut": (r"almond|walnut|cashew|hazelnut|pistachio|brazil nut|granola$", set()),
    "sesame": (r"tahini|hummus|sesame|bagel|multigrain", set()),
    "fish": (r"salmon|cod\b|haddock|tuna|trout|mackerel|sardine|tilapia|worcester", set()),
    "crustaceans": (r"prawn|shrimp|crab|lobster", set()),
    "molluscs": (r"mussel|clam|oyster|squid", set()),
    "celery": (r"celery|broth|yeast extract", set()),
    "mustard": (r"mustard|mayonnaise", set()),
    "sulphites": (r"dried apricot", set()),
}  # fmt: skip
MEAT_ROLES = {"meat", "poultry"}
SEA_ROLES = {"fish", "shellfish"}


def test_has_reviewed_every_food():
    """No allergen or diet cell is empty: who is cared for by nobody is served by nobody."""
    for row in food_rows("selection.csv"):
        for column in ("allergens", "may_contain", "diet", "suits"):
            assert row[column], (row["food_id"], column)
    assert all(food.allergens is not None and food.diet is not None for food in FOODS)


def test_calls_no_two_foods_the_same():
    """Ids and names are unique, and ids are slugs."""
    assert len({food.food_id for food in FOODS}) == len({food.name for food in FOODS}) == len(FOODS)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", food.food_id) for food in FOODS)


@pytest.mark.parametrize("allergen", TELLTALES)
def test_tags_what_the_name_gives_away(allergen):
    """A food whose name speaks of an allergen carries it, with each exception written down."""
    telltale, exceptions = TELLTALES[allergen]
    told = {food.food_id for food in FOODS if re.search(telltale, food.name.lower())}
    tagged = {food.food_id for food in FOODS if allergen in food.allergens}
    assert told - tagged == exceptions


@pytest.mark.parametrize("allergen", ALLERGENS)
def test_writes_codes_in_order_and_once(allergen):
    """A code stands once in a food: contained, or possible, never both."""
    for food in FOODS:
        assert (*food.allergens, *food.may_contain).count(allergen) <= 1, food.food_id
        for codes in (food.allergens, food.may_contain):
            assert list(codes) == sorted(codes, key=ALLERGENS.index), food.food_id


def test_writes_gluten_wherever_it_writes_wheat():
    """All wheat holds gluten; the reverse is rye, barley and oats."""
    for food in FOODS:
        for codes in (food.allergens, (*food.allergens, *food.may_contain)):
            assert "wheat" not in codes or "gluten" in codes, food.food_id


def test_suits_gluten_free_only_without_gluten():
    """
    Gluten-free foods hold no gluten, nor traces.

    Certified oats are the one exception: gluten-free by law, and oats to whoever avoids those.
    """
    for food in FOODS:
        if "gluten-free" in food.suits and food.food_id != "gluten-free-oats":
            assert not {"gluten", "wheat"} & {*food.allergens, *food.may_contain}, food.food_id


def test_never_calls_plain_oats_gluten_free():
    """Oats meet wheat and barley in the field: only certified ones are gluten-free."""
    oats = [food for food in FOODS if "oats" in food.synonyms or food.food_id == "oats"]
    assert len(oats) == 6
    assert [food.food_id for food in oats if "gluten-free" in food.suits] == ["gluten-free-oats"]
    for food in oats:
        assert "certified" in food.caution
        assert "gluten" in food.allergens


def test_suits_dairy_free_just_without_milk():
    """Dairy-free is exactly what holds no milk, not even in traces."""
    for food in FOODS:
        has_milk = "milk" in (*food.allergens, *food.may_contain)
        assert ("dairy-free" in food.suits) != has_milk, food.food_id


@pytest.mark.parametrize(
    ("diet", "forbidden"),
    [
        ("vegan", {"milk", "egg", "fish", "crustaceans", "molluscs"}),
        ("vegetarian", {"fish", "crustaceans", "molluscs"}),
    ],
)
def test_keeps_animals_out_of_plant_diets(diet, forbidden):
    """Vegan foods hold no animal allergen, vegetarian ones none of the sea."""
    for food in FOODS:
        if DIETS.index(food.diet) <= DIETS.index(diet):
            assert not forbidden & set(food.allergens), food.food_id
            assert food.role not in MEAT_ROLES | SEA_ROLES, food.food_id


def test_gives_each_animal_its_diet():
    """Meat is for omnivores, the sea for pescatarians; milk, eggs and honey are not for vegans."""
    for food in FOODS:
        if food.role in MEAT_ROLES:
            assert food.diet == "omnivore", food.food_id
        if food.role in SEA_ROLES:
            assert food.diet == "pescatarian", food.food_id
        if {"milk", "egg"} & set(food.allergens) or re.search(r"\bhoney\b", food.name):
            assert food.diet != "vegan", food.food_id


@pytest.mark.parametrize(
    ("food_id", "diet"),
    [
        ("butternut-squash", "vegan"),
        ("gummies", "omnivore"),
        ("energy-chews", "omnivore"),
        ("fruit-yogurt", "omnivore"),
        ("parmesan", "omnivore"),
        ("flour-tortilla", "omnivore"),
        ("chicken-broth", "omnivore"),
        ("worcestershire-sauce", "pescatarian"),
        ("honey", "vegetarian"),
        ("dark-chocolate", "vegetarian"),
        ("cornflakes", "vegetarian"),
        ("white-toast", "vegetarian"),
        ("pita", "vegan"),
    ],
)
def test_knows_the_traps(food_id, diet):
    """Gelatine, rennet, lard, anchovies and vitamin D from wool hide in innocent foods."""
    assert food_by_id(food_id).diet == diet


def test_keeps_pork_shellfish_and_gelatine_from_halal_and_kosher():
    """What is forbidden in kind suits neither; meat says that it must be bought so."""
    for food in FOODS:
        if re.search(r"pork|\bham\b|gumm|chew|gelatin", f"{food.name} {food.food_id}"):
            assert not {"halal", "kosher-style"} & set(food.suits), food.food_id
        if food.role == "shellfish":
            assert "kosher-style" not in food.suits, food.food_id
        if food.role in MEAT_ROLES and "halal" in food.suits:
            assert "bought so" in food.caution, food.food_id


def test_never_calls_high_fodmap_low():
    """A food is not both."""
    assert not [food.food_id for food in FOODS if food.high_fodmap and "low-fodmap" in food.suits]


def test_serves_sensible_portions():
    """Largest portions are whole steps, weigh up to 600 g, and stay below 800 kcal."""
    for food in FOODS:
        portion = food.portion
        assert amounts(food)[-1] == pytest.approx(portion.most), food.food_id
        assert portion.one_ml or portion.most * portion.one_g <= 600.0, food.food_id
        assert food.amount(portion.most * portion.one_g).energy_kcal <= 800.0, food.food_id


def test_says_what_it_counts():
    """A counted food has its own words; a weighed or poured one has a vessel in the plural."""
    for food in FOODS:
        portion = food.portion
        if portion.shown == "count":
            spoons = portion.one.split()[0] in {"tbsp", "tsp"}
            assert (portion.one == portion.many) == spoons, food.food_id
        else:
            assert portion.many in {f"{portion.one}s", f"{portion.one}es"}, food.food_id


def test_measures_drinks_in_millilitres():
    """A drink has about the density of water."""
    for food in FOODS:
        if food.portion.one_ml is not None:
            assert 0.98 <= food.portion.one_g / food.portion.one_ml <= 1.07, food.food_id


def test_says_where_each_measure_is_from():
    """Measures come from the source, our own kitchen scale, or a label."""
    rows = food_rows("selection.csv")
    assert {row["measure_from"] for row in rows} == {"SR28", "kitchen", "label"}
    assert all((row["measure_from"] == "label") == (row["ndb"] == "") for row in rows)


def test_has_a_review_for_every_value_and_a_value_for_every_review():
    """Both tables hold the same foods, and cite the same numbers."""
    reviewed = {row["food_id"]: row["ndb"] for row in food_rows("selection.csv")}
    built = {row["food_id"]: row["source"] for row in food_rows("nutrients.csv")}
    assert reviewed.keys() == built.keys()
    for food_id, ndb in reviewed.items():
        cited = f"USDA SR28, NDB {ndb}" if ndb else "typical label value"
        assert built[food_id] == cited


def test_copies_labels_unchanged():
    """The built table holds the label values as they were written."""
    built = {row["food_id"]: row for row in food_rows("nutrients.csv")}
    for label in food_rows("labels.csv"):
        assert label.items() <= built[label["food_id"]].items()

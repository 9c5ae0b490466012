"""The review by hand, read a second time: allergens, diets, portions."""

import re
from fnmatch import fnmatch

import pytest

from fuelcalc.models.diets import ALLERGENS, DIETS
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.files import food_rows

FOODS = BUNDLED.foods

# A word in a name, or in the source's own words, that gives an allergen away; and where not.
TELLTALES = {
    "milk": (
        r"milk|cheese|yogurt|butter\b|whey|kefir|chocolate\b|skyr|feta|pudding|casein|\bcream\b",
        """soy-milk unsweetened-soy-milk oat-milk rice-milk almond-milk coconut-milk butter-beans
        soy-yogurt coconut-yogurt peanut-butter crunchy-peanut-butter unsalted-peanut-butter
        almond-butter cashew-butter sunflower-seed-butter tahini cream-of-rice cream-of-wheat
        semolina-porridge vegan-gluten-free-bread""",
    ),
    "wheat": (
        (
            r"wheat|bread|toast\b|bagel|muffin|pasta|noodle|couscous|bulgur|flour|semolina|farina"
            r"|cracker|cookie|pretzel|pita\b|naan|bun\b|pancake|waffle|croissant|granola|soy sauce"
        ),
        """gluten-free-bread gluten-free-wholegrain-bread vegan-gluten-free-bread brown-rice-pasta
        gluten-free-pasta corn-pasta rice-noodles rice-flour chickpea-flour peanut-flour buckwheat
        crispbread rice-crackers tomato-sauce tamari gluten-free-tamari""",
    ),
    "gluten": (
        r"\boats?\b|barley|rye\b|porridge|malt\b|cornflakes|crisped",
        "gluten-free-cornflakes carbohydrate-drink-mix",
    ),
    "egg": (r"\begg\b|mayonnaise|pancake|waffle", "vegan-gluten-free-bread"),
    "soy": (r"soy|tofu|tempeh|edamame|tamari|natto|miso\b", ""),
    "peanut": (r"peanut", ""),
    "tree-nut": (r"almond|walnut|granola$|\bnuts,", "coconut-milk desiccated-coconut"),
    "sesame": (r"tahini|hummus|sesame|bagel|multigrain|multi-grain", ""),
    "fish": (r"salmon|cod\b|haddock|tuna|trout|mackerel|sardine|tilapia|worcester|fish,", ""),
    "crustaceans": (r"prawn|shrimp|crab|lobster|crustacean", ""),
    "molluscs": (r"mussel|clam|oyster|squid|mollusk", "saltines"),
    "celery": (r"celery|broth|yeast extract", "canned-chicken"),
    "mustard": (r"mustard|mayonnaise|curry", ""),
    "sulphites": (r"dried apricot|sulfured|sun-dried|golden seedless", ""),
}
ROLES_HOLD = """
@cheese @dairy : milk
@egg : egg
@fish : fish
@nuts !desiccated-coconut : peanut tree-nut
@shellfish : crustaceans molluscs
@soy : soy
""".strip().splitlines()

# Brothers carry the same, contained or in traces: what one risks, all of them risk.
SIBLINGS = """
@dried-fruit : peanut tree-nut sulphites
@nuts !chestnuts : peanut tree-nut sesame
@seeds : peanut tree-nut sesame
@shellfish : crustaceans fish sulphites molluscs
@bread !corn-tortilla !*gluten-free* : gluten wheat soy sesame lupin
*nut-butter almond-butter cashew-butter *seed-butter : peanut soy tree-nut sesame
*-bar : gluten wheat egg peanut soy milk tree-nut sesame sulphites
energy-gel energy-chews : gluten wheat egg peanut soy milk tree-nut
gummies jelly-beans marshmallows : gluten wheat egg peanut soy milk tree-nut sulphites
*-chocolate !hot-chocolate : gluten wheat peanut soy milk tree-nut sesame
whey-* casein-* soy-protein pea-protein : gluten wheat egg peanut soy milk tree-nut
ham bacon chorizo deli-* pork-sausage : gluten wheat egg soy milk celery mustard sulphites
veggie-burger *-sausage !pork-sausage : gluten wheat egg soy milk tree-nut mustard sesame lupin
pasta pasta-dry wholewheat-pasta gnocchi : gluten wheat egg soy mustard
couscous* bulgur semolina-* cream-of-wheat white-flour wholewheat-flour : gluten wheat soy mustard
*cornflakes oat-rings wheat-biscuits puffed-rice crisped-rice muesli granola : tree-nut
*coconut* : tree-nut
*-broth : gluten wheat egg soy milk celery mustard
curry-powder cinnamon turmeric paprika cumin : celery mustard
""".strip().splitlines()
PLAIN = "@fruit @vegetable @starch @legume @meat @poultry white-rice* rice-noodles olive-oil salt"

# What is more than itself, or is met by something else, with all that it carries.
NOT_PLAIN = """
celery frozen-spinach mixed-vegetables : celery
*lentils* split-peas mung-beans potato-wedges : gluten wheat
canned-*beans canned-chickpeas sun-dried-tomatoes sauerkraut : sulphites
mashed-potato : milk
nori : gluten wheat crustaceans fish soy sesame molluscs
kimchi : gluten wheat crustaceans fish soy sesame sulphites molluscs
baked-beans : gluten wheat soy celery mustard
refried-beans : gluten wheat soy milk
falafel : gluten wheat egg soy mustard sesame sulphites
canned-chicken : gluten wheat egg soy milk celery mustard
beef-jerky : gluten wheat fish soy milk celery mustard sesame sulphites
ham bacon chorizo deli-* *-sausage beef-burger* : gluten wheat egg soy milk celery mustard sulphites
""".strip().splitlines()

# The largest portion that published lists of Monash University call low.
LOW_UP_TO_G = {
    "brazil-nuts": 40, "chestnuts": 85, "kiwi": 150, "maple-syrup": 50, "mayonnaise": 40,
    "peanut-butter": 49, "popcorn": 60, "quinoa": 500, "soy-sauce": 42, "walnuts": 134,
}  # fmt: skip

# Where nobody looks for it.
HIDING = """
mustard : mayonnaise mustard ketchup barbecue-sauce curry-powder pickles
celery : ketchup salsa tomato-sauce tomato-juice vegetable-broth chicken-broth
sulphites : dried-apricots raisins grape-juice vinegar pickles prawns lemon-juice
lupin : white-bread white-flour gluten-free-pasta gluten-free-bread waffle
gluten : corn-tortilla hot-chocolate nori buckwheat polenta lentils tempeh miso
milk : vegetable-spread dark-chocolate cocoa-powder fried-egg deli-turkey crisps
egg : pasta mayonnaise parmesan gouda swiss-cheese fig-bars whey-protein ice-cream
tree-nut : oat-milk soy-milk hummus cornflakes medjool-dates french-bread gummies
peanut : almonds chia-seeds cumin paprika trail-mix raisins
soy : tuna saltines oat-milk couscous milk-chocolate rice-cake
sesame : walnuts burger-bun bagel hoisin-sauce dark-chocolate rice-cake
fish : worcestershire-sauce barbecue-sauce kimchi sriracha prawns natto
crustaceans : kimchi fish-sauce nori rice-crackers mussels
molluscs : kimchi fish-sauce nori prawns
wheat : soy-sauce oats cornflakes seitan veggie-burger gnocchi beef-burger
""".strip().splitlines()

# What people say for it, on both sides of the ocean.
CALLED = """
banana : banana small-banana firm-banana
seafood : salmon prawns canned-salmon mussels
fish : cod tuna anchovies fish-sauce
beans : black-beans baked-beans green-beans edamame canned-kidney-beans broad-beans
nuts : almonds mixed-nuts trail-mix chestnuts peanuts
peanuts : peanuts peanut-butter peanut-flour mixed-nuts
cheese : cheddar paneer cottage-cheese cream-cheese cheese-tortellini
mushrooms : mushrooms shiitake
pork : ham bacon chorizo pork-mince pork-sausage
yoghurt : greek-yogurt skyr soy-yogurt kefir
raisins : raisins sultanas raisin-bread trail-mix
""".strip().splitlines()
MEAT_ROLES = {"meat", "poultry"}
SEA_ROLES = {"fish", "shellfish"}


def carried(food):
    """All that a food holds or may hold."""
    return {*food.allergens, *food.may_contain}


def family(patterns):
    """The foods whose ids, or whose @roles, fit one of the patterns and none of the !patterns."""
    wanted, unwanted = [], []
    for pattern in patterns.split():
        (unwanted if pattern[0] == "!" else wanted).append(pattern.removeprefix("!"))
    return {
        food
        for food in FOODS
        if any(fnmatch(food.food_id, one) or one == f"@{food.role}" for one in wanted)
        and not any(fnmatch(food.food_id, one) for one in unwanted)
    }


def test_has_reviewed_every_food():
    """No allergen or diet cell is empty: who is cared for by nobody is served by nobody."""
    for row in food_rows("foods.csv"):
        for column in ("allergens", "may_contain", "diet", "suits"):
            assert row[column], (row["food_id"], column)
    assert all(food.allergens is not None and food.diet is not None for food in FOODS)


def test_calls_no_two_foods_the_same():
    """Ids and names are unique, and ids are slugs."""
    assert len({food.food_id for food in FOODS}) == len({food.name for food in FOODS}) == len(FOODS)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", food.food_id) for food in FOODS)


@pytest.mark.parametrize("allergen", TELLTALES)
def test_tags_what_its_names_give_away(allergen):
    """A food whose name or source speaks of an allergen holds it, each exception written down."""
    telltale, exceptions = TELLTALES[allergen]
    told = {
        food.food_id
        for food in FOODS
        if re.search(telltale, f"{food.name}; {food.description}".lower())
    }
    tagged = {food.food_id for food in FOODS if allergen in food.allergens}
    assert told - tagged == set(exceptions.split())


@pytest.mark.parametrize("line", ROLES_HOLD)
def test_tags_what_the_role_is(line):
    """Fish is fish, cheese is milk, and a nut is a peanut or a tree nut."""
    patterns, either = line.split(" : ")
    for food in family(patterns):
        assert set(either.split()) & {*food.allergens}, food.food_id


@pytest.mark.parametrize("line", SIBLINGS)
def test_treats_siblings_alike(line):
    """No brother is safer than the others, for nobody can taste which one he was given."""
    patterns, codes = line.split(" : ")
    assert len(family(patterns)) >= 2
    for food in family(patterns):
        assert set(codes.split()) <= carried(food), food.food_id


def test_leaves_plain_foods_plain():
    """Fruit, vegetables, pulses, rice and meat carry nothing, but for those written down."""
    excused = {}
    for line in NOT_PLAIN:
        patterns, codes = line.split(" : ")
        excused |= {food.food_id: set(codes.split()) for food in family(patterns)}
    for food in family(PLAIN):
        assert carried(food) == excused.get(food.food_id, set()), food.food_id


@pytest.mark.parametrize("allergen", ALLERGENS)
def test_leaves_enough_whatever_one_allergen_is_avoided(allergen):
    """Caution takes at most a third of the table away."""
    limits = Limits.of(avoid=[allergen])
    assert sum(map(limits.allow, FOODS)) >= len(FOODS) * 2 / 3


@pytest.mark.parametrize("line", HIDING)
def test_knows_where_allergens_hide(line):
    """Sauces, spices, crackers and lines shared with others: the traps of each allergen."""
    allergen, food_ids = line.split(" : ")
    for food_id in food_ids.split():
        assert allergen in carried(BUNDLED.food(food_id)), food_id


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


def test_suits_gluten_free_just_without_gluten():
    """
    Gluten-free is exactly what holds no gluten, not even in traces.

    Certified oats are the one exception: gluten-free by law, and oats to whoever avoids those.
    """
    for food in FOODS:
        if food.food_id != "gluten-free-oats":
            has_gluten = bool({"gluten", "wheat"} & carried(food))
            assert ("gluten-free" in food.suits) != has_gluten, food.food_id


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
        has_milk = "milk" in carried(food)
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
    ("diet", "food_ids"),
    [
        ("omnivore", "gummies energy-chews fruit-yogurt parmesan flour-tortilla chicken-broth"),
        ("pescatarian", "worcestershire-sauce"),
        ("vegetarian", "honey dark-chocolate cornflakes white-toast"),
        ("vegan", "butternut-squash pita"),
    ],
)
def test_knows_the_traps(diet, food_ids):
    """Gelatine, rennet, lard, anchovies and vitamin D from wool hide in innocent foods."""
    for food_id in food_ids.split():
        assert BUNDLED.food(food_id).diet == diet, food_id


def test_keeps_pork_shellfish_and_gelatine_from_halal_and_kosher():
    """What is forbidden in kind suits neither; meat says that it must be bought so."""
    for food in FOODS:
        names = " ".join((food.food_id, food.name, *food.synonyms, food.description.lower()))
        if re.search(r"pork|\bham\b|bacon|gumm|jelly (sweet|bean)|marshm|energy-chew", names):
            assert not {"halal", "kosher-style"} & set(food.suits), food.food_id
        if re.search(r"gelatin|lard\b|rennet", food.caution) and food.food_id != "refried-beans":
            assert "halal" not in food.suits or food.food_id == "paneer", food.food_id
        if {"crustaceans", "molluscs"} & set(food.allergens):
            assert not {"halal", "kosher-style"} & set(food.suits), food.food_id
        if food.role in MEAT_ROLES and "halal" in food.suits:
            assert "bought so" in food.caution, food.food_id


@pytest.mark.parametrize("food_id", LOW_UP_TO_G)
def test_calls_low_fodmap_what_is_low_at_its_largest_portion(food_id):
    """The largest portion is within what is listed as low."""
    food = BUNDLED.food(food_id)
    assert "low-fodmap" in food.suits
    assert food.portion.most * food.portion.one_g <= LOW_UP_TO_G[food_id]


def test_calls_nothing_low_fodmap_for_its_small_portion():
    """What is listed as low, but in a portion smaller than its largest here, is not offered."""
    too_large = "tofu peanuts pecans rice-cake tomato cucumber *zucchini *oats broccoli *banana"
    for food in family(too_large):
        assert "low-fodmap" not in food.suits, food.food_id


@pytest.mark.parametrize("line", CALLED)
def test_drops_all_that_a_disliked_word_means(line):
    """Who dislikes a kind of food, in British or American words, meets none of it."""
    word, food_ids = line.split(" : ")
    left = {food.food_id for food in filter(Limits.of(dislikes=[word]).allow, FOODS)}
    assert not left & set(food_ids.split())


def test_says_what_it_counts():
    """A counted food has its own words; a weighed or poured one has a vessel in the plural."""
    for food in FOODS:
        portion = food.portion
        if portion.shown == "count":
            spoons = portion.one.split()[0] in {"tbsp", "tsp"}
            assert (portion.one == portion.many) == spoons, food.food_id
        else:
            assert portion.many in {f"{portion.one}s", f"{portion.one}es"}, food.food_id


def test_has_a_review_for_every_value_and_a_value_for_every_review():
    """Both tables hold the same foods, and cite the same numbers."""
    reviewed = {row["food_id"]: row["ndb"] for row in food_rows("foods.csv")}
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

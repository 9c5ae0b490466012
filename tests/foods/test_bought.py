"""What a shopping list needs to know of each food: what is bought for it, how, and where."""

import pytest

from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.portions import volume_ml
from fuelcalc.pantry.table import AISLES

FOODS = BUNDLED.foods

# What the shop calls it.
BOUGHT_AS = """
rice : white-rice white-rice-dry
pasta : pasta pasta-dry
oats : oats porridge
canned lentils : lentils
lentils : lentils-dry
eggs : egg boiled-egg scrambled-egg fried-egg poached-egg omelette egg-white
potatoes : boiled-potato baked-potato roast-potato mashed-potato
canned chickpeas : chickpeas canned-chickpeas
spinach : spinach cooked-spinach
carrots : carrot cooked-carrots
chicken breast : chicken-breast
beef mince : beef-mince-lean lean-beef
lemons : lemon-juice
bananas : banana small-banana
ground coffee : coffee espresso
""".strip().splitlines()


def test_buys_one_thing_by_one_pack():
    """Foods that are bought as one thing stand in one aisle, in one pack, and are all at home."""
    packs = {}
    for food in FOODS:
        one = food.bought
        known = packs.setdefault(one.item, one)
        assert (one.pack, one.pack_unit, one.aisle, one.in_cupboard) == (
            known.pack,
            known.pack_unit,
            known.aisle,
            known.in_cupboard,
        ), food.food_id
    assert len(packs) < len(FOODS) * 0.92
    assert {one.aisle for one in packs.values()} == set(AISLES)


@pytest.mark.parametrize("line", BOUGHT_AS)
def test_buys_raw_what_is_eaten_cooked(line):
    """What a list says is what the shop sells."""
    item, food_ids = line.split(" : ")
    for food_id in food_ids.split():
        assert BUNDLED.food(food_id).bought.item == item, food_id


def test_knows_what_cooking_and_peeling_do():
    """Grain swells, meat and fish shrink, fruit is peeled, and bread stays what it is."""
    for food in FOODS:
        share = food.bought.per_bought
        if (
            food.role in {"grain", "legume"}
            and food.portion.weighed
            and "canned" not in (food.bought.item)
        ):
            assert 2.0 <= share <= 4.5, food.food_id
        elif food.role in {"meat", "poultry", "fish", "fruit", "vegetable", "egg", "bread"}:
            assert 0.2 <= share <= 1.0, food.food_id
        if food.role in {"meat", "poultry", "fish"} and food.portion.weighed:
            assert 0.55 <= share <= 0.85, food.food_id


@pytest.mark.parametrize(
    ("cooked", "dry"),
    [
        ("white-rice", "white-rice-dry"),
        ("brown-rice", "brown-rice-dry"),
        ("pasta", "pasta-dry"),
        ("couscous", "couscous-dry"),
        ("quinoa", "quinoa-dry"),
        ("porridge", "oats"),
    ],
)
def test_swells_by_the_energy_of_the_source(cooked, dry):
    """What is bought dry holds the energy that is eaten cooked, where the source has both."""
    share = BUNDLED.food(dry).per_100g.energy_kcal / BUNDLED.food(cooked).per_100g.energy_kcal
    assert BUNDLED.food(cooked).bought.per_bought == pytest.approx(share, rel=2e-3)


def test_pours_what_is_bought_in_bottles():
    """What a shop sells by the litre has a household measure of a known volume."""
    poured = [food for food in FOODS if food.bought.pack_unit == "ml"]
    assert len(poured) > 40
    for food in poured:
        assert 0.8 <= food.portion.one_g / volume_ml(food.portion) <= 1.5, food.food_id


def test_counts_pieces_where_the_measure_is_one():
    """A pack of pieces holds household measures, which are counted."""
    for food in FOODS:
        if food.bought.pack_unit == "pieces":
            assert food.portion.shown == "count", food.food_id
            assert not food.portion.one.startswith(("tbsp", "tsp")), food.food_id


def test_finds_each_kind_in_its_aisle():
    """Nobody looks for fish among the biscuits, and oil and salt are at home."""
    for food in FOODS:
        aisle = food.bought.aisle
        if food.role == "bread" and food.food_id != "waffle":
            assert aisle == "bread", food.food_id
        if food.role in {"meat", "poultry", "fish", "shellfish"}:
            assert aisle in {"fish-meat", "tins-jars", "chilled", "sweet-snacks"}, food.food_id
        if food.role == "fat" or "spice" in food.synonyms:
            assert food.bought.in_cupboard, food.food_id
        if food.role in {"meat", "poultry", "fish", "fruit", "vegetable"}:
            assert not food.bought.in_cupboard or food.food_id == "nori", food.food_id

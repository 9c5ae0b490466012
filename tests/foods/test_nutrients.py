"""The built table: its checksums, its known values, and whether they can be true."""

import csv
import hashlib
import json

import pytest

from fuelcalc.models.nutrients import NUTRIENT_NAMES
from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.files import food_file, food_rows

MANIFEST = json.loads(food_file("manifest.json").read_text(encoding="utf-8"))
ESSENTIAL = (
    "histidine_g", "isoleucine_g", "leucine_g", "lysine_g", "methionine_g", "phenylalanine_g",
    "threonine_g", "tryptophan_g", "valine_g",
)  # fmt: skip

# As USDA prints them in SR28, per 100 g; the digits are the source's, so nothing may differ.
KNOWN = [
    ("egg", "energy_kcal", 143.0),
    ("egg", "protein_g", 12.56),
    ("egg", "leucine_g", 1.086),
    ("boiled-egg", "energy_kcal", 155.0),
    ("banana", "energy_kcal", 89.0),
    ("banana", "carbohydrate_g", 22.84),
    ("oat-groats", "energy_kcal", 389.0),
    ("oats", "energy_kcal", 379.0),
    ("chicken-breast", "energy_kcal", 165.0),
    ("chicken-breast", "protein_g", 31.02),
    ("salmon", "epa_g", 0.690),
    ("salmon", "dha_g", 1.457),
    ("cheddar", "calcium_mg", 710.0),
    ("reduced-fat-milk", "calcium_mg", 120.0),
    ("salt", "sodium_mg", 38758.0),
    ("olive-oil", "fat_g", 100.0),
    ("kiwi", "vitamin_c_mg", 92.7),
    ("orange", "vitamin_c_mg", 53.2),
    ("broccoli", "vitamin_c_mg", 64.9),
    ("spinach", "iron_mg", 2.71),
    ("sweet-potato", "carbohydrate_g", 20.71),
    ("chia-seeds", "ala_g", 17.83),
    ("pumpkin-seeds", "magnesium_mg", 592.0),
    ("almonds", "calcium_mg", 269.0),
    ("walnuts", "protein_g", 15.23),
    ("sardines", "vitamin_d_ug", 4.8),
    ("sardines", "vitamin_b12_ug", 8.94),
    ("chickpeas", "protein_g", 8.86),
    ("lentils", "energy_kcal", 116.0),
    ("lentils", "iron_mg", 3.33),
    ("lentils", "folate_dfe_ug", 181.0),
    ("peanut-butter", "protein_g", 22.21),
    ("brown-rice", "carbohydrate_g", 25.58),
    ("quinoa", "protein_g", 4.4),
]


@pytest.mark.parametrize(("food_id", "nutrient", "value"), KNOWN)
def test_prints_what_the_source_prints(food_id, nutrient, value):
    """Values that anybody can look up stand in the table unchanged."""
    assert getattr(BUNDLED.food(food_id).per_100g, nutrient) == value


@pytest.mark.parametrize(("food_id", "grams"), [("egg", 50.0), ("banana", 118.0)])
def test_weighs_what_the_source_weighs(food_id, grams):
    """One large egg is 50 g and one medium banana 118 g."""
    assert BUNDLED.food(food_id).portion.one_g == grams


def test_is_what_the_manifest_describes():
    """The built file is the one that was built: same bytes, same counts."""
    path = food_file("nutrients.csv")
    assert hashlib.sha256(path.read_bytes()).hexdigest() == MANIFEST["files"]["nutrients.csv"]
    foods = BUNDLED.foods
    values = [value for food in foods for value in food.per_100g.values()]
    assert len(foods) == MANIFEST["foods"]
    assert sum(value is not None for value in values) == MANIFEST["values"]
    assert sum(value is None for value in values) == MANIFEST["values_missing"]
    assert MANIFEST["licence"].startswith("public domain")


def test_is_sorted_and_has_one_column_a_nutrient():
    """The order of lines and columns is fixed, so a rebuild changes only what changed."""
    rows = food_rows("nutrients.csv")
    ids = [row["food_id"] for row in rows]
    assert ids == sorted(ids)
    assert tuple(rows[0])[3:-2] == NUTRIENT_NAMES
    assert b"\r" not in food_file("nutrients.csv").read_bytes()


def test_has_at_least_a_hundred_foods_of_the_source():
    """Nearly every food cites its number in the source; the rest say that they are labels."""
    sources = [food.source for food in BUNDLED.foods]
    cited = [source for source in sources if source.startswith("USDA SR28, NDB ")]
    assert len(cited) == MANIFEST["foods_from_sr28"] >= 100
    assert {*sources} - {*cited} == {"typical label value"}


def test_has_the_macronutrients_of_every_food():
    """Energy, protein, fat, carbohydrate and sodium lack for no food."""
    for food in BUNDLED.foods:
        per = food.per_100g
        known = (per.energy_kcal, per.protein_g, per.fat_g, per.carbohydrate_g, per.sodium_mg)
        assert None not in known, food.food_id


def test_agrees_with_4_4_9_as_far_as_the_source_does():
    """
    Energy stays near 4/4/9 of the macros.

    The source uses Atwater's factors of each food, which run from 0.80 (cocoa) to 1.07 (fish)
    of 4/4/9, and counts fibre for less: hence a floor of 0.80 with fibre at nothing. Where the
    whole is a few kcal, 12 kcal are more than any share. Two foods lie outside and are right:
    vinegar's energy is acetic acid, and the fat of oat bran counts 8.4 and its protein 1.8 in
    the source's own factors.
    """
    for food in BUNDLED.foods:
        if food.food_id in {"vinegar", "oat-bran"}:
            continue
        per = food.per_100g
        fuel = 4.0 * per.protein_g + 9.0 * per.fat_g + 4.0 * per.carbohydrate_g
        least = 0.80 * (fuel - 4.0 * (per.fibre_g or 0.0)) - 12.0
        assert least <= per.energy_kcal <= 1.08 * fuel + 12.0, food.food_id


def test_agrees_with_4_4_9_closely_where_we_wrote_the_label():
    """Typical label values are round, and within 5 % of 4/4/9."""
    for food in BUNDLED.foods:
        if food.source == "typical label value":
            per = food.per_100g
            fuel = 4.0 * per.protein_g + 9.0 * per.fat_g + 4.0 * per.carbohydrate_g
            assert per.energy_kcal == pytest.approx(fuel, rel=0.05), food.food_id


def test_never_holds_more_than_its_weight():
    """
    Parts are no larger than the whole.

    Up to the rounding of the source; its sugars are measured, its carbohydrate is by difference,
    and where there is little of either they differ by up to 1 g.
    """
    for food in BUNDLED.foods:
        per = food.per_100g
        whole = per.protein_g + per.fat_g + per.carbohydrate_g + (per.water_g or 0.0)
        assert whole <= 102.0, food.food_id
        assert (per.fibre_g or 0.0) <= per.carbohydrate_g + 0.05, food.food_id
        assert (per.sugars_g or 0.0) <= per.carbohydrate_g + 1.0, food.food_id
        assert (per.saturated_fat_g or 0.0) <= per.fat_g + 0.05, food.food_id
        assert sum(getattr(per, name) or 0.0 for name in ESSENTIAL) <= per.protein_g + 0.05
        assert all(value is None or value >= 0.0 for value in per.values()), food.food_id


@pytest.mark.parametrize("food_id", ["lean-beef", "lentils", "spinach", "zucchini"])
def test_r12_knows_the_nine_essential_amino_acids(food_id):
    """R12: the foods that the articles name for amino acids have all nine in the table."""
    per = BUNDLED.food(food_id).per_100g
    assert all(getattr(per, name) > 0.0 for name in ESSENTIAL)


def test_r13_has_the_omega_3_of_salmon_chia_and_walnuts():
    """R13: salmon holds EPA and DHA; chia and walnuts hold ALA, labelled as the source has it."""
    salmon, chia, walnuts = map(BUNDLED.food, ("salmon", "chia-seeds", "walnuts"))
    assert salmon.per_100g.epa_g + salmon.per_100g.dha_g > 1.0
    assert (chia.per_100g.ala_g, chia.ala_basis) == (17.830, "ALA")
    assert (walnuts.per_100g.ala_g, walnuts.ala_basis) == (9.080, "18:3 undifferentiated")
    assert BUNDLED.food("energy-gel").ala_basis == ""


@pytest.mark.parametrize("food_id", ["sweet-potato", "brown-rice", "oats"])
def test_r14_has_the_carbohydrate_foods_of_the_articles(food_id):
    """R14: sweet potatoes, brown rice and oats are there, mostly carbohydrate."""
    per = BUNDLED.food(food_id).per_100g
    assert 4.0 * per.carbohydrate_g > 0.6 * per.energy_kcal


@pytest.mark.parametrize(
    ("food_id", "index"),
    [
        ("oats", 55.0),
        ("porridge", 55.0),
        ("brown-rice", 68.0),
        ("white-rice", 73.0),
        ("banana", 51.0),
        ("boiled-potato", 78.0),
        ("cornflakes", 81.0),
        ("lentils", 32.0),
        ("butternut-squash", None),
        ("salmon", None),
    ],
)
def test_r15_shows_the_glycaemic_index_as_published(food_id, index):
    """R15: Atkinson 2008, Table 1, glucose = 100; nothing where nothing is published."""
    assert BUNDLED.food(food_id).glycaemic_index == index


def test_reads_the_glycaemic_table_whole():
    """The paper's table has 62 foods, each once."""
    with food_file("glycaemic_index.csv").open(encoding="utf-8", newline="") as file:
        foods = [row["food"] for row in csv.DictReader(file)]
    assert len(foods) == len(set(foods)) == 62


@pytest.mark.parametrize("food_id", ["olive-oil", "avocado", "almonds", "salmon"])
def test_r16_has_healthy_fats(food_id):
    """R16: sources of mostly unsaturated fat are there, their saturated part known."""
    per = BUNDLED.food(food_id).per_100g
    assert per.saturated_fat_g < per.fat_g / 4.0

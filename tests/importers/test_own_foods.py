"""Somebody's own foods and dishes: labels, measures, shadowing, and what is refused."""

import io
import json
import re
import shlex
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.cli import run
from fuelcalc.errors import InputError
from fuelcalc.importers.own_foods.food_file import MOST_ENTRIES, read_foods
from fuelcalc.importers.own_foods.label import OwnFood
from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.models.nutrients import NUTRIENT_NAMES
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.portions import amounts, household_text
from fuelcalc.pantry.table import ROLES, WHEN

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = DOCS / "examples" / "own-foods.toml"
PAGE = (DOCS / "own-foods.md").read_text(encoding="utf-8")
BREAD = {
    "name": "Mill bread",
    "role": "bread",
    "energy": "240 kcal",
    "protein": "9 g",
    "carbohydrate": "44 g",
    "fat": "2 g",
}
REVIEWED = {"allergens": ["gluten", "wheat"], "diet": "vegan"}
# Nearly the million bytes that a file may have, and long to read.
LONGEST = b"foods = [" + b"0," * 400_000 + b"]"
BOWL = {"name": "My bowl", "meals": ["lunch"], "foods": ["brown rice 0.5-1-2"]}


def bread(**changed):
    """The label of a bread with some keys changed, or left out where they are None."""
    return {key: value for key, value in {**BREAD, **changed}.items() if value is not None}


def table_of(*foods, dishes=()):
    """The table that a file of these foods and dishes gives."""
    tree = {"foods": list(foods), "dishes": list(dishes)}
    return read_foods(io.BytesIO(json.dumps(tree).encode()))


def food_of(**changed):
    """The bread as the table holds it."""
    return table_of(bread(**changed)).foods[0]


def dish_of(*foods, **changed):
    """The own dish of a file that has one."""
    return table_of(*foods, dishes=[{**BOWL, **changed}]).own_dishes[0]


def refusal(*foods, dishes=()):
    """The one line that a file is refused with."""
    with pytest.raises(InputError) as error:
        table_of(*foods, dishes=dishes)
    assert str(error.value).isprintable()
    assert len(str(error.value)) < 600
    return str(error.value)


class TestLabels:
    """What a label prints, per 100 g as the table holds it."""

    def test_are_per_100_g_without_saying(self):
        """The figures of a European table are taken as they are."""
        per = food_of().per_100g
        assert (per.energy_kcal, per.protein_g, per.carbohydrate_g, per.fat_g) == (240, 9, 44, 2)

    def test_are_per_serving_where_they_say_so(self):
        """A slice of 40 g with 96 kcal has 240 kcal in 100 g."""
        per = food_of(
            per="40 g", energy="96 kcal", protein="3.6 g", carbohydrate="17.6 g", fat="0.8 g"
        ).per_100g
        # 100/40 times the figures, by hand.
        assert per.energy_kcal == pytest.approx(240.0)
        assert per.protein_g == pytest.approx(9.0)
        assert per.carbohydrate_g == pytest.approx(44.0)
        assert per.fat_g == pytest.approx(2.0)

    def test_are_per_ounce_and_in_kilojoules(self):
        """Any unit of mass and of energy; 1004 kJ are 240 kcal."""
        assert food_of(energy="1004 kJ").per_100g.energy_kcal == pytest.approx(240.0, abs=0.1)
        per = food_of(per="1 oz", energy="68 kcal", protein="0.09 oz", carbohydrate="12.5 g",
                      fat="600 mg").per_100g  # fmt: skip
        assert per.protein_g == pytest.approx(9.0, abs=0.01)
        assert per.fat_g == pytest.approx(2.116, abs=0.01)

    def test_of_drinks_are_per_volume(self):
        """100 ml of oat drink weigh 103 g where a glass of 250 ml weighs 257.5 g."""
        drink = bread(name="Oat drink", role="plant-milk", per="100 ml", energy="46 kcal",
                      protein="1 g", carbohydrate="6.7 g", fat="1.5 g", measure="glass",
                      measures="glasses", weighs="257.5 g", holds="250 ml")  # fmt: skip
        food = table_of(drink).foods[0]
        assert food.per_100g.energy_kcal == pytest.approx(46 / 1.03)
        assert food.portion.one_ml == 250.0
        assert household_text(food, 1.0) == "250 ml Oat drink (1 glass)"
        counted = {**drink, "shown": "count"}
        assert household_text(table_of(counted).foods[0], 2.0) == "2 glasses Oat drink"
        assert table_of({**drink, "per": None, "per_volume_ml": 100}).foods[0].per_100g == (
            food.per_100g
        )

    def test_of_the_us_hold_the_fibre_in_the_carbohydrate(self):
        """44 g with 6 g of fibre are 38 g that a dose counts."""
        per = food_of(fibre="6 g", sodium="433 mg").per_100g
        assert (per.carbohydrate_g, per.fibre_g, per.available_carbohydrate_g) == (44, 6, 38)
        assert per.sodium_mg == 433.0

    @pytest.mark.parametrize("said", [{"label": "eu"}, {"salt": "1.1 g"}])
    def test_of_the_eu_leave_the_fibre_out(self, said):
        """44 g and 6 g of fibre are 50 g in all; salt gives a European label away."""
        per = food_of(fibre="6 g", **said).per_100g
        assert (per.carbohydrate_g, per.available_carbohydrate_g) == (50, 44)

    def test_may_say_us_with_salt(self):
        """What a label says of itself counts for more than a guess."""
        assert food_of(fibre="6 g", salt="1.1 g", label="us").per_100g.carbohydrate_g == 44
        assert food_of(label="eu").per_100g.carbohydrate_g == 44

    def test_give_sodium_or_salt(self):
        """EU 1169/2011, annex I: salt on a label is sodium x 2.5, so 1 g of it is 400 mg."""
        assert food_of(salt="1 g").per_100g.sodium_mg == pytest.approx(400.0)
        assert food_of(salt_g=0).per_100g.sodium_mg == 0.0
        assert refusal(bread(salt="1 g", sodium="400 mg")) == (
            "foods[1]: salt and sodium are the same thing; keep one"
        )

    def test_leave_missing_figures_missing(self):
        """What a label does not print is unknown, and no zero."""
        per = food_of().per_100g
        assert per.fibre_g is None
        assert per.iron_mg is None
        assert food_of(iron="0 mg").per_100g.iron_mg == 0.0

    def test_take_every_nutrient_that_people_can_read(self):
        """Vitamins, minerals and fats in their own units, per 40 g."""
        per = food_of(
            per="40 g", energy="96 kcal", protein="4 g", carbohydrate="17 g", fat="1 g",
            saturated_fat="0.4 g", sugars="2 g", potassium="80 mg", calcium="0.12 g",
            vitamin_d="2 mcg", vitamin_b12_ug=1, ala="200 mg", leucine="280 mg",
        ).per_100g  # fmt: skip
        assert (per.saturated_fat_g, per.sugars_g, per.potassium_mg) == (1.0, 5.0, 200.0)
        assert (per.calcium_mg, per.vitamin_d_ug, per.vitamin_b12_ug) == (300.0, 5.0, 2.5)
        assert (per.ala_g, per.leucine_g) == pytest.approx((0.5, 0.7))

    @pytest.mark.parametrize("food", BUNDLED.foods, ids=lambda food: food.food_id)
    def test_of_real_foods_are_believed(self, food):
        """The public figures of every bundled food pass as a label, as the US print them."""
        per = food.per_100g
        names = set(NUTRIENT_NAMES) & set(OwnFood.model_fields)
        label = {name: getattr(per, name) for name in names if getattr(per, name) is not None}
        own = OwnFood.of(name=food.name, role=food.role, **label)
        assert own.food(food).per_100g.energy_kcal == pytest.approx(per.energy_kcal)

    @pytest.mark.parametrize(
        "label",
        [
            # Real products as their labels print them, each of which general factors misjudge.
            {"name": "Erythritol", "energy": "0 kcal", "protein": "0 g", "carbohydrate": "100 g",
             "fat": "0 g", "polyols": "100 g"},
            {"name": "Protein bar", "per": "60 g", "energy": "190 kcal", "protein": "21 g",
             "carbohydrate": "22 g", "fat": "8 g", "fibre": "14 g", "polyols": "4 g"},
            {"name": "Red wine", "energy": "85 kcal", "protein": "0.1 g", "carbohydrate": "2.6 g",
             "fat": "0 g", "alcohol": "10.6 g"},
            {"name": "Vodka", "energy": "231 kcal", "protein": "0 g", "carbohydrate": "0 g",
             "fat": "0 g", "alcohol": "33.4 g"},
            {"name": "Konjac noodles", "energy": "8 kcal", "protein": "0 g", "fat": "0 g",
             "carbohydrate": "0.1 g", "fibre": "3.5 g", "label": "eu"},
            {"name": "Wheat bran", "energy": "216 kcal", "protein": "15.6 g", "fat": "4.3 g",
             "carbohydrate": "64.5 g", "fibre": "42.8 g"},
            {"name": "Psyllium", "energy": "200 kcal", "protein": "2 g", "carbohydrate": "2 g",
             "fat": "0.5 g", "fibre": "85 g", "salt": "0.1 g"},
            {"name": "Vinegar", "energy": "21 kcal", "protein": "0 g", "carbohydrate": "0.9 g",
             "fat": "0 g"},
            {"name": "Cooking spray", "per": "1 g", "energy": "0 kcal", "protein": "0 g",
             "carbohydrate": "0 g", "fat": "0 g"},
            {"name": "Sweetener", "per": "1 g", "energy": "0 kcal", "protein": "0 g",
             "carbohydrate": "1 g", "fat": "0 g"},
            {"name": "Creamer", "per": "5 ml", "energy": "10 kcal", "protein": "0 g",
             "carbohydrate": "1 g", "fat": "0.5 g", "measure": "spoon", "weighs": "5 g",
             "holds": "5 ml"},
            {"name": "Salt", "energy": "0 kcal", "protein": "0 g", "carbohydrate": "0 g",
             "fat": "0 g", "sodium": "38758 mg"},
            {"name": "Water", "energy": "0 kcal", "protein": "0 g", "carbohydrate": "0 g",
             "fat": "0 g"},
            {"name": "Oil", "per": "1 tbsp", "energy": "120 kcal"},
        ],
        ids=lambda label: label["name"],
    )  # fmt: skip
    def test_of_odd_products_are_believed(self, label):
        """Sugar alcohols, alcohol, fibre, acids and rounding explain the energy."""
        if label["name"] == "Oil":
            # A tablespoon is no unit of a label; its 14 g are.
            label = {**label, "per": "14 g", "protein": "0 g", "carbohydrate": "0 g", "fat": "14 g"}
        assert food_of(**label).name == label["name"]

    @pytest.mark.parametrize(
        ("changed", "line"),
        [
            ({"energy": "900 kcal"}, "energy 900 kcal does not go with the macronutrients, which"),
            ({"energy": "100 kcal"}, "energy 100 kcal does not go with"),
            ({"energy": "1004 kcal"}, 'if it is in kJ, write energy = "1004 kJ"; else check'),
            ({"energy": "57 kcal"}, "and write fibre, polyols and alcohol if any"),
            ({"carbohydrate": "100 g"}, "weigh 111.0 g together, more than the 100 g they are in"),
            ({"per": "40 g"}, "weigh 55.0 g together, more than the 40 g"),
            ({"fibre": "60 g"}, "fibre 60 g is more than the carbohydrate, 44 g; check both"),
            ({"sugars": "46 g"}, "sugars 46 g is more than the carbohydrate, 44 g"),
            ({"polyols": "46 g"}, "polyols 46 g is more than the carbohydrate"),
            ({"sugars": "46 g", "fibre": "5 g", "label": "eu"}, "sugars 46 g is more than the"),
            ({"saturated_fat": "4 g"}, "saturated_fat 4 g is more than the fat, 2 g"),
            ({"dha": "4 g"}, "dha 4 g is more than the fat"),
            ({"leucine": "12 g"}, "leucine 12 g is more than the protein, 9 g"),
            ({"salt": "60 g"}, "protein, carbohydrate, fat, salt weigh 115.0 g together, more"),
            ({"sodium": "20000 mg"}, "protein, carbohydrate, fat, salt weigh 105.0 g together"),
            ({"salt": "101 g", "energy": "0 kcal", "protein": "0 g", "carbohydrate": "0 g",
              "fat": "0 g"}, "salt_g 101 is more than the 100 g it is in; check its unit"),
            ({"per": "2 g", "energy": "5 kcal", "protein": "0 g", "carbohydrate": "1 g",
              "fat": "0 g", "potassium": "3 g"}, "potassium_mg 3000 is more than the 2 g it is"),
            ({"alcohol": "50 g"}, "weigh 105.0 g together"),
            ({"per": "100 ml"}, "per 100 ml needs to know what that weighs; write measure ="),
            ({"per": "100 ml", "measure": "cup", "weighs": "250 g"}, "needs to know what that"),
            ({"per": "100 ml", "per_g": 100}, "per is there twice, as a mass and as a volume"),
        ],
    )  # fmt: skip
    def test_that_cannot_be_true_are_refused(self, changed, line):
        """Energy, parts and wholes have to agree; the line names value, limit and remedy."""
        answer = refusal(bread(**changed))
        assert answer.startswith("foods[1]: ")
        assert line in answer

    @pytest.mark.parametrize(
        ("changed", "line"),
        [
            ({"energy": "240"}, 'foods[1].energy: 240 has no unit; write "240 kcal"'),
            ({"energy": 240}, 'foods[1].energy: 240 has no unit; write "240 kcal"'),
            ({"energy": "240 g"}, "foods[1].energy: 240 g is a mass; write"),
            ({"energy": "-5 kcal"}, "foods[1].energy: -5 kcal is outside 0 to 9000 kcal"),
            ({"protein": "9 grains"}, 'foods[1].protein: "9 grains" has an unknown unit'),
            ({"vitamin_d": "400 IU"}, 'foods[1].vitamin_d: "400 IU" has an unknown unit'),
            ({"sodium": "500 g"}, 'foods[1].sodium: "500 g" is 500000 mg, outside 0 to 50000'),
            ({"per": "100"}, 'foods[1].per: 100 has no unit; write "100 g"'),
            ({"per": 100}, 'foods[1].per: 100 has no unit; write "100 g"'),
            ({"per": "0 g"}, "foods[1].per: 0 g is outside 1 to 2000 g"),
            ({"per": "9 l"}, 'foods[1].per: "9 l" is 9000 ml, outside 1 to 2000 ml'),
            ({"per": "40 g", "per_g": 40}, "foods[1].per: given twice, as per and as per_g"),
            ({"fiber": "3 g"}, 'foods[1].fiber: unknown key; did you mean "fibre"?'),
            ({"carbs": "3 g"}, 'foods[1].carbs: unknown key; did you mean "carbohydrate"?'),
            ({"calories": "3"}, 'foods[1].calories: unknown key; did you mean "energy"?'),
            ({"serving_size": "3"}, 'foods[1].serving_size: unknown key; did you mean "per"?'),
            ({"sugar": "3 g"}, 'foods[1].sugar: unknown key; did you mean "sugars"?'),
            ({"colour": "red"}, "foods[1].colour: unknown key; known keys: food_id, name,"),
            ({"role": "braed"}, 'foods[1].role: "braed" is unknown; did you mean "bread"?'),
            ({"role": 3}, "foods[1].role: 3 is not text"),
            ({"when": ["lunch"]}, 'foods[1].when: "lunch" is unknown; choose one of: breakfast'),
            ({"when": []}, "foods[1].when: 0 items, the least is 1"),
            ({"label": "uk"}, 'foods[1].label: "uk" is unknown; choose one of: us, eu'),
            ({"diet": "vegn"}, 'foods[1].diet: "vegn" is unknown; did you mean "vegan"?'),
            ({"allergens": ["mlik"]}, "is not an allergen that fuelcalc knows; did you mean"),
            ({"allergens": "milk"}, 'foods[1].allergens: "milk" is not a list; write ["milk"]'),
            ({"allergens": [3]}, "foods[1].allergens: 3 is not text"),
            ({"may_contain": ["dust"]}, '"dust" is not an allergen'),
            ({"suits": ["gluten"]}, "is not a restriction that fuelcalc knows; did you mean"),
            ({"name": None}, 'foods[1].name: missing; write name = "Mill bread"'),
            ({"role": None}, 'foods[1].role: missing; write role = "bread"'),
            ({"fat": None}, "foods[1].fat: missing; write"),
            ({"name": ""}, "foods[1].name: 0 characters, the least is 1"),
            ({"name": "x" * 81}, "foods[1].name: 81 characters, the most is 80"),
            ({"name": "a\nb"}, "foods[1].name: "),
            ({"name": "饭"}, 'foods[1].name: "饭" gives no id; write food_id = "my-food"'),
            ({"name": " "}, "foods[1].name: "),
            ({"food_id": "My Bread"}, 'foods[1].food_id: "My Bread" is not an id; write small'),
            ({"synonyms": ["x"] * 21}, "foods[1].synonyms: 21 items, the most is 20"),
            ({"as_is": 1}, "foods[1].as_is: 1 is not true or false"),
            ({"allergens": ["milk"], "diet": "vegan"}, "milk among its allergens means that it is"),
            ({"allergens": ["fish"], "diet": "vegetarian"}, "it is not vegetarian; change one"),
            ({"allergens": ["milk"], "suits": ["dairy-free"]}, "it is not dairy-free"),
            ({"may_contain": ["milk"], "suits": ["dairy-free"]}, "it is not dairy-free"),
            ({"allergens": ["shellfish"], "suits": ["kosher"]}, "it is not kosher-style"),
        ],
    )
    def test_are_answered_in_one_line(self, changed, line):
        """Wrong units, words and keys name the food, the value and what to write."""
        assert line in refusal(bread(**changed))


class TestMeasures:
    """How people measure a food of their own."""

    def test_are_counted_in_pieces(self):
        """A slice of 40 g, one to four of them."""
        food = food_of(measure="slice", weighs="40 g")
        assert household_text(food, 2.0) == "2 slices Mill bread"
        assert amounts(food) == (1.0, 2.0, 3.0, 4.0)
        assert food.portion.one_g == 40.0

    @pytest.mark.parametrize(
        ("one", "many"),
        [("pouch", "pouches"), ("box", "boxes"), ("glass", "glasses"), ("bar", "bars")],
    )
    def test_have_a_plural(self, one, many):
        """Near enough in English, and as written where it is written."""
        assert food_of(measure=one, weighs="40 g").portion.many == f"{many} Mill bread"
        said = food_of(measure=one, measures="pieces", weighs="40 g")
        assert household_text(said, 2.0) == "2 pieces Mill bread"
        named = food_of(measure="thin Mill bread", weighs="40 g")
        assert household_text(named, 1.0) == "1 thin Mill bread"

    def test_keep_their_own_steps(self):
        """Halves up to three, whole steps only."""
        food = food_of(measure="slice", weighs="40 g", step=0.5, most=1.8)
        assert amounts(food) == (0.5, 1.0, 1.5)
        assert food_of(measure="bag", weighs="40 g", step=6).portion.most == 6.0

    def test_are_the_serving_of_the_label_without_one(self):
        """Quarters of the serving, else tenths of 100 g, said in grams."""
        small = bread(
            per="40 g", energy="96 kcal", protein="4 g", carbohydrate="17 g", fat="1 g", step=0.5
        )
        food = table_of(small).foods[0]
        assert household_text(food, 1.5) == "60 g Mill bread (1½ servings)"
        assert household_text(food_of(), 0.3).startswith("30 g Mill bread")

    @pytest.mark.parametrize(
        ("changed", "line"),
        [
            ({"measure": "slice"}, "foods[1]: a measure needs its weight; write measure"),
            ({"weighs": "40 g"}, "foods[1]: a measure needs its weight"),
            ({"measures": "slices"}, "belong to a measure; write measure and weighs too"),
            ({"holds": "250 ml"}, "belong to a measure"),
            ({"measure": "cup", "weighs": "40 g", "shown": "ml"}, 'write holds = "250 ml"'),
            ({"measure": "cup", "weighs": "250 g", "holds": "25 ml"}, "25 ml that weigh 250 g are"),
            ({"measure": "cup", "weighs": "25 g", "holds": "250 ml"}, "250 ml that weigh 25 g are"),
            ({"measure": "cup", "weighs": "0 g"}, "foods[1].weighs: 0 g is outside 0.5 to 2000 g"),
            ({"measure": "bit", "weighs": "9 g", "step": 0.3}, "step: 0.3 cannot be counted"),
            ({"measure": "bit", "weighs": "2 g", "step": 0.1, "shown": "grams"},
             "foods[1].step: 0.2 g cannot be weighed; write 0.5"),
            ({"step": 0}, "foods[1].step: 0 is outside 0.05 to 50"),
            ({"step": 1e-300}, "foods[1].step: 1e-300 is outside"),
            ({"most": 1e9}, "foods[1].most: 1000000000 is outside"),
            ({"step": 2, "most": 1}, "foods[1].most: 1 is less than one step, 2; write more"),
        ],
    )  # fmt: skip
    def test_have_to_be_whole(self, changed, line):
        """A measure that nobody could measure with is refused."""
        assert line in refusal(bread(**changed))

    @given(
        step=st.floats(0.05, 50),
        most=st.floats(0.05, 50),
        weighs=st.floats(0.5, 2000),
        shown=st.sampled_from(["count", "grams"]),
    )
    def test_can_be_said_in_every_amount(self, step, most, weighs, shown):
        """Whatever is accepted has a word for each of its amounts, and none weighs nothing."""
        own = bread(measure="bit", weighs_g=weighs, step=step, most=most, shown=shown)
        try:
            food = OwnFood.of(**own).food()
        except InputError as error:
            assert str(error).startswith(("step: ", "most: "))  # noqa: PT017
            return
        for amount in amounts(food):
            assert household_text(food, amount)[0] in "123456789¼½¾"


class TestShadowing:
    """An own food in place of a bundled one."""

    def test_goes_by_the_very_name(self):
        """A food called banana is the banana of every dish, whatever its capitals."""
        table = table_of(bread(name="Bananas", role="fruit"))
        assert table.by_id["banana"] is table.foods[0]
        assert table.foods[0].name == "Bananas"
        assert len(table.foods) == len(BUNDLED.foods)
        assert table.food_named("banana") is table.foods[0]

    def test_goes_by_id(self):
        """A brand that says whom it stands in for, with its own name and our other names."""
        table = table_of(bread(food_id="white-bread"))
        food, ours = table.by_id["white-bread"], BUNDLED.food("white-bread")
        assert food.name == "Mill bread"
        assert food.portion == ours.portion
        assert food.eaten_as_is == ours.eaten_as_is
        assert {ours.name, *ours.synonyms} <= set(food.synonyms)
        assert table.find("white bread")[0] is food

    def test_goes_by_the_id_that_its_name_gives(self):
        """A name that is no name of ours but one of our ids means that food."""
        ours = next(f for f in BUNDLED.foods if f.food_id.replace("-", " ") != f.name)
        table = table_of(bread(name=ours.food_id.replace("-", " "), role=ours.role))
        assert table.by_id[ours.food_id] is table.foods[0]

    def test_never_goes_by_another_name(self):
        """A synonym such as fruit is the name of many foods, and replaces none of them."""
        table = table_of(bread(name="Fruit", role="fruit"))
        assert len(table.foods) == len(BUNDLED.foods) + 1
        assert table.foods[0].food_id == "fruit"

    def test_is_taken_and_bought_as_ours(self):
        """In our measure it is taken in our amounts; in its own nobody has said which."""
        ours = BUNDLED.food("white-bread")
        alike = table_of(bread(food_id="white-bread")).foods[0]
        finer = table_of(bread(food_id="white-bread", step=0.5)).foods[0]
        thicker = table_of(bread(food_id="white-bread", measure="slab", weighs="90 g")).foods[0]
        assert (alike.bought, alike.portion.natural) == (ours.bought, ours.portion.natural)
        assert (finer.bought, finer.portion.natural) == (ours.bought, ())
        assert (thicker.bought, thicker.portion.natural) == (ours.bought, ())
        assert (food_of().bought, food_of().portion.natural) == (None, ())

    def test_keeps_its_own_measure(self):
        """A measure that it states counts for more than ours; its step does, too."""
        mine = table_of(bread(food_id="white-bread", measure="slab", weighs="90 g")).foods[0]
        assert (mine.portion.one, mine.portion.one_g) == ("slab Mill bread", 90.0)
        step = BUNDLED.food("white-bread").portion.step * 2
        stepped = table_of(bread(food_id="white-bread", step=step)).foods[0].portion
        assert (stepped.step, stepped.one) == (step, BUNDLED.food("white-bread").portion.one)

    def test_is_what_bundled_dishes_are_made_of(self):
        """Each dish with white bread has the own one in it."""
        table = table_of(bread(food_id="white-bread", **REVIEWED))
        with_it = [
            variant
            for variant in table.variants(Limits())
            if any(food.food_id == "white-bread" for food in variant.foods)
        ]
        assert with_it
        for variant in with_it:
            assert table.foods[0] in variant.foods

    def test_answers_to_what_is_disliked(self):
        """Who dislikes fish gets no own salmon, whatever it is called."""
        salmon = bread(name="Loch Fine", food_id="salmon", role="snack", **REVIEWED)
        food = table_of(salmon).foods[0]
        assert not Limits.of(dislikes=["fish"]).allow(food)
        assert not Limits.of(dislikes=["salmon"]).allow(food)

    def test_takes_no_review_from_ours(self):
        """Another brand may hold other things: it is reviewed by itself or not at all."""
        food = table_of(bread(name="banana", role="fruit")).foods[0]
        assert food.allergens is None
        assert food.diet is None

    @pytest.mark.parametrize(
        ("second", "line"),
        [
            (BREAD, 'foods[2]: "Mill bread" is "mill-bread", which is there already; keep one'),
            (bread(name="mill breads"), "or give it another food_id"),
            (bread(name="Other", food_id="mill-bread"), 'foods[2]: "Other" is "mill-bread"'),
        ],
    )
    def test_is_done_once(self, second, line):
        """Two own foods of one id would hide each other."""
        assert line in refusal(BREAD, second)

    def test_lets_two_brands_stand_side_by_side(self):
        """With an id of its own a second one is another food."""
        table = table_of(bread(name="banana"), bread(name="banana", food_id="my-banana"))
        assert {"banana", "my-banana"} <= set(table.by_id)
        assert len(table.foods) == len(BUNDLED.foods) + 1


class TestReview:
    """Who is given a food that nobody, or only its owner, has reviewed."""

    @pytest.mark.parametrize(
        ("changed", "line"),
        [
            ({**REVIEWED, "suits": ["gluten-free"]}, "gluten among its allergens means that it is"),
            ({"allergens": ["wheat"], "suits": ["coeliac"]}, "it is not gluten-free; change one"),
            ({"allergens": ["rye"], "diet": "vegan", "suits": ["gf"]}, "it is not gluten-free"),
            ({"may_contain": ["gluten"], "suits": ["gluten-free"]}, "it is not gluten-free"),
            ({"allergens": ["lactose"], "suits": ["lactose-free"]}, "it is not dairy-free"),
            ({"may_contain": ["dairy"], "suits": ["dairy-free"]}, "it is not dairy-free"),
            ({"allergens": ["dairy"], "diet": "vegan"}, "it is not vegan; change one"),
            ({"allergens": ["egg"], "diet": "vegan"}, "it is not vegan"),
            ({"allergens": ["fish"], "diet": "vegetarian"}, "it is not vegetarian"),
            ({"allergens": ["mussel"], "diet": "vegetarian"}, "it is not vegetarian"),
            ({"allergens": ["prawn"], "suits": ["kosher"]}, "it is not kosher-style"),
            ({"role": "meat", "diet": "vegetarian"}, "meat as its role means that it is not veg"),
            ({"role": "poultry", "diet": "vegan"}, "poultry as its role means that it is not"),
            ({"role": "meat", "diet": "pescatarian"}, "it is not pescatarian; change one; what is"),
            ({"role": "fish", "diet": "vegetarian"}, "fish as its role means that it is not veg"),
            ({"role": "shellfish", "suits": ["kosher"]}, "it is not kosher-style"),
            ({"alcohol": "12 g", "energy": "324 kcal", "suits": ["halal"]}, "it is not halal"),
        ],
    )  # fmt: skip
    def test_f40_is_refused_where_it_contradicts_itself(self, changed, line):
        """Who may eat a food cannot go against what it is, contains or may hold traces of."""
        answer = refusal(bread(**changed))
        assert answer.startswith("foods[1]: ")
        assert line in answer

    @pytest.mark.parametrize(
        "changed",
        [
            {"allergens": ["gluten"], "diet": "vegan", "suits": ["dairy-free", "halal"]},
            {"may_contain": ["milk", "egg"], "allergens": [], "diet": "vegan"},
            {"role": "fish", "allergens": ["fish"], "diet": "pescatarian", "suits": ["kosher"]},
            {"role": "meat", "allergens": [], "diet": "omnivore", "suits": ["gluten-free"]},
            {"role": "soy", "allergens": ["soy"], "diet": "vegan", "suits": ["gluten-free"]},
            {"allergens": ["milk"], "diet": "vegetarian", "suits": ["gluten-free"]},
            {"alcohol": "0.5 g", "suits": ["halal"]},
            {"alcohol": "12 g", "energy": "324 kcal", "suits": ["gluten-free"]},
        ],
    )
    def test_f40_is_believed_where_it_can_be(self, changed):
        """Traces speak against no diet, and a food for one limit may be none for another."""
        assert food_of(**changed).name == "Mill bread"

    @pytest.mark.parametrize("salt", ["46.5 g", "45 g"])
    def test_f40_lets_parts_and_salt_fill_the_whole(self, salt):
        """Protein, carbohydrate and fat of 55 g leave 45 g for salt, and what rounding forgives."""
        assert food_of(salt=salt).per_100g.sodium_mg == pytest.approx(float(salt[:-2]) * 400.0)
        assert "salt weigh 101.6 g" in refusal(bread(salt="46.6 g"))

    @pytest.mark.parametrize("known", [{}, {"allergens": []}, {"diet": "vegan"}])
    def test_is_needed_for_anybody_with_a_limit(self, known):
        """Without both allergens and diet a food is for those who avoid nothing."""
        food = food_of(**known)
        assert Limits().allow(food)
        for limits in (
            *({"avoid": [code]} for code in ALLERGENS),
            *({"restrictions": [code]} for code in RESTRICTIONS),
            *({"diet": diet} for diet in DIETS if diet != "omnivore"),
        ):
            assert not Limits.of(**limits).allow(food)

    def test_keeps_an_unreviewed_food_out_of_every_dish(self):
        """Neither bundled nor own dishes give it to somebody with a limit."""
        table = table_of(
            bread(food_id="white-bread"),
            bread(food_id="oats", role="cereal", name="My oats"),
            dishes=[{**BOWL, "foods": ["My oats 0.5-1-1 | white-rice 0.5-1-2"]}],
        )
        assert table.variants(Limits())[0].foods[0].name == "My oats"
        for limits in (Limits.of(avoid=["celery"]), Limits.of(diet="pescatarian")):
            found = table.variants(limits)
            assert found[0].foods[0].food_id == "white-rice"
            assert not any(food.source == "own food" for v in found for food in v.foods)

    def test_counts_what_the_label_says(self):
        """Reviewed, it is for those whom it suits, traces and ways of eating included."""
        food = food_of(**REVIEWED, may_contain=["soya"], suits=["dairy-free", "halal"])
        assert Limits.of(diet="vegan", avoid=["milk", "nuts"], restrictions=["halal"]).allow(food)
        assert not Limits.of(avoid=["gluten"]).allow(food)
        assert not Limits.of(avoid=["soy"]).allow(food)
        assert not Limits.of(restrictions=["kosher"]).allow(food)

    def test_reads_everyday_words(self):
        """Nuts are peanuts and tree nuts, and gluten brings wheat."""
        assert food_of(allergens=["nuts"]).allergens == ("peanut", "tree-nut")
        assert food_of(allergens=[]).allergens == ()


class TestDishes:
    """Dishes of one's own."""

    def test_find_foods_by_id_or_by_name(self):
        """An id, an everyday name, another name that only one food has, and an own food."""
        dish = dish_of(
            bread(measure="slice", weighs="40 g"),
            foods=["brown-rice 0.5-1-2", "Brown Rice 0.5", "mill bread 1-2-3", "porridge oats 0.5"],
        )
        assert [place[0].food_id for place in dish.places] == [
            "brown-rice",
            "brown-rice",
            "mill-bread",
            "oats",
        ]
        assert dish.places[1][0].least == dish.places[1][0].most == 0.5

    def test_may_leave_a_choice(self):
        """A bar parts the foods that may fill one place, best first."""
        dish = dish_of(foods=["brown rice 0.5-1-2 | white rice 0.5-1-2", "banana 0-1-2"])
        assert [one.food_id for one in dish.places[0]] == ["brown-rice", "white-rice"]
        assert dish.places[1][0].least == 0.0

    def test_have_the_columns_of_ours(self):
        """What is left out is what most dishes are."""
        dish = dish_of(minutes=25, serves=2, kitchen="home", how="Boil.\nEat.")
        assert (dish.dish_id, dish.name, dish.meals) == ("my-bowl", "My bowl", ("lunch",))
        assert (dish.minutes, dish.serves, dish.kitchen, dish.how) == (25, 2, "home", "Boil. Eat.")
        assert (dish_of().minutes, dish_of().serves, dish_of().kitchen) == (15, 1, "own")
        assert (dish.hands_on, dish_of().hands_on) == (25, 15)
        assert (dish.keeps, dish.everyday, dish.taste) == (0, 1, "savoury")

    def test_stand_before_ours_and_shadow_them(self):
        """A dish of our id, or of our very name, takes the place of ours."""
        ours = next(dish for dish in BUNDLED.dishes if "{" not in dish.name)
        by_id = table_of(dishes=[{**BOWL, "dish_id": ours.dish_id}])
        by_name = table_of(dishes=[{**BOWL, "name": ours.name.upper()}])
        for table in (by_id, by_name):
            dishes = table.dishes
            assert dishes[0] is table.own_dishes[0]
            assert len(dishes) == len(BUNDLED.dishes)
            assert ours not in dishes
        assert len(table_of(dishes=[BOWL]).dishes) == len(BUNDLED.dishes) + 1

    @pytest.mark.parametrize(
        ("changed", "line"),
        [
            ({"foods": ["brown ricee 1"]}, 'no food is called "brown ricee"; write one of: brown'),
            ({"foods": ["zzzzz 1"]}, 'no food is called "zzzzz"; add it to [[foods]]'),
            ({"foods": ["fish 1"]}, 'several foods are called "fish"; write one of: '),
            ({"foods": ["brown rice"]}, 'is not "food least-usual-most"; write "banana 0.5-1-2"'),
            ({"foods": ["1-2-3"]}, "is not"),
            ({"foods": [""]}, '"" is not'),
            (
                {"foods": ["brown rice 0.5-1-9"]},
                "is more than the largest portion; write up to 2.5 cups",
            ),
            ({"foods": ["brown rice 0.3"]}, "is not measured; write multiples of 0.125"),
            ({"foods": ["brown rice 2-1-0.5"]}, "is not in order; write least-usual-most"),
            ({"foods": ["brown rice nan"]}, "is not in order"),
            ({"foods": ["brown rice 0.5 + banana 1"]}, 'no food is called "brown rice 0.5 + '),
            ({"name": "{1} bowl"}, "the name has {1}, which may not be on the plate"),
            ({"name": "饭"}, 'the name gives no id; write dish_id = "my-dish"'),
        ],
    )
    def test_are_answered_in_one_line_that_names_them(self, changed, line):
        """Whatever is wrong inside a dish is said with its place and its name."""
        answer = refusal(dishes=[BOWL, {**BOWL, "name": "Two", **changed}])
        assert answer.startswith(f'dishes[2], "{changed.get("name", "Two")}": ')
        assert line in answer

    @pytest.mark.parametrize(
        ("changed", "line"),
        [
            ({"meals": ["lunhc"]}, 'dishes[1].meals: "lunhc" is unknown; did you mean "lunch"?'),
            ({"meals": []}, "dishes[1].meals: 0 items, the least is 1"),
            ({"meals": "lunch"}, 'dishes[1].meals: "lunch" is not a list; write ["lunch"]'),
            ({"foods": []}, "dishes[1].foods: 0 items, the least is 1"),
            ({"foods": ["banana 1"] * 8}, "dishes[1].foods: 8 items, the most is 7"),
            ({"minutes": "5 min"}, 'dishes[1].minutes: "5 min" is not a number; write a number'),
            ({"minutes": -1}, "dishes[1].minutes: -1 is outside 0 to 600"),
            ({"serves": 0}, "dishes[1].serves: 0 is outside 1 to 50"),
            ({"food": []}, 'dishes[1].food: unknown key; did you mean "foods"?'),
            ({"name": None}, 'dishes[1].name: missing; write name = "Lentil soup"'),
            ({"meals": None}, 'dishes[1].meals: missing; write meals = ["lunch"]'),
            ({"foods": None}, 'dishes[1].foods: missing; write foods = ["brown rice 0.5-1-2"]'),
            ({"dish_id": "A B"}, 'dishes[1].dish_id: "A B" is not an id'),
        ],
    )
    def test_have_the_keys_that_they_need(self, changed, line):
        """Wrong keys and values are said with their place."""
        assert refusal(dishes=[{**BOWL, **changed}]).startswith(line)

    def test_stand_once(self):
        """Two dishes of one id would hide each other."""
        line = refusal(dishes=[BOWL, {**BOWL, "name": "my BOWL"}])
        assert line == (
            'dishes[2]: "my BOWL" is "my-bowl", which is there already; keep one, or give it '
            "another dish_id"
        )


class TestFiles:
    """The file itself."""

    def test_may_be_toml_or_json(self, tmp_path):
        """Both forms, by path and from an open file, give the same foods."""
        toml = "[[foods]]\n" + "".join(f"{key} = {json.dumps(BREAD[key])}\n" for key in BREAD)
        path = tmp_path / "own.toml"
        path.write_text(toml, encoding="utf-8")
        with path.open("rb") as file:
            tables = [read_foods(path), read_foods(str(path)), read_foods(file), table_of(BREAD)]
        assert {table.foods[0].per_100g for table in tables} == {food_of().per_100g}

    def test_may_hold_nothing_of_its_own(self):
        """A table without own foods is the bundled one."""
        table = read_foods(io.BytesIO(b"# nothing yet\n"))
        assert table.foods == BUNDLED.foods
        assert table.dishes == BUNDLED.dishes

    @pytest.mark.parametrize(
        ("data", "line"),
        [
            (b"", "food: the file is empty; write at least a [[foods]] table"),
            (b"[[food]]\n", 'food: unknown key; did you mean "foods"?'),
            (b"[athlete]\n", "athlete: unknown key; known keys: foods, dishes"),
            (b"[foods]\n", "foods: a table is not a list; write [[foods]] tables"),
            (b"foods = 3", "foods: 3 is not a list; write [[foods]] tables"),
            (b"foods = [3]", "foods[1]: 3 is not a table; write keys such as food_id, name"),
            (b"dishes = [[]]", "dishes[1]: a list is not a table"),
            (b'{"foods": null, "dishes": 1}', "dishes: 1 is not a list"),
            (b'{"foods": [' + b"[" * 100_000, "food: not a food file (JSON): it is nested too"),
            (b'{"foods": [' + b"{}," * 2000 + b"{}]}", "foods: 2001 items, the most is 2000"),
            (LONGEST, "foods: 400000 items, the most is 2000"),
            (b"\x00\xff", "food: not a text file; a food file is TOML or JSON"),
            (b"x" * 2_000_000, "food: the file is over 1,000,000 bytes; is this the food file?"),
        ],
        ids=lambda value: repr(value[:24]),
    )
    def test_are_refused_in_one_line(self, data, line):
        """Whatever is no such file is refused with the reason."""
        with pytest.raises(InputError) as error:
            read_foods(io.BytesIO(data))
        assert str(error.value).startswith(line)

    @pytest.mark.parametrize(
        "data",
        [
            LONGEST,
            b'{"foods": [' + b"[" * 900_000,
            b'{"foods": [' + b"{}," * 300_000 + b"{}]}",
            b"x" * 2_000_000,
        ],
        ids=["toml", "nested", "json", "too-large"],
    )
    def test_are_refused_quickly(self, data):
        """However large, that takes at most three times what reading so much TOML takes alone."""
        start = time.process_time()
        tomllib.loads(LONGEST.decode())
        read = time.process_time()
        with pytest.raises(InputError):
            read_foods(io.BytesIO(data))
        assert time.process_time() - read < 3.0 * (read - start)

    def test_of_2000_foods_and_as_many_dishes_are_read(self):
        """The largest file is read; each dish finds its foods by name."""
        foods = [{**BREAD, "name": f"Bread {number}"} for number in range(MOST_ENTRIES)]
        dishes = [
            {**BOWL, "name": f"Bowl {number}", "foods": [f"bread {number} 0.5-1-2", "oats 0.5"]}
            for number in range(MOST_ENTRIES)
        ]
        table = table_of(*foods, dishes=dishes)
        assert len(table.foods) == len(BUNDLED.foods) + MOST_ENTRIES
        assert len(table.own_dishes) == MOST_ENTRIES
        assert len(table.variants(Limits())) == MOST_ENTRIES + len(BUNDLED.dishes)

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(["foods", "dishes", *BREAD, *BOWL, "per", "measure", "step"]),
                    inner,
                    max_size=6,
                )
            ),
            max_leaves=12,
        )
    )
    def test_of_anything_are_read_or_refused(self, tree):
        """Any keys with any values give a table or one printable line."""
        changed = tree if isinstance(tree, dict) else {}
        for foods, dishes in (([bread()], [{**BOWL, **changed}]), ([{**BREAD, **changed}], [])):
            try:
                table_of(*foods, dishes=dishes)
            except InputError as error:
                assert str(error).isprintable()  # noqa: PT017

    def test_use_the_words_of_the_table(self):
        """Every role and every time of eating of the table may be written."""
        for role in ROLES:
            assert food_of(role=role).role == role
        assert food_of(when=list(WHEN)).when == WHEN


def blocks(language):
    """The code blocks of the page in one language."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


class TestPage:
    """The page about own foods, and the file that it explains."""

    def test_explains_a_file_that_is_read(self):
        """Four foods, one of them in place of ours, and two dishes."""
        table = read_foods(EXAMPLE)
        assert [food.food_id for food in table.foods[:4]] == [
            "mill-bread",
            "peanut-protein-bar",
            "oat-milk",
            "aunt-vera-granola",
        ]
        assert len(table.foods) == len(BUNDLED.foods) + 3
        assert len(table.own_dishes) == 2
        # Carbohydrate with fibre, and 100 ml that weigh 102.8 g, by hand.
        assert table.foods[0].per_100g.carbohydrate_g == pytest.approx(48.2)
        assert table.foods[2].per_100g.energy_kcal == pytest.approx(59 / 1.028)

    def test_says_rightly_who_gets_the_granola(self):
        """Somebody without limits has granola, everybody else has oats in its place."""
        table = read_foods(EXAMPLE)
        first = [table.variants(Limits.of(avoid=avoid))[0].foods[0] for avoid in ((), ("nuts",))]
        assert [food.food_id for food in first] == ["aunt-vera-granola", "oats"]

    @pytest.mark.parametrize("block", blocks("toml"))
    def test_shows_tables_that_are_read(self, block):
        """Every piece of a file on the page is one."""
        table = read_foods(io.BytesIO(block.encode()))
        assert table.foods[0].source == "own food" or table.own_dishes

    @pytest.mark.parametrize("block", blocks("python"))
    def test_shows_code_that_runs(self, block, monkeypatch):
        """Beside the example file, the code of the page plans a day."""
        monkeypatch.chdir(EXAMPLE.parent)
        names = {}
        exec(block, names)  # noqa: S102 - it is our own page
        assert names["plan"].menu is not None

    @pytest.mark.parametrize("line", "".join(blocks("console")).splitlines())
    def test_shows_commands_that_work(self, line, monkeypatch, tmp_path, capsys):
        """Beside the example file, each command of the page prints what it should."""
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
        monkeypatch.chdir(EXAMPLE.parent)
        assert run(shlex.split(line)[1:]) == 0
        assert len(capsys.readouterr().out) > 40

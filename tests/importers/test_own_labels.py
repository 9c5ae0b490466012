"""Labels of own foods, and in which measures they are eaten."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_file import bread, food_of, refusal, table_of

from fuelcalc.errors import InputError
from fuelcalc.importers.own_foods.label import OwnFood
from fuelcalc.models.nutrients import NUTRIENT_NAMES
from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.portions import amounts, household_text


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

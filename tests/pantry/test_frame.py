"""The food table as rows, columns and a pandas frame."""

import math
import subprocess
import sys

import numpy as np
import pytest

from fuelcalc import foods_frame, read_foods
from fuelcalc.errors import InputError
from fuelcalc.models.nutrients import NUTRIENT_NAMES, NUTRIENTS
from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.frame import (
    COLUMNS,
    NUMBER_COLUMNS,
    TEXT_COLUMNS,
    food_row,
    measure_text,
    nutrient_named,
)

OWN = """
[[foods]]
name = "Mill bread"
role = "bread"
energy = "240 kcal"
protein = "9 g"
carbohydrate = "44 g"
fat = "2 g"
measure = "slice"
weighs = "40 g"
shown = "grams"
step = 0.3
most = 3.0
"""


@pytest.fixture(scope="module")
def frame():
    """The bundled foods."""
    return foods_frame()


class TestFrame:
    """One row a food."""

    def test_has_one_row_a_food_in_the_order_of_the_table(self, frame):
        """The index is food_id, and no food is left out or stands twice."""
        assert list(frame.index) == [food.food_id for food in BUNDLED.foods]
        assert frame.index.name == "food_id"
        assert list(frame.columns) == list(COLUMNS[1:])

    def test_holds_numbers_as_float64_and_the_rest_as_text(self, frame):
        """Every number column is float64; every other one is text."""
        assert set(TEXT_COLUMNS) | set(NUMBER_COLUMNS) == set(frame.columns)
        assert all(frame[column].dtype == np.float64 for column in NUMBER_COLUMNS)
        assert all(frame[column].dtype == "str" for column in TEXT_COLUMNS)

    @pytest.mark.parametrize(
        ("food_id", "column", "printed"),
        [
            # USDA SR28, per 100 g: NDB 09040 bananas, 15237 farmed salmon, 12155 walnuts.
            ("banana", "energy_kcal", 89.0),
            ("banana", "carbohydrate_g", 22.84),
            ("banana", "potassium_mg", 358.0),
            ("salmon", "epa_g", 0.690),
            ("salmon", "dha_g", 1.457),
            ("walnuts", "ala_g", 9.08),
            # Atkinson 2008, Table 1: boiled brown rice 68, banana 51.
            ("banana", "glycaemic_index", 51.0),
            ("brown-rice", "glycaemic_index", 68.0),
        ],
    )
    def test_holds_what_the_source_prints(self, frame, food_id, column, printed):
        """Values are the source's own, per 100 g."""
        assert frame.loc[food_id, column] == printed

    def test_keeps_missing_apart_from_zero(self, frame):
        """A value is NaN exactly where the source has none."""
        for food in BUNDLED.foods:
            row = frame.loc[food.food_id, list(NUTRIENT_NAMES)]
            for name, value in zip(NUTRIENT_NAMES, food.per_100g.values(), strict=True):
                assert math.isnan(row[name]) if value is None else row[name] == value

    def test_tells_none_from_not_reviewed(self, tmp_path):
        """No allergen is empty text; allergens that nobody has reviewed are missing."""
        file = tmp_path / "own.toml"
        file.write_text(OWN, encoding="utf-8")
        own = foods_frame(read_foods(file))
        assert own.loc["banana", "allergens"] == ""
        assert own["allergens"].isna().sum() == 1
        assert own["diet"].isna().idxmax() == "mill-bread"

    def test_loads_pandas_only_when_called(self):
        """Importing the module costs no pandas."""
        code = "import sys, fuelcalc.pantry.frame; print('pandas' in sys.modules)"
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == "False"


class TestRow:
    """One food as a row."""

    def test_says_one_measure_in_words(self):
        """The household column is one measure; a step that never makes a whole one is no error."""
        assert food_row(BUNDLED.food("oats"))["household"] == "80 g oats (1 cup)"
        assert all(measure_text(food) for food in BUNDLED.foods)

    def test_says_a_measure_of_odd_steps(self, tmp_path):
        """A food of somebody's own in steps of 0.3 slices still has a measure."""
        file = tmp_path / "own.toml"
        file.write_text(OWN, encoding="utf-8")
        assert measure_text(read_foods(file).by_id["mill-bread"]) == "1 slice"


class TestNutrientNamed:
    """Nutrients by everyday names."""

    @pytest.mark.parametrize(
        ("word", "fields"),
        [
            ("protein", ("protein_g",)),
            ("carbs", ("carbohydrate_g",)),
            ("Carbohydrates", ("carbohydrate_g",)),
            ("fibre", ("fibre_g",)),
            ("fiber", ("fibre_g",)),
            ("fat", ("fat_g",)),
            ("saturated fat", ("saturated_fat_g",)),
            ("sugar", ("sugars_g",)),
            ("energy", ("energy_kcal",)),
            ("calories", ("energy_kcal",)),
            ("iron", ("iron_mg",)),
            ("calcium", ("calcium_mg",)),
            ("vitamin d", ("vitamin_d_ug",)),
            ("Vit. D", ("vitamin_d_ug",)),
            ("b12", ("vitamin_b12_ug",)),
            ("vitamin B-12", ("vitamin_b12_ug",)),
            ("folate", ("folate_dfe_ug",)),
            ("vitamin c", ("vitamin_c_mg",)),
            ("potassium", ("potassium_mg",)),
            ("magnesium", ("magnesium_mg",)),
            ("zinc", ("zinc_mg",)),
            ("omega-3", ("epa_g", "dha_g", "ala_g")),
            ("omega3", ("epa_g", "dha_g", "ala_g")),
            ("leucine", ("leucine_g",)),
            ("BCAAs", ("leucine_g", "isoleucine_g", "valine_g")),
            ("net carbs", ("available_carbohydrate_g",)),
            ("glycemic index", ("glycaemic_index",)),
        ],
    )
    def test_knows_everyday_words(self, word, fields):
        """What people say leads to the columns that they mean."""
        assert nutrient_named(word).fields == fields

    @pytest.mark.parametrize("column", NUTRIENT_NAMES)
    def test_knows_every_column(self, column):
        """Every nutrient of the table is known by its column and by one name of its own."""
        assert nutrient_named(column).fields == (column,)

    @pytest.mark.parametrize("one", NUTRIENTS, ids=lambda one: one.name)
    def test_heads_a_column_in_nine_letters(self, one):
        """Every nutrient fits the head of a column."""
        assert len(one.head or one.name) <= 9 or one.name == "carbohydrate"

    @pytest.mark.parametrize(
        ("word", "meant"), [("fibr", "fibre"), ("protien", "protein"), ("potasium", "potassium")]
    )
    def test_suggests_the_nearest(self, word, meant):
        """A misspelt nutrient is an error that names the one that was meant."""
        with pytest.raises(InputError, match=f'did you mean "{meant}"'):
            nutrient_named(word)

    @pytest.mark.parametrize("word", ["", "gravel", "ab\ncd", "\x1b[31m"])
    def test_refuses_what_is_none_in_one_line(self, word):
        """Anything else is one printable line that lists what is known."""
        with pytest.raises(InputError, match="known: energy, protein") as caught:
            nutrient_named(word)
        assert str(caught.value).isprintable()


class TestHeld:
    """How much of a nutrient a food holds."""

    def test_adds_up_what_a_name_stands_for(self):
        """Omega-3 is EPA, DHA and ALA: 0.690 + 1.457 + 0.113 g in salmon (NDB 15237)."""
        held = nutrient_named("omega-3").held(BUNDLED.food("salmon"))
        assert held.amount == pytest.approx(2.260)
        assert held.is_whole

    def test_says_when_a_sum_is_a_floor(self):
        """SR28 has no EPA and DHA of chia seeds (NDB 12006): their omega-3 is at least the ALA."""
        held = nutrient_named("omega-3").held(BUNDLED.food("chia-seeds"))
        assert held.amount == pytest.approx(17.83)
        assert not held.is_whole

    def test_has_nothing_where_nothing_is_known(self):
        """No value at all is None, not zero."""
        food = next(food for food in BUNDLED.foods if food.per_100g.leucine_g is None)
        assert nutrient_named("leucine").held(food).amount is None

    def test_does_not_scale_the_glycaemic_index(self):
        """The index is the food's, whatever the amount."""
        held = nutrient_named("GI").held(BUNDLED.food("banana"), 250.0)
        assert held.amount == 51.0

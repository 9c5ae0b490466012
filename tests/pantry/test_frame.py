"""The food table as rows, columns and a pandas frame."""

import math
import subprocess
import sys

import numpy as np
import pytest

from fuelcalc import find_dishes, foods_frame, read_foods
from fuelcalc.models.nutrients import NUTRIENT_NAMES
from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.frame import (
    COLUMNS,
    NUMBER_COLUMNS,
    TEXT_COLUMNS,
    dish_row,
    food_row,
    measure_text,
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

    def test_knows_no_allergens_of_a_dish_with_what_nobody_reviewed(self, tmp_path):
        """A dish is as unknown as the bread in it, and says nothing rather than none."""
        dish = """
[[dishes]]
name = "Bread and banana"
meals = ["snack"]
foods = ["Mill bread 1-2-3", "banana 0.5-1-2"]
"""
        file = tmp_path / "own.toml"
        file.write_text(OWN.replace("0.3", "1.0") + dish, encoding="utf-8")
        plate = find_dishes("bread and banana", foods=read_foods(file))[0]
        assert plate.variant.foods[0].food_id == "mill-bread"
        assert dish_row(plate)["allergens"] is None
        assert dish_row(find_dishes("lentil bolognese")[0])["allergens"] is not None

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

"""What a menu counts of a food, against what the food table's source prints."""

import numpy as np
import pytest
from people import food

from fuelcalc.pantry import BUNDLED, Pantry
from fuelcalc.planning.menu.counts import (
    CARBOHYDRATE,
    COLUMNS,
    DRINK,
    FAT,
    FIBRE,
    PLACE,
    PROTEIN,
    counted,
    counts_of,
    rows_by_food,
)


def held(food_id, nutrient):
    """What 100 g of a bundled food hold, as the menu counts it."""
    return counted(BUNDLED.food(food_id))[PLACE[nutrient]]


# 100 g as USDA SR28 prints them: salmon NDB 15237, chia 12006, walnuts 12155, banana 09040.
PRINTED = [
    pytest.param("salmon", "protein_g", 22.10, id="salmon-protein"),
    pytest.param("salmon", "vitamin_d_ug", 13.1, id="salmon-vitamin-d"),
    pytest.param("salmon", "epa_dha_g", 0.690 + 1.457, id="salmon-epa-and-dha"),
    pytest.param("chia-seeds", "ala_g", 17.83, id="chia-ala"),
    pytest.param("walnuts", "ala_g", 9.08, id="walnuts-ala"),
    pytest.param("banana", "carbohydrate_g", 22.84, id="banana-carbohydrate"),
    pytest.param("banana", "fibre_g", 2.6, id="banana-fibre"),
    pytest.param("banana", "methionine_cystine_g", 0.008 + 0.009, id="banana-sulphur-acids"),
    pytest.param("banana", "phenylalanine_tyrosine_g", 0.049 + 0.009, id="banana-aromatic-acids"),
    pytest.param("banana", "drink_ml", 0.0, id="banana-is-no-drink"),
]


@pytest.mark.parametrize(("food_id", "nutrient", "printed"), PRINTED)
def test_counts_what_the_source_prints(food_id, nutrient, printed):
    """100 g hold what the source prints, two fats or acids added up where they count as one."""
    assert held(food_id, nutrient) == pytest.approx(printed, abs=1e-9)


def test_counts_a_drink_as_it_is_poured():
    """A glass of 200 ml is 200 ml of drink, whatever it weighs."""
    juice = BUNDLED.food("orange-juice")
    glass_g, glass_ml = juice.portion.one_g, juice.portion.one_ml
    assert held("orange-juice", "drink_ml") * glass_g / 100.0 == pytest.approx(glass_ml)
    assert held("water", "drink_ml") == pytest.approx(100.0, rel=0.01)


def test_tells_missing_from_none():
    """A value that nobody measured is None, and counts as nothing with its gap on record."""
    unknown = food("unknown", protein_g=5.0)
    known = food("known", protein_g=5.0, zinc_mg=0.0)
    counts = counts_of(Pantry((unknown, known)))
    place = PLACE["zinc_mg"]
    assert counted(unknown)[place] is None
    assert counts.per_g[:2, place].tolist() == [0.0, 0.0]
    assert counts.missing[:2, place].tolist() == [1.0, 0.0]
    assert counts.per_g[0, PROTEIN] == pytest.approx(0.05)


@pytest.mark.parametrize(
    ("nutrients", "sum_g"),
    [
        ({}, None),
        ({"dha_g": 1.0}, None),
        ({"epa_g": 0.5}, 0.5),
        ({"epa_g": 0.5, "dha_g": 1.0}, 1.5),
        ({"epa_g": 0.0, "dha_g": 1.0}, 1.0),
    ],
)
def test_knows_a_sum_of_two_with_its_first(nutrients, sum_g):
    """EPA alone is a sum already; DHA without EPA is none."""
    assert counted(food(**nutrients))[PLACE["epa_dha_g"]] == sum_g


def test_has_the_macronutrients_in_front():
    """The five columns that portions are fitted by come first, each nutrient once."""
    first = [COLUMNS[place] for place in (PROTEIN, CARBOHYDRATE, FAT, FIBRE, DRINK)]
    assert first == ["protein_g", "carbohydrate_g", "fat_g", "fibre_g", "drink_ml"]
    assert first == list(COLUMNS[:5])
    assert len(set(COLUMNS)) == len(COLUMNS) == len(PLACE)


def test_has_a_row_for_every_food():
    """Rows follow the table, and no number of a gram is below zero."""
    table = BUNDLED
    rows, counts = rows_by_food(table), counts_of(table)
    assert [table.foods[row] for row in rows.values()] == list(rows)
    assert counts.per_g.shape == counts.missing.shape == (len(table.foods), len(COLUMNS))
    assert float(counts.per_g.min()) >= 0.0
    assert np.isin(counts.missing, (0.0, 1.0)).all()

"""How much of each food people take, and where its measure is from."""

import pytest

from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.files import food_rows
from fuelcalc.pantry.portions import amounts

FOODS = BUNDLED.foods


def test_serves_sensible_portions():
    """Largest portions are whole steps, weigh up to 600 g, and stay below 800 kcal."""
    for food in FOODS:
        portion = food.portion
        assert amounts(food)[-1] == pytest.approx(portion.most), food.food_id
        assert portion.one_ml or portion.most * portion.one_g <= 600.0, food.food_id
        assert food.amount(portion.most * portion.one_g).energy_kcal <= 800.0, food.food_id


@pytest.mark.parametrize("food", FOODS, ids=lambda food: food.food_id)
def test_f33_knows_the_amounts_that_people_take(food):
    """From a least that is worth a fork: no crumb of a piece, no tenth of a scoop."""
    natural, grams = food.portion.natural, food.portion.one_g
    assert 1 <= len(natural) <= 12
    if food.role == "bread" or (food.role == "egg" and food.food_id != "egg-white"):
        assert all(n == int(n) for n in natural)
    if food.role == "powder" and food.food_id != "peanut-flour":
        assert natural == (1.0, 2.0)
    if food.role in {"meat", "poultry", "fish"} and grams == 100.0:
        assert natural[0] >= 0.4
    if food.role == "nuts" and grams == 30.0:
        assert 15.0 <= natural[0] * grams <= natural[-1] * grams <= 45.0
    if food.role == "fruit" and food.portion.shown == "grams":
        assert natural[0] * grams >= 25.0


def test_measures_drinks_in_millilitres():
    """A drink has about the density of water."""
    for food in FOODS:
        if food.portion.one_ml is not None:
            assert 0.98 <= food.portion.one_g / food.portion.one_ml <= 1.07, food.food_id


def test_says_where_each_measure_is_from():
    """Measures come from the source, our own kitchen scale, or a label."""
    rows = food_rows("foods.csv")
    assert {row["measure_from"] for row in rows} == {"SR28", "kitchen", "label"}
    assert all((row["measure_from"] == "label") == (row["ndb"] == "") for row in rows)

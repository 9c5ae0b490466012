"""Amounts as people say them."""

import pytest

from fuelcalc import words
from fuelcalc.errors import InputError
from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.portions import amounts, household_text, serving


@pytest.mark.parametrize(
    ("food_id", "amount", "text"),
    [
        ("banana", 0.5, "½ medium banana"),
        ("banana", 1.0, "1 medium banana"),
        ("banana", 1.5, "1½ medium bananas"),
        ("white-toast", 1.0, "1 slice white toast"),
        ("white-toast", 2.0, "2 slices white toast"),
        ("honey", 0.5, "½ tbsp honey"),
        ("oats", 0.5, "40 g oats (½ cup)"),
        ("oats", 0.25, "20 g oats (¼ cup)"),
        ("oats", 0.375, "30 g oats (about ⅓ cup)"),
        ("oats", 0.625, "50 g oats (about ⅔ cup)"),
        ("oats", 0.75, "60 g oats (¾ cup)"),
        ("oats", 1.0, "80 g oats (1 cup)"),
        ("oats", 0.125, "10 g oats"),
        ("oats", 0.875, "70 g oats"),
        ("white-rice", 1.5, "240 g cooked white rice (1½ cups)"),
        ("chicken-breast", 1.3, "130 g cooked chicken breast"),
        ("chicken-breast", 2.0, "200 g cooked chicken breast (2 palm-sized pieces)"),
        ("sports-drink", 2.0, "500 ml sports drink (2 glasses)"),
        ("sports-drink", 0.5, "125 ml sports drink (½ glass)"),
    ],
)
def test_reads_as_people_speak(food_id, amount, text):
    """Pieces are counted, what is weighed comes with its cup, and drinks with their glass."""
    assert household_text(BUNDLED.food(food_id), amount) == text


@pytest.mark.parametrize("amount", [0.0, -1.0, 0.3, 3.7, float("nan")])
def test_refuses_odd_amounts(amount):
    """Nobody measures 3.7 gels."""
    with pytest.raises(InputError, match="write a multiple of 1"):
        household_text(BUNDLED.food("energy-gel"), amount)


def test_names_every_sensible_portion_of_every_food():
    """From one step to the most, each amount has words, and pieces come as ½ or whole."""
    for food in BUNDLED.foods:
        for amount in amounts(food):
            text = household_text(food, amount)
            assert text == text.strip()
            assert "  " not in text
            if food.portion.shown == "count":
                assert amount * 4 == round(amount * 4), food.food_id


def test_weighs_what_it_serves():
    """A serving weighs its measures, and holds what that weight holds."""
    plate = serving(BUNDLED.food("boiled-egg"), 2.0)
    assert words(plate) == "2 large boiled eggs"
    assert plate.grams == 100.0
    assert plate.nutrients.energy_kcal == pytest.approx(155.0)

"""Suggested snacks as text and JSON."""

import json
from dataclasses import replace

import pytest

from fuelcalc import render
from fuelcalc.models.foods import Snack
from fuelcalc.models.nutrients import NUTRIENT_NAMES, Nutrients, total
from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.portions import serving
from fuelcalc.reports.snacks import SnackList

# A medium banana of 118 g as USDA SR28 prints it (NDB 09040): 105 kcal, 1.29 g protein, 0.39 g
# fat, and 26.95 g carbohydrate of which 3.1 g are fibre.
BANANA = serving(BUNDLED.food("banana"), 1.0)
OATS = serving(BUNDLED.food("oats"), 0.5)


def snack(*items, missed="", why="Quick, and easy on the stomach."):
    """A snack of some servings."""
    available = sum(item.nutrients.available_carbohydrate_g or 0.0 for item in items)
    held = total(item.nutrients for item in items)
    return Snack("test", "banana and more", items, held, available, 0.0, why, missed)


class TestText:
    """Suggestions for people."""

    def test_prints_a_banana_as_its_source_does(self):
        """Amounts are rounded for reading, carbohydrate without the fibre."""
        assert render(SnackList([snack(BANANA)], "before")) == (
            "1. banana and more: 24 g carbohydrate, 1 g protein, 0 g fat, 105 kcal\n"
            "   1 medium banana (118 g)\n"
            "   Quick, and easy on the stomach.\n"
        )

    def test_says_grams_once(self):
        """What is measured in grams already has no grams behind it."""
        assert "40 g oats (½ cup)\n" in render(SnackList([snack(OATS)], "before"))

    def test_says_what_is_missed(self):
        """A suggestion that is off says by how much; one that fits has no such line."""
        text = render(
            SnackList([snack(BANANA, missed="9 g less than 33 g of carbohydrate")], "before")
        )
        assert text.endswith("   Misses: 9 g less than 33 g of carbohydrate.\n")
        assert "Misses" not in render(SnackList([snack(BANANA)], "before"))

    def test_numbers_the_suggestions(self):
        """The best is the first."""
        text = render(SnackList([snack(BANANA), snack(OATS)], "after"))
        assert [line[:2] for line in text.splitlines() if line[0] != " "] == ["1.", "2."]

    def test_leaves_out_what_is_unknown(self):
        """A missing amount is no zero."""
        unknown = replace(BANANA, nutrients=Nutrients(carbohydrate_g=5.0, fibre_g=0.0))
        first = render(SnackList([snack(unknown)], "before")).splitlines()[0]
        assert first == "1. banana and more: 5 g carbohydrate"

    @pytest.mark.parametrize("width", [40, 60, 80])
    def test_keeps_to_the_width(self, width):
        """Long names, foods and reasons go on in the next line, indented."""
        text = render(SnackList([snack(BANANA, OATS, why="Because. " * 20)], "during"), width=width)
        lines = text.splitlines()
        assert max(map(len, lines)) <= width
        assert all(line.startswith("   ") for line in lines[1:])
        assert [line.rstrip() for line in lines] == lines

    @pytest.mark.parametrize("when", ["before", "during", "after", "before-bed"])
    def test_says_when_there_is_nothing(self, when):
        """Every occasion has a sentence for none."""
        text = render(SnackList([], when))
        assert text.count("\n") == 1
        assert text.startswith("Nothing")


class TestJson:
    """Suggestions for programs."""

    def test_holds_every_nutrient_with_missing_as_null(self):
        """Every nutrient of the table is a key; what is unknown is null and named."""
        tree = json.loads(render(SnackList([snack(BANANA)], "before"), "json"))
        assert (tree["schema"], tree["when"]) == ("fuelcalc/snacks/1", "before")
        (one,) = tree["snacks"]
        held = BANANA.nutrients
        assert tuple(one["totals"]) == NUTRIENT_NAMES
        assert tuple(one["totals"].values()) == tuple(
            None if value is None else round(value, 6) for value in held.values()
        )
        assert one["items"] == [
            {
                "food_id": "banana",
                "name": "banana",
                "grams": 118.0,
                "household": "1 medium banana",
            }
        ]
        assert one["available_carbohydrate_g"] == pytest.approx(26.95 - 3.07, abs=0.01)
        unknown = [name for name in NUTRIENT_NAMES if getattr(held, name) is None]
        assert one["incomplete"] == unknown

    def test_is_an_empty_list_where_there_is_nothing(self):
        """No suggestion is no error."""
        assert json.loads(render(SnackList([], "during"), "json"))["snacks"] == []

    def test_keeps_letters_as_they_are(self):
        """½ is ½."""
        assert "½" in render(SnackList([snack(OATS)], "before"), "json")

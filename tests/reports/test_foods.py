"""Foods as pages, lists, JSON and CSV."""

import csv
import io
import json
from dataclasses import replace

import pytest

from fuelcalc import render
from fuelcalc.models.nutrients import NUTRIENT_NAMES, NUTRIENTS
from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.frame import COLUMNS
from fuelcalc.pantry.words import nutrient_named
from fuelcalc.reports.foods import FoodCard, FoodList, more_text, number, who_may_eat
from fuelcalc.reports.formats.table_rows import columns

FOODS = BUNDLED.foods


def numbers_of(page):
    """The two printed amounts of each nutrient of a page, with their units."""
    lines = page[page.index("PER") :].splitlines()[1:]
    rows = [line.split() for line in lines if line.startswith("  ")]
    return {" ".join(row[:-4]): row[-4:] for row in rows if len(row) > 4}


class TestFoodText:
    """One food as a page."""

    def test_prints_what_the_source_prints_of_salmon(self):
        """EPA 0.690 g and DHA 1.457 g in 100 g, digits as USDA SR28 prints them (NDB 15237)."""
        page = render(FoodCard(BUNDLED.food("salmon")))
        held = numbers_of(page)
        assert held["EPA"][:2] == ["0.690", "g"]
        assert held["DHA"][:2] == ["1.457", "g"]
        assert held["Protein"][:2] == ["22.10", "g"]
        assert held["Vitamin D"][:2] == ["13.1", "µg"]
        assert "NDB 15237" in page

    def test_fits_eighty_columns(self):
        """No line is wider than a terminal of 80 columns, and none ends in a blank."""
        for food in FOODS:
            lines = render(FoodCard(food, FOODS[:9])).splitlines()
            assert max(map(len, lines)) <= 80, food.name
            assert [line.rstrip() for line in lines] == lines

    def test_tells_missing_from_zero(self):
        """Each missing value is a dash with a footnote; there is no dash without one missing."""
        for food in FOODS:
            page = render(FoodCard(food))
            n_missing = sum(value is None for value in food.per_100g.values())
            rows = [line for line in page.splitlines() if line.startswith("  ")]
            assert sum("– " in line and line.endswith("–") for line in rows) == n_missing
            assert ("The source has no value; that does not mean none." in page) == (n_missing > 0)

    def test_r15_shows_the_glycaemic_index_as_published(self):
        """R15: oats 55 and brown rice 68 (Atkinson 2008), not what anybody assumes."""
        words = "as published, glucose = 100"
        assert f"Glycaemic index  55, {words}" in render(FoodCard(BUNDLED.food("oats")))
        assert f"Glycaemic index  68, {words}" in render(FoodCard(BUNDLED.food("brown-rice")))
        assert "Glycaemic" not in render(FoodCard(BUNDLED.food("salmon")))

    def test_says_when_ala_is_all_of_18_3(self):
        """Walnuts are 18:3 undifferentiated in SR28; chia seeds are not."""
        assert "ALA is all 18:3" in render(FoodCard(BUNDLED.food("walnuts")))
        assert "ALA is all 18:3" not in render(FoodCard(BUNDLED.food("chia-seeds")))


class TestFoodsText:
    """A list of foods."""

    @pytest.mark.parametrize("one", NUTRIENTS, ids=lambda one: one.name)
    @pytest.mark.parametrize("per_portion", [False, True])
    def test_fits_eighty_columns(self, one, per_portion):
        """Whatever is sorted by, no line is wider than 80 columns."""
        extra = (one, nutrient_named("BCAA"))
        asked = FoodList(FOODS, len(FOODS), per_portion=per_portion, extra=extra)
        assert max(map(len, render(asked).splitlines())) <= 80

    def test_says_how_many_more_there_are(self):
        """A list that ends early says so, and how to see the rest."""
        text = render(FoodList(FOODS[:3], 478))
        assert text.startswith("478 foods.")
        assert text.endswith("475 more; --limit 478 shows them all.\n")
        assert more_text(3, 3) == ""

    def test_says_when_nothing_fits(self):
        """An empty list is a sentence."""
        assert render(FoodList((), 0)) == "No food fits.\n"

    def test_counts_one_food_as_one(self):
        """One food is no "foods"."""
        assert render(FoodList(FOODS[:1], 1)).startswith("1 food. ")

    def test_marks_floors_and_what_is_missing(self):
        """A sum of which a part is missing is marked, and both signs are explained."""
        extra = (nutrient_named("omega-3"), nutrient_named("leucine"))
        text = render(
            FoodList([BUNDLED.food("chia-seeds"), BUNDLED.food("energy-gel")], 2, extra=extra)
        )
        assert "≥17.830 g" in text
        assert "At least" in text
        assert "does not mean none" in text

    def test_shows_a_household_measure(self):
        """A medium banana of 118 g is 105 kcal and 26.95 g carbohydrate (SR28)."""
        text = render(FoodList([BUNDLED.food("banana")], 1, per_portion=True))
        assert "per one household measure" in text
        assert "1 medium (118 g)" in text
        assert text.splitlines()[2].split()[-5:] == ["105", "1.3", "27.0", "0.4", "3.1"]


class TestWhoMayEat:
    """Who may eat several foods together."""

    def test_takes_the_strictest_of_each(self):
        """Allergens add up, and the diet and what it suits are those of the hardest food."""
        who = who_may_eat([BUNDLED.food("walnuts"), BUNDLED.food("salmon")])
        assert set(who.allergens) == {"fish", "tree-nut"}
        assert who.diet == "pescatarian"
        assert set(who.suits) <= set(BUNDLED.food("salmon").suits)

    def test_leaves_kosher_style_out_for_meat_with_milk(self):
        """Chicken and yogurt may each be kosher-style, and are not on one plate."""
        chicken, yogurt = BUNDLED.food("chicken-breast"), BUNDLED.food("greek-yogurt")
        assert "kosher-style" in who_may_eat([chicken]).suits
        assert "kosher-style" in who_may_eat([yogurt]).suits
        assert "kosher-style" not in who_may_eat([chicken, yogurt]).suits


class TestFiles:
    """Foods for other programs."""

    def test_writes_json_with_missing_as_null(self):
        """JSON holds every nutrient of 100 g and of a measure as the table has it."""
        tree = json.loads(render(FoodList(FOODS, len(FOODS)), "json"))
        assert tree["schema"] == "fuelcalc/foods/1"
        assert tree["found"] == len(tree["foods"]) == len(FOODS)
        for food, row in zip(FOODS, tree["foods"], strict=True):
            assert tuple(row["per_100g"].values()) == tuple(
                None if value is None else round(value, 6) for value in food.per_100g.values()
            )
            assert tuple(row["per_portion"]) == NUTRIENT_NAMES

    def test_writes_csv_with_the_columns_of_the_frame(self):
        """CSV has one line a food; what is missing is empty, what is zero is 0."""
        rows = list(csv.DictReader(io.StringIO(render(FoodList(FOODS, len(FOODS)), "csv"))))
        assert tuple(rows[0]) == COLUMNS
        assert len(rows) == len(FOODS)
        for food, row in zip(FOODS, rows, strict=True):
            for name, value in zip(NUTRIENT_NAMES, food.per_100g.values(), strict=True):
                assert row[name] == "" if value is None else float(row[name]) == value


class TestLayout:
    """Cells in columns."""

    def test_wraps_text_and_aligns_numbers(self):
        """Text goes on below itself; numbers stand right."""
        rows = [("a long name of a food", "7"), ("tea", "12")]
        assert list(columns(rows, (12, -4))) == [
            "a long name    7",
            "of a food",
            "tea           12",
        ]

    @pytest.mark.parametrize(
        ("value", "digits", "text"),
        [(0.69, 3, "0.690"), (1000.0, 0, "1,000"), (None, 2, "–"), (0.0, 1, "0.0")],
    )
    def test_prints_numbers_with_their_digits(self, value, digits, text):
        """Zeros at the end stay, as in the source; missing is a dash."""
        assert number(value, digits) == text


def test_leaves_no_formula_in_the_table():
    """A food of somebody's own that a spreadsheet would run begins with an apostrophe."""
    food = replace(BUNDLED.food("banana"), name="=1+1", food_id="@sum")
    row = next(csv.DictReader(io.StringIO(render(FoodList([food], 1), "csv"))))
    assert (row["name"], row["food_id"]) == ("'=1+1", "'@sum")

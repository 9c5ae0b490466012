"""Foods that a restriction allows up to an amount: in a dish, on a plate, and in the table."""

from dataclasses import replace
from math import inf

import pytest

from fuelcalc.errors import FuelcalcError
from fuelcalc.models.dishes import Component, Dish
from fuelcalc.pantry import BUNDLED, Limits, Pantry
from fuelcalc.pantry.files import food_rows
from fuelcalc.pantry.table import table_of
from fuelcalc.pantry.up_to import few_on_a_plate, is_still_itself, kind_of_food, within
from fuelcalc.pantry.variants import goes_together, who_may_eat, who_may_eat_dish

LOW = Limits.of(restrictions=["low-fodmap"])
LIMITED = [food for food in BUNDLED.foods if food.suits_up_to_g]


def dish(*places, meals=("snack",)):
    """A dish of places, each a list of "food least-usual-most"."""
    made = []
    for place in places:
        line = []
        for text in place:
            name, numbers = text.split(" ")
            line.append(Component(name, *map(float, numbers.split("-"))))
        made.append(tuple(line))
    return Dish(
        dish_id="ours", name="ours", meals=meals, minutes=5.0, serves=1, kitchen="ours",
        places=tuple(made), how="Put it on a plate.",
    )  # fmt: skip


def variant(one, limits=LOW, foods=()):
    """The own dish as somebody may eat it; None where nobody may."""
    pantry = Pantry(own_foods=foods, own_dishes=(one,))
    return next((found for found in pantry.variants(limits) if found.dish is one), None)


def held(found):
    """Least, usual and most of each food of a variant."""
    return {part.food_id: (part.least, part.usual, part.most) for part in found.components}


class TestAmounts:
    """How much one meal may hold."""

    @pytest.mark.parametrize(
        ("food_id", "restrictions", "most_g"),
        [
            ("raspberries", ["low-fodmap"], 60.0),
            ("raspberries", ["low-fodmap", "gluten-free"], 60.0),
            ("raspberries", ["gluten-free"], inf),
            ("oats", ["low-fodmap", "gluten-free"], 0.0),
            ("kiwi", ["low-fodmap"], inf),
            ("apple", ["low-fodmap"], 0.0),
        ],
    )
    def test_is_the_least_that_any_restriction_allows(self, food_id, restrictions, most_g):
        """What suits another restriction in any amount is held by the one that it does not."""
        limits = Limits.of(restrictions=restrictions)
        assert limits.most_g(BUNDLED.food(food_id)) == most_g
        assert limits.allow(BUNDLED.food(food_id)) == (most_g == inf)

    def test_is_none_of_what_an_allergen_or_a_dislike_bars(self):
        """An amount opens nothing that something else has shut."""
        for limits in ({"avoid": ["nuts"]}, {"dislikes": ["almonds"]}):
            asked = Limits.of(restrictions=["low-fodmap"], **limits)
            assert asked.most_g(BUNDLED.food("almonds")) == 0.0

    @pytest.mark.parametrize(
        ("cell", "said"),
        [("low-fodmap", "is a restriction and grams"), ("low-fodmap 0", "is above 0 g"),
         ("halal 20", "not in suits"), ("low-fudge 20", "is none of"), ("low-fodmap x", "x")],
    )  # fmt: skip
    def test_are_checked_as_the_table_is_read(self, cell, said):
        """A cell that cannot be says so with the food."""
        rows = [{**row, "suits_up_to_g": cell} for row in food_rows("foods.csv")
                if row["food_id"] == "raspberries"]  # fmt: skip
        with pytest.raises(FuelcalcError, match=f"raspberries.*{said}"):
            table_of(rows, food_rows("nutrients.csv"))


class TestWithin:
    """The range of a food in a dish."""

    def test_takes_natural_amounts_where_there_are_any(self):
        """Oats up to 52 g are five eighths of a cup: 50 g, an amount that people take."""
        part = within(BUNDLED.food("oats"), Component("oats", 0.375, 0.75, 1.0), 52.0)
        assert part == Component("oats", 0.375, 0.625, 0.625, 0.625)

    def test_takes_a_step_where_the_least_natural_amount_is_too_much(self):
        """A quarter of a cup of strawberries is no usual helping, and still some."""
        part = within(BUNDLED.food("strawberries"), Component("strawberries", 0.5, 0.5, 2.0), 50.0)
        assert part == Component("strawberries", 0.25, 0.25, 0.25, 0.25)

    def test_never_widens_a_range(self):
        """What a dish takes less of stays as it is."""
        part = within(BUNDLED.food("pineapple"), Component("pineapple", 0.0, 0.5, 0.5), 140.0)
        assert part == Component("pineapple", 0.0, 0.5, 0.5, 0.75)

    @pytest.mark.parametrize(
        ("food_id", "least", "most_g", "stands"),
        [
            ("oats", 0.625, 40.0, True), ("oats", 0.75, 40.0, False),
            ("zucchini", 0.5, 65.0, True), ("zucchini", 0.75, 65.0, False),
            ("mandarin", 1.0, 87.0, False), ("mandarin", 1.0, 88.0, True),
        ],
    )  # fmt: skip
    def test_is_none_of_too_little(self, food_id, least, most_g, stands):
        """Four fifths of a grain's least still make its dish, of a vegetable the half does."""
        part = within(BUNDLED.food(food_id), Component(food_id, least, least, 1.0), most_g)
        assert (part is not None) == stands

    def test_a_meal_stays_one(self):
        """A breakfast of which so little is left that it is none is not offered; a snack is."""
        oats = BUNDLED.food("oats")
        for most, is_one in ((1.5, True), (1.0, False)):
            parts = [(oats, Component("oats", 0.5, most, most))]
            assert is_still_itself(dish(["oats 0.5-1-1"], meals=("breakfast",)), parts) == is_one
            assert is_still_itself(dish(["oats 0.5-1-1"]), parts)


class TestPlates:
    """How many such foods stand together."""

    def test_hold_two_and_none_by_two_names(self):
        """Three small amounts add up, and so do tomatoes fresh and from a tin."""
        names = ["tomato", "canned-tomatoes", "oats", "almonds", "kiwi", "orange", "pineapple"]
        foods = {name: BUNDLED.food(name) for name in names}

        def may(*names):
            return few_on_a_plate([foods[name] for name in names], LOW)

        assert may("oats", "almonds", "kiwi")
        assert may("tomato", "oats")
        assert not may("oats", "almonds", "tomato")
        assert not may("tomato", "canned-tomatoes")
        assert not may("orange", "pineapple")
        assert kind_of_food(foods["orange"]) == "fruit"
        assert few_on_a_plate(foods.values(), Limits.of(restrictions=["gluten-free"]))
        assert not goes_together([foods[name] for name in ("oats", "almonds", "tomato")], LOW)

    def test_fill_first_what_a_dish_cannot_do_without(self):
        """What may be left out leaves its room to what may not."""
        found = variant(dish(["almonds 0-0.4-1"], ["oats 0.5-0.5-1"], ["tomato 0.5-0.5-1"]))
        assert held(found) == {"oats": (0.5, 0.5, 0.5), "tomato": (0.5, 0.5, 0.5)}
        assert found.places == (1, 2)

    def test_take_what_is_free_for_a_third(self):
        """Where there is no room, the next that may be eaten in any amount stands in."""
        found = variant(dish(["oats 0.5-0.5-1"], ["tomato 0.5-0.5-1"],
                             ["green-beans 0.5-0.5-1", "carrot 1-1-2"]))  # fmt: skip
        assert set(held(found)) == {"oats", "tomato", "carrot"}
        assert (
            variant(dish(["oats 0.5-0.5-1"], ["tomato 0.5-0.5-1"], ["almonds 0.4-0.4-1"])) is None
        )

    def test_change_nothing_for_anybody_else(self):
        """Who keeps another restriction takes the amounts as they are written."""
        one = dish(["oats 0.5-0.5-1"], ["tomato 0.5-0.5-1"], ["almonds 0.4-0.4-1"])
        assert held(variant(one, Limits.of(restrictions=["halal"]))) == {
            "oats": (0.5, 0.5, 1.0), "tomato": (0.5, 0.5, 1.0), "almonds": (0.4, 0.4, 1.0)
        }  # fmt: skip

    def test_keep_milk_from_meat_within_amounts(self):
        """Kosher and low-FODMAP at once: meat stays, what holds milk goes, amounts are kept."""
        limits = Limits.of(restrictions=["kosher", "low-fodmap"])
        one = dish(["beef-steak 1-1-2"], ["feta 0-1-2", "almonds 0-0.6-1.4"])
        assert held(variant(one, limits)) == {
            "beef-steak": (1.0, 1.0, 2.0), "almonds": (0.0, 0.4, 0.4)
        }  # fmt: skip

    @pytest.mark.parametrize("meals", [("during",), ("long", "snack")])
    def test_stand_on_no_table_on_the_move(self, meals):
        """By the hour nobody has said what is little."""
        one = dish(["firm-banana 1-1-2", "kiwi 1-1-2"], meals=meals)
        assert set(held(variant(one))) == {"kiwi"}
        assert set(held(variant(one, Limits()))) == {"firm-banana"}
        assert "low-fodmap" not in who_may_eat_dish(variant(one, Limits())).suits

    def test_hold_an_own_food_in_its_own_measures(self):
        """What stands in for ours, in other measures, keeps the amount that it says."""
        ours = BUNDLED.food("almonds")
        own = replace(ours, portion=replace(ours.portion, one_g=4.0, step=1.0, most=10.0,
                                            natural=()))  # fmt: skip
        pantry = Pantry(own_foods=(own,))
        found = {one.dish.dish_id: one for one in pantry.variants(LOW)}["side-nuts"]
        part = found.components[found.foods.index(own)]
        assert part.most * 4.0 <= 12.0

    def test_say_whom_they_suit(self):
        """Within its amounts a dish is low in FODMAPs, beyond them it is not."""
        foods = [BUNDLED.food("oats"), BUNDLED.food("almonds")]
        assert "low-fodmap" in who_may_eat(foods, [40.0, 12.0]).suits
        assert "low-fodmap" not in who_may_eat(foods, [41.0, 12.0]).suits
        assert "low-fodmap" not in who_may_eat(foods).suits


def test_every_food_can_be_served():
    """An amount that not even one step fits into would be none."""
    for food in LIMITED:
        for _, grams in food.suits_up_to_g:
            assert food.portion.step * food.portion.one_g <= grams, food.food_id


def test_takes_fruit_by_the_piece_whole():
    """130 g of an orange of 131 g are no half orange, and a cup of pineapple is what is allowed."""
    foods = BUNDLED.by_id
    orange = Component("orange", 1.0, 1.0, 1.0)
    assert within(foods["orange"], orange, 130.0) is None
    assert within(foods["orange"], orange, 131.0).most == 1.0
    assert within(foods["pineapple"], Component("pineapple", 0.5, 1.0, 1.0), 140.0).most == 0.5

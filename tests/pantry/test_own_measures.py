"""Bundled dishes with an own food in the place of one of theirs, in its own measures."""

import pytest
from plates import assert_measured

from fuelcalc.importers.own_foods.food_file import OwnFoods, own_pantry
from fuelcalc.pantry import BUNDLED, Limits


def table_with(*foods, dishes=()):
    """The bundled table with own foods and dishes laid over it."""
    return own_pantry(OwnFoods.of(foods=list(foods), dishes=list(dishes)))


def bread(**changed):
    """An own food that stands in for the bundled white bread."""
    figures = {"energy": "250 kcal", "protein": "9 g", "carbohydrate": "49 g", "fat": "2 g"}
    food = {"name": "My bread", "food_id": "white-bread", "role": "bread", "diet": "vegan"}
    return {**food, **figures, "allergens": ["gluten", "wheat"], **changed}


class TestOwnMeasures:
    """A bundled dish with an own food in other measures."""

    def part_of(self, table, dish_id="ham-cheese-toastie"):
        """The own bread and its range in a bundled dish, if that is there."""
        for variant in table.variants(Limits()):
            if variant.dish.dish_id == dish_id:
                for food, part in zip(variant.foods, variant.components, strict=True):
                    if food.source == "own food":
                        return food, part
        return None

    def bundled_dish(self):
        """A bundled dish whose first food for some place is white bread, and that range."""
        for one in BUNDLED.dishes:
            for place in one.places:
                if place[0].food_id == "white-bread" and place[0].least > 0.0:
                    return one.dish_id, place[0]
        raise AssertionError

    def test_keep_the_grams(self):
        """Slices of twice the mass: half as many of them, within a step."""
        dish_id, ours = self.bundled_dish()
        ours_g = BUNDLED.food("white-bread").portion.one_g
        own = bread(measure="slice", weighs=f"{2 * ours_g} g", step=0.5, most=10)
        food, part = self.part_of(table_with(own), dish_id)
        assert_measured(food, part)
        assert part.most == pytest.approx(ours.most / 2, abs=0.5)
        assert part.least == pytest.approx(ours.least / 2, abs=0.5)

    def test_leave_one_step_where_little_is_needed(self):
        """Half a piece is the least: a whole one is, since a dish does not go without."""
        dish_id, ours = self.bundled_dish()
        assert ours.least <= 0.5 * ours.most
        piece_g = ours.most * BUNDLED.food("white-bread").portion.one_g
        own = bread(measure="piece", weighs=f"{piece_g} g", step=1, most=3)
        _, part = self.part_of(table_with(own), dish_id)
        assert (part.least, part.most) == (1.0, 1.0)

    def test_are_ours_where_the_food_has_none(self):
        """Without a measure of its own a food is counted like the one it replaces."""
        dish_id, ours = self.bundled_dish()
        food, part = self.part_of(table_with(bread()), dish_id)
        assert part == ours
        assert food.portion == BUNDLED.food("white-bread").portion

    def test_keep_what_may_be_missing_missing(self):
        """Where none of ours will do, none of the own food will, in whatever measure."""
        honey = {"name": "honey", "role": "sweet", "energy": "304 kcal", "protein": "0 g",
                 "carbohydrate": "82 g", "fat": "0 g"}  # fmt: skip
        table = table_with({**honey, "measure": "spoon", "weighs": "7 g", "most": 20})
        parts = [
            part
            for variant in table.variants(Limits())
            for part in variant.components
            if part.food_id == "honey"
        ]
        ours = [
            part
            for variant in BUNDLED.variants(Limits())
            for part in variant.components
            if part.food_id == "honey"
        ]
        assert [part.least == 0.0 for part in parts] == [part.least == 0.0 for part in ours]
        assert {part.least == 0.0 for part in parts} == {True, False}

    def test_leave_out_what_comes_too_large(self):
        """A loaf of 2 kg fits into no sandwich, and another bread takes its place or none."""
        dish_id, _ = self.bundled_dish()
        table = table_with(bread(measure="loaf", weighs="2000 g"))
        assert self.part_of(table, dish_id) is None

    @pytest.mark.parametrize("weighs", [1, 7, 28, 33.3, 100, 600, 2000])
    @pytest.mark.parametrize("step", [0.25, 1, 5])
    def test_stay_measured_whatever_they_weigh(self, weighs, step):
        """Every range of every dish is in steps of the food that is really there."""
        table = table_with(bread(measure="piece", weighs=f"{weighs} g", step=step, most=20))
        for variant in table.variants(Limits()):
            for food, part in zip(variant.foods, variant.components, strict=True):
                assert_measured(food, part)

    def test_count_in_own_dishes_as_written(self):
        """Three own slices are three own slices, whatever ours weigh."""
        toast = {"name": "Toast", "meals": ["snack"], "foods": ["My bread 2-3-4"]}
        table = table_with(bread(measure="slice", weighs="60 g", most=6), dishes=[toast])
        part = table.variants(Limits())[0].components[0]
        assert (part.least, part.usual, part.most) == (2.0, 3.0, 4.0)

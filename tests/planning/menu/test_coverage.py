"""A day's food against its references: sums, gaps, and foods that mend."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from people import athlete, day, food, plan, run

from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.pantry import BUNDLED, Limits, Pantry
from fuelcalc.planning.menu.counts import JUDGED, PLACE, counted
from fuelcalc.planning.menu.coverage import (
    Held,
    References,
    coverage_of,
    held_by,
    mending,
    richest,
    usual_g,
)

ANYBODY = Limits()


def covered(foods, least=None, most=None, *, limits=ANYBODY, unadvised=(), table=None):
    """Coverage of some foods with their grams, by their ids."""
    held = Held(
        tuple((table or BUNDLED).by_id[food_id] for food_id in foods), tuple(foods.values())
    )
    references = References(least or {}, most or {}, unadvised)
    return coverage_of(held, references, limits, table or BUNDLED)


def named(name):
    """The food that a note calls so."""
    (found,) = [food for food in BUNDLED.foods if food.name == name]
    return found


class TestAmounts:
    """What is held, of what is asked for."""

    def test_adds_up_what_the_source_prints(self):
        """150 g of salmon and 100 g of banana, from what USDA SR28 prints for 100 g."""
        found = covered(
            {"salmon": 150.0, "banana": 100.0},
            {"epa_dha_g": 0.25, "potassium_mg": 2600.0, "fibre_g": 25.0},
        )
        assert found["epa_dha_g"].amount == pytest.approx(1.5 * (0.690 + 1.457))
        salmon_potassium = BUNDLED.food("salmon").per_100g.potassium_mg
        assert found["potassium_mg"].amount == pytest.approx(1.5 * salmon_potassium + 358.0)
        assert found["fibre_g"].amount == pytest.approx(2.6)
        assert found["fibre_g"].share == pytest.approx(2.6 / 25.0)

    def test_names_units_as_people_read_them(self):
        """Micrograms are µg, and each nutrient has its name."""
        found = covered({"salmon": 100.0}, {"vitamin_d_ug": 15.0, "epa_dha_g": 0.25})
        assert (found["vitamin_d_ug"].name, found["vitamin_d_ug"].unit) == ("vitamin D", "µg")
        assert found["epa_dha_g"].unit == "g"
        assert list(found) == ["vitamin_d_ug", "epa_dha_g"]

    def test_leaves_out_what_nothing_is_held_against(self):
        """No reference, no line; a ceiling alone is a line that asks for no mending."""
        found = covered({"banana": 100.0}, most={"sodium_mg": 2300.0})
        assert list(found) == ["sodium_mg"]
        assert found["sodium_mg"].kind == "at-most"
        assert not found["sodium_mg"].is_low
        assert found["sodium_mg"].mend == ()

    def test_keeps_the_floor_where_there_is_a_ceiling_too(self):
        """Fibre has both, and is read as at least."""
        found = covered({"banana": 100.0}, {"fibre_g": 20.0}, {"fibre_g": 40.0})
        assert (found["fibre_g"].kind, found["fibre_g"].reference) == ("at-least", 20.0)

    @pytest.mark.parametrize(("share", "is_low"), [(0.89, True), (0.91, False)])
    def test_calls_low_what_misses_a_tenth(self, share, is_low):
        """Nine tenths of a floor are enough."""
        found = covered({"banana": 100.0}, {"potassium_mg": 358.0 / share})["potassium_mg"]
        assert found.is_low == is_low
        assert bool(found.mend) == is_low

    def test_holds_nothing_of_no_food(self):
        """An empty day has no amount, no share, and every floor is low."""
        found = covered({}, {"iron_mg": 18.0}, {"sodium_mg": 2300.0})
        assert (found["iron_mg"].amount, found["iron_mg"].share) == (None, None)
        assert found["iron_mg"].unknown_share == 0.0
        assert found["iron_mg"].is_low
        assert not found["sodium_mg"].is_low

    def test_has_no_share_of_nothing(self):
        """Nothing asked for is met, and no share is printed."""
        found = covered({"banana": 100.0}, most={"sodium_mg": 0.0})["sodium_mg"]
        assert found.share is None


class TestMissingData:
    """Values that the source does not have."""

    known = food("known", energy_kcal=100.0, protein_g=5.0, iron_mg=4.0)
    unknown = food("unknown", energy_kcal=300.0, protein_g=5.0)
    table = Pantry((known, unknown))

    def test_is_a_floor_where_some_is_unknown(self):
        """Three quarters of the energy are in a food without a value for iron."""
        found = covered({"known": 100.0, "unknown": 100.0}, {"iron_mg": 8.0}, table=self.table)
        assert found["iron_mg"].amount == pytest.approx(4.0)
        assert found["iron_mg"].unknown_share == pytest.approx(0.75)

    def test_is_unknown_where_nothing_is_known(self):
        """No value at all is None, never zero."""
        found = covered({"unknown": 100.0}, {"iron_mg": 8.0}, table=self.table)["iron_mg"]
        assert (found.amount, found.share, found.unknown_share) == (None, None, 1.0)

    def test_is_whole_where_all_is_known(self):
        """A food with a value leaves nothing open."""
        found = covered({"known": 100.0}, {"iron_mg": 4.0}, table=self.table)["iron_mg"]
        assert (found.amount, found.share, found.unknown_share) == (4.0, 1.0, 0.0)

    def test_counts_energy_that_is_unknown_as_none(self):
        """A food without energy weighs nothing in the share that is unknown."""
        dark = food("dark")
        table = Pantry((dark,))
        assert covered({"dark": 100.0}, {"iron_mg": 8.0}, table=table)["iron_mg"].unknown_share == 0


class TestMending:
    """Foods that would bring a low nutrient up."""

    @settings(max_examples=60)
    @given(
        nutrient=st.sampled_from([name for name in JUDGED if name != "saturated_fat_g"]),
        diet=st.sampled_from(DIETS),
        avoid=st.lists(st.sampled_from(ALLERGENS), unique=True, max_size=3),
        restrictions=st.lists(st.sampled_from(RESTRICTIONS), unique=True, max_size=1),
        short=st.floats(0.01, 3.0),
    )
    def test_names_two_foods_that_may_be_eaten_and_hold_it(
        self, nutrient, diet, avoid, restrictions, short
    ):
        """At most two, of different kinds, within all limits, each with a fair part of it."""
        limits = Limits.of(diet=diet, avoid=avoid, restrictions=restrictions)
        short *= {"sodium_mg": 500.0, "potassium_mg": 1000.0, "calcium_mg": 400.0}.get(nutrient, 5)
        found = [named(name) for name in mending(nutrient, short, limits, BUNDLED)]
        assert len({food.role for food in found}) == len(found) <= 2
        for one in found:
            assert limits.allow(one)
            held = counted(one)[PLACE[nutrient]] * usual_g(one) / 100.0
            assert held >= 0.2 * short
            assert one.amount(usual_g(one)).energy_kcal <= 350.0

    @pytest.mark.parametrize(
        ("nutrient", "short"),
        [("iron_mg", 6.0), ("calcium_mg", 400.0), ("epa_dha_g", 0.25), ("vitamin_c_mg", 60.0),
         ("fibre_g", 10.0), ("vitamin_b12_ug", 2.0), ("leucine_g", 2.0)],
    )  # fmt: skip
    def test_finds_two_for_an_omnivore(self, nutrient, short):
        """Somebody who eats everything is always told two."""
        assert len(mending(nutrient, short, ANYBODY, BUNDLED)) == 2

    def test_names_fish_for_long_omega_3(self):
        """Only what swims holds EPA and DHA enough, and a vegan is told no food."""
        roles = {named(one).role for one in mending("epa_dha_g", 0.25, ANYBODY, BUNDLED)}
        assert roles <= {"fish", "shellfish"}
        assert mending("epa_dha_g", 0.25, Limits.of(diet="vegan"), BUNDLED) == ()

    def test_names_no_spinach_for_calcium(self):
        """Oxalate binds the calcium of spinach."""
        for short in (50.0, 100.0, 200.0, 400.0):
            vegan = Limits.of(diet="vegan", avoid=["soy"])
            names = mending("calcium_mg", short, vegan, BUNDLED)
            assert not any("spinach" in name for name in names)

    @pytest.mark.parametrize("diet", DIETS)
    @pytest.mark.parametrize("nutrient", ["protein_g", "carbohydrate_g", "fat_g"])
    def test_names_the_richest_foods(self, nutrient, diet):
        """Two kinds of food that may be eaten, of which a portion holds at least 10 g."""
        limits = Limits.of(diet=diet, avoid=["soy"])
        found = [named(name) for name in richest(nutrient, limits, BUNDLED)]
        assert len({one.role for one in found}) == 2
        for one in found:
            assert limits.allow(one)
            assert getattr(one.amount(usual_g(one)), nutrient) >= 10.0

    def test_names_nothing_to_somebody_who_may_eat_nothing(self):
        """Without an allowed food there is no advice, and no crash."""
        roles = {food.role for food in BUNDLED.foods}
        nobody = Limits.of(dislikes=roles)
        assert mending("iron_mg", 6.0, nobody, BUNDLED) == ()
        assert richest("protein_g", nobody, BUNDLED) == ()

    @pytest.mark.parametrize(
        ("condition", "nutrients"),
        [("haemochromatosis", ["iron_mg"]), ("kidney-stones", ["calcium_mg", "vitamin_c_mg"])],
    )
    def test_gives_no_advice_where_a_condition_forbids_it(self, condition, nutrients):
        """A plan for such a person names no food for these, however low they are."""
        found = plan(
            athlete(conditions=[condition], diet="vegan", dislikes=["vegetable", "fruit"]),
            day(run()), menu=True,
        )  # fmt: skip
        for nutrient in nutrients:
            assert found.menu.coverage[nutrient].mend == ()
        low = {"banana": 10.0}
        least = {
            one: {"iron_mg": 6.0, "calcium_mg": 400.0, "vitamin_c_mg": 60.0}[one]
            for one in nutrients
        }
        assert all(covered(low, least)[one].mend for one in nutrients)
        quiet = covered(low, least, unadvised=tuple(nutrients))
        assert all(quiet[one].is_low and not quiet[one].mend for one in nutrients)


def test_weighs_steps():
    """Three steps of half a banana of 118 g are 177 g."""
    held = held_by([BUNDLED.food("banana")], [3])
    assert held.foods == (BUNDLED.food("banana"),)
    assert held.grams == pytest.approx((177.0,))


@pytest.mark.parametrize(("most", "grams"), [(0.5, 50.0), (1.0, 100.0), (1.5, 100.0), (4.0, 200.0)])
def test_takes_a_measure_or_half_of_the_largest_portion_as_usual(most, grams):
    """One measure of 100 g, less where less is the most, more where people take many."""
    assert usual_g(food(most=most, step=0.5)) == pytest.approx(grams)

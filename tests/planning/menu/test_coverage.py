"""A day's food against its references: sums, gaps, and foods that mend."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from people import athlete, day, food, plan, run

from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.pantry import BUNDLED, Limits, Pantry
from fuelcalc.pantry.usual import usual_foods
from fuelcalc.planning.menu.counts import JUDGED, PLACE, counted
from fuelcalc.planning.menu.coverage import (
    Held,
    References,
    coverage_of,
    held_by,
    mending,
    richest,
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

    def test_counts_the_protein_whose_amino_acids_are_unknown(self):
        """Half of the protein is in a food without a value for lysine, whatever its energy."""
        known = food("known", energy_kcal=100.0, protein_g=5.0, lysine_g=0.4)
        table = Pantry((known, self.unknown))
        found = covered({"known": 100.0, "unknown": 100.0}, {"lysine_g": 2.0}, table=table)
        assert found["lysine_g"].unknown_share == pytest.approx(0.5)

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


SPECIALITIES = {
    "kimchi", "guava", "sauerkraut", "canned-pumpkin", "anchovies", "clams", "crab", "omelette",
    "puffed-rice", "oysters",
}  # fmt: skip
REFERENCES = {"sodium_mg": 2000.0, "potassium_mg": 3000.0, "calcium_mg": 1000.0, "iron_mg": 18.0,
              "magnesium_mg": 320.0, "folate_dfe_ug": 400.0, "vitamin_c_mg": 75.0, "fibre_g": 30.0,
              "epa_dha_g": 0.25}  # fmt: skip


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
            grams = usual_foods(limits, BUNDLED)[one.food_id].grams
            assert counted(one)[PLACE[nutrient]] * grams / 100.0 >= 0.2 * short
            assert one.amount(grams).energy_kcal <= 350.0

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

    @pytest.mark.parametrize("diet", DIETS)
    @pytest.mark.parametrize("short", [0.01, 0.03, 0.1, 0.25])
    def test_names_no_plant_for_long_omega_3(self, short, diet):
        """However little is short, DHA of quinoa is an oddity of the table."""
        for limits in (Limits.of(diet=diet), Limits.of(diet=diet, avoid=["fish"])):
            found = [named(name) for name in mending("epa_dha_g", short, limits, BUNDLED)]
            assert not {one.role for one in found} & {"grain", "cereal", "bread", "seeds", "nuts"}

    @pytest.mark.parametrize(
        ("who", "nutrient", "short", "named"),
        [
            ({}, "epa_dha_g", 0.25, {"salmon"}),
            ({}, "calcium_mg", 300.0, {"semi-skimmed milk"}),
            ({}, "iron_mg", 4.0, {"chickpeas"}),
            ({}, "fibre_g", 8.0, {"chickpeas"}),
            ({}, "vitamin_d_ug", 8.0, {"salmon"}),
            ({"diet": "vegan"}, "calcium_mg", 300.0, {"soy milk"}),
            ({"diet": "vegan", "avoid": ["soy"]}, "calcium_mg", 250.0, {"rice milk"}),
            ({"restrictions": ["dairy-free"]}, "vitamin_b12_ug", 1.5, {"soy milk"}),
            ({"restrictions": ["low-fodmap"]}, "calcium_mg", 250.0, {"lactose-free milk"}),
        ],
    )
    def test_f41_names_what_the_reader_usually_eats(self, who, nutrient, short, named):
        """Each reader is told of a food that the dishes of their own diet are made of."""
        assert named <= set(mending(nutrient, short, Limits.of(**who), BUNDLED))

    @pytest.mark.parametrize("diet", DIETS)
    @pytest.mark.parametrize("avoid", [[], ["milk"], ["gluten"], ["nuts"], ["soy"], ["fish"]])
    def test_f41_names_no_speciality(self, diet, avoid):
        """Kimchi, guava, sauerkraut, canned pumpkin, anchovies and clams are not bought for it."""
        limits = Limits.of(diet=diet, avoid=avoid)
        usual = usual_foods(limits, BUNDLED)
        for nutrient in JUDGED:
            for part in (0.05, 0.1, 0.2, 0.4, 0.8):
                short = part * REFERENCES.get(nutrient, 10.0)
                found = [named(name) for name in mending(nutrient, short, limits, BUNDLED)]
                assert all(food.food_id in usual and limits.allow(food) for food in found)
                assert not SPECIALITIES & {food.food_id for food in found}

    def test_f41_names_somebodys_own_food(self):
        """What somebody has written down themselves is usual to them, whatever dishes it is in."""
        mine = replace(
            BUNDLED.food("sauerkraut"), food_id="my-kraut", name="my kraut", role="vegetable"
        )
        rich = replace(mine, per_100g=mine.per_100g._replace(iron_mg=20.0))
        assert "my kraut" in mending("iron_mg", 6.0, ANYBODY, Pantry((rich,)))
        assert usual_foods(ANYBODY, Pantry((rich,)))["my-kraut"].dishes == 3

    def test_names_no_spinach_for_calcium(self):
        """Oxalate binds the calcium of spinach."""
        for short in (50.0, 100.0, 200.0, 400.0):
            vegan = Limits.of(diet="vegan", avoid=["soy"])
            names = mending("calcium_mg", short, vegan, BUNDLED)
            assert not any("spinach" in name for name in names)

    @pytest.mark.parametrize("diet", DIETS)
    @pytest.mark.parametrize("nutrient", ["protein_g", "carbohydrate_g", "fat_g"])
    def test_names_the_richest_foods(self, nutrient, diet):
        """Two kinds of food that may be eaten; quinoa is the leaner one of a vegan without soy."""
        limits = Limits.of(diet=diet, avoid=["soy"])
        found = [named(name) for name in richest(nutrient, limits, BUNDLED)]
        assert len({one.role for one in found}) == 2
        for one in found:
            assert limits.allow(one)
            grams = usual_foods(limits, BUNDLED)[one.food_id].grams
            assert getattr(one.amount(grams), nutrient) >= 7.0

    def test_names_the_richest_however_little_they_hold(self):
        """Without fish no portion has a gram of EPA and DHA; what has none is never named."""
        nutrient, limits = "epa_dha_g", Limits.of(avoid=["fish", "crustaceans", "molluscs"])
        found = [named(name) for name in richest(nutrient, limits, BUNDLED)]
        assert found
        for one in found:
            grams = usual_foods(limits, BUNDLED)[one.food_id].grams
            assert 0.0 < counted(one)[PLACE[nutrient]] * grams / 100.0 < 1.0
        # Of a vegan's foods without soy milk alone has vitamin B12: no mushrooms are beside it.
        limits = Limits.of(diet="vegan", avoid=["soy"])
        (only,) = richest("vitamin_b12_ug", limits, BUNDLED)
        assert named(only).per_100g.vitamin_b12_ug > 0.0

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

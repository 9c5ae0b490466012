"""Long sessions and races: what is taken, how much of it, when, and what to carry."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from menu_laws import broken_menu_laws
from people import at, athlete, day, feedings, food, man, own_foods, plan, run

from fuelcalc.errors import InputError
from fuelcalc.models.dishes import Component, Dish, Variant
from fuelcalc.pantry import BUNDLED, Limits, Pantry
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.menu.fuel import fuel_option, is_long
from fuelcalc.planning.menu.on_the_move import is_bottled
from fuelcalc.planning.menu.tolerances import Want
from fuelcalc.reports.day.taken import carry_text
from fuelcalc.reports.labels import advice_text
from fuelcalc.reports.look import Look
from fuelcalc.reports.words import note_text

MARATHON = run("09:00", distance_km=42.195, duration_min=210.0, effort="race")


HER_80 = run("07:00", distance_km=80.0, duration_min=540.0, effort="race")


HALF = run("09:00", distance_km=21.0975, duration_min=90.0, effort="race")


EASY = run("09:00", duration_min=100.0, effort="easy")


RACER = {"mass_kg": 72.0, "height_cm": 180.0}


SMALL = {"mass_kg": 45.0, "height_cm": 158.0}


LIMITS = {
    "vegan": {"diet": "vegan"},
    "milk": {"avoid": ["milk"]},
    "low-fodmap": {"restrictions": ["low-fodmap"]},
    "strict": {"diet": "vegan", "avoid": ["nuts", "soy", "gluten", "milk", "egg"]},
    "halal": {"restrictions": ["halal"]},
    "no-gels": {"dislikes": ["gel", "banana"]},
}


def taken_on(who, one, **options):
    """What is taken on a session, as the clock has it."""
    (entry,) = feedings(plan(who, day(one), menu=True, **options), "during")
    return entry


def held(entry, name):
    """What the plate holds of a nutrient, worked out again from the table."""
    return sum(getattr(BUNDLED.food(i.food_id).amount(i.grams), name) or 0.0 for i in entry.items)


def minutes_of(entry, food_id):
    """When a food is taken, to the minute."""
    return [round(one.minute) for one in entry.taken if one.food_id == food_id]


class TestDays:
    """Real days, and what they asked for."""

    @pytest.mark.parametrize(
        ("who", "one"),
        [(man(**RACER), MARATHON), (athlete(**SMALL), HER_80), (man(**RACER), HALF),
         (man(**RACER), EASY)],
        ids=["marathon", "80-km", "half", "easy"],
    )  # fmt: skip
    def test_f10_meets_dose_salt_and_drink(self, who, one):
        """Carbohydrate within 15 %, sodium within 25 % or half a capsule, at most 8 %."""
        entry = taken_on(who, one)
        grams = held(entry, "carbohydrate_g") - held(entry, "fibre_g")
        assert grams == pytest.approx(entry.carbohydrate_g, rel=0.15)
        band = max(0.25 * entry.sodium_mg, 107.5)
        assert held(entry, "sodium_mg") == pytest.approx(entry.sodium_mg, abs=band)
        drunk = sum(one.fluid_ml for one in entry.taken)
        assert entry.fluid_ml - 126.0 <= drunk <= entry.fluid_ml + 1.0
        in_drink = sum(one.carbohydrate_g for one in entry.taken if one.is_bottled)
        assert in_drink <= 0.08 * drunk

    @pytest.mark.parametrize("limits", LIMITS.values(), ids=LIMITS)
    @pytest.mark.parametrize("one", [MARATHON, EASY, HER_80], ids=["marathon", "easy", "80-km"])
    def test_feeds_whoever_it_is(self, limits, one):
        """Nothing forbidden, the dose within 15 %, and nothing missed that is not said."""
        who = man(**RACER, **limits)
        found = plan(who, day(one), menu=True)
        (entry,) = feedings(found, "during")
        assert all(Limits.of(**limits).allow(BUNDLED.food(item.food_id)) for item in entry.items)
        grams = held(entry, "carbohydrate_g") - held(entry, "fibre_g")
        assert grams == pytest.approx(entry.carbohydrate_g, rel=0.15)
        assert entry.dish_id.startswith("long-")
        assert broken_menu_laws(found) == []

    def test_takes_eight_gels_in_a_marathon_at_these_minutes(self):
        """R7: 60 g/h over 3:30 by gels of 25 g, where gels are what is locked."""
        entry = taken_on(man(**RACER), MARATHON, lock={"during the run": "long-gels"})
        assert minutes_of(entry, "energy-gel") == [23, 47, 70, 93, 117, 140, 163, 187]
        first = next(one for one in entry.taken if one.food_id == "energy-gel")
        assert first.time == at(9, 23)
        (spare,) = [one for one in entry.carry if one.spare]
        assert (spare.food_id, spare.amount, spare.spare) == ("energy-gel", 9.0, 1.0)
        # R8: what there is to drink, by stations of 5 km at this speed.
        per_km = entry.fluid_ml / 42.195
        assert entry.station_ml == pytest.approx(5.0 * per_km)
        assert entry.station_km == 5.0

    def test_carries_nothing_to_spare_in_training(self):
        """A long run is no race: no spare gel, and no stations."""
        entry = taken_on(man(**RACER), EASY)
        assert entry.carry
        assert not any(one.spare for one in entry.carry)
        assert entry.station_ml is entry.station_km is None

    @pytest.mark.no_cover
    @pytest.mark.parametrize("limits", [{}, {"restrictions": ["halal"]}, {"diet": "vegan"}])
    @pytest.mark.parametrize("minutes", [208.0, 246.0, 280.0, 299.0])
    def test_eats_sweet_things_up_to_five_hours(self, limits, minutes):
        """Gels, chews, fruit and the drink: no potatoes, no rice, and no protein."""
        one = run("09:00", distance_km=42.195, duration_min=minutes, effort="race")
        for seed in range(3):
            entry = taken_on(man(mass_kg=100.0, height_cm=186.0, **limits), one, seed=seed)
            roles = {BUNDLED.food(item.food_id).role for item in entry.items}
            assert not roles & {"starch", "grain", "snack", "powder"}
            assert entry.protein_g == 0.0

    def test_eats_where_nothing_sweet_may_be(self):
        """Who may have neither gel nor fruit has rice on a marathon all the same."""
        words = ["gel", "chews", "banana", "dates", "maltodextrin", "sugar", "jam"]
        entry = taken_on(man(**RACER, dislikes=words), MARATHON)
        assert {"new-potatoes", "white-rice", "rice-cake"} & {i.food_id for i in entry.items}

    def test_takes_water_from_the_stations_of_a_road_race(self):
        """A marathon on the road has gels and water, as stations have; salt in capsules."""
        for seed in range(4):
            entry = taken_on(man(mass_kg=100.0, height_cm=186.0), MARATHON, seed=seed)
            assert {one.food_id for one in entry.taken if one.is_bottled} == {"water"}
            assert "at each station" in carry_text(entry, Look())
            assert "bottle" not in carry_text(entry, Look())

    @pytest.mark.parametrize(
        "one",
        [HER_80, run("09:00", distance_km=42.195, duration_min=300.0, effort="race",
                     surface="trail"), run("09:00", distance_km=42.195, duration_min=240.0,
                                           effort="long")],
        ids=["80-km", "trail", "training"],
    )  # fmt: skip
    def test_fills_bottles_where_there_are_no_stations(self, one):
        """Two bottles of half a litre at once, and how often they are empty."""
        entry = taken_on(athlete(mass_kg=62.0, height_cm=168.0), one)
        assert entry.station_ml is entry.station_km is None
        told = carry_text(entry, Look()).replace("\u00a0", " ")
        assert re.search(
            "2 bottles of 500 ml, filled again (every|once, before) .*[0-9]+ min", told
        )
        assert "station" not in told

    def test_salts_a_home_made_drink_by_what_is_asked(self):
        """No salt where an hour asks for none; 600 mg a litre in a hot hour, within a pinch."""
        for degc, low, high in ((10.0, 0.0, 0.0), (34.0, 150.0, 900.0)):
            one = run(
                "09:00", distance_km=15.0, duration_min=85.0, effort="tempo", temperature_degc=degc
            )
            entry = taken_on(
                man(mass_kg=90.0, height_cm=180.0), one,
                lock={"during the run": "during-maple-lemon"},
            )  # fmt: skip
            salt = sum(i.grams for i in entry.items if i.food_id in {"salt", "salt-pinch"})
            assert low <= entry.sodium_mg <= high
            assert 387.58 * salt == pytest.approx(entry.sodium_mg, abs=0.5 * 0.4 * 387.58 + 1.0)

    def test_brings_the_dose_before_what_tastes_best(self):
        """Without gels a marathon had 202 of 255 g, as bottles and bananas."""
        limits = {"restrictions": ["dairy-free"], "avoid": ["shellfish", "peanut"]}
        entry = taken_on(athlete(**limits), run("08:00", distance_km=42.195, duration_min=255.0,
                                                effort="race"))  # fmt: skip
        grams = held(entry, "carbohydrate_g") - held(entry, "fibre_g")
        assert grams == pytest.approx(entry.carbohydrate_g, rel=0.15)

    def test_takes_protein_and_savoury_food_on_a_very_long_day(self):
        """Over five hours the plate holds the protein, and more than one thing to bite."""
        entry = taken_on(athlete(**SMALL), HER_80)
        assert held(entry, "protein_g") == pytest.approx(entry.protein_g, rel=0.11)
        assert len({one.food_id for one in entry.taken if not one.is_bottled}) >= 3
        assert {"new-potatoes", "white-rice"} & {item.food_id for item in entry.items}

    def test_leaves_shorter_sessions_as_they_were(self):
        """An hour and a half to the minute is no long session, a race of an hour is."""
        entry = taken_on(man(**RACER), run("09:00", duration_min=90.0, effort="easy"))
        assert entry.dish_id.startswith("during-")
        assert entry.taken == entry.carry == ()
        race = taken_on(man(**RACER), run("09:00", distance_km=15.0, duration_min=60.0,
                                          effort="race"))  # fmt: skip
        assert race.dish_id.startswith("long-")
        assert race.taken

    def test_adds_no_salt_for_who_must_not(self):
        """With high blood pressure there is no salt, and no word that it is missing."""
        found = plan(man(**RACER, conditions=["hypertension"]), day(MARATHON), menu=True)
        (entry,) = feedings(found, "during")
        assert not [item for item in entry.items if "salt" in item.food_id]
        assert "sodium" not in {miss.limit for miss in found.menu.relaxed}
        # What is told is what the gels hold, and not what was asked for.
        entry = taken_on(man(**RACER, conditions=["hypertension"]), MARATHON,
                         lock={"during the run": "long-gels"})  # fmt: skip
        mg = round(held(entry, "sodium_mg") / 3.5 / 10.0) * 10
        assert mg < 0.5 * entry.sodium_mg_per_h
        assert f"{mg} mg sodium an hour" in advice_text(entry)

    def test_withholds_the_schedule_where_carbohydrate_is_not_timed(self):
        """After a bariatric operation no amount by the minute stands anywhere."""
        found = plan(man(**RACER, conditions=["bariatric"]), day(HER_80), menu=True)
        for entry in feedings(found):
            assert entry.taken == entry.carry == ()

    def test_tells_no_water_where_fluid_is_withheld(self):
        """With heart failure nothing of the schedule says how much to drink, or of sodium."""
        found = plan(man(**RACER, conditions=["heart-failure"]), day(MARATHON), menu=True)
        (entry,) = feedings(found, "during")
        assert entry.taken
        assert {one.fluid_ml for one in (*entry.taken, *entry.carry)} == {None}
        assert {one.sodium_mg for one in entry.taken} == {None}
        assert "water" not in {one.food_id for one in (*entry.taken, *entry.carry)}
        assert entry.station_ml is entry.sodium_mg_per_h is None


class TestLockAndSwap:
    """Somebody's own choice."""

    def test_keeps_to_a_locked_dish(self):
        """A dish of the hour that is locked wins, and is still told by the minute."""
        entry = taken_on(man(**RACER), MARATHON, lock={"during the run": "during-dates-water"})
        assert entry.dish_id == "during-dates-water"
        assert sum(one.amount for one in entry.taken if one.food_id == "medjool-dates") == (
            pytest.approx(next(i.amount for i in entry.items if i.food_id == "medjool-dates"))
        )

    def test_says_what_a_locked_dish_lacks(self):
        """Dates and water hold no salt, which is said."""
        found = plan(
            man(**RACER), day(MARATHON), menu=True, lock={"during the run": "during-dates-water"}
        )
        missed = {miss.limit for miss in found.menu.relaxed if "during" in (miss.feeding or "")}
        assert "sodium" in missed
        (note,) = [note for note in found.notes if note.code == "menu-missed"]
        assert " mg" in note_text(note, Look())
        assert broken_menu_laws(found) == []

    def test_refuses_a_lock_that_somebody_may_not_eat(self):
        """No gel for a vegan, whatever is locked."""
        with pytest.raises(InputError, match="is not for you"):
            taken_on(man(**RACER, diet="vegan"), MARATHON,
                     lock={"during the run": "long-isotonic-gels"})  # fmt: skip

    def test_swaps_to_another_dish(self):
        """Once and twice: three different dishes, each for a long session."""
        found = [
            taken_on(man(**RACER), MARATHON, swap=["during the run"] * n).dish_id for n in range(3)
        ]
        assert len(set(found)) == 3
        assert all(one.startswith("long-") for one in found)


LOT = st.sampled_from


@settings(max_examples=25)
@given(
    minutes=st.floats(60.0, 720.0), mass=st.floats(42.0, 110.0), degc=st.floats(-5.0, 32.0),
    race=st.booleans(), limits=LOT([{}, *LIMITS.values(), {"conditions": ["hypertension"]}]),
    tolerance=LOT([None, 30.0, 90.0, 120.0]), likes_coffee=st.booleans(), seed=st.integers(0, 9),
    female=st.booleans(),
)  # fmt: skip
def test_holds_on_any_run(
    *, minutes, mass, degc, race, limits, tolerance, likes_coffee, seed, female
):
    """Sums, bands, moments, the bottle and the limits hold, or the menu says what does not."""
    who = athlete(
        sex="female" if female else "male", mass_kg=mass, height_cm=172.0, body_fat_share=None,
        carbohydrate_tolerance_g_per_h=tolerance, caffeine=likes_coffee, **limits,
    )  # fmt: skip
    effort = "race" if race else "long"
    one = run("07:00", duration_min=minutes, pace_s_per_km=380.0, effort=effort)
    found = plan(who, day(one, temperature_degc=degc), menu=True, seed=seed)
    assert broken_menu_laws(found) == []
    for entry in feedings(found, "during"):
        said = {miss.limit for miss in found.menu.relaxed if miss.minute == entry.minute}
        grams = held(entry, "carbohydrate_g") - held(entry, "fibre_g")
        near = abs(grams - entry.carbohydrate_g) <= max(0.15 * entry.carbohydrate_g, 5.0)
        assert near or "carbohydrate" in said or not entry.items


class TestOption:
    """One dish, by hand."""

    def fitted(self, dish_id, feeding, want, limits=None, **options):
        """A dish for somebody, in the amounts of its session."""
        whose = limits or Limits()
        (variant,) = [one for one in BUNDLED.variants(whose) if one.dish.dish_id == dish_id]
        return fuel_option(
            variant, feeding, want, taste=0.0, pantry=BUNDLED, limits=whose, **options
        )

    def feeding(self, minutes=180.0, grams=180.0, ml=1200.0, mg=600.0):
        """What is taken on a session that has no place on a clock."""
        bare = Feeding(600.0, minutes, "during")
        portion = bare.portion._replace(carbohydrate_g=grams, fluid_ml=ml, sodium_mg=mg)
        want = Want(0.0, grams, 0.0, is_dose=True, most_drink_ml=ml)
        return Feeding(600.0, minutes, "during", portion=portion), want

    def test_offers_no_bottle_that_is_too_strong(self):
        """60 g/h in a sip of water cannot be a drink."""
        feeding, want = self.feeding(ml=300.0)
        assert self.fitted("long-bottle", feeding, want) is None
        assert self.fitted("long-gels", feeding, want) is not None

    def test_pays_for_a_missing_gel_with_caffeine(self):
        """A dish without gels costs more where one should hold caffeine."""
        feeding, want = self.feeding()
        usual = self.fitted("long-chews", feeding, want)
        asked = self.fitted("long-chews", feeding, want, caffeine_gels=1)
        assert asked.taste == pytest.approx(usual.taste + 10.0)
        assert [food.food_id for food in asked.foods] == [food.food_id for food in usual.foods]

    def by_hand(self, *parts, minutes, grams):
        """What a dish of fruit costs on a session, from its foods with their least and most."""
        feeding, want = self.feeding(minutes, grams, 0.0, 0.0)
        foods = tuple(one for one, _, _ in parts)
        ranges = tuple(Component(one.food_id, low, low, high) for one, low, high in parts)
        dish = Dish("bites", "bites", ("long",), 0.0, 1, "", (), "")
        found = fuel_option(
            Variant(dish, dish.name, foods, ranges), feeding, want, taste=0.0,
            pantry=Pantry(foods), limits=Limits(),
        )  # fmt: skip
        return found.taste, found.steps.tolist()

    @pytest.mark.parametrize(
        ("minutes", "expected"), [(240.0, 4.0), (300.0, 4.0), (330.0, 2.0), (360.0, 0.0)]
    )
    def test_minds_solid_food_up_to_five_hours(self, minutes, expected):
        """Bread is dearer than fruit that holds the same by what chewing costs; from six h by 0."""
        bread = food("bite", carbohydrate_g=30.0)
        sweet = replace(bread, role="fruit")
        costs = [
            self.by_hand((one, 1.0, 2.0), minutes=minutes, grams=0.5 * minutes)[0]
            for one in (bread, sweet)
        ]
        assert costs[0] - costs[1] == pytest.approx(expected)

    def test_pays_for_one_thing_more_to_carry_however_little(self, monkeypatch):
        """What a dish usually does without is paid once it is taken, a single step of it too."""
        first, more = (
            replace(food(name, carbohydrate_g=30.0), role="fruit") for name in ("first", "more")
        )
        parts = (first, 1.0, 1.0), (more, 0.0, 1.0)
        cost, steps = self.by_hand(*parts, minutes=60.0, grams=60.0)
        assert steps == [1, 1]
        monkeypatch.setattr("fuelcalc.planning.menu.fuel._EXTRA_COST", 0.0)
        free, _ = self.by_hand(*parts, minutes=60.0, grams=60.0)
        assert cost - free == pytest.approx(0.5)

    def test_looks_at_fewer_amounts_where_there_are_many(self):
        """A day of twenty hours is fitted too, from coarser steps."""
        feeding, want = self.feeding(1200.0, 1200.0, 9000.0, 5000.0)
        option = self.fitted("long-potatoes", feeding, want._replace(protein_g=60.0))
        held_g = float(option.held[1] - option.held[3])
        assert held_g == pytest.approx(1200.0, rel=0.15)
        assert (option.levels == option.steps[:, None]).all()

    def test_falls_back_to_the_dishes_of_an_hour(self):
        """Where no dish of a long session may be eaten, one of the hour is."""
        words = ["gel", "chews", "banana", "dates", "rice", "potato", "maltodextrin", "sugar"]
        none = Limits.of(dislikes=words)
        assert not [one for one in BUNDLED.variants(none) if "long" in one.dish.meals]
        entry = taken_on(man(**RACER, dislikes=words), MARATHON)
        assert entry.dish_id.startswith("during-")
        assert entry.taken

    @pytest.mark.parametrize(
        "foods", [["energy-gel 1-1-2"], ["water 1-2-4"], ["banana 0.5-1-2", "salt 0-0.25-0.5"]]
    )
    def test_fits_an_own_dish_whatever_it_lacks(self, foods):
        """An own dish may lack water, salt, or anything to eat, and is taken all the same."""
        own = own_foods(dishes=[{"name": "my way", "meals": ["long"], "foods": foods}])
        entry = taken_on(man(**RACER), MARATHON, foods=own, lock={"during the run": "my-way"})
        assert entry.dish == "my way"
        for item in entry.items:
            parts = [one.amount for one in entry.taken if one.food_id == item.food_id]
            assert sum(parts) == pytest.approx(item.amount)

    def test_tells_drinks_from_bites(self):
        """What is poured or dissolved is of the bottle; a gel and a capsule are not."""
        bottled = {"water", "sports-drink", "maltodextrin", "sugar", "salt-pinch", "whey-protein"}
        bites = {"energy-gel", "caffeine-gel", "salt-capsule", "banana", "white-rice", "pretzels"}
        assert all(is_bottled(BUNDLED.food(one)) for one in bottled)
        assert not any(is_bottled(BUNDLED.food(one)) for one in bites)

    def test_is_long_on_a_session_alone(self):
        """A meal is never long."""
        assert not is_long(Feeding(600.0, 200.0, "meal", "lunch"))

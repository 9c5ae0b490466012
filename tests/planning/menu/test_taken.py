"""What is taken on the way by the minute, and caffeine with it."""

import numpy as np
import pytest
from menu_laws import broken_menu_laws
from people import at, athlete, caffeine, codes, day, feedings, man, plan, run

from fuelcalc import render
from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.portions import serving
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.menu.taken import carry_of, taken_of

MARATHON = run("09:00", distance_km=42.195, duration_min=210.0, effort="race")
HALF = run("09:00", distance_km=21.0975, duration_min=90.0, effort="race")
EASY = run("09:00", duration_min=100.0, effort="easy")
RACER = {"mass_kg": 72.0, "height_cm": 180.0}


def minutes_of_taken(found, food_id):
    """When a food is taken, exactly."""
    return [one.minute for one in found if one.food_id == food_id]


def minutes_of(entry, food_id):
    """When a food is taken, to the minute."""
    return [round(one.minute) for one in entry.taken if one.food_id == food_id]


class TestCaffeine:
    """Before a race and on its way."""

    def test_r10_splits_it_in_a_long_race(self):
        """72 kg: 216 mg in all, of which a gel of 75 mg at two thirds, and 141 mg before."""
        found = plan(man(**RACER, caffeine=True), day(MARATHON), menu=True,
                     lock={"during the run": "long-gels"})  # fmt: skip
        assert caffeine(found) == [(at(8), pytest.approx(141.0)), (at(11, 20), pytest.approx(75.0))]
        (entry,) = feedings(found, "during")
        assert minutes_of(entry, "caffeine-gel") == [140]
        assert minutes_of(entry, "energy-gel") == [23, 47, 70, 93, 117, 163, 187]
        assert broken_menu_laws(found) == []

    @pytest.mark.parametrize("minutes", [190.0, 196.0, 205.0, 217.0, 223.0])
    def test_stands_on_the_minute_of_its_gel(self, minutes):
        """What the line under the race says for the gel is where the clock has it."""
        race = run("09:00", distance_km=42.2, duration_min=minutes, effort="race")
        found = plan(man(**RACER, caffeine=True), day(race), menu=True,
                     lock={"during the run": "long-gels"})  # fmt: skip
        (entry,) = feedings(found, "during")
        (gel,) = minutes_of(entry, "caffeine-gel")
        (_, (start, _)) = caffeine(found)
        assert start.hour * 60 + start.minute == 540 + gel

    def test_takes_all_of_it_before_where_no_gel_may_be_eaten(self):
        """A vegan has no gel: 216 mg are 200 before the start."""
        found = plan(man(**RACER, caffeine=True, diet="vegan"), day(MARATHON), menu=True)
        assert caffeine(found) == [(at(8), pytest.approx(200.0))]

    def test_tells_the_split_without_food(self):
        """Without a menu it is 2 mg/kg before and 1 mg/kg at 65 % of the way."""
        found = plan(man(**RACER, caffeine=True), day(MARATHON))
        assert caffeine(found) == [(at(8), pytest.approx(144.0)), (at(11, 16), pytest.approx(72.0))]

    def test_keeps_the_sums(self):
        """A line of caffeine has no energy: the feedings are those of who does not take any."""
        with_it = plan(man(**RACER, caffeine=True), day(MARATHON))
        without = plan(man(**RACER), day(MARATHON))
        assert feedings(with_it) == feedings(without)
        assert with_it.targets == without.targets

    @pytest.mark.parametrize(
        "one",
        [EASY, run("09:00", duration_min=150.0, effort="tempo"),
         run("15:00", distance_km=42.195, duration_min=210.0, effort="race"), HALF],
        ids=["easy", "tempo", "near-bed", "short-race"],
    )  # fmt: skip
    def test_leaves_the_way_alone_elsewhere(self, one):
        """No easy run, no training, nothing within nine hours of bed, no race of 90 minutes."""
        found = plan(man(**RACER, caffeine=True), day(one), menu=True)
        (entry,) = feedings(found, "during")
        assert not [one for one in entry.taken if one.caffeine_mg]
        assert len(caffeine(found)) <= 1

    def test_says_so_where_it_is_too_late(self):
        """An evening race has none, and the note says why."""
        found = plan(man(**RACER, caffeine=True), day(run("18:00", effort="race")), menu=True)
        assert caffeine(found) == []
        assert "caffeine-too-late" in codes(found)


class TestTaken:
    """Servings by the minute, by hand."""

    def servings(self, **amounts):
        """So many measures of each food."""
        foods = [BUNDLED.food(name.replace("_", "-")) for name in amounts]
        return [(f, serving(f, n)) for f, n in zip(foods, amounts.values(), strict=True)]

    def test_gives_a_lone_caffeine_gel_its_place(self):
        """The only gel of a plate is the one with caffeine: at 65 % of the way."""
        found = taken_of(self.servings(caffeine_gel=1.0), Feeding(600.0, 200.0, "during"))
        assert [(one.food_id, one.minute) for one in found] == [("caffeine-gel", 130.0)]

    def test_shifts_a_caffeine_gel_into_its_window(self):
        """Of three gels in two hours the last stands at 75 %: the gel is taken at 70 %."""
        found = taken_of(
            self.servings(energy_gel=2.0, caffeine_gel=1.0), Feeding(600.0, 120.0, "during")
        )
        assert [(one.food_id, round(one.minute)) for one in found] == [
            ("energy-gel", 30), ("energy-gel", 60), ("caffeine-gel", 84),
        ]  # fmt: skip

    def test_takes_two_at_once_where_there_is_no_time(self):
        """Six gels in half an hour are taken at its one moment."""
        found = taken_of(self.servings(energy_gel=6.0), Feeding(600.0, 30.0, "during"))
        assert [(one.minute, one.amount) for one in found] == [(15.0, 6.0)]

    def test_sips_evenly_from_a_bottle_alone(self):
        """Half a litre is drunk every 20 minutes, the last time a quarter of an hour before."""
        found = taken_of(
            self.servings(water=2.0, maltodextrin=1.5), Feeding(600.0, 100.0, "during")
        )
        water = [one for one in found if one.food_id == "water"]
        assert [one.minute for one in water] == [20.0, 40.0, 60.0, 80.0]
        assert sum(one.fluid_ml for one in water) == pytest.approx(500.0)
        assert np.ptp([one.amount for one in water]) == 0.0

    def test_takes_half_a_step_where_a_step_is_much(self):
        """Half a banana at once; pretzels by half a handful; capsules one at a time."""
        found = taken_of(
            self.servings(banana=1.5, pretzels=1.0, salt_capsule=2.0),
            Feeding(600.0, 180.0, "during"),
        )
        amounts = {}
        for one in found:
            amounts.setdefault(one.food_id, []).append(one.amount)
        assert amounts == {"banana": [0.5] * 3, "pretzels": [1.0], "salt-capsule": [1.0] * 2}

    def test_eats_alike_parts(self):
        """A hundred grams of rice are 60 and 40 g, and not a ball of 80 and a spoon."""
        found = taken_of(self.servings(white_rice=0.625), Feeding(600.0, 110.0, "during"))
        assert [one.amount for one in found] == [0.375, 0.25]

    def test_carries_what_there_is(self):
        """Without a session nothing is to spare."""
        found = carry_of(self.servings(energy_gel=2.0, water=1.0), Feeding(600.0, 120.0, "during"))
        assert [(one.food_id, one.spare, one.fluid_ml) for one in found] == [
            ("energy-gel", 0.0, 0.0), ("water", 0.0, 250.0),
        ]  # fmt: skip

    def test_spreads_capsules_evenly_among_the_sips(self):
        """Three in ten sips stand three apart, five in nine every other; five in three are all."""
        found = taken_of(
            self.servings(water=8.0, salt_capsule=3.0), Feeding(600.0, 220.0, "during")
        )
        assert minutes_of_taken(found, "salt-capsule") == [40.0, 100.0, 160.0]
        found = taken_of(
            self.servings(water=8.0, salt_capsule=5.0), Feeding(600.0, 208.0, "during")
        )
        assert minutes_of_taken(found, "salt-capsule") == [20.0, 60.0, 100.0, 140.0, 180.0]
        found = taken_of(self.servings(water=8.0, salt_capsule=5.0), Feeding(600.0, 80.0, "during"))
        amounts = [one.amount for one in found if one.food_id == "salt-capsule"]
        assert sorted(amounts) == [1.0, 2.0, 2.0]

    def test_tells_the_minute_and_the_time_alike(self):
        """65 % of 3:19 are 129.35 minutes; 130.65 are 131, and 11:11 by the clock."""
        for minutes, clock in ((199.0, at(11, 9)), (201.0, at(11, 11))):
            feeding = Feeding(540.0, minutes, "during")
            (one,) = taken_of(self.servings(caffeine_gel=1.0), feeding)
            assert one.time == clock
            assert clock.hour * 60 + clock.minute == 540 + round(one.minute)


def test_says_what_is_taken_an_hour_and_not_what_was_asked():
    """A vegan without nuts was told of 60 g an hour, where bananas and powder bring 52."""
    when = day(run("08:00", distance_km=32.0, duration_min=180.0))
    found = plan(athlete(diet="vegan", avoid=["nuts", "peanut"]), when, menu=True)
    (taken,) = [one for one in feedings(found) if one.kind == "during"]
    net_g = taken.served.carbohydrate_g - (taken.served.fibre_g or 0.0)
    assert round(net_g / 3.0) < round(taken.carbohydrate_g_per_h)
    page = " ".join(render(found, "text").split())
    assert f"about {net_g / 3.0:.0f} g carbohydrate and" in page
    assert f"carbohydrate without fibre {net_g:.0f} instead of {taken.carbohydrate_g:.0f} g" in page

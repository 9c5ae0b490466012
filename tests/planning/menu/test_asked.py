"""What a menu is asked for beside the plan's figures."""

from datetime import date, timedelta

import pytest
from people import MONDAY, athlete, day, own_foods, plan, run

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.menu import Wanted
from fuelcalc.planning.menu.asked import asked_of, limits_for, references_for, wishes_for

TARGETS = plan(when=day(run())).targets


def test_takes_limits_from_the_athlete():
    """Diet, allergens, restrictions and dislikes are the athlete's, in codes."""
    who = athlete(diet="vegan", avoid=["nuts"], restrictions=["celiac"], dislikes=["Lentils"])
    limits = limits_for(who)
    assert limits.diet == "vegan"
    assert set(limits.avoid) == {"peanut", "tree-nut"}
    assert limits.restrictions == ("gluten-free",)
    assert limits.dislikes == ("lentil",)


class TestWishes:
    """What would be liked today."""

    def test_takes_likes_from_the_athlete_and_larder_from_the_day(self):
        """Both are spelled as the table spells them, or left as they are."""
        wishes = wishes_for(athlete(likes=["Lentils", "gravel"]), day(use_up=["Bananas"]), seed=4)
        assert wishes.likes == ("lentil", "gravel")
        assert wishes.use_up == ("banana",)
        assert wishes.seed == 4

    @pytest.mark.parametrize("variety", ["low", "usual", "high"])
    @pytest.mark.parametrize("when", [day(), day(date=MONDAY)], ids=["undated", "dated"])
    def test_takes_variety_from_the_athlete(self, variety, when):
        """With a date and without, its week has as many dishes as somebody wants."""
        wishes = wishes_for(athlete(variety=variety), when, seed=0)
        week = wishes.rota(Limits(), BUNDLED).planned
        mains = {one for (_, meal), one in week.items() if meal != "breakfast"}
        assert {"low": 7, "usual": 9, "high": 14}[variety] == len(mains)

    @pytest.mark.parametrize(("by", "minutes"), [(0, 15.0), (4, 15.0), (5, None), (6, None)])
    def test_limits_cooking_on_weekdays(self, by, minutes):
        """From Monday to Friday the limit holds; on Saturday and Sunday there is time."""
        when = day(date=MONDAY + timedelta(by))
        assert wishes_for(athlete(weekday_cooking_min=15.0), when, seed=0).most_minutes == minutes

    def test_takes_a_day_without_a_date_for_a_weekday(self):
        """Nobody knows better."""
        assert wishes_for(athlete(weekday_cooking_min=15.0), day(), seed=0).most_minutes == 15.0
        assert wishes_for(athlete(), day(), seed=0).most_minutes is None

    def test_takes_its_turn_from_the_calendar(self):
        """One day later is one turn later; without a date it is a Wednesday, whatever the seed."""
        first, second = (
            wishes_for(athlete(), day(date=date(2026, 2, 28) + timedelta(by)), seed=9).turn
            for by in (0, 1)
        )
        assert second == first + 1
        assert wishes_for(athlete(), day(), seed=9).weekday == 2
        assert (
            wishes_for(athlete(), day(), seed=9).turn == wishes_for(athlete(), day(), seed=1).turn
        )


class TestReferences:
    """What a day's food is held against."""

    def test_holds_the_day_against_its_targets(self):
        """Fibre, sodium and the reference intakes are floors."""
        references = references_for(athlete(), TARGETS, loading=0.0)
        assert references.least["fibre_g"] == TARGETS.fibre_g
        assert references.least["sodium_mg"] == TARGETS.sodium_mg
        # Iron for a woman of 34 (NASEM): 18 mg.
        assert references.least["iron_mg"] == 18.0

    def test_asks_for_no_fibre_while_loading(self):
        """The day before a race wants little residue."""
        assert "fibre_g" not in references_for(athlete(), TARGETS, loading=0.5).least

    def test_holds_saturated_fat_below_a_tenth_of_the_energy(self):
        """9 kcal a gram: a day of 2700 kcal has 30 g."""
        targets = TARGETS.model_copy(update={"energy_kcal": 2700.0})
        references = references_for(athlete(), targets, loading=0.0)
        assert references.most["saturated_fat_g"] == pytest.approx(30.0)

    @pytest.mark.parametrize(("sodium_mg", "most_mg"), [(1500.0, 2300.0), (4000.0, 4800.0)])
    def test_lets_sweat_be_salted(self, sodium_mg, most_mg):
        """Sodium's ceiling is 2300 mg (NASEM), or a fifth above what the day's sweat asks for."""
        targets = TARGETS.model_copy(update={"sodium_mg": sodium_mg})
        found = references_for(athlete(), targets, loading=0.0).most["sodium_mg"]
        assert found == pytest.approx(most_mg)

    @pytest.mark.parametrize(
        ("conditions", "unadvised"),
        [
            ([], ()),
            (["thyroid"], ()),
            (["haemochromatosis"], ("iron_mg",)),
            (["kidney-stones"], ("calcium_mg", "vitamin_c_mg")),
            (["heart-failure"], ("potassium_mg",)),
            (["hypertension-diuretics"], ("potassium_mg",)),
            (["haemochromatosis", "kidney-stones"], ("iron_mg", "calcium_mg", "vitamin_c_mg")),
        ],
    )
    def test_gives_no_advice_that_a_condition_forbids(self, conditions, unadvised):
        """Iron, calcium, vitamin C and potassium are left to whoever treats the condition."""
        who = athlete(conditions=conditions)
        assert references_for(who, TARGETS, loading=0.0).unadvised == unadvised


def test_gathers_all_of_it():
    """Own foods, locks and swaps go along; without own foods the table is the bundled one."""
    table = own_foods()
    asked = asked_of(
        athlete(), day(), TARGETS, Wanted(table, 3, {"dinner": "x"}, ["lunch"]), loading=0.0
    )
    assert (asked.pantry, asked.lock, asked.swap) == (table, {"dinner": "x"}, ["lunch"])
    assert asked.wishes.seed == 3
    bundled = asked_of(athlete(), day(), TARGETS, Wanted(None, 0, {}, ()), loading=0.0)
    assert bundled.pantry is BUNDLED


def test_refuses_a_limit_that_it_does_not_know():
    """A guess at an allergen could hurt somebody; the model refuses, and so does the menu."""
    unchecked = {**dict(athlete()), "avoid": ("gravel",)}
    who = Athlete.model_construct(None, **unchecked)
    with pytest.raises(InputError, match='"gravel" is not an allergen'):
        limits_for(who)

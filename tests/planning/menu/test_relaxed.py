"""What gave way: which limits are named, where, in which order and with which figures."""

from dataclasses import replace

import pytest
from people import athlete, day, option, place_of, plan, run

from fuelcalc import words
from fuelcalc.pantry import Limits
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.menu import Wanted
from fuelcalc.planning.menu.asked import asked_of
from fuelcalc.planning.menu.plates import aims_of
from fuelcalc.planning.menu.relaxed import Filled, diet_limits, outside_bands, relaxed
from fuelcalc.planning.menu.rules_cost import rules_cost_notes
from fuelcalc.planning.menu.slot import Slot
from fuelcalc.planning.menu.tolerances import Want
from fuelcalc.reports.misses import limits_text

TARGETS = plan(when=day(run())).targets
WANT = Want(30.0, 90.0, 20.0)
DOSE = WANT._replace(is_dose=True)
EXACT = (30.0, 90.0, 20.0)
LUNCH, DINNER = ("lunch", 750.0), ("dinner", 1140.0)


def asked(**who):
    """What is asked of a menu, on an undated day."""
    return asked_of(athlete(**who), day(), TARGETS, Wanted(), loading=0.0)


def filled(held=EXACT, *, want=WANT, name="stew", at=LUNCH, **changes):
    """A lunch with a dish that holds so much of each macronutrient, fibre and drink."""
    kind = changes.pop("kind", "meal")
    feeding = Feeding(750.0, 30.0, kind, "lunch" if kind == "meal" else "")
    locked = changes.pop("locked", None)
    dish = None if held is None else option(name, [held], **changes)
    return Filled(Slot(feeding, want, locked=locked), *at, dish)


def found(*feedings, **who):
    """What gave way."""
    question = asked(**who)
    return relaxed(feedings, aims_of([one.slot for one in feedings], question), question)


def limits(gave_way):
    """Where and which."""
    return [(one.feeding or "day", one.limit) for one in gave_way]


def test_is_empty_where_all_is_met():
    """In time and within its bands a dish gives nothing away."""
    assert found(filled(), weekday_cooking_min=10.0) == ()


@pytest.mark.parametrize(
    ("held", "limit", "amounts"),
    [
        ((33.1, 90.0, 20.0), "protein", (30.0, 33.1)),
        ((26.9, 90.0, 20.0), "protein", (30.0, 26.9)),
        ((30.0, 99.1, 20.0), "carbohydrate", (90.0, 99.1)),
        ((30.0, 90.0, 16.9), "fat", (20.0, 16.9)),
    ],
)
def test_says_what_is_outside_its_band(held, limit, amounts):
    """3.1 g beside 30 g of protein are too much, and so on: the limit, the aim and what is held."""
    one = found(filled(held, want=DOSE))[0]
    assert (one.limit, place_of(one)) == (limit, "lunch (12:30)")
    assert (one.asked, one.got) == pytest.approx(amounts)
    assert f"of {limit} instead of {amounts[0]:.0f}" in words(one)


@pytest.mark.parametrize("held", [(33.0, 99.0, 23.0), (27.0, 81.0, 17.0)])
def test_keeps_quiet_on_the_edge_of_a_band(held):
    """Exactly at its band a feeding is within it; the day's own bands are narrower."""
    assert all(one.is_of_day for one in found(filled(held, want=DOSE)))


@pytest.mark.parametrize(
    ("held", "limits_"),
    [
        ((24.0, 60.0, 20.0), []),
        ((23.9, 96.0, 20.0), ["protein"]),
        ((90.0, 90.0, 20.0), ["energy"]),
        ((30.0, 110.0, 29.0), []),
        ((30.0, 40.0, 20.0), ["energy"]),
    ],
)
def test_lets_an_ordinary_meal_be_loose(held, limits_):
    """Of 660 kcal a quarter either way, protein a fifth below; the rest is the day's."""
    assert [one.limit for one in found(filled(held)) if not one.is_of_day] == limits_


def test_holds_the_carbohydrate_of_what_fuels_a_session():
    """104 g are over 90 by more than 15 %."""
    want = WANT._replace(is_fuel=True)
    assert found(filled((30.0, 104.0, 15.0), want=want))[0].limit == "carbohydrate"
    assert not [one for one in found(filled((30.0, 103.0, 15.0), want=want)) if one.feeding]


def test_prints_a_digit_where_two_amounts_would_look_the_same():
    """3.4 instead of 3.0 is not "3 instead of 3"."""
    want = Want(30.0, 90.0, 3.0, most_fat_g=3.0)
    texts = [words(one) for one in found(filled((30.0, 90.0, 3.4), want=want))]
    assert texts[0] == "lunch (12:30): 3.4 g of fat instead of 3.0."


def test_counts_a_dose_without_its_fibre():
    """27 g carbohydrate with 7 g fibre are a dose of 20 g, 10 less than the 30 asked for."""
    dose = Want(0.0, 30.0, 0.0, is_dose=True)
    held = option("bar", [(0.0, 27.0, 0.0, 7.0)])
    assert outside_bands(held, dose) == [("carbohydrate", 30.0, pytest.approx(20.0))]
    assert outside_bands(option("bar", [(0.0, 37.0, 0.0, 7.0)]), dose) == []


def test_says_what_is_above_a_ceiling_before_a_session():
    """Fat and fibre above what sits well are said, each once."""
    want = Want(30.0, 90.0, 20.0, most_fat_g=15.0, most_fibre_g=5.0)
    assert limits(found(filled((30.0, 90.0, 20.0, 8.0), want=want))) == [
        ("lunch", "fat"),
        ("lunch", "fibre"),
    ]
    low = found(filled((30.0, 90.0, 26.0, 5.0), want=want))
    assert limits(low)[0] == ("lunch", "fat")
    assert [one.limit for one in low if not one.is_of_day] == ["fat"]


def test_says_nothing_of_what_looks_the_same():
    """4.24 g of fibre above 4.16 would read as 4.2 instead of 4.2; a fifth of a gram is said."""
    want = Want(30.0, 90.0, 20.0, most_fibre_g=4.16)
    here, over = (
        [one for one in found(filled((30.0, 90.0, 20.0, fibre), want=want)) if not one.is_of_day]
        for fibre in (4.24, 4.36)
    )
    assert here == []
    assert "4.4 g of fibre instead of 4.2" in words(over[0])


def test_names_things_in_the_order_in_which_they_give_way():
    """Time, fat, carbohydrate, energy, protein, then fibre."""
    want = WANT._replace(most_fibre_g=5.0, most_fat_g=15.0, is_fuel=True)
    one = filled((20.0, 150.0, 40.0, 12.0), want=want, minutes=60.0)
    gave_way = found(one, weekday_cooking_min=10.0)
    order = ["preparation-time", "fat", "carbohydrate", "energy", "protein", "fibre"]
    assert [found.limit for found in gave_way if not found.is_of_day] == order
    days = [found.limit for found in gave_way if found.is_of_day]
    assert days == ["protein", "carbohydrate", "fat", "energy"]


class TestVariety:
    """Dishes twice a day."""

    def test_says_when_a_dish_comes_twice(self):
        """The second of the two is named."""
        gave_way = found(filled(), filled(at=DINNER))
        assert limits(gave_way) == [("dinner", "variety")]
        assert gave_way[0].got == 2.0

    def test_lets_the_same_come_twice_on_the_move(self):
        """Two runs may be fuelled by the same gel."""
        later = filled(kind="during", at=("during the run", 1080.0))
        gave_way = found(filled(kind="during"), later)
        assert gave_way == ()


@pytest.mark.parametrize(("minutes", "said"), [(20.0, False), (21.0, True)])
def test_says_what_takes_longer_than_there_is_time(minutes, said):
    """Up to the limit nothing is said."""
    gave_way = found(filled(minutes=minutes), weekday_cooking_min=20.0)
    assert [one.limit for one in gave_way] == ["preparation-time"] * said
    assert all((one.asked, one.got) == (20.0, minutes) for one in gave_way)


class TestDay:
    """The day's own bands."""

    @pytest.mark.parametrize(
        ("held", "limits_"),
        [
            ((34.0, 88.0, 19.0), []),
            ((28.4, 92.0, 20.0), ["protein"]),
            ((30.0, 98.9, 16.9), ["fat"]),
            ((30.0, 99.1, 18.1), ["carbohydrate"]),
            ((30.0, 85.0, 19.5), ["energy"]),
            ((28.6, 90.0, 20.9), []),
        ],
    )
    def test_is_within_10_5_and_3_per_cent(self, held, limits_):
        """Protein 5 % below, carbohydrate and fat 10 % off, and 3 % of 660 kcal, which are 19.8."""
        assert [one.limit for one in found(filled(held)) if one.is_of_day] == limits_

    def test_adds_up_all_feedings(self):
        """Too much at lunch is made up for at dinner."""
        high, low = (32.0, 95.0, 21.0), (28.0, 85.0, 19.0)
        assert found(filled(high), filled(low, name="pie", at=DINNER))[1:] == ()

    def test_counts_what_is_left_empty(self):
        """A feeding without food is missing from the day, which holds nothing else here."""
        gave_way = found(filled(None))
        assert limits(gave_way) == [
            ("lunch", "food"), ("day", "protein"), ("day", "carbohydrate"), ("day", "fat"),
            ("day", "energy"),
        ]  # fmt: skip
        assert (gave_way[0].asked, gave_way[0].got) == (pytest.approx(660.0), None)
        assert gave_way[-1].got == 0.0

    @pytest.mark.parametrize(("times", "said"), [(1.2, False), (2.0, True)])
    def test_says_when_fibre_is_much(self, times, said):
        """Somewhat over the comfortable amount is nothing to say, twice as much is."""
        most_g = asked().references.most["fibre_g"]
        gave_way = found(filled((*EXACT, times * most_g)))
        assert [(place_of(one), one.limit) for one in gave_way] == [("day", "fibre")] * said


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ({}, "these targets"),
        ({"diet": "vegan"}, "a vegan diet"),
        ({"restrictions": ["gf", "halal"]}, "a gluten-free, halal diet"),
        ({"avoid": ["soy"], "dislikes": ["liver"]}, "a diet without soy, liver"),
        ({"diet": "vegetarian", "avoid": ["milk"]}, "a vegetarian diet without milk"),
    ],
)
def test_puts_limits_into_words(who, text):
    """As a waiter would repeat them."""
    assert limits_text(diet_limits(Limits.of(**who))) == text


def test_says_which_limits_leave_a_feeding_empty():
    """The feeding, and the limits in words."""
    (first, *_) = found(filled(None), diet="vegan", avoid=["soy"])
    assert words(first).startswith("lunch (12:30): ")
    assert "a vegan diet without soy" in words(first)


def test_judges_portions_as_they_are():
    """Two steps hold twice as much."""
    one = option("stew", [(15.0, 45.0, 10.0)], steps=2)
    assert outside_bands(one, WANT) == []
    assert replace(one.foods[0], name="x") != one.foods[0]
    assert outside_bands(one._replace(steps=one.steps + 1), WANT)


class TestRulesCost:
    """One line a day for what real portions cost in fit."""

    @pytest.mark.parametrize(
        ("grams", "is_said"),
        [(72.0, True), (76.0, False), (90.0, False), (104.0, False), (115.0, True)],
    )
    def test_is_said_from_15_percent_and_60_kcal_on(self, grams, is_said):
        """Of 400 kcal 72 missing are said and 56 are not, of 660 100 too many, and 56 not."""
        want = Want(30.0, 90.0, 20.0) if grams > 90.0 else Want(10.0, 90.0, 0.0)
        held = (want.protein_g, grams, want.fat_g)
        assert bool(rules_cost_notes([filled(held, want=want)], ())) is is_said

    def test_names_the_one_that_is_furthest_off(self):
        """Of two, one line with the feeding, what it holds and what was asked."""
        near, far = filled((30.0, 118.0, 20.0)), filled((30.0, 55.0, 20.0), at=DINNER)
        (line,) = rules_cost_notes([near, far], ())
        assert "Dinner (19:00): energy 520 instead of 660 kcal" in words(line)

    def test_is_silent_of_a_dose_and_of_what_is_said_already(self):
        """What is outside its bands is said as what gave way; a dose has bands of its own."""
        off = (30.0, 128.0, 20.0)
        assert rules_cost_notes([filled(off, want=DOSE), filled(None)], ()) == []
        wide = filled((30.0, 140.0, 20.0))
        assert rules_cost_notes([wide], found(wide)) == []
        assert rules_cost_notes([wide], ())

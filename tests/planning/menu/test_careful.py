"""Who is careful of listeria: no fish smoked cold from 65 on, in any menu."""

import datetime as dt
from dataclasses import replace

import pytest
from people import athlete

from fuelcalc import Run, suggest_snacks
from fuelcalc.pantry import BUNDLED
from fuelcalc.planning.menu.asked import limits_for
from fuelcalc.planning.menu.careful import is_careful, unwanted_by
from fuelcalc.planning.menu.choice import options_for

BIRTHDAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(("age", "is_eaten"), [(64.0, True), (65.0, False), (90.0, False)])
def test_serves_no_smoked_salmon_from_65_on(age, is_eaten):
    """Neither on a bagel nor in eggs; salmon that is cooked stays."""
    foods = {
        food.food_id
        for dish in BUNDLED.variants(limits_for(athlete(age=age)))
        for food in dish.foods
    }
    assert ("smoked-salmon" in foods) is is_eaten
    assert {"salmon", "canned-salmon"} <= foods


def test_counts_years_from_a_birth_date():
    """The eve of the birthday is no birthday; without a date nobody knows."""
    born = athlete(age=None, birth_date=dt.date(1961, 11, 23), dislikes=["tofu"])
    assert unwanted_by(born, BIRTHDAY) == ("tofu", "smoked salmon")
    assert unwanted_by(born, BIRTHDAY - dt.timedelta(days=1)) == ("tofu",)
    assert not is_careful(born)
    assert is_careful(born, BIRTHDAY)


@pytest.mark.parametrize(
    ("name", "is_eaten"),
    [
        ("Tesco smoked salmon", False), ("smoked Scottish salmon", False), ("gravlax", False),
        ("hot salmon fillet", True), ("smoked tofu", True),
    ],
)  # fmt: skip
def test_knows_an_own_food_by_its_words(name, is_eaten):
    """Whatever a shop calls it, and though nobody has reviewed it."""
    food = replace(BUNDLED.food("smoked-salmon"), food_id="own", name=name, synonyms=())
    for reviewed in (food, replace(food, allergens=None, diet=None)):
        assert limits_for(athlete(age=65.0)).allow(reviewed) is is_eaten
        assert limits_for(athlete(age=64.0)).allow(reviewed)


@pytest.mark.parametrize(("year", "is_careful_then"), [(1950, True), (1990, False)])
def test_asks_for_snacks_by_the_age_of_their_day(monkeypatch, year, is_careful_then):
    """Who gives a birth date is as old as on the day that is asked for."""
    asked = []

    def spied(slot, limits, *others, **more):
        asked.append(limits)
        return options_for(slot, limits, *others, **more)

    monkeypatch.setattr("fuelcalc.planning.menu.choice.options_for", spied)
    who = athlete(age=None, birth_date=dt.date(year, 1, 2))
    assert suggest_snacks(who, Run.of(distance="12 km"), when="after", date=BIRTHDAY)
    assert {limits.careful for limits in asked} == {is_careful_then}


@pytest.mark.parametrize(
    ("tastes", "is_eaten"),
    [
        ({}, True), ({"dislikes": ["fish"]}, False), ({"dislikes": ["Fish"]}, False),
        ({"dislikes": ["salmon"]}, True), ({"dislikes": ["fish"], "likes": ["prawns"]}, True),
        ({"dislikes": ["fish"], "likes": ["king prawns", "rice"]}, True),
        ({"dislikes": ["fish"], "likes": ["salmon"]}, False),
    ],
)  # fmt: skip
def test_serves_no_seafood_to_who_dislikes_fish(tastes, is_eaten):
    """Somebody who wrote "fish" got prawns; who likes some of it has it."""
    roles = {
        food.role for dish in BUNDLED.variants(limits_for(athlete(**tastes))) for food in dish.foods
    }
    assert ("shellfish" in roles) is is_eaten


def test_spares_a_table_the_seafood_of_one_who_dislikes_fish():
    """Another who likes prawns brings none back."""
    who = athlete(dislikes=["fish"])
    assert unwanted_by(who, BIRTHDAY) == ("fish", "shellfish")

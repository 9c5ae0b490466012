"""Who is careful of listeria: no fish smoked cold from 65 on, in any menu."""

import datetime as dt

import pytest
from people import athlete

from fuelcalc.pantry import BUNDLED
from fuelcalc.planning.menu.asked import limits_for
from fuelcalc.planning.menu.careful import unwanted_by

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
    assert unwanted_by(born) == ("tofu",)

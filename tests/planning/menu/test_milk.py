"""Milk of plants for who drinks that of cows."""

import pytest
from bars import fortnight, people

from fuelcalc.models.calendar import Calendar
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.day import plan_day
from fuelcalc.planning.menu.milk import OF_COWS, instead_cost

ANYBODY = Limits()
MENU = {one.dish.dish_id: one for one in BUNDLED.variants(ANYBODY)}


def test_is_no_carton_more_for_who_drinks_milk():
    """Soy yogurt and cocoa of soy milk cost an omnivore something, and a vegan nothing."""
    vegan = Limits.of(diet="vegan")
    of_vegans = {one.dish.dish_id: one for one in BUNDLED.variants(vegan)}
    for dish_id in ("whipped-soy-yogurt-blueberries", "cocoa-plant-milk"):
        assert instead_cost(of_vegans[dish_id], ANYBODY, BUNDLED) > 0.0
        assert instead_cost(of_vegans[dish_id], vegan, BUNDLED) == 0.0
    assert instead_cost(MENU["porridge-banana-nut-butter"], ANYBODY, BUNDLED) == 0.0


def test_warms_cows_milk_for_cocoa():
    """Who drinks it has cocoa of it beside a meal, since no carton more is bought for that."""
    assert "reduced-fat-milk" in {food.food_id for food in MENU["cocoa-plant-milk"].foods}


def test_charges_only_what_stands_in():
    """Who may have no whey has soy protein as it comes, and soy milk as a second carton."""
    halal = Limits.of(diet="omnivore", restrictions=("halal",))
    named = {one.dish.dish_id: one for one in BUNDLED.variants(halal)}
    assert instead_cost(named["protein-hot-cocoa"], halal, BUNDLED) == 0.0
    of_soy = {one.dish.dish_id: one for one in BUNDLED.variants(Limits.of(diet="vegan"))}
    assert instead_cost(of_soy["cocoa-plant-milk"], halal, BUNDLED) > 0.0
    # A shake is what there is of its kind, milk and all.
    assert instead_cost(named["pea-shake-banana-rice-cakes"], halal, BUNDLED) == 0.0
    # Soy yogurt stands in for that of cows, whatever powder is in it.
    coeliac = Limits.of(diet="omnivore", restrictions=("gluten-free",))
    named = {one.dish.dish_id: one for one in BUNDLED.variants(coeliac)}
    assert instead_cost(named["whipped-soy-yogurt-blueberries"], coeliac, BUNDLED) > 0.0


@pytest.mark.parametrize("number", [7, 10])
def test_serves_none_to_who_drinks_milk(number):
    """Two people who may have dairy had soy milk or soy yogurt on two and three days of 14."""
    who = list(people(number + 1))[number]
    week = fortnight(number)
    calendar = Calendar(days=tuple(week))
    days = []
    for one in week:
        before, after = calendar.neighbours(one)
        found = plan_day(who, one, before=before, after=after, week=week)
        days.append({item.food_id for entry in found.timeline for item in entry.items})
    assert all(days)
    # The second may have no whey, and has powder of plants as it comes.
    of_plants = OF_COWS["reduced-fat-milk"] | OF_COWS["plain-yogurt"]
    assert all(of_plants.isdisjoint(served) for served in days)

"""A week is chosen by what its days come to of fibre, and a large eater's by less."""

from statistics import fmean

import pytest

from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.menu.patterns import BREAKFASTS, LAYOUTS
from fuelcalc.planning.menu.pools import Rules
from fuelcalc.planning.menu.repeats import places_of
from fuelcalc.planning.menu.rota import rota_of
from fuelcalc.planning.menu.roughage import fibre_cost, fibre_of, fibre_room
from fuelcalc.planning.menu.week_dishes import weighed

WEEKS = range(2_917, 2_941)
PLACES = places_of(LAYOUTS["usual"], BREAKFASTS["usual"])
KNOWN = {one.variant.dish.dish_id: one for one in weighed(Limits(), BUNDLED)}


def room(name, *, is_large=False, **others):
    """What a place has room for beside some dishes; places are spelled with _."""
    there = {place.replace("_", "-"): KNOWN[dish] for place, dish in others.items()}
    return fibre_room(name, there, PLACES, is_large=is_large)


def test_knows_each_day_of_a_place():
    """Tuesday's lunch is Monday's dinner, and only Monday has beans at noon."""
    # cooked-1 is Monday's dinner and Tuesday's lunch; quick-lunch stands on Monday and Wednesday.
    free, full = room("cooked-1"), room("cooked-1", quick_lunch="burrito-bowl")
    assert len(free) == len(full) == 2
    assert full[0] < free[0]
    assert full[1] == free[1]


def test_has_less_room_for_a_large_eater():
    """Who eats much is asked for no more than 45 g, which is less for each 1,000 kcal."""
    assert max(room("sunday", is_large=True)) < min(room("sunday"))


def test_has_no_room_below_none():
    """A day that is full is charged for what is added, not once more for what it has."""
    there = {"quick_lunch": "burrito-bowl", "weekday_1": "overnight-oats", "snack_1": "popcorn"}
    there = {place: dish for place, dish in there.items() if dish in KNOWN}
    beans = {"saturday": "burrito-bowl", "sunday": "burrito-bowl", "weekend_lunch": "burrito-bowl"}
    assert min(room("weekend", **there, **beans)) >= 0.0
    assert room("weekend", **beans) == (0.0, 0.0)


def test_knows_no_day_of_what_is_eaten_any_time():
    """After training and at night stand dishes of any day, which fill none."""
    assert room("after", sunday="burrito-bowl") == ()
    assert fibre_cost(9.0, ()) == 0.0


def test_counts_falafel_as_pulses():
    """The table has no fibre of falafel, and a plate of it is none that is low in fibre."""
    falafel, chicken = KNOWN["falafel-plate"], KNOWN["ginger-chicken-rice-carrots"]
    assert fibre_of("sunday", falafel) > 2.0 * fibre_of("sunday", chicken)


def test_counts_a_snack_as_a_part_of_a_meal():
    """Beans between meals are less of a day than beans at a meal, and more than nothing."""
    beans = KNOWN["burrito-bowl"]
    assert (
        0.0 < fibre_of("snack-1", beans) < fibre_of("weekday-1", beans) < fibre_of("quick-1", beans)
    )


def _days(diet, *, is_large):
    """What the planned days of some weeks come to."""
    limits = Limits.of(diet=diet)
    known = {one.variant: one for one in weighed(limits, BUNDLED)}
    for week in WEEKS:
        rota = rota_of(Rules(week, is_large=is_large), limits, BUNDLED)
        for weekday, snacks in enumerate(rota.snacks):
            meals = {
                "quick-1": [rota.planned[weekday, meal] for meal in ("lunch", "dinner")],
                "weekday-1": [rota.planned[weekday, "breakfast"]],
                "snack-1": snacks,
            }
            yield sum(
                fibre_of(name, known[one]) for name, dishes in meals.items() for one in dishes
            )


@pytest.mark.parametrize("diet", ["omnivore", "pescatarian", "vegetarian"])
def test_plans_hardly_a_day_of_much_fibre(diet):
    """Above 19 g for 1,000 kcal, which is 60 g of 3,200 kcal, are few days; readers struck them."""
    days = list(_days(diet, is_large=False))
    assert sum(one > 19.0 for one in days) <= 0.1 * len(days)


@pytest.mark.parametrize("diet", ["omnivore", "vegetarian"])
def test_plans_less_of_it_for_a_large_eater(diet):
    """Their days come to less for each 1,000 kcal."""
    assert fmean(_days(diet, is_large=True)) < fmean(_days(diet, is_large=False))


@pytest.mark.parametrize("diet", ["omnivore", "pescatarian", "vegetarian"])
def test_plans_plates_that_fill_a_large_eater(diet):
    """Fewer of their lunches and dinners are small at their largest than of anybody's."""
    limits = Limits.of(diet=diet)
    known = {one.variant: one for one in weighed(limits, BUNDLED)}

    def small(*, is_large):
        weeks = [rota_of(Rules(week, is_large=is_large), limits, BUNDLED) for week in WEEKS]
        return sum(
            known[one].most_kcal < 850.0
            for rota in weeks
            for (_, meal), one in rota.planned.items()
            if meal != "breakfast"
        )

    assert small(is_large=True) < 0.75 * small(is_large=False)

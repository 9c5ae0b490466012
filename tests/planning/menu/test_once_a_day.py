"""What nobody wants twice a day or two days running, and what does not stand beside a dish."""

import datetime as dt
from collections import Counter
from itertools import pairwise

import pytest
from bars import fortnight, people
from people import athlete, day, man, plan, run

from fuelcalc.models.calendar import Calendar
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.day import plan_day
from fuelcalc.planning.menu.candidates import Wishes, standings
from fuelcalc.planning.menu.kin import kin_of
from fuelcalc.planning.menu.one_plate import goes_with, of_one_table
from fuelcalc.planning.menu.pools import Rules
from fuelcalc.planning.menu.rota import rota_of
from fuelcalc.planning.menu.search import too_often_cost
from fuelcalc.planning.menu.together import counted_as, made_of, most_a_day
from fuelcalc.planning.menu.tolerances import Want
from fuelcalc.planning.menu.week_dishes import weighed

ANYBODY = Limits()
MENU = {one.dish.dish_id: one for one in BUNDLED.variants(ANYBODY)}
WEEKS = range(2_917, 2_929)
MONDAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("dish", "made"),
    [
        # Beans and cottage cheese by its name, cheddar by its energy, potatoes by neither.
        ("jacket-potato-cottage-cheese", {"baked beans", "cheddar cheese", "cottage cheese"}),
        ("quinoa-cheddar-walnut-salad", {"cheddar cheese", "walnuts"}),
        ("spanish-omelette", {"eggs"}),
        ("chocolate-tofu-pudding", {"tofu"}),
        ("jam-toast-skyr", {"nut butter"}),
        ("side-banana", set()),
        ("side-milk", set()),
    ],
)
def test_knows_what_somebody_remembers_of_a_dish(dish, made):
    """What its name says, and what brings much of its energy or protein."""
    assert made_of(MENU[dish]) == made


def test_counts_nuts_spreads_and_cheeses_once():
    """Walnuts on yogurt and in a salad are walnuts twice; fruit is served once, and soy twice."""
    for food_id, words in (
        ("walnuts", {"topping walnuts": (1, 8.0)}),
        ("almond-butter", {"topping nut butter": (1, 8.0)}),
        ("feta", {"topping feta": (1, 8.0)}),
        ("banana", {"fruit bananas": (2, 32.0), "served bananas": (1, 8.0)}),
        ("orange-juice", {"juice juice": (1, 16.0)}),
        ("honey", {"sweet honey": (2, 8.0)}),
        ("wholewheat-pita", {"starch bread": (3, 32.0), "served pita": (1, 8.0)}),
        ("rice-cake", {"starch rice": (3, 32.0), "served rice cakes": (1, 8.0)}),
        ("white-bread", {"starch bread": (3, 32.0)}),
        ("skyr", {"bowl yogurt": (1, 16.0)}),
        ("spinach", {"served spinach": (1, 8.0)}),
        ("carrot", {}),
        ("silken-tofu", {"soy soya": (2, 8.0)}),
        ("soy-milk", {"soy soya": (2, 8.0)}),
        ("soy-yogurt", {"soy soya": (2, 8.0), "bowl yogurt": (1, 16.0)}),
    ):
        assert counted_as(BUNDLED.food(food_id)) == words.keys()
        for word, (often, price) in words.items():
            assert (most_a_day(word), too_often_cost(word)) == (often, price)


def remembered(entry):
    """The nuts, spreads, cheeses and what brings protein on a plate, but for milk."""
    roles = {
        "cheese", "dairy", "egg", "fish", "legume", "meat", "nuts", "poultry", "seeds",
        "shellfish", "soy", "spread",
    }  # fmt: skip
    foods = [BUNDLED.by_id[item.food_id] for item in entry.items if entry.kind != "during"]
    return {kin_of(one) for one in foods if one.role in roles and one.portion.one_ml is None}


@pytest.mark.no_cover
def test_has_one_food_once_a_day():
    """Over two weeks of six people hardly three days in ten have one twice, and none thrice."""
    days = twice = 0
    for number, who in enumerate(people(6)):
        week = fortnight(number)
        calendar = Calendar(days=tuple(week))
        for one in week:
            before, after = calendar.neighbours(one)
            found = plan_day(who, one, before=before, after=after, week=week)
            times = Counter(word for entry in found.timeline for word in remembered(entry))
            days += 1
            twice += max(times.values()) > 1
            # A spoon of yogurt stands in oats and shakes too.
            assert max(n for word, n in times.items() if word != "yogurt") < 3
    assert days == 84
    assert twice <= 0.3 * days


@pytest.mark.parametrize("diet", ["omnivore", "vegan"])
def test_spreads_main_foods_over_the_week(diet):
    """Hardly a main food is at more than four meals of a week, soy of vegans apart."""
    limits = Limits.of(diet=diet)
    mains = {one.variant: one.main for one in weighed(limits, BUNDLED)}
    over = 0
    for week in WEEKS:
        planned = rota_of(Rules(week), limits, BUNDLED).planned
        meals = Counter(mains[one] for (_, meal), one in planned.items() if meal != "breakfast")
        over += any(n > 4 for kin, n in meals.items() if kin not in {"tofu", "tempeh"})
    assert over <= 1


def test_plans_two_dishes_for_the_night():
    """One and the other in turn, so that none is planned on two nights running."""
    night = Feeding(1305.0, 15.0, "pre-sleep")
    for week in WEEKS:
        planned = []
        for weekday in range(7):
            wishes = Wishes(turn=7 * week + weekday + 1)
            assert wishes.weekday == weekday
            (one,) = standings(night, wishes, ANYBODY, BUNDLED)
            planned.append(one)
        assert len(set(planned)) == 2
        assert all(one is not other for one, other in pairwise(planned))


@pytest.mark.parametrize(
    ("main", "side", "goes"),
    [
        ("tofu-pad-thai", "side-green-beans", False),
        ("tofu-pad-thai", "side-edamame", True),
        ("chana-masala", "side-green-salad", False),
        ("lentil-bolognese", "side-green-salad", True),
        ("burrito-bowl", "side-avocado-salad", True),
        # Nobody boils beans for a sandwich.
        ("cheddar-tomato-sandwich", "side-green-beans", False),
        ("cheddar-tomato-sandwich", "side-green-salad", True),
        # Fruit and what comes after go with all.
        ("tofu-pad-thai", "side-banana", True),
        ("chana-masala", "yogurt-and-honey", True),
        # What is no lunch or dinner is no kitchen's.
        ("banana-oat-shake", "side-green-beans", True),
    ],
)
def test_keeps_sides_with_their_kitchen(main, side, goes):
    """No buttered beans beside fish sauce."""
    assert of_one_table(MENU[main], MENU[side]) is goes
    if not goes:
        assert not goes_with(MENU[main], (MENU[side],), ANYBODY, None)


def test_has_protein_enough_with_a_dose():
    """A meal that shares out 40 g may hold a dose of 24; the fifth that others may miss is less."""
    want = Want(40.0, 80.0, 20.0, enough_protein_g=24.0)
    assert want.bands[0].least == 24.0
    assert want._replace(enough_protein_g=36.0).bands[0].least == 32.0
    assert Want(40.0, 80.0, 20.0).bands[0].least == 32.0


def test_holds_carbohydrate_for_tomorrow():
    """The last meal before a long day has about what it was given, or the page says so."""
    held = Want(40.0, 80.0, 20.0, is_filled_up=True).bands[1]
    assert (held.least, held.most) == (68.0, 92.0)
    eve = day(date=MONDAY)
    seen = 0
    for who in (athlete(), man(), athlete(age=74.0), man(mass_kg=95.0)):
        long = day(run("09:00", distance_km=28.0, effort="long"), date=MONDAY + dt.timedelta(1))
        found = plan(who, eve, after=long, menu=True)
        assert "tomorrow-is-long" in {note.code for note in found.notes}
        dinner = next(entry for entry in found.timeline if entry.name == "dinner")
        served = sum(item.carbohydrate_g for item in dinner.items)
        said = {(one.feeding, one.limit) for one in found.menu.relaxed}
        seen += abs(served / dinner.carbohydrate_g - 1.0) <= 0.15
        assert ("dinner", "carbohydrate") in said or served >= 0.85 * dinner.carbohydrate_g - 0.1
    assert seen >= 3


@pytest.mark.parametrize("number", [39, 240])
def test_serves_no_pudding_at_both_snacks(number):
    """Two people of 48 kg had rice pudding twice, the one pair of snacks within their protein."""
    who, week = list(people(number + 1))[number], fortnight(number)
    before, after = Calendar(days=tuple(week)).neighbours(week[12])
    found = plan_day(who, week[12], before=before, after=after, week=week)
    snacks = [entry.dish_id for entry in found.timeline if entry.kind == "snack"]
    assert len(snacks) == len(set(snacks)) == 2

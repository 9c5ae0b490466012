"""Real food before a session: the public behaviour of the pre-run snack."""

import pytest
from people import BUILD, athlete, day, feedings, lift, man, plan, ride, run

from fuelcalc.errors import InputError
from fuelcalc.pantry import food_by_id
from fuelcalc.planning.snack import suggest_snacks


def foods(snacks):
    """The ids of every food in some snacks."""
    return {item.food_id for snack in snacks for item in snack.items}


def test_r21_answers_banana_and_oatmeal_at_an_hour():
    """R21: for a 62 kg woman's 10 km, banana and oats are among the options at 60 minutes."""
    found = " ".join(foods(suggest_snacks(athlete(), run(), minutes=60.0)))
    assert "banana" in found
    assert "oat" in found or "porridge" in found


@pytest.mark.parametrize("distance", [5.0, 10.0, 25.0])
def test_r21_offers_nothing_heavy_at_fifteen_minutes(distance):
    """R21: 15 minutes before, no option holds more than 2 g of fat or 1.5 g of fibre."""
    for snack in suggest_snacks(athlete(), run(distance_km=distance), minutes=15.0, count=20):
        assert snack.totals.nutrients.fat_g <= 2.0
        assert snack.totals.nutrients.fibre_g <= 1.5


@pytest.mark.parametrize("minutes", [5.0, 30.0, 60.0, 120.0, 240.0])
def test_respects_diet_and_allergens(minutes):
    """A vegan who avoids wheat gets only vegan food without wheat at any time."""
    who = athlete(diet="vegan", avoid=["wheat"])
    found = foods(suggest_snacks(who, run(distance_km=20.0), minutes=minutes, count=20))
    assert found
    for food_id in found:
        food = food_by_id(food_id)
        assert food.diet == "vegan", food_id
        assert "wheat" not in food.allergens, food_id
        assert not [bad for bad in ("honey", "egg", "bagel", "toast") if bad in food_id]


def test_gives_the_dose_that_the_session_asks_for():
    """An hour before 10 km: 0.5-1 g/kg, about a g/kg of middle 0.75, of available carbohydrate."""
    best = suggest_snacks(athlete(), run(), minutes=60.0)[0]
    assert 0.5 * 62.0 <= best.available_carbohydrate_g <= 1.0 * 62.0


def test_serves_lifts_and_rides_too():
    """A lift and a ride have their snacks, smaller than a long run's."""
    small = suggest_snacks(athlete(), lift(), minutes=60.0)[0].available_carbohydrate_g
    large = suggest_snacks(athlete(), run(distance_km=25.0), minutes=60.0)[0]
    assert suggest_snacks(athlete(), ride(), minutes=60.0)
    assert small < large.available_carbohydrate_g


def test_gives_as_many_options_as_asked_for():
    """Two options are two."""
    assert len(suggest_snacks(man(), run(), minutes=60.0, count=2)) == 2


@pytest.mark.parametrize("minutes", [4.9, 240.1])
def test_refuses_a_time_that_is_no_snack(minutes):
    """Less than 5 or more than 240 minutes before is refused in one line."""
    with pytest.raises(InputError, match="outside 5 to 240"):
        suggest_snacks(athlete(), run(), minutes=minutes)


@pytest.mark.parametrize(
    "condition", ["pregnant", "diabetes-insulin", "kidney-disease", "eating-disorder"]
)
def test_gives_no_food_advice_where_a_guard_withholds_it(condition):
    """Where the clock is withheld, so are the snacks."""
    with pytest.raises(InputError, match="snack: figures and foods are withheld"):
        suggest_snacks(athlete(conditions=[condition]), run())


def test_r21_puts_real_food_before_the_run_of_a_plan():
    """R21: in a plan with its menu the snack before the run is food in household measures."""
    found = plan(when=day(run("06:30"), lift("18:00")), goal=BUILD, menu=True)
    snack, other = feedings(found, "before")
    for entry in (snack, other):
        assert entry.items
        assert entry.dish
        assert all(item.household for item in entry.items)
        assert entry.served.carbohydrate_g == pytest.approx(entry.carbohydrate_g, abs=12.0)
    assert snack.served.fat_g <= 5.0


def test_varies_the_food_with_the_seed():
    """The same seed gives the same food, other seeds give others."""
    plates = [
        feedings(plan(when=day(run("06:30")), menu=True, seed=seed), "before")[0].dish
        for seed in (0, 0, 1, 2, 3, 4, 5)
    ]
    assert plates[0] == plates[1]
    assert len(set(plates)) >= 3


def test_leaves_the_plate_empty_where_nothing_fits():
    """Somebody who eats almost nothing gets the amounts without a food."""
    who = athlete(
        diet="vegan",
        avoid=["wheat", "gluten", "nuts", "soy", "milk", "egg", "sesame"],
        restrictions=["low-fodmap", "gluten-free"],
        dislikes=["fruit", "banana", "rice", "oats", "dates", "honey", "drink", "potato", "corn"],
    )
    found = plan(who, day(run("06:30", distance_km=21.0), wake="06:15"), menu=True)
    assert feedings(found, "before")[0].carbohydrate_g > 0.0

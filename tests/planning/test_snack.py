"""Real food before a session: the public behaviour of the pre-run snack."""

from datetime import date

import pytest
from people import (
    BUILD,
    athlete,
    day,
    feedings,
    lift,
    man,
    own_foods,
    place_of,
    plan,
    ride,
    run,
)

from fuelcalc import words
from fuelcalc.errors import InputError, Span
from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.table import ROLES
from fuelcalc.planning.snack import suggest_snacks


def foods(snacks):
    """The ids of every food in some snacks."""
    return {item.food_id for snack in snacks for item in snack.items}


def fitting(snacks):
    """Those that miss nothing of what was asked for; there has to be one."""
    found = [snack for snack in snacks if not snack.missed]
    assert found
    return found


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
        food = BUNDLED.food(food_id)
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
    with pytest.raises(InputError, match="outside 5 to 240") as caught:
        suggest_snacks(athlete(), run(), minutes=minutes)
    assert caught.value.allowed == Span(5.0, 240.0)


def test_names_the_hours_to_the_next_session_that_it_takes():
    """The next session may start at once, or within three days."""
    assert suggest_snacks(athlete(), run(), when="after", hours_to_next=0.0)
    with pytest.raises(InputError) as caught:
        suggest_snacks(athlete(), run(), when="after", hours_to_next=72.1)
    assert caught.value.allowed == Span(0.0, 72.0)


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
        assert all(words(item) for item in entry.items)
        assert entry.served.carbohydrate_g == pytest.approx(entry.carbohydrate_g, abs=12.0)
    assert snack.served.fat_g <= 5.0


def test_varies_the_food_with_the_seed():
    """The same seed gives the same food, other seeds give others."""
    plates = [
        feedings(plan(when=day(run("17:00")), goal=BUILD, menu=True, seed=seed), "before")[0].dish
        for seed in (0, *range(24))
    ]
    assert plates[0] == plates[1]
    assert len(set(plates)) >= 3


def test_leaves_the_plate_empty_where_nothing_fits():
    """Who eats only vegetables has them at lunch, and before the run amounts without a food."""
    who = athlete(dislikes=sorted(set(ROLES) - {"vegetable"}))
    found = plan(who, day(run("06:30", distance_km=21.0), wake="06:15"), menu=True)
    (before,) = feedings(found, "before")
    assert before.carbohydrate_g > 5.0
    assert (before.items, before.dish, before.served) == ((), None, None)
    assert all(entry.items for entry in feedings(found, "meal"))
    said = [place_of(missed) for missed in found.menu.relaxed if missed.limit == "food"]
    assert "before the run (06:20)" in said


class TestDuring:
    """Food on the move."""

    def test_holds_what_the_run_asks_for_an_hour(self):
        """Two hours and a half at tempo: 60 g an hour, the most by default, to a band of 10 %."""
        long = run(distance_km=27.0, pace_s_per_km=330.0, effort="tempo")
        found = suggest_snacks(athlete(), long, when="during", count=20)
        hours = 27.0 * 330.0 / 3600.0
        for snack in fitting(found):
            assert snack.available_carbohydrate_g == pytest.approx(60.0 * hours, rel=0.1)
            assert snack.totals.nutrients.fat_g <= 3.0
            assert snack.totals.nutrients.protein_g <= 3.0
        assert max(snack.available_carbohydrate_g for snack in found) <= 66.0 * hours

    def test_offers_what_fits_first(self):
        """Whatever misses something of the dose stands below what misses nothing."""
        long = run(distance_km=27.0, pace_s_per_km=330.0, effort="tempo")
        found = suggest_snacks(athlete(), long, when="during", count=20)
        assert found[0] in fitting(found)
        missed = [bool(snack.missed) for snack in found]
        assert missed == sorted(missed)
        assert missed[-1]

    def test_eats_more_than_one_portion_over_hours(self):
        """Over 3.3 hours more gels are eaten than sit well at once, no more in each hour begun."""
        found = suggest_snacks(man(), run(distance_km=35.0), when="during", count=10)
        (snack,) = [one for one in found if one.snack_id == "during-gel-water"]
        (gels,) = [item for item in snack.items if item.food_id == "energy-gel"]
        portion = BUNDLED.food("energy-gel").portion
        at_once_g = portion.one_g * portion.most
        assert at_once_g < gels.grams <= 4.0 * at_once_g

    @pytest.mark.parametrize("session", [run(distance_km=5.0), lift(duration_min=30.0)])
    def test_offers_nothing_where_nothing_is_needed(self, session):
        """Half an hour needs no food on the way."""
        assert suggest_snacks(athlete(), session, when="during") == ()


class TestAfter:
    """Food after a session."""

    @pytest.mark.parametrize("session", [run(), lift(), ride()])
    def test_r11_holds_a_protein_dose(self, session):
        """R11: 0.3 g of protein a kilogram (Moore 2015: 0.25 to 0.4), 0.5 g of carbohydrate."""
        for snack in fitting(suggest_snacks(athlete(), session, when="after")):
            # Bands of 3 and 5 g around 18.6 and 31 g.
            assert 0.25 * 62.0 <= snack.totals.nutrients.protein_g <= 0.4 * 62.0
            assert snack.totals.nutrients.protein_g == pytest.approx(0.3 * 62.0, abs=3.0)
            assert snack.totals.nutrients.carbohydrate_g == pytest.approx(0.5 * 62.0, abs=5.0)

    def test_holds_more_carbohydrate_when_the_next_session_is_near(self):
        """Six hours to the next session ask for more than a day does, whichever is chosen."""
        near, far = (
            [
                snack.available_carbohydrate_g
                for snack in fitting(
                    suggest_snacks(
                        athlete(), run(distance_km=20.0), when="after", hours_to_next=hours
                    )
                )
            ]
            for hours in (6.0, 24.0)
        )
        assert min(near) > max(far) + 10.0

    def test_gives_the_older_more_protein(self):
        """From 65 on a dose is 0.4 g/kg instead of 0.3 (Moore 2015), to a band of 3 g."""
        for age, g_per_kg in ((30.0, 0.3), (75.0, 0.4)):
            for snack in fitting(suggest_snacks(athlete(age=age), lift(), when="after")):
                protein_g = snack.totals.nutrients.protein_g
                assert protein_g == pytest.approx(g_per_kg * 62.0, abs=3.0)


class TestBeforeBed:
    """Food for the night."""

    def test_needs_no_session(self):
        """Protein of 0.4 to 0.5 g a kilogram to a band of 3 g, with little beside it."""
        for snack in fitting(suggest_snacks(athlete(), when="before-bed")):
            protein_g = snack.totals.nutrients.protein_g
            assert 0.4 * 62.0 - 3.0 <= protein_g <= 0.5 * 62.0 + 3.0
            assert snack.totals.nutrients.fat_g <= 0.2 * 62.0

    @pytest.mark.parametrize(
        "when", [day(lift("18:00")), day(run("06:30"), lift("17:00")), day(run("12:00"))]
    )
    @pytest.mark.parametrize("who", [athlete(), man(age=70.0), man(mass_kg=105.0)])
    def test_asks_for_what_the_plan_of_the_day_does(self, who, when):
        """The carbohydrate that a snack is held against is that of the plan's own feeding."""
        (entry,) = feedings(plan(who, when, goal=BUILD), "pre-sleep")
        found = suggest_snacks(who, when="before-bed", day=when, goal=BUILD)
        for snack in found:
            asked_g = snack.available_carbohydrate_g - snack.gap_g
            assert asked_g == pytest.approx(entry.carbohydrate_g, abs=1e-5)
        for snack in fitting(found):
            assert snack.totals.nutrients.protein_g == pytest.approx(
                entry.protein_g, abs=max(3.0, 0.1 * entry.protein_g)
            )

    def test_stands_in_where_dinner_is_late(self):
        """Where a late dinner leaves no feeding before sleep, who asks still gets one."""
        assert suggest_snacks(athlete(), lift("20:30"), when="before-bed")

    def test_says_what_a_suggestion_misses(self):
        """Where no dish comes near, each says in grams what it misses of what was asked for."""
        who = man(mass_kg=140.0, height_cm=200.0, diet="vegan", avoid=["soy", "nuts"])
        found = suggest_snacks(who, when="before-bed")
        assert found
        assert all(" instead of " in snack.missed for snack in found if snack.missed)
        assert any(snack.missed for snack in found)


@pytest.mark.parametrize("when", ["during", "after", "before-bed"])
class TestOccasions:
    """What is true of every occasion."""

    def test_keeps_limits(self, when):
        """A vegan who avoids soy and nuts is served neither."""
        who = athlete(diet="vegan", avoid=["soy", "nuts"])
        found = foods(suggest_snacks(who, run(distance_km=30.0), when=when, count=20))
        assert found
        for food_id in found:
            food = BUNDLED.food(food_id)
            assert food.diet == "vegan"
            assert not {"soy", "tree-nut", "peanut"} & {*food.allergens, *food.may_contain}

    def test_is_empty_where_nothing_may_be_eaten(self, when):
        """Nobody is served what they do not eat."""
        who = athlete(dislikes=list(ROLES))
        assert suggest_snacks(who, run(distance_km=30.0), when=when) == ()

    def test_adds_up(self, when):
        """Totals are the sum of the items, and the gap is to the dose."""
        for snack in suggest_snacks(athlete(), run(distance_km=30.0), when=when, count=3):
            held = [item.nutrients.protein_g for item in snack.items]
            assert snack.totals.nutrients.protein_g == pytest.approx(sum(held))
            # A label that prints no fibre holds none that counts.
            eaten = [item.nutrients for item in snack.items]
            available = [one.carbohydrate_g - (one.fibre_g or 0.0) for one in eaten]
            assert snack.available_carbohydrate_g == pytest.approx(sum(available))
            assert snack.label
            assert snack.why

    def test_gives_as_many_as_asked_for(self, when):
        """One is one."""
        assert len(suggest_snacks(athlete(), run(distance_km=30.0), when=when, count=1)) == 1


@pytest.mark.parametrize("when", ["after", "before-bed"])
def test_takes_somebodys_own_dishes(when):
    """An own dish for the occasion that is liked is among the suggestions."""
    mix = {
        "name": "House mix",
        "meals": ["after", "pre-sleep"],
        "foods": ["skyr 0.5-1-2", "banana 0-0.5-2", "walnuts 0-0.5-1", "honey 0-0-2"],
    }
    who, table = athlete(likes=["house mix"]), own_foods(dishes=[mix])
    found = suggest_snacks(who, run(), when=when, foods=table, count=10)
    assert "house-mix" in {snack.snack_id for snack in found}


@pytest.mark.parametrize("when", ["before", "during", "after"])
def test_needs_a_session_around_one(when):
    """Without a session there is nothing to eat before, during or after."""
    with pytest.raises(InputError, match=f"a snack {when} needs its session"):
        suggest_snacks(athlete(), when=when)


def test_knows_the_age_from_a_birth_date():
    """Somebody with a birth date is as old as on the day: at 16 a minor, and still fed."""
    who = athlete(age=None, birth_date=date(1990, 5, 1))
    for when in ("after", "before-bed"):
        assert suggest_snacks(who, lift(), when=when, date=date(2026, 5, 1))


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"when": "brunch"}, 'when: "brunch" is not one of: before, during, after, before-bed'),
        (
            {"when": "after", "hours_to_next": float("nan")},
            "hours_to_next: nan h is outside 0 to 72 h; beyond, leave it out",
        ),
        (
            {"when": "after", "hours_to_next": -3.0},
            "hours_to_next: -3 h is outside 0 to 72 h; beyond, leave it out",
        ),
        ({"count": 0}, "count: 0 is less than 1; ask for at least one snack"),
    ],
)
def test_refuses_what_is_no_question(changed, message):
    """An unknown occasion, a wait that cannot be and no snack at all are one line each."""
    with pytest.raises(InputError) as caught:
        suggest_snacks(athlete(), run(), **changed)
    assert str(caught.value) == message


@pytest.mark.parametrize("rate_l_per_h", [0.1, 0.3, 1.2])
def test_gives_no_more_to_drink_on_the_move_than_the_session_allows(rate_l_per_h):
    """At 0.1 L/h one sweats 0.23 L in 25 km, and is given at most 80 % of that to drink."""
    who = athlete(sweat_rate_l_per_h=rate_l_per_h)
    session = run(distance_km=25.0, pace_s_per_km=330.0)
    hours = 25.0 * 330.0 / 3600.0
    for snack in suggest_snacks(who, session, when="during", count=20):
        portions = [(item, BUNDLED.food(item.food_id).portion) for item in snack.items]
        drunk_ml = sum(
            item.grams / portion.one_g * (portion.one_ml or 0.0) for item, portion in portions
        )
        assert drunk_ml <= 1000.0 * 0.8 * rate_l_per_h * hours + 1.0, snack.label


def test_takes_the_age_from_the_day():
    """A dated day tells the age of who has a birth date."""
    who = athlete(age=None, birth_date=date(1990, 5, 1))
    assert suggest_snacks(who, when="before-bed", day=day(lift(), date=date(2026, 5, 1)))


@pytest.mark.parametrize("when", ["before", "during", "after"])
def test_f19_times_no_snack_after_bariatric_surgery(when):
    """Around a session there is none; before bed there still is."""
    who = athlete(conditions=["bariatric"])
    with pytest.raises(InputError, match="carbohydrate around training is withheld"):
        suggest_snacks(who, run("08:00", distance_km=25.0), when=when)
    assert suggest_snacks(who, when="before-bed")


@pytest.mark.parametrize("when", ["before", "during", "after"])
def test_f12_holds_no_water_sodium_or_salt_with_heart_failure(when):
    """No amount of water, no sodium in the sums, and no word of salt in any snack."""
    session = run("08:00", distance_km=25.0)
    found = suggest_snacks(athlete(conditions=["heart-failure"]), session, when=when, count=8)
    assert found
    for snack in found:
        assert "water" not in [item.food_id for item in snack.items]
        assert snack.totals.nutrients.sodium_mg is None
        assert {item.nutrients.sodium_mg for item in snack.items} == {None}
        assert "salt" not in f"{snack.label} {snack.why}".lower()
    shown = suggest_snacks(athlete(), session, when=when)
    assert all(snack.totals.nutrients.sodium_mg is not None for snack in shown)


def test_varies_with_the_seed():
    """Each seed gives the same again, and other seeds other food first."""
    seeds = (0, 0, 1, 2, 3, 4)
    found = [suggest_snacks(athlete(), run(), minutes=60.0, seed=seed) for seed in seeds]
    first = [snacks[0].snack_id for snacks in found]
    assert first[0] == first[1]
    assert len(set(first)) > 1

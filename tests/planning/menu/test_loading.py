"""What is eaten while carbohydrate is loaded for a race, and around the race itself."""

from datetime import date, timedelta
from math import inf
from types import SimpleNamespace

import pytest
from people import athlete, day, man, run

from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.day import plan_day
from fuelcalc.planning.menu.asked import references_for
from fuelcalc.planning.menu.minutes import race_eve_min
from fuelcalc.planning.menu.one_plate import goes_beside, is_drunk, made_cost, sides_of
from fuelcalc.planning.menu.residue import residue_of
from fuelcalc.planning.menu.together import LOADING

RACE = run("09:00", distance_km=42.195, duration_min=219.0, effort="race")
SUNDAY = date(2026, 11, 1)
MENU = {one.dish.dish_id: one for one in BUNDLED.variants(Limits())}
LOADED_WORDS = {"sip", "nibble", "maltodextrin", "slices"}
LOADED = {name for name, one in MENU.items() if LOADING in one.dish.meals}


def race_week(who, days_before=1):
    """A day so long before a marathon, with its food."""
    week = [day(date=str(SUNDAY - timedelta(n))) for n in (2, 1)]
    week.append(day(RACE, date=str(SUNDAY)))
    place = 2 - days_before
    before, after = week[:place][-1:], week[place + 1 :][:1]
    return plan_day(
        who,
        week[place],
        before=before[0] if before else None,
        after=after[0] if after else None,
        week=week,
    )


@pytest.mark.parametrize(
    ("who", "least"),
    [
        (athlete(), 0.9),
        (athlete(diet="vegan"), 0.9),
        (athlete(diet="pescatarian", mass_kg=74.0), 0.9),
        (athlete(restrictions=["gluten-free"]), 0.9),
        (man(mass_kg=88.0, avoid=["milk"]), 0.88),
    ],
    ids=["omnivore", "vegan", "pescatarian", "gluten-free", "without milk"],
)
def test_serves_what_is_loaded(who, least):
    """On the eve of a marathon nine tenths and more of the carbohydrate are on the plates."""
    found = race_week(who)
    served = found.menu.totals
    assert found.targets.carbohydrate_g > 9.0 * who.mass_kg
    assert served.carbohydrate_g >= least * found.targets.carbohydrate_g
    assert served.protein_g <= 1.3 * found.targets.protein_g


def test_has_sports_drinks_and_sweets_for_loading_alone():
    """Beside a meal or a snack of such a day, and of no other."""
    assert {
        "loading-jam-bread", "loading-jelly-sweets", "loading-juice-maltodextrin",
        "loading-sports-drink",
    } == LOADED  # fmt: skip
    for name in LOADED:
        assert all(
            goes_beside(MENU[name], meal, is_loading=True) for meal in ("lunch", "dinner", "")
        )
        assert not any(goes_beside(MENU[name], meal) for meal in ("breakfast", "lunch", ""))
    beside = sides_of("", Limits(), BUNDLED, is_loading=True)
    juices = {"apple-juice-glass", "grape-juice-glass", "pineapple-juice-glass"}
    assert {one.dish.dish_id for one in beside} >= LOADED | juices
    assert not {"side-yogurt", "side-banana"} & {one.dish.dish_id for one in beside}
    assert sides_of("", Limits(), BUNDLED, is_loading=False) == ()


def test_sips_before_it_chews_and_stirs_powder_into_juice_last():
    """Which side is looked for first: bread or juice, then a sports drink, maltodextrin last."""
    cost = {name: made_cost(one, is_loading=True) for name, one in MENU.items()}
    usual = made_cost(MENU["grape-juice-glass"])
    assert usual - cost["grape-juice-glass"] == pytest.approx(2.0)
    assert (
        cost["grape-juice-glass"]
        < cost["loading-jam-bread"]
        < cost["loading-sports-drink"]
        < cost["loading-juice-maltodextrin"]
    )
    assert [is_drunk(MENU[name]) for name in sorted(LOADED)] == [False, False, True, True]


def test_snacks_on_sweet_bites():
    """No scoop of powder and no spread of cottage cheese: what people eat before they run."""
    found = race_week(athlete())
    snacks = [one for one in found.timeline if one.kind == "snack"]
    assert len(snacks) >= 2
    for one in snacks:
        by_carbohydrate = 4.0 * one.served.carbohydrate_g
        assert by_carbohydrate >= 0.75 * one.served.energy_kcal


def test_says_what_comes_after_a_plate_and_what_is_drunk_with_it():
    """Bread with jam follows dinner, a sports drink stands beside it."""
    people = (athlete(), athlete(diet="vegan"), man(mass_kg=88.0), man(diet="vegetarian"))
    names = [
        one.dish
        for who in people
        for one in race_week(who).timeline
        if one.name in {"lunch", "dinner"} and one.dish
    ]
    assert any(LOADED_WORDS & set(name.split()) for name in names)
    for name in names:
        assert "with jelly sweets" not in name
        assert "then sports drink" not in name
        assert "bread with jam" not in name or ", then slices of" in name


def test_holds_protein_near_its_target_the_nearer_the_race():
    """A quarter over it on the eve, and halfway there where carbohydrate is half loaded."""
    found = race_week(athlete())
    who, targets = athlete(), found.targets
    most = [
        references_for(who, targets, loading=share).most["protein_g"] for share in (0.0, 0.5, 1.0)
    ]
    assert most[2] == pytest.approx(1.25 * targets.protein_g)
    assert most[1] == pytest.approx((most[0] + most[2]) / 2.0)
    assert most[0] > most[2]


def test_cooks_little_on_the_evening_before_a_race():
    """What is made then for the day of the race is one pan at the most, with little work."""
    for who in (athlete(), athlete(diet="vegan"), man(diet="pescatarian")):
        made = [
            one
            for one in race_week(who, days_before=0).timeline
            if one.preparation and "ahead, the evening before" in one.preparation
        ]
        assert sum(one.hands_on_min or one.preparation_min for one in made) <= 20.0
    race = SimpleNamespace(sessions=[SimpleNamespace(is_race=True)])
    assert race_eve_min(race) == 20.0
    assert race_eve_min(SimpleNamespace(sessions=[SimpleNamespace(is_race=False)])) == inf


def test_eats_a_bite_in_five_minutes_after_a_marathon_and_a_quick_lunch_then():
    """Nobody who has run for hours stands at a stove."""
    for who in (athlete(), athlete(diet="vegan"), man(diet="vegetarian")):
        found = race_week(who, days_before=0)
        (bite,) = [one for one in found.timeline if one.kind == "after"]
        lunch = next(one for one in found.timeline if one.name == "lunch")
        assert (bite.preparation_min or 0.0) <= 5.0
        # The race ends at 12:39.
        assert (lunch.start.hour, lunch.start.minute) == (13, 55)
        assert (lunch.preparation_min or 0.0) <= 15.0 or "ahead" in lunch.preparation
        foods = [BUNDLED.food(item.food_id) for one in (bite, lunch) for item in one.items]
        assert all(residue_of(food) != "pulse" for food in foods)

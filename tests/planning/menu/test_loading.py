"""What is eaten while carbohydrate is loaded for a race, and around the race itself."""

from datetime import date, timedelta
from math import inf
from types import SimpleNamespace

import pytest
from people import aims, athlete, codes, day, man, row, run
from slots import ANYBODY, LUNCH, TABLE, WEEK, slot

from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.day import plan_day
from fuelcalc.planning.menu.asked import references_for
from fuelcalc.planning.menu.candidates import THIS_WEEK
from fuelcalc.planning.menu.kin import is_juice
from fuelcalc.planning.menu.minutes import race_eve_min
from fuelcalc.planning.menu.one_plate import goes_beside, is_drunk, made_cost, sides_of
from fuelcalc.planning.menu.residue import residue_of
from fuelcalc.planning.menu.slot import Slot
from fuelcalc.planning.menu.tiers import LAST_COST, tiers
from fuelcalc.planning.menu.together import LOADING
from fuelcalc.planning.menu.tolerances import Want

RACE = run("09:00", distance_km=42.195, duration_min=219.0, effort="race")
SUNDAY = date(2026, 11, 1)
MENU = {one.dish.dish_id: one for one in BUNDLED.variants(Limits())}
LOADED_WORDS = {"sip", "nibble", "maltodextrin", "slices"}
LOADED = {name for name, one in MENU.items() if LOADING in one.dish.meals}


def is_sipped_food(food):
    """Whether a food is juice or what is drunk for sport."""
    return is_juice(food) or food.role == "sports"


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
    assert any(", then slices of" in name for name in names)


def test_has_something_to_drink_beside_a_snack_that_is_loaded():
    """A bagel with jam and a glass of juice; on other days a snack has nothing beside it."""
    people = (athlete(diet="vegan"), man(mass_kg=88.0, avoid=["milk"]))
    snacks = [
        [BUNDLED.food(item.food_id) for item in one.items]
        for who in people
        for one in race_week(who).timeline
        if one.kind == "snack"
    ]
    assert any(len(foods) > 1 and any(map(is_sipped_food, foods)) for foods in snacks)


@pytest.mark.parametrize("condition", ["bariatric", "heart-failure"])
def test_loads_nothing_where_sugar_or_water_would_do_harm(condition):
    """After bariatric surgery sweets and sports drinks dump, and none is planned for a race."""
    found = race_week(athlete(conditions=[condition]))
    assert "glycogen-load" in codes(race_week(athlete()))
    assert "glycogen-load" not in codes(found)
    eaten = {one.dish or "" for one in found.timeline}
    assert not any(LOADED_WORDS & set(name.split()) for name in eaten)


def test_looks_among_sweet_bites_for_a_snack_that_is_loaded():
    """What people eat before sessions that fills: no gel, no spoon of honey, no rice with egg."""
    feeding = Feeding(980.0, 15.0, "snack")
    usual, loaded = (
        {
            one.dish.dish_id
            for standing, _, there in tiers(
                Slot(feeding, LUNCH, is_loading=is_loading), ANYBODY, WEEK, TABLE
            )
            for one in there
            if standing == THIS_WEEK
        }
        for is_loading in (False, True)
    )
    added = loaded - usual
    assert {"bagel-with-jam", "toast-with-jam", "cereal-with-milk"} <= added
    assert not added & {"energy-gel", "spoon-of-honey", "jelly-sweets", "rice-and-egg", "dates"}
    lunch = tiers(slot("lunch", is_loading=True), ANYBODY, WEEK, TABLE)
    assert not any(one.dish.dish_id == "bagel-with-jam" for *_, there in lunch for one in there)


def test_stands_in_with_breakfast_for_no_dinner():
    """Sweet rice holds what is wanted, loaded or not, and is looked at last all the same."""
    dear = {}
    for is_loading in (False, True):
        for _, price, there in tiers(slot("dinner", is_loading=is_loading), ANYBODY, WEEK, TABLE):
            if any(one.dish.dish_id == "milk-rice-peaches" for one in there):
                dear.setdefault(is_loading, price)
    assert min(dear[False], dear[True]) >= LAST_COST


def test_lets_no_fat_take_the_place_of_what_is_loaded():
    """A tenth too little carbohydrate costs a loaded day as much as a thirtieth of its energy."""
    want = aims([Want(100.0, 600.0, 40.0)])
    held = row(protein_g=100.0, carbohydrate_g=540.0, fat_g=40.0 + 60.0 * 4.0 / 9.0)
    usual, loaded = (
        float(want._replace(is_loading=is_loading).cost(held)) for is_loading in (False, True)
    )
    assert loaded - usual == pytest.approx(7.0 - 0.6, rel=0.02)


def test_holds_plates_of_a_loaded_day_to_little_fat():
    """Half over its share, or ten grams: 1.5 times what the clock asks for, by the food table."""
    for who in (athlete(), athlete(diet="vegetarian"), man(diet="pescatarian")):
        for one in race_week(who).timeline:
            if one.kind in {"meal", "snack"} and one.served is not None:
                assert one.served.fat_g <= max(1.5 * one.fat_g, 10.0) + 1.0


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
        # A quarter over its share of the fat, and a gram that real portions cost.
        for one in (bite, lunch):
            assert one.served.fat_g <= max(1.25 * one.fat_g, 15.0) + 1.0

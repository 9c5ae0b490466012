"""What is carried on a session: drunk, chewed, whole, and worth its packet."""

from dataclasses import replace

import pytest
from people import athlete, day, feedings, man, plan, run

from fuelcalc.models.dishes import Variant
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.clock.feedings import Feeding, Portion
from fuelcalc.planning.menu.on_the_move import (
    is_chewed,
    is_swallowed,
    is_worth_taking,
    most_fibre_g,
    unfit_of,
    unfit_on,
    whole_steps,
)
from fuelcalc.planning.menu.residue import barred_at, is_clear

PEOPLE = [
    pytest.param({"mass_kg": 45.0, "height_cm": 158.0, "age": 19}, id="45-kg-19"),
    pytest.param({"mass_kg": 45.0, "height_cm": 158.0, "age": 75}, id="45-kg-75"),
    pytest.param({"mass_kg": 105.0, "height_cm": 185.0, "age": 19}, id="105-kg-19"),
    pytest.param({"mass_kg": 105.0, "height_cm": 185.0, "age": 75}, id="105-kg-75"),
]
DIETS = ["omnivore", "vegan"]


def taken_on(who, one, diet="omnivore"):
    """What stands on the clock while a run is on, and its foods."""
    (entry,) = feedings(plan(athlete(diet=diet, **who), day(one), menu=True), "during")
    return entry, [BUNDLED.by_id[item.food_id] for item in entry.items]


@pytest.mark.parametrize("diet", DIETS)
@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize(
    ("effort", "minutes"), [("tempo", 65.0), ("intervals", 75.0), ("tempo", 110.0)]
)
def test_leaves_nothing_to_chew_between_hard_repetitions(who, effort, minutes, diet):
    """A jam sandwich in squares has no place in 90 s of jogging: drink, or a gel."""
    _, foods = taken_on(who, run("09:00", effort=effort, duration_min=minutes), diet)
    assert not any(map(is_chewed, foods))


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("minutes", [80.0, 95.0, 120.0, 145.0])
def test_boils_nothing_for_a_run_of_under_two_hours_and_a_half(who, minutes):
    """A potato or a ball of rice in a pocket is worth it on a day of hours alone."""
    _, foods = taken_on(who, run("09:00", effort="easy", duration_min=minutes))
    assert not {"new-potatoes", "white-rice"} & {food.food_id for food in foods}


@pytest.mark.parametrize("diet", DIETS)
@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("minutes", [80.0, 100.0, 165.0, 240.0])
def test_carries_whole_pieces_and_little_fibre(who, minutes, diet):
    """Nobody peels half a banana at home, nor runs well on six dates."""
    entry, foods = taken_on(who, run("09:00", effort="easy", duration_min=minutes), diet)
    for food, item in zip(foods, entry.items, strict=True):
        if is_chewed(food) and food.portion.shown == "count":
            amount = item.grams / food.portion.one_g
            assert amount == pytest.approx(round(amount), abs=1e-6)
    fibre_g = sum(item.fibre_g or 0.0 for item in entry.items)
    assert fibre_g <= max(3.5, 2.5 * minutes / 60.0) + 0.1


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("minutes", [66.0, 70.0, 75.0, 85.0])
def test_buys_no_tub_for_half_a_scoop(who, minutes):
    """Under 30 g it is a ready drink, juice, honey or a gel; under 10 it is water."""
    found = plan(athlete(**who), day(run("09:00", effort="easy", duration_min=minutes)), menu=True)
    for entry in feedings(found, "during"):
        names = {item.food_id for item in entry.items}
        if entry.carbohydrate_g < 30.0:
            assert not names & {"maltodextrin", "carbohydrate-drink-mix"}
        if entry.carbohydrate_g < 10.0:
            assert not names


def test_holds_a_race_to_none_of_it():
    """Whoever races for hours may chew."""
    race = run("09:00", distance_km=50.0, duration_min=300.0, effort="race")
    entry, _ = taken_on({}, race)
    assert entry.items
    assert entry.served.carbohydrate_g == pytest.approx(entry.carbohydrate_g, rel=0.15)


def test_has_its_rules_at_feedings_on_the_move_alone():
    """Elsewhere a banana is a banana, and half a scoop is half a scoop."""
    table = Feeding(480.0, 30.0, "meal", "breakfast", portion=Portion(20.0, 5.0, 10.0))
    assert unfit_on(table) == frozenset()
    assert is_worth_taking(table)
    assert barred_at(table, (), is_eve=False) == frozenset()


@pytest.mark.parametrize(
    ("minutes", "grams", "barred"),
    [
        (74.0, 29.0, {"chewed", "cooked", "tub"}),
        (75.0, 29.0, {"cooked", "tub"}),
        (75.0, 30.0, {"cooked"}),
        (149.0, 90.0, {"cooked"}),
        (150.0, 90.0, set()),
    ],
)
def test_knows_from_when_on_each_is_worth_it(minutes, grams, barred):
    """Both edges of chewing, cooking and the tub; a hard run is never chewed on, a race is."""
    session = type("Session", (), {"is_hard": False, "is_race": False})()
    feeding = Feeding(540.0, minutes, "during", accompanies=session)
    feeding = replace(feeding, portion=Portion(carbohydrate_g=grams))
    assert unfit_on(feeding) == barred
    session.is_hard = True
    assert unfit_on(feeding) == barred | {"chewed"}
    session.is_race = True
    assert unfit_on(feeding) == barred
    assert is_worth_taking(feeding)
    assert not is_worth_taking(replace(feeding, portion=Portion(carbohydrate_g=9.9)))


@pytest.mark.parametrize(
    ("minutes", "grams"), [(80.0, 3.5), (84.0, 3.5), (240.0, 10.0), (540.0, 30.0)]
)
def test_allows_little_fibre_an_hour(minutes, grams):
    """A banana in any case, and more of every hour after four."""
    assert most_fibre_g(Feeding(540.0, minutes, "during")) == grams


def test_tells_foods_apart():
    """What is bitten, boiled for it, or sold in tubs."""
    food = BUNDLED.food
    assert unfit_of(food("new-potatoes")) == {"chewed", "cooked"}
    assert unfit_of(food("banana")) == {"chewed"}
    assert unfit_of(food("maltodextrin")) == {"tub"}
    assert unfit_of(food("isotonic-gel")) == unfit_of(food("maple-syrup")) == frozenset()
    assert is_swallowed(food("salt-capsule"))
    assert [whole_steps(food(name)) for name in ("banana", "white-rice", "sports-drink")] == [
        2, 1, 1,
    ]  # fmt: skip


def test_has_something_to_drink_for_everybody():
    """With any diet some dish of a long session is drunk alone, so that a rule empties none."""
    for diet in ("omnivore", "vegan"):
        for limits in (Limits.of(diet=diet), Limits.of(diet=diet, avoid=["soy", "milk", "gluten"])):
            for meal in ("during", "long"):
                there: list[Variant] = [
                    one for one in BUNDLED.variants(limits) if meal in one.dish.meals
                ]
                assert any(is_clear(one, frozenset({"chewed", "cooked"})) for one in there)


@pytest.mark.parametrize(
    ("dish", "minutes", "air_degc", "most_h"),
    [
        ("long-rice", 205.0, 15.0, None),
        ("long-rice", 215.0, 15.0, 4.0),
        ("long-potatoes", 330.0, 15.0, 4.0),
        ("long-potatoes", 160.0, 25.0, 2.0),
        ("long-potatoes", 160.0, 32.0, 1.0),
        ("long-gels", 330.0, 28.0, None),
    ],
)
def test_says_how_long_boiled_food_keeps(dish, minutes, air_degc, most_h):
    """Rice balls of five hours, or of three on a warm day, are for a cool bag."""
    one = run("06:30", duration_min=minutes, effort="long", temperature_degc=air_degc)
    found = plan(man(), day(one), menu=True, lock={"during the run": dish})
    said = [note.values["most_h"] for note in found.notes if note.code == "boiled-spoils"]
    assert said == ([] if most_h is None else [most_h])

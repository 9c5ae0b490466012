"""Small feedings and more time before a session: what a slow or a small stomach wants."""

import pytest
from laws import broken_laws
from people import (
    BUILD,
    at,
    athlete,
    codes,
    day,
    feedings,
    lift,
    man,
    plan,
    run,
)

from fuelcalc import render
from fuelcalc.models.athlete import Goal
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.guards import guards_of

TRAINING = day(run(), lift())


@pytest.mark.parametrize("condition", ["glp1", "bariatric"])
def test_f19_asks_for_small_feedings(condition):
    """Six meals a day at least, none over 400 kcal and 250 ml: facts that the clock reads."""
    who = athlete(conditions=[condition])
    caps = guards_of(who, age=34.0).small_feedings
    assert caps == (6, 400.0, 250.0)
    for when in (day(), TRAINING):
        assert (
            len(
                [
                    e
                    for e in feedings(plan(who, when))
                    if e.name not in {None, "snack", "before sleep"}
                ]
            )
            >= 6
        )
    assert "small-feedings" in codes(plan(who))
    assert guards_of(athlete(), age=34.0).small_feedings is None


def test_warns_of_a_race_on_small_feedings():
    """Where a race or a long run costs what small feedings cannot hold, that stands on top."""
    marathon = day(run("09:00", distance_km=42.2, duration_min=260.0, effort="race"))
    for who, when, session in (
        (man(mass_kg=90.0, conditions=["glp1"]), marathon, "race"),
        (athlete(mass_kg=92.0, conditions=["bariatric"]), day(run(distance_km=16.0)), "training"),
    ):
        found = plan(who, when)
        (warned,) = [note for note in found.notes if note.code == "small-feedings-unsafe"]
        assert (warned.level, warned.values["session"]) == ("warning", session)
        assert "small-feedings-behind" not in codes(found)
    big = man(mass_kg=120.0, height_cm=195.0, body_fat_share=None, conditions=["glp1"])
    rest = codes(plan(big, day(), goal=Goal()))
    assert "small-feedings-behind" in rest
    assert "small-feedings-unsafe" not in rest


@pytest.mark.parametrize("condition", ["glp1", "bariatric"])
@pytest.mark.parametrize(
    "when", [day(), TRAINING, day(run("08:00", distance_km=16.0)), day(lift("12:00"))]
)
def test_drinks_between_small_feedings(condition, when):
    """A drink stands apart from food on every day, and hardly anything is drunk with it."""
    found = plan(athlete(mass_kg=84.0, conditions=[condition]), when)
    fed = [e for e in feedings(found) if e.kind != "during"]
    drinks = [e for e in fed if e.name == "drink"]
    assert len(drinks) >= 5
    assert max(e.fluid_ml for e in fed if e.name != "drink") < 60.0
    if not when.runs:
        assert sum(e.fluid_ml for e in fed if e.name != "drink") < 30.0
    for drink in drinks:
        assert drink.fluid_ml <= 250.0
        for meal in fed:
            if meal.name != "drink":
                apart = max(meal.minute - drink.minute - drink.minutes,
                            drink.minute - meal.minute - meal.minutes)  # fmt: skip
                assert apart >= 12.5, (drink.start, meal.start)
    assert broken_laws(found) == []


def test_drinks_with_small_feedings_what_finds_no_room_between():
    """On a day of much sweat the rest is drunk with them, 250 ml at most, and that is said."""
    hot = day(run("14:00", duration_min=149.0, temperature_degc=38.0))
    found = plan(athlete(mass_kg=84.0, conditions=["glp1"]), hot)
    late = [e for e in feedings(found) if e.minute > 1020.0 and e.name != "drink"]
    assert min(e.fluid_ml for e in late) > 0.0
    assert max(round(e.fluid_ml) for e in late) == 250
    assert "a small stomach" in render(found, "text")
    assert "800 ml" not in render(found, "text")
    assert "fluid-capped" not in codes(plan(athlete(mass_kg=84.0, conditions=["glp1"]), day()))
    assert broken_laws(found) == []


@pytest.mark.parametrize("condition", ["glp1", "bariatric"])
def test_stands_no_juice_beside_small_feedings(condition):
    """What is drunk between feedings is drunk beside none: no juice, no glass of milk."""
    poured = {food.food_id for food in BUNDLED.foods if food.role == "drink"}
    glasses = {one.name for one in BUNDLED.variants(Limits()) if "drink" in one.dish.meals}
    for number in range(7):
        when = day(run("18:00"), lift("12:00"), date=f"2026-03-{9 + number:02d}")
        held = feedings(plan(athlete(conditions=[condition]), when, menu=True))
        beside = [e for e in held if e.items and e.kind not in {"before", "during"}]
        assert len(beside) >= 6
        for eaten in beside:
            assert poured.isdisjoint(item.food_id for item in eaten.items)
            assert [one for one in glasses if one in (eaten.dish or "")] == [], eaten.dish


@pytest.mark.parametrize("start", ["06:00", "07:00", "08:00", "09:30", "12:00", "17:30"])
@pytest.mark.parametrize("kind", [run, lift])
def test_leaves_the_time_before_a_session_that_a_stomach_wants(start, kind):
    """After bariatric surgery food ends 90 min ahead; with GLP-1 no bite is nearer than 60."""
    when = day(kind(start))
    (session,) = [e for e in plan(athlete(), when).timeline if e.kind in {"run", "lift"}]
    for condition, clear in (("bariatric", 90.0), ("glp1", 30.0)):
        found = plan(athlete(conditions=[condition]), when)
        leads = [
            session.minute - entry.minute - entry.minutes
            for entry in feedings(found)
            if entry.energy_kcal and entry.minute < session.minute
        ]
        assert min(leads, default=clear) >= clear - 2.5
        for entry in feedings(found):
            if entry.kind != "during" and entry.name != "drink":
                assert entry.energy_kcal > 40.0
        assert broken_laws(found) == []


def test_fasts_before_an_early_run_rather_than_dump():
    """What cannot stand early enough is left out, and nobody is told to have eaten or hurried."""
    early = day(run("07:00"), wake="06:15")
    found = plan(athlete(conditions=["bariatric"]), early, goal=BUILD)
    assert "fasted-run-dumping" in codes(found)
    assert "90 min" in render(found, "text")
    slow = codes(plan(athlete(conditions=["glp1"]), early, goal=BUILD))
    assert "fasted-run" in slow
    assert "fasted-run-building" not in slow
    # Between two sessions an hour apart there is no time either, nor for one feeding more.
    close = day(run("17:00", distance_km=20.0), run("20:00", distance_km=5.0))
    for when in (close, day(run("17:00"), run("18:20"))):
        found = plan(athlete(mass_kg=92.0, conditions=["bariatric"]), when)
        assert broken_laws(found) == []
        starts = [e.minute for e in found.timeline if e.kind == "run"]
        for entry in feedings(found):
            if entry.energy_kcal and entry.kind != "during":
                gaps = [start - entry.minute - entry.minutes for start in starts]
                assert not [gap for gap in gaps if 0.0 <= gap < 87.5]


def test_f19_keeps_fixed_meal_times_and_adds_more_between():
    """Three fixed times stay; the others go into the longest gaps."""
    who = athlete(conditions=["glp1"], meal_times=(at(8), at(13), at(19)))
    times = [e.start for e in feedings(plan(who)) if e.name and e.kind != "snack"]
    assert {at(8), at(13), at(19)} <= set(times)
    assert len(times) == 6
    many = athlete(conditions=["glp1"], meals_per_day=6)
    assert len([e for e in feedings(plan(many)) if e.name and e.kind != "snack"]) == 6


def test_f19_times_no_carbohydrate_after_bariatric_surgery():
    """No dose before, during or after a long run, and no rate; the day's carbohydrate is eaten."""
    long = day(run("09:00", distance_km=30.0))
    found = plan(athlete(conditions=["bariatric"]), long)
    assert {e.carbohydrate_g for e in feedings(found) if e.kind == "during"} == {0.0}
    assert {e.carbohydrate_g for e in feedings(found, "before") if not e.name} <= {0.0}
    assert sum(e.carbohydrate_g for e in feedings(found)) == pytest.approx(
        found.targets.carbohydrate_g
    )
    assert "g carbohydrate an hour" not in render(found, "text")
    timed = plan(athlete(conditions=["glp1"]), long)
    assert max(e.carbohydrate_g for e in feedings(timed, "during")) > 30.0

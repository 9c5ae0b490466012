"""Guards: whom they concern, what they withhold, and what they refuse."""

import json
import re

import pytest
from laws import broken_laws
from people import (
    BUILD,
    athlete,
    caffeine,
    codes,
    day,
    feedings,
    lift,
    man,
    plan,
    reasons,
    run,
    training_day,
)

from fuelcalc import render, words
from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Goal
from fuelcalc.planning.guards import GUARDS, guards_of
from fuelcalc.reports.labels import advice_text

TRAINING = day(run(), lift())
EVERYTHING = ("energy", "availability", "targets", "timeline", "menu")
NUMBERS = ("energy", "availability", "targets")
FLUID_AND_SODIUM = ("targets.fluid_ml", "targets.sodium_mg")

# Condition, then the code of its guard and what it withholds: the table of guards.
CONDITIONS = [
    ("pregnant", "pregnancy", EVERYTHING),
    ("breastfeeding", "pregnancy", EVERYTHING),
    ("postpartum", "pregnancy", EVERYTHING),
    ("eating-disorder", "under-fuelling-signs", NUMBERS),
    ("missed-periods", "under-fuelling-signs", NUMBERS),
    ("stress-fracture", "under-fuelling-signs", NUMBERS),
    ("kidney-disease", "kidney", ("targets", "timeline", "menu")),
    ("diabetes-insulin", "diabetes", ("timeline", "menu")),
    ("diabetes-sulfonylurea", "diabetes", ("timeline", "menu")),
    ("diabetes-sglt2", "diabetes", ("timeline", "menu")),
    ("glp1", "medicine", ()),
    ("thyroid", "medicine", ()),
    ("bariatric", "medicine", ("timeline.carbohydrate_g_per_h",)),
    ("heart-failure", "heart-and-fluid", FLUID_AND_SODIUM),
    ("hypertension", "blood-pressure", ()),
    ("hypertension-diuretics", "heart-and-fluid", FLUID_AND_SODIUM),
    ("haemochromatosis", "iron", ()),
    ("kidney-stones", "kidney-stones", ()),
]


@pytest.mark.parametrize(("condition", "code", "withheld"), CONDITIONS)
def test_acts_on_each_condition(condition, code, withheld):
    """Each condition brings its own note first, and withholds what the table says."""
    found = plan(athlete(conditions=[condition]), TRAINING, menu=True)
    assert codes(found)[0] == code
    assert found.withheld == withheld
    assert broken_laws(found) == []


@pytest.mark.parametrize(
    ("condition", "withheld"), [(name, hidden) for name, _, hidden in CONDITIONS if hidden]
)
def test_leaves_null_what_it_withholds(condition, withheld):
    """What is withheld is null in JSON, has no figure behind it, and cannot be asked for."""
    found = plan(athlete(conditions=[condition]), TRAINING, menu=True)
    tree = json.loads(found.model_dump_json())
    for member in withheld:
        if member == "availability":
            continue
        if "." in member:
            part, field = member.split(".")
            assert part == "timeline" or tree[part][field] is None
            assert {entry[field] for entry in tree["timeline"]} == {None}
            assert not [figure for figure in found.trace if figure.name.endswith(field)]
            continue
        assert tree[member] is None
        assert not [figure for figure in found.trace if figure.name.startswith(member)]
    if "energy" in withheld:
        with pytest.raises(InputError, match="withheld"):
            found.quantity("energy.expenditure")


@pytest.mark.parametrize("condition", ["heart-failure", "hypertension-diuretics"])
def test_f12_withholds_fluid_and_sodium_everywhere(condition):
    """No amount to drink, no sodium and no salt on any page, and the foods are low in sodium."""
    race = day(run("09:00", distance_km=42.2, effort="race", temperature_degc=25.0))
    found = plan(athlete(conditions=[condition], caffeine=True), race, menu=True)
    assert found.targets.fluid_ml is found.targets.sodium_mg is None
    assert found.targets.limits == ()
    assert "sodium_mg" not in found.menu.coverage
    assert not [
        item
        for entry in feedings(found)
        for item in entry.items
        if item.food_id in {"water", "salt", "sports-drink"}
    ]
    for fmt in ("text", "markdown", "html", "csv", "foods-csv", "json"):
        page = render(found, fmt, explain=True)
        assert not re.search(r"\bsalt", page, re.IGNORECASE)
        assert not re.search(
            r"sodium[^a-z]{0,20}\d|drinks? \d|\d ml water|up to this much", page, re.IGNORECASE
        )
    assert not {"fluid-by-thirst", "fluid-capped"} & set(codes(found))
    assert caffeine(found) == []
    with pytest.raises(InputError, match="withheld"):
        found.quantity("targets.sodium")


@pytest.mark.parametrize("condition", ["heart-failure", "hypertension-diuretics"])
def test_tells_no_hour_of_what_is_withheld(condition):
    """A line of the clock that holds no food tells when to drink, and with that how much."""
    race = day(
        run("07:00", distance_km=42.2, duration_min=270.0, effort="race"), temperature_degc=30.0
    )
    # With a meal less than four hours ago an easy run asks for a drink alone.
    easy = day(run("15:00", distance_km=5.0), date="2026-11-28")
    for when in (race, easy):
        dry = plan(athlete(conditions=[condition], time_zone="Europe/Berlin"), when, menu=True)
        for entry in feedings(dry):
            assert entry.kind == "during" or entry.energy_kcal > 0.0, entry.start
        assert not re.search(r"^\d\d:\d\d +drink", render(dry, "text"), re.MULTILINE)
        assert ",drink," not in render(dry, "csv")
    assert "drink" not in re.findall(r"SUMMARY:(\w+)", render(dry, "ics"))
    open_to_all = [e for when in (race, easy) for e in feedings(plan(athlete(), when))]
    assert len([e for e in open_to_all if e.kind != "during" and not e.energy_kcal]) >= 2


def test_loads_nobody_with_heart_failure():
    """Loading binds a kilogram or two of water, which heart failure has no room for."""
    race = day(run("09:00", distance_km=42.2, duration_min=270.0, effort="race"))
    for after in ([race], [day(), race]):
        found = plan(athlete(conditions=["heart-failure"]), day(), after=after)
        assert found.energy.balance_kcal == pytest.approx(0.0, abs=1e-6)
        assert not {"glycogen-load", "loaded-water"} & set(codes(found))
        assert "glycogen-load" not in reasons(found)


def test_calls_no_gain_usual_where_it_is_an_alarm():
    """With diuretics a rise of 2 kg in some days is a reason to call, so none is foretold."""
    race = day(run("09:00", distance_km=42.2, duration_min=270.0, effort="race"))
    found = plan(athlete(conditions=["hypertension-diuretics"]), day(), after=race)
    assert "glycogen-load" in codes(found)
    assert "body mass rises" not in render(found, "text", explain=True)
    assert "loaded-water" in codes(plan(athlete(), day(), after=race))


def test_shows_sodium_as_a_ceiling_with_high_blood_pressure():
    """2,000 mg whatever is sweated (WHO), named as a limit, and shared out among the feedings."""
    hot = day(run("09:00", distance_km=30.0, temperature_degc=28.0))
    found = plan(athlete(conditions=["hypertension"]), hot)
    assert found.targets.sodium_mg == 2000.0
    assert found.targets.limits == ("sodium_mg",)
    assert sum(e.sodium_mg for e in feedings(found)) == pytest.approx(2000.0)
    assert "Sodium, at most 2,000 mg" in render(found, "text")
    assert plan(athlete(), hot).targets.limits == ()


def test_keeps_the_menu_under_the_sodium_ceiling():
    """On a week of usual days the foods of the day hold at most 2,000 mg."""
    for number in range(7):
        who = athlete(conditions=["hypertension"])
        found = plan(who, training_day(number), menu=True)
        line = found.menu.coverage["sodium_mg"]
        assert line.kind == "at-most"
        assert line.amount <= 2000.0


def test_shows_everything_to_somebody_without_conditions():
    """Nothing is withheld from an adult with no condition."""
    found = plan(athlete(), TRAINING)
    assert found.withheld == ()
    assert not set(codes(found)) & {guard.code for guard in GUARDS}


@pytest.mark.parametrize("condition", ["eating-disorder", "missed-periods", "stress-fracture"])
def test_shows_the_clock_without_numbers_after_signs_of_under_fuelling(condition):
    """The clock and the foods stay, but no amount is left on them, nor in words."""
    found = plan(
        athlete(conditions=[condition], caffeine=True, usual_intake_kcal=1500.0),
        TRAINING,
        menu=True,
    )
    entries = feedings(found)
    assert {"before", "during", "after", "meal"} <= {entry.kind for entry in entries}
    for entry in entries:
        assert not any(sign.isdigit() for sign in advice_text(entry))
        assert entry.served is None
        assert entry.energy_kcal is entry.carbohydrate_g is entry.fluid_ml is None
    items = [item for entry in entries for item in entry.items]
    assert items
    for item in items:
        assert item.grams is item.energy_kcal is item.carbohydrate_g is None
        assert words(item) == item.name
    assert not [note for note in found.notes if "kcal" in words(note) or " mg" in words(note)]


def test_r04_gives_a_minor_maintenance_as_information():
    """Under 18 there is no surplus, no energy availability and no caffeine, even when asked."""
    who = athlete(age=17.0, caffeine=True, usual_intake_kcal=1500.0)
    found = plan(who, TRAINING, goal=BUILD)
    energy = found.energy
    assert energy.recommendation == "maintenance"
    assert energy.balance_kcal == 0.0
    assert energy.energy_availability_kcal_per_kg_ffm is None
    assert energy.safe_intake_kcal is None
    assert energy.shortfall.energy_availability_kcal_per_kg_ffm is None
    assert "no-caffeine" in codes(found)
    assert reasons(found) == ["shortfall", "no-surplus"]
    assert not [figure for figure in found.trace if "availab" in figure.name]


def test_gives_no_verdict_on_the_body_of_a_minor():
    """Adult limits of BMI and body fat do not judge a growing body, and add no surplus."""
    who = athlete(age=15.0, mass_kg=45.0, height_cm=165.0, body_fat_share=0.11)
    found = plan(who, TRAINING)
    assert "lean" not in codes(found)
    assert found.energy.balance_kcal == 0.0


EDGES = [
    pytest.param("minor", {"age": 17.999}, {"age": 18.0}, id="age-18"),
    pytest.param("older", {"age": 65.0}, {"age": 64.999}, id="age-65"),
    # 18.5 kg/m2 at 2 m is 74 kg.
    pytest.param(
        "lean",
        {"height_cm": 200.0, "mass_kg": 73.999},
        {"height_cm": 200.0, "mass_kg": 74.0},
        id="bmi-18.5",
    ),
    pytest.param("lean", {"body_fat_share": 0.1199}, {"body_fat_share": 0.12}, id="fat-12-woman"),
    pytest.param(
        "lean",
        {"sex": "male", "body_fat_share": 0.0499},
        {"sex": "male", "body_fat_share": 0.05},
        id="fat-5-man",
    ),
]


@pytest.mark.parametrize(("code", "inside", "outside"), EDGES)
def test_draws_each_line_where_it_says(code, inside, outside):
    """On one side of each limit the guard speaks, on the limit's other side it does not."""
    assert code in codes(plan(athlete(**inside)))
    assert code not in codes(plan(athlete(**outside)))


@pytest.mark.parametrize("aim", ["maintain", "perform", "build"])
def test_offers_a_lean_athlete_five_per_cent_more(aim):
    """At low body fat the plan is 5 % above expenditure whatever the aim, that reason first."""
    found = plan(athlete(body_fat_share=0.11), TRAINING, goal=Goal(aim=aim, season="marathon"))
    assert found.energy.balance_kcal == pytest.approx(0.05 * found.energy.expenditure_kcal)
    assert reasons(found)[0] == "lean"
    assert "maintain" not in reasons(found)
    assert "perform" not in reasons(found)


NO_DEFICIT = [
    pytest.param({"age": 17.0}, "minor", id="minor"),
    pytest.param({"conditions": ["pregnant"]}, "pregnancy", id="pregnancy"),
    pytest.param({"conditions": ["eating-disorder"]}, "under-fuelling-signs", id="signs"),
    pytest.param({"body_fat_share": 0.11}, "lean", id="lean"),
    pytest.param({"conditions": ["kidney-disease"]}, "kidney", id="kidney"),
    pytest.param({"conditions": ["diabetes-sglt2"]}, "diabetes", id="diabetes"),
    pytest.param({"conditions": ["glp1"]}, "medicine", id="glp1"),
    pytest.param({"conditions": ["bariatric"]}, "medicine", id="bariatric"),
    pytest.param({"conditions": ["heart-failure"]}, "heart-and-fluid", id="heart"),
    pytest.param({"age": 65.0}, "older", id="older-alone"),
    # Under 20 kg/m2 at 2 m is under 80 kg.
    pytest.param({"height_cm": 200.0, "mass_kg": 79.99}, "low-mass", id="bmi-20"),
]


@pytest.mark.parametrize(("changes", "code"), NO_DEFICIT)
def test_r02_refuses_a_deficit_where_a_guard_forbids_it(changes, code):
    """A deficit of a single kcal is refused in one line, by the guard that it concerns."""
    who = athlete(**changes)
    assert guards_of(who, age=who.age).deficit_forbidden_by == code
    with pytest.raises(
        InputError, match=r"-1 kcal is a deficit, which fuelcalc does not plan here: "
    ) as caught:
        plan(who, TRAINING, goal=Goal(balance_kcal=-1.0))
    assert "\n" not in str(caught.value)
    assert "largest" not in str(caught.value)


@pytest.mark.parametrize("changes", [{"age": 17.0}, {"conditions": ["postpartum"]}])
def test_refuses_a_surplus_that_it_would_not_plan(changes):
    """A surplus asked for by hand is refused where a guard sets none."""
    with pytest.raises(InputError, match="250 kcal is a surplus"):
        plan(athlete(**changes), TRAINING, goal=Goal(balance_kcal=250.0))


def test_lets_a_zero_balance_pass_every_guard():
    """Asking for exactly what is spent is neither a deficit nor a surplus."""
    found = plan(athlete(age=17.0), TRAINING, goal=Goal(balance_kcal=0.0))
    assert found.energy.balance_kcal == 0.0


def test_allows_an_older_athlete_a_deficit_with_a_word_of_care():
    """From 65 a small deficit is possible, and the note says to see a clinician."""
    found = plan(man(age=66.0, clinician_agreed=True), TRAINING, goal=Goal(balance_kcal=-200.0))
    (note,) = [note for note in found.notes if note.code == "older"]
    assert "clinician" in words(note)
    assert found.energy.recommendation == "deficit"


@pytest.mark.parametrize(("mass", "forbids"), [(79.99, True), (80.0, False)])
def test_forbids_a_deficit_below_a_bmi_of_20_without_a_word(mass, forbids):
    """80 kg at 2 m is a BMI of 20: under it a deficit is refused, and nothing else is said."""
    who = athlete(height_cm=200.0, mass_kg=mass)
    assert (guards_of(who, age=34.0).deficit_forbidden_by == "low-mass") == forbids
    assert "low-mass" not in codes(plan(who))


def test_adds_up_several_conditions():
    """Two guards withhold what either does; the first one refuses."""
    guards = guards_of(athlete(conditions=["diabetes-insulin", "stress-fracture"]), age=34.0)
    assert guards.withheld == EVERYTHING
    assert guards.deficit_forbidden_by == "under-fuelling-signs"
    assert not guards.shows("timeline")


def test_promises_no_surplus_that_another_guard_forbids():
    """A lean athlete with missed periods is told of no surplus, since none is planned."""
    guards = guards_of(athlete(body_fat_share=0.11, conditions=["missed-periods"]), age=34.0)
    assert not guards.asks_surplus
    assert not [note for note in guards.notes if "surplus" in words(note).lower()]


def test_says_nothing_of_withheld_targets_in_notes():
    """With kidney disease no note speaks of the fat or carbohydrate of the hidden targets."""
    who = athlete(
        conditions=["kidney-disease"], resting_energy_kcal_per_day=900.0, daily_life="home"
    )
    assert not {"fat-gives-way", "low-carbohydrate"} & set(codes(plan(who, day())))
    assert "fat-gives-way" in codes(plan(who.model_copy(update={"conditions": ()}), day()))


@pytest.mark.parametrize(
    ("changes", "asked", "why"),
    [
        ({"age": 17.0}, -100.0, "under 18"),
        ({"conditions": ["pregnant"]}, 100.0, "in pregnancy"),
        ({"conditions": ["stress-fracture"]}, -100.0, "too little fuel"),
        ({"mass_kg": 44.0, "body_fat_share": None}, -100.0, "BMI under 16"),
        ({"mass_kg": 50.0, "body_fat_share": None}, -100.0, "body fat is low"),
        ({"body_fat_share": 0.14}, -100.0, "close to too low"),
        ({"conditions": ["kidney-disease"]}, -100.0, "kidney disease"),
        ({"conditions": ["diabetes-sglt2"]}, -100.0, "diabetes medicines"),
        ({"conditions": ["glp1"]}, -100.0, "GLP-1"),
        ({"conditions": ["heart-failure"]}, -100.0, "heart failure"),
        ({"age": 70.0}, -100.0, "clinician_agreed"),
        ({"mass_kg": 55.0}, -100.0, "BMI under 20"),
    ],
)
def test_f59_refuses_a_balance_in_plain_words(changes, asked, why):
    """Every guard that refuses one says whom it keeps from what, and not its own code."""
    with pytest.raises(InputError) as refused:
        plan(athlete(**changes), goal=Goal(balance_kcal=asked))
    assert "does not plan here" in str(refused.value)
    assert why in str(refused.value)
    assert "guard" not in str(refused.value)


def test_f59_names_the_largest_deficit_as_a_number_to_write():
    """Nobody has to tell whether -452 or less is more."""
    with pytest.raises(InputError, match=r'write "-[0-9]+ kcal" or a smaller one') as refused:
        plan(goal=Goal(balance_kcal=-900.0))
    assert "or less" not in str(refused.value)

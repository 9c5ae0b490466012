"""The balance of the day: surplus, maintenance, or a deficit within its limits."""

import re
from itertools import pairwise

import pytest
from people import BUILD, at, athlete, codes, day, lift, man, plan, reasons, run

from fuelcalc import words
from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Goal
from fuelcalc.models.sessions import Other
from fuelcalc.planning.average import average_day
from fuelcalc.planning.day import plan_day
from fuelcalc.planning.recommendation import expected_kg_per_week

TRAINING = day(run(), lift())
# 0.7 % of 62 kg a week at 7,700 kcal a kg: 0.434 x 7,700 / 7.
BY_MASS = int(0.007 * 62.0 * 7700.0 / 7.0)
# Measured resting 1,450 at a desk is 2,102.5 a day; safe is 30 x 59.5 kg fat-free = 1,785.
LEAN_MAN = {"mass_kg": 70.0, "resting_energy_kcal_per_day": 1450.0}

LIMITS = [
    pytest.param(athlete(), TRAINING, BY_MASS, id="0.7-per-cent-of-mass"),
    # 1.45 x 1,000 measured; 20 % of 1,450.
    pytest.param(
        athlete(resting_energy_kcal_per_day=1000.0, body_fat_share=0.5),
        day(),
        290,
        id="20-per-cent",
    ),
    pytest.param(man(mass_kg=90.0, daily_life="manual"), day(), 500, id="500-kcal"),
    pytest.param(man(**LEAN_MAN), day(), 317, id="safe-intake"),
]


@pytest.mark.parametrize(("who", "when", "largest"), LIMITS)
def test_r02_refuses_a_deficit_and_names_the_largest(who, when, largest):
    """One kcal more than the largest deficit is refused; the largest that it names is planned."""
    with pytest.raises(InputError) as caught:
        plan(who, when, goal=Goal(balance_kcal=-float(largest + 1)))
    message = str(caught.value)
    assert "\n" not in message
    assert re.search(rf"largest deficit is {largest} kcal", message)
    found = plan(who, when, goal=Goal(balance_kcal=-float(largest)))
    assert found.energy.intake_kcal >= found.energy.safe_intake_kcal - 1e-6
    assert reasons(found)[0] == "asked-deficit"


def test_r02_says_to_leave_a_deficit_out_where_none_fits():
    """When resting energy is measured very low, no deficit is left and the message says so."""
    who = man(mass_kg=70.0, resting_energy_kcal_per_day=1200.0)
    with pytest.raises(InputError, match=r"largest deficit is 0 kcal.*leave balance out"):
        plan(who, day(), goal=Goal(balance_kcal=-50.0))


@pytest.mark.parametrize("aim", ["build", "maintain", "perform"])
@pytest.mark.parametrize("season", ["off-season", "base", "marathon", "race-week", "recovery"])
def test_r02_r10_never_proposes_a_deficit(aim, season):
    """Without a balance asked for, intake is never below expenditure."""
    found = plan(athlete(), TRAINING, goal=Goal(aim=aim, season=season))
    assert found.energy.balance_kcal >= 0.0
    assert found.energy.recommendation in {"surplus", "maintenance"}


def test_r02_r33_warns_with_a_deficit():
    """R02, R33: a deficit carries the signs of under-fuelling, and its energy availability."""
    found = plan(athlete(), TRAINING, goal=Goal(balance_kcal=-300.0))
    (reason,) = found.energy.reasons
    for sign in ("fatigue", "falling performance", "illness", "missed periods"):
        assert sign in words(reason)
    assert found.energy.recommendation == "deficit"
    assert {"availability-reduced", "availability-low"} & set(codes(found))
    # 7 x 300 / 7,700.
    assert found.energy.expected_kg_per_week == pytest.approx(-0.2727, abs=1e-4)


def test_r33_names_the_signs_at_low_availability():
    """R33: under 35 kcal per kg of fat-free mass the caution names what to watch for."""
    who = athlete(daily_life="home", body_fat_share=0.155)
    found = plan(who, TRAINING, goal=Goal(balance_kcal=-380.0))
    assert found.energy.energy_availability_kcal_per_kg_ffm < 35.0
    (note,) = [note for note in found.notes if note.code == "availability-low"]
    assert note.level == "caution"
    assert "falling performance" in words(note)


def test_r02_r33_says_a_present_shortfall_first():
    """R02, R33: eating below the plan is the first reason, with steps of at most 250 kcal."""
    found = plan(athlete(usual_intake_kcal=2100.0), TRAINING, goal=BUILD)
    shortfall = found.energy.shortfall
    assert reasons(found)[0] == "shortfall"
    assert "falling performance" in words(found.energy.reasons[0])
    assert shortfall.shortfall_kcal == pytest.approx(found.energy.intake_kcal - 2100.0)
    rises = [b - a for a, b in pairwise((2100.0, *shortfall.steps_kcal))]
    assert all(0.0 < rise <= 250.0 + 1e-9 for rise in rises)
    assert shortfall.steps_kcal[-1] == pytest.approx(found.energy.intake_kcal)
    # (2,100 - sessions above rest) / 48.36 kg of fat-free mass.
    present = (2100.0 - found.energy.exercise_kcal) / 48.36
    assert shortfall.energy_availability_kcal_per_kg_ffm == pytest.approx(present)


def test_measures_a_shortfall_against_the_week_where_it_is_known():
    """On a rest day and on a long day the shortfall, and its energy availability, are the same."""
    who = athlete(usual_intake_kcal=2100.0, weekly_mileage_km=50.0)
    rest = plan(who, day()).energy.shortfall
    long = plan(who, day(run(distance_km=30.0))).energy.shortfall
    assert rest == long


def test_keeps_a_race_day_load_out_of_the_usual_shortfall():
    """What is loaded for one race is not part of what the week usually asks for."""
    who = athlete(usual_intake_kcal=1700.0, weekly_mileage_km=20.0, daily_life="home")
    race = day(run(distance_km=42.2, effort="race"))
    plain = plan(who, day()).energy
    loaded = plan(who, day(), after=race).energy
    assert loaded.intake_kcal > plain.intake_kcal + 100.0
    assert loaded.shortfall.shortfall_kcal == pytest.approx(plain.shortfall.shortfall_kcal)


@pytest.mark.parametrize("usual", [9000.0, None])
def test_says_no_shortfall_where_there_is_none(usual):
    """Eating more than the plan, or not saying, gives no shortfall."""
    found = plan(athlete(usual_intake_kcal=usual), TRAINING)
    assert found.energy.shortfall is None


SEASONS = [
    ("off-season", 1.0), ("base", 0.9), ("5k-10k", 0.7), ("half", 0.4), ("recovery", 0.3),
    ("marathon", 0.0), ("taper", 0.0), ("race-week", 0.0),
]  # fmt: skip


@pytest.mark.parametrize(("season", "factor"), SEASONS)
def test_r03_r04_sizes_the_surplus_by_the_season(season, factor):
    """R03, R04: 10 % of the mean day times the season's factor, and the reason names the season."""
    who = athlete(weekly_mileage_km=30.0, weekly_lifts=2)
    mean = plan_day(who, average_day(who), menu=False).energy.expenditure_kcal
    found = plan(who, TRAINING, goal=Goal(aim="build", season=season))
    assert found.energy.balance_kcal == pytest.approx(0.10 * mean * factor)
    assert reasons(found) == ["build" if factor else "season"]
    if not factor:
        assert "hold on to muscle" in words(found.energy.reasons[0])


@pytest.mark.parametrize(
    ("experience", "factor"), [("novice", 1.25), ("intermediate", 1.0), ("advanced", 0.6)]
)
def test_r03_sizes_the_surplus_by_experience(experience, factor):
    """R03: novices gain faster than the advanced, so they eat more above expenditure."""
    who = man(weekly_mileage_km=30.0, lifting_experience=experience)
    mean = plan_day(who, average_day(who), menu=False).energy.expenditure_kcal
    # 5 kcal per kg is 375, above 0.6 and 1.0 of what base training asks for.
    expected = min(0.10 * mean * factor * 0.9, 375.0)
    assert plan(who, TRAINING, goal=BUILD).energy.balance_kcal == pytest.approx(expected)


@pytest.mark.parametrize(("km", "factor"), [(40.0, 1.0), (60.0, 0.5), (80.0, 0.0), (120.0, 0.0)])
def test_r05_shrinks_the_surplus_with_mileage(km, factor):
    """R05: full up to 40 km a week, half at 60, gone from 80 (50 miles), and the plan says why."""
    who = athlete(weekly_mileage_km=km)
    mean = plan_day(who, average_day(who), menu=False).energy.expenditure_kcal
    found = plan(who, TRAINING, goal=BUILD)
    assert found.energy.balance_kcal == pytest.approx(0.10 * mean * 0.9 * factor)
    assert ("high-mileage" in reasons(found)) == (factor < 1.0)
    texts = " ".join(words(reason) for reason in found.energy.reasons)
    assert ("gains are unlikely" in texts) == (factor < 0.3)
    assert ("left out" in texts) == (factor == 0.0)


def test_r05_lets_the_athlete_insist():
    """R05: at 130 km a week a surplus asked for by hand is planned all the same."""
    who = athlete(weekly_mileage_km=130.0)
    found = plan(who, TRAINING, goal=Goal(aim="build", balance_kcal=300.0))
    assert found.energy.balance_kcal == 300.0
    assert reasons(found) == ["asked"]


def test_r03_caps_the_surplus():
    """R03: at most 500 kcal, and at most 5 kcal for each kg of body mass."""
    goal = Goal(aim="build", season="off-season")
    small = athlete(mass_kg=48.0, height_cm=158.0, lifting_experience="novice")
    assert plan(small, TRAINING, goal=goal).energy.balance_kcal == pytest.approx(240.0)
    big = man(mass_kg=110.0, daily_life="manual", lifting_experience="novice")
    assert plan(big, TRAINING, goal=goal).energy.balance_kcal == pytest.approx(500.0)


def test_r03_expects_a_gain():
    """R03: 350 kcal a day above expenditure is 0.35 kg a week at 7,000 kcal a kg."""
    assert expected_kg_per_week(350.0) == pytest.approx(0.35)
    assert expected_kg_per_week(0.0) == 0.0


def test_keeps_the_surplus_the_same_every_day_of_the_week():
    """With the mileage known, a rest day and a long day carry the same surplus."""
    who = athlete(weekly_mileage_km=35.0)
    balances = [
        plan(who, when, goal=BUILD).energy.balance_kcal
        for when in (day(), TRAINING, day(run(distance_km=25.0)))
    ]
    assert balances == pytest.approx([balances[0]] * 3)


def test_says_when_the_week_is_unknown():
    """A surplus sized from one day says so; one that was asked for, or none, does not."""
    assert "week-unknown" in codes(plan(athlete(), TRAINING, goal=BUILD))
    asked = Goal(aim="build", balance_kcal=100.0)
    assert "week-unknown" not in codes(plan(athlete(), TRAINING, goal=asked))
    taper = Goal(aim="build", season="taper")
    assert "week-unknown" not in codes(plan(athlete(), TRAINING, goal=taper))
    known = athlete(weekly_mileage_km=30.0)
    assert "week-unknown" not in codes(plan(known, TRAINING, goal=BUILD))


def test_calls_two_per_cent_maintenance():
    """A balance within 2 % of expenditure is maintenance, beyond it a surplus."""
    spent = plan(athlete(), TRAINING).energy.expenditure_kcal
    within = plan(athlete(), TRAINING, goal=Goal(balance_kcal=0.0199 * spent))
    beyond = plan(athlete(), TRAINING, goal=Goal(balance_kcal=0.0201 * spent))
    assert within.energy.recommendation == "maintenance"
    assert beyond.energy.recommendation == "surplus"


def test_raises_energy_rather_than_break_the_floors():
    """Where protein, fat and carbohydrate at their least exceed the energy, energy rises."""
    who = athlete(resting_energy_kcal_per_day=900.0, daily_life="home")
    found = plan(who, day())
    assert reasons(found) == ["maintain", "energy-raised"]
    assert found.targets.protein_g == pytest.approx(1.6 * 62.0)
    assert found.targets.fat_g == pytest.approx(0.6 * 62.0)


def test_says_a_shortfall_before_any_other_reason():
    """Who eats enough has no such reason; who does not reads it first."""
    assert reasons(plan(athlete(usual_intake_kcal=9000.0), day())) == ["maintain"]
    assert reasons(plan(athlete(usual_intake_kcal=1500.0), day())) == ["shortfall", "maintain"]


def test_refuses_a_deficit_on_the_day_that_loads():
    """Carbohydrate for tomorrow's marathon and a deficit asked for contradict each other."""
    marathon = day(run(distance_km=42.2, pace_s_per_km=300.0, effort="race"))
    with pytest.raises(InputError, match="does not go with loading"):
        plan(goal=Goal(balance_kcal=-100.0), after=marathon)
    assert plan(goal=Goal(balance_kcal=100.0), after=marathon).energy is not None


def test_takes_the_week_from_the_days_of_the_plan():
    """Seven equal days with a long ride each: the shortfall counts the rides."""
    rides = day(run(distance_km=8.0), Other(start=at(12), duration_min=180.0, met=7.0))
    who = athlete(usual_intake_kcal=2600.0, weekly_mileage_km=56.0)
    alone = plan(who, rides, goal=BUILD)
    found = plan(who, rides, goal=BUILD, week=[rides] * 7)
    energy = found.energy
    # Every day is this day, so the mean is this day, and the surplus is sized from it.
    wanted = energy.expenditure_kcal + energy.balance_kcal
    assert energy.shortfall.shortfall_kcal == pytest.approx(wanted - 2600.0)
    assert alone.energy.shortfall.shortfall_kcal < energy.shortfall.shortfall_kcal


def test_holds_a_deficit_against_the_week_as_well():
    """A rest day alone would allow more than a week of long sessions does."""
    long = day(lift("10:00", duration_min=240.0), lift("16:00", duration_min=240.0))
    who = athlete(daily_life="home", body_fat_share=0.155)
    rest = plan(who, goal=Goal(balance_kcal=-430.0))
    assert rest.energy.recommendation == "deficit"
    with pytest.raises(InputError, match="more than this week allows"):
        plan(who, goal=Goal(balance_kcal=-430.0), week=[day(), *[long] * 6])


def test_refuses_a_deficit_to_somebody_who_eats_less_already():
    """A usual intake below what the deficit would leave is a shortfall, not a plan."""
    with pytest.raises(InputError, match="below that already"):
        plan(athlete(usual_intake_kcal=1500.0), goal=Goal(balance_kcal=-150.0))
    fine = plan(athlete(usual_intake_kcal=2400.0), goal=Goal(balance_kcal=-150.0))
    assert fine.energy.recommendation == "deficit"


def test_asks_to_check_where_a_covered_day_looks_low():
    """Under 30 kcal/kg at maintenance a measurement is wrong, or somebody needs a doctor."""
    who = athlete(resting_energy_kcal_per_day=1150.0, daily_life="home", body_fat_share=0.16)
    found = plan(who, day(run()))
    assert found.energy.energy_availability_kcal_per_kg_ffm < 30.0
    assert "availability-check" in codes(found)

"""What holds in any week: days agree, nothing jumps at midnight, a moved session stays local."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from people import BUILD, athlete, man

from fuelcalc import Day, Goal, Plan, plan_week
from fuelcalc.models.week import Week
from fuelcalc.units.clock import WEEKDAYS

MONDAY = dt.date(2026, 11, 23)
RUNS = ["6 km easy 07:00", "10 km easy 18:00", "12 km tempo 06:30", "18 km long 08:00"]
WHO = st.sampled_from([athlete(), man(mass_kg=95.0), athlete(mass_kg=47.0, height_cm=158.0)])
AIM = st.sampled_from([Goal(), BUILD, Goal(aim="perform")])
MODE = st.sampled_from(["match", "smooth"])
ON = st.lists(st.sampled_from(["", *RUNS]), min_size=7, max_size=7)


def planned(who, goal, texts):
    """A week with a run or none on each weekday."""
    days = {name: {"runs": [text]} for name, text in zip(WEEKDAYS, texts, strict=True) if text}
    week = Week.of(**(days or {"monday": {}}))
    return plan_week(Plan(athlete=who, goal=goal, week=week), first=MONDAY, menu=False)


@settings(max_examples=40)
@given(who=WHO, goal=AIM, texts=ON, start=st.integers(0, 6), end=st.integers(0, 6))
def test_moving_a_session_stays_local(who, goal, texts, start, end):
    """
    Two days swap their runs: their neighbours keep energy and protein, and all others everything.

    The neighbours' carbohydrate may move against their fat, and their drink follows the clock.
    """
    moved = list(texts)
    moved[start], moved[end] = moved[end], moved[start]
    before, after = planned(who, goal, texts), planned(who, goal, moved)
    assert after.energy.intake_kcal == pytest.approx(before.energy.intake_kcal, abs=1.0)
    near = {(place + by) % 7 for place in (start, end) for by in (-1, 0, 1)}
    for place in range(7):
        one, other = before.days[place], after.days[place]
        if place not in near:
            assert one == other
        elif place not in {start, end}:
            _moves_carbohydrate_against_fat(one, other)
            if (place - 1) % 7 not in {start, end} and "18:00" not in texts[place]:
                # What an evening sweats is drunk until tomorrow's start, and the rest after it.
                assert one.targets.fluid_ml == pytest.approx(other.targets.fluid_ml)


def _moves_carbohydrate_against_fat(one, other):
    """A neighbour's energy, protein, fibre and sodium stay; fat gives what carbohydrate takes."""
    assert one.energy.model_copy(update={"reasons": ()}) == other.energy.model_copy(
        update={"reasons": ()}
    )
    for name in ("energy_kcal", "protein_g", "fibre_g", "sodium_mg"):
        assert getattr(one.targets, name) == pytest.approx(getattr(other.targets, name)), name
    moved_kcal = 4.0 * (one.targets.carbohydrate_g - other.targets.carbohydrate_g)
    assert 9.0 * (other.targets.fat_g - one.targets.fat_g) == pytest.approx(moved_kcal, abs=1e-6)


@settings(max_examples=25)
@given(
    who=WHO,
    goal=AIM,
    texts=ON,
    weekday=st.integers(0, 6),
    mode=st.sampled_from(["match", "smooth"]),
)
def test_a_run_one_percent_longer_moves_no_day_by_a_jump(who, goal, texts, weekday, mode):
    """No cliff at a day's border: the energy, protein and carbohydrate of every day hardly move."""

    def week(km):
        run = {"start": "07:00", "distance_km": km, "pace_s_per_km": 330.0}
        days = {name: {"runs": [text]} for name, text in zip(WEEKDAYS, texts, strict=True) if text}
        days[WEEKDAYS[weekday]] = {"runs": [run]}
        plan = Plan(athlete=who, goal=goal, week=Week.of(energy=mode, **days))
        return plan_week(plan, first=MONDAY, menu=False)

    for one, other in zip(week(20.0).days, week(20.2).days, strict=True):
        for name in ("energy_kcal", "protein_g", "carbohydrate_g"):
            small, large = getattr(one.targets, name), getattr(other.targets, name)
            assert abs(large - small) <= max(0.03 * small, 1.0), (one.date, name)


@settings(max_examples=15)
@given(who=WHO, texts=ON, asked=st.integers(50, 300))
def test_a_deficit_asked_for_is_carried_by_days_that_can(who, texts, asked):
    """The week's balance is no lower than what was asked for, and no day is under safe intake."""
    try:
        week = planned(who, Goal.of(balance=f"-{asked} kcal"), texts)
    except ValueError:
        return
    assert week.energy.balance_kcal >= -7.0 * asked - 1.0
    for day in week.days:
        assert day.energy.intake_kcal >= day.energy.safe_intake_kcal - 1.0


def test_a_race_week_is_loaded_and_repaid():
    """A Sunday marathon: two days are loaded, and the day after refills."""
    race = Day.of(date=MONDAY + dt.timedelta(days=6), runs=["marathon race in 3:30:00 09:00"])
    plan = Plan(
        athlete=man(mass_kg=72.0),
        week=Week.of(tuesday={"runs": ["8 km easy 07:00"]}, thursday={"runs": ["6 km easy 07:00"]}),
        days=(race,),
    )
    week = plan_week(plan, first=MONDAY, weeks=2, menu=False)
    balances = [day.energy.balance_kcal for day in week.days]
    assert all(balance == pytest.approx(0.0, abs=1.0) for balance in balances[:4])
    assert min(balances[4:6]) >= 0.0
    assert max(balances[4:6]) > 0.0
    per_kg = [day.targets.carbohydrate_g / 72.0 for day in week.days]
    assert 7.0 <= per_kg[4] <= 8.1
    assert 9.0 <= per_kg[5] <= 10.1
    assert per_kg[7] >= 6.0

"""Own equations for resting energy and running: shown, held to limits, never surer than ours."""

import datetime as dt
from fractions import Fraction
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from own_models import ATHLETE, GUARDED, RUNS, Any, Owen, PerKilometre, Resting, planned

from fuelcalc import (
    Calendar,
    Day,
    InputError,
    Log,
    LogDay,
    Models,
    Plan,
    forecast,
    learn,
    plan_days,
    plan_frame,
    plan_household,
    plan_week,
    suggest_snacks,
    week_check,
)


def test_is_planned_by_and_named_in_the_trace():
    """62 kg are 1,240.2 kcal by Owen, printed; 10 km at 1 kcal/kg/km are 620 before the air."""
    plan = planned(Models(resting=Owen(), running=PerKilometre(1.0)))
    resting, run = plan.explain("energy.resting"), plan.explain("energy.sessions[0].net")
    assert (resting.equation, resting.source, resting.estimate) == ("owen", Owen.source, False)
    assert resting.value == plan.energy.resting_kcal == pytest.approx(1240.16)
    assert run.equation.startswith("flat rate: ")
    assert run.source == plan.energy.sessions[0].source == "a rule of thumb"
    # The air of a runner at 10 km/h: 0.01 x v^3, in W/kg, for an hour.
    air = 0.01 * (10 / 3.6) ** 3 * 3600 * 62 / 4184
    assert plan.energy.sessions[0].gross_kcal == pytest.approx(620.0 + air, rel=1e-3)


def test_changes_nothing_where_nobody_brings_any():
    """The default is the plan as it was, and so is an empty set of models."""
    assert planned(Models()) == planned()


def test_says_less_than_what_an_athlete_says_of_themselves():
    """A measured figure, and an equation asked for by name, stand."""
    models = Models(resting=Owen(), running=PerKilometre(2.0))
    measured = ATHLETE.with_(resting_energy="1500 kcal/day", running_equation="acsm")
    assert planned(models, measured) == planned(None, measured)
    by_name = ATHLETE.with_(resting_equation="mifflin")
    assert (
        planned(models, by_name).energy.resting_kcal == planned(None, by_name).energy.resting_kcal
    )


@pytest.mark.parametrize("share", [0.6, 0.9, 1.0, 1.4])
@pytest.mark.parametrize(
    "changes",
    [{}, {"body_fat": "22 %"}, {"recent_race": "10 km in 48:30"}, {"steps": 15_000},
     {"running_economy": "1 kcal/kg/km"}],
)  # fmt: skip
def test_makes_no_range_narrower(share, changes):
    """Whatever an own equation says, the day's range in kcal is as wide as without it."""
    athlete = ATHLETE.with_(**changes)
    usual = planned(athlete=athlete).energy
    models = Models(
        resting=Resting(share * usual.resting_kcal),
        running=PerKilometre(share * usual.sessions[0].gross_kcal / 620.0),
    )
    found = planned(models, athlete).energy
    wide = [one.expenditure_high_kcal - one.expenditure_low_kcal for one in (usual, found)]
    assert wide[1] >= wide[0] - 1e-9
    one_kind = planned(Models(running=models.running), athlete).energy
    assert one_kind.expenditure_high_kcal - one_kind.expenditure_low_kcal >= wide[0] - 1e-9


@pytest.mark.parametrize(
    ("models", "message"),
    [
        (Models(resting=Resting(599.9)), "models.resting: 599.9 kcal/day is outside 600 to 5000"),
        (Models(resting=Resting(5000.1)), "models.resting: 5000.1 kcal/day is outside"),
        (Models(resting=Resting(float("nan"))), "models.resting: nan is no number; check"),
        (Models(resting=Resting(None)), "models.resting: is no number; check the model"),
        (Models(running=PerKilometre(0.0)), "models.running: 0 W/kg is outside 0.01 to 100 W/kg"),
        (Models(running=PerKilometre(40.0)), "models.running: 464.8"),
    ],
)
def test_refuses_a_figure_that_cannot_be(models, message):
    """In one line, by a day and by a table alike; both edges of what may be are taken."""
    with pytest.raises(InputError) as caught:
        planned(models)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
    row = {"sex": "female", "age": 34, "mass_kg": 62.0, "height_cm": 168.0,
           "run_distance_km": 10.0, "run_pace_s_per_km": 360.0, "run_start": "07:00"}  # fmt: skip
    refused = plan_frame(pd.DataFrame([row]), clock=False, models=models)["refused"].iloc[0]
    assert refused == str(caught.value)


@pytest.mark.parametrize(
    "value", [1500, np.float32(1500.0), np.array(1500.0), Fraction(3000, 2), np.int64(1500)]
)
def test_takes_any_real_number(value):
    """Of whatever library, as it stands."""
    assert planned(Models(resting=Any(value))).energy.resting_kcal == 1500.0


@pytest.mark.parametrize("share", [0.7, 0.97, 1.2])
@pytest.mark.parametrize("who", GUARDED)
def test_never_gives_less_to_who_must_not_be_in_deficit(who, share):
    """Not at rest, not in a run, and not for a race result that makes a runner cost more."""
    for race in ({}, {"recent_race": "10 km in 65:00"}, {"recent_race": "10 km in 36:00"}):
        athlete = ATHLETE.with_(**GUARDED[who], **race)
        usual = planned(athlete=athlete).energy
        for models in (
            Models(resting=Resting(share * usual.resting_kcal)),
            Models(running=PerKilometre(share * 0.97)),
            Models(resting=Resting(share * usual.resting_kcal), running=PerKilometre(share * 0.97)),
        ):
            plan = planned(models, athlete)
            assert plan.energy.expenditure_kcal >= usual.expenditure_kcal - 1e-9
            assert plan.energy.intake_kcal >= usual.intake_kcal - 1e-9
            assert plan.energy.resting_kcal >= usual.resting_kcal
            assert plan.energy.sessions[0].gross_kcal >= usual.sessions[0].gross_kcal
        told = plan.explain("energy.resting").equation
        assert told.endswith("since constant gives less") == (share < 1.0)


def test_gives_less_where_a_clinician_agreed():
    """From 65 on a deficit is planned for by a clinician's word, and so is a smaller figure."""
    athlete = ATHLETE.with_(age=70, clinician_agreed=True)
    assert planned(Models(resting=Resting(900)), athlete).energy.resting_kcal == 900.0


@pytest.mark.parametrize("kcal", [600.0, 5000.0])
def test_takes_both_edges_of_what_may_be(kcal):
    """600 and 5,000 kcal themselves are planned by."""
    assert planned(Models(resting=Resting(kcal))).energy.resting_kcal == kcal


@pytest.mark.parametrize(
    "model",
    [3, Owen, SimpleNamespace(name="x", source="y"), PerKilometre(1.0),
     SimpleNamespace(name=" ", source="y", kcal_per_day=float),
     SimpleNamespace(name="x", kcal_per_day=float)],
)  # fmt: skip
def test_wants_a_name_a_source_and_a_method(model):
    """What lacks one of them, or is a class, is refused before anything is planned."""
    with pytest.raises(InputError, match=r"resting: .* is no model; give an object with name, "):
        Models(resting=model)


def test_wants_models_for_models():
    """A model by itself is refused by its kind."""
    with pytest.raises(InputError, match=r"models: .* is no Models; give a Models"):
        planned(Owen())


def test_goes_through_days_weeks_and_their_check():
    """A day of a week is what it is alone; the forecast takes the same equations."""
    models = Models(resting=Owen(), running=PerKilometre(1.2))
    assert plan_days(ATHLETE, [RUNS], menu=False, models=models) == (planned(models),)
    plan = Plan.of(
        athlete={"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"},
        week={"sunday": {"runs": ["16 km long 08:00"]}}, goal={"balance": "200 kcal"},
    )  # fmt: skip
    week = plan_week(plan, menu=False, models=models)
    assert week.days[0].energy.resting_kcal == pytest.approx(1240.16)
    assert week.days[6].energy.sessions[0].method == "flat rate"
    assert week.forecast == forecast(week, models=models) != forecast(week)
    assert week.check == week_check(
        plan.athlete, week.training, plan.goal, silent=plan.week.silent, models=models
    )


def test_goes_through_a_household():
    """Everybody's week is by the same equations, and is what `plan_week` gives alone."""
    models = Models(resting=Owen())
    body = {"age": 34, "mass": "62 kg", "height": "168 cm", "weekly_mileage": "30 km"}
    plans = [Plan.of(athlete={"sex": sex, **body}) for sex in ("female", "male")]
    weeks = plan_household(plans, menu=False, models=models)
    assert [week.days[0].energy.resting_kcal for week in weeks] == pytest.approx([1240.16, 1511.4])
    assert weeks[1] == plan_week(plans[1], first=weeks[0].days[0].date, menu=False, models=models)


def test_sizes_snacks():
    """What a night's feeding holds hangs on the day's energy, and so on who says what that is."""
    day = Day.of(runs=["10 km easy 18:00"])
    small, usual, large = (
        suggest_snacks(ATHLETE, when="before-bed", day=day, models=models, count=1)[0]
        for models in (Models(resting=Resting(1000.0)), None, Models(resting=Resting(3000.0)))
    )
    kcal = [snack.totals.nutrients.energy_kcal for snack in (small, usual, large)]
    assert kcal[0] < kcal[2]
    assert usual != large


def test_learns_by_the_equations_that_a_plan_goes_by():
    """The same log says the same expenditure, whoever says what resting takes of it."""
    days = tuple(
        LogDay(date=dt.date(2026, 10, 1) + dt.timedelta(days=n), mass_kg=62.0, intake_kcal=2100.0,
               source="weighed")
        for n in range(42)
    )  # fmt: skip
    log, owen = Log(days=days), Models(resting=Owen())
    ours, theirs = (learn(ATHLETE, log, models=models) for models in (None, owen))
    assert theirs.life.daily_life_pal > ours.life.daily_life_pal + 0.1
    assert theirs.expenditure_kcal == pytest.approx(ours.expenditure_kcal, rel=0.05)
    told = ATHLETE.with_(learned=theirs.life)
    by_both = planned(owen, told, Day()).energy.expenditure_kcal
    assert by_both == pytest.approx(1240.16 * theirs.life.daily_life_pal)


def test_knows_running_intervals_with_their_rests():
    """Standing between repeats costs what it costs anybody: the model is asked of movement."""
    day = Day.of(runs=["6x800m @ 4:00/km rec 2min stand 07:00"])
    usual, own = planned(day=day), planned(Models(running=PerKilometre(1.0)), day=day)
    assert own.energy.sessions[0].duration_min == usual.energy.sessions[0].duration_min
    assert Calendar(days=(day,)).days == (day,)

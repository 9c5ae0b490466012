"""Own equations for resting energy and running: shown, held to limits, never surer than ours."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from fuelcalc import (
    Athlete,
    Calendar,
    Day,
    InputError,
    Models,
    Plan,
    forecast,
    plan_day,
    plan_days,
    plan_frame,
    plan_week,
    week_check,
)

ATHLETE = Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm")
RUNS = Day.of(runs=["10 km easy @ 6:00/km 07:00"])
FIGURES = ["resting_kcal", "expenditure_kcal", "expenditure_low_kcal", "intake_kcal", "sodium_mg"]


class Owen:
    """Owen 1986 and 1987, as printed: women 795 + 7.18 kg, men 879 + 10.2 kg."""

    name = "owen"
    source = "Owen 1986, Am J Clin Nutr 44:1-19"

    def kcal_per_day(self, *, mass_kg, male, **_):
        """For floats or arrays."""
        return 795.0 + 7.18 * mass_kg + male * (84.0 + 3.02 * mass_kg)


class PerKilometre:
    """So much energy for each kilogram and kilometre, whatever the speed."""

    name = "flat rate"
    source = "a rule of thumb"

    def __init__(self, kcal):
        """How much."""
        self.kcal = kcal

    def w_per_kg(self, *, speed_m_per_s, grade):
        """For floats or arrays."""
        return self.kcal * 4.184 * speed_m_per_s * (1.0 + 3.0 * grade)


class Resting:
    """The same figure for everybody."""

    name, source = "constant", "nobody"

    def __init__(self, value):
        """Which."""
        self.value = value

    def kcal_per_day(self, *, mass_kg, **_):
        """Of the shape that is asked for."""
        return self.value if isinstance(mass_kg, float) else np.full(mass_kg.shape, self.value)


def planned(models=None, athlete=ATHLETE, day=RUNS):
    """A day without food."""
    return plan_day(athlete, day, menu=False, models=models)


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


@pytest.mark.parametrize("clock", [True, False])
def test_gives_a_table_what_each_day_has(clock):
    """Row by row, and as arrays: resting energy measured or not, with or without a run."""
    rows = pd.DataFrame(
        {
            "sex": ["female", "male", "female", "male"],
            "age": [34.0, 30.0, 61.0, 45.0],
            "mass_kg": [62.0, 75.0, 58.0, 90.0],
            "height_cm": [168.0, 178.0, 160.0, 185.0],
            "resting_energy_kcal_per_day": [None, 1800.0, None, None],
            "weekly_mileage_km": [40.0, None, None, 30.0],
            "recent_race": [None, "10 km in 45:00", "5 km in 24:00", None],
            "run_distance_km": [10.0, None, 8.0, 12.0],
            "run_climb_m": [None, None, 120.0, None],
            "run_start": ["07:00", None, "18:00", "12:00"],
        }
    )
    models = Models(resting=Owen(), running=PerKilometre(1.05))
    found = plan_frame(rows, models=models, clock=clock)
    for place, row in enumerate(rows.to_dict("records")):
        told = {name: value for name, value in row.items() if not pd.isna(value)}
        run = {n.removeprefix("run_"): told.pop(n) for n in list(told) if n.startswith("run_")}
        day = Day.of(runs=[run] if "distance_km" in run else [])
        energy = planned(models, Athlete.of(**told), day).energy
        for name in FIGURES[:4]:
            assert found[name].iloc[place] == pytest.approx(getattr(energy, name), rel=1e-9)


def test_wants_a_figure_for_each_row():
    """One figure for a whole table would be anybody's."""
    model = SimpleNamespace(name="x", source="y", kcal_per_day=lambda **_: np.array([1500.0]))
    rows = pd.DataFrame({"sex": ["male"] * 3, "age": 30, "mass_kg": [70.0, 71.0, 72.0],
                         "height_cm": 175.0})  # fmt: skip
    with pytest.raises(
        InputError, match=r"models.resting: gives arrays of shape \(1,\) for \(3,\)"
    ):
        plan_frame(rows, clock=False, models=Models(resting=model))


def test_knows_running_intervals_with_their_rests():
    """Standing between repeats costs what it costs anybody: the model is asked of movement."""
    day = Day.of(runs=["6x800m @ 4:00/km rec 2min stand 07:00"])
    usual, own = planned(day=day), planned(Models(running=PerKilometre(1.0)), day=day)
    assert own.energy.sessions[0].duration_min == usual.energy.sessions[0].duration_min
    assert Calendar(days=(day,)).days == (day,)

"""A program's own equations in a table: which rows they refuse, and that it agrees with a day."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from own_models import ATHLETE, GUARDED, RUNS, Any, Owen, PerKilometre, Resting, planned

from fuelcalc import (
    Athlete,
    Day,
    Goal,
    InputError,
    Models,
    plan_day,
    plan_frame,
)

FIGURES = ["resting_kcal", "expenditure_kcal", "expenditure_low_kcal", "intake_kcal", "sodium_mg"]


@pytest.mark.parametrize("clock", [True, False])
@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (10**400, "a number that long is no number"),
        (float("nan"), "nan is no number"),
        (float("-inf"), "-inf is no number"),
        (1500 + 0j, "a complex is no number"),
        ("1500", '"1500" is no number'),
        (True, "true is no number"),
        (np.bool_(1), "a bool is no number"),
        (None, "is no number"),
        (np.float32(100.0), "100 kcal/day is outside 600 to 5000 kcal/day"),
        ([1500.0], "a list is no number"),
    ],
)
def test_refuses_only_the_rows_for_which_a_model_gives_no_figure(value, problem, clock):
    """One family of errors and one line, whatever it gives; the other rows are planned."""
    models = Models(resting=Any(value))
    rows = pd.DataFrame({"sex": "female", "age": 34, "mass_kg": [61.0, 62.0, 63.0],
                         "height_cm": 168.0})  # fmt: skip
    found = plan_frame(rows, clock=clock, models=models)
    assert found["resting_kcal"].round().fillna(0.0).tolist() == [1500.0, 0.0, 1500.0]
    assert found["refused"].iloc[1] == f"models.resting: {problem}; check the model and its units"
    with pytest.raises(InputError, match=r"^models\.resting: ") as caught:
        planned(models)
    assert str(caught.value) == found["refused"].iloc[1]


@pytest.mark.parametrize("clock", [True, False])
@pytest.mark.parametrize("error", [KeyError("mass"), InputError("is for men"), ZeroDivisionError()])
def test_refuses_only_the_rows_for_which_a_model_fails(error, clock):
    """What it failed with is the cause; errors of fuelcalc are told as they are."""
    models = Models(resting=Any(error, raises=True))
    rows = pd.DataFrame({"sex": "female", "age": 34, "mass_kg": [61.0, 62.0], "height_cm": 168.0})
    found = plan_frame(rows, clock=clock, models=models)
    assert found["resting_kcal"].round().fillna(0.0).tolist() == [1500.0, 0.0]
    with pytest.raises(InputError) as caught:
        planned(models)
    assert str(caught.value) == found["refused"].iloc[1]
    if isinstance(error, InputError):
        assert caught.value is error
    else:
        kind = type(error).__name__
        assert str(caught.value).startswith(f"models.resting: fails with {kind}")
        assert caught.value.__cause__ is error


@pytest.mark.parametrize("clock", [True, False])
def test_refuses_only_the_rows_whose_run_gets_no_figure(clock):
    """A run at 10 km/h of which the model says nothing; the one at 12 km/h is planned."""
    rows = pd.DataFrame(
        {"sex": "female", "age": 34, "mass_kg": 62.0, "height_cm": 168.0, "run_distance_km": 10.0,
         "run_pace_s_per_km": [360.0, 250.0]}
    )  # fmt: skip
    model = Any("12", where=1000.0 / 360.0)
    model.kcal_per_day, given = (
        (
            lambda mass_kg: (
                np.vectorize(lambda v: v / 120.0 if isinstance(v, float) else v)(
                    given(mass_kg=mass_kg)
                )
                if not isinstance(mass_kg, float)
                else (given(mass_kg=mass_kg) if mass_kg == model.where else 12.5)
            )
        ),
        model.kcal_per_day,
    )
    found = plan_frame(rows, clock=clock, models=Models(running=model))
    assert found["refused"].isna().tolist() == [False, True]
    assert found["refused"].iloc[0].startswith('models.running: "12" is no number; check')


@pytest.mark.parametrize("clock", [True, False])
def test_asks_row_by_row_a_model_that_takes_no_arrays(clock):
    """As one written for a person does; the figures are those of its arrays."""

    class Scalars(Owen):
        def kcal_per_day(self, *, mass_kg, male, **_):
            return (
                max(float(mass_kg), 0.0) * 7.18 + (879.0 if male else 795.0) + male * 3.02 * mass_kg
            )

    rows = pd.DataFrame({"sex": ["female", "male"], "age": 34, "mass_kg": [62.0, 80.0],
                         "height_cm": 178.0})  # fmt: skip
    rows = rows.assign(height_cm=[168.0, 178.0])
    one, other = (
        plan_frame(rows, clock=clock, models=Models(resting=each)) for each in (Scalars(), Owen())
    )
    np.testing.assert_allclose(one["intake_kcal"], other["intake_kcal"], rtol=1e-12)


@pytest.mark.parametrize("share", [0.7, 1.2])
def test_holds_a_table_as_a_day(share):
    """Who is guarded and who is not in one table, with a week's mileage: the figures of each."""
    told = [{}, *GUARDED.values(), {"age": 70, "clinician_agreed": True}]
    people = [ATHLETE.with_(**each, weekly_mileage="40 km/week", weekly_lifts=2) for each in told]
    rows = pd.DataFrame([one.model_dump(exclude_unset=True) for one in people]).assign(
        run_distance_km=10.0, run_pace_s_per_km=360.0, run_start="07:00", aim="build"
    )
    models = Models(resting=Resting(share * 1450.0), running=PerKilometre(share * 0.97))
    found = plan_frame(rows, clock=False, models=models)
    assert found["refused"].isna().all()
    expected = plan_frame(rows, models=models)
    for name in FIGURES[:3]:
        np.testing.assert_allclose(found[name], expected[name], rtol=1e-9)
    for place, athlete in enumerate(people):
        plan = plan_day(athlete, RUNS, Goal(aim="build"), menu=False, models=models)
        assert found["expenditure_kcal"].iloc[place] == pytest.approx(
            plan.energy.expenditure_kcal, rel=1e-9
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

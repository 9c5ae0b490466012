"""A table without the clock gives nobody more, and refuses the same rows, as one with it."""

import pandas as pd
import pytest

from fuelcalc import InputError, Models, plan_frame

WOMAN = {"sex": "female", "age": 34, "mass_kg": 75.0, "height_cm": 168.0}


@pytest.mark.parametrize("condition", ["glp1", "bariatric"])
@pytest.mark.parametrize("run", ["10 km easy 06:30", "18 km long 08:00"])
def test_keeps_small_feedings_small(condition, run):
    """What six small meals cannot hold is eaten by neither; a row beside it goes as arrays."""
    rows = pd.DataFrame([{**WOMAN, "conditions": condition, "run": run}, {**WOMAN, "run": run}])
    by_clock, without = (plan_frame(rows, clock=clock) for clock in (True, False))
    assert without["intake_kcal"][0] == by_clock["intake_kcal"][0]
    assert without["intake_kcal"][0] < without["intake_kcal"][1]
    pd.testing.assert_series_equal(without["fluid_ml"][:1], by_clock["fluid_ml"][:1])


def test_keeps_small_feedings_small_in_a_week():
    """Days that know each other have their ceilings too."""
    days = [{**WOMAN, "conditions": "glp1", "run": "18 km long 08:00", "plan": 1}] * 2
    by_clock, without = (
        plan_frame(pd.DataFrame(days), week="plan", clock=clock) for clock in (True, False)
    )
    assert without["intake_kcal"].tolist() == by_clock["intake_kcal"].tolist()


@pytest.mark.parametrize(
    "column", ["run_distance_km", "lift_duration_min", "temperature_degc", "wake_min", "steps"]
)
@pytest.mark.parametrize("mixed", [False, True])
def test_takes_yes_for_no_number(column, mixed):
    """Alone, or among numbers, a yes refuses its row in the same words."""
    values = [True, 300.0 if column in {"wake_min", "steps"} else 10.0] if mixed else [True, True]
    rows = pd.DataFrame([WOMAN, WOMAN]).assign(**{column: pd.Series(values, dtype=object)})
    by_clock, without = (plan_frame(rows, clock=clock)["refused"] for clock in (True, False))
    assert "true is" in by_clock[0]
    assert without[0] == by_clock[0]
    assert without.isna().tolist() == by_clock.isna().tolist() == [False, mixed]


def test_asks_a_constant_row_by_row():
    """One figure for all is that figure of each row."""

    class Fixed:
        name, source = "fixed", "a program"

        def kcal_per_day(self, **_body):
            return 1500.0

    found = plan_frame(
        pd.DataFrame([WOMAN] * 3), clock=False, models=Models(resting=Fixed(), running=None)
    )
    assert found["resting_kcal"].tolist() == [1500.0] * 3


@pytest.mark.parametrize(
    ("name", "meant"),
    [("workout", "run"), ("Training", "run"), ("kilometres", "run_distance"), ("goal", "aim"),
     ("phase", "season"), ("temp_c", "temperature")],
)  # fmt: skip
def test_refuses_what_holds_training_elsewhere(name, meant):
    """Unread it would be a rest day, or another goal."""
    with pytest.raises(InputError, match=f'did you mean "{meant}"'):
        plan_frame(pd.DataFrame([WOMAN]).assign(**{name: "10 km easy"}))

"""Rows whose daily life was learned from a log."""

import pandas as pd
import pytest
from tables import ONE

from fuelcalc import Athlete, Day, plan_day, plan_frame
from fuelcalc.batch.days import days_of
from fuelcalc.batch.rows import Rows

LEARNED = {
    "learned_daily_life_pal": 1.75, "learned_daily_life_sd": 0.05,
    "learned_first_date": "2026-10-01", "learned_last_date": "2026-11-11",
    "learned_source": "weighed",
}  # fmt: skip


@pytest.mark.parametrize("clock", [True, False])
@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({}, None),
        ({"learned_log_resting_kcal_per_day": 1500.0, "learned_log_mass_kg": 66.0}, None),
        ({"learned_daily_life_pal": 1.02}, None),
        ({"date": "2026-11-01"}, None),
        ({"date": None}, None),
        ({"resting_energy_kcal_per_day": 1200.0, "learned_log_resting_kcal_per_day": 1450.0,
          "learned_log_mass_kg": 62.0}, None),
        ({"learned_n_mass": 20.5}, "learned.n_mass: "),
        ({"learned_log_mass_kg": 66.0}, "learned: learned has one of log_resting"),
        ({"learned_daily_life_pal": 1.02, "balance_kcal": -150.0}, "balance: -150 kcal is a defi"),
        ({"learned_source": "guessed"}, "learned.source: "),
        ({"learned_last_date": "soon"}, "learned.last_date: "),
        ({"learned_daily_life_pal": 9.0}, "learned.daily_life_pal: "),
    ],
    ids=str,
)  # fmt: skip
def test_plans_what_a_log_taught_as_a_plan_does(change, refused, clock):
    """Columns of a log are numbers like the rest: floors, age, another resting energy and all."""
    row = {**ONE, **LEARNED, "date": "2027-03-01", "run_distance_km": 8.0, **change}
    found = plan_frame(pd.DataFrame([row, ONE, {**ONE, **LEARNED}]), clock=clock)
    if refused is not None:
        assert found["refused"].iloc[0].startswith(refused)
        return
    day = {"date": row["date"]} if row["date"] else {}
    athlete = {name: value for name, value in row.items() if name.startswith("resting")}
    life = {name.removeprefix("learned_"): value for name, value in row.items()
            if name.startswith("learned_")}  # fmt: skip
    plan = plan_day(
        Athlete.of(**ONE, **athlete, learned=life), Day.of(runs=["8 km"], **day), menu=False
    )
    for name in ("expenditure_kcal", "expenditure_low_kcal", "daily_life_kcal", "intake_kcal"):
        assert found[name].iloc[0] == pytest.approx(getattr(plan.energy, name)), name


def test_leaves_no_learned_row_to_the_models():
    """The rows of logs, with their resting energy or without, go the way of all others."""
    over = {"learned_log_resting_kcal_per_day": 1450.0, "learned_log_mass_kg": 62.0}
    rows = pd.DataFrame([{**ONE, **LEARNED, **over, "learned_n_mass": 20}, {**ONE, **LEARNED}, ONE])
    assert not days_of(Rows({name: rows[name] for name in rows}, 3)).doubtful.any()

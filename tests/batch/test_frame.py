"""A table of athlete-days: each row is what `plan_day` gives for it."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from tables import ONE, table, told

from fuelcalc import Athlete, Calendar, Day, Goal, InputError, plan_day, plan_days, plan_frame
from fuelcalc.batch import frame as frame_of_rows
from fuelcalc.batch.days import FIGURES, days_of
from fuelcalc.batch.one_row import RowsAsked, case_of, figures_of, numbers_of
from fuelcalc.batch.rows import Rows
from fuelcalc.science import day as science

RUN = ("distance_km", "duration_min", "pace_s_per_km", "effort", "surface", "climb_m", "pack_kg")


def time_of(row, name):
    """A time of day as the row has it, as text or as minutes."""
    minute = row.get(f"{name}_min")
    return row.get(name) if minute is None else dt.time(*divmod(int(minute), 60))


def said(words):
    """What a column of words says; nothing where it is missing."""
    return "" if pd.isna(words) else words


def planned(row):
    """The plan of a row, typed out by hand; the reason where there is none."""
    row = told(row)
    fields = {name: row[name] for name in Athlete.model_fields if name in row}
    if "conditions" in fields:
        fields["conditions"] = fields["conditions"].replace(",", " ").split()
    run = {name: row[f"run_{name}"] for name in RUN if f"run_{name}" in row}
    lift = {n: row[f"lift_{n}"] for n in ("duration_min", "style", "focus") if f"lift_{n}" in row}
    ride = {"duration_min": row.get("other_duration_min"), "activity": "cycling", "start": "14:30"}
    run["start"], lift["start"] = time_of(row, "run_start"), time_of(row, "lift_start")
    signs = ("distance_km", "duration_min", "pace_s_per_km", "climb_m", "start")
    has_run = (
        any(run.get(name) is not None for name in signs) or run.get("effort", "easy") != "easy"
    )
    has_lift = any(lift.get(name) is not None for name in ("duration_min", "start"))
    has_ride = any(f"other_{name}" in row for name in ("duration_min", "start"))
    try:
        day = Day.of(
            wake=row.get("wake"),
            sleep=row.get("sleep"),
            temperature_degc=row.get("temperature_degc"),
            humidity_share=row.get("humidity_share"),
            runs=[run] if has_run else [],
            lifts=[lift] if has_lift else [],
            other=[ride] if has_ride else [],
        )
        goal = Goal.of(**{name: row[name] for name in Goal.model_fields if name in row})
        return plan_day(Athlete.of(**fields), day, goal, menu=False)
    except InputError as error:
        return str(error)


def value_at(plan, path):
    """A figure of a plan; not a number where it is withheld."""
    member, name = path.split(".")
    record = getattr(plan, member)
    value = None if record is None else getattr(record, name)
    return np.nan if value is None else value


@pytest.fixture(scope="module")
def wild():
    """Rows of every kind, and their figures."""
    rows = table(150, seed=3)
    return rows, plan_frame(rows)


def test_is_plan_day_row_by_row(wild):
    """Every figure to 1e-9, the word, what is withheld, and why a row is refused."""
    rows, found = wild
    n_planned = n_withheld = 0
    for (_, row), (_, figures) in zip(rows.iterrows(), found.iterrows(), strict=True):
        plan = planned(row)
        if isinstance(plan, str):
            assert figures["refused"] == plan
            assert figures[list(FIGURES)].isna().all()
            continue
        assert pd.isna(figures["refused"])
        assert said(figures["withheld"]) == " ".join(plan.withheld)
        expected = [value_at(plan, path) for path in FIGURES.values()]
        np.testing.assert_allclose(
            figures[list(FIGURES)].to_numpy(float), expected, rtol=1e-9, atol=1e-9
        )
        word = None if plan.energy is None else plan.energy.recommendation
        assert word == figures["recommendation"] or (
            word is None and pd.isna(figures["recommendation"])
        )
        n_planned, n_withheld = n_planned + 1, n_withheld + bool(plan.withheld)
    assert n_planned > 75
    assert n_withheld > 25


def test_keeps_order_and_index(wild):
    """The rows come back as they were given, under the same labels."""
    rows, found = wild
    assert found.index.equals(rows.index)
    assert list(found.columns) == [*FIGURES, "recommendation", "withheld", "refused"]


def test_gives_by_numbers_what_the_models_give():
    """Rows that the equations take as arrays are none that a model refuses, and equal to 1e-9."""
    rows = table(600, seed=8)
    columns = {name: rows[name] for name in rows}
    days = days_of(Rows(columns, len(rows)))
    n_alike = 0
    for place, (_, row) in enumerate(rows.iterrows()):
        if days.doubtful[place]:
            continue
        found = numbers_of(case_of(told(row)), RowsAsked(clock=False))
        alone = [np.nan if value is None else value for value in figures_of(found).values()]
        many = [values[place] for values in days.figures.values()]
        np.testing.assert_allclose(many, alone, rtol=1e-9, atol=1e-9)
        share = science.planned_share(found.figures.targets, found.figures.spent)
        assert days.balance_share[place] == pytest.approx(share, abs=1e-12)
        assert days.people.guards[days.people.guard[place]] == found.person.guards
        n_alike += 1
    assert n_alike > 150


def test_differs_without_the_clock_only_where_feedings_hold_less():
    """What no feeding holds is left out with the clock; resting energy knows of no clock."""
    rows = table(60, seed=5)
    with_clock, without = plan_frame(rows), plan_frame(rows, clock=False)
    same = ["resting_kcal", "expenditure_kcal", "exercise_kcal", "expenditure_high_kcal"]
    pd.testing.assert_frame_equal(with_clock[same], without[same], rtol=1e-9)
    pd.testing.assert_series_equal(with_clock["refused"], without["refused"])
    pd.testing.assert_series_equal(
        with_clock["withheld"].astype(str), without["withheld"].astype(str)
    )
    held = with_clock["behind_kcal"].fillna(0.0) <= without["behind_kcal"].fillna(0.0) + 1e-6
    pd.testing.assert_series_equal(
        with_clock["intake_kcal"][held], without["intake_kcal"][held], rtol=1e-9
    )
    assert (with_clock["fluid_ml"].dropna() <= without["fluid_ml"].dropna() + 1e-6).all()


def test_joins_chunks_without_a_seam(monkeypatch):
    """Seven rows at a time give what all at once give."""
    rows = table(40, seed=6)
    whole = plan_frame(rows, clock=False)
    monkeypatch.setattr(frame_of_rows, "CHUNK_ROWS", 7)
    pieces = plan_frame(rows, clock=False)
    numbers = list(FIGURES)
    pd.testing.assert_frame_equal(pieces[numbers], whole[numbers], rtol=1e-12)
    assert pieces["withheld"].astype(str).tolist() == whole["withheld"].astype(str).tolist()


def test_plans_no_rows():
    """An empty table gives an empty table."""
    empty = pd.DataFrame({name: [] for name in ONE})
    for clock in (True, False):
        assert plan_frame(empty, clock=clock).shape == (0, len(FIGURES) + 3)


def test_lets_the_days_of_a_week_know_each_other():
    """Days of a week repay, load and size the surplus as `plan_days` has them."""
    km = [10.0, None, 14.0, 8.0, None, 30.0, None]
    rows = pd.DataFrame(
        [{**ONE, "who": "w", "aim": "build", "run_distance_km": each} for each in km]
    )
    rows.loc[6, "run_distance_km"], rows["run_effort"] = 21.1, ["easy"] * 6 + ["race"]
    days = tuple(
        Day.of(runs=[{"distance_km": each, "effort": "race" if place == 6 else "easy"}])
        if (each := rows.loc[place, "run_distance_km"]) == each
        else Day()
        for place in range(7)
    )
    athlete = Athlete.of(**ONE)
    plans = plan_days(athlete, Calendar(days=days), Goal(aim="build"), menu=False)
    other = rows.iloc[[0]].assign(who="x", mass_kg=50.0)
    found = plan_frame(pd.concat([rows.iloc[:3], other, rows.iloc[3:]]), week="who")
    of_week = found.iloc[[0, 1, 2, 4, 5, 6, 7]]
    for name, path in FIGURES.items():
        assert of_week[name].tolist() == pytest.approx(
            [value_at(plan, path) for plan in plans], rel=1e-9
        )
    alone = plan_day(Athlete.of(**{**ONE, "mass_kg": 50.0}), days[0], Goal(aim="build"), menu=False)
    assert found["intake_kcal"].iloc[3] == pytest.approx(alone.energy.intake_kcal, rel=1e-9)


def test_leaves_to_the_models_what_has_no_equation_in_arrays():
    """An equation of choice, own targets and fixed meals are planned without the clock, too."""
    rows = pd.DataFrame([ONE, ONE, ONE, ONE]).assign(
        resting_equation=["mifflin", None, None, None],
        protein=[None, "150 g", None, None],
        meal_times=[None, None, ["05:00", "12:00", "18:00"], None],
    )
    found = plan_frame(rows, clock=False)
    athlete = Athlete.of(**ONE, resting_equation="mifflin")
    assert found["resting_kcal"].iloc[0] == plan_day(athlete, Day(), menu=False).energy.resting_kcal
    assert found["protein_g"].tolist()[1] == pytest.approx(150.0)
    assert found["refused"].isna().all()


def test_leaves_no_plain_row_to_the_models():
    """Text, times and words that the equations take are no reason for doubt."""
    row = {
        **ONE, "wake": "06:00", "sleep": "22:30", "weekly_lifts": 2, "conditions": "hypertension",
        "recent_race": "10 km in 48:30", "run_distance_km": 10.0, "run_start": "07:00",
        "run_effort": "race", "lift_duration_min": 60.0, "lift_start_min": 1080.0, "name": "Ana",
        "balance_kcal": 100.0, "meals_per_day": 4, "humidity_share": 0.6, "date": "2026-11-26",
    }  # fmt: skip
    rows = pd.DataFrame([row, ONE])
    assert not days_of(Rows({name: rows[name] for name in rows}, 2)).doubtful.any()

"""Own equations for resting energy and running: shown, held to limits, never surer than ours."""

import datetime as dt
from fractions import Fraction
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from fuelcalc import (
    Athlete,
    Calendar,
    Day,
    Goal,
    InputError,
    Log,
    LogDay,
    Models,
    Plan,
    forecast,
    learn,
    plan_day,
    plan_days,
    plan_frame,
    plan_household,
    plan_week,
    suggest_snacks,
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


class Any:
    """Whatever it is told, for one row of a table or a person alone; else 1,500 kcal."""

    name, source = "anything", "nobody"

    def __init__(self, value, where=62.0, *, raises=False):
        """What, for whom by their mass, and whether it is raised."""
        self.value, self.where, self.raises = value, where, raises

    def kcal_per_day(self, *, mass_kg, **_):
        """As numbers where these hold it, else as objects."""
        if self.raises and self.where in np.atleast_1d(mass_kg):
            raise self.value
        if isinstance(mass_kg, float):
            return self.value if mass_kg == self.where else 1500.0
        rows = [self.value if mass == self.where else 1500.0 for mass in mass_kg]
        return rows if isinstance(self.value, str | complex) else np.array(rows, dtype=object)

    def w_per_kg(self, *, speed_m_per_s, grade):
        """The same of a run, by the speed."""
        del grade
        return self.kcal_per_day(mass_kg=speed_m_per_s)


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


@pytest.mark.parametrize(
    "value", [1500, np.float32(1500.0), np.array(1500.0), Fraction(3000, 2), np.int64(1500)]
)
def test_takes_any_real_number(value):
    """Of whatever library, as it stands."""
    assert planned(Models(resting=Any(value))).energy.resting_kcal == 1500.0


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


GUARDED = {
    "minor": {"age": 16},
    "lean": {"mass": "51 kg"},
    "low-mass": {"mass": "55 kg"},
    "nearly-lean": {"body_fat": "13 %"},
    "kidney": {"conditions": ["kidney-disease"]},
    "diabetes": {"conditions": ["diabetes-insulin"]},
    "medicine": {"conditions": ["glp1"]},
    "heart": {"conditions": ["heart-failure"]},
    "older": {"age": 70},
}
"""Who must not be in deficit, and whose energy is shown: science.md 5.3."""


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

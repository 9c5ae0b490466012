"""All of a day's arithmetic: worked days, identities for any athlete, and traps."""

import math
import subprocess
import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuelcalc.science import balance, day
from fuelcalc.science.body import Body
from fuelcalc.science.numeric import as_given
from fuelcalc.science.resting import tenhaaf_kcal_per_day
from fuelcalc.science.sessions import Fluids, Session

HEAVY = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
MAN = SimpleNamespace(mass_kg=75.0, body_fat_share=0.15, ffm_kg=63.75, life_sd=as_given(None))
RESTING_KCAL = tenhaaf_kcal_per_day(mass_kg=75.0, height_cm=178.0, age_y=30.0, male=1.0)


def session(minutes, gross, sd):
    """A session of which only time and energy matter."""
    blank = dict.fromkeys(Session._fields, 0.0)
    return Session(**{**blank, "duration_min": minutes, "gross_kcal": gross, "sd_kcal": sd})


RUN = session(50.0, 749.9, 0.08 * 749.9)
LIFT = session(60.0, 275.6, 0.30 * 155.8)
BLENDED_LIFT = session(60.0, 275.6, 25.6)


def energy_of(runs, others, *, pal=1.5):
    """The worked man's day: 1,917.8 kcal at rest, PAL 1.5."""
    return day.energy(
        MAN,
        resting_kcal=RESTING_KCAL,
        resting_sd_share=0.08,
        pal=pal,
        runs=runs,
        others=others,
    )


def test_adds_a_day_up_as_worked():
    """1,917.8 x 1.5 = 2,877, + run 650 + lift 156 = 3,682 kcal; printed to 1 kcal."""
    spent = energy_of([RUN], [LIFT])
    assert spent.resting_kcal * 1.5 == pytest.approx(2877.0, abs=0.5)
    assert spent.net_kcal == pytest.approx((650.0, 156.0), abs=0.5)
    assert spent.expenditure_kcal == pytest.approx(3682.0, abs=0.6)
    assert spent.net_of_rest_kcal[0] == pytest.approx(683.3, abs=0.051)


def test_gives_the_worked_range():
    """SD 319.4, so 90 % of such days lie in 3,157-4,208; SD 317 with the sets weighed in."""
    spent = energy_of([RUN], [LIFT])
    assert spent.sd_kcal == pytest.approx(319.4, abs=0.1)
    assert day.expenditure_range(spent) == pytest.approx((3157.0, 4208.0), abs=1.0)
    assert energy_of([RUN], [BLENDED_LIFT]).sd_kcal == pytest.approx(317.0, abs=0.1)


def test_never_ranges_below_nothing():
    """An absurdly uncertain session widens the range upwards only from 0."""
    low, high = day.expenditure_range(energy_of([session(50.0, 749.9, 1e5)], []))
    assert low == 0.0
    assert high > 1e5


def test_never_counts_rest_twice():
    """Adding 750 gross kcal to the day would count the 67-100 kcal of that hour's life again."""
    spent = energy_of([RUN], [])
    double = spent.expenditure_kcal - RESTING_KCAL * 1.5
    assert 67.0 <= 749.9 - double <= 100.0
    # A PAL that already holds training, with the sessions on top, gives 4,478 kcal.
    assert energy_of([RUN], [LIFT]).expenditure_kcal < 0.85 * 4478.0


def test_adds_training_whole():
    """Compensation is an error bar, never a deduction: 100 kcal more of running is 100 more."""
    more = session(50.0, 849.9, 0.0)
    gain = energy_of([more], []).expenditure_kcal - energy_of([RUN], []).expenditure_kcal
    assert gain == pytest.approx(100.0)


def test_shares_one_economy_error_between_runs():
    """Two runs' errors add up; two lifts' errors add in squares."""
    one, two = energy_of([RUN], []), energy_of([RUN, RUN], [])
    lifts = energy_of([], [LIFT, LIFT])
    fixed = (0.08 * RESTING_KCAL * 1.5) ** 2 + (0.1 * RESTING_KCAL) ** 2

    def own(spent, added):
        return spent.sd_kcal**2 - fixed - (0.1 * added) ** 2

    assert own(two, sum(two.net_kcal)) == pytest.approx(4 * own(one, sum(one.net_kcal)))
    assert own(lifts, sum(lifts.net_kcal)) == pytest.approx(2 * (0.3 * 155.8) ** 2)


def test_plans_the_builder_as_an_independent_sketch_did(usual, plan_day_of):
    """62 kg, 10 km easy and heavy legs, desk, base: 3,000 + 270 kcal, 1.8 and 7.4 g/kg, 30 %."""
    out = plan_day_of(replace(usual, build=1.0))
    assert out.energy.expenditure_kcal == pytest.approx(3000.0, abs=10.0)
    assert out.targets.surplus_kcal == pytest.approx(270.0, abs=5.0)
    assert out.targets.protein_g / 62.0 == pytest.approx(1.8)
    assert out.targets.carbohydrate_g / 62.0 == pytest.approx(7.4, abs=0.05)
    assert 9.0 * out.targets.fat_g / out.targets.energy_kcal == pytest.approx(0.30)


def test_sums_nothing_in_the_shape_of_its_row():
    """No sessions are 0.0, not an error."""
    assert day.total([], like=5.0) == 0.0
    assert day.total([1.0, 2.0], like=0.0) == 3.0


def test_lets_a_given_resting_energy_win(usual, plan_day_of):
    """A measured 1,400 kcal replaces the blend, with a measurement's 4 %."""
    out = plan_day_of(replace(usual, resting_known=1.0, resting_given_kcal=1400.0))
    assert out.energy.resting_kcal == pytest.approx(1400.0)
    assert out.energy.resting_sd_share == pytest.approx(0.04)


def test_lets_counted_steps_win_over_the_category(usual, plan_day_of):
    """10,000 steps at 62 kg on 1,500 kcal, by hand: 1.42 + 0.44 x 62 x 10 / 1500 = 1.602."""
    known = {"resting_known": 1.0, "resting_given_kcal": 1500.0, "steps": 10_000.0}
    stepping = plan_day_of(replace(usual, steps_known=1.0, pal=1.9, **known))
    assert stepping.energy.pal == pytest.approx(1.602, abs=0.0005)
    assert plan_day_of(replace(usual, pal=1.9, **known)).energy.pal == pytest.approx(1.9)


def aim(**changes):
    """Building muscle with nothing known of the week, with some fields changed."""
    usual = {
        "build": 1.0, "experience_factor": 1.0, "season_factor": 1.0, "mileage_factor": 1.0,
        "weekly_net_kcal": as_given(None), "asked_kcal": as_given(None),
        "floor_share": 0.0, "loading": 0.0,
    }  # fmt: skip
    return day.Aim(**{**usual, **changes})


# Base 2,876.6 kcal, spent 3,526.7 with the run; by hand.
@pytest.mark.parametrize(
    ("changes", "balance", "surplus"),
    [({}, 352.7, 352.7), ({"weekly_net_kcal": as_given(123.4)}, 300.0, 300.0),
     ({"build": 0.0}, 0.0, 0.0), ({"build": 0.0, "floor_share": 0.05}, 176.3, 176.3),
     ({"floor_share": 0.05}, 352.7, 352.7), ({"asked_kcal": as_given(-200.0)}, -200.0, 352.7)],
)  # fmt: skip
def test_decides_the_balance(changes, balance, surplus):
    """The week sizes the surplus, a guard raises it, and what is asked for by hand wins."""
    body = SimpleNamespace(mass_kg=75.0)
    result = day.recommended_balance(body, energy_of([RUN], []), aim(**changes))
    assert result == pytest.approx((balance, surplus), abs=0.1)


def test_keeps_every_deficit_above_safe_intake():
    """3,682 kcal spent, 919 on training: safe is 919 + 1,918, so 500 may go and no more."""
    spent = energy_of([RUN], [LIFT])
    assert spent.safe_intake_kcal == pytest.approx(683.3 + 195.7 + 1917.8, abs=0.2)
    assert day.largest_deficit(MAN, spent) == pytest.approx(500.0)


def test_allows_no_deficit_where_none_is_safe():
    """With a daily life of 1.0 nothing is left above safe intake, and none is offered."""
    spent = energy_of([], [], pal=0.95)
    assert day.largest_deficit(MAN, spent) == 0.0


@HEAVY
@given(data=st.data())
def test_keeps_every_identity(data, plans, plan_day_of):
    """For any athlete the parts give the whole, and 4/4/9 gives the energy."""
    plan = data.draw(plans)
    out = plan_day_of(plan)
    e, t = out.energy, out.targets
    parts = e.resting_kcal + e.daily_life_kcal + e.digestion_kcal + sum(e.net_kcal)
    assert parts == pytest.approx(e.expenditure_kcal, rel=1e-9)
    assert sum(e.net_of_rest_kcal) == pytest.approx(e.exercise_kcal, rel=1e-9)
    assert e.digestion_kcal == pytest.approx(0.10 * e.pal * e.resting_kcal)
    assert e.expenditure_kcal + t.balance_kcal == pytest.approx(t.energy_kcal, rel=1e-9)
    macros = 4.0 * t.protein_g + 4.0 * t.carbohydrate_g + 9.0 * t.fat_g
    assert macros == pytest.approx(t.energy_kcal, rel=1e-9)
    if plan.loading_race_min <= 60.0 or plan.days_to_race == 2.0:
        assert t.fibre_g == pytest.approx(min(0.014 * t.energy_kcal, 45.0))
    assert min(t.behind_kcal, t.raised_kcal) == pytest.approx(0.0, abs=1e-6)
    left = (t.energy_kcal - e.exercise_kcal) / e.ffm_kg
    assert left == pytest.approx(t.availability_kcal_per_kg_ffm, rel=1e-9)


@HEAVY
@given(data=st.data())
def test_keeps_every_floor_and_answers_everybody(data, plans, plan_day_of):
    """Whatever the body and the day: finite figures, protein 1.2-2.5 g/kg, fat on its floor."""
    plan = data.draw(plans)
    out = plan_day_of(plan)
    t, kg = out.targets, out.targets.reference_mass_kg
    sessions = [*out.runs, *out.others]
    figures = [*t, *out.feedings.values(), out.fluid_ml, out.energy.sd_kcal]
    figures += [figure for one in sessions for figure in (*one[:-1], *one.fluids)]
    assert all(math.isfinite(figure) for figure in figures)
    assert 1.2 * kg - 1e-6 <= t.protein_g <= 2.5 * kg + 1e-6
    assert t.fat_g >= 0.5 * kg - 1e-6
    if plan.loading_race_min <= 60.0:
        assert t.fat_g >= 0.6 * kg - 1e-6
    assert t.carbohydrate_g >= t.need_g - 1e-6 >= 3.0 * kg - 1e-5
    eaten_g = sum(one.during_carbohydrate_g for one in [*out.runs, *out.others])
    assert t.carbohydrate_g - eaten_g <= 12.0 * kg + 1e-6
    assert out.energy.daily_life_kcal > 0.0
    low, high = day.expenditure_range(out.energy)
    assert 0.0 <= low < out.energy.expenditure_kcal < high
    for s in [*out.runs, *out.others]:
        assert 0.0 <= s.fluids.drink_l <= 0.8 * s.fluids.sweat_l + 1e-9


@HEAVY
@given(data=st.data())
def test_never_makes_a_safe_day_unsafe(data, plans, plan_day_of):
    """No legal balance leaves the day under its safe intake, but for what the next days repay."""
    out = plan_day_of(data.draw(plans))
    safe = min(out.energy.safe_intake_kcal, out.energy.expenditure_kcal)
    assert out.targets.energy_kcal + out.targets.behind_kcal >= safe - 1e-6


@HEAVY
@given(data=st.data(), longer=st.floats(1.0, 1.5), same_time=st.booleans())
def test_spends_more_on_more_distance(data, longer, same_time, plans, plan_day_of):
    """A longer run, at its pace or in its time, never lowers what the day spends."""
    # A resting energy mistyped far too high would make sitting dearer than walking.
    plan = replace(data.draw(plans), resting_known=0.0)
    pace = max(plan.pace_s_per_km / longer, 150.0) if same_time else plan.pace_s_per_km
    stretched = plan.distance_km * (plan.pace_s_per_km / pace if same_time else longer)
    more = replace(plan, distance_km=stretched, pace_s_per_km=pace)
    before, after = plan_day_of(plan).energy, plan_day_of(more).energy
    assert after.expenditure_kcal >= before.expenditure_kcal - 1e-6


@pytest.mark.parametrize(
    "run",
    [(62.0, 32.0, 340.0, 0.70), (62.0, 42.2, 330.0, 0.77), (45.0, 60.0, 600.0, 0.60),
     (70.0, 100.0, 540.0, 0.60)],
)  # fmt: skip
def test_feeds_the_run_out_of_the_day(run, usual, plan_day_of):
    """What is eaten on the run is part of the day's carbohydrate and never more than all of it."""
    names = ("mass_kg", "distance_km", "pace_s_per_km", "effort_share")
    plan = replace(usual, lift_min=0.0, **dict(zip(names, run, strict=True)))
    out = plan_day_of(plan)
    assert out.feedings["during_g"] <= out.targets.carbohydrate_g


@pytest.mark.parametrize(("known", "mg_per_l"), [(0.0, 920.0), (1.0, 500.0), (1.0, 1600.0)])
def test_salts_meals_as_well_as_the_run(known, mg_per_l, usual, plan_day_of):
    """The day's sodium holds what is taken on a hot long run, and 1,500 mg for meals besides."""
    plan = replace(
        usual,
        distance_km=30.0,
        temperature_degc=30.0,
        sweat_sodium_mg_per_l=mg_per_l,
        sweat_sodium_known=known,
    )
    out = plan_day_of(plan)
    assert out.targets.sodium_mg - out.feedings["sodium_mg"] >= 1500.0 - 1e-6


def test_plans_floats_without_numpy():
    """One athlete needs no numpy: importing and adding up a day leaves it unloaded."""
    code = (
        "import sys, fuelcalc.science.day as day, fuelcalc.science.resting as r\n"
        "r.mifflin_share(age_y=50.0, bmi=22.0, sessions_per_week=5.0)\n"
        "day.total([1.0], like=1.0)\n"
        "raise SystemExit('numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False)  # noqa: S603 - our own line
    assert done.returncode == 0


# By hand: 60 kg, 108 g protein; meals hold 600 g of carbohydrate and at most 30-35 % fat, so
# (432 + 2,400) / 0.65 = 4,356.9 kcal on a day of 5,000 and more, and 840 kcal on the way.
@pytest.mark.parametrize(
    ("burned_kcal", "behind_kcal"),
    [(3000.0, 0.0), (3190.0, 0.0), (4000.0, 803.1), (6000.0, 2803.1)],
)
def test_ends_an_ultra_behind_and_feeds_no_monstrous_meal(burned_kcal, behind_kcal):
    """Beyond 10 g/kg in meals and 35 % fat the rest is left for the next days, and said."""
    body = Body(
        mass_kg=60.0, height_cm=170.0, age_y=30.0, male=1.0, body_fat=as_given(0.15),
        ffm_sd_share=0.07, resting_kcal=as_given(1500.0), resting_sd_share=0.04, pal=1.333333333,
        steps=as_given(None), sessions_per_week=6.0, lifts_per_week=0.0, vegan=0.0,
    )  # fmt: skip
    ultra = session(0.0, burned_kcal, 0.0)._replace(
        carbohydrate_g=700.0, during_carbohydrate_g=210.0, fluids=Fluids(0.0, 0.0, 0.0, 0.0)
    )
    spent = day.energy(
        body, resting_kcal=1500.0, resting_sd_share=0.04, pal=4.0 / 3.0, runs=[ultra], others=[]
    )
    intake = day.targets(body, spent, aim(build=0.0), [ultra])
    assert intake.behind_kcal == pytest.approx(behind_kcal, abs=0.1)
    assert intake.balance_kcal == pytest.approx(-behind_kcal, abs=0.1)
    assert intake.carbohydrate_g <= 810.0 + 1e-9


@pytest.mark.parametrize(
    ("owed", "repaid"), [(-50.0, 0.0), (0.0, 0.0), (899.0, 899.0), (901.0, 900.0), (9000.0, 900.0)]
)
def test_repays_what_was_left_in_days(owed, repaid):
    """Up to 15 kcal/kg a day: 900 for 60 kg, from both sides."""
    assert balance.repaid_kcal(owed_kcal=owed, mass_kg=60.0) == repaid


def test_eats_what_is_repaid(usual, plan_day_of):
    """600 kcal owed are 600 kcal more today, in the balance and by a field of their own."""
    plain, after = plan_day_of(usual), plan_day_of(replace(usual, owed_kcal=600.0))
    assert after.targets.energy_kcal - plain.targets.energy_kcal == pytest.approx(600.0)
    assert after.targets.repaid_kcal == 600.0
    assert after.targets.balance_kcal - plain.targets.balance_kcal == pytest.approx(600.0)

"""A deficit and the days of its week: key days keep their fuel, rest days carry what they can."""

import re
from datetime import timedelta

import pytest
from people import MONDAY, athlete, day, lift, plan, reasons, run

from fuelcalc import Plan, plan_week, words
from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Goal
from fuelcalc.planning.average import average_day
from fuelcalc.planning.day import plan_day

# 0.7 % of 62 kg a week at 7,700 kcal a kg: 0.434 x 7,700 / 7.
BY_MASS = int(0.007 * 62.0 * 7700.0 / 7.0)
DEFICIT = Goal(balance_kcal=-300.0)
MARATHON = day(run(distance_km=42.2, pace_s_per_km=300.0, effort="race"))
PARKRUN = day(run("09:00", distance_km=5.0, effort="race"))


@pytest.mark.parametrize(
    ("when", "after", "cause"),
    [
        pytest.param(PARKRUN, None, "this is a race day", id="race"),
        pytest.param(day(), PARKRUN, "a race is tomorrow", id="eve"),
        pytest.param(day(), MARATHON, "a race is tomorrow", id="loads"),
        pytest.param(
            day(run("09:00", duration_min=90.0, effort="easy")), None, "a long session", id="long"
        ),
    ],
)
def test_f16_takes_nothing_from_a_key_day(when, after, cause):
    """On a race day, its eve and with 90 min of training nothing of a deficit is planned."""
    found = plan(when=when, goal=DEFICIT, after=after)
    assert found.energy.balance_kcal >= -1e-9
    assert found.energy.recommendation != "deficit"
    (moved,) = [reason for reason in found.energy.reasons if reason.code == "deficit-moved"]
    assert cause in words(moved)
    assert "carries 0 kcal" in words(moved)
    assert "300 kcal a day" in words(
        next(reason for reason in found.energy.reasons if reason.code == "deficit-dropped")
    )


@pytest.mark.parametrize(
    ("minutes", "got"), [(75.0, 300.0), (82.5, 150.0), (89.0, 20.0), (90.0, 0.0)]
)
def test_f16_eases_a_deficit_off_with_the_longest_session(minutes, got):
    """All of it up to 75 min, half at 82.5, next to nothing at 89, none of a long one."""
    when = day(run("09:00", duration_min=minutes, effort="easy"), lift("18:00", duration_min=30.0))
    assert plan(when=when, goal=DEFICIT).energy.balance_kcal == pytest.approx(-got, abs=1e-9)


def test_f16_lets_rest_days_carry_what_key_days_leave_out():
    """Of seven times 200 kcal the day of two hours carries none, the six others all of it."""
    long = day(run("09:00", duration_min=120.0, effort="long"))
    week = [*(day() for _ in range(6)), long]
    goal = Goal(balance_kcal=-200.0)
    rest = plan(when=week[0], goal=goal, week=week)
    assert rest.energy.balance_kcal == pytest.approx(-1400.0 / 6.0)
    assert "easier days carry" in words(
        next(reason for reason in rest.energy.reasons if reason.code == "deficit-moved")
    )
    assert plan(when=long, goal=goal, week=week).energy.balance_kcal == pytest.approx(0.0)
    assert "deficit-dropped" not in reasons(rest)


def test_f16_drops_what_no_day_can_carry_safely():
    """With six long days in a week the one rest day carries its own largest deficit, no more."""
    long = day(run("09:00", duration_min=120.0, effort="long"))
    week = [*(long for _ in range(6)), day()]
    found = plan(athlete(daily_life="home"), week[6], goal=Goal(balance_kcal=-250.0), week=week)
    # Of the 7 x 250 kcal one day may carry 20 % of what it costs.
    most = 0.20 * found.energy.expenditure_kcal
    assert most < BY_MASS
    assert found.energy.balance_kcal == pytest.approx(-most)
    (dropped,) = [reason for reason in found.energy.reasons if reason.code == "deficit-dropped"]
    assert dropped.values["dropped_kcal"] == pytest.approx(250.0 - most / 7.0)


def test_f16_counts_a_race_in_the_week_and_its_eve():
    """The day before a race of the same week carries none either; five others share it."""
    week = [*(day() for _ in range(5)), day(), PARKRUN]
    week = [one.model_copy(update={"date": MONDAY + timedelta(n)}) for n, one in enumerate(week)]
    goal = Goal(balance_kcal=-200.0)
    found = plan(when=week[0], goal=goal, week=week, after=week[1])
    assert found.energy.balance_kcal == pytest.approx(-1400.0 / 5.0)
    eve = plan(when=week[5], goal=goal, week=week, after=week[6])
    assert eve.energy.balance_kcal == pytest.approx(0.0)


def test_keeps_the_week_at_35_kcal_per_kg():
    """A deficit that would leave the mean day under 35 kcal/kg is refused, the largest named."""
    who = athlete(
        daily_life="home", body_fat_share=0.155, weekly_mileage_km=40.0,
        resting_energy_kcal_per_day=1400.0,
    )  # fmt: skip
    with pytest.raises(InputError, match=r"more than this week allows.*35 kcal for each kg") as no:
        plan(who, goal=Goal(balance_kcal=-300.0))
    largest = re.search(r"largest deficit is (\d+) kcal", str(no.value))
    fine = plan(who, goal=Goal(balance_kcal=-float(largest[1])))
    mean = plan_day(who, average_day(who), menu=False).energy
    left = mean.expenditure_kcal - float(largest[1]) - mean.exercise_kcal
    assert left / (62.0 * 0.845) == pytest.approx(35.0, abs=0.05)
    assert fine.energy.recommendation == "deficit"


def test_holds_a_deficit_against_the_week_as_well():
    """A rest day alone would allow more than a week of long sessions does."""
    long = day(lift("10:00", duration_min=240.0), lift("16:00", duration_min=240.0))
    # At rest 1.42 x 1,500 = 2,130, and 20 % of it is 426. Safe is 30 x 52.4 = 1,572, and eight
    # hours of lifting on six days displace 180 kcal of daily life a day: 558 - 180 = 378.
    who = athlete(daily_life="home", body_fat_share=0.155, resting_energy_kcal_per_day=1500.0)
    rest = plan(who, goal=Goal(balance_kcal=-400.0))
    assert rest.energy.recommendation == "deficit"
    with pytest.raises(InputError, match="more than this week allows"):
        plan(who, goal=Goal(balance_kcal=-400.0), week=[day(), *[long] * 6])


@pytest.mark.parametrize("runs", [{}, {"wednesday": 18, "friday": 18, "sunday": 18}])
def test_leaves_nothing_of_days_that_pause_to_others(runs):
    """Monday and Tuesday carry their own deficit, and none of five days that have none."""
    who = {"sex": "male", "age": 40, "mass": "90 kg", "height": "180 cm"}
    week = {day: {"runs": [f"{km} km long 08:00"]} for day, km in runs.items()}
    found = plan_week(
        Plan.of(
            athlete={**who, "deficit_since": MONDAY - timedelta(days=82)},
            goal={"balance": "-300 kcal"},
            week=week or {"monday": {"runs": ["5 km easy"]}},
        ),
        first=MONDAY,
        menu=False,
    )
    assert [round(one.energy.balance_kcal) for one in found.days] == [-300, -300, 0, 0, 0, 0, 0]

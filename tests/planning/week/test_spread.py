"""R06 A week from its mileage alone: spread in the usual pattern, shown and labelled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people import athlete

from fuelcalc.errors import InputError
from fuelcalc.planning.week.spread import spread_week


def kilometres(days):
    """How far is run on each day."""
    return [sum(run.distance_km for run in day.runs) for day in days]


def lifts(days):
    """How often is lifted on each day."""
    return [len(day.lifts) for day in days]


@pytest.mark.parametrize(
    ("km", "running"), [(12, 2), (15, 2), (16, 3), (30, 3), (45, 4), (70, 5), (71, 6), (160, 6)]
)
def test_runs_on_more_days_with_more_kilometres(km, running):
    """Two days up to 15 km a week, six beyond 70; the longest is on Sunday."""
    days = spread_week(athlete(weekly_mileage=f"{km} km"))
    found = kilometres(days)
    assert sum(one > 0.0 for one in found) == running
    assert found[6] == max(found)
    assert days[6].runs[0].effort == "long"


def test_r06_a_week_of_45_km_and_three_lifts():
    """Worked by hand: 30 % of 45 km on Sunday, three of 10.5 km, Monday and Friday free."""
    days = spread_week(athlete(weekly_mileage="45 km", weekly_lifts=3))
    assert kilometres(days) == pytest.approx([0, 10.5, 10.5, 10.5, 0, 0, 13.5])
    assert lifts(days) == [0, 1, 0, 1, 0, 1, 0]
    assert [day.lifts[0].focus for day in days if day.lifts] == ["full", "full", "upper"]


@given(
    km=st.floats(0.1, 400.0),
    n_lifts=st.integers(0, 14),
    running=st.none() | st.integers(1, 7),
    longest=st.none() | st.floats(0.15, 1.0),
)
def test_adds_up(km, n_lifts, running, longest):
    """Whatever is asked, all kilometres and lifts stand somewhere and Sunday's run is longest."""
    who = athlete(weekly_mileage_km=km, weekly_lifts=n_lifts)
    if longest is not None and running is None:
        running = 7
    if longest is not None and longest < 1.0 / running:
        with pytest.raises(InputError, match="the longest run is no shorter"):
            spread_week(who, running_days=running, long_run_share=longest)
        return
    if km * (longest or 1.0 / (running or 6)) > 295.0:
        return
    days = spread_week(who, running_days=running, long_run_share=longest)
    found = kilometres(days)
    assert sum(found) == pytest.approx(km, abs=1e-5)
    assert found[6] == max(found)
    assert sum(lifts(days)) == n_lifts
    assert all(day.lifts[0].focus == "upper" for day in days[5:6] if day.lifts)


@pytest.mark.parametrize(("running", "longest"), [(1, None), (2, 0.9)])
def test_has_no_run_longer_than_any(running, longest):
    """A week of 400 km on one day is no run."""
    with pytest.raises(InputError, match="makes one run of"):
        spread_week(athlete(weekly_mileage_km=400.0), running_days=running, long_run_share=longest)


def test_lifts_apart_without_running():
    """Who only lifts does so with a day between."""
    assert lifts(spread_week(athlete(weekly_lifts=3))) == [1, 0, 0, 1, 0, 1, 0]


def test_says_nothing_of_who_said_nothing():
    """Without mileage and lifts there is no week."""
    assert spread_week(athlete()) is None
    assert spread_week(athlete(weekly_mileage="0 km", weekly_lifts=0)) is None

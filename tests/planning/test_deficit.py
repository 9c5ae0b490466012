"""How much of a deficit a day carries, and why."""

import datetime as dt

import pandas as pd
import pytest
from people import codes, day, man, plan, run

from fuelcalc import Day, InputError, plan_day, plan_frame
from fuelcalc.models.athlete import Goal
from fuelcalc.planning.deficit import Load
from fuelcalc.science.balance import deficit_share


def test_says_when_loading_alone_holds_a_day_back():
    """Two days before a race carbohydrate may be loaded while no race is tomorrow."""
    assert Load((), (), loading=0.5).cause == "loading"
    assert Load((), (), loading=0.5).share == 0.0
    assert Load((), ()).cause is None


@pytest.mark.parametrize(
    ("longest", "loading", "share"),
    [(0.0, 0.0, 1.0), (75.0, 0.0, 1.0), (82.5, 0.0, 0.5), (90.0, 0.0, 0.0), (300.0, 0.0, 0.0),
     (0.0, 0.125, 0.5), (0.0, 0.25, 0.0), (0.0, 1.0, 0.0), (82.5, 0.125, 0.25)],
)  # fmt: skip
def test_eases_off_between_75_and_90_minutes(longest, loading, share):
    """Both edges of both ramps, and half-way: from an hour and a half on a session is long."""
    assert deficit_share(longest_min=longest, loading=loading) == pytest.approx(share)


@pytest.mark.parametrize("text", ["8 km long in 50:00 07:00", "96 min easy 07:00"])
def test_a_long_session_carries_none(text):
    """One that is called long, however short it is, or takes an hour and a half."""
    found = plan_day(man(), Day.of(runs=[text]), goal=Goal(balance_kcal=-150.0), menu=False)
    assert found.energy.balance_kcal == pytest.approx(0.0, abs=1e-6)
    easy = Day.of(runs=["8 km easy in 50:00 07:00"])
    carried = plan_day(man(), easy, goal=Goal(balance_kcal=-150.0), menu=False)
    assert carried.energy.balance_kcal == pytest.approx(-150.0)


@pytest.mark.parametrize(
    ("since", "pauses"),
    [("2026-09-03", True), ("2026-01-01", True), ("2026-09-04", False), (None, False)],
)
def test_pauses_after_twelve_weeks(since, pauses):
    """
    84 days before 26 November is 3 September: from then on a day is at balance, and it is said.

    Nothing is built of it; without a deficit, and on a day without a date, nothing is said.
    """
    known = {} if since is None else {"deficit_since": dt.date.fromisoformat(since)}
    when = day(run("07:00"), date=dt.date(2026, 11, 26))
    goal = Goal(balance_kcal=-200.0, aim="build")
    found = plan(man(**known), when, goal=goal)
    assert ("deficit-is-long" in codes(found)) is pauses
    assert found.energy.balance_kcal == pytest.approx(0.0 if pauses else -200.0, abs=1e-6)
    assert "deficit-is-long" not in codes(plan(man(**known), when))
    assert "deficit-is-long" not in codes(plan(man(**known), day(run("07:00")), goal=goal))


@pytest.mark.parametrize("days", [6, 7, 300])
def test_refuses_a_beginning_that_is_far_ahead(days):
    """A week may be planned in which a deficit begins; a later one is a slip that hides weeks."""
    since = dt.date(2026, 11, 26) + dt.timedelta(days=days)
    when = day(run("07:00"), date=dt.date(2026, 11, 26))
    slow = man(deficit_since=since)
    assert plan(slow, when).energy is not None
    if days <= 6:
        assert plan(slow, when, goal=Goal(balance_kcal=-200.0)).energy.balance_kcal < 0.0
        return
    with pytest.raises(InputError) as caught:
        plan(slow, when, goal=Goal(balance_kcal=-200.0))
    assert caught.value.value == since
    assert str(caught.value) == (
        f"deficit_since: {since} is {days} days after 2026-11-26, the day that is planned in "
        "deficit; write the day on which the deficit began"
    )


@pytest.mark.parametrize("clock", [True, False])
def test_holds_in_a_table_too(clock):
    """Rows of one table: paused, going on, begun in a year that is not there, and a long run."""
    row = {"sex": "male", "age": 38, "mass_kg": 83.0, "height_cm": 181.0, "balance_kcal": -150.0,
           "date": "2026-11-26"}  # fmt: skip
    rows = pd.DataFrame(
        [
            {**row, "deficit_since": "2026-01-01"},
            {**row, "deficit_since": "2026-11-01"},
            {**row, "deficit_since": "2027-11-01"},
            {**row, "run": "8 km long in 50:00 07:00"},
            {**row, "run": "8 km easy in 50:00 07:00"},
        ]
    )
    found = plan_frame(rows, clock=clock)
    assert found["balance_kcal"].round(6).tolist()[:2] == [0.0, -150.0]
    assert found["refused"].iloc[2].startswith("deficit_since: 2027-11-01 is 340 days after")
    assert found["balance_kcal"].round(6).tolist()[3:] == [0.0, -150.0]

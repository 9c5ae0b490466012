"""How much of a deficit a day carries, and why."""

import datetime as dt

import pytest
from people import codes, day, man, plan, run

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
    [(0.0, 0.0, 1.0), (75.0, 0.0, 1.0), (90.0, 0.0, 0.5), (105.0, 0.0, 0.0), (300.0, 0.0, 0.0),
     (0.0, 0.125, 0.5), (0.0, 0.25, 0.0), (0.0, 1.0, 0.0), (90.0, 0.125, 0.25)],
)  # fmt: skip
def test_eases_off_between_75_and_105_minutes(longest, loading, share):
    """Both edges of both ramps, and half-way."""
    assert deficit_share(longest_min=longest, loading=loading) == pytest.approx(share)


@pytest.mark.parametrize(
    ("since", "is_said"),
    [("2026-09-03", True), ("2026-09-02", True), ("2026-09-04", False), (None, False)],
)
def test_asks_for_maintenance_after_twelve_weeks(since, is_said):
    """84 days before 26 November is 3 September; without a deficit nothing is said."""
    known = {} if since is None else {"deficit_since": dt.date.fromisoformat(since)}
    when = day(run("07:00"), date=dt.date(2026, 11, 26))
    found = plan(man(**known), when, goal=Goal(balance_kcal=-200.0))
    assert ("deficit-is-long" in codes(found)) is is_said
    assert "deficit-is-long" not in codes(plan(man(**known), when))
    assert "deficit-is-long" not in codes(
        plan(man(**known), day(run("07:00")), goal=Goal(balance_kcal=-200.0))
    )

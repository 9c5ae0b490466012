"""How much of a deficit a day carries, and why."""

import pytest

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

"""What is asked about before it stands in a log."""

import datetime as dt

import pytest

from fuelcalc.models.log import LogDay
from fuelcalc.planning.learning.slips import Slip, slips_of

DAY = dt.date(2026, 11, 26)


def before(masses=(), intakes=()):
    """A log of the days before, the oldest first."""
    n_days = max(len(masses), len(intakes))
    return [
        LogDay(
            date=DAY - dt.timedelta(days=n_days - place),
            mass_kg=masses[place] if place < len(masses) else None,
            intake_kcal=intakes[place] if place < len(intakes) else None,
        )
        for place in range(n_days)
    ]


# 30 % from the usual is an estimate; both edges from both sides.
@pytest.mark.parametrize(
    ("kg", "is_asked"), [(91.0, False), (91.1, True), (49.0, False), (48.9, True), (70.0, False)]
)
def test_asks_about_a_mass_far_from_the_usual(kg, is_asked):
    """By the log, and by the plan where no log says."""
    reading = LogDay(date=DAY, mass_kg=kg)
    assert bool(slips_of(before([70.0, 70.0]), reading, mass_kg=200.0)) == is_asked
    assert bool(slips_of([], reading, mass_kg=70.0)) == is_asked
    assert slips_of([], reading, mass_kg=None) == ()


def test_goes_by_the_mornings_nearest_in_time():
    """Who weighed 100 kg for a year, and 65 for nine mornings, is usual at 65."""
    days = before([100.0] * 40 + [65.0] * 9)
    assert slips_of(days, LogDay(date=DAY, mass_kg=64.0), mass_kg=None) == ()
    (slip,) = slips_of(days, LogDay(date=DAY, mass_kg=99.0), mass_kg=None)
    assert slip == Slip("mass", "far", 65.0)


def test_does_not_count_the_day_itself():
    """A figure that is to be replaced tells nothing of what is usual."""
    days = [*before([70.0]), LogDay(date=DAY, mass_kg=140.0)]
    assert slips_of(days, LogDay(date=DAY, mass_kg=71.0), mass_kg=None) == ()


@pytest.mark.parametrize(
    ("kg", "meant"), [(154.3, "lb"), (31.8, "kg"), (110.0, None), (40.0, None)]
)
def test_says_which_unit_may_be_meant(kg, meant):
    """1 kg is 2.2046 lb, either way."""
    (slip,) = slips_of(before([70.0]), LogDay(date=DAY, mass_kg=kg), mass_kg=None)
    assert slip == Slip("mass", "far", 70.0, meant)


@pytest.mark.parametrize(
    ("kcal", "slip"),
    [
        (0.0, Slip("intake", "little")),
        (199.9, Slip("intake", "little")),
        (200.0, None),
        (8000.0, None),
        (10_000.0, None),
        (10_000.1, Slip("intake", "much", None, "kJ")),
        # 2,000 kcal are 8,368 kJ.
        (8368.0, Slip("intake", "far", 2000.0, "kJ")),
    ],
)
def test_asks_about_an_intake_that_no_day_holds(kcal, slip):
    """Under the least, over the most, or in kJ by what the log has of other days."""
    n_days = 3 if slip is not None and slip.usual else 2
    days = before(intakes=[2000.0] * n_days)
    assert slips_of(days, LogDay(date=DAY, intake_kcal=kcal), mass_kg=None) == (
        () if slip is None else (slip,)
    )


def test_asks_about_both():
    """A day may be doubtful in both."""
    reading = LogDay(date=DAY, mass_kg=200.0, intake_kcal=9.0)
    assert [slip.name for slip in slips_of([], reading, mass_kg=70.0)] == ["mass", "intake"]

"""Caffeine: doses as worked for four runners, and what the night leaves of them."""

import pytest

from fuelcalc.science.caffeine import caffeine_mg, later_caffeine_mg


@pytest.mark.parametrize(
    ("mass_kg", "worked"), [(52.0, 156.0), (62.0, 186.0), (75.0, 200.0), (90.0, 200.0)]
)
def test_gives_3_mg_per_kg_and_at_most_200(mass_kg, worked):
    """3 mg/kg for 52 to 90 kg, 200 mg at once at the most (Guest 2021)."""
    assert caffeine_mg(mass_kg=mass_kg, hours_to_bed=14.0) == worked


@pytest.mark.parametrize(
    ("hours", "most"), [(0.0, 0.0), (8.99, 0.0), (9.0, 100.0), (11.0, 150.0), (13.0, 200.0)]
)
def test_leaves_the_night_alone(hours, most):
    """100 mg from 9 h before bed, 200 from 13 h, nothing nearer (Gardiner 2023)."""
    assert caffeine_mg(mass_kg=90.0, hours_to_bed=hours) == pytest.approx(most)


@pytest.mark.parametrize(
    ("minutes", "hours", "mg"),
    [(120.0, 14.0, 0.0), (120.1, 14.0, 72.0), (210.0, 9.0, 72.0), (210.0, 8.9, 0.0)],
)
def test_keeps_a_third_for_the_way_in_a_long_race(minutes, hours, mg):
    """1 mg/kg on the way from two hours on, and none within nine hours of bed."""
    found = later_caffeine_mg(mass_kg=72.0, duration_min=minutes, hours_to_bed=hours)
    assert found == pytest.approx(mg)


@pytest.mark.parametrize(("mass_kg", "before"), [(52.0, 104.0), (72.0, 144.0), (90.0, 180.0)])
def test_leaves_two_thirds_for_before(mass_kg, before):
    """What is taken on the way is counted: 2 mg/kg are left for before."""
    found = caffeine_mg(mass_kg=mass_kg, hours_to_bed=14.0, later_mg=mass_kg)
    assert found == pytest.approx(before)


def test_never_gives_400_mg_a_day_nor_less_than_nothing():
    """The heaviest take 200 mg at once at most; who takes all of it on the way has none before."""
    later = later_caffeine_mg(mass_kg=300.0, duration_min=300.0, hours_to_bed=16.0)
    assert later == 200.0
    assert caffeine_mg(mass_kg=300.0, hours_to_bed=16.0, later_mg=later) + later == 400.0
    assert caffeine_mg(mass_kg=20.0, hours_to_bed=16.0, later_mg=75.0) == 0.0

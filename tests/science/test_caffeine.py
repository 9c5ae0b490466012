"""Caffeine: doses as worked for four runners, and what the night leaves of them."""

import pytest

from fuelcalc.science.caffeine import caffeine_mg


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

"""What sits well before a session: every row of the table, and between them."""

from itertools import pairwise

import pytest

from fuelcalc.science.before import (
    before_ceilings,
    before_lift_ceilings,
    before_limits,
    drink_share_before,
    strain_share,
)

# The rows of the table before a session: g/kg (middle of the range, and by hand three quarters of
# the way from there to its upper figure, for long runs), fat, fibre, protein, ml.
ROWS = [
    (15.0, 0.275, 0.33125, 2.0, 1.5, 3.0, 150.0),
    (30.0, 0.40, 0.475, 3.0, 3.5, 5.0, 200.0),
    (60.0, 0.75, 0.9375, 5.0, 6.0, 10.0, 325.0),
    (90.0, 1.15, 1.2625, 8.0, 7.0, 15.0, 400.0),
    (120.0, 1.60, 1.90, 10.0, 9.0, 20.0, 500.0),
    (180.0, 2.50, 2.875, 15.0, 12.0, 30.0, 420.0),
    (240.0, 3.25, 3.8125, 25.0, 15.0, 40.0, 420.0),
]


@pytest.mark.parametrize("row", ROWS)
def test_reads_the_table_before_a_session(row):
    """Each row for 70 kg: range middles, upper limits, and 6 ml/kg from three hours on."""
    minutes, *expected = row
    assert list(before_limits(minutes=minutes, mass_kg=70.0)) == pytest.approx(expected)


@pytest.mark.parametrize(("before", "after"), list(pairwise(ROWS)))
def test_goes_straight_from_row_to_row(before, after):
    """Halfway between two rows everything is their mean."""
    middle = before_limits(minutes=0.5 * (before[0] + after[0]), mass_kg=70.0)
    mean = [0.5 * (a + b) for a, b in zip(before[1:], after[1:], strict=True)]
    assert list(middle) == pytest.approx(mean)


@pytest.mark.parametrize(("minutes", "row"), [(0.0, ROWS[0]), (1000.0, ROWS[-1])])
def test_stays_level_beyond_the_table(minutes, row):
    """Under a quarter of an hour and over four hours nothing changes any more."""
    assert list(before_limits(minutes=minutes, mass_kg=70.0)) == pytest.approx(row[1:])


def test_lets_a_banana_and_oats_be_answers():
    """A banana has 3.1 g of fibre, 50 g of oats 5.3 g: allowed at 30 min and at 60 min."""
    assert before_limits(minutes=30.0, mass_kg=70.0).fibre_g >= 3.1
    assert before_limits(minutes=60.0, mass_kg=70.0).fibre_g >= 5.3


# The same rows as ceilings for 70 kg and a hard run: the upper g/kg, fat, fibre, protein.
CEILINGS = [
    (15.0, 0.35, 2.0, 1.5, 3.0),
    (30.0, 0.50, 3.0, 3.5, 5.0),
    (60.0, 1.00, 5.0, 6.0, 10.0),
    (90.0, 1.30, 8.0, 7.0, 15.0),
    (120.0, 2.00, 10.0, 9.0, 20.0),
    (180.0, 3.00, 15.0, 12.0, 30.0),
    (240.0, 4.00, 25.0, 15.0, 40.0),
]


def ceilings(minutes, **changes):
    """Ceilings that many minutes before a hard run of 90 minutes, with some inputs changed."""
    usual = {"mass_kg": 70.0, "intensity": 0.86, "duration_min": 90.0, "strain": 1.0}
    return before_ceilings(minutes=minutes, **{**usual, **changes})


@pytest.mark.parametrize("row", CEILINGS)
def test_reads_the_table_as_ceilings(row):
    """Each row holds its upper figures, and for 105 kg half as much again of every column."""
    minutes, g_per_kg, *columns = row
    assert list(ceilings(minutes)) == pytest.approx([70.0 * g_per_kg, *columns])
    heavy = [105.0 * g_per_kg, *(1.5 * column for column in columns)]
    assert list(ceilings(minutes, mass_kg=105.0)) == pytest.approx(heavy)


@pytest.mark.parametrize(
    ("minutes", "fat_g"), [(240.0, 25.0), (255.0, 25.0 / 0.75), (270.0, 50.0), (285.0, 100.0)]
)
def test_eases_ceilings_between_four_and_five_hours(minutes, fat_g):
    """A quarter of an hour beyond four takes a quarter of the row's hold; at five it is none."""
    assert ceilings(minutes).fat_g == pytest.approx(fat_g)
    assert ceilings(300.0).fat_g > 1e9


@pytest.mark.parametrize(
    ("intensity", "duration_min", "factor"),
    [(0.68, 65.0, 1.5), (0.68, 75.0, 1.25), (0.68, 85.0, 1.0), (0.75, 60.0, 1.0), (0.6, 30.0, 1.5)],
)
def test_lets_easy_runs_have_more(intensity, duration_min, factor):
    """Easy runs allow 1.5 times fat, fibre and protein to 65 min, falling to 1 at 85."""
    found = ceilings(60.0, intensity=intensity, duration_min=duration_min)
    assert list(found)[1:] == pytest.approx([5.0 * factor, 6.0 * factor, 10.0 * factor])
    assert found.carbohydrate_g == pytest.approx(70.0)


@pytest.mark.parametrize(("met", "share"), [(5.0, 0.0), (5.5, 0.5), (6.0, 1.0), (9.0, 1.0)])
def test_holds_other_activities_from_six_met(met, share):
    """An activity of 6 MET and more asks for what a run does, one of 5 for nothing."""
    assert strain_share(met=met) == pytest.approx(share)
    held = ceilings(60.0, strain=strain_share(met=met)).fat_g
    assert held == pytest.approx(5.0 / share) if share > 0.0 else held > 1e9


@pytest.mark.parametrize(("minutes", "fat_g"), [(30.0, 3.0), (90.0, 8.0), (105.0, 18.0)])
def test_looks_an_hour_and_a_half_ahead_of_a_lift(minutes, fat_g):
    """Before a lift the last 90 minutes count, easing to none by 120, and never protein."""
    found = before_lift_ceilings(minutes=minutes, mass_kg=70.0)
    assert found.fat_g == pytest.approx(fat_g)
    assert found.protein_g > 1e6
    assert before_lift_ceilings(minutes=120.0, mass_kg=70.0).fat_g > 1e6


@pytest.mark.parametrize(
    ("minutes", "share"), [(0.0, 1.0), (240.0, 1.0), (270.0, 0.5), (300.0, 0.0)]
)
def test_counts_drinks_for_four_hours(minutes, share):
    """A drink counts to the last four hours, and by five no more."""
    assert drink_share_before(minutes=minutes) == pytest.approx(share)

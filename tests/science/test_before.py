"""What sits well before a session: every row of the table, and between them."""

from itertools import pairwise

import pytest

from fuelcalc.science.before import before_limits

# The rows of the table before a session: g/kg (middle of the range), fat, fibre, protein, ml.
ROWS = [
    (15.0, 0.275, 2.0, 1.5, 3.0, 150.0),
    (30.0, 0.40, 3.0, 3.5, 5.0, 200.0),
    (60.0, 0.75, 5.0, 6.0, 10.0, 325.0),
    (90.0, 1.15, 8.0, 7.0, 15.0, 400.0),
    (120.0, 1.60, 10.0, 9.0, 20.0, 500.0),
    (180.0, 2.50, 15.0, 12.0, 30.0, 420.0),
    (240.0, 3.25, 25.0, 15.0, 40.0, 420.0),
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

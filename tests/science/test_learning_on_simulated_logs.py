"""Learning on simulated logs whose truth does not use the filter's equations: a small part."""

import bench_learning as bench
import numpy as np
import pytest

PEOPLE = 400


@pytest.fixture(scope="module")
def results():
    """The errors of four cases, from a seed that no figure was chosen on."""
    return {case: bench.errors_of(case, PEOPLE, seed=22) for case in bench.CASES[:4]}


def test_reaches_every_bar(results):
    """
    Near enough to what was spent, with ranges that hold, in three ways to log.

    At most 0.7 of a regression's error on day 28 and 0.55 on day 56, half of it two weeks after a
    rise of mileage, and .85 to .98 of the ranges.
    """
    assert bench.bars_missed(results) == []


def test_notices_a_range_that_is_too_narrow(results):
    """Half as wide, the ranges of four weeks hold in under 85 of 100: the bar can be missed."""
    errors = results[bench.CASES[0]][28]
    narrow = np.abs(errors.learned_true) <= 0.5 * bench.Z90 * errors.sd_kcal
    assert narrow.mean() < 0.85


def test_simulates_people(results):
    """The truth scatters as people do: a regression is off by 150 to 300 kcal after four weeks."""
    errors = bench.rmse(results[bench.CASES[0]][28].regression)
    assert 150.0 < errors < 300.0

"""Sharing an amount exactly, within limits, and without jumps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.planning.clock.shares import Slice, shared

AMOUNT = st.just(0.0) | st.floats(0.001, 500.0)
SLICE = st.builds(
    lambda weight, least, spare: Slice(weight, least, least + spare),
    st.just(0.0) | st.floats(0.1, 3.0),
    AMOUNT,
    AMOUNT,
)


def test_shares_by_weight_where_no_limit_binds():
    """Weights of 1, 1 and 2 share 80 as 20, 20 and 40."""
    open_ended = [Slice(weight, 0.0, 1e9) for weight in (1.0, 1.0, 2.0)]
    assert shared(80.0, open_ended) == pytest.approx([20.0, 20.0, 40.0])


def test_holds_to_limits_and_gives_the_rest_to_the_others():
    """A least of 50 and a most of 5 leave 45 of 100 to the third."""
    slices = [Slice(1.0, 50.0, 60.0), Slice(1.0, 0.0, 5.0), Slice(1.0, 0.0, 1e9)]
    assert shared(100.0, slices) == pytest.approx([50.0, 5.0, 45.0])


def test_shrinks_all_alike_below_the_least():
    """Half of what the least of each come to is half of each."""
    slices = [Slice(1.0, 40.0, 90.0), Slice(0.0, 20.0, 20.0)]
    assert shared(30.0, slices) == pytest.approx([20.0, 10.0])


def test_leaves_over_what_no_slice_may_hold():
    """Twice what the most of each come to is the most of each, and the other half is left."""
    slices = [Slice(1.0, 0.0, 40.0), Slice(1.0, 0.0, 20.0)]
    assert shared(120.0, slices) == [40.0, 20.0]


def test_gives_nothing_where_nobody_claims_anything():
    """An amount that no slice may hold is left whole, with four slices and with none."""
    nothing = [Slice(0.0, 0.0, 0.0)] * 4
    assert shared(8.0, nothing) == [0.0] * 4
    assert shared(0.0, nothing) == [0.0] * 4
    assert shared(8.0, []) == []


def test_reaches_the_last_digit_of_the_most():
    """A total one digit below what all may hold is shared whole."""
    mosts = (461.0702163214984, 184.2097628283303, 217.22180904060355)
    weights = (0.3785563626141707, 0.8457289788562006, 1.532062849077444)
    slices = [Slice(weight, 0.0, most) for weight, most in zip(weights, mosts, strict=True)]
    assert shared(862.5017881904322, slices) == pytest.approx(mosts, rel=1e-14)


@given(total=st.floats(0.0, 3000.0), slices=st.lists(SLICE, min_size=1, max_size=8))
def test_sums_to_the_total_and_holds_the_limits(total, slices):
    """The parts are the whole or what all may hold, never negative, and never beyond the most."""
    parts = shared(total, slices)
    assert min(parts) >= 0.0
    lows = sum(one.least for one in slices)
    highs = sum(one.most if one.weight > 0.0 else one.least for one in slices)
    assert sum(parts) == pytest.approx(min(total, highs), abs=1e-9)
    for part, one in zip(parts, slices, strict=True):
        assert part <= one.most + 1e-9
        assert part >= min(one.least, total * one.least / max(lows, 1e-300)) - 1e-9


@given(
    total=st.floats(1.0, 3000.0),
    slices=st.lists(SLICE, min_size=1, max_size=8),
    more=st.floats(0.0, 10.0),
)
def test_gives_nobody_less_of_more(total, slices, more):
    """A larger amount takes nothing from any slice, and gives none more than the difference."""
    for before, after in zip(shared(total, slices), shared(total + more, slices), strict=True):
        assert -1e-6 <= after - before <= more + 1e-6


def test_gives_what_claims_no_share_its_least_alone():
    """Where everybody is full, a dose stays a dose, whatever more it might hold."""
    slices = [Slice(0.0, 5.0, 100.0), Slice(1.0, 0.0, 20.0)]
    assert shared(25.0, slices) == pytest.approx([5.0, 20.0])
    assert shared(50.0, slices) == pytest.approx([5.0, 20.0])

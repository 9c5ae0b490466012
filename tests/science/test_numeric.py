"""The numeric verbs: edges from both sides, and the same answers for floats and arrays."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.science.numeric import (
    Given,
    at_least,
    blend,
    clip,
    exp,
    interpolate,
    interpolate_each,
    is_alike,
    known_or,
    least,
    log,
    most,
    power,
    ramp,
    smoothstep,
)

FINITE = st.floats(-1e6, 1e6)
KNOTS, HEIGHTS = (10.0, 20.0, 40.0), (1.0, 3.0, -1.0)

# Each verb once on floats; the array row must give the same. Worked by hand.
CASES = [
    pytest.param(least, (2.0, 3.0), 2.0, id="least"),
    pytest.param(most, (2.0, 3.0), 3.0, id="most"),
    pytest.param(clip, (7.0, 0.0, 5.0), 5.0, id="clip-above"),
    pytest.param(clip, (-7.0, 0.0, 5.0), 0.0, id="clip-below"),
    pytest.param(clip, (3.0, 0.0, 5.0), 3.0, id="clip-inside"),
    pytest.param(at_least, (30.0, 30.0), 1.0, id="at-the-limit"),
    pytest.param(at_least, (29.999, 30.0), 0.0, id="under-the-limit"),
    pytest.param(blend, (10.0, 20.0, 0.25), 12.5, id="blend"),
    pytest.param(ramp, (45.0, 30.0, 60.0), 0.5, id="ramp-up"),
    pytest.param(ramp, (2.5, 3.0, 1.0), 0.25, id="ramp-down"),
    pytest.param(smoothstep, (50.0, 40.0, 80.0), 0.15625, id="smoothstep"),
    pytest.param(interpolate, (30.0, KNOTS, HEIGHTS), 1.0, id="interpolate"),
    pytest.param(exp, (1.0,), math.e, id="exp"),
    pytest.param(log, (math.e,), 1.0, id="log"),
    pytest.param(power, (9.0, 0.5), 3.0, id="power"),
]


@pytest.mark.parametrize(("verb", "arguments", "expected"), CASES)
def test_answers_for_one_number(verb, arguments, expected):
    """A float gives a float, to rounding."""
    result = verb(*arguments)
    assert isinstance(result, float)
    assert result == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(("verb", "arguments", "expected"), CASES)
def test_answers_for_an_array(verb, arguments, expected):
    """An array gives an array of the same shape with the same values."""
    value, *rest = arguments
    result = verb(np.full((2, 3), value), *rest)
    assert result.shape == (2, 3)
    assert result.ravel().tolist() == pytest.approx([expected] * 6, rel=1e-12)


@pytest.mark.parametrize("verb", [least, most])
def test_mixes_a_number_with_an_array_in_either_order(verb):
    """A float beside an array is held against every element."""
    row = np.array([1.0, 2.0, 3.0])
    assert verb(2.0, row).tolist() == verb(row, 2.0).tolist()


def test_lets_the_upper_limit_win_where_limits_cross():
    """Between 8 and 5 nothing fits, and 5 is given."""
    assert clip(6.0, 8.0, 5.0) == 5.0


@pytest.mark.parametrize(("start", "end"), [(30.0, 60.0), (60.0, 30.0)])
def test_ramps_from_exactly_nothing_to_exactly_all(start, end):
    """A ramp is 0 at its start and before, 1 at its end and beyond, in either direction."""
    step = math.copysign(1e-6, end - start)
    assert ramp(start, start, end) == 0.0
    assert ramp(start - step, start, end) == 0.0
    assert 0.0 < ramp(start + step, start, end) < 1e-6
    assert 1.0 - 1e-6 < ramp(end - step, start, end) < 1.0
    assert ramp(end, start, end) == 1.0
    assert ramp(end + step, start, end) == 1.0


def test_never_answers_minus_zero():
    """A falling ramp starts at plain 0.0, so that nothing prints as "-0"."""
    assert str(ramp(24.0, 24.0, 8.0)) == "0.0"


@given(share=st.floats(0.0, 1.0))
def test_steps_smoothly_and_evenly(share):
    """What is gained from the start is missing from the end, and neither end has a corner."""
    assert smoothstep(share, 0.0, 1.0) + smoothstep(1.0 - share, 0.0, 1.0) == pytest.approx(1.0)
    assert smoothstep(share, 0.0, 1.0) <= 3.0 * share**2 + 1e-15


@pytest.mark.parametrize(
    ("value", "expected"),
    [(-5.0, 1.0), (10.0, 1.0), (10.001, 1.0002), (19.999, 2.9998), (20.0, 3.0),
     (20.001, 2.9998), (39.999, -0.9998), (40.0, -1.0), (1e9, -1.0)],
)  # fmt: skip
def test_interpolates_straight_and_stays_level_beyond(value, expected):
    """Every knot is met from both sides; beyond the ends nothing moves."""
    assert interpolate(value, KNOTS, HEIGHTS) == pytest.approx(expected, abs=1e-12)


@given(value=FINITE | st.floats(5.0, 45.0) | st.sampled_from(KNOTS))
def test_looks_up_several_rows_as_each_alone(value):
    """To the last bit, for a float or an array, below, between and beyond the knots."""
    rows = HEIGHTS, (0.1, 0.7, 0.9)
    assert interpolate_each(value, KNOTS, *rows) == tuple(
        interpolate(value, KNOTS, ys) for ys in rows
    )
    found = interpolate_each(np.array([value]), KNOTS, *rows)
    assert [row.tolist() for row in found] == [
        interpolate(np.array([value]), KNOTS, ys).tolist() for ys in rows
    ]


@given(value=FINITE)
def test_never_leaves_the_heights_it_interpolates(value):
    """Straight lines never overshoot their ends, for a float or an array."""
    result = interpolate(value, KNOTS, HEIGHTS)
    assert min(HEIGHTS) <= result <= max(HEIGHTS)
    assert interpolate(np.array([value]), KNOTS, HEIGHTS)[0] == pytest.approx(result, abs=1e-9)


@given(first=FINITE, second=FINITE, share=st.floats(0.0, 1.0))
def test_blends_between_its_two_ends(first, second, share):
    """A share of 0 is the first, 1 the second to rounding, and nothing lies outside."""
    assert blend(first, second, 0.0) == first
    assert blend(first, second, 1.0) == pytest.approx(second, rel=1e-12, abs=1e-9)
    low, high = sorted((first, second))
    assert low - 1e-9 <= blend(first, second, share) <= high + 1e-9


@pytest.mark.parametrize("known", [0.0, 1.0])
def test_takes_one_answer_for_all_rows(known):
    """Known on all rows or on none is said once, and is the same as said row by row."""
    value, other = np.array([1.0, 2.0]), np.array([7.0, 8.0])
    said_once = known_or(Given(value, np.array(known)), other)
    by_row = known_or(Given(value, np.full(2, known)), other)
    assert said_once.tolist() == by_row.tolist() == [[7.0, 8.0], [1.0, 2.0]][int(known)]


def test_leaves_out_what_is_not_known():
    """A number that nobody means may be anything: the other stands alone, and the other way."""
    assert known_or(Given(math.nan, 0.0), 5.0) == 5.0
    assert known_or(Given(5.0, 1.0), math.inf) == 5.0


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [(0.02, 0.02, True), (0.02, -0.02, False), (np.zeros(()), 0.0, True),
     (np.zeros(()), np.ones(()), False), (0.0, np.zeros(2), False),
     (np.zeros(2), np.zeros(2), False)],
)  # fmt: skip
def test_knows_one_number_for_all_rows(one, other, alike):
    """Rows are never compared one by one: that would cost what it is to save."""
    assert is_alike(one, other) is alike

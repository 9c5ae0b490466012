"""A run at one pace, from any two of distance, pace and duration."""

import pytest

from fuelcalc.science.numeric import as_given
from fuelcalc.science.outing import (
    Outing,
    climb_grade,
    held_share,
    outing_s,
    outing_speed_m_per_s,
    slopes,
)


@pytest.mark.parametrize(
    ("distance_km", "pace_s_per_km", "duration_min", "speed_m_per_s", "seconds"),
    [
        pytest.param(9.0, None, 50.0, 3.0, 3000.0, id="distance and duration"),
        pytest.param(9.0, 400.0, None, 2.5, 3600.0, id="distance and pace"),
        pytest.param(None, 400.0, 50.0, 2.5, 3000.0, id="pace and duration"),
        pytest.param(9.0, None, None, 2.0, 4500.0, id="distance alone"),
        pytest.param(None, None, 50.0, 2.0, 3000.0, id="duration alone"),
        pytest.param(9.0, 334.0, 50.0, 3.0, 3000.0, id="all three"),
    ],
)
def test_computes_the_one_that_is_missing(
    distance_km, pace_s_per_km, duration_min, speed_m_per_s, seconds
):
    """By hand: 9 km in 50 min are 3 m/s, 400 s/km are 2.5; the usual is 2 here."""
    said = Outing(as_given(distance_km), as_given(pace_s_per_km), as_given(duration_min))
    speed = outing_speed_m_per_s(said, usual_m_per_s=2.0)
    assert speed == pytest.approx(speed_m_per_s)
    assert outing_s(said, speed_m_per_s=speed) == pytest.approx(seconds)


def test_races_by_length_and_never_above_all_that_one_has():
    """Five minutes are over VO2max in Daniels' formula, which the share stops at."""
    assert held_share(effort_share=0.86, is_race=1.0, duration_min=5.0) == 1.0
    assert 0.89 < held_share(effort_share=0.86, is_race=1.0, duration_min=45.0) < 0.92


@pytest.mark.parametrize(
    ("climb_m", "descent_m", "grade", "share"),
    [
        (100.0, 0.0, 0.05, 1.0),
        (0.0, 60.0, 0.03, 0.0),
        (30.0, 10.0, 0.02, 0.75),
        (0.0, 0.0, 0.0, 0.0),
    ],
)
def test_lays_a_way_on_two_slopes(climb_m, descent_m, grade, share):
    """By hand, over 2 km: grade times each slope's length gives back its climb and its descent."""
    way = slopes(climb_m=climb_m, descent_m=descent_m, distance_km=2.0)
    assert way == pytest.approx((grade, share))
    assert way.grade * way.climbing_share * 2000.0 == pytest.approx(climb_m)
    assert way.grade * (1.0 - way.climbing_share) * 2000.0 == pytest.approx(descent_m)


def test_takes_a_round_way_as_a_run_of_that_climb():
    """With as much down as up, the two slopes are the two halves of a run that climbs so far."""
    way = slopes(climb_m=80.0, descent_m=80.0, distance_km=4.0)
    assert way == pytest.approx((climb_grade(climb_m=80.0, distance_km=4.0), 0.5))

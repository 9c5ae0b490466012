"""A run at one pace, from any two of distance, pace and duration."""

import pytest

from fuelcalc.science.numeric import as_given
from fuelcalc.science.outing import Outing, held_share, outing_s, outing_speed_m_per_s


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

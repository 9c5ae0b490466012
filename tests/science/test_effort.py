"""How hard a session is, held against Daniels and Gilbert's printed race equivalents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.science.effort import (
    EASY_PACE_S_PER_KM,
    SHARE_BY_EFFORT,
    SHARE_BY_REST,
    assumed_speed_m_per_s,
    daniels_speed_m_per_s,
    daniels_vo2_ml_per_kg_min,
    interval_start_cost,
    pace_share,
    race_share,
    race_speed_m_per_s,
    typical_vdot,
    usual_speed_m_per_s,
    vdot_ml_per_kg_min,
)
from fuelcalc.science.numeric import as_given

# Daniels' Running Formula, equivalent races at VDOT 46.4 (the row that a public race
# calculator prints to 0.1 s for 15 km in 1:07:48).
EQUIVALENTS = [
    pytest.param(1.5, 5 + 46.1 / 60, id="1500-m"),
    pytest.param(1.609344, 6 + 14.0 / 60, id="mile"),
    pytest.param(3.0, 12 + 19.9 / 60, id="3-km"),
    pytest.param(5.0, 21 + 15.1 / 60, id="5-km"),
    pytest.param(10.0, 44 + 3.9 / 60, id="10-km"),
    pytest.param(15.0, 67 + 48.0 / 60, id="15-km"),
    pytest.param(21.0975, 97 + 36.7 / 60, id="half-marathon"),
    pytest.param(42.195, 202 + 58.7 / 60, id="marathon"),
]


@pytest.mark.parametrize(("distance_km", "duration_min"), EQUIVALENTS)
def test_reads_one_fitness_from_equivalent_races(distance_km, duration_min):
    """Every race of the printed row gives VDOT 46.4, within the 0.05 that the row rounds to."""
    vdot = vdot_ml_per_kg_min(distance_km=distance_km, duration_min=duration_min)
    assert vdot == pytest.approx(46.4, abs=0.05)


@pytest.mark.parametrize(("distance_km", "duration_min"), EQUIVALENTS)
def test_races_each_distance_in_its_printed_time(distance_km, duration_min):
    """At VDOT 46.4 each race takes the printed time; 0.1 % because 46.4 itself is rounded."""
    speed = race_speed_m_per_s(distance_km=distance_km, vdot=46.4)
    assert distance_km * 1000 / speed / 60 == pytest.approx(duration_min, rel=1e-3)


# Worked apart from this code, to a thousandth.
@pytest.mark.parametrize(
    ("duration_min", "share"),
    [(40.0, 0.914), (90.0, 0.860), (180.0, 0.819), (210.0, 0.813), (240.0, 0.809), (300.0, 0.804)],
)
def test_r9_holds_less_of_vo2max_for_longer(duration_min, share):
    """Vector R9: from 91.4 % over 40 min to 80.4 % over 300."""
    assert race_share(duration_min=duration_min) == pytest.approx(share, abs=6e-4)


def test_agrees_with_the_worked_race():
    """10 km in 45:00 is VDOT 45.26, and 12 km/h is 79.6 % of it, worked by hand."""
    vdot = vdot_ml_per_kg_min(distance_km=10.0, duration_min=45.0)
    assert vdot == pytest.approx(45.26, abs=0.005)
    share = pace_share(speed_m_per_s=12 / 3.6, cost_ratio=1.0, vdot=vdot)
    assert share == pytest.approx(0.796, abs=0.0005)


@given(distance_km=st.floats(0.8, 250.0), vdot=st.floats(20.0, 85.0))
def test_inverts_the_race_it_predicts(distance_km, vdot):
    """The predicted race time gives back the fitness, to the 1e-9 that it promises."""
    speed = race_speed_m_per_s(distance_km=distance_km, vdot=vdot)
    minutes = distance_km * 1000.0 / speed / 60.0
    again = vdot_ml_per_kg_min(distance_km=distance_km, duration_min=minutes)
    assert again == pytest.approx(vdot, rel=1e-9)


@given(vo2=st.floats(5.0, 90.0))
def test_inverts_oxygen_and_speed(vo2):
    """The speed at an oxygen uptake uses that uptake."""
    speed = daniels_speed_m_per_s(vo2_ml_per_kg_min=vo2)
    assert daniels_vo2_ml_per_kg_min(speed_m_per_s=speed) == pytest.approx(vo2, rel=1e-9)


@given(short=st.floats(2.0, 600.0), longer=st.floats(1.0, 2.0))
def test_holds_less_of_the_maximum_for_longer(short, longer):
    """A longer race is never run at a larger share, and no race leaves 0.5 to 1.3."""
    assert race_share(duration_min=short * longer) <= race_share(duration_min=short)
    assert 0.5 <= race_share(duration_min=short * longer) < 1.3


@pytest.mark.parametrize(
    ("duration_min", "low", "high"),
    [(360.0, 0.67, 0.76), (420.0, 0.58, 0.67), (540.0, 0.55, 0.67), (1440.0, 0.499, 0.51)],
)
def test_holds_in_ultras_what_was_measured(duration_min, low, high):
    """
    Davies & Thompson 1979: 0.67 (SD 0.09) over 84.64 km in 6 h, and 0.50 over 24 h.

    Myles 1979: about 0.60 for seven hours and longer.
    """
    assert low <= race_share(duration_min=duration_min) <= high


def test_runs_100_km_as_people_do():
    """Who runs 10 km in 45 min needs ten to twelve hours for 100 km, not eight."""
    speed = race_speed_m_per_s(distance_km=100.0, vdot=45.26)
    assert 10.0 <= 100.0 / (3.6 * speed) <= 12.0


@pytest.mark.parametrize(("speed", "expected"), [(0.1, 0.20), (1.0, 0.20), (6.0, 1.0), (20.0, 1.0)])
def test_holds_the_share_of_a_pace_within_its_limits(speed, expected):
    """Strolling is a fifth of VO2max at least; nobody uses more than all of it."""
    assert pace_share(speed_m_per_s=speed, cost_ratio=1.0, vdot=45.0) == expected


@pytest.mark.parametrize(("vo2_share", "expected"), [(0.199, 0.2), (0.201, 0.201), (0.999, 0.999)])
def test_meets_the_limits_of_a_share_from_both_sides(vo2_share, expected):
    """Just inside the limits the share is its own, just outside it is the limit."""
    speed = daniels_speed_m_per_s(vo2_ml_per_kg_min=vo2_share * 45.0)
    share = pace_share(speed_m_per_s=speed, cost_ratio=1.0, vdot=45.0)
    assert share == pytest.approx(expected, abs=1e-9)


def test_counts_hills_as_effort():
    """The same pace on ground that costs a tenth more is a tenth harder."""
    level = pace_share(speed_m_per_s=3.0, cost_ratio=1.0, vdot=50.0)
    assert pace_share(speed_m_per_s=3.0, cost_ratio=1.1, vdot=50.0) == pytest.approx(1.1 * level)


def test_assumes_six_minutes_a_kilometre_for_an_easy_run():
    """With nothing known an easy run is 6:00 a kilometre, and harder efforts are faster."""
    speeds = {
        effort: assumed_speed_m_per_s(share=share, vdot=typical_vdot())
        for effort, share in SHARE_BY_EFFORT.items()
    }
    assert pytest.approx(EASY_PACE_S_PER_KM) == 1000.0 / speeds["easy"]
    order = ["recovery", "easy", "long", "steady", "tempo", "intervals"]
    assert sorted(order, key=speeds.get) == order


def test_rests_easier_the_less_one_moves():
    """Standing is easier than walking, and walking than jogging."""
    assert SHARE_BY_REST["stand"] < SHARE_BY_REST["walk"] < SHARE_BY_REST["jog"]


@pytest.mark.parametrize(
    ("duration_s", "factor"),
    [(5.0, 1.05), (25.0, 1.05), (25.01, 1.04995), (30.0, 1.025), (34.99, 1.00005), (35.0, 1.0),
     (3600.0, 1.0)],
)  # fmt: skip
def test_charges_the_starts_of_very_short_repeats(duration_s, factor):
    """Five per cent for sprints, fading to nothing around 30 s, from both sides of each knot."""
    assert interval_start_cost(duration_s=duration_s) == pytest.approx(factor, abs=1e-9)


def usual_speed(effort="easy", *, race=False, km=None, vdot=None):
    """The speed of an effort, with what is known of the distance and the runner."""
    return usual_speed_m_per_s(
        effort_share=SHARE_BY_EFFORT[effort],
        is_race=float(race),
        distance_km=as_given(km),
        vdot=as_given(vdot),
    )


class TestUsualSpeed:
    """How fast somebody runs who did not say."""

    def test_goes_by_the_race_result_in_a_race(self):
        """A VDOT of 45.26 races 10 km in 45:00, as it was made."""
        speed = usual_speed("race", race=True, km=10.0, vdot=45.2566)
        assert 10_000.0 / speed == pytest.approx(45.0 * 60.0, abs=1.0)

    # Daniels and Gilbert at VDOT 42.2: VO2 over the share of VO2max held for that long, by hand
    # with the printed curves: 100 km at 80.0 % is 33.8 ml/kg/min, 190 m/min, 5:16 a kilometre.
    @pytest.mark.parametrize(
        ("km", "s_per_km"),
        [(0.8, 236.6), (5.0, 276.3), (10.0, 286.6), (42.195, 312.5), (100.0, 393.4)],
    )
    def test_f20_races_each_distance_at_its_own_pace(self, km, s_per_km):
        """Without a result the typical runner races 800 m faster than 100 km, by the curve."""
        speed = usual_speed("race", race=True, km=km)
        assert 1000.0 / speed == pytest.approx(s_per_km, abs=1.5)
        vdot = vdot_ml_per_kg_min(distance_km=km, duration_min=km * 1000.0 / speed / 60.0)
        assert vdot == pytest.approx(typical_vdot(), abs=1e-3)

    @pytest.mark.parametrize("unknown", [{"km": None}, {"race": False}])
    @pytest.mark.parametrize("vdot", [None, 45.2566])
    def test_goes_by_the_effort_in_training_and_without_a_distance(self, unknown, vdot):
        """Without a distance, and in training, the effort decides."""
        known = {"race": True, "km": 10.0, "vdot": vdot, **unknown}
        own = typical_vdot() if vdot is None else vdot
        expected = assumed_speed_m_per_s(share=SHARE_BY_EFFORT["race"], vdot=own)
        assert usual_speed("race", **known) == pytest.approx(expected)

    def test_is_faster_for_the_fitter(self):
        """The same easy effort is 6:00 a kilometre at the usual VDOT, and faster above it."""
        assert 1000.0 / usual_speed() == pytest.approx(EASY_PACE_S_PER_KM)
        assert usual_speed(vdot=60.0) > usual_speed()

    def test_stays_among_paces_that_people_run(self):
        """Neither slower than 15:00 a kilometre nor faster than 2:30."""
        assert 1000.0 / usual_speed("recovery", vdot=5.0) == pytest.approx(900.0)
        assert 1000.0 / usual_speed("intervals", vdot=120.0) == pytest.approx(150.0)

"""What lifting costs: Lytle's printed equation, the Compendium's codes, and their mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.science.lifting import (
    COMPENDIUM_MET,
    LIFT_SHARE,
    STYLE_MET,
    WARM_UP_MIN,
    combined_net_kcal,
    load_kcal,
    lytle_net_kcal,
    lytle_trust,
    met_gross_kcal,
    rest_s,
    sets_met,
    sets_min,
)

MAN = {"height_cm": 178.0, "age_y": 30.0, "fat_kg": 11.25, "lean_kg": 63.75, "volume_kg": 10_000.0}
WOMAN = {"height_cm": 165.0, "age_y": 35.0, "fat_kg": 14.4, "lean_kg": 45.6, "volume_kg": 6000.0}


@pytest.mark.parametrize(("body", "published"), [(MAN, 144.55), (WOMAN, 87.44)])
def test_agrees_with_lytle(body, published):
    """Ten and six tonnes, to 0.01 kcal; copies that lose the 10^-3 give 246,220 kcal a bout."""
    assert lytle_net_kcal(**body) == pytest.approx(published, abs=0.006)


def test_stays_near_the_bouts_that_lytle_measured():
    """The men of the study spent 168 ± 52 kcal and the women 92 ± 32; both bodies lie within."""
    assert abs(lytle_net_kcal(**MAN) - 167.7) < 51.6
    assert abs(lytle_net_kcal(**WOMAN) - 91.5) < 32.0


def test_adds_a_little_for_each_tonne():
    """A tonne more adds Lytle's 2.461 kcal, exactly to rounding."""
    heavier = lytle_net_kcal(**{**MAN, "volume_kg": 11_000.0})
    assert heavier - lytle_net_kcal(**MAN) == pytest.approx(2.461, abs=1e-9)


def test_counts_a_met_as_a_kilocalorie_a_kilo_and_hour():
    """7 MET at 60 kg burn 300 kcal in 42.9 min, as the textbook example prints."""
    assert met_gross_kcal(met=7.0, mass_kg=60.0, duration_min=42.857) == pytest.approx(
        300.0, abs=0.01
    )


def test_agrees_with_the_worked_blend():
    """MET 195.7 and Lytle 144.55 weigh to 154.3 ± 25.6 kcal, printed to 0.1."""
    net, sd = combined_net_kcal(met_net_kcal=195.7, lytle_kcal=144.55, trust=1.0)
    assert net == pytest.approx(154.3, abs=0.06)
    assert sd == pytest.approx(25.6, abs=0.06)


def test_leaves_the_met_alone_without_trust():
    """With no trust in Lytle the MET and its 30 % stand."""
    net, sd = combined_net_kcal(met_net_kcal=200.0, lytle_kcal=500.0, trust=0.0)
    assert net == pytest.approx(200.0, rel=1e-9)
    assert sd == pytest.approx(60.0, rel=1e-6)


@pytest.mark.parametrize("met_net", [0.0, 1e-6, 100.0])
def test_never_pays_back_energy(met_net):
    """Lytle's line falls below 0 for the smallest bodies; the mean does not."""
    net, sd = combined_net_kcal(met_net_kcal=met_net, lytle_kcal=-40.0, trust=1.0)
    assert 0.0 <= net <= met_net
    assert sd >= 0.0


@given(met=st.floats(1.0, 800.0), lytle=st.floats(0.0, 400.0), trust=st.floats(0.0, 1.0))
def test_lies_between_the_two_estimates(met, lytle, trust):
    """A weighted mean never leaves the two, and is never less certain than the MET."""
    net, sd = combined_net_kcal(met_net_kcal=met, lytle_kcal=lytle, trust=trust)
    assert min(met, lytle) - 1e-6 <= net <= max(met, lytle) + 1e-6
    assert sd <= 0.30 * met + 1e-6


# One input at a time leaves the study; worked by hand, 20 % beyond each edge.
@pytest.mark.parametrize(
    ("change", "trust"),
    [({}, 1.0), ({"n_sets": 15.0}, 1.0), ({"n_sets": 14.0}, 2 / 3), ({"n_sets": 12.0}, 0.0),
     ({"n_sets": 30.0}, 1.0), ({"n_sets": 33.0}, 0.5), ({"n_sets": 36.0}, 0.0),
     ({"duration_min": 30.0}, 1.0), ({"duration_min": 29.9}, 5.9 / 6),
     ({"duration_min": 24.0}, 0.0), ({"duration_min": 75.0}, 1.0),
     ({"duration_min": 82.5}, 0.5), ({"duration_min": 90.0}, 0.0),
     ({"volume_kg": 25_000.0}, 1.0), ({"volume_kg": 25_050.0}, 0.99),
     ({"volume_kg": 30_000.0}, 0.0), ({"n_sets": 0.0}, 0.0)],
)  # fmt: skip
def test_trusts_lytle_inside_his_study_and_fades_outside(change, trust):
    """Whole inside 15-30 sets, 30-75 min and 25 t, nothing from a fifth beyond."""
    usual = {"n_sets": 20.0, "duration_min": 60.0, "volume_kg": 10_000.0}
    assert lytle_trust(**{**usual, **change}) == pytest.approx(trust, abs=1e-9)


@pytest.mark.parametrize(
    ("sets_per_h", "met"),
    [(1.0, 3.0), (30.0, 3.0), (30.2, 3.01), (35.0, 3.25), (39.8, 3.49), (40.0, 3.5),
     (40.2, 3.523), (50.0, 4.65), (59.8, 5.777), (60.0, 5.8), (90.0, 5.8)],
)  # fmt: skip
def test_makes_a_circuit_of_short_rests(sets_per_h, met):
    """3.0 up to a set every 2 min, 3.5 at 40 an hour, 5.8 from 60; by hand, whatever the length."""
    for hours in (0.5, 1.0, 1.5):
        result = sets_met(n_sets=sets_per_h * hours, duration_min=60.0 * hours)
        assert result == pytest.approx(met, abs=1e-9)


# Lytle's 2.461 kcal a tonne against half of body mass, by hand for 75 kg.
@pytest.mark.parametrize(
    ("volume_kg", "n_reps", "kcal"),
    [(480.0, 24.0, -1.0336), (900.0, 24.0, 0.0), (4800.0, 24.0, 9.5979), (0.0, 0.0, 0.0)],
)
def test_weighs_the_load_against_half_of_oneself(volume_kg, n_reps, kcal):
    """20, 37.5 and 200 kg for 24 repetitions, and nothing where no load is known."""
    result = load_kcal(volume_kg=volume_kg, n_reps=n_reps, mass_kg=75.0)
    assert result == pytest.approx(kcal, abs=1e-4)


@pytest.mark.parametrize(
    ("n_reps", "rest"),
    [(1.0, 150.0), (8.0, 150.0), (9.0, 90.0), (12.0, 90.0), (13.0, 60.0), (200.0, 60.0)],
)
def test_rests_longer_after_fewer_repetitions(n_reps, rest):
    """150 s up to 8 repetitions, 90 s to 12, 60 s above."""
    assert rest_s(n_reps=n_reps) == rest


def test_times_a_session_from_its_sets():
    """4 x 6 and 3 x 12 by hand: 10 min + 4 (24 + 150) s + 3 (48 + 90) s is 28.5 min."""
    work = sets_min(n_sets=4.0, n_reps=6.0) + sets_min(n_sets=3.0, n_reps=12.0)
    assert WARM_UP_MIN + work == pytest.approx(28.5)


# 2024 Adult Compendium; public copies often swap the first three.
@pytest.mark.parametrize(
    ("code", "met"),
    [("02050", 6.0), ("02052", 5.0), ("02054", 3.5), ("02055", 5.8), ("02034", 3.5),
     ("02035", 5.0), ("02040", 7.5), ("02058", 9.8), ("02020", 7.5), ("02022", 3.8),
     ("02024", 2.8), ("02032", 6.0), ("02056", 3.0), ("02057", 6.5), ("02061", 5.0),
     ("02210", 7.0), ("02214", 11.0)],
)  # fmt: skip
def test_matches_the_2024_compendium(code, met):
    """Each conditioning code has the MET that Herrmann 2024 prints."""
    assert COMPENDIUM_MET[code] == met


def test_covers_every_style_and_region():
    """Each style has a MET for each region and a share of VO2max."""
    assert STYLE_MET.keys() == LIFT_SHARE.keys()
    for regions in STYLE_MET.values():
        assert regions.keys() == {"upper", "lower", "full", "core"}
        assert regions["upper"] <= regions["full"] <= regions["lower"]


def test_asks_most_of_the_heart_in_the_styles_with_least_rest():
    """Estimates: bands least, sets with rests alike, then jumps, circuits and intervals."""
    order = sorted(LIFT_SHARE, key=LIFT_SHARE.__getitem__)
    assert order[0] == "bands"
    assert set(order[1:4]) == {"heavy", "hypertrophy", "bodyweight"}
    assert order[4:] == ["endurance", "plyometric", "circuit", "hiit"]
    # What bands work against gives way: less than any load that is lifted.
    assert LIFT_SHARE["bands"] == 0.40 < LIFT_SHARE["heavy"] == 0.45


def test_costs_heavy_legs_more_than_heavy_arms():
    """Heavy lifting is 3.5 MET for arms, 4.0 for all, 4.5 for legs; other styles do not care."""
    assert STYLE_MET["heavy"] == {"upper": 3.5, "core": 3.5, "full": 4.0, "lower": 4.5}
    for style in STYLE_MET.keys() - {"heavy"}:
        assert len(set(STYLE_MET[style].values())) == 1

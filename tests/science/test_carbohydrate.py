"""Carbohydrate: oxidation as printed, and every knot of the doses around a session."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.science.carbohydrate import (
    after_g,
    before_g,
    carbohydrate_share,
    during_g_per_h,
    lift_g,
    loading_share,
    need_g,
    oxidised_g,
)


@pytest.mark.parametrize(("intensity", "published"), [(0.65, 0.484), (0.75, 0.600), (0.85, 0.729)])
def test_agrees_with_rapoport(intensity, published):
    """The share of energy from carbohydrate, Rapoport 2010, printed to 0.001."""
    assert carbohydrate_share(intensity=intensity) == pytest.approx(published, abs=0.0006)


@pytest.mark.parametrize(
    ("intensity", "rounded"), [(0.25, 0.13), (0.50, 0.33), (0.65, 0.48), (0.95, 0.87)]
)
def test_follows_romijns_measurements(intensity, rounded):
    """The same curve at the intensities that Romijn 1993 measured, to 0.01."""
    assert carbohydrate_share(intensity=intensity) == pytest.approx(rounded, abs=0.006)


@pytest.mark.parametrize(("intensity", "edge"), [(-0.1, 0.0), (0.0, 0.0), (1.0, 0.94212),
                                                 (1.2, 0.94212)])  # fmt: skip
def test_holds_the_share_within_what_a_body_can_burn(intensity, edge):
    """Rest burns no carbohydrate on this curve, and beyond VO2max nothing more is added."""
    assert carbohydrate_share(intensity=intensity) == pytest.approx(edge, abs=1e-6)


def test_counts_the_grams_of_a_run():
    """10 km in 50:00 for 75 kg, 749.9 kcal at 0.75: 110 g, to the gram it is printed in."""
    assert oxidised_g(gross_kcal=749.9, intensity=0.75) == pytest.approx(110.0, abs=0.5)


@pytest.mark.parametrize(
    ("minutes", "worked"), [(0.0, 0.0), (15.0, 17.5), (29.7, 34.65), (30.0, 35.0), (120.0, 35.0)]
)
def test_gives_a_lift_half_a_gram_a_kilo(minutes, worked):
    """35 g for 70 kg from half an hour on, inside the 30-50 g of the literature."""
    assert lift_g(duration_min=minutes, mass_kg=70.0) == pytest.approx(worked)


@pytest.mark.parametrize(
    ("sessions_g", "loading", "worked"),
    [(0.0, 0.0, 180.0), (100.0, 0.0, 280.0), (100.0, 1.0, 540.0), (100.0, 0.5, 410.0),
     (400.0, 1.0, 580.0)],
)  # fmt: skip
def test_adds_training_to_a_base(sessions_g, loading, worked):
    """3 g/kg and what training burns; loading asks for 9 g/kg where that is more. By hand."""
    result = need_g(reference_mass_kg=60.0, sessions_g=sessions_g, loading=loading)
    assert result == pytest.approx(worked)


@pytest.mark.parametrize(
    ("race_min", "share"), [(0.0, 0.0), (45.0, 0.0), (90.0, 0.5), (135.0, 1.0), (300.0, 1.0)]
)
def test_loads_for_races_around_ninety_minutes(race_min, share):
    """Burke loads for races over 90 min: half there, nothing well below, all well above."""
    assert loading_share(race_min=race_min) == pytest.approx(share, abs=1e-9)


def test_loads_gradually():
    """A minute more of racing never loads by more than a thirtieth, and never by less."""
    shares = [loading_share(race_min=float(minute)) for minute in range(40, 141)]
    assert all(0.0 <= b - a <= 1 / 30 for a, b in pairwise(shares))


# Minutes -> g/h for an easy run with a trained gut; each knot from both sides, by hand.
@pytest.mark.parametrize(
    ("minutes", "rate"),
    [(20.0, 0.0), (60.0, 0.0), (60.3, 0.3), (89.7, 29.7), (90.0, 30.0), (90.6, 30.3),
     (120.0, 45.0), (149.4, 59.7), (150.0, 60.0), (150.6, 60.3), (179.4, 74.7), (180.0, 75.0),
     (600.0, 75.0)],
)  # fmt: skip
def test_fuels_longer_runs_faster(minutes, rate):
    """0 to an hour, 30 g/h at 90 min, 60 at 150, 75 from 180 min; minutes, never hours."""
    result = during_g_per_h(duration_min=minutes, intensity=0.70, tolerance_g_per_h=120.0)
    assert result == pytest.approx(rate, abs=1e-9)


@pytest.mark.parametrize(
    ("intensity", "minutes_sooner"),
    [(0.70, 0.0), (0.75, 0.0), (0.7511, 0.2), (0.805, 10.0), (0.8589, 19.8), (0.86, 20.0),
     (1.0, 20.0)],
)  # fmt: skip
def test_fuels_hard_runs_sooner(intensity, minutes_sooner):
    """A hard run of 90 min is fuelled like an easy one 20 min longer, fading in from 0.75."""
    hard = during_g_per_h(duration_min=90.0, intensity=intensity, tolerance_g_per_h=120.0)
    easy = during_g_per_h(
        duration_min=90.0 + minutes_sooner, intensity=0.6, tolerance_g_per_h=120.0
    )
    assert hard == pytest.approx(easy, abs=1e-9)


@pytest.mark.parametrize(("tolerance", "rate"), [(20.0, 20.0), (74.9, 74.9), (75.1, 75.0)])
def test_stops_at_what_the_gut_takes(tolerance, rate):
    """The athlete's tolerance caps the rate, whatever the run."""
    result = during_g_per_h(duration_min=240.0, intensity=0.7, tolerance_g_per_h=tolerance)
    assert result == pytest.approx(rate)


def before(**changes):
    """Grams for 70 kg an hour before a hard 90 minutes, with some inputs changed."""
    usual = {
        "minutes": 60.0,
        "mass_kg": 70.0,
        "session_g": 70.0,
        "intensity": 0.86,
        "duration_min": 90.0,
        "fed": 0.0,
    }
    return before_g(**{**usual, **changes})


@pytest.mark.parametrize(
    ("session_g", "grams"),
    [(0.0, 15.75), (21.0, 15.75), (21.7, 16.275), (35.0, 26.25), (69.3, 51.975), (70.0, 52.5),
     (300.0, 52.5)],
)  # fmt: skip
def test_scales_the_dose_with_the_session(session_g, grams):
    """0.75 g/kg at an hour times a need held within 0.3 and 1; by hand for 70 kg."""
    assert before(session_g=session_g) == pytest.approx(grams)


@pytest.mark.parametrize(
    ("mass_kg", "grams"), [(59.9, 149.75), (60.0, 150.0), (60.1, 150.0), (120.0, 150.0)]
)
def test_never_asks_for_more_than_150_g_at_once(mass_kg, grams):
    """2.5 g/kg three hours before reaches 150 g at 60 kg and stays there."""
    assert before(minutes=180.0, mass_kg=mass_kg, session_g=500.0) == pytest.approx(grams)


@pytest.mark.parametrize(
    ("intensity", "duration_min", "kept"),
    [(0.60, 30.0, 0.0), (0.68, 45.0, 0.0), (0.68, 60.0, 0.0), (0.68, 60.3, 0.01),
     (0.68, 75.0, 0.5), (0.68, 89.7, 0.99), (0.68, 90.0, 1.0), (0.68, 150.0, 1.0),
     (0.86, 30.0, 0.5), (0.90, 60.0, 0.5), (0.90, 75.0, 0.75), (0.90, 90.0, 1.0)],
)  # fmt: skip
def test_lets_a_short_easy_run_live_on_the_last_meal(intensity, duration_min, kept):
    """Fed lately, an easy run to an hour needs nothing and a hard one half; by 90 min all."""
    full = before(intensity=intensity, duration_min=duration_min)
    lately = before(intensity=intensity, duration_min=duration_min, fed=1.0)
    assert full == pytest.approx(52.5)
    assert lately == pytest.approx(kept * full, abs=1e-9)


def test_never_lets_a_harder_run_go_with_less():
    """Between easy and hard the dose that is kept only rises."""
    doses = [before(intensity=i / 100, duration_min=45.0, fed=1.0) for i in range(60, 96)]
    assert doses == sorted(doses)


def after(**changes):
    """Grams for 60 kg after a session of 100 g with a hard one in four hours, changed."""
    usual = {"session_g": 100.0, "mass_kg": 60.0, "hours_to_next": 4.0, "next_g": 60.0}
    return after_g(**{**usual, **changes})


@pytest.mark.parametrize(
    ("change", "grams"),
    [({}, 72.0), ({"session_g": 71.0}, 71.0), ({"session_g": 73.0}, 72.0),
     ({"session_g": 0.0}, 0.0),
     ({"hours_to_next": 8.0}, 72.0), ({"hours_to_next": 8.16}, 71.28),
     ({"hours_to_next": 16.0}, 36.0), ({"hours_to_next": 23.84}, 0.72),
     ({"hours_to_next": 24.0}, 0.0), ({"hours_to_next": 48.0}, 0.0),
     ({"hours_to_next": 1.0}, 66.0), ({"hours_to_next": 0.0}, 0.0), ({"next_g": 12.0}, 0.0),
     ({"next_g": 12.24}, 0.72), ({"next_g": 24.0}, 36.0), ({"next_g": 35.76}, 71.28),
     ({"next_g": 36.0}, 72.0)],
)  # fmt: skip
def test_refuels_by_the_time_to_the_next_session(change, grams):
    """Whole to 8 h, nothing from 24, at most 1.1 g/kg/h and 1.2 g/kg; by hand for 60 kg."""
    assert after(**change) == pytest.approx(grams, abs=1e-9)


@given(duration=st.floats(0.05, 2160.0), intensity=st.floats(0.2, 1.0), longer=st.floats(1.0, 2.0))
def test_never_fuels_a_longer_or_harder_run_less(duration, intensity, longer):
    """The rate rises with length and with effort, and stays within 0 and 75 g/h."""
    rate = during_g_per_h(duration_min=duration, intensity=intensity, tolerance_g_per_h=120.0)
    long = during_g_per_h(
        duration_min=duration * longer, intensity=intensity, tolerance_g_per_h=120.0
    )
    hard = during_g_per_h(
        duration_min=duration, intensity=intensity * longer, tolerance_g_per_h=120.0
    )
    assert 0.0 <= rate <= min(long, hard) <= max(long, hard) <= 75.0

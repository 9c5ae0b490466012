"""Carbohydrate: oxidation as printed, and every knot of the doses around a session."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.science.carbohydrate import (
    after_g,
    asked_loading_g_per_kg,
    before_g,
    carbohydrate_share,
    during_g_per_h,
    early_during_g,
    fed_carbohydrate_share,
    fed_share,
    lift_g,
    loading_g_per_kg,
    loading_share,
    most_in_meals_g,
    need_g,
    oxidised_g,
    recovery_g_per_kg,
    stored_after_g,
    usual_tolerance_g_per_h,
    worth_taking_g,
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
    burned = oxidised_g(gross_kcal=749.9, intensity=0.75, fed=0.0)
    assert burned == pytest.approx(110.0, abs=0.5)


# Van Loon 1999 measured .61-.68 in fed people at 51-55 %, where Rapoport alone gives .34-.38; the
# knots at .60, .75 and .90 are by hand, as is .813, the marathon in 3:30.
@pytest.mark.parametrize(
    ("intensity", "fed", "share"),
    [(0.50, 0.0, 0.329), (0.50, 1.0, 0.479), (0.60, 1.0, 0.579), (0.675, 1.0, 0.637),
     (0.75, 0.0, 0.600), (0.75, 1.0, 0.700), (0.813, 1.0, 0.826), (0.825, 0.0, 0.800),
     (0.825, 1.0, 0.850), (0.90, 0.0, 1.0), (0.90, 1.0, 1.0), (1.2, 0.0, 1.0)],
)  # fmt: skip
def test_burns_more_when_fed_and_nothing_else_when_hard(intensity, fed, share):
    """0.15 more easing to 0.10, then straight to all of it at 0.90 of VO2max."""
    found = fed_carbohydrate_share(intensity=intensity, fed=fed)
    assert found == pytest.approx(share, abs=0.0011)


@pytest.mark.parametrize(
    ("awake_min", "fed"),
    [(0.0, 0.3), (60.0, 0.3), (60.6, 0.307), (90.0, 0.65), (119.4, 0.993), (120.0, 1.0)],
)
def test_counts_as_fed_by_the_time_since_waking(awake_min, fed):
    """0.3 to an hour after waking, 1 from two on, from both sides."""
    assert fed_share(awake_min=awake_min) == pytest.approx(fed)


class TestMarathonStores:
    """
    Leg and liver stores against use, Rapoport 2010, for 70 kg in 3:30 (0.813 of VO2max).

    Use is 1.0 kcal/kg/km; what is taken in counts for 0.75, from the 20th minute on and
    20 min later.
    """

    STORE_KCAL = 70.0 * (0.214 * 80.0 + 0.025 * 360.0)

    def test_holds_the_store_that_is_printed(self):
        """1,828 kcal for a trained man who is fed."""
        assert pytest.approx(1828.0, abs=1.0) == self.STORE_KCAL

    def test_hits_the_wall_sooner_than_the_fasted_curve_says(self):
        """With 83 % of a fed runner's energy from carbohydrate the store lasts 31.6 km."""
        share = fed_carbohydrate_share(intensity=0.813, fed=1.0)
        assert self.STORE_KCAL / (70.0 * share) == pytest.approx(31.6, abs=0.1)
        fasted = carbohydrate_share(intensity=0.813)
        assert self.STORE_KCAL / (70.0 * fasted) == pytest.approx(38.4, abs=0.1)

    def test_needs_more_on_the_way(self):
        """For a tenth of the store in reserve 93.5 g/h, where the fasted curve asked for 42.6."""
        for share, worked in [
            (carbohydrate_share(intensity=0.813), 42.6),
            (fed_carbohydrate_share(intensity=0.813, fed=1.0), 93.5),
        ]:
            short = 70.0 * 42.195 * share - 0.9 * self.STORE_KCAL
            assert short / (3.0 * 170.0 / 60.0) == pytest.approx(worked, abs=1.0)


@pytest.mark.parametrize(
    ("minutes", "worked"), [(0.0, 0.0), (15.0, 17.5), (29.7, 34.65), (30.0, 35.0), (120.0, 35.0)]
)
def test_gives_a_lift_half_a_gram_a_kilo(minutes, worked):
    """35 g for 70 kg from half an hour on, inside the 30-50 g of the literature."""
    assert lift_g(duration_min=minutes, mass_kg=70.0) == pytest.approx(worked)


@pytest.mark.parametrize(
    ("sessions_g", "least", "loading", "during_g", "worked"),
    [(0.0, 0.0, 0.0, 0.0, 180.0), (100.0, 0.0, 0.0, 0.0, 280.0), (100.0, 9.5, 1.0, 0.0, 570.0),
     (100.0, 4.0, 0.0, 0.0, 280.0), (400.0, 9.5, 1.0, 0.0, 580.0), (900.0, 0.0, 0.0, 0.0, 600.0),
     (900.0, 0.0, 0.0, 150.0, 750.0), (900.0, 0.0, 1.0, 0.0, 720.0)],
)  # fmt: skip
def test_adds_training_to_a_base(sessions_g, least, loading, during_g, worked):
    """3 g/kg and what training burns, or what a race asks; 10 g/kg in meals, 12 loading."""
    result = need_g(
        reference_mass_kg=60.0,
        sessions_g=sessions_g,
        session_food_g=during_g,
        least_g_per_kg=least,
        loading=loading,
    )
    assert result == pytest.approx(worked)


@pytest.mark.parametrize(
    ("race_min", "eve", "second"),
    [(0.0, 3.0, 3.0), (60.0, 3.0, 3.0), (75.0, 5.0, 3.0), (90.0, 7.0, 3.0), (105.0, 7.25, 3.45),
     (120.0, 7.5, 4.8), (149.0, 9.433, 7.41), (150.0, 9.5, 7.5), (600.0, 9.5, 7.5)],
)  # fmt: skip
def test_loads_by_the_length_of_the_race(race_min, eve, second):
    """A half of 90 min 7 g/kg the day before; from 2.5 h on 7.5 and then 9.5. By hand."""
    for days, worked in ((1.0, eve), (2.0, second)):
        found = loading_g_per_kg(race_min=race_min, days_to_race=days)
        assert found == pytest.approx(worked, abs=0.001)


@pytest.mark.parametrize(
    ("race_min", "eve", "second"),
    [
        (60.0, 0.0, 0.0),
        (105.0, 0.5, 0.1),
        (127.5, 0.75, 0.55),
        (150.0, 1.0, 1.0),
        (400.0, 1.0, 1.0),
    ],
)
def test_makes_room_for_loading_by_the_length_of_the_race(race_min, eve, second):
    """None for an hour, all from two and a half hours on; two days before from 100 min."""
    for days, worked in ((1.0, eve), (2.0, second)):
        share = loading_share(race_min=race_min, days_to_race=days)
        assert share == pytest.approx(worked, abs=1e-9)


@pytest.mark.parametrize(
    ("least", "asked", "loading", "worked"),
    [(9.5, 10.0, 1.0, 10.0), (9.5, 12.0, 1.0, 12.0), (9.5, 12.1, 1.0, 12.0), (9.5, 5.0, 1.0, 9.5),
     (9.5, 0.0, 1.0, 9.5), (7.25, 10.25, 0.5, 8.75), (3.0, 10.0, 0.0, 3.0)],
)  # fmt: skip
def test_loads_as_asked_for(least, asked, loading, worked):
    """Up to the 12 g/kg of Burke 2011, never less than the race asks, and as far as it is one."""
    found = asked_loading_g_per_kg(least_g_per_kg=least, asked_g_per_kg=asked, loading=loading)
    assert found == pytest.approx(worked)


def test_loads_gradually():
    """A minute more of racing never loads by more than 0.14 g/kg, and never by less."""
    for days in (1.0, 2.0):
        grams = [
            loading_g_per_kg(race_min=float(minute), days_to_race=days) for minute in range(60, 181)
        ]
        assert all(0.0 <= b - a <= 0.14 for a, b in pairwise(grams))


@pytest.mark.parametrize(("burned", "asked"), [(0.0, 0.0), (4.5, 4.5), (6.4, 6.4), (6.6, 6.5),
                                               (12.0, 6.5)])  # fmt: skip
def test_refills_on_the_day_after(burned, asked):
    """What was burned, up to 6.5 g/kg: within the 6-8 of the day after a marathon."""
    assert recovery_g_per_kg(burned_g_per_kg=burned) == asked


@pytest.mark.parametrize(
    ("mass_kg", "rate"), [(40.0, 45.0), (50.0, 45.0), (50.1, 45.15), (59.9, 59.85), (60.0, 60.0),
                          (120.0, 60.0)],
)  # fmt: skip
def test_takes_smaller_people_for_smaller_guts(mass_kg, rate):
    """45 g/h up to 50 kg, 60 from 60 kg on, from both sides."""
    assert usual_tolerance_g_per_h(mass_kg=mass_kg) == pytest.approx(rate)


@pytest.mark.parametrize(
    ("dose", "taken"), [(0.0, 0.0), (10.0, 0.0), (10.1, 0.3), (12.0, 6.0), (14.9, 14.7),
                        (15.0, 15.0), (80.0, 80.0)],
)  # fmt: skip
def test_leaves_crumbs_out(dose, taken):
    """Under 10 g in all nothing is taken; whole from 15 g on, from both sides."""
    assert worth_taking_g(dose_g=dose) == pytest.approx(taken)


@pytest.mark.parametrize(
    ("minutes", "awake_min", "grams"),
    [(10.0, 30.0, 0.0), (60.0, 30.0, 0.0), (67.5, 30.0, 13.125), (75.0, 30.0, 30.0),
     (135.0, 60.0, 60.0), (135.0, 90.0, 30.0), (135.0, 120.0, 0.0)],
)  # fmt: skip
def test_fuels_the_dawn_long_run_on_the_way(minutes, awake_min, grams):
    """30 g/h from the 15th minute on, to an hour after waking; none from two. By hand."""
    assert early_during_g(duration_min=minutes, awake_min=awake_min) == pytest.approx(grams)


@pytest.mark.parametrize(("loading", "grams"), [(0.0, 600.0), (0.5, 660.0), (1.0, 720.0)])
def test_fills_meals_to_10_g_per_kg(loading, grams):
    """10 g/kg, 12 when loading; by hand for 60 kg."""
    assert most_in_meals_g(reference_mass_kg=60.0, loading=loading) == pytest.approx(grams)


# Minutes -> g/h for an easy run with a trained gut; each knot from both sides, by hand.
@pytest.mark.parametrize(
    ("minutes", "rate"),
    [(20.0, 0.0), (60.0, 0.0), (60.3, 0.3), (89.7, 29.7), (90.0, 30.0), (90.6, 30.3),
     (120.0, 45.0), (149.4, 59.7), (150.0, 60.0), (150.6, 60.6), (179.4, 89.4), (180.0, 90.0),
     (600.0, 90.0)],
)  # fmt: skip
def test_fuels_longer_runs_faster(minutes, rate):
    """0 to an hour, 30 g/h at 90 min, 60 at 150, 90 from 180 min; minutes, never hours."""
    result = during_g_per_h(
        duration_min=minutes, intensity=0.70, tolerance_g_per_h=120.0, is_race=0.0
    )
    assert result == pytest.approx(rate, abs=1e-9)


@pytest.mark.parametrize(
    ("intensity", "minutes_sooner"),
    [(0.70, 0.0), (0.75, 0.0), (0.7511, 0.2), (0.805, 10.0), (0.8589, 19.8), (0.86, 20.0),
     (1.0, 20.0)],
)  # fmt: skip
def test_fuels_hard_runs_sooner(intensity, minutes_sooner):
    """A hard run of 90 min is fuelled like an easy one 20 min longer, fading in from 0.75."""
    hard = during_g_per_h(
        duration_min=90.0, intensity=intensity, tolerance_g_per_h=120.0, is_race=0.0
    )
    easy = during_g_per_h(
        duration_min=90.0 + minutes_sooner, intensity=0.6, tolerance_g_per_h=120.0, is_race=0.0
    )
    assert hard == pytest.approx(easy, abs=1e-9)


@pytest.mark.parametrize(
    ("tolerance", "minutes", "is_race", "rate"),
    [(20.0, 240.0, 1.0, 20.0), (60.0, 240.0, 1.0, 60.0), (75.0, 240.0, 0.0, 75.0),
     (90.0, 240.0, 0.0, 90.0), (120.0, 240.0, 0.0, 90.0), (120.0, 240.0, 1.0, 120.0),
     (120.0, 150.0, 1.0, 60.0), (120.0, 165.0, 1.0, 90.0), (120.0, 180.0, 1.0, 120.0)],
)  # fmt: skip
def test_stops_at_what_the_gut_takes(tolerance, minutes, is_race, rate):
    """A stated tolerance is used: to 90 g/h on any run, beyond it in a race of 2.5 h and more."""
    result = during_g_per_h(
        duration_min=minutes, intensity=0.7, tolerance_g_per_h=tolerance, is_race=is_race
    )
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
        "is_race": 0.0,
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
     (0.68, 75.0, 0.5), (0.68, 89.7, 0.99), (0.68, 90.0, 1.0),
     (0.86, 30.0, 0.5), (0.90, 60.0, 0.5), (0.90, 75.0, 0.75), (0.90, 90.0, 1.0)],
)  # fmt: skip
def test_lets_a_short_easy_run_live_on_the_last_meal(intensity, duration_min, kept):
    """Fed lately, an easy run to an hour needs nothing and a hard one half; by 90 min all."""
    full = before(intensity=intensity, duration_min=duration_min)
    lately = before(intensity=intensity, duration_min=duration_min, fed=1.0)
    assert full == pytest.approx(52.5)
    assert lately == pytest.approx(kept * full, abs=1e-9)


@pytest.mark.parametrize(
    ("duration_min", "is_race", "grams"),
    [(89.0, 0.0, 52.5), (90.0, 0.0, 52.5), (91.0, 0.0, 52.71875), (120.0, 0.0, 59.0625),
     (150.0, 0.0, 65.625), (151.0, 0.0, 65.625), (240.0, 1.0, 52.5)],
)  # fmt: skip
def test_asks_for_more_before_a_long_run(duration_min, is_race, grams):
    """From 0.75 g/kg at an hour to 0.9375, three quarters of the way to 1.0; by hand for 70 kg."""
    assert before(duration_min=duration_min, is_race=is_race) == pytest.approx(grams)


def test_never_lets_a_harder_run_go_with_less():
    """Between easy and hard the dose that is kept only rises."""
    doses = [before(intensity=i / 100, duration_min=45.0, fed=1.0) for i in range(60, 96)]
    assert doses == sorted(doses)


def after(**changes):
    """Grams for 60 kg after a session of 150 g with a hard one in four hours, changed."""
    usual = {"session_g": 150.0, "mass_kg": 60.0, "hours_to_next": 4.0, "next_g": 150.0}
    return after_g(**{**usual, **changes})


@pytest.mark.parametrize(
    ("change", "grams"),
    [({}, 264.0), ({"session_g": 100.0}, 250.0), ({"session_g": 113.0}, 263.0),
     ({"session_g": 115.0}, 264.0), ({"hours_to_next": 8.0}, 264.0),
     ({"hours_to_next": 8.16}, 261.36), ({"hours_to_next": 16.0}, 132.0),
     ({"hours_to_next": 23.84}, 2.64), ({"hours_to_next": 24.0}, 0.0),
     ({"hours_to_next": 48.0}, 0.0), ({"hours_to_next": 1.0}, 66.0),
     ({"hours_to_next": 0.0}, 0.0), ({"next_g": 24.0}, 0.0), ({"next_g": 24.36}, 1.744),
     ({"next_g": 42.0}, 96.0), ({"next_g": 59.64}, 207.544), ({"next_g": 60.0}, 210.0)],
)  # fmt: skip
def test_refuels_by_the_time_to_the_next_session(change, grams):
    """1.1 g/kg for each of four hours, to what both burn; whole to 8 h, none from 24. By hand."""
    assert after(**change) == pytest.approx(grams, abs=0.001)


def test_refuels_between_two_sessions_as_reviewed():
    """4.8 h between two hard sessions of 66 kg: 260 to 320 g (Wallis & Podlogar 2022)."""
    grams = after(mass_kg=66.0, session_g=160.0, hours_to_next=4.8, next_g=160.0)
    assert 260.0 <= grams <= 320.0


@given(duration=st.floats(0.05, 2160.0), intensity=st.floats(0.2, 1.0), longer=st.floats(1.0, 2.0))
def test_never_fuels_a_longer_or_harder_run_less(duration, intensity, longer):
    """The rate rises with length and with effort, and stays within 0 and 90 g/h."""

    def rate_of(minutes, share):
        return during_g_per_h(
            duration_min=minutes, intensity=share, tolerance_g_per_h=120.0, is_race=0.0
        )

    rate = rate_of(duration, intensity)
    long, hard = rate_of(duration * longer, intensity), rate_of(duration, intensity * longer)
    assert 0.0 <= rate <= min(long, hard) <= max(long, hard) <= 90.0


@pytest.mark.parametrize(
    ("hours", "grams"), [(0.0, 0.0), (1.0, 72.0), (4.0, 288.0), (6.0, 360.0)]
)  # 60 kg, by hand
def test_f04_stores_so_much_in_an_evening(hours, grams):
    """1.2 g/kg an hour for four hours, and half as fast from there on."""
    assert stored_after_g(hours=hours, mass_kg=60.0) == pytest.approx(grams)

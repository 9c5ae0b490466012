"""Whole sessions: worked examples, and what each asks for on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lifted import MILD, lift

from fuelcalc.science.cost import lift_cost, run_cost
from fuelcalc.science.numeric import as_given
from fuelcalc.science.running import EQUATIONS, Stretch, re3_w_per_kg
from fuelcalc.science.sessions import (
    WEARABLE_SD_SHARE,
    other_session,
    run_session,
    started,
    stretch_intensity,
)


def stretch(speed_km_per_h, minutes, **changes):
    """One level stretch on a treadmill, with some fields changed."""
    usual = {
        "grade_up": 0.0,
        "grade_down": 0.0,
        "headwind_m_per_s": 0.0,
        "outdoors": 0.0,
        "surface_cost": 1.0,
        "repeat_s": minutes * 60.0,
        "still": 0.0,
    }
    return Stretch(
        speed_m_per_s=speed_km_per_h / 3.6, duration_s=minutes * 60.0, **{**usual, **changes}
    )


def run(*stretches, shares=None, **changes):
    """A run of a 75 kg athlete, with some fields changed."""
    usual = {
        "equation": EQUATIONS["looney"],
        "mass_kg": 75.0,
        "pack_kg": 0.0,
        "economy": as_given(None),
        "vdot": as_given(None),
        "rough": 0.0,
        "tolerance_g_per_h": as_given(60.0),
        "sweat": MILD,
        "is_race": 0.0,
    }
    intensities = shares or [0.70] * len(stretches)
    return run_session(stretches, intensities=intensities, **{**usual, **changes})


# 75 kg, 10 km in 50:00 on the level, worked outside this code to 0.1 kcal.
@pytest.mark.parametrize(
    ("outdoors", "pack_kg", "worked"), [(1.0, 0.0, 749.9), (0.0, 0.0, 730.0), (1.0, 5.0, 799.9)]
)
def test_costs_ten_kilometres_as_worked(outdoors, pack_kg, worked):
    """Outdoors 749.9 kcal, on a treadmill 730.0, with a 5 kg pack 799.9."""
    session = run(stretch(12.0, 50.0, outdoors=outdoors), pack_kg=pack_kg)
    assert session.gross_kcal == pytest.approx(worked, abs=0.051)
    assert session.duration_min == pytest.approx(50.0)


def test_costs_intervals_at_their_own_speeds():
    """6 x (3 min at 16 km/h + 2 min at 8) for 70 kg is 449.2 kcal, to 0.1."""
    parts = [stretch(16.0, 3.0), stretch(8.0, 2.0)] * 6
    session = run(*parts, mass_kg=70.0)
    assert session.gross_kcal == pytest.approx(449.2, abs=0.051)


def test_never_uses_the_mean_speed_of_a_session():
    """Cost is convex in speed: the same minutes at the mean speed would cost less."""
    parts = run(stretch(16.0, 18.0), stretch(8.0, 12.0))
    mean = run(stretch(12.8, 30.0))
    assert parts.gross_kcal > mean.gross_kcal


def test_burns_carbohydrate_stretch_by_stretch():
    """749.9 kcal at 0.75 is 110 g fasted and 128 fed; hard parts burn more than the mean would."""
    session = run(stretch(12.0, 50.0, outdoors=1.0), shares=[0.75])
    assert session.fasted_carbohydrate_g == pytest.approx(110.0, abs=0.5)
    assert session.carbohydrate_g == pytest.approx(749.9 * 0.70 / 4.1, abs=0.5)
    split = run(stretch(12.0, 25.0), stretch(12.0, 25.0), shares=[0.60, 0.90])
    assert split.intensity == pytest.approx(0.75)
    assert split.carbohydrate_g > run(stretch(12.0, 50.0), shares=[0.75]).carbohydrate_g


def test_fuels_and_waters_a_long_run():
    """Two hours easy at 18 degrees: 45 g/h, 65 % of the sweat, 300 mg a litre by 120 min."""
    session = run(stretch(10.0, 120.0), mass_kg=70.0)
    assert session.during_carbohydrate_g == pytest.approx(90.0)
    assert session.fluids.sweat_l == pytest.approx(2 * 0.768, abs=0.01)
    assert session.fluids.drink_l == pytest.approx(0.65 * session.fluids.sweat_l)
    assert session.fluids.during_sodium_mg == pytest.approx(300.0 * session.fluids.drink_l)


def test_prefers_a_measured_sweat_rate():
    """A measured 1.2 L/h for two hours: 2.4 L lost, 1.92 L to drink."""
    known = MILD._replace(rate_l_per_h=as_given(1.2))
    session = run(stretch(10.0, 120.0), sweat=known)
    assert session.fluids.sweat_l == pytest.approx(2.4)
    assert session.fluids.drink_l == pytest.approx(1.92)


def test_fuels_by_the_hour_and_not_by_the_kilo():
    """50 and 100 kg of one tolerance are given the same grams an hour on the same long run."""
    small, large = (run(stretch(11.0, 150.0), mass_kg=kg) for kg in (50.0, 100.0))
    assert small.during_carbohydrate_g == large.during_carbohydrate_g == pytest.approx(150.0)


# 2.5 hours at 60 g/h, where nobody stated more; by hand.
@pytest.mark.parametrize(("mass_kg", "grams"), [(45.0, 112.5), (50.0, 112.5), (55.0, 131.25),
                                                (60.0, 150.0), (90.0, 150.0)])  # fmt: skip
def test_gives_smaller_people_less_where_nobody_stated_a_tolerance(mass_kg, grams):
    """45 g/h to 50 kg, 60 from 60 kg on, ramping between (Ijaz 2024)."""
    session = run(stretch(11.0, 150.0), mass_kg=mass_kg, tolerance_g_per_h=as_given(None))
    assert session.during_carbohydrate_g == pytest.approx(grams)


@pytest.mark.parametrize(
    ("tolerance", "is_race", "g_per_h"),
    [(60.0, 1.0, 60.0), (90.0, 0.0, 90.0), (90.0, 1.0, 90.0), (120.0, 0.0, 90.0),
     (120.0, 1.0, 120.0)],
)  # fmt: skip
def test_uses_a_stated_tolerance(tolerance, is_race, g_per_h):
    """Four hours at a stated 90 or 120 g/h: beyond 90 only in a race."""
    session = run(stretch(11.0, 240.0), tolerance_g_per_h=as_given(tolerance), is_race=is_race)
    assert session.during_carbohydrate_g == pytest.approx(4.0 * g_per_h)


@pytest.mark.parametrize(
    ("minutes", "grams"), [(240.0, 0.0), (280.0, 0.0), (300.0, 0.0), (330.0, 20.625),
                           (360.0, 45.0), (540.0, 67.5), (1200.0, 67.5)],
)  # fmt: skip
def test_adds_protein_over_five_hours(minutes, grams):
    """0.1 g/kg an hour for 75 kg, half of it at 5:30, at most 0.9 g/kg; by hand."""
    assert run(stretch(9.0, minutes)).during_protein_g == pytest.approx(grams)


def test_sweats_a_measured_rate_on_runs_alone():
    """62 kg, 1.1 L/h measured on runs, 90 min of yoga: 0.45 L by its heat, 290 ml of it drunk."""
    known = MILD._replace(rate_l_per_h=as_given(1.1))
    yoga = other(2.5, 90.0, sweat=known, gross_kcal=2.5 * 62.0 * 1.5, mass_kg=62.0)
    assert yoga.fluids.sweat_l == pytest.approx(0.45)
    assert 1000.0 * yoga.fluids.drink_l == pytest.approx(292.5)
    assert lift(sweat=known).fluids == lift().fluids
    assert run(stretch(10.0, 90.0), sweat=known).fluids.sweat_l == pytest.approx(1.65)


def test_drinks_nothing_in_a_short_race():
    """10 km in 36 min: sweat as in training, and neither drink nor sodium, however it sweats."""
    fast, salty = stretch(16.7, 36.0), MILD._replace(sodium_mg_per_l=as_given(1500.0))
    trained, raced = (run(fast, sweat=salty, is_race=race) for race in (0.0, 1.0))
    assert raced.fluids.sweat_l == trained.fluids.sweat_l
    assert trained.fluids.drink_l > 0.3
    assert raced.fluids.drink_l == raced.fluids.during_sodium_mg == 0.0
    long = stretch(12.0, 80.0)
    assert run(long, is_race=1.0).fluids.drink_l == pytest.approx(run(long).fluids.drink_l)


def test_sweats_more_in_humid_air_where_nobody_measured():
    """A dew point of 24 degrees adds 30 % to a prediction, and nothing to a measurement."""
    humid = {"dew_point_degc": as_given(24.0)}
    long_run = stretch(10.0, 90.0)
    dry, wet = run(long_run), run(long_run, sweat=MILD._replace(**humid))
    assert wet.fluids.sweat_l == pytest.approx(1.3 * dry.fluids.sweat_l)
    known = MILD._replace(rate_l_per_h=as_given(1.0), **humid)
    assert run(long_run, sweat=known).fluids.sweat_l == pytest.approx(1.5)


class TestStarted:
    """A session as somebody starts it."""

    @pytest.mark.parametrize(
        ("awake_min", "fed"), [(30.0, 0.3), (60.0, 0.3), (90.0, 0.65), (120.0, 1.0), (600.0, 1.0)]
    )
    def test_burns_by_the_time_since_waking(self, awake_min, fed):
        """Fed counts from waking: 0.3 within the hour, all from two on."""
        session = run(stretch(10.0, 50.0))
        found = started(session, awake_min=awake_min, is_run=1.0)
        burned = session.carbohydrate_g * fed + session.fasted_carbohydrate_g * (1.0 - fed)
        assert found.carbohydrate_g == pytest.approx(burned)

    # From 15 min on at 30 g/h: 80 min hold 32.5 g, where 90 min of an easy run would have 20 g/h.
    @pytest.mark.parametrize(
        ("minutes", "awake_min", "is_run", "grams"),
        [(60.0, 45.0, 1.0, 0.0), (75.0, 45.0, 1.0, 30.0), (80.0, 45.0, 1.0, 32.5),
         (80.0, 120.0, 1.0, 26.6667), (80.0, 45.0, 0.0, 26.6667), (120.0, 45.0, 1.0, 90.0)],
    )  # fmt: skip
    def test_fuels_a_long_run_soon_after_waking(self, minutes, awake_min, is_run, grams):
        """A long run before breakfast takes at least 30 g/h from the 15th minute on."""
        session = run(stretch(10.0, minutes))
        found = started(session, awake_min=awake_min, is_run=is_run)
        assert found.during_carbohydrate_g == pytest.approx(grams, abs=0.01)

    def test_never_takes_in_more_than_is_burned(self):
        """However early, nothing beyond what the session burns is eaten on the way."""
        session = run(stretch(10.0, 80.0))._replace(carbohydrate_g=20.0, fasted_carbohydrate_g=10.0)
        found = started(session, awake_min=45.0, is_run=1.0)
        assert found.during_carbohydrate_g == pytest.approx(13.0)


def test_sweats_from_work_over_the_ground_and_not_from_wind():
    """A headwind costs energy and cools; the heat estimate leaves it out."""
    calm = run(stretch(12.0, 60.0, outdoors=1.0))
    windy = run(stretch(12.0, 60.0, outdoors=1.0, headwind_m_per_s=6.0))
    assert windy.gross_kcal > calm.gross_kcal
    assert windy.fluids.sweat_l == calm.fluids.sweat_l


def test_widens_its_error_with_the_ground():
    """8 % of a level run, 10 % of a hilly one, 12 % of a rough one, 11 % with a heavy pack."""
    hilly = stretch(12.0, 50.0, grade_up=0.05, grade_down=-0.05)
    for session, share in [
        (run(stretch(12.0, 50.0)), 0.08),
        (run(hilly), 0.10),
        (run(hilly, rough=1.0), 0.12),
        (run(stretch(12.0, 50.0), pack_kg=7.5), 0.11),
        (run(stretch(12.0, 50.0), economy=as_given(1.0)), 0.05),
    ]:
        assert session.sd_kcal / session.gross_kcal == pytest.approx(share)


def test_costs_nothing_to_stay_at_home():
    """A run of no stretches is a run of nothing, in floats."""
    nothing = run()
    assert {*nothing[:-1], *nothing.fluids} == {0.0}


@given(
    minutes=st.floats(60.0, 720.0),
    speed=st.floats(5.0, 15.0),
    mass_kg=st.floats(40.0, 110.0),
    share=st.floats(0.5, 0.9),
)
def test_never_feeds_more_energy_than_the_run_spends(minutes, speed, mass_kg, share):
    """At 4 kcal a gram, food on the move never exceeds the gross cost of moving."""
    tolerance = as_given(75.0)
    session = run(
        stretch(speed, minutes), shares=[share], mass_kg=mass_kg, tolerance_g_per_h=tolerance
    )
    assert 4.0 * session.during_carbohydrate_g <= session.gross_kcal


# 75 kg at 12 km/h for 50 min on a treadmill are 730.0 kcal (above); standing for them is 77.4,
# at 1.44 W/kg. By hand: 77.4 + factor x (730.0 - 77.4), and 5 % of error where it was measured.
@pytest.mark.parametrize(
    ("known", "kcal", "sd_share"),
    [({}, 730.0, 0.08), ({"vdot": 35.0}, 762.6, 0.07), ({"vdot": 50.0}, 730.0, 0.07),
     ({"vdot": 62.0}, 697.4, 0.07), ({"vdot": 75.0}, 677.8, 0.07),
     ({"economy": 0.9}, 664.7, 0.05), ({"economy": 0.9, "vdot": 35.0}, 664.7, 0.05)],
)  # fmt: skip
def test_lets_good_runners_cost_less(known, kcal, sd_share):
    """By a race result, where nobody measured economy; what was measured wins."""
    known = {name: as_given(known.get(name)) for name in ("economy", "vdot")}
    session = run(stretch(12.0, 50.0), **known)
    assert session.gross_kcal == pytest.approx(kcal, abs=0.1)
    assert session.sd_kcal == pytest.approx(sd_share * session.gross_kcal)


def other(met, minutes=120.0, **changes):
    """Two hours of something at that MET by 75 kg."""
    usual = {
        "gross_kcal": met * 75.0 * minutes / 60.0,
        "sd_share": WEARABLE_SD_SHARE,
        "duration_min": minutes,
        "mass_kg": 75.0,
        "tolerance_g_per_h": as_given(None),
        "sweat": MILD,
    }
    return other_session(**{**usual, **changes})


@pytest.mark.parametrize(
    ("met", "grams"),
    [(3.9, 0.0), (4.0, 0.0), (4.2, 0.0), (5.0, 45.0), (6.0, 90.0), (8.0, 90.0)],
)
def test_feeds_a_ride_but_not_a_stroll(met, grams):
    """
    45 g/h for two hours fades in between 4 and 6 MET, and nothing under 10 g is carried.

    At 6 MET 900 kcal at half of VO2max (21 of 42.2) burn 47.8 % as carbohydrate fed: 105 g.
    """
    assert other(met).during_carbohydrate_g == pytest.approx(grams, abs=0.1)


def test_takes_the_energy_of_others_as_it_is():
    """A device's figure counts whole, with 25 % error; intensity follows from the MET."""
    ride = other(8.0)
    assert ride.gross_kcal == 1200.0
    assert ride.sd_kcal == 300.0
    # 8 x 3.5 ml/kg/min at the VO2max of an easy 6:00 a kilometre, 42.2 by hand.
    assert ride.intensity == pytest.approx(28.0 / 42.2, abs=0.002)


@pytest.mark.parametrize(("met", "share"), [(0.5, 0.20), (30.0, 0.95)])
def test_holds_the_intensity_of_others_within_life(met, share):
    """Nothing is easier than a fifth of VO2max or harder than 95 % for a whole session."""
    assert other(met).intensity == share


class TestStretchIntensity:
    """How hard a stretch is."""

    @staticmethod
    def share(one, vdot=45.26):
        """The share of VO2max of a stretch that was called easy."""
        return stretch_intensity(
            one, effort_share=0.68, vdot=as_given(vdot), equation=EQUATIONS["looney"]
        )

    def test_goes_by_the_pace_of_a_known_runner(self):
        """A VDOT of 45.26 at 12 km/h runs at 79.6 % (Daniels and Gilbert)."""
        assert self.share(stretch(12.0, 30.0)) == pytest.approx(0.796, abs=0.001)

    def test_counts_a_hill_as_effort(self):
        """Uphill the same pace is harder by as much as it costs more."""
        level, up = (self.share(stretch(9.0, 30.0, grade_up=g, grade_down=g)) for g in (0.0, 0.05))
        ratio = re3_w_per_kg(speed_m_per_s=2.5, grade=0.05) / re3_w_per_kg(
            speed_m_per_s=2.5, grade=0.0
        )
        assert up / level == pytest.approx(ratio, rel=1e-6)

    def test_goes_by_the_effort_of_an_unknown_one(self):
        """Without a race result an easy stretch is easy, however fast."""
        assert self.share(stretch(16.0, 30.0), vdot=None) == 0.68

    def test_rests_where_nobody_moves(self):
        """Standing between repeats is as hard as it was said to be."""
        assert self.share(stretch(0.0, 2.0, still=1.0)) == 0.68


def test_costs_alone_what_a_whole_session_costs():
    """Minutes, energy and its error of a run and of a lift, without what they ask for."""
    parts = [stretch(16.0, 3.0, grade_up=0.02), stretch(8.0, 2.0)]
    who = {"equation": EQUATIONS["looney"], "mass_kg": 75.0, "pack_kg": 2.0, "rough": 1.0,
           "economy": as_given(1.05), "vdot": as_given(48.0)}  # fmt: skip
    whole = run(*parts, **who)
    assert run_cost(parts, **who).cost == (whole.duration_min, whole.gross_kcal, whole.sd_kcal)
    said = {"met": 3.5, "duration_min": 60.0, "n_sets": 20.0, "n_reps": 160.0, "volume_kg": 9000.0,
            "mass_kg": 75.0, "height_cm": 178.0, "age_y": 30.0, "body_fat_share": 0.15,
            "resting_kcal": 1917.8, "pal": 1.5}  # fmt: skip
    lifted = lift(**said)
    assert lift_cost(**said) == (lifted.duration_min, lifted.gross_kcal, lifted.sd_kcal)

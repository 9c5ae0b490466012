"""What a lift costs: by its minutes, its sets and its loads."""

import pytest
from lifted import lift

from fuelcalc.science.lifting import STYLE_MET


def test_costs_an_hour_of_lifting_as_worked():
    """
    3.5 MET for 63.75 kg of fat-free mass is 278.9 gross and 199.0 net of rest, to 0.1.

    By hand: 3.5 x 63.75 / 0.80; the day rests on 79.9 kcal an hour.
    """
    session = lift()
    assert session.gross_kcal == pytest.approx(278.9, abs=0.051)
    assert session.gross_kcal - 1917.8 / 24 == pytest.approx(199.0, abs=0.051)


@pytest.mark.parametrize(("share", "kcal"), [(0.20, 262.5), (0.10, 295.3), (0.40, 196.9)])
def test_costs_muscle_and_not_fat(share, kcal):
    """75 kg with a fifth of fat are the METs' own 3.5 x 75; leaner costs more, fatter less."""
    assert lift(body_fat_share=share).gross_kcal == pytest.approx(kcal, abs=0.051)


def test_weighs_in_the_sets_as_worked():
    """With 20 sets and 10 t the same hour is 154.3 ± 25.6 kcal net of rest, to 0.1."""
    session = lift(met=275.6 / 63.75 * 0.80, n_sets=20.0, volume_kg=10_000.0, n_reps=200.0)
    assert session.gross_kcal - 1917.8 / 24 == pytest.approx(154.3, abs=0.06)
    assert session.sd_kcal == pytest.approx(25.6, abs=0.06)


@pytest.mark.parametrize(("sets", "tonnes"), [(0.0, 10.0), (20.0, 0.0), (40.0, 10.0), (20.0, 31.0)])
def test_goes_by_the_met_without_a_session_like_lytles(sets, tonnes):
    """No sets, no load, too many sets or too much load: the MET, and 2.461 kcal a tonne."""
    by_volume = lift(n_sets=sets, volume_kg=1000.0 * tonnes)
    assert by_volume.gross_kcal == pytest.approx(lift().gross_kcal + 2.461 * tonnes)


# 24 repetitions by 75 kg, by hand: 2.461 x (24 x load - 24 x 37.5) / 1000 kcal.
@pytest.mark.parametrize(
    ("load_kg", "kcal"), [(20.0, -1.034), (37.5, 0.0), (100.0, 3.692), (200.0, 9.598)]
)
def test_f21_lets_the_load_move_the_energy(load_kg, kcal):
    """4 x 6 squats with 200 kg cost more than with 20, by Lytle's slope."""
    loaded = lift(n_sets=4.0, n_reps=24.0, volume_kg=24.0 * load_kg)
    assert loaded.gross_kcal - lift().gross_kcal == pytest.approx(kcal, abs=0.001)


def test_f21_leaves_the_load_to_lytle_inside_his_study():
    """With 20 sets and 10 t the repetitions change nothing: his own line has the load."""
    inside = {"n_sets": 20.0, "volume_kg": 10_000.0}
    assert lift(**inside, n_reps=200.0).gross_kcal == pytest.approx(
        lift(**inside, n_reps=400.0).gross_kcal
    )


def test_f21_never_takes_energy_back_for_a_light_load():
    """Ten minutes with an empty bar, repeated often: never less than rest."""
    light = lift(met=1.2, duration_min=10.0, n_sets=40.0, n_reps=4000.0, volume_kg=10.0)
    assert light.gross_kcal == pytest.approx(1917.8 / 144.0)


@pytest.mark.parametrize("style", sorted(STYLE_MET))
def test_gives_lytle_a_small_say_where_he_is_hardly_trusted(style):
    """At 88.5 min a tenth of the fade is left, so the cost lies within a tenth of the gap."""
    met = STYLE_MET[style]["full"]
    almost_out = {"met": met, "duration_min": 88.5, "n_sets": 20.0}
    alone = lift(**almost_out).gross_kcal
    mixed = lift(**almost_out, volume_kg=10_000.0).gross_kcal
    net = alone - 1917.8 * 88.5 / 1440
    assert abs(alone - mixed) <= 0.1 * abs(net - 144.55) + 1e-6


def test_eats_nothing_during_a_lift_and_counts_its_carbohydrate():
    """Half a gram a kilo is burned, none is taken in; drinks follow the sweat."""
    session = lift()
    assert session.during_carbohydrate_g == 0.0
    assert session.carbohydrate_g == pytest.approx(37.5)
    assert session.fluids.drink_l < session.fluids.sweat_l


def test_survives_a_lift_of_no_time_or_less_than_rest():
    """No minutes cost nothing; a MET below one's own rest never pays energy back."""
    assert lift(duration_min=0.0).gross_kcal == pytest.approx(0.0, abs=1e-9)
    lazy = lift(met=0.5)
    assert lazy.gross_kcal == pytest.approx(1917.8 / 24)

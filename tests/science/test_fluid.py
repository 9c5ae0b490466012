"""Sweat, drinks and sodium, never more than was lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.science.fluid import (
    USUAL_SWEAT_SODIUM_MG_PER_L,
    apart_h,
    base_fluid_ml,
    base_share,
    day_sodium_mg,
    drink_l_per_h,
    during_sodium_mg_per_h,
    humid_factor,
    most_to_bed_ml,
    owed_sodium_mg,
    race_drink_l,
    replaced_ml,
    sweat_l_per_h,
)
from fuelcalc.science.numeric import as_given

EASY_W_PER_KG = 11.48  # 10 km/h on the level, Looney 2023


def sweat(temperature, *, power=EASY_W_PER_KG, mass_kg=70.0):
    """Sweat of 70 kg at 10 km/h."""
    return sweat_l_per_h(power_w_per_kg=power, mass_kg=mass_kg, temperature_degc=temperature)


# Close to the 0.79 and 0.92 L/h that ACSM 2007 tabulates for this runner.
@pytest.mark.parametrize(("temperature", "worked"), [(18.0, 0.77), (28.0, 1.02)])
def test_sweats_as_worked_from_the_heat(temperature, worked):
    """70 kg at 10 km/h, printed to 0.01 L/h."""
    assert sweat(temperature) == pytest.approx(worked, abs=0.006)


# Heat that has to be evaporated, over gross power, by temperature; halfway between knots too.
@pytest.mark.parametrize(
    ("temperature", "share"),
    [(-40.0, 0.36), (0.0, 0.36), (2.5, 0.39), (5.0, 0.42), (10.0, 0.50), (15.0, 0.59),
     (20.0, 0.68), (25.0, 0.78), (30.0, 0.90), (32.5, 0.975), (35.0, 1.05)],
)  # fmt: skip
def test_evaporates_more_of_the_heat_in_warm_weather(temperature, share):
    """Share times 11.48 W/kg x 70 kg x 3600 s over 2.426 MJ/L, level below freezing."""
    assert sweat(temperature) == pytest.approx(share * 1.19248, abs=2e-4)


@pytest.mark.parametrize("temperature", [35.1, 40.0, 45.0, 50.0])
def test_sweats_no_less_in_hotter_air(temperature):
    """Past the last measured knot the rate goes on rising or stays."""
    assert sweat(temperature) >= sweat(35.0)


@pytest.mark.parametrize(("power", "mass_kg", "limit"), [(1.44, 40.0, 0.3), (30.0, 120.0, 2.5)])
def test_holds_sweat_within_what_people_sweat(power, mass_kg, limit):
    """0.3 L/h at least, 2.5 at most."""
    assert sweat(30.0, power=power, mass_kg=mass_kg) == limit


@pytest.mark.parametrize(
    ("rate", "minutes", "worked"), [(1.2, 120.0, 0.96), (2.0, 180.0, 1.00), (0.6, 60.0, 0.48)]
)
def test_follows_a_measured_rate_to_80_per_cent(rate, minutes, worked):
    """Measured 1.2, 2.0 and 0.6 L/h: drink up to 0.96, 1.00 and 0.48."""
    assert drink_l_per_h(sweat_l_per_h=rate, measured=1.0, duration_min=minutes) == pytest.approx(
        worked
    )


@pytest.mark.parametrize(
    ("rate", "minutes", "worked"),
    [(1.0, 60.0, 0.65), (1.23, 60.0, 0.7995), (1.24, 60.0, 0.8), (2.5, 180.0, 0.8),
     (2.5, 181.2, 0.798), (2.5, 240.0, 0.7), (2.5, 298.8, 0.602), (2.5, 300.0, 0.6),
     (2.5, 900.0, 0.6), (1.0, 180.0, 0.65), (1.0, 181.2, 0.6485), (1.0, 240.0, 0.575),
     (1.0, 298.8, 0.5015), (1.0, 300.0, 0.50), (1.0, 900.0, 0.50)],
)  # fmt: skip
def test_follows_a_predicted_rate_to_65_per_cent(rate, minutes, worked):
    """65 % of a prediction, at most 0.8 L/h; 50 % and 0.6 from five hours on."""
    assert drink_l_per_h(sweat_l_per_h=rate, measured=0.0, duration_min=minutes) == pytest.approx(
        worked
    )


@given(rate=st.floats(0.1, 4.0), measured=st.sampled_from((0.0, 1.0)), minutes=st.floats(1, 2160))
def test_never_drinks_more_than_is_lost(rate, measured, minutes):
    """Drinking never exceeds 80 % of sweat or a litre an hour (Hew-Butler 2015)."""
    drink = drink_l_per_h(sweat_l_per_h=rate, measured=measured, duration_min=minutes)
    assert 0.0 < drink <= min(0.8 * rate, 1.0) + 1e-12


def test_counts_sodium_not_salt():
    """40 mmol/L at 23 mg/mmol is 920 mg of sodium; as salt it would be 2.5 times that."""
    assert USUAL_SWEAT_SODIUM_MG_PER_L == 40 * 23


# L/h drunk and sweated, minutes -> mg/h: 600 mg a litre, both ramps from both sides, by hand.
@pytest.mark.parametrize(
    ("drink", "rate", "minutes", "worked"),
    [(0.5, 0.8, 60.0, 0.0), (0.5, 0.8, 90.0, 0.0), (0.5, 0.8, 90.6, 3.0),
     (0.5, 0.8, 120.0, 150.0), (0.5, 0.8, 149.4, 297.0), (0.5, 0.8, 150.0, 300.0),
     (0.5, 0.8, 600.0, 300.0), (0.6, 1.0, 60.0, 0.0), (0.6, 1.004, 60.0, 3.6),
     (0.6, 1.2, 60.0, 180.0), (0.6, 1.396, 60.0, 356.4), (0.6, 1.4, 60.0, 360.0),
     (0.6, 1.2, 120.0, 180.0), (0.6, 1.1, 120.0, 180.0)],
)  # fmt: skip
def test_salts_long_and_sweaty_sessions(drink, rate, minutes, worked):
    """None to 90 min, all from 150, or from 1.0 to 1.4 L/h where that gives more."""
    result = during_sodium_mg_per_h(
        drink_l_per_h=drink,
        sweat_l_per_h=rate,
        sodium_mg_per_l=as_given(None),
        duration_min=minutes,
    )
    assert result == pytest.approx(worked, abs=1e-6)


# 1.0 L/h drunk at 1.2 L/h sweated, where three quarters of the sweat are 0.9 L.
@pytest.mark.parametrize(
    ("drink", "mg_per_l", "mg"),
    [(1.0, None, 600.0), (0.99, None, 594.0), (1.2, None, 600.0), (0.5, 1000.0, 500.0),
     (0.5, 400.0, 200.0), (1.0, 1000.0, 900.0)],
)  # fmt: skip
def test_caps_sodium_unless_it_was_measured(drink, mg_per_l, mg):
    """600 mg/h at the most; who had their sweat analysed takes what it holds, to 75 % of it."""
    result = during_sodium_mg_per_h(
        drink_l_per_h=drink,
        sweat_l_per_h=1.2,
        sodium_mg_per_l=as_given(mg_per_l),
        duration_min=180.0,
    )
    assert result == pytest.approx(mg)


@pytest.mark.parametrize(
    ("dew_point", "factor"),
    [(-20.0, 1.0), (15.0, 1.0), (15.3, 1.01), (19.5, 1.15), (23.7, 1.29), (24.0, 1.3), (30.0, 1.3)],
)
def test_sweats_more_in_humid_air(dew_point, factor):
    """1.0 up to a dew point of 15 degrees, 1.3 from 24 on, from both sides."""
    assert humid_factor(dew_point_degc=dew_point) == pytest.approx(factor)


@pytest.mark.parametrize(
    ("mass_kg", "ml"),
    [(30.0, 1500.0), (50.0, 1500.0), (50.1, 1503.0), (62.0, 1860.0), (99.9, 2997.0),
     (100.0, 3000.0), (250.0, 3000.0)],
)  # fmt: skip
def test_drinks_by_mass_between_limits(mass_kg, ml):
    """30 ml/kg, from 1.5 to 3 litres, from both sides."""
    assert base_fluid_ml(mass_kg=mass_kg) == pytest.approx(ml)


@pytest.mark.parametrize(
    ("hours", "ml"), [(0.0, 1000.0), (12.0, 1000.0), (13.0, 900.0), (14.0, 800.0), (24.0, 800.0)]
)
def test_replaces_more_when_the_next_session_is_near(hours, ml):
    """A quarter more than the sweat left within 12 hours, just the sweat from 14 on."""
    assert replaced_ml(unreplaced_ml=800.0, hours_to_next=hours) == pytest.approx(ml)


@pytest.mark.parametrize(("sweat_mg", "mg"), [(0.0, 1500.0), (1000.0, 2250.0), (4000.0, 4500.0)])
def test_salts_the_day_by_what_was_sweated(sweat_mg, mg):
    """The adequate intake of 1,500 mg and three quarters of the sodium in the sweat."""
    assert day_sodium_mg(sweat_sodium_mg=sweat_mg) == pytest.approx(mg)


@pytest.mark.parametrize(("during_mg", "mg"), [(0.0, 750.0), (400.0, 350.0), (900.0, 0.0)])
def test_leaves_sodium_to_the_meals_after_a_session(during_mg, mg):
    """Three quarters of 1,000 mg, less what was taken on the way, and never below nothing."""
    assert owed_sodium_mg(sweat_sodium_mg=1000.0, during_sodium_mg=during_mg) == mg


# Minutes, hours to bed -> hours: the session and as many after it, by a ramp from 90 to 180 min.
@pytest.mark.parametrize(
    ("minutes", "after", "hours"),
    [(60.0, 8.0, 0.0), (90.0, 8.0, 0.0), (91.8, 8.0, 0.0612), (135.0, 8.0, 2.25),
     (180.0, 8.0, 6.0), (240.0, 8.0, 8.0), (240.0, 3.0, 7.0), (240.0, 0.0, 4.0)],
)  # fmt: skip
def test_sets_the_hours_of_a_long_session_apart(minutes, after, hours):
    """None to an hour and a half, all from three hours on, and as many after it as there are."""
    assert apart_h(duration_min=minutes, hours_after=after) == pytest.approx(hours)


@pytest.mark.parametrize(
    ("awake", "apart", "share"),
    [(16.0, 0.0, 1.0), (16.0, 8.0, 0.5), (12.0, 0.0, 1.0), (12.0, 6.0, 0.5), (20.0, 4.0, 1.0),
     (20.0, 8.0, 0.75), (16.0, 20.0, 0.0), (10.0, 0.0, 1.0), (6.0, 0.0, 0.6), (8.0, 4.0, 0.4)],
)  # fmt: skip
def test_keeps_the_base_of_the_other_hours(awake, apart, share):
    """Of sixteen hours, or of a shorter day down to ten; a longer one has more of them to give."""
    assert base_share(awake_h=awake, apart_h=apart) == pytest.approx(share)


@pytest.mark.parametrize(
    ("minutes", "ml"), [(0.0, 250.0), (60.0, 250.0), (75.0, 525.0), (90.0, 800.0), (400.0, 800.0)]
)
def test_drinks_a_glass_in_the_last_hour(minutes, ml):
    """250 ml to an hour before bed, the 800 of any hour from an hour and a half on."""
    assert most_to_bed_ml(minutes=minutes) == pytest.approx(ml)


@pytest.mark.parametrize(
    ("minutes", "drink_l", "litres"),
    [(4.0, 0.05, 0.0), (36.0, 0.48, 0.0), (45.0, 0.6, 0.0), (49.9, 0.6, 0.0), (50.0, 0.6, 0.0),
     (51.0, 0.6, 0.06), (52.5, 0.6, 0.15), (60.0, 0.6, 0.3), (75.0, 0.9, 0.9), (200.0, 2.0, 2.0)],
)  # fmt: skip
def test_drinks_nothing_in_a_short_race(minutes, drink_l, litres):
    """None to 45 min, all from 75, and no mouthful between: 0.12 L are 0.06, by hand."""
    found = race_drink_l(drink_l=drink_l, duration_min=minutes)
    assert found == pytest.approx(litres, abs=1e-9)

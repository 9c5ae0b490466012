"""On the move: the schedules worked by hand for five runs, and what a station gives."""

import pytest

from fuelcalc.science.on_the_way import (
    even_minutes,
    most_moments,
    refill_minutes,
    sip_minutes,
    sodium_band_mg,
    station_ml,
    units_on_the_way,
)

# Worked apart from the product, minute by minute: floor(rate (T - 20) / 60 / g + 0.5) units.
R7 = [
    (210.0, 60.0, 25.0, [23, 47, 70, 93, 117, 140, 163, 187], 57.1),
    (240.0, 45.0, 22.0, [27, 53, 80, 107, 133, 160, 187, 213], 44.0),
    (105.0, 30.0, 25.0, [35, 70], 28.6),
    (300.0, 60.0, 30.0, [30, 60, 90, 120, 150, 180, 210, 240, 270], 54.0),
    (180.0, 75.0, 40.0, [30, 60, 90, 120, 150], 66.7),
]


@pytest.mark.parametrize(("minutes", "rate", "grams", "worked", "got_g_per_h"), R7)
def test_r7_spreads_units_over_a_run(minutes, rate, grams, worked, got_g_per_h):
    """So many units at these minutes, which come to so much an hour."""
    found = units_on_the_way(duration_min=minutes, rate_g_per_h=rate, unit_g=grams)
    assert [round(one) for one in found] == worked
    assert len(found) * grams / minutes * 60.0 == pytest.approx(got_g_per_h, abs=0.05)


@pytest.mark.parametrize(
    ("minutes", "litres", "apart", "worked"),
    [(210.0, 0.6, 5.0, 249.0), (210.0, 0.6, 1.609344, 80.0), (240.0, 0.5, 5.0, 237.0)],
)
def test_r8_parts_the_drink_among_stations(minutes, litres, apart, worked):
    """A marathon in 3:30 at 0.6 L/h, by 5 km and by the mile, and one in 4:00 at 0.5 L/h."""
    speed = 42.195 / minutes * 60.0
    found = station_ml(drink_l_per_h=litres, apart_km=apart, speed_km_per_h=speed)
    assert found == pytest.approx(worked, abs=0.5)


def test_asks_for_nothing_where_half_a_unit_is_not_asked_for():
    """Just under half a gel is none, and half is one; nothing in the first 20 minutes."""
    for rate, number in ((12.4, 0), (12.5, 1)):
        assert len(units_on_the_way(duration_min=80.0, rate_g_per_h=rate, unit_g=25.0)) == number
    assert units_on_the_way(duration_min=15.0, rate_g_per_h=90.0, unit_g=5.0) == ()


@pytest.mark.parametrize("minutes", [10.0, 29.9, 30.0, 60.0, 93.0, 210.0, 900.0])
def test_ends_a_quarter_of_an_hour_before_the_end(minutes):
    """The last of the most moments is 15 minutes before the end, and one more would not be."""
    most = most_moments(duration_min=minutes)
    last = even_minutes(most, duration_min=minutes)[-1]
    assert minutes - last >= 15.0 - 1e-6 or most == 1
    assert minutes - even_minutes(most + 1, duration_min=minutes)[-1] < 15.0


@pytest.mark.parametrize(
    ("asked", "band"), [(0.0, 107.5), (430.0, 107.5), (431.0, 107.75), (2000.0, 500.0)]
)
def test_holds_sodium_to_a_quarter_or_half_a_capsule(asked, band):
    """25 %, from where that is more than half of a capsule of 215 mg."""
    assert sodium_band_mg(sodium_mg=asked) == pytest.approx(band)


@pytest.mark.parametrize(
    ("minutes", "ml", "apart", "number"),
    [(210.0, 2000.0, 20.0, 9), (100.0, 400.0, 20.0, 4), (100.0, 399.0, 25.0, 3),
     (1440.0, 6750.0, 25.0, 57), (100.0, 90.0, 45.0, 1), (35.0, 500.0, 20.0, 1)],
)  # fmt: skip
def test_sips_half_a_glass_in_whole_five_minutes(minutes, ml, apart, number):
    """Every 20 min, and further apart where a sip would be under 100 ml."""
    found = sip_minutes(duration_min=minutes, drink_ml=ml)
    assert found == tuple(apart * k for k in range(1, number + 1))


def test_sips_once_where_there_is_no_time():
    """The middle of half an hour."""
    assert sip_minutes(duration_min=30.0, drink_ml=200.0) == (15.0,)


@pytest.mark.parametrize(
    ("ml", "minutes"),
    [(500.0, ()), (1000.0, ()), (1001.0, (550.0,)), (2900.0, (220.0, 420.0))],
)
def test_fills_two_bottles_again_before_they_are_short_of_a_sip(ml, minutes):
    """A litre is nine sips of 100.1 ml, and ten of 100; less is not filled again."""
    assert refill_minutes(duration_min=600.0, drink_ml=ml) == minutes


def test_fills_before_each_sip_that_is_more_than_the_bottles_hold():
    """A measured rate may ask for over a litre at once: then before each."""
    assert refill_minutes(duration_min=60.0, drink_ml=6000.0) == (40.0,)


def test_stops_at_no_tap_for_the_last_sip_alone():
    """Two litres in 210 min are nine sips, of which the bottles hold four: 100 min, and not 180."""
    assert refill_minutes(duration_min=210.0, drink_ml=2000.0) == (100.0,)

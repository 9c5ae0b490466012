"""One session, whatever its kind."""

from dataclasses import replace

import pytest
from people import at, athlete, lift, ride, run

from fuelcalc.planning.sessions.other import trained_other
from fuelcalc.planning.sessions.run import trained_run
from fuelcalc.planning.sessions.session import first_given, minute_of, sweat_of


def test_labels_a_run_by_distance_and_anything_else_by_time():
    """A run is so many kilometres, a ride so many minutes."""
    long = trained_run(athlete(), run(distance_km=21.0975), temperature_degc=None)
    assert long.label == "21.1 km easy run"
    assert trained_other(athlete(), ride(), temperature_degc=None).label == "40 min cycling"


def test_reads_the_clock_in_minutes():
    """06:30:30 is 390.5 minutes; no time is none."""
    assert minute_of(at(6, 30).replace(second=30)) == 390.5
    assert minute_of(None) is None
    assert run().start == at(6, 30)
    assert lift(None).start is None


def test_takes_the_first_that_is_given():
    """A zero counts as given."""
    assert first_given(None, 0.0, 5.0) == 0.0
    assert first_given(2.0, None) == 2.0


def test_knows_what_the_athlete_knows_of_their_sweat():
    """Unknown rate and sodium are marked so."""
    unknown = sweat_of(athlete(), 18.0)
    assert (unknown.rate_l_per_h.known, unknown.sodium_mg_per_l.known) == (0.0, 0.0)
    known = sweat_of(athlete(sweat_rate_l_per_h=1.1, sweat_sodium_mg_per_l=500.0), 30.0)
    assert known == (30.0, (1.1, 1.0), (500.0, 1.0), (0.0, 0.0))


def test_has_no_start_without_a_place():
    """A session of an average day stands nowhere on the clock, and says so when asked."""
    nowhere = trained_run(athlete(), run(), temperature_degc=None)
    with pytest.raises(LookupError, match="the 10 km easy run has no place on the clock"):
        _ = nowhere.start
    placed = replace(nowhere, placed_at=390.0)
    assert (placed.start, placed.end) == (390.0, pytest.approx(390.0 + 340.0 / 6.0))


def test_charges_what_the_minutes_would_have_cost():
    """An hour of 600 kcal costs 600 less an hour of rest, and less still of daily life."""
    hour = trained_other(
        athlete(), ride(duration_min=60.0, energy_kcal=600.0), temperature_degc=None
    )
    charged = hour.charged(resting_kcal=1440.0, pal=1.5)
    assert charged.net_of_rest_kcal == pytest.approx(540.0)
    assert charged.net_kcal == pytest.approx(510.0)

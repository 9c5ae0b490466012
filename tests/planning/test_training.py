"""One session, whatever its kind."""

import pytest
from people import at, athlete, lift, ride, run

from fuelcalc.planning.lifts import trained_other
from fuelcalc.planning.runs import trained_run
from fuelcalc.planning.training import first_given, minute_of, sweat_of


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
    """Unknown rate and sodium are marked so; 920 mg/L stands in for the sodium."""
    unknown = sweat_of(athlete(), 18.0)
    assert (unknown.rate_known, unknown.sodium_known, unknown.sodium_mg_per_l) == (0.0, 0.0, 920.0)
    known = sweat_of(athlete(sweat_rate_l_per_h=1.1, sweat_sodium_mg_per_l=500.0), 30.0)
    assert known == pytest.approx((30.0, 1.1, 1.0, 500.0, 1.0))

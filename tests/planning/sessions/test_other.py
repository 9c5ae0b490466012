"""What anything costs beside running and lifting: by its name, its MET, or a device."""

import pytest
from people import athlete, day, lift, plan, ride

from fuelcalc.errors import InputError


def line(session):
    """A session's energy line."""
    return plan(athlete(), day(session)).energy.sessions[0]


def test_costs_other_activities_by_name_met_or_device():
    """Cycling is 7.0 MET, a MET is taken as it is, and a device's energy as it stands."""
    assert line(ride(duration_min=60.0)).gross_kcal == pytest.approx(7.0 * 62.0)
    assert line(ride(met=6.0, duration_min=60.0)).gross_kcal == pytest.approx(372.0)
    measured = line(ride(energy_kcal=333.0))
    assert (measured.gross_kcal, measured.method) == (333.0, "given energy")
    assert (line(ride()).name, line(ride()).duration_min) == ("cycling", 40.0)


def test_refuses_an_activity_that_it_does_not_know():
    """An unknown activity is refused with what to write instead."""
    with pytest.raises(
        InputError, match='"quidditch" is unknown; give one such as cycling, or met'
    ):
        line(ride(activity="quidditch"))
    with pytest.raises(InputError, match='did you mean "badminton"'):
        line(ride(activity="badmington"))
    with pytest.raises(InputError, match="soccer or American football"):
        line(ride(activity="Football"))


def test_sweats_more_on_a_ride_in_the_heat():
    """The day's temperature counts for a ride, and a lift is indoors."""
    drinks = {}
    for degc in (5.0, 30.0):
        for name, session in {"ride": ride(), "lift": lift()}.items():
            found = plan(athlete(), day(session, temperature_degc=degc))
            (during,) = [e for e in found.timeline if e.kind == "during"]
            drinks[name, degc] = during.fluid_ml
    assert drinks["ride", 30.0] > drinks["ride", 5.0]
    assert drinks["lift", 30.0] == drinks["lift", 5.0]

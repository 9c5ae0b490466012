"""Races through the night, and the days and mornings after them."""

from datetime import time

import pytest
from laws import broken_laws
from people import (
    codes,
    day,
    man,
    plan,
    run,
)

from fuelcalc import render
from fuelcalc.errors import InputError
from fuelcalc.planning.day import plan_days

RACER = man(mass_kg=72.0)
ULTRA_RUNNER = man(mass_kg=70.0)


def test_f29_wakes_after_a_night_of_racing():
    """Who runs until ten in the morning sleeps until four; after a usual evening nothing moves."""
    night = day(run("06:00", distance_km=160.0, duration_min=1680.0, effort="race"))
    plans = plan_days(ULTRA_RUNNER, [night, day()], menu=False)
    assert plans[1].wake == time(16, 0)
    assert "long-day" not in codes(plans[0])
    late = plan_days(RACER, [day(run("21:00")), day()], menu=False)
    assert late[1].wake == time(6, 30)
    assert "long-day" in codes(plan(RACER, day(wake="03:00", sleep="00:30")))


@pytest.mark.parametrize(("minutes", "goes_on"), [(1680.0, False), (2130.0, True)])
def test_says_that_a_race_goes_on_into_a_second_evening(minutes, goes_on):
    """The page of a date that ends with a race of the day before speaks of the night after it."""
    race = run("06:00", distance_km=160.0, duration_min=minutes, effort="race")
    first, second = plan_days(ULTRA_RUNNER, [day(race), day()], menu=False)
    told = [one for one in second.notes if one.code == "race-goes-on"]
    bed = first.timeline[-1].minute - 1440.0
    assert [one.values for one in told] == ([{"minute": bed}] if goes_on else [])
    assert "160 km race, to the next day" in render(first, "text")
    assert all(broken_laws(one) == [] for one in (first, second))


def test_f29_plans_a_race_through_the_night():
    """100 miles in 28 h from 06:00 end at 10:00 next day, and sleep waits two hours for food."""
    found = plan(
        ULTRA_RUNNER, day(run("06:00", distance_km=161.0, duration_min=1680.0, effort="race"))
    )
    assert broken_laws(found) == []
    assert (found.timeline[-1].start.hour, found.timeline[-1].kind) == (12, "sleep")
    (race,) = [entry for entry in found.timeline if entry.kind == "run"]
    assert (race.minute, race.minutes) == (360.0, 1680.0)


def test_f29_refuses_more_than_36_hours_by_its_name():
    """What is too long is the run, and not a waking or sleep that nobody gave."""
    with pytest.raises(InputError, match="duration_min") as refused:
        run("06:00", distance_km=161.0, duration_min=2400.0, effort="race")
    assert "2160" in str(refused.value)
    assert "sleep" not in str(refused.value)


@pytest.mark.parametrize(
    ("tomorrow", "sleep", "hours"),
    [
        (day(run("06:00", distance_km=42.2, duration_min=230.0, effort="race")), None, 5.0),
        (day(run("05:00", distance_km=10.0)), None, 5.75),
        (day(run("06:15", distance_km=10.0)), None, None),
        (day(run("06:14", distance_km=10.0)), None, 419.0 / 60.0),
        (day(run("05:00", distance_km=10.0)), "20:30", None),
        (day(), None, None),
    ],
)
def test_says_what_an_early_alarm_leaves_of_the_night(tomorrow, sleep, hours):
    """Under seven hours in bed before tomorrow's alarm are said, with both times."""
    found = plan(when=day(sleep=sleep), after=tomorrow)
    said = [note.values for note in found.notes if note.code == "early-alarm"]
    assert [values["bed_h"] for values in said] == ([] if hours is None else [pytest.approx(hours)])
    assert "early-alarm" not in codes(plan())

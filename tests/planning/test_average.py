"""A week as it stands for one day: mileage alone, and the mean of a plan's days."""

import pytest
from people import at, athlete, codes, day, lift, plan, run

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day import AverageDay
from fuelcalc.models.plan import Plan
from fuelcalc.planning.average import athlete_in_week, average_day
from fuelcalc.planning.sessions.training import Training


def test_r06_models_a_season_of_mileage_without_any_session():
    """R06: 350 miles in 3 months add about 27 miles a week, nearly 4 a day, at 0.9 kcal/kg/km."""
    woman = {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}
    who = Athlete.of(**woman, mileage="350 mi in 3 months")
    km_per_day = 350.0 * 1.609344 / 91.3
    assert who.weekly_mileage_km == pytest.approx(7.0 * km_per_day, rel=0.01)
    found = plan(who, average_day(who))
    (line,) = found.energy.sessions
    assert line.distance_km == pytest.approx(km_per_day, rel=0.01)
    assert line.start is None
    assert line.net_of_rest_kcal == pytest.approx(0.9 * 62.0 * km_per_day, rel=0.06)
    assert codes(found).count("average-day") == 1
    assert not {"assumed-start", "assumed-pace"} & set(codes(found))


def test_puts_no_average_session_on_the_clock():
    """The sessions of an average day cost energy but stand nowhere."""
    who = athlete(weekly_mileage_km=50.0, weekly_lifts=3)
    found = plan(who, average_day(who))
    assert {entry.kind for entry in found.timeline} <= {"meal", "snack", "pre-sleep", "sleep"}
    assert [line.kind for line in found.energy.sessions] == ["run", "lift"]
    assert found.energy.sessions[1].duration_min == pytest.approx(180.0 / 7.0)


def test_takes_waking_sleep_and_weather_from_the_day():
    """An average day wakes, sleeps and sweats as the day that it stands for."""
    when = day(wake="05:00", sleep="21:00", temperature_degc=28.0)
    found = average_day(athlete(weekly_lifts=2), when)
    assert (found.wake, found.sleep, found.temperature_degc) == (at(5), at(21), 28.0)


@pytest.mark.parametrize(
    ("changes", "n_runs", "n_lifts"),
    [({"weekly_mileage_km": 30.0}, 1, 0), ({"weekly_lifts": 2}, 0, 1),
     ({"weekly_mileage_km": 0.05, "weekly_lifts": 1}, 0, 1)],
)  # fmt: skip
def test_takes_what_is_known_of_the_week(changes, n_runs, n_lifts):
    """Mileage alone, lifts alone, or both make an average day."""
    found = average_day(athlete(**changes))
    assert (len(found.runs), len(found.lifts)) == (n_runs, n_lifts)
    assert isinstance(found, AverageDay)


@pytest.mark.parametrize("changes", [{}, {"weekly_mileage_km": 0.0, "weekly_lifts": 0}])
def test_has_no_average_day_of_an_unknown_or_empty_week(changes):
    """Without mileage or lifts there is no average day."""
    assert average_day(athlete(**changes)) is None


def test_counts_the_week_of_a_plan_of_five_days():
    """Five days with 30 km and two lifts are 42 km and three lifts a week."""
    long = day(run(distance_km=20.0), lift())
    days = [day(run(distance_km=10.0)), day(lift()), long, day(), day()]
    found = athlete_in_week(Training(athlete(weekly_mileage_km=99.0)), days)
    assert found.weekly_mileage_km == pytest.approx(42.0)
    assert found.weekly_lifts == 3


def test_leaves_the_week_alone_in_a_shorter_plan():
    """Four days are no week."""
    who = athlete(weekly_mileage_km=99.0)
    assert athlete_in_week(Training(who), [day(run())] * 4) == who


def test_knows_whether_a_plan_has_sessions():
    """A plan of rest days has none; one ride makes the difference."""
    rest = Plan(athlete=athlete(), days=(day(), day()))
    assert not rest.has_sessions
    assert Plan(athlete=athlete(), days=(day(), day(run()))).has_sessions


def test_counts_at_most_what_an_athlete_may_say_of_a_week():
    """Three lifts a day and 70 km a day are 14 lifts and 400 km, the most of a plan file."""
    days = [day(run(distance_km=70.0, pace_s_per_km=300.0), lift(), lift(), lift())] * 7
    found = athlete_in_week(Training(athlete()), days)
    assert (found.weekly_mileage_km, found.weekly_lifts) == (400.0, 14)

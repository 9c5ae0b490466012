"""One activity once: what makes two accounts one, at both edges, and what each of them gives."""

import datetime as dt

import pytest

from fuelcalc.importers.activities.once import each_once, is_same
from fuelcalc.models.found import FoundSession, FoundSets, Origin

DAY = dt.date(2026, 11, 20)
SETS = (FoundSets("squat", 4, reps=6, load_kg=70.0),)


def found(fmt, minute=0.0, *, minutes=60.0, km=10.0, sport="running", kind="run", **more):
    """A session that began so many minutes after seven."""
    start = dt.datetime.combine(DAY, dt.time(7)) + dt.timedelta(minutes=minute)
    fields = {"date": start.date(), "clock": start.time(), "utc": start, **more}
    return FoundSession(
        Origin(f"{fmt}-{minute}", fmt), sport, kind, timer_min=minutes, elapsed_min=minutes,
        distance_km=km, **fields,
    )  # fmt: skip


def lift(fmt, minute=0.0, *, minutes=60.0, **more):
    """A lift that was found."""
    return found(fmt, minute, minutes=minutes, km=None, sport="strength", kind="lift", **more)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        # Two minutes between the starts, and no second more.
        (found("gpx", 2.0), True),
        (found("gpx", 2.02), False),
        # A tenth of the timer, or a twentieth of the distance; one of them is enough.
        (found("gpx", minutes=54.0, km=5.0), True),
        (found("gpx", minutes=53.9, km=5.0), False),
        (found("gpx", minutes=20.0, km=9.5), True),
        (found("gpx", minutes=20.0, km=9.4), False),
        (found("gpx", sport="walking", kind="other"), False),
        (found("gpx", planned=True), False),
        # Without a zone the clocks are compared.
        (found("garmin-list", 1.0, utc=None), True),
        (found("garmin-list", 1.0, utc=None, clock=None), False),
    ],
)
def test_knows_the_same_activity(other, same):
    """Sport, start, and timer or distance make one of two; the order does not matter."""
    first = found("fit")
    assert is_same(first, other) is same
    assert is_same(other, first) is same


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (lift("hevy", 20.0, minutes=45.0), True),
        (lift("hevy", 20.1, minutes=45.0), False),
        # Over half of the shorter one: a warm-up before the app was opened is no part of it.
        (lift("hevy", -19.0, minutes=37.9), False),
        (lift("hevy", -19.0, minutes=38.1), True),
        (lift("hevy", minutes=None), False),
        (lift("fitnotes", minutes=None, clock=None, utc=None), True),
        (found("hevy"), False),
    ],
)
def test_knows_the_same_lift_of_an_app_and_a_watch(other, same):
    """They overlap by more than half and begin within twenty minutes, or the app knows no time."""
    watch = lift("fit")
    assert is_same(watch, other) is same
    assert is_same(other, watch) is same


def test_keeps_the_sets_of_the_app_and_the_times_of_the_watch():
    """The watch's guesses give way, its start and pulse stay; neither is there twice."""
    guessed = (FoundSets("exercise", 3, reps=5, guessed=True),)
    watch = lift("fit", exercises=guessed, notes=("guessed-exercises",), device_kcal=300.0)
    app = lift("hevy", 5.0, minutes=50.0, exercises=SETS, title="Legs", utc=None)
    for order in ([watch, app], [app, watch]):
        (one,) = each_once(order)
        assert (one.exercises, one.timer_min, one.clock, one.title) == (
            SETS, 60.0, dt.time(7), "Legs",
        )  # fmt: skip
        assert one.notes == ("from-two-files",)


def test_fills_what_the_better_file_does_not_know():
    """A list adds its climb to a watch's run, and does not change its distance on the road."""
    watch = found("fit", km=10.0)
    listed = found("strava-list", km=10.2, climb_m=80.0, temperature_degc=7.0, device_kcal=600.0)
    (one,) = each_once([listed, watch])
    assert (one.origin.format, one.distance_km, one.climb_m) == ("fit", 10.0, 80.0)
    assert (one.temperature_degc, one.device_kcal) == (7.0, 600.0)


def test_lets_done_replace_planned_by_sport_and_day():
    """A planned run gives way to a run of that day, a planned lift and tomorrow's run stay."""
    planned = [
        found("calendar", 600.0, planned=True),
        lift("calendar", 600.0, planned=True),
        found("calendar", 1440.0, planned=True),
    ]
    left = each_once([*planned, found("fit")])
    assert [(each.kind, each.planned, each.date.day) for each in left] == [
        ("run", False, 20), ("lift", True, 20), ("run", True, 21),
    ]  # fmt: skip


@pytest.mark.parametrize("order", [1, -1])
def test_lets_each_done_session_replace_one_planned(order):
    """The evening's tempo stays planned after the morning's run; what has no time goes last."""
    morning, evening = (found("calendar", minute, planned=True) for minute in (-30.0, 630.0))
    open_ = found("calendar", planned=True, clock=None, utc=None, km=8.0)
    planned = [open_, morning, evening][::order]
    watch = [found("fit"), found("fit", 640.0)]
    for n, left in ((1, {evening, open_}), (2, {open_})):
        made = each_once([*planned, *watch[:n]])
        assert {each for each in made if each.planned} == left
    assert not any(each.planned for each in each_once([*planned, *watch, found("fit", 200.0)]))

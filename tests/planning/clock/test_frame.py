"""The frame of a day: waking, sleep, and where its sessions stand."""

from itertools import pairwise

import pytest
from people import at, athlete, codes, day, lift, plan, ride, run

from fuelcalc import words
from fuelcalc.errors import InputError
from fuelcalc.planning.clock.frame import as_clock, as_time


def sessions(found):
    """Start and end of each session of a plan, in minutes."""
    return [
        (entry.minute, entry.minute + entry.minutes)
        for entry in found.timeline
        if entry.kind in {"run", "lift", "other"}
    ]


@pytest.mark.parametrize(
    ("start", "wake"),
    [("07:30", at(6, 30)), ("07:15", at(6, 30)), ("06:30", at(5, 45)), ("04:00", at(3, 15))],
)
def test_wakes_in_time_for_the_first_start(start, wake):
    """Waking is 06:30, or 45 minutes before the first start where that is earlier."""
    assert plan(when=day(run(start))).wake == wake


def test_wakes_and_sleeps_at_usual_times_on_a_rest_day():
    """Without sessions or times the day is from 06:30 to 22:30."""
    found = plan()
    assert (found.wake, found.sleep) == (at(6, 30), at(22, 30))
    assert (found.timeline[-1].kind, found.timeline[-1].minutes) == ("sleep", 480.0)


def test_never_wakes_on_the_day_before():
    """A run just after midnight wakes nobody before midnight."""
    found = plan(when=day(run("00:10"), sleep="18:00"))
    assert found.wake == at(0, 0)


def test_sleeps_an_hour_after_a_late_session():
    """A lift that ends at 22:30 moves sleep to 23:30."""
    assert plan(when=day(lift("21:30"))).sleep == at(23, 30)


def test_sleeps_sixteen_hours_after_a_late_waking():
    """Somebody who wakes at 20:00 goes to sleep at noon."""
    assert plan(when=day(wake="20:00")).sleep == at(12, 0)


def test_counts_a_session_before_waking_as_the_next_calendar_day():
    """A night worker's run at 02:00 stands after the evening that began at 16:00."""
    found = plan(when=day(run("02:00"), lift("18:00"), wake="16:00", sleep="08:00"))
    assert sessions(found) == [(1080.0, 1140.0), (1560.0, pytest.approx(1560.0 + 340.0 / 6.0))]
    assert found.timeline[-1].minute == 1920.0


def test_assumes_usual_starts_and_says_so():
    """A run takes 07:00, a lift 18:00 and a ride noon, each with a note."""
    found = plan(when=day(run(None), lift(None), ride(None)))
    assert [start for start, _ in sessions(found)] == [420.0, 720.0, 1080.0]
    notes = [words(note) for note in found.notes if note.code == "assumed-start"]
    assert len(notes) == 3
    assert "07:00" in notes[0]


def test_moves_an_assumed_start_behind_what_is_in_the_way():
    """Two lifts without a start follow each other from 18:00, behind a ride at 17:30."""
    found = plan(when=day(ride("17:30"), lift(None), lift(None)))
    assert [start for start, _ in sessions(found)] == [1050.0, 1090.0, 1150.0]


def test_assumes_no_start_before_waking():
    """Somebody who wakes at 09:00 runs at 09:00 rather than 07:00."""
    found = plan(when=day(run(None), wake="09:00"))
    assert sessions(found)[0][0] == 540.0


def test_keeps_to_given_starts_without_a_word():
    """Given starts need no note."""
    assert "assumed-start" not in codes(plan(when=day(run(), lift())))


REFUSED = [
    pytest.param(
        day(run("07:00"), lift("07:30")), "overlaps", "start", at(7, 30), id="overlap"
    ),
    pytest.param(
        day(lift("21:30"), wake="06:00", sleep="22:00"),
        "after sleep", "start", at(21, 30), id="after-sleep",
    ),
    pytest.param(
        day(wake="06:00", sleep="09:59"), "4 to 24 hours", "sleep", at(9, 59), id="short-day"
    ),
    pytest.param(
        day(run("07:00", distance_km=150.0, pace_s_per_km=600.0), lift("17:00")),
        "26 h are trained on one day; a day has 24", "sessions", 1560.0, id="long-day",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("when", "words", "argument", "value"), REFUSED)
def test_refuses_a_day_that_no_clock_can_hold(when, words, argument, value):
    """Overlaps, sessions after sleep and impossible days are refused in one line."""
    with pytest.raises(InputError, match=words) as caught:
        plan(when=when)
    assert "\n" not in str(caught.value)
    assert (caught.value.argument, caught.value.value) == (argument, value)


@pytest.mark.parametrize(("sleep", "night"), [("10:00", 1200.0), ("05:59", 1.0)])
def test_takes_the_shortest_and_the_longest_day(sleep, night):
    """Four hours awake are just enough, and so is a day with a minute of night."""
    assert plan(when=day(wake="06:00", sleep=sleep)).timeline[-1].minutes == night


def test_takes_a_race_of_more_than_a_day():
    """What nobody trains somebody may race: 100 miles in 26 hours is a day of its own."""
    race = run("07:00", distance_km=160.9, pace_s_per_km=26 * 3600 / 160.9, effort="race")
    assert sessions(plan(when=day(race)))[0][1] == pytest.approx(33 * 60.0, abs=1.0)


def test_lets_one_session_start_as_another_ends():
    """A run at 07:00 that ends at 08:00 may be followed by a lift at 08:00."""
    back_to_back = day(run("07:00", distance_km=10.0, pace_s_per_km=360.0), lift("08:00"))
    assert sessions(plan(when=back_to_back)) == [(420.0, 480.0), (480.0, 540.0)]


def test_tells_the_time_across_midnight():
    """Minutes past 1,440 are the next day's clock, seconds left out."""
    assert as_clock(1470.9) == "00:30"
    assert as_time(1439.99) == at(23, 59)


def test_reads_a_wake_with_seconds():
    """Seconds of a clock time count."""
    found = plan(athlete(), day(run("07:00:30")))
    assert sessions(found)[0][0] == 420.5


def test_looks_to_the_first_start_of_tomorrow():
    """With a run at 07:00 and a lift at 18:00 tomorrow, tonight's hard run refuels for 07:00."""
    hard = day(run("18:00", distance_km=20.0, effort="tempo"))
    both, dawn, evening = (
        plan(when=hard, after=tomorrow).timeline
        for tomorrow in (day(run("07:00"), lift("18:00")), day(run("07:00")), day(run("18:00")))
    )
    assert both == dawn != evening


def test_refuses_a_session_before_waking_that_nobody_works_through():
    """A run at 04:00 by somebody who wakes at 06:00 is a slip, not the end of a night shift."""
    with pytest.raises(InputError, match="the 10 km easy run at 04:00 is before waking at 06:00"):
        plan(when=day(run("04:00"), wake="06:00"))


def race(start, minutes):
    """A day with a race of so many minutes."""
    return day(run(start, duration_min=minutes, pace_s_per_km=300.0, effort="race"))


@pytest.mark.parametrize(
    ("start", "minutes", "wake"),
    [
        ("07:00", 30.0, at(5, 30)),
        ("07:00", 60.0, at(4, 37)),
        ("07:00", 90.0, at(3, 45)),
        ("07:00", 300.0, at(3, 45)),
        ("06:00", 300.0, at(3, 30)),
        ("04:00", 90.0, at(3, 15)),
        ("11:00", 210.0, at(6, 30)),
    ],
)
def test_f08_lets_a_race_set_the_alarm(start, minutes, wake):
    """90 min before a race of 30, 195 before one of 90 and more, from 03:30 on, usual at most."""
    assert plan(when=race(start, minutes)).wake == wake


def test_f08_moves_the_alarm_smoothly():
    """A race a minute longer wakes at most two minutes earlier, and a given wake stays."""
    wakes = [plan(when=race("07:00", m)).wake for m in range(25, 95)]
    minutes = [wake.hour * 60 + wake.minute for wake in wakes]
    assert max(a - b for a, b in pairwise(minutes)) <= 2
    given = day(*race("07:00", 120.0).runs, wake="06:00")
    assert plan(when=given).wake == at(6, 0)


def test_f08_advises_nothing_that_it_decided():
    """30 km at 07:00 wakes 45 min before and says no word of rising; a given wake is another."""
    own = plan(when=day(run("07:00", distance_km=30.0, effort="long")))
    assert own.wake == at(6, 15)
    assert "early-long-session" not in codes(own)
    given = plan(when=day(run("07:00", distance_km=30.0, effort="long"), wake="06:15"))
    assert "early-long-session" in codes(given)


def test_lets_sleep_wait_for_food_after_a_very_long_race():
    """A race of ten hours and more that ends late leaves two hours until bed."""
    assert plan(when=race("12:00", 600.0)).timeline[-1].start == at(0, 0)
    assert plan(when=race("17:00", 300.0)).timeline[-1].start == at(23, 0)

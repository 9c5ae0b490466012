"""FIT files, message by message, and what of damaged ones can be had."""

import datetime as dt

import pytest
from fit_writer import (
    CYCLING,
    RUNNING,
    SCALE,
    STEP,
    STRENGTH,
    TRAINING,
    TRANSITION,
    TREADMILL,
    activity,
    file_id,
    fit,
    lap,
    message,
    one_set,
    record,
    seconds,
    session,
    stop,
)

START = dt.datetime(2026, 7, 4, 23, 30, tzinfo=dt.UTC)
SINGAPORE = (1.35, 103.82)
BY_PLACE = ("2026-07-05T07:30", "Asia/Singapore", ())


def after(second):
    """A moment so long after the start."""
    return START + dt.timedelta(seconds=second)


def test_takes_the_timer_for_the_duration_and_keeps_the_clock(only):
    """Pauses are out of what was run, and in from start to end; laps and climb are the device's."""
    run = only(
        {
            "a.fit": fit(
                file_id(),
                record(START, place=SINGAPORE, altitude=10.0),
                lap(START, timer=3000, metres=9000),
                lap(after(3100), timer=866, metres=3062),
                session(START, timer=3866, elapsed=4458, metres=12062, ascent=126, kcal=868),
                activity(after(4458), after(4458) + dt.timedelta(hours=8)),
            )
        }
    )
    assert (run.kind, run.sport, run.start) == ("run", "running", "2026-07-05T07:30")
    assert run.timer_min == pytest.approx(3866 / 60)
    assert run.elapsed_min == pytest.approx(4458 / 60)
    assert (run.distance_km, run.climb_m, run.device_kcal) == (12.062, 126.0, 868.0)
    assert [(each.distance_km, each.duration_min) for each in run.segments] == [
        (9.0, 50.0),
        (3.062, pytest.approx(866 / 60)),
    ]


@pytest.mark.parametrize(
    ("maker", "local", "place", "told"),
    [
        # The watch's own clock, by quarters of an hour.
        (1, dt.timedelta(hours=5, minutes=45), None, ("2026-07-05T05:15", "+05:45", ())),
        (1, -dt.timedelta(hours=14), None, ("2026-07-04T09:30", "-14:00", ())),
        # Nonsense for a clock: by the place.
        (1, -dt.timedelta(hours=646, minutes=36), SINGAPORE, BY_PLACE),
        (1, dt.timedelta(hours=15), SINGAPORE, BY_PLACE),
        (1, dt.timedelta(minutes=7), SINGAPORE, BY_PLACE),
        # COROS writes Greenwich's time for its own; others may be there.
        (294, dt.timedelta(), SINGAPORE, BY_PLACE),
        (1, dt.timedelta(), SINGAPORE, ("2026-07-04T23:30", "+00:00", ())),
        # Neither: the athlete's own zone, which is said.
        (1, dt.timedelta(hours=646), None,
         ("2026-07-05T01:30", "Europe/Berlin", ("assumed-zone",))),
    ],
)  # fmt: skip
def test_tells_the_athletes_own_day(only, maker, local, place, told):
    """The day is the watch's by a clock that can be right, else the place's, else the athlete's."""
    run = only(
        {
            "a.fit": fit(
                file_id(manufacturer=maker),
                record(START, place=place),
                session(START, timer=1800, elapsed=1800, metres=5000, sub_sport=TREADMILL),
                activity(after(1800), after(1800) + local),
            )
        }
    )
    assert (run.start, run.zone, run.notes) == told


def test_reads_a_clock_that_was_never_set_from_its_end(only):
    """Seconds since power-on are no year 1990: the start is the local end less what passed."""
    run = only(
        {
            "a.fit": fit(
                file_id(),
                session(5000, timer=3700, elapsed=3883, metres=10248),
                activity(8883, dt.datetime(2012, 2, 13, 12, 21, 3, tzinfo=dt.UTC)),
            )
        }
    )
    assert run.start == "2012-02-13T11:16"
    assert (run.zone, run.notes) == (None, ("clock-of-power-on",))


def test_refuses_a_session_without_any_date(read):
    """A watch that never knew the date says nothing that a plan could hold."""
    found = read({"a.fit": fit(file_id(), session(5000, timer=60, elapsed=60, metres=200))})
    assert [each.why for each in found.refused] == ["a session without a date"]
    assert found.sessions == ()


@pytest.mark.parametrize(
    ("timer", "elapsed", "minutes", "note"),
    [
        (7380, 27 * 86400, (123, 123), ("elapsed-over-timer",)),
        # Over three times, but not over six hours; and over six hours, but not three times.
        (3600, 6 * 3600, (60, 360), ()),
        (8 * 3600, 23 * 3600, (480, 1380), ()),
        (3600, 3000, (50, 50), ("timer-over-elapsed",)),
        (3000.4, 3000, (50, 50), ()),
    ],
)
def test_puts_impossible_times_right(only, timer, elapsed, minutes, note):
    """A forgotten watch ended with its timer, and no timer is longer than the clock."""
    ride = only(
        {
            "a.fit": fit(
                file_id(),
                session(START, sport=CYCLING, timer=timer, elapsed=elapsed, metres=30000),
                activity(START, START),
            )
        }
    )
    assert (ride.timer_min, ride.elapsed_min) == pytest.approx(minutes)
    assert ride.notes == note


def test_counts_climb_where_the_device_says_none(only):
    """Hills of 60 m are climbed, though the summary says zero; without hills zero is zero."""
    hills = [100.0, 160.0, 100.0, 160.0]
    flat = [100.0, 103.0, 100.0, 103.0]
    climbs = []
    for altitudes in (hills, flat):
        records = [record(after(60 * n), altitude=m, place=SINGAPORE) for n, m in
                   enumerate(altitudes)]  # fmt: skip
        summary = session(START, timer=1800, elapsed=1800, metres=5000, ascent=0)
        one = only({"a.fit": fit(file_id(), *records, summary, activity(START, START))})
        climbs.append((one.climb_m, "climb-counted" in one.notes))
    assert climbs == [(120.0, True), (0.0, False)]


def test_knows_a_treadmill_by_its_word_or_by_having_no_place(only):
    """Either has no climb and is on a treadmill; a run with places is not."""
    surfaces = []
    for sub_sport, place in ((TREADMILL, SINGAPORE), (0, None), (0, SINGAPORE)):
        one = only(
            {
                "a.fit": fit(
                    file_id(),
                    record(START, place=place, altitude=10.0),
                    session(START, sub_sport=sub_sport, timer=1800, elapsed=1800, metres=5000,
                            ascent=30),
                    activity(START, START),
                )
            }
        )  # fmt: skip
        surfaces.append((one.surface, one.climb_m))
    assert surfaces == [("treadmill", None), ("treadmill", None), (None, 30.0)]


def test_takes_the_air_from_a_bicycle_and_not_from_a_wrist(only):
    """Beside a run the temperature is the skin's, and only named."""
    told = []
    for sport in (RUNNING, CYCLING):
        summary = session(START, sport=sport, timer=1800, elapsed=1800, metres=6000, temperature=31)
        one = only({"a.fit": fit(file_id(), summary, activity(START, START))})
        told.append((one.temperature_degc, "wrist-temperature" in one.notes))
    assert told == [(None, True), (31.0, False)]


def test_gives_each_sport_of_a_day_its_own_sets(read):
    """Lift, run and lift are three; a set belongs where it began, and a change of shoes is none."""
    found = read(
        {
            "a.fit": fit(
                file_id(),
                one_set(after(10), reps=10, kg=50.0),
                one_set(after(60), active=False),
                one_set(after(100), reps=10, kg=50.0),
                one_set(after(2000), reps=0, category=19, kind=43, duration=45.0),
                session(START, sport=TRAINING, sub_sport=STRENGTH, timer=300, elapsed=600),
                session(after(600), timer=900, elapsed=900, metres=3000),
                session(after(1500), sport=TRANSITION, timer=60, elapsed=60),
                session(after(1560), sport=TRAINING, sub_sport=STRENGTH, timer=900, elapsed=1000),
                activity(START, START),
            )
        }
    )
    assert [each.kind for each in found.sessions] == ["lift", "run", "lift"]
    first, run, last = found.sessions
    assert [(each.name, each.sets, each.reps, each.load_kg) for each in first.exercises] == [
        ("barbell bench press", 2, 10, 50.0)
    ]
    assert run.exercises == ()
    # No repetitions in 45 seconds: a timed set, without the load of zero.
    (plank,) = last.exercises
    assert (plank.name, plank.reps, plank.seconds, plank.load_kg) == ("plank", None, 45.0, None)
    assert plank.guessed
    assert "guessed-exercises" in last.notes


def test_goes_by_the_records_where_the_summary_is_lost(read):
    """Cut off before its summary, a file still has its start, way, pause and time; and a line."""
    whole = fit(
        file_id(),
        *(record(after(10 * n), place=SINGAPORE, metres=30.0 * n) for n in range(31)),
        stop(after(200)),
        stop(after(260), starts=True),
        *(record(after(300 + 10 * n), place=SINGAPORE, metres=930.0 + 30 * n) for n in range(10)),
        session(START, timer=390, elapsed=450, metres=1200),
    )
    found = read({"a.fit": whole[:-40]})
    (one,) = found.sessions
    assert (one.start, one.sport) == ("2026-07-05T07:30", "other")
    assert one.distance_km == pytest.approx(1.2)
    assert (one.timer_min, one.elapsed_min) == pytest.approx((330 / 60, 390 / 60))
    assert [each.why for each in found.refused] == [
        "damaged from here on; what stands before it was read"
    ]


@pytest.mark.parametrize(
    ("start", "metres", "told"),
    [
        (1500, 5000, (10.0, 55.0, 55.0)),
        # By another clock it is none of this run's time.
        (-900_000, 1, (5.0, 25.0, 25.0)),
    ],
)
def test_counts_laps_without_records_where_the_summary_is_lost(read, start, metres, told):
    """A lap after the last record was run as well."""
    whole = fit(
        file_id(),
        *(record(after(10 * n), place=SINGAPORE, metres=100.0 * n / 3) for n in range(151)),
        lap(START, timer=1500, metres=4999),
        lap(after(start), timer=1800, metres=metres),
        session(START, timer=3300, elapsed=3300, metres=10000),
    )
    (one,) = read({"a.fit": whole[:-40]}).sessions
    assert (one.distance_km, one.timer_min, one.elapsed_min) == pytest.approx(told, abs=0.002)


@pytest.mark.parametrize(("elapsed", "minutes"), [(1500, 55.0), (4000, 55.0)])
def test_believes_no_clock_that_ends_before_the_laps(only, elapsed, minutes):
    """Where the laps go on until the timer says, the session's own clock is the wrong one."""
    run = only(
        {
            "a.fit": fit(
                file_id(),
                lap(START, timer=1500, metres=5000),
                lap(after(1500), timer=1800, metres=5000),
                session(START, timer=3300, elapsed=elapsed, metres=10000),
                activity(START, START),
            )
        }
    )
    assert (run.timer_min, run.notes) == (minutes, ())


def test_names_files_that_hold_no_session(read):
    """Settings and planned workouts are said to be such, with how many steps."""
    step = message(STEP, kind=(1, "enum", 0))
    found = read(
        {
            "settings.fit": fit(file_id(2)),
            "plan.fit": fit(file_id(5), step, step),
            "empty.fit": fit(file_id()),
        }
    )
    assert {each.file: each.why for each in found.refused} == {
        "settings.fit": "a watch's settings, and no session",
        "plan.fit": "a planned workout without a date; export the calendar that it stands in "
        "(2 steps)",
        "empty.fit": "no session in it",
    }


def test_reads_a_scale_of_one_person(read):
    """Body masses of a scale's file are a log; those of two people are refused."""

    def weighed(kg, person):
        return message(
            SCALE,
            time=(253, "uint32", seconds(START)),
            mass=(0, "uint16", round(kg * 100)),
            person=(12, "uint16", person),
        )

    one = read({"a.fit": fit(file_id(9), weighed(70.5, 1))})
    assert [(day.date.isoformat(), day.mass_kg) for day in one.log] == [("2026-07-05", 70.5)]
    two = read({"b.fit": fit(file_id(9), weighed(70.5, 1), weighed(52.0, 2))})
    assert two.log == ()
    assert [each.why for each in two.refused] == [
        "body masses of several people; export one person's"
    ]


def test_skips_a_button_pressed_twice(read):
    """Six seconds and no way are a test of the button."""
    found = read(
        {"a.fit": fit(file_id(), session(START, timer=6, elapsed=6), activity(START, START))}
    )
    assert found.sessions == ()
    assert [each.why for each in found.refused] == ["nothing in it: under 10 s and 10 m"]


def test_takes_what_nobody_runs_for_something_else(only):
    """A run at 19:20 /km is none, at 15:00 it is one; so at 2:30 and above."""
    kinds = []
    for timer in (9000, 9001, 1500, 1499):
        summary = session(START, timer=timer, elapsed=timer, metres=10000)
        one = only({"a.fit": fit(file_id(), summary, activity(START, START))})
        kinds.append((one.kind, "no-run-pace" in one.notes))
    assert kinds == [("run", False), ("other", True), ("run", False), ("other", True)]


def test_keeps_what_stands_before_too_many_messages(read, monkeypatch):
    """A file of more messages than are read gives what they said, and a line."""
    monkeypatch.setattr("fuelcalc.importers.activities.fit.MOST_RECORDS", 5)
    records = [record(after(60 * n), place=SINGAPORE, metres=200.0 * n) for n in range(9)]
    found = read({"a.fit": fit(file_id(), *records)})
    assert [round(each.distance_km, 1) for each in found.sessions] == [0.8]
    assert [each.why for each in found.refused] == ["over 5 messages; the rest is not read"]

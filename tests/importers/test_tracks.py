"""GPX and TCX: distance within stretches, laps against points, routes against recordings."""

import datetime as dt

import pytest
from tracks import START, gpx, point, run_points, tcx, trackpoint

from fuelcalc.importers.activities.climb import climb_m
from fuelcalc.importers.activities.local_time import Point
from fuelcalc.importers.activities.track import metres_between


def test_measures_within_stretches_only(only):
    """Two stretches of a kilometre with a bus ride between are 2 km, timed without it."""
    first = run_points(1000, 300)
    second = "".join(point(9000 + 100 * i, 1200 + 30 * i) for i in range(11))
    run = only({"a.gpx": gpx(first, second)})
    assert run.distance_km == pytest.approx(2.0, abs=0.001)
    assert (run.timer_min, run.elapsed_min) == (10.0, 25.0)
    assert (run.start, run.zone, run.kind) == ("2026-11-20T07:00", "Europe/Berlin", "run")


@pytest.mark.parametrize(
    ("metres", "second", "placed", "minutes"),
    [
        # Ten minutes at a café, 5 m apart; elapsed keeps them.
        (1005, 900, True, 10.0),
        # 60 s are a slow point of a recorder that saves few; 61 s at under 0.3 m/s are a pause.
        (1017, 360, True, 11.0),
        (1018, 361, True, 10.0),
        (1019, 361, True, 10.0 + 61 / 60),
        # Without a place nobody knows whether anybody stood.
        (1000, 900, False, 20.0),
    ],
)
def test_takes_a_standstill_for_a_pause(read, metres, second, placed, minutes):
    """A long gap at one place within a stretch is no running."""
    after = "".join(point(metres + 100 * i, second + 30 * i) for i in range(1, 11))
    gap = point(metres, second, placed=placed)
    (run,) = read({"a.gpx": gpx(run_points(1000, 300) + gap + after)}).sessions
    assert run.timer_min == pytest.approx(minutes)
    assert run.elapsed_min == pytest.approx((second + 300) / 60)


def test_joins_tracks_that_go_on(read):
    """Tracks of one file half an hour apart are one session, two hours apart are two."""
    tracks = [run_points(1000, 300), *(
        "".join(point(1000 + 100 * i, start + 30 * i) for i in range(11)) for start in (2000, 9500)
    )]  # fmt: skip
    body = "".join(f"<trk><trkseg>{each}</trkseg></trk>" for each in tracks)
    found = read({"a.gpx": f"<gpx>{body}</gpx>"})
    assert [round(each.distance_km, 2) for each in found.sessions] == [2.0, 1.0]


def test_takes_a_drawn_route_for_no_session(read):
    """Times on few of its points do not make a route a recording."""
    drawn = run_points(4000, 60, timed=False) + point(4100, 61) + point(4200, 62)
    found = read({"a.gpx": gpx(drawn)})
    assert found.sessions == ()
    (refused,) = found.refused
    assert refused.why == "a route of 4.2 km, not recorded on the way"


def test_names_points_without_a_place_and_keeps_the_rest(read):
    """One broken point costs a line, not the file."""
    broken = point(0, 5, placed=False)
    found = read({"a.gpx": gpx(run_points(3000, 900) + broken)})
    assert round(found.sessions[0].distance_km, 2) == 3.0
    assert [each.why for each in found.refused] == ["points without a place: 1"]


@pytest.mark.parametrize(
    ("word", "kind", "sport"),
    [
        ("9", "run", "running"),
        ("Trail Run", "run", "running"),
        (None, "other", "other"),
        ("1", "other", "other"),
        ("hiking", "other", "hiking"),
        ("Weight Training", "lift", "strength"),
        ("Erősítő edzés", "lift", "strength"),
        ("Workout", "other", "other"),
    ],
)
def test_goes_by_the_sport_and_never_guesses_a_run(only, word, kind, sport):
    """Only what says so is a run, in whatever language."""
    one = only({"a.gpx": gpx(run_points(3000, 900), kind=word)})
    assert (one.kind, one.sport) == (kind, sport)


def test_adds_up_laps(only):
    """Timer and distance are the laps', start and end the points'; the kilocalories are kept."""
    points = trackpoint(0, 0) + trackpoint(3000, 1300)
    run = only({"a.tcx": tcx([(600, 2000.0), (590, 1950.5)], points=points)})
    assert run.distance_km == pytest.approx(3.9505)
    assert run.timer_min == pytest.approx(1190 / 60)
    assert run.elapsed_min == pytest.approx(1300 / 60)
    assert (run.device_kcal, run.origin.id) == (200.0, "2026-11-20T06:00:00Z")


@pytest.mark.parametrize(
    ("laps", "starts", "pointed", "points", "elapsed", "timer"),
    [
        # The second lap has no points; its own start and time say when the run ended.
        ([(1500, 5000.0), (1800, 5000.0)], (0, 1500), 0, (0, 1500), 3300, 3300),
        ([(1500, 5000.0), (1800, 5000.0)], (0, 1800), 0, (0, 1500), 3600, 3300),
        # One point has no length.
        ([(1500, 5000.0), (1800, 5000.0)], (0, 1500), 1, (1500,), 3300, 3300),
        # The first has none.
        ([(1500, 5000.0), (1800, 5000.0)], (0, 1500), 1, (1500, 3300), 3300, 3300),
        # Where the laps' starts are no help, their times are.
        ([(1500, 5000.0), (1800, 5000.0)], (0, 0), 0, (0, 1500), 3300, 3300),
        # Laps that have points end with them.
        ([(3300, 10000.0)], (0,), 0, (0, 3000), 3000, 3000),
    ],
)
def test_counts_laps_without_points_to_the_clock(
    only, *, laps, starts, pointed, points, elapsed, timer
):
    """A clock that ends before the laps do is none, and makes no run faster than it was."""
    track = "".join(trackpoint(3.0 * second, second) for second in points)
    run = only({"a.tcx": tcx(laps, starts=starts, pointed=pointed, points=track)})
    assert (60.0 * run.elapsed_min, 60.0 * run.timer_min) == pytest.approx((elapsed, timer))
    assert run.distance_km == 10.0
    assert ("timer-over-elapsed" in run.notes) is (len(laps) == 1)


def test_keeps_an_indoor_tcx(only):
    """Points without a place are a treadmill's, and the laps still count."""
    run = only({"a.tcx": tcx([(1800, 6000.0)])})
    assert (run.surface, run.climb_m, run.distance_km) == ("treadmill", None, 6.0)


def test_takes_one_activity_once(read):
    """A TCX whose start was cut to the minute and a GPX of the same run are one, with its track."""
    start = START + dt.timedelta(seconds=59)
    points = trackpoint(0, 0) + trackpoint(3000, 900)
    found = read(
        {
            "a.tcx": tcx([(900, 3040.0)], points=points),
            "b.gpx": gpx(run_points(3000, 905)),
        }
    )
    (one,) = found.sessions
    assert (one.origin.file, one.distance_km) == ("a.tcx", 3.04)
    assert "from-two-files" in one.notes
    later = tcx([(900, 3000.0)], start=start + dt.timedelta(minutes=10))
    assert len(read({"a.tcx": tcx([(900, 3040.0)]), "c.tcx": later}).sessions) == 2


def test_reads_the_same_file_again_without_change(read):
    """Whatever is given twice is there once."""
    one = gpx(run_points(3000, 900))
    found = read({"a.gpx": one, "b.gpx": one})
    assert len(found.sessions) == 1


def test_keeps_what_stands_before_damage(read):
    """A file that breaks off gives its beginning and a line."""
    found = read({"a.gpx": gpx(run_points(3000, 900))[:-200], "b.tcx": tcx([(60, 200.0)])[:-60]})
    assert len(found.sessions) == 2
    assert [each.why[:19] for each in found.refused] == ["not well-formed XML"] * 2


# Counted by hand: rises between turning points of at least 5 m (and 3 m).
@pytest.mark.parametrize(
    ("altitudes", "five", "three"),
    [
        ([100.0, 104.9, 100.0, 104.9], 0.0, 9.8),
        ([100.0, 105.0, 100.0, 105.0], 10.0, 10.0),
        ([100.0, 110.0, 107.5, 120.0], 20.0, 20.0),
        ([100.0, 110.0, 106.0, 120.0], 20.0, 24.0),
        ([-75.0, -60.0, -500.0, -60.0], 15.0, 15.0),
        ([50.0, 20.0, 20.0], 0.0, 0.0),
    ],
)
def test_counts_climb_between_turning_points(altitudes, five, three):
    """Noise below the least rise is none, a dip below it does not end a rise, -500 m is none."""
    assert climb_m(altitudes) == pytest.approx(five)
    assert climb_m(altitudes, smallest_m=3.0) == pytest.approx(three)


def test_measures_the_earth():
    """Berlin to Munich is 504 km over the ground, as geodesic tables have it, within 1 %."""
    berlin, munich = Point(52.5200, 13.4050), Point(48.1351, 11.5820)
    assert metres_between(berlin, munich) == pytest.approx(504_000, rel=0.01)

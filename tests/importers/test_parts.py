"""A recorded run in parts: laps or kilometres, their slopes, and what of them goes into a plan."""

import datetime as dt
import io
import tomllib
from dataclasses import replace
from itertools import pairwise
from math import nan

import pytest
from fit_writer import activity, file_id, fit, lap, record, session, stop
from test_fit import START
from test_into_plan import HEAD
from tracks import gpx, point, tcx

from fuelcalc import read_plan
from fuelcalc.importers.activities import plan_parts as rules
from fuelcalc.importers.activities.climb import climb_m, legs
from fuelcalc.importers.activities.into_plan import into_plan
from fuelcalc.importers.activities.plan_parts import MOST_PARTS, plan_parts
from fuelcalc.importers.activities.plan_sessions import plan_session
from fuelcalc.importers.activities.trail import MOST_PARTS as MOST_LAPS
from fuelcalc.importers.activities.trail import Trail
from fuelcalc.models.found import FoundSegment, FoundSession, Origin

# Up a hill of 60 m in three kilometres of 6:00, then down it again in three of 5:00.
HILL = "".join(
    point(50 * i, 18 * i if i <= 60 else 1080 + 15 * (i - 60), altitude=100 + min(i, 120 - i))
    for i in range(121)
)


def segment(km=1.0, minutes=5.0, up=0.0, down=0.0):
    """A part of a trail."""
    return FoundSegment(km, minutes, up, down)


def recorded(*parts, **more):
    """A run of some parts, as its recorder sums it up."""
    climbs = [part.climb_m for part in parts]
    return replace(
        FoundSession(
            Origin("run.fit", "fit"), "running", "run", dt.date(2026, 11, 20), dt.time(7),
            timer_min=sum(part.duration_min for part in parts),
            distance_km=sum(part.distance_km for part in parts),
            climb_m=None if None in climbs else sum(climbs),
            segments=parts,
        ),
        **more,
    )  # fmt: skip


def test_tells_a_track_in_its_kilometres(only):
    """Each is as fast and as steep as it was; the climb of the parts is that of the whole."""
    found = only({"a.gpx": gpx(HILL)})
    assert [round(part.distance_km, 2) for part in found.segments] == [1.0] * 6
    assert [part.duration_min for part in found.segments] == pytest.approx(
        [6.0, 6.0, 6.0, 5.0, 5.0, 5.0], rel=0.06
    )
    ups = [part.climb_m for part in found.segments]
    assert ups == pytest.approx([20.0] * 3 + [0.0] * 3, abs=1.01)
    assert sum(ups) == pytest.approx(found.climb_m)
    assert sum(part.descent_m for part in found.segments) == pytest.approx(60.0)


def test_goes_into_a_plan_with_grade_and_pace(only):
    """Three kilometres up and three down are two segments, and stand there once."""
    found = only({"a.gpx": gpx(HILL)})
    once = into_plan(HEAD, [found])
    (run,) = tomllib.loads(once.text)["days"][0]["runs"]
    assert set(run) == {"start", "segments"}
    up, down = run["segments"]
    assert (up["climb"], up["descent"]) == ("60 m", "0 m")
    assert down["descent"] == "60 m"
    (day,) = read_plan(io.StringIO(once.text)).days
    km, minutes = day.runs[0].totals
    assert (km, minutes) == (pytest.approx(6.0, abs=0.01), pytest.approx(33.0, abs=0.01))
    assert into_plan(once.text, [found]).changes == ()


def test_replaces_what_stood_there_as_a_whole(only):
    """A run that an older import wrote in one piece is the same run."""
    found = only({"a.gpx": gpx(HILL)})
    whole = into_plan(HEAD, [replace(found, segments=())])
    assert "segments" not in whole.text
    parted = into_plan(whole.text, [found])
    assert parted.changes == ("2026-11-20 07:00 run from a.gpx: replaces what was imported",)
    by_hand = whole.text.replace("# fuelcalc import: a.gpx", "# mine")
    assert into_plan(by_hand, [found]).changes == ()


def test_keeps_laps_as_laps(only):
    """A watch's laps go before kilometres, with their own times and its own climb."""
    records = [
        record(
            START + dt.timedelta(seconds=10 * i),
            metres=30.0 * i,
            altitude=100 + min(i, 60),
            place=(52.5, 13.4),
        )
        for i in range(121)
    ]
    content = fit(
        file_id(), *records,
        lap(START, metres=1800, timer=600), lap(START, metres=1800, timer=600),
        session(START, timer=1200, elapsed=1200, metres=3600, ascent=90), activity(START, START),
    )  # fmt: skip
    found = only({"a.fit": content})
    assert [(part.distance_km, part.duration_min) for part in found.segments] == [(1.8, 10.0)] * 2
    assert [part.climb_m for part in found.segments] == pytest.approx([60.0, 0.0], abs=0.5)
    # Where points and device differ, the device's climb is what the parts come to.
    assert [part.climb_m for part in plan_parts(found)] == pytest.approx([90.0, 0.0], abs=1.0)


def test_leaves_pauses_out_of_kilometres(only):
    """A stop of ten minutes at 1.5 km is in no part's time."""

    def at(i):
        return START + dt.timedelta(seconds=10 * i + (600 if i > 50 else 0))

    content = fit(
        file_id(),
        *[record(at(i), metres=30.0 * i) for i in range(121)],
        stop(at(50) + dt.timedelta(seconds=1)),
        stop(at(51) - dt.timedelta(seconds=1), starts=True),
        session(START, timer=1202, elapsed=1800, metres=3600), activity(START, START),
    )  # fmt: skip
    minutes = [part.duration_min for part in only({"a.fit": content}).segments]
    assert minutes == pytest.approx([5.56, 5.56, 5.56, 3.33], abs=0.2)


def test_tells_laps_without_points_as_they_are(only):
    """Indoors nothing says how far a lap climbs."""
    found = only({"a.tcx": tcx([(600, 2000.0), (420, 1500.0)])})
    assert [part.climb_m for part in found.segments] == [None, None]
    tree = plan_session(replace(found, climb_m=12.0)).tree
    assert (tree["climb"], [set(part) for part in tree["segments"]]) == (
        "12 m", [{"distance", "duration"}] * 2,
    )  # fmt: skip


@pytest.mark.parametrize("km", [1.4, 402.0])
def test_tells_no_kilometres_of_what_has_none_or_too_many(km):
    """A kilometre and less than a half is one part; more than 400 are read by nobody."""
    trail = Trail()
    trail.add(0.0, 0.0, None)
    for metre in range(0, int(1000 * km) + 1, 10):
        trail.add(metre / 3.0, float(metre), None)
    assert len(trail.parts(())) == (0 if km < 2 else MOST_LAPS)
    assert trail.parts([segment()] * (MOST_LAPS + 1)) == ()
    assert Trail().parts(()) == ()


def test_goes_on_over_what_was_not_written_down():
    """Holes and steps back in time or distance are no way of their own."""
    trail = Trail()
    for seconds, metres in (
        (0, 0),
        (300, 1000),
        (nan, None),
        (290, 900.0),
        (600, 2000),
        (601, nan),
    ):
        trail.add(seconds, metres, None)
    other = Trail()
    other.add(0.0, 0.0, 5.0)
    other.add(300.0, 1000.0, 15.0)
    trail.append(other)
    assert [(part.distance_km, part.duration_min) for part in trail.parts(())] == [
        (1.0, 5.0), (1.0, 5.0), (1.0, pytest.approx(5.02, abs=0.01)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("altitudes", "smooth"),
    [
        ([100.0, 103.0, 99.0, 102.0], [99.0] * 4),
        ([100.0, 97.0, 80.0, 84.0, 70.0], [100.0, 97.0, 80.0, 80.0, 70.0]),
        ([nan, 100.0, nan, 110.0, 107.0, 120.0], [100.0, 100.0, 100.0, 110.0, 110.0, 120.0]),
        ([9999.0, 5.0], None),
    ],
)
def test_smooths_a_track_between_its_turning_points(altitudes, smooth):
    """What is under five metres is noise; what is off the earth has the height before it."""
    assert legs(altitudes) == smooth
    if smooth is not None:
        rises = [after - before for before, after in pairwise(smooth)]
        assert climb_m(altitudes) == pytest.approx(sum(rise for rise in rises if rise > 0))


@pytest.mark.parametrize(
    ("parts", "kept"),
    [
        pytest.param([segment(), segment(2.0, 10.4), segment(1.0, 5.3)], 0, id="alike"),
        pytest.param([segment(minutes=5.0), segment(minutes=5.2)], 0, id="4-percent"),
        pytest.param([segment(minutes=5.0), segment(minutes=5.3)], 2, id="6-percent"),
        pytest.param([segment(up=9.0, down=9.0), segment()], 0, id="9-m-per-km"),
        pytest.param([segment(up=11.0, down=11.0), segment()], 2, id="11-m-per-km"),
        pytest.param([segment(up=20.0), segment(up=20.0)], 1, id="one-way"),
        pytest.param([segment(up=9.0), segment(up=9.0)], 0, id="hardly-one-way"),
        pytest.param([segment(minutes=20.0), segment(minutes=5.0)], 0, id="no-run"),
        pytest.param([segment(), segment(up=300.0, down=200.0)], 1, id="too-steep"),
        pytest.param([segment(0.04, 0.1), segment(), segment(minutes=6.0)], 2, id="short"),
        pytest.param([segment(minutes=5.0 + i % 2) for i in range(90)], MOST_PARTS, id="many"),
    ],
)
def test_puts_together_what_was_run_alike(parts, kept):
    """Pace within a twentieth and slope within a hundredth are one; what is no run joins others."""
    found = plan_parts(recorded(*parts))
    assert len(found) == kept
    if found:
        for name in ("distance_km", "duration_min", "climb_m", "descent_m"):
            whole = sum(getattr(part, name) for part in parts)
            assert sum(getattr(part, name) for part in found) == pytest.approx(whole)


@pytest.mark.parametrize(
    "more",
    [
        {"distance_km": 2.3}, {"timer_min": 13.0}, {"planned": True}, {"distance_km": None},
        {"segments": ()}, {"segments": (segment(0.0, 0.0),)},
    ],
)  # fmt: skip
def test_believes_no_parts_of_another_whole(more):
    """Parts that come to over a tenth more or less than the run are left out."""
    parts = [segment(minutes=5.0), segment(minutes=6.0)]
    assert len(plan_parts(recorded(*parts))) == 2
    assert plan_parts(replace(recorded(*parts), **more)) == ()


def test_says_how_far_it_climbs_once_where_parts_do_not():
    """A device's climb with no altitude to share it by is the run's; one that says none is none."""
    parts = [segment(minutes=5.0), segment(minutes=6.0)]
    assert [part.climb_m for part in plan_parts(recorded(*parts, climb_m=50.0))] == [None, None]
    assert plan_session(recorded(*parts, climb_m=50.0)).tree["climb"] == "50 m"
    flat = plan_parts(recorded(segment(minutes=5.0, up=40.0, down=40.0), *parts, climb_m=0.0))
    assert {part.climb_m for part in flat} == {0.0}


def test_leaves_out_a_climb_that_nobody_runs(only):
    """Steeper than 45 % is a broken altimeter: the run goes into a plan without it."""
    steep = "".join(point(10 * i, 4 * i, altitude=100 + 30 * (i % 2)) for i in range(181))
    found = only({"a.gpx": gpx(steep)})
    assert (found.climb_m, found.notes) == (None, ("climb-counted", "too-steep"))
    assert "climb" not in plan_session(found).tree


def test_costs_the_same_put_together_or_not(only, monkeypatch):
    """What is put together moves a run's energy by less than two in a thousand."""
    from fuelcalc import Athlete, Day, plan_day

    uneven = "".join(
        point(25 * i, 8 * i + 2 * (i % 7), altitude=100 + 30 * abs((i % 80) / 40 - 1))
        for i in range(401)
    )
    athlete = Athlete.of(sex="male", age=30, mass="70 kg", height="175 cm")

    def kcal():
        run = plan_session(only({"a.gpx": gpx(uneven)})).record
        return plan_day(athlete, Day.of(runs=[run]), menu=False).energy.sessions[0].gross_kcal

    together = kcal()
    monkeypatch.setattr(rules, "_ALIKE_PACE", 1e-9)
    assert together == pytest.approx(kcal(), rel=0.002)


@pytest.mark.parametrize(
    ("km", "minutes", "is_believed"),
    [(2.19, 11.0, True), (2.21, 11.0, False), (1.81, 11.0, True), (1.79, 11.0, False),
     (2.0, 12.09, True), (2.0, 12.11, False)],
)  # fmt: skip
def test_believes_parts_within_a_tenth_of_the_whole(km, minutes, is_believed):
    """A corrected distance or another timer is shared out; more than a tenth is another run."""
    parts = (segment(minutes=5.0), segment(minutes=6.0))
    found = plan_parts(recorded(*parts, distance_km=km, timer_min=minutes))
    assert bool(found) is is_believed
    if found:
        assert sum(part.distance_km for part in found) == pytest.approx(km)
        assert sum(part.duration_min for part in found) == pytest.approx(minutes)


@pytest.mark.parametrize(
    ("metres", "is_shared"), [(2190, True), (2210, False), (1810, True), (1790, False)]
)
def test_shares_laps_slopes_only_where_points_go_as_far(metres, is_shared):
    """Laps of 2 km in all over points within a tenth of that; else they are told without slopes."""
    trail = Trail()
    for metre in range(0, metres + 1, 10):
        trail.add(metre / 3.0, float(metre), 100.0 + metre / 50.0)
    parts = trail.parts([segment(), segment()])
    assert [(part.distance_km, part.duration_min) for part in parts] == [(1.0, 5.0)] * 2
    climbs = [part.climb_m for part in parts]
    if is_shared:
        assert climbs == pytest.approx([metres / 100.0] * 2, rel=0.02)
    else:
        assert parts == (segment(), segment())


@pytest.mark.parametrize(
    ("part", "is_alone"),
    [
        (segment(0.05, 0.25), True),
        (segment(0.049, 0.25), False),
        (segment(0.06, 0.24), False),
        (segment(1.0, 15.0), True),
        (segment(1.0, 15.1), False),
        (segment(1.0, 2.5), True),
        (segment(1.0, 2.4), False),
        (segment(1.0, 9.0, up=225.0, down=225.0), True),
        (segment(1.0, 9.0, up=226.0, down=225.0), False),
    ],
)
def test_lets_stand_alone_what_is_a_run_by_itself(part, is_alone):
    """Long, fast, slow and gentle enough, at each edge from both sides."""
    found = plan_parts(recorded(segment(9.0, 54.0), part))
    assert (len(found) > 1) is is_alone

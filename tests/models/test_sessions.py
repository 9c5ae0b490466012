"""What was trained: runs, lifts and anything else, within what people do."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import refusal

from fuelcalc.models.sessions import Exercise, Lift, Other, Recovery, Run, Segment

MILE_KM = 1.609344


# The model, the fields beside it, and each field's limits from both sides.
LIMITS = [
    (Run, {}, "distance", ("10 m", "9 m", "300 km", "300.1 km")),
    (Run, {"distance": "5 km"}, "pace", ("2:30 /km", "2:29 /km", "15:00 /km", "15:01 /km")),
    (Run, {}, "duration", ("3 s", "2.9 s", "36 h", "36:00:01")),
    (Run, {"distance": "5 km"}, "climb", ("0 m", "-1 m", "20000 m", "20001 m")),
    (Segment, {"distance": "5 km"}, "climb", ("0 m", "-1 m", "20000 m", "20001 m")),
    (Segment, {"distance": "5 km"}, "descent", ("0 m", "-1 m", "20000 m", "20001 m")),
    (Run, {"distance": "5 km"}, "grade", ("-45 %", "-45.1 %", "45 %", "45.1 %")),
    (Run, {"distance": "5 km"}, "temperature", ("-40 °C", "-41 °C", "50 °C", "50.1 °C")),
    (Run, {"distance": "5 km"}, "wind", ("-10 m/s", "-10.1 m/s", "20 m/s", "20.1 m/s")),
    (Run, {"distance": "5 km"}, "pack", ("0 kg", "-1 kg", "40 kg", "40.1 kg")),
    (Segment, {"distance": "1 km"}, "repeat", (1, 0, 100, 101)),
    (Exercise, {"reps": 5}, "sets", (1, 0, 50, 51)),
    (Exercise, {"sets": 5}, "reps", (1, 0, 200, 201)),
    (Exercise, {"sets": 5, "reps": 5}, "load", ("0 kg", "-1 kg", "600 kg", "600.1 kg")),
    (Lift, {}, "duration", ("1 min", "59 s", "8 h", "8:00:01")),
    (Other, {"met": 5}, "duration", ("1 min", "59 s", "18 h", "18:00:01")),
    (Other, {"duration": "1 h"}, "met", (1, 0.99, 20, 20.1)),
    (Other, {"duration": "1 h"}, "energy", ("1 kcal", "0.9 kcal", "12000 kcal", "12001 kcal")),
]


@pytest.mark.parametrize(("record", "beside", "key", "limits"), LIMITS)
def test_takes_the_limits_and_nothing_beyond(record, beside, key, limits):
    """The least and the most are inside; the next number out is refused by name."""
    least, under, most, over = limits
    for value in (least, most):
        record.of(**beside, **{key: value})
    for value in (under, over):
        assert refusal(record.of, **beside, **{key: value}).startswith(f"{key}: ")


class TestRun:
    """Distance, pace and duration, any two of them."""

    @pytest.mark.parametrize(
        ("key", "trap", "field", "meant"),
        [
            ("pace", "8:30 min/mile", "pace_s_per_km", 510 / MILE_KM),
            ("pace", "12 km/h", "pace_s_per_km", 300.0),
            ("distance", "10k", "distance_km", 10.0),
            ("distance", "half marathon", "distance_km", 21.0975),
            ("duration", "48:30", "duration_min", 48.5),
            ("temperature", "68F", "temperature_degc", 20.0),
            ("temperature", "20C", "temperature_degc", 20.0),
            ("climb", "400 ft", "climb_m", 121.92),
            ("wind", "10 mph", "wind_m_per_s", 4.4704),
        ],
    )
    def test_reads_what_pint_would_misread(self, key, trap, field, meant):
        """Clocks are minutes and seconds, F is no farad, and a speed is a pace upside down."""
        tree = {"distance": "10 km"} if key not in {"distance", "duration"} else {}
        assert getattr(Run.of(**tree, **{key: trap}), field) == pytest.approx(meant, abs=1e-9)

    def test_takes_any_two_of_three(self):
        """Two of distance, pace and duration, or one of the first and the last."""
        for tree in (
            {"distance": "10 km", "pace": "5:40 /km"},
            {"distance": "10 km", "duration": "56:40"},
            {"pace": "5:40 /km", "duration": "56:40"},
            {"distance": "10 km"},
            {"duration": "56:40"},
        ):
            assert Run.of(**tree)

    @pytest.mark.parametrize("duration", ["55:40", "57:40"])
    def test_takes_three_that_agree(self, duration):
        """Within 2 % of 56:40 the three agree."""
        assert Run.of(distance="10 km", pace="5:40 /km", duration=duration)

    @pytest.mark.parametrize("duration", ["55:00", "58:00", "1:10:00"])
    def test_refuses_three_that_do_not(self, duration):
        """Beyond 2 % the error shows both paces."""
        line = refusal(Run.of, distance="10 km", pace="5:40 /km", duration=duration)
        assert "but the pace says 5:40 /km; leave one of the three out" in line

    @pytest.mark.parametrize(
        ("values", "line"),
        [
            ({}, "a distance or a duration is missing; write distance = "),
            ({"segments": []}, "a distance or a duration is missing; write distance = "),
            ({"pace": "5:40 /km"}, "pace alone says nothing; give a distance or a duration too"),
            (
                {"distance": "10 km", "duration": "10 min"},
                "10 km in 10 min is 1:00 /km, outside 2:30 to 15:00 /km; check",
            ),
            (
                {"distance": "10 km", "duration": "151 min"},
                "10 km in 151 min is 15:06 /km, outside",
            ),
            (
                {"distance": "300 km", "pace": "8:00 /km"},
                "300 km at 8:00 /km takes 40 h, over 36 h; check distance and pace",
            ),
            (
                {"duration": "36 h", "pace": "6:00 /km"},
                "2160 min at 6:00 /km is 360 km, over 300 km; check duration and pace",
            ),
            (
                {"distance": "5 km", "segments": [{"distance": "1 km"}]},
                "segments say distance, pace and duration; leave the run's own out",
            ),
            (
                {"distance": "5 km", "climb": "50 m", "grade": "1 %"},
                "climb and grade say the same thing twice; keep one",
            ),
            (
                {"distance": "5 km", "surface": "treadmill", "wind": "3 m/s"},
                "a treadmill has no wind; leave it out",
            ),
            ({"distance": "5 km", "effort": "hard"}, 'effort: "hard" is unknown; choose one of:'),
            ({"distance": "5 km", "surface": "trial"}, 'surface: "trial" is unknown; did you mean'),
            ({"distance": "5 km", "start": "25:00"}, 'start: "25:00" is not a time of day;'),
            ({"segments": [{"distance": "1 km"}] * 41}, "segments: 41 items, the most is 40"),
        ],
    )
    def test_refuses_what_is_no_run(self, values, line):
        """A run that contradicts itself, or says nothing, is told what to change."""
        assert refusal(Run.of, **values).startswith(line)

    @pytest.mark.parametrize(("km", "minutes"), [(1, 2.5), (10, 25), (1, 15), (10, 150)])
    def test_takes_the_fastest_and_the_slowest(self, km, minutes):
        """2:30 and 15:00 a kilometre are inside."""
        assert Run(distance_km=km, duration_min=minutes)

    def test_takes_the_longest(self):
        """36 hours and 300 km, whichever two say so."""
        assert Run.of(distance="300 km", pace="7:12 /km")
        assert Run.of(duration="36 h", pace="7:12 /km")

    def test_starts_when_it_says(self):
        """A start is a time, or text with or without am and pm."""
        assert Run.of(distance="5 km", start=dt.time(6, 30)).start == dt.time(6, 30)
        assert Run.of(distance="5 km", start="6:30 pm").start == dt.time(18, 30)


@given(miles=st.floats(0.01, 186), pace_s_per_mile=st.floats(242, 1440))
def test_is_the_same_run_in_miles(miles, pace_s_per_mile):
    """Miles and minutes a mile give the run that kilometres give."""
    kilometres, pace = miles * MILE_KM, pace_s_per_mile / MILE_KM
    if kilometres * pace > 2160 * 60 or kilometres < 0.0101:
        return
    us = Run.of(distance=f"{miles:.12f} mi", pace=f"{pace_s_per_mile:.12f} s/mi")
    metric = Run.of(distance=f"{kilometres:.12f} km", pace=f"{pace:.12f} s/km")
    assert us.distance_km == pytest.approx(metric.distance_km, abs=1e-9)
    assert us.pace_s_per_km == pytest.approx(metric.pace_s_per_km, abs=1e-9)


class TestRecovery:
    """What comes after a repeat."""

    @pytest.mark.parametrize(
        ("text", "kind", "minutes", "km", "pace"),
        [
            ("2 min jog", "jog", 2.0, None, None),
            ("2 min", "jog", 2.0, None, None),
            ("1:30", "jog", 1.5, None, None),
            ("Walk 400 m", "walk", None, 0.4, None),
            ("90 s STANDING", "stand", 1.5, None, None),
            ("2min rest", "stand", 2.0, None, None),
            ("400 m jog @ 7:00 /km", "jog", None, 0.4, 420.0),
        ],
    )
    def test_is_read_from_a_few_words(self, text, kind, minutes, km, pace):
        """A duration or a distance, and how it is spent: a jog unless it says otherwise."""
        recovery = Segment.of(distance="800 m", recovery=text).recovery
        assert recovery == Recovery(
            kind=kind, duration_min=minutes, distance_km=km, pace_s_per_km=pace
        )

    @pytest.mark.parametrize("text", ["jog", "", "2 min fly", "2", "2 kg jog", "2\x1bmin"])
    def test_shows_how_a_recovery_is_written(self, text):
        """Anything else is answered with an example."""
        line = refusal(Segment.of, distance="800 m", recovery=text)
        assert line.startswith("recovery: ")
        assert line.endswith('cannot be read; write "2 min jog"')

    def test_is_a_table_too(self):
        """A table says the same as the text."""
        table = {"duration": "2 min", "kind": "walk"}
        assert Segment.of(distance="800 m", recovery=table).recovery.duration_min == 2.0

    @pytest.mark.parametrize(
        ("values", "line"),
        [
            ({}, "give a duration or a distance, such as 2 min jog"),
            ({"duration": "2 min", "distance": "400 m"}, "give a duration or a distance"),
            ({"distance": "400 m", "kind": "stand"}, "standing takes a duration"),
        ],
    )
    def test_refuses_what_is_no_recovery(self, values, line):
        """Neither, both, and standing for a distance are errors."""
        assert refusal(Recovery.of, **values).startswith(line)

    def test_belongs_to_a_segment_that_agrees(self):
        """A segment holds distance, pace and duration together like a run."""
        line = refusal(Run.of, segments=[{"distance": "800 m"}, {"pace": "3:20 /km"}])
        assert line.startswith("segments[2]: pace alone says nothing")


class TestLift:
    """A lift."""

    def test_takes_a_duration_or_exercises(self):
        """Either is enough, and both are fine."""
        sets = [{"name": "squat", "sets": 4, "reps": 6, "load": "154 lb"}]
        lift = Lift.of(exercises=sets)
        assert lift.exercises[0].load_kg == pytest.approx(154 * 0.45359237, abs=1e-9)
        assert Lift.of(duration="60 min", exercises=sets).duration_min == 60.0

    @pytest.mark.parametrize(
        ("values", "line"),
        [
            ({}, 'a lift needs a duration such as "60 min", or its exercises'),
            ({"duration": 60}, 'duration: 60 has no unit; write "60 min"'),
            ({"duration": "1 h", "style": "heavyy"}, 'style: "heavyy" is unknown; did you mean'),
            ({"duration": "1 h", "focus": "legs"}, 'focus: "legs" is unknown; choose one of:'),
            ({"exercises": [{"sets": 3, "reps": "6"}]}, 'exercises[1].reps: "6" is not a whole'),
            ({"exercises": [{"sets": 1, "reps": 1}] * 61}, "exercises: 61 items, the most is 60"),
        ],
    )
    def test_refuses_what_is_no_lift(self, values, line):
        """A lift that says too little is told what to add."""
        assert refusal(Lift.of, **values).startswith(line)


class TestOther:
    """Anything else."""

    @pytest.mark.parametrize("way", [{"activity": "cycling"}, {"met": 6.8}, {"energy": "300 kcal"}])
    def test_takes_one_way_to_say_how_hard(self, way):
        """A named activity, METs, or the energy that a device counted."""
        assert Other.of(duration="40 min", **way).duration_min == 40.0

    @pytest.mark.parametrize("ways", [{}, {"activity": "cycling", "met": 6.8}])
    def test_refuses_none_and_two(self, ways):
        """How hard it was is said once."""
        assert refusal(Other.of, duration="40 min", **ways).startswith("give one of activity = ")

    def test_has_a_duration(self):
        """Without a duration there is no energy."""
        assert refusal(Other.of, met=5).startswith("duration: missing; write ")


@pytest.mark.parametrize("own", [{"climb": "80 m"}, {"grade": "2 %"}])
@pytest.mark.parametrize("part", [{"climb": "40 m"}, {"descent": "0 m"}])
def test_says_how_far_it_climbs_in_one_place(own, part):
    """A run's own climb and its segments' say the same twice."""
    line = refusal(Run.of, segments=[{"distance": "5 km", **part}, {"distance": "1 km"}], **own)
    assert line.startswith("the run and its segments both say how far it climbs; keep")
    # Either by itself is a run.
    assert Run.of(segments=[{"distance": "5 km", **part}])
    assert Run.of(segments=[{"distance": "5 km"}], **own)


@pytest.mark.parametrize(
    ("segments", "totals"),
    [
        ([{"distance": "2 km", "duration": "10 min"}] * 2, (4.0, 20.0)),
        ([{"distance": "2 km"}, {"duration": "5 min"}], (None, None)),
        ([{"repeat": 3, "distance": "1 km", "duration": "4 min"}], (3.0, 12.0)),
        ([{"distance": "1 km", "duration": "4 min", "recovery": "2 min jog"}], (None, None)),
    ],
)
def test_adds_up_what_every_part_says(segments, totals):
    """What one part leaves open, a recovery too, the whole does not say."""
    assert Run.of(segments=segments).totals == totals
    assert Run.of(distance="5 km", duration="25 min").totals == (5.0, 25.0)

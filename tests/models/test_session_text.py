"""Session text becomes the table a plan file would hold, or an error with a caret."""

import datetime as dt

import pytest

from fuelcalc.errors import quoted
from fuelcalc.models.session_text import SessionTextError, lift_from_text, run_from_text
from fuelcalc.models.sessions import Lift, Run

DAWN = dt.time(6, 30)


EVENING = dt.time(18, 0)


RUNS = [
    pytest.param(
        "10 km easy @ 5:40/km 06:30",
        {"distance": "10 km", "effort": "easy", "pace": "5:40/km", "start": DAWN},
        id="distance-pace-start",
    ),
    pytest.param(
        "8mi @ 8:30/mi 6:30am +400ft",
        {"distance": "8mi", "pace": "8:30/mi", "start": DAWN, "climb": "400ft"},
        id="miles-and-feet",
    ),
    pytest.param(
        "2km + 6x800m @ 3:20/km rec 2min jog + 2km 17:30",
        {
            "segments": [
                {"distance": "2km"},
                {"repeat": 6, "distance": "800m", "pace": "3:20/km", "recovery": "2min jog"},
                {"distance": "2km"},
            ],
            "start": dt.time(17, 30),
        },
        id="intervals",
    ),
    pytest.param(
        "half marathon in 1:45:00 09:00",
        {"distance": "half marathon", "duration": "1:45:00", "start": dt.time(9, 0)},
        id="race-time",
    ),
    pytest.param("60min easy", {"duration": "60min", "effort": "easy"}, id="minutes"),
    pytest.param("1h10 easy", {"duration": "1h10", "effort": "easy"}, id="hours"),
    pytest.param("1 h 10 min 6pm", {"duration": "1 h 10 min", "start": EVENING}, id="blanks"),
    pytest.param("1h 06:30", {"duration": "1h", "start": DAWN}, id="hour-then-start"),
    pytest.param("2min30s steady", {"duration": "2min30s", "effort": "steady"}, id="seconds"),
    pytest.param("1:10 h easy", {"duration": "1:10 h", "effort": "easy"}, id="clock-hours"),
    pytest.param("easy in 48:30", {"effort": "easy", "duration": "48:30"}, id="time-alone"),
    pytest.param("800m in 2:40", {"distance": "800m", "duration": "2:40"}, id="fast-but-human"),
    pytest.param("10km in 50min", {"distance": "10km", "duration": "50min"}, id="in-minutes"),
    pytest.param("easy at 6:30 am 5k", {"effort": "easy", "start": DAWN, "distance": "5k"}, id="k"),
    pytest.param(
        "technical trail 15 km long run",
        {"surface": "technical-trail", "distance": "15 km", "effort": "long"},
        id="two-word-surface",
    ),
    pytest.param(
        "Treadmill 10 KM at 5% grade",
        {"surface": "treadmill", "distance": "10 KM", "grade": "5%"},
        id="grade-after-at",
    ),
    pytest.param("10km grade -2 %", {"distance": "10km", "grade": "-2 %"}, id="downhill"),
    pytest.param("10km @ 5% incline", {"distance": "10km", "grade": "5%"}, id="incline"),
    pytest.param(
        "10,5 km climb 120 m wind 15 km/h pack 5kg",
        {"distance": "10,5 km", "climb": "120 m", "wind": "15 km/h", "pack": "5kg"},
        id="by-name",
    ),
    pytest.param("10km+400'", {"distance": "10km", "climb": "400'"}, id="climb-without-blank"),
    pytest.param("10 km 5:40 /km", {"distance": "10 km", "pace": "5:40 /km"}, id="pace-without-at"),
    pytest.param("10 km @ 12 km/h", {"distance": "10 km", "pace": "12 km/h"}, id="speed"),
    pytest.param("5k 7.5 mph", {"distance": "5k", "pace": "7.5 mph"}, id="mph"),
    pytest.param("5'40\"/km 10km", {"pace": "5'40\"/km", "distance": "10km"}, id="primes"),
    pytest.param(
        "recovery 5 km 06:30",
        {"effort": "recovery", "distance": "5 km", "start": DAWN},
        id="recovery-is-an-effort",
    ),
    pytest.param(
        "6x800m recovery 400m walk, intervals",
        {
            "segments": [{"repeat": 6, "distance": "800m", "recovery": "400m walk"}],
            "effort": "intervals",
        },
        id="recovery-is-a-rest",
    ),
    pytest.param(
        "8 x 30s rec 2:30 min",
        {"segments": [{"repeat": 8, "duration": "30s", "recovery": "2:30 min"}]},
        id="clock-recovery",
    ),
    pytest.param(
        "2km easy track + 3x1mi tempo +40m + 10min 06:30",
        {
            "segments": [
                {"distance": "2km", "effort": "easy"},
                {"repeat": 3, "distance": "1mi", "effort": "tempo"},
                {"duration": "10min"},
            ],
            "surface": "track",
            "climb": "40m",
            "start": DAWN,
        },
        id="who-owns-what",
    ),
]


LIFTS = [
    pytest.param(
        "60min heavy lower 18:00",
        {"duration": "60min", "style": "heavy", "focus": "lower", "start": EVENING},
        id="duration",
    ),
    pytest.param(
        "4x6 squat 70kg, 3x8 row 40kg 18:00",
        {
            "exercises": [
                {"name": "squat", "sets": 4, "reps": 6, "load": "70kg"},
                {"name": "row", "sets": 3, "reps": 8, "load": "40kg"},
            ],
            "start": EVENING,
        },
        id="exercises",
    ),
    pytest.param(
        "Heavy 4 x 6 bench press @ 155 lb + 3×10 pull-up core in 1:00:00",
        {
            "style": "heavy",
            "focus": "core",
            "duration": "1:00:00",
            "exercises": [
                {"name": "bench press", "sets": 4, "reps": 6, "load": "155 lb"},
                {"name": "pull-up", "sets": 3, "reps": 10},
            ],
        },
        id="names-of-several-words",
    ),
    pytest.param(
        "3x10 bodyweight squat for 1h10",
        {
            "exercises": [{"name": "bodyweight squat", "sets": 3, "reps": 10}],
            "duration": "1h10",
        },
        id="a-style-inside-a-name",
    ),
    pytest.param("upper in 48:30", {"focus": "upper", "duration": "48:30"}, id="clock"),
]


@pytest.mark.parametrize(("text", "tree"), RUNS)
def test_reads_runs(text, tree):
    """Each run gives its table, in which amounts are still text."""
    assert run_from_text(text) == tree


@pytest.mark.parametrize(("text", "tree"), LIFTS)
def test_reads_lifts(text, tree):
    """Each lift gives its table, in which amounts are still text."""
    assert lift_from_text(text) == tree


@pytest.mark.parametrize(("text", "tree"), RUNS)
def test_gives_what_the_run_model_takes(text, tree):
    """The model accepts every table, so that its limits stand once."""
    assert Run.of(**run_from_text(text)) == Run.of(**tree)


@pytest.mark.parametrize(("text", "tree"), LIFTS)
def test_gives_what_the_lift_model_takes(text, tree):
    """The model accepts every table."""
    assert Lift.of(**lift_from_text(text)) == Lift.of(**tree)


@pytest.mark.parametrize(
    ("text", "place", "part"),
    [
        ("10 km esy @ 5:40/km", "esy", 'not a word fuelcalc knows; did you mean "easy"?'),
        ("10 kmm easy", "kmm", 'not a unit fuelcalc knows; did you mean "km"?'),
        ("10 furlong", "furlong", "not a unit fuelcalc knows; expected a distance"),
        ("10 easy", "10", "10 has no unit"),
        ("10 km 30", "30", "30 has no unit"),
        ("10 in 48:30", "10", "10 has no unit"),
        ("10 km hilly", "hilly", "how much climb?"),
        ("10 km 5 km", "5", "a second distance"),
        ("10km 50min in 48:30", "48:30", "a second duration"),
        ("10km 06:30 7am", "7am", "a second start"),
        ("10km easy tempo", "tempo", "a second effort"),
        ("10km @ 5:40/km @ 5:50/km", "5:50/km", "a second pace"),
        ("10km road trail", "trail", "a second surface"),
        ("10km +120m +1ft", "+1ft", "a second climb"),
        ("10km 5% 6%", "6%", "a second grade"),
        ("3x4x800m", "4x800m", "a second repeat"),
        ("6x800m rec 2min rec 90s", "rec", "a second recovery"),
        ("2km 48:30", "48:30", 'or "in 48:30" for a duration'),
        ("1km 1:45:00", "1:45:00", 'write "in 1:45:00" for a duration'),
        ("10km 13:00\npm", "13:00", "is not a time of day"),
        ("5 km in 1:45", "1:45", 'for hours write "in 1:45:00"'),
        ("easy in 1:10", "1:10", 'for hours write "in 1:10:00"'),
        ("60 min @ 5:40", "5:40", "expected a pace with its unit"),
        ("10 km @", None, "expected a pace with its unit"),
        ("10 km @ 5:75/km", "5:75/km", "not a duration"),
        ("10 km in easy", "easy", "expected a duration"),
        ("6x800m rec easy", "easy", "expected a recovery"),
        ("6x800m rec 70kg", "70kg", "is a mass"),
        ("6x800m rec 2:00", "2:00", "a start or a rest?"),
        ("6x800m recovery 06:30", "06:30", "a start or a rest?"),
        ("10 km rec 2min", "rec", "a recovery follows repeats"),
        ("6x800m jog", "jog", "a recovery begins with rec"),
        ("800m 6x400m", "6x400m", 'write " + " before repeats'),
        ("10 km grade", "grade", "expected an amount after grade"),
        ("10 km wind 5 kg", "5", "is a mass"),
        ("70kg 10km", "70kg", "70kg is a mass"),
        ("1,234 km", "1,234", "can mean 1234 or 1.234"),
        ("2km+3km", "+3km", "a blank on both sides"),
        ("2km +3x800m", "+3x800m", "a blank on both sides"),
        ("2km + easy", None, "expected a distance or a duration"),
        ("2km +", None, "expected a distance or a duration"),
        ("+ 2km", "+", "expected a distance or a duration"),
        ("easy 06:30", None, "expected a distance or a duration"),
        ("", None, "expected a distance or a duration"),
        ("10 km !", "!", 'expected a distance, a duration, "@ 5:40/km"'),
        ("10 km (!)", "!)", "expected a distance"),
        ("10 km (easy", "(easy", "expected a distance"),
    ],
)
def test_points_at_what_is_wrong_in_a_run(text, place, part):
    """The line names the place and what was expected; the caret stands under it."""
    with pytest.raises(SessionTextError) as caught:
        run_from_text(text)
    points_at(caught.value, "run", text, place, part)


@pytest.mark.parametrize(
    ("text", "place", "part"),
    [
        ("60min heavvy", "heavvy", 'did you mean "heavy"?'),
        ("60min heavy bands", "bands", "a second style"),
        ("60min 70min", "70min", "a second duration"),
        ("squat 70kg", "squat", "not a word fuelcalc knows"),
        ("4x6", "4x6", "expected sets, repetitions and an exercise"),
        ("4x6 heavy", "4x6", "expected sets, repetitions and an exercise"),
        ("4x6squat", "4x6squat", "expected sets, repetitions and an exercise"),
        ("3x30km plank", "3x30km", "expected sets, repetitions and an exercise"),
        ("70kg", "70kg", "a load follows its exercise"),
        ("155#", "155#", "a load follows its exercise"),
        ("@ 70kg", "@", "a load follows its exercise"),
        ("4x6 squat @", "@", "expected a duration"),
        ("4x6 squat 70kg 80kg", "80kg", "a second load"),
        ("4x6 squat 70kgg", "kgg", 'did you mean "kg"?'),
        ("4x6 squat 70", "70", "70 kg or 70 lb?"),
        ("4x6 squat 70 km", "70", "70 km is a length"),
        ("heavy in 1:10", "1:10", 'for hours write "in 1:10:00"'),
        ("18:00", None, "expected a duration, or sets"),
        ("", None, "expected a duration, or sets"),
    ],
)
def test_points_at_what_is_wrong_in_a_lift(text, place, part):
    """The line names the place and what was expected; the caret stands under it."""
    with pytest.raises(SessionTextError) as caught:
        lift_from_text(text)
    points_at(caught.value, "lift", text, place, part)


def points_at(error, kind, text, place, part):
    """Hold the layout: one line of text, place and problem; a caret under the last such place."""
    first, (line, caret) = str(error), error.sketch.split("\n")
    at = f'at "{place}"' if place else "at the end"
    said = " " + quoted(text.replace("\n", "?")) if text.strip() else ""
    assert first.startswith(f"{kind} text{said}, {at}: ")
    assert part in first
    assert "\n" not in first
    assert line == "  " + text.replace("\n", "?")
    assert caret == " " * (2 + (text.rindex(place) if place else len(text))) + "^"

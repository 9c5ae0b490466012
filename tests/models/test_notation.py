"""The notation of public plans: understood, or asked back, and never read as something else."""

import csv
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import slips
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import KINDS, session_from

from fuelcalc.errors import InputError
from fuelcalc.models import session_text
from fuelcalc.models.session_text import (
    SessionTextError,
    run_from_text,
    text_of,
)
from fuelcalc.models.sessions import Exercise, Run

FILE = Path(__file__).parent / "notation" / "plans.csv"
LINES = list(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines()))


def outcome(line):
    """Whether a line was understood, asked back, refused or misread."""
    _, record = KINDS[line["kind"]]
    try:
        found = session_from(line["kind"], line["text"])
    except SessionTextError:
        return "asked" if line["becomes"] == "ask" else "refused"
    if line["becomes"] == "ask":
        return "misread"
    meant = record.of(**tomllib.loads(f"session = {{{line['becomes']}}}")["session"])
    return "understood" if found == meant else "misread"


def test_reads_nine_of_ten_lines_of_public_plans_and_misreads_none():
    """F50-F55: what is asked back is what could be two things, and no line is misread."""
    outcomes = [outcome(line) for line in LINES]
    shares = {one: outcomes.count(one) / len(outcomes) for one in sorted(set(outcomes))}
    print(len(LINES), shares)  # noqa: T201 - the share is what the page of sessions promises
    misread = [line["text"] for line, one in zip(LINES, outcomes, strict=True) if one == "misread"]
    assert misread == []
    assert len(LINES) >= 200
    assert shares.get("refused", 0.0) <= 0.1
    assert shares["understood"] / (1.0 - shares["asked"]) >= 0.9


UNDERSTOOD = [line for line in LINES if line["becomes"] != "ask"]


@pytest.mark.parametrize("line", UNDERSTOOD, ids=lambda line: line["text"])
def test_prints_back_what_it_understood(line):
    """What is printed reads as the same session."""
    session = session_from(line["kind"], line["text"])
    assert session_from(line["kind"], text_of(session)) == session


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("10 km easy @ 5:40/km +120m", "run"),
        ("treadmill 5 km grade 1.5% 07:00", "run"),
        ("10 km wind 15 km/h pack 5 kg trail", "run"),
        ("10 km wind 3.7 m/s +10ft pack 11 lb", "run"),
        ("10 km in 48:31", "run"),
        ("1x200s", "run"),
        ("1 x 30s hill sprints", "run"),
        ("R 18 mi w/ 14 @ MP", "run"),
        ("0.05 km + half marathon + 2 km pack 5 kg", "run"),
        ("7.77 mi in 1h03", "run"),
        ("6x800m in 2:59.3 rec 95 sec stand", "run"),
        ("60 min heavy lower 4x6 squat 70kg, plank 3x30s", "lift"),
        ("3x10 row 77.7 lb, pull-ups 3x8 +7.5 lb, dips 3xamrap", "lift"),
        ("1h10 full squat 3x5", "lift"),
        ("3x10 full squat", "lift"),
        ("40 min 6.8 MET 06:00", "other"),
        ("40 min 999 kJ", "other"),
    ],
)
def test_prints_back_amounts_of_other_units(text, kind):
    """Whatever the unit, not a digit is lost."""
    session = session_from(kind, text)
    assert session_from(kind, text_of(session)) == session


def test_prints_in_the_units_that_are_shortest():
    """Miles come back as miles, and metres of the track as metres."""
    assert text_of(session_from("run", "8 mi @ 9:00")) == "8 mi easy @ 9:00 /mi"
    assert text_of(session_from("run", "6x800s")) == "6x800 m"
    assert text_of(session_from("lift", "squat 3x5")) == "3x5 squat"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("10 miles, 80 min", {"distance": "10 miles", "duration": "80 min"}),
        ("10 km easy, 06:30", "10 km easy 06:30"),
        ("10 km easy, 20 min tempo", "10 km easy + 20 min tempo"),
        ("10 km then 2 km", "10 km + 2 km"),
        ("easy, 10 km", "10 km easy"),
        ("WU 10', 20 min tempo, CD 5'", "10 min easy + 20 min tempo + 5 min easy"),
        ("8 x 1k rec 1' jog", "8x1 km rec 1 min jog"),
        ("6x400 (200m jog), 2 km", "6x400m rec 200m jog + 2 km"),
        ("6x800m, 2 min jog recoveries", "6x800m rec 2 min jog"),
        ("6 x 400m @ 90s", "6x400m in 90 s"),
        ("6 x 400m @ 1:30", "6x400m in 1:30"),
        ("10 km @ 5.40", "10 km @ 5:40/km"),
        ("10 km @ 5:30-5:45", "10 km @ 5:37.5 /km"),
        ("10 kilometres @ 5:40", "10 km @ 5:40/km"),
        ("1000 metres @ 4:00", "1000 m @ 4:00/km"),
        ("90 min w/ 30 min @ MP", "60 min + 30 min @ MP"),
        ("10 km w/ 4x400m @ 5k pace rec 200m jog", "7.6 km + 4x400m @ 5k pace rec 200m jog"),
        ("10 km tempo w/ 4 km", "6 km + 4 km tempo"),
        ("10 km tempo w/ 4 km steady", "6 km + 4 km steady"),
        ("10 km with 6 strides", "9.4 km + 6 strides"),
        ("2 x (4x200m rec 200m jog + 5 min jog)", ("4x200m rec 200m jog + 5 min jog "
         "+ 4x200m rec 200m jog + 5 min jog")),
        ("2 x (4x200m)", "4x200m + 4x200m"),
        ("3 x (1 km + 2 min rest)", "3x1 km rec 2 min stand"),
        ("3 x (1 km easy + 1 km tempo)", ("1 km easy + 1 km tempo + 1 km easy + 1 km tempo "
         "+ 1 km easy + 1 km tempo")),
        ("3 x (1 km tempo + 90s walk)", "3x1 km tempo rec 90s walk"),
        ("half marathon easy 7:30", "half marathon easy 07:30"),
        ("half marathon 5:00", "half marathon 05:00"),
        ("10 km race 0:45", "10 km race in 45 min"),
        ("10 km race 1:05 9am", "10 km race in 65 min 09:00"),
        ("10 km race 0:10", "10 km race 00:10"),
        ("10 km easy 01:05", "10 km easy at 1:05"),
        ("2 km + marathon 1:05", "2 km + marathon 01:05"),
        ("0630 10 km", "10 km 06:30"),
        ("8x60s intervals hills", "8x60s intervals"),
        ("8 km easy jog", "8 km easy"),
        ("half marathon pace 8 km", "8 km tempo @ half marathon pace"),
        ("parkrun", "5 km race"),
        ("6 km M", "6 km @ MP"),
        ("3 x mile", "3x1 mi"),
        ("10 km, pack 5 kg", "10 km pack 5 kg"),
        ("10 min WU, 20'", "10 min easy + 20 min"),
        ("900s easy", "15 min easy"),
        ("6x1600 @ 5k pace", "6x1600m @ 5k pace"),
        ("tune-up 10 km", "10 km"),
    ],
)  # fmt: skip
def test_reads_what_plans_write_in_the_ways_they_write_it(text, tree):
    """Two ways to say the same are the same run."""
    found = session_from("run", text)
    assert found == (session_from("run", tree) if isinstance(tree, str) else Run.of(**tree))


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("squat 3x5 bench 3x5", "3x5 squat, 3x5 bench"),
        ("leg day: squat 3x5, leg press 3x10", "lower 3x5 squat, 3x10 leg press"),
        ("heavy squat 3x5", "heavy 3x5 squat"),
        ("full body squat 3x5", "full 3x5 squat"),
        ("3 rounds: 30s plank + 10 squats", "3x30s plank, 3x10 squats"),
        ("squat 3x5 100kg, 2x8 80kg", "3x5 squat 100kg, 2x8 squat 80kg"),
        ("squat 3x5, 3x8 row", "3x5 squat, 3x8 row"),
        ("3x8 reps of row 40kg", "3x8 row 40kg"),
        ("45' gym", "45 min"),
        ("legs quads 50 min", "lower 50 min"),
        ("3x5 squat @ 80% of 1RM, 3x5 row RIR 2", "3x5 squat, 3x5 row"),
    ],
)
def test_reads_lifts_in_the_ways_that_people_write_them(text, same):
    """Two ways to say the same are the same lift."""
    assert session_from("lift", text) == session_from("lift", same)


def test_reads_the_met_on_either_side():
    """The unit of a MET may stand on either side of its number."""
    assert session_from("other", "40 min met 6.8") == session_from("other", "40 min @ 6.8 METs")
    assert session_from("other", "in 1:00:00 a yoga session") == session_from(
        "other", "60 min yoga"
    )
    assert session_from("other", "45' yoga") == session_from("other", "45 min yoga")


@pytest.mark.parametrize(
    ("record", "values", "part"),
    [
        (Run, {"pace_of_race": "marathon"}, "the pace of a race alone says nothing"),
        (Run, {"distance": "5 km", "pace": "5:00 /km", "pace_of_race": "10k"}, "twice"),
        (Run, {"distance": "5 km", "duration": "25 min", "pace_of_race": "10k"}, "twice"),
        (Run, {"segments": [{"distance": "5 km"}], "pace_of_race": "10k"}, "leave the run's own"),
        (Exercise, {"sets": 3, "reps": 3, "amrap": True}, "give one of"),
        (Exercise, {"sets": 3}, "give one of"),
        (Exercise, {"sets": 3, "duration": "40 min"}, "outside 1 to 600 s"),
        (Exercise, {"sets": 3, "reps": 3, "load": "5 kg", "added_load": "5 kg"}, "twice"),
    ],
)
def test_refuses_tables_that_say_a_thing_twice_or_not_at_all(record, values, part):
    """The new keys are held together with the old ones."""
    with pytest.raises(InputError, match=part):
        record.of(**values)


_PIECES = [line["text"] for line in LINES]


@settings(deadline=2000, max_examples=60)
@given(st.sampled_from(_PIECES), st.sampled_from(_PIECES), st.data())
def test_survives_what_becomes_of_lines_that_are_broken(first, second, data):
    """A line cut and joined to another is a session that prints back, or is refused in words."""
    cut = data.draw(st.integers(0, len(first)))
    text = first[:cut] + data.draw(st.sampled_from(["", " ", " + ", ", ", "x", ":"])) + second
    for kind in KINDS:
        try:
            session = session_from(kind, text)
        except InputError:
            continue
        assert session_from(kind, text_of(session)) == session


@pytest.mark.parametrize("seed", [1, 2])
def test_never_plans_a_slip_of_the_fingers_twenty_times_too_long(seed):
    """Slips in texts and plan files end in sessions of the size meant, or in one line, at once."""
    findings, slowest_s = slips.search(250, seed)
    assert findings == []
    assert slowest_s < slips.LONGEST_S


@pytest.mark.parametrize("text", ["2 d easy", "1 week easy", "8x1 day", "1 month", "1y easy"])
def test_trains_for_no_days(text):
    """Nobody types a session in days: a d is a slip beside the s."""
    with pytest.raises(SessionTextError, match="hours, minutes and seconds"):
        run_from_text(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("8 x 30 h", "the segments take 240 h, over 36 h"),
        ("100 x 10 km", "the segments are 1000 km, over 300 km"),
        ("2 x 20 h rec 1 min", "the segments take 40 h, over 36 h"),
    ],
)
def test_holds_a_run_of_segments_to_the_length_of_a_run(text, part):
    """F29: what each segment may be, all of them together may not."""
    with pytest.raises(InputError, match=part):
        Run.of(**run_from_text(text))


def test_takes_the_longest_run_in_segments():
    """300 km and 36 h are still runs."""
    assert len(Run.of(**run_from_text("100 x 3 km")).segments) == 1
    assert Run.of(**run_from_text("18 h easy + 18 h easy")).segments[1].duration_min == 1080.0


def test_loads_no_reader_before_there_is_a_text():
    """A day without session text does not pay for its patterns."""
    code = (
        "import sys; from fuelcalc.models.day import Day; Day(); "
        "sys.exit('fuelcalc.models.session_text.reader' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603


def test_has_no_other_names():
    """What the package does not have, it does not make up."""
    with pytest.raises(AttributeError, match="has no attribute 'walk_from_text'"):
        session_text.walk_from_text  # noqa: B018


def test_prints_a_measured_run_as_a_whole():
    """How far each part climbs no text says: one line says it of all, and reads as that run."""
    parts = [
        {"distance": "1 km", "duration": "6 min", "climb": "40 m", "descent": "5 m"},
        {"distance": "2 km", "duration": "10 min", "descent": "30 m"},
    ]
    measured = Run.of(start="07:00", surface="trail", segments=parts)
    assert text_of(measured) == "3 km in 16 min easy trail +40m 07:00"
    assert session_from("run", text_of(measured)).climb_m == 40.0
    # What somebody wrote part by part stays so.
    for own in ({"effort": "tempo"}, {"recovery": "2 min jog"}, {"repeat": 2}):
        written = Run.of(segments=[{**parts[0], **own}, parts[1]])
        assert " + " in text_of(written)
    open_ = Run.of(segments=[{"distance": "1 km", "climb": "40 m"}, {"distance": "2 km"}])
    assert text_of(open_) == "1 km + 2 km"

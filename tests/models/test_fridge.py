"""Plans that hang on a fridge door, typed as they are printed: F50-F56 and what is like them."""

import pytest
from readings import line_of, session_from

from fuelcalc.models.session_text import (
    SessionTextError,
    run_from_text,
    text_of,
)
from fuelcalc.models.sessions import Lift, Run

# Weeks of Pfitzinger 18/55, Higdon's half for novices, Hansons and Norwegian singles, of 5/3/1
# and push, pull, legs, in the words in which they are printed.
TAKEN = [
    ("run", "easy 6:30-7:15", "45 min easy 06:30"),
    ("run", "10 km 5:30-5:45/km", "10 km @ 5:37.5 /km"),
    ("lift", "gym 6-7pm", "60 min 18:00"),
    ("lift", "gym 11-1pm", "120 min 11:00"),
    ("lift", "legs 11am - 12:15", "75 min legs 11:00"),
    ("lift", "gym 23:30-00:30", "60 min 23:30"),
    ("other", "cycling from 6:30am to 8am", "90 min cycling 06:30"),
    ("run", "10 km at 5:30/km", "10 km @ 5:30/km"),
    ("run", "10 mi at 7:30 pace 6:30", "10 mi @ 7:30/mi 06:30"),
    ("run", "3x1 km at 03:30", "3x1 km 03:30am"),
    ("run", "@ 3:30 400-800-400 m", "400-800-400 m @ 3:30/km"),
    ("run", "half marathon in 1:45", "half marathon in 105 min"),
    ("run", "21.1 km in 1:55", "21.1 km in 115 min"),
    ("run", "marathon in 4:15 9:00", "marathon in 255 min 09:00"),
    ("run", "HM 2:05", "half marathon in 125 min"),
    ("run", "10km 48:30", "10 km in 48.5 min"),
    ("run", "10k race 42:10 at 10am", "10 km in 2530 sec race 10:00"),
    ("run", "10 km 1:02:30", "10 km in 62.5 min"),
    ("run", "7 mi @ 8:15 6.30am", "7 mi @ 8:15 /mi 06:30"),
    ("run", "Lactate threshold: 10 mi with 5 mi at 15K race pace", "5 mi + 5 mi @ 15 km pace"),
    ("run", "MP run 16 mi w/ 10 mi @ MP", "6 mi + 10 mi @ MP"),
    ("run", "MP run 16 mi w/ 10 mi", "6 mi + 10 mi @ MP"),
    ("run", "MP run 16 mi w/ 2 mi @ 10k pace", "14 mi @ MP + 2 mi @ 10k pace"),
    ("run", "MP 16 mi w/ 10 mi @ 7:00", "6 mi + 10 mi @ 7:00 /mi"),
    ("run", "GA + speed: 8 mi w/ 10 x 100m strides", "8 mi easy w/ 10x100m intervals"),
    ("run", "Recovery + speed 6 mi w/ 6 x 100 m", "6 mi recovery w/ 6x100m"),
    ("run", "Rec 5 mi", "5 mi recovery"),
    ("run", "Med-long 11 mi", "11 mi long"),
    ("run", "8 km run (easy)", "8 km easy"),
    ("run", "long slow distance 18km", "18 km long"),
    ("run", "zone 2 60 min", "60 min easy"),
    ("run", "Z2 run 90 min", "90 min easy"),
    ("run", "5 km TT", "5 km race"),
    ("run", "Speed: 12 x 400m @ 5K pace w/ 400m recovery", "12x400m intervals @ 5K pace rec 400m"),
    ("run", "Strength 4 x 1.5 mi w/ 800 recovery", "4x1.5 mi tempo rec 800m"),
    ("run", "cruise intervals 4 x 1 mi @ T w/ 1 min rest", "4x1 mi tempo rec 1 min stand"),
    ("run", "yasso 800s x 10", "10x800m"),
    ("run", "800 x 6 rec 400m", "6x800m rec 400m"),
    ("run", "10 x 1000 @ 15k pace, 60s rest", "10x1000m @ 15k pace rec 60s stand"),
    ("run", "4 x 2000m @ HM pace 60s rest", "4x2000m @ HMP rec 60s stand"),
    ("run", "6x800m 2min jog", "6x800m rec 2 min jog"),
    ("run", "5 x 6' sub-T (60'' rest)", "5x6 min tempo rec 60s stand"),
    ("run", "3 x 10 min subT r 60s", "3x10 min tempo rec 60s"),
    ("run", "5 x 1000 m @ 5K pace (jog 2 min between)", "5x1000m @ 5k pace rec 2 min"),
    ("run", "5 x 1000m @ 5k pace, jog 2 min between, 1 mi CD",
     "5x1000m @ 5k pace rec 2 min + 1 mi easy"),
    ("run", "6 x 800, 400 RI", "6x800m rec 400m"),
    ("run", "Speed 12 x 400 w/ 400 RI", "12x400m intervals rec 400m"),
    ("run", "easy 60 min <70% HR", "60 min easy"),
    ("run", "5 x 1000 m w/ walk 200m", "5x1000m rec 200m walk"),
    ("run", "pyramid 400m + 800m + 400m", "400m + 800m + 400m"),
    ("lift", "Squat 70kg x 5, 80kg x 1+", "1x5 Squat 70kg, 1x1 Squat 80kg"),
    ("lift", "Squat 5/3/1: 65% x 5, 75% x 5", "1x5 Squat, 1x5 Squat"),
    ("lift", "70kg x 5 squat", "1x5 squat 70kg"),
    ("lift", "5/3/1 bench day 60 min", "60 min upper"),
    ("lift", "BBB: squat 5x10 @ 50%", "5x10 squat"),
    ("lift", "deadlift day", "60 min lower"),
    ("lift", "3 sets to failure push ups", "3xAMRAP push ups"),
    ("lift", "superset: 3x10 curls 12kg, 3x10 dips", "3x10 curls 12kg, 3x10 dips"),
    ("lift", "PPL push 60 min", "60 min upper"),
    ("lift", "kettlebells 30 min", "30 min"),
    ("lift", "pull (back and biceps) 55 min 6:30pm", "55 min upper 18:30"),
    ("other", "swim 1500m in 35 min", "35 min swimming"),
    ("other", "45 mins of yoga", "45 min yoga"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "same"), TAKEN, ids=lambda one: one)
def test_takes_what_plans_print(kind, text, same):
    """A printed line is the session that its plain words are, and prints back as itself."""
    session = session_from(kind, text)
    assert session == session_from(kind, same)
    assert session_from(kind, text_of(session)) == session


REFUSED = [
    ("lift", "squat 3x5x100", '100 kg or 100 lb? write "100 kg" or "100 lb"'),
    ("lift", "3x5x225 squat", '225 kg or 225 lb? write "225 kg" or "225 lb"'),
    ("run", "10 km 18:00-19:00", 'said by these alone; write the start, such as "18:00"'),
    ("run", "5 km + 6:30-7:15", 'said by these alone; write the start, such as "6:30"'),
    ("run", "6-7 km", 'two amounts; write "6 km" or "7 km"'),
    ("run", "walk 5 km", 'not a run; give it by --other, such as "45 min walking"'),
    ("lift", "gym 19:00-18:00", 'half a day; write a start and how long, such as "18:00 60 min"'),
    ("lift", "gym 18:00-18:00", "that is no time"),
    ("lift", "gym 18:00-25:00", '"25:00" is not a time of day; write "06:30"'),
    ("run", "5k 22:30", 'a start or the time it takes? write "at 22:30" or "in 22:30"'),
    ("run", "10 mi 1:20", 'a start or the time it takes? write "1:20am" or "in 1:20:00"'),
    ("run", "3x1 km at 3:30", 'is 3:30 a pace or a start? write "@ 3:30" or "03:30"'),
    ("run", "8x400m 6:30", 'is 6:30 a pace or a start? write "@ 6:30" or "06:30"'),
    ("run", "10 km at 4:30", 'is 4:30 a pace or a start? write "@ 4:30" or "04:30"'),
    ("run", "0 km easy", 'no distance; write one such as "10 km"'),
    ("run", "10 km @ MP 48:30", "the pace of a race and another pace say the same thing twice"),
    ("run", "5 km in 1:45", 'for hours write "in 1:45:00"'),
    ("run", "2 km 48:30", '"48:30" is not a time of day'),
    ("run", "60 min easy 48:30", '"48:30" is not a time of day'),
    ("run", "Recovery 4 mi AM", 'half of a day is no start; write the time, such as "7am"'),
    ("run", "3 mi run or cross", "one session is expected; write one of the two"),
    ("run", "40 min cross", "which activity? write it with --other, such as"),
    ("run", "3 mi run + strength", "this is a lift; give it by itself"),
    ("run", "3 mi pace", "3 mi pace is that of a race, how far?"),
    ("run", "10 km Z3", 'write "steady", "tempo" or "intervals"'),
    ("run", "20 x 45s w/ 15s", 'a recovery? write "w/ 15s jog" or "w/ 15s rest"'),
    ("run", "10 km w/ 400", "400 has no unit"),
    ("run", "10x1000m (60s)", 'a recovery? write "w/ 60s jog" or "w/ 60s rest"'),
    ("run", "5x2k/60s", 'a recovery? write "w/ 60s jog" or "w/ 60s rest"'),
    ("run", "12x3'/1'", "a recovery? write"),
    ("run", "3 x 10 min ST r 60s", 'strides or sub-threshold? write "sub-threshold"'),
    ("run", "100s x 10", "expected"),
    ("run", "10 km r 60s", "not a word fuelcalc knows"),
    ("run", "6x800m r", "not a word fuelcalc knows"),
    ("run", "10 km w/ jog 2 min", "10 km in 2 min is 0:12 /km"),
    ("run", "6x800m (jog 2 min", "expected a distance"),
    ("run", "6x400m 10:00 jog", "a recovery begins with rec"),
    ("run", "6x800m 2 km easy", "a second distance"),
    ("run", "Rest", "a day of rest has no session; leave it out"),
    ("run", "rest or cross-training", "a day of rest has no session; leave it out"),
    ("lift", "day off", "a day of rest has no session; leave it out"),
    ("lift", "squat 3x5 90s rest", "rests between sets are not read; leave it out"),
    ("lift", "squat 3x5, rest 3 min", "rests between sets are not read; leave it out"),
    ("lift", "Squat 155x5, 175x5", '155 sets, or a load? write "squat 70kg x 5"'),
    ("lift", "deadlift 140kg x 5 x 3", 'write "squat 3x5 140kg" or "squat 5x3 140kg"'),
    ("lift", "assistance: 50 push-ups", 'how many sets? write "5x10 push-ups"'),
    ("lift", "50 reps", 'how many sets? write "5x10 pull-ups"'),
    ("lift", "squat 3x5, 10 more", "not a unit fuelcalc knows"),
    ("lift", "12 heavy", "12 has no unit"),
    ("lift", "70kg x 5", "expected sets, repetitions and an exercise"),
    ("other", "60min zone 2 bike", 'leave it out, or write "easy ride"'),
    ("other", "bike 20 km", "how long it takes is what counts here"),
    ("other", "bike 20 furlong 60 min", "not a unit"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "part"), REFUSED, ids=lambda one: one)
def test_asks_back_what_a_printed_plan_leaves_open(kind, text, part):
    """One line says what is in doubt; a question mark needs no other mark behind it."""
    line = line_of(kind, text)
    assert part in line
    assert "?;" not in line


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("run", "5k at 22:30"), ("run", "5k in 22:30"), ("run", "10 mi 1:20am"),
        ("run", "10 mi in 1:20:00"), ("run", "3 mi @ MP"), ("run", "4 mi 7am"),
        ("run", "20 x 45s w/ 15s jog"), ("run", "20 x 45s w/ 15s rest"),
        ("run", "3 x 10 min sub-threshold"), ("lift", "squat 3x5 140kg"),
        ("lift", "squat 70kg x 5"), ("lift", "5x10 push-ups"), ("lift", "strength 40 min"),
        ("other", "40 min cycling"), ("other", "60 min easy ride"), ("other", "60 min hard ride"),
    ],
)  # fmt: skip
def test_takes_what_these_hints_say_to_write(kind, text):
    """F60: a hint names only what would be taken."""
    assert session_from(kind, text)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("LR 16 mi w/ 12 @ MP", {"long", "steady"}),
        ("15 min WU + 20 min tempo + 10 min CD", {"tempo"}),
        ("2 km WU + 10 km race + 1 km CD", {"race"}),
        ("GA 8 mi w/ 8 x 100m strides", {"easy"}),
        ("5 km recovery + 4 strides", {"recovery"}),
        ("12 km + 4 km", {"easy"}),
        ("10 km tempo", {"tempo"}),
    ],
)
def test_knows_the_efforts_of_a_run_in_parts(text, called):
    """A long run with a part at marathon pace is both; strides make no intervals."""
    assert session_from("run", text).efforts == called


def test_prints_a_late_race_so_that_it_is_a_start():
    """22:30 behind a race distance would be asked back; "at 22:30" is not."""
    race = Run.of(distance="5 km", effort="race", start="22:30")
    assert text_of(race) == "5 km race at 22:30"
    assert session_from("run", text_of(race)) == race


def test_points_only_to_an_option_that_takes_all_of_it():
    """F60: 400 repetitions are no set of a lift, so the line does not say that it is one."""
    with pytest.raises(SessionTextError) as caught:
        run_from_text("tempo 8x400 curls")
    assert "--lift" not in str(caught.value)


def test_prints_a_name_that_no_text_would_say():
    """An exercise of a table may be called anything; what it is called is printed."""
    lift = Lift.of(exercises=[{"name": "Bench! 50 % {x", "sets": 3, "reps": 5}])
    assert text_of(lift) == "3x5 Bench! 50 % {x"


def test_f52_takes_what_cannot_be_a_start_for_the_time():
    """Nobody starts a half marathon at 01:45: it takes that long; of a marathon it is asked."""
    assert session_from("run", "half marathon 1:45") == session_from(
        "run", "half marathon in 1:45:00"
    )
    assert session_from("run", "marathon 3:30") == session_from("run", "marathon in 3:30:00")
    assert "a race or a training run?" in line_of("run", "marathon 9am")

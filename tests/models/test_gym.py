"""Lifts as gyms write them: a set each minute, two weights, carries, and sets by repetitions."""

import pytest
from readings import line_of, session_from

from fuelcalc.errors import InputError
from fuelcalc.models.session_text import text_of
from fuelcalc.models.sessions import Lift

TAKEN = [
    ("EMOM 10 min: 5 x 60 kg squat", "10 min 10x5 squat 60kg"),
    ("10 min EMOM 3 power cleans @ 70kg", "10 min 10x3 power cleans 70kg"),
    ("EMOM 12: 5 burpees", "12 min 12x5 burpees"),
    ("E2MOM 20 min 3 squats 80kg", "20 min 10x3 squats 80kg"),
    ("every minute on the minute for 10 minutes: 3 cleans", "10 min 10x3 cleans"),
    ("EMOM 10x3 clean 60kg", "10x3 clean 60kg"),
    ("EMOM 10 min", "10 min"),
    ("45 min upper, EMOM 10 min: 5 pull-ups", "45 min upper 10x5 pull-ups"),
    ("crossfit 60 min", "60 min circuit"),
    ("WOD 20 min", "20 min circuit"),
    ("metcon 20 min 6pm", "20 min circuit 18:00"),
    ("tabata 4 min", "4 min hiit"),
    ("3 rounds for time: 5 x 60kg squat, 10 push-ups", "3x5 squat 60kg, 3x10 push-ups"),
    ("kettlebell swings 5x20 2x24kg", "5x20 kettlebell swings 48kg"),
    ("kettlebell swings 5x20 @ 2x24kg", "5x20 kettlebell swings 48kg"),
    ("3x10 dumbbell press 2 x 22.5 kg", "3x10 dumbbell press 45kg"),
    ("db press 3x10 2x50lb", "3x10 db press 100 lb"),
    ("3x10 goblet squat 1x24kg", "3x10 goblet squat 24kg"),
    ("3x10 dumbbell press 22.5kg each", "3x10 dumbbell press 45kg"),
    ("curls 3x12 12kg/hand", "3x12 curls 24kg"),
    ("3x10 press 20 lb per dumbbell, 3x5 squat", "3x10 press 40 lb, 3x5 squat"),
    ("for time: 21-15-9 thrusters 43kg",
     "1x21 thrusters 43kg, 1x15 thrusters 43kg, 1x9 thrusters 43kg"),
    ("squat 5,5,5 100kg", "3x5 squat 100kg"),
    ("5-5-3 squat @ 100kg", "2x5 squat 100kg, 1x3 squat 100kg"),
    ("pull ups 3, 2, 1", "1x3 pull ups, 1x2 pull ups, 1x1 pull ups"),
    ("squat 5x5 135#", "5x5 squat 135 lb"),
    ("dips BW 3x10", "3x10 dips"),
    ("pull-ups 3x8 @ BW+10kg", "3x8 pull-ups +10kg"),
    ("10 min warm-up, squat 5x5 100kg", "5x5 squat 100kg"),
    ("squat 3x5 100kg tempo 3-1-1", "3x5 squat 100kg"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "same"), TAKEN, ids=lambda one: one)
def test_takes_what_gyms_write(text, same):
    """What can be one lift alone is that, and prints back as itself."""
    lift = session_from("lift", text)
    assert lift == session_from("lift", same)
    assert session_from("lift", text_of(lift)) == lift


SIDES = 'repetitions of one side or of both? count both: "3x24 lunges"'
ASKED = [
    ("10 min EMOM 3 power cleans @ 70", '70 kg or 70 lb? write "70 kg" or "70 lb"'),
    ("squat 5x5 225", '225 kg or 225 lb? write "225 kg" or "225 lb"'),
    ("squat 5x5 100 kg, bench 5x5 80", '80 kg or 80 lb? write "80 kg" or "80 lb"'),
    ("pull-ups 3x8 bw+10", '10 kg or 10 lb? write "+10 kg" or "+10 lb"'),
    ("squat 5x5 700", '700 has no unit; write "700 lb"'),
    ("squat 5x5 @ 2000", "too heavy for a load"),
    ("EMOM 10 min: 5 pull-ups, 10 push-ups", "all of them each minute, or in turn? write"),
    ("EMOM: 5 burpees", "how many sets?"),
    ("AMRAP 20 min: 5 pull-ups, 10 push-ups", 'how many rounds? write "20 min circuit", or'),
    ("20 min AMRAP", 'how many rounds? write "20 min circuit", or'),
    ("farmer's carry 4x40m", 'how long a set takes, such as "4x30 s farmer\'s carry"'),
    ("4x40m farmer's carry 2x24kg", 'such as "4x30 s farmer\'s carry"'),
    ("overhead carry 3x30 ft", 'such as "3x30 s overhead carry"'),
    ("bear crawl 3x20m", 'such as "3x30 s bear crawl"'),
    ("6x20m", 'such as "6x30 s carry"'),
    ("5 rounds: 10 deadlifts 60kg, 200m run", "how far is not read in a lift"),
    ("3x10e lunges", SIDES), ("4x8/side split squat 20kg", SIDES), ("3x10/leg lunges", SIDES),
    ("3x8 db row 30kg each side", SIDES), ("squats 3 x 10 each leg", SIDES),
    ("4x30s/side plank", SIDES),
    ("lunges 3x12 20kg each", 'of each side? for two weights write "2x20 kg"'),
    ("Tabata squats 8x20s/10s", "rests between sets are not read"),
    ("squat 5x5 100kg 3' rest", "rests between sets are not read"),
    ("warm-up 10 min", "expected a duration, or sets"),
    ("squat 5x5 100kg 2x20kg", "expected sets, repetitions and an exercise"),
    ("2x24kg", "expected sets, repetitions and an exercise"),
    ("5 x 60kg squat", "expected"),
    ("18-19-20", "two amounts"),
    ("60 min heavy each", "not a word"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "part"), ASKED, ids=lambda one: one)
def test_asks_back_what_gyms_leave_open(text, part):
    """One line says what is in doubt and what would be taken."""
    assert part in line_of("lift", text)


@pytest.mark.parametrize(
    "text",
    ["squat 5x5 225 kg", "squat 5x5 225 lb", "squat 5x5 700 lb", "pull-ups 3x8 bw +10 lb",
     "20 min circuit", "5 rounds: 5 pull-ups, 10 push-ups", "5x5 pull-ups, 5x10 push-ups",
     "4x30 s farmer's carry", "lunges 3x12 2x20 kg", "3x24 lunges"],
)  # fmt: skip
def test_takes_what_is_asked_for(text):
    """F60: a hint names only what would be taken."""
    assert isinstance(session_from("lift", text), Lift)


def test_sends_metres_alone_to_the_runs():
    """Ten times 100 m are a run and no carry."""
    assert 'give it as --run "10x100m"' in line_of("lift", "10x100m")


@pytest.mark.parametrize(
    ("kind", "text", "start"),
    [
        ("run", "10 km easy noon", "12:00"), ("run", "10 km easy midnight", "00:00"),
        ("run", "10 km easy 630am", "06:30"), ("run", "10 km easy 6.30pm", "18:30"),
        ("run", "5 km race at 24:00", "00:00"), ("lift", "60 min heavy noon", "12:00"),
        ("lift", "60 min heavy 1830", "18:30"), ("lift", "60 min heavy 18.30", "18:30"),
        ("lift", "squat 5x5 100kg 18.30", "18:30"), ("other", "60 min cycling 0630", "06:30"),
        ("other", "60 min cycling 18.30", "18:30"), ("other", "60 min cycling midday", "12:00"),
        ("other", "60 min cycling 630pm", "18:30"),
    ],
)  # fmt: skip
def test_takes_a_start_as_people_write_it(kind, text, start):
    """F54: noon, a dot and four digits are starts in every kind of session."""
    session = session_from(kind, text)
    assert f"{session.start:%H:%M}" == start
    assert session_from(kind, text_of(session)) == session


@pytest.mark.parametrize(
    ("kind", "text", "part"),
    [
        ("lift", "squat 5x5 22.50", "22.50 kg or 22.50 lb?"),
        ("lift", "squat 5x5 1830", "too heavy for a load"),
        ("other", "35 min swim 1500", 'a start or a distance? write "15:00" or "1500 m"'),
        ("run", "6x400 am", "expected a distance or a duration"),
        ("run", "5k 24:00", 'a start or the time it takes? write "at 24:00" or "in 24:00"'),
        ("run", "10 km easy half six", "a second distance"),
        ("run", "easy in 1h1115", "1115"),
    ],
)
def test_takes_no_load_or_distance_for_a_start(kind, text, part):
    """What may be a load or the metres of a swim is asked back."""
    with pytest.raises(InputError) as caught:
        session_from(kind, text)
    assert part in str(caught.value)

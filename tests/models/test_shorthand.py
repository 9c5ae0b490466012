"""What trail runners, coaches and logs write short: read, or asked back with a remedy."""

import pytest
from readings import line_of, session_from

from fuelcalc.models.session_text import text_of

TAKEN = [
    ("run", "2h trail D+600", "2h trail +600m"),
    ("run", "20 km D+ 1200 ft trail", "20 km trail +1200 ft"),
    ("run", "2h trail 600 D+", "2h trail +600m"),
    ("run", "15 km 400 hm", "15 km +400m"),
    ("run", "20 km 400m+ 7:00", "20 km +400m 7:00"),
    ("run", "20 km w/ 300 m ascent 7am", "20 km +300m 7am"),
    ("run", "20 km with 1,200 ft elevation gain", "20 km +1200 ft"),
    ("run", "12 km (+300 m)", "12 km +300m"),
    ("run", "3 x (1 km +100m)", "3 x (1 km) +100m"),
    ("run", "6 by 800 r2'", "6x800m rec 2 min"),
    ("run", "6 times 1 km rest 2 min", "6x1 km rec 2 min stand"),
    ("run", "10x800 yasso", "10x800m"),
    ("run", "5 mi @ 9'30\" 6am", "5 mi @ 9:30/mi 6am"),
    ("run", "5k 25:30", "5k in 25:30"),
    ("run", "mile TT", "1 mi race"),
    ("run", "10km prog", "10 km steady"),
    ("run", "commute 6k 7:45", "6 km 7:45"),
    ("run", "morning run 10 km 6:30", "10 km 6:30"),
    ("lift", "squat 60 kg x 5 x 5", "5x5 squat 60 kg"),
    ("lift", "5 by 5 squat 60 kg", "5x5 squat 60 kg"),
    ("lift", "3 sets squats 10 reps 60 kg", "3x10 squats 60 kg"),
    ("lift", "squats 100kg 5,5,5", "3x5 squats 100 kg"),
    ("lift", "45min lifting RPE 8", "45 min"),
]


@pytest.mark.parametrize(("kind", "text", "same"), TAKEN, ids=lambda one: one)
def test_takes_shorthand_for_its_plain_words(kind, text, same):
    """It is the session that its plain words are, and prints back as itself."""
    session = session_from(kind, text)
    assert session == session_from(kind, same)
    assert session_from(kind, text_of(session)) == session


ASKED = [
    ("run", "800s", 'how many times 800 m? write "6x800m", or "800 sec" for a duration'),
    ("run", "yasso 800s", "how many times 800 m?"),
    ("run", "5K @ 22:30", '22:30 is no pace; write "in 22:30" for the time it takes'),
    ("run", "5 mi @ 25:00", '25:00 is no pace; write "in 25:00"'),
    ("run", "evening run 8k", 'at what hour? write the start, such as "06:30", or leave'),
    ("run", "ultra 50 mi 10h", 'a race or a training run? write "race" or "long" in its place'),
    ("run", "hilly 12 km", 'how much climb? write it, such as "+120m", or leave the word out'),
    ("run", "20 km 600+", "600 has no unit"),
    ("run", "10 hm", "expected a distance or a duration"),
    ("run", "20 m easy of climb", '20 min or 20 mi? write "20 min" or "20 mi"'),
    ("lift", "60 kg x 5 x 5", "which of the two are the sets?"),
    ("lift", "3 sets heavy 10 reps", "how many sets?"),
    ("lift", "45 min @ 80%", "a load follows its exercise"),
]


@pytest.mark.parametrize(("kind", "text", "part"), ASKED, ids=lambda one: one)
def test_asks_back_what_shorthand_leaves_open(kind, text, part):
    """One line says what is in doubt, and what to write."""
    assert part in line_of(kind, text)


@pytest.mark.parametrize("text", ["6x800m", "800 sec", "5K in 22:30", "50 mi 10h long"])
def test_takes_what_its_hints_say_to_write_of_shorthand(text):
    """A hint names only what would be taken."""
    assert session_from("run", text)

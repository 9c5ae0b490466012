"""Runs that are called fast, rated by a heart, or climb and fall like a ladder."""

import pytest
from readings import session_from

from fuelcalc.errors import InputError
from fuelcalc.models.session_text import text_of


def line_of(text):
    """The one line that refuses a run."""
    with pytest.raises(InputError) as caught:
        session_from("run", text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("6x400m fast", "6x400m intervals"),
        ("fast 6x400", "6x400m intervals"),
        ("6x400 fast w/ 200m easy", "6x400m intervals rec 200m jog"),
        ("10 x 1 min fast 1 min easy", "10x1 min intervals rec 1 min jog"),
        ("10 x 1 min fast / 1 min slow", "10x1 min intervals rec 1 min jog"),
        ("8 x (1 min quick + 1 min slow)", "8x1 min intervals rec 1 min jog"),
        ("8 km fast @ 4:10/km", "8 km @ 4:10 /km"),
        ("tempo 20 min fast", "20 min tempo"),
        ("8 km moderate", "8 km steady"),
        ("20 min mod", "20 min steady"),
        ("3 mi slow", "3 mi easy"),
        ("40 min comfortable", "40 min easy"),
        ("5 km conversational", "5 km easy"),
        ("base run 45 min", "45 min easy"),
        ("45 min aerobic", "45 min easy"),
        ("5 km all out", "5 km race"),
        ("long run 12 miles easy", "12 mi long"),
        ("easy recovery 4 mi", "4 mi recovery"),
        ("Easy 60 min (HR < 145)", "60 min easy"),
        ("45 min easy @ 65-75% HRmax", "45 min easy"),
        ("5 km tempo RPE 7", "5 km tempo"),
        ("3 x 8 min @ 4:00/km 250 watts", "3x8 min @ 4:00 /km"),
    ],
)
def test_takes_words_for_how_hard(text, same):
    """What can be one thing alone is that; a heart rate beside an effort is read over."""
    run = session_from("run", text)
    assert run == session_from("run", same)
    assert session_from("run", text_of(run)) == run


FAST = 'how fast? write "tempo", "intervals" or "race", or a pace such as "@ 5:00/km"'
HEART = (
    'do not say how hard; write "easy", "steady", "tempo" or "intervals", '
    'or a pace such as "@ 5:40/km"'
)
FINISH = 'how long is the finish? write the parts, such as "8 mi easy + 2 mi tempo"'


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("8 km fast", FAST), ("fast 5 mi", FAST), ("6 mi quick", FAST),
        ("10 min fast + 5 min slow", FAST), ("8 km easy + 2 km faster", FAST),
        ("8 km fast finish", FINISH), ("LR 12 mi fast finish", FINISH),
        ("10 mi long with hard finish", FINISH),
        ("45 min @ 70% HRmax", HEART), ("10 km 75% max HR", HEART),
        ("10 km @ 75% of max heart rate", HEART), ("10 km 75-80% HRmax", HEART),
        ("60 min 140 bpm", HEART), ("60 min @ 140-150 bpm", HEART), ("60 min HR 140", HEART),
        ("60 min HR<145", HEART), ("45 min at 80% VO2max", HEART), ("8 km @ RPE 6", HEART),
        ("45 min 75% effort", HEART), ("3x10 min @ 88% LTHR", HEART), ("20 min @ 85% MHR", HEART),
        ("5 km at 90% of FTP", HEART), ("8 km RPE 4-5", HEART), ("60 min HR", HEART),
    ],
)  # fmt: skip
def test_asks_how_hard(text, part):
    """A heart rate is another effort for everybody, and fast is a tempo or a race."""
    assert part in line_of(text)


@pytest.mark.parametrize(
    "text",
    ["8 km tempo", "8 km intervals", "8 km race", "8 km @ 5:00/km", "8 mi easy + 2 mi tempo",
     "45 min steady", "10 km @ 5:40/km"],
)  # fmt: skip
def test_takes_what_is_asked_for(text):
    """F60: a hint names only what would be taken."""
    assert session_from("run", text)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("ladder 200, 400, 600, 800 m", "200m I + 400m I + 600m I + 800m I"),
        ("200, 400, 600", "200m I + 400m I + 600m I"),
        ("200-400-200", "200m I + 400m I + 200m I"),
        ("200/400/600 m", "200m I + 400m I + 600m I"),
        ("ladder 1-2-1 min", "1 min I + 2 min I + 1 min I"),
        ("ladder: 1,2,1 min hard", "1 min I + 2 min I + 1 min I"),
        ("1'-2'-1' w/ 1' jog", "1x1 min I rec 1 min + 1x2 min I rec 1 min + 1x1 min I rec 1 min"),
        ("400, 800, 400 w/ 400 jog", "1x400m I rec 400m + 1x800m I rec 400m + 1x400m I rec 400m"),
        ("1200, 800, 400 @ 5k pace", "1200m @ 5k pace + 800m @ 5k pace + 400m @ 5k pace"),
        ("400m-800m-400m @ 3:30", "400m I @ 3:30/km + 800m I @ 3:30/km + 400m I @ 3:30/km"),
        ("pyramid 400m, 800m, 400m", "400m I + 800m I + 400m I"),
        ("pyramid 1 min, 2 min, 1 min", "1 min I + 2 min I + 1 min I"),
        ("ladder 400m, 1 km, 400m", "400m I + 1 km I + 400m I"),
        ("cutdown 2 mi, 1 mi, 800m", "2 mi I + 1 mi I + 800m I"),
        ("2 mi WU, 400, 800, 400, 2 mi CD", "2 mi easy + 400m I + 800m I + 400m I + 2 mi easy"),
        ("2 x (200, 400, 600)", "200m I + 400m I + 600m I + 200m I + 400m I + 600m I"),
        ("1-2-1 km easy", "1 km easy + 2 km easy + 1 km easy"),
        ("tempo 2-3-2 mi 7am", "2 mi tempo + 3 mi tempo + 2 mi tempo 07:00"),
    ],
)
def test_climbs_ladders(text, same):
    """Each rung is a part, and what stands behind the last is said of them all."""
    run = session_from("run", text)
    assert run == session_from("run", same)
    assert session_from("run", text_of(run)) == run


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("1,5, 2 km", "1,5 has no unit"),
        ("1,200, 800", "1,200 has no unit"),
        ("5-4-3", "two amounts"),
        ("2026-11-26", "two amounts"),
        ("1-2-3-2-1 m hard", "1 min or 1 mi?"),
        ("6 x 400, 200, 100", "200 has no unit"),
        ("200, 400, 600 jog", "a recovery begins with rec"),
        ("400-800-400 @ 3:30", "a pace, or the time for each 400 m?"),
    ],
)
def test_climbs_nothing_else(text, part):
    """Commas of decimals, dates and small numbers without a unit are no ladders."""
    assert part in line_of(text)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("16 mi, last 10 @ MP", "6 mi + 10 mi @ MP"),
        ("16 mi (last 10 @ MP)", "6 mi + 10 mi @ MP"),
        ("16 mi with the last 10 mi @ MP", "6 mi + 10 mi @ MP"),
        ("10 mi progression w/ last 3 mi @ HMP", "7 mi steady + 3 mi @ HMP"),
        ("15 km, final 5 km tempo", "10 km + 5 km tempo"),
        ("60 min (the last 20 min tempo) 6pm", "40 min + 20 min tempo 18:00"),
    ],
)
def test_takes_the_last_part_of_a_run(text, same):
    """The last miles are some of all of them."""
    assert session_from("run", text) == session_from("run", same)

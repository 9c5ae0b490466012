"""Session text that can be two things, and where a text for another option is sent."""

import pytest
from readings import KINDS, session_from

from fuelcalc.models.session_text import (
    SessionTextError,
    run_from_text,
)
from fuelcalc.models.session_text.parts import MOST_PARTS

ASKED = [
    ("run", "30m easy", '30 min or 30 mi? write "30 min" or "30 mi"'),
    ("run", "6x800m rec 90m jog", "90 min or 90 mi?"),
    ("run", "6x800m w/ 50m jog", "50 min or 50 mi?"),
    ("run", "10x100s", '100 m or 100 seconds? write "100m" or "100 sec"'),
    ("run", "6x800 s", "800 m or 800 seconds?"),
    ("run", "5 x 800 @ 3:30", 'write "@ 3:30/km" or "in 3:30" for each 800 m'),
    ("run", "marathon 9am", 'write "marathon race", "marathon easy" or "marathon in 3:30:00"'),
    ("run", "marathon 5:30", 'write "5:30am" or "in 5:30:00"'),
    ("run", "45-60 min easy", 'two amounts; write "45 min" or "60 min"'),
    ("run", "6 - 8 x 400", "two amounts"),
    ("run", "10 km + strides", 'write "6 strides"'),
    ("run", "10 km 6 strides", 'write " + " before strides'),
    ("run", "8 km hills", "hills need repeats or a climb"),
    ("run", "8 x 1k @ 3:55/km, 1' jog", 'write "rec 1\'" or " + 1\'"'),
    ("run", "8 mi @ 15K to HMP", 'one race pace is expected; write one, such as "@ HMP"'),
    ("run", "8 mi @ MP-10", "one race pace is expected"),
    ("run", "8 mi @ MP @ 5:00/km", "a second pace"),
    ("run", "8 mi @ 5:00/km @ MP", "a second pace"),
    ("run", "8 mi @ 5:00 @ MP", "a second pace"),
    ("run", "8 mi @ MP @ 5:00", "a second pace"),
    ("run", "8 mi @ 5:00 @ 5:10", "a second pace"),
    ("run", "8 mi @ 5:00/km @ 5:10", "a second pace"),
    ("run", "8 mi w/ 20 min tempo", "how far and how long cannot be taken from each other"),
    ("run", "8 mi w/ 4x400m rec 90s", "how far and how long cannot be taken"),
    ("run", "8 mi w/ 4x400m rec 2:30 min", "how far and how long cannot be taken"),
    ("run", "8 mi w/ 9 @ MP", "nothing is left beside it"),
    ("run", "3 x (8 mi w/ 4 @ MP)", "a part inside another cannot be repeated"),
    ("run", "3 x (800m + 400m jog", 'expected ")" to close the group'),
    ("run", "3 x (2 x (400m))", 'write " + " before a group'),
    ("run", "5 km 3 x (400m)", 'write " + " before a group'),
    ("run", "0 x (400m)", f"a group is done 1 to {MOST_PARTS} times"),
    ("run", "30 x (400m + 800m)", f"60 parts, the most is {MOST_PARTS}"),
    ("run", " + ".join(["1 km"] * 41), f"41 parts, the most is {MOST_PARTS}"),
    ("run", "400m )", "expected a distance"),
    ("run", "1 km + 2 min rest", "a recovery begins with rec"),
    ("run", "3 x (2 min rest + 400m)", "standing is no part of a run"),
    ("run", "6x800m w/ 2:00 jog", "a start or a rest?"),
    ("run", "6x800m w/ 2,000 h jog", "can mean"),
    ("run", "5 min walk jog", "a second word for the same part"),
    ("run", "5 min tempo jog", "a second effort"),
    ("run", "10 km @ 90s", "expected a pace with its unit"),
    ("run", "10 km 7:30 8am", "a second start"),
    ("run", "6x800m with 4 km", 'a recovery? write "w/ 4 km jog" or "w/ 4 km rest"'),
    ("run", "6x800m 4 km", "a second distance"),
    ("run", "10 km mile", "not a word fuelcalc knows"),
    ("run", "10 km (400m jog)", "expected a distance"),
    ("run", "10 km off 90s", "not a word fuelcalc knows"),
    ("run", "1830", "1830 has no unit"),
    ("run", "10 km 25.30", "25.30 has no unit"),
    ("run", "2000 easy", "2000 has no unit"),
    ("run", "1830 easy", "1830 has no unit"),
    ("run", "x" * 1001, "over 1000 characters"),
    ("lift", "3x12 lunges per leg", "repetitions of one side or of both?"),
    ("lift", "3-4 sets of 8 squats", "two amounts"),
    ("lift", "@ 80%", "a load follows its exercise"),
    ("lift", "+10kg", "a load follows its exercise"),
    ("lift", "3x10 dips +10kg 5kg", "a second load"),
    ("lift", "3 rounds", "expected a duration, or sets"),
    ("lift", "3 rounds: 10 and", "10 has no unit"),
    ("lift", "3 rounds: 10 min", None),
    ("lift", "chest and legs 60 min", "a second focus"),
    ("other", "bike 20 km", "how long it takes is what counts here"),
    ("other", "60 min", "expected what was done"),
    ("other", "bike", 'expected a duration, such as "60 min cycling"'),
    ("other", "60 min bike 300 kcal", "activity and energy say the same thing twice"),
    ("other", "60 min bike met 5", "activity and met say the same thing twice"),
    ("other", "60 min cyclin", 'did you mean "cycling"? write one such as'),
    ("other", "60 min xylophone", "not an activity fuelcalc knows; write one such as cycling"),
    ("other", "60 furlong", "not a unit fuelcalc knows"),
    ("other", "60 min yoga 25:00", "is not a time of day"),
]


@pytest.mark.parametrize(("kind", "text", "part"), [one for one in ASKED if one[2]])
def test_asks_back_what_can_be_two_things(kind, text, part):
    """The line says what is in doubt, and what to write for either."""
    with pytest.raises(SessionTextError) as caught:
        KINDS[kind][0](text)
    assert part in str(caught.value)


HINTS = [
    ("run", "30 min easy"), ("run", "30 mi"), ("run", "6x100m"), ("run", "6x100 sec"),
    ("run", "5 x 800 @ 3:30/km"), ("run", "5 x 800 in 3:30"), ("run", "marathon race 9am"),
    ("run", "marathon easy 9am"), ("run", "marathon in 3:30:00"), ("run", "marathon easy 5:30am"),
    ("run", "marathon in 5:30:00"), ("run", "8x60s hills"), ("run", "8 km +120m"),
    ("run", "10 km + 6 strides"), ("run", "8 x 1k @ 3:55/km rec 1'"), ("run", "8 mi @ HMP"),
    ("run", "8 x 1k @ 3:55/km + 1'"), ("run", "6x800m rec 2min30"), ("run", "5 mi easy + 6x20s"),
    ("lift", "3x24 lunges"), ("other", "60 min cycling"), ("other", "60 min 6.8 MET"),
    ("other", "60 min 300 kcal"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), HINTS)
def test_takes_what_its_hints_say_to_write(kind, text):
    """A hint names only what would be taken."""
    assert session_from(kind, text)


@pytest.mark.parametrize(
    ("kind", "text", "option"),
    [
        ("run", "60 min cycling", '--other "60 min cycling"'),
        ("run", "60 min walk", '--other "60 min walk"'),
        ("run", "60min heavy lower", '--lift "60min heavy lower"'),
        ("run", "squat 5x5 100kg", '--lift "squat 5x5 100kg"'),
        ("lift", "10 km easy", '--run "10 km easy"'),
        ("lift", "45 min yoga", '--other "45 min yoga"'),
        ("other", "10 km easy 06:30", '--run "10 km easy 06:30"'),
        ("other", "gym 45 min", '--lift "gym 45 min"'),
    ],
)
def test_points_to_the_option_that_takes_it(kind, text, option):
    """F56: a text for another option is answered with that option, which takes it."""
    with pytest.raises(SessionTextError) as caught:
        KINDS[kind][0](text)
    assert option in str(caught.value)


def test_points_nowhere_when_the_text_is_too_long_to_repeat():
    """A hint that had to be cut short would not be taken."""
    with pytest.raises(SessionTextError) as caught:
        run_from_text("60 min cycling " + " " * 60)
    assert "--other" not in str(caught.value)

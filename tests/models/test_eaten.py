"""What was already eaten: one line, as people type it."""

import datetime as dt

import pytest

from fuelcalc import Day, InputError


def read(text):
    """The line as a day holds it."""
    return Day.of(eaten=[text]).eaten[0]


@pytest.mark.parametrize(
    "text",
    [
        "13:00 pizza 1100 kcal",
        "1pm pizza 1100kcal",
        "pizza, 1100 kcal at 1:00 pm",
        "1100 kcal pizza 13.00",
    ],
)
def test_reads_a_time_a_name_and_an_energy(text):
    """In any order, with either clock."""
    found = read(text)
    assert (found.start, found.energy_kcal) == (dt.time(13, 0), 1100.0)
    assert found.what.startswith("pizza")


def test_reads_macronutrients():
    """Said in grams, beside the energy or in its place."""
    found = read("13:00 pizza 1100 kcal 45 g protein 120 g carbs 48 g fat")
    assert found.macros_g == (45.0, 120.0, 48.0)
    assert read("09:00 shake 30 g protein").macros_g == (30.0, None, None)


@pytest.mark.parametrize(
    ("text", "kcal"), [("noon cake 2000 kJ", 2000 / 4.184), ("12:00 cake 500 calories", 500.0)]
)
def test_reads_other_units(text, kcal):
    """Kilojoules, and what a label calls calories."""
    assert read(text).energy_kcal == pytest.approx(kcal)


def test_keeps_an_amount_in_the_name():
    """Two bananas are looked up by whoever plans."""
    found = read("10:00 2 bananas")
    assert (found.what, found.energy_kcal) == ("2 bananas", None)


@pytest.mark.parametrize(
    ("text", "what", "kcal"),
    [
        ("13:00 - 2 bananas", "2 bananas", None),
        ("13:00-pizza - 1100 kcal", "pizza", 1100.0),
        ("13:00 omega-3 egg 90 kcal", "omega-3 egg", 90.0),
    ],
)
def test_a_dash_is_no_minus(text, what, kcal):
    """Between two parts of a line, or inside a word."""
    found = read(text)
    assert (found.what, found.energy_kcal) == (what, kcal)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("pizza 1100 kcal", 'has no time; write "13:00 pizza 1100 kcal"'),
        ("13:00", "says nothing of what it was"),
        ("13:00 pizza 9000 kcal", "9000"),
        ("13:00 pizza 1100 kcal 10 g protein 10 g carbs 10 g fat", "hold 170"),
        ("13:00 pizza 100 kcal 90 g fat", "hold 810"),
        ("13:00 pizza -1100 kcal", "has an amount below nothing; leave out the minus"),
        ("13:00 -3 bananas", "below nothing"),
        ("13:00 pizza \u22121100 kcal", "below nothing"),
        ("13:00 shake -.5 g protein", "below nothing"),
    ],
)
def test_refuses_in_one_line(text, said):
    """What says too little, too much, or two things."""
    with pytest.raises(InputError) as error:
        read(text)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "text", ["10:00 pizza 800 kcal, 12:00 soup 300 kcal", "10:00 pizza 800 kcal soup 300 kcal"]
)
def test_takes_one_meal_at_a_time(text):
    """A second one is asked for by itself, where it was left aside."""
    with pytest.raises(InputError, match="says two of what was eaten; give each by itself"):
        read(text)

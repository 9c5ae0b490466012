"""Edges of use: what is empty says why, what is wrong names its own option, files open right."""

import csv
import io

import pytest

from fuelcalc import Athlete, Day, InputError, plan_day

WHO = ["--sex", "female", "--age", "34", "--mass", "62kg", "--height", "168cm"]


class TestTables:
    """Comma-separated files."""

    @pytest.mark.parametrize("condition", ["pregnant", "kidney-disease", "postpartum"])
    @pytest.mark.parametrize("name", ["d.csv", "d.foods.csv"])
    def test_say_why_they_are_empty(self, fuelcalc, home, condition, name):
        """A header without rows comes with one line on stderr."""
        answer = fuelcalc("day", *WHO, "--condition", condition, "-o", name)
        assert (answer.code, answer.out) == (0, "")
        assert answer.err.count("\n") == 1
        assert "the clock is withheld" in answer.err
        assert (home / name).read_text(encoding="utf-8-sig").count("\n") == 1

    def test_say_that_no_foods_were_chosen(self, fuelcalc):
        """Without a menu the feedings have rows and the foods none, for another reason."""
        foods = fuelcalc("day", *WHO, "--no-menu", "--format", "foods-csv")
        assert "No rows in foods-csv: no foods were chosen." in foods.err
        assert fuelcalc("day", *WHO, "--no-menu", "--format", "csv").err == ""

    def test_open_right_in_excel(self, fuelcalc, home):
        """F65: a file begins with the mark of UTF-8, the screen does not, and ½ stays ½."""
        fuelcalc("day", "-o", "d.csv", "-o", "d.foods.csv", "-o", "d.json")
        assert (home / "d.csv").read_bytes().startswith(b"\xef\xbb\xbfdate,")
        foods = (home / "d.foods.csv").read_bytes()
        assert foods.startswith(b"\xef\xbb\xbfdate,")
        assert "½" in foods.decode("utf-8-sig")
        assert (home / "d.json").read_bytes().startswith(b"{")
        assert fuelcalc("day", "--format", "csv").out.startswith("date,")

    def test_hold_one_decimal(self, fuelcalc):
        """F65: numbers are as long as somebody reads them."""
        for fmt in ("csv", "foods-csv"):
            for row in csv.DictReader(io.StringIO(fuelcalc("day", "--format", fmt).out)):
                for name, cell in row.items():
                    if name.endswith(("_g", "_kcal", "_ml", "_mg", "grams")) and cell:
                        assert len(cell.partition(".")[2]) == 1, (name, cell)


class TestSnack:
    """A wrong time names the option that it was given for."""

    @pytest.mark.parametrize(
        ("options", "line"),
        [
            (["--in", "45"], '--in: 45 has no unit; write "45 min"'),
            (["--in", "2 min"], "--in: 2 is outside 5 to 240"),
            (["--in", "5 h"], "--in: 300 is outside 5 to 240"),
            (["--in", "soon"], "--in: "),
            (["--after", "--next-in", "6"], '--next-in: 6 has no unit; write "6 h"'),
            (["--after", "--next-in", "80 h"], "--next-in: 80 is outside 0 to 72"),
        ],
    )
    def test_names_its_option(self, fuelcalc, options, line):
        """The line begins with what was typed."""
        answer = fuelcalc("snack", *options)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith(f"fuelcalc: {line}")

    def test_leaves_other_errors_their_names(self, fuelcalc):
        """What is wrong with the athlete is said of the athlete."""
        assert "athlete.mass: 62" in fuelcalc("snack", *WHO[:5], "62", *WHO[6:]).err


class TestDay:
    """What a day is asked for."""

    @pytest.mark.parametrize(
        ("wake", "sleep", "is_long"),
        [
            ("23:00", "22:00", True),
            ("06:00", "05:00", True),
            ("06:00", "02:01", True),
            ("06:00", "02:00", False),
            ("06:30", "22:30", False),
        ],
    )
    def test_doubts_a_day_without_a_night(self, fuelcalc, wake, sleep, is_long):
        """More than twenty hours awake are planned, and said."""
        answer = fuelcalc("day", *WHO, "--wake", wake, "--sleep", sleep, "--no-menu")
        assert ("under four hours for sleep" in " ".join(answer.out.split())) is is_long

    def test_says_what_is_not_shown_on_a_line_of_its_own(self, fuelcalc):
        """It is no part of the note above it."""
        lines = fuelcalc("day", *WHO, "--condition", "pregnant").out.splitlines()
        place = next(n for n, line in enumerate(lines) if line.startswith("Not shown: energy"))
        assert lines[place - 1] == ""


@pytest.mark.parametrize(
    ("choices", "line"),
    [
        ({"swap": "lunch"}, 'swap: "lunch" is not a list; write ["lunch"]'),
        ({"swap": ""}, 'swap: "" is not a list; write [""]'),
        (
            {"lock": "dinner=lentil-bolognese"},
            'lock: "dinner=lentil-bolognese" is not a table; write {"dinner": "lentil-bolognese"}',
        ),
    ],
)
@pytest.mark.parametrize("menu", [True, False])
def test_takes_no_word_for_a_list(choices, line, menu):
    """One text where several may stand is one clear error, not one a letter."""
    athlete = Athlete.of(sex="male", age=30, mass="70 kg", height="175 cm")
    with pytest.raises(InputError) as error:
        plan_day(athlete, Day(), menu=menu, **choices)
    assert str(error.value) == line

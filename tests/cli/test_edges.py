"""Edges of use: what is empty says why, what is wrong names its own option, files open right."""

import csv
import io

import pytest

from fuelcalc import Athlete, Day, InputError, plan_day
from fuelcalc.cli.example import EXAMPLE_LINE

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
            (["--in", "2 min"], "--in: 2 min is outside 5 to 240 min"),
            (["--in", "5 h"], "--in: 300 min is outside 5 to 240 min"),
            (["--in", "soon"], "--in: "),
            (["--after", "--next-in", "6"], '--next-in: 6 has no unit; write "6 h"'),
            (["--after", "--next-in", "80 h"], "--next-in: 80 h is outside 0 to 72 h"),
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


class TestUnits:
    """F61: energies and words as the reader has them, on every page."""

    @pytest.mark.parametrize(
        ("words", "kcal", "kilojoules"),
        [
            # USDA SR28, NDB 15237: 206 kcal in 100 g; 1 kcal is 4.184 kJ.
            (["foods", "salmon", "--show"], "206", "862"),
            (["foods", "salmon", "--limit", "3"], "206", "862"),
            (["dishes", "lentil bolognese"], None, None),
            (["dishes", "--limit", "3"], None, None),
            (["snack", "--in", "45 min"], None, None),
        ],
    )
    def test_of_energy_are_kilojoules_where_asked(self, fuelcalc, words, kcal, kilojoules):
        """One page in kJ has no kcal left, and the other way round."""
        plain = fuelcalc(*words)
        joules = fuelcalc(*words, "--energy-unit", "kJ")
        assert (plain.code, joules.code) == (0, 0)
        assert "kcal" in plain.out
        assert "kJ" not in plain.out
        assert "kJ" in joules.out
        assert "kcal" not in joules.out
        if kcal is not None:
            assert kcal in plain.out.split()
            assert kilojoules in joules.out.split()

    def test_are_the_profiles(self, fuelcalc, profile):
        """What `init` saved counts for foods, dishes and snacks, and an option beats it."""
        body = 'sex = "male"\nage = 40\nmass = "75 kg"\nheight = "178 cm"'
        profile(f'[athlete]\n{body}\nunits = "us"\nenergy_unit = "kJ"\n')
        for words in (["foods", "salmon"], ["dishes", "--limit", "3"], ["snack", "--run", "8 km"]):
            assert "kJ" in fuelcalc(*words).out
            assert "kcal" in fuelcalc(*words, "--energy-unit", "kcal").out
        assert "Fiber" in fuelcalc("foods", "salmon", "--show").out
        assert "Fibre" in fuelcalc("foods", "salmon", "--show", "--units", "metric").out

    def test_of_a_wrong_profile_are_refused(self, fuelcalc, profile):
        """A unit that is none is one line."""
        profile('[athlete]\nunits = "imperial"\n')
        answer = fuelcalc("foods", "salmon")
        assert (answer.code, answer.out) == (2, "")
        assert "imperial" in answer.err

    @pytest.mark.parametrize("fmt", ["text", "markdown", "html"])
    def test_us_words_stand_on_every_page(self, fuelcalc, fmt):
        """No fibre, no skimmed milk and no tinned fish for US readers; for others they stay."""
        porridge = ("--lock", "breakfast=apple and cinnamon porridge")
        page = fuelcalc("day", *porridge, "--units", "us", "--format", fmt).out
        assert "low in fat and fiber" in page
        assert "reduced-fat" in page
        for word in ("fibre", "Fibre", "skimmed", "tinned"):
            assert word not in page
        assert "low in fat and fibre" in fuelcalc("day", "--units", "uk", "--format", fmt).out

    @pytest.mark.parametrize(
        ("run", "label"),
        [
            ("2 miles easy 07:00", "2 mi easy run"),
            ("6.2 mi easy 07:00", "6.2 mi easy run"),
            ("45 min @ 9:00/mi easy 07:00", "5 mi easy run"),
            ("8 km easy 07:00", "8 km easy run"),
            ("10k easy 07:00", "10 km easy run"),
            ("half marathon in 1:45:00 09:00", "21.1 km"),
            ("1500 m easy 07:00", "1.5 km easy run"),
        ],
    )
    def test_of_a_distance_are_those_that_were_typed(self, fuelcalc, run, label):
        """What was typed in miles prints in miles, and kilometres stay kilometres."""
        assert f"  {label}" in fuelcalc("day", *WHO, "--run", run, "--no-menu").out


class TestWidth:
    """F62: the width of the screen is obeyed from 40 columns on."""

    @pytest.mark.parametrize("columns", [40, 43, 50, 51, 60, 77, 78, 79, 80])
    @pytest.mark.parametrize("units", ["metric", "us", "uk"])
    def test_holds_every_line(self, fuelcalc, monkeypatch, columns, units):
        """No line is longer, with explanations and with warnings."""
        monkeypatch.setenv("COLUMNS", str(columns))
        for options in ([], ["--explain"], [*WHO, "--condition", "missed-periods"]):
            page = fuelcalc("day", "--units", units, *options).out.removeprefix(EXAMPLE_LINE)
            assert max(map(len, page.splitlines())) <= columns
            assert page.count("\n") > 20

    @pytest.mark.parametrize(("columns", "most"), [("10", 40), ("300", 80), ("", 80), ("x", 80)])
    def test_is_between_forty_and_eighty(self, fuelcalc, monkeypatch, columns, most):
        """A narrower screen gets 40 columns, a wider one and none 80."""
        monkeypatch.setenv("COLUMNS", columns)
        page = fuelcalc("day", *WHO).out
        assert most - 12 < max(map(len, page.splitlines())) <= most

    def test_is_that_of_a_file_nowhere(self, fuelcalc, home, monkeypatch):
        """A file is 80 columns wide, whatever the screen."""
        wide = fuelcalc("day", *WHO).out
        monkeypatch.setenv("COLUMNS", "40")
        fuelcalc("day", *WHO, "-o", "d.txt")
        assert (home / "d.txt").read_text(encoding="utf-8") == wide

    def test_of_snacks_is_obeyed(self, fuelcalc, monkeypatch):
        """Suggestions fit too."""
        monkeypatch.setenv("COLUMNS", "40")
        lines = fuelcalc("snack", *WHO, "--run", "8 km easy").out.splitlines()
        assert max(map(len, lines)) <= 40

    def test_says_the_same_at_any_width(self, fuelcalc, monkeypatch):
        """Every word of the narrow page stands on the wide one, amounts included."""
        wide = set(fuelcalc("day", "--units", "metric").out.split())
        monkeypatch.setenv("COLUMNS", "40")
        narrow = set(fuelcalc("day", "--units", "metric").out.split())
        figures = {word for word in wide if word[:1].isdigit()}
        assert len(figures) > 50
        assert figures - narrow <= {"12", "18"}

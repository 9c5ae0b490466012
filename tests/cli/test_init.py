import io
import tomllib

import pytest
from click.testing import CliRunner

from fuelcalc.cli import cli, run
from fuelcalc.errors import InputError

ANSWERS = ["Ann", "female", "34", "62", "62 kg", "5 ft 6 in", "22 %", "desk", "novice", "35 mi",
           "3", "vegan", "peanut, milk", "high", "low", "canteen", "", "build", "base", "", "",
           ""]  # fmt: skip


@pytest.fixture
def ask():
    """Answer the questions of `init`, one line each."""

    def call(*arguments, answers):
        return CliRunner().invoke(cli, ["init", *arguments], input="\n".join(answers) + "\n")

    return call


@pytest.fixture
def saved(home):
    """Read back what was saved."""
    return lambda: tomllib.loads(
        (home / "config" / "fuelcalc" / "profile.toml").read_text(encoding="utf-8")
    )


def test_saves_what_was_answered(ask, saved):
    """A wrong answer is asked again with its reason; the rest is kept as typed."""
    result = ask(answers=ANSWERS)
    assert result.exit_code == 0, result.output
    assert "mass: 62 has no unit" in result.output
    profile = saved()
    assert profile["athlete"]["mass"] == "62 kg"
    assert profile["athlete"]["avoid"] == ["peanut", "milk"]
    assert profile["athlete"]["weekly_lifts"] == 3
    assert profile["athlete"]["lunch"] == "canteen"
    assert (profile["athlete"]["variety"], profile["athlete"]["appetite"]) == ("high", "low")
    assert profile["goal"] == {"aim": "build", "season": "base"}
    assert "conditions" not in profile["athlete"]


def test_lets_day_use_the_profile(ask, fuelcalc):
    """After `init`, `day` needs nothing but the session."""
    ask(answers=ANSWERS)
    answer = fuelcalc("day", "--run", "5 km easy 07:00")
    assert answer.code == 0
    assert "Ann" in answer.out.splitlines()[0]


def test_edits_an_existing_profile_only_when_told(ask, saved, home):
    """Without `--edit` a profile is not touched; with it, Enter keeps each answer."""
    ask(answers=ANSWERS)
    refused = ask(answers=ANSWERS)
    assert refused.exit_code != 0
    changed = [""] * 3 + ["65 kg"] + [""] * 17
    result = ask("--edit", answers=changed)
    assert result.exit_code == 0, result.output
    assert saved()["athlete"]["mass"] == "65 kg"
    assert saved()["athlete"]["name"] == "Ann"
    assert [p.name for p in (home / "config" / "fuelcalc").iterdir()] == ["profile.toml"]


def test_writes_nothing_when_stopped(ask, home):
    """Leaving half-way leaves no profile behind."""
    result = ask(answers=["Ann", "female"])
    assert result.exit_code != 0
    assert not (home / "config" / "fuelcalc").exists()


def test_asks_again_for_a_number(ask):
    """An age in words is asked for again."""
    result = ask(answers=["Ann", "female", "thirty", *ANSWERS[2:10], "many", *ANSWERS[10:]])
    assert result.exit_code == 0, result.output
    assert 'age: "thirty" is not an age' in result.output
    assert 'weekly_lifts: "many" is not a number' in result.output


def test_keeps_a_birth_date_and_other_spellings(ask, saved, profile):
    """A profile written by hand is edited as it is: no age is asked, no key stands twice."""
    profile(
        '[athlete]\nsex = "male"\nbirth_date = 1990-05-01\nmass_kg = 75.0\n'
        'height = "178 cm"\nmileage = "350 mi in 3 months"\navoid = ["milk"]\n'
    )
    answers = ["", "", "76 kg", "", "", "", "", "60 km", "", "", "none", *[""] * 9]
    result = ask("--edit", answers=answers)
    assert result.exit_code == 0, result.output
    athlete = saved()["athlete"]
    assert (athlete["mass"], athlete["weekly_mileage"], athlete["avoid"]) == ("76 kg", "60 km", [])
    assert {"mass_kg", "mileage", "age"}.isdisjoint(athlete)


class TestUnits:
    """F61: a profile holds how its owner reads."""

    def test_are_asked_and_used(self, ask, saved, fuelcalc):
        """After `init` the pages of day are in its units, energy and clock."""
        ask(answers=[*ANSWERS[:-3], "us", "kJ", "12"])
        athlete = saved()["athlete"]
        assert (athlete["units"], athlete["energy_unit"], athlete["clock"]) == ("us", "kJ", 12)
        page = fuelcalc("day", "--run", "5 mi easy 7am").out
        assert "ENERGY (kJ)" in page
        assert "5 mi easy run, 7:00am" in page
        metric = fuelcalc("day", "--run", "8 km easy 07:00", "--units", "metric").out
        assert "ENERGY (kJ)" in metric
        assert "8 km easy run, 7:00am" in metric

    def test_are_asked_again_when_unknown(self, ask, saved):
        """Words and hours that are none are refused with those that are."""
        result = ask(answers=[*ANSWERS[:-3], "imperial", "uk", "joules", "kJ", "13", "noon", "24"])
        assert result.exit_code == 0, result.output
        assert "choose one of: metric, us, uk" in result.output
        assert "choose one of: kcal, kJ" in result.output
        assert "choose one of: 12, 24" in result.output
        assert 'clock: "noon" is not a number' in result.output
        assert saved()["athlete"]["clock"] == 24

    @pytest.mark.parametrize("line", ['units = "imp"', 'energy_unit = "kj "', "clock = 13"])
    def test_of_a_profile_are_checked(self, fuelcalc, profile, line):
        """Written by hand they are checked as well, and a wrong one is one line."""
        body = 'sex = "male"\nage = 40\nmass = "75 kg"\nheight = "178 cm"'
        profile(f"[athlete]\n{body}\n{line}\n")
        answer = fuelcalc("day")
        assert (answer.code, answer.out) == (2, "")
        assert "choose one of" in answer.err


class TestPlace:
    """F63: what cannot be saved is said before the first question."""

    def test_is_checked_before_the_first_question(self, ask, monkeypatch):
        """A home that may not be written to asks nothing."""
        monkeypatch.setattr("fuelcalc.cli.writing.os.access", lambda *_: False)
        result = ask(answers=ANSWERS)
        assert result.exit_code != 0
        assert "Your name" not in result.output
        assert "may not be written to" in str(result.exception)
        assert isinstance(result.exception, InputError)

    def test_is_no_file(self, ask, home):
        """A file where the folder should be is said as such."""
        (home / "config").write_text("", encoding="utf-8")
        result = ask(answers=ANSWERS)
        assert "is no folder" in str(result.exception)
        assert "Your name" not in result.output

    def test_is_a_folder_that_can_be_made(self, ask, saved):
        """A folder that is not there yet is made."""
        assert ask(answers=ANSWERS).exit_code == 0
        assert saved()

    def test_needs_somebody_who_answers(self, monkeypatch, capsys):
        """Without a standard input there is one line and no traceback."""
        monkeypatch.setattr("sys.stdin", None)
        assert run(["init"]) == 2
        line = capsys.readouterr().err
        assert line.startswith("fuelcalc: init: there is no terminal to answer on")
        assert line.count("\n") == 1

    def test_stops_where_the_answers_end(self, monkeypatch, capsys):
        """An empty standard input is one line too."""
        monkeypatch.setattr("sys.stdin", io.StringIO(""))
        assert run(["init"]) == 1
        assert "stopped; nothing was written" in capsys.readouterr().err


@pytest.fixture
def write_profile(home):
    """Lay a profile by hand."""
    path = home / "config" / "fuelcalc" / "profile.toml"

    def write(text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return write


BODY = '[athlete]\nname = "Bo"\nsex = "male"\nage = 38\nheight = "180 cm"\n'
KEPT = [""] * 20


def test_asks_again_for_what_the_saved_profile_says_wrong(ask, saved, write_profile):
    """A broken answer is said and asked for, while the others are kept by Enter."""
    write_profile(
        f'{BODY}mass = "62 parsecs"\nbody_fat = "22 %"\nresting_equation = "mifflin-ffm"\n'
    )
    result = ask("--edit", answers=["", "", "", "82 kg", *KEPT])
    assert result.exit_code == 0, result.output
    assert 'mass: "62 parsecs" has an unknown unit, parsecs' in result.output
    assert saved()["athlete"]["mass"] == "82 kg"
    assert saved()["athlete"]["age"] == 38


def test_says_at_once_what_no_answer_would_mend(ask, write_profile):
    """A key that is none is refused with its file before anything is asked."""
    write_profile(f'{BODY}mass = "82 kg"\ncolour = 3\n')
    result = ask("--edit", answers=KEPT)
    assert isinstance(result.exception, InputError)
    assert "profile.toml: athlete.colour: unknown key" in str(result.exception)
    assert "Your name" not in result.output


def test_writes_a_whole_age_without_a_decimal(ask, saved):
    """An age of 34 is saved as 34."""
    ask(answers=ANSWERS)
    assert repr(saved()["athlete"]["age"]) == "34"

import tomllib

import pytest
from click.testing import CliRunner

from fuelcalc.cli import cli

ANSWERS = ["Ann", "female", "34", "62", "62 kg", "5 ft 6 in", "22 %", "desk", "novice", "35 mi",
           "3", "vegan", "peanut, milk", "", "build", "base"]  # fmt: skip


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
    changed = [""] * 3 + ["65 kg"] + [""] * 11
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
    assert 'age: "thirty" is not a number' in result.output
    assert 'weekly_lifts: "many" is not a number' in result.output


def test_keeps_a_birth_date_and_other_spellings(ask, saved, profile):
    """A profile written by hand is edited as it is: no age is asked, no key stands twice."""
    profile(
        '[athlete]\nsex = "male"\nbirth_date = 1990-05-01\nmass_kg = 75.0\n'
        'height = "178 cm"\nmileage = "350 mi in 3 months"\navoid = ["milk"]\n'
    )
    answers = ["", "", "76 kg", "", "", "", "", "60 km", "", "", "none", "", "", ""]
    result = ask("--edit", answers=answers)
    assert result.exit_code == 0, result.output
    athlete = saved()["athlete"]
    assert (athlete["mass"], athlete["weekly_mileage"], athlete["avoid"]) == ("76 kg", "60 km", [])
    assert {"mass_kg", "mileage", "age"}.isdisjoint(athlete)

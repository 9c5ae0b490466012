"""What people type on the command line: other activities, short words, words without a meaning."""

import json

import pytest

BODY = ("--sex", "f", "--age", "34", "--mass", "62kg", "--height", "168cm")
FILE = '[athlete]\nsex = "f"\nage = 34\nmass = "62 kg"\nheight = "168 cm"\nweekly_lifts = 4\n'


def planned(fuelcalc, *arguments):
    """The plan as JSON."""
    answer = fuelcalc("day", *arguments, "--no-menu", "--format", "json")
    assert answer.code == 0, answer.err
    return json.loads(answer.out)


def labels(plan):
    """What is trained."""
    return [session["label"] for session in plan["energy"]["sessions"]]


def test_takes_other_activities(fuelcalc):
    """F56: --other stands beside --run and --lift."""
    plan = planned(fuelcalc, *BODY, "--other", "60 min bike 18:00", "--run", "5 km easy 07:00")
    assert labels(plan) == ["5 km easy run", "60 min cycling"]


def test_keeps_other_activities_out_of_a_rest_day(fuelcalc):
    """A day cannot be both."""
    answer = fuelcalc("day", *BODY, "--rest", "--other", "60 min bike")
    assert answer.code == 2
    assert "a rest day has no --run, --lift or --other" in answer.err


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (("--deficit", "500"), '--balance "-300 kcal"'),
        (("--aim", "cut"), '--balance "-300 kcal"'),
        (("--aim", "bulk"), "build"),
        (("--diet", "keto"), "dislikes"),
        (("--creatine",), "caffeine"),
    ],
)
def test_answers_words_that_people_look_for(fuelcalc, option, words):
    """F59: one line, with what there is instead."""
    answer = fuelcalc("day", *BODY, *option)
    assert answer.code == 2
    assert answer.out == ""
    assert words in answer.err
    assert len(answer.err.splitlines()) == 1


def test_still_refuses_other_words(fuelcalc):
    """A word that nobody looks for is refused as before."""
    assert "'--aim'" in fuelcalc("day", *BODY, "--aim", "fly").err
    assert "--fly" in fuelcalc("day", *BODY, "--fly").err


def test_rests_on_a_dated_day_without_sessions(fuelcalc, tmp_path):
    """F70: the weekly lifts stand for an open day, not for a dated one among others."""
    file = tmp_path / "plan.toml"
    file.write_text(FILE + "[[days]]\ndate = 2026-11-24\n[[days]]\ndate = 2026-11-25\n")
    assert labels(planned(fuelcalc, str(file), "--date", "2026-11-25")) == []
    file.write_text(FILE + "[[days]]\ndate = 2026-11-24\n")
    assert labels(planned(fuelcalc, str(file))) != []


def test_refuses_a_plan_that_holds_nothing(fuelcalc, tmp_path):
    """F70: braces alone do not plan the example's day."""
    file = tmp_path / "plan.json"
    file.write_text("{}")
    answer = fuelcalc("day", str(file))
    assert answer.code == 2
    assert "the file holds nothing" in answer.err


def test_refuses_a_day_without_a_night(fuelcalc, tmp_path):
    """F70: also where the file says one half and the option the other."""
    file = tmp_path / "plan.toml"
    file.write_text(FILE + "[[days]]\nwake = 06:00:00\n")
    answer = fuelcalc("day", str(file), "--sleep", "06:00")
    assert answer.code == 2
    assert "a day has a night" in answer.err

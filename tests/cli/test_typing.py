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
        (("--fasting",), '--eating-window "09:00-19:00"'),
        (("--intermittent-fasting",), "ten hours or more"),
        (("--aim", "fasting"), '--eating-window "09:00-19:00"'),
        (("--carb-cycling",), "follows its training"),
        (("--zone-2",), '--run "zone 2 60 min"'),
        (("--zone2",), '--run "zone 2 60 min"'),
        (("--tdee",), "--explain"),
        (("--calories", "2000"), '--balance "-300 kcal"'),
        (("--diet", "paleo"), "--dislikes"),
        (("--aim", "shred"), '--balance "-300 kcal"'),
        (("--aim", "recomp"), "maintain"),
        (("--weight", "62kg"), "Did you mean '--mass'?"),
        (("--gender", "f"), "Did you mean '--sex'?"),
    ],
)
def test_answers_words_that_people_look_for(fuelcalc, option, words):
    """F59: one line, with what there is instead."""
    answer = fuelcalc("day", *BODY, *option)
    assert answer.code == 2
    assert answer.out == ""
    assert words in answer.err
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--balance", "-300 kcal"), ("--balance", "+300 kcal"), ("--aim", "maintain"),
        ("--aim", "build"), ("--eating-window", "09:00-19:00"), ("--run", "zone 2 60 min"),
        ("--dislikes", "tofu"), ("--avoid", "milk"), ("--meal-times", "7am, noon, 7pm"),
    ],
)  # fmt: skip
def test_takes_what_its_answers_name(fuelcalc, arguments):
    """F60: what stands in an answer is taken."""
    assert planned(fuelcalc, *BODY, *arguments)["targets"]


def test_names_no_option_that_a_command_does_not_have(fuelcalc):
    """Mass is no option of foods."""
    assert "--mass" not in fuelcalc("foods", "--weight", "3").err


def test_still_refuses_other_words(fuelcalc):
    """A word that nobody looks for is refused as before."""
    assert 'aim: "fly" is unknown' in fuelcalc("day", *BODY, "--aim", "fly").err
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


@pytest.mark.parametrize("columns", [40, 47, 69, 70, 79, 80, 200])
@pytest.mark.parametrize(
    "words",
    [
        ("foods", "oats"),
        ("foods", "--role", "fish", "--contains", "iron", "--contains", "zinc", "--limit", "40"),
        ("foods", "--contains", "vitamin d", "--limit", "5"),
        ("dishes", "--limit", "320"),
        ("dishes", "porridge", "--show"),
        ("foods", "--contains", "iron", "--most", "iron 0 mg", "--least", "protein 99 g"),
    ],
)
def test_lists_no_wider_than_the_screen(fuelcalc, monkeypatch, columns, words):
    """F62: foods and dishes keep to the width of the screen from 40 columns up, and to 80."""
    monkeypatch.setenv("COLUMNS", str(columns))
    answer = fuelcalc(*words)
    assert answer.code == 0, answer.err
    assert max(map(len, answer.out.splitlines())) <= min(columns, 80)


OWN = """
[[foods]]
name = "Fibre and prawn bar"
role = "snack"
per = "60 g"
energy = "210 kcal"
protein = "20 g"
carbohydrate = "23 g"
fibre = "9 g"
fat = "8 g"
measure = "bar"
weighs = "60 g"
allergens = ["crustacean"]
diet = "pescatarian"

[[dishes]]
name = "Rocket and prawns my way"
meals = ["lunch", "dinner"]
minutes = 5
foods = ["Fibre and prawn bar 1-1-3", "rocket 1-1-2", "semi-skimmed milk 0.5-1-2"]
"""


def test_leaves_names_of_own_foods_as_they_were_typed(fuelcalc, tmp_path):
    """F61: US words are for our foods; an own food or dish is called what its owner calls it."""
    file = tmp_path / "own.toml"
    file.write_text(OWN)
    own = ("--foods", str(file), "--units", "us")
    assert "Fibre and prawn bar" in fuelcalc("foods", "fibre and prawn", *own).out
    page = fuelcalc("dishes", "rocket and prawns my way", *own).out
    assert page.startswith("Rocket and prawns my way\n")
    assert "1 bar Fibre and prawn bar" in page
    assert "arugula" in page
    assert "reduced-fat" in page


@pytest.mark.parametrize(
    ("option", "text", "same"),
    [
        ("--run", "LR 16 mi w/ 12 @ MP 8am", "4 mi long + 12 mi steady @ marathon pace 08:00"),
        ("--run", "half marathon in 1:45", "half marathon in 105 min easy"),
        ("--lift", "Squat 70kg x 5, 80kg x 5", "1x5 Squat 70 kg, 1x5 Squat 80 kg"),
        ("--other", "swim 1500m in 35 min", "35 min swimming"),
    ],
)
def test_explains_what_a_text_was_taken_for(fuelcalc, option, text, same):
    """The line that --explain prints reads as the same session, with the same figures."""
    who = (*BODY, "--recent-race", "10 km in 48:30", "--no-menu", "--explain", "--format", "json")
    plan = json.loads(fuelcalc("day", *who, option, text).out)
    (figure,) = [one for one in plan["trace"] if "sessions[0].net" in one["name"]]
    assert dict(figure["inputs"])["taken_for"] == f'"{same}"'
    again = json.loads(fuelcalc("day", *who, option, same).out)
    assert again["energy"] == plan["energy"]


def test_calls_a_run_by_what_is_long_or_hard_in_it(fuelcalc):
    """A long run with a part at marathon pace is a long run, and a raced part makes a race."""
    race = ("--recent-race", "10 km in 48:30")
    for text, name in (
        ("LR 16 mi w/ 12 @ MP", "16 mi long run"),
        ("15 min WU + 20 min tempo + 10 min CD", "tempo run"),
        ("2 km WU + 10 km race + 1 km CD", "13 km race"),
        ("GA 8 mi w/ 8 x 100m strides", "8 mi easy run"),
        ("2 km E + 6x800m rec 2 min + 2 km E", "intervals"),
        ("8 x 100m", "intervals"),
    ):
        page = fuelcalc("day", *BODY, *race, "--no-menu", "--run", text).out
        assert name in page, text

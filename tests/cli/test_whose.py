"""Whose files they are: guards act on all that a profile or a plan says, or nothing is shown."""

import json

import pytest
from fit_writer import activity, file_id, fit, session
from test_calendars import PLANNED, calendar
from test_fit import START

WOMAN = '[athlete]\nsex = "female"\nage = 24\nmass = "58 kg"\nheight = "168 cm"\n'
PERSON = ("--sex", "male", "--age", "30", "--mass", "70kg", "--height", "175cm", "--no-menu")


@pytest.fixture
def files(home):
    """The folder, with a run whose watch counted 868 kcal."""
    run = session(START, timer=3866, elapsed=4458, metres=12062, kcal=868, rpe=70)
    (home / "day.fit").write_bytes(fit(file_id(), run, activity(START, START)))
    return home


# Each says of somebody whose scale harms, and each has a slip.
SLIPS = [
    pytest.param(('conditions = ["eating-disorder"]\ndiet = "vegn"', "athlete.diet"), id="word"),
    pytest.param(('condition = ["eating-disorder"]', "athlete.condition"), id="key"),
    pytest.param(('conditions = ["pregnant"]\nmass = 58', "profile"), id="toml"),
    pytest.param(('conditions = ["eating-disorder"]\n[goals]', "goals"), id="table"),
    pytest.param(('conditions = ["eating-disorder"]\n[goal]\naim = "cut"', "goal.aim"), id="goal"),
]
ASKS = [
    ("import", "app.csv", "day.fit", "--format", "json"),
    ("import", "app.csv", "--log", "log.csv"),
    ("import", "empty.csv"),
    ("log", "58kg", "1900kcal", "--log", "log.csv"),
]


@pytest.mark.parametrize("ask", ASKS, ids=" ".join)
@pytest.mark.parametrize("slip", SLIPS)
def test_takes_nobody_for_somebody_else_by_a_slip(fuelcalc, files, profile, slip, ask):
    """What cannot be read of a profile may be what guards act on: it is refused by its line."""
    (files / "app.csv").write_text("date,weight (kg),kcal\n2026-11-24,58,1900\n", encoding="utf-8")
    (files / "empty.csv").write_text("date,weight (kg)\n2026-11-24,5.8\n", encoding="utf-8")
    line, where = slip
    profile(f"{WOMAN}{line}\n")
    answer = fuelcalc(*ask)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert answer.err.startswith("fuelcalc: ")
    assert where in answer.err
    assert "profile.toml" in answer.err
    assert "5.8" not in answer.err
    assert not (files / "log.csv").exists()


@pytest.mark.parametrize(
    ("athlete", "line"),
    [
        # Age, size and sex are what guards go by: who leaves them out is not passed over either.
        ('[athlete]\nconditions = ["eating-disorder"]\n', "athlete.sex: missing"),
        ('[athlet]\nconditions = ["eating-disorder"]\n', 'did you mean "athlete"?'),
        ('conditions = ["eating-disorder"]\n', "conditions: unknown key"),
        ("athlete = 3\n", "athlete"),
    ],
)
def test_takes_no_plan_with_a_fault_for_one_of_days(fuelcalc, files, athlete, line):
    """Only a file that says nothing of an athlete is anybody's."""
    (files / "app.csv").write_text("date,weight (kg)\n2026-11-24,58\n", encoding="utf-8")
    (files / "plan.toml").write_text(f"{athlete}\n[[days]]\ndate = 2026-11-26\n", encoding="utf-8")
    answer = fuelcalc("import", "app.csv", "--into", "plan.toml", "--log", "log.csv")
    assert (answer.code, answer.out) == (2, "")
    assert line in answer.err
    assert not (files / "log.csv").exists()


@pytest.mark.parametrize("who", ["a plan shows none", "no equation reaches"])
def test_asks_guards_before_an_equation_is_out_of_its_range(fuelcalc, files, profile, who):
    """An equation that does not reach so far takes no guard away."""
    # De Lorenzo 1999 was fitted on men.
    line = 'resting_equation = "de-lorenzo"\n' if who == "no equation reaches" else ""
    (files / "app.csv").write_text(
        "date,weight (kg),kcal\n2026-11-23,58,1900\n2026-11-24,5.8,1900\n2026-11-22,98,1900\n"
        "2026-11-20,58,100\n2026-11-21,57,1900\n",
        encoding="utf-8",
    )
    profile(f'{WOMAN}conditions = ["eating-disorder"]\n{line}')
    answer = fuelcalc("import", "app.csv", "day.fit", "--format", "json")
    tree = json.loads(answer.out)
    assert (answer.code, tree["log"], tree["refused"]) == (0, [], [])
    assert (tree["sessions"][0]["device_kcal"], tree["sessions"][0]["counted"]) == (None, None)
    profile(f"{WOMAN}{line}")
    tree = json.loads(fuelcalc("import", "app.csv", "day.fit", "--format", "json").out)
    assert len(tree["refused"]) == 3
    assert (tree["sessions"][0]["counted"] is None) == bool(line)


def test_goes_by_the_age_of_today(fuelcalc, files, profile):
    """Sixteen today counts, though a calendar has a session two years on; 13 is not planned for."""
    late = calendar(PLANNED.replace("20261128", "20281128"))
    (files / "late.ics").write_text(late, encoding="utf-8")
    (files / "app.csv").write_text("date,weight (kg)\n2026-11-24,58\n", encoding="utf-8")
    ask = ("import", "late.ics", "app.csv", "--format", "json")
    profile(WOMAN.replace("age = 24", "birth_date = 2010-05-01"))
    assert json.loads(fuelcalc(*ask).out)["log"] == []
    profile(WOMAN.replace("age = 24", "birth_date = 1996-05-01"))
    assert len(json.loads(fuelcalc(*ask).out)["log"]) == 1
    profile(WOMAN.replace("age = 24", "birth_date = 2013-05-01"))
    answer = fuelcalc(*ask)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)


def test_says_no_mass_beside_the_day_of_a_recording(fuelcalc, files):
    """The lines beside a day are of sessions: what a scale says is no matter of it."""
    (files / "app.csv").write_text("date,weight (kg)\n2026-11-24,5.8\n", encoding="utf-8")
    answer = fuelcalc("day", "--from", "day.fit", "--from", "app.csv", *PERSON)
    assert (answer.code, "5.8" in answer.err) == (0, False)


@pytest.mark.parametrize(("kg", "is_shown"), [(58, True), (44, False)])
def test_shows_no_log_whose_own_mass_is_too_low(fuelcalc, files, profile, kg, is_shown):
    """44 kg at 168 cm are a BMI of 15.6: not read back, nor what was refused beside it."""
    rows = "".join(f"2026-11-{day},{kg}\n" for day in (20, 21, 22))
    (files / "app.csv").write_text(f"date,weight (kg)\n{rows}2026-11-23,98\n", encoding="utf-8")
    profile(WOMAN.replace("58 kg", "50 kg"))
    tree = json.loads(fuelcalc("import", "app.csv", "--format", "json").out)
    assert (bool(tree["log"]), bool(tree["refused"])) == (is_shown, is_shown)
    (files / "plan.toml").write_text(WOMAN.replace("58 kg", "50 kg"), encoding="utf-8")
    answer = fuelcalc("learn", "plan.toml", "--log", "app.csv")
    assert ("98" in answer.err, "keeps no log" in answer.err) == (is_shown, not is_shown)


def test_reads_no_log_to_whom_it_would_harm(fuelcalc, files):
    """Before an export is read for learning, guards speak: no line of it is shown."""
    (files / "app.csv").write_text(
        "date,weight (kg)\n2026-11-24,98\n2026-11-23,62\n2026-11-22,62\n", encoding="utf-8"
    )
    (files / "plan.toml").write_text(f'{WOMAN}conditions = ["eating-disorder"]\n', encoding="utf-8")
    answer = fuelcalc("learn", "plan.toml", "--log", "app.csv")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "98" not in answer.err

"""`fuelcalc log`: a morning and a day of eating, written down."""

import pytest

WOMAN = '[athlete]\nsex = "female"\nage = 34\nmass = "62 kg"\nheight = "168 cm"\n'


def written(home):
    """The log beside the profile."""
    return (home / "config" / "fuelcalc" / "log.csv").read_text(encoding="utf-8-sig")


def test_has_help_with_examples_that_work(fuelcalc):
    """What the help shows can be typed."""
    text = fuelcalc("log", "--help").out
    lines = text[text.index("Examples:") :].splitlines()[1:]
    for line in lines:
        answer = fuelcalc(*line.split()[1:])
        assert answer.code == 0, answer.err


def test_writes_today(fuelcalc, home):
    """Mass and intake stand in one row, with today's date, in units that need no word."""
    answer = fuelcalc("log", "71.4kg", "2650kcal")
    assert answer.code == 0
    assert "It holds 1 morning and 1 day of eating." in answer.out
    assert written(home) == ("date,mass_kg,intake_kcal,source,mask,note\n2026-11-26,71.4,2650,,,\n")


def test_joins_morning_and_evening(fuelcalc, home):
    """Either may come first, in units of one's own."""
    assert fuelcalc("log", "11088kJ", "--source", "weighed").code == 0
    assert fuelcalc("log", "157.4 lb", "--note", "new scale").code == 0
    assert fuelcalc("log", "11 st 2 lb", "--date", "2026-11-25").code == 0
    rows = written(home).splitlines()[1:]
    assert rows[0].startswith("2026-11-25,70.76040")
    assert rows[1].startswith("2026-11-26,71.39")
    assert rows[1].endswith(",weighed,,new scale")


def test_asks_before_it_replaces(fuelcalc, home):
    """Another figure for the same morning is refused until it is meant."""
    fuelcalc("log", "71.4kg")
    before = written(home)
    answer = fuelcalc("log", "72.4kg")
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert "has 71.4 kg already; say --replace" in answer.err
    assert written(home) == before
    assert fuelcalc("log", "72.4kg", "--replace").code == 0
    assert "72.4" in written(home)


def test_writes_into_a_file_of_ones_own(fuelcalc, home):
    """With --log nothing stands beside the profile."""
    assert fuelcalc("log", "71.4kg", "--log", "mine.csv").code == 0
    assert "71.4" in (home / "mine.csv").read_text(encoding="utf-8-sig")
    assert not (home / "config" / "fuelcalc" / "log.csv").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "there is nothing to write down; write 71.4kg, 2650kcal or both"),
        (["71.4"], "71.4"),
        (["71.4kg", "72kg"], "there are two of mass"),
        (["71.4kg", "--date", "2026-11-27"], "2026-11-27 is still to come; write what was"),
        (["7kg"], "mass"),
        (["71.4kg", "--date", "yesterday"], "is not a date"),
        (["71.4kg", "--mask", "flu"], "flu"),
    ],
)
def test_refuses_in_one_line(fuelcalc, home, words, said):
    """A wrong word is one line and exit code 2, and nothing is written."""
    answer = fuelcalc("log", *words)
    assert (answer.code, answer.err.count("\n"), answer.out) == (2, 1, "")
    assert said in answer.err
    assert not (home / "config").exists()


@pytest.mark.parametrize(
    "line", ['conditions = ["eating-disorder"]', 'conditions = ["pregnant"]', "age = 16"]
)
def test_is_refused_where_a_scale_harms(fuelcalc, home, profile, line):
    """No log is kept, nothing is written, and the line blames nobody."""
    text = WOMAN.replace("age = 34", line) if line.startswith("age") else WOMAN + line + "\n"
    profile(text)
    answer = fuelcalc("log", "71.4kg", "2650kcal")
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert "keeps no log of mass and eating" in answer.err
    assert not (home / "config" / "fuelcalc" / "log.csv").exists()


def test_works_beside_a_profile(fuelcalc, home, profile):
    """Who has a profile and no reason against it writes as anybody."""
    profile(WOMAN)
    assert fuelcalc("log", "62kg").code == 0
    assert "2026-11-26,62," in written(home)

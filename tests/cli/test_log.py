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
        (["71.4"], 'log: "71.4" has no unit; write 71.4kg or 71.4lb'),
        (["2 650"], 'log: "2 650" has no unit; write 2650kcal or 2650kJ'),
        (["7"], "write 71.4kg or 157lb, 2650kcal or 11088kJ"),
        (["7.1.4"], "has no unit; write 71.4kg or 157lb, 2650kcal or 11088kJ"),
        (["71.4kg", "72kg"], "are two of one day; write the first of the morning"),
        (["900kcal", "800kcal"], "write what the day came to in all"),
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
    assert len(answer.err) <= 200
    assert "keeps no log of mass and eating" in answer.err
    assert not (home / "config" / "fuelcalc" / "log.csv").exists()


KEPT = "date,mass_kg,intake_kcal\n2026-11-23,71,2600\n2026-11-24,71,2600\n2026-11-25,71.2,2500\n"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("140kg", "is far from the usual 71.0 kg; write 140lb if that was meant, or say --sure"),
        ("45 kg", "is far from the usual 71.0 kg; correct it, or say --sure"),
        ("300kg", "is far from the usual 71.0 kg; correct it, or say --sure"),
        ("71lb", "is far from the usual 71.0 kg; write 71kg if that was meant, or say --sure"),
        ("345lb", "is far from the usual 71.0 kg; correct it, or say --sure"),
        ("22 stone 6 lb", "is far from the usual 71.0 kg; write 22lb"),
        (
            "9kcal",
            "is under 200 kcal; write a mass with kg or lb, leave a part of a day out, or say",
        ),
        ("71.4kcal", "is under 200 kcal; write a mass with kg or lb"),
        ("10 900 kcal", "far from the usual 2,600 kcal; write 10900kJ if that was meant, or say"),
        ("15000kcal", "is over 10,000 kcal; write 15000kJ if that was meant, or say --sure"),
        ("80000kJ", "is over 10,000 kcal; correct it, or say --sure"),
    ],
)
def test_asks_about_what_can_hardly_be_meant(fuelcalc, home, typed, said):
    """Nothing is written until whoever means it says so, and then it is."""
    (home / "mine.csv").write_text(KEPT, encoding="utf-8")
    answer = fuelcalc("log", typed, "--log", "mine.csv")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert said in answer.err
    assert (home / "mine.csv").read_text(encoding="utf-8") == KEPT
    assert fuelcalc("log", typed, "--log", "mine.csv", "--sure").code == 0
    assert (home / "mine.csv").read_text(encoding="utf-8").startswith(KEPT + "2026-11-26,")


def test_asks_in_the_readers_units(fuelcalc, profile):
    """The profile's mass is what is usual where no log says, in pounds for who reads pounds."""
    profile(f'{WOMAN}units = "us"\nenergy_unit = "kJ"\n')
    said = fuelcalc("log", "130kg", "100kJ").err
    assert "is far from the usual 136.7 lb; write 130lb if that was meant, or say --sure" in said
    # 837 kJ, as kilojoules are printed.
    assert "is under 850 kJ" in said
    assert said.count("\n") == 2


def test_sure_is_no_answer_to_a_guard(fuelcalc, home, profile):
    """Who keeps no log here keeps none by any word."""
    profile(WOMAN + 'conditions = ["eating-disorder"]\n')
    answer = fuelcalc("log", "62kg", "--sure", "--replace", "--log", "mine.csv")
    assert (answer.code, "keeps no log" in answer.err) == (2, True)
    profile(WOMAN)
    assert "at a BMI under 16" in fuelcalc("log", "40kg", "--sure", "--log", "mine.csv").err
    assert not (home / "mine.csv").exists()


@pytest.mark.parametrize(
    "typed",
    [
        ("71.4", "kg", "2650", "kcal"),
        ("11", "st", "3", "lb", "2650kcal"),
        ("11st", "3lb"),
        ("71,4kg",),
    ],
)
def test_joins_a_number_and_its_unit(fuelcalc, home, typed):
    """A blank between the two is no mistake."""
    assert fuelcalc("log", *typed, "--log", "mine.csv").code == 0
    row = (home / "mine.csv").read_text(encoding="utf-8-sig").splitlines()[1]
    assert row.split(",")[1].startswith("71.")
    assert (row.split(",")[2] == "2650") == (len(typed) > 2)


def test_works_beside_a_profile(fuelcalc, home, profile):
    """Who has a profile and no reason against it writes as anybody."""
    profile(WOMAN)
    assert fuelcalc("log", "62kg").code == 0
    assert "2026-11-26,62," in written(home)


def test_acts_on_the_mass_that_is_logged(fuelcalc, home, profile):
    """44 kg at 168 cm are a BMI of 15.6: refused though the profile has 62, and nothing written."""
    profile(WOMAN)
    answer = fuelcalc("log", "44kg")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "at a BMI under 16 (by the last week of this log), learns nothing" in answer.err
    assert not (home / "config" / "fuelcalc" / "log.csv").exists()
    # One such morning after others, whose median is not: the newest counts by itself.
    for day in range(20, 25):
        assert fuelcalc("log", "55kg", "--date", f"2026-11-{day}").code == 0
    assert "at a BMI under 16 (by this mass)" in fuelcalc("log", "44kg").err
    # What was so before says nothing of now.
    assert fuelcalc("log", "44kg", "--date", "2026-10-01").code == 0


def test_keeps_no_eating_either_once_the_log_is_low(fuelcalc, home, profile):
    """A log that holds such a mass takes no intake."""
    (home / "low.csv").write_text("date,mass_kg\n2026-11-24,44\n", encoding="utf-8")
    profile(WOMAN)
    answer = fuelcalc("log", "1800kcal", "--log", "low.csv")
    assert (answer.code, answer.out) == (2, "")
    assert "keeps no log of mass and eating" in answer.err
    assert "1800" not in (home / "low.csv").read_text(encoding="utf-8-sig")


# A BMI of 20 at 168 cm is 56.4 kg, and 18.5 is 52.2.
@pytest.mark.parametrize(("words", "is_said"), [("57kg", False), ("56kg", True), ("51kg", True)])
def test_says_that_plans_go_by_the_profiles_mass(fuelcalc, profile, words, is_said):
    """Where guards would hold by the log's mass and do not by the profile's, one sentence says."""
    profile(WOMAN)
    out = fuelcalc("log", words).out
    assert ("Put it into the plan or profile, since plans go by the mass there." in out) == is_said
    assert "BMI" not in out


def test_says_it_once_only_while_it_is_new(fuelcalc, profile):
    """A profile that has such a mass already needs no word; its own guards hold."""
    profile(WOMAN.replace("62 kg", "51 kg"))
    assert "Put it into the plan" not in fuelcalc("log", "51kg").out


def test_says_it_in_the_readers_units(fuelcalc, profile):
    """Pounds for who reads pounds."""
    profile(WOMAN + 'units = "us"\n')
    assert "By 121.3 lb, which" in fuelcalc("log", "55kg").out


def test_keeps_what_is_ones_own_in_a_file(fuelcalc, home):
    """Comments and columns of other names are there after a day is written, to the letter."""
    own = "# my mornings\ndate;steps;mass_kg;intake_kcal\n2026-11-25;9000;71,4;2.650\n"
    (home / "mine.csv").write_text(own, encoding="utf-8")
    assert fuelcalc("log", "71.2kg", "2'480 kcal", "--log", "mine.csv").code == 0
    after = (home / "mine.csv").read_text(encoding="utf-8-sig")
    assert after == f"{own}2026-11-26;;71,2;2480\n"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["without-a-mark", "with-one"])
@pytest.mark.parametrize(
    "own",
    [
        b"date,mass_kg,intake_kcal,source,mask,note\r\n2026-11-25,71.4,,,,\r\n",
        b"date,mass_kg\n2026-11-25,71.4",
        b'"date","mass_kg","mine"\n# cut\n"2026-11-25","71.4","#1"\n',
    ],
    ids=["windows", "no-last-end", "quoted"],
)
@pytest.mark.parametrize("how", ["log", "import"])
def test_leaves_every_byte_of_a_file_that_is_there(fuelcalc, home, mark, own, how):
    """Another row stands there, and nothing else is changed: no end of a line, no first mark."""
    (home / "mine.csv").write_bytes(mark + own)
    (home / "app.csv").write_text("date,weight (kg)\n2026-11-26,71.5\n", encoding="utf-8")
    ask = {"log": ("71.5kg",), "import": ("app.csv",)}[how]
    assert fuelcalc(how, *ask, "--log", "mine.csv").code == 0
    after = (home / "mine.csv").read_bytes()
    assert after.startswith(mark + own)
    assert after.removeprefix(mark + own).strip().startswith(b"2026-11-26,71.5")
    assert after.endswith(b"\n") == own.endswith(b"\n")
    assert after.count(b"\r\n") == (after.count(b"\n") if b"\r\n" in own else 0)


def test_renews_the_row_of_its_day_alone(fuelcalc, home):
    """The own row of a day is renewed, and cells that nothing was said of keep their quotes."""
    (home / "mine.csv").write_bytes(
        b'date,mine,mass_kg\n2026-11-26,"#1, a",71.5\n2026-11-25,"x",70'
    )
    assert fuelcalc("log", "71.9kg", "--replace", "--log", "mine.csv").code == 0
    assert (home / "mine.csv").read_bytes() == (
        b'date,mine,mass_kg\n2026-11-26,"#1, a",71.9\n2026-11-25,"x",70'
    )


def test_asks_what_thousands_were_meant(fuelcalc, home):
    """2.651kcal is no day's food: nothing is written until it is clear."""
    answer = fuelcalc("log", "2.651kcal", "--log", "mine.csv")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert '"2.651kcal" can mean 2651 or 2.651; write 2651 kcal or 2.651 kcal' in answer.err
    assert not (home / "mine.csv").exists()

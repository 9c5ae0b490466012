"""Every wrong input ends with exit code 2, one line on standard error, and nothing else."""

import json
import tomllib

import pytest

BODY = ["--sex", "female", "--age", "34", "--mass", "62kg", "--height", "168cm"]
START = '[athlete]\nsex = "female"\nage = 34\nmass = "62 kg"\nheight = "168 cm"\n'


def _body(**changes):
    values = {"sex": "female", "age": "34", "mass": "62kg", "height": "168cm", **changes}
    return [part for key, value in values.items() for part in (f"--{key}", value)]


OPTIONS = {
    "wrong unit": (_body(mass="62 cm"), "70 kg"),
    "unknown unit": (_body(mass="62 kgg"), "kg"),
    "bare number": (_body(mass="62"), "no unit"),
    "negative": (_body(mass="-62kg"), "30"),
    "nan": (_body(mass="nan kg"), "mass"),
    "infinity": (_body(mass="inf kg"), "mass"),
    "age nan": (_body(age="nan"), "age"),
    "age 300": (_body(age="300"), "90"),
    "age 13": (_body(age="13"), "14"),
    "body fat 150 %": ([*BODY, "--body-fat", "150%"], "60"),
    "unknown word": (_body(sex="femal"), "female"),
    "a word of a few": (
        [*BODY, "--variety", "hihg"],
        'did you mean "high"? choose one of: low, usual, high',
    ),
    "a word that begins several": ([*BODY, "--conditions", "diabetes"], "diabetes-insulin, "),
    "an allergen as a way of eating": ([*BODY, "--restrictions", "nut-free"], 'avoid = ["nut"]'),
    "an empty allergen": ([*BODY, "--avoid", ""], "empty"),
    "early without an earlier wake": (
        [*BODY, "--run", "10 km easy 05:00", "--wake", "06:00"],
        "before waking",
    ),
    "unknown allergen": ([*BODY, "--avoid", "peenut"], "peanut"),
    "unknown condition": ([*BODY, "--conditions", "pregnent"], "pregnant"),
    "three that disagree": ([*BODY, "--run", "10km @ 5:00/km in 60:00"], "pace"),
    "overlap": (
        [*BODY, "--run", "10km easy 06:30", "--lift", "60min heavy lower 07:00"],
        "overlaps",
    ),
    "after sleep": ([*BODY, "--run", "10km easy 22:00", "--sleep", "22:30"], "after sleep"),
    "too steep": ([*BODY, "--run", "1km easy 07:00 +400m"], "45 %"),
    "unsafe deficit": ([*BODY, "--balance", "-900 kcal"], "largest deficit"),
    "rest with a run": ([*BODY, "--rest", "--run", "5km 07:00"], "rest"),
    "bad date": ([*BODY, "--date", "someday"], "2026-11-26"),
    "unknown option": (["--colour"], "--colour"),
    "unknown format": (["--format", "docx"], "docx"),
    "no such file": (["nowhere.toml"], "nowhere.toml"),
    "a folder": (["."], "cannot be read"),
    "fitted elsewhere": ([*BODY, "--resting-equation", "de-lorenzo"], "fitted"),
}


# What the library of the command line words itself, and what is to be done about each.
WORDED = {
    "no whole number": (["day", "--seed", "x"], "integer; write a whole number, such as 2"),
    "out of a range": (["snack", "--count", "99"], "1<=x<=20; write a whole number, 1 to 20"),
    "under a least": (["foods", "--limit", "0"], "x>=1; write a whole number, 1 or more"),
    "no number": (["shopping", "--people", "x"], "float; write a number, such as 2"),
    "no such command": (["dya"], "fuelcalc --help shows what there is"),
    "one too many": (["init", "x"], "(x); fuelcalc init --help shows what there is"),
    "one too few": (["batch", "x.csv"], "'OUT'; fuelcalc batch --help shows what there is"),
    "a negative time": (["dishes", "--minutes", "-1"], "minutes: -1 is below 0; write 20"),
    "no such dish": (["dishes", "gravel"], "or made of it; fuelcalc dishes lists them"),
    "two of a kind": (["snack", "--during", "--after"], "exclude each other; keep one"),
}


@pytest.mark.parametrize("name", WORDED)
def test_says_what_to_write_instead(fuelcalc, name):
    """Whoever words it, a mistake ends in what to do."""
    options, line = WORDED[name]
    answer = fuelcalc(*options)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert answer.err.endswith(f"{line}\n")


@pytest.mark.parametrize("name", OPTIONS)
def test_answers_wrong_options_in_one_line(fuelcalc, name):
    """The line says what is wrong and what to write."""
    options, word = OPTIONS[name]
    answer = fuelcalc("day", *options)
    assert answer.code == 2, answer
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert answer.err.startswith("fuelcalc: ")
    assert word in answer.err


FILES = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t\n", "empty"),
    "binary": (bytes(range(256)) * 8, "not a text file"),
    "ten megabytes": (b"#" * 10_000_000, "over 1,000,000"),
    "not toml": (b"athlete = [", "not a plan file"),
    "a list": (b"[1, 2]", "not a plan file"),
    "json nan": (b'{"athlete": {"age": NaN}}', "NaN"),
    "toml nan": (START.replace("34", "nan").encode(), "age"),
    "toml inf": (START.replace("34", "inf").encode(), "age"),
    "unknown key": ((START + 'wieght = "62 kg"\n').encode(), "unknown key"),
    "near key": ((START + 'body_fet = "22 %"\n').encode(), "body_fat"),
    "given twice": ((START + "mass_kg = 62.0\n").encode(), "twice"),
    "no athlete": (b'[goal]\naim = "build"\n', "athlete"),
    "a number for text": (START.replace('"62 kg"', "62").encode(), "no unit"),
}


@pytest.mark.parametrize("name", FILES)
def test_answers_wrong_files_in_one_line(fuelcalc, tmp_path, name):
    """Neither an empty, a binary nor a huge file ends in a traceback."""
    content, word = FILES[name]
    file = tmp_path / "plan.toml"
    file.write_bytes(content)
    answer = fuelcalc("day", str(file))
    assert answer.code == 2, answer
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert word in answer.err


@pytest.mark.parametrize(
    ("run", "word", "place"),
    [("10 km esy @ 5:40/km", "easy", "esy"), ("10 kmm easy", "km", "10 kmm")],
)
def test_points_at_the_place_in_session_text(fuelcalc, monkeypatch, run, word, place):
    """A mistake in a session is one line, and on a screen the text and a caret stand below it."""
    answer = fuelcalc("day", *BODY, "--run", run)
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert word in answer.err
    monkeypatch.setattr("fuelcalc.cli.is_on_a_screen", lambda: True)
    first, text, caret = fuelcalc("day", *BODY, "--run", run).err.rstrip("\n").split("\n")
    assert f"{first}\n" == answer.err
    assert text.index(place) <= caret.index("^") < text.index(place) + len(place)


def test_wants_more_than_a_pace(fuelcalc):
    """A pace alone is an error that asks for a distance or a duration."""
    answer = fuelcalc("day", *BODY, "--run", "@ 5:00/km")
    assert answer.code == 2
    assert "distance or a duration" in answer.err


SEVERAL = {
    "two": (
        START.replace("sex", "sax") + '[goal]\naim = "biuld"\n',
        "athlete.sax: ", "goal.aim: ",
    ),
    "four": (
        START.replace("62 kg", "62 cm").replace("34", "300")
        + 'diet = "vegn"\nhieght = 3\n[goal]\nbalance = "9000 kcal"\n',
        "athlete.age: 300 is outside 14 to 90; check it",
        "athlete.mass: ", "athlete.diet: ", "athlete.hieght: ", "goal.balance: ",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SEVERAL)
@pytest.mark.parametrize("form", ["toml", "json"])
def test_lists_the_mistakes_of_a_file(fuelcalc, tmp_path, name, form):
    """Each wrong key has its line, in the order of the file; nothing is planned."""
    text, *places = SEVERAL[name]
    file = tmp_path / f"plan.{form}"
    file.write_text(text if form == "toml" else json.dumps(tomllib.loads(text)), encoding="utf-8")
    answer = fuelcalc("day", str(file), "--out", "day.pdf")
    assert (answer.code, answer.out) == (2, "")
    lines = answer.err.splitlines()
    assert len(lines) == len(places)
    for line, place in zip(lines, places, strict=True):
        assert line.startswith(f"fuelcalc: {place}")
    assert not (tmp_path / "day.pdf").exists()


def test_lists_the_mistakes_of_options(fuelcalc):
    """Options lie over the file, and their mistakes are told alike."""
    answer = fuelcalc("day", *_body(mass="62 cm", height="168 kg"))
    assert answer.code == 2
    assert [line.split(": ")[1] for line in answer.err.splitlines()] == [
        "athlete.mass", "athlete.height",
    ]  # fmt: skip


def test_ends_where_nobody_reads_on(fuelcalc, tmp_path):
    """A hundred lines are told, and how many more there are."""
    file = tmp_path / "plan.toml"
    file.write_text(START + "".join(f"strange_{n} = 1\n" for n in range(150)), encoding="utf-8")
    lines = fuelcalc("day", str(file)).err.splitlines()
    assert len(lines) == 101
    assert lines[-1] == "fuelcalc: and 50 more mistakes"

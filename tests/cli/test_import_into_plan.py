"""`fuelcalc import --into`: sessions into a plan, whole or not at all."""

import json

import pytest
from some_files import PLAN, WOMAN
from test_calendars import PLANNED, calendar


@pytest.mark.usefixtures("files")
def test_says_each_fault_of_a_plan_in_a_line_and_leaves_it(fuelcalc, home):
    """Nothing goes into a plan that cannot be planned, not even beside the fault."""
    bad = PLAN.replace("age = 34", "age = 340").replace('"62 kg"', '"62 kugs"')
    bad = bad.replace("60min heavy", "60min heavvy")
    (home / "plan.toml").write_text(bad, encoding="utf-8")
    answer = fuelcalc("import", "run.gpx", "--into", "plan.toml")
    assert (answer.code, answer.out) == (2, "")
    assert [line.split(":")[1].strip() for line in answer.err.splitlines()] == [
        "athlete.age", "athlete.mass", "days[1].lifts[1]",
    ]  # fmt: skip
    assert (home / "plan.toml").read_text(encoding="utf-8") == bad


def test_leaves_a_plan_whose_day_would_not_be_planned(fuelcalc, home):
    """A session at the hour of another is said with its day, and nothing is written."""
    text = '[[days]]\ndate = 2026-12-03\nlifts = ["60 min heavy lower 18:00"]\n'
    (home / "plan.toml").write_text(text, encoding="utf-8")
    event = "UID:club\nDTSTART:20261203T180000\nDTEND:20261203T190000\nSUMMARY:Club: 6x800m"
    (home / "club.ics").write_text(calendar(event), encoding="utf-8")
    answer = fuelcalc("import", "club.ics", "--into", "plan.toml")
    assert answer.code == 2
    assert "plan.toml would not be planned on 2026-12-03: start: the 60 min heavy" in answer.err
    assert "move one" in answer.err
    assert (home / "plan.toml").read_text(encoding="utf-8") == text
    moved = text.replace("18:00", "07:00")
    (home / "plan.toml").write_text(moved, encoding="utf-8")
    assert fuelcalc("import", "club.ics", "--into", "plan.toml").code == 0
    assert "event " in (home / "plan.toml").read_text(encoding="utf-8")


def test_says_that_a_plan_took_nothing(fuelcalc, home):
    """A session that no plan can hold does not stand there already."""
    (home / "plan.toml").write_text(PLAN, encoding="utf-8")
    row = "UID:row\nDTSTART:20261203\nSUMMARY:Rowing 5 km"
    (home / "row.ics").write_text(calendar(row), encoding="utf-8")
    answer = fuelcalc("import", "row.ics", "--into", "plan.toml")
    assert "Nothing is new; what was left out stands under Refused." in answer.out
    assert "Everything stands there already." not in answer.out
    assert (home / "plan.toml").read_text(encoding="utf-8") == PLAN


def test_plans_a_day_of_rest_once_it_stands_in_the_plan(fuelcalc, home):
    """As the page on imports says: tomorrow is planned where a session or a date stands on it."""
    (home / "plan.toml").write_text(PLAN, encoding="utf-8")
    event = "UID:club\nDTSTART:20261203T180000\nSUMMARY:Run 8 km"
    (home / "club.ics").write_text(calendar(event), encoding="utf-8")
    assert fuelcalc("import", "club.ics", "--into", "plan.toml").code == 0
    ask = ("day", "plan.toml", "--no-menu", "--date")
    assert fuelcalc(*ask, "2026-12-03").code == 0
    assert "the plan has no 2026-12-04" in fuelcalc(*ask, "2026-12-04").err
    with (home / "plan.toml").open("a", encoding="utf-8") as file:
        file.write("\n[[days]]\ndate = 2026-12-04\n")
    assert fuelcalc(*ask, "2026-12-04").code == 0


@pytest.mark.usefixtures("files")
def test_takes_a_plan_of_days_alone(fuelcalc, home, profile):
    """Whose they are the profile says, or nobody yet."""
    (home / "plan.toml").write_text("[[days]]\ndate = 2026-11-19\n", encoding="utf-8")
    assert fuelcalc("import", "run.gpx", "--into", "plan.toml", "--dry-run").code == 0
    profile('[athlete]\nsex = "male"\nage = 30\nmass = "70 kg"\nheight = "175 cm"\n')
    (home / "plan.toml").write_text('[athlete]\nmass = "71 kg"\n', encoding="utf-8")
    assert fuelcalc("import", "run.gpx", "--into", "plan.toml").code == 0


@pytest.mark.usefixtures("files")
def test_puts_sessions_into_a_plan_whole_or_not_at_all(fuelcalc, home):
    """A dry run shows the change and writes nothing; the run writes it; again changes nothing."""
    plan = home / "plan.toml"
    plan.write_text(PLAN, encoding="utf-8")
    ask = ("import", "run.gpx", "day.fit", "--into", "plan.toml")
    tried = fuelcalc(*ask, "--dry-run")
    assert "Nothing is written to plan.toml (--dry-run)." in tried.out
    assert "  2026-11-20 07:00 run from run.gpx: added" in tried.out
    assert plan.read_text(encoding="utf-8") == PLAN
    assert fuelcalc(*ask).code == 0
    text = plan.read_text(encoding="utf-8")
    assert text.startswith(PLAN)
    assert "Everything stands there already." in fuelcalc(*ask).out
    assert plan.read_text(encoding="utf-8") == text
    planned = fuelcalc("day", "plan.toml", "--date", "2026-11-20", "--no-menu")
    assert "5 km easy run, 07:00" in planned.out
    plan.write_bytes(b"\xff\xfe\x00")
    assert fuelcalc(*ask).err.startswith("fuelcalc: plan.toml: not a text file")


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("options", "line"),
    [
        (
            ("--dry-run",),
            "fuelcalc: dry-run: says nothing without --into or --log; add --into PLAN",
        ),
        (("--into", "none.toml"), "fuelcalc: none.toml: cannot be read"),
        (("--since", "soon"), 'fuelcalc: since: "soon" is not a date'),
    ],
)
def test_refuses_options_that_say_nothing(fuelcalc, options, line):
    """Each is exit code 2 and a line."""
    answer = fuelcalc("import", "run.gpx", *options)
    assert answer.code == 2
    assert answer.err.startswith(line)


@pytest.mark.parametrize("read", ["act.json", ".", "run.gpx --into act.json"])
def test_writes_over_nothing_that_it_reads(fuelcalc, files, read):
    """A file that is read, by its name, in its folder or as the plan, is never written over."""
    act = files / "act.json"
    act.write_text(PLAN, encoding="utf-8")
    answer = fuelcalc("import", *read.split(), "-o", "act.json")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("fuelcalc: out: act.json is read")
    assert act.read_text(encoding="utf-8") == PLAN


@pytest.mark.usefixtures("files")
def test_makes_a_plan_for_whoever_has_a_profile(fuelcalc, home, profile):
    """The days stand in the new file, who eats stays in the profile, and tomorrow is planned."""
    (home / "plan.ics").write_text(calendar(PLANNED), encoding="utf-8")
    ask = ("import", "run.gpx", "plan.ics", "--into", "new.toml")
    profile(WOMAN)
    assert "new.toml is new; who eats" in fuelcalc(*ask, "--dry-run").out
    assert not (home / "new.toml").exists()
    assert "new.toml is new; who eats stands in your profile." in fuelcalc(*ask).out
    text = (home / "new.toml").read_text(encoding="utf-8")
    assert text.startswith("[[days]]\n")
    assert "[athlete]" not in text
    assert "Everything stands there already." in fuelcalc(*ask).out
    tree = json.loads(
        fuelcalc("day", "new.toml", "--date", "2026-11-20", "--no-menu", "--format", "json").out
    )
    assert (tree["athlete"]["mass_kg"], tree["energy"]["sessions"][0]["kind"]) == (58.0, "run")


@pytest.mark.usefixtures("scale")
def test_makes_no_plan_of_nothing(fuelcalc, home, profile):
    """Files without a session make no file."""
    profile(WOMAN)
    assert (
        "No session is in these files."
        in fuelcalc("import", "weight.csv", "--into", "new.toml").out
    )
    assert not (home / "new.toml").exists()


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["without-a-mark", "with-one"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["unix", "windows"])
def test_keeps_the_ends_of_a_plan(fuelcalc, home, mark, end):
    """What is added ends its lines as the others do, and the file begins as it did."""
    before = mark + PLAN.encode().replace(b"\n", end)
    (home / "plan.toml").write_bytes(before)
    assert fuelcalc("import", "run.gpx", "--into", "plan.toml").code == 0
    after = (home / "plan.toml").read_bytes()
    assert after.startswith(before[:-10])
    assert after.count(b"\r\n") == (after.count(b"\n") if end == b"\r\n" else 0)

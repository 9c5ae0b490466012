"""`fuelcalc import --log`: readings of a scale into a log, and what is learned from files."""

import json
import zipfile

import pytest
from activity_files import FILES
from some_files import PLAN, WITHINGS, WOMAN


@pytest.mark.parametrize(("line", "n_days"), [("", 1), ('conditions = ["eating-disorder"]', 0)])
def test_shows_no_log_to_whom_a_scale_harms(fuelcalc, home, profile, line, n_days):
    """Body mass and intake of a file are not read back to who keeps no log here."""
    (home / "app.csv").write_text("date,weight (kg),kcal\n2026-11-24,58,1900\n", encoding="utf-8")
    profile(f"{WOMAN}{line}\n")
    answer = fuelcalc("import", "app.csv", "--format", "json")
    assert (answer.code, len(json.loads(answer.out)["log"])) == (0, n_days)
    assert ("Body mass" in fuelcalc("import", "app.csv").out) == bool(n_days)


@pytest.mark.usefixtures("scale")
def test_puts_readings_into_a_log(fuelcalc, home):
    """A dry run writes nothing; the run makes the log; again changes nothing."""
    ask = ("import", "weight.csv", "--log", "log.csv")
    tried = fuelcalc(*ask, "--dry-run")
    assert "Nothing is written to log.csv (--dry-run)." in tried.out
    assert not (home / "log.csv").exists()
    assert "Body mass of 2 days: 2026-11-24 to 2026-11-25." in fuelcalc(*ask).out
    text = (home / "log.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[1:] == ["2026-11-24,62.4,,,,", "2026-11-25,62.5,,,,"]
    assert "INTO THE LOG\n  Everything stands there already." in fuelcalc(*ask).out
    assert (home / "log.csv").read_text(encoding="utf-8-sig") == text
    tree = json.loads(fuelcalc(*ask, "--format", "json").out)
    assert (tree["into_plan"], tree["into_log"]) == ([], ["Everything stands there already."])


def test_says_what_does_not_go_into_a_log(fuelcalc, home):
    """Days to come are left out, named by the file that they are in, and stand nowhere yet."""
    head = "date,weight (kg)\n"
    (home / "fut.csv").write_text(f"{head}2026-12-24,62\n", encoding="utf-8")
    (home / "now.csv").write_text(f"{head}2026-11-24,62\n", encoding="utf-8")
    answer = fuelcalc("import", "fut.csv", "--log", "new.csv")
    assert "Nothing is new; what was left out stands under Refused." in answer.out
    assert "Everything stands there already." not in answer.out
    assert "fut.csv, 2026-12-24: is still to come" in answer.out
    assert not (home / "new.csv").exists()
    both = fuelcalc("import", "now.csv", "fut.csv", "--log", "new.csv")
    assert "Body mass of 1 day: 2026-11-24 to 2026-11-24." in both.out
    assert "fut.csv, 2026-12-24: is still to come" in both.out
    assert "Nothing is new" not in both.out


@pytest.mark.usefixtures("scale")
def test_puts_readings_beside_the_profile(fuelcalc, home):
    """Without a name the log is the one that log and learn use, and its folder is made."""
    assert fuelcalc("import", "weight.csv", "--log").code == 0
    assert (home / "config" / "fuelcalc" / "log.csv").exists()


@pytest.mark.usefixtures("scale")
def test_keeps_a_log_as_somebody_keeps_it(fuelcalc, home):
    """Comments, columns of one's own and the marks of numbers stay."""
    mine = "date;mass_kg;steps\n# cut short\n2026-11-24;62,0;9000\n"
    (home / "log.csv").write_text(mine, encoding="utf-8")
    answer = fuelcalc("import", "weight.csv", "--log", "log.csv")
    assert "log.csv, 2026-11-24: the log has another mass of that day; it is kept" in answer.out
    text = (home / "log.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[:3] == mine.splitlines()
    assert text.splitlines()[3].startswith("2026-11-25;62,5")


@pytest.mark.usefixtures("scale", "files")
@pytest.mark.parametrize(
    ("who", "line"),
    [
        ('mass = "62 kg"\nconditions = ["eating-disorder"]', "fuelcalc: log: "),
        ('mass = "75 kg"\nheight = "198 cm"', "by the last week of this log"),
    ],
)
def test_writes_nothing_where_a_log_would_do_harm(fuelcalc, home, who, line):
    """Not the log, and not the plan beside it; by what is known, and by the mass itself."""
    plan = PLAN if "height" not in who else PLAN.replace('height = "168 cm"\n', "")
    (home / "plan.toml").write_text(plan.replace('mass = "62 kg"', who), encoding="utf-8")
    before = (home / "plan.toml").read_text(encoding="utf-8")
    answer = fuelcalc("import", "weight.csv", "run.gpx", "--into", "plan.toml", "--log", "log.csv")
    assert (answer.code, answer.out) == (2, "")
    assert line in answer.err
    assert not (home / "log.csv").exists()
    assert (home / "plan.toml").read_text(encoding="utf-8") == before


@pytest.mark.usefixtures("scale")
def test_says_that_guards_go_by_the_new_mass(fuelcalc, home):
    """A scale that shows a BMI under 20 is answered beside the readings."""
    plan = PLAN.replace('"62 kg"', '"75 kg"').replace('"168 cm"', '"180 cm"')
    (home / "plan.toml").write_text(plan, encoding="utf-8")
    ask = ("import", "weight.csv", "--into", "plan.toml", "--log", "log.csv", "--dry-run")
    out = " ".join(fuelcalc(*ask).out.split())
    assert "INTO THE LOG Nothing is written to log.csv (--dry-run)." in out
    assert "62.5 kg" in out


def test_says_in_a_line_what_is_refused_for_one_reason(fuelcalc, home):
    """Of many rows a page names three; JSON has each."""
    rows = "".join(f"2026-11-{day:02d},0.5\n" for day in range(1, 20))
    (home / "many.csv").write_text(f"Date,Weight (kg)\n2026-11-25,70\n{rows}", encoding="utf-8")
    out = " ".join(fuelcalc("import", "many.csv").out.split())
    assert "1 day of a log, 19 refused." in out
    assert "many.csv, line 3, line 4, line 5 and 16 more: 0.5 kg is no body mass" in out
    tree = json.loads(fuelcalc("import", "many.csv", "--format", "json").out)
    assert len(tree["refused"]) == 19


def test_learns_from_what_a_scale_exports(fuelcalc, home, scale):
    """An export is read as a log; what is none of it, and what has no unit, is said."""
    (home / "plan.toml").write_text(PLAN, encoding="utf-8")
    scale.write_text(f'{WITHINGS}"2026-11-23 07:00:00",31.0,,\n', encoding="utf-8")
    answer = fuelcalc("learn", "plan.toml", "--log", "weight.csv")
    assert (answer.code, answer.err.splitlines()) == (
        0, ["weight.csv, 2026-11-23: 31.0 kg is far from the usual 62.4 kg"],
    )  # fmt: skip
    assert "mornings: 2" in answer.out
    scale.write_text(WITHINGS.replace(" (kg)", ""), encoding="utf-8")
    answer = fuelcalc("learn", "plan.toml", "--log", "weight.csv")
    assert answer.code == 2
    assert answer.err == (
        "fuelcalc: weight.csv: body masses have no unit and are left out; see fuelcalc import "
        "weight.csv, and put it into a log with --log\n"
    )
    with zipfile.ZipFile(home / "export.zip", "w") as archive:
        archive.writestr("export.xml", (FILES / "export.xml").read_bytes())
    assert fuelcalc("learn", "plan.toml", "--log", "export.zip").code == 0


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("run.gpx", "run.gpx: no body mass and no intake in it; see fuelcalc import run.gpx"),
        ("notes.txt", "notes.txt: "),
        ("none.csv", "none.csv: cannot be read: No such file"),
    ],
)
def test_learns_nothing_from_what_is_no_log(fuelcalc, home, name, line):
    """A run, a note and a file that is not there are answered as what they are."""
    (home / "plan.toml").write_text(PLAN, encoding="utf-8")
    answer = fuelcalc("learn", "plan.toml", "--log", name)
    assert (answer.code, answer.out) == (2, "")
    assert line in answer.err

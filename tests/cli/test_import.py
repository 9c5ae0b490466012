"""`fuelcalc import`, from files to a page."""

import json
import re
import shlex
import zipfile
from pathlib import Path

import pytest
from activity_files import FILES
from fit_writer import activity, file_id, fit, session
from test_calendars import PLANNED, calendar
from test_fit import START
from tracks import gpx, run_points, tcx


@pytest.fixture
def files(home):
    """A run of a watch, another of an app, and a file that is none."""
    (home / "run.gpx").write_text(gpx(run_points(5000, 1500)), encoding="utf-8")
    (home / "row.tcx").write_text(tcx([(1800, 6000.0)], sport="Other"), encoding="utf-8")
    (home / "day.fit").write_bytes(
        fit(
            file_id(),
            session(START, timer=3866, elapsed=4458, metres=12062, kcal=868, rpe=70),
            activity(START, START),
        )
    )
    (home / "notes.txt").write_text("nothing", encoding="utf-8")
    return home


WOMAN = '[athlete]\nsex = "female"\nage = 24\nmass = "58 kg"\nheight = "168 cm"\n'
MAN = '[athlete]\nsex = "male"\nage = 30\nmass = "70 kg"\nheight = "178 cm"\n'
NAMES = ("run.gpx", "row.tcx", "day.fit", "notes.txt")


@pytest.mark.usefixtures("files")
def test_shows_a_line_a_session_and_what_was_refused(fuelcalc):
    """Sessions come oldest first, with what is to be known of them, and refusals say why."""
    answer = fuelcalc("import", *NAMES, "--time-zone", "Europe/Berlin")
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert lines[1] == "3 sessions, 1 refused."
    assert max(map(len, lines)) <= 80
    rows = [line for line in lines if line.startswith("2026-")]
    assert [row.split()[:2] for row in rows] == [
        ["2026-07-04", "23:30"],
        ["2026-11-20", "07:00"],
        ["2026-11-20", "07:00"],
    ]
    assert "1:04:26" in rows[0]
    assert "870" in rows[0]
    assert "  notes.txt: none of the formats that are read; docs/import.md lists them" in lines


@pytest.mark.usefixtures("files")
def test_speaks_the_readers_units(fuelcalc):
    """Miles for those who asked for them, kilometres in JSON for everybody."""
    assert "7.5 mi" in fuelcalc("import", "day.fit", "--units", "us").out
    tree = json.loads(fuelcalc("import", *NAMES, "--format", "json").out)
    assert tree["schema"] == "fuelcalc/import/1"
    assert tree["sessions"][0] == {
        "kind": "run",
        "sport": "running",
        "start": "2026-07-04T23:30",
        "zone": "+00:00",
        "distance_km": 12.062,
        "duration_min": 64.433333,
        "elapsed_min": 74.3,
        "climb_m": None,
        "temperature_degc": None,
        "planned": False,
        "title": None,
        "surface": "treadmill",
        "segments": [],
        "exercises": [],
        "device_kcal": 868.0,
        "counted": None,
        "rpe_score": 7.0,
        "notes": [],
        "source": {"file": "day.fit", "format": "fit", "id": "12345-1152142200"},
    }
    assert [each["file"] for each in tree["refused"]] == ["notes.txt"]


def test_takes_the_zone_of_the_profile(fuelcalc, files, profile):
    """Where a file names no zone, the athlete's own counts, and that is said."""
    profile(f'{MAN}time_zone = "Asia/Tokyo"\n')
    (files / "row.tcx").write_text(tcx([(1800, 6000.0)], sport="Other"), encoding="utf-8")
    out = fuelcalc("import", "row.tcx").out
    assert "2026-11-20 15:00" in out
    assert "no place: day and time by" in out
    assert "Asia/Tokyo" in out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("import",), "fuelcalc: Missing argument 'FILES...'."),
        (("import", "none.fit"), "fuelcalc: none.fit: cannot be read: No such file or directory"),
        (
            ("import", "run.gpx", "--mass-unit", "stone"),
            "fuelcalc: Invalid value for '--mass-unit'",
        ),
        (
            ("import", "run.gpx", "--time-zone", "Berlin"),
            'fuelcalc: time_zone: "Berlin" is no time zone',
        ),
    ],
)
@pytest.mark.usefixtures("files")
def test_answers_what_is_wrong_in_one_line(fuelcalc, arguments, line):
    """What was typed wrong is exit code 2 and a line."""
    answer = fuelcalc(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(line)
    assert answer.err.count("\n") == 1


@pytest.mark.usefixtures("files")
def test_ends_with_two_where_nothing_could_be_read(fuelcalc, home):
    """A line for each file that is none, one that says so, and nothing on the page."""
    (home / "half.fit").write_bytes((home / "day.fit").read_bytes()[:30])
    answer = fuelcalc("import", "notes.txt", "half.fit", "--since", "2026-01-01")
    assert (answer.code, answer.out) == (2, "")
    lines = answer.err.splitlines()
    assert [line.partition(":")[0] for line in lines[:-1]] == ["notes.txt", "half.fit, message 1"]
    assert lines[-1].startswith("fuelcalc: no session and no log could be read; docs/")


@pytest.mark.usefixtures("files")
def test_ends_well_where_all_is_only_older(fuelcalc):
    """Files that were read are no mistake, though none of it is new."""
    answer = fuelcalc("import", *NAMES, "--since", "2026-11-21")
    assert answer.code == 0
    assert "0 sessions, 3 older left out, 1 refused." in answer.out
    tree = json.loads(fuelcalc("import", *NAMES, "--since", "2026-11-20", "--format", "json").out)
    assert tree["n_older"] == 1


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


@pytest.mark.usefixtures("files")
def test_takes_a_plan_of_days_alone(fuelcalc, home, profile):
    """Whose they are the profile says, or nobody yet."""
    (home / "plan.toml").write_text("[[days]]\ndate = 2026-11-19\n", encoding="utf-8")
    assert fuelcalc("import", "run.gpx", "--into", "plan.toml", "--dry-run").code == 0
    profile('[athlete]\nsex = "male"\nage = 30\nmass = "70 kg"\nheight = "175 cm"\n')
    (home / "plan.toml").write_text('[athlete]\nmass = "71 kg"\n', encoding="utf-8")
    assert fuelcalc("import", "run.gpx", "--into", "plan.toml").code == 0


def test_has_help_with_an_example(fuelcalc):
    """The command explains itself and ends with an example."""
    answer = fuelcalc("import", "--help")
    assert "Examples:" in answer.out


PLAN = (
    '# mine\n[athlete]\nsex = "female"\nage = 34\nmass = "62 kg"\nheight = "168 cm"\n\n'
    "[[days]]\ndate = 2026-11-20\nlifts = ['60min heavy 18:00'] # legs\n"
)


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
def test_leaves_out_what_is_older(fuelcalc):
    """Since a day, only what came then or later."""
    tree = json.loads(fuelcalc("import", *NAMES, "--since", "2026-11-20", "--format", "json").out)
    assert [each["source"]["file"] for each in tree["sessions"]] == ["row.tcx", "run.gpx"]


PERSON = ("--sex", "male", "--age", "30", "--mass", "70kg", "--height", "175cm", "--no-menu")


@pytest.mark.usefixtures("files")
def test_plans_the_day_that_a_file_was_recorded_on(fuelcalc):
    """The run of the file is the day's, on its own date, with what the device said explained."""
    answer = fuelcalc("day", "--from", "day.fit", *PERSON, "--format", "json")
    tree = json.loads(answer.out)
    (run,) = tree["energy"]["sessions"]
    assert (tree["date"], run["start"], run["distance_km"]) == ("2026-07-04", "23:30", 12.062)
    counted, gross = (10 * round(run[key] / 10) for key in ("net_of_rest_kcal", "gross_kcal"))
    assert answer.err == (
        f"day.fit: device 870 kcal with rest; counted {counted:,} on top of rest ({gross:,} with "
        "it).\nRest is counted once, with the day, and a run by its pace, its climb and your "
        "mass.\n"
    )


@pytest.mark.usefixtures("files")
def test_explains_what_is_counted_in_place_of_what_a_watch_says(fuelcalc, home, profile):
    """By the profile or the plan, as the day's plan counts it; by nobody's, what would help."""
    plain = fuelcalc("import", "day.fit").out
    assert "felt like 7 of 10" in plain
    assert "With a profile, or --into a plan," in " ".join(plain.split())
    ask = ("import", "day.fit", "row.tcx", "--format", "json")
    profile('[athlete]\nsex = "male"\nage = 30\nmass = "70 kg"\nheight = "175 cm"\n')
    tree = json.loads(fuelcalc(*ask).out)["sessions"]
    day = json.loads(fuelcalc("day", "--from", "day.fit", *PERSON, "--format", "json").out)
    (run,) = day["energy"]["sessions"]
    assert tree[0]["counted"] == {
        "gross_kcal": run["gross_kcal"], "net_of_rest_kcal": run["net_of_rest_kcal"], "by": "pace",
    }  # fmt: skip
    # What has no name here is counted as its device did, less the rest that the day counts.
    assert (tree[1]["counted"]["gross_kcal"], tree[1]["counted"]["by"]) == (100.0, "device")
    assert tree[1]["counted"]["net_of_rest_kcal"] < 100.0
    page = " ".join(fuelcalc("import", "day.fit").out.split())
    counted, gross = (10 * round(run[key] / 10) for key in ("net_of_rest_kcal", "gross_kcal"))
    said = f"device 870 kcal with rest; counted {counted} on top of rest ({gross} with it)"
    assert said in page
    assert "Rest is counted once, with the day, and a run by its pace, its climb and" in page
    (home / "plan.toml").write_text(PLAN.replace("62 kg", "124 kg"), encoding="utf-8")
    heavy = fuelcalc(*ask, "--into", "plan.toml", "--dry-run")
    assert json.loads(heavy.out)["sessions"][0]["counted"]["gross_kcal"] > 1.5 * run["gross_kcal"]


@pytest.mark.usefixtures("files")
def test_shows_no_energy_to_whom_a_plan_shows_none(fuelcalc, profile):
    """Neither counted nor the device's own, on the page and in JSON."""
    profile(f'{WOMAN}conditions = ["eating-disorder"]\n')
    session = json.loads(fuelcalc("import", "day.fit", "--format", "json").out)["sessions"][0]
    assert (session["device_kcal"], session["counted"]) == (None, None)
    page = fuelcalc("import", "day.fit").out
    assert "1:04:26" in page
    assert "870" not in page
    assert "kcal" not in page


@pytest.mark.parametrize(("line", "n_days"), [("", 1), ('conditions = ["eating-disorder"]', 0)])
def test_shows_no_log_to_whom_a_scale_harms(fuelcalc, home, profile, line, n_days):
    """Body mass and intake of a file are not read back to who keeps no log here."""
    (home / "app.csv").write_text("date,weight (kg),kcal\n2026-11-24,58,1900\n", encoding="utf-8")
    profile(f"{WOMAN}{line}\n")
    answer = fuelcalc("import", "app.csv", "--format", "json")
    assert (answer.code, len(json.loads(answer.out)["log"])) == (0, n_days)
    assert ("Body mass" in fuelcalc("import", "app.csv").out) == bool(n_days)


@pytest.mark.usefixtures("files")
def test_plans_the_day_asked_for_beside_other_sessions(fuelcalc):
    """Of several days the last, or the one that is asked for; typed sessions stand beside it."""
    ask = ("day", "--from", "day.fit", "--from", "run.gpx", *PERSON, "--format", "json")
    assert json.loads(fuelcalc(*ask).out)["date"] == "2026-11-20"
    tree = json.loads(fuelcalc(*ask, "--date", "2026-07-04", "--lift", "60min heavy 18:00").out)
    assert [each["kind"] for each in tree["energy"]["sessions"]] == ["lift", "run"]
    # A plan that does not have that day lends the athlete alone.
    Path("plan.toml").write_text(PLAN, encoding="utf-8")
    told = fuelcalc("day", "plan.toml", "--from", "day.fit", "--no-menu", "--format", "json")
    assert json.loads(told.out)["athlete"]["mass_kg"] == 62.0


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("options", "line"),
    [
        (("--from", "notes.txt"), "from: notes.txt: no session that a plan can have; fuelcalc imp"),
        (("--from", "notes.txt", "--from", "notes.txt"), "from: notes.txt, notes.txt: no session"),
        ((*("--from", "notes.txt") * 5,), "from: notes.txt, notes.txt, notes.txt and 2 more: no"),
        (("--from", "day.fit", "--date", "today"), "the files have no session on 2026-11-26; they"),
        (("--from", "none.fit"), "none.fit: cannot be read"),
        (("--from", "day.fit", "--date", "2026-07-05"), "date: the files have no session on 2026"),
        (("--from", "day.fit", "--date", "soon"), 'date: "soon" is not a date'),
        (("--from", "day.fit", "--rest"), "rest: a rest day has no --run, --lift or --other"),
        (("--from", "day.fit", "--out", "day.fit"), ""),
    ],
)
def test_plans_no_day_without_a_session(fuelcalc, options, line):
    """What cannot be planned from is exit code 2 and says why."""
    answer = fuelcalc("day", *options, *PERSON)
    assert (answer.code, answer.out) == (2, "")
    assert line in answer.err.splitlines()[-1]


WITHINGS = (
    'Date,"Weight (kg)","Fat mass (kg)",Comments\n'
    '"2026-11-25 07:01:00",62.5,12.0,\n"2026-11-24 07:00:00",62.4,,\n'
)


@pytest.fixture
def scale(home):
    """What a scale exports."""
    (home / "weight.csv").write_text(WITHINGS, encoding="utf-8")
    return home / "weight.csv"


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


DOCS = Path(__file__).parents[2] / "docs" / "import.md"


def test_does_what_its_page_says(fuelcalc, home):
    """Each command of docs/import.md ends well beside such files, and prints no refusal."""
    for name in ("run.fit", "hevy.csv"):
        (home / name).write_bytes((FILES / name).read_bytes())
    (home / "plan.ics").write_text(calendar(PLANNED), encoding="utf-8")
    (home / "weight.csv").write_text(WITHINGS, encoding="utf-8")
    (home / "dailysummary.csv").write_text(
        "Date,Energy (kcal),Completed\n2026-11-24,2400.5,true\n", encoding="utf-8"
    )
    (home / "hike.gpx").write_text(gpx(run_points(5000, 3600), kind="hiking"), encoding="utf-8")
    with zipfile.ZipFile(home / "export.zip", "w") as archive:
        archive.writestr("export.xml", (FILES / "export.xml").read_bytes())
    (home / "plan.toml").write_text(
        PLAN + "\n[[days]]\ndate = 2026-11-27\nruns = ['8 km easy 06:30']\n", encoding="utf-8"
    )
    page = DOCS.read_text(encoding="utf-8")
    blocks = re.findall(r"^```console\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    assert len(lines) > 4
    for line in lines:
        answer = fuelcalc(*shlex.split(line)[1:])
        assert answer.code == 0, answer.err
        assert "REFUSED" not in answer.out


@pytest.mark.parametrize(
    ("ask", "line"),
    [
        (("--into", "p.json"), 'into: "p.json" is a plan in JSON; write the plan in TOML, which'),
        (("--into", "plam.toml"), "cannot be read: No such file or directory; did you mean plan."),
        (("--into", "none.toml"), "No such file or directory; check its name, or answer fuelc"),
        (("--into", "empty"), "empty: cannot be read: Is a directory; give a file in it"),
        (("rum.gpx",), "cannot be read: No such file or directory; did you mean run.gpx?"),
        (("none/a.fit",), "cannot be read: No such file or directory; check its name and folder"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("files")
def test_says_what_to_do_about_a_file(fuelcalc, home, ask, line):
    """Each line ends with what helps, and none is long."""
    (home / "empty").mkdir()
    (home / "plan.toml").write_text(PLAN, encoding="utf-8")
    (home / "p.json").write_text(
        '{"athlete": {"sex": "male", "age": 30, "mass": "70 kg", "height": "175 cm"}}', "utf-8"
    )
    answer = fuelcalc("import", "run.gpx", *ask)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert line in answer.err
    assert len(answer.err) <= 160


@pytest.mark.usefixtures("files", "scale")
def test_says_what_files_do_not_hold(fuelcalc, home):
    """An empty folder, no session and no reading are said, and never that all stands there."""
    (home / "empty").mkdir()
    (home / "plan.toml").write_text(PLAN, encoding="utf-8")
    answer = fuelcalc("import", "empty")
    assert answer.err.startswith("empty: a folder without files; folders in it are not read\n")
    assert (answer.code, answer.err.count("\n")) == (2, 2)
    out = fuelcalc("import", "run.gpx", "--log", "log.csv").out
    assert "INTO THE LOG\n  No body mass and no intake is in these files." in out
    assert not (home / "log.csv").exists()
    out = fuelcalc("import", "weight.csv", "--into", "plan.toml").out
    assert "INTO THE PLAN\n  No session is in these files." in out


@pytest.mark.usefixtures("files")
def test_says_why_once_for_a_day_of_many_sessions(fuelcalc):
    """A line a session, none over 100 columns, and the reason behind them."""
    answer = fuelcalc("day", "--from", "day.fit", *PERSON)
    first, *why = answer.err.splitlines()
    assert first.endswith("with it).")
    assert why == [
        "Rest is counted once, with the day, and a run by its pace, its climb and your mass."
    ]
    assert max(map(len, (first, *why))) <= 100


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

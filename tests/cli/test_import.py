"""`fuelcalc import`, from files to a page."""

import json
import re
import shlex
import zipfile
from pathlib import Path

import pytest
from activity_files import FILES
from some_files import PERSON, PLAN, WITHINGS, WOMAN
from test_calendars import PLANNED, calendar
from tracks import gpx, run_points, tcx

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
        (("import",), "fuelcalc: Missing argument 'FILES...'; fuelcalc import --help shows"),
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


def test_has_help_with_an_example(fuelcalc):
    """The command explains itself and ends with an example."""
    answer = fuelcalc("import", "--help")
    assert "Examples:" in answer.out


@pytest.mark.usefixtures("files")
def test_leaves_out_what_is_older(fuelcalc):
    """Since a day, only what came then or later."""
    tree = json.loads(fuelcalc("import", *NAMES, "--since", "2026-11-20", "--format", "json").out)
    assert [each["source"]["file"] for each in tree["sessions"]] == ["row.tcx", "run.gpx"]


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

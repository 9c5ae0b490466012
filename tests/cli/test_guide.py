"""`fuelcalc guide` writes the page for the fridge door, and says where."""

import json
import os
import subprocess
import sys
from zoneinfo import ZoneInfoNotFoundError

import pytest

BODY = ["--sex", "female", "--age", "34", "--mass", "62kg", "--height", "168cm"]
PLAN = """
[athlete]
name = "Ana"
sex = "female"
age = 34
mass = "62 kg"
height = "168 cm"
[[days]]
date = 2020-11-25
[[days.runs]]
start = 07:00:00
distance = "10 km"
pace = "5:40 /km"
"""


@pytest.fixture
def plan_file(tmp_path):
    """Write a plan of one day, in a folder of its own."""
    file = tmp_path / "plans" / "wednesday.toml"
    file.parent.mkdir()
    file.write_text(PLAN, encoding="utf-8")
    return file


def names_in(folder):
    """The names of what a folder holds."""
    return {path.name for path in folder.iterdir()}


class TestWhere:
    """Where the page goes."""

    def test_is_beside_the_plan(self, fuelcalc, plan_file):
        """The PDF has the plan's name and folder; the answer is one line."""
        answer = fuelcalc("guide", str(plan_file))
        page = plan_file.with_suffix(".pdf")
        assert (answer.code, answer.out, answer.err) == (0, f"Wrote {page}\n", "")
        assert page.read_bytes().startswith(b"%PDF-")
        assert names_in(plan_file.parent) == {"wednesday.pdf", "wednesday.toml"}

    def test_has_the_date_where_the_plan_has_several(self, fuelcalc, plan_file):
        """Two days of one plan do not overwrite each other."""
        plan_file.write_text(PLAN + "[[days]]\ndate = 2020-11-26\n", encoding="utf-8")
        for date in ("2020-11-25", "2020-11-26"):
            assert fuelcalc("guide", str(plan_file), "--date", date).code == 0
            assert plan_file.with_name(f"wednesday-{date}.pdf").exists()

    def test_is_here_without_a_plan(self, fuelcalc, home):
        """The example and options go to the folder one stands in."""
        answer = fuelcalc("guide")
        assert answer.out.splitlines()[0].startswith("Example athlete, built in.")
        assert answer.out.splitlines()[1] == "Wrote fuelcalc-day.pdf"
        assert fuelcalc("guide", *BODY, "--date", "2026-11-26").out == (
            "Wrote fuelcalc-2026-11-26.pdf\n"
        )
        assert (home / "fuelcalc-2026-11-26.pdf").exists()

    def test_is_where_out_says(self, fuelcalc, plan_file, home):
        """--out names the files, in any format, and the usual one is not written."""
        answer = fuelcalc("guide", str(plan_file), "-o", "a.pdf", "-o", "a.html", "-o", "a.md")
        assert answer.out == "Wrote a.pdf\nWrote a.html\nWrote a.md\n"
        assert not plan_file.with_suffix(".pdf").exists()
        assert {"a.pdf", "a.html", "a.md"} <= names_in(home)

    def test_replaces_its_own_page_only(self, fuelcalc, plan_file):
        """An earlier guide gives way; somebody's own PDF of that name does not."""
        page = plan_file.with_suffix(".pdf")
        assert fuelcalc("guide", str(plan_file)).code == 0
        assert fuelcalc("guide", str(plan_file), "--large").code == 0
        page.write_bytes(b"%PDF-1.7 my thesis on fuelcalc")
        answer = fuelcalc("guide", str(plan_file))
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == (
            f"fuelcalc: out: {page} is there and is no guide; give another name with --out\n"
        )
        assert page.read_bytes() == b"%PDF-1.7 my thesis on fuelcalc"


class TestLook:
    """How the page looks."""

    def test_follows_the_units(self, fuelcalc, plan_file):
        """US units bring Letter paper, miles, ounces and a twelve-hour clock."""
        import pypdfium2

        assert fuelcalc("guide", str(plan_file), "--units", "us").code == 0
        with pypdfium2.PdfDocument(plan_file.with_suffix(".pdf")) as document:
            assert document[0].get_size() == pytest.approx((612.0, 792.0))
            text = document[0].get_textpage().get_text_range()
        assert "7:00-7:56am" in text
        assert "6.21 mi" in text

    @pytest.mark.parametrize(
        ("options", "line"),
        [
            (["--page", "a5"], "page"),
            (["--clock", "13"], "clock"),
            (["--template", "nowhere"], "template: nowhere is not a folder"),
            (["-o", "day.docx"], "names no format"),
            (["-o", "missing/day.pdf"], "does not exist"),
            (["--date", "someday"], '"someday" is not a date'),
        ],
    )
    def test_refuses_in_one_line(self, fuelcalc, plan_file, options, line):
        """A wrong word ends with exit code 2, one line, and nothing written."""
        answer = fuelcalc("guide", str(plan_file), *options)
        assert (answer.code, answer.out) == (2, "")
        assert line in answer.err
        assert answer.err.count("\n") == 1
        assert names_in(plan_file.parent) == {"wednesday.toml"}


class TestFormatsOfDay:
    """`fuelcalc day` in every format."""

    @pytest.mark.parametrize(
        ("fmt", "start"),
        [
            ("markdown", "# "),
            ("html", "<!doctype html>"),
            ("csv", "date,start,end"),
            ("foods-csv", "date,start,label"),
            ("json", "{"),
        ],
    )
    def test_prints_it(self, fuelcalc, plan_file, fmt, start):
        """The page comes on standard output alone, and the example is named on the other."""
        answer = fuelcalc("day", str(plan_file), "--format", fmt)
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.lower().startswith(start)
        example = fuelcalc("day", "--format", fmt)
        assert example.out.lower().startswith(start)
        assert example.err.startswith("Example athlete, built in.")

    def test_pipes_a_pdf(self, capfdbinary, plan_file):
        """A PDF goes through a pipe byte for byte."""
        from fuelcalc.cli import run

        assert run(["day", str(plan_file), "--format", "pdf"]) == 0
        assert capfdbinary.readouterr().out.startswith(b"%PDF-")

    def test_writes_every_suffix(self, fuelcalc, plan_file, home):
        """One command writes them all, each once."""
        names = ["d.txt", "d.md", "d.html", "d.pdf", "d.json", "d.csv", "d.foods.csv", "d.ics"]
        options = [word for name in names for word in ("-o", name)]
        answer = fuelcalc("day", str(plan_file), *options, "--time-zone", "Europe/Berlin")
        assert (answer.code, answer.out, answer.err) == (0, "", "")
        assert set(names) <= names_in(home)
        assert (home / "d.csv").read_bytes() != (home / "d.foods.csv").read_bytes()
        assert json.loads((home / "d.json").read_text())["athlete"]["time_zone"] == "Europe/Berlin"


class TestTimeZone:
    """Whose clock a calendar shows."""

    def test_is_the_computers_unless_given(self, fuelcalc, plan_file, home, monkeypatch):
        """Without a zone the computer's is taken, and said."""
        monkeypatch.setenv("TZ", "America/New_York")
        # Read once a process, and perhaps by another test already.
        monkeypatch.setattr("tzlocal.unix._cache_tz_name", None)
        answer = fuelcalc("day", str(plan_file), "-o", "d.ics")
        assert (
            answer.err == "Time zone America/New_York, this computer's; --time-zone sets another.\n"
        )
        assert "TZID:America/New_York" in (home / "d.ics").read_text(encoding="utf-8")

    def test_is_asked_for_where_the_computer_has_none(self, fuelcalc, plan_file, monkeypatch):
        """A computer whose zone cannot be told asks for one, in a line."""

        def conflicting():
            raise ZoneInfoNotFoundError("two settings disagree")

        monkeypatch.setattr("tzlocal.get_localzone_name", conflicting)
        answer = fuelcalc("day", str(plan_file), "-o", "d.ics")
        assert (answer.code, answer.out) == (2, "")
        assert "time_zone" in answer.err

    def test_refuses_an_unknown_one(self, fuelcalc, plan_file):
        """A zone that is none proposes the nearest."""
        answer = fuelcalc("day", str(plan_file), "-o", "d.ics", "--time-zone", "Europe/Berln")
        assert (answer.code, answer.out) == (2, "")
        assert "write one such as Europe/Berlin" in answer.err

    def test_needs_a_date(self, fuelcalc):
        """A calendar of the example, which has no date, asks for one; anybody else's is today's."""
        options = ["--time-zone", "Europe/Berlin", "-o", "d.ics"]
        answer = fuelcalc("day", *options)
        assert answer.code == 2
        assert "--date 2026-11-26" in answer.err
        assert fuelcalc("day", *options, "--date", "tomorrow").code == 0
        assert fuelcalc("day", *BODY, *options).code == 0


class TestFiles:
    """What is on the disk already."""

    def test_are_not_written_over_what_is_read(self, fuelcalc, plan_file, home):
        """A plan, own foods and a template are safe from --out."""
        plan_file = plan_file.rename(plan_file.with_suffix(".json"))
        tree = {"athlete": {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}}
        plan_file.write_text(json.dumps(tree))
        (home / "club").mkdir()
        (home / "club" / "day.html").write_text("{{ view.title }}")
        for command in ("day", "guide"):
            answer = fuelcalc(command, str(plan_file), "-o", str(plan_file))
            assert (answer.code, answer.out) == (2, "")
            assert "is read for this plan; give another name" in answer.err
            answer = fuelcalc(command, "--template", "club", "-o", "club/day.html")
            assert answer.code == 2
        assert json.loads(plan_file.read_text()) == tree
        assert (home / "club" / "day.html").read_text() == "{{ view.title }}"

    def test_keep_their_links_and_rights(self, fuelcalc, plan_file, home):
        """A link stays one, and a private file stays private."""
        (home / "real.md").write_text("old")
        (home / "real.md").chmod(0o640)
        (home / "link.md").symlink_to(home / "real.md")
        assert fuelcalc("day", str(plan_file), "-o", "link.md").code == 0
        assert (home / "link.md").is_symlink()
        assert (home / "real.md").read_text(encoding="utf-8").startswith("# fuelcalc")
        assert (home / "real.md").stat().st_mode & 0o777 == 0o640

    def test_are_ordinary_ones(self, fuelcalc, plan_file, home):
        """A pipe is not replaced by a file."""
        os.mkfifo(home / "pipe.md")
        answer = fuelcalc("day", str(plan_file), "-o", "pipe.md")
        assert (answer.code, answer.out) == (2, "")
        assert "is no ordinary file" in answer.err


class TestOddCalls:
    """What nobody means, answered in a line."""

    @pytest.mark.parametrize("command", [["day"], ["guide"], ["day", "-"]])
    def test_end_without_a_traceback_where_streams_are_closed(self, command, home):
        """Without standard input and output the files are still written, or a line says why not."""
        code = (
            "import sys; sys.stdin = sys.stdout = None; "
            f"from fuelcalc.cli import run; sys.exit(run({command!r}))"
        )
        done = subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=home
        )
        assert "Traceback" not in done.stderr
        assert done.returncode == (2 if "-" in command else 0)

    def test_ask_for_a_template_with_a_name(self, fuelcalc):
        """An empty folder name is a slip, not the folder one stands in."""
        answer = fuelcalc("day", "--template", "")
        assert (answer.code, answer.out) == (2, "")
        assert "template: empty" in answer.err

    @pytest.mark.parametrize("date", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
    def test_ask_for_a_date_of_these_centuries(self, fuelcalc, date):
        """A date beyond the plan file's own limits is refused here too."""
        answer = fuelcalc("day", "--date", date, "--format", "ics")
        assert (answer.code, answer.out) == (2, "")
        assert "is outside 1900-01-01 to 2199-12-31" in answer.err

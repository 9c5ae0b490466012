"""The examples of the docs, run as they stand."""

import importlib.util
import itertools
import re
import shlex
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

from fuelcalc import plan_day, read_plan, render
from fuelcalc.cli import run
from fuelcalc.models.session_text import (
    SessionTextError,
    lift_from_text,
    other_from_text,
    run_from_text,
    text_of,
)
from fuelcalc.models.sessions import Lift, Other, Run
from fuelcalc.planning.week.check import RULES
from fuelcalc.reports import blocks as records_of_a_page
from fuelcalc.science.activities import ACTIVITIES

DOCS = Path(__file__).parents[1] / "docs"
_SPEC = importlib.util.spec_from_file_location("rebuild", DOCS / "pictures" / "rebuild.py")
rebuild = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(rebuild)
PAGES = [DOCS / "guide.md", DOCS / "templates.md", DOCS / "week.md", DOCS / "learning.md"]
PAGES += [DOCS / "start.md", DOCS / "runner.md", DOCS / "coach.md"]
FENCE = re.compile(r"^```(\w+)(?: ([\w./-]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def blocks(page, kind):
    """The fenced blocks of a kind, each with the name of the file that it stands for."""
    found = FENCE.findall(page.read_text(encoding="utf-8"))
    return [(name, text) for language, name, text in found if language == kind]


def commands(page):
    """Every command line of a page."""
    return [
        line
        for _, text in blocks(page, "console")
        for line in text.replace("\\\n", " ").splitlines()
        if line
    ]


def write_files(page, folder):
    """Put the files that a page shows where its reader would have them."""
    for kind in ("toml", "csv", "html", "css", "typst"):
        for name, text in blocks(page, kind):
            if name:
                (folder / name).parent.mkdir(exist_ok=True)
                (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_shows_commands_that_work(page, capsys, tmp_path, monkeypatch):
    """Each command ends well beside the files that the page shows, and writes what it names."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("TZ", "Europe/Berlin")
    monkeypatch.chdir(tmp_path)
    write_files(page, tmp_path)
    lines = commands(page)
    assert lines
    for line in lines:
        program, *words = shlex.split(line, comments=True)
        assert program == "fuelcalc"
        assert run(words) == 0, f"{line}: {capsys.readouterr().err}"
        for option, name in itertools.pairwise(words):
            if option in {"-o", "--out"}:
                assert (tmp_path / name).stat().st_size > 100


def run_programs(page, folder, monkeypatch):
    """Run the programs of a page one after the other, beside its files."""
    monkeypatch.chdir(folder)
    write_files(page, folder)
    names = {}
    for _, text in blocks(page, "python"):
        exec(compile(text, page.name, "exec"), names)  # noqa: S102 - our own page
    return names


def test_shows_planners_what_holds(tmp_path, monkeypatch):
    """The programs for a developer run, with what they assert, and end with the foods' frame."""
    names = run_programs(DOCS / "developer.md", tmp_path, monkeypatch)
    assert {"energy", "plans", "held", "line", "data", "frame"} <= set(names)


def test_writes_a_page_for_each_athlete(tmp_path, monkeypatch):
    """The coach's programs leave one PDF for each plan file, and look over a programme."""
    names = run_programs(DOCS / "coach.md", tmp_path, monkeypatch)
    pages = [file.name for file in sorted(tmp_path.glob("*.pdf"))]
    assert pages == ["ana-2026-12-01.pdf", "ben-2026-12-01.pdf"]
    assert len(names["week"].days) == 1


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.stem)
def test_links_to_what_is_there(page):
    """Every link to a file of the project leads to one."""
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_quotes_what_is_printed(tmp_path):
    """Every quotation of the reading sections stands on the page of that plan."""
    page = DOCS / "guide.md"
    file = tmp_path / "plan.toml"
    file.write_text(blocks(page, "toml")[0][1], encoding="utf-8")
    plan = read_plan(file)
    printed = " ".join(render(plan_day(plan.athlete, plan.days[0], plan.goal)).split())
    reading = page.read_text(encoding="utf-8").partition("## Read it")[2].partition("## Notes")[0]
    quoted = re.findall(r"`([^`]+)`", reading)
    assert len(quoted) > 15
    for words in quoted:
        assert words in printed


@pytest.mark.parametrize("name", rebuild.PICTURES)
def test_shows_pictures_of_todays_page(name):
    """The pictures were made from the view and the templates as they are."""
    with Image.open(DOCS / "pictures" / name) as picture:
        assert picture.text["made-from"] == rebuild.mark(), "python docs/pictures/rebuild.py"


def test_lists_every_rule_of_the_check():
    """The guide names all thirteen rules of a week, each with its grade and its sources."""
    page = (DOCS / "guide.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (W\d\d) \| .+ \| ([ABC]) \| (.+) \|$", page, re.MULTILINE)
    assert [(code, grade) for code, grade, _ in rows] == [(rule.code, rule.grade) for rule in RULES]
    for rule, (_, _, sources) in zip(RULES, rows, strict=True):
        for source in re.findall(r"[A-Z][\w&é ]+ \d{4}", sources):
            assert source in str(rule.source)


SESSIONS = {
    "## Runs": (run_from_text, Run),
    "## Lifts": (lift_from_text, Lift),
    "## Other": (other_from_text, Other),
}


def test_lists_every_activity():
    """The page of sessions names all activities, each with its MET."""
    page = (DOCS / "sessions.md").read_text(encoding="utf-8")
    listed = page.partition("The activities, each")[2].partition("\n")[0]
    found = {
        name: float(met) for name, met in re.findall(r"`([a-z-]+)` ([0-9.]+)(?=[,.] )", listed)
    }
    assert found == {name: activity.met for name, activity in ACTIVITIES.items()}


def test_lists_sessions_that_are_taken_for_what_it_says():
    """Each line of docs/sessions.md is taken for its right-hand column, which reads alike."""
    page = (DOCS / "sessions.md").read_text(encoding="utf-8")
    for heading, (read, record) in SESSIONS.items():
        section = page.partition(heading)[2].partition("\n## ")[0]
        rows = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \|$", section, re.MULTILINE)
        assert len(rows) > 8
        for text, meant in rows:
            session = record.of(**read(text))
            assert text_of(session) == meant
            assert record.of(**read(meant)) == session


def test_lists_sessions_that_are_asked_back():
    """Each line at the end of docs/sessions.md is refused with a remedy."""
    page = (DOCS / "sessions.md").read_text(encoding="utf-8").partition("## Asked back")[2]
    rows = re.findall(r'^\| `--(\w+) "([^`]+)"` \|', page, re.MULTILINE)
    assert len(rows) > 8
    readers = {"run": run_from_text, "lift": lift_from_text, "other": other_from_text}
    for option, text in rows:
        with pytest.raises(SessionTextError) as caught:
            readers[option](text)
        assert caught.value.remedy is not None


def test_names_every_field_that_a_template_sees():
    """The table of docs/templates.md holds each record of the view with all its fields."""
    page = (DOCS / "templates.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([A-Z]\w+) \| (.*) \|$", page, re.MULTILINE))
    told = {name: re.findall(r"`(\w+)`", fields) for name, fields in rows.items()}
    records = {
        name: list(record._fields)
        for name, record in vars(records_of_a_page).items()
        if hasattr(record, "_fields")
    }
    assert told == records


def test_lists_every_noun_that_names_two_classes():
    """A word of two or more class names stands on the page of words; formats go by their names."""
    page = (DOCS / "nomenclature.md").read_text(encoding="utf-8").lower()
    words = Counter(
        word.lower()
        for path in (DOCS.parent / "fuelcalc").rglob("*.py")
        for name in re.findall(r"^class ([A-Z]\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        for word in re.findall("[A-Z][a-z]+", name)
    )
    known = {*re.findall("[a-z]+", page), "csv", "fit"}
    unknown = {
        word
        for word, n in words.items()
        if n > 1 and not {word, f"{word}s", word.removesuffix("s"), word.removesuffix("d")} & known
    }
    assert unknown == set()

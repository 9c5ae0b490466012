"""`fuelcalc learn`: what a log says, and what of it is saved."""

import importlib.util
import json
import re
import tomllib
from pathlib import Path

import pytest

from fuelcalc import read_log, read_plan
from fuelcalc.importers.log_file import log_text
from fuelcalc.reports.log_notes import LOG_NOTES

_SPEC = importlib.util.spec_from_file_location(
    "people_who_log", Path(__file__).parents[1] / "planning" / "people_who_log.py"
)
people_who_log = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(people_who_log)
log_of = people_who_log.log_of
_ROOT = Path(__file__).parents[2]
_PAGES = sorted(_ROOT.glob("fuelcalc/reports/learning/*.py"))

PLAN = """# a plan of my own
[athlete]
sex = "male"
age = 38
mass = "83 kg"     # on a good morning
height = "181 cm"
{line}

[goal]             # none yet
aim = "maintain"

[week.tuesday]
runs = ["8 km easy 06:30"]

[week.sunday]
runs = ["16 km long 08:00"]
"""


@pytest.fixture
def files(home):
    """Write a plan and a log, as they are asked for."""

    def write(line="", plan=PLAN, **log):
        (home / "plan.toml").write_text(plan.replace("{line}", line), encoding="utf-8")
        text = log_text(log_of(**{"kcal": 3050.0, **log}))
        (home / "log.csv").write_text(text, encoding="utf-8")
        return home / "plan.toml"

    return write


def learned(fuelcalc, *words):
    """What the command gives."""
    return fuelcalc("learn", "plan.toml", "--log", "log.csv", *words)


def test_tells_both_figures_and_why(fuelcalc, files):
    """The page has the equations' figure, the log's, both ranges, and what they rest on."""
    before = files().read_text(encoding="utf-8")
    answer = learned(fuelcalc)
    assert (answer.code, answer.err) == (0, "")
    for words in ("By equations", "By your log", "mornings: 42", "times resting",
                  "150 to 250 kcal after four weeks", "after 12 weeks"):  # fmt: skip
        assert words in " ".join(answer.out.split())
    # Nothing is changed that was not asked for.
    assert files().read_text(encoding="utf-8") == before


def test_has_every_format(fuelcalc, files, home):
    """Each file holds the answer; the JSON has the contract's members."""
    files()
    for end in ("txt", "md", "html", "pdf", "json", "csv"):
        assert learned(fuelcalc, "--out", f"learned.{end}").code == 0
        assert (home / f"learned.{end}").stat().st_size > 400
    tree = json.loads((home / "learned.json").read_text(encoding="utf-8"))
    assert tree["schema"] == "fuelcalc/learned/1"
    assert tree["n_mass"] == tree["n_intake"] == len(tree["by_day"]) == 42
    assert tree["expenditure_low_kcal"] < tree["expenditure_kcal"] < tree["expenditure_high_kcal"]
    members = {
        "daily_life_pal", "daily_life_sd", "reporting_share", "first_date", "last_date", "notes",
        "forecast",
    }  # fmt: skip
    assert members <= tree.keys()
    assert {"date", "mass_kg", "trend_kg", "low_kg", "high_kg"} <= tree["by_day"][0].keys()
    rows = (home / "learned.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 43


def test_draws_a_band_without_a_line(fuelcalc, files, home):
    """The chart's words have two ends at each mark, and no format has a middle or a date."""
    files()
    learned(fuelcalc, "--out", "learned.html")
    html = (home / "learned.html").read_text(encoding="utf-8")
    assert "Where the scale may stand, in kg, nine times in ten:" in html
    tree = json.loads(learned(fuelcalc, "--format", "json").out)
    assert set(tree["forecast"]["weeks"][0]) == {"week", "low_kg", "high_kg", "is_mark"}


def test_speaks_pounds_and_kilojoules(fuelcalc, files):
    """The reader's units reach masses and energies alike."""
    files()
    out = learned(fuelcalc, "--units", "us", "--energy-unit", "kJ").out
    assert "COMING WEEKS (lb)" in out
    assert "WHAT YOU SPEND (kJ)" in out


class TestSave:
    """What --save writes."""

    def test_keeps_comments_and_all_else(self, fuelcalc, files):
        """The table is there with its dates and counts; every line of the plan still is too."""
        plan = files()
        before = plan.read_text(encoding="utf-8")
        answer = learned(fuelcalc, "--save")
        assert answer.code == 0
        assert "Saved in" in answer.err
        after = plan.read_text(encoding="utf-8")
        start = after.index("[athlete.learned]")
        table = after[start : after.index("\n\n", start)]
        rest = [line for line in after.replace(table, "").splitlines() if line]
        assert rest == [line for line in before.splitlines() if line]
        assert table.splitlines()[2:5] == [
            f"sd = {read_plan(plan).athlete.learned.daily_life_sd}",
            "from = 2026-10-01",
            "to = 2026-11-11",
        ]
        life = read_plan(plan).athlete.learned
        assert (life.n_mass, life.n_intake, life.source) == (42, 42, "weighed")
        assert (str(life.first_date), str(life.last_date)) == ("2026-10-01", "2026-11-11")
        assert 1.3 < life.daily_life_pal < 1.6

    def test_renews_its_own_table(self, fuelcalc, files):
        """A second time it stands once, and what stands around it stays."""
        plan = files()
        learned(fuelcalc, "--save")
        text = plan.read_text(encoding="utf-8")
        table = text[text.index("[athlete.learned]") :]
        head = text[: text.index("[athlete.learned]")]
        moved = f"{table}# kept\n\n{head}"
        plan.write_text(moved.replace("1.4", "1.9", 1), encoding="utf-8")
        assert learned(fuelcalc, "--save").code == 0
        assert plan.read_text(encoding="utf-8").strip() == moved.strip()

    def test_is_used_by_later_plans(self, fuelcalc, files):
        """The day says whose daily life it has, and --daily-life on the command line beats it."""
        files()
        plain = fuelcalc("day", "plan.toml", "--rest", "--no-menu").out
        learned(fuelcalc, "--save")
        day = fuelcalc("day", "plan.toml", "--rest", "--no-menu").out
        assert "as your log from 2026-10-01 to 2026-11-11" in " ".join(day.split())
        assert day.splitlines()[1] != plain.splitlines()[1]
        assert fuelcalc("day", "plan.toml", "--rest", "--no-menu", "--daily-life", "desk").out == (
            plain
        )

    def test_goes_into_the_profile_without_a_plan(self, fuelcalc, files, home, profile):
        """Then the log beside it is read as well."""
        plan = files()
        profile(plan.read_text(encoding="utf-8"))
        folder = home / "config" / "fuelcalc"
        (home / "log.csv").rename(folder / "log.csv")
        assert fuelcalc("learn", "--save").code == 0
        saved = tomllib.loads((folder / "profile.toml").read_text(encoding="utf-8"))
        assert saved["athlete"]["learned"]["n_mass"] == 42

    @pytest.mark.parametrize(
        ("log", "said"),
        [
            ({"n_days": 4}, "the log is too short to learn from; log on"),
            ({"kcal": 1700.0}, "something in the log wants an answer first; read the notes"),
            ({"d20": {"mass_kg": 183.0}}, "something in the log wants an answer first"),
        ],
    )
    def test_asks_first(self, fuelcalc, files, log, said):
        """Too little, a move over a quarter, or pounds: nothing is written but the line."""
        plan = files(**log)
        before = plan.read_text(encoding="utf-8")
        answer = learned(fuelcalc, "--save")
        assert (answer.code, answer.out) == (2, "")
        assert said in answer.err
        assert plan.read_text(encoding="utf-8") == before

    def test_takes_an_answer(self, fuelcalc, files):
        """With --sure a move over a quarter is saved; the plan holds its floor all the same."""
        plan = files(kcal=1900.0)
        assert learned(fuelcalc, "--save", "--sure").code == 0
        assert read_plan(plan).athlete.learned.daily_life_pal < 1.2
        day = " ".join(fuelcalc("day", "plan.toml", "--rest", "--no-menu").out.split())
        assert "Your log would leave less than 40 kcal" in day

    @pytest.mark.parametrize(
        "plan",
        [
            'athlete = { sex = "male", age = 38, mass = "83 kg", height = "181 cm" }\n',
            '{"athlete": {"sex": "male", "age": 38, "mass": "83 kg", "height": "181 cm"}}',
        ],
        ids=["inline", "json"],
    )
    def test_needs_a_table_of_its_own(self, fuelcalc, files, plan):
        """Where there is no room the file stays as it is."""
        path = files(plan=plan)
        answer = learned(fuelcalc, "--save")
        assert answer.code == 2
        assert "[athlete.learned] finds no place; it wants a TOML file" in answer.err
        assert path.read_text(encoding="utf-8") == plan


def test_is_refused_where_a_scale_harms(fuelcalc, files):
    """With signs of too little fuel nothing is learned, and no figure stands in the line."""
    files('conditions = ["eating-disorder"]')
    answer = learned(fuelcalc)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "learns nothing and foresees no mass" in answer.err
    assert "kcal" not in answer.err


def test_looks_ahead_from_the_mass_of_the_log(fuelcalc, files):
    """A log of 88 kg with a plan of 83 is not saved unasked, and the band is about 88 kg."""
    files(mass_kg=88.0)
    tree = json.loads(learned(fuelcalc, "--format", "json").out)
    # 1.645 times the scale's 0.45 kg and what a week may move, about the log's own mass.
    first = tree["forecast"]["weeks"][0]
    assert first["low_kg"] < tree["latest_kg"] < first["high_kg"]
    assert first["low_kg"] > 85.5
    assert "wants an answer first" in learned(fuelcalc, "--save").err


def test_an_old_log_says_nothing_of_the_mass_of_today(fuelcalc, files):
    """Six weeks after a log's end the weeks ahead begin at the plan's mass, and it is said."""
    files(mass_kg=84.5, n_days=14)
    tree = json.loads(learned(fuelcalc, "--format", "json").out)
    assert "log-old" in [note["code"] for note in tree["notes"]]
    assert tree["latest_kg"] > 84.0
    first = tree["forecast"]["weeks"][0]
    assert first["low_kg"] + first["high_kg"] == pytest.approx(2.0 * 83.0, abs=0.5)
    assert "The log ended 6 weeks ago" in " ".join(learned(fuelcalc).out.split())


def test_says_how_to_begin(fuelcalc, files):
    """Without a log, or without a plan, the line says what to write."""
    files()
    assert 'log: there is none yet; write "fuelcalc log' in fuelcalc("learn", "plan.toml").err
    answer = fuelcalc("learn", "--log", "log.csv")
    assert "whose log is it; give a plan file" in answer.err


def test_never_writes_over_its_log(fuelcalc, files, home):
    """--out with the log's own name is refused."""
    files()
    before = read_log(home / "log.csv")
    assert learned(fuelcalc, "--out", "log.csv").code == 2
    assert read_log(home / "log.csv") == before


def test_foresees_nothing_beside_a_doctor(fuelcalc, files):
    """Where the log leaves too little that stands alone, and no band of mass beside it."""
    files(kcal=1800.0)
    out = " ".join(learned(fuelcalc).out.split())
    assert "See a doctor or a sports dietitian" in out
    assert "COMING WEEKS" not in out


def test_foresees_nothing_without_days(fuelcalc, files):
    """A plan of an athlete alone is learned for, and has no coming weeks."""
    files(plan='[athlete]\nsex = "male"\nage = 38\nmass = "83 kg"\nheight = "181 cm"\n')
    out = learned(fuelcalc).out
    assert "By your log" in out
    assert "COMING WEEKS" not in out


# Words that judge a body or a day, or make a game of them.
_VERDICTS = (
    "well done", "great", "good job", "streak", "on track", "off track", "fail", "cheat", "guilt",
    "burn off", "earn", "progress", "congrat", "goal weight", "lost", "success", "too much", "bad",
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        *LOG_NOTES.values(),
        (_ROOT / "docs/learning.md").read_text(encoding="utf-8"),
        (_ROOT / "fuelcalc/cli/log.py").read_text(encoding="utf-8"),
        (_ROOT / "fuelcalc/cli/learn.py").read_text(encoding="utf-8"),
        *(path.read_text(encoding="utf-8") for path in _PAGES),
    ],
)  # fmt: skip
def test_has_no_word_of_praise_or_blame(text):
    """Nothing that is said of a log, its page, its commands and its guide judges anybody."""
    words = set(re.findall(r"[a-z]+(?: [a-z]+)?", text.casefold()))
    said = {word for phrase in words for word in (phrase, *phrase.split())}
    assert not said & {*_VERDICTS, "streaks", "failed", "cheated", "guilty", "burned"}


@pytest.mark.parametrize("kg_per_week", [-0.5, 0.0, 0.5])
def test_judges_nobody(fuelcalc, files, kg_per_week):
    """Losing, holding and gaining are told in the same words, without praise, streak or verdict."""
    files(n_days=56, kg_per_week=kg_per_week)
    out = " ".join(learned(fuelcalc).out.split()).lower()
    for words in _VERDICTS:
        assert words not in out.replace("learn", ""), words
    said = "stayed as it was" if kg_per_week == 0.0 else "your mass moved by"
    assert said in out

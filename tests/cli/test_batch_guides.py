"""`fuelcalc batch --guides`: a page for each row, by as many processes as are asked for."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from fuelcalc import Athlete, Day, FuelcalcError, Goal, plan_day, plan_days, render
from fuelcalc.batch import files, guides
from fuelcalc.batch.workers import in_order

ROWS = pd.DataFrame(
    {
        "member": ["007", "008", "009", "010", "011"],
        "name": ["Ana María", "Ben", "../../Eve", "Old", None],
        "date": ["2026-12-01"] * 4 + [None],
        "sex": ["female", "male", "female", "male", "female"],
        "age": [34, 30, 29, 300, 51],
        "mass_kg": [62.0, 75.0, 60.0, 80.0, 58.5],
        "height_cm": [168.0, 178.0, 170.0, 180.0, 166.0],
        "run": ["10 km easy 06:30", None, "8 km easy", None, None],
        "conditions": [None, None, "pregnant", None, None],
        "diet": [None, "vegan", None, None, None],
        "aim": ["build", "maintain", "maintain", "maintain", "build"],
    }
)
NAMES = [
    "00001-2026-12-01-ana-maría.json", "00002-2026-12-01-ben.json", "00003-2026-12-01-eve.json",
    "00005.json",
]  # fmt: skip


@pytest.fixture
def source(tmp_path):
    """The rows as a CSV file."""
    ROWS.to_csv(tmp_path / "days.csv", index=False)
    return tmp_path / "days.csv"


@pytest.fixture
def batch(fuelcalc, source):
    """The command, with its pages as data in a folder of a name."""

    def call(*options, folder="pages", out="fuel.csv"):
        return fuelcalc(
            "batch", str(source), str(source.with_name(out)), "--guides",
            str(source.parent / folder), *(options or ("--format", "json")),
        )  # fmt: skip

    return call


def left(source):
    """What stands beside the rows."""
    return sorted(path.name for path in source.parent.iterdir())


def test_writes_a_page_for_each_row_that_can_be_planned(batch, source):
    """Named by its row, date and athlete, inside the folder; as `plan_day` has it."""
    code, shown, said = batch()
    assert (code, shown) == (0, "")
    assert said == (
        f"Wrote {source.with_name('fuel.csv')} and {source.with_name('pages')}, 5 rows, 1 of them "
        "refused; the first, row 4 (member 010): age: 300 is outside 14 to 90; check it\n"
    )
    assert left(source) == ["days.csv", "fuel.csv", "pages"]
    assert left(source.with_name("pages") / "x") == NAMES
    found = pd.read_csv(source.with_name("fuel.csv"), dtype={"member": str})
    assert found["guide"].dropna().tolist() == NAMES
    assert found["guide"].isna().tolist() == found["refused"].notna().tolist()
    assert found.columns.tolist().index("guide") == found.columns.tolist().index("resting_kcal") - 1
    athlete = Athlete.of(
        name="Ben", sex="male", age=30, mass_kg=75.0, height_cm=178.0, diet="vegan"
    )
    plan = plan_day(athlete, Day.of(date="2026-12-01"), Goal())
    page = source.with_name("pages") / NAMES[1]
    assert page.read_text(encoding="utf-8") == render(plan, "json")
    assert found["intake_kcal"].iloc[1] == pytest.approx(plan.energy.intake_kcal)


def test_withholds_on_a_page_what_guards_withhold(batch, source):
    """A pregnant woman's page has no figure of her day."""
    batch()
    page = json.loads((source.with_name("pages") / NAMES[2]).read_text(encoding="utf-8"))
    assert page["withheld"] == ["energy", "availability", "targets", "timeline", "menu"]
    assert page["energy"] is page["targets"] is page["menu"] is None


@pytest.mark.parametrize("fmt", ["json", "pdf"])
def test_writes_the_same_by_any_number_of_workers(batch, source, fmt):
    """Every byte of every file: of the figures and of the pages."""
    pd.concat([ROWS] * 2).to_csv(source, index=False)
    assert batch("--format", fmt).code == 0
    assert batch("--format", fmt, "--workers", "2", folder="more", out="more.csv").code == 0
    assert source.with_name("fuel.csv").read_bytes() == source.with_name("more.csv").read_bytes()
    one, two = (
        {path.name: path.read_bytes() for path in source.with_name(name).iterdir()}
        for name in ("pages", "more")
    )
    assert one == two
    assert len(one) == 8


def test_shares_figures_alone_out_too(fuelcalc, source):
    """Without pages, and before feedings: the same file."""
    outs = []
    for workers in ("1", "2"):
        out = source.with_name(f"{workers}.csv")
        arguments = ("batch", str(source), str(out), "--no-clock", "--workers", workers)
        assert fuelcalc(*arguments).code == 0
        outs.append(out.read_bytes())
    assert outs[0] == outs[1]


def test_knows_the_week_of_each_page(batch, source):
    """The days of one athlete know each other on their pages; a wrong row takes its week along."""
    rows = pd.concat([ROWS[:1]] * 4, ignore_index=True).assign(
        plan_id=["a", "a", "b", "b"], date=["2026-12-01", "2026-12-02"] * 2, steps=[None] * 3 + [-1]
    )
    rows.to_csv(source, index=False)
    assert batch("--week", "plan_id", "--format", "json").code == 0
    athlete = Athlete.of(name="Ana María", sex="female", age=34, mass_kg=62.0, height_cm=168.0)
    days = [Day.of(date=date, runs=["10 km easy 06:30"]) for date in ("2026-12-01", "2026-12-02")]
    plans = plan_days(athlete, days, Goal(aim="build"))
    pages = sorted(source.with_name("pages").iterdir())
    assert [page.read_text(encoding="utf-8") for page in pages] == [
        render(plan, "json") for plan in plans
    ]
    assert pd.read_csv(source.with_name("fuel.csv"))["refused"].notna().tolist() == [0, 0, 1, 1]


def test_refuses_the_row_that_has_no_such_page(batch, source):
    """A calendar needs a time zone: the row without one is refused, figures and all."""
    zones = ["Europe/Berlin", None, None, None, None]
    ROWS.assign(time_zone=zones).to_csv(source, index=False)
    code, _, said = batch("--format", "ics")
    assert code == 0
    assert "4 of them refused; the first, row 2 (member 008): " in said
    found = pd.read_csv(source.with_name("fuel.csv"))
    assert found["intake_kcal"].notna().tolist() == found["guide"].notna().tolist()
    assert found["guide"].notna().tolist() == [True, False, False, False, False]
    assert left(source.with_name("pages") / "x") == ["00001-2026-12-01-ana-maría.ics"]


def test_goes_on_with_the_pages_that_are_finished(batch, source, monkeypatch):
    """After a cut only the rest is made, and no folder of pages is there before all are."""
    monkeypatch.setattr(files, "_ROWS_WITH_GUIDES", 2)
    made, pages = [], guides.pages_of

    def fail_third(rows, fmt, *, is_week):
        made.append(rows)
        if len(made) == 3:
            raise OSError(28, "No space left on device")
        return pages(rows, fmt, is_week=is_week)

    monkeypatch.setattr(guides, "pages_of", fail_third)
    assert batch().code == 1
    assert left(source) == ["days.csv", "fuel.csv.part", "fuel.csv.state", "pages.part"]
    source.with_name("pages").mkdir()
    assert batch().code == 0
    assert len(made) == 5
    assert left(source) == ["days.csv", "fuel.csv", "pages"]
    assert left(source.with_name("pages") / "x") == NAMES


def test_makes_pages_anew_where_it_is_asked_for_otherwise(batch, source):
    """Pages of another run are no pages of this one; what is no page is left where it is."""
    old = source.with_name("pages.part")
    old.mkdir()
    (old / "00099-old.json").write_text("{}", encoding="utf-8")
    assert batch().code == 0
    assert left(source.with_name("pages") / "x") == NAMES
    old.mkdir()
    (old / "00099-old.json").write_text("{}", encoding="utf-8")
    (old / "mine.txt").write_text("mine", encoding="utf-8")
    ROWS.assign(age=3).to_csv(source, index=False)
    assert batch(folder="pages").code == 2
    source.with_name("pages").rename(source.with_name("kept"))
    assert batch().code == 2
    assert left(old / "x") == ["mine.txt"]


@pytest.mark.parametrize(
    ("folder", "line"),
    [
        ("full", "guides: {}/full is there and not empty; name a new folder"),
        ("days.csv", "guides: {}/days.csv is there and not empty; name a new folder"),
        ("none/pages", "guides: the folder {}/none does not exist; make it first"),
    ],
)
def test_wants_a_new_folder(batch, source, folder, line):
    """Nobody's files are mixed with the pages, and nothing is written."""
    (source.with_name("full") / "x").mkdir(parents=True)
    code, _, said = batch(folder=folder)
    assert (code, said) == (2, f"fuelcalc: {line.format(source.parent)}\n")
    assert left(source) == ["days.csv", "full"]


@pytest.mark.parametrize("folder", ["/", "."])
def test_wants_the_name_of_a_folder(fuelcalc, source, folder):
    """The root and the folder that one stands in are no new ones."""
    arguments = ("batch", str(source), str(source.with_name("f.csv")), "--guides", folder)
    code, _, said = fuelcalc(*arguments)
    line = f'fuelcalc: guides: "{folder}" is no new folder; name one, such as pages\n'
    assert (code, said) == (2, line)


def test_wants_pages_for_a_format(fuelcalc, source):
    """A format of nothing is a slip, such as a forgotten --guides."""
    code, _, said = fuelcalc(
        "batch", str(source), str(source.with_name("f.csv")), "--format", "json"
    )
    assert (code, said) == (
        2,
        "fuelcalc: format: is of the pages; add --guides DIR, or leave it out\n",
    )


def test_writes_no_second_column_of_guides(batch, source):
    """A file that has one already would have two columns of one name."""
    ROWS.assign(guide="x").to_csv(source, index=False)
    code, _, said = batch()
    assert (code, said[:60]) == (2, 'fuelcalc: in: "guide" is the name of a figure that is writte')
    assert left(source) == ["days.csv"]


def test_gives_results_in_the_order_of_tasks():
    """Whoever finishes first, and however many tasks there are."""
    assert list(in_order(abs, range(-20, 0), n_workers=2)) == list(range(20, 0, -1))


def test_says_that_a_worker_died():
    """In one line, with what to do; nobody waits for it."""
    with pytest.raises(FuelcalcError, match=r"^a worker died, perhaps for want of memory; what is"):
        list(in_order(os._exit, [1, 1], n_workers=2))


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks at processes as Linux shows them")
def test_ends_its_workers_however_it_ends(tmp_path):
    """A run that is killed leaves no process behind that would work on for nobody."""
    program = tmp_path / "killed.py"
    program.write_text(
        "import os, time\n"
        "from fuelcalc.batch.workers import in_order\n"
        "def work(n):\n"
        "    print(os.getpid(), flush=True)\n"
        "    time.sleep(60)\n"
        'if __name__ == "__main__":\n'
        "    list(in_order(work, range(2), n_workers=2))\n",
        encoding="utf-8",
    )
    with subprocess.Popen(  # noqa: S603 - written above
        [sys.executable, str(program)], stdout=subprocess.PIPE
    ) as run:
        workers = [Path("/proc", run.stdout.readline().decode().strip()) for _ in range(2)]
        assert all(path.exists() for path in workers)
        run.kill()
        until = time.monotonic() + 20.0
        while any(path.exists() for path in workers) and time.monotonic() < until:
            time.sleep(0.05)
        assert not any(path.exists() for path in workers)

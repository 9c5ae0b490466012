"""A command line that answers in the test's own process, with a profile folder of its own."""

import datetime as dt
import json
from typing import NamedTuple

import pytest
from fit_writer import activity, file_id, fit, session
from some_files import WITHINGS
from test_fit import START
from tracks import gpx, run_points, tcx

from fuelcalc.cli import run
from fuelcalc.pantry import BUNDLED


class Answer(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Keep the profile of whoever runs the tests out of them."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


NOW = dt.datetime(2026, 11, 26, 8, 0, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """Stop the clock of the command line on a Thursday morning, and set it for who asks."""

    def set_to(moment):
        monkeypatch.setattr("fuelcalc.cli.planned.now", lambda: moment)

    set_to(NOW)
    return set_to


@pytest.fixture
def fuelcalc(capsys):
    """Run a command line and collect its exit code and both streams."""

    def call(*arguments):
        code = run(list(arguments))
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return call


@pytest.fixture
def profile(home):
    """Write a profile as `fuelcalc init` would."""

    def write(text):
        file = home / "config" / "fuelcalc" / "profile.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    return write


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


@pytest.fixture
def scale(home):
    """What a scale exports."""
    (home / "weight.csv").write_text(WITHINGS, encoding="utf-8")
    return home / "weight.csv"


@pytest.fixture
def listed_dishes(fuelcalc):
    """The dishes that a question leaves, in the order of the answer."""

    def ask(*arguments):
        answer = fuelcalc("dishes", *arguments, "--format", "json")
        assert (answer.code, answer.err) == (0, "")
        tree = json.loads(answer.out)
        assert tree["schema"] == "fuelcalc/dishes/1"
        assert tree["found"] >= len(tree["dishes"])
        return tree["dishes"]

    return ask


@pytest.fixture
def listed_foods(fuelcalc):
    """The foods that a question leaves, in the order of the answer."""

    def ask(*arguments):
        answer = fuelcalc("foods", *arguments, "--format", "json")
        assert (answer.code, answer.err) == (0, "")
        return [BUNDLED.food(one["food_id"]) for one in json.loads(answer.out)["foods"]]

    return ask

"""A command line that answers in the test's own process, with a profile folder of its own."""

import datetime as dt
from typing import NamedTuple

import pytest

from fuelcalc.cli import run


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

import json
import re
import shlex

import pytest

from fuelcalc import __version__
from fuelcalc.cli import cli, run

COMMANDS = ["day", "init", "schema"]


@pytest.mark.parametrize("command", COMMANDS)
def test_has_help_with_an_example(fuelcalc, command):
    """Each command explains itself and ends with an example."""
    answer = fuelcalc(command, "--help")
    assert answer.code == 0
    assert "Example:" in answer.out
    assert max(map(len, answer.out.splitlines())) <= 80


def test_runs_the_example_of_its_own_help(fuelcalc):
    """The example in the help of `day` is a command that works."""
    text = fuelcalc("day", "--help").out
    block = re.search(r"Example:\n(.*)", text, re.DOTALL).group(1).replace("\\\n", " ")
    answer = fuelcalc(*shlex.split(block)[1:])
    assert answer.code == 0
    assert "to build" in answer.out


def test_lists_its_commands(fuelcalc):
    """Without arguments the commands are listed."""
    answer = fuelcalc()
    assert answer.code == 0
    for command in COMMANDS:
        assert command in answer.out


def test_says_its_version(fuelcalc):
    """The version is the package's own."""
    assert fuelcalc("--version").out.split()[-1] == __version__


def test_prints_the_schema_of_a_plan_file(fuelcalc):
    """`schema` prints JSON that names the tables of a plan."""
    schema = json.loads(fuelcalc("schema").out)
    assert {"athlete", "goal", "days"} <= set(schema["properties"])


def test_answers_an_unknown_command_in_one_line(fuelcalc):
    """A misspelt command is one line and exit code 2."""
    answer = fuelcalc("dya")
    assert (answer.code, answer.err.count("\n")) == (2, 1)


def test_ends_with_one_when_the_machine_fails(fuelcalc, monkeypatch):
    """What is not the user's mistake is exit code 1, in one line."""

    def broken(**_):
        raise OSError(28, "No space left on device", "day.txt")

    monkeypatch.setattr(cli, "invoke", lambda _: broken())
    answer = fuelcalc("day")
    assert (answer.code, answer.err) == (1, "fuelcalc: day.txt: No space left on device\n")


def test_stops_quietly(capsys, monkeypatch):
    """Control-C ends with exit code 1 and one line."""

    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "invoke", interrupted)
    assert run(["day"]) == 1
    assert capsys.readouterr().err.strip().count("\n") == 0

"""The README's own commands, run as they stand."""

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest

from fuelcalc import plan_day, read_plan
from fuelcalc.cli import run

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
COMMANDS = [
    line for block in BLOCKS[2:] for line in block.replace("\\\n", " ").splitlines() if line
]


@pytest.mark.parametrize("command", COMMANDS)
def test_shows_commands_that_work(command, capsys, tmp_path, monkeypatch):
    """Each command after the two of the set-up ends well and prints what it is for."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    program, name, *options = shlex.split(command, comments=True)
    assert program == "fuelcalc"
    assert run([name, *options]) == 0
    shown = {"snack": "1. ", "foods": "g", "dishes": "lentil", "guide": "Wrote fuelcalc-"}
    shown["shopping"] = "[ ] "
    shown["week"] = "7 days"
    shown["log"] = "It holds 1 morning"
    shown["day"] = "" if "--out" in options else "Eat about"
    assert shown[name] in capsys.readouterr().out
    written = [name for option, name in pairwise(options) if option == "--out"]
    assert all((tmp_path / name).stat().st_size > 100 for name in written)


def test_shows_a_plan_file_that_can_be_read(tmp_path):
    """The plan file in the README is one."""
    file = tmp_path / "plan.toml"
    file.write_text(re.search(r"```toml\n(.*?)```", README, re.DOTALL).group(1), encoding="utf-8")
    plan = read_plan(file)
    assert plan_day(plan.athlete, plan.days[0], plan.goal).energy.recommendation == "surplus"


def test_shows_session_texts_that_can_be_read(capsys, tmp_path, monkeypatch):
    """Every session in the README's table is one that `day` takes."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    texts = re.findall(r"^\| `([^`]+)` \|", README, re.MULTILINE)
    assert len(texts) == 6
    for text in texts:
        option = "--lift" if "squat" in text or "heavy" in text else "--run"
        assert run(["day", option, text]) == 0, text
    capsys.readouterr()

"""What is public is documented, and used as type checkers see it."""

import re
from pathlib import Path

import pytest

import fuelcalc
from fuelcalc.cli import cli

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
WORDS = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
USE = (ROOT / "tests" / "typed" / "public_use.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", fuelcalc.__all__)
def test_is_documented(name):
    """Every public name stands in the README or a page of the docs, as code."""
    assert re.search(rf"(?<![\w.]){name}(?!\w)", " ".join(code_in(WORDS)))


@pytest.mark.parametrize("name", fuelcalc.__all__)
def test_is_used_under_strict_types(name):
    """What the type checkers of `.ci/check` see is every public name."""
    assert re.search(rf"(?<!\w){name}(?!\w)", USE)


@pytest.mark.parametrize("command", cli.list_commands(None))
def test_documents_each_command(command):
    """Every command stands in the README or a page of the docs, as it is typed."""
    assert any(re.search(rf"fuelcalc {command}\b", code) for code in code_in(WORDS))


def code_in(text):
    """Blocks and spans of code."""
    blocks = re.findall(r"^```.*?^```", text, flags=re.DOTALL | re.MULTILINE)
    indented = re.findall(r"^ {4}\S.*$", text, flags=re.MULTILINE)
    return [*blocks, *indented, *re.findall(r"`[^`\n]+`", text)]

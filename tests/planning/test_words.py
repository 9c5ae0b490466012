"""The words of the plan: each once, and filled in."""

import ast
import re
from pathlib import Path

import pytest

import fuelcalc.planning
from fuelcalc.planning.words import NOTES, REASONS, note, reason

PLACEHOLDER = re.compile(r"{(\w+)[^}]*}")
SOURCES = [path.read_text() for path in Path(fuelcalc.planning.__file__).parent.rglob("*.py")]


def filled(text):
    """Any value for each name in a text."""
    return {
        name: "x" if ":" not in match else 1.5
        for match, name in ((m.group(0), m.group(1)) for m in PLACEHOLDER.finditer(text))
    }


@pytest.mark.parametrize("code", sorted(NOTES))
def test_fills_in_every_note(code):
    """Each note becomes whole sentences of its own level."""
    found = note(code, **filled(NOTES[code].text))
    assert (found.code, found.level) == (code, NOTES[code].level)
    assert found.text.endswith(".")
    assert not set("{}\n") & set(found.text)


@pytest.mark.parametrize("code", sorted(REASONS))
def test_fills_in_every_reason(code):
    """Each reason becomes whole sentences."""
    found = reason(code, **filled(REASONS[code]))
    assert found.code == code
    assert found.text.endswith(".")
    assert not set("{}\n") & set(found.text)


def test_uses_every_word_that_it_has():
    """No note or reason lies unused: each code is written somewhere in planning."""
    strings = {
        node.value
        for text in SOURCES
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    # Reasons for an aim are looked up by the aim's own word.
    assert set(NOTES) | set(REASONS) - {"maintain", "perform"} <= strings


def test_knows_no_other_code():
    """An unknown code is a mistake of ours, not of the athlete."""
    with pytest.raises(KeyError):
        note("no-such-note")

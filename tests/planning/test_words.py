"""The codes of the plan: each once, with its facts."""

import ast
from pathlib import Path

import pytest

import fuelcalc.planning
from fuelcalc.planning.guards import GUARDS
from fuelcalc.planning.words import NOTES, REASONS, guard_note, note, reason

SOURCES = [path.read_text() for path in Path(fuelcalc.planning.__file__).parent.rglob("*.py")]


@pytest.mark.parametrize("code", sorted(NOTES))
def test_makes_every_note(code):
    """Each note has its own level, and its facts in the order in which they were given."""
    level, facts = NOTES[code]
    found = note(code, **dict.fromkeys(facts, 1.5))
    assert (found.code, found.level, list(found.values)) == (code, level, list(facts))


SAID = [guard for guard in GUARDS if guard.level is not None]


@pytest.mark.parametrize("guard", SAID, ids=lambda guard: guard.code)
def test_makes_the_note_of_every_guard(guard):
    """Each guard that says something has a note without facts, of its own level."""
    found = guard_note(guard.code, guard.level)
    assert (found.code, found.level, found.values) == (guard.code, guard.level, {})


@pytest.mark.parametrize("code", sorted(REASONS))
def test_makes_every_reason(code):
    """Each reason has its facts."""
    found = reason(code, **dict.fromkeys(REASONS[code], 1.5))
    assert (found.code, set(found.values)) == (code, set(REASONS[code]))


def test_uses_every_code_that_it_has():
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


@pytest.mark.parametrize("values", [{}, {"minute": 390.0, "pace": 1.0}, {"time": 390.0}])
def test_refuses_other_facts(values):
    """A fact too few, too many or by another name would leave a blank on the page."""
    with pytest.raises(TypeError, match="fasted-run holds minute, not"):
        note("fasted-run", **values)


def test_counts_equal_notes_once():
    """Two runs with the same assumed pace make one note."""
    one, two, other = (note("fasted-run", minute=minute) for minute in (390.0, 390.0, 400.0))
    assert list(dict.fromkeys([one, two, other])) == [one, other]
    assert len({reason("asked"), reason("asked"), reason("maintain")}) == 2

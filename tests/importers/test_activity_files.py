"""Files of every format beside what they become, and harmed by a hundred seeds."""

import importlib

import pytest
from activity_files import inputs, outcome
from search_imports import mutant, wrong_with

from fuelcalc.importers.activities.door import READERS
from fuelcalc.importers.activities.source import HEAD_BYTES

HOME = "fuelcalc.importers.activities"


@pytest.mark.parametrize("file", inputs(), ids=lambda file: file.name)
def test_become_what_stands_beside_them(file):
    """Each file is read to the last number and the last refusal."""
    assert outcome(file) == file.with_name(f"{file.name}.json").read_bytes().decode()


@pytest.mark.parametrize("file", inputs(), ids=lambda file: file.name)
def test_are_of_one_reader(file):
    """No file is two readers', by its first bytes alone."""
    head = file.read_bytes()[:HEAD_BYTES]
    known = [name for name in READERS if importlib.import_module(f"{HOME}.{name}").identify(head)]
    assert len(known) == 1


def test_stand_for_every_reader():
    """A new format has a file here."""
    formats = {
        name
        for file in inputs()
        for name in READERS
        if importlib.import_module(f"{HOME}.{name}").identify(file.read_bytes()[:HEAD_BYTES])
    }
    assert formats == set(READERS)


@pytest.mark.parametrize("seed", range(100))
def test_cost_a_line_when_harmed(seed, tmp_path):
    """A harmed file is a line, fits every page, and changes no plan twice."""
    name, data = mutant(seed)
    path = tmp_path / name
    path.write_bytes(data)
    assert wrong_with(path) is None

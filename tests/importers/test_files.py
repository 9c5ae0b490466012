"""Files beside what they become; `python tests/golden/rewrite.py` writes the outcomes anew."""

import pytest
import rewrite

from fuelcalc.importers import plan_file
from fuelcalc.importers.own_foods import food_file
from fuelcalc.importers.tree import kind_of


@pytest.mark.parametrize("file", rewrite.inputs(), ids=lambda file: file.name)
def test_become_what_stands_beside_them(file):
    """A sound file is read to the last number, any other is refused in the very line."""
    assert rewrite.outcome(file) == file.with_suffix(".txt").read_bytes().decode()


@pytest.mark.parametrize("file", rewrite.inputs(), ids=lambda file: file.name)
def test_are_identified_by_one_importer(file):
    """No file is two importers'; one that is refused for what is in it is still its own's."""
    known = [name for name, one in rewrite.IMPORTERS.items() if one.identify(file.read_bytes())]
    assert known == {
        "plan-empty.toml": [],
        "plan-picture.toml": [],
        "plan-of-foods.toml": ["foods"],
        "foods-of-a-plan.toml": ["plan"],
    }.get(file.name, [file.name.partition("-")[0]])


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"a" * 2_000_000, b"x = 1", b"[" * 100_000])
def test_are_of_no_kind_where_they_cannot_be_told(data):
    """Whatever the bytes are, asking is no error."""
    assert kind_of(data) is None
    assert not plan_file.identify(data)
    assert not food_file.identify(data)


def test_are_of_no_kind_with_the_tables_of_both():
    """A file with an athlete and foods is neither: each reader says what it cannot take."""
    assert kind_of(b'[athlete]\n[[foods]]\nname = "a"') is None

"""Every number that decides about menus has a row that says what it decides, and why."""

import ast
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "menu-constants.md"
MODULES = sorted((ROOT / "fuelcalc" / "planning" / "menu").glob("*.py"))

NO_DECISION = {
    "PROTEIN", "CARBOHYDRATE", "FAT", "FIBRE", "DRINK", "ENERGY", "WIDE", "PLANNED", "THIS_WEEK",
    "ANY_WEEK", "_KCAL", "_LARGE_G", "_ANY_DAY", "_WEEK_DAYS", "_NOTHING", "_PAIRS", "_WISHES",
    "_EXCESS_COSTS", "BREAKFASTS",
}  # fmt: skip
"""Columns, names of standings, units, the calendar: where things stand, not what is decided."""


def names(path):
    """The names that a module binds to something with a number in it."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            both = isinstance(target, ast.Tuple)
            pairs = (
                zip(target.elts, node.value.elts, strict=True) if both else [(target, node.value)]
            )
            found |= {
                name.id
                for name, value in pairs
                if name.id.isupper()
                and any(isinstance(n, ast.Constant) and type(n.value) in {int, float}
                        for n in ast.walk(value))
            }  # fmt: skip
    return found - NO_DECISION


def numbers(value):
    """The numbers of a constant in their order."""
    if isinstance(value, Mapping):
        return [number for one in value.values() for number in numbers(one)]
    if isinstance(value, tuple | range):
        return [number for one in value for number in numbers(one)]
    if isinstance(value, np.ndarray):
        return numbers(tuple(value.tolist()))
    return [] if isinstance(value, str) else [float(value)]


def rows(module):
    """The rows of one module: by constant its numbers and its reason."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    cells = [[one.strip() for one in line.split("|")[1:-1]] for line in lines if line[:1] == "|"]
    return {
        name.strip("`"): (values, reason)
        for place, name, values, reason in cells
        if place == f"`{module}`"
    }


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_explains_each_constant_and_no_other(path):
    """A row for each, with the numbers of the code in their order, and a reason in words."""
    module = import_module(f"fuelcalc.planning.menu.{path.stem}")
    table = rows(path.stem)
    assert set(table) == names(path)
    for name, (values, reason) in table.items():
        assert [float(word) for word in values.split()] == numbers(getattr(module, name)), name
        assert len(reason.split()) >= 5, name


def test_has_a_row_for_most_of_the_code():
    """The table is no empty one."""
    assert sum(len(rows(path.stem)) for path in MODULES) > 100

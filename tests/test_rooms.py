"""The frame of the project: rooms, sizes, sources and what importing costs."""

import ast
import io
import re
import subprocess
import sys
import tokenize
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import fuelcalc
from fuelcalc.science.sources import SOURCES

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "fuelcalc"
CODE = sorted([*PACKAGE.rglob("*.py"), *(ROOT / "foods").glob("*.py")])

TOP_LEVEL = frozenset(
    {
        "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md",
        "fuelcalc", "foods", "docs", "tests",
    }
)  # fmt: skip
HEAVY = (
    "pint", "pandas", "numpy", "rich", "jinja2", "typst", "icalendar", "tzlocal", "zoneinfo",
    "pydantic", "click", "fitdecode", "tomlkit", "tzfpy", "dateutil", "zipfile", "csv",
)  # fmt: skip

# Arithmetic without a finding behind it: plain numerics, sums and look-ups.
WITHOUT_SOURCE = frozenset(
    {
        "body.ffm_kg",
        "body.pal_without_training",
        "body.resting_energy",
        "day.base_sd_kcal",
        "day.expenditure_range",
        "day.largest_deficit",
        "day.mean_expenditure_kcal",
        "day.net_cost",
        "day.net_kcal",
        "day.planned_share",
        "day.recommended_balance",
        "day.total",
        "effort.typical_vdot",
        "numeric.as_given",
        "numeric.at_least",
        "numeric.blend",
        "numeric.clip",
        "numeric.exp",
        "numeric.interpolate",
        "numeric.interpolate_each",
        "numeric.is_alike",
        "numeric.is_anywhere",
        "numeric.known_or",
        "numeric.least",
        "numeric.log",
        "numeric.most",
        "numeric.power",
        "numeric.ramp",
        "numeric.smoothstep",
        "running.stretch_ground_w_per_kg",
        "running.with_air_w_per_kg",
        "sources.behind",
        "sources.equation_named",
        "sources.explains",
        "sources.mark",
        "sources.outside",
    }
)


def tree_of(path):
    """A module, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"))


def code_lines(path):
    """The numbers of the lines that hold code: no docstrings, comments or blanks."""
    text = path.read_text(encoding="utf-8")
    skipped = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
    lines = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in skipped and token.type != tokenize.ENDMARKER:
            lines |= set(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            lines -= set(range(node.lineno, int(node.end_lineno or 0) + 1))
    return lines


def functions_of(path):
    """Every function of a module."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    return [node for node in ast.walk(tree_of(path)) if isinstance(node, kinds)]


@cache
def keys_taken_from(table):
    """Every key by which some code of the package takes an entry of a table."""
    return {
        node.slice.value
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Name)
        and node.value.id == table
        and isinstance(node.slice, ast.Constant)
    }


def relative(path):
    """A path as it is called in the project."""
    return path.relative_to(ROOT).as_posix()


class TestImport:
    """What it costs to import the package."""

    def test_loads_nothing_heavy(self):
        """`import fuelcalc` loads no library that is needed only later."""
        code = f"import sys, fuelcalc; print([m for m in {HEAVY!r} if m in sys.modules])"
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
        assert done.stdout.strip() == "[]"
        assert done.stderr == ""

    def test_plans_a_day_without_what_reads_files_of_training(self):
        """`fuelcalc day` loads none of the libraries that only `fuelcalc import` has a use for."""
        code = (
            "import sys; from fuelcalc.cli import run; run(['day', '--no-menu']); "
            "names = ('fitdecode', 'tomlkit', 'tzfpy', 'dateutil', 'icalendar', 'xml.etree'); "
            "room = 'fuelcalc.importers.activities'; "
            "print([m for m in (*names, room) if m in sys.modules], file=sys.stderr)"
        )
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
        assert done.stderr.strip() == "[]"

    def test_plans_a_day_without_the_models_of_a_week_or_a_log(self):
        """`fuelcalc day` with its menu loads no model that only other commands have a use for."""
        code = (
            "import sys; from fuelcalc.cli import run; run(['day', '--date', '2026-11-26']); "
            "names = ('log', 'learning', 'shopping', 'week_plan'); "
            "rooms = ['difflib', *(f'fuelcalc.models.{name}' for name in names)]; "
            "print([m for m in rooms if m in sys.modules], file=sys.stderr)"
        )
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
        assert done.stderr.strip() == "[]"

    @pytest.mark.parametrize("name", fuelcalc.__all__)
    def test_loads_each_public_name(self, name):
        """Each public name is there when it is asked for, and listed before."""
        assert getattr(fuelcalc, name) is not None
        assert name in dir(fuelcalc)

    def test_has_no_other_names(self):
        """A name that is not public is an attribute error, as in any module."""
        with pytest.raises(AttributeError, match="no attribute 'plan_decade'"):
            _ = fuelcalc.plan_decade


class TestFrame:
    """Where things stand, and how large they may be."""

    def test_has_the_agreed_top_level(self):
        """Nothing else stands beside the package."""
        if (ROOT / ".git").exists():
            command = ["git", "-c", f"safe.directory={ROOT}", "-C", str(ROOT), "ls-files"]
            done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
            found = {line.strip('"').split("/")[0] for line in done.stdout.splitlines()}
        else:
            found = {path.name for path in ROOT.iterdir()}
        extra = {name for name in found if not name.startswith(".")} - TOP_LEVEL
        assert extra - {"build", "dist"} == set()
        assert all((ROOT / name).exists() for name in TOP_LEVEL)

    @pytest.mark.parametrize("path", CODE, ids=relative)
    def test_has_files_of_300_lines_at_most(self, path):
        """A longer file wants another noun."""
        assert len(code_lines(path)) <= 300

    @pytest.mark.parametrize("path", CODE, ids=relative)
    def test_has_functions_of_50_lines_at_most(self, path):
        """A longer body wants another name; an equation has as many arguments as it needs."""
        code = code_lines(path)
        lengths = {
            function.name: len(
                code & set(range(function.body[0].lineno, int(function.end_lineno or 0) + 1))
            )
            for function in functions_of(path)
        }
        assert {name: lines for name, lines in lengths.items() if lines > 50} == {}


class TestSources:
    """Where the numbers come from."""

    def test_are_named_by_every_equation(self):
        """Every public function of science cites its source, or is listed as plain arithmetic."""
        without = {
            f"{path.stem}.{function.name}"
            for path in (PACKAGE / "science").glob("*.py")
            for function in functions_of(path)
            if not function.name.startswith("_")
            and "Source:" not in (ast.get_docstring(function) or "")
        }
        assert without - WITHOUT_SOURCE == set()
        assert WITHOUT_SOURCE - without == set(), "listed, but cites a source or is gone"

    @pytest.mark.parametrize("key", SOURCES)
    def test_are_all_used(self, key):
        """No citation stands in the table that no code takes from it."""
        assert key in keys_taken_from("SOURCES")


def types_in(path):
    """What a module calls its classes and its aliases of types."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ClassDef):
            yield node.name
    for node in tree_of(path).body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (one.id for one in targets if re.match("[A-Z][a-z]", ast.unparse(one)))


def test_has_each_name_of_a_type_once():
    """A name stands for one thing: no two classes or aliases of the package are called the same."""
    names = Counter(name for path in PACKAGE.rglob("*.py") for name in types_in(path))
    assert [name for name, n in names.items() if n > 1] == []


def is_for_types(node):
    """Whether a branch is read by type checkers alone."""
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def imported_by(node, modules):
    """What a module imports of the package when it runs, wherever in it the import stands."""
    for inside in ast.iter_child_nodes(node):
        if isinstance(inside, ast.ImportFrom) and inside.module in modules:
            names = {f"{inside.module}.{each.name}" for each in inside.names}
            yield from names & modules or {inside.module}
        if not is_for_types(inside):
            yield from imported_by(inside, modules)


def test_has_no_circle_of_imports():
    """No module needs one that needs it, not even in the middle of a function."""
    paths = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in CODE}
    paths = {name.removesuffix(".__init__"): path for name, path in paths.items()}
    needs = {
        name: {*imported_by(tree_of(path), paths.keys())} - {name} for name, path in paths.items()
    }
    # What needs nothing that is left goes; what stays needs itself, by way of others.
    while free := {name for name, others in needs.items() if not others & needs.keys()}:
        needs = {name: others for name, others in needs.items() if name not in free}
    assert needs == {}

"""The ways to break a line, each on a small text, and what is drawn, asked and counted."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from break_lines import (
    Broken,
    Copy,
    Record,
    draw,
    equivalents,
    files_of,
    in_order,
    own_tests,
    report,
    shown,
)
from breaks import Break, breaks_of, broken, optional_names


def ways(text, kind=None):
    """Every text that breaking this one gives, by one kind of break or by all."""
    found = [broken(text, way) for way in breaks_of(text) if kind in {None, way.kind}]
    return {new for new in found if new is not None}


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("comparison", "a < b", {"a <= b", "a >= b"}),
        ("comparison", "a <= b < c", {"a < b < c", "a > b < c", "a <= b <= c", "a <= b >= c"}),
        ("comparison", "a == b", {"a != b"}),
        ("comparison", "a is not b", {"a is b"}),
        ("comparison", "a not  in b", {"a in b"}),
        ("arithmetic", "(a) + (b)", {"(a) - (b)"}),
        ("arithmetic", "a * b / c", {"a / b / c", "a * b * c"}),
        ("arithmetic", "a -= b", {"a += b"}),
        ("arithmetic", "a ** b", {"a * b"}),
        ("arithmetic", "(a  # less + more\n - b)", {"(a  # less + more\n + b)"}),
        ("constant", "a = 2.0", {"a = 2.5"}),
        ("constant", "a = 1e-20", {"a = 1.25e-20"}),
        ("constant", "a = 0.0", {"a = 1.0"}),
        ("constant", "a = 0", {"a = 1"}),
        ("constant", "a[2]", {"a[3]"}),
        ("constant", "a = True", {"a = False"}),
        ("logic", "a and b or c", {"a or b or c", "a and b and c"}),
        ("not", "a = not (b or c)", {"a =  (b or c)"}),
        ("swap", "least(most(a, b), c)", {"most(most(a, b), c)", "least(least(a, b), c)"}),
        ("swap", "np.minimum(a, b)", {"np.maximum(a, b)"}),
        ("key", "a['day'] = {'ü-1': b}", {"a['day-x'] = {'ü-1': b}"}),
        ("argument", "sorted(a, key=b)", {"sorted(a)"}),
        ("argument", "sum(start=a, data=b)", {"sum(data=b)"}),
        ("branch", "if a: b", {"if True: b", "if False: b"}),
        ("branch", "a if b else c", {"a if True else c", "a if False else c"}),
        ("branch", "[a for a in b if c]", {"[a for a in b if True]", "[a for a in b if False]"}),
        ("branch", "while a: b", {"while False: b"}),
        ("branch", "if a := b(): a", set()),
        ("element", "[a, b, c]", {"[b, c]", "[a, c]", "[a, b]"}),
        ("element", "(f(a), g(b), h(c))", {"(g(b), h(c))", "(f(a), h(c))", "(f(a), g(b))"}),
        ("element", "(f(a), g(b))", {"(f(a),)", "(g(b),)"}),
        ("element", "a = (1.0, 2.0)", set()),
        ("element", "a, b = f(), g()", set()),
    ],
)
def test_breaks(kind, before, after):
    """Each kind of break gives the texts that it should, and no other."""
    assert ways(before, kind) == after


@pytest.mark.parametrize(
    ("promised", "defaults"),
    [
        ("float", {"0.0"}),
        ("N", {"0.0"}),
        ("bool", {"True", "False"}),
        ("str", {'""'}),
        ("tuple[int, ...]", {"()"}),
        ("Mapping[str, int]", {"{}"}),
        ("float | None", {"None"}),
    ],
)
def test_returns_a_default(promised, defaults):
    """A function returns a default of its type, and functions inside it are left alone."""
    text = "def f() -> {}:\n    g = lambda: a\n    return {}"
    assert ways(text.format(promised, "a"), "return") == {
        text.format(promised, default) for default in defaults
    }


@pytest.mark.parametrize(
    "text",
    [
        '"""A docstring + 1."""',
        "# a comment + 1",
        "import a.b",
        "from a import b as c",
        "__all__ = ['a', 'b']",
        "N = TypeVar('N', float, 'Array')",
        "Level: TypeAlias = 'npt.NDArray[np.float64]'",
        "Level = Literal['info', 'warning']",
        "Who = Callable[[float], bool]",
        "Number = float | None",
        "def f(a: Literal['b'] = c) -> 'd | e': pass",
        "class A:\n    b: Annotated[float, 1.0]",
        "isinstance(a, float | int)",
        "cast('A', b)",
        "if TYPE_CHECKING:\n    a = 1",
        "Source('Minetti 2002, J Appl Physiol 93:1039', '10.1152/japplphysiol.01177.2001')",
        "a = f'{b + 1} g of {c}'",
        "def f() -> str:\n    return 'drink by thirst'",
    ],
)
def test_leaves_prose_and_types_alone(text):
    """Nothing that only people or type checkers read is broken."""
    assert breaks_of(text) == []


def test_breaks_the_line_on_which_it_stands():
    """A break belongs to the line of its sign, not of its statement."""
    assert [way.line for way in breaks_of("a = (\n    b\n    + c\n)")] == [3]


def test_knows_what_may_be_left_out():
    """Arguments and fields with a default may be left out, others not."""
    texts = ["def f(a, b=1, *, c, d=2): pass", "class A:\n    e: int\n    g: int = 1"]
    assert {"b", "d", "g", "key"} <= optional_names(texts)
    assert not {"a", "c", "e"} & optional_names(texts)


def test_gives_no_text_that_is_no_python():
    """A break that would only be a syntax error, or say the same, is none."""
    assert broken("a = 1", Break(1, 4, 5, "constant", ")")) is None
    assert broken("a = 1", Break(1, 4, 5, "constant", "(1)")) is None


@pytest.fixture
def tree(tmp_path):
    """A small project of two rooms."""
    for name, text in {
        "fuelcalc/science/fat.py": "a = 1\nb = a + 2\nc = 3.0\n",
        "fuelcalc/planning/day.py": "a = 4\nb = 5\n",
        "fuelcalc/planning/words.py": "WORDS = 'some prose'\n",
        "fuelcalc/planning/menu/fit.py": "a = 6\n",
        "tests/planning/menu/test_fit.py": "from fuelcalc.planning.menu.fit import a\n",
        "tests/planning/test_day.py": "from fuelcalc.planning.words import WORDS\n",
        "tests/planning/test_menu.py": "from fuelcalc.planning import day, words\n",
        "tests/planning/test_week.py": "from fuelcalc.planning.wordsmith import WORDS\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def drawn_line(file="fuelcalc/planning/day.py", after="a = 5"):
    """A line as it is drawn."""
    return Broken(file, 1, "a = 4", after, Break(1, 4, 5, "constant", "5"))


def test_finds_the_files_of_folders(tree):
    """Folders and files are taken, and others left out, by where they lie."""
    found = files_of(tree, [Path("fuelcalc/planning")], [Path("fuelcalc/planning/menu")])
    assert found == ["fuelcalc/planning/day.py", "fuelcalc/planning/words.py"]
    assert files_of(tree, [Path("fuelcalc/science/fat.py")], []) == ["fuelcalc/science/fat.py"]


def test_draws_the_same_lines_for_the_same_seed(tree):
    """Neither chance nor the order of the files changes the draw, and a longer one goes on."""
    files = files_of(tree, [Path("fuelcalc")], [])
    drawn = draw(tree, files, 4, seed=7)
    assert drawn == draw(tree, reversed(files), 4, seed=7)
    assert drawn == draw(tree, files, 6, seed=7)[:4]
    assert any(draw(tree, files, 4, seed=seed) != drawn for seed in range(5))


def test_draws_each_line_once_and_no_prose(tree):
    """All lines of code are drawn before any comes twice."""
    drawn = draw(tree, files_of(tree, [Path("fuelcalc")], []), 100, seed=1)
    places = [(line.file, line.line) for line in drawn]
    assert len(places) == len(set(places)) == 6
    assert all("words" not in file for file, _ in places)


def test_shows_a_line_before_and_after():
    """What changes stands in one line, without what stays."""
    text = "x = 1\ny = [\n    f(2),\n    g(3),\n]\n"
    [way] = [way for way in breaks_of(text, frozenset()) if way.kind == "element" and way.line == 3]
    assert shown(text, str(broken(text, way)), way) == ("f(2), g(3),", "g(3),")


def test_asks_the_mirroring_tests_first(tree):
    """A file's own tests mirror it; without such a file they are those that import it."""
    fit, words = "fuelcalc/planning/menu/fit.py", "fuelcalc/planning/words.py"
    assert own_tests(tree, fit) == ["tests/planning/menu/test_fit.py", fit]
    assert own_tests(tree, words) == [
        "tests/planning/test_day.py",
        "tests/planning/test_menu.py",
        words,
    ]


def test_asks_quick_tests_before_slow_ones_and_the_menu_last(tree):
    """The rest of the room follows by its time; outside the menu its tests come last."""
    times = {"tests/planning/test_week.py": 9.0, "tests/planning/test_day.py": 1.0}
    day, week, menu, fit = (
        f"tests/planning/{name}.py"
        for name in ("test_day", "test_week", "test_menu", "menu/test_fit")
    )
    assert in_order(tree, drawn_line(), [], times) == [day, week, fit, menu]
    assert in_order(tree, drawn_line("fuelcalc/planning/menu/fit.py"), [fit], times) == [
        menu,
        day,
        week,
    ]


def test_breaks_a_copy_and_mends_it(tree, tmp_path):
    """Tests notice what they hold, on a copy that is whole afterwards, by few examples."""
    file, test = "fuelcalc/planning/day.py", "tests/planning/test_day.py"
    for package in ("fuelcalc", "fuelcalc/planning"):
        (tree / package / "__init__.py").touch()
    (tree / "tests/conftest.py").write_text("from hypothesis import settings\n")
    (tree / "pytest.ini").write_text("[pytest]\naddopts = --strict-markers\n")
    (tree / test).write_text(
        "import pytest\n"
        "from fuelcalc.planning.day import a\n"
        "max_examples=300\n"
        "@pytest.mark.no_cover\n"
        "def test_is_4_and_seldom_searched():\n"
        "    assert (a, max_examples) == (4, 10)\n"
    )
    copy = Copy(tree, tmp_path / "copies")
    assert not copy.notices([test])
    assert copy.is_noticed(drawn_line(file), {})
    assert (copy.root / file).read_text() == (tree / file).read_text() == "a = 4\nb = 5\n"
    assert not copy.notices([])
    (copy.root / "tests/planning/test_hang.py").write_text(
        "def test_ends():\n    while True: pass\n"
    )
    assert copy.notices(["tests/planning/test_hang.py"], limit_s=2)


def test_counts_what_was_noticed():
    """Survivors are named, equivalent lines are left out with their reason, rooms are counted."""
    fat = drawn_line("fuelcalc/science/fat.py")
    same = drawn_line(after="a = 4.0")
    noticed = {str(drawn_line()): False, str(fat): True}
    reasons = equivalents("fuelcalc/planning/day.py:99: a = 4 -> a = 4.0  # the same number\n\n")
    assert report([fat, drawn_line(), same], noticed, reasons) == [
        "fuelcalc/planning/day.py:1: a = 4 -> a = 5",
        "equivalent: fuelcalc/planning/day.py:1: a = 4 -> a = 4.0  # the same number",
        "planning: 0 / 1",
        "science: 1 / 1",
        "all: 1 / 2",
    ]


def test_reads_what_an_earlier_run_wrote(tmp_path):
    """A run that was cut finds its times and results again; without a file there are none."""
    record = Record.read(tmp_path / "found.jsonl")
    assert (record.noticed, record.times) == ({}, {})
    record.write(room="science", times_s={"tests/science/test_fat.py": 1.5})
    record.write(broken=str(drawn_line()), noticed=True, seconds=2.0)
    again = Record.read(tmp_path / "found.jsonl")
    assert again.noticed == {str(drawn_line()): True}
    assert again.times == {"science": {"tests/science/test_fat.py": 1.5}}
    assert Record.read(None).noticed == {}

"""Files that people write, from bytes to nested dicts or to one line that says what is wrong."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import refusal

from fuelcalc.errors import InputError
from fuelcalc.importers.tree import MOST_BYTES, read_tree, tree_of

TOML = b'[athlete]\nsex = "male"\nage = 30\nmass = "70 kg"\n'
TREE = {"athlete": {"sex": "male", "age": 30, "mass": "70 kg"}}
KINDS = st.sampled_from(["plan", "food"])


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "it: the file is empty; write at least an [athlete] table"),
        (b" \n\t\r\n", "it: the file is empty;"),
        (b"\xef\xbb\xbf", "it: the file is empty;"),
        (b"\x00\xff\xfe", "it: not a text file; a plan file is TOML or JSON in UTF-8"),
        (b"\x89PNG\r\n\x1a\n", "it: not a text file;"),
        (b"\x00\x01", "it: not a plan file (TOML): Invalid statement"),
        (b"x" * 10_000_000, "it: the file is over 1,000,000 bytes; is this the plan file?"),
        (b"[1, 2]", "it: not a plan file (TOML): Expected ']'"),
        (b'[{"athlete": {}}]', "it: not a plan file (TOML): "),
        (b"{", "it: not a plan file (JSON): Expecting property name"),
        (b'{"a": 1}}', "it: not a plan file (JSON): Extra data"),
        (b'{"a": 1, "a": 2}', 'it: not a plan file (JSON): the key "a" is there twice'),
        (b'{"b": {"\\u001b": 1, "\\u001b": 2}}', r'it: not a plan file (JSON): the key "\x1b" is'),
        (b"a = 1\na = 2", "it: not a plan file (TOML): A key is there twice"),
        (b"[athlete]\n[athlete]", "it: not a plan file (TOML): "),
        (b'{"a": NaN}', "it: not a plan file (JSON): NaN is not a number"),
        (b'{"a": -Infinity}', "it: not a plan file (JSON): -Infinity is not a number"),
        (b'{"a":' * 100_000, "it: not a plan file (JSON): it is nested too deeply"),
        (b"a = " + b"[" * 100_000, "it: not a plan file (TOML): it is nested too deeply"),
        (b"a." * 400_000 + b"b = 1", "it: not a plan file (TOML): it is nested too deeply"),
        (b'{"a": ' + b"1" * 5000 + b"}", "it: not a plan file (JSON): it holds a number of"),
        (b"a = " + b"1" * 5000, "it: not a plan file (TOML): it holds a number of thousands"),
        (b'a = "\x1b"', "it: not a plan file (TOML): Illegal character"),
        (b"[athlete]\nmass = 62 kg", "it: not a plan file (TOML): Expected newline"),
    ],
    ids=lambda value: repr(value[:24]),
)
def test_refuses_in_one_line(data, line):
    """Whatever is no such file is refused, with the reason."""
    assert refusal(tree_of, data, name="it", kind="plan").startswith(line)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "it: the file is empty; write at least a [[foods]] table"),
        (b"\xff", "it: not a text file; a food file is TOML or JSON in UTF-8"),
        (b"{", "it: not a food file (JSON): "),
        (b"x", "it: not a food file (TOML): "),
        (b"[]", "it: not a food file (TOML): "),
        (b"x" * (MOST_BYTES + 1), "it: the file is over 1,000,000 bytes; is this the food file?"),
    ],
)
def test_speaks_of_the_file_that_it_was_to_be(data, line):
    """A food file that cannot be read is not called a plan."""
    assert refusal(tree_of, data, name="it", kind="food").startswith(line)


def test_shows_how_text_is_written():
    """The commonest slip in TOML is answered with an example, a list with what it should be."""
    line = refusal(tree_of, b"[athlete]\nmass = 62 kg", name="it", kind="plan")
    assert "(at line 2, column 11)" in line
    assert line.endswith('; text stands in quotes, as in name = "Example"')
    line = refusal(tree_of, b'[{"foods": []}]', name="it", kind="food")
    assert line.endswith("; a food file is one table, not a list")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_reads_behind_a_mark(mark):
    """A byte order mark is no part of the file, in TOML and in JSON."""
    as_json = json.dumps(TREE).encode()
    assert tree_of(mark + TOML, name="it", kind="plan") == TREE
    assert tree_of(mark + b"\n " + as_json, name="it", kind="plan") == TREE


def test_reads_as_much_as_the_limit():
    """A file of 1,000,000 bytes is read, one more is not."""
    padded = TOML.ljust(MOST_BYTES, b"\n")
    assert tree_of(padded, name="it", kind="plan") == TREE
    assert "over 1,000,000" in refusal(tree_of, padded + b"\n", name="it", kind="plan")


def test_reads_a_path_or_an_open_file(tmp_path):
    """A path as text or as a Path, a file opened for bytes or for text."""
    path = tmp_path / "plan.toml"
    path.write_bytes(TOML)
    assert read_tree(path, kind="plan") == read_tree(str(path), kind="plan") == TREE
    with path.open("rb") as of_bytes, path.open(encoding="utf-8") as of_text:
        assert read_tree(of_bytes, kind="plan") == read_tree(of_text, kind="plan") == TREE


def test_calls_files_by_their_name(tmp_path):
    """Errors begin with the name of the file, without its folder; else with its kind."""
    path = tmp_path / "my\x1bplan.toml"
    path.write_bytes(b"")
    assert refusal(read_tree, path, kind="plan").startswith(r"my\x1bplan.toml: the file is empty")
    with path.open("rb") as file:
        line = refusal(read_tree, file, kind="plan")
    assert line.startswith(r"my\x1bplan.toml: the file is empty")
    assert refusal(tree_of, b"", name="a\nb", kind="plan").startswith(r"a\nb: ")
    assert refusal(read_tree, io.BytesIO(b""), kind="food").startswith("food: the file is empty")


@pytest.mark.parametrize("name", ["none.toml", "\x1b.toml", "a\0b", ".", "x" * 300])
def test_refuses_what_is_not_there(name, tmp_path):
    """A missing file, a folder and an impossible name are input errors."""
    assert ": cannot be read: " in refusal(read_tree, tmp_path / name, kind="plan")


@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode(errors="replace")),
    KINDS,
)
def test_reads_any_bytes_or_says_why_not(data, kind):
    """Bytes are a table, or one printable line."""
    try:
        assert isinstance(tree_of(data, name="it", kind=kind), dict)
    except InputError as error:
        assert str(error).isprintable()  # noqa: PT017


@given(st.text(max_size=40))
def test_keeps_text_as_it_was_written(text):
    """What JSON holds comes back unchanged."""
    data = json.dumps({"name": text}).encode()
    assert tree_of(data, name="it", kind="food") == {"name": text}

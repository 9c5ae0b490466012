"""A file that people write, TOML or JSON, as nested dicts: read, and refused in one line."""

import json
import tomllib
from pathlib import Path
from typing import IO, Any, Final, Literal, TypeAlias

from fuelcalc.errors import InputError, nearest, one_line

MOST_BYTES = 1_000_000
_MOST_DOTS = 200
# A file of own foods that fills the megabyte has about 40,000.
_MOST_KEYS = 60_000

FileKind = Literal["plan", "food"]
"""What a file is for: a plan, or somebody's own foods and dishes."""

OpenFile: TypeAlias = str | Path | IO[bytes] | IO[str]
"""A path, or a file opened for bytes or for text."""

_LEAST = {"plan": "an [athlete] table", "food": "a [[foods]] table"}
PLAN_TABLES: Final = frozenset({"athlete", "goal", "days", "week"})
"""What the top of a plan file holds."""

_TABLES: Final[dict[FileKind, frozenset[str]]] = {
    "plan": PLAN_TABLES,
    "food": frozenset({"foods", "dishes"}),
}


def tree_of(data: bytes, *, name: str, kind: FileKind) -> dict[str, Any]:
    """
    Read the bytes of a TOML or JSON file into nested dicts, unchecked.

    Args:
        data: The file's content; at most 1 MB.
        name: What errors call the file.
        kind: What it should be.

    Raises:
        InputError: The file is empty, too large, not text, not TOML or JSON, or foods for a plan.
    """
    tree = _parsed(data, name, kind)
    if kind == "plan" and _kind_of(tree) == "food":
        remedy = "--foods and read_foods take it"
        raise _refusal("a food file, not a plan file", name, kind, remedy)
    if kind == "plan" and not tree:
        # Comments alone, or a pair of braces: nothing in it is not a plan of the example.
        raise _refusal("the file holds nothing", name, kind, f"write at least {_LEAST[kind]}")
    return tree


def kind_of(data: bytes) -> FileKind | None:
    """
    What a file is for, by its tables; None where it cannot be read, or has those of none or both.

    >>> kind_of(b"[athlete]"), kind_of(b'{"dishes": []}'), kind_of(b"PK")
    ('plan', 'food', None)
    """
    try:
        return _kind_of(_parsed(data, "", "plan"))
    except InputError:
        return None


def _kind_of(tree: dict[str, Any]) -> FileKind | None:
    kinds = [kind for kind, tables in _TABLES.items() if tables & tree.keys()]
    return kinds[0] if len(kinds) == 1 else None


def _parsed(data: bytes, name: str, kind: FileKind) -> dict[str, Any]:
    """Nested dicts, of whatever kind."""
    wanted = f"a {kind} file is TOML or JSON in UTF-8"
    text = _text_of(data, name, kind, wanted=wanted, least=f"write at least {_LEAST[kind]}")
    is_json = text.lstrip().startswith("{")
    return _json(text, name, kind) if is_json else _toml(text, name, kind)


def _text_of(
    data: bytes, name: str, kind: str, *, no_text: str = "not a text file", wanted: str, least: str
) -> str:
    """A file's text, unless it is too large, no text, or empty."""
    if len(data) > MOST_BYTES:
        raise _refusal("the file is over 1,000,000 bytes", name, kind, f"is this the {kind} file?")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refusal(no_text, name, kind, wanted) from None
    if not text.strip():
        raise _refusal("the file is empty", name, kind, least)
    return text


def _refusal(problem: str, name: str, kind: str, remedy: str | None = None) -> InputError:
    """What is wrong with a whole file, said by its name."""
    return InputError(problem, argument=kind, value=name, place=name, quote="", remedy=remedy)


def _json(text: str, name: str, kind: FileKind) -> dict[str, Any]:
    """Read a JSON object in which each key stands once and every number is one."""
    try:
        tree: dict[str, Any] = json.loads(
            text, parse_constant=_no_constant, object_pairs_hook=_each_once
        )
    except (ValueError, RecursionError) as error:
        raise _refusal(f"not a {kind} file (JSON): {_why(error)}", name, kind) from None
    return tree


def _toml(text: str, name: str, kind: FileKind) -> dict[str, Any]:
    """Read TOML."""
    if max(line.count(".") for line in text.splitlines()) > _MOST_DOTS:
        raise _refusal(f"not a {kind} file (TOML): it is nested too deeply", name, kind)
    if text.count("=") > _MOST_KEYS:
        problem = f"not a {kind} file (TOML): it holds over {_MOST_KEYS:,} keys"
        raise _refusal(problem, name, kind)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        if text.lstrip().startswith(("[{", '["')) or text.strip() == "[]":
            remedy = f"a {kind} file is one table, not a list"
        else:
            remedy = 'text stands in quotes, as in name = "Example"'
        raise _refusal(f"not a {kind} file (TOML): {_why(error)}", name, kind, remedy) from None


def _why(error: Exception) -> str:
    """What a parser says, in one short line."""
    words = one_line(str(error))[:120]
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if "digits" in words:
        return "it holds a number of thousands of digits"
    return words.replace("Cannot overwrite a value", "A key is there twice")


def _no_constant(word: str) -> float:
    raise ValueError(f"{word} is not a number")


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for key, value in pairs:
        if key in table:
            raise ValueError(f'the key "{key[:40]}" is there twice')
        table[key] = value
    return table


def read_tree(file: OpenFile, *, kind: FileKind) -> dict[str, Any]:
    """
    Read a file into nested dicts, unchecked.

    Args:
        file: A path, or an open file.
        kind: What it should be.

    Raises:
        InputError: The file cannot be read, is empty or too large, or not TOML or JSON.
    """
    name, data = named_bytes(file, kind=kind)
    return tree_of(data, name=name, kind=kind)


def read_text(file: OpenFile, *, kind: str) -> tuple[str, str]:
    """
    The name of a file and its whole text.

    Args:
        file: A path, or an open file.
        kind: What errors call it.

    Raises:
        InputError: The file cannot be read, is empty or too large, or is no text in UTF-8.
    """
    name, data = named_bytes(file, kind=kind)
    remedy = f"is this the {kind} file?"
    no_text = "not a text file in UTF-8"
    return name, _text_of(data, name, kind, no_text=no_text, wanted=remedy, least=remedy)


def named_bytes(file: OpenFile, *, kind: str) -> tuple[str, bytes]:
    """The name of a file and its content, as far as a plan file may go."""
    if isinstance(file, str | Path):
        return Path(file).name, read_bytes(Path(file))
    name, content = Path(str(getattr(file, "name", kind))).name, file.read(MOST_BYTES + 1)
    return name, content.encode(errors="replace") if isinstance(content, str) else content


def read_bytes(path: Path) -> bytes:
    """
    The content of a file, as far as a plan file may go.

    Raises:
        InputError: There is no such file, or it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise unread(path, error) from None


def unread(
    path: Path, error: Exception, *, remedy: str = "check its name and folder"
) -> InputError:
    """
    Why a file cannot be read, and what may be meant: one beside it of a like name.

    Args:
        path: The file.
        error: What reading it ended in.
        remedy: What to do about a file that is not there, where none of a like name is.

    >>> str(unread(Path("no-such-folder/plan.toml"), FileNotFoundError(2, "No such file")))
    'no-such-folder/plan.toml: cannot be read: No such file; check its name and folder'
    """
    reason = one_line(getattr(error, "strerror", None) or str(error))
    told = None
    if isinstance(error, FileNotFoundError):
        near = nearest(path.name, _beside(path), cutoff=0.75)
        told = remedy if near is None else f"did you mean {near}?"
    elif isinstance(error, IsADirectoryError):
        told = "give a file in it"
    return InputError(
        f"cannot be read: {reason}",
        argument="file",
        value=path,
        place=str(path),
        quote="",
        remedy=told,
    )


def _beside(path: Path) -> dict[str, str]:
    """The files of a folder, by their names in small letters."""
    try:
        return {each.name.casefold(): each.name for each in path.parent.iterdir()}
    except (OSError, ValueError):
        return {}

"""A CSV file's rows, as its header line says they are parted, some at a time."""

import csv
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from fuelcalc.errors import InputError, quoted

if TYPE_CHECKING:
    import pandas as pd

_DELIMITERS: Final = ",;\t"
_QUOTED: Final = re.compile(r'"[^"]*"')
_FIELDS: Final = re.compile(r"Expected (\d+) fields in line (\d+), saw (\d+)")
# As pandas, R, databases and spreadsheets write what is not there.
_EMPTY: Final = (
    "", "NA", "N/A", "n/a", "#N/A", "NaN", "nan", "NULL", "null", "None", "<NA>", "NaT",
)  # fmt: skip
_THOUSANDS: Final = r"\d{1,3}(?:\.\d{3})+"
_COMMA: Final = r"(\s*[+-]?\d+),(\d+\s*)"


def csv_pieces(source: Path, rows: int, ours: Collection[str]) -> "Iterator[pd.DataFrame]":
    """
    A CSV file's rows, so many at a time; one parted by semicolons has decimal commas.

    Args:
        source: The file.
        rows: How many rows a piece has at the most.
        ours: The columns that say something of a day. All others stay text, letter by letter.

    Raises:
        InputError: Nobody can tell which field is of which column, or what a number is.
    """
    import pandas as pd

    delimiter, names = _header(source)
    decimal = "," if delimiter == ";" else "."
    # An id of 007 is none of 7, and somebody may be called Null.
    asked: dict[str, Any] = {
        "dtype": {name: "str" for name in names if name not in ours},
        "na_values": {name: _EMPTY if name in ours else [""] for name in names},
        "keep_default_na": False,
    }
    try:
        # By parts of a piece a column would be numbers here and text there.
        with pd.read_csv(
            source, chunksize=rows, sep=delimiter, decimal=decimal, low_memory=False, **asked
        ) as reader:
            for piece in reader:
                if not isinstance(piece.index, pd.RangeIndex):
                    raise unreadable(source, "its rows hold more fields than its header names")
                yield _with_points(piece, source, ours) if delimiter == ";" else piece
    except pd.errors.ParserError as error:
        raise unreadable(source, _problem(str(error))) from None


def _header(source: Path) -> tuple[str, list[str]]:
    """
    What parts the names of a header line, and so the fields of each row; and these names.

    Raises:
        InputError: There is no such line, or it has a name twice.
    """
    with source.open(encoding="utf-8-sig", newline="") as file:
        line = next((line for line in file if line.strip()), None)
        if line is None:
            raise InputError("is empty", argument="in", value=source, quote=source.name)
        delimiter = max(_DELIMITERS, key=_QUOTED.sub("", line).count)
        try:
            names = next(csv.reader(chain([line], file), delimiter=delimiter))
        except csv.Error as error:
            raise unreadable(source, str(error)) from None
    check_names(names)
    # As pandas calls a column without a name.
    return delimiter, [name or f"Unnamed: {place}" for place, name in enumerate(names)]


def check_names(names: Iterable[str]) -> None:
    """
    Hold that no two columns have one name.

    Raises:
        InputError: Two have.
    """
    twice = [name for name, count in Counter(names).items() if name and count > 1]
    if twice:
        remedy = "leave one of them out"
        raise InputError("stands in two columns", argument="in", value=twice[0], remedy=remedy)


def unreadable(source: Path, problem: str) -> InputError:
    """Why a file cannot be read."""
    said = f"cannot be read: {' '.join(problem.split())}"
    return InputError(said, argument="in", value=source, quote=source.name)


def _problem(said: str) -> str:
    """In our words, what keeps a file from being parted into fields."""
    fields = _FIELDS.search(said)
    if fields is not None:
        return f"line {fields[2]} holds {fields[3]} fields, and those before it {fields[1]}"
    if "EOF inside string" in said:
        return "a quote is opened and never closed"
    return said.rpartition("C error: ")[2]


def _with_points(piece: "pd.DataFrame", source: Path, ours: Collection[str]) -> "pd.DataFrame":
    """
    Some rows of a file with decimal commas, with points in the numbers that stayed text.

    Raises:
        InputError: A number has a point, for its thousands or its decimals.
    """
    import pandas as pd

    found = piece
    for name in piece.columns:
        if name in ours and pd.api.types.is_string_dtype(piece[name].dtype):
            texts = piece[name].dropna().astype("str")
            wrong = texts[texts.str.fullmatch(_THOUSANDS)]
            if len(wrong):
                problem = f"{name} {quoted(wrong.iloc[0])} may be a thousand times as much"
                raise unreadable(source, f"{problem}; write it without a point, or with a comma")
            if texts.str.fullmatch(_COMMA).any():
                said = piece[name].str.replace(f"^{_COMMA}$", r"\1.\2", regex=True)
                found = found.assign(**{name: said})
    return found

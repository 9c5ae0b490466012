"""A CSV file's rows, as its header line says they are parted, some at a time."""

import csv
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fuelcalc.errors import InputError, quoted

if TYPE_CHECKING:
    import pandas as pd

_DELIMITERS: Final = ",;\t"
_QUOTED: Final = re.compile(r'"[^"]*"')
_FIELDS: Final = re.compile(r"Expected (\d+) fields in line (\d+), saw (\d+)")
_THOUSANDS: Final = r"\d{1,3}(?:\.\d{3})+"


def csv_pieces(source: Path, rows: int, ours: Collection[str]) -> "Iterator[pd.DataFrame]":
    """
    A CSV file's rows, so many at a time; one parted by semicolons has decimal commas.

    Args:
        source: The file.
        rows: How many rows a piece has at the most.
        ours: The columns that say something of a day.

    Raises:
        InputError: Nobody can tell which field is of which column, or what a number is.
    """
    import pandas as pd

    delimiter = _delimiter(source)
    decimal = "," if delimiter == ";" else "."
    try:
        with pd.read_csv(source, chunksize=rows, sep=delimiter, decimal=decimal) as reader:
            for piece in reader:
                if not isinstance(piece.index, pd.RangeIndex):
                    raise unreadable(source, "its rows hold more fields than its header names")
                if delimiter == ";":
                    _refuse_thousands(piece, source, ours)
                yield piece
    except pd.errors.ParserError as error:
        raise unreadable(source, _problem(str(error))) from None


def _delimiter(source: Path) -> str:
    """
    What parts the names of a header line, and so the fields of each row.

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
    return delimiter


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


def _refuse_thousands(piece: "pd.DataFrame", source: Path, ours: Collection[str]) -> None:
    """
    Hold that no number has a point for its thousands, which would be read as its decimals.

    Raises:
        InputError: One may have.
    """
    import pandas as pd

    for name in piece.columns:
        if name in ours and pd.api.types.is_string_dtype(piece[name].dtype):
            texts = piece[name].dropna().astype("str")
            wrong = texts[texts.str.fullmatch(_THOUSANDS)]
            if len(wrong):
                problem = f"{name} {quoted(wrong.iloc[0])} may be a thousand times as much"
                raise unreadable(source, f"{problem}; write it without a point, or with a comma")

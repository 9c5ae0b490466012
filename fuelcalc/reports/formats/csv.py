"""Rows as comma-separated text, for spreadsheets and other programs."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

# A spreadsheet takes a cell that begins so for a formula, and runs it.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
# Every row is one line: not all readers know line ends in a cell.
_LINE_ENDS: Final = re.compile(r"[\r\n]+")


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    r"""
    Rows as comma-separated text with a header; None is an empty cell.

    Text that a spreadsheet would run as a formula gets an apostrophe in front.

    >>> csv_table(["name", "g"], [{"name": "=1+1", "g": -2.5}])
    "name,g\n'=1+1,-2.5\n"
    """
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(row[name]) for name in columns} for row in rows)
    return file.getvalue()


def _cell(value: Any) -> Any:
    """A value in one line, and one that nothing runs."""
    if not isinstance(value, str):
        return value
    line = _LINE_ENDS.sub(" ", value)
    return f"'{line}" if value.startswith(_FORMULA) else line

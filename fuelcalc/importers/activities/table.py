"""CSV as programs write it: whatever separates, whatever encodes, and names that come twice."""

import csv
import io
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from fuelcalc.errors import InputError, one_line, quoted
from fuelcalc.importers.activities.source import MOST_ROWS, ActivityFile

if TYPE_CHECKING:
    from _csv import Reader as CsvReader

_DELIMITERS: Final = ",;\t"


class CsvRow(NamedTuple):
    """
    A row, and the line of the file that it ends on.

    Attributes:
        line: Counted from one, the header's.
        cells: One a column; missing ones are "".
    """

    line: int
    cells: tuple[str, ...]

    @property
    def where(self) -> str:
        """Where in the file it is."""
        return f"line {self.line}"

    def cell(self, place: int | None) -> str:
        """What stands in a column, trimmed; "" where there is no such column."""
        return self.cells[place].strip() if place is not None and place < len(self.cells) else ""


def _decoded(data: bytes) -> str:
    """Text of UTF-8, UTF-16 with its mark, or what old Windows programs write."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _delimiter(line: str) -> str:
    """What separates: the commonest of three outside of quotes."""
    return max(_DELIMITERS, key="".join(line.split('"')[::2]).count)


def _rows(text: str, delimiter: str) -> "CsvReader":
    lines = io.StringIO(text.replace("\x00", ""), newline="")
    return csv.reader(lines, delimiter=delimiter)


@lru_cache(maxsize=4)
def header_of(head: bytes) -> tuple[str, ...]:
    """
    The names of the columns of a file that begins so, trimmed; none where it is no table.

    >>> header_of(b'"Date";Exercise Name; Weight (kg)')
    ('Date', 'Exercise Name', 'Weight (kg)')
    """
    first = _decoded(head).lstrip().partition("\n")[0]
    delimiter = _delimiter(first)
    if delimiter not in first or not first.replace("\t", "").rstrip("\r").isprintable():
        return ()
    try:
        return tuple(name.strip() for name in next(_rows(first, delimiter)))
    except (csv.Error, StopIteration):
        return ()


def has_columns(head: bytes, *names: str) -> bool:
    """Whether a file that begins so is a table with all these columns."""
    return set(names) <= set(header_of(head))


class CsvTable:
    """A table: its header, and its rows one by one."""

    def __init__(self, source: ActivityFile, *, has_twins: bool = False) -> None:
        """
        Read the header.

        Args:
            source: The file.
            has_twins: Whether its maker calls several columns the same, so that they are told by
                their place.

        Raises:
            InputError: There is none.
        """
        text = _decoded(source.stream.read()).lstrip()
        delimiter = _delimiter(text.partition("\n")[0])
        # Who parts cells by semicolons may well write decimals with a comma.
        self.mark = None if delimiter == ";" else "."
        self._rows = _rows(text, delimiter)
        self._n_rows, self._has_twins = 0, has_twins
        first = next(self._guarded(), None)
        if first is None:
            raise InputError("an empty table")
        self.header = tuple(name.strip() for name in first.cells)

    def place(self, *names: str, nth: int = 0) -> int | None:
        """
        Which column has one of some names.

        Args:
            *names: In the order in which they are looked for.
            nth: Which of several of the same name; -1 for the last.

        Raises:
            InputError: There are several where nobody makes such files: one of them is another's.
        """
        for name in names:
            found = [place for place, each in enumerate(self.header) if each == name]
            if len(found) > 1 and not self._has_twins:
                raise twins(name)
            if found:
                return found[nth if nth < len(found) else -1]
        return None

    def _guarded(self) -> Iterator[CsvRow]:
        """Each row that holds anything."""
        try:
            for cells in self._rows:
                self._n_rows += 1
                if self._n_rows > MOST_ROWS:
                    raise InputError(f"over {MOST_ROWS:,} rows", remedy="the rest is not read")
                if any(cell.strip() for cell in cells):
                    yield CsvRow(self._rows.line_num, tuple(cells))
        except csv.Error as error:
            problem = f"line {self._rows.line_num}: {one_line(str(error))}"
            raise InputError(problem) from None

    def rows(self) -> Iterator[CsvRow]:
        """
        Each row below the header.

        Raises:
            InputError: There are more than are read, or one is no row.
        """
        return self._guarded()


def twins(name: str) -> InputError:
    """Why a table is not read that has two columns of a name; which of them counts is not told."""
    return InputError(f"two columns are called {quoted(name)}", remedy="keep one of them")


def decimal_from(text: str) -> float | None:
    """
    A number with a point or a comma; of both the last is the decimal one.

    >>> decimal_from("60,0"), decimal_from("1,050.5"), decimal_from("1.050,5"), decimal_from("--")
    (60.0, 1050.5, 1050.5, None)
    >>> decimal_from("600.00 g") is None
    True
    """
    plain = text.replace("\u00a0", "").replace("\u202f", "").replace(" ", "")
    if "," in plain and "." in plain:
        thousands = "," if plain.rindex(".") > plain.rindex(",") else "."
        plain = plain.replace(thousands, "")
    plain = plain.replace(",", ".")
    if not plain.isascii() or "_" in plain:
        return None
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if abs(value) < 1e12 else None

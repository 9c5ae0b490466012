"""A workbook, as MacroFactor writes its days: each sheet that has dates and masses or energies."""

import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from fuelcalc.errors import InputError, one_line
from fuelcalc.importers.activities.daily_log import DATES, is_log, readings
from fuelcalc.importers.activities.source import MOST_ROWS, ActivityFile, FileFinding
from fuelcalc.importers.activities.streams import WORKBOOK, CountedStream
from fuelcalc.importers.activities.table import CsvRow
from fuelcalc.importers.activities.xml import Step, steps
from fuelcalc.units.clock import DAY_MIN

if TYPE_CHECKING:
    from zipfile import ZipFile

_NAMES: Final = "xl/_rels/workbook.xml.rels"
_STRINGS: Final = "xl/sharedStrings.xml"
_PLACE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MOST_COLUMNS: Final = 500
# What the app smooths or reckons is no reading, though its columns sound like one.
_RECKONED: Final = frozenset({"weight trend", "expenditure"})
_DAY_ZERO: Final = dt.datetime(1899, 12, 30, tzinfo=dt.UTC).replace(tzinfo=None)
_FIRST_DAY, _LAST_DAY = 20_000.0, 73_000.0


class Sheet(NamedTuple):
    """A table: the names of its columns, and what stands below them."""

    header: tuple[str, ...]
    below: tuple[CsvRow, ...]

    @property
    def mark(self) -> str:
        """A workbook holds numbers, which are written with a point here."""
        return "."

    def place(self, name: str) -> int | None:
        """Which column has a name."""
        return self.header.index(name) if name in self.header else None

    def rows(self) -> Iterator[CsvRow]:
        """Each row below the header."""
        return iter(self.below)


def identify(head: bytes) -> bool:
    r"""
    Whether a file is a workbook: of archives only such reach a reader.

    >>> identify(b"PK\x03\x04"), identify(b"Date,Weight (kg)")
    (True, False)
    """
    return head[:4] == b"PK\x03\x04"


def read(source: ActivityFile) -> Iterator[FileFinding]:
    """
    The readings of each sheet that has any.

    Raises:
        InputError: It is damaged.
    """
    from zipfile import BadZipFile, ZipFile

    n_found = 0
    try:
        archive = ZipFile(io.BytesIO(source.stream.read()))
        for name, member in _sheets(archive):
            if name.casefold() in _RECKONED:
                continue
            sheet = _sheet(archive, member)
            if is_log(sheet.header, is_mixed=True):
                n_found += 1
                yield from readings(source.named(f"{source.name}/{name}"), sheet)
    except (BadZipFile, LookupError, OSError, EOFError, RuntimeError, NotImplementedError) as error:
        raise InputError(f"a damaged workbook: {one_line(str(error))[:80]}") from None
    if not n_found:
        yield source.refusal("", "a workbook without a sheet of dates and body masses or energies")


def _walk(archive: "ZipFile", member: str) -> Iterator[Step]:
    """
    A member of the archive, step by step.

    Raises:
        InputError: It holds more than is read, or is damaged.
    """
    with archive.open(member) as inner:
        yield from steps(io.BufferedReader(CountedStream(inner)))


def _sheets(archive: "ZipFile") -> list[tuple[str, str]]:
    """The name of each sheet, and the member that it is in."""
    members = {
        step.attributes.get("Id", ""): step.attributes.get("Target", "")
        for step in _walk(archive, _NAMES)
        if step.name == "Relationship" and not step.is_end
    }
    found = []
    for step in _walk(archive, WORKBOOK):
        if step.name == "sheet" and not step.is_end:
            target = members.get(_relation(step.attributes), "")
            member = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            found.append((step.attributes.get("name", "sheet"), member))
    return found


def _relation(attributes: Mapping[str, str]) -> str:
    """By what a sheet names its member, in whichever namespace."""
    return next((value for key, value in attributes.items() if key.endswith("}id")), "")


def _strings(archive: "ZipFile") -> list[str]:
    """The texts that cells refer to by their number; what is read aloud of one is none."""
    if _STRINGS not in archive.namelist():
        return []
    found: list[str] = []
    parts: list[str] = []
    for step in _walk(archive, _STRINGS):
        if step.name == "t" and step.parent in {"si", "r"} and step.is_end:
            parts.append(step.text)
        elif step.name == "si" and step.is_end:
            found.append("".join(parts))
            parts = []
    return found


class _Rows:
    """The rows of a sheet, cell by cell."""

    def __init__(self, strings: list[str]) -> None:
        self.whole: list[CsvRow] = []
        self._strings = strings
        self._cells: dict[int, str] = {}
        self._kind, self._column, self._value = "", -1, ""

    def take(self, step: Step) -> None:
        """
        Go on by one step.

        Raises:
            InputError: There are more rows than are read.
        """
        if step.name == "row":
            self._row(is_end=step.is_end)
        elif step.name == "c" and not step.is_end:
            self._kind, self._value = step.attributes.get("t", "n"), ""
            self._column = _column(step.attributes.get("r"), after=self._column)
        elif step.name == "c":
            self._cells[self._column] = _text(self._value, self._kind, self._strings)
        elif step.is_end and step.name in {"v", "t"}:
            self._value += step.text

    def _row(self, *, is_end: bool) -> None:
        """A row begins, or is whole."""
        if is_end and any(self._cells.values()):
            self.whole.append(CsvRow(len(self.whole) + 1, _filled(self._cells)))
        self._cells, self._column = {}, -1
        if len(self.whole) > MOST_ROWS:
            raise InputError(f"over {MOST_ROWS:,} rows", remedy="the rest is not read")


def _sheet(archive: "ZipFile", member: str) -> Sheet:
    """A sheet: its first row that holds anything, and the rows below."""
    rows = _Rows(_strings(archive))
    for step in _walk(archive, member):
        rows.take(step)
    if not rows.whole:
        return Sheet((), ())
    header = tuple(name.strip() for name in rows.whole[0].cells)
    dated = next((place for place, name in enumerate(header) if name.casefold() in DATES), None)
    return Sheet(header, tuple(_with_date(row, dated) for row in rows.whole[1:]))


def _filled(cells: Mapping[int, str]) -> tuple[str, ...]:
    """The cells of a row, those that it leaves out empty."""
    return tuple(cells.get(place, "") for place in range(min(max(cells) + 1, _MOST_COLUMNS)))


def _column(reference: str | None, *, after: int) -> int:
    """Which column a cell stands in: as it says, else behind the last one."""
    match = _PLACE.fullmatch(reference or "")
    if match is None:
        return after + 1
    number = 0
    for letter in match[1]:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _text(value: str, kind: str, strings: list[str]) -> str:
    """What a cell shows."""
    if kind != "s":
        return value
    number = int(value) if value.isascii() and value.isdigit() else -1
    return strings[number] if 0 <= number < len(strings) else ""


def _with_date(row: CsvRow, place: int | None) -> CsvRow:
    """A row whose date is written as one, where the sheet counts days."""
    text = row.cell(place)
    if place is None or re.fullmatch(r"\d{5}(?:\.\d+)?", text) is None:
        return row
    days = float(text)
    if not _FIRST_DAY <= days <= _LAST_DAY:
        return row
    moment = _DAY_ZERO + dt.timedelta(minutes=round(DAY_MIN * days))
    cells = (*row.cells[:place], f"{moment:%Y-%m-%d %H:%M}", *row.cells[place + 1 :])
    return CsvRow(row.line, cells)

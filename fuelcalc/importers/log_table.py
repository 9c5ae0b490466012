"""The table of a log, line by line: what it holds, and another day in it with all else kept."""

import csv
import datetime as dt
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final, NamedTuple, Self

from fuelcalc.errors import InputError
from fuelcalc.importers.log_numbers import decimal_mark

COLUMNS: Final = ("date", "mass_kg", "intake_kcal", "source", "mask", "note")
"""The columns of a log, in the order in which they are written."""

NUMBERS: Final[Mapping[str, str]] = {"mass_kg": "mass", "intake_kcal": "intake"}
"""Columns of numbers, and those that have amounts with their units in their place."""

_KNOWN: Final = (*COLUMNS, *NUMBERS.values())
# A column of somebody's own is left aside, but not one that may hold what is asked for here.
_MEANT: Final = frozenset(
    {
        "weight", "kg", "lb", "lbs", "pounds", "stone", "kcal", "kj", "cal", "cals", "calorie",
        "calories", "energy", "eaten", "ate", "food", "day", "datum", "gewicht", "kalorien",
    }
)  # fmt: skip
_ALIKE: Final = 0.75


class TableLine(NamedTuple):
    """One line of the file: its place, its text with its end, and its cells; none of a comment."""

    place: int
    text: str
    cells: tuple[str, ...]

    @property
    def number(self) -> int:
        """The row as spreadsheets count it."""
        return self.place + 1


def head_of(cell: str) -> str:
    """
    A column's name, however it is cased and spaced.

    >>> head_of(' "Mass kg" ')
    'mass_kg'
    """
    return "_".join(cell.strip().strip('"').casefold().split())


class LogTable(NamedTuple):
    """A table: all of its lines, what parts its cells, its heads, and the rows below them."""

    lines: tuple[TableLine, ...]
    parting: str
    head: TableLine
    heads: tuple[str, ...]

    @classmethod
    def of(cls, text: str, *, name: str) -> Self:
        """
        Take a table apart.

        Args:
            text: The file.
            name: What errors call it.

        Raises:
            InputError: A column is missing, unknown or there twice, a quote is open, or a row has
                more cells than there are columns.
        """
        texts = list(io.StringIO(text, newline=""))
        first = next((line for line in texts if not _is_aside(line)), "")
        parting = max(",;\t", key=first.count)
        lines = tuple(
            TableLine(place, line, () if _is_aside(line) else _cells(line, parting, name, place))
            for place, line in enumerate(texts)
        )
        head = next((line for line in lines if line.cells), TableLine(0, "", ()))
        table = cls(lines, parting, head, tuple(head_of(cell) for cell in head.cells))
        _check_heads(table.heads, name)
        for row in table.rows:
            table.check_row(row, name)
        return table

    @property
    def rows(self) -> Iterator[TableLine]:
        """The rows of days: no comment, no empty line, and not the heads."""
        for line in self.lines[self.head.place + 1 :]:
            if any(cell.strip() for cell in line.cells):
                yield line

    def column(self, head: str) -> list[str]:
        """The cells of a column; none where it is not there."""
        if head not in self.heads:
            return []
        place = self.heads.index(head)
        return [row.cells[place] for row in self.rows if place < len(row.cells)]

    @property
    def mark(self) -> str | None:
        """What stands before decimals, as far as the cells tell."""
        return decimal_mark(self.column("mass_kg"), self.column("intake_kcal"))

    def check_row(self, row: TableLine, name: str) -> None:
        """
        Hold that each cell has a head, and that no comma of a number parted two.

        Raises:
            InputError: One has none, or may have been parted.
        """
        place = f"{name} row {row.number}"
        n_read = max(place for place, cell in enumerate(row.cells) if cell.strip()) + 1
        if n_read > len(self.heads) or any(
            cell.strip() and not head for cell, head in zip(row.cells, self.heads, strict=False)
        ):
            raise InputError(
                "has a cell under no head", argument="log", place=place, quote="",
                remedy="put a number with a comma into quotes, or give the column a head",
            )  # fmt: skip
        cells = dict(zip(self.heads, (cell.strip() for cell in row.cells), strict=False))
        mass, intake = (cells.get(head, "") for head in NUMBERS)
        is_beside = self.parting == "," and "mass_kg,intake_kcal" in ",".join(self.heads)
        if is_beside and mass.isdecimal() and intake.isdecimal() and len(intake) < 3:
            raise InputError(
                f"can mean {mass}.{intake} kg, or {mass} kg and {intake} kcal", argument="mass_kg",
                value=f"{mass},{intake}", place=place,
                remedy=f"write {mass}.{intake}, or {mass}.0 and {intake}",
            )  # fmt: skip

    def with_days(self, days: Mapping[dt.date, Mapping[str, str]], dates: Sequence[dt.date]) -> str:
        """
        The text of the table with more said of some days: their own rows are renewed, or made.

        Every other byte stays, the cells of a renewed row that say nothing new and the last end of
        a line among them.

        Args:
            days: What columns are to hold on each day, by their names; other cells stay.
            dates: Those of the rows, in their order.
        """
        told = dict.fromkeys(head for values in days.values() for head in values)
        missing = [head for head in told if head not in self.heads]
        heads = (*self.heads, *missing)
        texts = [line.text for line in self.lines]
        if missing:
            texts[self.head.place] = self._line(
                self.head, dict(zip(missing, missing, strict=True)), heads
            )
        rows = dict(zip(dates, self.rows, strict=True))
        added: dict[int, list[str]] = defaultdict(list)
        for date in _as_they_stand(days, dates):
            own = rows.get(date)
            if own is not None:
                texts[own.place] = self._line(own, days[date], heads)
            else:
                new = self._line(None, {"date": date.isoformat(), **days[date]}, heads)
                added[self._place(rows, date)].append(new)
        lines = [
            line
            for place in range(len(texts) + 1)
            for line in (*added[place], *texts[place : place + 1])
        ]
        return self._ended(lines)

    def _ended(self, lines: Sequence[str]) -> str:
        """Lines as one text, each but the last with an end, and that one as it had one before."""
        whole = "".join(line if line.endswith(("\n", "\r")) else line + self._end for line in lines)
        if self.lines and self.lines[-1].text.endswith(("\n", "\r")):
            return whole
        return whole.removesuffix("\n").removesuffix("\r")

    @property
    def _end(self) -> str:
        """What ends the lines."""
        return _end_of(self.head.text) or "\n"

    def _place(self, rows: Mapping[dt.date, TableLine], date: dt.date) -> int:
        """Where a new day stands: among the others where they are in order, else at the end."""
        dates = list(rows)
        if _is_falling(dates):
            after = next((row for one, row in rows.items() if one < date), None)
        elif dates == sorted(dates):
            after = next((row for one, row in rows.items() if one > date), None)
        else:
            after = None
        if after is not None:
            return after.place
        return max((row.place for row in rows.values()), default=self.head.place) + 1

    def _line(self, line: TableLine | None, values: Mapping[str, str], heads: Sequence[str]) -> str:
        """A line with other values in some of its cells, all others as they are written there."""
        body = "" if line is None else line.text.rstrip("\r\n")
        cells = _as_written(body, self.parting)
        cells += [""] * (len(heads) - len(cells))
        for head, value in values.items():
            cells[heads.index(head)] = self._cell(value)
        return self.parting.join(cells) + (self._end if line is None else _end_of(line.text))

    def _cell(self, value: str) -> str:
        """A cell, in quotes where it would else be parted, or its line be taken for a comment."""
        is_aside = _is_aside(value) and value != ""
        if not is_aside and not {self.parting, '"'} & {*value} and value == value.strip():
            return value
        return '"' + value.replace('"', '""') + '"'


def _as_written(body: str, parting: str) -> list[str]:
    """
    The cells of a line with their quotes.

    >>> _as_written('2026-11-25,"7,5",', ",")
    ['2026-11-25', '"7,5"', '']
    """
    written = re.compile(f'"(?:[^"]|"")*"|[^{parting}]*')
    cells, end = [], -1
    while end < len(body):
        found = written.match(body, end + 1)
        assert found is not None  # noqa: S101 - nothing at all is a cell too
        cells.append(found[0])
        end = found.end()
    return cells


def _end_of(line: str) -> str:
    """What a line ends with; nothing where it is the last and has no end."""
    return line[len(line.rstrip("\r\n")) :]


def _is_falling(dates: Sequence[dt.date]) -> bool:
    """Whether the newest day stands first."""
    return len(dates) > 1 and list(dates) == sorted(dates, reverse=True)


def _as_they_stand(days: Iterable[dt.date], dates: Sequence[dt.date]) -> list[dt.date]:
    """Days in the order of the rows; as they come where those have none."""
    if _is_falling(dates):
        return sorted(days, reverse=True)
    return sorted(days) if list(dates) == sorted(dates) else list(days)


def _is_aside(line: str) -> bool:
    """Whether a line is empty, a comment, or what tells Excel how cells are parted."""
    return not line.strip() or line.lstrip().startswith("#") or line.casefold().startswith("sep=")


def _cells(line: str, parting: str, name: str, place: int) -> tuple[str, ...]:
    """
    The cells of a line.

    Raises:
        InputError: A quote is open.
    """
    try:
        return tuple(next(csv.reader([line], delimiter=parting, strict=True)))
    except csv.Error:
        raise InputError(
            "cannot be parted into cells", argument="log", place=f"{name} row {place + 1}",
            quote="", remedy="close its quotes, and keep a day on one line",
        ) from None  # fmt: skip


def _check_heads(heads: Sequence[str], name: str) -> None:
    """
    Hold that the columns are those of a log, and that none beside them was meant for one.

    Raises:
        InputError: One is missing, may be meant for another, or is there twice.
    """
    if "date" not in heads or len(heads) < 2:
        raise InputError(
            "has no column date beside others",
            argument="log",
            place=name,
            quote="",
            remedy=f"write the first row as {','.join(COLUMNS)}",
        )
    meant = next((head for head in heads if _is_meant(head)), None)
    twice = next((head for head in heads if head and heads.count(head) > 1), None)
    both = next((head for head, amount in NUMBERS.items() if {head, amount} <= {*heads}), None)
    if meant is None and twice is None and both is None:
        return
    problem, head = (
        ("is no column of a log", meant)
        if meant is not None
        else ("stands there twice", twice)
        if twice is not None
        else (f"stands there beside {NUMBERS[str(both)]}", both)
    )
    raise InputError(
        problem, argument="log", value=head, place=name,
        remedy=f"columns are {', '.join(COLUMNS)}; mass and intake take units",
    )  # fmt: skip


def _is_meant(head: str) -> bool:
    """Whether a column is unknown, and its name speaks of what a log holds."""
    if not head or head in _KNOWN:
        return False
    return bool(get_close_matches(head, _KNOWN, 1, _ALIKE) or _MEANT & {*head.split("_")})

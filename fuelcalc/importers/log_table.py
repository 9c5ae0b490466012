"""The table of a log, line by line: what it holds, and another day in it with all else kept."""

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
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

    def with_day(self, date: dt.date, dates: Sequence[dt.date], values: Mapping[str, str]) -> str:
        """
        The text of the table with more said of a day: its own row is renewed, or a new one made.

        Args:
            date: The day.
            dates: Those of the rows, in their order.
            values: What its columns are to hold, by their names; other cells stay.
        """
        missing = [head for head in values if head not in self.heads]
        heads = [*self.heads, *missing]
        texts = [line.text for line in self.lines]
        end = self.head.text[len(self.head.text.rstrip("\r\n")) :] or "\n"
        if missing:
            texts[self.head.place] = self._row([*self.head.cells, *missing], end)
        rows = list(self.rows)
        own = rows[dates.index(date)] if date in dates else None
        cells = [*(own.cells if own is not None else ())]
        cells += [""] * (len(heads) - len(cells))
        for head, value in {"date": date.isoformat(), **values}.items():
            if own is None or head != "date":
                cells[heads.index(head)] = value
        if own is not None:
            texts[own.place] = self._row(cells, end)
            return "".join(texts)
        place = self._place(rows, dates, date)
        if place > 0 and not texts[place - 1].endswith(("\n", "\r")):
            texts[place - 1] += end
        texts.insert(place, self._row(cells, end))
        return "".join(texts)

    def _place(self, rows: Sequence[TableLine], dates: Sequence[dt.date], date: dt.date) -> int:
        """Where a new day stands: among the others where they are in order, else at the end."""
        is_falling = len(dates) > 1 and list(dates) == sorted(dates, reverse=True)
        if is_falling:
            after = next((row for row, one in zip(rows, dates, strict=True) if one < date), None)
        elif list(dates) == sorted(dates):
            after = next((row for row, one in zip(rows, dates, strict=True) if one > date), None)
        else:
            after = None
        last = rows[-1] if rows else self.head
        return last.place + 1 if after is None else after.place

    def _row(self, cells: Sequence[str], end: str) -> str:
        """One row as it stands in the file."""
        out = io.StringIO()
        csv.writer(out, delimiter=self.parting, lineterminator=end).writerow(cells)
        return out.getvalue()


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

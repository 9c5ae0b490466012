"""A log of mass and eating: a table that any spreadsheet reads and writes."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

from fuelcalc.errors import InputError, together
from fuelcalc.importers.log_numbers import intake_text, number_of
from fuelcalc.importers.log_table import COLUMNS, NUMBERS, LogTable, TableLine, head_of
from fuelcalc.importers.tree import OpenFile, read_text
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.log import MOST_LOG_DAYS, Log, LogDay

_MOST_ROWS_TOLD: Final = 20


def identify(data: bytes) -> bool:
    """
    Whether bytes are a log: a table with a date, and a mass or an intake.

    >>> identify(b"date,mass_kg"), identify(b"[athlete]")
    (True, False)
    """
    first = data[:2000].decode("utf-8-sig", errors="replace").partition("\n")[0]
    heads = {head_of(cell) for cell in first.replace(";", ",").replace("\t", ",").split(",")}
    return "date" in heads and bool(heads & {*NUMBERS, *NUMBERS.values()})


@holds_kinds()
def read_log(file: OpenFile) -> Log:
    r"""
    Read a log: a row a day, `date, mass_kg, intake_kcal, source, mask, note`.

    Columns stand in any order and may be left out but for the date; a column `mass` or `intake`
    takes amounts with their units. An empty cell is not known, and never a zero. Commas,
    semicolons and tabs part the cells. Decimals and thousands have the marks of any country; an
    intake such as "2.650" is 2,650 kcal where other cells show that the decimals have commas, and
    asked about where none does. Lines that begin with # and columns of other names are left aside.

    Args:
        file: A path, or an open file.

    Returns:
        The days, oldest first, whatever their order in the file.

    Raises:
        InputError: The file cannot be read, a column is missing or may be meant for another, a
            date stands there twice, or a cell cannot be or can mean two numbers; one line says
            which.

    >>> text = "date,mass_kg,intake_kcal\n2026-11-25,71.4,2650\n2026-11-24,,2480\n"
    >>> [day.mass_kg for day in read_log(io.BytesIO(text.encode())).days]
    [None, 71.4]
    """
    name, text = read_text(file, kind="log")
    days = _days_of(LogTable.of(text, name=name), name)
    return Log(days=tuple(sorted(days, key=lambda day: day.date)))


read = read_log


def _days_of(table: LogTable, name: str) -> list[LogDay]:
    """
    The days of a table, in the order of its rows.

    Raises:
        InputError: As for `read_log`; every row that cannot be read is in the error.
    """
    days: list[LogDay] = []
    mistakes, mark = [], table.mark
    for row in table.rows:
        try:
            days.append(_day_of(table.heads, row, mark=mark))
        except InputError as error:
            mistakes.append(error.within(f"{name} row {row.number}"))
    if len(days) > MOST_LOG_DAYS:
        problem = f"holds {len(days)} days, over {MOST_LOG_DAYS}"
        raise InputError(problem, argument="log", place=name, quote="", remedy="give fewer years")
    mistakes += _twice(days, name)
    if mistakes:
        raise together(mistakes[:_MOST_ROWS_TOLD])
    return days


def log_text(log: Log) -> str:
    r"""
    A log as the table that `read_log` reads, its empty cells empty.

    >>> log_text(Log(days=(LogDay.of(date="2026-11-25", mass_kg=71.4),)))
    'date,mass_kg,intake_kcal,source,mask,note\n2026-11-25,71.4,,,,\n'
    """
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for day in log.days:
        table.writerow([_cell(getattr(day, name)) for name in COLUMNS])
    return out.getvalue()


def text_with_days(file: OpenFile, days: Iterable[LogDay]) -> str:
    r"""
    The text of a log in which days say what they are told to, and all else stays as it stands.

    Comments, columns of one's own, the order of rows and the marks of numbers are kept; only the
    rows of those days are others.

    Args:
        file: The log.
        days: The days, each with everything that is known of it.

    Raises:
        InputError: The file cannot be read, or has no place for one of them.

    >>> text = "date;intake_kcal;mass_kg;steps\n# cut short\n2026-11-25;2650,5;71,4;9000\n"
    >>> day = LogDay.of(date="2026-11-25", mass_kg=71.2, intake_kcal=2650.5)
    >>> text_with_days(io.BytesIO(text.encode()), [day]).splitlines()
    ['date;intake_kcal;mass_kg;steps', '# cut short', '2026-11-25;2650,5;71,2;9000']
    >>> days = [LogDay.of(date=f"2026-11-{day}", mass_kg=71) for day in (26, 24)]
    >>> text_with_days(io.BytesIO(b"date,mass_kg\n# cut\n2026-11-25,71.4\n"), days).splitlines()
    ['date,mass_kg', '# cut', '2026-11-24,71', '2026-11-25,71.4', '2026-11-26,71']
    """
    name, text = read_text(file, kind="log")
    table = LogTable.of(text, name=name)
    before = _days_of(table, name)
    wanted = {one.date: one for one in before}
    changed = {day.date: day for day in days}
    values = {
        date: _cells(table.heads, wanted.get(date, LogDay(date=date)), day, comma=table.mark == ",")
        for date, day in changed.items()
    }
    written = table.with_days(values, [one.date for one in before])
    wanted |= changed
    again = {one.date: one for one in _days_of(LogTable.of(written, name=name), name)}
    if again.keys() != wanted.keys() or not all(
        _is_same(again[date], wanted[date]) for date in wanted
    ):
        raise InputError(
            "finds no place for that day", argument="log", place=name, quote="",
            remedy="write it there by hand",
        )  # fmt: skip
    return written


def _cells(heads: Sequence[str], before: LogDay, day: LogDay, *, comma: bool) -> dict[str, str]:
    """The cells of a day that say something else than before, by their columns."""
    values = {}
    for column in COLUMNS[1:]:
        value = getattr(day, column)
        if value == getattr(before, column):
            continue
        cell = _cell(value).replace(".", ",") if comma and column in NUMBERS else _cell(value)
        amount = NUMBERS.get(column)
        if amount is not None and amount in heads:
            values[amount] = f"{cell} {column.rpartition('_')[2]}"
        else:
            values[column] = cell
    return values


def _is_same(one: LogDay, other: LogDay) -> bool:
    """Whether two days say the same, to the ten digits that a cell has."""
    return all(_cell(getattr(one, column)) == _cell(getattr(other, column)) for column in COLUMNS)


def _cell(value: dt.date | float | str | None) -> str:
    """What a spreadsheet shows of a value."""
    if value is None:
        return ""
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def _day_of(heads: Iterable[str], row: TableLine, *, mark: str | None) -> LogDay:
    """One row as a day; columns of other names are left aside."""
    values: dict[str, Any] = {}
    for head, cell in zip(heads, row.cells, strict=False):
        text = cell.strip()
        if not text:
            continue
        if head in NUMBERS:
            values[head] = number_of(text, head, mark=mark)
        elif head == "intake":
            values[head] = intake_text(text, mark=mark)
        elif head in {*COLUMNS, "mass"}:
            values[head] = text
    if "date" not in values:
        raise InputError(
            "is missing", argument="date", remedy="write 2026-11-26, or leave the row out"
        )
    return LogDay.of(**values)


def _twice(days: Iterable[LogDay], name: str) -> list[InputError]:
    """What is wrong with dates that stand there more than once."""
    seen: set[dt.date] = set()
    found = []
    for day in days:
        if day.date in seen:
            remedy = "keep one row for it: the mass of its morning, and the sum of what was eaten"
            found.append(
                InputError("is there twice", argument="date", value=day.date, place=name,
                           remedy=remedy)
            )  # fmt: skip
        seen.add(day.date)
    return found

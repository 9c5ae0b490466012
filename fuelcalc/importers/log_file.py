"""A log of mass and eating: a table that any spreadsheet reads and writes."""

import csv
import datetime as dt
import io
from collections.abc import Iterable
from typing import Any, Final

from fuelcalc.errors import InputError, together
from fuelcalc.importers.tree import OpenFile, read_text
from fuelcalc.models.log import MOST_LOG_DAYS, Log, LogDay

COLUMNS: Final = ("date", "mass_kg", "intake_kcal", "source", "mask", "note")
"""The columns of a log, in the order in which they are written."""

_NUMBERS: Final = frozenset({"mass_kg", "intake_kcal"})
_KNOWN: Final = frozenset({*COLUMNS, "mass", "intake"})
_MOST_ROWS_TOLD: Final = 20


def identify(data: bytes) -> bool:
    """
    Whether bytes are a log: a table with a date, and a mass or an intake.

    >>> identify(b"date,mass_kg"), identify(b"[athlete]")
    (True, False)
    """
    first = data[:2000].decode("utf-8-sig", errors="replace").partition("\n")[0]
    heads = {_head(cell) for cell in first.replace(";", ",").replace("\t", ",").split(",")}
    return "date" in heads and bool(heads & (_KNOWN - {"date", "note", "source", "mask"}))


def read_log(file: OpenFile) -> Log:
    r"""
    Read a log: a row a day, `date, mass_kg, intake_kcal, source, mask, note`.

    Columns stand in any order and may be left out but for the date; a column `mass` or `intake`
    takes amounts with their units. An empty cell is not known, and never a zero. Commas,
    semicolons and tabs part the cells, and a decimal comma is read where they are not commas.

    Args:
        file: A path, or an open file.

    Returns:
        The days, oldest first, whatever their order in the file.

    Raises:
        InputError: The file cannot be read, a column is missing or unknown, a date stands there
            twice, or a cell cannot be; one line says which.

    >>> text = "date,mass_kg,intake_kcal\n2026-11-25,71.4,2650\n2026-11-24,,2480\n"
    >>> [day.mass_kg for day in read_log(io.BytesIO(text.encode())).days]
    [None, 71.4]
    """
    name, text = read_text(file, kind="log")
    parting = _parting(text)
    rows = list(csv.reader(io.StringIO(text), delimiter=parting))
    heads = [_head(cell) for cell in rows[0]] if rows else []
    _check_heads(heads, name)
    days, mistakes = [], []
    for number, cells in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        try:
            days.append(_day_of(heads, cells, has_comma=parting != ","))
        except InputError as error:
            mistakes.append(error.within(f"{name} row {number}"))
    if len(days) > MOST_LOG_DAYS:
        problem = f"holds {len(days)} days, over {MOST_LOG_DAYS}"
        raise InputError(problem, argument="log", place=name, quote="", remedy="give fewer years")
    mistakes += _twice(days, name)
    if mistakes:
        raise together(mistakes[:_MOST_ROWS_TOLD])
    return Log(days=tuple(sorted(days, key=lambda day: day.date)))


read = read_log


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


def _cell(value: dt.date | float | str | None) -> str:
    """What a spreadsheet shows of a value."""
    if value is None:
        return ""
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def _head(cell: str) -> str:
    """A column's name, however it is cased and spaced."""
    return "_".join(cell.strip().strip('"').casefold().split())


def _parting(text: str) -> str:
    """What parts the cells: what stands most often in the first row."""
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _check_heads(heads: list[str], name: str) -> None:
    """Hold that the columns are those of a log."""
    if "date" not in heads or len(heads) < 2:
        raise InputError(
            "has no column date beside others",
            argument="log",
            place=name,
            quote="",
            remedy=f"write the first row as {','.join(COLUMNS)}",
        )
    unknown = next((head for head in heads if head and head not in _KNOWN), None)
    twice = next((head for head in heads if heads.count(head) > 1), None)
    if unknown is not None or twice is not None:
        problem = "is no column of a log" if unknown is not None else "stands there twice"
        head = unknown if unknown is not None else twice
        raise InputError(
            problem, argument="log", value=head, place=name,
            remedy=f"columns are {', '.join(COLUMNS)}; mass and intake take units",
        )  # fmt: skip


def _day_of(heads: list[str], cells: list[str], *, has_comma: bool) -> LogDay:
    """One row as a day."""
    values: dict[str, Any] = {}
    for head, cell in zip(heads, cells, strict=False):
        text = cell.strip()
        if head and text:
            values[head] = _number(text, head, has_comma=has_comma) if head in _NUMBERS else text
    if "date" not in values:
        raise InputError(
            "is missing", argument="date", remedy="write 2026-11-26, or leave the row out"
        )
    return LogDay.of(**values)


def _number(text: str, head: str, *, has_comma: bool) -> float:
    """A number of a cell, with a point, or with a comma where that parts no cells."""
    plain = text.replace(",", ".") if has_comma and "." not in text else text
    try:
        return float(plain)
    except ValueError:
        remedy = f"write {'71.4' if head == 'mass_kg' else '2650'}, or leave the cell empty"
        raise InputError("is not a number", argument=head, value=text, remedy=remedy) from None


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

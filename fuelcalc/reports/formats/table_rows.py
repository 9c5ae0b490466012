"""Tables as rows of text: cells in columns, or names above their numbers on a narrow page."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import Final

from fuelcalc.reports.blocks import Column, Facts, Table
from fuelcalc.reports.formats.pieces import Piece, Row, paragraph

_JOINED: Final = "\N{NO-BREAK SPACE}"
_LABEL, _UNIT = 19, 6
# Below so many columns more than two numbers have no room beside a name, which takes 15.
_NARROW, _LEAST_NAME = 70, 15
# A word or two: where names have less, wide text beside them shares its room.
_LEAST_SHARE = 8


def fact_rows(facts: Facts, width: int) -> Iterator[Row]:
    """Labels, and their texts, which go on below themselves."""
    pairs = [(f"{_JOINED * 2}{label}", text) for label, text in facts.pairs if text]
    for line in columns(pairs, (_LABEL, width - _LABEL)):
        yield (Piece(line),)


def table_rows(table: Table, width: int, title: str = "") -> Iterator[Row]:
    """
    The heads and rows of a table, and its sentences.

    Args:
        table: What to show.
        width: Columns of the page.
        title: What stands over the names, where their column has no head.
    """
    for text in table.above:
        yield from paragraph(text, width)
    for line in _listing(table, width, title):
        yield (Piece(line),)
    for text in table.below:
        yield from paragraph(text, width)


def _listing(table: Table, width: int, title: str) -> Iterator[str]:
    """The lines of the heads and rows."""
    if not table.rows:
        return
    heads = [column.head for column in table.columns]
    heads[0] = heads[0] or title
    n_names = sum(column.align == "left" for column in table.columns)
    widths = list(_widths(table.columns, width))
    rows = [(heads, ""), *((row.cells, row.remark) for row in table.rows)]
    if width < _NARROW and len(heads) - n_names > 2:
        cells = [list(_split(row, table.columns)) for row, _ in rows]
        yield from stacked(cells, n_names, widths[n_names:], width)
        return
    for row, remark in rows:
        yield from columns([list(_split(row, table.columns))], widths)
        if remark:
            yield from columns([("", remark)], (2, width - 2))


def _widths(those: Sequence[Column], width: int) -> Iterator[int]:
    """How wide each column is; below zero for what stands to the right, a unit for itself."""
    names, room = _room(those, width)
    if names and room // names < _LEAST_SHARE:
        narrow = [column.align != "left" or column.width <= _LEAST_NAME for column in those]
        those = [
            one if fits else one._replace(width=0) for one, fits in zip(those, narrow, strict=True)
        ]
        names, room = _room(those, width)
    share = max(room // max(names, 1), _LEAST_NAME if width >= _NARROW else 0)
    for column in those:
        if column.align != "left":
            yield -column.width
            yield from [_UNIT] * (column.align == "unit")
        elif column.width:
            yield column.width
        else:
            names -= 1
            yield share if names else room
            room -= share


def _room(those: Sequence[Column], width: int) -> tuple[int, int]:
    """How many columns have no width of their own, and what the others leave for them."""
    names = sum(column.align == "left" and not column.width for column in those)
    units = sum(column.align == "unit" for column in those)
    return names, width - _UNIT * units - sum(column.width for column in those)


def _split(cells: Sequence[str], those: Sequence[Column]) -> Iterator[str]:
    """The cells of a row, each number apart from the unit that hangs behind it."""
    for cell, column in zip(cells, those, strict=True):
        number, _, unit = cell.rpartition(" ") if column.align == "unit" else (cell, "", "")
        yield number or unit
        if column.align == "unit":
            yield f"{_JOINED}{unit}" if number else ""


def columns(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    """
    Rows of cells as lines: text wraps within its width, numbers stand right of theirs.

    Args:
        rows: Cells, as many a row as there are widths.
        widths: Columns of each cell; below zero for what stands to the right.

    >>> list(columns([("oats", "389"), ("a longer name", "4")], (9, -5)))
    ['oats       389', 'a longer     4', 'name']
    """
    for row in rows:
        cells = [
            wrap(cell, abs(width) - (width > 0)) or [""]
            for cell, width in zip(row, widths, strict=True)
        ]
        for parts in zip_longest(*cells, fillvalue=""):
            line = "".join(
                part.ljust(width) if width > 0 else part.rjust(-width)
                for part, width in zip(parts, widths, strict=True)
            )
            yield line.rstrip().replace(_JOINED, " ")


def stacked(
    rows: Sequence[Sequence[str]], n_names: int, widths: Sequence[int], width: int
) -> Iterator[str]:
    """
    The rows of a list on a narrow page: names in a line of their own, their numbers below.

    Args:
        rows: Names, then numbers; those that stand over them first.
        n_names: How many of the cells are names.
        widths: Columns of the numbers; below zero for what stands to the right.
        width: Columns of the page.

    >>> list(stacked([("", "kcal"), ("oats", "389")], 1, (-6,), 10))
    ['      kcal', 'oats', '       389']
    """
    # The first number stands as far right as all of them leave room.
    first, *rest = widths
    wide = (first - (width + sum(widths)), *rest)
    for number, row in enumerate(rows):
        yield from wrap(", ".join(filter(None, row[:n_names])) if number else "", width)
        yield from columns([row[n_names:]], wide)

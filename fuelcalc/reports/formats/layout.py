"""A page as lines of styled pieces, 40 columns wide or more: text and the terminal share it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any, Final

from fuelcalc.reports import blocks
from fuelcalc.reports.formats.chart_rows import bar_rows, line_rows, strip_rows
from fuelcalc.reports.formats.clock_rows import clock_rows
from fuelcalc.reports.formats.pieces import NARROW, Piece, Row, hanging, paragraph
from fuelcalc.reports.formats.table_rows import fact_rows, table_rows

MARKS = {"info": "·", "caution": "!", "warning": "!!"}
_LABEL, _REMARK = 38, 48
_NARROW_VALUE = 9
_CELL = 26


def rows_of(view: blocks.View, *, width: int = 80) -> Iterator[Row]:
    """
    Lay a page out.

    Args:
        view: What to show.
        width: Columns; 40 or more.

    Returns:
        Rows from the top, each a sequence of pieces.
    """
    top = [
        *paragraph(view.title, width, "title"),
        *paragraph(view.headline, width, "strong"),
        *_remarks(view.warnings, width),
    ]
    yield from top
    is_first = not top
    for section in view.sections:
        rows = [*_section(section, width)]
        yield from rows[is_first and not section.title :]
        is_first = is_first and not rows
    if view.about:
        yield ()
        yield from paragraph(view.about, width, "dim")
    for following in view.following:
        yield from ((), (Piece("─" * width, "dim"),), ())
        yield from rows_of(following, width=width)


def _section(section: blocks.Section, width: int) -> Iterator[Row]:
    """An empty row, the title, and what stands below it; nothing where nothing does."""
    unit = f" ({section.unit})" if section.unit else ""
    title = f"{section.title.upper()}{unit}"
    first, *others = section.blocks
    if isinstance(first, blocks.Clock):
        rows = [*clock_rows(first, width, title)]
    elif isinstance(first, blocks.Table) and first.rows and not first.columns[0].head:
        rows = [*table_rows(first, width, title)]
    else:
        rows, others = [], [first, *others]
    is_titled = bool(rows)
    rows += [row for block in others for row in _LAYOUTS[type(block)](block, width)]
    if not rows:
        return
    yield ()
    if not is_titled:
        yield from paragraph(title, width, "head")
    yield from rows


def _lines(block: blocks.Lines, width: int) -> Iterator[Row]:
    """Amounts with their remarks; where there are none, as many to a line as fit."""
    if not block.is_sum and not any(line.remark for line in block.lines):
        yield from _pairs(block.lines, width)
        return
    for line in block.lines:
        yield from _line(line, width)


def _line(line: blocks.Line, width: int) -> Iterator[Row]:
    """One line of a table; a long remark goes on below itself."""
    style = "strong" if line.total else "plain"
    label = f"  {line.label}"
    if width < NARROW:
        yield from _narrow_line(label, line, width, style)
        return
    label = label if len(label) <= _LABEL else f"{label[: _LABEL - 1]}…"
    remarks = wrap(line.remark, width - _REMARK) or [""]
    yield (
        Piece(label.ljust(_LABEL), style),
        Piece(line.value.rjust(_REMARK - _LABEL - 2), style),
        Piece(f"  {remarks[0]}", "dim"),
    )
    for remark in remarks[1:]:
        yield (Piece(" " * _REMARK + remark, "dim"),)


def _narrow_line(label: str, line: blocks.Line, width: int, style: str) -> Iterator[Row]:
    """A line of a table on a narrow page: its remark stands below."""
    room = width - _NARROW_VALUE
    *above, last = wrap(label.strip(), room - 1, initial_indent="  ", subsequent_indent="    ") or [
        ""
    ]
    for text in above:
        yield (Piece(text, style),)
    if len(line.value) > _NARROW_VALUE:
        yield (Piece(last, style),)
        last = ""
    value = line.value.rjust(width - len(last.ljust(room)))
    yield (Piece(last.ljust(room), style), Piece(value, style))
    for remark in wrap(line.remark, width - 4):
        yield (Piece(f"    {remark}", "dim"),)


def _pairs(lines: Sequence[blocks.Line], width: int) -> Iterator[Row]:
    """Labels and amounts, as many to a line as fit."""
    pairs = [f"{line.label} {line.value}" for line in lines]
    count = max(width // _CELL, 1)
    while count > 1 and max(map(len, _cells(pairs, count, width)), default=0) > width:
        count -= 1
    for text in _cells(pairs, count, width):
        yield (Piece(text),)


def _cells(texts: Sequence[str], count: int, width: int) -> list[str]:
    """Texts side by side, so many to a line."""
    cell = width // count
    starts = range(0, len(texts), count)
    rows = ("".join(one.ljust(cell) for one in texts[start : start + count]) for start in starts)
    return [f"  {row.rstrip()}" for row in rows]


def _prose(block: blocks.Prose, width: int) -> Iterator[Row]:
    for text in block.texts:
        if block.is_indented:
            yield from hanging(text, width, first="  ", rest="  ")
        else:
            yield from paragraph(text, width)


def _items(block: blocks.ItemList, width: int) -> Iterator[Row]:
    """What to choose from with its number, or what to tick off with its box."""
    for number, item in enumerate(block.items, start=1):
        mark = f"{number}. " if block.is_numbered else "[ ] "
        indent = " " * len("1. " if block.is_numbered else mark)
        for line in wrap(f"{mark}{item.text}", width, subsequent_indent=indent):
            yield (Piece(line),)
        for text in item.details:
            for line in wrap(text, width, initial_indent=indent, subsequent_indent=indent):
                yield (Piece(line),)


def _remarks(remarks: Sequence[blocks.Remark], width: int) -> Iterator[Row]:
    for remark in remarks:
        mark = f"{MARKS[remark.level]:>2} "
        yield from hanging(remark.text, width, first=mark, rest="   ", style=remark.level)


def _notes(block: blocks.Notes, width: int) -> Iterator[Row]:
    """The notes that do not stand at the top, and what is not shown."""
    yield from _remarks(block.others, width)
    if block.withheld:
        yield ()
        text = f"Not shown: {', '.join(block.withheld)}."
        yield from hanging(text, width, first="", rest="   ", style="warning")


def _sources(block: blocks.Sources, width: int) -> Iterator[Row]:
    for citation in block.citations:
        yield from hanging(citation.told, width, first="  ", rest="    ", style="dim")


def _figures(block: blocks.Explanations, width: int) -> Iterator[Row]:
    for figure in block.figures:
        span = f"   90 %: {figure.span}" if figure.span else ""
        head = f"{figure.name} {figure.value}{span}"
        if len(f"  {head}") <= width:
            yield (Piece(f"  {figure.name} ", "strong"), Piece(figure.value), Piece(span, "dim"))
        else:
            yield from hanging(head, width, first="  ", rest="    ", style="strong")
        for label, text in figure.behind:
            yield from hanging(text, width, first=f"    {label} ", rest="      ", style="dim")


_LAYOUTS: Final[Mapping[type[blocks.Block], Callable[[Any, int], Iterator[Row]]]] = {
    blocks.Lines: _lines,
    blocks.Facts: fact_rows,
    blocks.Table: table_rows,
    blocks.ItemList: _items,
    blocks.Prose: _prose,
    blocks.Clock: clock_rows,
    blocks.Strip: strip_rows,
    blocks.LineChart: line_rows,
    blocks.BarChart: bar_rows,
    blocks.Notes: _notes,
    blocks.Sources: _sources,
    blocks.Explanations: _figures,
}

"""Markdown, for notes, wikis and task lists: readable as it stands, and rendered."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from fuelcalc.reports import blocks
from fuelcalc.reports.formats.chart_rows import bar_caption, bar_text

# Signs that mark something up wherever they stand; "_" does so only at the edge of a word.
_MARKS: Final = re.compile(
    r"[\\`*\[\]<>|~$#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=#?\w+;)",
)
_STARTS: Final = re.compile(r"^(\d*)([-+.)])(?=[\s-]|$)")


def to_markdown(view: blocks.View) -> str:
    """
    Lay the view out as GitHub-flavoured Markdown.

    The clock is a task list, so that feedings and sessions can be ticked off, with its foods
    nested below: a cell of a table would hold them in one line only. No line is wrapped, and no
    HTML is used; all text of the view stays text, whatever signs it holds.

    Args:
        view: What to show.

    Returns:
        Text whose paragraphs are parted by empty lines; nothing stands for what is not there.
    """
    return "\n\n".join(_paragraphs(view)) + "\n"


def _paragraphs(view: blocks.View) -> Iterator[str]:
    """A page, and those that follow it below a rule."""
    yield from _top(view)
    for section in view.sections:
        yield from _section(section)
    if view.about:
        yield from ("---", escaped(view.about))
    for following in view.following:
        yield "---"
        yield from _paragraphs(following)


def escaped(text: str) -> str:
    r"""
    Text that Markdown leaves as it is, in one line.

    >>> escaped("*x* | <b> [a](b) # mass_kg"), escaped("1. oats")
    ('\\*x\\* \\| \\<b\\> \\[a\\](b) \\# mass_kg', '1\\. oats')
    """
    # Splitting also turns the no-break spaces of weights into spaces that a search finds.
    marked = _MARKS.sub(r"\\\g<0>", " ".join(text.split()))
    return _STARTS.sub(r"\1\\\2", marked)


def _bold(text: str) -> str:
    """Text that stands out."""
    return f"**{escaped(text)}**"


def _top(view: blocks.View) -> Iterator[str]:
    """The title, the headline, and what has to be read first."""
    yield f"# {escaped(view.title)}"
    if view.headline:
        yield _bold(view.headline)
    warned = [_remark(remark) for remark in view.warnings]
    if view.withheld:
        warned.append(f"Not shown: {escaped(', '.join(view.withheld))}.")
    if warned:
        yield "\n>\n".join(f"> {text}" for text in warned)


def _section(section: blocks.Section) -> Iterator[str]:
    """A heading and what stands below it; nothing where nothing does."""
    held = [text for block in section.blocks for text in _WRITERS[type(block)](block) if text]
    if held and section.title:
        unit = f" ({section.unit})" if section.unit else ""
        yield f"## {escaped(f'{section.title}{unit}')}"
    yield from held


def _bullets(texts: Sequence[str]) -> str:
    """A list of texts that are escaped already."""
    return "\n".join(f"- {text}" for text in texts)


def _cells(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool]) -> str:
    """Rows of escaped cells, aligned in the text too; a column without any cell is left out."""
    kept = [place for place, _ in enumerate(heads) if any(row[place] for row in rows)]
    cells = [[row[place] for place in kept] for row in (heads, *rows)]
    widths = [max(3, *map(len, column)) for column in zip(*cells, strict=True)]
    are_right = [right[place] for place in kept]
    rules = [
        f"{'-' * (width - 1)}:" if is_right else "-" * width
        for width, is_right in zip(widths, are_right, strict=True)
    ]
    lines = (
        [
            cell.rjust(width) if is_right else cell.ljust(width)
            for cell, width, is_right in zip(row, widths, are_right, strict=True)
        ]
        for row in (cells[0], rules, *cells[1:])
    )
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _lines(block: blocks.Lines) -> Iterator[str]:
    """A table of labels, amounts and remarks."""
    rows = [
        (
            _bold(line.label) if line.total else escaped(line.label),
            _bold(line.value) if line.total else escaped(line.value),
            escaped(line.remark),
        )
        for line in block.lines
    ]
    yield _cells((block.of, "amount", "remark"), rows, (False, True, False))


def _table(block: blocks.Table) -> Iterator[str]:
    """The sentences above, the rows, and the sentences below; remarks are rows."""
    yield from map(escaped, filter(None, block.above))
    rows: list[Sequence[str]] = []
    for row in block.rows:
        rows.append([escaped(cell) for cell in row.cells])
        if row.remark:
            rows.append([escaped(row.remark), *[""] * (len(block.columns) - 1)])
    if rows:
        heads = [escaped(column.head) for column in block.columns]
        yield _cells(heads, rows, [column.align != "left" for column in block.columns])
    yield from map(escaped, filter(None, block.below))


def _facts(block: blocks.Facts) -> Iterator[str]:
    yield _bullets([f"{_bold(label)}: {escaped(text)}" for label, text in block.pairs if text])


def _items(block: blocks.ItemList) -> Iterator[str]:
    """A task list, or a numbered one."""
    rows = []
    for number, item in enumerate(block.items, start=1):
        mark = f"{number}." if block.is_numbered else "- [ ]"
        rows.append(f"{mark} {escaped(item.text)}")
        rows += [f"   - {escaped(text)}" for text in item.details if text]
    yield "\n".join(rows)


def _prose(block: blocks.Prose) -> Iterator[str]:
    yield from map(escaped, block.texts)


def _clock(clock: blocks.Clock) -> Iterator[str]:
    """The clock as a task list, and what it adds up to."""
    yield "\n".join(row for line in clock.lines for row in _clock_rows(line, clock))
    if clock.total is not None:
        yield _event(clock.total, clock)


def _event(line: blocks.ClockLine, clock: blocks.Clock) -> str:
    """When, what and how much."""
    head = _bold(f"{line.time} {line.label}")
    return ": ".join([head, *filter(None, [", ".join(clock.amounts(line))])])


def _clock_rows(line: blocks.ClockLine, clock: blocks.Clock) -> Iterator[str]:
    """One line of the clock, with a box to tick where there is something to do."""
    box = "[ ] " if line.tick or line.drink else ""
    yield f"- {box}{_event(line, clock)}"
    indent = "  "
    if line.dish:
        yield f"{indent}- {escaped(line.made)}"
        indent += "  "
    for food in line.foods:
        yield f"{indent}- {escaped(food.text)}"
    if line.method:
        yield f"{indent}- {escaped(line.method)}"
    for text in filter(None, (*line.taken, line.carry, line.miss, line.advice)):
        yield f"  - {escaped(text)}"


def _spoken(chart: blocks.Strip | blocks.LineChart) -> Iterator[str]:
    """A chart in a sentence."""
    yield escaped(chart.alt)


def _bars(chart: blocks.BarChart) -> Iterator[str]:
    """One bar a row, drawn with letters."""
    rows = [
        (*map(escaped, (bar.time, bar.label, bar.value)), bar_text(bar.share, is_full=bar.is_full))
        for bar in chart.bars
    ]
    yield _cells((*chart.heads, "bar"), rows, (False, False, True, False))
    yield escaped(bar_caption(chart))


def _remark(remark: blocks.Remark) -> str:
    """A note; its level in words where it matters."""
    text = escaped(remark.text)
    return text if remark.level == "info" else f"**{remark.level.capitalize()}:** {text}"


def _notes(block: blocks.Notes) -> Iterator[str]:
    """The notes that do not stand at the top."""
    yield _bullets([_remark(remark) for remark in block.others])


def _sources(block: blocks.Sources) -> Iterator[str]:
    """Where the figures come from, estimates first."""
    ordered = sorted(block.citations, key=lambda citation: not citation.is_estimate)
    yield _bullets([escaped(citation.told) for citation in ordered])


def _figures(block: blocks.Explanations) -> Iterator[str]:
    rows = []
    for figure in block.figures:
        span = f" (90 %: {escaped(figure.span)})" if figure.span else ""
        rows.append(f"- {_bold(figure.name)} {escaped(figure.value)}{span}")
        told = ((label.replace("=", "equation"), text) for label, text in figure.behind)
        rows += [f"  - {label}: {escaped(text)}" for label, text in told]
    yield "\n".join(rows)


_WRITERS: Final[Mapping[type[blocks.Block], Callable[[Any], Iterator[str]]]] = {
    blocks.Lines: _lines,
    blocks.Facts: _facts,
    blocks.Table: _table,
    blocks.ItemList: _items,
    blocks.Prose: _prose,
    blocks.Clock: _clock,
    blocks.Strip: _spoken,
    blocks.LineChart: _spoken,
    blocks.BarChart: _bars,
    blocks.Notes: _notes,
    blocks.Sources: _sources,
    blocks.Explanations: _figures,
}

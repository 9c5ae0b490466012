"""Markdown, for notes, wikis and task lists: readable as it stands, and rendered."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from math import ceil
from typing import Final

from fuelcalc.reports.blocks import ClockLine, Explained, Line, Remark, View
from fuelcalc.reports.day.clock import amount_texts

_BAR: Final = 20
_DOSE, _LESS = "█", "░"
# Signs that mark something up wherever they stand; "_" does so only at the edge of a word.
_MARKS: Final = re.compile(
    r"[\\`*\[\]<>|~$#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=#?\w+;)",
)
_STARTS: Final = re.compile(r"^(\d*)([-+.)])(?=[\s-]|$)")


def to_markdown(view: View) -> str:
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
    return "\n\n".join(chain.from_iterable(section(view) for section in _SECTIONS)) + "\n"


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


def _section(title: str, *blocks: str) -> Iterator[str]:
    """A heading and what stands below it; nothing where nothing does."""
    held = [block for block in blocks if block]
    if held:
        yield f"## {title}"
        yield from held


def _bullets(texts: Sequence[str]) -> str:
    """A list of texts that are escaped already."""
    return "\n".join(f"- {text}" for text in texts)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, right: int) -> str:
    """Rows of escaped cells, aligned in the text too; the column *right* stands to the right."""
    kept = [place for place, head in enumerate(heads) if any(row[place] for row in rows)]
    cells = [[row[place] for place in kept] for row in (heads, *rows)]
    widths = [max(3, *map(len, column)) for column in zip(*cells, strict=True)]
    rules = ["-" * width for width in widths]
    numbers = kept.index(right)
    rules[numbers] = rules[numbers][1:] + ":"
    lines = (
        [
            cell.rjust(width) if place == numbers else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        for row in (cells[0], rules, *cells[1:])
    )
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _lines(head: str, lines: Sequence[Line]) -> str:
    """A table of labels, amounts and remarks; nothing without any."""
    rows = [
        (
            _bold(line.label) if line.total else escaped(line.label),
            _bold(line.value) if line.total else escaped(line.value),
            escaped(line.remark),
        )
        for line in lines
    ]
    return _table((head, "amount", "remark"), rows, right=1) if rows else ""


def _top(view: View) -> Iterator[str]:
    """The title, the headline, and what has to be read first."""
    yield f"# {escaped(view.title)}"
    yield _bold(view.headline)
    warned = [_note(note) for note in view.notes if note.level == "warning"]
    if view.withheld:
        warned.append(f"Not shown: {escaped(', '.join(view.withheld))}.")
    if warned:
        yield "\n>\n".join(f"> {text}" for text in warned)


def _clock(view: View) -> Iterator[str]:
    """The clock as a task list, and what it adds up to."""
    total = "" if view.total is None else _event(view.total, view)
    yield from _section(
        "Clock", "\n".join(row for line in view.clock for row in _clock_rows(line, view)), total
    )


def _event(line: ClockLine, view: View) -> str:
    """When, what and how much."""
    head = _bold(f"{line.time} {line.label}")
    return ": ".join([head, *filter(None, [", ".join(amount_texts(line, view))])])


def _clock_rows(line: ClockLine, view: View) -> Iterator[str]:
    """One line of the clock, with a box to tick where there is something to do."""
    box = "[ ] " if line.tick or line.drink else ""
    yield f"- {box}{_event(line, view)}"
    indent = "  "
    if line.dish:
        yield f"{indent}- {escaped(line.dish)}"
        indent += "  "
    for food in line.foods:
        yield f"{indent}- {escaped(food.text)}"
    for text in filter(None, (*line.taken, line.carry, line.miss, line.advice)):
        yield f"  - {escaped(text)}"


def _energy(view: View) -> Iterator[str]:
    """The energy table, and the balance across the day in a sentence."""
    balance = "" if view.balance is None else escaped(view.balance.alt)
    title = f"Energy ({view.energy_unit})"
    yield from _section(title, _lines("part", view.energy), balance)


def _protein(view: View) -> Iterator[str]:
    """Protein by feeding, with bars of letters."""
    if view.protein is None:
        return
    rows = [
        (
            escaped(bar.time),
            escaped(bar.label),
            escaped(bar.value),
            (_DOSE if bar.is_dose else _LESS) * ceil(_BAR * bar.share - 1e-9),
        )
        for bar in view.protein.bars
    ]
    caption = f"{escaped(view.protein.caption)} {_DOSE} is a dose, {_LESS} is less."
    table = _table(("time", "feeding", "protein", "bar"), rows, right=2)
    yield from _section("Protein by feeding", table, caption)


def _targets(view: View) -> Iterator[str]:
    """The day's targets."""
    yield from _section("Targets", _lines("target", view.targets))


def _menu(view: View) -> Iterator[str]:
    """What the foods hold."""
    yield from _section("Foods add up to", _lines("nutrient", view.menu))


def _why(view: View) -> Iterator[str]:
    """Why this much."""
    yield from _section("Why", *map(escaped, view.reasons))


def _note(note: Remark) -> str:
    """A note; its level in words where it matters."""
    text = escaped(note.text)
    return text if note.level == "info" else f"**{note.level.capitalize()}:** {text}"


def _notes(view: View) -> Iterator[str]:
    """The notes that do not stand at the top."""
    notes = [_note(note) for note in view.notes if note.level != "warning"]
    yield from _section("Notes", _bullets(notes))


def _sources(view: View) -> Iterator[str]:
    """Where the figures come from, estimates first."""
    ordered = sorted(view.sources, key=lambda source: not source.is_estimate)
    texts = [
        f"Estimate: {escaped(citation.text)}" if citation.is_estimate else escaped(citation.text)
        for citation in ordered
    ]
    yield from _section("Sources", _bullets(texts))


def _explained(figure: Explained) -> Iterator[str]:
    """One figure with what is behind it."""
    span = f" (90 %: {escaped(figure.span)})" if figure.span else ""
    yield f"- {_bold(figure.name)} {escaped(figure.value)}{span}"
    behind = (("equation", figure.equation), ("from", figure.inputs), ("source", figure.source))
    for label, text in behind:
        if text:
            yield f"  - {label}: {escaped(text)}"


def _figures(view: View) -> Iterator[str]:
    """Every figure, where it is asked for."""
    rows = [row for figure in view.explained for row in _explained(figure)]
    yield from _section("Where each figure comes from", "\n".join(rows))


def _about(view: View) -> Iterator[str]:
    """What holds for all of it."""
    yield "---"
    yield escaped(view.about)


_SECTIONS = (
    _top,
    _clock,
    _energy,
    _protein,
    _targets,
    _menu,
    _why,
    _notes,
    _sources,
    _figures,
    _about,
)

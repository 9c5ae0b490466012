"""A view as lines of styled pieces, 40 columns wide or more: text and the terminal share it."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

from fuelcalc.reports.blocks import ClockLine, Explained, Line, Remark, Strip, View
from fuelcalc.reports.day.clock import amount_texts

MARKS = {"info": "·", "caution": "!", "warning": "!!"}
_LABEL, _REMARK = 38, 48
_TIME, _LEFT = 12, 45
# Amounts stand in columns where these fit, else under what they are of.
_LEAST_COLUMNS, _NARROW_VALUE = 78, 9
_CELL = 26
_HEADS = ("carb", "prot", "fat")
BLOCKS = {
    "resting": "░",
    "daily-life": "▒",
    "digestion": "▓",
    "run": "/",
    "lift": "#",
    "other": "|",
    "surplus": "█",
}
HEIGHTS = "▁▂▃▄▅▆▇█"


class Piece(NamedTuple):
    """A run of text in one style: plain, title, head, strong, dim, session or a note's level."""

    text: str
    style: str = "plain"


Row = Sequence[Piece]


def _wrapped(text: str, width: int, *, first: str, rest: str, style: str) -> Iterator[Row]:
    """A paragraph that hangs behind its mark."""
    lines = wrap(text, max(width - len(first), 20)) or [""]
    yield (Piece(first, style), Piece(lines[0]))
    for line in lines[1:]:
        yield (Piece(rest + line),)


def _line(line: Line, width: int) -> Iterator[Row]:
    """One line of a table; a long remark goes on below itself."""
    style = "strong" if line.total else "plain"
    label = f"  {line.label}"
    if width < _LEAST_COLUMNS:
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


def _narrow_line(label: str, line: Line, width: int, style: str) -> Iterator[Row]:
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


def _narrow_clock(line: ClockLine, view: View, width: int, time: int) -> Iterator[Row]:
    """What a line of the clock is called on a narrow page, and its amounts below."""
    style = "strong" if amount_texts(line, view) else "dim"
    names = wrap(line.label, width - time) or [""]
    yield (Piece(line.time.ljust(time), style), Piece(names[0]))
    for name in names[1:]:
        yield (Piece(" " * time + name),)
    for text in wrap(", ".join(amount_texts(line, view)), width - time):
        yield (Piece(" " * time + text, "strong"),)


def _clock(line: ClockLine, view: View, width: int, time: int) -> Iterator[Row]:
    """One line of the clock, with its foods and its advice below; *time* is a column's width."""
    if line.is_session:
        first, *rest = wrap(line.label, width - time) or [""]
        yield (Piece(line.time.ljust(time), "session"), Piece(first, "session"))
        for text in rest:
            yield (Piece(" " * time + text, "session"),)
        return
    if width < _LEAST_COLUMNS:
        yield from _narrow_clock(line, view, width, time)
    else:
        yield from _wide_clock(line, time)
    yield from _plate(line, width, time)
    for words, style in ((line.miss, "caution"), (line.advice, "dim")):
        for text in wrap(words, width - time):
            yield (Piece(" " * time + text, style),)


def _plate(line: ClockLine, width: int, time: int) -> Iterator[Row]:
    """The dish, its foods, and what of them is taken when on a long session."""
    indent = " " * time
    if line.dish:
        yield from _wrapped(line.dish, width, first=f"{indent}→ ", rest=f"{indent}  ", style="head")
        for text in wrap(", ".join(food.text for food in line.foods), width - time - 2):
            yield (Piece(f"{indent}  {text}".replace("\u00a0", " ")),)
    for told in filter(None, (*line.taken, line.carry)):
        first, *rest = wrap(told, width - time - 4)
        yield (Piece(f"{indent}  {first}".replace("\u00a0", " ")),)
        for text in rest:
            yield (Piece(f"{indent}    {text}".replace("\u00a0", " ")),)


def _wide_clock(line: ClockLine, time: int) -> Iterator[Row]:
    """What a line of the clock is called, and its amounts in their columns."""
    amounts = (line.energy, line.carbohydrate, line.protein, line.fat)
    numbers = "".join(amount.rjust(6) for amount in amounts) + line.drink.rjust(9)
    names = wrap(line.label, _LEFT - time) or [""]
    yield (
        Piece(line.time.ljust(time), "dim" if not numbers.strip() else "strong"),
        Piece(names[0].ljust(_LEFT - time)),
        Piece(numbers.rstrip(), "strong"),
    )
    for name in names[1:]:
        yield (Piece(" " * time + name),)


def _explained(figure: Explained, width: int) -> Iterator[Row]:
    """One explained figure."""
    span = f"   90 %: {figure.span}" if figure.span else ""
    if len(f"  {figure.name} {figure.value}{span}") <= width:
        yield (Piece(f"  {figure.name} ", "strong"), Piece(figure.value), Piece(span, "dim"))
    else:
        text = f"{figure.name} {figure.value}{span}"
        yield from _wrapped(text, width, first="  ", rest="    ", style="strong")
    for label, text in (("=", figure.equation), ("from", figure.inputs), ("source", figure.source)):
        if text:
            yield from _wrapped(text, width, first=f"    {label} ", rest="      ", style="dim")


def _section(title: str, width: int = 80) -> Iterator[Row]:
    yield ()
    for text in wrap(title, width):
        yield (Piece(text, "head"),)


def _cells(texts: Sequence[str], count: int, width: int) -> list[str]:
    """Texts side by side, so many to a line."""
    cell = width // count
    starts = range(0, len(texts), count)
    rows = ("".join(one.ljust(cell) for one in texts[start : start + count]) for start in starts)
    return [f"  {row.rstrip()}" for row in rows]


def _targets(view: View, width: int) -> Iterator[Row]:
    """The targets, as many to a line as fit."""
    if view.targets:
        yield from _section("TARGETS")
    pairs = [f"{line.label} {line.value}" for line in view.targets]
    count = max(width // _CELL, 1)
    while count > 1 and max(map(len, _cells(pairs, count, width)), default=0) > width:
        count -= 1
    for text in _cells(pairs, count, width):
        yield (Piece(text),)
    if view.protein is not None:
        yield from _wrapped(view.protein.caption, width, first="  ", rest="  ", style="plain")


def _clock_section(view: View, width: int) -> Iterator[Row]:
    if not view.clock:
        return
    numbers = any(line.energy for line in view.clock)
    heads = "".join(head.rjust(6) for head in (view.energy_unit, *_HEADS))
    drink = "drink ml" if view.drink_unit == "ml" else view.drink_unit
    drinks = any(line.drink for line in view.clock)
    head = heads + (drink.rjust(9) if drinks else "") if numbers else ""
    yield ()
    yield (
        Piece("CLOCK".ljust(_LEFT), "head"),
        Piece(head if width >= _LEAST_COLUMNS else "", "dim"),
    )
    time = max([_TIME, *(len(line.time) + 1 for line in view.clock)])
    for line in view.clock:
        yield from _clock(line, view, width, time)
    if view.total is not None:
        yield from _clock(view.total, view, width, time)


def _top(view: View, width: int) -> Iterator[Row]:
    for text in wrap(view.title, width):
        yield (Piece(text, "title"),)
    for text in wrap(view.headline, width):
        yield (Piece(text, "strong"),)
    yield from _remarks([one for one in view.notes if one.level == "warning"], width)


def _remarks(notes: Sequence[Remark], width: int) -> Iterator[Row]:
    for one in notes:
        mark = f"{MARKS[one.level]:>2} "
        yield from _wrapped(one.text, width, first=mark, rest="   ", style=one.level)


def _energy(view: View, width: int) -> Iterator[Row]:
    if view.energy:
        yield from _section(f"ENERGY ({view.energy_unit})")
    for line in view.energy:
        yield from _line(line, width)
    if view.strip is not None:
        yield from _strip(view.strip, width)


def _strip(strip: Strip, width: int) -> Iterator[Row]:
    """The energy as one bar of blocks, and what each block means."""
    cells = width - 4
    bar = "".join(
        BLOCKS[part.kind] * (round(part.end * cells) - round(part.start * cells))
        for part in strip.segments
    )
    kinds = {
        part.kind: part.label.lower() if part.kind == "surplus" else part.kind.replace("-", " ")
        for part in strip.segments
    }
    legend = "  ".join(f"{BLOCKS[kind]} {word}" for kind, word in kinds.items())
    yield (Piece(f"  {bar}", "head"),)
    if len(legend) + 2 <= width:
        yield (Piece(f"  {legend}", "dim"),)
    else:
        yield from _wrapped(legend, width, first="  ", rest="  ", style="dim")


def _balance(view: View, width: int) -> Iterator[Row]:
    """The running balance as a line of blocks, with the sessions and the hours behind."""
    chart = view.balance
    if chart is None:
        return
    yield from _section(
        f"ACROSS THE DAY ({view.energy_unit} ahead or behind since midnight)", width
    )
    heights = [y for _, y in chart.line[1:]]
    limits = [y for _, y in chart.limit[1:]]
    # Half-hours, or hours where so many do not fit.
    step = 1 if len(heights) + 4 <= width else 2
    heights, limits = heights[step - 1 :: step], limits[step - 1 :: step]
    yield (Piece("  " + "".join(HEIGHTS[min(int(8.0 * y), 7)] for y in heights), "head"),)
    marks = ["!" if y < limit else " " for y, limit in zip(heights, limits, strict=True)]
    for session in chart.sessions:
        first = int(session.left * len(marks))
        for place in range(first, max(first + 1, round(session.right * len(marks)))):
            marks[place] = session.kind[0].upper()
    yield (Piece("  " + "".join(marks).rstrip(), "caution"),)
    hours = "".join(tick.text.ljust(len(marks) // 4) for tick in chart.hours)
    yield (Piece(f"  {hours.rstrip()}", "dim"),)
    named = dict.fromkeys(f"{session.kind[0].upper()} {session.kind}" for session in chart.sessions)
    text = f"{', '.join((*named, f'! over {chart.limit_text}'))}. {chart.caption}"
    yield from _wrapped(text, width, first="  ", rest="  ", style="plain")


def _reasons(view: View, width: int) -> Iterator[Row]:
    if view.reasons:
        yield from _section("WHY")
    for text in view.reasons:
        yield from _wrapped(text, width, first="  ", rest="  ", style="plain")


def _menu(view: View, width: int) -> Iterator[Row]:
    if view.menu:
        yield from _section("FOODS ADD UP TO")
    for line in view.menu:
        yield from _line(line, width)


def _notes(view: View, width: int) -> Iterator[Row]:
    """The notes that do not stand at the top."""
    notes = [one for one in view.notes if one.level != "warning"]
    if notes or view.withheld:
        yield from _section("NOTES")
    yield from _remarks(notes, width)
    if view.withheld:
        yield ()
        text = f"Not shown: {', '.join(view.withheld)}."
        yield from _wrapped(text, width, first="", rest="   ", style="warning")


def _explanations(view: View, width: int) -> Iterator[Row]:
    if view.explained:
        yield from _section("WHERE EACH FIGURE COMES FROM")
    for figure in view.explained:
        yield from _explained(figure, width)


def _bottom(view: View, width: int) -> Iterator[Row]:
    yield ()
    for text in wrap(view.about, width):
        yield (Piece(text, "dim"),)


_SECTIONS = (
    _top,
    _energy,
    _reasons,
    _targets,
    _clock_section,
    _menu,
    _balance,
    _notes,
    _explanations,
    _bottom,
)


def rows_of(view: View, *, width: int = 80) -> Iterator[Row]:
    """
    Lay a view out.

    Args:
        view: What to show.
        width: Columns; 60 or more.

    Returns:
        Rows from the top, each a sequence of pieces.
    """
    for section in _SECTIONS:
        yield from section(view, width)

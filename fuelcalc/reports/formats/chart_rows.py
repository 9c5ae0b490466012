"""Charts as rows of text, drawn with blocks."""

from collections.abc import Iterator
from math import ceil

from fuelcalc.reports.blocks import BarChart, LineChart, Strip
from fuelcalc.reports.formats.pieces import Piece, Row, hanging

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
FULL, LESS = "█", "░"
"""Bars of a chart of bars: full ones, and others."""

_BAR = 20
_LONGEST = 60
_ENDS = ("[", "]")
"""The ends of a range."""


def bar_text(share: float, *, is_full: bool) -> str:
    """
    A bar of letters, twenty for the whole.

    >>> bar_text(0.21, is_full=False)
    '░░░░░'
    """
    return (FULL if is_full else LESS) * ceil(_BAR * share - 1e-9)


def bar_caption(chart: BarChart) -> str:
    """What a chart of bars shows, and what its letters mean."""
    return f"{chart.caption} {FULL} is {chart.full}, {LESS} is less."


def bar_rows(chart: BarChart, width: int) -> Iterator[Row]:
    """One bar a line, with its time, label and value; the label is cut where it is too long."""
    times = max(len(bar.time) for bar in chart.bars)
    values = max(len(bar.value) for bar in chart.bars)
    room = max(width - times - values - _BAR - 5, 8)
    labels = min(max(len(bar.label) for bar in chart.bars), room)
    for bar in chart.bars:
        label = bar.label if len(bar.label) <= labels else f"{bar.label[: labels - 1]}…"
        told = f"  {bar.time.ljust(times)} {label.ljust(labels)} {bar.value.rjust(values)} "
        yield (Piece(told), Piece(bar_text(bar.share, is_full=bar.is_full), "head"))
    yield from hanging(bar_caption(chart), width, first="  ", rest="  ")


def strip_rows(strip: Strip, width: int) -> Iterator[Row]:
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
        yield from hanging(legend, width, first="  ", rest="  ", style="dim")


def line_rows(chart: LineChart, width: int) -> Iterator[Row]:
    """The line as blocks of its height, with what is behind it and its marks below."""
    if chart.is_by_name:
        yield from _named_rows(chart, width)
        return
    points = len(chart.line) - 1
    # Every point, or every second or third where so many do not fit.
    step = max(ceil((points + 4) / width), 1)
    heights = [y for _, y in chart.line[step::step]]
    yield (Piece("  " + "".join(HEIGHTS[min(int(8.0 * y), 7)] for y in heights), "head"),)
    marks = [" "] * len(heights)
    for place, (_, limit) in enumerate(chart.limit[step::step]):
        marks[place] = "!" if heights[place] < limit else " "
    for band in chart.bands:
        first = int(band.left * len(marks))
        for place in range(first, max(first + 1, round(band.right * len(marks)))):
            marks[place] = band.kind[0].upper()
    if chart.bands or chart.limit:
        yield (Piece("  " + "".join(marks).rstrip(), "caution"),)
    apart = len(marks) // max(len(chart.ticks) - 1, 1)
    ticks = "".join(tick.text.ljust(apart) for tick in chart.ticks)
    yield (Piece(f"  {ticks.rstrip()}", "dim"),)
    named = dict.fromkeys(f"{band.kind[0].upper()} {band.kind}" for band in chart.bands)
    told = [*named, *([f"! over {chart.limit_text}"] if chart.limit else [])]
    text = f"{', '.join(told)}. {chart.caption}" if told else chart.caption
    yield from hanging(text, width, first="  ", rest="  ")


def _named_rows(chart: LineChart, width: int) -> Iterator[Row]:
    """A bar for each mark, with its range and the place of the line on it."""
    names = max(len(tick.text) for tick in chart.ticks)
    cells = min(width - names - 3, _LONGEST)
    ranges = {span.at: span for span in chart.ranges}

    def cell(place: float) -> int:
        return min(round(place * cells), cells - 1)

    for tick, bar, (_, height) in zip(chart.ticks, chart.bars, chart.line, strict=True):
        marks = [LESS] * cell(bar.top) + [" "] * (cells - cell(bar.top))
        if (span := ranges.get(tick.at)) is not None:
            marks[cell(span.low)], marks[cell(span.high)] = _ENDS
        marks[cell(height)] = FULL
        told = "".join(marks).rstrip()
        yield (Piece(f"  {tick.text.ljust(names)} "), Piece(told, "head"))
    signs = {"line": FULL}
    keys = [f"{signs.get(kind, LESS)} {label}" for kind, label in chart.keys]
    keys += [f"{' '.join(_ENDS)} {chart.range_text}"] if chart.ranges else []
    scale = f"0 to {chart.levels[-1].text} {chart.unit}"
    told = " ".join(filter(None, (f"{', '.join(keys)}; {scale}.", chart.caption)))
    yield from hanging(told, width, first="  ", rest="  ", style="dim")

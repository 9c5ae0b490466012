"""The clock as rows of text: amounts beside what they are of, or below on a narrow page."""

from collections.abc import Iterator
from textwrap import wrap

from fuelcalc.reports.blocks import Clock, ClockLine
from fuelcalc.reports.formats.pieces import NARROW, Piece, Row, hanging

_TIME, _LEFT = 12, 45
_HEADS = ("carb", "prot", "fat")


def clock_rows(clock: Clock, width: int, title: str = "") -> Iterator[Row]:
    """
    The clock, line by line.

    Args:
        clock: What to show.
        width: Columns.
        title: What stands over it, beside the heads of its columns.
    """
    numbers = any(line.energy for line in clock.lines)
    heads = "".join(head.rjust(6) for head in (clock.energy_unit, *_HEADS))
    drink = "drink ml" if clock.drink_unit == "ml" else clock.drink_unit
    drinks = any(line.drink for line in clock.lines)
    head = heads + (drink.rjust(9) if drinks else "") if numbers else ""
    yield (Piece(title.ljust(_LEFT), "head"), Piece(head if width >= NARROW else "", "dim"))
    time = max([_TIME, *(len(line.time) + 1 for line in clock.lines)])
    for line in (*clock.lines, *filter(None, [clock.total])):
        yield from _line(line, clock, width, time)


def _narrow(line: ClockLine, clock: Clock, width: int, time: int) -> Iterator[Row]:
    """What a line of the clock is called on a narrow page, and its amounts below."""
    style = "strong" if clock.amounts(line) else "dim"
    names = wrap(line.label, width - time) or [""]
    yield (Piece(line.time.ljust(time), style), Piece(names[0]))
    for name in names[1:]:
        yield (Piece(" " * time + name),)
    for text in wrap(", ".join(clock.amounts(line)), width - time):
        yield (Piece(" " * time + text, "strong"),)


def _line(line: ClockLine, clock: Clock, width: int, time: int) -> Iterator[Row]:
    """One line of the clock, with its foods and its advice below; *time* is a column's width."""
    if line.is_session:
        first, *rest = wrap(line.label, width - time) or [""]
        yield (Piece(line.time.ljust(time), "session"), Piece(first, "session"))
        for text in rest:
            yield (Piece(" " * time + text, "session"),)
        return
    if width < NARROW:
        yield from _narrow(line, clock, width, time)
    else:
        yield from _wide(line, time)
    yield from _plate(line, width, time)
    for words, style in ((line.miss, "caution"), (line.advice, "dim")):
        for text in wrap(words, width - time):
            yield (Piece(" " * time + text, style),)


def _plate(line: ClockLine, width: int, time: int) -> Iterator[Row]:
    """The dish, its foods, how it is made, and what of them is taken when on a long session."""
    indent = " " * time
    if line.dish:
        yield from hanging(line.made, width, first=f"{indent}→ ", rest=f"{indent}  ", style="head")
        for text in wrap(", ".join(food.text for food in line.foods), width - time - 2):
            yield (Piece(f"{indent}  {text}".replace("\u00a0", " ")),)
        for text in wrap(line.method, width - time - 2):
            yield (Piece(f"{indent}  {text}", "dim"),)
    for told in filter(None, (*line.taken, line.carry)):
        first, *rest = wrap(told, width - time - 4)
        yield (Piece(f"{indent}  {first}".replace("\u00a0", " ")),)
        for text in rest:
            yield (Piece(f"{indent}    {text}".replace("\u00a0", " ")),)


def _wide(line: ClockLine, time: int) -> Iterator[Row]:
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

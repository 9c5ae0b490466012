"""The clock as a table of HTML, with a box to tick for each thing to do."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from fuelcalc.reports.blocks import Clock, ClockLine
from fuelcalc.reports.formats.html_charts import EMPTY

BANG = Markup('<span class="bang" aria-hidden="true">!</span>')


class ClockRow(NamedTuple):
    """A line of the clock, its number, and that of the last session up to it."""

    line: ClockLine
    number: str
    session: str | None

    @property
    def is_brief(self) -> bool:
        """Whether there is nothing to eat: a drink, waking, sleeping."""
        line = self.line
        return not (line.is_session or line.energy or line.dish or line.foods or line.miss)

    @property
    def has_food(self) -> bool:
        """Whether it takes a second row."""
        line = self.line
        told = line.dish or line.foods or line.miss or line.advice
        return bool(told) and not self.is_brief and not line.is_session

    @property
    def named_by(self) -> str:
        """What names its tick box: the elements of its time, or its session's, and its label."""
        timed = self.number if self.line.time or self.session is None else self.session
        return f"t{timed} n{self.number}"

    @property
    def classes(self) -> str:
        """What its rows are: their kind, and the session that they belong to."""
        line = self.line
        parts = [line.kind]
        parts += ["session"] if line.is_session else []
        parts += ["brief"] if self.is_brief and line.drink else []
        parts += [f"near near-{line.session}"] if line.session else []
        return " ".join(parts)


def clock_rows(lines: Sequence[ClockLine], page: str = "") -> list[ClockRow]:
    """The lines of the clock, numbered, so that a tick box can be named by what it ticks."""
    rows = []
    session = None
    for place, line in enumerate(lines):
        number = f"{page}{place}"
        session = number if line.is_session else session
        rows.append(ClockRow(line, number, session))
    return rows


def clock_table(clock: Clock, page: str = "") -> Markup:
    """The clock from waking to sleep, and its sum; its anchors begin with those of the page."""
    counted = clock.total is not None or any(line.energy for line in clock.lines)
    head = Markup('<th scope="col" role="columnheader" class="{}">{}</th>\n')
    units = (clock.energy_unit, "carb g", "prot g", "fat g") if counted else ()
    heads = [head.format("number", unit) for unit in units]
    heads += [head.format("drink", "drink")] if counted else []
    unseen = Markup('<span class="unseen">{}</span>')
    body = Markup('<tbody role="rowgroup" class="{}">\n{}</tbody>\n')
    bodies = [
        body.format(
            row.classes,
            _session(row, 7 if counted else 2)
            if row.line.is_session
            else _feeding(row, clock, counted=counted),
        )
        for row in clock_rows(clock.lines, page)
    ]
    return Markup(
        '<table class="clock" role="table">\n'
        '<caption class="unseen">What to eat and drink, and when</caption>\n'
        '<thead role="rowgroup">\n<tr role="row">\n{}{}</tr>\n</thead>\n{}{}</table>'
    ).format(
        EMPTY.join(
            head.format(kind, unseen.format(text))
            for kind, text in (("tick", "done"), ("time", "time"), ("what", "what"))
        ),
        EMPTY.join(heads),
        EMPTY.join(bodies),
        _total(clock.total, clock) if clock.total else "",
    )


def _numbers(line: ClockLine, unit: str) -> Markup:
    """The cells of the amounts."""
    cell = Markup('<td role="cell" class="number" data-unit="{}">{}</td>\n')
    cells = (
        (unit, line.energy),
        ("g carb", line.carbohydrate),
        ("g prot", line.protein),
        ("g fat", line.fat),
    )
    return EMPTY.join(cell.format(*one) for one in cells)


def _total(total: ClockLine, clock: Clock) -> Markup:
    """The sum of the day."""
    return Markup(
        '<tbody role="rowgroup" class="total">\n<tr role="row">\n'
        '<td role="cell" class="tick"></td>\n<td role="cell" class="time"></td>\n'
        '<th role="rowheader" class="what" scope="row">{}</th>\n{}'
        '<td role="cell" class="drink">{}</td>\n</tr>\n</tbody>\n'
    ).format(
        total.label,
        _numbers(total, clock.energy_unit),
        f"{total.drink} {clock.drink_unit}" if total.drink else "",
    )


def _food(line: ClockLine) -> Markup:
    """The dish, its foods, its method, what of them is taken when, what is missed, and advice."""
    mass = Markup('{} <span class="mass">({})</span>')
    foods = Markup(", ").join(
        mass.format(food.household, food.weight) if food.weight else food.household
        for food in line.foods
    )
    taken = EMPTY.join(Markup("<li>{}</li>\n").format(told) for told in line.taken)
    making = Markup(' <span class="making">{}</span>').format(line.making) if line.making else ""
    told = (
        (line.dish and line.dish + making, Markup('<p class="dish">{}</p>\n')),
        (foods, Markup('<p class="foods">{}</p>\n')),
        (line.method, Markup('<p class="how">{}</p>\n')),
        (taken, Markup('<ul class="taken">\n{}</ul>\n')),
        (line.carry, Markup('<p class="carry">{}</p>\n')),
        (line.miss and BANG + " " + line.miss, Markup('<p class="miss">{}</p>\n')),
        (line.advice, Markup('<p class="advice">{}</p>\n')),
    )
    return EMPTY.join(form.format(text) for text, form in told if text)


def _session(row: ClockRow, width: int) -> Markup:
    """A session, over all columns."""
    return Markup(
        '<tr role="row">\n<td role="cell" class="tick"><input type="checkbox" id="d{id}" '
        'aria-labelledby="{named}"></td>\n'
        '<th role="rowheader" scope="row" class="what" colspan="{width}"><span class="time" '
        'id="t{id}">{time}</span> <label for="d{id}" id="n{id}">{label}</label>{food}'
        "</th>\n</tr>\n"
    ).format(
        id=row.number,
        named=row.named_by,
        width=width,
        time=row.line.time,
        label=row.line.label,
        food=_food(row.line),
    )


def _feeding(row: ClockRow, clock: Clock, *, counted: bool) -> Markup:
    """A feeding or a drink: what it is called with its amounts, and below what is eaten."""
    line, number = row.line, row.number
    tick = Markup('<input type="checkbox" id="d{}" aria-labelledby="{}">')
    name = (
        Markup('\n<span id="n{}">{}</span> <span class="advice">{}</span>')
        if row.is_brief
        else Markup('<label for="d{0}" id="n{0}">{1}</label>')
    )
    return Markup(
        '<tr role="row">\n<td role="cell" class="tick" rowspan="{rows}">{tick}</td>\n'
        '<td role="cell" class="time" rowspan="{rows}" id="t{id}">{time}</td>\n'
        '<th role="rowheader" id="r{id}" class="what" scope="{scope}" colspan="{span}">{name}'
        "</th>\n{amounts}</tr>\n{food}"
    ).format(
        rows=2 if row.has_food else 1,
        tick=tick.format(number, row.named_by) if line.tick else "",
        id=number,
        time=line.time,
        scope="rowgroup" if row.has_food else "row",
        span=5 if row.is_brief and counted else 1,
        name=name.format(number, line.label, line.advice),
        amounts=_amounts(row, clock) if counted else "",
        food=_food_row(row, 6 if counted else 1) if row.has_food else "",
    )


def _amounts(row: ClockRow, clock: Clock) -> Markup:
    """The cells behind the name: the amounts, and the drink with a box of its own."""
    line = row.line
    drink = Markup(
        '<label><input type="checkbox" aria-labelledby="{named} w{id}"> '
        '<span id="w{id}">{drink} {unit}</span></label>'
    ).format(named=row.named_by, id=row.number, drink=line.drink, unit=clock.drink_unit)
    return Markup('{}<td role="cell" class="drink">{}</td>\n').format(
        "" if row.is_brief else _numbers(line, clock.energy_unit), drink if line.drink else ""
    )


def _food_row(row: ClockRow, width: int) -> Markup:
    """What is eaten, under its amounts."""
    return Markup(
        '<tr role="row"><td role="cell" class="food" headers="r{}" colspan="{}">\n{}</td></tr>\n'
    ).format(row.number, width, _food(row.line))

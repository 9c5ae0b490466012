"""One door to every format."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, NamedTuple, TypedDict, Unpack, overload

from fuelcalc.errors import InputError
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.reports.layout import LEAST_WIDTH
from fuelcalc.reports.page import view_of
from fuelcalc.reports.paper import Paper
from fuelcalc.reports.style import Style, style_for
from fuelcalc.reports.view import View


class Order(NamedTuple):
    """What is to be written, and how the reader wants it."""

    plan: DayPlan
    style: Style
    paper: Paper
    explain: bool
    width: int = 80

    @property
    def view(self) -> View:
        """What the reader sees of the plan."""
        return view_of(self.plan, self.style, explain=self.explain)


class Format(NamedTuple):
    """A way to write a plan, and the ends of file names that ask for it."""

    write: Callable[[Order], str | bytes]
    suffixes: tuple[str, ...]


def _text(order: Order) -> str:
    from fuelcalc.reports.text import to_text

    return to_text(order.view, width=order.width)


def _markdown(order: Order) -> str:
    from fuelcalc.reports.markdown import to_markdown

    return to_markdown(order.view)


def _html(order: Order) -> str:
    from fuelcalc.reports.html import to_html

    return to_html(order.view, order.paper)


def _pdf(order: Order) -> bytes:
    from fuelcalc.reports.pdf import to_pdf

    return to_pdf(order.view, order.paper)


def _json(order: Order) -> str:
    from fuelcalc.reports.json import to_json

    return to_json(order.plan, explain=order.explain)


def _csv(order: Order) -> str:
    from fuelcalc.reports.csv import feedings_csv

    return feedings_csv(order.plan)


def _foods_csv(order: Order) -> str:
    from fuelcalc.reports.csv import foods_csv

    return foods_csv(order.plan)


def _ics(order: Order) -> str:
    from fuelcalc.reports.ics import to_ics

    return to_ics(order.plan, order.style)


FORMATS: Mapping[str, Format] = {
    "text": Format(_text, (".txt", ".text")),
    "markdown": Format(_markdown, (".md", ".markdown")),
    "html": Format(_html, (".html", ".htm")),
    "pdf": Format(_pdf, (".pdf",)),
    "json": Format(_json, (".json",)),
    "foods-csv": Format(_foods_csv, (".foods.csv",)),
    "csv": Format(_csv, (".csv",)),
    "ics": Format(_ics, (".ics",)),
}
"""Formats by name; where two ends fit a file name, the first one counts."""


class Look(TypedDict, total=False):
    """How a reader wants the page: the keywords of `render`."""

    units: str | None
    energy_unit: str | None
    clock: int | None
    explain: bool
    page: str | None
    large: bool
    template: Path | str | None
    width: int


TextFormat = Literal["text", "markdown", "html", "json", "csv", "foods-csv", "ics"]


@overload
def render(plan: DayPlan, fmt: Literal["pdf"], **look: Unpack[Look]) -> bytes: ...


@overload
def render(plan: DayPlan, fmt: TextFormat = ..., **look: Unpack[Look]) -> str: ...


@overload
def render(plan: DayPlan, fmt: str, **look: Unpack[Look]) -> str | bytes: ...


def render(
    plan: DayPlan,
    fmt: str = "text",
    *,
    units: str | None = None,
    energy_unit: str | None = None,
    clock: int | None = None,
    explain: bool = False,
    page: str | None = None,
    large: bool = False,
    template: Path | str | None = None,
    width: int = 80,
) -> str | bytes:
    """
    Write a plan in one of the formats.

    Args:
        plan: A finished plan.
        fmt: A key of `FORMATS`.
        units: "metric", "us" or "uk"; by default the athlete's, else metric. JSON and CSV keep
            their canonical units.
        energy_unit: "kcal" or "kJ"; by default the athlete's, else kcal. JSON and CSV keep kcal.
        clock: 12 or 24 hours; by default the athlete's, else 12 with US units. JSON and CSV
            keep 24.
        explain: Add every figure's equation, inputs, range and source.
        page: "a4" or "letter", for PDF and the printed HTML page; by default Letter with US
            units.
        large: Large type in PDF and HTML.
        template: A folder with a template or logo of one's own, for PDF and HTML.
        width: Columns of text, 40 at the least.

    Returns:
        Bytes for "pdf", else text. The same plan gives the same bytes.

    Raises:
        InputError: The format or one of the words is unknown, the template is wrong, or a
            calendar is asked for of a plan without a date or a time zone.

    >>> from fuelcalc import Athlete, Day, plan_day
    >>> athlete = Athlete.of(sex="male", age=30, mass="75 kg", height="178 cm")
    >>> render(plan_day(athlete, Day(), menu=False)).splitlines()[1]
    'Eat about 2,930 kcal: what the day costs.'
    """
    if fmt not in FORMATS:
        raise InputError("is unknown", argument="format", value=fmt, allowed=tuple(FORMATS))
    style = style_for(plan.athlete, units=units, energy_unit=energy_unit, clock=clock)
    size = page or ("letter" if style.units == "us" else "a4")
    paper = Paper(size, large, None if template is None else Path(template))
    return FORMATS[fmt].write(Order(plan, style, paper, explain, max(width, LEAST_WIDTH)))


def format_of_file(name: str) -> str:
    """
    The format that the end of a file's name asks for.

    Raises:
        InputError: No format has that end.

    >>> format_of_file("day.json"), format_of_file("day.foods.csv"), format_of_file("day.csv")
    ('json', 'foods-csv', 'csv')
    """
    for fmt, form in FORMATS.items():
        if name.lower().endswith(form.suffixes):
            return fmt
    known = tuple(suffix for form in FORMATS.values() for suffix in form.suffixes)
    suffix = Path(name).suffix
    raise InputError(
        "names no format",
        argument="out",
        value=name,
        quote=f"the suffix {suffix[:20]!r}",
        allowed=known,
        remedy=f"use one of: {', '.join(known)}",
    )

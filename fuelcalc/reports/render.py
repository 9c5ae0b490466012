"""One door to every format."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, NamedTuple, Unpack, overload

from fuelcalc.errors import InputError
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.reports.day.page import view_of
from fuelcalc.reports.look import Look, LookOptions, look_for


class Format(NamedTuple):
    """A way to write a plan, and the ends of file names that ask for it."""

    write: Callable[[DayPlan, Look], str | bytes]
    suffixes: tuple[str, ...]


def _text(plan: DayPlan, look: Look) -> str:
    from fuelcalc.reports.formats.text import to_text

    return to_text(view_of(plan, look), width=look.width)


def _markdown(plan: DayPlan, look: Look) -> str:
    from fuelcalc.reports.formats.markdown import to_markdown

    return to_markdown(view_of(plan, look))


def _html(plan: DayPlan, look: Look) -> str:
    from fuelcalc.reports.formats.html import to_html

    return to_html(view_of(plan, look), look)


def _pdf(plan: DayPlan, look: Look) -> bytes:
    from fuelcalc.reports.formats.pdf import to_pdf

    return to_pdf(view_of(plan, look), look)


def _json(plan: DayPlan, look: Look) -> str:
    from fuelcalc.reports.day.tree import to_json

    return to_json(plan, explain=look.explain)


def _csv(plan: DayPlan, _: Look) -> str:
    from fuelcalc.reports.day.rows import feedings_csv

    return feedings_csv(plan)


def _foods_csv(plan: DayPlan, _: Look) -> str:
    from fuelcalc.reports.day.rows import foods_csv

    return foods_csv(plan)


def _ics(plan: DayPlan, look: Look) -> str:
    from fuelcalc.reports.formats.ics import to_ics

    return to_ics(plan, look)


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


TextFormat = Literal["text", "markdown", "html", "json", "csv", "foods-csv", "ics"]


@overload
def render(plan: DayPlan, fmt: Literal["pdf"], **asked: Unpack[LookOptions]) -> bytes: ...


@overload
def render(plan: DayPlan, fmt: TextFormat = ..., **asked: Unpack[LookOptions]) -> str: ...


@overload
def render(plan: DayPlan, fmt: str, **asked: Unpack[LookOptions]) -> str | bytes: ...


def render(
    plan: DayPlan,
    fmt: str = "text",
    **asked: Unpack[LookOptions],
) -> str | bytes:
    """
    Write a plan in one of the formats.

    Args:
        plan: A finished plan.
        fmt: A key of `FORMATS`.
        **asked: What the reader asks of the page:
            units: "metric", "us" or "uk"; by default the athlete's, else metric. JSON and CSV keep
                their canonical units.
            energy_unit: "kcal" or "kJ"; by default the athlete's, else kcal. JSON and CSV keep
                kcal.
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
    return FORMATS[fmt].write(plan, look_for(plan.athlete, **asked))


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

"""One door to every format."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.reports.json import to_json
from fuelcalc.reports.text import to_text
from fuelcalc.reports.view import Style, view_of


class Format(NamedTuple):
    """A way to write a plan, and the file suffixes that ask for it."""

    write: Callable[[DayPlan, Style, bool], str]
    suffixes: tuple[str, ...]


def _text(plan: DayPlan, style: Style, explain: bool) -> str:  # noqa: FBT001
    return to_text(view_of(plan, style, explain=explain))


def _json(plan: DayPlan, _style: Style, explain: bool) -> str:  # noqa: FBT001
    return to_json(plan, explain=explain)


FORMATS: Mapping[str, Format] = {
    "text": Format(_text, (".txt", ".text")),
    "json": Format(_json, (".json",)),
}


def render(
    plan: DayPlan,
    fmt: str = "text",
    *,
    units: str = "metric",
    energy_unit: str = "kcal",
    explain: bool = False,
) -> str:
    """
    Write a plan in one of the formats.

    Args:
        plan: A finished plan.
        fmt: A key of `FORMATS`.
        units: "metric", "us" or "uk"; JSON keeps its canonical units.
        energy_unit: "kcal" or "kJ"; JSON keeps kcal.
        explain: Add every figure's equation, inputs, range and source.

    Raises:
        InputError: The format or a unit is unknown.

    >>> from fuelcalc import Athlete, Day, plan_day
    >>> athlete = Athlete.of(sex="male", age=30, mass="75 kg", height="178 cm")
    >>> render(plan_day(athlete, Day(), menu=False)).splitlines()[1]
    'Eat about 2,780 kcal: what the day costs.'
    """
    if fmt not in FORMATS:
        raise InputError(f"format: {fmt[:40]!r} is unknown; choose one of: {', '.join(FORMATS)}")
    return FORMATS[fmt].write(plan, Style(units, energy_unit), explain)


def format_of_suffix(suffix: str) -> str:
    """
    The format that a file's suffix asks for.

    Raises:
        InputError: No format has that suffix.

    >>> format_of_suffix(".json")
    'json'
    """
    for name, one in FORMATS.items():
        if suffix.lower() in one.suffixes:
            return name
    known = ", ".join(s for one in FORMATS.values() for s in one.suffixes)
    raise InputError(f"out: the suffix {suffix[:20]!r} names no format; use one of: {known}")

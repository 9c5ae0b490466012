"""What a week costs and eats, drawn day by day."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from fuelcalc.models.week_plan import WeekPlan
from fuelcalc.reports.blocks import Bar, BarRange, LineChart, Tick
from fuelcalc.reports.look import Look
from fuelcalc.reports.rounding import thousands

_LEVEL = {"kcal": 500.0, "kJ": 2000.0, "g": 100.0}
_MOST_LEVELS = 6
_BAR = 0.7
"""How much of a day's width its bar takes."""


class _Drawn(NamedTuple):
    """A day on a chart: its mark below, its bar with its range, and what is eaten."""

    mark: str
    name: str
    bar: float
    eaten: float
    low: float = 0.0
    high: float = 0.0


def energy_chart(plan: WeekPlan, look: Look) -> LineChart:
    """
    What each day costs as a bar with its range, with what it eats as a line.

    Args:
        plan: A week whose energy is shown.
        look: Units.
    """
    assert plan.energy is not None  # noqa: S101 - asked for only where it is shown
    days = [
        _Drawn(
            f"{day.date:%a}"[:2],
            f"{day.date:%a}",
            look.amount(day.expenditure_kcal, "kcal")[0],
            look.amount(day.intake_kcal, "kcal")[0],
            look.amount(day.expenditure_low_kcal, "kcal")[0],
            look.amount(day.expenditure_high_kcal, "kcal")[0],
        )
        for day in plan.energy.by_day
    ]
    return _chart(days, look.energy_unit, "spent", "nine times in ten")


def carbohydrate_chart(plan: WeekPlan) -> LineChart:
    """
    What the training of each day asks for as a bar, with what is eaten as a line.

    Args:
        plan: A week whose targets are shown.
    """
    days = [
        _Drawn(f"{day.date:%a}"[:2], f"{day.date:%a}", day.need_g, day.intake_g)
        for day in plan.carbohydrate
    ]
    return _chart(days, "g", "asked for by training", "")


def _chart(days: Sequence[_Drawn], unit: str, bar: str, span: str) -> LineChart:
    """Bars with their ranges from zero, a line over them, and levels that are round numbers."""
    edge, count = _LEVEL[unit], len(days)
    most = max(max(day.bar, day.eaten, day.high) for day in days)
    while most / edge > _MOST_LEVELS:
        edge *= 2.0
    top = edge * ceil(most / edge)
    middles = [(place + 0.5) / count for place in range(count)]
    told = ", ".join(f"{day.name} {thousands(day.bar)} and {thousands(day.eaten)}" for day in days)
    half = _BAR / 2.0 / count
    return LineChart(
        unit=unit,
        ticks=tuple(Tick(x, day.mark) for x, day in zip(middles, days, strict=True)),
        levels=tuple(
            Tick(edge * n / top, thousands(edge * n)) for n in range(round(top / edge) + 1)
        ),
        zero=0.0,
        bars=tuple(
            Bar(x - half, x + half, 0.0, day.bar / top, "out" if span else "in")
            for x, day in zip(middles, days, strict=True)
        ),
        line=tuple((x, day.eaten / top) for x, day in zip(middles, days, strict=True)),
        keys=(("out" if span else "in", bar), ("line", "to eat")),
        caption="",
        alt=f"{bar.capitalize()} and to eat by day, in {unit}: {told}.",
        ranges=tuple(
            BarRange(x, day.low / top, day.high / top)
            for x, day in zip(middles, days, strict=True)
            if day.high
        ),
        range_text=span,
    )

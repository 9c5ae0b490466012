"""What a week costs and eats, drawn day by day."""

from math import ceil

from fuelcalc.models.week_plan import WeekPlan
from fuelcalc.reports.blocks import Bar, LineChart, Tick
from fuelcalc.reports.look import Look
from fuelcalc.reports.rounding import thousands

_LEVEL = {"kcal": 500.0, "kJ": 2000.0}
_MOST_LEVELS = 6
_BAR = 0.7
"""How much of a day's width its bar takes."""


def energy_chart(plan: WeekPlan, look: Look) -> LineChart:
    """
    What each day costs as a bar, with what it eats as a line.

    Args:
        plan: A week whose energy is shown.
        look: Units.
    """
    assert plan.energy is not None  # noqa: S101 - asked for only where it is shown
    days, count = plan.energy.by_day, len(plan.days)
    spent = [look.amount(day.expenditure_kcal, "kcal")[0] for day in days]
    eaten = [look.amount(day.intake_kcal, "kcal")[0] for day in days]
    edge = _LEVEL[look.energy_unit]
    most = max(*spent, *eaten)
    while most / edge > _MOST_LEVELS:
        edge *= 2.0
    top = edge * ceil(most / edge)

    def height(value: float) -> float:
        return value / top

    side = (1.0 - _BAR) / 2.0
    bars = tuple(
        Bar((place + side) / count, (place + 1.0 - side) / count, 0.0, height(value), "out")
        for place, value in enumerate(spent)
    )
    line = tuple(((place + 0.5) / count, height(value)) for place, value in enumerate(eaten))
    unit = look.energy_unit
    told = ", ".join(
        f"{day.date:%a} {thousands(one)} and {thousands(other)}"
        for day, one, other in zip(days, spent, eaten, strict=True)
    )
    return LineChart(
        unit=unit,
        ticks=tuple(
            Tick((place + 0.5) / count, f"{day.date:%a}"[:2]) for place, day in enumerate(days)
        ),
        levels=tuple(
            Tick(height(edge * n), thousands(edge * n)) for n in range(round(top / edge) + 1)
        ),
        zero=0.0,
        bars=bars,
        line=line,
        keys=(("out", "spent"), ("line", "to eat")),
        caption="",
        alt=f"Spent and to eat by day, in {unit}: {told}.",
    )

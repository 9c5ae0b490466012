"""From a plan to what a reader sees of it."""

import re

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.energy import Energy
from fuelcalc.models.trace import Figure
from fuelcalc.reports.blocks import Citation, Explained, View
from fuelcalc.reports.day.charts import balance_chart, protein_chart, strip_of
from fuelcalc.reports.day.clock import clock_lines, feeding_lines
from fuelcalc.reports.day.tables import (
    ends_behind,
    energy_lines,
    is_first_step,
    menu_lines,
    target_lines,
)
from fuelcalc.reports.labels import inputs_of
from fuelcalc.reports.look import Look
from fuelcalc.reports.rounding import thousands
from fuelcalc.reports.words import reason_text, remarks_of

_ABOUT = (
    "Figures are estimates; ranges hold nine times in ten. This is general information, not "
    "medical advice. Chest pain, fainting, confusion or dark urine after a run: get help now."
)
_WITHHELD = {
    "energy": "energy",
    "availability": "energy availability",
    "targets": "targets",
    "timeline": "the clock",
    "menu": "foods",
    "targets.fluid_ml": "drinks",
    "targets.sodium_mg": "sodium",
    "timeline.carbohydrate_g_per_h": "carbohydrate around training",
}
_FOODS = "foods: USDA National Nutrient Database, SR28, and values typical of labels"
_DOI = re.compile(r", doi:\S+")


def _name(plan: DayPlan) -> str:
    """Whose day it is; control characters in a name are dropped."""
    return "".join(c for c in plan.athlete.name or "" if c.isprintable()).strip()


def _date(plan: DayPlan) -> str:
    """The day, where it is dated."""
    return "" if plan.date is None else f"{plan.date:%A} {plan.date.day} {plan.date:%B %Y}"


def _headline(plan: DayPlan, energy: Energy | None, look: Look) -> str:
    """The day in one sentence."""
    if energy is None:
        return "Figures are not shown for this day; the notes say why."
    intake = look.energy(energy.intake_kcal)
    if energy.shortfall is not None and is_first_step(energy):
        usual = look.energy_text(energy.shortfall.usual_intake_kcal)
        return (
            f"Eat about {thousands(intake)} {look.energy_unit} today: a first step up from the "
            f"{usual} that you usually eat."
        )
    spent = look.energy(energy.expenditure_kcal)
    gap = thousands(abs(intake - spent))
    words = {
        "surplus": f"{gap} more than the day costs",
        "maintenance": "what the day costs",
        "deficit": f"{gap} less than the day costs",
    }[energy.recommendation]
    if intake < spent and ends_behind(energy):
        words = f"{gap} less than the day costs: it does not fit"
    elif energy.recommendation == "surplus" and plan.goal.aim == "build":
        words += ", to build"
    return f"Eat about {thousands(intake)} {look.energy_unit}: {words}."


def _sources(plan: DayPlan) -> tuple[Citation, ...]:
    """Each source behind a figure, once; `--explain` tells which is behind which."""
    behind = [
        Citation(_DOI.sub("", figure.source).removeprefix("estimate: "), figure.estimate)
        for figure in plan.trace
    ]
    fed = any(entry.items for entry in plan.timeline or ())
    behind += [Citation(_FOODS, is_estimate=False)] if fed else []
    return tuple(dict.fromkeys(behind))


def _explained(figure: Figure) -> Explained:
    """One figure of the trace, in the units that the equations use."""
    places = 2 if figure.name.endswith("_kg_per_week") else 1
    span = ""
    if figure.low is not None and figure.high is not None:
        span = f"{figure.low:,.{places}f} to {figure.high:,.{places}f}"
    inputs = ", ".join(
        f"{name} {value:,.4g}" if isinstance(value, float | int) else f"{name} {value}"
        for name, value in inputs_of(figure)
    )
    return Explained(
        name=figure.name,
        value=f"{figure.value:,.{places}f}",
        span=span,
        equation=figure.equation,
        inputs=inputs,
        source=figure.source,
    )


def view_of(plan: DayPlan, look: Look) -> View:
    """
    Turn a plan into what a reader sees.

    Args:
        plan: A finished plan.
        look: Units and times, and whether every figure is explained.
    """
    energy, targets, within = plan.energy, plan.targets, plan.within_day
    name, date = _name(plan), _date(plan)
    lines, total = clock_lines(plan, look)
    feedings = feeding_lines(plan, lines)
    return View(
        title=" · ".join(part for part in ("fuelcalc", date, name) if part),
        heading=date or name or "Your day",
        name=name if date else "",
        headline=_headline(plan, energy, look),
        energy_unit=look.energy_unit,
        drink_unit=look.drink_unit,
        energy=() if energy is None else energy_lines(energy, look),
        strip=None if energy is None else strip_of(energy, look),
        reasons=()
        if energy is None
        else tuple(reason_text(reason, look) for reason in energy.reasons),
        targets=() if targets is None else target_lines(targets, look),
        clock=lines,
        total=total,
        menu=menu_lines(plan, look),
        balance=None if within is None else balance_chart(plan, within, look),
        protein=None if targets is None else protein_chart(feedings, targets.protein_dose_g),
        notes=remarks_of(plan.notes, look),
        withheld=tuple(_WITHHELD[member] for member in plan.withheld),
        sources=_sources(plan),
        explained=tuple(map(_explained, plan.trace)) if look.explain else (),
        about=_ABOUT,
    )

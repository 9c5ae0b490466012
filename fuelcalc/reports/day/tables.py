"""The lines of energy, targets and food, in the reader's units."""

from collections.abc import Sequence

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.energy import Energy, SessionEnergy
from fuelcalc.models.menu import Coverage
from fuelcalc.models.nutrients import MACRONUTRIENTS, NUTRIENT_OF
from fuelcalc.models.targets import Targets
from fuelcalc.models.timeline import Entry
from fuelcalc.reports.blocks import Line
from fuelcalc.reports.look import STEPS, Look, session_label
from fuelcalc.reports.rounding import column, signed, thousands, to_step

_UNKNOWN = 0.05
# What somebody shakes over a day's food; a sweaty day may lack several times as much.
_MOST_SALTED_MG = 1500.0
_BASE = (("resting", "Resting"), ("daily-life", "Daily life"), ("digestion", "Digestion"))


def session_text(session: SessionEnergy, look: Look) -> str:
    """A session and its start."""
    label = session_label(session.name, session.distance_km, session.duration_min, look)
    return f"{label}, {'average' if session.start is None else look.time(session.start)}"


def energy_parts(energy: Energy, look: Look) -> list[float]:
    """Resting, daily life, digestion and the sessions, rounded so that they add up."""
    nets = [session.net_kcal for session in energy.sessions]
    base = [energy.resting_kcal, energy.daily_life_kcal, energy.digestion_kcal]
    own = [look.amount(value, "kcal")[0] for value in (*base, *nets)]
    return column(own, STEPS[look.energy_unit])


def energy_names(energy: Energy, look: Look) -> list[tuple[str, str]]:
    """The kind of each part, and what it is called."""
    sessions = ((session.kind, session_text(session, look)) for session in energy.sessions)
    return [*_BASE, *sessions]


def is_first_step(energy: Energy) -> bool:
    """Whether today is the first step up from low availability."""
    return any(reason.code == "first-step" for reason in energy.reasons)


def ends_behind(energy: Energy) -> bool:
    """Whether the feedings of the day do not hold what it costs."""
    return any(reason.code == "behind" for reason in energy.reasons)


def energy_lines(energy: Energy, look: Look) -> tuple[Line, ...]:
    """The energy table: parts, their sum with its range, the balance, and what to eat."""
    parts = energy_parts(energy, look)
    spent, intake = sum(parts), look.energy(energy.intake_kcal)
    # What is below zero has no part of the strip, and so no pattern.
    lines = [
        Line(name, thousands(value), kind=kind if value >= 0.0 else "")
        for (kind, name), value in zip(energy_names(energy, look), parts, strict=True)
    ]
    lines.append(Line("Spent", thousands(spent), range_text(energy, look), total=True))
    behind = look.energy(energy.behind_kcal)
    if is_first_step(energy) and intake <= spent:
        # Who goes up from too little reads of no surplus on the day that does not reach the cost.
        lines.append(Line("Left for later", signed(intake - spent), "a first step up today"))
    else:
        shared, over = look.energy(energy.shared_kcal), look.energy(energy.over_kcal)
        planned = intake - spent - shared - over
        if behind > 0.0:
            # What rounding is off by stands with what does not fit, and maintenance reads 0.
            planned = look.energy(energy.balance_kcal + energy.behind_kcal) - shared - over
        word = energy.recommendation.capitalize()
        kind = "surplus" if intake > spent and planned > 0.0 else ""
        lines.append(Line(word, signed(planned), _balance_text(energy, look), kind=kind))
        if shared:
            other = "From other days" if shared > 0.0 else "To other days"
            lines.append(Line(other, signed(shared), "moved between the days of the week"))
        if over:
            side = "Beyond the plan" if over > 0.0 else "Short of the plan"
            lines.append(Line(side, signed(over), "eaten; nothing is taken from tomorrow"))
        if behind > 0.0:
            rest = signed(intake - spent - planned - shared - over)
            lines.append(Line("Does not fit", rest, "planned, and not eaten today"))
    lines.append(Line("To eat", thousands(intake), look.energy_unit, total=True))
    return tuple(lines + _availability_lines(energy, look))


def _balance_text(energy: Energy, look: Look) -> str:
    """The balance as a share of what is spent, and what it does to body mass."""
    told = []
    moved_kcal = energy.shared_kcal + energy.over_kcal
    planned_kcal = energy.balance_kcal + energy.behind_kcal - moved_kcal
    share = planned_kcal / energy.expenditure_kcal
    if abs(share) >= 0.005:
        told.append(f"{signed(100.0 * share)} % of what is spent")
    change, unit = look.amount(energy.expected_kg_per_week, "kg_per_week")
    # What a day of racing asks for says nothing of the weeks, and the scale shows its water.
    is_race_day = any(session.name == "race" for session in energy.sessions)
    if abs(change) >= _UNKNOWN and not ends_behind(energy) and not is_race_day:
        ends = (energy.expected_low_kg_per_week, energy.expected_high_kg_per_week)
        low, high = (signed(look.amount(end, "kg_per_week")[0], places=1) for end in ends)
        told.append(
            f"about {signed(change, places=1)} {unit}, anywhere from {low} to {high}; your scale "
            "will tell in three to four weeks"
        )
    return "; ".join(told)


def range_text(energy: Energy, look: Look) -> str:
    """The range of what is spent."""
    low, high = energy.expenditure_low_kcal, energy.expenditure_high_kcal
    return f"{look.energy_text(low)} to {look.energy_text(high)}"


def _availability_lines(energy: Energy, look: Look) -> list[Line]:
    """Energy availability, and the shortfall of usual eating."""
    lines: list[Line] = []
    ends = (
        energy.energy_availability_kcal_per_kg_ffm,
        energy.energy_availability_low_kcal_per_kg_ffm,
        energy.energy_availability_high_kcal_per_kg_ffm,
    )
    shown = [look.amount(end, "kcal_per_kg_ffm")[0] for end in ends if end is not None]
    # A day that ends behind is judged with those around it: its own figure would only frighten.
    if shown and not ends_behind(energy):
        value, low, high = shown
        remark = f"{thousands(low)} to {thousands(high)} {look.energy_unit} per kg fat-free mass"
        lines.append(Line("Energy availability", thousands(value), remark))
    if energy.shortfall is not None:
        steps = [look.energy_text(step) for step in energy.shortfall.steps_kcal]
        short = look.energy_text(energy.shortfall.shortfall_kcal)
        way = " → ".join(steps[:6] + (["…"] if len(steps) > 6 else []))
        now = energy.shortfall.energy_availability_kcal_per_kg_ffm
        present = ""
        if now is not None:
            value, _ = look.amount(now, "kcal_per_kg_ffm")
            present = f"energy availability now about {thousands(value)}"
        if is_first_step(energy):
            way = f"; on a day like this {way}, a week each"
        elif way:
            way = f"; in steps, if that is hard at once: {way}"
        lines.append(Line("Present shortfall", short, f"{present}{way}".removeprefix("; ")))
    return lines


def target_lines(targets: Targets, look: Look) -> tuple[Line, ...]:
    """The day's targets; those that a guard withholds alone have no line."""
    lines = [
        Line(look.spelled(one.title), f"{thousands(getattr(targets, one.key))} g")
        for one in (*MACRONUTRIENTS, NUTRIENT_OF["fibre_g"])
    ]
    if targets.fluid_ml is not None:
        drink, unit = look.amount(targets.fluid_ml, "ml")
        drinks = f"{drink / 1000:.1f} L" if unit == "ml" else f"{thousands(drink)} {unit}"
        lines.append(Line("Drinks", drinks))
    if targets.sodium_mg is not None:
        bound = "at most" if "sodium_mg" in targets.limits else "at least"
        sodium = thousands(to_step(targets.sodium_mg, STEPS["mg"]))
        lines.append(Line(f"Sodium, {bound}", f"{sodium} mg"))
    return tuple(lines)


def menu_lines(plan: DayPlan, look: Look) -> tuple[Line, ...]:
    """What the day's foods add up to, beside what is wanted."""
    if plan.menu is None or plan.targets is None:
        return ()
    totals, targets = plan.menu.totals, plan.targets
    away = [entry for entry in plan.timeline or () if entry.elsewhere is not None]
    lines = []
    if totals.energy_kcal is not None:
        planned_kcal = targets.energy_kcal - _held(away, "energy_kcal")
        remark = f"of {look.energy_text(planned_kcal)}, by the food table"
        lines.append(Line("Energy", look.energy_text(totals.energy_kcal), remark))
    for one in MACRONUTRIENTS:
        got, aim = getattr(totals, one.key), getattr(targets, one.key) - _held(away, one.key)
        value = "unknown" if got is None else f"{thousands(got)} g"
        lines.append(Line(one.title, value, f"of {thousands(aim)} g"))
    for nutrient in ("fibre_g", "sodium_mg"):
        coverage = plan.menu.coverage.get(nutrient)
        if coverage is not None and coverage.amount is not None:
            floor = "; some foods have no value" if coverage.unknown_share >= _UNKNOWN else ""
            salt = _salt_text(coverage) if coverage.is_low and nutrient == "sodium_mg" else ""
            step = STEPS.get(coverage.unit, 1.0)
            held, wanted = (
                thousands(to_step(x, step)) for x in (coverage.amount, coverage.reference)
            )
            bound = "of at most" if coverage.kind == "at-most" else "of"
            lines.append(
                Line(
                    look.spelled(NUTRIENT_OF[nutrient].title),
                    f"{held} {coverage.unit}",
                    f"{bound} {wanted} {coverage.unit}{floor}{salt}",
                )
            )
    for entry in away:
        energy = look.energy_text(entry.energy_kcal or 0.0)
        label = f"{entry.called[0].upper()}{entry.called[1:]}"
        where = "eaten already" if entry.is_eaten else "eaten elsewhere"
        lines.append(Line(label, energy, f"{where}, and in no sum above"))
    return tuple(lines)


def _held(entries: Sequence[Entry], name: str) -> float:
    """What some feedings should hold of something."""
    return sum(getattr(entry, name) or 0.0 for entry in entries)


def _salt_text(coverage: Coverage) -> str:
    """How the sodium that is short comes back: by the salt cellar only where that holds it."""
    if coverage.reference - (coverage.amount or 0.0) < _MOST_SALTED_MG:
        return "; salt to taste brings the rest"
    return "; more than salt to taste holds, so the food of the next days makes it up"

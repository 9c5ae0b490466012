"""What a reader sees of a plan, as text and rounded once; every format renders this."""

from collections.abc import Sequence
from dataclasses import dataclass

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.targets import Energy, Figure, SessionEnergy, Targets
from fuelcalc.models.timeline import Entry
from fuelcalc.reports.rounding import column, thousands, to_step
from fuelcalc.units import convert

_PROTEIN_SHOWN_G = 5.0
_UNKNOWN = 0.05
_STEPS = {"kcal": 10.0, "kJ": 50.0, "ml": 10.0, "fl oz": 1.0}
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
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a reader likes numbers: `metric`, `us` or `uk`, and `kcal` or `kJ`."""

    units: str = "metric"
    energy_unit: str = "kcal"


@dataclass(frozen=True, slots=True)
class Line:
    """A label, its value, and a remark; `total` lines sum up those above."""

    label: str
    value: str
    remark: str = ""
    total: bool = False


@dataclass(frozen=True, slots=True)
class ClockLine:
    """One line of the clock; amounts are empty for sessions and sleep."""

    time: str
    label: str
    is_session: bool
    energy: str = ""
    carbohydrate: str = ""
    protein: str = ""
    fat: str = ""
    drink: str = ""
    advice: str = ""
    dish: str = ""
    food: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """One figure with what is behind it."""

    name: str
    value: str
    span: str
    equation: str
    inputs: str
    source: str


@dataclass(frozen=True, slots=True)
class View:
    """Everything that a page shows, in order."""

    title: str
    headline: str
    energy_unit: str
    drink_unit: str
    energy: tuple[Line, ...]
    reasons: tuple[str, ...]
    targets: tuple[Line, ...]
    clock: tuple[ClockLine, ...]
    menu: tuple[Line, ...]
    notes: tuple[tuple[str, str], ...]
    withheld: tuple[str, ...]
    explained: tuple[Explained, ...]
    about: str = _ABOUT


def _amount(value: float, suffix: str, style: Style) -> tuple[float, str]:
    """A number in the reader's unit, and the unit."""
    return convert(value, suffix, style.units, style.energy_unit)


def _energies(values: Sequence[float], style: Style) -> list[float]:
    """A column of energies, rounded so that it adds up."""
    own = [_amount(value, "kcal", style)[0] for value in values]
    return column(own, _STEPS[style.energy_unit])


def session_label(name: str, distance_km: float | None, minutes: float, style: Style) -> str:
    """
    What a session was, in the reader's units.

    >>> session_label("easy run", 16.09344, 90.0, Style("us"))
    '10 mi easy run'
    """
    if distance_km is None:
        return f"{minutes:.0f} min {name}"
    distance, unit = _amount(distance_km, "km", style)
    return f"{distance:.3g} {unit} {name}"


def _title(plan: DayPlan) -> str:
    """The day and whose it is; control characters in a name are dropped."""
    name = "".join(c for c in plan.athlete.name or "" if c.isprintable()).strip()
    date = "" if plan.date is None else f"{plan.date:%A} {plan.date.day} {plan.date:%B %Y}"
    return " · ".join(part for part in ("fuelcalc", date, name) if part)


def _rounded(value: float, style: Style) -> float:
    """One energy in the reader's unit, on its step."""
    return to_step(_amount(value, "kcal", style)[0], _STEPS[style.energy_unit])


def _headline(plan: DayPlan, energy: Energy | None, style: Style) -> str:
    """The day in one sentence."""
    if energy is None:
        return "Figures are not shown for this day; the notes say why."
    intake = _rounded(energy.intake_kcal, style)
    gap = thousands(abs(intake - _rounded(energy.expenditure_kcal, style)))
    words = {
        "surplus": f"{gap} more than the day costs",
        "maintenance": "what the day costs",
        "deficit": f"{gap} less than the day costs",
    }[energy.recommendation]
    if energy.recommendation == "surplus" and plan.goal.aim == "build":
        words += ", to build"
    return f"Eat about {thousands(intake)} {style.energy_unit}: {words}."


def _session_line(session: SessionEnergy, style: Style, value: float) -> Line:
    label = session_label(session.name, session.distance_km, session.duration_min, style)
    start = "average" if session.start is None else f"{session.start:%H:%M}"
    return Line(f"{label}, {start}", thousands(value))


def _energy_lines(energy: Energy, style: Style) -> tuple[Line, ...]:
    """The energy table: parts, their sum with its range, the balance, and what to eat."""
    nets = [session.net_kcal for session in energy.sessions]
    base = [energy.resting_kcal, energy.daily_life_kcal, energy.digestion_kcal]
    parts = _energies([*base, *nets], style)
    spent = sum(parts)
    low = _rounded(energy.expenditure_low_kcal, style)
    high = _rounded(energy.expenditure_high_kcal, style)
    intake = _rounded(energy.intake_kcal, style)
    names = ("Resting", "Daily life", "Digestion")
    lines = [Line(name, thousands(v)) for name, v in zip(names, parts, strict=False)]
    lines += [
        _session_line(session, style, value)
        for session, value in zip(energy.sessions, parts[3:], strict=True)
    ]
    lines.append(
        Line("Spent", thousands(spent), f"{thousands(low)} to {thousands(high)}", total=True)
    )
    share = energy.balance_kcal / energy.expenditure_kcal
    remark = f"{100.0 * share:+.0f} % of what is spent" if abs(share) >= 0.005 else ""
    if abs(energy.expected_kg_per_week) >= 0.005:
        change, unit = _amount(energy.expected_kg_per_week, "kg_per_week", style)
        remark += f"; about {change:+.2f} {unit} ±30 %"
    gap = intake - spent
    sign = "+" if gap > 0 else "−" if gap < 0 else ""
    lines.append(Line(energy.recommendation.capitalize(), f"{sign}{thousands(abs(gap))}", remark))
    lines.append(Line("To eat", thousands(intake), style.energy_unit, total=True))
    return tuple(lines + _availability_lines(energy, style))


def _availability_lines(energy: Energy, style: Style) -> list[Line]:
    """Energy availability, and the shortfall of usual eating."""
    lines: list[Line] = []
    ends = (
        energy.energy_availability_kcal_per_kg_ffm,
        energy.energy_availability_low_kcal_per_kg_ffm,
        energy.energy_availability_high_kcal_per_kg_ffm,
    )
    shown = [_amount(end, "kcal_per_kg_ffm", style)[0] for end in ends if end is not None]
    if shown:
        value, low, high = shown
        remark = f"{low:.0f} to {high:.0f} {style.energy_unit} per kg fat-free mass"
        lines.append(Line("Energy availability", f"{value:.0f}", remark))
    if energy.shortfall is not None:
        steps = [thousands(_rounded(step, style)) for step in energy.shortfall.steps_kcal]
        short = _rounded(energy.shortfall.shortfall_kcal, style)
        way = " → ".join(steps[:6] + (["…"] if len(steps) > 6 else []))
        now = energy.shortfall.energy_availability_kcal_per_kg_ffm
        present = ""
        if now is not None:
            value, _ = _amount(now, "kcal_per_kg_ffm", style)
            present = f"energy availability now about {value:.0f}; "
        lines.append(Line("Present shortfall", thousands(short), f"{present}way up: {way}"))
    return lines


def _target_lines(targets: Targets, style: Style) -> tuple[Line, ...]:
    """The day's targets."""
    drink, unit = _amount(targets.fluid_ml, "ml", style)
    drinks = f"{drink / 1000:.1f} L" if unit == "ml" else f"{drink:.0f} {unit}"
    return (
        Line("Protein", f"{targets.protein_g:.0f} g"),
        Line("Carbohydrate", f"{thousands(to_step(targets.carbohydrate_g, 1.0))} g"),
        Line("Fat", f"{targets.fat_g:.0f} g"),
        Line("Fibre", f"{targets.fibre_g:.0f} g"),
        Line("Drinks", drinks),
        Line("Sodium, at least", f"{thousands(to_step(targets.sodium_mg, 10.0))} mg"),
    )


def _clock_lines(plan: DayPlan, style: Style) -> tuple[ClockLine, ...]:
    """The clock; each column of amounts adds up to the day's target."""
    entries = plan.timeline or ()
    fed = [entry for entry in entries if entry.is_feeding and entry.energy_kcal is not None]
    drink_unit = _amount(1.0, "ml", style)[1]
    columns = (
        _energies([entry.energy_kcal or 0.0 for entry in fed], style),
        column([entry.carbohydrate_g or 0.0 for entry in fed], 1.0),
        column([entry.protein_g or 0.0 for entry in fed], 1.0),
        column([entry.fat_g or 0.0 for entry in fed], 1.0),
        column(
            [_amount(entry.fluid_ml or 0.0, "ml", style)[0] for entry in fed], _STEPS[drink_unit]
        ),
    )
    amounts = {
        id(entry): [thousands(value) if value else "" for value in row]
        for entry, *row in zip(fed, *columns, strict=True)
    }
    lines = [_clock_line(entry, amounts.get(id(entry), [""] * 5), style) for entry in entries]
    wake = ClockLine(time=f"{plan.wake:%H:%M}", label="wake", is_session=False)
    return (wake, *lines) if lines else ()


def _dish(entry: Entry, style: Style) -> str:
    """What is eaten, with what it holds."""
    served = entry.served
    name = entry.dish or ""
    if served is None or served.energy_kcal is None or served.carbohydrate_g is None:
        return name
    energy = thousands(_rounded(served.energy_kcal, style))
    held = f"{energy} {style.energy_unit}, {served.carbohydrate_g:.0f} g carb"
    if (served.protein_g or 0.0) >= _PROTEIN_SHOWN_G:
        held += f", {served.protein_g:.0f} g protein"
    return f"{name} ({held})"


def _menu_lines(plan: DayPlan, style: Style) -> tuple[Line, ...]:
    """What the day's foods add up to, beside what is wanted."""
    if plan.menu is None or plan.targets is None:
        return ()
    held, wanted = plan.menu.totals, plan.targets
    lines = []
    if held.energy_kcal is not None and held.energy_449_kcal is not None:
        by_macros = thousands(_rounded(held.energy_449_kcal, style))
        asked = thousands(_rounded(wanted.energy_kcal, style))
        remark = f"by the food table; {by_macros} by 4/4/9, of {asked}"
        lines.append(Line("Energy", thousands(_rounded(held.energy_kcal, style)), remark))
    for label, got, aim in (
        ("Protein", held.protein_g, wanted.protein_g),
        ("Carbohydrate", held.carbohydrate_g, wanted.carbohydrate_g),
        ("Fat", held.fat_g, wanted.fat_g),
    ):
        value = "unknown" if got is None else f"{got:.0f} g"
        lines.append(Line(label, value, f"of {aim:.0f} g"))
    for nutrient, label in (("fibre_g", "Fibre"), ("sodium_mg", "Sodium")):
        one = plan.menu.coverage.get(nutrient)
        if one is not None and one.amount is not None:
            floor = "; some foods have no value" if one.unknown_share >= _UNKNOWN else ""
            salt = "; salt to taste brings the rest" if one.is_low and label == "Sodium" else ""
            remark = f"of {thousands(to_step(one.reference, 1.0))} {one.unit}{floor}{salt}"
            lines.append(Line(label, f"{thousands(to_step(one.amount, 1.0))} {one.unit}", remark))
    return tuple(lines)


def _clock_line(entry: Entry, amounts: Sequence[str], style: Style) -> ClockLine:
    """One line of the clock."""
    session = entry.kind in {"run", "lift", "other"}
    time = f"{entry.start:%H:%M}"
    label = entry.label
    if entry.kind == "during":
        time = ""
    if session:
        time = f"{time}-{entry.end:%H:%M}"
        label = session_label(entry.name or "session", entry.distance_km, entry.minutes, style)
    energy, carbohydrate, protein, fat, drink = amounts
    return ClockLine(
        time=time,
        label=label,
        is_session=session,
        energy=energy,
        carbohydrate=carbohydrate,
        protein=protein,
        fat=fat,
        drink=drink,
        advice=entry.advice or "",
        dish=_dish(entry, style),
        food=", ".join(item.household for item in entry.items),
    )


def _explained(figure: Figure) -> Explained:
    """One figure of the trace, in the units that the equations use."""
    span = ""
    if figure.low is not None and figure.high is not None:
        span = f"{figure.low:,.1f} to {figure.high:,.1f}"
    inputs = ", ".join(
        f"{name} {value}" if isinstance(value, str) else f"{name} {value:,.4g}"
        for name, value in figure.inputs
    )
    return Explained(
        name=figure.name,
        value=f"{figure.value:,.1f}",
        span=span,
        equation=figure.equation,
        inputs=inputs,
        source=figure.source,
    )


def view_of(plan: DayPlan, style: Style, *, explain: bool = False) -> View:
    """
    Turn a plan into what a reader sees.

    Args:
        plan: A finished plan.
        style: Units.
        explain: Whether to list every figure's equation, inputs, range and source.
    """
    return View(
        title=_title(plan),
        headline=_headline(plan, plan.energy, style),
        energy_unit=style.energy_unit,
        drink_unit=_amount(1.0, "ml", style)[1],
        energy=() if plan.energy is None else _energy_lines(plan.energy, style),
        reasons=() if plan.energy is None else tuple(r.text for r in plan.energy.reasons),
        targets=() if plan.targets is None else _target_lines(plan.targets, style),
        clock=_clock_lines(plan, style),
        menu=_menu_lines(plan, style),
        notes=tuple((note.level, note.text) for note in plan.notes),
        withheld=tuple(_WITHHELD[member] for member in plan.withheld),
        explained=tuple(map(_explained, plan.trace)) if explain else (),
    )

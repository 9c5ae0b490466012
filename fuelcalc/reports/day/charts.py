"""Charts as plain shapes, drawn once; each format renders them by its own means."""

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from math import ceil, floor

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.energy import Energy
from fuelcalc.models.timeline import Entry
from fuelcalc.models.within_day import WithinDay
from fuelcalc.reports.blocks import (
    SESSIONS,
    Bar,
    BarChart,
    ClockLine,
    LabelledBar,
    LineChart,
    Strip,
    StripPart,
    Tick,
)
from fuelcalc.reports.day.tables import energy_names, energy_parts, range_text
from fuelcalc.reports.look import Look
from fuelcalc.reports.rounding import signed, thousands
from fuelcalc.units.clock import DAY_MIN
from fuelcalc.units.conversion import scaled

_LEVEL_KCAL = 500.0
ChartPoint = tuple[float, float]


def strip_of(energy: Energy, look: Look) -> Strip:
    """The parts of the day's energy, end to end, with the range of their sum."""
    parts = energy_parts(energy, look)
    intake = look.energy(energy.intake_kcal)
    spent = sum(parts)
    high = look.energy(energy.expenditure_high_kcal)
    whole = max(high, intake)
    named = energy_names(energy, look)
    if intake > spent:
        is_given = energy.shared_kcal > 0.0
        word = "From other days" if is_given else energy.recommendation.capitalize()
        named.append(("surplus", word))
        parts = [*parts, intake - spent]
    ends = [end / whole for end in accumulate(_lengths(parts))]
    segments = [
        StripPart(kind, label, thousands(value), start, end)
        for (kind, label), value, start, end in zip(
            named, parts, [0.0, *ends[:-1]], ends, strict=True
        )
        if value >= 0.0
    ]
    told = "; ".join(
        f"{label}: {thousands(value)}" for (_, label), value in zip(named, parts, strict=True)
    )
    unit = look.energy_unit
    return Strip(
        segments=tuple(segments),
        low=look.energy(energy.expenditure_low_kcal) / whole,
        high=high / whole,
        intake=intake / whole,
        range_text=range_text(energy, look),
        alt=f"Energy in {unit}: {told}; spent {thousands(spent)} "
        f"({range_text(energy, look)}), to eat {thousands(intake)}.",
    )


def _lengths(parts: Sequence[float]) -> list[float]:
    """How long each part is; a session lighter than the life it displaces shortens that."""
    lengths = [max(value, 0.0) for value in parts]
    lighter = sum(lengths) - sum(parts)
    for place in (1, 0):
        taken = min(lighter, lengths[place])
        lengths[place] -= taken
        lighter -= taken
    return lengths


def balance_chart(plan: DayPlan, within: WithinDay, look: Look) -> LineChart:
    """Energy in and out by half-hours, and the running balance."""
    gone = [-spent for spent in within.expenditure_kcal]
    limits = [min(well, 0.0) + within.limit_kcal for well in within.well_kcal]
    low = min([*within.balance_kcal, *gone, *limits])
    high = max([*within.balance_kcal, *within.intake_kcal, 0.0])
    edge = _LEVEL_KCAL if look.energy_unit == "kcal" else scaled(2.0 * _LEVEL_KCAL, "kJ", "kcal")
    while (high - low) / edge > 6.0:
        edge *= 2.0
    bottom, top = edge * floor(low / edge), edge * ceil(high / edge)

    def height(kcal: float) -> float:
        return (kcal - bottom) / (top - bottom)

    step = within.step_min / DAY_MIN
    line = [(number * step, height(kcal)) for number, kcal in enumerate(within.balance_kcal)]
    limit = [(number * step, height(kcal)) for number, kcal in enumerate(limits)]
    zero = height(0.0)
    levels = [bottom + edge * number for number in range(round((top - bottom) / edge) + 1)]
    unit = look.energy_unit
    return LineChart(
        unit=f"{unit} since midnight",
        ticks=tuple(_hour(hour, look) for hour in range(0, 25, 6)),
        levels=tuple(Tick(height(kcal), _signed(kcal, look)) for kcal in levels),
        zero=zero,
        limit=tuple(limit),
        limit_text=f"{look.energy_text(-within.limit_kcal)} {unit} behind",
        bars=(*_bars(within.intake_kcal, "in", zero, height), *_bars(gone, "out", zero, height)),
        bands=tuple(bar for entry in plan.timeline or () for bar in _session_bars(entry, look)),
        line=tuple(line),
        keys=(("in", "eaten"), ("out", "spent"), ("line", "balance")),
        below=tuple(_below(line, limit)),
        caption=_balance_caption(within, look),
        alt=f"Running energy balance from midnight to midnight in {unit}: "
        f"{_lowest_text(within, look)}{_signed(within.balance_kcal[-1], look)} at the end. "
        + _balance_caption(within, look),
    )


def _lowest_text(within: WithinDay, look: Look) -> str:
    """When the balance is lowest, unless that is the end of the day."""
    if within.lowest_kcal == within.balance_kcal[-1]:
        return ""
    return f"lowest {_signed(within.lowest_kcal, look)} at {look.time(within.lowest_at)}, "


def _signed(kcal: float, look: Look) -> str:
    """An energy with its sign."""
    return signed(look.energy(kcal))


def _hour(hour: int, look: Look) -> Tick:
    """A mark on the axis of hours."""
    half = "am" if hour % 24 < 12 else "pm"
    return Tick(hour / 24.0, f"{hour % 12 or 12}{half}" if look.is_12h else f"{hour:02d}")


def _bars(
    steps: Sequence[float], kind: str, zero: float, height: Callable[[float], float]
) -> list[Bar]:
    """One bar a half-hour, from the zero line up or down."""
    width = 1.0 / len(steps)
    return [
        Bar(
            number * width,
            (number + 1) * width,
            min(zero, height(kcal)),
            max(zero, height(kcal)),
            kind,
        )
        for number, kcal in enumerate(steps)
        if kcal
    ]


def _session_bars(entry: Entry, look: Look) -> list[Bar]:
    """A session from edge to edge of the chart; in two parts where it passes midnight."""
    if entry.kind not in SESSIONS:
        return []
    start = entry.minute % DAY_MIN / DAY_MIN
    end = start + entry.minutes / DAY_MIN
    label = f"{entry.name or entry.kind} {look.time(entry.start)}"
    parts = [(start, min(end, 1.0))] + ([(0.0, end - 1.0)] if end > 1.0 else [])
    return [Bar(left, right, 0.0, 1.0, entry.kind, label) for left, right in parts]


def _below(line: Sequence[ChartPoint], limit: Sequence[ChartPoint]) -> list[tuple[ChartPoint, ...]]:
    """The areas between the line and the limit, where the line is below; each once around."""
    areas: list[tuple[ChartPoint, ...]] = []
    low: list[ChartPoint] = []
    high: list[ChartPoint] = []
    for (one, edge), (following, next_edge) in pairwise(zip(line, limit, strict=True)):
        gap, next_gap = one[1] - edge[1], following[1] - next_edge[1]
        if gap < 0.0 and not low:
            low, high = [one], [edge]
        if (gap < 0.0) != (next_gap < 0.0):
            share = gap / (gap - next_gap)
            x = one[0] + share * (following[0] - one[0])
            low.append((x, one[1] + share * (following[1] - one[1])))
            if gap < 0.0:
                areas.append((*low, *reversed(high)))
                low, high = [], []
        if next_gap < 0.0:
            low.append(following)
            high.append(next_edge)
    if low:
        areas.append((*low, *reversed(high)))
    return areas


def _balance_caption(within: WithinDay, look: Look) -> str:
    """The hours in deficit, with their range, in words."""
    limit = look.energy_text(-within.limit_kcal)
    hours = thousands(within.time_below_limit_h)
    low, high = within.time_below_limit_low_h, within.time_below_limit_high_h
    return (
        f"About {hours} h ({thousands(low)} to {thousands(high)}) more than {limit} "
        f"{look.energy_unit} behind the same day eaten evenly; an estimate, from zero at midnight."
    )


def protein_chart(lines: Sequence[ClockLine], dose_g: float) -> BarChart | None:
    """
    Protein by feeding against the dose, as the clock has it.

    Args:
        lines: The feedings.
        dose_g: What one meal should hold at least; told in whole grams, rounded down, since the
            clock's column is rounded so that it adds up and may read a gram less than a dose.
    """
    dose_g = float(floor(dose_g))
    fed = [line for line in lines if line.protein and line.kind != "total"]
    if not fed:
        return None
    numbers = [float(line.protein.replace(",", "")) for line in fed]
    whole = max([*numbers, dose_g])
    bars = tuple(
        LabelledBar(
            time=line.time,
            label=line.label,
            value=f"{line.protein} g",
            share=number / whole,
            is_full=number >= dose_g,
        )
        for line, number in zip(fed, numbers, strict=True)
    )
    doses = sum(bar.is_full for bar in bars)
    caption = (
        f"{doses} of {len(bars)} feedings hold a protein dose of {thousands(dose_g)} g or more."
    )
    told = ", ".join(f"{bar.label} {bar.value}" for bar in bars)
    return BarChart(
        bars=bars,
        mark=dose_g / whole,
        mark_text=f"dose {thousands(dose_g)} g",
        heads=("time", "feeding", "protein"),
        full="a dose",
        caption=caption,
        alt=f"Protein by feeding: {told}. {caption}",
    )

"""A log and a forecast, drawn: bands with what was measured, and no line into the future."""

from collections.abc import Sequence
from math import ceil, floor

from fuelcalc.models.learning import Forecast, LearnedDay
from fuelcalc.reports.blocks import Bar, LineChart, Tick
from fuelcalc.reports.learning.masses import mass_in
from fuelcalc.reports.look import Look

_STEPS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
_MOST_LEVELS = 6
# So many marks of dates stand below a log.
_MOST_DATES = 6
_PARTS = 7
"""A week of the band is drawn in so many steps, so that it has no stairs."""


class _Scale:
    """From masses to places on a chart, with its levels."""

    def __init__(self, masses: Sequence[float], unit: str) -> None:
        """Find levels that hold all of the masses."""
        low, high = min(masses), max(masses)
        self.step = next(
            (s for s in _STEPS if ceil(high / s) - floor(low / s) <= _MOST_LEVELS), _STEPS[-1]
        )
        self.low = self.step * floor(low / self.step)
        self.high = max(self.step * ceil(high / self.step), self.low + self.step)
        self.unit = unit

    def place(self, mass: float) -> float:
        """Where a mass stands, 0 to 1 from the bottom."""
        return (mass - self.low) / (self.high - self.low)

    @property
    def levels(self) -> tuple[Tick, ...]:
        """The lines across, with their masses."""
        count = round((self.high - self.low) / self.step)
        values = [self.low + self.step * n for n in range(count + 1)]
        return tuple(Tick(self.place(value), f"{value:g}") for value in values)


def mass_chart(days: Sequence[LearnedDay], look: Look) -> LineChart:
    """
    The trend of a log with its range; the mornings themselves jump by water and are not drawn.

    Args:
        days: The log, at least two days of it.
        look: Units.
    """
    lows = [mass_in(look, day.low_kg)[0] for day in days]
    highs = [mass_in(look, day.high_kg)[0] for day in days]
    trend = [mass_in(look, day.trend_kg)[0] for day in days]
    unit = mass_in(look, 1.0)[1]
    scale, last = _Scale([*lows, *highs], unit), len(days) - 1
    marked = range(0, len(days), ceil(len(days) / _MOST_DATES))
    first, end = days[0], days[-1]
    return LineChart(
        unit=unit,
        ticks=tuple(Tick(n / last, f"{days[n].date.day} {days[n].date:%b}") for n in marked),
        levels=scale.levels,
        zero=0.0,
        bars=tuple(
            Bar(n / (last + 1), (n + 1) / (last + 1), scale.place(low), scale.place(high), "in")
            for n, (low, high) in enumerate(zip(lows, highs, strict=True))
        ),
        line=tuple((n / last, scale.place(value)) for n, value in enumerate(trend)),
        keys=(("line", "trend without the water of the day"), ("in", "its range")),
        caption="",
        alt=(
            f"Trend of the log in {unit}: {trend[0]:.1f} ({lows[0]:.1f} to {highs[0]:.1f}) on "
            f"{first.date.isoformat()}, {trend[-1]:.1f} ({lows[-1]:.1f} to {highs[-1]:.1f}) on "
            f"{end.date.isoformat()}."
        ),
    )


def _again(weeks: Sequence[int]) -> str:
    """When the band is to be looked at again."""
    if not weeks:
        return ""
    *first, last = map(str, weeks)
    told = f"weeks {', '.join(first)} and {last}" if first else f"week {last}"
    return f"Look again at {told}: the plan is made anew then."


def band_chart(found: Forecast, look: Look) -> LineChart:
    """
    Where the scale may stand over the next weeks: a band with its ends, and nothing within it.

    Args:
        found: What is foreseen.
        look: Units.
    """
    ends = [(found.low_kg, found.high_kg), *((one.low_kg, one.high_kg) for one in found.weeks)]
    lows = [mass_in(look, low)[0] for low, _ in ends]
    highs = [mass_in(look, high)[0] for _, high in ends]
    unit = mass_in(look, 1.0)[1]
    scale, last = _Scale([*lows, *highs], unit), len(found.weeks)
    bars = []
    for week in range(last):
        for part in range(_PARTS):
            share = (part + 0.5) / _PARTS
            low = lows[week] + share * (lows[week + 1] - lows[week])
            high = highs[week] + share * (highs[week + 1] - highs[week])
            left = (week + part / _PARTS) / last
            right = (week + (part + 1) / _PARTS) / last
            bars.append(Bar(left, right, scale.place(low), scale.place(high), "in"))
    above = [(n / last, scale.place(high)) for n, high in enumerate(highs)]
    below = [(n / last, scale.place(low)) for n, low in enumerate(lows)]
    marks = [one.week for one in found.weeks if one.is_mark]
    told = ", ".join(
        f"{lows[one.week]:.1f} to {highs[one.week]:.1f} after {one.week} weeks"
        for one in found.told
    )
    return LineChart(
        unit=unit,
        ticks=(Tick(0.0, "now"), *(Tick(n / last, f"week {n}") for n in marks)),
        levels=scale.levels,
        zero=0.0,
        bars=tuple(bars),
        # Around the band and back: its ends, and no line within it.
        line=(*above, *reversed(below), above[0]),
        keys=(("in", "where the scale may stand, nine times in ten"),),
        caption=_again(marks),
        alt=f"Where the scale may stand, in {unit}, nine times in ten: {told}.",
    )

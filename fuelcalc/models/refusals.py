"""How a model refuses a value: what it was, its limit and what to write."""

import math
from collections.abc import Mapping
from typing import Any

from fuelcalc.errors import InputError, Span, quoted, shown

OTHER_WORDS: Mapping[str, str] = {
    "weight": "mass",
    "bodyweight": "mass",
    "gender": "sex",
    "birthday": "birth_date",
    "dob": "birth_date",
    "time": "start",
    "length": "distance",
    "elevation": "climb",
    "incline": "grade",
    "allergies": "avoid",
    "allergens": "avoid",
    "weight_lifted": "load",
    "workouts": "lifts",
}
"""What people call a key before they have read the guide."""


def wrong_length(value: Any, limits: Mapping[str, Any]) -> InputError:
    """Say how long a list or a text may be."""
    what = "characters" if isinstance(value, str) else "items" if len(value) != 1 else "item"
    low, high = limits.get("min_length"), limits.get("max_length")
    limit = f"the least is {low}" if high is None else f"the most is {high}"
    return InputError(
        f"{len(value)} {what}, {limit}", value=value, quote="", allowed=Span(low, high)
    )


def out_of_range(value: Any, raw: Any, limits: Span) -> InputError:
    """Say how far a value may go, in the unit that it is stored in."""
    low, high, unit = limits
    if unit is None:
        problem = f"is outside {shown(low)} to {shown(high)}"
        return InputError(problem, value=value, allowed=limits, remedy="check it")
    words = _UNIT_WORDS.get(unit, f" {unit}")
    amount = f"{_number(value, unit, beyond=high if value > high else low)}{words}"
    span = f"{_number(low, unit)} to {_number(high, unit)}{words}"
    is_amount = not isinstance(raw, str) or raw.strip(" +") == amount
    return InputError(
        f"{'is' if is_amount else f'is {amount},'} outside {span}, what fuelcalc plans for",
        value=value if raw is None else raw,
        quote=amount if is_amount else quoted(raw),
        allowed=limits,
        remedy="check the number and its unit",
    )


def _number(value: float, unit: str, *, beyond: float | None = None) -> str:
    """A number for a message, with as many digits as show that it is beyond a limit."""
    if unit == "s_per_km":
        fast = beyond is not None and value < beyond
        minutes, seconds = divmod(math.floor(value) if fast else math.ceil(value), 60)
        return f"{minutes}:{seconds:02d}"
    scale = 100.0 if unit == "share" else 1.0
    whole = len(f"{abs(value * scale):.0f}") if abs(value) < 1e15 else 1
    texts = (f"{value * scale:.{digits}g}" for digits in range(max(4, whole), 18))
    return next(text for text in texts if beyond is None or float(text) != beyond * scale)


_UNIT_WORDS = {
    "share": " %", "degc": " °C", "l_per_h": " L/h", "g_per_h": " g/h", "mg_per_l": " mg/L",
    "s_per_km": " /km", "m_per_s": " m/s", "kcal_per_day": " kcal/day",
    "km_per_week": " km/week", "kcal_per_kg_per_km": " kcal/kg/km",
}  # fmt: skip

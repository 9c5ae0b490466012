"""How a value is refused: what it was, its limit and what to write, in one printable line."""

import math
from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

LONGEST_TEXT = 80


# What people call a key before they have read the guide.
_OTHER_WORDS = {
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


def nearest(word: str, options: Iterable[str]) -> str | None:
    """The option that was probably meant, if any."""
    from difflib import get_close_matches

    known = {option: option for option in options}
    known |= {other: key for other, key in _OTHER_WORDS.items() if key in known}
    close = get_close_matches(word[:LONGEST_TEXT].casefold(), known, n=1)
    return known[close[0]] if close else None


def unknown_key(key: Any, where: str, known: Iterable[str]) -> str:
    """Say that a key is unknown, and which one was probably meant."""
    options = list(known)
    near = nearest(key, options) if isinstance(key, str) else None
    hint = f'did you mean "{near}"?' if near else f"known keys: {', '.join(options)}"
    return f"{clipped(where)}: unknown key; {hint}"


def one_line(text: str) -> str:
    """The text on one line, with a question mark for what cannot be printed."""
    return " ".join("".join(c if c.isprintable() else "?" for c in text).split())


def clipped(text: str) -> str:
    """A text as an error shows it: one short line."""
    line = one_line(text[: LONGEST_TEXT * 2])
    return line if len(line) <= 60 else f"{line[:59]}…"


def shown(value: Any) -> str:
    """A value as an error quotes it."""
    if isinstance(value, str):
        return f'"{clipped(value)}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        # Neither Python nor a reader wants to print very long integers.
        return (
            f"{value:.10g}"
            if isinstance(value, float) or abs(value) < 10**15
            else "a number that long"
        )
    if isinstance(value, date | time):
        return value.isoformat()
    kinds = {dict: "a table", list: "a list", tuple: "a list", type(None): "nothing"}
    return kinds.get(type(value), f"a {clipped(type(value).__name__)}")


def not_one_of(value: Any, expected: str) -> str:
    """Say which words are known, and which one was probably meant."""
    options = expected.replace("'", "").replace(" or ", ", ").split(", ")
    hint = _meant(value, options) if isinstance(value, str) else ""
    return f"{shown(value)} is unknown; {hint}choose one of: {', '.join(options)}"


def _meant(word: str, options: list[str]) -> str:
    """Which option was probably meant; no guess where several begin alike."""
    alike = [option for option in options if option.startswith(f"{word.casefold()}-")]
    near = nearest(word, options)
    if len(alike) > 1:
        return f"several begin so: {', '.join(alike)}; "
    return f'did you mean "{near}"? ' if near else ""


def wrong_length(value: Any, limits: Mapping[str, Any]) -> str:
    """Say how long a list or a text may be."""
    what = "characters" if isinstance(value, str) else "items" if len(value) != 1 else "item"
    low, high = limits.get("min_length"), limits.get("max_length")
    limit = f"the least is {low}" if high is None else f"the most is {high}"
    return f"{len(value)} {what}, {limit}"


def out_of_range(value: Any, unit: str | None, raw: Any, limits: tuple[Any, Any]) -> str:
    """Say how far a value may go, in the unit that it is stored in."""
    low, high = limits
    if unit is None:
        return f"{shown(value)} is outside {shown(low)} to {shown(high)}; check it"
    words = _UNIT_WORDS.get(unit, f" {unit}")
    amount = f"{_number(value, unit, beyond=high if value > high else low)}{words}"
    span = f"{_number(low, unit)} to {_number(high, unit)}{words}"
    written = raw if isinstance(raw, str) and raw.strip(" +") != amount else None
    is_outside = f"{shown(written)} is {amount}, outside" if written else f"{amount} is outside"
    return f"{is_outside} {span}, what fuelcalc plans for; check the number and its unit"


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

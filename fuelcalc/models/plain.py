"""What tables and clocks of other libraries hold, as plan files would write it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from numbers import Integral, Real
from typing import Any

# A plan, its days, a day, its runs, a run, its segments, one of them, its recovery: and one more.
_DEEP = 9
_UNKNOWN = frozenset({"NaTType", "NAType"})


def plain(value: Any, *, keep_unknown: bool = False, deep: int = _DEEP) -> Any:
    """
    A value, or a tree of them, as a plan file has it.

    What is not a number or not a time is unknown and becomes None, a time span its seconds in text,
    a pandas timestamp at midnight its date, an array a list.

    Args:
        value: What somebody gave.
        keep_unknown: Leave what is not a number or not a time, so that it can be refused.
        deep: So many trees in one another are looked into; no model is deeper.

    >>> plain({"mass": float("nan"), "runs": [{"duration": timedelta(minutes=50)}]})
    {'mass': None, 'runs': [{'duration': '3000 s'}]}
    """
    if deep and isinstance(value, Mapping):
        return {
            key: plain(inner, keep_unknown=keep_unknown, deep=deep - 1)
            for key, inner in value.items()
        }
    if deep and isinstance(value, list | tuple) and not hasattr(value, "_fields"):
        return [plain(inner, keep_unknown=keep_unknown, deep=deep - 1) for inner in value]
    if is_unknown(value):
        return value if keep_unknown else None
    return _of_time(value)


def is_unknown(value: Any) -> bool:
    """
    Whether a value is what an empty place of a table holds: not a number, or not a time.

    >>> is_unknown(float("nan")), is_unknown(0.0)
    (True, False)
    """
    is_nan = isinstance(value, float) and value != value  # noqa: PLR0124
    return is_nan or type(value).__name__ in _UNKNOWN


def _of_time(value: Any) -> Any:
    """A time span as text, and a table's day as a date; all else as it is."""
    if isinstance(value, timedelta):
        return f"{value.total_seconds():.10g} s"
    is_day = isinstance(value, datetime) and hasattr(value, "to_pydatetime")
    if is_day and value.time() == value.time().min:
        return value.date()
    return value.tolist() if type(value).__name__ == "ndarray" else value


def plain_number(value: Any) -> Any:
    """A number of another library, such as one out of an array, as Python's own."""
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Integral):
        return int(value)
    # Databases give decimals, which are no Real to Python.
    is_real = isinstance(value, Real) or type(value).__name__ == "Decimal"
    return float(value) if is_real else value


def hashable(value: Any) -> Any:
    """A value with its tables as sets of pairs."""
    if isinstance(value, Mapping):
        return frozenset((key, hashable(inner)) for key, inner in value.items())
    return tuple(map(hashable, value)) if isinstance(value, tuple) else value

"""Times of day."""

import datetime as dt
import re
from typing import Final

from fuelcalc.errors import InputError
from fuelcalc.units.examples import write

_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
    r"\s*(?P<half>[ap]\.?m\.?|(?<=[0-9])[ap])?",
    re.IGNORECASE,
)
# 0630 and 1830; with its half of the day 630pm as well.
_DIGITS = re.compile(
    r"([0-9]{2})([0-9]{2})|([0-9]{1,2})([0-9]{2})(\s*[ap]\.?m\.?|[ap])", re.IGNORECASE
)

DAY_MIN: Final = 1440.0
"""The minutes of a day; equations, which import no units, have theirs in `science.waking`."""

WEEKDAYS: Final = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_LAST_H = 24
_NAMED = {"noon": dt.time(12), "midday": dt.time(12), "midnight": dt.time(0)}


def parse_clock(value: object, *, name: str) -> dt.time:
    """
    The time of day that somebody meant.

    Args:
        value: A `datetime.time`, a pandas timestamp of that day, or text: "06:30", "6:30 pm",
            "6am", "18.30", "0630", "06:30:00", "noon". 12 am and 24:00 are midnight, 12 pm is noon.
        name: Whose time it is: the word that errors begin with.

    Returns:
        The time; a `datetime.time` as it was given.

    Raises:
        InputError: There is no such time of day; the message is one line.

    >>> parse_clock("6:30 pm", name="start")
    datetime.time(18, 30)
    """
    if isinstance(value, dt.time):
        return value
    if isinstance(value, dt.datetime) and hasattr(value, "to_pydatetime"):
        # A table's timestamp; a date and time in a plan file says more than a start.
        return value.time()
    text = value.strip() if isinstance(value, str) else ""
    digits = _DIGITS.fullmatch(text)
    if digits is not None:
        hour, minute = digits[1] or digits[3], digits[2] or digits[4]
        text = f"{hour}:{minute}{digits[5] or ''}"
    match = _TIME.fullmatch(text)
    time = _time_of_day(match) if match else _named_time(value)
    if time is None:
        raise InputError(
            "is not a time of day",
            argument=name,
            value=value,
            quote=None if isinstance(value, str) else type(value).__name__,
            remedy=write("06:30", "18:30", "6:30 pm"),
        )
    return time


def _named_time(value: object) -> dt.time | None:
    """The time of a word, such as noon."""
    return _NAMED.get(value.strip().lower()) if isinstance(value, str) else None


def _time_of_day(match: re.Match[str]) -> dt.time | None:
    """The time that hour, minute, second and half of the day give, if there is one."""
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    half = (match["half"] or "").lower()
    if not half and match["minute"] is None:
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour == _LAST_H and not (half or minute or second):
        return dt.time(0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return dt.time(hour, minute, second)

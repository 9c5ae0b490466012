"""Text, names, times of day and dates: what fields of models hold that is no number."""

import re
import unicodedata
from datetime import date, datetime, time
from typing import Annotated, Any

from pydantic import AfterValidator, Field, PlainSerializer

from fuelcalc.errors import InputError

LONGEST_TEXT = 80
FIRST_DATE, LAST_DATE = date(1900, 1, 1), date(2199, 12, 31)
DATE_REMEDY = "write it as year-month-day, such as 2026-11-26"


def date_from(value: Any, key: str) -> date:
    """
    A date, from itself or from text.

    Raises:
        InputError: It is none.

    >>> date_from("2026-11-26", "date")
    datetime.date(2026, 11, 26)
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value.strip())
    except (AttributeError, TypeError, ValueError):
        raise InputError("is not a date", argument=key, value=value, remedy=DATE_REMEDY) from None


_YEARS = re.compile(
    r"\s*([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*-?\s*(?:(?:years?|yrs?|y)(?:[\s-]*(?:old|o))?\.?|y/o)?\s*",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\s*([0-9]{1,3}(?:[,. '\u2019]?[0-9]{3})*|[0-9]{1,3}(?:[.,][0-9])?\s*k)\s*", re.IGNORECASE
)


def years_from(value: Any) -> Any:
    """
    An age in years, as people write it; what is no text is left as it is.

    Raises:
        InputError: The text is no age.

    >>> years_from("34 years"), years_from("34yo"), years_from(34.5)
    (34.0, 34.0, 34.5)
    """
    if not isinstance(value, str):
        return value
    match = _YEARS.fullmatch(value)
    if match is None:
        raise InputError("is not an age", argument="age", value=value, remedy="write 34")
    return float(match[1].replace(",", "."))


_MOST_MARKS = 30
"""Longer texts are no count of anything; Python makes no number of thousands of digits."""


def count_from(value: Any, key: str) -> Any:
    """
    A count such as steps, as people write it; what is no text is left as it is.

    Raises:
        InputError: The text is no whole number.

    >>> count_from("10,000", "steps"), count_from("8.5k", "steps")
    (10000, 8500)
    """
    if not isinstance(value, str):
        return value
    match = _COUNT.fullmatch(value) if len(value) <= _MOST_MARKS else None
    if match is None:
        remedy = "write a whole number, such as 10000"
        raise InputError("is not a count", argument=key, value=value, remedy=remedy)
    text = match[1].lower()
    if text.endswith("k"):
        return round(float(text[:-1].replace(",", ".")) * 1000)
    return int("".join(filter(str.isdigit, text)))


def _printable(text: str) -> str:
    """Hold that a text can go on paper and into a terminal."""
    # Bidirectional overrides would let a name rewrite the rest of its line.
    if any(unicodedata.category(c) in _UNPRINTED or c in _OVERRIDES for c in text):
        problem = "holds a character that cannot be printed"
        raise InputError(problem, value=text, remedy="leave it out")
    return text


def _of_no_zone(clock: time) -> time:
    """Hold that a time of day is the athlete's own clock."""
    if clock.tzinfo is not None:
        remedy = "write the local time, such as 06:30"
        raise InputError("a time of day has no time zone", value=clock, quote="", remedy=remedy)
    return clock


_UNPRINTED = frozenset({"Cc", "Cs", "Zl", "Zp"})
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

Text = Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(_printable)]
Name = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT), AfterValidator(_printable)]
TimeOfDay = Annotated[
    time,
    AfterValidator(_of_no_zone),
    PlainSerializer(lambda clock: clock.strftime("%H:%M"), when_used="json"),
]

"""Dates as a week says them."""

import datetime as dt
from collections.abc import Sequence


def day_text(date: dt.date | None) -> str:
    r"""
    A date in two words that stay on one line.

    >>> day_text(dt.date(2026, 11, 26))
    'Thu\xa026'
    """
    return "" if date is None else f"{date:%a}\u00a0{date.day}"


def span_text(dates: Sequence[dt.date]) -> str:
    """
    From the first date to the last.

    >>> span_text([dt.date(2026, 11, 23), dt.date(2026, 11, 29)])
    '23 to 29 November 2026'
    """
    first, last = dates[0], dates[-1]
    start = f"{first.day}"
    if first.month != last.month or first.year != last.year:
        start = f"{first.day} {first:%B}"
    if first.year != last.year:
        start = f"{start} {first.year}"
    return f"{start} to {last.day} {last:%B} {last.year}"

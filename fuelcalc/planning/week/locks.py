"""Dishes that somebody sets for a week, by weekday or date and feeding."""

import datetime as dt
from collections.abc import Mapping, Sequence

from fuelcalc.errors import InputError, nearest
from fuelcalc.models.week import WEEKDAYS


def dated_locks(lock: Mapping[str, str], dates: Sequence[dt.date]) -> dict[str, str]:
    """
    The locks of a week by their dates, as each of its days takes them.

    Args:
        lock: Dishes by day and feeding: "tuesday dinner" or "2026-11-24 dinner".
        dates: The days that are planned.

    Raises:
        InputError: A lock names no day, or none of these.

    >>> dated_locks({"tuesday dinner": "lentil-bolognese"}, [dt.date(2026, 11, 24)])
    {'2026-11-24 dinner': 'lentil-bolognese'}
    """
    found: dict[str, str] = {}
    for word, dish in lock.items():
        day, _, feeding = word.strip().partition(" ")
        those = [date for date in dates if _is_on(date, day)]
        if not feeding.strip() or not those:
            known = (*WEEKDAYS, *(date.isoformat() for date in dates))
            near = nearest(day.casefold(), known)
            said = f"did you mean {near}?" if near and near != day.casefold() else ""
            raise InputError(
                "names no day of this week and feeding",
                argument="lock",
                value=word,
                remedy=said or 'write "tuesday dinner"',
            )
        found |= {f"{date.isoformat()} {feeding.strip()}": dish for date in those}
    return found


def _is_on(date: dt.date, day: str) -> bool:
    """Whether a weekday, whole or by its first three letters, or a date means a date."""
    name = WEEKDAYS[date.weekday()]
    return day.casefold() in {name, name[:3], date.isoformat()}

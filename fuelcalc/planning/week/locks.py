"""Dishes that somebody sets for a week, by weekday or date and feeding."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from fuelcalc.errors import InputError, nearest
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.lock import locked_twice
from fuelcalc.models.week import WEEK_DAYS, monday_of
from fuelcalc.units.clock import WEEKDAYS

_SHORT: Final = 3
"""So many letters of a weekday are enough."""


def dated_locks(lock: Mapping[str, str], dates: Sequence[dt.date]) -> dict[str, str]:
    """
    The locks of a week by their dates, as each of its days takes them.

    Args:
        lock: Dishes by day and feeding: "tuesday dinner" or "2026-11-24 dinner".
        dates: The days that are planned.

    Raises:
        InputError: A lock names no day, or none of these, or one feeding has two dishes.

    >>> dated_locks({"tuesday dinner": "lentil-bolognese"}, [dt.date(2026, 11, 24)])
    {'2026-11-24 dinner': 'lentil-bolognese'}
    """
    found: dict[str, str] = {}
    for word, dish in lock.items():
        for date, feeding in _dated(word, dates, "lock"):
            place = f"{date.isoformat()} {feeding.casefold()}"
            if found.setdefault(place, dish) != dish:
                raise locked_twice(place, found[place], dish)
    return found


def dated_swaps(swap: Sequence[str], dates: Sequence[dt.date]) -> dict[dt.date, list[str]]:
    """
    The feedings of each date whose dish is exchanged.

    Args:
        swap: Feedings by day: "tuesday dinner" or "2026-11-24 dinner".
        dates: The days that are planned.

    Raises:
        InputError: One of them names no day, or none of these.

    >>> dated_swaps(["tue dinner"], [dt.date(2026, 11, 24)])
    {datetime.date(2026, 11, 24): ['dinner']}
    """
    found: dict[dt.date, list[str]] = {}
    for word in swap:
        for date, feeding in _dated(word, dates, "swap"):
            found.setdefault(date, []).append(feeding)
    return dict(sorted(found.items()))


def exchanged(plan: DayPlan, feedings: Sequence[str]) -> dict[str, str]:
    """
    The dishes of a day that stand where others were, as locks by its date: those of its meals.

    Args:
        plan: The day, with the dishes exchanged.
        feedings: Which of them were, as somebody wrote it.
    """
    # The menu's modules come with the menu.
    from fuelcalc.planning.menu.edits import EDITED_MEALS
    from fuelcalc.planning.menu.locks import place_of

    if plan.menu is None or plan.timeline is None:
        return {}
    entries = [one for one in plan.timeline if one.is_feeding]
    names = [(one.feeding_name.called, f"{one.start:%H:%M}") for one in entries]
    found = (entries[place_of(word, names, what="swap")] for word in feedings)
    return {
        f"{plan.date} {one.name}": one.dish_id
        for one in found
        if one.name in EDITED_MEALS and one.dish_id is not None
    }


def locks_around(lock: Mapping[str, str], date: dt.date) -> dict[str, str]:
    """
    The locks of a day, those that name a weekday being of its own week.

    Args:
        lock: Dishes by feeding, or by day and feeding.
        date: The day.

    Raises:
        InputError: A weekday stands without a feeding.

    >>> locks_around({"mon dinner": "a", "lunch": "b"}, dt.date(2026, 11, 24))
    {'lunch': 'b', '2026-11-23 dinner': 'a'}
    """
    monday = monday_of(date)
    dates = [monday + dt.timedelta(days=place) for place in range(WEEK_DAYS)]
    of_week = {word: dish for word, dish in lock.items() if names_weekday(word)}
    own = {word: dish for word, dish in lock.items() if word not in of_week}
    return own | dated_locks(of_week, dates)


def swaps_on(swap: Sequence[str], date: dt.date) -> list[str]:
    """
    The feedings of a day whose dish is exchanged, without its own weekday in front.

    Args:
        swap: Feedings, or feedings by weekday.
        date: The day.

    Raises:
        InputError: One of them is of another weekday.

    >>> swaps_on(["tuesday dinner", "19:15"], dt.date(2026, 11, 24))
    ['dinner', '19:15']
    """
    found = []
    for word in swap:
        day, _, feeding = word.strip().partition(" ")
        if names_weekday(word) and not (_is_on(date, day) and feeding.strip()):
            raise InputError(
                f"is not of {date:%A}, the day that is planned",
                argument="swap",
                value=word,
                remedy="fuelcalc week takes it, and a day takes --lock",
            )
        found.append(feeding.strip() if names_weekday(word) else word)
    return found


def names_weekday(word: str) -> bool:
    """
    Whether a lock or a swap begins with a weekday, which only a week has.

    >>> names_weekday("Tue dinner"), names_weekday("dinner")
    (True, False)
    """
    day = word.strip().partition(" ")[0].casefold()
    return day in WEEKDAYS or day in {name[:_SHORT] for name in WEEKDAYS}


def _dated(word: str, dates: Sequence[dt.date], argument: str) -> Iterator[tuple[dt.date, str]]:
    """The dates that somebody means, each with the feeding."""
    day, _, feeding = word.strip().partition(" ")
    those = [date for date in dates if _is_on(date, day)]
    if not feeding.strip() or not those:
        near = nearest(day.casefold(), (*WEEKDAYS, *(date.isoformat() for date in dates)))
        said = f"did you mean {near}?" if near and near != day.casefold() else ""
        raise InputError(
            "names no day of this week and feeding",
            argument=argument,
            value=word,
            remedy=said or 'write "tuesday dinner"',
        )
    for date in those:
        yield date, feeding.strip()


def _is_on(date: dt.date, day: str) -> bool:
    """Whether a weekday, whole or by its first three letters, or a date means a date."""
    name = WEEKDAYS[date.weekday()]
    return day.casefold() in {name, name[:_SHORT], date.isoformat()}

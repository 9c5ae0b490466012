"""When an event of a calendar takes place: once, or as often as its rule says."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from fuelcalc.errors import InputError
from fuelcalc.importers.activities.source import Hints

if TYPE_CHECKING:
    from icalendar import Component

_MOST_TIMES: Final = 400
_FREQUENCIES: Final = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_COUNT: Final = re.compile(r";?COUNT=(\d{1,6})")
_UNTIL: Final = re.compile(r";?UNTIL=(\d{8})(T\d{6}Z?)?")
_EARLIEST: Final = 1970


def held(value: Any, name: str) -> Any:
    """What a property of an event holds; None for one that is missing or broken."""
    try:
        return getattr(value, name, None)
    except ValueError:
        # The library keeps a broken property, and raises when it is looked at.
        return None


def starts_of(event: "Component", start: dt.datetime, hints: Hints) -> list[dt.datetime]:
    """
    The starts of an event within the days that are wanted of repeats.

    Args:
        event: Of a calendar.
        start: Its own start, on the athlete's clock: a rule goes by that, summer time or not.
        hints: From when to when repeats are wanted.

    Raises:
        InputError: Its rule cannot be read, or repeats more often than daily.
    """
    if any(name == "RRULE" for name, _ in event.errors):
        raise InputError("repeats in a way that is not read")
    rule = event.get("RRULE")
    if rule is None or event.get("RECURRENCE-ID") is not None:
        return [start]
    if isinstance(rule, list):
        rule = rule[0]
    text = rule.to_ical().decode("ascii", "replace").upper()
    frequency = re.search(r"FREQ=(\w+)", text)
    is_known = frequency is not None and frequency[1] in _FREQUENCIES
    if not is_known or "INTERVAL=0" in text or start.year < _EARLIEST:
        raise InputError(f"repeats in a way that is not read: {text[:60]}")
    first, last = hints.repeats
    ends = [last]
    if (until := _UNTIL.search(text)) is not None:
        ends.append(_date(until[1]))
    count = _COUNT.search(text)
    plain = _UNTIL.sub("", _COUNT.sub("", text)).strip(";")
    without = set(_dates(event.get("EXDATE")))
    found = islice(_all(plain, start, min(ends)), None if count is None else int(count[1]))
    wanted = (each for each in found if first <= each.date() and each not in without)
    return list(islice((each for each in wanted if each.date() not in without), _MOST_TIMES))


def _all(text: str, start: dt.datetime, last: dt.date) -> Iterator[dt.datetime]:
    """
    Each time of a rule until a day.

    Raises:
        InputError: It is no rule.
    """
    from dateutil.rrule import rrulestr

    try:
        # A rule that fits no day at all would else be tried until the year 9999.
        yield from rrulestr(f"{text};UNTIL={last:%Y%m%d}T235959", dtstart=start)
    except (ValueError, TypeError, LookupError, OverflowError, AttributeError):
        raise InputError(f"repeats in a way that is not read: {text[:60]}") from None


def _date(text: str) -> dt.date:
    try:
        return dt.date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        raise InputError(f"repeats until no day: {text}") from None


def _dates(value: Any) -> Iterator[dt.datetime | dt.date]:
    """The times that an event does not take place at, on its own clock."""
    for each in value if isinstance(value, list) else [value]:
        for one in held(each, "dts") or ():
            moment = one.dt
            yield moment.replace(tzinfo=None) if isinstance(moment, dt.datetime) else moment

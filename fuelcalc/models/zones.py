"""Time zones by their name in the IANA table."""

import re
from functools import cache

from fuelcalc.errors import InputError, nearest

_NONE_OF_A_PLACE = frozenset({"Factory", "localtime", "posixrules"})


def zone_named(name: str | None) -> str | None:
    """
    Hold that a time zone is one of the table.

    Raises:
        InputError: It is not; the nearest name is proposed.

    >>> zone_named("Europe/Berlin")
    'Europe/Berlin'
    """
    if name is None or name in _zones():
        return name
    raise InputError("is no time zone", value=name, remedy=f"write {_instead(name)}")


def _instead(name: str) -> str:
    """A name of the table for what was typed; for hours from Greenwich by those hours."""
    hours = _HOURS.fullmatch(name.strip())
    if hours is not None:
        # The table counts them the other way round: Etc/GMT-1 is an hour ahead of Greenwich.
        sign = "-" if hours["sign"] == "+" else "+"
        zone = f"Etc/GMT{sign}{int(hours['hours'])}"
        whole = not int(hours["minutes"] or 0)
        return f"{zone}, or a place such as Europe/Berlin" if whole and zone in _zones() else _PLACE
    # Letters such as IST or BST stand for several zones, and the nearest name for none of them.
    if name.isupper() and len(name) <= _LONGEST_LETTERS:
        return _PLACE
    near = nearest(name, {zone.casefold(): zone for zone in _zones()}, cutoff=0.5)
    return f"one such as {near}" if near else _PLACE


_HOURS = re.compile(
    r"(?:GMT|UTC|Z)?\s*(?P<sign>[+\u2212-])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?(?:\s*h)?",
    re.IGNORECASE,
)
_PLACE = "one such as Europe/Berlin"
_LONGEST_LETTERS = 5


@cache
def _zones() -> frozenset[str]:
    """Every name that the computer's table and the bundled one know."""
    from zoneinfo import available_timezones

    return frozenset(available_timezones()) - _NONE_OF_A_PLACE

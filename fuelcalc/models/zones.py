"""Time zones by their name in the IANA table."""

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
    near = nearest(name, {zone.casefold(): zone for zone in _zones()}, cutoff=0.5)
    remedy = f"write one such as {near or 'Europe/Berlin'}"
    raise InputError("is no time zone", value=name, remedy=remedy)


@cache
def _zones() -> frozenset[str]:
    """Every name that the computer's table and the bundled one know."""
    from zoneinfo import available_timezones

    return frozenset(available_timezones()) - _NONE_OF_A_PLACE

"""Time zones by their name in the IANA table."""

from functools import cache

_NONE_OF_A_PLACE = frozenset({"Factory", "localtime", "posixrules"})


def zone_named(name: str | None) -> str | None:
    """
    Hold that a time zone is one of the table.

    Raises:
        ValueError: It is not; the nearest name is proposed.

    >>> zone_named("Europe/Berlin")
    'Europe/Berlin'
    """
    if name is None or name in _zones():
        return name
    from difflib import get_close_matches

    by_word = {zone.lower(): zone for zone in _zones()}
    near = get_close_matches(name.lower(), by_word, n=1, cutoff=0.5)
    hint = by_word[near[0]] if near else "Europe/Berlin"
    raise ValueError(f'"{name[:40]}" is no time zone; write one such as {hint}')


@cache
def _zones() -> frozenset[str]:
    """Every name that the computer's table and the bundled one know."""
    from zoneinfo import available_timezones

    return frozenset(available_timezones()) - _NONE_OF_A_PLACE

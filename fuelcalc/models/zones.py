"""Time zones by their name in the IANA table."""


def zone_named(name: str | None) -> str | None:
    """
    Hold that a time zone is one of the table.

    Raises:
        ValueError: It is not; the nearest name is proposed.

    >>> zone_named("Europe/Berlin")
    'Europe/Berlin'
    """
    if name is None:
        return None
    from difflib import get_close_matches
    from zoneinfo import ZoneInfo, available_timezones

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        by_word = {zone.lower(): zone for zone in available_timezones()}
        near = get_close_matches(name.lower(), by_word, n=1, cutoff=0.5)
        hint = by_word[near[0]] if near else "Europe/Berlin"
        raise ValueError(f'"{name[:40]}" is no time zone; write one such as {hint}') from None
    return name

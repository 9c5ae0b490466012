"""Races that are called by their distance, in the languages that calendars are written in."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple


class NamedRace(NamedTuple):
    """A race as session text writes its distance, and how far that is."""

    text: str
    distance_km: float


# World Athletics' distances, and those of parkrun's own two events. Longer names stand first,
# since the marathon is a part of most of them.
_RACES: Final[Mapping[str, NamedRace]] = {
    r"half[ -]marathon|halbmarathon|(?:semi|demi)[ -]?marathon|halve marathon|halvmarat(?:h)?on"
    r"|medi[ao][ -]marat[oó]n|meia[ -]maratona|mezza[ -]maratona|p[oó]łmaraton|puolimaraton": (
        NamedRace("half marathon", 21.0975)
    ),
    r"marathon|marat[oó]n|maratona": NamedRace("marathon", 42.195),
    r"junior parkrun": NamedRace("2 km", 2.0),
    r"parkrun": NamedRace("parkrun", 5.0),
}
RACE_NAME: Final = re.compile("|".join(_RACES))
"""Any of these names, and nothing else."""

_BY_NAME: Final = {
    # A pace is named after a race as well, and a relay is run by several.
    re.compile(rf"\b(?:{names})\b(?![ -](?:(?:goal|race)[ -])?pace\b)"): race
    for names, race in _RACES.items()
}
_SHARED: Final = re.compile(r"\b(?:relay|ekiden|staffel|volunteer\w*|marshal\w*)\b")


def race_in(title: str) -> NamedRace | None:
    """
    The race that a title names by its distance; None where it names none, or is a part of one.

    Args:
        title: In small letters.

    >>> race_in("halbmarathon berlin")
    NamedRace(text='half marathon', distance_km=21.0975)
    >>> race_in("12 km at half marathon pace"), race_in("marathon relay")
    (None, None)
    """
    if _SHARED.search(title):
        return None
    return next((race for name, race in _BY_NAME.items() if name.search(title)), None)

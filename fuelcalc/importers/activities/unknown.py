"""What a file is that no reader takes, as far as people know it by name."""

from collections.abc import Mapping
from typing import Final

from fuelcalc.importers.activities.xml import root_of

_ROOTS: Final[Mapping[str, str]] = {
    "workout_file": "a planned workout of Zwift, without a date",
    "kml": "a map of places (KML); export GPX instead",
}
_STARTS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"WEEK,", "weeks of a plan without dates; export the calendar that they stand in"),
    (b"[COURSE HEADER]", "a planned workout of a trainer, without a date"),
    (b"%PDF", "a PDF; export the data themselves"),
    (b"\x89PNG", "a picture; export the data themselves"),
    (b"\xff\xd8\xff", "a picture; export the data themselves"),
)


def why_unknown(head: bytes) -> str:
    """
    Why a file that begins so is not read.

    >>> why_unknown(b"<workout_file>")
    'a planned workout of Zwift, without a date'
    """
    if not head:
        return "the file is empty"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    named = next((why for begins, why in _STARTS if start.startswith(begins)), None)
    why = named or _ROOTS.get(root_of(head))
    return why or "none of the formats that are read; docs/import.md lists them"

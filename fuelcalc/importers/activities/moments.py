"""Moments as files write them."""

import datetime as dt
import re
from typing import Final, NamedTuple

_ISO: Final = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?"
)


class Moment(NamedTuple):
    """A date and time as written, and how far ahead of Greenwich that is, if the file says so."""

    written: dt.datetime
    offset_s: int | None

    @property
    def utc(self) -> dt.datetime:
        """The same in Greenwich; what says nothing is taken for that."""
        return self.written - dt.timedelta(seconds=self.offset_s or 0)


def moment_from(text: str | None) -> Moment | None:
    """
    Read a moment in ISO's order.

    Args:
        text: With or without seconds, parts of a second and a zone.

    Returns:
        The moment; None for what is none.

    >>> moment_from("2016-11-14 07:25:41 -0700").utc
    datetime.datetime(2016, 11, 14, 14, 25, 41)
    >>> moment_from("2019-09-07T07:29:50.000Z").offset_s, moment_from("noon")
    (0, None)
    """
    match = _ISO.fullmatch((text or "").strip())
    if match is None:
        return None
    try:
        year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
        written = dt.datetime.combine(dt.date(year, month, day), dt.time(hour, minute, second))
        offset_s = _offset_s(match[7])
        _ = written - dt.timedelta(seconds=offset_s or 0)
    except (ValueError, OverflowError):
        return None
    return Moment(written, offset_s)


def _offset_s(text: str | None) -> int | None:
    if text is None:
        return None
    if text == "Z":
        return 0
    digits = text[1:].replace(":", "")
    seconds = 3600 * int(digits[:2]) + 60 * int(digits[2:])
    return -seconds if text[0] == "-" else seconds


def number_from(text: str | None) -> float | None:
    """
    A number as programs write it, with a point; None for what is none.

    >>> number_from(" 12.5 "), number_from("nan"), number_from("")
    (12.5, None, None)
    """
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if abs(value) < 1e12 else None

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


_MONTHS: Final = {
    word: number
    for number, words in enumerate(
        (
            "jan ene gen", "feb fev fév", "mar mär mrt maa", "apr avr abr", "may mai mag mei maj",
            "jun jui_n giu", "jul jui_l lug", "aug aoû ago", "sep set", "oct okt ott out",
            "nov", "dec dez dic déc",
        ),
        start=1,
    )
    for word in words.replace("_", "").split()
}  # fmt: skip
_CLOCK = r"(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([AaPp]\.?[Mm]\.?)?"
_DAY_FIRST: Final = re.compile(rf"(\d{{1,2}})\.?\s+(\w+)\.?\s+(\d{{4}}),?\s+(?:\w+\s+)?{_CLOCK}")
_MONTH_FIRST: Final = re.compile(rf"(\w+)\.?\s+(\d{{1,2}}),?\s+(\d{{4}}),?\s+(?:at\s+)?{_CLOCK}")
_DOTTED: Final = re.compile(rf"(\d{{1,2}})\.(\d{{1,2}})\.(\d{{4}}),?\s+{_CLOCK}")


def month_of(word: str) -> int | None:
    """
    The month of a name or its beginning, in a few languages.

    >>> month_of("Dezember"), month_of("Juin"), month_of("Juil"), month_of("Monday")
    (12, 6, 7, None)
    """
    plain = word.casefold()
    return _MONTHS.get(plain[:4]) or _MONTHS.get(plain[:3])


def local_moment(text: str) -> dt.datetime | None:
    """
    A moment on the athlete's own clock, as apps write it: ISO, or with the name of a month.

    >>> local_moment("8 Apr 2026, 16:50"), local_moment("May 15, 2026, 7:26 PM")
    (datetime.datetime(2026, 4, 8, 16, 50), datetime.datetime(2026, 5, 15, 19, 26))
    >>> local_moment("05.06.2026, 07:30"), local_moment("soon") is None
    (datetime.datetime(2026, 6, 5, 7, 30), True)
    """
    iso = moment_from(text)
    if iso is not None:
        return iso.written
    plain = " ".join(text.split())
    if (found := _DOTTED.fullmatch(plain)) is not None:
        day, month, year, *clock = found.groups()
        return _moment(year, int(month), day, clock)
    if (found := _DAY_FIRST.fullmatch(plain)) is not None:
        day, name, year, *clock = found.groups()
        return _moment(year, month_of(name), day, clock)
    if (found := _MONTH_FIRST.fullmatch(plain)) is not None:
        name, day, year, *clock = found.groups()
        return _moment(year, month_of(name), day, clock)
    return None


def _moment(year: str, month: int | None, day: str, clock: list[str | None]) -> dt.datetime | None:
    """A moment of its parts, if there is such a one."""
    hour, minute, second, half = clock
    if month is None or hour is None or minute is None:
        return None
    hours = int(hour)
    if half is not None:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + 12 * (half[0] in "pP")
    try:
        date = dt.date(int(year), month, int(day))
        return dt.datetime.combine(date, dt.time(hours, int(minute), int(second or 0)))
    except ValueError:
        return None


_LONG: Final = re.compile(r"(?:(\d+)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?\s*(?:(\d+)\s*s(?:ec)?)?")
_PARTS: Final = re.compile(r"(?:(\d{1,4}):)?(\d{1,3}):(\d\d(?:[.,]\d+)?)")


def seconds_from(text: str) -> float | None:
    """
    A duration as programs write it; a bare number is in seconds.

    >>> seconds_from("2h 18m"), seconds_from("38min"), seconds_from("00:08:02.2")
    (8280.0, 2280.0, 482.2)
    >>> seconds_from("5:14"), seconds_from("90"), seconds_from("--")
    (314.0, 90.0, None)
    """
    plain = text.strip()
    if not plain:
        return None
    if (parts := _PARTS.fullmatch(plain)) is not None:
        hours, minutes, rest = parts.groups()
        return 3600.0 * int(hours or 0) + 60.0 * int(minutes) + float(rest.replace(",", "."))
    if (long := _LONG.fullmatch(plain)) is not None:
        hours, minutes, rest = (int(part or 0) for part in long.groups())
        return 3600.0 * hours + 60.0 * minutes + rest
    return number_from(plain)

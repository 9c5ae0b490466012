"""The athlete's own day and time of a moment: by the watch, by the place, else by the reader."""

import datetime as dt
from functools import cache
from typing import Final, NamedTuple

from fuelcalc.models.found import FoundNote
from fuelcalc.models.text import FIRST_DATE, LAST_DATE

_LONGEST_OFFSET_S: Final = 14 * 3600
_OFFSET_STEP_S: Final = 900
# The two clocks of a file are read a moment apart.
_OFFSET_ERROR_S: Final = 2
_MOST_LATITUDE, _MOST_LONGITUDE = 90.0, 180.0


class Point(NamedTuple):
    """A place on the earth, in degrees."""

    latitude: float
    longitude: float

    @property
    def is_place(self) -> bool:
        """Whether it can be one; a receiver without a fix says 0, 0."""
        is_on_earth = (
            abs(self.latitude) <= _MOST_LATITUDE and abs(self.longitude) <= _MOST_LONGITUDE
        )
        return is_on_earth and (self.latitude, self.longitude) != (0.0, 0.0)


class LocalTime(NamedTuple):
    """A moment as the athlete's clock showed it, and by what that is known."""

    local: dt.datetime
    zone: str
    notes: tuple[FoundNote, ...] = ()


def offset_between(utc: dt.datetime, local: dt.datetime) -> int | None:
    """
    How far a watch's clock was from Greenwich, in seconds, if it says so.

    Args:
        utc: A moment.
        local: The same on the watch, written without a zone.

    Returns:
        Seconds ahead of Greenwich; None for what is no time zone at all.

    >>> offset_between(dt.datetime(2019, 9, 7, 7), dt.datetime(2019, 9, 7, 8, 0, 1))
    3600
    >>> offset_between(dt.datetime(2019, 9, 7, 7), dt.datetime(2019, 9, 7, 8, 7)) is None
    True
    """
    seconds = (local - utc).total_seconds()
    nearest = round(seconds / _OFFSET_STEP_S) * _OFFSET_STEP_S
    if abs(seconds - nearest) > _OFFSET_ERROR_S or abs(nearest) > _LONGEST_OFFSET_S:
        return None
    return nearest


def local_time(
    utc: dt.datetime,
    *,
    offset_s: int | None = None,
    zone: str | None = None,
    point: Point | None = None,
    usual_zone: str | None = None,
) -> LocalTime:
    """
    The athlete's clock at a moment.

    Args:
        utc: The moment, written without a zone.
        offset_s: What the file says the watch was ahead of Greenwich.
        zone: A zone that the file names.
        point: Where it began.
        usual_zone: The athlete's; Greenwich's where there is none.

    Returns:
        Day and time, the zone that gave them, and a note where nothing in the file did.

    >>> local_time(dt.datetime(2018, 3, 5, 23, 29), offset_s=8 * 3600).local
    datetime.datetime(2018, 3, 6, 7, 29)
    """
    if offset_s is not None:
        return LocalTime(_shifted(utc, dt.timedelta(seconds=offset_s)), _hours(offset_s))
    named = zone if zone is not None and _is_zone(zone) else None
    if named is None and point is not None and point.is_place:
        named = zone_of_point(point)
    if named is not None:
        return LocalTime(in_zone(utc, named), named)
    usual = usual_zone or "UTC"
    return LocalTime(in_zone(utc, usual), usual, ("assumed-zone",))


def in_zone(utc: dt.datetime, zone: str) -> dt.datetime:
    """The clock of a zone at a moment, both written without a zone."""
    from zoneinfo import ZoneInfo

    offset = utc.replace(tzinfo=dt.UTC).astimezone(ZoneInfo(zone)).utcoffset()
    return _shifted(utc, offset or dt.timedelta())


def to_utc(local: dt.datetime, zone: str) -> dt.datetime:
    """
    The moment at which a zone's clock shows a time, both written without a zone.

    >>> to_utc(dt.datetime(2026, 7, 1, 9, 0), "Europe/Berlin")
    datetime.datetime(2026, 7, 1, 7, 0)
    """
    from zoneinfo import ZoneInfo

    offset = local.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    return _shifted(local, -(offset or dt.timedelta()))


def zone_of_point(point: Point) -> str | None:
    """The time zone of a place; None at sea or off the map."""
    from tzfpy import get_tz

    found = get_tz(point.longitude, point.latitude)
    return found if found and _is_zone(found) else None


def is_datable(moment: dt.datetime) -> bool:
    """Whether a plan can have a day such as this, and the days beside it."""
    return FIRST_DATE < moment.date() < LAST_DATE


@cache
def _is_zone(name: str) -> bool:
    """Whether this computer knows a zone; a name from a file may be anything."""
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _shifted(moment: dt.datetime, by: dt.timedelta) -> dt.datetime:
    """A moment moved; at the ends of the calendar it stays where it is."""
    try:
        return moment + by
    except OverflowError:
        return moment


def _hours(seconds: int) -> str:
    """Hours from Greenwich, as +02:00."""
    hours, rest = divmod(abs(seconds) // 60, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02d}:{rest:02d}"

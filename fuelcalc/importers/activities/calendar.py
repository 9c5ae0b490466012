"""Calendars: what is planned, and what a coaching app says was done."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fuelcalc.errors import InputError, one_line
from fuelcalc.importers.activities.event_text import EventPart, EventText
from fuelcalc.importers.activities.local_time import in_zone, is_datable, to_utc
from fuelcalc.importers.activities.recurrence import held, starts_of
from fuelcalc.importers.activities.source import ActivityFile, FileFinding
from fuelcalc.importers.activities.sports import RUN, kind_of_sport
from fuelcalc.models.found import FoundSession

if TYPE_CHECKING:
    from icalendar import Component

FORMAT: Final = "calendar"
_LONGEST_MIN: Final = 12 * 60.0
_MOST_EVENTS: Final = 20_000


class _When(NamedTuple):
    """When an event begins on the athlete's clock, and by which zone."""

    start: dt.datetime
    has_time: bool
    zone: str | None


def identify(head: bytes) -> bool:
    """
    Whether a file is a calendar.

    >>> identify(b"BEGIN:VCALENDAR"), identify(b"BEGIN:VCARD")
    (True, False)
    """
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().upper().startswith(b"BEGIN:VCALENDAR")


def read(source: ActivityFile) -> Iterator[FileFinding]:
    """
    Each training of a calendar, those that repeat as often as they do; nothing else of it.

    Raises:
        InputError: It cannot be read at all, or holds more events than are read.
    """
    text = source.stream.read().decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    # Some feeds part their events by blank lines, which no calendar may hold.
    lines = [line for line in text.splitlines() if line.strip()]
    if sum(line.strip().upper() == "BEGIN:VEVENT" for line in lines) > _MOST_EVENTS:
        raise InputError(f"over {_MOST_EVENTS:,} events")
    calendars = _calendars("\r\n".join(lines) + "\r\n")
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    zone = next((found for each in calendars if (found := _zone_of(each))), source.hints.zone)
    moved = {
        (str(event.get("UID")), _plain(event.get("RECURRENCE-ID"), zone)[0])
        for event in events
        if event.get("RECURRENCE-ID") is not None
    }
    n_other = n_broken = 0
    for event in events:
        start, has_time = _plain(event.get("DTSTART"), zone)
        told = EventText(str(event.get("SUMMARY", "")), str(event.get("DESCRIPTION", "")))
        if start is None:
            n_broken += 1
        elif not told.sessions or not is_datable(start):
            n_other += 1
        elif told.is_only_a_verb and not event.get("X-WORKOUT-ESTIMATED-DURATION"):
            why = (
                f"no word of training behind its first, and no distance or time: {told.title[:60]}"
            )
            yield source.refusal(f"{start:%Y-%m-%d}", why)
        else:
            yield from _sessions(source, event, told, _When(start, has_time, zone), moved)
    if n_broken:
        yield source.refusal("", f"events without a date that can be read: {n_broken}")
    if n_other:
        yield source.refusal("", f"events that are no training: {n_other}")


def _calendars(text: str) -> "Sequence[Component]":
    """
    The calendars of a file.

    Raises:
        InputError: It is none.
    """
    from icalendar import Calendar

    try:
        return Calendar.from_ical(text, multiple=True)
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError) as error:
        problem = f"a damaged calendar: {one_line(str(error))[:80]}"
        raise InputError(problem) from None


def _zone_of(calendar: "Component") -> str | None:
    """The zone that a calendar says it is in, if there is such a one."""
    from fuelcalc.models.zones import zone_named

    for key in ("X-WR-TIMEZONE", "X-USER-TIMEZONE"):
        try:
            named = zone_named(str(calendar.get(key)))
        except InputError:
            continue
        if named is not None:
            return named
    return None


def _plain(value: Any, zone: str | None) -> tuple[dt.datetime | None, bool]:
    """A date or a moment on the athlete's clock, and whether it has a time."""
    moment = held(value, "dt")
    if isinstance(moment, dt.datetime):
        if moment.tzinfo is None:
            return moment, True
        if moment.utcoffset() == dt.timedelta() and zone is not None:
            return in_zone(moment.replace(tzinfo=None), zone), True
        return moment.replace(tzinfo=None), True
    if isinstance(moment, dt.date):
        return dt.datetime.combine(moment, dt.time()), False
    return None, False


def _slot_min(event: "Component", start: dt.datetime, *, has_time: bool, zone: str | None
              ) -> float | None:  # fmt: skip
    """How long an event with a time is, if a session can be that long."""
    end, _ = _plain(event.get("DTEND"), zone)
    length = held(event.get("DURATION"), "dt")
    if end is not None:
        length = end - start
    if not has_time or not isinstance(length, dt.timedelta):
        return None
    minutes = length.total_seconds() / 60.0
    return minutes if 0.0 < minutes <= _LONGEST_MIN else None


def _time_and_text(
    part: EventPart, told: EventText, length_min: float | None, *, is_slot: bool, is_done: bool
) -> tuple[float | None, str | None]:
    """
    How many minutes a session takes, and a run as session text where that says it best.

    The hour that somebody keeps free in a calendar is no time for a distance: where the words say
    how far a run is, they count alone.
    """
    is_far = part.distance_km is not None or told.is_named_distance
    if is_slot and part.sport == RUN and is_far and not is_done:
        length_min = None
    minutes = part.duration_min or (length_min if len(told.sessions) == 1 else None)
    if part.distance_km is not None:
        return minutes, told.race_text if minutes is None and not is_done else None
    repeats = None if is_done else told.repeats_within(minutes)
    return minutes, repeats or (told.run_text if minutes is None else None)


def _sessions(
    source: ActivityFile,
    event: "Component",
    told: EventText,
    when: _When,
    moved: set[tuple[str, dt.datetime | None]],
) -> Iterator[FileFinding]:
    """The sessions of an event, once for each time that it takes place."""
    start, has_time, zone = when
    uid = str(event.get("UID", "")) or None
    # By the coaching app that planned it.
    estimated = re.fullmatch(r"\d{2,6}", str(event.get("X-WORKOUT-ESTIMATED-DURATION", "")))
    estimated_min = None if estimated is None else int(estimated[0]) / 60.0
    slot_min = _slot_min(event, start, has_time=has_time, zone=zone)
    length_min = slot_min if estimated_min is None else estimated_min
    try:
        starts = starts_of(event, start, source.hints)
    except InputError as error:
        yield source.refusal(told.title[:60], error.line)
        return
    is_moved = event.get("RECURRENCE-ID") is not None
    is_done = told.is_done or (uid or "").startswith("COMPLETED_")
    for moment in starts:
        if (str(uid), moment) in moved and not is_moved:
            continue
        for number, part in enumerate(told.sessions):
            minutes, text = _time_and_text(
                part, told, length_min, is_slot=estimated_min is None, is_done=is_done
            )
            if minutes is None and part.distance_km is None and text is None:
                why = f"no distance and no time; write one into its title: {told.title[:60]}"
                yield source.refusal(f"{moment:%Y-%m-%d}", why)
                continue
            is_clocked = has_time and len(told.sessions) == 1
            yield FoundSession(
                origin=source.origin(FORMAT, f"{uid}-{number}" if uid else None),
                sport=part.sport,
                kind=kind_of_sport(part.sport),
                date=moment.date(),
                clock=moment.time().replace(second=0, microsecond=0) if is_clocked else None,
                zone=zone if is_clocked else None,
                utc=to_utc(moment, zone) if is_clocked and zone is not None else None,
                timer_min=minutes if text is None else None,
                elapsed_min=length_min if is_done and length_min else minutes,
                distance_km=part.distance_km,
                planned=not is_done,
                title=told.title or None,
                effort=part.effort,
                text=text,
                event=None if is_done else uid,
                repeats=event.get("RRULE") is not None or is_moved,
            )

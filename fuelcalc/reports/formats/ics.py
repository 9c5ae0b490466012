"""A calendar: each feeding and each session as an event with an alarm, in the athlete's zone."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from fuelcalc.errors import InputError
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.timeline import Entry
from fuelcalc.reports.blocks import SESSIONS, Clock, ClockLine, View

if TYPE_CHECKING:
    from icalendar import Event, Timezone

_OURS: Final = UUID("8d2f6a0e-5c57-4d0b-9c1c-3f0f2f1b7a64")
_SHORTEST_MIN: Final = 5
_AHEAD: Final = dt.timedelta(minutes=15)
# Some calendars want both a winter and a summer time to be told.
_MARGIN: Final = dt.timedelta(days=366)
_DAY, _MINUTE = dt.timedelta(days=1), dt.timedelta(minutes=1)


class Whose(NamedTuple):
    """Whose day it is, and by which clock."""

    who: str
    date: dt.date
    zone: ZoneInfo


class Stay(NamedTuple):
    """From one moment to another, in UTC."""

    start: dt.datetime
    end: dt.datetime


class CalendarDay(NamedTuple):
    """
    A day for a calendar of several.

    Attributes:
        plan: A finished plan, with a date.
        view: What a reader sees of it.
        name: What stands before each of its events, where several people share the calendar.
        zone: The time zone, where the athlete says none.
    """

    plan: DayPlan
    view: View
    name: str = ""
    zone: str | None = None


class Task(NamedTuple):
    """
    Something to do that is no line of a day's clock.

    Attributes:
        date: The day.
        minute: When it begins, from midnight.
        minutes: How long it takes.
        text: What it is.
        details: What there is to say of it.
    """

    date: dt.date
    minute: int
    minutes: int
    text: str
    details: str


def to_ics(plan: DayPlan, view: View) -> str:
    """
    Write the clock of a day as an iCalendar, as `days_ics` does.

    Args:
        plan: A finished plan, with a date and its athlete's time zone.
        view: What a reader sees of it.

    Raises:
        InputError: The plan has no date or no time zone, or a guard withholds the clock.
    """
    return days_ics([CalendarDay(plan, view)], view)


def days_ics(days: Sequence[CalendarDay], view: View, tasks: Sequence[Task] = ()) -> str:
    """
    Write the clock of several days as an iCalendar (RFC 5545).

    Each feeding and each session is an event in the athlete's time zone, with a reminder, and so
    is each task, in that of the first day's athlete; sleep is none. The same plan gives the same
    text, and its events the same identifiers, so that a plan that is imported again replaces
    itself.

    Args:
        days: The days, with dates and time zones.
        view: What a reader sees of all of them.
        tasks: What else there is to do.

    Returns:
        Text whose lines end in CRLF, as the format asks for.

    Raises:
        InputError: A plan has no date or no time zone, or a guard withholds the clock.
    """
    from icalendar import Calendar, vText

    told = _told_apart(days)
    first = told[0][1]
    calendar = Calendar()
    calendar.add("PRODID", "-//fuelcalc//fuelcalc//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    # Properties that the library does not know would go out unescaped.
    calendar.add("NAME", vText(view.title))
    calendar.add("X-WR-CALNAME", vText(view.title))
    # What holds for the whole day: the headline, the warnings, and what figures are.
    about = [view.headline, *(note.text for note in view.warnings), view.about]
    calendar.add("X-WR-CALDESC", vText("\n".join(about)))
    # The library's own zones have summer begin an hour late.
    for whose in {whose.zone.key: whose for _, whose in reversed(told)}.values():
        calendar.add_component(_timezone(whose))
    for day, whose in told:
        for clock in day.view.every(Clock):
            for event in _events(day, clock, whose):
                calendar.add_component(event)
    for task in tasks:
        calendar.add_component(_task_event(task, first._replace(date=task.date)))
    written: bytes = calendar.to_ical()
    return written.decode("utf-8")


def _told_apart(days: Sequence[CalendarDay]) -> list[tuple[CalendarDay, Whose]]:
    """Each day with whose it is; of two who look alike the second goes by what the page says."""
    seen: set[tuple[str, dt.date]] = set()
    found = []
    for day in days:
        whose = _whose(day)
        if (whose.who, whose.date) in seen:
            whose = whose._replace(who=f"{whose.who} {day.name}")
        seen.add((whose.who, whose.date))
        found.append((day, whose))
    return found


def _whose(day: CalendarDay) -> Whose:
    """
    Hold that there is something to put into a calendar, and where.

    Raises:
        InputError: There is not.
    """
    plan = day.plan
    if plan.timeline is None:
        why = " ".join(note.text for note in day.view.warnings)
        raise InputError(
            f"a calendar needs the clock, which is withheld for this athlete: {why}",
            argument="format",
            value="ics",
            quote="",
        )
    if plan.date is None:
        raise InputError("a calendar needs a date", argument="date", remedy="add --date 2026-11-26")
    athlete = plan.athlete
    zone = athlete.time_zone or day.zone
    if zone is None:
        raise InputError(
            "a calendar needs the time zone of its clock",
            argument="time_zone",
            remedy='write time_zone = "Europe/Berlin" under [athlete]',
        )
    # Without a name, what changes least tells two athletes apart.
    who = athlete.name or f"{athlete.sex} {athlete.height_cm!r}"
    return Whose(who, plan.date, ZoneInfo(zone))


def _events(day: CalendarDay, clock: Clock, whose: Whose) -> Iterator["Event"]:
    """Every event of the day, in order."""
    counted: Counter[str] = Counter()
    entries = day.plan.timeline or ()
    spans = _spans(entries, whose)
    for entry, line, span in zip(entries, clock.lines[1:], spans, strict=True):
        if entry.kind == "sleep":
            continue
        counted[entry.kind] += 1
        told = [line.dish] if line.dish else clock.amounts(line)[:1]
        yield _event(
            whose,
            span,
            kind=entry.kind,
            told=": ".join(filter(None, (day.name, _one_line(": ".join([line.label, *told]))))),
            details=_description(line, clock),
            which=f"{counted[entry.kind]}",
        )


def _task_event(task: Task, whose: Whose) -> "Event":
    """Something to do, with a reminder when it begins."""
    start = _moment(task.minute, whose)
    length = max(task.minutes, _SHORTEST_MIN) * _MINUTE
    span, which = Stay(start, start + length), f"{task.minute}\n{task.text}"
    return _event(whose, span, kind="task", told=task.text, details=task.details, which=which)


def _event(whose: Whose, span: Stay, *, kind: str, told: str, details: str, which: str) -> "Event":
    """Something from one moment to another, with its reminder; a session takes the time."""
    from icalendar import Alarm, Event

    event = Event()
    event.add("DTSTAMP", dt.datetime.combine(whose.date, dt.time(), dt.UTC))
    # By the wall, a time that comes twice is its first: the second can only be told in UTC.
    twice = any(_local(moment, whose).fold for moment in span)
    for end, moment in zip(("DTSTART", "DTEND"), span, strict=True):
        if twice:
            event.add(end, moment)
            continue
        # The zone stands beside the local time, so that none is written as UTC instead.
        local = _local(moment, whose).replace(tzinfo=None)
        event.add(end, local, parameters={"TZID": whose.zone.key})
    event.add("SUMMARY", told)
    if details:
        event.add("DESCRIPTION", details)
    event.add("CATEGORIES", ["fuelcalc", kind])
    event.add("TRANSP", "OPAQUE" if kind in SESSIONS else "TRANSPARENT")
    name = f"{whose.who}\n{whose.date}\n{kind}\n{which}"
    event.add("UID", f"{uuid5(_OURS, name)}@fuelcalc")
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", told)
    alarm.add("TRIGGER", -_AHEAD if kind in SESSIONS else dt.timedelta())
    event.add_component(alarm)
    return event


def _one_line(text: str) -> str:
    """Text with plain spaces; those of weights do not break elsewhere."""
    return " ".join(text.split())


def _description(line: ClockLine, clock: Clock) -> str:
    """Foods, amounts, minutes and method, what is taken when, what the food misses, advice."""
    parts = [
        *(food.text for food in line.foods),
        ", ".join(clock.amounts(line)),
        line.making,
        line.method,
        *line.taken,
        line.carry,
        line.miss,
        line.advice,
    ]
    return "\n".join(_one_line(part) for part in parts if part)


def _spans(entries: Sequence[Entry], whose: Whose) -> list[Stay]:
    """
    When each entry is, in real time.

    A start stands by the clock on the wall, and lasts as long as planned. On a night when the
    clocks change, what is eaten around a session keeps its distance to it, and no session and no
    meal starts before the session ahead of it is over.
    """
    sessions: dict[int, Stay] = {}
    free_from = dt.datetime.min.replace(tzinfo=dt.UTC)
    for place, entry in enumerate(entries):
        if entry.kind in SESSIONS:
            start = max(_moment(int(entry.minute), whose), free_from)
            free_from = start + _length(entry)
            sessions[place] = Stay(start, free_from)
    return [
        sessions.get(place) or _fed(place, entries, sessions, whose)
        for place in range(len(entries))
    ]


def _fed(place: int, entries: Sequence[Entry], sessions: Mapping[int, Stay], whose: Whose) -> Stay:
    """When something is eaten: as far from its session as planned, and inside no other."""
    entry, near = entries[place], _session_of(place, entries)
    if near is None:
        start = _moment(int(entry.minute), whose)
    else:
        start = sessions[near].start + (int(entry.minute) - int(entries[near].minute)) * _MINUTE
    end = start + _length(entry)
    if entry.during is not None:
        return Stay(start, end)
    for session in sessions.values():
        if session.start <= start < session.end:
            start, end = session.end, session.end + _length(entry)
        elif start < session.start < end:
            end = session.start
    return Stay(start, end)


def _session_of(place: int, entries: Sequence[Entry]) -> int | None:
    """Where the session stands that an entry is eaten around, if it is."""
    entry = entries[place]
    behind = [n for n in range(place) if entries[n].kind in SESSIONS]
    ahead = [n for n in range(place + 1, len(entries)) if entries[n].kind in SESSIONS]
    if entry.during is not None or entry.after is not None:
        return behind[-1] if behind else None
    return ahead[0] if entry.before is not None and ahead else None


def _length(entry: Entry) -> dt.timedelta:
    """How long an entry lasts, to the minute of its clock."""
    first, last = int(entry.minute), int(entry.minute + entry.minutes)
    return max(last - first, _SHORTEST_MIN) * _MINUTE


def _local(moment: dt.datetime, whose: Whose) -> dt.datetime:
    """A moment by the clock on the wall."""
    return moment.astimezone(whose.zone)


def _moment(minute: int, whose: Whose) -> dt.datetime:
    """The moment, in UTC, at which the clock on the wall shows a minute of the day."""
    wall = dt.datetime.combine(whose.date, dt.time(), whose.zone) + minute * _MINUTE
    return wall.astimezone(dt.UTC)


def _timezone(whose: Whose) -> "Timezone":
    """The zone from a year before the day to a year after it."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    noon = dt.datetime.combine(whose.date, dt.time(12), dt.UTC)
    first, last = noon - _MARGIN, noon + _MARGIN
    zone = Timezone()
    zone.add("TZID", whose.zone.key)
    for moment in (first, *_changes(whose, first, last)):
        after = _local(moment, whose)
        before = after if moment == first else _local(moment - _MINUTE, whose)
        offset = before.utcoffset() or dt.timedelta()
        part = TimezoneDaylight() if after.dst() else TimezoneStandard()
        # An onset is told by the clock that still holds until then.
        part.add("DTSTART", moment.replace(tzinfo=None) + offset)
        part.add("TZOFFSETFROM", offset)
        part.add("TZOFFSETTO", after.utcoffset() or dt.timedelta())
        part.add("TZNAME", after.tzname() or whose.zone.key)
        zone.add_component(part)
    return zone


def _changes(whose: Whose, first: dt.datetime, last: dt.datetime) -> Iterator[dt.datetime]:
    """The moments between two others from which the zone's clocks stand elsewhere."""
    days = [first + n * _DAY for n in range((last - first).days + 1)]
    for day, following in pairwise(days):
        offset = _local(day, whose).utcoffset()
        if _local(following, whose).utcoffset() != offset:
            minutes = (day + n * _MINUTE for n in range(1, 1441))
            yield next(moment for moment in minutes if _local(moment, whose).utcoffset() != offset)

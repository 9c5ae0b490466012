"""The calendar file of a plan, read back."""

from guides import planned
from icalendar import Calendar

from fuelcalc.reports.day.page import view_of
from fuelcalc.reports.formats.ics import to_ics
from fuelcalc.reports.look import Look


def zoned(name="plain", zone="Europe/Berlin", **fields):
    """One of the days, in a time zone, with other fields where they are given."""
    plan = planned(name)
    athlete = plan.athlete.model_copy(update={"time_zone": zone})
    return plan.model_copy(update={"athlete": athlete, **fields})


def written(plan, look):
    """The calendar of a plan."""
    return to_ics(plan, view_of(plan, look))


def calendar_of(plan, look=None):
    """The calendar of a plan, read back."""
    return Calendar.from_ical(written(plan, look or Look()))


def events_of(plan, look=None):
    """Its events."""
    return calendar_of(plan, look).walk("VEVENT")


def wall(moment):
    """A time as a clock on the wall shows it."""
    return f"{moment:%H:%M}"

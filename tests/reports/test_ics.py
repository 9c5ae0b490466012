"""The clock as a calendar, read back by the library and by a second reader of time zones."""

import datetime as dt
import hashlib
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from guides import GUIDES, NO_CLOCK, planned
from icalendar import Calendar

from fuelcalc import Athlete, Day, InputError, plan_day, render
from fuelcalc.models.timeline import Entry
from fuelcalc.reports.day.clock import clock_lines
from fuelcalc.reports.day.page import view_of
from fuelcalc.reports.formats.ics import to_ics
from fuelcalc.reports.look import Look

ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Atlantic/Reykjavik",
    "Etc/UTC",
]
TIMED = [name for name in GUIDES if name not in NO_CLOCK]
SESSIONS = {"run", "lift", "other"}


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


def entry_at(minute, minutes, kind="meal"):
    """A feeding or a session at a minute of the day."""
    start, end = (dt.time(int(one) // 60 % 24, int(one) % 60) for one in (minute, minute + minutes))
    return Entry(start=start, end=end, minute=minute, minutes=minutes, kind=kind, name="one")


def times_of(date, zone, *places):
    """Start and end of events at a minute of the day with a length, as they are read."""
    entries = tuple(entry_at(*place) for place in places)
    plan = zoned("guarded", zone, date=date, timeline=entries)
    own = ZoneInfo(zone)
    return [
        (event["DTSTART"].dt.astimezone(own), event["DTEND"].dt.astimezone(own))
        for event in events_of(plan)
    ]


def wall(moment):
    """A time as a clock on the wall shows it."""
    return f"{moment:%H:%M}"


@pytest.mark.parametrize("name", TIMED)
class TestEveryGuide:
    """Every day of the guides that has a clock."""

    def test_has_the_feedings_and_sessions_of_the_json(self, name):
        """One event for each, in order, at the same times and with the same words."""
        tree = json.loads(render(planned(name), "json"))
        wanted = [entry for entry in tree["timeline"] if entry["kind"] != "sleep"]
        events = events_of(zoned(name))
        assert len(events) == len(wanted)
        for event, entry in zip(events, wanted, strict=True):
            assert wall(event["DTSTART"].dt) == entry["start"]
            assert wall(event["DTEND"].dt) == entry["end"]
            late = dt.timedelta(days=int(entry["minute"] // 1440))
            assert event["DTSTART"].dt.date() == planned(name).date + late
            assert str(event["SUMMARY"]).split(": ")[0] == entry["label"]
            assert event["CATEGORIES"].cats == ["fuelcalc", entry["kind"]]
            assert (entry["dish"] or "") in event["SUMMARY"]

    def test_ends_after_it_starts_in_the_zone(self, name):
        """Every event has a start, a later end, and the athlete's time zone at both."""
        for event in events_of(zoned(name)):
            assert event["DTEND"].dt - event["DTSTART"].dt >= dt.timedelta(minutes=5)
            for moment in (event["DTSTART"], event["DTEND"]):
                assert moment.params["TZID"] == "Europe/Berlin"

    def test_reminds_at_a_meal_and_before_a_session(self, name):
        """Each event has one alarm that shows its words: at its start, or 15 minutes before."""
        for event in events_of(zoned(name)):
            (alarm,) = event.walk("VALARM")
            is_session = event["CATEGORIES"].cats[1] in SESSIONS
            assert alarm["ACTION"] == "DISPLAY"
            assert alarm["DESCRIPTION"] == event["SUMMARY"]
            assert alarm["TRIGGER"].dt == dt.timedelta(minutes=-15 if is_session else 0)
            assert event["TRANSP"] == ("OPAQUE" if is_session else "TRANSPARENT")

    def test_is_what_the_format_asks_for(self, name):
        """Lines end in CRLF and hold at most 75 octets; nothing required is missing."""
        text = written(zoned(name), Look())
        lines = text.split("\r\n")
        assert lines[-1] == ""
        assert "\n" not in "".join(lines)
        assert max(len(line.encode()) for line in lines) <= 75
        calendar = Calendar.from_ical(text)
        assert calendar["VERSION"] == "2.0"
        assert calendar["PRODID"]
        assert "METHOD" not in calendar
        assert calendar.errors == []
        for event in calendar.walk("VEVENT"):
            assert event["DTSTAMP"].dt == dt.datetime(2026, 11, 26, tzinfo=dt.UTC)
            assert event.errors == []

    @pytest.mark.parametrize("look", [Look(), Look("us", "kJ")], ids=["metric", "us"])
    def test_describes_what_the_clock_shows(self, name, look):
        """Foods one a line, amounts, what is missed, and advice are those of every format."""
        plan = zoned(name)
        lines = [line for line in clock_lines(plan, look)[0] if line.kind not in {"wake", "sleep"}]
        for event, line in zip(events_of(plan, look), lines, strict=True):
            told = str(event.get("DESCRIPTION", "")).splitlines()
            foods = [food.text.replace("\N{NO-BREAK SPACE}", " ") for food in line.foods]
            assert told[: len(foods)] == foods
            amounts = [line.energy, line.carbohydrate, line.protein, line.fat, line.drink]
            numbers = [one for one in amounts if one]
            for amount in numbers:
                assert f"{amount} " in f"{told[len(foods)]} "
            rest = (line.making, line.method, *line.taken, line.carry, line.miss, line.advice)
            assert told[len(foods) + bool(numbers) :] == [
                one.replace("\N{NO-BREAK SPACE}", " ") for one in rest if one
            ]
            assert str(event["SUMMARY"]).startswith(line.label)


class TestRefusal:
    """Plans that are no calendar."""

    def test_needs_a_date(self):
        """A day without a date has no place in a calendar; the message says what to add."""
        with pytest.raises(InputError, match=r"^date: .* add --date 2026-11-26$"):
            render(zoned(date=None), "ics")

    def test_needs_a_time_zone(self):
        """A time without a zone is no moment; the message says what to write, and where."""
        message = r'^time_zone: .* write time_zone = "Europe/Berlin" under \[athlete\]$'
        with pytest.raises(InputError, match=message):
            render(zoned(zone=None), "ics")

    def test_needs_a_clock(self):
        """Where a guard withholds the clock, its note says why, in one line and first of all."""
        with pytest.raises(InputError, match="withheld for this athlete: Pregnancy") as refused:
            render(zoned("pregnant", None, date=None), "ics")
        assert len(str(refused.value).splitlines()) == 1


class TestGuarded:
    """A day whose numbers a guard withholds."""

    def test_shows_no_numbers(self):
        """Foods are named without amounts, and the warning stands in the calendar."""
        plan = zoned("guarded")
        for event in events_of(plan):
            if event["CATEGORIES"].cats[1] not in SESSIONS:
                shown = str(event["SUMMARY"]) + str(event.get("DESCRIPTION", ""))
                # How long a dish takes is no figure of what is eaten.
                shown = re.sub(r"^\d+ min(, \d+ active)?$", "", shown, flags=re.MULTILINE)
                assert not any(sign.isdigit() for sign in shown)
        text = written(plan, Look()).replace("\r\n ", "")
        assert "can come from too little fuel" in text
        assert "kcal" not in text


class TestIdentity:
    """What makes an event the same one."""

    def test_is_the_same_in_another_process(self):
        """The same plan gives the same bytes, whatever order a set has there."""
        code = (
            "import sys; sys.path[:0] = sys.argv[1:]\n"
            "import guides, hashlib\n"
            "from fuelcalc import render\n"
            "plan = guides.planned('plain')\n"
            "athlete = plan.athlete.model_copy(update={'time_zone': 'Europe/Berlin'})\n"
            "plan = plan.model_copy(update={'athlete': athlete})\n"
            "print(hashlib.sha256(render(plan, 'ics').encode()).hexdigest())\n"
        )
        command = [sys.executable, "-c", code, str(Path(__file__).parent)]
        env = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
        done = subprocess.run(  # noqa: S603
            command, capture_output=True, text=True, check=True, env=env
        )
        here = hashlib.sha256(render(zoned(), "ics").encode()).hexdigest()
        assert done.stdout.strip() == here

    def test_differs_between_feedings_days_and_athletes(self):
        """No two events share an identifier, and none tells whose it is."""
        plan = zoned()
        other = plan.athlete.model_copy(update={"name": "Jo"})
        unnamed = plan.athlete.model_copy(update={"name": None})
        taller = unnamed.model_copy(update={"height_cm": 181.5})
        plans = [
            plan,
            plan.model_copy(update={"date": dt.date(2026, 11, 27)}),
            *(plan.model_copy(update={"athlete": one}) for one in (other, unnamed, taller)),
        ]
        uids = [str(event["UID"]) for one in plans for event in events_of(one)]
        assert len(set(uids)) == len(uids) == 5 * len(events_of(plan))
        assert all(uid.endswith("@fuelcalc") for uid in uids)
        assert "Example" not in "".join(uids)

    def test_stays_when_a_feeding_moves(self):
        """A plan with another breakfast time replaces its events when it is imported again."""
        entry = planned("rest-day").timeline[0]
        late = entry.model_copy(
            update={"minute": 480.0, "start": dt.time(8), "end": dt.time(8, 30)}
        )
        moved = zoned("rest-day", timeline=(late, *planned("rest-day").timeline[1:]))
        uids = [[event["UID"] for event in events_of(one)] for one in (zoned("rest-day"), moved)]
        assert uids[0] == uids[1]
        assert wall(events_of(moved)[0]["DTSTART"].dt) == "08:00"


class TestText:
    """Names with the signs of the format."""

    def test_stays_text(self):
        """A dish or a name with commas, semicolons, colons and backslashes is read back whole."""
        odd = 'eggs, "soft"; salt: a\\ b'
        entry = planned("rest-day").timeline[0].model_copy(update={"dish": odd})
        plan = zoned("rest-day", timeline=(entry,))
        plan = plan.model_copy(update={"athlete": plan.athlete.model_copy(update={"name": odd})})
        (event,) = events_of(plan)
        assert event["SUMMARY"] == f"breakfast: {odd}"
        text = written(plan, Look()).replace("\r\n ", "")
        # RFC 5545, 3.3.11: a backslash stands before commas, semicolons and backslashes.
        name = 'fuelcalc · Thursday 26 November 2026 · eggs\\, "soft"\\; salt: a\\\\ b'
        assert f"\r\nNAME:{name}\r\n" in text
        assert f"\r\nX-WR-CALNAME:{name}\r\n" in text

    def test_adds_no_lines(self):
        """A line end in a name, were it to get there, opens no new property."""
        entry = planned("rest-day").timeline[0].model_copy(update={"dish": "a\r\nATTACH:b"})
        (event,) = events_of(zoned("rest-day", timeline=(entry,)))
        assert event["SUMMARY"] == "breakfast: a ATTACH:b"
        assert "ATTACH" not in event

    def test_says_the_first_amount_where_there_is_no_dish(self):
        """Without foods, the summary still says how much; sessions have the reader's units."""
        athlete = Athlete.of(
            sex="male", age=30, mass="75 kg", height="178 cm", time_zone="Europe/Berlin"
        )
        day = Day.of(date="2026-11-26", runs=[{"distance": "10 km", "pace": "5:40 /km"}])
        plan = plan_day(athlete, day, menu=False)
        told = [str(event["SUMMARY"]) for event in events_of(plan, Look("us"))]
        lines = [line for line in clock_lines(plan, Look("us"))[0] if line.kind == "meal"]
        assert f"lunch: {lines[0].energy} kcal" in told
        assert "6.21 mi easy run" in told
        assert any(one.startswith("during the run: drink ") and "fl oz" in one for one in told)


class TestTimes:
    """Clocks that pass midnight, or change."""

    def test_passes_midnight(self):
        """What is later than 24:00 is on the next calendar day, as is the end of a late run."""
        berlin = ZoneInfo("Europe/Berlin")
        late, night = times_of(
            dt.date(2026, 12, 31), "Europe/Berlin", (1410.0, 56.7, "run"), (1475.0, 10.0, "after")
        )
        assert late == (
            dt.datetime(2026, 12, 31, 23, 30, tzinfo=berlin),
            dt.datetime(2027, 1, 1, 0, 26, tzinfo=berlin),
        )
        assert night[0] == dt.datetime(2027, 1, 1, 0, 35, tzinfo=berlin)

    def test_follows_a_plan_past_midnight(self):
        """A night shift's day, from waking to a sleep after midnight, is in order."""
        athlete = Athlete.of(
            sex="male", age=30, mass="75 kg", height="178 cm", time_zone="America/New_York"
        )
        day = Day.of(
            date="2026-11-26",
            wake="12:00",
            sleep="04:00",
            runs=[{"start": "23:30", "distance": "10 km", "pace": "5:40 /km"}],
        )
        plan = plan_day(athlete, day, menu=False)
        events = events_of(plan)
        starts = [event["DTSTART"].dt for event in events]
        assert starts == sorted(starts)
        assert starts[-1].date() == dt.date(2026, 11, 27)
        run = next(event for event in events if event["CATEGORIES"].cats[1] == "run")
        assert wall(run["DTSTART"].dt) == "23:30"
        assert run["DTEND"].dt.isoformat() == "2026-11-27T00:26:00-05:00"

    def test_lasts_five_minutes_at_least(self):
        """An event without a length can still be seen."""
        ((start, end),) = times_of(dt.date(2026, 11, 26), "Europe/Berlin", (600.0, 0.0))
        assert (wall(start), wall(end)) == ("10:00", "10:05")

    # On 2026-03-29 clocks in Berlin go from 02:00 to 03:00 (Directive 2000/84/EC: 01:00 UTC on
    # the last Sunday of March).
    @pytest.mark.parametrize(
        ("minute", "minutes", "shown"),
        [
            pytest.param(90.0, 30.0, ("01:30", "03:00"), id="until-the-change"),
            pytest.param(110.0, 30.0, ("01:50", "03:20"), id="across-it"),
            pytest.param(118.0, 62.0, ("01:58", "04:00"), id="a-run-across-it"),
            pytest.param(150.0, 30.0, ("03:30", "04:00"), id="in-the-gap"),
            pytest.param(170.0, 20.0, ("03:50", "04:10"), id="until-the-end-of-the-gap"),
            pytest.param(180.0, 30.0, ("03:00", "03:30"), id="after-it"),
            pytest.param(450.0, 30.0, ("07:30", "08:00"), id="breakfast"),
        ],
    )
    def test_skips_the_hour_that_is_skipped(self, minute, minutes, shown):
        """A time that does not exist moves on, and what lasts half an hour still does."""
        ((start, end),) = times_of(dt.date(2026, 3, 29), "Europe/Berlin", (minute, minutes))
        assert (wall(start), wall(end)) == shown
        length = end.astimezone(dt.UTC) - start.astimezone(dt.UTC)
        assert length == dt.timedelta(minutes=minutes)

    @pytest.mark.parametrize(
        ("minute", "minutes", "shown"),
        [
            pytest.param(110.0, 30.0, ("01:50", "02:20"), id="before-it"),
            pytest.param(150.0, 20.0, ("02:30", "02:50"), id="in-the-hour-that-comes-twice"),
            pytest.param(170.0, 20.0, ("02:50", "02:10"), id="across-it"),
            pytest.param(178.0, 0.0, ("02:58", "02:03"), id="short-and-across-it"),
            pytest.param(450.0, 30.0, ("07:30", "08:00"), id="breakfast"),
        ],
    )
    def test_takes_the_first_of_the_hour_that_comes_twice(self, minute, minutes, shown):
        """On 2026-10-25 an event starts by the first of two times, and lasts as long as planned."""
        ((start, end),) = times_of(dt.date(2026, 10, 25), "Europe/Berlin", (minute, minutes))
        assert (wall(start), wall(end)) == shown
        assert start.fold == 0
        length = end.astimezone(dt.UTC) - start.astimezone(dt.UTC)
        assert length == dt.timedelta(minutes=max(minutes, 5.0))

    def test_knows_a_change_of_half_an_hour(self):
        """On Lord Howe Island clocks go from 02:00 to 02:30 on 2026-10-04."""
        ((start, end),) = times_of(dt.date(2026, 10, 4), "Australia/Lord_Howe", (130.0, 10.0))
        assert (wall(start), wall(end)) == ("02:40", "02:50")

    @pytest.mark.parametrize(
        ("zone", "date"),
        [
            ("Europe/Berlin", "2026-03-29"),
            ("Europe/Berlin", "2026-10-25"),
            ("America/New_York", "2026-03-08"),
            ("America/New_York", "2026-11-01"),
            ("Australia/Lord_Howe", "2026-10-04"),
            ("Australia/Lord_Howe", "2026-04-05"),
            ("America/Santiago", "2026-09-06"),
            ("Europe/Berlin", "2026-03-30"),
        ],
    )
    @pytest.mark.parametrize("start", ["00:20", "01:30", "02:30", "03:15"])
    def test_lasts_as_long_as_planned_and_eats_in_no_session(self, zone, date, start):
        """F64: a run of two hours is two hours on nights when the clocks change, and meals wait."""
        athlete = Athlete.of(sex="male", age=30, mass="75 kg", height="178 cm", time_zone=zone)
        run = {"start": start, "duration": "2 h", "pace": "6:00 /km"}
        hour, minute = map(int, start.split(":"))
        lift = {"start": f"{hour + 2:02d}:{minute + 20:02d}", "duration": "40 min"}
        wake = "00:00" if hour < 2 else f"{hour - 1:02d}:00"
        day = Day.of(date=date, wake=wake, sleep="16:00", runs=[run], lifts=[lift])
        events = events_of(plan_day(athlete, day, menu=False))
        spans = [
            (event["CATEGORIES"].cats[1], *(event[key].dt.astimezone(dt.UTC) for key in KEYS))
            for event in events
        ]
        sessions = [span for span in spans if span[0] in {"run", "lift"}]
        lengths = {kind: (end - begin).total_seconds() / 60.0 for kind, begin, end in sessions}
        assert lengths == {"run": 120.0, "lift": 40.0}
        for _, begin, end in spans:
            assert begin < end
        for kind, begin, end in spans:
            if kind in {"run", "lift", "during"}:
                continue
            for _, first, last in sessions:
                assert end <= first or begin >= last, (kind, begin, end)
        (_, run_start, run_end), (_, lift_start, _) = sessions
        assert lift_start >= run_end
        (before,) = [span for span in spans if span[0] == "before" and span[1] < run_start][-1:]
        assert dt.timedelta(0) < run_start - before[1] <= dt.timedelta(minutes=150)


KEYS = ("DTSTART", "DTEND")


class TestTimezone:
    """The zone that a calendar without a table of zones reads."""

    @pytest.mark.parametrize("zone", [*ZONES, "UTC"])
    @pytest.mark.parametrize("date", ["1900-01-01", "2026-03-29", "2026-11-26", "2199-12-31"])
    def test_tells_every_hour_of_the_day_right(self, zone, date):
        """Another library reads from it alone the offset that the table of zones has."""
        day = dt.date.fromisoformat(date)
        plan = zoned("rest-day", zone, date=day)
        read = tzical(io.StringIO(written(plan, Look()))).get(zone)
        midnight = dt.datetime.combine(day, dt.time(), dt.UTC)
        for hour in range(-24, 49):
            moment = midnight + dt.timedelta(hours=hour)
            wanted = moment.astimezone(ZoneInfo(zone))
            assert wanted.replace(tzinfo=read).utcoffset() == wanted.utcoffset(), moment

    @pytest.mark.parametrize("zone", ZONES)
    def test_stands_before_the_events(self, zone):
        """There is one zone, it is the athlete's, and every event names it."""
        calendar = calendar_of(zoned("plain", zone))
        assert [part.name for part in calendar.subcomponents[:2]] == ["VTIMEZONE", "VEVENT"]
        assert calendar.subcomponents[0]["TZID"] == zone
        assert calendar.get_missing_tzids() == set()
        for event in calendar.walk("VEVENT"):
            assert event["DTSTART"].params["TZID"] == zone
            assert wall(event["DTSTART"].dt) in {
                f"{one.start:%H:%M}" for one in planned("plain").timeline
            }

    def test_is_told_by_the_clock_before_the_change(self):
        """The change of 2026-03-29 is at 02:00 by winter time, that of 10-25 at 03:00 by summer."""
        zone = calendar_of(zoned()).walk("VTIMEZONE")[0]
        onsets = {
            (part.name, f"{part['DTSTART'].dt:%Y-%m-%d %H:%M}", part["TZOFFSETFROM"].td)
            for part in zone.subcomponents
        }
        hour = dt.timedelta(hours=1)
        assert ("DAYLIGHT", "2026-03-29 02:00", hour) in onsets
        assert ("STANDARD", "2026-10-25 03:00", 2 * hour) in onsets

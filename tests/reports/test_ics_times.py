"""When the events of a calendar are, on every clock and in every zone."""

import datetime as dt
import io
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from guides import planned
from ics_file import calendar_of, events_of, wall, written, zoned

from fuelcalc import Athlete, Day, plan_day
from fuelcalc.models.timeline import Entry
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

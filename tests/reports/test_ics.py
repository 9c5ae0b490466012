"""The clock as a calendar, read back by the library and by a second reader of time zones."""

import datetime as dt
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from guides import GUIDES, NO_CLOCK, planned
from icalendar import Calendar
from ics_file import events_of, wall, written, zoned

from fuelcalc import Athlete, Day, InputError, plan_day, render
from fuelcalc.reports.day.clock import clock_lines
from fuelcalc.reports.look import Look

TIMED = [name for name in GUIDES if name not in NO_CLOCK]
SESSIONS = {"run", "lift", "other"}


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

"""Calendars: what is planned and what was done, once or again and again."""

import datetime as dt
import tomllib

import pytest

from fuelcalc.importers.activities.event_text import EventText
from fuelcalc.importers.activities.into_plan import into_plan
from fuelcalc.importers.activities.plan_sessions import plan_session
from fuelcalc.reports.imports import what_text


def calendar(*events, head=""):
    """A calendar of events, each its lines."""
    body = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{body}END:VCALENDAR\n"


PLANNED = """UID:UPCOMING_PLAN_WORKOUT-1
DTSTART:20261120
SUMMARY:🏃 1km Repeats • 6.5km
DESCRIPTION:Intervals • 6.5km • 45m - 50m\\n\\n2km warm up
X-WORKOUT-ESTIMATED-DURATION:2850"""
DONE = """UID:COMPLETED_PLAN_WORKOUT-2
DTSTART:20261120T064500
DTEND:20261120T071800
SUMMARY:🏃 Easy Run
DESCRIPTION:Distance: 3.26km\\nTime: 28:37"""
WEEKLY = """UID:gym
DTSTART;TZID=Europe/Berlin:20261020T180000
DTEND;TZID=Europe/Berlin:20261020T190000
RRULE:FREQ=WEEKLY;BYDAY=TU{rule}
EXDATE;TZID=Europe/Berlin:20261103T180000
SUMMARY:Gym"""
MOVED = """UID:gym
RECURRENCE-ID;TZID=Europe/Berlin:20261027T180000
DTSTART;TZID=Europe/Berlin:20261028T190000
DTEND;TZID=Europe/Berlin:20261028T200000
SUMMARY:Gym"""


def told(found):
    """Each session in short."""
    return [(each.start, each.kind, each.distance_km, each.timer_min, each.planned)
            for each in found.sessions]  # fmt: skip


def test_reads_what_is_planned_and_what_was_done(read):
    """All-day is a day without a start; what says how long it took was done."""
    assert told(read({"a.ics": calendar(PLANNED)})) == [("2026-11-20", "run", 6.5, 47.5, True)]
    assert told(read({"a.ics": calendar(DONE)})) == [
        ("2026-11-20T06:45", "run", 3.26, pytest.approx(1717 / 60), False)
    ]


def test_lets_what_was_done_replace_the_plan(read):
    """On the same day and of the same sport only what was done is left."""
    assert [each[-1] for each in told(read({"a.ics": calendar(PLANNED, DONE)}))] == [False]
    lift = PLANNED.replace("🏃 1km Repeats • 6.5km", "🏋️ Loading Up • 55m - 65m")
    assert [each[1] for each in told(read({"a.ics": calendar(lift, DONE)}))] == ["lift", "run"]


def test_repeats_as_its_rule_says(read):
    """Each Tuesday at six, over the end of summer time; one left out, one moved."""
    repeats = (dt.date(2026, 10, 1), dt.date(2026, 11, 11))
    text = calendar(WEEKLY.format(rule=""), MOVED)
    assert [each[0] for each in told(read({"a.ics": text}, repeats=repeats))] == [
        "2026-10-20T18:00",
        "2026-10-28T19:00",
        "2026-11-10T18:00",
    ]


@pytest.mark.parametrize(
    ("rule", "n"),
    [(";COUNT=2", 2), (";UNTIL=20261112T000000Z", 3), ("", 400), (";COUNT=999999", 400)],
)
def test_repeats_no_longer_than_it_says(read, rule, n):
    """By count, by end, and never more than 400 times."""
    found = read({"a.ics": calendar(WEEKLY.format(rule=rule))})
    assert len(found.sessions) == n


@pytest.mark.parametrize(
    "rule",
    ["FREQ=SECONDLY", "FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;INTERVAL=0"],
)
def test_refuses_rules_that_are_none(read, rule):
    """One that would never end, or cannot be, is a line."""
    event = f"DTSTART:20261120T180000\nRRULE:{rule}\nDURATION:PT1H\nSUMMARY:Gym"
    found = read({"a.ics": calendar(event)})
    assert found.sessions == ()
    assert len(found.refused) == 1


def test_names_what_is_no_training_and_what_is_broken(read):
    """A dentist is counted and passed over, an event without a date too."""
    dentist = "DTSTART:20261123T080000Z\nDTEND:20261123T090000Z\nSUMMARY:Dentist"
    broken = "DTSTART;20220302\nSUMMARY:Run 5k"
    found = read({"a.ics": calendar(dentist, broken, "DTSTART:20261124\nSUMMARY:Easy run")})
    assert found.sessions == ()
    assert [each.why for each in found.refused] == [
        "no distance and no time; write one into its title: Easy run",
        "events without a date that can be read: 1",
        "events that are no training: 1",
    ]


@pytest.mark.parametrize(
    ("head", "zone", "start"),
    [
        ("", "Europe/Berlin", "2026-11-20T09:00"),
        ("X-WR-TIMEZONE:America/New_York\n", "Europe/Berlin", "2026-11-20T03:00"),
        ("X-WR-TIMEZONE:Middle/Earth\n", None, "2026-11-20T08:00"),
    ],
)
def test_reads_moments_of_greenwich_by_the_zone_of_the_calendar(read, head, zone, start):
    """The calendar's own zone, else the athlete's, else as it is written."""
    event = "UID:1\nDTSTART:20261120T080000Z\nDTEND:20261120T090000Z\nSUMMARY:Long run"
    found = read({"a.ics": calendar(event, head=head)}, time_zone=zone)
    assert [(each[0], each[3]) for each in told(found)] == [(start, 60.0)]


@pytest.mark.parametrize(
    ("title", "text", "parts"),
    [
        ("Recovery 6 mi a.m. 4 mi p.m.", "", [("running", 9.656, None), ("running", 6.437, None)]),
        ("Run - 2 miles", "", [("running", 3.219, None)]),
        ("Run: Easy", "Planned Time: 1:00", [("running", None, 60.0)]),
        ("Long Run", "Moving Time: 1:35:24\nDistance: 15.2 km", [("running", 15.2, 95.4)]),
        ("Bike ride 90 min", "", [("cycling", None, 90.0)]),
        ("Upper body 1h 15", "", [("strength", None, 75.0)]),
        ("6x800m intervals, 10 km in all", "", [("running", 10.0, None)]),
        ("12k", "", [("running", 12.0, None)]),
        ("6x800m", "", [("running", None, None)]),
        ("4x100m swim", "", [("swimming", None, None)]),
        ("2x15 min talks", "", []),
        ("2x15 min", "", []),
        ("5x5", "", []),
        ("5 x 1 km hills with Sam", "", [("running", None, None)]),
        ("Intervals: 5 x 1 km rec 2 min jog • 12 km", "", [("running", 12.0, None)]),
        ("Rest day, no 5k", "", []),
        ("Team meeting", "5 km away", []),
    ],
)
def test_reads_the_words_of_an_event(title, text, parts):
    """Sport, distance and time as people and coaching apps write them."""
    found = [
        (part.sport, part.distance_km and round(part.distance_km, 3), part.duration_min)
        for part in EventText(title, text).sessions
    ]
    assert found == [
        (sport, km, None if minutes is None else pytest.approx(minutes))
        for sport, km, minutes in parts
    ]


@pytest.mark.parametrize(
    ("title", "text", "effort"),
    [
        ("Tempo Run 9 km", "", "tempo"),
        ("Tempo: 9 km tempo", "", "tempo"),
        ("Long run 19 km", "", "long"),
        ("Easy long run 19 km", "", "long"),
        ("Recovery jog 6 km", "", "recovery"),
        ("Intervals 6x800m (8 km)", "", "intervals"),
        ("🏃 1km Repeats • 6.5km", "", "intervals"),
        ("Threshold run 9 km", "", "tempo"),
        ("Run 9 km", "Steady • 9km", "steady"),
        ("Marathon race", "42.2 km", "race"),
        ("🏃 Half Marathon", "21.1 km", "race"),
        ("Race: 10 km, easy jog home", "", "race"),
        ("Easy run 5 km, race tomorrow", "", "easy"),
        ("Marathon training 12 km", "", None),
        ("Race pace 10 km", "", None),
        ("Run 5 km before the race", "Race week", None),
        ("Time trial 5 km", "", None),
        ("Run along the river 8 km", "", None),
        ("6 x 800m", "", "intervals"),
        ("6x800m", "Tempo, if the calf allows", "tempo"),
    ],
)
def test_keeps_how_hard_a_planned_run_is(only, title, text, effort):
    """The words that session text knows stand in the plan; a race only by its own word."""
    found = only({"a.ics": calendar(f"DTSTART:20261120\nSUMMARY:{title}\nDESCRIPTION:{text}")})
    assert plan_session(found).tree.get("effort") == effort


@pytest.mark.parametrize(
    ("title", "n"),
    [
        ("Run the quarterly numbers with Pete", 0),
        ("Lift passengers meeting", 0),
        ("Running late for standup", 0),
        ("Run the river loop 8 km", 1),
        ("Run the river loop 45 min", 1),
        ("Run the loop at 5:30/km", 1),
        ("Run the usual tempo loop", 1),
        ("🏃 Run the river loop", 1),
        ("Run with Sam", 1),
        ("Run: the river loop", 1),
        ("Lift heavy", 1),
        ("Run", 1),
    ],
)
def test_takes_no_meeting_for_training(read, title, n):
    """An hour that only begins with such a verb is a line; one word of training is enough."""
    event = f"DTSTART:20261120T180000\nDTEND:20261120T190000\nSUMMARY:{title}"
    found = read({"a.ics": calendar(event)})
    assert (len(found.sessions), len(found.refused)) == (n, 1 - n)
    assert all(title in each.why for each in found.refused)


@pytest.mark.parametrize(
    "plan",
    [
        "",
        (
            "[[days]]\ndate = 2026-11-20\n"
            '[[days.runs]] # fuelcalc import, planned: a.ics\ndistance = "3 km"\n'
        ),
    ],
)
@pytest.mark.parametrize(
    ("title", "n", "effort"),
    [("6x800m intervals", 6, "intervals"), ("Club • 6x800m intervals", 6, "intervals"),
     ("6x800m", 6, "intervals"), ("Club: 5 x 1 km rec 2 min jog", 5, "intervals"),
     ("Marathon race", 0, "race"), ("Marathon", 0, "race")],
)  # fmt: skip
def test_reads_a_title_as_session_text(only, plan, title, n, effort):
    """A title that says neither distance nor time but repeats or a race stands in the plan so."""
    found = only({"a.ics": calendar(f"DTSTART:20261120\nSUMMARY:{title}")})
    day = tomllib.loads(into_plan(plan, [found]).text)["days"][0]["runs"][-1]
    assert (sum(each["repeat"] for each in day.get("segments", [])), day["effort"]) == (n, effort)


@pytest.mark.parametrize(
    ("title", "minutes", "text"),
    [
        ("6x800m", 60, "6x800m + 36 min easy"),
        ("Club: 5 x 1 km rec 2 min jog", 60, "5 x 1 km rec 2 min jog + 25 min easy"),
        ("6x800m rec 400m jog", 60, "6x800m rec 400m jog + 24 min easy"),
        ("2 km + 6x800m + 2 km", 60, "2 km + 6x800m + 2 km + 16 min easy"),
        ("6x800m tempo", 29, "6x800m tempo + 5 min easy"),
        ("6x800m", 28, "6x800m"),
        ("6x800m", 10, "6x800m"),
    ],
)
def test_fills_the_time_of_repeats_with_easy_running(only, title, minutes, text):
    """An hour with repeats is no hour of them: what they leave at about 5:00 /km is easy."""
    hours, rest = divmod(minutes, 60)
    end = f"20261120T{18 + hours}{rest:02d}00"
    event = f"DTSTART:20261120T180000\nDTEND:{end}\nSUMMARY:{title}"
    found = only({"a.ics": calendar(event)})
    assert (found.text, found.timer_min) == (text, None)
    last = plan_session(found).record.segments[-1]
    assert (last.effort == "easy") is ("easy" in text)


def test_keeps_a_distance_or_a_time_that_was_done(read):
    """Repeats beside a distance of the whole, and those that were done, are what they say."""
    far = "DTSTART:20261120T180000\nDTEND:20261120T190000\nSUMMARY:10 km: 6x800m"
    done = "DTSTART:20261121T180000\nSUMMARY:6x800m\nDESCRIPTION:Time: 58:00"
    found = read({"a.ics": calendar(far, done)}).sessions
    assert [(each.distance_km, each.timer_min, each.text) for each in found] == [
        (10.0, None, None), (None, 58.0, None),
    ]  # fmt: skip


SLOTS = [
    # Who keeps an hour free for a half marathon does not run it in one.
    ("Half marathon", 60, 21.0975, None, "half marathon race"),
    ("Marathon", 300, 42.195, None, "marathon race"),
    ("Half marathon race Berlin", 90, 21.0975, None, "half marathon race"),
    ("Race: half marathon", 60, 21.0975, None, "half marathon race"),
    ("Halbmarathon", 60, 21.0975, None, "half marathon race"),
    ("Semi-marathon", 60, 21.0975, None, "half marathon race"),
    ("Media maratón", 60, 21.0975, None, "half marathon race"),
    ("Maratona", 300, 42.195, None, "marathon race"),
    ("Parkrun", 60, 5.0, None, "parkrun race"),
    ("Junior parkrun", 60, 2.0, None, "2 km race"),
    ("Bushy parkrun", 60, 5.0, None, None),
    ("10k race", 60, 10.0, None, None),
    ("5 mi tempo", 60, 8.04672, None, None),
    ("5 km easy", 60, 5.0, None, None),
    ("Long run 30 km", 60, 30.0, None, None),
    ("Marathon in 3:30:00", 300, None, None, "marathon in 3:30:00"),
    # A time that the words say stands beside the distance.
    ("10 km easy 55 min", 90, 10.0, 55.0, None),
    ("Half marathon race 105 min", 180, 21.0975, 105.0, None),
    # Where they say none, or one of a part, the slot is all that is known.
    ("Easy run", 60, None, 60.0, None),
    ("Marathon training", 60, None, 60.0, None),
    ("Marathon race briefing", 60, None, 60.0, None),
    ("Marathon race week", 60, None, 60.0, None),
    ("Marathon relay race", 60, None, 60.0, None),
    ("Tempo, half marathon pace", 60, None, 60.0, None),
    ("Long run with parkrun", 120, None, 120.0, None),
    ("Volunteer at parkrun", 60, None, 60.0, None),
    # Of a ride the minutes count.
    ("Bike ride 30 km", 60, 30.0, 60.0, None),
]


@pytest.mark.parametrize(("title", "slot", "km", "minutes", "text"), SLOTS)
def test_takes_no_slot_for_the_time_of_a_distance(only, *, title, slot, km, minutes, text):
    """Words that say how far a run is beat the length of their event, which is kept for more."""
    event = f"DTSTART:20261120T090000\nDURATION:PT{slot}M\nSUMMARY:{title}"
    found = only({"a.ics": calendar(event)})
    assert (found.distance_km, found.timer_min, found.text) == (
        km if km is None else pytest.approx(km), minutes, text,
    )  # fmt: skip
    planned = plan_session(found).record
    if km is not None and found.kind == "run":
        assert planned.distance_km == pytest.approx(km, abs=0.001)


def test_keeps_the_time_of_a_coach_and_of_what_was_done(read):
    """An app's own estimate is no slot, nor is the length of a run that is over."""
    coach = "DTSTART:20261120\nSUMMARY:Half marathon\nX-WORKOUT-ESTIMATED-DURATION:6600"
    done = (
        "UID:COMPLETED_1\nDTSTART:20261121T090000\nDURATION:PT50M\nSUMMARY:Run 10 km\n"
        "DESCRIPTION:2 km warm up"
    )
    race = "DTSTART:20261122T090000\nSUMMARY:Half marathon\nDESCRIPTION:Time: 1:45:00"
    warm = "DTSTART:20261123\nSUMMARY:Half marathon\nDESCRIPTION:2 km warm up"
    found = read({"a.ics": calendar(coach, done, race, warm)}).sessions
    assert [(each.distance_km, each.timer_min, each.planned) for each in found] == [
        (21.0975, 110.0, True), (10.0, 50.0, False), (21.0975, 105.0, False),
        (21.0975, None, True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "said"),
    [("Half marathon", "planned run, half marathon race"), ("10k race", "planned run, race"),
     ("Easy run", "planned run, easy"), ("Run", "planned run")],
)  # fmt: skip
def test_says_how_hard_a_planned_run_is(only, title, said):
    """A line of an import shows what the words were taken for."""
    event = f"DTSTART:20261120T090000\nDURATION:PT60M\nSUMMARY:{title}"
    assert what_text(only({"a.ics": calendar(event)})) == said

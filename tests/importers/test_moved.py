"""What a calendar moves leaves no old copy in a plan, and nothing else is touched."""

import datetime as dt

import pytest
from test_calendars import WEEKLY, calendar
from test_into_plan import HEAD, runs_of
from tracks import gpx, run_points

from fuelcalc.importers.activities.into_plan import into_plan
from fuelcalc.importers.activities.mark import events, marks

READ = (dt.date(2026, 10, 19), dt.date(2026, 11, 15))
EVENT = "UID:one\nDTSTART:202611{day}{more}\nSUMMARY:{title}"


def easy(day, more="", title="Easy run 8 km"):
    """An event of a calendar."""
    return calendar(EVENT.format(day=day, more=more, title=title))


@pytest.fixture
def plan(read):
    """Put a calendar, and what else was found, into a plan file."""

    def put(text, content, *others, repeats=READ):
        found = read({"plan.ics": content}, repeats=repeats)
        return into_plan(text, [*found.sessions, *others], repeats=repeats)

    return put


def test_leaves_no_copy_on_the_day_that_an_event_moved_from(plan):
    """Forth and back, with a hand's own session beside it, and nothing when read again."""
    hand = HEAD + "[[days]]\ndate = 2026-11-20\nlifts = [\n  '60min 18:00', # evening\n]\n"
    first = plan(hand, easy("20", "T063000"))
    moved = plan(first.text, easy("22", "T063000"))
    assert [(day.day, km) for day, _, km in runs_of(moved.text)] == [(22, 8.0)]
    assert moved.changes[-1] == "2026-11-20: what was planned there is on 2026-11-22 by now"
    assert "# evening" in moved.text
    assert plan(moved.text, easy("22", "T063000")).changes == ()
    back = plan(moved.text, easy("20", "T063000"))
    assert [(day.day, km) for day, _, km in runs_of(back.text)] == [(20, 8.0)]


def test_moves_within_a_day_and_out_of_tables(plan):
    """A later start on the same day is one session; a list of tables gives it up as well."""
    first = plan(HEAD, easy("20", "T063000"))
    later = plan(first.text, easy("20", "T180000"))
    assert [(day.day, start.hour) for day, start, _ in runs_of(later.text)] == [(20, 18)]
    tables = (
        f"{HEAD}[[days]]\ndate = 2026-11-20\n"
        "[[days.runs]] # fuelcalc import, planned: old.ics\ndistance = '4 km'\n"
    )
    table = plan(tables, easy("20", "T063000"))
    assert "[[days.runs]] # fuelcalc import, planned: plan.ics (event " in table.text
    assert [day.day for day, _, _ in runs_of(plan(table.text, easy("22")).text)] == [22]


def test_keeps_what_somebody_made_their_own(plan):
    """Without its comment, or with a word behind it, it is by hand and stays."""
    first = plan(HEAD, easy("20")).text
    assert "(event " in first
    for own in (
        first.replace("(event ", "(my "),
        first.replace(" # fuelcalc import, planned", " #"),
    ):
        assert len(runs_of(plan(own, easy("22")).text)) == 2


def test_leaves_other_events_and_what_is_not_read(plan):
    """An event that the calendar does not hold any more is not known to have moved."""
    first = plan(HEAD, easy("20"))
    other = EVENT.format(day="22", more="", title="Long run 20 km").replace("one", "two")
    assert len(runs_of(plan(first.text, calendar(other)).text)) == 2


def test_joins_an_event_with_the_run_that_was_its(read):
    """Of calendar and watch only the run is left, and it remembers the event."""
    found = read({"plan.ics": easy("20"), "run.gpx": gpx(run_points(5000, 1500))}, repeats=READ)
    assert [(each.planned, each.event) for each in found.sessions] == [(False, "one")]
    before = into_plan(HEAD, read({"plan.ics": easy("18")}).sessions)
    after = into_plan(before.text, found.sessions)
    assert [(day.day, km) for day, _, km in runs_of(after.text)] == [
        (20, pytest.approx(5.0, rel=0.01))
    ]


def test_moves_a_series_from_today_on(plan):
    """What repeats on another weekday leaves the days that were read; the days before stay."""
    first = plan(HEAD, calendar(WEEKLY.format(rule="")))
    lifts = first.text.count("lifts = [")
    assert lifts == 3
    wednesday = (
        WEEKLY.format(rule="").replace("BYDAY=TU", "BYDAY=WE").replace("20261020", "20261021")
    )
    now = (dt.date(2026, 10, 26), dt.date(2026, 11, 15))
    moved = plan(first.text, calendar(wednesday), repeats=now)
    taken = [each for each in moved.changes if "by now" in each]
    assert [each[:10] for each in taken] == ["2026-10-27", "2026-11-10"]
    assert taken[0].endswith("there is on 2026-10-28 and other days by now")
    assert plan(moved.text, calendar(wednesday), repeats=now).changes == ()
    # Where nobody says what was read, a series is left alone.
    found = into_plan(first.text, [])
    assert found.changes == ()


def test_reads_its_own_marks():
    """A mark is whole or none, and only a planned one has an event."""
    import tomlkit

    text = (
        "runs = [\n"
        "  '5 km', # fuelcalc import, planned: a.ics (event 0123abcd)\n"
        "  '6 km', # fuelcalc import: a.ics (event 0123abcd)\n"
        "  '7 km', # fuelcalc import, planned: a.ics\n"
        "]\n"
    )
    runs = tomlkit.parse(text)["runs"]
    assert marks(runs) == {0: "planned", 1: "imported", 2: "planned"}
    assert events(runs) == {0: "0123abcd"}

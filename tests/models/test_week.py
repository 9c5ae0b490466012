"""Days that repeat: read from a plan file, and found by their dates."""

import datetime as dt
import io

import pytest

from fuelcalc import Calendar, Day, InputError, read_plan
from fuelcalc.models.week import Week, monday_of

PERSON = '[athlete]\nsex = "male"\nage = 30\nmass = "70 kg"\nheight = "175 cm"\n'
MONDAY = dt.date(2026, 11, 23)
REST = Day()
TUESDAY = Day.of(runs=["8 km easy 06:30"])
SEVEN = (REST, TUESDAY, REST, REST, REST, REST, REST)


def read(text):
    """A plan of one person and what else stands in the file."""
    return read_plan(io.BytesIO((PERSON + text).encode()))


def test_reads_days_that_repeat():
    """A weekday is a table of a day; those that are left out are rest days."""
    plan = read('[week.tuesday]\nruns = ["8 km easy 06:30"]\nwake = 05:30:00\n')
    assert [len(day.runs) for day in plan.week.days] == [0, 1, 0, 0, 0, 0, 0]
    assert plan.week.tuesday.wake == dt.time(5, 30)
    assert plan.has_sessions
    assert plan.is_rest(plan.week.days[0])


def test_has_no_days_without_a_weekday():
    """How energy is shared makes no week of rest days."""
    plan = read('[week]\nenergy = "smooth"\nrunning_days = 4\nlong_run = "30 %"\n')
    assert plan.week.days == ()
    assert (plan.week.energy, plan.week.running_days) == ("smooth", 4)
    assert plan.week.long_run_share == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[week.tusday]\n", 'week.tusday: unknown key; did you mean "tuesday"?'),
        ("[week]\nrunning_days = 9\n", "week.running_days: 9 is outside 1 to 7; check it"),
        (
            "[week.monday]\ndate = 2026-11-23\n",
            (
                "week.monday.date: 2026-11-23 is a date, and a day that repeats has none; leave it "
                "out, or write the day as [[days]]"
            ),
        ),
        (
            '[week.monday]\neaten = ["13:00 pizza 900 kcal"]\n',
            (
                "week.monday.eaten: is of one day, and this one repeats; write it in [[days]] "
                "with a date"
            ),
        ),
        (
            '[week]\nenergy = "even"\n',
            'week.energy: "even" is unknown; choose one of: match, smooth',
        ),
    ],
)
def test_refuses_in_one_line(text, line):
    """An unknown weekday, a date where none belongs, a word that is none."""
    with pytest.raises(InputError) as error:
        read(text)
    assert str(error.value) == line


def test_names_every_wrong_key():
    """A half-valid week is none, and each mistake in it is told."""
    with pytest.raises(InputError) as error:
        read('[week.monday]\nruns = ["30m easy"]\n[week.friday]\nliftz = []\n[week]\nx = 1\n')
    assert len(error.value.mistakes) == 3


def test_names_every_day_that_is_no_weekday():
    """Each date and each meal that is eaten already, in the order of the week."""
    day = {"date": "2026-11-23", "eaten": ["13:00 pizza 300 kcal"]}
    with pytest.raises(InputError) as error:
        Week.of(friday={"date": "2026-11-27"}, monday=day, sunday={})
    assert [one.argument for one in error.value.mistakes] == [
        "monday.date", "monday.eaten", "friday.date",
    ]  # fmt: skip


class TestCalendar:
    """Dates, and what stands for those that are not there."""

    @pytest.mark.parametrize("date", [MONDAY, dt.date(2024, 2, 29), dt.date(2027, 1, 3)])
    def test_has_a_day_for_every_date(self, date):
        """The one that repeats on its weekday, with the date."""
        found = Calendar(repeated=SEVEN).day_on(date)
        assert found.date == date
        assert found.runs == SEVEN[date.weekday()].runs

    def test_prefers_the_date(self):
        """[[days]] replace the weekday they fall on, for the neighbours too."""
        race = Day.of(date=MONDAY + dt.timedelta(days=1), runs=["marathon race 09:00"])
        calendar = Calendar(days=(race,), repeated=SEVEN)
        assert calendar.day_on(race.date) is race
        assert calendar.day_on(race.date + dt.timedelta(days=7)).runs == TUESDAY.runs
        monday = calendar.day_on(MONDAY)
        assert calendar.neighbours(monday)[1][0] is race
        assert race in calendar.week_of(monday)

    def test_wraps_round(self):
        """A week that repeats has neighbours on both sides of Sunday."""
        calendar = Calendar(repeated=SEVEN)
        past, coming = calendar.neighbours(calendar.day_on(MONDAY))
        assert (len(past), len(coming)) == (4, 2)
        assert coming[0].runs == TUESDAY.runs

    def test_has_the_week_of_a_date(self):
        """From Monday to Sunday, whichever day is asked for."""
        calendar = Calendar(repeated=SEVEN)
        for place in range(7):
            week = calendar.week_of(calendar.day_on(MONDAY + dt.timedelta(days=place)))
            assert week[0].date == MONDAY
            assert len(week) == 7

    def test_leaves_out_what_is_not_there(self):
        """Without days that repeat, a date that the plan does not have is no day."""
        days = tuple(Day(date=MONDAY + dt.timedelta(days=place)) for place in (0, 2))
        calendar = Calendar(days=days)
        assert calendar.days_from(MONDAY, 7) == days
        assert calendar.week_of(days[0]) == days

    def test_repeats_seven_days_or_none(self):
        """Three days that repeat are no week."""
        with pytest.raises(InputError, match="holds 3 days"):
            Calendar.of(repeated=SEVEN[:3])


@pytest.mark.parametrize(
    ("date", "monday"),
    [
        (MONDAY, MONDAY),
        (dt.date(2026, 11, 29), MONDAY),
        (dt.date(2027, 1, 1), dt.date(2026, 12, 28)),
    ],
)
def test_knows_the_monday(date, monday):
    """Weeks begin on Monday, across years too."""
    assert monday_of(date) == monday


def test_keeps_a_week_from_python():
    """Session text stands wherever a session may."""
    week = Week.of(sunday={"runs": ["16 km long 08:00"], "lifts": []})
    assert week.days[6].runs[0].effort == "long"

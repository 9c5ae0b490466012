"""Readings into a log: what is added, what stays, and what nobody should believe."""

import datetime as dt

import pytest

from fuelcalc.importers.activities.into_log import into_log
from fuelcalc.models.found import FoundDay
from fuelcalc.models.log import Log, LogDay

TODAY = dt.date(2026, 11, 26)
DAYS = [
    FoundDay(dt.date(2026, 11, 24), 70.306817, 2480.4),
    FoundDay(dt.date(2026, 11, 25), 70.5),
]


def log(*rows):
    """A log of rows: day of the month, mass, intake and source."""
    return Log(
        days=tuple(
            LogDay(date=dt.date(2026, 11, day), mass_kg=kg, intake_kcal=kcal, source=source)
            for day, kg, kcal, source in rows
        )
    )


def rows(made):
    """A log in short."""
    return [(day.date.day, day.mass_kg, day.intake_kcal, day.source) for day in made.log.days]


def whys(made):
    """What was left out, and when."""
    return [(each.where, each.why) for each in made.refused]


def test_adds_what_is_not_there_and_nothing_twice():
    """A mass to ten grams, an intake to a kilocalorie, and the second time nothing."""
    once = into_log(Log(), DAYS, today=TODAY)
    assert rows(once) == [(24, 70.31, 2480.0, "app"), (25, 70.5, None, None)]
    assert once.changes == (
        "Body mass of 2 days: 2026-11-24 to 2026-11-25.",
        "Intake of 1 day: 2026-11-24 to 2026-11-24.",
    )
    again = into_log(once.log, DAYS, today=TODAY)
    assert (again.log, again.changes, again.refused) == (once.log, (), ())


@pytest.mark.parametrize(
    ("have", "after", "left"),
    [
        ((24, 70.31, 2480.0, "weighed"), (24, 70.31, 2480.0, "weighed"), []),
        ((24, 70.35, 2480.0, None), (24, 70.35, 2480.0, None), []),
        ((24, 70.4, 2480.0, None), (24, 70.4, 2480.0, None), ["mass"]),
        ((24, 70.31, 2100.0, None), (24, 70.31, 2100.0, None), ["intake"]),
        ((24, 70.31, 2100.0, "weighed"), (24, 70.31, 2100.0, "weighed"), ["intake"]),
        ((24, 70.31, 2100.0, "app"), (24, 70.31, 2480.0, "app"), []),
        ((24, None, 2480.0, None), (24, 70.31, 2480.0, None), []),
        ((24, 70.31, None, None), (24, 70.31, 2480.0, "app"), []),
    ],
)
def test_keeps_what_stands_there(have, after, left):
    """By hand stays; what an app said before gives way to what it says now."""
    made = into_log(log(have), DAYS[:1], today=TODAY)
    assert rows(made) == [after]
    assert whys(made) == [
        ("2026-11-24", f"the log has another {name} of that day; it is kept") for name in left
    ]


@pytest.mark.parametrize(
    ("kg", "usual", "mass_kg", "is_taken"),
    [
        (91.0, 70.0, None, True),
        (91.1, 70.0, None, False),
        (49.0, 70.0, None, True),
        (48.9, 70.0, None, False),
        (91.1, None, 70.0, False),
        (91.1, 90.0, 70.0, True),
        (91.1, None, None, True),
    ],
)
def test_asks_where_a_mass_is_another_persons(kg, usual, mass_kg, is_taken):
    """Over 30 % from what the log, or else the athlete, weighs; with neither nobody knows."""
    before = Log() if usual is None else log((1, usual, None, None))
    made = into_log(before, [FoundDay(dt.date(2026, 11, 24), kg)], today=TODAY, mass_kg=mass_kg)
    assert (made.changes != ()) is is_taken
    assert all("is far from the usual" in why for _, why in whys(made))
    assert len(made.refused) == (not is_taken)


def test_leaves_out_a_day_that_is_not_over():
    """Of today the mass counts and the eating does not yet; tomorrow is none at all."""
    days = [FoundDay(TODAY, 70.0, 900.0), FoundDay(TODAY + dt.timedelta(days=1), 70.0)]
    made = into_log(Log(), days, today=TODAY)
    assert rows(made) == [(26, 70.0, None, None)]
    assert whys(made) == [
        ("2026-11-26", "eating is not over today"), ("2026-11-27", "is still to come"),
    ]  # fmt: skip


def test_names_the_file_that_holds_what_is_left_out():
    """Days of two files stand in two lines; what the log has instead is the log's."""
    later = [TODAY + dt.timedelta(days=n) for n in (1, 2)]
    days = [FoundDay(date, 70.0, None, f"{date.day}.csv") for date in later]
    other = FoundDay(dt.date(2026, 11, 24), 71.0, None, "a.csv")
    made = into_log(log((24, 70.0, None, None)), [other, *days], today=TODAY)
    assert [(each.file, each.where) for each in made.refused] == [
        ("", "2026-11-24"), ("27.csv", "2026-11-27"), ("28.csv", "2026-11-28"),
    ]  # fmt: skip


def test_says_in_a_line_what_is_left_out_for_one_reason():
    """Of many days three are named; what no log holds is said by its limit."""
    have = log(*((day, 70.0, None, None) for day in range(1, 6)))
    days = [FoundDay(dt.date(2026, 11, day), 71.0) for day in range(1, 6)]
    made = into_log(have, [*days, FoundDay(dt.date(2026, 11, 9), None, 20_001.0)], today=TODAY)
    assert [where for where, _ in whys(made)] == [
        "2026-11-01, 2026-11-02, 2026-11-03 and 2 more", "2026-11-09",
    ]  # fmt: skip
    assert "20" in made.refused[1].why
    assert made.log == have

"""A day: when it starts and ends, how warm it is, what is trained."""

import datetime as dt

import pytest
from readings import refusal

from fuelcalc.errors import InputError
from fuelcalc.models.day import Day
from fuelcalc.models.sessions import Run


def test_may_be_empty():
    """A day of rest without a date is a day."""
    assert Day.of() == Day()


def test_reads_the_clock_as_text_or_times():
    """TOML has times of its own; JSON has text."""
    times = Day.of(wake=dt.time(6), sleep=dt.time(22, 30), date=dt.date(2026, 11, 26))
    assert Day.of(wake="06:00", sleep="10:30 pm", date="2026-11-26") == times


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"wake": "6"}, 'wake: "6" is not a time of day;'),
        ({"sleep": dt.time(22, tzinfo=dt.UTC)}, "sleep: a time of day has no time zone;"),
        ({"date": "26.11.2026"}, 'date: "26.11.2026" is not a date; write it as year-month-day'),
        ({"date": "2026-02-30"}, 'date: "2026-02-30" is not a date;'),
        ({"date": "1899-12-31"}, "date: 1899-12-31 is outside 1900-01-01 to 2199-12-31;"),
        ({"date": "2200-01-01"}, "date: 2200-01-01 is outside"),
        ({"temperature": 12}, 'temperature: 12 has no unit; write "12 °C"'),
        ({"temperature": "200 F"}, 'temperature: "200 F" is 93.33 °C, outside -40 to 50 °C'),
        ({"temperature": "-40.1 °C"}, "temperature: -40.1 °C is outside"),
        ({"runs": "10 km easy"}, 'runs: "10 km easy" is not a list;'),
        ({"run": []}, 'run: unknown key; did you mean "runs"?'),
    ],
)
def test_refuses_what_is_no_day(values, line):
    """Each mistake is answered under its key."""
    assert refusal(Day.of, **values).startswith(line)


@pytest.mark.parametrize("date", ["1900-01-01", "2199-12-31"])
def test_takes_the_first_and_the_last_date(date):
    """Three centuries of days."""
    assert Day.of(date=date).date == dt.date.fromisoformat(date)


@pytest.mark.parametrize("key", ["runs", "lifts", "other"])
def test_takes_six_sessions_of_a_kind(key):
    """The seventh is one too many."""
    session = {"runs": {"distance": "1 km"}, "lifts": {"duration": "1 h"}}.get(
        key, {"duration": "1 h", "met": 5}
    )
    assert len(getattr(Day.of(**{key: [session] * 6}), key)) == 6
    assert refusal(Day.of, **{key: [session] * 7}) == f"{key}: 7 items, the most is 6"


def test_keeps_the_sessions_in_order():
    """Sessions stand as they were written; the clock sorts them later."""
    runs = Day.of(runs=[{"distance": "1 km"}, Run(distance_km=2.0)]).runs
    assert [run.distance_km for run in runs] == [1.0, 2.0]


@pytest.mark.parametrize(
    ("air", "message"),
    [
        ({"humidity": "140 %"}, "humidity: 140 % is outside 1 to 100 %"),
        ({"humidity": "0.5 %"}, "humidity: 0.5 % is outside 1 to 100 %"),
        ({"dew_point": "36 °C"}, "dew_point: 36 °C is outside -50 to 35 °C"),
        ({"humidity": "50 %", "dew_point": "10 °C"}, "says the same as humidity; keep one"),
        ({"temperature": "20 °C", "dew_point": "21 °C"}, "21 °C, above the air at 20 °C"),
    ],
)
def test_f13_refuses_air_that_cannot_be(air, message):
    """Each in one line that names the key."""
    with pytest.raises(InputError) as caught:
        Day.of(**air)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_f13_takes_air_up_to_its_limits():
    """From 1 to 100 %, and a dew point as high as the air."""
    assert Day.of(humidity="1 %").humidity_share == 0.01
    assert Day.of(humidity="100 %", temperature="20 °C").humidity_share == 1.0
    assert Day.of(dew_point="20 °C", temperature="20 °C").dew_point_degc == 20.0
    assert Day.of(dew_point="20 °C").temperature_degc is None

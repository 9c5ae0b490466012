"""Times of day, however they are written."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.errors import InputError
from fuelcalc.units import parse_clock


@pytest.mark.parametrize(
    ("value", "hour", "minute"),
    [
        ("06:30", 6, 30),
        ("6:30", 6, 30),
        (" 6:30 ", 6, 30),
        ("6:30am", 6, 30),
        ("6:30 pm", 18, 30),
        ("6:30 P.M.", 18, 30),
        ("6am", 6, 0),
        ("12am", 0, 0),
        ("12pm", 12, 0),
        ("12:30 am", 0, 30),
        ("06:30:00", 6, 30),
        ("18.30", 18, 30),
        ("18h30", 18, 30),
        ("00:00", 0, 0),
        ("24:00", 0, 0),
        ("24.00", 0, 0),
        ("0630", 6, 30),
        ("1830", 18, 30),
        ("2400", 0, 0),
        ("630pm", 18, 30),
        ("1130 a.m.", 11, 30),
        ("noon", 12, 0),
        (" Midnight", 0, 0),
        ("6p", 18, 0),
        ("12:00a", 0, 0),
        ("630a", 6, 30),
        ("23:59", 23, 59),
        (dt.time(6, 30), 6, 30),
    ],
)
def test_reads_times_of_day(value, hour, minute):
    """Twelve and twenty-four hours, colon or dot; 12 am is midnight."""
    assert parse_clock(value, name="start") == dt.time(hour, minute)


def test_keeps_seconds():
    """A third part is seconds."""
    assert parse_clock("06:30:15", name="start") == dt.time(6, 30, 15)


@pytest.mark.parametrize(
    "value",
    [
        "25:00", "24:01", "24", "24:00pm", "24:00:01", "6:75", "13:00pm", "0am", "6", "630", "1860",
        "2500", "01830", "1330pm", "", "06:30:60", "6:3", "half six", "8h", "6 o'clock",
        "06:30\n07:30", "٠٦:٣٠", 6, 6.5, None, dt.date(2026, 1, 1),
    ],
)  # fmt: skip
def test_refuses_what_is_no_time_of_day(value):
    """The message is one line that names the argument and says what to write."""
    with pytest.raises(InputError) as caught:
        parse_clock(value, name="start")
    message = str(caught.value)
    assert message.startswith("start: ")
    assert message.endswith('is not a time of day; write "06:30" or "18:30" or "6:30 pm"')
    assert message.isprintable()


@given(time=st.times().map(lambda time: time.replace(microsecond=0)))
def test_reads_back_every_time(time):
    """A time as Python writes it is the time that is read, on either clock."""
    assert parse_clock(time.isoformat(), name="start") == time
    half_day = time.replace(second=0).strftime("%I:%M %p")
    assert parse_clock(half_day, name="start") == time.replace(second=0)


@given(text=st.text())
def test_survives_any_text(text):
    """Any text is a time or an InputError of one line."""
    try:
        assert isinstance(parse_clock(text, name="start"), dt.time)
    except InputError as error:
        assert len(str(error).splitlines()) == 1  # noqa: PT017


def test_reads_words_for_the_middle_of_day_and_night():
    """Noon and midnight are times; any other word is none."""
    assert parse_clock(" Noon", name="start") == dt.time(12)
    assert parse_clock("midday", name="start") == dt.time(12)
    assert parse_clock("midnight", name="start") == dt.time(0)
    with pytest.raises(InputError, match="is not a time of day"):
        parse_clock("dusk", name="start")


def test_takes_the_time_of_a_tables_timestamp():
    """One of pandas is a moment of its day; a date and time in a plan file says too much."""
    assert parse_clock(pd.Timestamp("2026-12-01 06:30"), name="start") == dt.time(6, 30)
    with pytest.raises(InputError, match="start: datetime is not a time of day"):
        parse_clock(dt.datetime(2026, 12, 1, 6, 30), name="start")  # noqa: DTZ001 - as TOML has it

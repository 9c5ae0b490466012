"""A log as a table that any spreadsheet writes."""

import datetime as dt
import io

import pytest

from fuelcalc import InputError, read_log
from fuelcalc.importers.log_file import identify, log_text, text_with_days
from fuelcalc.models.log import Log, LogDay

TABLE = """date,mass_kg,intake_kcal,source,mask,note
2026-11-24,71.4,2650,weighed,,
2026-11-25,,2480,app,illness,a cold
2026-11-26,71.2,,,,
"""
DAYS = (
    LogDay(date=dt.date(2026, 11, 24), mass_kg=71.4, intake_kcal=2650.0, source="weighed"),
    LogDay(
        date=dt.date(2026, 11, 25), intake_kcal=2480.0, source="app", mask="illness", note="a cold"
    ),
    LogDay(date=dt.date(2026, 11, 26), mass_kg=71.2),
)


def read(text):
    """A log from text."""
    return read_log(io.BytesIO(text.encode()))


def test_reads_a_table():
    """Each cell stands in its field, and an empty one is not known."""
    assert read(TABLE).days == DAYS


def test_reads_what_it_writes():
    """Written and read again it is the same."""
    assert log_text(Log(days=DAYS)) == TABLE
    assert read(log_text(Log(days=DAYS))).days == DAYS


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("date;mass_kg;intake_kcal\n2026-11-24;71,4;2650", id="semicolon-comma"),
        pytest.param("date;mass_kg;intake_kcal\n2026-11-24;71.4;2650\n", id="semicolon-point"),
        pytest.param("date\tmass_kg\tintake_kcal\n2026-11-24\t71,4\t2650\n", id="tab"),
        pytest.param("\ufeffDate,Mass kg,Intake kcal\r\n2026-11-24,71.4,2650\r\n", id="excel"),
        pytest.param("intake_kcal,date,mass_kg\n2650,2026-11-24,71.4\n", id="other-order"),
        pytest.param("date,mass,intake\n2026-11-24,71.4 kg,11087.6 kJ\n", id="units"),
        pytest.param("date,mass_kg,intake_kcal\n,,\n2026-11-24,71.4,2650\n", id="empty-row"),
    ],
)
def test_reads_it_as_spreadsheets_write_it(text):
    """However cells are parted and headed, the day is the same."""
    (day,) = read(text).days
    assert (day.date, day.mass_kg) == (dt.date(2026, 11, 24), 71.4)
    assert day.intake_kcal == pytest.approx(2650.0)


def test_reads_pounds_by_their_unit():
    """157 lb are 71.2 kg: a unit in the cell beats a guess."""
    (day,) = read("date,mass\n2026-11-24,157 lb\n").days
    assert day.mass_kg == pytest.approx(157.0 * 0.45359237)


def test_puts_days_in_order():
    """The newest may stand first."""
    rows = TABLE.splitlines()
    assert read("\n".join([rows[0], *reversed(rows[1:])])).days == DAYS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file is empty"),
        ("mass_kg,note\n71.4,x\n", "has no column date beside others; write the first row as date"),
        ("date\n2026-11-24\n", "has no column date beside others"),
        ("date,weight\n2026-11-24,71\n", '"weight" is no column of a log; columns are date'),
        ("date,mass_kg,mass_kg\n", '"mass_kg" stands there twice'),
        ("date,mass_kg\n24.11.2026,71.4\n", 'row 2.date: "24.11.2026" is not a date; write it as'),
        ("date,mass_kg\n2026-11-24,heavy\n", 'row 2.mass_kg: "heavy" is not a number; write 71.4'),
        ("date,intake_kcal\n2026-11-24,2650 kcal\n", '"2650 kcal" is not a number; write 2650'),
        ("date,mass_kg\n,71.4\n", "row 2.date: is missing; write 2026-11-26"),
        ("date,mass_kg\n2026-11-24,7.14\n", "row 2.mass_kg: 7.14 "),
        ("date,intake_kcal\n2026-11-24,-5\n", "row 2.intake_kcal: -5 "),
        ("date,mass_kg,mask\n2026-11-24,71.4,flu\n", 'row 2.mask: "flu" '),
        ("date,mass_kg\n2026-11-24,71\n2026-11-24,72\n", "2026-11-24 is there twice; keep one row"),
        ("date,mass_kg\n2026-11-24,a\n2026-11-25,b\n", "(and 1 more)"),
    ],
)
def test_refuses_in_one_line(text, said):
    """What cannot be read is told by its row, with what to write."""
    with pytest.raises(InputError) as caught:
        read(text)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_refuses_what_is_no_text():
    """A workbook is no table of text."""
    with pytest.raises(InputError, match="not a text file in UTF-8; is this the log file"):
        read_log(io.BytesIO(b"PK\x03\x04\xff\xfe"))


def test_refuses_what_is_too_large():
    """Over a megabyte, or over 20,000 days, is no log of a person."""
    with pytest.raises(InputError, match="over 1,000,000 bytes"):
        read_log(io.BytesIO(b"date,mass_kg\n" + b" " * 1_000_001))
    first = dt.date(1930, 1, 1)
    rows = "\n".join(f"{first + dt.timedelta(days=n)},71" for n in range(20_001))
    with pytest.raises(InputError, match="holds 20001 days, over 20000"):
        read(f"date,mass_kg\n{rows}\n")


def test_tells_a_log_from_other_files():
    """By its first row."""
    assert identify(TABLE.encode())
    assert identify(b"Date;Mass kg\n")
    assert not identify(b"[athlete]\ndate = 1")
    assert not identify(b"date,start,label\n")


class TestLog:
    """A log that grows."""

    def test_takes_another_day(self):
        """A day in between stands at its place."""
        log = Log(days=(DAYS[0], DAYS[2])).with_day(DAYS[1])
        assert log.days == DAYS

    def test_joins_what_is_said_of_a_day(self):
        """Mass in the morning and intake in the evening are one day."""
        morning = LogDay(date=dt.date(2026, 11, 24), mass_kg=71.4)
        evening = LogDay(date=dt.date(2026, 11, 24), intake_kcal=2650.0, source="weighed")
        assert Log(days=(morning,)).with_day(evening).days == DAYS[:1]

    def test_replaces_only_when_told(self):
        """Another mass of the same morning is asked about."""
        log, other = Log(days=DAYS), LogDay(date=dt.date(2026, 11, 24), mass_kg=72.0)
        with pytest.raises(InputError, match=r"has 71\.4 kg already; say --replace"):
            log.with_day(other)
        assert log.with_day(other, replaces=True).days[0].mass_kg == 72.0
        assert log.with_day(DAYS[0]) == log

    def test_holds_each_date_once_and_in_order(self):
        """Days of one's own making are checked too."""
        with pytest.raises(ValueError, match="is there twice"):
            Log(days=(DAYS[0], DAYS[0]))
        with pytest.raises(ValueError, match="in order, oldest first"):
            Log(days=(DAYS[1], DAYS[0]))
        assert Log().is_empty


@pytest.mark.parametrize(
    "dates",
    [(25, 24, 20), (20, 24, 25), (24, 20, 25), (24,), ()],
    ids=["falling", "rising", "mixed", "one", "none"],
)
def test_writes_several_days_as_one_after_the_other(dates):
    """Whatever the order of the rows, each day finds the place that it would find alone."""
    rows = "".join(f"2026-11-{day};71,4;mine\n" for day in dates)
    text = f"# a log\ndate;mass_kg;steps\n{rows}"
    days = [LogDay.of(date=f"2026-11-{day}", mass_kg=70.5) for day in (22, 19, 26, 24)]
    one_by_one = text
    for day in days:
        one_by_one = text_with_days(io.BytesIO(one_by_one.encode()), [day])
    assert text_with_days(io.BytesIO(text.encode()), days) == one_by_one

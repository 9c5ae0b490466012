"""Time zones go by their name in the IANA table."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from fuelcalc import Athlete, InputError

BODY = {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}


@pytest.mark.parametrize("name", ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC", None])
def test_takes_names_of_the_table(name):
    """A name of the table stays as it is; none is none."""
    assert Athlete.of(**BODY, time_zone=name).time_zone == name


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Europe/Berln", "Europe/Berlin"),
        ("america/new york", "America/New_York"),
        ("../etc/passwd", "Europe/Berlin"),
        ("", "Europe/Berlin"),
        ("/etc/localtime", "such as"),
        ("Europe", "such as"),
        ("localtime", "such as"),
        ("Factory", "such as"),
        ("posix/Europe/Berlin", "Europe/Berlin"),
        ("x" * 60, "Europe/Berlin"),
    ],
)
def test_proposes_the_nearest_name(name, near):
    """Any other text is an error in one line that says what to write."""
    with pytest.raises(InputError, match=r"time_zone: .* is no time zone; write one such as") as e:
        Athlete.of(**BODY, time_zone=name)
    assert near in str(e.value)
    assert "\n" not in str(e.value)


@pytest.mark.parametrize(
    ("name", "zone", "hours"),
    [
        ("GMT+1", "Etc/GMT-1", 1),
        ("UTC-5", "Etc/GMT+5", -5),
        ("+02:00", "Etc/GMT-2", 2),
        ("gmt + 10", "Etc/GMT-10", 10),
        ("UTC\u22123", "Etc/GMT+3", -3),
    ],
)
def test_proposes_a_zone_of_the_same_hours(name, zone, hours):
    """F60: what is proposed for hours from Greenwich is taken, and is those hours from it."""
    with pytest.raises(InputError, match="is no time zone") as error:
        Athlete.of(**BODY, time_zone=name)
    assert error.value.remedy == f"write {zone}, or a place such as Europe/Berlin"
    assert Athlete.of(**BODY, time_zone=zone)
    noon = dt.datetime(2026, 1, 15, 12, tzinfo=ZoneInfo(zone))
    assert noon.utcoffset() == dt.timedelta(hours=hours)


@pytest.mark.parametrize("name", ["UTC+5:30", "IST", "BST", "GMT+40", "AEDT", "UTC+15"])
def test_guesses_no_zone_of_letters_or_half_hours(name):
    """F60: hours that the table lacks and letters of several zones get a place as the example."""
    with pytest.raises(InputError, match="write one such as Europe/Berlin"):
        Athlete.of(**BODY, time_zone=name)

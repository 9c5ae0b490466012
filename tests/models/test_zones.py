"""Time zones go by their name in the IANA table."""

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

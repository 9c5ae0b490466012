"""A dish that is set for a feeding, as one line of text."""

import pytest

from fuelcalc.errors import InputError
from fuelcalc.models.day import Day
from fuelcalc.models.lock import lock_from_text


def test_reads_names_with_blanks():
    """What stands before the sign is the feeding, what stands behind it the dish."""
    read = lock_from_text(" before the run = toast with jam ")
    assert read == {"feeding": "before the run", "dish": "toast with jam"}


@pytest.mark.parametrize("text", ["dinner", "=lentil-bolognese", "dinner=", "dinner = "])
def test_refuses_half_a_lock(text):
    """A feeding without a dish, or a dish without a feeding, is told how to write both."""
    with pytest.raises(InputError) as caught:
        lock_from_text(text)
    assert str(caught.value).endswith('is not feeding=dish; write "dinner=Lentil bolognese"')


def test_refuses_a_date_in_a_day():
    """A lock in a day is that day's: a date of its own could contradict it."""
    with pytest.raises(InputError) as caught:
        Day.of(date="2026-11-26", lock=["2026-11-27 dinner=lentil-bolognese"])
    assert str(caught.value) == (
        'lock[1].feeding: "2026-11-27 dinner" has a date, and stands in a day; '
        "write it in the day it is for"
    )


def test_refuses_two_dishes_for_one_feeding():
    """Only one can be eaten, however the feeding is written; the same dish twice is one lock."""
    with pytest.raises(InputError) as caught:
        Day.of(lock=["dinner=lentil-bolognese", "Dinner=out"])
    assert str(caught.value) == 'lock: "Dinner" has two dishes, lentil-bolognese and out; keep one'
    assert len(Day.of(lock=["dinner=out", "dinner=out", "lunch=out"]).lock) == 3

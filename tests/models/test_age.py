"""The age of an athlete: in years or by a date of birth, counted on a day."""

import datetime as dt

import pytest
from readings import refusal

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete

BODY = {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}


class TestAge:
    """How old somebody is."""

    def test_is_the_age_given(self):
        """An age needs no date."""
        assert Athlete.of(**BODY).age_on(None) == 34.0

    def test_takes_either_an_age_or_a_birth_date(self):
        """Neither and both are errors."""
        line = "give either age = 34 or birth_date = 1992-05-01"
        assert refusal(Athlete.of, **{**BODY, "age": None}) == line
        assert refusal(Athlete.of, **BODY, birth_date="1992-05-01") == line

    @pytest.mark.parametrize(
        ("born", "day", "age"),
        [
            ("1992-05-01", dt.date(2026, 5, 1), 34.0),
            ("1992-05-01", dt.date(2026, 4, 30), 33 + 364 / 365),
            ("1992-05-01", dt.date(2026, 5, 2), 34 + 1 / 365),
            ("1992-02-29", dt.date(2026, 3, 1), 34.0),
            ("1992-02-29", dt.date(2028, 2, 29), 36.0),
            ("2012-05-01", dt.date(2026, 5, 1), 14.0),
            ("1936-05-01", dt.date(2026, 5, 1), 90.0),
        ],
    )
    def test_is_whole_on_every_birthday(self, born, day, age):
        """Years are counted from birthday to birthday, the 14th and the 90th included."""
        athlete = Athlete.of(**{**BODY, "age": None}, birth_date=born)
        assert athlete.age_on(day) == pytest.approx(age, abs=1e-12)

    @pytest.mark.parametrize("day", [dt.date(2026, 4, 30), dt.date(2102, 5, 2)])
    def test_refuses_an_age_outside_the_limits(self, day):
        """The day before the 14th birthday, and the day after the 90th."""
        athlete = Athlete.of(**{**BODY, "age": None}, birth_date="2012-05-01")
        with pytest.raises(InputError, match=r"^birth_date: 2012-05-01 gives an age of .* on"):
            athlete.age_on(day)

    def test_needs_a_date_to_count_to(self):
        """A birth date and a day without a date are no age."""
        athlete = Athlete.of(**{**BODY, "age": None}, birth_date="1992-05-01")
        with pytest.raises(InputError, match=r"^birth_date: the day has no date"):
            athlete.age_on(None)

    @pytest.mark.parametrize(("born", "is_taken"), [("1900-01-01", True), ("1899-12-31", False)])
    def test_takes_dates_of_this_age(self, born, is_taken):
        """Dates begin with 1900."""
        tree = {**BODY, "age": None, "birth_date": born}
        if is_taken:
            assert Athlete.of(**tree).birth_date == dt.date(1900, 1, 1)
        else:
            assert refusal(Athlete.of, **tree).startswith("birth_date: 1899-12-31 is outside")

"""What an error proposes is taken when it is typed (F60)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete, Goal, Race
from fuelcalc.models.day import Day
from fuelcalc.models.record import readings
from fuelcalc.models.sessions import Exercise, Lift, Other, Run, Segment

RECORDS = (Athlete, Goal, Race, Day, Run, Lift, Other, Exercise, Segment)
FIELDS = [(record, one) for record in RECORDS for one in readings(record) if one.unit is not None]
BODY = {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}


def remedy(record, **values):
    """What is proposed for a value that is refused."""
    with pytest.raises(InputError) as error:
        record.of(**values)
    return next(one.remedy for one in error.value.mistakes if one.argument in values)


def is_taken(record, reading, text):
    """Whether a text may stand in a field, whatever else is missing beside it."""
    try:
        record.of(**{reading.bare: text})
    except InputError as error:
        return all(one.argument != reading.bare for one in error.mistakes)
    return True


@pytest.mark.parametrize(("record", "reading"), FIELDS, ids=lambda one: getattr(one, "bare", None))
@given(number=st.one_of(st.integers(-20, 9000), st.floats(0, 400).map(lambda x: round(x, 1))))
def test_proposes_only_what_is_taken(record, reading, number):
    """A bare number is answered with amounts, each of which the same field takes."""
    if reading.unit in {"met", "y"}:
        return
    told = remedy(record, **{reading.bare: number})
    for text in re.findall(r'"([^"]+)"', told):
        assert is_taken(record, reading, text), (reading.bare, number, text)


@pytest.mark.parametrize(
    ("record", "values", "proposed"),
    [
        (Athlete, {"mass": 300}, 'write "300 lb"'),
        (Athlete, {"mass": 62}, 'write "62 kg" or "137 lb"'),
        (Athlete, {"mass": 700}, 'write "70 kg" or "154 lb"'),
        (Athlete, {"usual_intake": 8800}, 'write "8800 kJ" or "8800 kcal"'),
        (Athlete, {"usual_intake": 2100}, 'write "2100 kcal" or "8786 kJ"'),
        (Athlete, {"resting_energy": 6000}, 'write "6000 kJ/day"'),
        (Athlete, {"weekly_mileage": 500}, 'write "56 km/week" or "35 mi/week"'),
        (Athlete, {"height": 168}, 'write "168 cm"'),
        (Athlete, {"height": 1.68}, 'write "1.68 m"'),
        (Athlete, {"height": 5.6}, 'write "175 cm" or "5 ft 9 in"'),
        (Day, {"temperature": 80}, 'write "80 °F"'),
        (Goal, {"balance": 2000}, 'write "2000 kJ"'),
        (Goal, {"balance": 9000}, "write -1500 kcal to 1500 kcal"),
    ],
)
def test_proposes_what_was_probably_meant(record, values, proposed):
    """The same number in the other unit where only that can be; an example where neither can."""
    assert remedy(record, **values) == proposed

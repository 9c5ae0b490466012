"""Reading text, quantities and numbers into a model, and refusing what cannot be."""

import datetime as dt
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.errors import InputError, one_line
from fuelcalc.models.athlete import Athlete, Goal, Race
from fuelcalc.models.day import Day
from fuelcalc.models.plan import Plan
from fuelcalc.models.record import field_of, known_keys, readings
from fuelcalc.models.sessions import Exercise, Lift, Other, Run, Segment

BODY = {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}


def refusal(record, **values):
    """The one line that a model refuses values with."""
    with pytest.raises(InputError) as error:
        record.of(**values)
    line = str(error.value)
    assert line.isprintable()
    assert error.value.__cause__ is None
    return line


class TestNames:
    """Keys, and what becomes of two, of none and of strange ones."""

    def test_takes_a_bare_name_with_a_unit(self):
        """A bare name is an amount with its unit."""
        assert Athlete.of(**BODY).mass_kg == 62.0

    def test_takes_a_full_name_as_a_number(self):
        """A full name is a number in the unit that it ends with, whole numbers included."""
        athlete = Athlete.of(sex="male", age=30, mass_kg=70, height_cm=175.5)
        assert (athlete.mass_kg, athlete.height_cm) == (70.0, 175.5)
        assert isinstance(athlete.mass_kg, float)

    def test_takes_text_under_a_full_name_too(self):
        """Text under a full name still has to say its unit."""
        tree = {"sex": "male", "age": 30, "height_cm": 175.0}
        assert Athlete.of(**tree, mass_kg="70000 g").mass_kg == 70.0
        assert refusal(Athlete, **tree, mass_kg="70") == (
            'mass_kg: 70 has no unit; write "70 kg" or "154 lb"'
        )

    @pytest.mark.parametrize("number", [62, 62.0, "62"])
    def test_refuses_a_number_without_a_unit(self, number):
        """The error of a runner who forgets the unit says what to write."""
        assert refusal(Athlete, **{**BODY, "mass": number}) == (
            'mass: 62 has no unit; write "62 kg" or "137 lb"'
        )

    def test_refuses_both_names_of_one_field(self):
        """Both names given is an error that names both."""
        assert refusal(Athlete, **BODY, mass_kg=62.0) == (
            "mass: given twice, as mass and as mass_kg; keep one"
        )

    def test_refuses_two_ways_to_write_one_field(self):
        """A key that only reads differently counts as the same field."""
        line = refusal(Athlete, **BODY, mileage="56 km", weekly_mileage="56 km")
        assert line == "mileage: given twice, as mileage and as weekly_mileage; keep one"

    @pytest.mark.parametrize(
        ("key", "meant"),
        [
            ("mas", "mass"),
            ("weight", "mass"),
            ("wieght", "mass"),
            ("Gender", "sex"),
            ("heigth", "height"),
            ("height_m", "height"),
            ("bodyfat", "body_fat"),
            ("allergies", "avoid"),
            ("ma\x1bss", "mass"),
        ],
    )
    def test_suggests_the_nearest_key(self, key, meant):
        """An unknown key is answered with the known one that was probably meant."""
        line = refusal(Athlete, **BODY, **{key: "1"})
        assert line.endswith(f': unknown key; did you mean "{meant}"?')

    def test_lists_the_keys_when_none_is_near(self):
        """A key that is near to nothing is answered with all that are known."""
        assert refusal(Goal, colour="red") == (
            "colour: unknown key; known keys: aim, season, balance, protein, carbohydrate, fat"
        )

    def test_cuts_a_key_that_fills_the_line(self):
        """A huge key is shown by its beginning."""
        assert len(refusal(Goal, **{"k" * 10_000: 1})) < 200

    def test_refuses_a_key_that_is_no_text(self):
        """A key out of a Python dict may be anything; only text is one."""
        with pytest.raises(InputError, match=r"^3: unknown key"):
            Goal.from_tree({3: 4}, path="")
        with pytest.raises(InputError, match=r"^a tuple|^a list: unknown key"):
            Goal.from_tree({(): 4}, path="")

    def test_takes_the_name_of_its_own_argument_as_a_key(self):
        """A plan file with a key "cls" is refused like any other."""
        assert refusal(Goal, cls=1).startswith("cls: unknown key")

    def test_knows_the_field_of_each_key(self):
        """Each spelling of a field leads to the field; an unknown one to itself."""
        assert field_of(Athlete, "mass") == field_of(Athlete, "mass_kg") == "mass_kg"
        assert field_of(Athlete, "mileage") == "weekly_mileage_km"
        assert field_of(Athlete, "colour") == "colour"

    def test_lists_bare_names_once(self):
        """The known keys are what a plan file writes, without a unit."""
        keys = known_keys(Athlete)
        assert {"mass", "mileage", "weekly_mileage"} < set(keys)
        assert not any(key.endswith(("_kg", "_km")) for key in keys)
        assert len(keys) == len(set(keys))

    def test_reads_every_field(self):
        """There is one reading for each field, in their order."""
        assert [reading.name for reading in readings(Run)] == list(Run.model_fields)


class TestMissing:
    """What is not there."""

    def test_takes_nothing_as_not_given(self):
        """A null is as good as no key, and leaves room for the other name."""
        athlete = Athlete.of(**{**BODY, "mass": None}, mass_kg=62.0, mileage=None, caffeine=None)
        assert (athlete.mass_kg, athlete.weekly_mileage_km, athlete.caffeine) == (62.0, None, False)

    @pytest.mark.parametrize(
        ("record", "values", "line"),
        [
            (Athlete, {**BODY, "mass": None}, 'mass: missing; write "70 kg" or "154 lb"'),
            (Athlete, {**BODY, "sex": None}, "sex: missing; write one of: female, male"),
            (Exercise, {"reps": 3}, "sets: missing; write a whole number"),
            (Plan, {}, "athlete: missing; write athlete with sex, age, mass and height"),
        ],
    )
    def test_says_what_to_write_for_what_is_missing(self, record, values, line):
        """A required key that is missing is named, with an example."""
        assert refusal(record, **values) == line

    def test_keeps_zero(self):
        """Zero is a value, and not the same as nothing."""
        assert Athlete.of(**BODY, weekly_lifts=0, steps=0, mileage="0 km").weekly_mileage_km == 0.0


class TestWrongKinds:
    """Values of a type that the field is not made for."""

    @pytest.mark.parametrize(
        ("values", "line"),
        [
            ({"age": "forty"}, 'age: "forty" is not an age; write 34'),
            ({"weekly_lifts": "4"}, 'weekly_lifts: "4" is not a whole number;'),
            ({"age": True}, "age: true is not a number; write a number"),
            ({"age": -math.inf}, "age: -inf is not a finite number; write a number"),
            ({"steps": 7000.5}, "steps: 7000.5 is not a whole number; write a number such as 3"),
            ({"caffeine": "no"}, 'caffeine: "no" is not true or false; write true or false'),
            ({"caffeine": 0}, "caffeine: 0 is not true or false; write true or false"),
            ({"name": 5}, "name: 5 is not text; write text in quotes"),
            ({"name": {"first": "A"}}, "name: a table is not text; write text in quotes"),
            ({"name": "\ud800"}, r'name: "\ud800" is not text; write other characters'),
            ({"dislikes": [3]}, "dislikes: 3 is not text; write text in quotes"),
            ({"dislikes": [None]}, "dislikes: nothing is not text; write text in quotes"),
            ({"dislikes": "fish"}, 'dislikes: "fish" is not a list; write ["fish"]'),
            ({"dislikes": 3}, "dislikes: 3 is not a list"),
            ({"sex": ["female"]}, "sex: a list is unknown; choose one of: female, male"),
            ({"sex": 3}, "sex: 3 is unknown; choose one of: female, male"),
            ({"mass": {"kg": 62}}, "mass: dict is not an amount;"),
            ({"mass": [62]}, "mass: list is not an amount;"),
            ({"mass": True}, "mass: True is not an amount;"),
            ({"mass": None, "mass_kg": math.inf}, "mass_kg: inf is not a finite number;"),
            ({"mass": None, "mass_kg": True}, "mass_kg: true is not a number;"),
            ({"recent_race": 5}, "recent_race: 5 is not a table; write keys such as distance,"),
            ({"recent_race": b"x"}, "recent_race: a bytes is not a table;"),
            ({"birth_date": 5}, "birth_date: 5 is not a date; write it as year-month-day,"),
            ({"birth_date": "1 May"}, 'birth_date: "1 May" is not a date;'),
            (
                {"birth_date": dt.datetime(1992, 5, 1)},  # noqa: DTZ001
                "birth_date: 1992-05-01T00:00:00 is not a date;",
            ),
            ({"meal_times": "07:30"}, 'meal_times: "07:30" is not a list; write ["07:30"]'),
            ({"meal_times": [7, 12]}, "meal_times: int is not a time of day;"),
        ],
    )
    def test_says_what_belongs_there(self, values, line):
        """A wrong type is answered with what was given and what is wanted."""
        assert refusal(Athlete, **{**BODY, **values}).startswith(line)

    def test_refuses_a_table_where_a_list_belongs(self):
        """A single run written as a table is told how a list of tables is written."""
        tree = {"athlete": BODY, "days": [{"lifts": [{"exercises": {"sets": 4}}]}]}
        assert refusal(Plan, **tree) == (
            "days[1].lifts[1].exercises: a table is not a list; write a list of tables, [{...}]"
        )
        assert refusal(Day, runs={"distance": "10 km"}) == (
            "runs: a table is not a list; write a list of tables, [{...}]"
        )

    def test_refuses_what_is_no_table(self):
        """A value where a table belongs is answered with some of the table's keys."""
        assert refusal(Day, runs=[7]) == (
            "runs[1]: 7 is not a table; write keys such as start, distance, pace"
        )
        with pytest.raises(InputError, match=r"^goal: a list is not a table"):
            Goal.from_tree([], path="")

    def test_says_where_in_the_file(self):
        """Places in nested tables are counted from one."""
        tree = {"athlete": BODY, "days": [{}, {"runs": [{}, {"distance": 5}]}]}
        assert refusal(Day, runs=[{"distance": "5 km"}, {"speed": 5}]).startswith("runs[2].speed:")
        assert refusal(Plan, **tree).startswith("days[2].runs[1]: a distance or a duration")
        tree["days"][1]["runs"][0] = {"distance": "1 km"}
        assert refusal(Plan, **tree).startswith("days[2].runs[2].distance: 5 has no unit")

    @pytest.mark.parametrize("number", [10**400, -(10**400), 10**5000], ids=["400", "-400", "5000"])
    @pytest.mark.parametrize("key", ["age", "steps", "mass", "mass_kg", "name", "sex"])
    def test_refuses_numbers_longer_than_python_prints(self, key, number):
        """A number of thousands of digits is refused like any other that does not fit."""
        assert len(refusal(Athlete, **{**BODY, "mass": None, key: number})) < 200

    def test_refuses_lists_nested_thousands_deep(self):
        """A list inside a list inside a list ends in one line."""
        deep = []
        for _ in range(5000):
            deep = [deep]
        for key in ("name", "dislikes", "mass", "recent_race", "sex", "steps", "meal_times"):
            assert len(refusal(Athlete, **{**BODY, key: deep})) < 200

    def test_shows_no_control_character(self):
        """What cannot be printed is spelled out, so that it can be found."""
        assert refusal(Athlete, **{**BODY, "diet": "\x1b[2Jvegan\n"}) == (
            r'diet: "\x1b[2Jvegan\n" is unknown; did you mean "vegan"? '
            "choose one of: omnivore, pescatarian, vegetarian, vegan"
        )
        assert r"\x1b" in refusal(Athlete, **BODY, avoid=["dust\x1b"])
        assert one_line("a\nb\x00 c") == r"a\nb\x00 c"


class TestTexts:
    """Names and other free words."""

    @pytest.mark.parametrize("name", ["Zoë", "李小龙", "O'Neill-Ødegård", "👩‍🚀", "x" * 80, ""])
    def test_takes_the_names_of_the_world(self, name):
        """A name in any script, to 80 characters."""
        assert Athlete.of(**BODY, name=name).name == name

    @pytest.mark.parametrize("name", ["a\x1b[31mb", "a\nb", "a\x00", "a\u202eb", "a\u2028b"])
    def test_refuses_a_name_that_would_spoil_the_page(self, name):
        """Control characters and overrides of direction are refused by the constructor too."""
        assert "cannot be printed" in refusal(Athlete, **BODY, name=name)
        with pytest.raises(InputError, match="cannot be printed"):
            Exercise(name=name, sets=1, reps=1)

    def test_refuses_a_long_name(self):
        """81 characters are one too many."""
        assert refusal(Athlete, **BODY, name="x" * 81) == "name: 81 characters, the most is 80"

    @pytest.mark.parametrize(
        ("values", "line"),
        [
            ({"meal_times": ["07:30"]}, "meal_times: 1 item, the least is 2; write 2 or more"),
            ({"dislikes": ["x"] * 201}, "dislikes: 201 items, the most is 200"),
        ],
    )
    def test_refuses_too_few_and_too_many(self, values, line):
        """Lists have a least and a most."""
        assert refusal(Athlete, **{**BODY, **values}) == line


class TestLimits:
    """Numbers that are no amount of the right kind, or too much of it."""

    @pytest.mark.parametrize(
        ("values", "line"),
        [
            ({"age": 300}, "age: 300 is outside 14 to 90; check it"),
            ({"mass": "-62 kg"}, "mass: -62 kg is outside 30 to 250 kg,"),
            ({"mass": "62 lb"}, 'mass: "62 lb" is 28.12 kg, outside 30 to 250 kg,'),
            ({"mass": "250.00001 kg"}, "mass: 250.00001 kg is outside 30 to 250 kg,"),
            ({"body_fat": "150 %"}, "body_fat: 150 % is outside 3 to 60 %,"),
            ({"body_fat_share": 22}, "body_fat_share: 2200 % is outside 3 to 60 %,"),
            ({"mileage": "5000 mi"}, 'mileage: "5000 mi" is 8047 km/week, outside 0 to 400'),
            ({"usual_intake": "1e300 kcal"}, "usual_intake:"),
            (
                {"birth_date": dt.date(1850, 1, 1)},
                "birth_date: 1850-01-01 is outside 1900-01-01 to 2199-12-31; check it",
            ),
        ],
    )
    def test_names_value_limit_and_remedy(self, values, line):
        """A value beyond its limits is shown as typed and as read, with both limits."""
        message = refusal(Athlete, **{**BODY, **values})
        assert message.startswith(line)
        assert "check" in message

    @pytest.mark.parametrize(
        ("pace", "line"),
        [
            ("2:29 /km", "pace: 2:29 /km is outside 2:30 to 15:00 /km,"),
            ("149.9 s/km", 'pace: "149.9 s/km" is 2:29 /km, outside'),
            ("900.1 s/km", 'pace: "900.1 s/km" is 15:01 /km, outside'),
            ("3:00 /mi", 'pace: "3:00 /mi" is 1:51 /km, outside 2:30 to 15:00 /km,'),
        ],
    )
    def test_shows_a_pace_as_runners_write_it(self, pace, line):
        """A pace is shown in minutes and seconds, rounded away from the limit."""
        assert refusal(Run, distance="5 km", pace=pace).startswith(line)


TREES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["62 kg", "5:40 /km", "10 km", "06:30", "vegan", "female", "2 min jog"])
    | st.dates()
    | st.times(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [*known_keys(Athlete), *known_keys(Run), *known_keys(Segment), *known_keys(Lift)]
            )
            | st.text(max_size=10),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(
    record=st.sampled_from([Plan, Athlete, Goal, Day, Run, Lift, Other, Segment, Race]), tree=TREES
)
def test_raises_only_one_printable_line(record, tree):
    """Whatever a file holds, it is a model or one line that can be printed."""
    try:
        record.from_tree(tree, path="")
    except InputError as error:
        assert str(error).isprintable()  # noqa: PT017
        assert len(str(error)) < 1000  # noqa: PT017


@given(tree=st.dictionaries(st.sampled_from(known_keys(Athlete)), TREES, max_size=4))
def test_raises_only_one_printable_line_for_an_athlete(tree):
    """A sound athlete with anything at all under some keys is one, or one line."""
    try:
        Athlete.of(**{**BODY, **tree})
    except InputError as error:
        assert str(error).isprintable()  # noqa: PT017


class TestTables:
    """What comes out of a table is taken as it stands there."""

    def test_takes_an_empty_place_for_unknown(self):
        """Not a number, not a time and NA say nothing; 3.0 is a whole number and 1.0 is yes."""
        row = {"steps": 7000.0, "clinician_agreed": 1.0, "weekly_lifts": math.nan, "name": pd.NA}
        athlete = Athlete.of(**BODY, **row, deficit_since=pd.NaT)
        assert (athlete.steps, athlete.clinician_agreed) == (7000, True)
        assert (athlete.weekly_lifts, athlete.name, athlete.deficit_since) == (None, None, None)

    def test_misses_what_must_be_there(self):
        """An empty place for the body mass is a missing one."""
        line = 'mass: missing; write "70 kg" or "154 lb"'
        assert refusal(Athlete, **{**BODY, "mass": math.nan}) == line

    def test_takes_dates_and_spans_of_other_libraries(self):
        """A timestamp at midnight is a date, a time span a duration, an array a list."""
        day = Day.of(
            date=pd.Timestamp("2026-11-26"),
            runs=[{"distance_km": np.float64(10.0), "duration": dt.timedelta(minutes=50)}],
            lifts=[{"duration": pd.Timedelta("1h")}],
        )
        assert day.date == dt.date(2026, 11, 26)
        assert (day.runs[0].duration_min, day.lifts[0].duration_min) == (50.0, 60.0)
        assert Athlete.of(**BODY, avoid=np.array(["milk"])).avoid == ("milk",)
        assert "is not a date" in refusal(Day, date=pd.Timestamp("2026-11-26 07:00"))

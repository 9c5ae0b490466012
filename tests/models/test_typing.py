"""What people type into a plan file: session text, short words, and what has no meaning."""

import datetime as dt
import json

import pytest
from readings import refusal

from fuelcalc.importers.plan_file import read_plan
from fuelcalc.importers.tree import tree_of
from fuelcalc.models.activities import EVERYDAY_ACTIVITIES, SEVERAL
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import Day
from fuelcalc.models.plan import Plan
from fuelcalc.models.schema import plan_schema
from fuelcalc.models.session_text import other_from_text
from fuelcalc.models.sessions import Lift, Other, Run, Segment
from fuelcalc.science.activities import ACTIVITIES

BODY = {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}


class TestSessionText:
    """F57: session text wherever a session may stand."""

    def test_stands_in_lists_beside_tables(self):
        """A run, a lift and an activity in one line each are those of the tables."""
        day = Day.of(
            runs=["10 km easy 06:30", {"distance": "5 km"}],
            lifts=["60min heavy lower 18:00"],
            other=["60 min bike 12:00"],
        )
        easy = Run.of(distance="10 km", effort="easy", start="06:30")
        assert day.runs == (easy, Run.of(distance="5 km"))
        assert day.lifts == (
            Lift.of(duration="60 min", style="heavy", focus="lower", start="18:00"),
        )
        assert day.other == (Other.of(duration="60 min", activity="cycling", start="12:00"),)

    def test_is_refused_with_its_place_in_the_file(self):
        """One line says which text of which day, and what is wrong with it."""
        days = [{}, {"runs": ["10 km easy", "10 km esy", "10 kmm"]}]
        line = refusal(Plan.of, athlete=BODY, days=days)
        assert line == (
            'days[2].runs[2]: "10 km esy" cannot be read at "esy": not a word fuelcalc knows; '
            'did you mean "easy"? (and 1 more)'
        )

    def test_is_held_to_the_limits_of_a_table(self):
        """A distance that no run has is refused as in a table."""
        line = refusal(Day.of, runs=["5000 km"])
        assert line.startswith("runs[1].distance: 5000 km is")

    def test_stands_in_a_list(self):
        """A text without its list is answered with the list to write."""
        assert refusal(Day.of, runs="10 km easy") == (
            'runs: "10 km easy" is not a list; write ["10 km easy"]'
        )

    def test_stands_in_toml_and_in_json(self, tmp_path):
        """The same line in either file is the same run."""
        toml, tree = tmp_path / "plan.toml", {**BODY}
        body = "\n".join(f"{key} = {json.dumps(value)}" for key, value in tree.items())
        toml.write_text(f'[athlete]\n{body}\n[[days]]\nruns = ["10 km easy 06:30"]\n')
        plain = tmp_path / "plan.json"
        plain.write_text(json.dumps({"athlete": tree, "days": [{"runs": ["10 km easy 06:30"]}]}))
        assert read_plan(toml) == read_plan(plain)
        assert read_plan(toml).days[0].runs[0].start == dt.time(6, 30)

    @pytest.mark.parametrize("key", ["runs", "lifts", "other"])
    def test_stands_in_the_schema(self, key):
        """An editor takes a text or a table."""
        items = plan_schema()["$defs"]["Day"]["properties"][key]["items"]["anyOf"]
        assert items[0]["type"] == "string"
        assert "$ref" in items[1]
        assert Day.of(**{key: items[0]["examples"]})


@pytest.mark.parametrize(
    ("values", "minutes"),
    [
        ({"duration": "1:00"}, 60.0),
        ({"duration": "1:30"}, 90.0),
        ({"duration": "9:59"}, 599.0),
        ({"duration": "10:00"}, 10.0),
        ({"duration": "48:30"}, 48.5),
        ({"duration": "1:30", "pace": "5:00 /km"}, 90.0),
        ({"duration": "1:05", "distance": "10 km"}, 65.0),
        ({"duration": "2:40", "distance": "800 m"}, 160.0 / 60.0),
        ({"duration": "19:30", "distance_km": 5.0}, 19.5),
        ({"duration": "0:25", "distance": "5 km"}, 25.0),
        ({"duration": "1:45", "distance": "half marathon"}, 105.0),
        ({"duration": "1:30:00"}, 90.0),
    ],
)
def test_reads_two_numbers_as_hours_or_minutes_by_what_can_be(values, minutes):
    """F53: an hour and a half is never 90 s, and 800 m in 2:40 never hours."""
    assert Run.of(**values).duration_min == pytest.approx(minutes, abs=1e-12)


def test_reads_hours_in_lifts_and_activities():
    """F53: the same in a lift and in anything else."""
    assert Lift.of(duration="1:15").duration_min == 75.0
    assert Other.of(duration="0:45", activity="yoga").duration_min == 45.0


def test_leaves_a_distance_that_is_none_to_its_own_error():
    """A strange distance is refused for itself, whatever the duration."""
    assert "distance" in refusal(Run.of, duration="1:30", distance="10 furlong")
    assert "distance" in refusal(Run.of, duration="1:30", distance="far")


class TestDays:
    """F70: days that have no night, plans that hold nothing, and rest."""

    def test_have_a_night(self):
        """Waking when one goes to sleep is an error."""
        line = refusal(Day.of, wake="06:30", sleep="06:30")
        assert line.startswith("sleep: 06:30:00 is the time of waking too")

    @pytest.mark.parametrize("text", [b"{}", b"# nothing yet\n", b" { } "])
    def test_are_not_the_examples_in_a_file_that_holds_nothing(self, text):
        """A pair of braces is not a plan."""
        line = refusal(tree_of, text, name="plan.json", kind="plan")
        assert line == "plan.json: the file holds nothing; write at least an [athlete] table"

    @pytest.mark.parametrize(
        ("days", "is_rest"),
        [
            ([{"date": "2026-11-26"}, {"date": "2026-11-27"}], True),
            ([{}, {"runs": ["5 km"]}], True),
            ([{"runs": []}], True),
            ([{"date": "2026-11-26"}], False),
            ([{}], False),
            ([{}, {"date": "2026-11-26"}, {"date": "2026-11-27"}], False),
        ],
    )
    def test_rest_where_the_plan_says_so(self, days, is_rest):
        """A dated day among dated days, an empty list, or a day beside days with sessions."""
        plan = Plan.of(athlete=BODY, days=days)
        assert plan.is_rest(plan.days[0]) is is_rest


@pytest.mark.parametrize("word", ["f", "F", "Female", "woman", " w "])
def test_reads_short_words_for_the_sex(word):
    """F62: a letter will do."""
    assert Athlete.of(**{**BODY, "sex": word}).sex == "female"


def test_still_refuses_a_sex_that_is_none():
    """Other words are answered with the two there are."""
    assert "choose one of: female, male" in refusal(Athlete.of, **{**BODY, "sex": "x"})
    assert refusal(Athlete.of, **{**BODY, "sex": 1}).startswith("sex: 1 is unknown")


@pytest.mark.parametrize(
    ("read", "values", "words"),
    [
        (Goal.of, {"aim": "cut"}, 'balance = "-300 kcal"'),
        (Goal.of, {"aim": "Bulk"}, "aim build"),
        (Goal.of, {"aim": "recomp"}, "maintain"),
        (Goal.of, {"deficit": "500 kcal"}, 'balance = "-300 kcal"'),
        (Athlete.of, {**BODY, "diet": "keto"}, "dislikes"),
        (Athlete.of, {**BODY, "restrictions": ["low carb"]}, "dislikes"),
        (Athlete.of, {**BODY, "creatine": True}, "caffeine = true"),
    ],
)
def test_answers_words_that_people_look_for(read, values, words):
    """F59: one line says what there is instead, and what it says to write is taken."""
    assert words in refusal(read, **values)
    assert Goal.of(aim="build", balance="-300 kcal").balance_kcal == -300.0


def test_names_only_activities_that_there_are():
    """Every everyday word leads to an activity with a MET, and every activity has its own name."""
    assert set(EVERYDAY_ACTIVITIES.values()) == set(ACTIVITIES)
    assert all(EVERYDAY_ACTIVITIES[name] == name for name in ACTIVITIES)
    assert Other.of(duration="40 min", activity="Bike  Ride").activity == "cycling"
    assert Other.of(duration="40 min", met=5).activity is None
    assert not SEVERAL.keys() & EVERYDAY_ACTIVITIES.keys()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("soccer practice 60 min", "soccer"), ("soccer game 90 min", "soccer-match"),
        ("5-a-side football 1 hour", "futsal"), ("five-a-side 60 min", "futsal"),
        ("tennis 90 min", "tennis"), ("tennis match 2h", "tennis"), ("padel 90 min", "padel"),
        ("doubles tennis 60 min", "tennis-doubles"), ("indoor climbing 90 min", "climbing"),
        ("bouldering 90 min", "climbing"), ("basketball game 60 min", "basketball"),
        ("dancing 60 min", "dancing"), ("Salsa class 60 min", "dancing"), ("hike 4 h", "hiking"),
        ("beach volleyball 60 min", "beach-volleyball"), ("ping pong 45 min", "table-tennis"),
        ("BJJ 90 min", "martial-arts"), ("walk the dog 45 min", "walking"),
        ("e-bike 60 min", "e-bike"), ("horseback riding 60 min", "horse-riding"),
    ],
)  # fmt: skip
def test_knows_sports_by_their_everyday_names(text, name):
    """F56: what people play is costed by its own entry."""
    assert Other.of(**other_from_text(text)).activity == name


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("football 60 min", 'soccer or American football? write "soccer" or "american football"'),
        ("football match 90 min", "soccer or American football?"),
        ("hockey 70 min", 'on grass or on ice? write "field hockey" or "ice hockey"'),
        ("skating 60 min", "on wheels or on ice?"),
        ("triathlon 2:30:00", "several sports in one; give each by itself"),
        ("gardening 2h", "chores are daily life; count them by daily_life"),
        ("skiing 3 hours", 'not an activity fuelcalc knows; write one such as cycling, "6.8 MET"'),
        ("badmington 60 min", 'did you mean "badminton"?'),
    ],
)
def test_asks_back_which_sport(text, part):
    """What two sports are called is asked back, and a word is not bent into another."""
    assert part in refusal(Day.of, other=[text])


@pytest.mark.parametrize(
    ("age", "years"),
    [
        ("34", 34.0), ("34y", 34.0), ("34 years", 34.0), ("34yo", 34.0), ("34 yrs", 34.0),
        ("34 years old", 34.0), ("34-year-old", 34.0), ("34 y/o", 34.0), ("34,5", 34.5), (34, 34.0),
    ],
)  # fmt: skip
def test_reads_an_age_as_people_write_it(age, years):
    """Years are the only unit of an age."""
    assert Athlete.of(**{**BODY, "age": age}).age == years


@pytest.mark.parametrize("age", ["thirty", "408 months", "34 kg", "", "3 4", "-34", "1e1"])
def test_refuses_what_is_no_age(age):
    """One line says what to write."""
    assert refusal(Athlete.of, **{**BODY, "age": age}).endswith("is not an age; write 34")


@pytest.mark.parametrize(
    ("steps", "count"),
    [("10000", 10_000), ("10,000", 10_000), ("10.000", 10_000), ("10 000", 10_000),
     ("10'000", 10_000), ("10k", 10_000), ("8.5k", 8_500), ("8,5 K", 8_500), (9_000, 9_000)],
)  # fmt: skip
def test_reads_steps_as_people_write_them(steps, count):
    """Thousands may be parted by any sign, or be a k."""
    assert Athlete.of(**{**BODY, "steps": steps}).steps == count


@pytest.mark.parametrize(
    "steps", ["many", "8.5", "1,00", "10 km", "-5", "1e4", "", "9" * 5_000, "9" * 5_000 + "k"]
)
def test_refuses_what_are_no_steps(steps):
    """One line says what to write."""
    assert "write a whole number, such as 10000" in refusal(Athlete.of, **{**BODY, "steps": steps})


def test_asks_back_what_a_recovery_of_two_m_is():
    """F51: in a plan file too a few "m" could be minutes; 100 m and 0.05 km could not."""
    line = refusal(Segment.of, repeat=6, distance="800 m", recovery="2m jog")
    assert line == 'recovery: "2m jog" cannot be read; write "2 min jog"'
    for kept, km in (("100m jog", 0.1), ("0.05 km walk", 0.05)):
        segment = Segment.of(repeat=6, distance="800 m", recovery=kept)
        assert segment.recovery.distance_km == km

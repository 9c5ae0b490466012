"""Every mistake of a plan file is told: the first in full, all of them as fields."""

import io
import json
import pickle
import string
import tomllib
from itertools import islice, product

import pytest

from fuelcalc.errors import InputError, Span, UnknownKeyError
from fuelcalc.importers.own_foods.food_file import read_foods
from fuelcalc.importers.plan_file import read_plan
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day import Day
from fuelcalc.models.plan import Plan

BODY = {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}

TWO = """
[athlete]
sex = "female"
age = 34
wieght = "62 kg"
height = "168 cm"

[goal]
aim = "biuld"
"""
TWO_LINES = [
    'athlete.wieght: unknown key; did you mean "mass"?',
    'goal.aim: "biuld" is unknown; did you mean "build"? choose one of: build, maintain, perform',
]

FOUR = """
[athlete]
sex = "female"
age = 34
mass = "62 cm"
height = "168 cm"
diet = "vegn"

[[days]]
date = 2026-11-26
[[days.runs]]
distance = "10 km"
pace = "1:40 /km"
[[days.runs]]
distance = "5 km"
effrot = "easy"
"""
FOUR_LINES = [
    'athlete.mass: 62 cm is a length; write "70 kg" or "154 lb"',
    (
        'athlete.diet: "vegn" is unknown; did you mean "vegan"? '
        "choose one of: omnivore, pescatarian, vegetarian, vegan"
    ),
    (
        "days[1].runs[1].pace: 1:40 /km is outside 2:30 to 15:00 /km, what fuelcalc plans for; "
        "check the number and its unit"
    ),
    'days[1].runs[2].effrot: unknown key; did you mean "effort"?',
]


def error_of(read, *arguments, **values):
    """The error that something is refused with."""
    with pytest.raises(InputError) as caught:
        read(*arguments, **values)
    assert str(caught.value).isprintable()
    return caught.value


def lines_of(error):
    """Every line of an error."""
    return [str(mistake) for mistake in error.mistakes]


def as_json(text):
    """The same plan in JSON."""
    return json.dumps(tomllib.loads(text), default=str)


def plan_error(text):
    """What a plan file is refused with."""
    return error_of(read_plan, io.BytesIO(text.encode()))


class TestFiles:
    """Plan files with two and four mistakes."""

    @pytest.mark.parametrize("form", [str, as_json], ids=["toml", "json"])
    @pytest.mark.parametrize(
        ("text", "lines"), [(TWO, TWO_LINES), (FOUR, FOUR_LINES)], ids=["two", "four"]
    )
    def test_tell_every_mistake_in_the_order_of_the_file(self, form, text, lines):
        """TOML and JSON give the same mistakes, as they stand in the file."""
        error = plan_error(form(text))
        assert lines_of(error) == lines
        assert str(error) == f"{lines[0]} (and {len(lines) - 1} more)"
        assert [str(other) for other in error.others] == lines[1:]

    def test_with_one_mistake_tell_only_that(self):
        """Nothing is counted where there is one."""
        error = plan_error(TWO.replace("wieght", "mass"))
        assert (str(error), error.others) == (TWO_LINES[1], ())

    def test_say_where_each_mistake_stands(self):
        """The path of each is its own, counted from one."""
        found = [(one.path, one.argument) for one in plan_error(FOUR).mistakes]
        assert found == [
            ("athlete.mass", "mass"),
            ("athlete.diet", "diet"),
            ("days[1].runs[1].pace", "pace"),
            ("days[1].runs[2].effrot", "effrot"),
        ]

    def test_say_what_was_written_and_what_may_be(self):
        """Values as they were typed; words, or limits with their unit."""
        mass, diet, pace, key = plan_error(FOUR).mistakes
        assert [one.value for one in (mass, diet, pace, key)] == [
            "62 cm", "vegn", "1:40 /km", "easy",
        ]  # fmt: skip
        assert mass.allowed is None
        assert diet.allowed == ("omnivore", "pescatarian", "vegetarian", "vegan")
        assert pace.allowed == Span(150, 900, "s_per_km")
        assert isinstance(key, UnknownKeyError)
        assert {"distance", "pace", "effort"} <= set(key.allowed)
        assert (mass.remedy, pace.remedy, key.remedy) == (
            'write "70 kg" or "154 lb"',
            "check the number and its unit",
            'did you mean "effort"?',
        )

    def test_follow_the_file_and_not_the_model(self):
        """Keys that stand in another order are told in that order."""
        turned = "\n".join(["[goal]", 'aim = "biuld"', TWO.partition("[goal]")[0]])
        assert lines_of(plan_error(turned)) == TWO_LINES[::-1]

    def test_go_through_a_process_pool(self):
        """A pickled error has all its mistakes."""
        twin = pickle.loads(pickle.dumps(plan_error(FOUR)))  # noqa: S301
        assert lines_of(twin) == FOUR_LINES
        assert twin.mistakes[2].allowed == Span(150, 900, "s_per_km")

    def test_of_foods_tell_every_mistake_too(self):
        """A food file is read the same way; its own words are understood."""
        text = '[[foods]]\nname = "Mill bread"\nrole = "braed"\ncalories = 240\nfat = "2"\n'
        error = error_of(read_foods, io.BytesIO(text.encode()))
        assert [one.path for one in error.mistakes] == [
            "foods[1].role",
            "foods[1].calories",
            "foods[1].fat",
            "foods[1].protein",
            "foods[1].carbohydrate",
        ]


class TestCalls:
    """The same from Python."""

    def test_of_an_athlete_tell_every_mistake(self):
        """Arguments in the order given, without a table around them."""
        error = error_of(Athlete.of, **{**BODY, "mass": 62, "colour": "red", "sex": "femal"})
        assert [one.path for one in error.mistakes] == ["sex", "mass", "colour"]
        assert str(error) == (
            'sex: "femal" is unknown; did you mean "female"? choose one of: female, male '
            "(and 2 more)"
        )

    def test_of_a_day_tell_every_mistake(self):
        """A wrong list and wrong sessions in the one beside it."""
        run = {"distance": "5 km", "surface": "raod", "speed": 3}
        error = error_of(Day.of, lifts={"style": "heavy"}, runs=[{}, run], wake="25:00")
        assert [one.path for one in error.mistakes] == [
            "lifts", "runs[1]", "runs[2].surface", "runs[2].speed", "wake",
        ]  # fmt: skip
        assert error.remedy == "write a list of tables, [{...}]"

    def test_tell_every_item_of_a_list(self):
        """Two wrong times of five are two mistakes."""
        times = ["07:30", "24:30", "13:00", "x"]
        error = error_of(Athlete.of, **BODY, meal_times=times)
        assert [one.value for one in error.mistakes] == ["24:30", "x"]
        words = ["thyroid", "glp", "thyroyd"]
        error = error_of(Athlete.of, **BODY, conditions=words)
        assert [one.value for one in error.mistakes] == words[1:]

    def test_tell_what_is_missing_last(self):
        """What does not stand in the file comes after what does, in the order of the model."""
        error = error_of(Athlete.of, colour="red", age=300)
        assert [one.path for one in error.mistakes] == ["colour", "age", "sex", "mass", "height"]
        assert [one.problem for one in error.others[1:]] == ["missing"] * 3

    @pytest.mark.parametrize("key", ["mass", "mass_kg", "wieght", "weight"])
    def test_miss_nothing_that_is_there_and_wrong(self, key):
        """A required key that cannot be read, or is misspelled, is not missing too."""
        body = {**BODY, "sex": "femal", key: "62 cm"}
        if key != "mass":
            del body["mass"]
        error = error_of(Athlete.of, **body)
        assert [one.path for one in error.mistakes] == ["sex", key]

    def test_miss_what_a_hostile_file_misspells(self):
        """The first twenty unknown keys are looked at; after that, what is missing is."""
        body = {key: BODY[key] for key in ("sex", "age", "height")}
        odd = {f"zz{number}": 1 for number in range(19)}
        assert len(error_of(Athlete.of, **odd, wieght=1, **body).mistakes) == 20
        odd["zz19"] = 1
        assert len(error_of(Athlete.of, **odd, wieght=1, **body).mistakes) == 22

    def test_tell_a_field_that_is_given_twice(self):
        """The second key is the mistake, wherever it stands, even if the first is one too."""
        error = error_of(Athlete.of, **{**BODY, "mass": "x"}, mass_kg=62.0, steps=-1)
        assert [one.problem for one in error.mistakes] == [
            '"x" has no number in front of its unit',
            "given twice, as mass and as mass_kg",
            "is outside 0 to 60000",
        ]

    def test_judge_together_only_what_can_be_read(self):
        """What two keys say together is told once each can be read."""
        run = {"climb": "10 m", "grade": "5 %", "surface": "raod"}
        assert [one.path for one in error_of(Day.of, runs=[run]).mistakes] == ["runs[1].surface"]
        run["surface"] = "road"
        error = error_of(Day.of, runs=[run, {"distance": "5 km", "climb": "1 m", "grade": "5 %"}])
        assert lines_of(error) == [
            (
                'runs[1]: a distance or a duration is missing; write distance = "10 km" '
                'or duration = "50 min"'
            ),
            "runs[2]: climb and grade say the same thing twice; keep one",
        ]
        assert error.others[0].remedy == "keep one"

    def test_keep_what_a_check_knows(self):
        """A word that a check refuses is a field, and so is the closed list."""
        error = error_of(Athlete.of, **BODY, avoid=["peenut"], time_zone="Europe/Berln")
        avoid, zone = error.mistakes
        assert (avoid.path, avoid.value) == ("avoid", "peenut")
        assert {"peanut", "milk"} <= set(avoid.allowed)
        assert (zone.path, zone.value) == ("time_zone", "Europe/Berln")
        assert zone.remedy == "write one such as Europe/Berlin"

    def test_keep_the_date_that_stands_twice(self):
        """Two days of one date are a mistake of the days."""
        days = [{"date": "2026-11-26"}] * 2
        error = error_of(Plan.of, athlete=BODY, days=days)
        assert (error.path, str(error.value)) == ("days", "2026-11-26")

    def test_stop_at_twenty_thousand_mistakes(self):
        """Of 150,000 unknown keys those behind 20,000 are counted only, which takes no time."""
        tree = {**BODY, **{f"k{n}": 1 for n in range(150_000)}}
        error = error_of(Plan.of, athlete=tree)
        # The 20,000, and how many were not read, in place of each.
        assert len(error.mistakes) == 20_001
        assert "130000 more keys, which were not read" in str(error.mistakes[-1])

    def test_read_no_file_of_that_many_keys(self, tmp_path):
        """A plan file of 150,000 short keys is refused before it is taken apart."""
        letters = string.ascii_lowercase + string.digits + "_-"
        words = ("".join(part) for n in (1, 2, 3, 4) for part in product(letters, repeat=n))
        file = tmp_path / "many.toml"
        keys = [f"{word}=1" for word in islice(words, 145_000)]
        file.write_text("\n".join(["[athlete]", *keys]), encoding="utf-8")
        assert file.stat().st_size < 1_000_000
        assert "over 60,000 keys" in str(error_of(read_plan, file))

    def test_tell_thousands_of_mistakes_in_time(self):
        """A megabyte of unknown keys is one line as well; their nearest words are not sought."""
        error = error_of(Plan.of, athlete={**BODY, **{f"k{n}": 1 for n in range(20_000)}})
        assert str(error).endswith("(and 19999 more)")

    @pytest.mark.parametrize(
        ("tree", "allowed"),
        [
            ({"age": 300}, Span(14, 90)),
            ({"mass": "300 kg"}, Span(30, 250, "kg")),
            ({"body_fat": "90 %"}, Span(0.03, 0.60, "share")),
            ({"name": "x" * 81}, Span(None, 80)),
            ({"meal_times": ["07:30"]}, Span(2, None)),
            ({"sex": "x"}, ("female", "male")),
            ({"caffeine": "no"}, None),
        ],
    )
    def test_say_what_is_allowed(self, tree, allowed):
        """Limits stand as they are stored: in the unit of the field, None where open."""
        assert error_of(Athlete.of, **{**BODY, **tree}).allowed == allowed

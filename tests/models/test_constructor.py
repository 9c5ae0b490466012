"""What a constructor takes as it stands, and what it refuses."""

import math

import pytest
from pydantic import ValidationError

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import Day
from fuelcalc.models.plan import Plan
from fuelcalc.models.sessions import Lift, Run

BODY = {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}
ATHLETE = Athlete.of(**BODY)


class TestConstructor:
    """The typed way in."""

    def test_takes_models_that_are_made_already(self):
        """A model stands where its table would."""
        run = Run(distance_km=10.0)
        plan = Plan.of(athlete=ATHLETE, days=[Day.of(runs=[run])])
        assert plan.athlete is ATHLETE
        assert plan.days[0].runs[0] is run

    def test_is_strict(self):
        """The constructor takes numbers and no text without its unit."""
        with pytest.raises(InputError, match="mass_kg: 70 has no unit"):
            Athlete(sex="male", age=30, mass_kg="70", height_cm=175.0)
        with pytest.raises(InputError, match="given twice, as mass_kg and as mass"):
            Athlete(sex="male", age=30, mass_kg=70.0, height_cm=175.0, mass="70 kg")
        with pytest.raises(InputError, match="distance_km: inf is not a finite number"):
            Run(distance_km=math.inf)

    @pytest.mark.parametrize(
        ("refused", "line"),
        [
            (lambda: Goal(aim="fly"), 'aim: "fly" is unknown; choose one of: build, maintain, p'),
            (lambda: Goal(aim="bulk"), 'aim: "bulk" is not a word of fuelcalc; to gain choose'),
            (lambda: Plan(athlete=3), "athlete: 3 is not a table; write keys such as name, sex"),
            (lambda: Day(runs=3), "runs: 3 is not a list; write a list of tables, [{...}]"),
            (lambda: Day(wake=3), "wake: int is not a time of day; write"),
            (lambda: Day(date=3), "date: 3 is not a date; write it as year-month-day"),
            (lambda: Lift(focus="x", style="y"), 'focus: "x" is unknown; choose one of: lower, u'),
            (
                lambda: Plan(athlete={"sex": "male"}),
                'athlete.mass: missing; write "70 kg" or "154 lb" (and 1 more)',
            ),
            (
                lambda: Day(runs=["8 km eazy"]),
                'runs[1]: "8 km eazy" cannot be read at "eazy": not a word fuelcalc knows;',
            ),
        ],
    )
    def test_refuses_in_one_line_of_our_own(self, refused, line):
        """Whatever is wrong, the constructor says it as `of` does."""
        with pytest.raises(InputError) as caught:
            refused()
        assert str(caught.value).startswith(line)
        assert str(caught.value).isprintable()
        assert caught.value.__suppress_context__

    def test_keeps_every_mistake(self):
        """Two wrong values are two mistakes, in the order given."""
        with pytest.raises(InputError) as caught:
            Athlete(sex="male", height_cm=17.0, age=30, mass_kg=7.0)
        assert [one.path for one in caught.value.mistakes] == ["height_cm", "mass_kg"]

    def test_says_the_same_as_of(self):
        """Texts, numbers and tables that are wrong together are told together, each by its path."""
        tree = {"athlete": {**BODY, "age": "old", "mass": "620 kg"}, "days": [{"runs": ["x", {}]}]}
        told = []
        for make in (Plan, Plan.of):
            with pytest.raises(InputError) as caught:
                make(**tree)
            told.append([(one.path, one.line) for one in caught.value.mistakes])
        assert told[0] == told[1]
        assert [path for path, _ in told[0]] == [
            "athlete.age", "athlete.mass", "days[1].runs[1]", "days[1].runs[2]",
        ]  # fmt: skip

    def test_reads_hours_as_of_does(self):
        """An hour and five minutes is no minute, in whatever way a run is made."""
        run = {"distance": "10 km", "duration": "1:05"}
        assert Run(**run) == Run.of(**run) == Run.model_validate(run)
        assert Run(**run).duration_min == 65.0

    def test_leaves_the_body_of_a_request_to_pydantic(self):
        """A web frame reads where in the body a mistake stands, and answers by itself."""
        with pytest.raises(ValidationError) as caught:
            Goal.model_validate({"aim": "fly"})
        assert caught.value.errors()[0]["loc"] == ("aim",)

    def test_makes_what_cannot_be_changed(self):
        """A model is frozen, hashable, and equal to its twin."""
        with pytest.raises(ValidationError):
            ATHLETE.mass_kg = 70.0
        assert hash(ATHLETE) == hash(Athlete.of(**BODY))
        assert Athlete.of(**BODY) == ATHLETE

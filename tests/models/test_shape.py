"""What the JSON Schema of a model says of it, in a body that is sent and in an answer."""

import datetime as dt
import json
import re
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from fuelcalc import Athlete, Day, DayPlan, Lift, Other, Plan, Run, Week, WeekPlan, plan_day
from fuelcalc.models.calendar import Calendar
from fuelcalc.models.learning import Learned
from fuelcalc.units import SUFFIXES, suffix_of

BODY = Draft202012Validator(Plan.model_json_schema())
TYPED = {"sex": "female", "age": 34.0, "mass_kg": 62.0, "height_cm": 168.0}
TEXT = {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}
ROOT = Path(__file__).parents[2]


def documented():
    """Every plan file that README and the docs show, with an athlete where they leave it out."""
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        blocks = re.findall(r"```toml[^\n]*\n(.*?)```", path.read_text("utf-8"), re.DOTALL)
        for number, block in enumerate(blocks):
            tree = json.loads(json.dumps(tomllib.loads(block), default=lambda at: at.isoformat()))
            if tree and tree.keys() <= {"athlete", "goal", "days", "week"}:
                athlete = {**TEXT, **tree.pop("athlete", {})}
                yield f"{path.name} {number}", {"athlete": athlete, **tree}


DOCUMENTED = dict(documented())
# Lines of which one is taken: meal times, or hours to eat in without them.
CHOICES = {"guide.md 1"}
PLAN = Plan.of(
    athlete={**TEXT, "recent_race": "10 km in 48:30", "eating_window": "08:00-20:00"},
    goal={"aim": "build", "protein": "2 g/kg"},
    days=[
        {
            "date": "2026-11-26", "wake": "06:00", "eaten": ["13:00 pizza 1100 kcal"],
            "runs": ["2km + 6x800m @ 3:20/km rec 2min jog + 2km 17:30"],
            "lifts": ["4x6 squat 70kg 19:30"], "other": ["60 min cycling 12:00"],
            "lock": ["lunch=out"],
        }
    ],
    week={"tuesday": {"runs": ["8 km easy 06:30"]}, "energy": "smooth"},
)  # fmt: skip
NULLS = {"name": None, "diet": None, "avoid": None, "recent_race": None, "body_fat_share": None}
BODIES = {
    "text": {"athlete": TEXT, "days": [{"runs": ["10 km easy 06:30"], "lifts": ["60 min heavy"]}]},
    "numbers": {
        "athlete": TYPED,
        "days": [{"runs": [{"distance_km": 10, "pace_s_per_km": 340.5, "start": "06:30"}]}],
    },
    "both": {
        "athlete": {"sex": "f", "birth_date": "1992-05-01", "mass_kg": 62, "height": "168 cm"},
        "days": [{"runs": ["10 km", {"distance": "5 km", "climb_m": 20}], "humidity_share": 0.5}],
    },
    "nulls": {
        "athlete": {**TYPED, **NULLS, "mass": None, "birth_date": None},
        "goal": None,
        "days": [
            {"runs": [{"distance_km": 10.0, "effort": None, "segments": None}]},
            {"runs": None},
        ],
    },
    "written out": json.loads(PLAN.model_dump_json()),
    "written out without what nobody said": json.loads(PLAN.model_dump_json(exclude_unset=True)),
    **DOCUMENTED,
}


class TestBodies:
    """The schema of a body is what a body may be."""

    def test_is_a_schema(self):
        """One of draft 2020-12, of every model that somebody states."""
        for kind in (Plan, Athlete, Day, Run, Lift, Other, Week, Calendar):
            Draft202012Validator.check_schema(kind.model_json_schema())

    @pytest.mark.parametrize("name", BODIES)
    def test_takes_what_the_models_take(self, name):
        """Text with units, numbers, both, null, a plan of ours, and each file that docs show."""
        BODY.validate(BODIES[name])
        if name not in CHOICES:
            Plan.model_validate(BODIES[name])
            Plan.model_validate_json(json.dumps(BODIES[name]))

    @pytest.mark.parametrize(
        "athlete",
        [
            {**TYPED, "mass": "62 kg"}, {**TYPED, "mass_kg": None}, {**TYPED, "sex": None},
            {**TYPED, "mass_kg": 620.0}, {**TYPED, "age": None}, {**TYPED, "diet": "fish"},
            {**TYPED, "weight_kg": 62.0}, {**TYPED, "avoid": [None]}, {**TYPED, "mass_kg": True},
            {**TYPED, "birth_date": "1992-05-01"},
        ],
    )  # fmt: skip
    def test_refuses_what_the_models_refuse(self, athlete):
        """Null for what must be there, one thing twice, and numbers beyond their limits."""
        assert not BODY.is_valid({"athlete": athlete})
        with pytest.raises(ValidationError):
            Plan.model_validate({"athlete": athlete})

    def test_are_all_that_docs_show(self):
        """Ten files and more are looked at."""
        assert len(DOCUMENTED) > 10
        assert DOCUMENTED.keys() >= CHOICES

    def test_says_what_each_field_is(self):
        """Every property of a body has words, and a model no example of ours."""
        schema = Plan.model_json_schema()
        for shape in [schema, *schema["$defs"].values()]:
            assert ">>>" not in shape["description"]
            assert all(one["description"] for one in shape["properties"].values())
        energy = schema["$defs"]["Week"]["properties"]["energy"]
        assert energy["description"].startswith("Whether each day eats what it costs")


def numbers_of(schema):
    """The properties of every model in a schema that hold numbers, alone or several."""
    for shape in [schema, *schema["$defs"].values()]:
        for name, one in shape.get("properties", {}).items():
            kinds = [one, *one.get("anyOf", [])]
            kinds += [inner for kind in kinds for inner in (kind.get("items"),) if inner]
            kinds += [kind["additionalProperties"] for kind in kinds
                      if isinstance(kind.get("additionalProperties"), dict)]  # fmt: skip
            if any(kind.get("type") in {"number", "integer"} for kind in kinds):
                yield shape["title"], name, one.get("description", "")


# What a number without a unit in its name says it is.
_COUNTED = re.compile(
    r"[Hh]ow (many|often)|Repetitions|[Mm]inutes|\bin (g|`?unit|th(at|e) unit|the same)\b"
    r"|share\b|portions|in years|a day|a week|Hours|over resting|deviation"
    r"|ending in its unit|METs|asked"
)


class TestAnswers:
    """What the schema of an answer says."""

    @pytest.mark.parametrize("kind", [DayPlan, WeekPlan, Learned])
    def test_describe_every_field(self, kind):
        """Each property of each model in it, and each model."""
        schema = kind.model_json_schema(mode="serialization")
        for shape in [schema, *schema["$defs"].values()]:
            assert shape["description"]
            without = [name for name, one in shape["properties"].items()
                       if not one.get("description")]  # fmt: skip
            assert without == []

    @pytest.mark.parametrize("kind", [DayPlan, WeekPlan, Learned])
    def test_say_the_unit_of_every_number(self, kind):
        """By the end of its name, or in the words of what has none there."""
        for model, name, words in numbers_of(kind.model_json_schema(mode="serialization")):
            suffix = suffix_of(name)
            if SUFFIXES.get(suffix or ""):
                assert re.search(r"\. In \S.*\.$", words), (model, name, words)
            else:
                assert _COUNTED.search(words), (model, name, words)

    def test_are_what_is_answered(self):
        """A day's JSON is valid by the schema of its answer."""
        day = Day.of(date=dt.date(2026, 12, 1), runs=["30 km long 08:00"], lifts=["60 min heavy"])
        plan = plan_day(Athlete.of(**TEXT), day)
        schema = DayPlan.model_json_schema(mode="serialization")
        Draft202012Validator(schema).validate(json.loads(plan.model_dump_json()))

    def test_say_energy_as_a_plan_means_it(self):
        """Not in the words of the key of the same name that somebody states."""
        schema = DayPlan.model_json_schema(mode="serialization")
        assert schema["properties"]["energy"]["description"] == (
            "What the day costs and what is eaten"
        )
        shopping = WeekPlan.model_json_schema(mode="serialization")["$defs"]["ShoppingLine"]
        assert shopping["properties"]["pantry"]["description"].startswith("Whether a kitchen")

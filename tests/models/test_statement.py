"""What is stated comes from a request, a table or a change, and is checked like any other."""

import asyncio
import copy
import datetime as dt
import json
import math
import pickle

import httpx
import pandas as pd
import pytest
from fastapi import FastAPI
from pydantic import BaseModel, ValidationError

from fuelcalc import (
    Athlete,
    Day,
    DayPlan,
    Goal,
    InputError,
    Lift,
    Other,
    Plan,
    Run,
    Week,
    WeekPlan,
    WithheldError,
    plan_day,
    plan_week,
)

TYPED = {"sex": "female", "age": 34.0, "mass_kg": 62.0, "height_cm": 168.0}
BODY = {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}
RUNS = ["2km + 6x800m @ 3:20/km rec 2min jog + 2km 17:30"]
ATHLETE = Athlete.of(
    **BODY, meal_times=["07:00", "12:00", "19:00"], recent_race="10 km in 48:30", avoid=["milk"]
)
DAY = Day.of(
    date="2026-11-26", runs=RUNS, lifts=["4x6 squat 70kg 19:30"], eaten=["13:00 pizza 1100 kcal"]
)
NULL = {"type": "null"}
GOAL = Goal.of(aim="build", protein="2 g/kg")
PLAN = Plan(athlete=ATHLETE, goal=GOAL, days=(DAY,))
APP = FastAPI()


@APP.post("/day")
def planned(body: Plan) -> dict[str, float]:
    """One day's energy, as a web endpoint with a typed body has it."""
    plan = plan_day(body.athlete, body.days[0], body.goal, menu=False)
    return {"intake_kcal": plan.need("energy").intake_kcal}


def asked(method, path, **options):
    """The answer of the endpoint."""

    async def ask():
        transport = httpx.ASGITransport(app=APP)
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            return await client.request(method, path, **options)

    return asyncio.run(ask())


def places(tree, path=()):
    """Where something stands in a tree."""
    for key, inner in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield (*path, key)
        if isinstance(inner, dict | list):
            yield from places(inner, (*path, key))


class TestRequest:
    """A web framework hands over what JSON has."""

    def test_takes_its_own_json(self):
        """A plan that was written as JSON is a valid body, and means the same."""
        answer = asked("POST", "/day", json=json.loads(PLAN.model_dump_json()))
        assert answer.status_code == 200
        expected = plan_day(ATHLETE, DAY, GOAL, menu=False).energy.intake_kcal
        assert answer.json() == {"intake_kcal": pytest.approx(expected, rel=1e-12)}

    def test_takes_a_plan_file_as_json(self):
        """Bare names with units, and session text, as the guide writes them."""
        body = {"athlete": BODY, "days": [{"date": "2026-11-26", "runs": RUNS}]}
        assert asked("POST", "/day", json=body).status_code == 200

    @pytest.mark.parametrize(
        ("athlete", "words"),
        [
            ({**BODY, "mass": "620 kg"}, "athlete.mass: 620 kg is outside 30 to 250 kg"),
            ({**BODY, "hieght": "1 m"}, 'athlete.hieght: unknown key; did you mean "height"?'),
            ({"sex": "female", "age": 34, "mass_kg": 62.0}, "athlete.height: missing"),
        ],
    )
    def test_answers_422_in_our_words(self, athlete, words):
        """A body that cannot be used is told what to write, where it stands."""
        answer = asked("POST", "/day", json={"athlete": athlete, "days": [{}]})
        assert answer.status_code == 422
        assert words in answer.json()["detail"][0]["msg"]

    def test_describes_itself(self):
        """The OpenAPI page says what a field is, its unit and its limits."""
        schemas = asked("GET", "/openapi.json").json()["components"]["schemas"]
        athlete = schemas["Athlete"]["properties"]
        assert athlete["mass_kg"]["description"] == "Body mass. In kg."
        number, null = athlete["mass_kg"]["anyOf"]
        assert (number, null) == ({"type": "number", "minimum": 30, "maximum": 250}, NULL)
        assert athlete["mass"]["anyOf"][0]["type"] == "string"
        assert athlete["diet"]["description"].startswith("What is eaten")
        text, table = schemas["Day"]["properties"]["runs"]["anyOf"][0]["items"]["anyOf"]
        assert (text["type"], table) == ("string", {"$ref": "#/components/schemas/Run"})

    @pytest.mark.parametrize(
        ("athlete", "place", "words"),
        [
            ('"mass_kg": NaN', "mass_kg", "nan is not a finite number"),
            ('"mass_kg": 1e999', "mass_kg", "inf is not a finite number"),
            ('"mass": -Infinity', "mass", "-inf is not a finite number"),
            (f'"mass_kg": 1{"0" * 400}', "mass_kg", "a number that long"),
            ('"mass_kg": "\\ud800"', "mass_kg", 'ud800" is not an amount'),
            ('"mass_kg": 62, "name": "\\ud800"', "name", "is not text"),
            ('"mass_kg": 62, "\\ud800": 1', "\\ud800", "unknown key"),
            ('"mass_kg": 62, "steps": NaN', "steps", "nan is not a whole number"),
            ('"mass_kg": 62, "diet": NaN', "diet", "nan is unknown"),
            ('"mass_kg": 62, "conditions": [NaN]', "conditions", "nan is unknown"),
            ('"mass_kg": 62, "likes": ["\\udfff"]', "likes", "is not text"),
            ('"mass_kg": [[[[[[[[[[[[62]]]]]]]]]]]]', "mass_kg", "list is not an amount"),
        ],
    )  # fmt: skip
    def test_answers_what_no_json_is(self, athlete, place, words):
        """Not a number, infinity, half a character and numbers without an end are all a 422."""
        body = f'{{"athlete": {{"sex": "female", "age": 34, "height_cm": 168, {athlete}}}}}'
        head = {"content-type": "application/json"}
        answer = asked("POST", "/day", content=body.encode(), headers=head)
        assert answer.status_code == 422
        mistake = answer.json()["detail"][0]
        assert mistake["loc"][:3] == ["body", "athlete", place]
        assert words in mistake["msg"]

    def test_answers_with_what_a_form_needs(self):
        """Every mistake with its place, its remedy and what is allowed, and nothing else."""
        athlete = {**BODY, "mass": "620 kg", "sex": "femal"}
        body = {"athlete": athlete, "days": [{}, {"runs": [{"distance_km": -1.0}]}]}
        detail = asked("POST", "/day", json=body).json()["detail"]
        assert [(one["loc"], one["input"]) for one in detail] == [
            (["body", "athlete", "sex"], "femal"),
            (["body", "athlete", "mass"], "620 kg"),
            (["body", "days", 1, "runs", 0, "distance_km"], -1.0),
        ]
        assert detail[0]["ctx"]["allowed"] == ["female", "male"]
        assert detail[1]["ctx"] == {
            "path": "athlete.mass",
            "remedy": "check the number and its unit",
            "allowed": {"least": 30, "most": 250, "unit": "kg"},
        }
        assert detail[2]["ctx"]["path"] == "days[2].runs[1].distance_km"

    def test_answers_in_the_words_of_json(self):
        """Where a list of tables belongs, whoever sends JSON is not told how TOML writes it."""
        detail = asked("POST", "/day", json={"athlete": BODY, "days": {"x": 1}}).json()["detail"]
        assert detail[0]["msg"] == "days: a table is not a list; write a list of tables, [{...}]"
        assert detail[0]["input"] == "a table"
        wrong = {"athlete": BODY, "goal": {"aim": "cut"}, "days": [{"fast": 1}]}
        detail = asked("POST", "/day", json=wrong).json()["detail"]
        assert detail[0]["ctx"]["remedy"].startswith("a deficit is asked for by the goal")
        assert "by eating_window" in detail[1]["ctx"]["remedy"]
        assert not any("--" in one["msg"] or "[goal]" in one["msg"] for one in detail)
        detail = asked("POST", "/day", json={}).json()["detail"]
        assert detail[0]["msg"].startswith("athlete: missing; write athlete with sex, age")

    def test_can_always_be_sent(self):
        """Whatever stands wherever in a body, each mistake is ours, and JSON has all of it."""
        odd = [None, math.nan, -math.inf, 10**400, True, "", "\ud800", "a\x00b", "{path}", "x" * 99,
               [], {}, [None], {"": 1}, "nan kg", "25:99", [[]], b"62 kg"]  # fmt: skip
        tree = json.loads(PLAN.model_dump_json(exclude_unset=True))
        for path in places(tree):
            for value in odd:
                body = json.loads(json.dumps(tree))
                place = body
                for key in path[:-1]:
                    place = place[key]
                place[path[-1]] = value
                try:
                    Plan.model_validate(body)
                except ValidationError as error:
                    told = error.errors(include_url=False)
                    assert {one["type"] for one in told} == {"input_error"}
                    json.dumps(told, allow_nan=False, ensure_ascii=False).encode()

    def test_answers_a_body_around_it(self):
        """A statement in a model of somebody's own is told as by itself, in its place."""

        class Body(BaseModel):
            who: Athlete
            note: str

        with pytest.raises(ValidationError) as caught:
            Body.model_validate({"who": {**BODY, "age": "old", "mass": "62"}, "note": 3})
        assert [one["loc"] for one in caught.value.errors()] == [
            ("who", "age"), ("who", "mass"), ("note",),
        ]  # fmt: skip
        with pytest.raises(ValidationError) as caught:
            Body.model_validate({"who": 3, "note": "x"})
        assert caught.value.errors()[0]["loc"] == ("who",)


class TestChange:
    """A change is as checked as a new one."""

    def test_changes_one_thing(self):
        """The rest stays, and what was not said stays unsaid."""
        heavier = ATHLETE.with_(mass="64 kg")
        assert heavier.mass_kg == 64.0
        assert heavier.with_(mass_kg=62.0) == ATHLETE
        assert heavier.model_fields_set == ATHLETE.model_fields_set

    def test_takes_a_thing_back(self):
        """None is unknown again; a birth date takes the place of an age."""
        assert ATHLETE.with_(recent_race=None).recent_race is None
        born = ATHLETE.with_(age=None, birth_date="1992-05-01")
        assert (born.age, born.birth_date) == (None, dt.date(1992, 5, 1))

    @pytest.mark.parametrize("change", [{"mass": "5000 kg"}, {"mass_kg": 5000.0}, {"mas": "64 kg"}])
    def test_refuses_what_cannot_be(self, change):
        """No change makes an athlete of 5,000 kg."""
        with pytest.raises(InputError):
            ATHLETE.with_(**change)

    def test_checks_a_copy_with_changes(self):
        """Nor does pydantic's own copy."""
        with pytest.raises(InputError):
            ATHLETE.model_copy(update={"mass_kg": 5000.0})
        assert ATHLETE.model_copy(update={"mass_kg": 70.0}).mass_kg == 70.0
        assert ATHLETE.model_copy() == ATHLETE

    def test_checks_the_older_copy(self):
        """The deprecated name of it is no way round."""
        with pytest.raises(InputError):
            ATHLETE.copy(update={"mass_kg": 10.0})
        assert ATHLETE.copy(update={"mass_kg": 70.0}).mass_kg == 70.0
        assert ATHLETE.copy(deep=True) == ATHLETE


class TestStrict:
    """A typed constructor takes nothing that is no value, whatever stands beside it."""

    @pytest.mark.parametrize(
        "wrong",
        [
            {"body_fat_share": math.nan}, {"diet": math.nan}, {"conditions": math.nan},
            {"conditions": math.inf}, {"conditions": [None]}, {"diet": pd.NA},
            {"birth_date": pd.NaT}, {"conditions": ["pregnant", math.nan]},
            {"clinician_agreed": 1}, {"clinician_agreed": 1.0}, {"meals_per_day": 3.5},
            {"steps": math.nan}, {"steps": math.inf},
            {"recent_race": {"distance_km": 10.0, "duration_min": math.nan}},
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("beside", [{}, {"avoid": ["milk"]}, {"weekday_cooking": "30 min"}])
    def test_refuses_it_beside_anything(self, wrong, beside):
        """Alone, beside a list, beside a bare name, and in a table of another."""
        one = {**TYPED, **beside, **wrong}
        with pytest.raises(InputError) as caught:
            Athlete(**one)
        assert str(caught.value).isprintable()
        with pytest.raises(InputError):
            Plan(athlete=one)

    def test_takes_nothing_where_nothing_may_be(self):
        """None is what an optional field holds by itself, and `of` takes an empty place for it."""
        one = Athlete(**TYPED, avoid=["milk"], body_fat_share=None, recent_race=None)
        assert one == Athlete.of(**TYPED, avoid=["milk"], body_fat=math.nan, diet=math.nan)

    def test_says_where_a_number_is_no_yes(self):
        """Inside a table of another too, by its path."""
        lift = {"exercises": [{"sets": 4, "amrap": 1.0}], "x": 1}
        with pytest.raises(InputError) as caught:
            Day(lifts=[{"duration": "60 min"}, lift], use_up="kale", **{"3": [{}]})
        assert [one.path for one in caught.value.mistakes] == [
            "lifts[2].x", "lifts[2].exercises[1].amrap", "use_up", "3",
        ]  # fmt: skip
        with pytest.raises(InputError, match=r"learned.daily_life_pal: missing"):
            Athlete(**TYPED, learned={"sd": 0.1})
        with pytest.raises(InputError, match=r"snacks: 1 is not true or false"):
            Plan(athlete={**TYPED, "snacks": 1.0})

    @pytest.mark.parametrize("kind", [Athlete, Goal, Day, Run, Lift, Other, Plan, Week])
    def test_takes_null_for_unknown(self, kind):
        """A typed client sends null for each thing that nobody said, and means that."""
        least = {
            Athlete: TYPED,
            Run: {"distance_km": 10.0},
            Lift: {"duration_min": 60.0},
            Other: {"duration_min": 40.0, "met": 6.8},
            Plan: {"athlete": TYPED},
        }.get(kind, {})
        nulls = {name: None for name in kind.model_fields if name not in least} | least
        expected = kind.of(**least)
        assert kind(**nulls) == kind.of(**nulls) == kind.model_validate(nulls) == expected
        assert kind.model_validate_json(json.dumps(nulls)) == expected
        for name, info in kind.model_fields.items():
            if not info.is_required() and name not in least:
                assert kind(**least, **{name: None}) == expected


class TestRoundTrip:
    """What leaves and comes back is what it was."""

    @pytest.mark.parametrize("one", [PLAN, plan_day(ATHLETE, DAY, GOAL)], ids=["stated", "planned"])
    def test_pickles_and_copies(self, one):
        """A copy is equal, and counts once with the first."""
        pickled = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes
        assert {one, pickled, copy.copy(one), copy.deepcopy(one)} == {one}

    def test_comes_back_from_its_json(self):
        """A day and a week with menus, cooking and a shopping list equal what is read back."""
        plan = plan_day(ATHLETE, DAY, GOAL)
        assert DayPlan.model_validate_json(plan.model_dump_json()) == plan
        assert DayPlan.model_validate_json(plan.model_dump_json()) != plan_day(ATHLETE, DAY)
        assert plan != "a plan"
        week = plan_week(Plan.of(athlete=BODY, week={"sunday": {"runs": ["16 km long 08:00"]}}))
        again = WeekPlan.model_validate_json(week.model_dump_json())
        assert again == week
        assert hash(again) == hash(week)
        assert hash(again.days[0].targets) == hash(week.days[0].targets)


class TestNeed:
    """A part that has to be there."""

    def test_gives_what_is_there(self):
        """Energy is the energy."""
        plan = plan_day(ATHLETE, DAY, menu=False)
        assert plan.need("energy") is plan.energy
        assert plan.need("timeline") is plan.timeline

    def test_says_that_a_guard_withholds_it(self):
        """Its error is one of ours, and lists all that is withheld."""
        careful = ATHLETE.with_(conditions=["pregnant"])
        with pytest.raises(WithheldError, match="energy: this plan has none") as caught:
            plan_day(careful, DAY, menu=False).need("energy")
        assert (caught.value.member, "targets" in caught.value.withheld) == ("energy", True)

    def test_refuses_what_is_no_part(self):
        """A misspelled part is an input error with those that there are."""
        with pytest.raises(InputError, match='did you mean "energy"'):
            plan_day(ATHLETE, DAY, menu=False).need("enery")

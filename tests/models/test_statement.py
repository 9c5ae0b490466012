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

from fuelcalc import (
    Athlete,
    Day,
    DayPlan,
    Goal,
    InputError,
    Plan,
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
        mass = schemas["Athlete"]["properties"]["mass_kg"]
        assert (mass["description"], mass["minimum"], mass["maximum"]) == (
            "Body mass, in kg",
            30,
            250,
        )
        assert schemas["Athlete"]["properties"]["diet"]["description"].startswith("What is eaten")


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
            {"conditions": None}, {"diet": None}, {"diet": pd.NA}, {"birth_date": pd.NaT},
            {"conditions": ["pregnant", math.nan]}, {"clinician_agreed": 1},
            {"clinician_agreed": 1.0}, {"meals_per_day": 3.0}, {"steps": 7000.0},
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

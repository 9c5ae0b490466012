"""Public functions refuse arguments of another kind in one line, whoever they are asked by."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from inspect import Parameter, signature
from io import BytesIO
from typing import IO, Annotated, Any, Literal

import numpy as np
import pandas as pd
import pytest

import fuelcalc as public
from fuelcalc import Athlete, Day, FuelcalcError, InputError, Log, LogDay, Plan, Run
from fuelcalc.kinds import holds_kinds

ATHLETE = Athlete(sex="female", age=34, mass_kg=62.0, height_cm=168.0)
DATED = Day(date=dt.date(2026, 11, 26), runs=(Run(distance_km=10.0),))
PLAN = Plan(athlete=ATHLETE, days=(DATED,))
DAY_PLAN = public.plan_day(ATHLETE, DATED, menu=False)
ROWS = pd.DataFrame([{"sex": "male", "age": 30, "mass_kg": 70.0, "height_cm": 175.0}])
LOG = Log(days=(LogDay(date=dt.date(2026, 11, 26), mass_kg=62.0),))
NO_MENU = {"menu": False}
ATHLETES = b"""
[athlete]
sex = "female"
age = 34
mass = "62 kg"
height = "168 cm"
"""
FOODS = b"""
[[foods]]
name = "Bar"
role = "bread"
energy = "400 kcal"
protein = "10 g"
carbohydrate = "60 g"
fat = "13 g"
"""

GOOD = {
    "average_day": ((ATHLETE,), {}),
    "compare": ((DAY_PLAN, DAY_PLAN), {}),
    "dishes_frame": ((), {}),
    "find_dishes": ((), {"limit": 1}),
    "find_foods": ((), {"limit": 1}),
    "foods_frame": ((), {}),
    "forecast": ((public.plan_week(PLAN, menu=False),), {}),
    "learn": ((ATHLETE, LOG), {}),
    "plan_day": ((ATHLETE, DATED), NO_MENU),
    "plan_days": ((ATHLETE, [DATED]), NO_MENU),
    "plan_frame": ((ROWS,), {}),
    "plan_household": (([PLAN],), NO_MENU),
    "plan_week": ((PLAN,), NO_MENU),
    "read_activities": (([],), {}),
    "read_foods": ((BytesIO(FOODS),), {}),
    "read_log": ((BytesIO(b"date,mass\n2026-11-26,62 kg\n"),), {}),
    "read_plan": ((BytesIO(ATHLETES),), {}),
    "read_session": (("10 km easy",), {}),
    "render": ((DAY_PLAN,), {}),
    "shopping_list": (([DAY_PLAN],), {}),
    "spread_week": ((ATHLETE,), {}),
    "suggest_snacks": ((ATHLETE, Run(distance_km=10.0)), {}),
    "week_check": ((ATHLETE, [DATED]), {}),
    "words": ((DAY_PLAN.notes[0],), {}),
}
"""Arguments that each public function takes."""

WRONG = (None, "x", {}, {"a": 1}, 3, 3.5, [], [None], ["x"], object(), b"x", True, float("nan"), -1)

ARGUMENTS = [
    (name, parameter.name)
    for name in GOOD
    for parameter in signature(getattr(public, name)).parameters.values()
    if parameter.kind is not Parameter.VAR_KEYWORD
]


def test_is_asked_of_every_public_function():
    """None is left out of those below."""
    functions = {name for name in public.__all__ if name[0].islower()}
    assert functions == set(GOOD)


@pytest.mark.parametrize("name", GOOD)
def test_takes_what_belongs_there(name):
    """What is right is refused by none of them: a file is read from its beginning."""
    arguments, values = GOOD[name]
    for argument in arguments:
        if isinstance(argument, BytesIO):
            argument.seek(0)
    getattr(public, name)(*arguments, **values)


@pytest.mark.parametrize(("name", "argument"), ARGUMENTS)
def test_refuses_another_kind_in_one_line(name, argument):
    """Nothing, text, tables, numbers, lists and bytes: taken, or refused by an error of ours."""
    function = getattr(public, name)
    arguments, values = GOOD[name]
    refused = []
    for wrong in WRONG:
        bound = signature(function).bind(*arguments, **values)
        bound.arguments[argument] = wrong
        try:
            function(*bound.args, **bound.kwargs)
        except FuelcalcError as error:
            refused.append(error)
    # A pantry is looked at where there is a menu, and has its own words (tests/pantry).
    assert refused or argument == "foods"
    for error in refused:
        assert "\n" not in str(error)
        assert error.path or error.argument


@holds_kinds(but=("free",))
def asked(
    number: float = 0.0,
    *,
    count: int = 0,
    flag: bool = False,
    word: Literal["a", "b"] = "a",
    text: str | None = None,
    names: Sequence[str] = (),
    days: Iterable[Day] = (),
    table: Mapping[str, str] | None = None,
    pantry: "public.Pantry | None" = None,
    later: "Athlete | None" = None,
    marked: Annotated[float, "kg"] = 0.0,
    call: Callable[[], None] | None = None,
    pairs: Sequence[tuple[Day, int]] = (),
    file: str | IO[bytes] = "",
    anything: Any = None,
    free: str = "",
    **_: int,
) -> str:
    """Whatever was asked."""
    told = (number, count, flag, word, text, names, days, table, pantry, later, marked, call, pairs)
    return "taken" if told or anything or free or file else "nothing"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"number": "1"}, 'number: "1" is no number; give a number'),
        ({"number": True}, "number: true is no number"),
        ({"count": 1.5}, "count: 1.5 is no whole number; give a whole number"),
        ({"flag": 1}, "flag: 1 is neither True nor False; give one of them"),
        ({"word": 3}, "word: 3 is no text; give text"),
        ({"text": 3}, "text: 3 is no text; give text"),
        ({"names": "oats"}, 'names: "oats" is not a list; write ["oats"]'),
        ({"names": ["oats", 3]}, "names[2]: 3 is no text; give text"),
        ({"names": {"oats": 1}}, "names: a table is not a list; give a list"),
        ({"days": [DATED, None]}, "days[2]: nothing is no Day; give a Day"),
        ({"days": None}, "days: nothing is not a list; give a list"),
        ({"table": "x"}, 'table: "x" is not a table; give a table of names and values'),
        ({"later": Day()}, "later: a Day is no Athlete; give an Athlete"),
        ({"marked": "1 kg"}, 'marked: "1 kg" is no number'),
        ({"call": 3}, "call: 3 is no"),
        ({"pairs": [DATED]}, "pairs[1]: a Day is no tuple"),
        ({"file": 3}, "file: 3 is no text"),
    ],
)
def test_says_what_belongs_there(values, message):
    """In one line, an item by its place; `path` and `value` say the same to a form."""
    with pytest.raises(InputError) as caught:
        asked(**values)
    assert str(caught.value).startswith(message)
    assert caught.value.path == message.partition(":")[0]
    assert caught.value.value is not None or "nothing" in message


@pytest.mark.parametrize(
    "values",
    [
        {"number": 3}, {"number": np.float64(3)}, {"number": np.int64(3)}, {"count": np.int64(3)},
        {"flag": True}, {"flag": np.bool_(1)}, {"word": "c"}, {"text": None}, {"text": "x"},
        {"names": ("a", "b")}, {"names": []}, {"days": (day for day in ())}, {"days": {DATED}},
        {"table": {"a": "b"}}, {"later": ATHLETE}, {"later": None}, {"marked": 1.0},
        {"call": print}, {"anything": object()}, {"free": 3}, {"pantry": 3}, {"more": "x"},
        {"pairs": [(DATED, 3)]}, {"file": BytesIO()}, {"file": "plan.toml"},
    ],
)  # fmt: skip
def test_takes_what_is_of_its_kind(values):
    """Numbers of numpy too; what the function looks at itself, or nobody can tell, is let by."""
    assert asked(**values) == "taken"


def test_takes_days_that_are_gone_through_once():
    """A generator of days is as good as a list, and one day is no list of its fields."""
    athlete = Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm")
    days = [Day(), Day.of(runs=["10 km easy"])]
    plans = public.plan_days(athlete, (day for day in days), menu=False)
    assert plans == public.plan_days(athlete, days, menu=False)
    with pytest.raises(InputError, match=r"^days: a Day is no Calendar; give a Calendar or a list"):
        public.plan_days(athlete, Day())

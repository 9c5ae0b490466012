"""The days that every guide is tried on: who, when, and how the reader wants the page."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from fuelcalc import plan_day, read_foods
from fuelcalc.cli.example import EXAMPLE
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.plan import Plan

HERE = Path(__file__).parent
WOMAN = {"name": "Ana", "sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}
MAN = {"name": "Jo Møller", "sex": "male", "age": 38, "mass": "70 kg", "height": "180 cm"}
DATE = "2026-11-26"
NONE = MappingProxyType({})


class Guide(NamedTuple):
    """A plan's tree, and the keywords of `render` beyond the format."""

    athlete: dict[str, Any]
    day: dict[str, Any]
    goal: Mapping[str, Any] = NONE
    look: Mapping[str, Any] = NONE
    foods: str = ""
    menu: bool = True
    lock: Mapping[str, str] = NONE


GUIDES: dict[str, Guide] = {
    "plain": Guide(
        EXAMPLE["athlete"],
        {"date": DATE, **EXAMPLE["days"][0]},
        EXAMPLE["goal"],
    ),
    "two-sessions-and-dawn": Guide(
        {**MAN, "body_fat": "14 %", "weekly_mileage": "60 km", "caffeine": True},
        {
            "date": DATE,
            "wake": "05:15",
            "sleep": "22:00",
            "temperature": "22 degC",
            "runs": [
                {"start": "05:45", "distance": "12 km", "pace": "4:30 /km", "effort": "tempo"},
                {"start": "12:30", "distance": "5 km", "pace": "5:45 /km", "effort": "recovery"},
            ],
            "lifts": [{"start": "19:00", "duration": "50 min", "style": "heavy", "focus": "lower"}],
        },
        {"aim": "build", "season": "5k-10k"},
    ),
    "rest-day": Guide(WOMAN, {"date": DATE}),
    "race-3h": Guide(
        {**MAN, "weekly_mileage": "70 km", "carbohydrate_tolerance": "80 g/h", "caffeine": True},
        {
            "date": DATE,
            "runs": [{"start": "09:00", "distance": "42.195 km", "duration": "3:05:00",
                      "effort": "race"}],
        },
        {"aim": "perform", "season": "race-week"},
    ),
    "us-units": Guide(
        EXAMPLE["athlete"],
        {"date": DATE, **EXAMPLE["days"][0]},
        EXAMPLE["goal"],
        {"units": "us"},
    ),
    "large-type": Guide(
        EXAMPLE["athlete"],
        {"date": DATE, **EXAMPLE["days"][0]},
        EXAMPLE["goal"],
        {"large": True},
    ),
    "long-food-name": Guide(
        WOMAN,
        {"date": DATE, "runs": [{"distance": "8 km", "pace": "6:00 /km"}]},
        foods="long-name.toml",
        lock={"lunch": "wood-fired-oven-sourdough-sandwich"},
    ),
    "no-allowed-dish": Guide(
        {
            **WOMAN,
            "diet": "vegan",
            "restrictions": ["low-fodmap", "gluten-free"],
            "avoid": ["peanut", "tree-nut", "soy", "wheat", "sesame", "lupin", "mustard"],
            "dislikes": [
                "quinoa", "sports drink", "rice", "potato", "banana", "carrots", "kiwi",
                "maple syrup", "parsnips", "oranges", "grapes", "spinach", "polenta", "corn",
                "cucumber",
            ],
        },
        {"date": DATE, "runs": [{"distance": "8 km", "pace": "6:00 /km"}]},
    ),
    "guarded": Guide(
        {**WOMAN, "conditions": ["stress-fracture"]},
        {"date": DATE, "lifts": [{"start": "17:00", "duration": "45 min", "style": "bands",
                                  "focus": "upper"}]},
    ),
    "deficit": Guide(
        {**MAN, "weekly_mileage": "40 km"},
        {"date": DATE, "runs": [{"start": "07:00", "distance": "8 km", "pace": "5:30 /km"}]},
        {"aim": "maintain", "balance": "-300 kcal"},
    ),
    "night-shift-in-kilojoules": Guide(
        WOMAN,
        {
            "date": DATE,
            "wake": "15:00",
            "sleep": "07:00",
            "lifts": [{"start": "23:40", "duration": "45 min"}],
            "other": [{"start": "17:00", "duration": "180 min", "met": 1.3}],
        },
        look={"energy_unit": "kJ", "clock": 12},
    ),
    "diabetes": Guide(
        {**WOMAN, "conditions": ["diabetes-insulin"]},
        {"date": DATE, "runs": [{"start": "07:00", "distance": "8 km", "pace": "6:00 /km"}]},
    ),
    "kidney": Guide(
        {**MAN, "conditions": ["kidney-disease"]},
        {"date": DATE, "runs": [{"start": "07:00", "distance": "8 km", "pace": "6:00 /km"}]},
    ),
    "guarded-without-food": Guide(
        {**WOMAN, "conditions": ["eating-disorder"]},
        {"date": DATE, "runs": [{"start": "07:00", "distance": "8 km", "pace": "6:00 /km"}]},
        menu=False,
    ),
    "pregnant": Guide(
        {**WOMAN, "conditions": ["pregnant"]},
        {"date": DATE, "runs": [{"distance": "5 km", "pace": "7:00 /km"}]},
    ),
}  # fmt: skip

"""Each day, by what is special about it."""

NO_NUMBERS = frozenset({"guarded", "guarded-without-food", "pregnant"})
"""Days whose figures a guard withholds."""

NO_CLOCK = frozenset({"diabetes", "kidney", "pregnant"})
"""Days whose clock a guard withholds."""


@cache
def planned(name: str) -> DayPlan:
    """The finished plan of one of the days."""
    guide = GUIDES[name]
    plan = Plan.of(athlete=guide.athlete, goal=guide.goal, days=[guide.day])
    foods = read_foods(HERE / guide.foods) if guide.foods else None
    return plan_day(
        plan.athlete, plan.days[0], plan.goal, foods=foods, lock=guide.lock, menu=guide.menu
    )

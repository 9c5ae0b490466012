"""
fuelcalc: what to eat and drink, how much and when, for people who run and lift.

The public names load when they are first used, so importing the package costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fuelcalc.batch.frame import plan_frame
    from fuelcalc.errors import FuelcalcError, InputError, OutOfRangeError, WithheldError
    from fuelcalc.importers.activities.door import read_activities
    from fuelcalc.importers.log_file import read_log
    from fuelcalc.importers.own_foods.food_file import read_foods
    from fuelcalc.importers.plan_file import read_plan
    from fuelcalc.models.athlete import Athlete, Goal
    from fuelcalc.models.calendar import Calendar
    from fuelcalc.models.compare import compare
    from fuelcalc.models.day import Day
    from fuelcalc.models.day_plan import DayPlan
    from fuelcalc.models.found import Import
    from fuelcalc.models.log import Log, LogDay
    from fuelcalc.models.plan import Plan
    from fuelcalc.models.read_session import read_session
    from fuelcalc.models.sessions import Lift, Other, Run
    from fuelcalc.models.week import Week
    from fuelcalc.models.week_plan import WeekPlan
    from fuelcalc.pantry import Limits, Pantry
    from fuelcalc.pantry.dish_query import find_dishes
    from fuelcalc.pantry.food_query import find_foods
    from fuelcalc.pantry.frame import dishes_frame, foods_frame
    from fuelcalc.planning.average import average_day
    from fuelcalc.planning.day import plan_day, plan_days
    from fuelcalc.planning.learning.forecast import forecast
    from fuelcalc.planning.learning.learn import learn
    from fuelcalc.planning.physiology import Models, RestingModel, RunningModel
    from fuelcalc.planning.snack import suggest_snacks
    from fuelcalc.planning.week.check import week_check
    from fuelcalc.planning.week.household import plan_household
    from fuelcalc.planning.week.plan import plan_week
    from fuelcalc.planning.week.shopping import shopping_list
    from fuelcalc.planning.week.spread import spread_week
    from fuelcalc.reports import render
    from fuelcalc.reports.words import words

__version__ = "0.1.0"

_HOMES = {
    "Athlete": "fuelcalc.models.athlete",
    "Calendar": "fuelcalc.models.calendar",
    "Day": "fuelcalc.models.day",
    "DayPlan": "fuelcalc.models.day_plan",
    "FuelcalcError": "fuelcalc.errors",
    "Goal": "fuelcalc.models.athlete",
    "Import": "fuelcalc.models.found",
    "InputError": "fuelcalc.errors",
    "Lift": "fuelcalc.models.sessions",
    "Limits": "fuelcalc.pantry",
    "Log": "fuelcalc.models.log",
    "LogDay": "fuelcalc.models.log",
    "Models": "fuelcalc.planning.physiology",
    "Other": "fuelcalc.models.sessions",
    "OutOfRangeError": "fuelcalc.errors",
    "Pantry": "fuelcalc.pantry",
    "Plan": "fuelcalc.models.plan",
    "RestingModel": "fuelcalc.planning.physiology",
    "Run": "fuelcalc.models.sessions",
    "RunningModel": "fuelcalc.planning.physiology",
    "Week": "fuelcalc.models.week",
    "WeekPlan": "fuelcalc.models.week_plan",
    "WithheldError": "fuelcalc.errors",
    "average_day": "fuelcalc.planning.average",
    "compare": "fuelcalc.models.compare",
    "read_session": "fuelcalc.models.read_session",
    "dishes_frame": "fuelcalc.pantry.frame",
    "find_dishes": "fuelcalc.pantry.dish_query",
    "find_foods": "fuelcalc.pantry.food_query",
    "foods_frame": "fuelcalc.pantry.frame",
    "forecast": "fuelcalc.planning.learning.forecast",
    "learn": "fuelcalc.planning.learning.learn",
    "plan_day": "fuelcalc.planning.day",
    "plan_days": "fuelcalc.planning.day",
    "plan_frame": "fuelcalc.batch.frame",
    "plan_household": "fuelcalc.planning.week.household",
    "plan_week": "fuelcalc.planning.week.plan",
    "read_activities": "fuelcalc.importers.activities.door",
    "read_foods": "fuelcalc.importers.own_foods.food_file",
    "read_log": "fuelcalc.importers.log_file",
    "read_plan": "fuelcalc.importers.plan_file",
    "render": "fuelcalc.reports",
    "shopping_list": "fuelcalc.planning.week.shopping",
    "spread_week": "fuelcalc.planning.week.spread",
    "suggest_snacks": "fuelcalc.planning.snack",
    "week_check": "fuelcalc.planning.week.check",
    "words": "fuelcalc.reports.words",
}

__all__ = [
    "Athlete", "Calendar", "Day", "DayPlan", "FuelcalcError", "Goal", "Import", "InputError",
    "Lift", "Limits", "Log", "LogDay", "Models", "Other", "OutOfRangeError", "Pantry", "Plan",
    "RestingModel", "Run", "RunningModel", "Week", "WeekPlan", "WithheldError", "__version__",
    "average_day", "compare", "dishes_frame", "find_dishes", "find_foods", "foods_frame",
    "forecast", "learn", "plan_day", "plan_days", "plan_frame", "plan_household", "plan_week",
    "read_activities", "read_foods", "read_log", "read_plan", "read_session", "render",
    "shopping_list", "spread_week", "suggest_snacks", "week_check", "words",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load a public name from the room it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module 'fuelcalc' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names before any is loaded."""
    return __all__

"""A week as JSON for other programs: its days as they are alone, and what they come to."""

from typing import Any

from fuelcalc.models.cooking import CookedDish, Cooking, ForTomorrow
from fuelcalc.models.week_plan import WeekPlan
from fuelcalc.reports.day.json_tree import item_tree, notes_tree, plan_tree
from fuelcalc.reports.formats.json import as_json
from fuelcalc.reports.week.check import check_tree


def week_json(*weeks: WeekPlan) -> str:
    """
    The whole week as JSON, versioned by its `schema` member.

    Args:
        weeks: The week, and those of whoever eats from the same pot, which stand under `others`.
    """
    return as_json(week_tree(*weeks))


def week_tree(plan: WeekPlan, *others: WeekPlan) -> dict[str, Any]:
    """The whole week as plain values; cooking and shopping are those of the whole table."""
    shopping = plan.shopping
    return {
        "schema": plan.schema_,
        **_of_one(plan),
        "cooking": [_cooking(day) for day in plan.cooking],
        "shopping": None
        if shopping is None
        else [line.model_dump(mode="json", by_alias=True) for line in shopping.lines],
        "seasonings": None
        if shopping is None
        else [seasoning.model_dump(mode="json") for seasoning in shopping.seasonings],
        "others": [_of_one(other) for other in others],
    }


def _cooking(day: Cooking) -> dict[str, Any]:
    """What a day cooks, each pot's foods with their household measures in words."""
    tree = day.model_dump(mode="json", by_alias=True)
    cooked: tuple[CookedDish | ForTomorrow, ...] = (*day.dishes, *day.tonight)
    for dish, shown in zip(cooked, (*tree["dishes"], *tree["tonight"]), strict=True):
        shown["pot"] = [item_tree(item) for item in dish.pot]
    return tree


def _of_one(plan: WeekPlan) -> dict[str, Any]:
    """What is one person's own: each day with where it comes from, energy, check and notes."""
    energy = None if plan.energy is None else plan.energy.model_dump(mode="json")
    return {
        "athlete": plan.athlete.model_dump(mode="json"),
        "goal": plan.goal.model_dump(mode="json"),
        "days": [
            {**plan_tree(day), "origin": origin}
            for day, origin in zip(plan.days, plan.origins, strict=True)
        ],
        "missing": [date.isoformat() for date in plan.missing],
        "energy": energy,
        "carbohydrate": [day.model_dump(mode="json") for day in plan.carbohydrate],
        "check": check_tree(plan),
        "notes": notes_tree(plan.notes),
        "forecast": None if plan.forecast is None else plan.forecast.model_dump(mode="json"),
    }

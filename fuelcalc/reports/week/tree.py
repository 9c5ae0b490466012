"""A week as JSON for other programs: its days as they are alone, and what they come to."""

from typing import Any

from fuelcalc.models.week_plan import WeekPlan
from fuelcalc.reports.day.tree import notes_tree, plan_tree
from fuelcalc.reports.formats.json import as_json
from fuelcalc.reports.week.check import check_tree


def week_json(plan: WeekPlan) -> str:
    """The whole week as JSON, versioned by its `schema` member."""
    return as_json(week_tree(plan))


def week_tree(plan: WeekPlan) -> dict[str, Any]:
    """The whole week as plain values: each day with where it comes from."""
    energy = None if plan.energy is None else plan.energy.model_dump(mode="json")
    return {
        "schema": plan.schema_,
        "athlete": plan.athlete.model_dump(mode="json"),
        "goal": plan.goal.model_dump(mode="json"),
        "days": [
            {**plan_tree(day), "origin": origin}
            for day, origin in zip(plan.days, plan.origins, strict=True)
        ],
        "missing": [date.isoformat() for date in plan.missing],
        "energy": energy,
        "cooking": [day.model_dump(mode="json", by_alias=True) for day in plan.cooking],
        "shopping": None
        if plan.shopping is None
        else [line.model_dump(mode="json", by_alias=True) for line in plan.shopping.lines],
        "check": check_tree(plan),
        "notes": notes_tree(plan.notes),
    }

"""JSON for other programs: rounded to 6 decimals, stable, versioned by its `schema` member."""

import json

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.reports.labels import inputs_of
from fuelcalc.reports.rounding import for_files
from fuelcalc.reports.tree import plan_tree


def to_json(plan: DayPlan, *, explain: bool = False) -> str:
    """The whole plan, facts in words; with *explain* also the trace, one object a figure."""
    tree = plan_tree(plan)
    if explain:
        tree["trace"] = [{**figure._asdict(), "inputs": inputs_of(figure)} for figure in plan.trace]
    return json.dumps(for_files(tree), ensure_ascii=False, indent=2, allow_nan=False) + "\n"

"""JSON for other programs: rounded to 6 decimals, stable, versioned by its `schema` member."""

import json
from typing import Any

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.menu import Relaxed
from fuelcalc.reports.misses import miss_text, place_text
from fuelcalc.reports.rounding import for_files
from fuelcalc.reports.words import FOR_FILES, note_text, reason_text


def to_json(plan: DayPlan, *, explain: bool = False) -> str:
    """The whole plan, facts in words; with *explain* also the trace, one object a figure."""
    tree = plan.model_dump(mode="json", by_alias=True)
    tree["notes"] = _notes(plan)
    if plan.menu is not None:
        tree["menu"]["relaxed"] = [_miss(one) for one in plan.menu.relaxed]
    if plan.energy is not None:
        tree["energy"]["reasons"] = [
            {"code": one.code, "text": reason_text(one, FOR_FILES)} for one in plan.energy.reasons
        ]
    if explain:
        tree["trace"] = [figure._asdict() for figure in plan.trace]
    return json.dumps(for_files(tree), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _notes(plan: DayPlan) -> list[dict[str, Any]]:
    """The notes in words; two that read the same are one."""
    rows = [(one.level, one.code, note_text(one, FOR_FILES)) for one in plan.notes]
    return [
        {"level": level, "code": code, "text": text} for level, code, text in dict.fromkeys(rows)
    ]


def _miss(one: Relaxed) -> dict[str, Any]:
    """What gave way, in words too."""
    return {
        "limit": one.limit,
        "where": place_text(one, FOR_FILES),
        "asked": one.asked,
        "got": one.got,
        "text": miss_text(one, FOR_FILES),
    }

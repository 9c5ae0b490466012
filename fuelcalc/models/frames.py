"""Parts of a plan as pandas tables."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.models.energy import SessionEnergy

if TYPE_CHECKING:
    import pandas as pd

    from fuelcalc.models.day_plan import DayPlan

TIMELINE: Final = (
    "start", "end", "kind", "name", "dish", "energy_kcal", "protein_g", "carbohydrate_g", "fat_g",
    "fluid_ml", "sodium_mg",
)  # fmt: skip
SESSIONS: Final = tuple(SessionEnergy.model_fields)
ITEMS: Final = (
    "start", "feeding", "food_id", "name", "grams", "energy_kcal", "protein_g", "carbohydrate_g",
    "fat_g", "fibre_g",
)  # fmt: skip
FIGURES: Final = ("name", "value", "low", "high", "equation", "source", "estimate")


class PlanTable(NamedTuple):
    """A table of a plan: its columns, and its rows by their names."""

    columns: tuple[str, ...]
    rows: Callable[["DayPlan"], Sequence[Mapping[str, Any]]]


def frame_of(plan: "DayPlan", part: str) -> "pd.DataFrame":
    """
    A part of a plan as a table.

    Args:
        plan: A finished plan.
        part: "timeline", "sessions", "items" or "figures".

    Raises:
        InputError: A plan has no such table.
        WithheldError: A guard withholds it.
    """
    import pandas as pd

    if part not in PARTS:
        raise InputError("is no table of a plan", argument="part", value=part, allowed=tuple(PARTS))
    columns, rows = PARTS[part]
    return pd.DataFrame(
        [[row[name] for name in columns] for row in rows(plan)], columns=list(columns)
    )


def _items(plan: "DayPlan") -> Sequence[Mapping[str, Any]]:
    """The food of a day, each with its feeding."""
    return [
        {"start": entry.start, "feeding": entry.name, **vars(item)}
        for entry in plan.need("timeline")
        for item in entry.items
    ]


PARTS: Final[Mapping[str, PlanTable]] = {
    "timeline": PlanTable(TIMELINE, lambda plan: [vars(entry) for entry in plan.need("timeline")]),
    "sessions": PlanTable(SESSIONS, lambda plan: [*map(vars, plan.need("energy").sessions)]),
    "items": PlanTable(ITEMS, _items),
    "figures": PlanTable(FIGURES, lambda plan: [figure._asdict() for figure in plan.figures()]),
}

"""
The door: what guards withhold is taken out of a finished plan here, and nowhere else.

A guard names members of the plan. What each stands for is a row of `PARTS`, as paths into the
plan, so that a single field is withheld like a whole table.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from fuelcalc.models.day_plan import DayPlan, Member
from fuelcalc.models.record import Record
from fuelcalc.models.timeline import Entry
from fuelcalc.models.trace import Figure
from fuelcalc.planning.guards import Guarded
from fuelcalc.planning.notes import ScopedNote

R = TypeVar("R", bound=Record)

PARTS: Final[Mapping[Member, tuple[str, ...]]] = {
    "energy": ("energy", "within_day"),
    "availability": (
        "energy.energy_availability_kcal_per_kg_ffm",
        "energy.energy_availability_low_kcal_per_kg_ffm",
        "energy.energy_availability_high_kcal_per_kg_ffm",
        "energy.safe_intake_kcal",
        "energy.shortfall.energy_availability_kcal_per_kg_ffm",
        # The hours in deficit say as much as energy availability.
        "within_day",
    ),
    "targets": ("targets", "within_day", "menu"),
    "timeline": ("timeline", "within_day", "menu"),
    "menu": ("menu",),
}
"""What each member stands for, as paths into the plan; what the feedings hold follows below."""

# What stays of a feeding and of its foods where numbers are withheld. A new field is out until
# somebody puts it here. A household measure counts, and may tell the grams.
_KEPT: Final = frozenset(
    {
        "start", "end", "minute", "minutes", "kind", "name", "before", "after", "during",
        "is_between", "dish", "dish_id", "preparation", "items",
    }
)  # fmt: skip
_KEPT_OF_FOOD: Final = frozenset({"food_id", "name", "source"})
_PLATE: Final[Mapping[str, Any]] = {
    "dish": None, "dish_id": None, "preparation": None, "items": (), "served": None,
}  # fmt: skip


def withhold(plan: DayPlan, notes: Sequence[ScopedNote], guards: Guarded) -> DayPlan:
    """
    A plan as its reader may see it.

    Args:
        plan: Complete, but for its notes.
        notes: Its notes, each with what it speaks of.
        guards: What they withhold.

    Returns:
        The plan without what is withheld, whatever it was computed from, and with the notes
        that speak of nothing withheld.
    """
    kept = tuple(scoped.note for scoped in notes if not set(scoped.about) & set(guards.withheld))
    plan = plan.model_copy(update={"notes": kept, "withheld": guards.withheld})
    if not guards.withheld:
        return plan
    for member in guards.withheld:
        for path in PARTS[member]:
            plan = _without(plan, path)
    if plan.timeline is not None:
        plan = plan.model_copy(update={"timeline": tuple(_entries(plan.timeline, guards))})
    trace = tuple(figure for figure in plan.trace if _is_there(plan, figure))
    return plan.model_copy(update={"trace": trace})


def _entries(timeline: Iterable[Entry], guards: Guarded) -> Iterator[Entry]:
    """The clock without the food, and without the numbers, that are withheld."""
    for entry in timeline:
        seen = entry if guards.shows("menu") else entry.model_copy(update=_PLATE)
        yield seen if guards.shows("targets") else _without_numbers(seen)


def _without(record: Any, path: str) -> Any:
    """A record with the field at the end of a path set to None; what is None already stays."""
    name, _, rest = path.partition(".")
    value = getattr(record, name)
    if value is None:
        return record
    return record.model_copy(update={name: _without(value, rest) if rest else None})


def _without_numbers(entry: Entry) -> Entry:
    """A feeding by its time, its dish and the names of its foods alone."""
    if not entry.is_feeding:
        return entry
    items = tuple(_only(item, _KEPT_OF_FOOD) for item in entry.items)
    return _only(entry, _KEPT).model_copy(update={"items": items})


def _only(record: R, kept: frozenset[str]) -> R:
    """A record with nothing but some of its fields; the others are None."""
    gone = type(record).model_fields.keys() - kept
    return record.model_copy(update=dict.fromkeys(gone))


def _is_there(plan: DayPlan, figure: Figure) -> bool:
    """Whether the plan still holds the number that a figure explains."""
    value: Any = plan
    for part in figure.name.replace("]", "").replace("[", ".").split("."):
        if isinstance(value, Record):
            value = getattr(value, part)
        elif isinstance(value, Mapping):
            value = value[part]
        else:
            value = None if value is None else value[int(part)]
    return value is not None

"""
The door: what guards withhold is taken out of a finished plan here, and nowhere else.

A guard names members of the plan. What each stands for is a row of `PARTS`, as paths into the
plan, so that a single field is withheld like a whole table.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from fuelcalc.models.day_plan import DayPlan, Member
from fuelcalc.models.foods import Snack
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
    # On the clock, in the menu and in what the food holds they go by `_SINGLE`.
    "targets.fluid_ml": ("targets.fluid_ml",),
    "targets.sodium_mg": ("targets.sodium_mg",),
    "timeline.carbohydrate_g_per_h": (),
}
"""What each member stands for, as paths into the plan; what the feedings hold follows below."""

# What stays of a feeding and of its foods where numbers are withheld. A new field is out until
# somebody puts it here. A household measure counts, and may tell the grams;
# how long a dish takes tells nothing of what is eaten.
_KEPT: Final = frozenset(
    {
        "start", "end", "minute", "minutes", "kind", "name", "before", "after", "during",
        "is_between", "is_fluid_withheld", "dish", "dish_id", "elsewhere", "preparation",
        "preparation_min", "hands_on_min", "items",
    }
)  # fmt: skip
_KEPT_OF_FOOD: Final = frozenset({"food_id", "name", "source"})
# Figures that are withheld one by one, by the name that they have wherever they stand.
_SINGLE: Final[Mapping[Member, str]] = {
    "targets.fluid_ml": "fluid_ml",
    "targets.sodium_mg": "sodium_mg",
    "timeline.carbohydrate_g_per_h": "carbohydrate_g_per_h",
}
WATER: Final = "water"
"""The food that is nothing but fluid."""

_PLATE: Final[Mapping[str, Any]] = {
    "dish": None, "dish_id": None, "elsewhere": None, "preparation": None,
    "preparation_min": None, "hands_on_min": None, "items": (), "served": None, "taken": (),
    "carry": (), "station_ml": None, "station_km": None,
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
    # A note that speaks of a withheld figure would tell it in words.
    kept = tuple(scoped.note for scoped in notes if not set(scoped.about) & set(guards.withheld))
    plan = plan.model_copy(update={"notes": kept, "withheld": guards.withheld})
    if not guards.withheld:
        return plan
    for member in guards.withheld:
        for path in PARTS[member]:
            plan = _without(plan, path)
    gone = frozenset(name for member, name in _SINGLE.items() if not guards.shows(member))
    plan = _without_single(plan, gone)
    if plan.timeline is not None:
        plan = plan.model_copy(update={"timeline": tuple(_entries(plan.timeline, guards))})
    # Nor is a figure explained that is not shown.
    trace = tuple(figure for figure in plan.trace if _is_there(plan, figure))
    return plan.model_copy(update={"trace": trace})


def shown_snack(snack: Snack, guards: Guarded) -> Snack:
    """
    A snack as its reader may see it: no water where fluid is withheld, no sodium where that is.

    Args:
        snack: As it was chosen.
        guards: What they withhold.
    """
    if not guards.shows("targets.fluid_ml"):
        snack = replace(snack, items=tuple(i for i in snack.items if i.food_id != WATER))
    if not guards.shows("targets.sodium_mg"):
        totals = replace(snack.totals, nutrients=snack.totals.nutrients._replace(sodium_mg=None))
        items = tuple(
            replace(item, nutrients=item.nutrients._replace(sodium_mg=None)) for item in snack.items
        )
        snack = replace(snack, items=items, totals=totals)
    return snack


def _without_single(plan: DayPlan, gone: frozenset[str]) -> DayPlan:
    """The plan without some figures, on the clock, among the ceilings and in the menu's lines."""
    update: dict[str, Any] = {}
    if plan.timeline is not None:
        update["timeline"] = tuple(_without_figures(entry, gone) for entry in plan.timeline)
    if plan.targets is not None:
        limits = tuple(name for name in plan.targets.limits if name not in gone)
        update["targets"] = plan.targets.model_copy(update={"limits": limits})
    if plan.menu is not None:
        lines = {name: line for name, line in plan.menu.coverage.items() if name not in gone}
        update["menu"] = plan.menu.model_copy(update={"coverage": lines})
    return plan.model_copy(update=update)


def _without_figures(entry: Entry, gone: frozenset[str]) -> Entry:
    """A line of the clock without some figures; without fluid, no water is on the plate either."""
    if not entry.is_feeding:
        return entry
    update: dict[str, Any] = dict.fromkeys(gone)
    if "fluid_ml" in gone:
        items = tuple(item for item in entry.items if item.food_id != WATER)
        update |= {"items": items, "is_fluid_withheld": True}
        update |= {"station_ml": None, "sweat_ml": None}
    update |= {"taken": _shown(entry.taken, gone), "carry": _shown(entry.carry, gone)}
    if "carbohydrate_g_per_h" in gone:
        # When to take how much of it is what is not ours to say.
        update |= {"taken": (), "carry": ()}
    if "sodium_mg" in gone:
        update["sodium_mg_per_h"] = None
    return entry.model_copy(update=update)


def _shown(lines: Sequence[R], gone: frozenset[str]) -> tuple[R, ...]:
    """What is taken or carried, without some figures; without fluid, no water is told either."""
    return tuple(
        line.model_copy(update=dict.fromkeys(gone & type(line).model_fields.keys()))
        for line in lines
        if not ("fluid_ml" in gone and getattr(line, "food_id", "") == WATER)
    )


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
    return _only(entry, _KEPT).model_copy(update={"items": items, "taken": (), "carry": ()})


def _only(record: R, kept: frozenset[str]) -> R:
    """A record with nothing but some of its fields; the others are None."""
    # What is kept is named, and not what goes: a new field is out until somebody looks at it.
    return record.model_copy(update=dict.fromkeys(type(record).model_fields.keys() - kept))


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

"""
The figures of a day's food, each with what is behind it: plates, and what they add up to.

They are made when somebody asks, from the finished plan alone: what a guard took out of it is
explained nowhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import isclose
from typing import Final

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.menu import Menu, Relaxed
from fuelcalc.models.timeline import Carried, Item, Served, Taken
from fuelcalc.models.trace import Figure, Links
from fuelcalc.planning.clock_trace import BY_MACROS, MACROS, EntryAt, clock_lines
from fuelcalc.planning.trace import figure_of
from fuelcalc.science.sources import SOURCES, Behind, Source

_CHOSEN: Final = Behind("amount x weight of one", SOURCES["menu"])
_DRY: Final = Behind("grams / what a gram of it weighs cooked", SOURCES["foods"])
_WEIGHED: Final = Behind("amount x weight of one", SOURCES["on-the-way"])
_MOMENT: Final = Behind("even moments of the session, from its start", SOURCES["on-the-way"])
_SUM: Final = Behind("sum of its foods", SOURCES["sum"])
_OF_DAY: Final = Behind("sum of the feedings", SOURCES["sum"])
_HELD: Final = Behind("what the foods hold, as far as the table knows", SOURCES["foods"])
_TARGET: Final = Behind("the target of the day", SOURCES["sum"])
_REFERENCE: Final = Behind(
    "the most that the day should hold, by its energy and targets", SOURCES["menu"]
)
_SHARE: Final = Behind("amount / reference", SOURCES["sum"])
_LIMIT: Final = Behind("the limit or wish that gave way", SOURCES["menu"])
_INSTEAD: Final = Behind(
    "the nearest that was found within all that may not give way", SOURCES["menu"]
)
# The search counts by single precision, which holds seven digits.
_SINGLE: Final = 1e-6
_PER_100_G: Final = "grams / 100 x what the food table has in 100 g"
_NUTRIENTS: Final = ("energy_kcal", *MACROS, "fibre_g")
_OF_TAKEN: Final = ("carbohydrate_g", "sodium_mg", "caffeine_mg", "fluid_ml")
_OF_LIMIT: Final[Mapping[str, str]] = {
    "energy": "energy_kcal", "protein": "protein_g", "carbohydrate": "carbohydrate_g",
    "fat": "fat_g", "fibre": "fibre_g", "sodium": "sodium_mg",
}  # fmt: skip


def food_figures(plan: DayPlan) -> Iterator[Figure]:
    """
    Every number of a day's food.

    Args:
        plan: As its reader sees it.
    """
    for line in clock_lines(plan):
        yield from _plate(line)
    if plan.menu is not None:
        fed = [f"{line.path}.served" for line in clock_lines(plan)]
        yield from _added_up(plan.menu.totals, "menu.totals", fed, _OF_DAY)
        yield from _coverage(plan, plan.menu)
        for number, miss in enumerate(plan.menu.relaxed):
            yield from _miss(plan, miss, f"menu.relaxed[{number}]")


def _plate(line: EntryAt) -> Iterator[Figure]:
    """The foods of one feeding, what they add up to, and on the move when each is taken."""
    entry = line.entry
    for number, item in enumerate(entry.items):
        yield from _item(item, f"{line.path}.items[{number}]")
    foods = [f"{line.path}.items[{number}]" for number in range(len(entry.items))]
    yield from _added_up(entry.served, f"{line.path}.served", foods, _SUM)
    sources = {item.food_id: item.source for item in entry.items}
    for number, one in enumerate(entry.taken):
        path = f"{line.path}.taken[{number}]"
        yield figure_of(f"{path}.minute", one.minute, _MOMENT)
        yield from _handled(one, path, sources)
    for number, carried in enumerate(entry.carry):
        yield from _handled(carried, f"{line.path}.carry[{number}]", sources)


def _item(item: Item, path: str) -> Iterator[Figure]:
    """How much of a food there is, and what it brings by the table that it names."""
    # Where numbers are withheld a food is its name alone.
    if item.grams is None or item.amount is None or item.portion is None:
        return
    of_kitchen = (("amount", item.amount), ("weight_of_one_g", item.portion.one_g))
    yield figure_of(f"{path}.grams", item.grams, _CHOSEN, of_kitchen)
    links = (("grams", f"{path}.grams"),)
    if item.dry_g is not None:
        swells = (("grams_of_a_dry_gram", item.grams / item.dry_g),)
        yield figure_of(f"{path}.dry_g", item.dry_g, _DRY, swells, links=links)
    table = Behind(_PER_100_G, Source(item.source))
    for name, value in _known(item, _NUTRIENTS):
        per_100g = (f"{name}_per_100_g", 100.0 * value / max(item.grams, 1e-9))
        yield figure_of(
            f"{path}.{name}", value, table, (("grams", item.grams), per_100g), links=links
        )


def _handled(one: Taken | Carried, path: str, sources: Mapping[str, str]) -> Iterator[Figure]:
    """How much of a food is taken at a moment or carried, and what that brings."""
    grams = one.amount * one.portion.one_g
    inputs = (("amount", one.amount), ("weight_of_one_g", one.portion.one_g))
    yield figure_of(f"{path}.grams", grams, _WEIGHED, inputs)
    table = Behind(_PER_100_G, Source(sources.get(one.food_id, str(SOURCES["foods"]))))
    links = (("grams", f"{path}.grams"),)
    for name, value in _known(one, _OF_TAKEN):
        yield figure_of(f"{path}.{name}", value, table, (("grams", grams),), links=links)


def _known(record: object, names: Sequence[str]) -> Iterator[tuple[str, float]]:
    """The numbers of a record that it has, by their names."""
    for name in names:
        value = getattr(record, name, None)
        if value is not None:
            yield name, value


def _added_up(
    served: Served | None, path: str, parts: Sequence[str], found: Behind
) -> Iterator[Figure]:
    """What the foods of a feeding, or the feedings of a day, add up to."""
    for name, value in _known(served, _NUTRIENTS):
        links = tuple((name, f"{part}.{name}") for part in parts)
        yield figure_of(f"{path}.{name}", value, found, links=links)
    for name, value in _known(served, ("energy_449_kcal",)):
        links = tuple((one, f"{path}.{one}") for one in MACROS)
        yield figure_of(f"{path}.{name}", value, BY_MACROS, (*_known(served, MACROS),), links=links)


def _coverage(plan: DayPlan, menu: Menu) -> Iterator[Figure]:
    """Each nutrient of the day's food beside what it is held against."""
    for name, line in menu.coverage.items():
        path, unknown = f"menu.coverage.{name}", (("unknown_share", line.unknown_share),)
        for part, value in _known(line, ("amount",)):
            yield figure_of(f"{path}.{part}", value, _HELD, unknown)
        links = _target_link(plan, name, line.reference)
        found, given = (_TARGET, (("target", line.reference),)) if links else (_REFERENCE, ())
        yield figure_of(f"{path}.reference", line.reference, found, given, links=links)
        both = (*_known(line, ("amount", "reference")),)
        links = tuple((each, f"{path}.{each}") for each, _ in both)
        for part, value in _known(line, ("share",)):
            yield figure_of(f"{path}.{part}", value, _SHARE, both, links=links)


def _target_link(plan: DayPlan, name: str, value: float) -> Links:
    """The target that a reference is, where it is one and no ceiling of its own."""
    usual = getattr(plan.targets, "micronutrients", {})
    for path, target in (
        (f"targets.micronutrients.{name}", usual.get(name)),
        (f"targets.{name}", getattr(plan.targets, name, None)),
    ):
        if target == value:
            return (("target", path),)
    return ()


def _miss(plan: DayPlan, miss: Relaxed, path: str) -> Iterator[Figure]:
    """What was asked for where something gave way, and what there is instead."""
    name = _OF_LIMIT.get(miss.limit, miss.limit.replace("-", "_"))
    totals = None if plan.menu is None else plan.menu.totals
    there: list[tuple[str, object]] = [("targets", plan.targets), ("menu.totals", totals)]
    for line in clock_lines(plan):
        if line.entry.minute == miss.minute and line.entry.is_feeding:
            there = [(line.path, line.entry), (f"{line.path}.served", line.entry.served)]
    for end, value in _known(miss, ("asked", "got")):
        # A band may ask for a little more or less than its target: then it is no link.
        links = tuple(
            (name, f"{place}.{name}")
            for place, record in there
            if isclose(getattr(record, name, None) or 0.0, value, rel_tol=_SINGLE)
        )
        found = _LIMIT if end == "asked" else _INSTEAD
        yield figure_of(f"{path}.{end}", value, found, ((name, value),), links=links)

"""
What is true of every day's food, whoever it is for: limits, portions, sums and bands.

Everything is worked out again from the food table, by another way than the menu's own.
"""

import math
from collections.abc import Iterator

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.foods import Food
from fuelcalc.models.timeline import Entry, Item
from fuelcalc.pantry import FoodTable, food_table, is_allowed

_MACROS = ("protein_g", "carbohydrate_g", "fat_g")
_LEAST_BAND_G = {"protein_g": 3.0, "carbohydrate_g": 5.0, "fat_g": 3.0}


def broken_menu_laws(plan: DayPlan, foods: FoodTable | None = None) -> list[str]:
    """Name every law that a plan's food breaks; none for a sound menu."""
    table = foods or food_table()
    found: list[str] = []
    fed = [entry for entry in plan.timeline or () if entry.items]
    for entry in fed:
        found += _plate_laws(entry, plan.athlete, table)
    dishes = [entry.dish_id for entry in fed if entry.kind != "during"]
    said = plan.menu is None or any(one.limit == "variety" for one in plan.menu.relaxed)
    if len(set(dishes)) < len(dishes) and not said:
        found.append("a dish is served twice on one day, and nothing said")
    if plan.menu is not None and plan.targets is not None:
        found += _sum_laws(plan, fed)
        found += _band_laws(plan)
    return found


def _plate_laws(entry: Entry, athlete: Athlete, table: FoodTable) -> Iterator[str]:
    """Limits, portions and sums of one plate."""
    for item in entry.items:
        food = table.by_id[item.food_id]
        allowed = is_allowed(
            food,
            diet=athlete.diet,
            avoid=athlete.avoid,
            restrictions=athlete.restrictions,
            dislikes=athlete.dislikes,
        )
        if not allowed:
            yield f"{entry.label}: {item.food_id} is not allowed"
        if item.grams is not None:
            yield from _portion_laws(entry, item, food)
    ids = [item.food_id for item in entry.items]
    if len(set(ids)) < len(ids):
        yield f"{entry.label}: a food is on the plate twice"
    kinds = {table.by_id[food_id].role for food_id in ids} & {"meat", "poultry"}
    milk = any("milk" in (table.by_id[food_id].allergens or ()) for food_id in ids)
    if "kosher-style" in athlete.restrictions and kinds and milk:
        yield f"{entry.label}: meat and milk are on one plate"


def _portion_laws(entry: Entry, item: Item, food: Food) -> Iterator[str]:
    """An amount is in steps of the food, and within its largest portion an hour."""
    steps = (item.grams or 0.0) / food.portion.one_g / food.portion.step
    if steps < 0.5 or abs(steps - round(steps)) > 1e-6:
        yield f"{entry.label}: {item.grams} g of {item.food_id} is no step"
    hours = max(math.ceil(entry.minutes / 60.0), 1) if entry.kind == "during" else 1
    if (item.grams or 0.0) > hours * food.portion.most * food.portion.one_g + 1e-6:
        yield f"{entry.label}: {item.grams} g of {item.food_id} is over its largest portion"
    held = food.amount(item.grams or 0.0)
    for name in (*_MACROS, "energy_kcal"):
        if not _same(getattr(item, name), getattr(held, name)):
            yield f"{entry.label}: {name} of {item.food_id} is not the table's"


def _sum_laws(plan: DayPlan, fed: list[Entry]) -> Iterator[str]:
    """`served` is the sum of the items, and the totals are the sum of served."""
    for name in (*_MACROS, "energy_kcal"):
        totals = []
        for entry in fed:
            values = [getattr(item, name) for item in entry.items]
            if not _same(getattr(entry.served, name), _total(values)):
                yield f"{entry.label}: served {name} is not the sum of its items"
            totals.append(_total(values))
        if not _same(getattr(plan.menu.totals, name), _total(totals)):
            yield f"the totals' {name} is not the sum of what is served"


def _band_laws(plan: DayPlan) -> Iterator[str]:
    """Each feeding and the day are within their bands, or the menu says which is not."""
    said = {(one.where.split(" (")[0], one.limit) for one in plan.menu.relaxed}
    feedings = [entry for entry in plan.timeline if entry.is_feeding]
    asked = [entry for entry in feedings if _is_food(entry)]
    for entry in feedings:
        label = entry.label.split(",")[0]
        if entry.items and not _is_food(entry):
            yield f"{entry.label}: food where a drink is meant"
        elif entry.items:
            yield from _entry_bands(entry, label, said)
        elif _is_food(entry) and (label, "food") not in said:
            yield f"{entry.label}: no food, and nothing said"
    yield from _day_bands(plan, asked, said)


def _day_bands(plan: DayPlan, asked: list[Entry], said: set[tuple[str, str]]) -> Iterator[str]:
    """The day's macronutrients within 5 % and its energy by 4/4/9 within 3 %."""
    wanted = {name: sum(getattr(entry, name) for entry in asked) for name in _MACROS}
    held = {name: getattr(plan.menu.totals, name) or 0.0 for name in _MACROS}
    for name in _MACROS:
        off = abs(held[name] - wanted[name])
        if off > 0.05 * wanted[name] + 1e-6 and ("day", name.removesuffix("_g")) not in said:
            yield f"the day's {name} is {off:.1f} off, and nothing said"
    off = abs(_kcal(held) - _kcal(wanted))
    if off > 0.03 * _kcal(wanted) + 1e-6 and ("day", "energy") not in said:
        yield "the day's energy is over 3 % off, and nothing said"


def _kcal(grams: dict[str, float]) -> float:
    return 4.0 * grams["protein_g"] + 4.0 * grams["carbohydrate_g"] + 9.0 * grams["fat_g"]


def _entry_bands(entry: Entry, label: str, said: set[tuple[str, str]]) -> Iterator[str]:
    """One feeding's macronutrients; a dose counts carbohydrate without the fibre."""
    is_dose = entry.kind == "during" or (
        entry.kind == "before" and entry.label.startswith(("before", "between"))
    )
    for name in _MACROS:
        held = sum(getattr(item, name) or 0.0 for item in entry.items)
        if is_dose and name == "carbohydrate_g":
            held -= sum(item.fibre_g or 0.0 for item in entry.items)
        asked = getattr(entry, name)
        band = max(0.10 * asked, _LEAST_BAND_G[name])
        if abs(held - asked) > band + 1e-6 and (label, name.removesuffix("_g")) not in said:
            yield f"{entry.label}: {held:.1f} g {name} instead of {asked:.1f}, and nothing said"


def _is_food(entry: Entry) -> bool:
    return any(getattr(entry, name) > _LEAST_BAND_G[name] for name in _MACROS)


def _total(values: list[float | None]) -> float | None:
    return None if any(value is None for value in values) else sum(values)


def _same(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return left is None and right is None
    return math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-6)

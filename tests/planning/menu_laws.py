"""
What is true of every day's food, whoever it is for: limits, portions, sums, bands and words.

Everything is worked out again from the food table and the printed plan, by another way than
the menu's own.
"""

import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from menu_band_laws import band_laws, day_laws
from menu_said_laws import coverage_laws, order_laws, word_laws
from menu_shown import (
    HAIR,
    MACROS,
    SAID,
    Shown,
    courses_of,
    same,
    total,
    where_of,
)
from menu_taken_laws import taken_laws
from people import place_of

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.dishes import Component, Dish
from fuelcalc.models.foods import Food
from fuelcalc.models.timeline import Entry, Item
from fuelcalc.pantry import BUNDLED, Limits, Pantry
from fuelcalc.pantry.up_to import few_on_a_plate

_SUMMED = (*MACROS, "fibre_g", "energy_kcal")
_SMALL_KG, _SMALL_SHARE = 55.0, 0.8
"""Who is lighter may be served so much of a dish's least amounts."""


class _Helping(NamedTuple):
    """From how much of its least a food may be served, and what its reader keeps."""

    share: float
    codes: Sequence[str]


def broken_menu_laws(plan: DayPlan, foods: Pantry | None = None) -> list[str]:
    """
    Name every law that a plan's food breaks; none for a sound menu.

    Args:
        plan: Any plan, one without a menu included.
        foods: The table that it was made from; the bundled one by default.
    """
    table = foods or BUNDLED
    fed = [entry for entry in plan.timeline or () if entry.items]
    gave_way = () if plan.menu is None else plan.menu.relaxed
    shown = Shown(plan, table, fed, frozenset((place_of(one), one.limit) for one in gave_way))
    codes = plan.athlete.restrictions
    found = [law for entry in fed for law in _plate_laws(entry, shown)]
    share = _SMALL_SHARE if plan.athlete.mass_kg < _SMALL_KG else 1.0
    found += [law for entry in fed for law in _dish_laws(entry, table, _Helping(share, codes))]
    if plan.menu is not None and plan.targets is not None:
        for laws in (
            _variety_laws,
            _lunch_laws,
            _sum_laws,
            band_laws,
            day_laws,
            coverage_laws,
            order_laws,
            word_laws,
            taken_laws,
        ):
            found += laws(shown)
    elif "menu" in plan.withheld and fed:
        found.append("the menu is withheld, and there are foods")
    return found


def missed_bands(plan: DayPlan) -> list[str]:
    """What a menu says is outside its bands: the nutrient, with "day" before the day's own."""
    gave_way = () if plan.menu is None else plan.menu.relaxed
    return [
        f"day {one.limit}" if one.is_of_day else one.limit for one in gave_way if one.limit in SAID
    ]


def _plate_laws(entry: Entry, shown: Shown) -> Iterator[str]:
    """Limits and portions of one plate."""
    athlete, table = shown.plan.athlete, shown.table
    limits = Limits.of(
        diet=athlete.diet,
        avoid=athlete.avoid,
        restrictions=athlete.restrictions,
        dislikes=athlete.dislikes,
    )
    if not few_on_a_plate([table.by_id[item.food_id] for item in entry.items], limits):
        yield f"{where_of(entry)}: too many foods of which only so much is allowed"
    for item in entry.items:
        food = table.by_id[item.food_id]
        most_g = limits.most_g(food)
        if most_g <= 0.0 or (item.grams or 0.0) > most_g + 1e-6:
            yield f"{where_of(entry)}: {item.food_id} is not allowed"
        if item.grams is not None:
            yield from _portion_laws(entry, item, food)
    ids = [item.food_id for item in entry.items]
    if len(set(ids)) < len(ids):
        yield f"{where_of(entry)}: a food is on the plate twice"
    kinds = {table.by_id[food_id].role for food_id in ids} & {"meat", "poultry"}
    milk = any("milk" in (table.by_id[food_id].allergens or ()) for food_id in ids)
    if "kosher-style" in athlete.restrictions and kinds and milk:
        yield f"{where_of(entry)}: meat and milk are on one plate"


def _hours(entry: Entry) -> int:
    """How many largest portions may be eaten: one, and on the move one an hour."""
    return max(math.ceil(entry.minutes / 60.0 - HAIR), 1) if entry.kind == "during" else 1


def _portion_laws(entry: Entry, item: Item, food: Food) -> Iterator[str]:
    """An amount is in steps of the food, within its largest portion, and holds what it holds."""
    grams = item.grams or 0.0
    steps = grams / food.portion.one_g / food.portion.step
    if steps < 0.5 or abs(steps - round(steps)) > HAIR:
        yield f"{where_of(entry)}: {grams} g of {item.food_id} is no step"
    if grams > _hours(entry) * food.portion.most * food.portion.one_g + HAIR:
        yield f"{where_of(entry)}: {grams} g of {item.food_id} is over its largest portion"
    held = food.amount(grams)
    for name in _SUMMED:
        if not same(getattr(item, name), getattr(held, name)):
            yield f"{where_of(entry)}: {name} of {item.food_id} is not the table's"


def _dish_laws(entry: Entry, table: Pantry, helping: _Helping) -> Iterator[str]:
    """A dish is that dish: each place that has to be filled is, in amounts within its range."""
    dish = {dish.dish_id: dish for dish in table.dishes}.get(entry.dish_id or "")
    if dish is None:
        yield f"{where_of(entry)}: there is no dish {entry.dish_id}"
        return
    # A gel with caffeine takes the place of one of the gels.
    served = {item.food_id: item for item in entry.items if item.food_id != "caffeine-gel"}
    if len(served) < len(entry.items) and "energy-gel" not in {
        one.food_id for place in dish.places for one in place
    }:
        yield f"{where_of(entry)}: a caffeine gel stands for no gel"
    for place in dish.places:
        there = [one for one in place if one.food_id in served]
        is_withheld = entry.is_fluid_withheld and any(one.food_id == "water" for one in place)
        if not (there or is_withheld) and all(one.least > 0.0 for one in place):
            yield f"{where_of(entry)}: {dish.dish_id} lacks one of its foods"
    # A dish by itself may have the word in its name.
    if len(courses_of(entry)) == 1 or (entry.dish or "") == dish.name:
        yield from _range_laws(entry, dish, served, table, helping)


def _range_laws(
    entry: Entry, dish: Dish, served: dict[str, Item], table: Pantry, helping: _Helping
) -> Iterator[str]:
    """Each food of a dish without sides is in the range of one of its places."""
    for food_id, item in served.items():
        ranges = [one for place in dish.places for one in place if one.food_id == food_id]
        if not ranges:
            yield f"{where_of(entry)}: {food_id} is no part of {dish.dish_id}"
        portion = table.by_id[food_id].portion
        is_own = portion != BUNDLED.by_id.get(food_id, table.by_id[food_id]).portion
        if item.grams is None or is_own:
            continue
        measures = item.grams / portion.one_g
        # Of what a restriction allows only so much, half of the least stands, and is no more.
        is_little = any(code in helping.codes for code, _ in table.by_id[food_id].suits_up_to_g)
        least_share = 0.5 * helping.share if is_little else helping.share
        if not any(_is_in(measures, one, _hours(entry), least_share) for one in ranges):
            yield f"{where_of(entry)}: {measures} of {food_id} is outside {dish.dish_id}"


def _is_in(measures: float, one: Component, hours: int, share: float) -> bool:
    return share * one.least - HAIR <= measures <= hours * one.most + HAIR


def _variety_laws(shown: Shown) -> Iterator[str]:
    """No dish comes twice a day but on the move, or the menu says so."""
    seen: set[str | None] = set()
    for entry in shown.fed:
        if entry.kind == "during":
            continue
        if entry.dish_id in seen and (where_of(entry), "variety") not in shown.said:
            yield f"{where_of(entry)}: {entry.dish_id} comes twice today, and nothing said"
        seen.add(entry.dish_id)


def _is_small(entry: Entry, shown: Shown) -> bool:
    """Whether a snack, or a bite before a session, is eaten at work; no eve of a race is."""
    who, targets = shown.plan.athlete, shown.plan.targets
    is_eve = targets is not None and "fibre_g" in targets.limits
    is_small = entry.name == "snack" or (entry.kind == "before" and entry.name is None)
    is_away = (who.lunch or who.daily_life) != "home"
    return is_small and is_away and not is_eve and 9 * 60 <= entry.minute <= 17 * 60


def _lunch_laws(shown: Shown) -> Iterator[str]:
    """Lunch and snacks of working hours go where they are eaten, or it is said."""
    ways = {"packed": {"cold"}, "microwave": {"cold", "warm"}}
    may = ways.get(shown.plan.athlete.lunch or "")
    is_weekend = shown.plan.date is not None and shown.plan.date.weekday() > 4
    carried = {dish.dish_id: dish.carried for dish in shown.table.dishes}
    for entry in shown.fed:
        said = (where_of(entry), "lunch") in shown.said
        fits = may if entry.name == "lunch" else {"cold"} if _is_small(entry, shown) else None
        is_asked = fits is not None and not is_weekend
        if (is_asked and carried.get(entry.dish_id or "") not in fits) != said:
            yield f"{where_of(entry)}: {entry.dish_id} goes to work or not, said: {said}"


def _sum_laws(shown: Shown) -> Iterator[str]:
    """`served` is the sum of the items, and the totals are the sum of served."""
    plates = [(where_of(entry), entry.served, entry.items) for entry in shown.fed]
    menu = shown.plan.menu
    everything = [item for entry in shown.fed for item in entry.items]
    for where, sums, items in (*plates, ("day", menu.totals if menu else None, everything)):
        for name in _SUMMED:
            if not same(getattr(sums, name), total([getattr(item, name) for item in items])):
                yield f"{where}: served {name} is not the sum of its items"
        if not same(getattr(sums, "energy_449_kcal", None), _kcal_of(sums)):
            yield f"{where}: 4/4/9 of what is served is not its energy"


def _kcal_of(served: Any) -> float | None:
    grams = [getattr(served, name) for name in MACROS]
    if any(value is None for value in grams):
        return None
    return 4.0 * grams[0] + 4.0 * grams[1] + 9.0 * grams[2]

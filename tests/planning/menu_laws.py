"""
What is true of every day's food, whoever it is for: limits, portions, sums, bands and words.

Everything is worked out again from the food table and the printed plan, by another way than
the menu's own.
"""

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from people import label, place_of

from fuelcalc import words
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.dishes import Component, Dish
from fuelcalc.models.foods import Food
from fuelcalc.models.menu import Coverage
from fuelcalc.models.timeline import Entry, Item, called_at
from fuelcalc.pantry import BUNDLED, Limits, Pantry
from fuelcalc.science.before import before_limits

MACROS = ("protein_g", "carbohydrate_g", "fat_g")
_SUMMED = (*MACROS, "fibre_g", "energy_kcal")
_LEAST_BAND_G = {"protein_g": 3.0, "carbohydrate_g": 5.0, "fat_g": 3.0}
_SMALL_KG, _SMALL_SHARE = 55.0, 0.8
"""Who is lighter may be served so much of a dish's least amounts."""

_ORDER = (
    "preparation-time", "lunch", "fat", "carbohydrate", "energy", "protein", "fibre", "sodium",
)  # fmt: skip
_SAID = {"fat", "carbohydrate", "protein", "energy", "fibre", "food", "sodium"}
_UNADVISED = {
    "haemochromatosis": {"iron_mg"},
    "kidney-stones": {"calcium_mg", "vitamin_c_mg"},
    "heart-failure": {"potassium_mg"},
    "hypertension-diuretics": {"potassium_mg"},
}
_SUMS_OF_TWO = {
    "epa_dha_g": ("epa_g", "dha_g"),
    "methionine_cystine_g": ("methionine_g", "cystine_g"),
    "phenylalanine_tyrosine_g": ("phenylalanine_g", "tyrosine_g"),
}
_IN_WATER = {"calcium_mg", "magnesium_mg", "zinc_mg"}
_PRINTED_MIN = 5.0
_SIP_ML = 1.0
_HAIR = 1e-6
# A tenth of a gram is as close as a target is kept.
_CEILING_HAIR_G = 0.1


class _Shown(NamedTuple):
    """A plan with its food table, and what its menu says gave way."""

    plan: DayPlan
    table: Pantry
    fed: Sequence[Entry]
    said: frozenset[tuple[str, str]]


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
    shown = _Shown(plan, table, fed, frozenset((place_of(one), one.limit) for one in gave_way))
    found = [law for entry in fed for law in _plate_laws(entry, shown)]
    share = _SMALL_SHARE if plan.athlete.mass_kg < _SMALL_KG else 1.0
    found += [law for entry in fed for law in _dish_laws(entry, table, share)]
    if plan.menu is not None and plan.targets is not None:
        for laws in (
            _variety_laws,
            _lunch_laws,
            _sum_laws,
            _band_laws,
            _day_laws,
            _coverage_laws,
            _order_laws,
            _word_laws,
            _taken_laws,
        ):
            found += laws(shown)
    elif "menu" in plan.withheld and fed:
        found.append("the menu is withheld, and there are foods")
    return found


def missed_bands(plan: DayPlan) -> list[str]:
    """What a menu says is outside its bands: the nutrient, with "day" before the day's own."""
    gave_way = () if plan.menu is None else plan.menu.relaxed
    return [
        f"day {one.limit}" if one.is_of_day else one.limit for one in gave_way if one.limit in _SAID
    ]


def _where(entry: Entry) -> str:
    """What a menu calls a feeding."""
    return f"{called_at(entry.feeding_name.called, entry.minute)} ({entry.start:%H:%M})"


def _plate_laws(entry: Entry, shown: _Shown) -> Iterator[str]:
    """Limits and portions of one plate."""
    athlete, table = shown.plan.athlete, shown.table
    for item in entry.items:
        food = table.by_id[item.food_id]
        allowed = Limits.of(
            diet=athlete.diet,
            avoid=athlete.avoid,
            restrictions=athlete.restrictions,
            dislikes=athlete.dislikes,
        ).allow(food)
        if not allowed:
            yield f"{_where(entry)}: {item.food_id} is not allowed"
        if item.grams is not None:
            yield from _portion_laws(entry, item, food)
    ids = [item.food_id for item in entry.items]
    if len(set(ids)) < len(ids):
        yield f"{_where(entry)}: a food is on the plate twice"
    kinds = {table.by_id[food_id].role for food_id in ids} & {"meat", "poultry"}
    milk = any("milk" in (table.by_id[food_id].allergens or ()) for food_id in ids)
    if "kosher-style" in athlete.restrictions and kinds and milk:
        yield f"{_where(entry)}: meat and milk are on one plate"


def _hours(entry: Entry) -> int:
    """How many largest portions may be eaten: one, and on the move one an hour."""
    return max(math.ceil(entry.minutes / 60.0 - _HAIR), 1) if entry.kind == "during" else 1


def _portion_laws(entry: Entry, item: Item, food: Food) -> Iterator[str]:
    """An amount is in steps of the food, within its largest portion, and holds what it holds."""
    grams = item.grams or 0.0
    steps = grams / food.portion.one_g / food.portion.step
    if steps < 0.5 or abs(steps - round(steps)) > _HAIR:
        yield f"{_where(entry)}: {grams} g of {item.food_id} is no step"
    if grams > _hours(entry) * food.portion.most * food.portion.one_g + _HAIR:
        yield f"{_where(entry)}: {grams} g of {item.food_id} is over its largest portion"
    held = food.amount(grams)
    for name in _SUMMED:
        if not _same(getattr(item, name), getattr(held, name)):
            yield f"{_where(entry)}: {name} of {item.food_id} is not the table's"


def _dish_laws(entry: Entry, table: Pantry, share: float) -> Iterator[str]:
    """A dish is that dish: each place that has to be filled is, in amounts within its range."""
    dish = {dish.dish_id: dish for dish in table.dishes}.get(entry.dish_id or "")
    if dish is None:
        yield f"{_where(entry)}: there is no dish {entry.dish_id}"
        return
    # A gel with caffeine takes the place of one of the gels.
    served = {item.food_id: item for item in entry.items if item.food_id != "caffeine-gel"}
    if len(served) < len(entry.items) and "energy-gel" not in {
        one.food_id for place in dish.places for one in place
    }:
        yield f"{_where(entry)}: a caffeine gel stands for no gel"
    for place in dish.places:
        there = [one for one in place if one.food_id in served]
        is_withheld = entry.is_fluid_withheld and any(one.food_id == "water" for one in place)
        if not (there or is_withheld) and all(one.least > 0.0 for one in place):
            yield f"{_where(entry)}: {dish.dish_id} lacks one of its foods"
    if ", with " not in (entry.dish or "").removeprefix(dish.name):
        yield from _range_laws(entry, dish, served, table, share)


def _range_laws(
    entry: Entry, dish: Dish, served: dict[str, Item], table: Pantry, share: float
) -> Iterator[str]:
    """Each food of a dish without sides is in the range of one of its places."""
    for food_id, item in served.items():
        ranges = [one for place in dish.places for one in place if one.food_id == food_id]
        if not ranges:
            yield f"{_where(entry)}: {food_id} is no part of {dish.dish_id}"
        portion = table.by_id[food_id].portion
        is_own = portion != BUNDLED.by_id.get(food_id, table.by_id[food_id]).portion
        if item.grams is None or is_own:
            continue
        measures = item.grams / portion.one_g
        if not any(_is_in(measures, one, _hours(entry), share) for one in ranges):
            yield f"{_where(entry)}: {measures} of {food_id} is outside {dish.dish_id}"


def _is_in(measures: float, one: Component, hours: int, share: float) -> bool:
    return share * one.least - _HAIR <= measures <= hours * one.most + _HAIR


def _variety_laws(shown: _Shown) -> Iterator[str]:
    """No dish comes twice a day but on the move, or the menu says so."""
    seen: set[str | None] = set()
    for entry in shown.fed:
        if entry.kind == "during":
            continue
        if entry.dish_id in seen and (_where(entry), "variety") not in shown.said:
            yield f"{_where(entry)}: {entry.dish_id} comes twice today, and nothing said"
        seen.add(entry.dish_id)


def _lunch_laws(shown: _Shown) -> Iterator[str]:
    """What is eaten at noon from Monday to Friday goes where lunch is eaten, or it is said."""
    ways = {"packed": {"cold"}, "microwave": {"cold", "warm"}}
    may = ways.get(shown.plan.athlete.lunch or "")
    is_weekend = shown.plan.date is not None and shown.plan.date.weekday() > 4
    carried = {dish.dish_id: dish.carried for dish in shown.table.dishes}
    for entry in shown.fed:
        said = (_where(entry), "lunch") in shown.said
        is_asked = may is not None and entry.name == "lunch" and not is_weekend
        if (is_asked and carried.get(entry.dish_id or "") not in may) != said:
            yield f"{_where(entry)}: {entry.dish_id} goes to work or not, said: {said}"


def _sum_laws(shown: _Shown) -> Iterator[str]:
    """`served` is the sum of the items, and the totals are the sum of served."""
    plates = [(_where(entry), entry.served, entry.items) for entry in shown.fed]
    menu = shown.plan.menu
    everything = [item for entry in shown.fed for item in entry.items]
    for where, sums, items in (*plates, ("day", menu.totals if menu else None, everything)):
        for name in _SUMMED:
            if not _same(getattr(sums, name), _total([getattr(item, name) for item in items])):
                yield f"{where}: served {name} is not the sum of its items"
        if not _same(getattr(sums, "energy_449_kcal", None), _kcal_of(sums)):
            yield f"{where}: 4/4/9 of what is served is not its energy"


def _kcal_of(served: Any) -> float | None:
    grams = [getattr(served, name) for name in MACROS]
    if any(value is None for value in grams):
        return None
    return 4.0 * grams[0] + 4.0 * grams[1] + 9.0 * grams[2]


def _is_food(entry: Entry) -> bool:
    return any(getattr(entry, name) > _LEAST_BAND_G[name] for name in MACROS)


def _is_snack_before(entry: Entry) -> bool:
    return entry.kind == "before" and label(entry).startswith(("before", "between"))


def _is_dose(entry: Entry) -> bool:
    """A snack before a session or something on the move, which counts no fibre."""
    return entry.kind == "during" or _is_snack_before(entry)


def _judged(entry: Entry, name: str) -> float:
    """What a feeding holds of a macronutrient, as its band counts it."""
    column = "energy_kcal" if name == "energy" else name
    held = sum(getattr(item, column) or 0.0 for item in entry.items)
    if name == "carbohydrate_g" and _is_dose(entry):
        held -= sum(item.fibre_g or 0.0 for item in entry.items)
    return held


def _band_laws(shown: _Shown) -> Iterator[str]:
    """Each feeding is within its bands and ceilings, or the menu says what is not."""
    for entry in (entry for entry in shown.plan.timeline or () if entry.is_feeding):
        where = _where(entry)
        if entry.items and not _is_food(entry):
            yield f"{where}: food where a drink is meant"
        elif entry.elsewhere is not None:
            if entry.items or entry.dish or not _is_food(entry):
                yield f"{where}: eaten elsewhere, and there is a dish, or nothing to hold"
        elif not entry.items and _is_food(entry) and (where, "food") not in shown.said:
            yield f"{where}: no food, and nothing said"
        elif entry.items:
            if (where, "food") in shown.said:
                yield f"{where}: there is food, and the menu says there is none"
            yield from _entry_bands(entry, shown)
            yield from _ceiling_laws(entry, shown)
            yield from _drink_laws(entry, shown.table)


def _bands(entry: Entry) -> dict[str, tuple[float, float, float]]:
    """What is asked of a feeding, how far it may be below, and how far above."""
    asked = {name: getattr(entry, name) for name in MACROS}
    energy = _kcal(asked)
    if _is_dose(entry):
        far = {name: max(0.10 * asked[name], _LEAST_BAND_G[name]) for name in MACROS}
        # Before a session the carbohydrate is the dose; protein and fat only have a most.
        free = {"protein_g", "fat_g"} if _is_snack_before(entry) else set()
        return {
            name: (asked[name], math.inf if name in free else far[name], far[name])
            for name in MACROS
        }
    floor = 0.10 if entry.kind in {"before", "after"} else 0.20
    # After a session nine tenths of the protein are there, however few grams a tenth is (R11).
    floor_g = max(floor * asked["protein_g"], 1.0 if entry.kind == "after" else 3.0)
    bands = {
        "protein_g": (asked["protein_g"], floor_g, math.inf),
        "energy": (energy, max(0.25 * energy, 30.0), max(0.25 * energy, 30.0)),
    }
    if entry.kind in {"before", "after"}:
        far_g = max(0.15 * asked["carbohydrate_g"], 5.0)
        bands["carbohydrate_g"] = (asked["carbohydrate_g"], far_g, far_g)
    return bands


def _entry_bands(entry: Entry, shown: _Shown) -> Iterator[str]:
    """What is outside its band is said; what is said is outside its band, or over a ceiling."""
    where, bands = _where(entry), _bands(entry)
    for name, (asked, below, above) in bands.items():
        held = _judged(entry, name)
        said = (where, name.removesuffix("_g")) in shown.said
        is_off = held < asked - below - 2 * _HAIR or held > asked + above + 2 * _HAIR
        is_near = asked - below + _HAIR < held < asked + above - _HAIR
        if is_off and not said:
            yield f"{where}: {held:.1f} of {name} instead of {asked:.1f}, and nothing said"
        has_ceiling = name == "fat_g" and _minutes_to_session(entry, shown) < math.inf
        if is_near and said and not has_ceiling:
            yield f"{where}: {held:.1f} of {name} is near {asked:.1f}, and said to be off"
    for name in {"carbohydrate_g", "energy"} - set(bands):
        if (where, name.removesuffix("_g")) in shown.said:
            yield f"{where}: {name} has no band here, and is said to be off"


def _minutes_to_session(entry: Entry, shown: _Shown) -> float:
    """Minutes to the next session of the day; infinite where there is none."""
    starts = [
        one.minute
        for one in shown.plan.timeline or ()
        if one.kind in {"run", "lift", "other"} and one.minute >= entry.minute
    ]
    return min(starts, default=math.inf) - entry.minute


def _ceiling_laws(entry: Entry, shown: _Shown) -> Iterator[str]:
    """Food before a run or a lift keeps to what sits well by then, 3 g fat and 2 g fibre over."""
    if entry.kind == "during":
        return
    kg = shown.plan.athlete.mass_kg
    for session in shown.plan.timeline or ():
        # A feeding is planned to the minute, and printed on five.
        minutes = session.minute - entry.minute - entry.minutes + _PRINTED_MIN
        longest = {"run": 240.0, "lift": 90.0}.get(session.kind, -1.0)
        if not _PRINTED_MIN <= minutes <= longest:
            continue
        rows = before_limits(minutes=minutes, mass_kg=kg)
        easy = 1.5 if session.kind == "run" and session.minutes < 85.0 else 1.0
        for name, row, over in (("fat", rows.fat_g, 3.0), ("fibre", rows.fibre_g, 2.0)):
            held = sum(getattr(item, f"{name}_g") or 0.0 for item in entry.items)
            most = easy * row * kg / 70.0 + over + _CEILING_HAIR_G
            if held > most and (_where(entry), name) not in shown.said:
                yield f"{_where(entry)}: {held:.1f} g {name} before a session, and nothing said"


def _drink_laws(entry: Entry, table: Pantry) -> Iterator[str]:
    """No dish pours more on the move than the fluid of that line, to a sip of 1 ml."""
    drink_ml = 0.0
    for item in entry.items:
        portion = table.by_id[item.food_id].portion
        if portion.one_ml is not None:
            drink_ml += (item.grams or 0.0) / portion.one_g * portion.one_ml
    most_ml = (entry.fluid_ml or 0.0) + _SIP_ML
    if entry.kind == "during" and drink_ml > most_ml + _HAIR:
        yield f"{_where(entry)}: {drink_ml:.0f} ml on the move, over {entry.fluid_ml:.0f}"


def _is_long(entry: Entry, shown: _Shown) -> bool:
    """Whether a line is what is taken on a session of over 90 minutes, or in a race."""
    names = [one.name or "" for one in shown.plan.timeline or () if one.minute == entry.minute]
    return entry.kind == "during" and (entry.minutes > 90.0 or any("race" in one for one in names))


def _taken_laws(shown: _Shown) -> Iterator[str]:
    """What is taken by the minute is the plate; its times, its salt and its bottle hold."""
    for entry in shown.fed:
        if bool(entry.taken) != (_is_long(entry, shown) and bool(entry.items)):
            withheld = "timeline.carbohydrate_g_per_h" in shown.plan.withheld
            if not withheld or entry.taken:
                yield f"{_where(entry)}: taken by the minute, or not, against its length"
        if not entry.taken:
            continue
        for item in entry.items:
            yield from _part_laws(entry, item, shown)
        if {one.food_id for one in entry.taken} != {item.food_id for item in entry.items}:
            yield f"{_where(entry)}: something else is taken than is on the plate"
        yield from _moment_laws(entry)
        yield from _bottle_laws(entry, shown)


def _part_laws(entry: Entry, item: Item, shown: _Shown) -> Iterator[str]:
    """What is taken of a food is what is on the plate."""
    parts = [one for one in entry.taken if one.food_id == item.food_id]
    held = shown.table.by_id[item.food_id].amount(item.grams or 0.0)
    for name, whole in (
        ("amount", item.amount),
        ("carbohydrate_g", item.carbohydrate_g),
        ("caffeine_mg", held.caffeine_mg or 0.0),
    ):
        if not _same(_total([getattr(one, name) for one in parts]), whole):
            yield f"{_where(entry)}: {name} of {item.food_id} does not add up"


def _moment_laws(entry: Entry) -> Iterator[str]:
    """In order, inside the session, the last bite 15 minutes before the end, caffeine apart."""
    minutes = [one.minute for one in entry.taken]
    if minutes != sorted(minutes) or not 0.0 < minutes[0] <= minutes[-1] < entry.minutes:
        yield f"{_where(entry)}: moments out of order"
    bites = [one.minute for one in entry.taken if not one.is_bottled and one.carbohydrate_g]
    if entry.minutes > 45.0 and bites and max(bites) > entry.minutes - 15.0 + _HAIR:
        yield f"{_where(entry)}: a bite at {max(bites):.0f} of {entry.minutes:.0f} minutes"
    caffeine = [one for one in entry.taken if one.caffeine_mg]
    for one in caffeine:
        if not 0.6 - _HAIR <= one.minute / entry.minutes <= 0.7 + _HAIR or one.amount != 1.0:
            yield f"{_where(entry)}: caffeine at {one.minute:.0f} of {entry.minutes:.0f} minutes"
    if any(two.minute - one.minute < 45.0 for one, two in itertools.pairwise(caffeine)):
        yield f"{_where(entry)}: two caffeine units within 45 minutes"


def _bottle_laws(entry: Entry, shown: _Shown) -> Iterator[str]:
    """Sodium within a quarter or half a capsule, or it is said; no bottle over 8 %."""
    sodium_mg = drink_ml = drink_g = 0.0
    for item in entry.items:
        food, grams = shown.table.by_id[item.food_id], item.grams or 0.0
        held = food.amount(grams)
        sodium_mg += held.sodium_mg or 0.0
        poured_ml = (item.amount or 0.0) * (food.portion.one_ml or 0.0)
        drink_ml += poured_ml
        drink_g += (held.carbohydrate_g or 0.0) if poured_ml or not food.eaten_as_is else 0.0
    asked, said = entry.sodium_mg, (_where(entry), "sodium") in shown.said
    unsalted = {"heart-failure", "hypertension", "hypertension-diuretics"}
    if asked is not None and not unsalted & set(shown.plan.athlete.conditions):
        beyond = abs(sodium_mg - asked) > max(0.25 * asked, 107.5) + 1e-4
        near = abs(sodium_mg - asked) < max(0.25 * asked, 107.5) - 1e-4
        if (beyond and not said) or (near and said):
            yield f"{_where(entry)}: {sodium_mg:.0f} mg sodium for {asked:.0f}, said: {said}"
    elif said:
        yield f"{_where(entry)}: sodium is said to who must not add salt"
    is_ours = (entry.dish_id or "").startswith("long-") and entry.fluid_ml is not None
    if is_ours and drink_g > 0.08 * drink_ml + _HAIR:
        yield f"{_where(entry)}: a bottle of {100.0 * drink_g / max(drink_ml, 1.0):.1f} %"


def _day_laws(shown: _Shown) -> Iterator[str]:
    """
    The day within its bands, or it is said.

    Energy by the food table within 3 %; protein from 5 % below to 2.2 g/kg or 18 % of the energy;
    carbohydrate and fat within 10 %.
    """
    asked = [entry for entry in shown.plan.timeline or () if entry.is_feeding and _is_food(entry)]
    if any(entry.elsewhere for entry in asked):
        # What is eaten there decides whether the day is met.
        said = [limit for where, limit in shown.said if where == "day"]
        yield from (
            f"the day's {limit} is judged without what is eaten elsewhere" for limit in said
        )
        return
    menu, targets = shown.plan.menu, shown.plan.targets
    wanted = {name: sum(getattr(entry, name) for entry in asked) for name in MACROS}
    held = {name: getattr(menu.totals if menu else None, name) or 0.0 for name in MACROS}
    protein, kcal = wanted["protein_g"], _kcal(wanted)
    most_g = max(
        2.2 * shown.plan.athlete.mass_kg,
        0.18 * (targets.energy_kcal if targets else 0.0) / 4.0,
        targets.protein_g if targets else 0.0,
        1.05 * protein,
    )
    rows = [("protein", 0.95 * protein, most_g, held["protein_g"])]
    rows += [
        (name.removesuffix("_g"), 0.9 * wanted[name], 1.1 * wanted[name], held[name])
        for name in ("carbohydrate_g", "fat_g")
    ]
    rows.append(("energy", 0.97 * kcal, 1.03 * kcal, (menu.totals.energy_kcal if menu else 0) or 0))
    for name, least, most, got in rows:
        said = ("day", name) in shown.said
        if not least - 2 * _HAIR <= got <= most + 2 * _HAIR and not said:
            yield f"the day's {name} is {got:.1f} in {least:.1f} to {most:.1f}, and nothing said"
        if least + _HAIR < got < most - _HAIR and said:
            yield f"the day's {name} is within its band, and said to be off"


def _kcal(grams: dict[str, float]) -> float:
    return 4.0 * grams["protein_g"] + 4.0 * grams["carbohydrate_g"] + 9.0 * grams["fat_g"]


def _rest_share(plan: DayPlan) -> float:
    """How much of the food of a day is planned, and not eaten elsewhere."""
    fed = [one for one in plan.timeline or () if one.is_feeding and _is_food(one)]
    planned = sum(one.energy_kcal or 0.0 for one in fed if one.elsewhere is None)
    whole = sum(one.energy_kcal or 0.0 for one in fed)
    return planned / whole if whole else 1.0


def _coverage_laws(shown: _Shown) -> Iterator[str]:
    """Each nutrient's line is the sum of what is known; a low one names foods that may be eaten."""
    menu, targets = shown.plan.menu, shown.plan.targets
    if menu is None or targets is None:
        return
    missing = set(targets.micronutrients) - set(menu.coverage)
    if missing:
        yield f"there is no line for {sorted(missing)}"
    quiet: set[str] = set().union(*(_UNADVISED.get(c, ()) for c in shown.plan.athlete.conditions))
    for nutrient, line in menu.coverage.items():
        held, unknown = _known(nutrient, shown)
        if nutrient in _IN_WATER and "targets.fluid_ml" in shown.plan.withheld:
            # The water is drunk and counted; how much of it is not for the page to say.
            continue
        if not (_same(line.amount, held) and _same(line.unknown_share, unknown)):
            yield f"{nutrient}: {line.amount} and {line.unknown_share} are not what the foods hold"
        wanted = targets.micronutrients.get(nutrient)
        if wanted is not None and not _is_floor(line, _rest_share(shown.plan) * wanted):
            yield f"{nutrient}: {line.kind} {line.reference} is not the day's reference"
        if line.mend and (nutrient in quiet or not line.is_low):
            yield f"{nutrient}: advice where none is asked for"
        yield from _mend_laws(nutrient, line, shown)


def _is_floor(line: Coverage, wanted: float) -> bool:
    """Whether a line is a floor of so much; what a feeding asks for is known to a millionth."""
    return line.kind == "at-least" and math.isclose(line.reference, wanted, rel_tol=1e-6)


def _known(nutrient: str, shown: _Shown) -> tuple[float | None, float]:
    """What the day's foods hold of a nutrient, and the share of energy in those unknown."""
    amounts: list[float | None] = []
    unknown = energy = 0.0
    for item in (item for entry in shown.fed for item in entry.items):
        held = shown.table.by_id[item.food_id].amount(item.grams or 0.0)
        first, *second = _SUMS_OF_TWO.get(nutrient, (nutrient,))
        value = getattr(held, first)
        if value is None:
            unknown += held.energy_kcal or 0.0
        amounts.append(
            None if value is None else value + sum(getattr(held, n) or 0.0 for n in second)
        )
        energy += held.energy_kcal or 0.0
    known = [value for value in amounts if value is not None]
    return (sum(known) if known else None), unknown / max(energy, 1.0)


def _mend_laws(nutrient: str, line: Coverage, shown: _Shown) -> Iterator[str]:
    """Foods that mend are two at most, of two kinds, allowed, and hold some of it."""
    athlete = shown.plan.athlete
    named = [food for name in line.mend for food in shown.table.foods if food.name == name]
    if len({food.role for food in named}) != len(line.mend) or len(line.mend) > 2:
        yield f"{nutrient}: {line.mend} are not of different kinds"
    for food in named:
        allowed = Limits.of(
            diet=athlete.diet,
            avoid=athlete.avoid,
            restrictions=athlete.restrictions,
            dislikes=athlete.dislikes,
        ).allow(food)
        names = _SUMS_OF_TWO.get(nutrient, (nutrient,))
        if not allowed or not any(getattr(food.per_100g, name) for name in names):
            yield f"{nutrient}: {food.name} mends nothing, or is not allowed"


def _order_laws(shown: _Shown) -> Iterator[str]:
    """What gave way is about feedings of this day, each feeding's in the order of giving way."""
    menu = shown.plan.menu
    relaxed = () if menu is None else menu.relaxed
    places = {_where(entry) for entry in shown.plan.timeline or () if entry.is_feeding}
    for one in relaxed:
        if place_of(one) not in {*places, "day"} or "\n" in words(one):
            yield f"{place_of(one)}: {words(one)!r} is about no feeding of this day"
    for where in places:
        limits = [one.limit for one in relaxed if place_of(one) == where]
        # That a dish comes twice is said after all feedings.
        found = [_ORDER.index(limit) for limit in limits if limit in _ORDER]
        if found != sorted(found):
            yield f"{where}: {limits} is not the order in which things give way"


def _word_laws(shown: _Shown) -> Iterator[str]:
    """The notes say what gave way and what is low, and nothing else."""
    menu = shown.plan.menu
    low = {name for name, line in menu.coverage.items() if line.is_low} if menu else set()
    acids = low & _ACIDS
    gave_way = {limit for where, limit in shown.said if (where, limit) != ("day", "fibre")}
    # More protein than asked is told apart: nobody makes up for it.
    relaxed = () if menu is None else menu.relaxed
    more = [one for one in relaxed if one.limit == "protein" and (one.got or 0.0) > one.asked]
    short = [one for one in relaxed if one not in more and one.limit in _SAID]
    short = [one for one in short if not (one.is_of_day and one.limit == "fibre")]
    codes = {note.code for note in shown.plan.notes}
    for code, holds in (
        ("menu-missed", bool(short)),
        ("menu-more", bool(more)),
        ("menu-fibre", ("day", "fibre") in shown.said),
        ("menu-slow", "preparation-time" in gave_way),
        ("menu-lunch", "lunch" in gave_way),
        ("menu-amino-acids", bool(acids)),
        ("elsewhere", _rest_share(shown.plan) < 1.0),
        ("menu-low", bool(low - acids - {"sodium_mg", "vitamin_d_ug"})),
    ):
        if (code in codes) != holds:
            yield f"note {code} is there without reason, or missing"


_ACIDS = frozenset(
    {
        "histidine_g", "isoleucine_g", "leucine_g", "lysine_g", "methionine_cystine_g",
        "phenylalanine_tyrosine_g", "threonine_g", "tryptophan_g", "valine_g",
    }
)  # fmt: skip


def _total(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _same(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return left is None and right is None
    return math.isclose(left, right, rel_tol=1e-9, abs_tol=_HAIR)

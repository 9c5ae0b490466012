"""Each feeding and the day within their bands and ceilings, or it is said what is not."""

import math
from collections.abc import Iterator

from menu_shown import HAIR, LEAST_BAND_G, MACROS, Shown, is_food, where_of
from people import label

from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.timeline import Entry
from fuelcalc.pantry import Pantry
from fuelcalc.science.before import before_limits

_PRINTED_MIN = 5.0
_SIP_ML = 1.0
# A tenth of a gram is as close as a target is kept.
_CEILING_HAIR_G = 0.1


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


def band_laws(shown: Shown) -> Iterator[str]:
    """Each feeding is within its bands and ceilings, or the menu says what is not."""
    for entry in (entry for entry in shown.plan.timeline or () if entry.is_feeding):
        where = where_of(entry)
        if entry.items and not is_food(entry):
            yield f"{where}: food where a drink is meant"
        elif entry.elsewhere is not None:
            if entry.items or entry.dish or not is_food(entry):
                yield f"{where}: eaten elsewhere, and there is a dish, or nothing to hold"
        elif not entry.items and is_food(entry) and (where, "food") not in shown.said:
            yield f"{where}: no food, and nothing said"
        elif entry.items:
            if (where, "food") in shown.said:
                yield f"{where}: there is food, and the menu says there is none"
            yield from _entry_bands(entry, shown)
            yield from _ceiling_laws(entry, shown)
            yield from _drink_laws(entry, shown.table)


def _bands(entry: Entry, plan: DayPlan) -> dict[str, tuple[float, float, float]]:
    """What is asked of a feeding, how far it may be below, and how far above."""
    asked = {name: getattr(entry, name) for name in MACROS}
    energy = _kcal(asked)
    if _is_dose(entry):
        far = {name: max(0.10 * asked[name], LEAST_BAND_G[name]) for name in MACROS}
        # Before a session the carbohydrate is the dose; protein and fat only have a most.
        free = {"protein_g", "fat_g"} if _is_snack_before(entry) else set()
        return {
            name: (asked[name], math.inf if name in free else far[name], far[name])
            for name in MACROS
        }
    floor = 0.10 if entry.kind in {"before", "after"} else 0.20
    # After a session nine tenths of the protein are there, however few grams a tenth is (R11).
    floor_g = max(floor * asked["protein_g"], 1.0 if entry.kind == "after" else 3.0)
    # A snack may hold half of its share, and a meal has protein enough with a dose.
    if entry.kind == "snack":
        floor_g = max(floor_g, 0.5 * asked["protein_g"])
    elif entry.name and entry.kind in {"meal", "before"} and plan.targets is not None:
        floor_g = max(floor_g, asked["protein_g"] - plan.targets.protein_dose_g)
    bands = {
        "protein_g": (asked["protein_g"], floor_g, math.inf),
        "energy": (energy, max(0.25 * energy, 30.0), max(0.25 * energy, 30.0)),
    }
    meals = [one for one in plan.timeline or () if one.is_feeding and one.name and is_food(one)]
    is_long_tomorrow = any(note.code == "tomorrow-is-long" for note in plan.notes)
    if entry.kind in {"before", "after"} or (is_long_tomorrow and entry is meals[-1]):
        far_g = max(0.15 * asked["carbohydrate_g"], 5.0)
        bands["carbohydrate_g"] = (asked["carbohydrate_g"], far_g, far_g)
    return bands


def _entry_bands(entry: Entry, shown: Shown) -> Iterator[str]:
    """What is outside its band is said; what is said is outside its band, or over a ceiling."""
    where, bands = where_of(entry), _bands(entry, shown.plan)
    for name, (asked, below, above) in bands.items():
        held = _judged(entry, name)
        said = (where, name.removesuffix("_g")) in shown.said
        is_off = held < asked - below - 2 * HAIR or held > asked + above + 2 * HAIR
        is_near = asked - below + HAIR < held < asked + above - HAIR
        if is_off and not said:
            yield f"{where}: {held:.1f} of {name} instead of {asked:.1f}, and nothing said"
        has_ceiling = name == "fat_g" and _minutes_to_session(entry, shown) < math.inf
        if is_near and said and not has_ceiling:
            yield f"{where}: {held:.1f} of {name} is near {asked:.1f}, and said to be off"
    for name in {"carbohydrate_g", "energy"} - set(bands):
        if (where, name.removesuffix("_g")) in shown.said:
            yield f"{where}: {name} has no band here, and is said to be off"


def _minutes_to_session(entry: Entry, shown: Shown) -> float:
    """Minutes to the next session of the day; infinite where there is none."""
    starts = [
        one.minute
        for one in shown.plan.timeline or ()
        if one.kind in {"run", "lift", "other"} and one.minute >= entry.minute
    ]
    return min(starts, default=math.inf) - entry.minute


def _ceiling_laws(entry: Entry, shown: Shown) -> Iterator[str]:
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
            if held > most and (where_of(entry), name) not in shown.said:
                yield f"{where_of(entry)}: {held:.1f} g {name} before a session, and nothing said"


def _drink_laws(entry: Entry, table: Pantry) -> Iterator[str]:
    """No dish pours more on the move than the fluid of that line, to a sip of 1 ml."""
    drink_ml = 0.0
    for item in entry.items:
        portion = table.by_id[item.food_id].portion
        if portion.one_ml is not None:
            drink_ml += (item.grams or 0.0) / portion.one_g * portion.one_ml
    most_ml = (entry.fluid_ml or 0.0) + _SIP_ML
    if entry.kind == "during" and drink_ml > most_ml + HAIR:
        yield f"{where_of(entry)}: {drink_ml:.0f} ml on the move, over {entry.fluid_ml:.0f}"


def day_laws(shown: Shown) -> Iterator[str]:
    """
    The day within its bands, or it is said.

    Energy by the food table within 3 %; protein from 5 % below to 2.2 g/kg or 18 % of the energy;
    carbohydrate and fat within 10 %.
    """
    asked = [entry for entry in shown.plan.timeline or () if entry.is_feeding and is_food(entry)]
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
        if not least - 2 * HAIR <= got <= most + 2 * HAIR and not said:
            yield f"the day's {name} is {got:.1f} in {least:.1f} to {most:.1f}, and nothing said"
        if least + HAIR < got < most - HAIR and said:
            yield f"the day's {name} is within its band, and said to be off"


def _kcal(grams: dict[str, float]) -> float:
    return 4.0 * grams["protein_g"] + 4.0 * grams["carbohydrate_g"] + 9.0 * grams["fat_g"]

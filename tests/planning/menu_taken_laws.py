"""What is taken by the minute on the way: the plate, its times, its salt and its bottles."""

import itertools
from collections.abc import Iterator

from menu_shown import HAIR, Shown, same, total, where_of

from fuelcalc.models.timeline import Entry, Item


def _is_long(entry: Entry, shown: Shown) -> bool:
    """Whether a line is what is taken on a session of over 90 minutes, or in a race."""
    names = [one.name or "" for one in shown.plan.timeline or () if one.minute == entry.minute]
    return entry.kind == "during" and (entry.minutes > 90.0 or any("race" in one for one in names))


def taken_laws(shown: Shown) -> Iterator[str]:
    """What is taken by the minute is the plate; its times, its salt and its bottle hold."""
    for entry in shown.fed:
        if bool(entry.taken) != (_is_long(entry, shown) and bool(entry.items)):
            withheld = "timeline.carbohydrate_g_per_h" in shown.plan.withheld
            if not withheld or entry.taken:
                yield f"{where_of(entry)}: taken by the minute, or not, against its length"
        if not entry.taken:
            continue
        for item in entry.items:
            yield from _part_laws(entry, item, shown)
        if {one.food_id for one in entry.taken} != {item.food_id for item in entry.items}:
            yield f"{where_of(entry)}: something else is taken than is on the plate"
        yield from _moment_laws(entry)
        yield from _bottle_laws(entry, shown)


def _part_laws(entry: Entry, item: Item, shown: Shown) -> Iterator[str]:
    """What is taken of a food is what is on the plate."""
    parts = [one for one in entry.taken if one.food_id == item.food_id]
    held = shown.table.by_id[item.food_id].amount(item.grams or 0.0)
    for name, whole in (
        ("amount", item.amount),
        ("carbohydrate_g", item.carbohydrate_g),
        ("caffeine_mg", held.caffeine_mg or 0.0),
    ):
        if not same(total([getattr(one, name) for one in parts]), whole):
            yield f"{where_of(entry)}: {name} of {item.food_id} does not add up"


def _moment_laws(entry: Entry) -> Iterator[str]:
    """In order, inside the session, the last bite 15 minutes before the end, caffeine apart."""
    minutes = [one.minute for one in entry.taken]
    if minutes != sorted(minutes) or not 0.0 < minutes[0] <= minutes[-1] < entry.minutes:
        yield f"{where_of(entry)}: moments out of order"
    bites = [one.minute for one in entry.taken if not one.is_bottled and one.carbohydrate_g]
    if entry.minutes > 45.0 and bites and max(bites) > entry.minutes - 15.0 + HAIR:
        yield f"{where_of(entry)}: a bite at {max(bites):.0f} of {entry.minutes:.0f} minutes"
    caffeine = [one for one in entry.taken if one.caffeine_mg]
    for one in caffeine:
        if not 0.6 - HAIR <= one.minute / entry.minutes <= 0.7 + HAIR or one.amount != 1.0:
            yield f"{where_of(entry)}: caffeine at {one.minute:.0f} of {entry.minutes:.0f} minutes"
    if any(two.minute - one.minute < 45.0 for one, two in itertools.pairwise(caffeine)):
        yield f"{where_of(entry)}: two caffeine units within 45 minutes"


def _bottle_laws(entry: Entry, shown: Shown) -> Iterator[str]:
    """Sodium within a quarter or half a capsule, or it is said; no bottle over 8 %."""
    sodium_mg = drink_ml = drink_g = 0.0
    for item in entry.items:
        food, grams = shown.table.by_id[item.food_id], item.grams or 0.0
        held = food.amount(grams)
        sodium_mg += held.sodium_mg or 0.0
        poured_ml = (item.amount or 0.0) * (food.portion.one_ml or 0.0)
        drink_ml += poured_ml
        drink_g += (held.carbohydrate_g or 0.0) if poured_ml or not food.eaten_as_is else 0.0
    asked, said = entry.sodium_mg, (where_of(entry), "sodium") in shown.said
    unsalted = {"heart-failure", "hypertension", "hypertension-diuretics"}
    if asked is not None and not unsalted & set(shown.plan.athlete.conditions):
        beyond = abs(sodium_mg - asked) > max(0.25 * asked, 107.5) + 1e-4
        near = abs(sodium_mg - asked) < max(0.25 * asked, 107.5) - 1e-4
        if (beyond and not said) or (near and said):
            yield f"{where_of(entry)}: {sodium_mg:.0f} mg sodium for {asked:.0f}, said: {said}"
    elif said:
        yield f"{where_of(entry)}: sodium is said to who must not add salt"
    is_ours = (entry.dish_id or "").startswith("long-") and entry.fluid_ml is not None
    if is_ours and drink_g > 0.08 * drink_ml + HAIR:
        yield f"{where_of(entry)}: a bottle of {100.0 * drink_g / max(drink_ml, 1.0):.1f} %"

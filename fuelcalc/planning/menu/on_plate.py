"""A chosen option as it is printed: what is on the plate, how it is made, and how long it takes."""

from collections.abc import Container, Iterator
from math import inf
from typing import Final

from fuelcalc.models.cooking import AHEAD, GOOD_WARM, listed
from fuelcalc.models.dishes import Variant
from fuelcalc.models.foods import Food, Serving, Snack
from fuelcalc.models.nutrients import total
from fuelcalc.models.timeline import Item
from fuelcalc.pantry.portions import serving
from fuelcalc.pantry.variants import method_of
from fuelcalc.planning.clock.feedings import Plate
from fuelcalc.planning.menu.counts import CARBOHYDRATE, FIBRE
from fuelcalc.planning.menu.kin import is_milk
from fuelcalc.planning.menu.minutes import (
    ANY_TIME,
    LEAST_TOLD_MIN,
    LEAVES,
    RAW,
    hands_on_of,
    minutes_of,
    when_text,
)
from fuelcalc.planning.menu.one_plate import is_drunk
from fuelcalc.planning.menu.option import Option
from fuelcalc.planning.menu.patterns import MAIN_MEALS
from fuelcalc.planning.menu.relaxed import outside_bands
from fuelcalc.planning.menu.slot import Slot
from fuelcalc.planning.menu.taken import carry_of, taken_of
from fuelcalc.planning.menu.together import LOADING
from fuelcalc.planning.menu.tolerances import Want

_COOKED: Final = frozenset({"cereal", "grain"})
# Fresh pasta swells a little; what is bought dry weighs at least half as much again when cooked.
_SWELLS: Final = 1.5
_KEPT_COOL: Final = frozenset(
    {
        "cheese", "dairy", "egg", "fish", "grain", "legume", "meat", "plant-milk", "poultry",
        "shellfish", "soy",
    }
)  # fmt: skip
"""Kitchen roles of what does not stand in a bag for a morning."""

_KEPT_TOO: Final = frozenset({"falafel", "hummus"})
_CURDS: Final = frozenset({"cottage-cheese", "low-fat-cottage-cheese", "ricotta"})
"""What makes bread wet that lies under it for a morning."""

_ON_THE_MOVE: Final = frozenset({"during", "long"})
# What takes less is only peeled, poured or opened: nothing is made.
_LEAST_MADE_MIN: Final = 3.0


def _servings(option: Option) -> Iterator[tuple[Food, Serving]]:
    """Each food with its serving; one of which nothing is taken is left out."""
    for food, n in option.there():
        yield food, serving(food, n * food.portion.step)


def _dry_g(food: Food, grams: float) -> float | None:
    """What a cooked grain weighs before it is cooked; None where it is bought as it is eaten."""
    if food.role not in _COOKED or food.bought is None or food.bought.per_bought < _SWELLS:
        return None
    return grams / food.bought.per_bought


def plate_at(option: Option, slot: Slot) -> Plate:
    """An option at its feeding; on a long session with what of it is taken when."""
    plate = plate_of(
        option,
        free=slot.free_min,
        since=slot.since_min,
        ahead=slot.ahead(option.variants),
        is_meal=slot.feeding.name in MAIN_MEALS,
        is_packed=bool(slot.ways),
    )
    if said := _kept(option, plate.preparation, slot):
        # Of what is put together in no time a page tells no method, but how it is kept.
        if (plate.preparation_min or 0.0) >= LEAST_TOLD_MIN:
            plate = plate._replace(preparation=f"{plate.preparation} {said}")
        else:
            plate = plate._replace(preparation_beside=f"{plate.preparation_beside} {said}".strip())
    if not slot.is_timed:
        return plate
    servings = tuple(_servings(option))
    return plate._replace(
        taken=taken_of(servings, slot.feeding), carry=carry_of(servings, slot.feeding)
    )


def plate_of(
    option: Option,
    *,
    free: float = inf,
    since: float = inf,
    ahead: str = ANY_TIME,
    is_meal: bool = False,
    is_packed: bool = False,
) -> Plate:
    """
    An option as the plan prints it.

    Args:
        option: The dish with its sides, in portions.
        free: How many minutes there are to make it.
        since: How many minutes before it is eaten a session has ended.
        ahead: When it is made where it is made ahead.
        is_meal: Whether it is a lunch or dinner, after which puddings come.
        is_packed: Whether it is taken along.
    """
    items = tuple(
        Item(
            food_id=one.food_id,
            name=one.name,
            grams=one.grams,
            amount=one.amount,
            portion=one.portion,
            source=food.source,
            energy_kcal=one.nutrients.energy_kcal,
            protein_g=one.nutrients.protein_g,
            carbohydrate_g=one.nutrients.carbohydrate_g,
            fat_g=one.nutrients.fat_g,
            fibre_g=one.nutrients.fibre_g,
            dry_g=_dry_g(food, one.grams),
        )
        for food, one in _servings(option)
    )
    main = option.variants[0]
    # What comes after a meal is named after what stands beside it.
    sides = sorted(option.variants[1:], key=lambda side: is_meal and _is_pudding(side))
    taken, own = {one.food_id for one in items}, {food.food_id for food in main.foods}
    dish = main.dish
    plate = Plate(
        main.name
        + "".join(
            f", {'then' if is_meal and _is_pudding(side) else 'with'} {side.name}" for side in sides
        ),
        items,
        dish.dish_id,
        when_text(
            option.variants,
            free,
            since,
            ahead=ahead,
            raw=[one.name for one in items if one.food_id in RAW and one.food_id in own],
            is_packed=is_packed,
        )
        + method_of(main, taken),
        " ".join(filter(None, (_beside(side, taken) for side in sides))),
    )
    minutes, work = minutes_of(option.variants), hands_on_of(option.variants)
    least_min = LEAST_TOLD_MIN if set(dish.meals) <= _ON_THE_MOVE else _LEAST_MADE_MIN
    if minutes < least_min:
        return plate
    return plate._replace(preparation_min=minutes, hands_on_min=work if work > 0.0 else None)


def _kept(option: Option, how: str, slot: Slot) -> str:
    """What is said last of what is eaten later: that it cools, is kept so, and is warmed there."""
    taken = [food for food, _ in _servings(option)]
    carried = option.variants[0].dish.carried
    where = "in a fridge or by an ice pack" if slot.ways else "in a fridge"
    if how.startswith(AHEAD) and carried == "cold":
        raw = listed([food.name for food in taken if food.food_id in LEAVES])
        fresh = f", with {raw} added only then" if raw else ""
        is_warmed = not (slot.ways or GOOD_WARM.isdisjoint(option.variants[0].name.split()))
        way = "warm it through, or eat it cold" if is_warmed else "eat it cold"
        return f"Let it cool, keep it {where}, and {way}{fresh}."
    if not slot.ways:
        return ""
    cool = [food for food in taken if food.role in _KEPT_COOL or food.food_id in _KEPT_TOO]
    if not cool:
        return ""
    # Popcorn with a glass of milk goes into no fridge; chia that has soaked it up does.
    is_glass = (
        not slot.is_packed and all(map(is_milk, cool)) and cool[0].name in option.variants[0].name
    )
    it = f"the {cool[0].name}" if is_glass else "it"
    # What is made ahead says so where it begins.
    warmed = carried == "warm" and not how.startswith(AHEAD)
    kept = f"Keep {it} {where}" + warmed * ", and warm it until it steams"
    is_wet = not slot.is_packed and any(food.food_id in _CURDS for food in taken)
    bread = [food.name for food in taken if food.role == "bread" or food.food_id == "rice-cake"]
    return f"{kept}, {bread[0]} apart." if is_wet and bread else f"{kept}."


def _is_pudding(side: Variant) -> bool:
    """Whether a second course comes after a lunch or dinner, and not beside it."""
    is_loaded = LOADING in side.dish.meals and not is_drunk(side)
    return "pudding" in side.dish.meals or is_loaded


def _beside(side: Variant, taken: Container[str]) -> str:
    """How a second course is made, with its minutes; nothing for what is only poured or opened."""
    if side.dish.minutes < LEAST_TOLD_MIN:
        return ""
    how = method_of(side, taken)
    name = side.name[0].upper() + side.name[1:]
    return f"{name}, {side.dish.minutes:.0f} min: {how[0].lower()}{how[1:]}"


def snack_of(option: Option, want: Want) -> Snack:
    """An option on its own, as a suggestion."""
    items = tuple(one for _, one in _servings(option))
    missed = [
        f"{got:.0f} {'kcal' if name == 'energy' else f'g of {name}'} instead of {asked:.0f}"
        for name, asked, got in outside_bands(option, want)
    ]
    main = option.variants[0]
    available_g = float(option.held[CARBOHYDRATE] - option.held[FIBRE])
    return Snack(
        snack_id=main.dish.dish_id,
        label=main.name,
        items=items,
        totals=total(item.nutrients for item in items),
        available_carbohydrate_g=available_g,
        gap_g=available_g - want.carbohydrate_g,
        why=method_of(main),
        missed="; ".join(missed),
    )

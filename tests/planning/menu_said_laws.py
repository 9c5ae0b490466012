"""What a menu says of itself: what it holds, what gave way, and the notes on both."""

import math
from collections.abc import Iterator

from menu_shown import SAID, Shown, rest_share, same, where_of
from people import place_of

from fuelcalc import words
from fuelcalc.models.menu import Coverage
from fuelcalc.pantry import Limits

_ORDER = (
    "preparation-time", "lunch", "fat", "carbohydrate", "energy", "protein", "fibre", "sodium",
)  # fmt: skip
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


def coverage_laws(shown: Shown) -> Iterator[str]:
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
        if not (same(line.amount, held) and same(line.unknown_share, unknown)):
            yield f"{nutrient}: {line.amount} and {line.unknown_share} are not what the foods hold"
        wanted = targets.micronutrients.get(nutrient)
        if wanted is not None and not _is_floor(line, rest_share(shown.plan) * wanted):
            yield f"{nutrient}: {line.kind} {line.reference} is not the day's reference"
        if line.mend and (nutrient in quiet or not line.is_low):
            yield f"{nutrient}: advice where none is asked for"
        yield from _mend_laws(nutrient, line, shown)


def _is_floor(line: Coverage, wanted: float) -> bool:
    """Whether a line is a floor of so much; what a feeding asks for is known to a millionth."""
    return line.kind == "at-least" and math.isclose(line.reference, wanted, rel_tol=1e-6)


def _known(nutrient: str, shown: Shown) -> tuple[float | None, float]:
    """What the day's foods hold of a nutrient, and the share of energy in those unknown."""
    amounts: list[float | None] = []
    unknown = whole = 0.0
    # Amino acids are parts of protein: oil leaves none of them unknown.
    of = "protein_g" if nutrient in _ACIDS else "energy_kcal"
    for item in (item for entry in shown.fed for item in entry.items):
        held = shown.table.by_id[item.food_id].amount(item.grams or 0.0)
        first, *second = _SUMS_OF_TWO.get(nutrient, (nutrient,))
        value = getattr(held, first)
        if value is None:
            unknown += getattr(held, of) or 0.0
        amounts.append(
            None if value is None else value + sum(getattr(held, n) or 0.0 for n in second)
        )
        whole += getattr(held, of) or 0.0
    known = [value for value in amounts if value is not None]
    return (sum(known) if known else None), unknown / max(whole, 1.0)


def _mend_laws(nutrient: str, line: Coverage, shown: Shown) -> Iterator[str]:
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


def order_laws(shown: Shown) -> Iterator[str]:
    """What gave way is about feedings of this day, each feeding's in the order of giving way."""
    menu = shown.plan.menu
    relaxed = () if menu is None else menu.relaxed
    places = {where_of(entry) for entry in shown.plan.timeline or () if entry.is_feeding}
    for one in relaxed:
        if place_of(one) not in {*places, "day"} or "\n" in words(one):
            yield f"{place_of(one)}: {words(one)!r} is about no feeding of this day"
    for where in places:
        limits = [one.limit for one in relaxed if place_of(one) == where]
        # That a dish comes twice is said after all feedings.
        found = [_ORDER.index(limit) for limit in limits if limit in _ORDER]
        if found != sorted(found):
            yield f"{where}: {limits} is not the order in which things give way"


def word_laws(shown: Shown) -> Iterator[str]:
    """The notes say what gave way and what is low, and nothing else."""
    menu = shown.plan.menu
    low = {name for name, line in menu.coverage.items() if line.is_low} if menu else set()
    acids = low & _ACIDS
    lacking = {name for name in acids if menu and menu.coverage[name].unknown_share <= 0.1}
    gave_way = {limit for where, limit in shown.said if (where, limit) != ("day", "fibre")}
    # More protein than asked is told apart: nobody makes up for it.
    relaxed = () if menu is None else menu.relaxed
    more = [one for one in relaxed if one.limit == "protein" and (one.got or 0.0) > one.asked]
    short = [one for one in relaxed if one not in more and one.limit in SAID]
    short = [one for one in short if not (one.is_of_day and one.limit == "fibre")]
    if not any(one.is_of_day and one.limit == "protein" for one in short):
        # Too little protein at one feeding is no news on a day that has enough of it.
        short = [
            one
            for one in short
            if one.limit != "protein" or (one.feeding or "").lower().startswith("after")
        ]
    codes = {note.code for note in shown.plan.notes}
    for code, holds in (
        ("menu-missed", bool(short)),
        ("menu-more", bool(more)),
        ("menu-fibre", ("day", "fibre") in shown.said),
        ("menu-slow", "preparation-time" in gave_way),
        ("menu-lunch", "lunch" in gave_way),
        ("menu-amino-acids", bool(lacking)),
        ("elsewhere", rest_share(shown.plan) < 1.0),
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

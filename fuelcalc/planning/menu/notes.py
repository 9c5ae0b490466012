"""What a reader should know of a menu: what gave way, what is low, what a plant diet lacks."""

from collections.abc import Sequence
from typing import Final

from fuelcalc.models.foods import Food
from fuelcalc.models.menu import Coverage, Low, Menu, Relaxed
from fuelcalc.models.notes import Note
from fuelcalc.models.nutrients import MACRONUTRIENTS
from fuelcalc.pantry import Pantry
from fuelcalc.planning.menu.asked import Asked
from fuelcalc.planning.menu.coverage import richest
from fuelcalc.planning.menu.on_the_move import HOT_DEGC, safe_h, spoiling
from fuelcalc.planning.menu.patterns import LOW_FODMAP
from fuelcalc.planning.menu.relaxed import Filled, diet_limits
from fuelcalc.planning.menu.use_up import left_over
from fuelcalc.planning.words import note
from fuelcalc.science.micronutrients import AMINO_ACIDS_MG_PER_KG, VEGETARIAN_IRON_FACTOR

_SAID: Final = frozenset({"fat", "carbohydrate", "protein", "energy", "fibre", "food", "sodium"})
_COLUMN: Final = {nutrient.name: nutrient.key for nutrient in MACRONUTRIENTS}
_UNKNOWN: Final = 0.1
_ADDED: Final = frozenset({"vitamin_d_ug", "vitamin_b12_ug", "calcium_mg"})
_OF_THE_SUN: Final = "vitamin_d_ug"
_APPETITES: Final = ("low", "high")
# Source: Monash University, "The 3 phases of the low FODMAP diet", 2018, monashfodmap.com.
_FODMAP_WEEKS: Final = (2.0, 6.0)
# As it is quoted in foods/README.md; less than a scoop of ours.
_FODMAP_POWDER_G: Final = 20.0
# A usual day holds some 3,400 mg (NASEM 2019), half more than is much: that alone is no news. Who
# must keep to a ceiling is told of a tenth over it.
_MUCH_SALT, _GUARDED_SALT = 1.75, 1.1
_CLINICAL: Final = "potassium_mg"
_GLUTEN_FREE: Final = "gluten-free"
_GLUTEN: Final = frozenset({"gluten", "wheat", "barley", "rye", "oats"})
_FREE_FROM: Final = ("free-from", "gluten-free")
_HALAL: Final = "halal"
_MEATS: Final = frozenset({"meat", "poultry"})
_PLANT_DIETS: Final = ("vegetarian", "vegan")


def menu_notes(menu: Menu, asked: Asked, served: Sequence[Food]) -> list[Note]:
    """
    Say what gave way in a menu, and which nutrients are low with foods that mend them.

    Args:
        menu: The day's food.
        asked: What was asked of it.
        served: Every food on its plates.
    """
    notes = _missed_notes(menu, asked)
    if asked.unknown:
        near = [name for word in asked.unknown for name in asked.pantry.near(word, limit=1)]
        notes.append(note("word-unknown", words=tuple(asked.unknown), near=tuple(near)))
    notes += [note(f"use-up-{why}", words=words) for why, words in left_over(asked, served).items()]
    slow = tuple(one for one in menu.relaxed if one.limit == "preparation-time")
    if slow:
        notes.append(note("menu-slow", misses=slow))
    carried = tuple(one for one in menu.relaxed if one.limit == "lunch")
    if carried:
        notes.append(note("menu-lunch", misses=carried))
    notes += [*_salt_notes(menu, asked), *_low_notes(menu, asked)]
    if asked.limits.careful and any(food.role == "egg" for food in served):
        notes.append(note("eggs-firm"))
    notes += _free_from_notes(asked, served) + _halal_notes(asked, served)
    return notes + _diet_notes(menu, asked)


def spoiling_notes(filled: Sequence[Filled]) -> list[Note]:
    """Say how long what is boiled for a session keeps, where it is carried for longer."""
    notes = []
    for one in filled:
        feeding, there = one.slot.feeding, one.option.there() if one.option else ()
        if names := spoiling(feeding, [food for food, _ in there]):
            most_h = safe_h(feeding)
            notes.append(note("boiled-spoils", words=names, most_h=most_h, hot_degc=HOT_DEGC))
    return notes


def _halal_notes(asked: Asked, served: Sequence[Food]) -> list[Note]:
    """Say that meat is halal by how it is bought, which no table of foods knows."""
    if _HALAL not in asked.limits.restrictions:
        return []
    names = dict.fromkeys(food.name for food in served if food.role in _MEATS)
    return [note("halal-meat", words=tuple(names))] if names else []


def _free_from_notes(asked: Asked, served: Sequence[Food]) -> list[Note]:
    """Say why somebody who may eat gluten has food that is made without it."""
    if _GLUTEN_FREE in asked.limits.restrictions or not _GLUTEN.isdisjoint(asked.limits.avoid):
        return []
    names = dict.fromkeys(food.name for food in served if food.name.startswith(_FREE_FROM))
    return [note("free-from", words=tuple(names))] if names else []


def _diet_notes(menu: Menu, asked: Asked) -> list[Note]:
    """Say what an appetite and a diet ask for, and what a diet lacks."""
    notes = []
    if asked.wishes.appetite in _APPETITES:
        notes.append(note(f"appetite-{asked.wishes.appetite}"))
    if LOW_FODMAP in asked.limits.restrictions:
        notes.append(note("low-fodmap", least_weeks=_FODMAP_WEEKS[0], most_weeks=_FODMAP_WEEKS[1]))
    diet = asked.limits.diet
    if diet in _PLANT_DIETS and "iron_mg" not in asked.references.unadvised:
        iron = menu.coverage["iron_mg"]
        wanted_mg = iron.reference * VEGETARIAN_IRON_FACTOR
        held_mg = 0.0 if iron.amount is None else iron.amount
        if held_mg < wanted_mg:
            notes.append(note("plant-iron", iron_mg=wanted_mg, held_mg=held_mg))
    if diet == "vegan":
        notes.append(note("vegan-supplements"))
    return notes


def _salt_notes(menu: Menu, asked: Asked) -> list[Note]:
    """Say that a day is salty, where its food holds far more than is much for its eater."""
    most_mg, held_mg = asked.references.most["sodium_mg"], menu.coverage.get("sodium_mg")
    # Whose potassium and salt a clinician sets reads no figures of ours.
    is_clinical = _CLINICAL in asked.references.unadvised
    if is_clinical or held_mg is None or held_mg.amount is None:
        return []
    share = _GUARDED_SALT if "sodium_mg" in asked.references.guarded else _MUCH_SALT
    if held_mg.amount < share * most_mg:
        return []
    return [note("menu-salt", held_mg=held_mg.amount, most_mg=most_mg)]


def _low_notes(menu: Menu, asked: Asked) -> list[Note]:
    """Say what is low, with foods that mend it."""
    notes = []
    low = [(name, one) for name, one in menu.coverage.items() if one.is_low]
    # Of seitan, tempeh and powders the table has no amino acids: what is missing is not lacking.
    acids = tuple(
        one.name
        for name, one in low
        if name in AMINO_ACIDS_MG_PER_KG and one.unknown_share <= _UNKNOWN
    )
    if acids:
        notes.append(note("menu-amino-acids", names=acids))
    others = {
        name: _low(name, one, asked.pantry)
        for name, one in low
        if name not in {*AMINO_ACIDS_MG_PER_KG, "sodium_mg"}
    }
    # Food seldom holds enough of it on any day, so that saying it daily would tell nothing.
    sunned = others.pop(_OF_THE_SUN, None)
    if others:
        notes.append(note("menu-low", low=tuple(others.values())))
    if sunned is not None and asked.opens_season:
        notes.append(note("season-vitamin-d", low=(sunned,)))
    return notes


def _missed_notes(menu: Menu, asked: Asked) -> list[Note]:
    """Say where the foods miss their targets, and which foods would help."""
    fibre = [one for one in menu.relaxed if one.limit == "fibre" and one.is_of_day]
    missed = tuple(one for one in menu.relaxed if one.limit in _SAID and one not in fibre)
    # More protein than asked is no miss to make up for.
    more = tuple(one for one in missed if one.limit == "protein" and _is_over(one))
    missed = tuple(one for one in missed if one not in more)
    # A snack with less protein than its share is no news on a day that has enough.
    if not any(one.limit == "protein" and one.is_of_day for one in missed):
        missed = tuple(one for one in missed if one.limit != "protein" or _is_after(one))
    notes = [note("menu-fibre", misses=(one,)) for one in fibre]
    notes += [note("menu-more", misses=more)] if more else []
    if missed:
        notes.insert(0, note("menu-missed", misses=missed))
    short = [one.limit for one in missed if one.is_of_day and _is_short(one)]
    # Who lacks protein is helped by no potatoes.
    helping = [
        name
        for limit in (short if "protein" not in short else ["protein"])
        if limit in _COLUMN
        for name in richest(_COLUMN[limit], asked.limits, asked.pantry)
    ]
    if helping:
        foods = tuple(dict.fromkeys(helping))
        # No diet is short of fat as long as it has oil.
        is_of_oil = "protein" not in short and "carbohydrate" not in short and _has_oil(asked)
        notes.insert(
            1,
            note("menu-fat", foods=foods)
            if is_of_oil
            else note("menu-gap", limits=diet_limits(asked.limits), foods=foods),
        )
    # Who lacks everything is helped by no powder.
    if "protein" in short and "energy" not in short and _lacks_powder(asked):
        notes.append(note("fodmap-powder", most_g=_FODMAP_POWDER_G))
    return notes


def _lacks_powder(asked: Asked) -> bool:
    """Whether somebody has no protein powder because none is known to be low in FODMAPs."""
    limits, powders = asked.limits, [one for one in asked.pantry.foods if one.role == "powder"]
    others = limits._replace(
        restrictions=tuple(code for code in limits.restrictions if code != LOW_FODMAP)
    )
    return any(map(others.allow, powders)) and not any(map(limits.allow, powders))


def _has_oil(asked: Asked) -> bool:
    """Whether somebody may have some oil."""
    return any(asked.limits.allow(food) for food in asked.pantry.foods if food.role == "fat")


def _is_after(one: Relaxed) -> bool:
    """Whether a feeding is what is eaten after a session, whose protein no other makes up for."""
    return (one.feeding or "").casefold().startswith("after")


def _is_short(one: Relaxed) -> bool:
    return one.asked is not None and one.got is not None and one.got < one.asked


def _is_over(one: Relaxed) -> bool:
    return one.asked is not None and one.got is not None and one.got > one.asked


def _low(nutrient: str, one: Coverage, pantry: Pantry) -> Low:
    """A low nutrient with what would mend it; plant milk holds some only where it is added."""
    milks = {food.name for food in pantry.foods if food.role == "plant-milk"}
    added = milks if nutrient in _ADDED else set()
    return Low(
        name=one.name,
        share=0.0 if one.share is None else one.share,
        is_least=one.unknown_share > _UNKNOWN,
        mend=tuple(f"fortified {name}" if name in added else name for name in one.mend),
    )

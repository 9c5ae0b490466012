"""What a reader should know of a menu: what gave way, what is low, what a plant diet lacks."""

from collections.abc import Sequence
from typing import Final

from fuelcalc.models.menu import Coverage, Menu, Relaxed
from fuelcalc.models.targets import Note
from fuelcalc.pantry.table import FoodTable
from fuelcalc.planning.menu.asked import Asked
from fuelcalc.planning.menu.coverage import richest
from fuelcalc.planning.menu.relaxed import limits_text
from fuelcalc.planning.words import note
from fuelcalc.science.micronutrients import AMINO_ACIDS_MG_PER_KG, VEGETARIAN_IRON_FACTOR

_SAID: Final = frozenset({"fat", "carbohydrate", "protein", "energy", "fibre", "food"})
_COLUMN: Final = {"protein": "protein_g", "carbohydrate": "carbohydrate_g", "fat": "fat_g"}
_UNKNOWN: Final = 0.1
_ADDED: Final = frozenset({"vitamin_d_ug", "vitamin_b12_ug", "calcium_mg"})
_PLANT_DIETS: Final = ("vegetarian", "vegan")


def menu_notes(menu: Menu, asked: Asked) -> list[Note]:
    """
    Say what gave way in a menu, and which nutrients are low with foods that mend them.

    Args:
        menu: The day's food.
        asked: What was asked of it.
    """
    notes = _missed_notes(menu, asked)
    if asked.unknown:
        words = ", ".join(f'"{word}"' for word in asked.unknown)
        notes.append(note("word-unknown", words=words))
    slow = [one.text for one in menu.relaxed if one.limit == "preparation-time"]
    if slow:
        notes.append(note("menu-slow", what=" ".join(slow)))
    low = [(name, one) for name, one in menu.coverage.items() if one.is_low]
    acids = [one.name for name, one in low if name in AMINO_ACIDS_MG_PER_KG]
    if acids:
        notes.append(note("menu-amino-acids", names=", ".join(acids)))
    others = [
        _low_words(name, one, asked.table)
        for name, one in low
        if name not in {*AMINO_ACIDS_MG_PER_KG, "sodium_mg"}
    ]
    if others:
        notes.append(note("menu-low", names="; ".join(others)))
    diet = asked.limits.diet
    if diet in _PLANT_DIETS and "iron_mg" not in asked.references.unadvised:
        iron = menu.coverage["iron_mg"]
        wanted_mg = iron.reference * VEGETARIAN_IRON_FACTOR
        notes.append(note("plant-iron", iron=wanted_mg, held=iron.amount or 0.0))
    if diet == "vegan":
        notes.append(note("vegan-supplements"))
    return notes


def _missed_notes(menu: Menu, asked: Asked) -> list[Note]:
    """Say where the foods miss their targets, and which foods would help."""
    fibre = [one for one in menu.relaxed if (one.limit, one.where) == ("fibre", "day")]
    missed = [one for one in menu.relaxed if one.limit in _SAID and one not in fibre]
    notes = [note("menu-fibre", what=one.text) for one in fibre]
    if missed:
        wheres = dict.fromkeys(one.where for one in missed)
        what = [_where_words([one for one in missed if one.where == where]) for where in wheres]
        notes.insert(0, note("menu-missed", what=" ".join(what)))
    short = [one.limit for one in missed if one.where == "day" and _is_short(one)]
    helping = [
        name
        for limit in short
        if limit in _COLUMN
        for name in richest(_COLUMN[limit], asked.limits, asked.table)
    ]
    if helping:
        foods = ", ".join(dict.fromkeys(helping))
        whose = limits_text(asked.limits)
        notes.insert(1, note("menu-gap", limits=whose, foods=foods))
    return notes


def _is_short(one: Relaxed) -> bool:
    return one.asked is not None and one.got is not None and one.got < one.asked


def _where_words(missed: Sequence[Relaxed]) -> str:
    """What is missed at one feeding, or over the day, in one sentence."""
    nothing = [one.text for one in missed if one.limit == "food"]
    if nothing:
        return nothing[0]
    parts = [
        f"{one.limit} {one.got:.{places}f} instead of {one.asked:.{places}f}"
        f" {'kcal' if one.limit == 'energy' else 'g'}"
        for one in missed
        if one.got is not None and one.asked is not None
        for places in (1 if round(one.got) == round(one.asked) else 0,)
    ]
    where = "the whole day" if missed[0].where == "day" else missed[0].where
    return f"{where[0].upper()}{where[1:]}: {', '.join(parts)}."


def _low_words(nutrient: str, one: Coverage, table: FoodTable) -> str:
    """A low nutrient with what would mend it; plant milk holds some only where it is added."""
    floor = "at least " if one.unknown_share > _UNKNOWN else ""
    # Rounded down: what is low never reads as enough.
    share = f"{one.name} {floor}{int(100.0 * (one.share or 0.0))} %"
    milks = {food.name for food in table.foods if food.role == "plant-milk"}
    added = milks if nutrient in _ADDED else set()
    mend = [f"fortified {name}" if name in added else name for name in one.mend]
    return f"{share} ({' or '.join(mend)})" if mend else share

"""What a reader should know of a menu: what gave way, what is low, what a plant diet lacks."""

from typing import Final

from fuelcalc.models.menu import Coverage, Menu
from fuelcalc.models.targets import Note
from fuelcalc.planning.menu.asked import Asked
from fuelcalc.planning.words import note
from fuelcalc.science.micronutrients import AMINO_ACIDS_MG_PER_KG, VEGETARIAN_IRON_FACTOR

_SAID: Final = frozenset({"fat", "carbohydrate", "protein", "energy", "fibre", "food"})
_PLANT_DIETS: Final = ("vegetarian", "vegan")


def menu_notes(menu: Menu, asked: Asked) -> list[Note]:
    """
    Say what gave way in a menu, and which nutrients are low with foods that mend them.

    Args:
        menu: The day's food.
        asked: What was asked of it.
    """
    notes: list[Note] = []
    missed = [one.text for one in menu.relaxed if one.limit in _SAID]
    if missed:
        notes.append(note("menu-missed", what=" ".join(missed)))
    slow = [one.text for one in menu.relaxed if one.limit == "preparation-time"]
    if slow:
        notes.append(note("menu-slow", what=" ".join(slow)))
    low = [(name, one) for name, one in menu.coverage.items() if one.is_low]
    acids = [one.name for name, one in low if name in AMINO_ACIDS_MG_PER_KG]
    if acids:
        notes.append(note("menu-amino-acids", names=", ".join(acids)))
    others = [one for name, one in low if name not in {*AMINO_ACIDS_MG_PER_KG, "sodium_mg"}]
    if others:
        notes.append(note("menu-low", names="; ".join(map(_low_words, others))))
    diet = asked.limits.diet
    if diet in _PLANT_DIETS and "iron_mg" not in asked.references.unadvised:
        iron_mg = menu.coverage["iron_mg"].reference * VEGETARIAN_IRON_FACTOR
        notes.append(note("plant-iron", iron=iron_mg))
    if diet == "vegan":
        notes.append(note("vegan-supplements"))
    return notes


def _low_words(one: Coverage) -> str:
    """A low nutrient with what would mend it."""
    share = f"{one.name} {100.0 * (one.share or 0.0):.0f} %"
    return f"{share} ({' or '.join(one.mend)})" if one.mend else share

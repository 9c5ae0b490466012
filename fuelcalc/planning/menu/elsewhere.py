"""Meals that are chosen where they are eaten: they keep their targets, and have no dish of ours."""

from collections.abc import Mapping, Sequence
from typing import Final

from fuelcalc.models.menu import DietLimits
from fuelcalc.models.notes import Note
from fuelcalc.models.timeline import Elsewhere, ElsewherePlace
from fuelcalc.pantry import Limits, Pantry
from fuelcalc.planning.menu.coverage import References
from fuelcalc.planning.words import note

_PROTEIN: Final[Mapping[str, str]] = {
    "fish": "cod", "chicken": "chicken-breast", "egg": "boiled-egg", "tofu": "tofu",
    "beans": "white-beans", "meat": "beef-steak",
}  # fmt: skip
_STARCH: Final[Mapping[str, str]] = {
    "rice": "white-rice", "potatoes": "boiled-potato", "pasta": "pasta",
    "bread": "wholewheat-bread",
}  # fmt: skip
_NAMED: Final = 3


def eaten_at(place: ElsewherePlace, limits: Limits, pantry: Pantry) -> Elsewhere:
    """
    A meal that is eaten elsewhere, with what its reader may look for there.

    Args:
        place: Where.
        limits: What may be named.
        pantry: The foods that stand for what is named.
    """

    def named(words: Mapping[str, str]) -> tuple[str, ...]:
        may = (word for word, food in words.items() if limits.allow(pantry.by_id[food]))
        return tuple(may)[:_NAMED]

    return Elsewhere(place=place, protein=named(_PROTEIN), starch=named(_STARCH))


def of_the_rest(references: References, share: float) -> References:
    """
    What the food that is planned is held against, where some of the day is eaten elsewhere.

    Args:
        references: The whole day's.
        share: How much of the day's energy is planned.
    """
    least, most = (
        {name: share * amount for name, amount in amounts.items()}
        for amounts in (references.least, references.most)
    )
    return references._replace(least=least, most=most)


def elsewhere_notes(meals: Sequence[str], share: float, limits: Limits) -> list[Note]:
    """
    Say that some food is in no sum, and to whom that it has to be asked about.

    Args:
        meals: What is eaten elsewhere, as it is called.
        share: How much of the day's energy is planned.
        limits: What their reader must not eat.
    """
    if not meals:
        return []
    notes = [note("elsewhere", meals=tuple(meals), share=share)]
    strict = DietLimits(diet=limits.diet, restrictions=limits.restrictions, without=limits.avoid)
    if limits.diet != "omnivore" or limits.restrictions or limits.avoid:
        notes.append(note("elsewhere-limits", limits=strict))
    return notes

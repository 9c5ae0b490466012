"""What is hot of chilli, and the words by which somebody dislikes it."""

from typing import Final

from fuelcalc.pantry.lookup import plain

_WORDS: Final = frozenset({"chilli", "heat", "hot", "hot food", "hot spice", "spicy", "spicy food"})

HOT_FOODS: Final = frozenset({"kimchi", "salsa", "sriracha"})
"""Foods that are made with chilli, and have a name of their own."""


def is_heat(word: str) -> bool:
    """
    Whether a word says that no chilli is wanted.

    >>> [is_heat(word) for word in ("Chillies", "spicy food", "green pepper")]
    [True, True, False]
    """
    return plain(word) in _WORDS

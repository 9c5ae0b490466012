"""The words of US readers for foods and a few others, where British ones stand by default."""

import re
from collections.abc import Collection
from typing import Final

US_WORDS: Final = {
    "aubergine": "eggplant",
    "beef mince": "ground beef",
    "beetroot": "beet",
    "bison mince": "ground bison",
    "broad beans": "fava beans",
    "canned sweetcorn": "canned corn",
    "chicken mince": "ground chicken",
    "chilli": "chili",
    "coriander": "cilantro",
    "dry soy mince": "dry textured soy protein",
    "fibre": "fiber",
    "grill": "broil",
    "jacket potato": "baked potato",
    "jacket potatoes": "baked potatoes",
    "lamb mince": "ground lamb",
    "lean beef mince": "lean ground beef",
    "mangetout": "snow peas",
    "mince": "ground meat",
    "oven chips": "oven fries",
    "chips and peas": "fries and peas",
    "pork mince": "ground pork",
    "porridge": "oatmeal",
    "potato crisps": "potato chips",
    "prawn": "shrimp",
    "prawns": "shrimp",
    "rapeseed oil": "canola oil",
    "rocket": "arugula",
    "savoury": "savory",
    "semi-skimmed milk": "reduced-fat milk",
    "skimmed milk": "skim milk",
    "soya": "soy",
    "soya mince": "textured soy protein",
    "spring onion": "scallion",
    "spring onions": "scallions",
    "stone the dates": "pit the dates",
    "stoned": "pitted",
    "sultanas": "golden raisins",
    "sweets": "candies",
    "sweetcorn": "corn",
    "the tin says": "the can says",
    "tinned": "canned",
    "tins and jars": "cans and jars",
    "turkey mince": "ground turkey",
    "wholewheat": "whole-wheat",
}
"""US words by British ones."""

# Porridges of other grains than oats keep their name.
_KEPT: Final = (
    "semolina porridge", "cornmeal porridge", "rice porridge", "millet porridge",
    "quinoa porridge", "soft porridge",
)  # fmt: skip
_WORDS: Final = re.compile(
    r"\b(?:" + "|".join(sorted((*_KEPT, *US_WORDS), key=len, reverse=True)) + r")\b", re.IGNORECASE
)


def us_words(text: str, kept: Collection[str] = ()) -> str:
    """
    A name or a phrase in the words of US readers, with its capitals.

    Args:
        text: The name or the phrase.
        kept: Names in it that stay as they are, such as those of somebody's own foods.

    >>> us_words("Fibre"), us_words("190 ml semi-skimmed milk"), us_words("prawns on rocket")
    ('Fiber', '190 ml reduced-fat milk', 'shrimp on arugula')
    >>> us_words("porridge with banana"), us_words("quinoa porridge")
    ('oatmeal with banana', 'quinoa porridge')
    >>> us_words("fibre bar and prawns", kept=["fibre bar"])
    'fibre bar and shrimp'
    """
    if not kept:
        return _WORDS.sub(_us_word, text)
    names = "|".join(map(re.escape, sorted(kept, key=len, reverse=True)))
    parts = re.split(f"({names})", text)
    return "".join(
        part if place % 2 else _WORDS.sub(_us_word, part) for place, part in enumerate(parts)
    )


def _us_word(found: re.Match[str]) -> str:
    word = found[0]
    other = US_WORDS.get(word.lower(), word)
    return other[0].upper() + other[1:] if word[0].isupper() else other

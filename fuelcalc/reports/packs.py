"""What a pack of a thing is called in a shop: a bag of oats, two tins of beans, a lemon."""

from collections.abc import Mapping
from typing import Final

from fuelcalc.models.shopping import ShoppingLine
from fuelcalc.pantry.packs import WHOLE

_OWN: Final[Mapping[str, str]] = {
    "eggs": "box", "garlic": "bulb", "ice cream": "tub", "cream": "pot", "cream cheese": "tub",
    "hummus": "tub", "kimchi": "jar", "butter": "pack", "vegetable spread": "tub",
    "coconut milk": "tin", "baked beans": "tin", "anchovies": "tin", "tuna in oil": "tin",
    "vegetarian refried beans": "tin", "nori": "pack", "soy sauce": "bottle",
    **dict.fromkeys(
        ("fresh basil", "fresh coriander", "parsley", "spring onions", "radishes"), "bunch"
    ),
}  # fmt: skip
_POTS: Final = ("yogurt", "skyr", "quark", "ricotta", "cottage cheese", "sour cream")
_BY_AISLE: Final[Mapping[tuple[str, str], str]] = {
    ("bread", "g"): "loaf",
    ("dairy-eggs", "ml"): "carton",
    ("frozen", "g"): "bag",
    ("tins-jars", "g"): "jar",
    ("tins-jars", "ml"): "bottle",
    ("dry", "g"): "bag",
    ("spices-oils", "ml"): "bottle",
    ("spices-oils", "g"): "jar",
    ("drinks", "ml"): "bottle",
    ("sport", "ml"): "bottle",
}
_PACK: Final = "pack"
_TIN, _CANNED = "tin", "canned "
_POWDER: Final = " powder"
_MANY: Final = {"box": "boxes", "loaf": "loaves", "bunch": "bunches"}
_US: Final = {"tin": "can", "pot": "tub", "box": "carton"}
"""What packs are called in the US, where that is another word."""


def pack_words(line: ShoppingLine, size: str, *, is_us: bool) -> tuple[str, ...]:
    """
    So many packs of a thing, word by word: "2", "1 bulb", "3 boxes of 6".

    Args:
        line: What to buy, in packs.
        size: How much one of them holds.
        is_us: Whether US readers read it, whose cans are not called by what is left in them.
    """
    count, own = line.buy.packs, _word(line)
    word = _US.get(own, own) if is_us else own
    word = word if count == 1 else _MANY.get(word, f"{word}s")
    if line.name in WHOLE:
        return (f"{count}",) if own == _PACK else (f"{count}", word)
    if own == _TIN and is_us:
        return (f"{count}", word)
    return (f"{count}", word, "of", size)


def _word(line: ShoppingLine) -> str:
    """What one pack is called: by the thing itself, else by its aisle and unit."""
    name = line.name
    if name in _OWN:
        return _OWN[name]
    if name.startswith(_CANNED):
        return _TIN
    if line.aisle == "dairy-eggs" and any(pot in name for pot in _POTS):
        return "pot"
    if line.aisle == "sport" and name.endswith(_POWDER):
        return "tub"
    return _BY_AISLE.get((line.aisle, line.buy.unit), _PACK)

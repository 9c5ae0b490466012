"""Whether what somebody says of who may eat a food can be true together."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from fuelcalc.models.diets import FREE_FROM

_FLESH: Final = ("meat", "poultry")
_ANIMAL: Final = (*_FLESH, "fish", "shellfish")

_NEVER_HOLDS: Final[Mapping[str, tuple[str, ...]]] = {
    "vegan": ("crustaceans", "egg", "fish", "milk", "molluscs"),
    "vegetarian": ("crustaceans", "fish", "molluscs"),
    **FREE_FROM,
    "kosher-style": ("crustaceans", "molluscs"),
}
"""Allergens that a food for this diet or restriction cannot contain."""

_NEVER_IS: Final[Mapping[str, tuple[str, ...]]] = {
    "vegan": _ANIMAL,
    "vegetarian": _ANIMAL,
    "pescatarian": _FLESH,
    "kosher-style": ("shellfish",),
}
"""Roles that a food for this diet or restriction cannot have."""

# What fermenting leaves in bread, fruit and vinegar; more has been put in, or is a drink.
_MOST_ALCOHOL_SHARE: Final = 0.005


def contradictions(
    *,
    role: str,
    allergens: Sequence[str],
    may_contain: Sequence[str],
    diet: str | None,
    suits: Sequence[str],
    alcohol_share: float = 0.0,
) -> Iterator[tuple[str, str]]:
    """
    Why a food's diet, or what it suits, cannot be, each with what to do about it.

    Args:
        role: What it is in the kitchen.
        allergens: Codes of what it contains.
        may_contain: Codes of traces; they speak against a restriction, not against a diet.
        diet: The strictest diet that eats it, if that is known.
        suits: The restrictions that it is said to meet.
        alcohol_share: Grams of alcohol in a gram of it.

    >>> next(contradictions(
    ...     role="bread", allergens=["gluten"], may_contain=[], diet="vegan", suits=["gluten-free"]
    ... ))
    ('gluten among its allergens means that it is not gluten-free', 'change one')
    """
    for word in (*filter(None, [diet]), *suits):
        traces = () if word == diet else may_contain
        for code in (*allergens, *traces):
            if code in _NEVER_HOLDS.get(word, ()):
                yield f"{code} among its allergens means that it is not {word}", "change one"
        if role in _NEVER_IS.get(word, ()):
            remedy = "change one; what is made of plants is soy, legume or grain"
            yield f"{role} as its role means that it is not {word}", remedy
        if word == "halal" and alcohol_share > _MOST_ALCOHOL_SHARE:
            yield "its alcohol means that it is not halal", "change one"

"""What methods ask for from the spice rack: no food of a plate, and in no amount."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from fuelcalc.models.diets import FREE_FROM
from fuelcalc.pantry.heat import is_heat
from fuelcalc.pantry.limits import Limits
from fuelcalc.pantry.lookup import plain

_OR: Final = " or "
_FORMS: Final = frozenset(
    {
        "dried", "flake", "fresh", "ground", "leaf", "leave", "mixed", "powder", "powdered", "seed",
        "stick", "whole",
    }
)  # fmt: skip
"""Words that say how a seasoning comes, and not which it is, without their plural."""
_DRY: Final = frozenset({"dried", "ground", "mixed", "powder", "powdered"})
"""Of these what the rack is full of, and one is as good as another."""


_HOT_SEASONINGS: Final = frozenset({"berbere or hot paprika", "chilli", "Sichuan pepper"})
"""What who dislikes chilli does without, as methods call it."""


class Seasoning(NamedTuple):
    """
    A thing of the spice rack.

    Attributes:
        name: What it is bought as; with an "or" where either will do.
        said: What a method calls it.
        may_contain: Allergens that some brands hold traces of.
    """

    name: str
    said: str
    may_contain: tuple[str, ...] = ()

    @property
    def either(self) -> tuple[str, ...]:
        """
        Each thing that will do for it, spelled plainly.

        >>> Seasoning("saffron or turmeric", "saffron or turmeric").either
        ('saffron', 'turmeric')
        """
        return tuple(map(plain, self.name.split(_OR)))

    def is_called(self, word: str) -> bool:
        """
        Whether somebody who has what the word says needs none, in whatever form it comes.

        >>> [Seasoning("bay leaves", "bay").is_called(word) for word in ("Bay leaf", "bayberry")]
        [True, False]
        """
        words = set(plain(word).split())
        each = [set(text.split()) for text in (*self.either, plain(self.said))]
        return any(
            words - own <= _FORMS and (own <= words or (words & _DRY and own - _DRY <= words))
            for own in each
        )

    def is_meant(self, word: str) -> bool:
        """
        Whether somebody who dislikes what a word says dislikes this, in whatever form it comes.

        >>> [Seasoning("dried mint", "dried mint").is_meant(word) for word in ("mint", "spicy")]
        [True, False]
        >>> Seasoning("chilli", "chilli").is_meant("spicy")
        True
        """
        if self.said in _HOT_SEASONINGS and is_heat(word):
            return True
        words, called = set(plain(word).split()) - _FORMS, (*self.either, plain(self.said))
        return bool(words) and any(words <= set(text.split()) for text in called)


# As the foods of the table that are most like them have it: cinnamon and turmeric, cumin and
# paprika, curry powder; some baking powder is made with wheat starch.
_TRACES: Final = ("celery", "mustard")
_HOT: Final = ("peanut", "tree-nut", *_TRACES)
_BLEND: Final = ("gluten", "wheat", *_HOT, "sesame")

SEASONINGS: Final = (
    Seasoning("allspice", "allspice", _TRACES),
    Seasoning("baking powder", "baking powder", ("gluten", "wheat")),
    Seasoning("bay leaves", "bay", _TRACES),
    Seasoning("berbere or hot paprika", "berbere or hot paprika", _BLEND),
    Seasoning("cardamom", "cardamom", _TRACES),
    Seasoning("chilli", "chilli", _HOT),
    Seasoning("cinnamon", "cinnamon", _TRACES),
    Seasoning("cumin", "cumin", _HOT),
    Seasoning("dried dill", "dried dill", _TRACES),
    Seasoning("dried herbs", "herbs", _TRACES),
    Seasoning("dried mint", "dried mint", _TRACES),
    Seasoning("garam masala", "garam masala", _BLEND),
    Seasoning("ground ginger", "ground ginger", _TRACES),
    Seasoning("nutmeg", "nutmeg", _TRACES),
    Seasoning("oregano", "oregano", _TRACES),
    Seasoning("paprika", "paprika", _HOT),
    Seasoning("rosemary", "rosemary", _TRACES),
    Seasoning("saffron or turmeric", "saffron or turmeric", _TRACES),
    Seasoning("Sichuan pepper", "Sichuan pepper", _TRACES),
    Seasoning("smoked paprika", "smoked paprika", _HOT),
    Seasoning("star anise", "star anise", _TRACES),
    # Sugar by the spoon is a food of the plate.
    Seasoning("sugar", "pinch of sugar"),
    Seasoning("thyme", "thyme", _TRACES),
    Seasoning("turmeric", "turmeric", _TRACES),
    Seasoning("vanilla sugar", "vanilla sugar"),
)
"""What the methods of dishes ask for beside their foods, by name; salt and pepper left out."""

_BY_WORD: Final = {plain(seasoning.said): seasoning for seasoning in SEASONINGS}


def seasonings_meant(words: Iterable[str]) -> frozenset[Seasoning]:
    """
    What of the spice rack somebody does without who dislikes what some words say.

    >>> sorted(one.name for one in seasonings_meant(["mint", "Cinnamon"]))
    ['cinnamon', 'dried mint']
    """
    there = tuple(words)
    return frozenset(one for one in SEASONINGS if any(map(one.is_meant, there)))


def seasonings_in(text: str, names: Iterable[str] = ()) -> tuple[Seasoning, ...]:
    """
    The seasonings that a method asks for, each once, as it names them.

    Args:
        text: How something is made.
        names: Of the foods on the plate, which are no seasoning: chilli sauce is no chilli.

    >>> [one.name for one in seasonings_in("Fry it with smoked paprika and chilli sauce.")]
    ['smoked paprika', 'chilli']
    >>> seasonings_in("Stir in the chilli sauce.", ["chilli sauce"])
    ()
    """
    # Few foods are called after a spice, so that one pattern serves nearly all plates.
    spiced = frozenset(name for name in map(plain, names) if _pattern(frozenset()).search(name))
    found = _pattern(spiced).findall(plain(text))
    return tuple(dict.fromkeys(_BY_WORD[word] for word in found if word not in spiced))


@lru_cache(maxsize=256)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    """Finds what seasonings are called, and these names, the longest first."""
    words = sorted({*_BY_WORD, *names}, key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")


def traces_for(seasoning: Seasoning, limits: Iterable[Limits]) -> tuple[str, ...]:
    """
    What somebody must not eat and a seasoning may hold traces of.

    Args:
        seasoning: A thing of the spice rack.
        limits: Of everybody who eats of it.

    >>> traces_for(SEASONINGS[0], [Limits.of(avoid=["mustard", "milk"])])
    ('mustard',)
    """
    avoided: set[str] = set()
    for each in limits:
        avoided.update(each.avoid, *(FREE_FROM.get(word, ()) for word in each.restrictions))
    return tuple(code for code in seasoning.may_contain if code in avoided)

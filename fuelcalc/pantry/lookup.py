"""Foods by the names that people use, in any of their spellings."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple
from unicodedata import combining, normalize

from fuelcalc.models.foods import Food
from fuelcalc.pantry.instead import INSTEAD

_NEAR: Final = 0.8
"""How alike two spellings are that one may have been meant by the other."""

_FAR: Final[Mapping[str, float]] = {
    # A "bean" that ends or begins with the word: before what is only also called so.
    "of the kind": 0.5,
    # A synonym is that very word.
    "also": 1.0,
    # All words that were asked for, and others: "rice" for "brown rice".
    "more words": 2.0,
    # Only some of them, where the others describe: no answer where anything has all of them, or
    # where a page says what to eat instead.
    "in part": 3.0,
    # Each word too many or too few; ten of them are still nearer than the next row.
    "a word": 0.1,
    # Of two that are alike the name comes before the synonym.
    "a synonym": 0.05,
    # No word in common, which is no answer.
    "nothing": 9.0,
}
"""How far a food is from the name that was asked for, which alone orders what is found."""

_DESCRIBING: Final = frozenset(
    {
        "a", "an", "and", "some", "the", "of", "in", "with", "tin", "tinned", "can", "canned",
        "jar", "pack", "packet", "bag", "bowl", "cup", "glass", "slice", "sliced", "piece",
        "fillet", "fresh", "frozen", "raw", "cooked", "grilled", "roast", "roasted", "baked",
        "boiled", "steamed", "poached", "fried", "ripe", "dried", "plain", "natural", "organic",
        "large", "medium", "small", "big", "whole", "half", "chopped", "diced", "grated", "crushed",
        "peeled", "boneless", "skinless", "home", "homemade", "leftover", "low", "fat", "reduced",
        "light", "black", "white", "red", "green", "brown", "dark", "sparkling", "still", "cold",
        "hot", "warm",
    }
)  # fmt: skip
"""Words that a food may be called by besides its name, and is still that food."""

_SPELLED: Final = {
    "chile": "chilli", "chili": "chilli", "chilly": "chilli", "chily": "chilli",
    "yoghurt": "yogurt",
}  # fmt: skip
"""Words of other spellings by which the same is meant, as they are without their plural."""

_WORD = re.compile(r"[a-z0-9]+")


class _Name(NamedTuple):
    """One name of a food, spelled plainly, and where the food stands in the table."""

    words: str
    place: int
    is_synonym: bool


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """
    A name without accents, punctuation, capitals and plurals.

    >>> plain("Sweet Potatoes"), plain("chicken, breast"), plain("green chillies")
    ('sweet potato', 'chicken breast', 'green chilli')
    """
    # Apostrophes vanish where other marks part words: "cow's" is one word.
    letters = normalize("NFKD", text.casefold().replace("'", "").replace("’", ""))
    bare = "".join(letter for letter in letters if not combining(letter))
    words = map(_singular, _WORD.findall(bare))
    return " ".join(_SPELLED.get(word, word) for word in words)


def _singular(word: str) -> str:
    """Take the plural off an English word, near enough for names of foods."""
    if len(word) < 4 or word.endswith(("ss", "us")):
        return word
    for many, one in (("ies", "y"), ("oes", "o"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if word.endswith(many):
            return word.removesuffix(many) + one
    return word.removesuffix("s")


@lru_cache(maxsize=4096)
def _plain_names(name: str, synonyms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(plain(text) for text in (name, *synonyms))


def is_called(food: Food, word: str) -> bool:
    """
    Whether a word names this food, or the kitchen role that it has.

    >>> from fuelcalc.pantry.table import bundled_foods
    >>> foods = bundled_foods()
    >>> is_called(foods["salmon"], "fish"), is_called(foods["peanut-butter"], "butter")
    (True, False)
    >>> is_called(foods["tuna"], "tinned fish"), is_called(foods["cod"], "tinned fish")
    (True, False)
    """
    words = plain(word)
    names = (*food.synonyms, *food.made_of) if food.made_of else food.synonyms
    called = _plain_names(food.name, names)
    if words in called or words == plain(food.role):
        return True
    # "Tinned fish" and "smoked meat" are fish and meat that one of their names calls so.
    first, _, kind = words.partition(" ")
    if not kind or kind != plain(food.role):
        return False
    said = {"canned", "tinned"} if first in {"canned", "tinned"} else {first}
    return any(not said.isdisjoint(name.split()) for name in called)


_INSTEAD: Final = {plain(name): instead for name, instead in INSTEAD.items()}


class FoodNames:
    """The foods of a table by every name that they answer to."""

    def __init__(self, foods: Iterable[Food]) -> None:
        """Take the foods in order: of two that are called alike the first is meant."""
        self._foods = tuple(foods)
        self._names = tuple(
            _Name(plain(text), place, text is not food.name)
            for place, food in enumerate(self._foods)
            for text in (food.name, food.food_id, *food.synonyms)
        )

    def find(self, name: str, *, limit: int) -> tuple[Food, ...]:
        """The foods that a name means, best first; see `Pantry.find`."""
        words = plain(name)
        if not words or limit < 1:
            return ()
        best: dict[int, float] = {}
        for entry in self._names:
            score = _distance(words, entry)
            if score < best.get(entry.place, _FAR["nothing"]):
                best[entry.place] = score
        also = [place for place in sorted(best) if best[place] == _FAR["also"]]
        for place in also:
            # Of what is also called beans, black beans are beans before edamame are.
            called = f" {plain(self._foods[place].name)} "
            same_role = self._foods[place].role == self._foods[also[0]].role
            if called.endswith(f" {words} ") or (called.startswith(f" {words} ") and same_role):
                best[place] = _FAR["of the kind"]
        ranked = sorted(best, key=lambda place: (best[place], place))
        if words in _INSTEAD and (not best or best[ranked[0]] >= _FAR["in part"]):
            # A burger of plants is no burger of beef.
            return ()
        if best and best[ranked[0]] < _FAR["more words"]:
            # Something is called just so: "sweet potatoes" means no sweets.
            ranked = [place for place in ranked if best[place] < _FAR["in part"]]
        return tuple(self._foods[place] for place in ranked[:limit])

    def near(self, name: str, *, limit: int) -> tuple[str, ...]:
        """The names of what is nearest to a food that is not there, else the nearest spellings."""
        from difflib import get_close_matches

        names = dict.fromkeys(entry.words for entry in self._names)
        instead = _INSTEAD.get(plain(name))
        if instead is not None and not self.find(name, limit=1):
            return instead[:limit]
        alike = get_close_matches(plain(name), names, n=limit, cutoff=_NEAR)
        return tuple(alike or self._parts_of(plain(name))[:limit])

    def _parts_of(self, words: str) -> list[str]:
        """The names that some of the words make, those that hold the last word first."""
        asked = words.split()
        parts = [entry.words for entry in self._names if {*entry.words.split()} < {*asked}]
        return sorted(dict.fromkeys(parts), key=lambda part: asked[-1] not in part.split())


def _distance(words: str, name: _Name) -> float:
    """Rate how far a name is from what was asked: 0 is that very name, 9 is nothing in common."""
    if words == name.words:
        return _FAR["also"] if name.is_synonym else 0.0
    asked, given = set(words.split()), set(name.words.split())
    general = _FAR["a synonym"] if name.is_synonym else 0.0
    if asked <= given:
        return _FAR["more words"] + _FAR["a word"] * len(given - asked) + general
    if given <= asked and all(word in _DESCRIBING or word.isdigit() for word in asked - given):
        return _FAR["in part"] + _FAR["a word"] * len(asked - given) + general
    return _FAR["nothing"]

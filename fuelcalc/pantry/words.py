"""What people ask of foods and dishes in words: lists, words of closed lists, and nutrients."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TypeAlias, TypeVar

from fuelcalc.errors import InputError, nearest
from fuelcalc.models.nutrients import NUTRIENT_OF, NUTRIENTS, Nutrient
from fuelcalc.pantry.lookup import plain

Words: TypeAlias = str | Iterable[str]
"""One text or several, each with parts behind commas."""

T = TypeVar("T")
_COMMA = re.compile(r",(?!\d)")
_NEAR = 0.7
"""How alike the name of a nutrient is to what was typed, so that it may have been meant."""


def parts_of(texts: Words, *, name: str) -> list[str]:
    """
    The parts of one text or several, parted by commas; one inside a number is its decimal mark.

    Args:
        texts: What was written.
        name: What errors call it.

    Raises:
        InputError: One text is empty.

    >>> parts_of(["fibre 2,5 g, protein 10 g"], name="least")
    ['fibre 2,5 g', 'protein 10 g']
    """
    each = [texts] if isinstance(texts, str) else texts
    parts = [[part.strip() for part in _COMMA.split(text) if part.strip()] for text in each]
    if not all(parts):
        raise InputError("empty", argument=name, remedy="write a word, or leave the option out")
    return [part for each in parts for part in each]


def words_of(texts: Words, known: Sequence[str], *, name: str) -> tuple[str, ...]:
    """
    Words of a closed list as it spells them.

    Args:
        texts: What was written.
        known: The list.
        name: What errors call it.

    Raises:
        InputError: A word is not in the list; the message suggests the nearest.
    """
    spelled = {plain(word): word for word in known}
    found: list[str] = []
    for word in parts_of(texts, name=name):
        if plain(word) not in spelled:
            near = nearest(word, known)
            remedy = f'did you mean "{near}"?' if near else f"choose of: {', '.join(known)}"
            raise InputError("is unknown", argument=name, value=word, allowed=known, remedy=remedy)
        found.append(spelled[plain(word)])
    return tuple(found)


def at_most(limit: int | None, found: tuple[T, ...]) -> tuple[T, ...]:
    """
    The first of what was found; all of it without a limit.

    Raises:
        InputError: The limit is below 1.
    """
    if limit is not None and limit < 1:
        remedy = "ask for one at the least"
        raise InputError("is below 1", argument="limit", value=limit, remedy=remedy)
    return found[:limit]


@cache
def _by_word() -> dict[str, Nutrient]:
    """Every spelling and the nutrient that it stands for."""
    words = {
        _key(word): nutrient for nutrient in NUTRIENTS for word in (nutrient.name, *nutrient.also)
    }
    return {**{_key(key): nutrient for key, nutrient in NUTRIENT_OF.items()}, **words}


def _key(word: str) -> str:
    """A name as it is looked up: plain, and "B-12" as "B12"."""
    return re.sub(r"^vit(?= )", "vitamin", plain(word)).replace(" ", "")


def nutrient_named(word: str) -> Nutrient:
    """
    The nutrient that somebody means.

    Args:
        word: An everyday name ("carbs", "fiber", "b12", "omega-3") or a column ("iron_mg").

    Raises:
        InputError: The word names no nutrient; the message suggests the nearest.

    >>> nutrient_named("Fiber").fields, nutrient_named("vit. D").name
    (('fibre_g',), 'vitamin D')
    """
    words = _key(word)
    if words in _by_word():
        return _by_word()[words]
    near = nearest(
        words, {word: nutrient.name for word, nutrient in _by_word().items()}, cutoff=_NEAR
    )
    known = ", ".join(nutrient.name for nutrient in NUTRIENTS[:20])
    raise InputError(
        "is not a nutrient that fuelcalc knows",
        value=word,
        allowed=[nutrient.name for nutrient in NUTRIENTS],
        remedy=f'did you mean "{near}"?' if near else f"known: {known} ...",
    )

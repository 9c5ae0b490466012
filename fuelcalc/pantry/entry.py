"""What the tables of a food file have in common: ids, closed words, and keys that must be there."""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, Field

from fuelcalc.errors import InputError
from fuelcalc.models.record import Record
from fuelcalc.models.refusals import not_one_of, one_line, shown
from fuelcalc.pantry.lookup import plain

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def slug_of(name: str) -> str:
    """
    The id that a name gives, or "" where it has no Latin letters and digits.

    >>> slug_of("Mill bread, sliced")
    'mill-bread-sliced'
    """
    return plain(name).replace(" ", "-")


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text):
        raise ValueError(f"{shown(text)} is not an id; write small letters, digits and hyphens")
    return text


def _prose(text: str) -> str:
    """A text of several lines on one."""
    return one_line(" ".join(text.split()))


def one_of(words: tuple[str, ...]) -> Callable[[str], str]:
    """A check that lets a word pass which stands in a closed list."""

    def checked(word: str) -> str:
        if word not in words:
            raise ValueError(not_one_of(word, ", ".join(words)))
        return word

    return checked


Slug = Annotated[str, Field(max_length=60), AfterValidator(_slug)]
Prose = Annotated[str, Field(max_length=600), AfterValidator(_prose)]


class Entry(Record):
    """One table of a food file, which says by example what it cannot do without."""

    must: ClassVar[Mapping[str, str]] = {}
    """The keys that have to be there, and how each is written."""

    @classmethod
    def from_tree(cls, tree: Any, *, path: str) -> Self:
        """Make one from nested dicts and lists, as a food file holds them; *path* is for errors."""
        for key, example in cls.must.items():
            if isinstance(tree, Mapping) and tree.get(key) is None:
                raise InputError(f"{path}{key}: missing; write {key} = {example}")
        return super().from_tree(tree, path=path)

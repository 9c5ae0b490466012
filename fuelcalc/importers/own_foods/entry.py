"""What the tables of a food file have in common: ids, closed words, and keys that must be there."""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from fuelcalc.errors import InputError, one_line
from fuelcalc.models.reading import FieldReading
from fuelcalc.models.record import Record
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
        remedy = "write small letters, digits and hyphens"
        raise InputError("is not an id", value=text, remedy=remedy)
    return text


def _prose(text: str) -> str:
    """A text of several lines on one."""
    return one_line(" ".join(text.split()))


def one_of(words: tuple[str, ...]) -> Callable[[str], str]:
    """A check that lets a word pass which stands in a closed list."""

    def checked(word: str) -> str:
        if word not in words:
            raise InputError("is unknown", value=word, allowed=words)
        return word

    return checked


Slug = Annotated[str, Field(max_length=60), AfterValidator(_slug)]
LongText = Annotated[str, Field(max_length=600), AfterValidator(_prose)]


class OwnEntry(Record):
    """One table of a food file, which says by example what it cannot do without."""

    must: ClassVar[Mapping[str, str]] = {}
    """The keys that have to be there, and how each is written."""

    @classmethod
    def remedy_for(cls, reading: FieldReading) -> str:
        """What to write for a key that has to be there."""
        key = reading.bare
        return f"write {key} = {cls.must[key]}" if key in cls.must else super().remedy_for(reading)

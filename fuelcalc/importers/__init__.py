"""
What reads files: a plan, and somebody's own foods.

Each kind of file has a module, which is an `Importer`: it tells whether bytes are such a file, and
reads one. What a file has to hold is said by the models; the text of a session is theirs too,
since it may stand in any plan.
"""

from typing import Protocol, TypeVar

from fuelcalc.importers.tree import OpenFile

T_co = TypeVar("T_co", covariant=True)


class Importer(Protocol[T_co]):
    """A module that reads one kind of file."""

    def identify(self, data: bytes) -> bool:
        """Whether bytes are such a file, sound or not; never an error."""
        ...

    def read(self, file: OpenFile) -> T_co:
        """
        Read one.

        Raises:
            InputError: It cannot be read, or holds what cannot be; one line says where.
        """
        ...

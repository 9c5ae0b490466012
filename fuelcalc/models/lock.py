"""A dish that somebody sets for a feeding, in one line: which feeding, and which dish."""

import re
from typing import Annotated, Final

from pydantic import AfterValidator

from fuelcalc.errors import InputError, clipped
from fuelcalc.models.statement import Statement
from fuelcalc.models.text import Text

EXAMPLE: Final = "dinner=Lentil bolognese"
_DATED: Final = re.compile(r"\d{4}-\d{2}-\d{2}\b")


def lock_from_text(text: str) -> dict[str, str]:
    """
    Read which dish somebody sets for which feeding.

    Raises:
        InputError: There is no "=", or nothing on one side of it.

    >>> lock_from_text("dinner=Lentil bolognese")
    {'feeding': 'dinner', 'dish': 'Lentil bolognese'}
    """
    feeding, sign, dish = (part.strip() for part in text.partition("="))
    if not (feeding and sign and dish):
        raise InputError("is not feeding=dish", value=text, remedy=f'write "{EXAMPLE}"')
    return {"feeding": feeding, "dish": dish}


def locked_twice(feeding: str, one: str, other: str) -> InputError:
    """
    Two dishes for one feeding, of which only one can be eaten.

    >>> print(locked_twice("dinner", "out", "lentil-bolognese"))
    lock: "dinner" has two dishes, out and lentil-bolognese; keep one
    """
    problem = f"has two dishes, {clipped(one)} and {clipped(other)}"
    return InputError(problem, argument="lock", value=feeding, remedy="keep one")


def _of_its_day(feeding: str) -> str:
    """Refuse a date in front of the feeding of a day."""
    if _DATED.match(feeding):
        raise InputError(
            "has a date, and stands in a day", value=feeding, remedy="write it in the day it is for"
        )
    return feeding


class Lock(Statement):
    """
    A dish that is set for a feeding of the day it stands in, by its id or name.

    Attributes:
        feeding: What the feeding is called, or its time.
        dish: The dish, or "out" where it is eaten out.
    """

    feeding: Annotated[Text, AfterValidator(_of_its_day)]
    dish: Text

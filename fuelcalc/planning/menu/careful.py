"""What somebody does without: what is disliked, and what is unsafe for who is careful."""

import datetime as dt
from typing import Final

from fuelcalc.models.athlete import Athlete
from fuelcalc.pantry.lookup import plain

CAREFUL_YEARS: Final = 65.0
"""
From when on leftovers keep shorter, no fish is eaten that was smoked cold, and eggs are firm.

Source: FDA, "Food safety for older adults"; FSA and CDC on listeria.
"""

_SMOKED_COLD: Final = ("smoked salmon",)
"""Fish that is smoked cold and eaten uncooked: the FSA and the CDC advise older people against."""

_FISH, _SHELLFISH = "fish", "shellfish"
_OF_THE_SEA: Final = frozenset(
    {"clam", "crab", "mussel", "prawn", "scallop", "seafood", "shellfish", "shrimp"}
)
"""Words, spelled plainly, by which somebody likes seafood."""


def disliked_by(athlete: Athlete) -> tuple[str, ...]:
    """
    What somebody dislikes: who dislikes fish wants no seafood either, unless some of it is liked.

    >>> body = {"sex": "male", "age": 30, "mass": "70 kg", "height": "175 cm"}
    >>> disliked_by(Athlete.of(dislikes=["fish"], **body))
    ('fish', 'shellfish')
    >>> disliked_by(Athlete.of(dislikes=["fish"], likes=["Prawns"], **body))
    ('fish',)
    """
    likes = {word for like in athlete.likes for word in plain(like).split()}
    if _FISH in map(plain, athlete.dislikes) and _OF_THE_SEA.isdisjoint(likes):
        return (*athlete.dislikes, _SHELLFISH)
    return athlete.dislikes


def is_careful(athlete: Athlete, date: dt.date | None = None) -> bool:
    """
    Whether somebody is 65 or older; not where only a birth date is known, and no day.

    Args:
        athlete: Who eats.
        date: When, for whoever gives a date of birth.

    >>> is_careful(Athlete.of(sex="male", age=65, mass="70 kg", height="175 cm"))
    True
    """
    is_known = athlete.age is not None or date is not None
    return is_known and athlete.age_on(date) >= CAREFUL_YEARS


def unwanted_by(athlete: Athlete, date: dt.date) -> tuple[str, ...]:
    """What somebody dislikes, and what who eats with them does without for them."""
    careful = _SMOKED_COLD if is_careful(athlete, date) else ()
    return tuple(dict.fromkeys((*disliked_by(athlete), *careful)))

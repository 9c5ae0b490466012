"""Who is careful of listeria and salmonella, and what that leaves off the table."""

import datetime as dt
from typing import Final

from fuelcalc.models.athlete import Athlete

CAREFUL_YEARS: Final = 65.0
"""
From when on leftovers keep shorter, no fish is eaten that was smoked cold, and eggs are firm.

Source: FDA, "Food safety for older adults"; FSA and CDC on listeria.
"""

_SMOKED_COLD: Final = ("smoked salmon",)
"""Fish that is smoked cold and eaten uncooked: the FSA and the CDC advise older people against."""


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
    return tuple(dict.fromkeys((*athlete.dislikes, *careful)))

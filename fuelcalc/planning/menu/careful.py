"""Who is careful of listeria, and what that leaves off the table."""

import datetime as dt
from typing import Final

from fuelcalc.models.athlete import Athlete

CAREFUL_YEARS: Final = 65.0
"""From when on leftovers keep shorter, and no fish is eaten raw."""

_SMOKED_COLD: Final = ("smoked salmon",)
"""Fish that is smoked cold and eaten uncooked: the FSA and the CDC advise older people against."""


def unwanted_by(athlete: Athlete, date: dt.date | None = None) -> tuple[str, ...]:
    """
    What somebody dislikes, and from 65 on what carries listeria too often.

    Args:
        athlete: Who eats.
        date: When, for whoever gives a date of birth.

    >>> unwanted_by(Athlete.of(sex="male", age=65, mass="70 kg", height="175 cm"))
    ('smoked salmon',)
    """
    is_known = athlete.age is not None or date is not None
    careful = _SMOKED_COLD if is_known and athlete.age_on(date) >= CAREFUL_YEARS else ()
    return tuple(dict.fromkeys((*athlete.dislikes, *careful)))

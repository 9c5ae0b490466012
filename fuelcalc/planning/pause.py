"""A deficit that has gone on for long: it pauses, and the plan is at balance."""

import datetime as dt
from typing import Final

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete, Goal

MOST_WEEKS: Final = 12.0
"""After so many hunger pushes back hard, and what is short adds up; an estimate."""

# A week may be planned in whose middle a deficit begins; a later beginning is a slip of the year.
_AHEAD_DAYS: Final = 6


def weeks_paused_after(athlete: Athlete, goal: Goal, date: dt.date | None) -> float | None:
    """
    After how many weeks a deficit that is asked for pauses on a day; None where it does not.

    Raises:
        InputError: It begins long after the day, so that nobody could tell when it has gone on
            for long.
    """
    since, asked = athlete.deficit_since, goal.balance_kcal
    if since is None or date is None or asked is None or asked >= 0.0:
        return None
    days = (date - since).days
    if days < -_AHEAD_DAYS:
        raise InputError(
            f"is {-days} days after {date}, the day that is planned in deficit",
            argument="deficit_since",
            value=since,
            quote=str(since),
            remedy="write the day on which the deficit began",
        )
    return days / 7.0 if days >= 7.0 * MOST_WEEKS else None


def at_balance(goal: Goal) -> Goal:
    """The goal while a deficit pauses: what is spent is eaten, and nothing is built of it."""
    return goal.model_copy(update={"balance_kcal": None, "aim": "maintain"})

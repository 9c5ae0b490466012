"""A day whose feedings do not hold what it costs: what is left, who repays it, and who must not."""

from collections.abc import Iterator
from typing import NamedTuple

from fuelcalc.models.calendar import DAYS_BACK
from fuelcalc.models.day import Day
from fuelcalc.models.notes import Note
from fuelcalc.planning.days import Surroundings, owed_kcal
from fuelcalc.planning.energy import Figures
from fuelcalc.planning.person import Person
from fuelcalc.planning.reasons import LEAST_BEHIND_KCAL
from fuelcalc.planning.sessions.training import Training
from fuelcalc.planning.words import note
from fuelcalc.science import balance


class Debt(NamedTuple):
    """What tomorrow finds unpaid, and what it would if nothing had been eaten ahead, in kcal."""

    owed_kcal: float = 0.0
    alone_kcal: float = 0.0


def debt_of(person: Person, figures: Figures, days: Surroundings, training: Training) -> Debt:
    """What a day that ends behind leaves to the days after it; nothing for another day."""
    if figures.targets.left_kcal < LEAST_BEHIND_KCAL:
        return Debt()
    weekly_net_kcal = None if figures.mean is None else figures.mean.net_kcal
    # Once with what was eaten ahead to load, and once without: the difference needs no repaying.
    owed, alone = (
        owed_kcal(person, Surroundings(Day(), past), training, weekly_net_kcal=weekly_net_kcal)
        for past in ((days.today, *days.past), (days.today,))
    )
    return Debt(owed, alone)


def behind_notes(person: Person, figures: Figures, debt: Debt) -> Iterator[Note]:
    """
    Say what no feeding of a day holds, and what becomes of it.

    Args:
        person: Whose day it is.
        figures: The day, less what found no room.
        debt: From `debt_of`.
    """
    behind_kcal = figures.targets.left_kcal
    if behind_kcal < LEAST_BEHIND_KCAL:
        return
    if person.guards.small_feedings is not None:
        # Who can eat but little at once cannot catch up tomorrow either.
        yield _small(figures, behind_kcal)
        return
    mass_kg = person.athlete.mass_kg
    most_kcal = DAYS_BACK * balance.repaid_kcal(owed_kcal=debt.owed_kcal, mass_kg=mass_kg)
    repaid_kcal = min(debt.owed_kcal, most_kcal, behind_kcal)
    ahead_kcal = debt.alone_kcal - debt.owed_kcal
    yield note(
        "day-ends-behind",
        behind_kcal=behind_kcal,
        repaid_kcal=repaid_kcal,
        later=_later(behind_kcal, repaid_kcal=repaid_kcal, ahead_kcal=ahead_kcal),
    )


def _later(behind_kcal: float, *, repaid_kcal: float, ahead_kcal: float) -> str:
    """What becomes of what a day leaves: repaid, eaten ahead already, or neither."""
    rest_kcal = behind_kcal - repaid_kcal
    if rest_kcal < LEAST_BEHIND_KCAL:
        return "all"
    is_ahead = ahead_kcal >= rest_kcal - LEAST_BEHIND_KCAL
    if repaid_kcal < LEAST_BEHIND_KCAL:
        return "ahead" if is_ahead else "none"
    return "part-ahead" if is_ahead else "part"


def _small(figures: Figures, behind_kcal: float) -> Note:
    """What small feedings leave: no matter for a race, nor for training that it makes unsafe."""
    is_race = any(session.is_race for session in figures.sessions)
    is_unsafe = figures.targets.energy_kcal < figures.spent.safe_intake_kcal
    if is_race or (figures.sessions and is_unsafe):
        return note(
            "small-feedings-unsafe",
            behind_kcal=behind_kcal,
            session="race" if is_race else "training",
        )
    return note("small-feedings-behind", behind_kcal=behind_kcal)

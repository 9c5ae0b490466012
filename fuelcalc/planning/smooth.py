"""A week whose days eat alike: what the others give to one day, or take from it."""

from fuelcalc.planning.average import spent_by
from fuelcalc.planning.days import Surroundings
from fuelcalc.planning.person import Person
from fuelcalc.planning.sessions.training import Training
from fuelcalc.science import balance
from fuelcalc.science import day as science


def shared_kcal(
    person: Person, training: Training, days: Surroundings, aim: science.Aim[float]
) -> float:
    """
    What the other days of the week give to this one, so that all of them eat about as much.

    No day falls under its safe intake, nor under what it costs for somebody who must not be in
    deficit. In a week with a race nothing moves.

    Args:
        person: Who eats.
        training: What each day trains.
        days: The day, with the days of its week.
        aim: The goal as numbers; its balance is the same on every day of the week.
    """
    if not days.is_shared:
        return 0.0
    spent = [spent_by(person, training.sessions(person, day)) for day in days.week]
    today = spent_by(person, training.sessions(person, days.today))
    wanted, _ = science.recommended_balance(person.body, today, aim)
    covers = person.guards.deficit_forbidden_by is not None
    floors = [day.expenditure_kcal if covers else day.safe_intake_kcal for day in spent]
    total = sum(day.expenditure_kcal for day in spent) + wanted * len(spent)
    level = balance.level_kcal(total_kcal=total, floors_kcal=floors)
    floor = today.expenditure_kcal if covers else today.safe_intake_kcal
    return max(level, floor) - today.expenditure_kcal - wanted

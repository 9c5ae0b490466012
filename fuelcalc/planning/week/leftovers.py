"""What a day on its own eats of what its week has cooked before, and cooks for what follows."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from fuelcalc.errors import InputError
from fuelcalc.models.cooking import Cooking
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.plan import Plan
from fuelcalc.models.week import monday_of
from fuelcalc.planning.day import planned_in
from fuelcalc.planning.menu import Wanted
from fuelcalc.planning.menu.edits import is_dated
from fuelcalc.planning.physiology import FUELCALCS
from fuelcalc.planning.sessions.training import Training

_AHEAD_DAYS: Final = 2
"""What is cooked for later is eaten within so many days where a day is planned alone."""

if TYPE_CHECKING:
    from fuelcalc.pantry import Pantry


def kitchen_of(
    plan: Plan,
    day: DayPlan,
    *,
    foods: "Pantry | None" = None,
    seed: int = 0,
    lock: Mapping[str, str] = MappingProxyType({}),
) -> Cooking | None:
    """
    What a day cooks, also for later ones, and what of it was cooked before, as its week has it.

    None where nothing is known of the days around it.

    Args:
        plan: The plan whose day it is.
        day: The finished day; one without a date, or without dishes, eats nothing again.
        foods: The foods and dishes that it was planned with.
        seed: Its seed.
        lock: Its locks; those of other days have their date.
    """
    date = day.date
    if date is None or day.menu is None:
        return None
    monday = monday_of(date)
    calendar = plan.calendar
    # Of dated days there may be gaps, and none behind.
    around = [
        one
        for one in calendar.days_from(monday, (date - monday).days + 1 + _AHEAD_DAYS)
        if one.date != date
    ]
    # A dish of today's own says nothing of another day's.
    wanted = Wanted(foods, seed, {word: dish for word, dish in lock.items() if is_dated(word)})
    training = Training(plan.athlete, FUELCALCS)
    try:
        plans = planned_in(calendar, around, training, plan.goal, wanted, energy=plan.week.energy)
    except InputError:
        # A day that cannot be planned has cooked nothing; its own command says why.
        return None
    from fuelcalc.planning.week.cooking import cooking_plan

    units = plan.athlete.units or "metric"
    earlier = [one for one in plans if one.date is not None and one.date < date]
    days = [*earlier, day, *plans[len(earlier) :]]
    return cooking_plan(days, foods=foods, units=units)[len(earlier)]

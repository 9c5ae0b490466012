"""What a day on its own eats of what its week has cooked before."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from fuelcalc.errors import InputError
from fuelcalc.models.cooking import EatenAgain
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.plan import Plan
from fuelcalc.models.week import monday_of
from fuelcalc.planning.day import planned_in
from fuelcalc.planning.menu import Wanted
from fuelcalc.planning.menu.edits import is_dated
from fuelcalc.planning.physiology import FUELCALCS
from fuelcalc.planning.sessions.training import Training

if TYPE_CHECKING:
    from fuelcalc.pantry import Pantry


def eaten_again(
    plan: Plan,
    day: DayPlan,
    *,
    foods: "Pantry | None" = None,
    seed: int = 0,
    lock: Mapping[str, str] = MappingProxyType({}),
) -> tuple[EatenAgain, ...]:
    """
    What of a day was cooked on an earlier one, as the week from Monday on has it.

    Args:
        plan: The plan whose day it is.
        day: The finished day; one without a date, or without dishes, eats nothing again.
        foods: The foods and dishes that it was planned with.
        seed: Its seed.
        lock: Its locks; those of other days have their date.
    """
    date = day.date
    if date is None or day.menu is None:
        return ()
    monday = monday_of(date)
    calendar = plan.calendar
    earlier = calendar.days_from(monday, (date - monday).days)
    # A dish of today's own says nothing of another day's.
    wanted = Wanted(foods, seed, {word: dish for word, dish in lock.items() if is_dated(word)})
    training = Training(plan.athlete, FUELCALCS)
    try:
        plans = planned_in(calendar, earlier, training, plan.goal, wanted, energy=plan.week.energy)
    except InputError:
        # A day that cannot be planned has cooked nothing; its own command says why.
        return ()
    from fuelcalc.planning.week.cooking import cooking_plan

    units = plan.athlete.units or "metric"
    return cooking_plan([*plans, day], foods=foods, units=units)[-1].again

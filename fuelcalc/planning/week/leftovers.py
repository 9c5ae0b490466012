"""What a day on its own eats of what its week has cooked before, and cooks for what follows."""

import datetime as dt
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.models.cooking import Cooking
from fuelcalc.models.day import Day
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

_DAY: Final = dt.timedelta(days=1)

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
    # A dish of today's own says nothing of another day's.
    wanted = Wanted(foods, seed, {word: dish for word, dish in lock.items() if is_dated(word)})
    around = _Around(plan, wanted, Training(plan.athlete, FUELCALCS))
    try:
        # Tomorrow's box and breakfast are made tonight.
        later = [around.planned(one) for one in around.days(date + _DAY, 1)]
        earlier = _earlier(around, day, date, later)
        # What keeps for no day is cooked for none.
        ahead = around.days(date + _DAY, _days_ahead(around, [*earlier, day, *later], date))
        later += [around.planned(one) for one in ahead[len(later) :]]
    except InputError:
        # A day that cannot be planned has cooked nothing; its own command says why.
        return None
    return around.cooking([*earlier, day, *later])[len(earlier)]


class _Around(NamedTuple):
    """The days of a plan around one of them, each planned when it is asked for."""

    plan: Plan
    wanted: Wanted
    training: Training

    def days(self, first: dt.date, count: int) -> Sequence[Day]:
        """Those from a date on; of dated days there may be gaps, and none behind."""
        return self.plan.calendar.days_from(first, count)

    def planned(self, day: Day) -> DayPlan:
        """One of them with its menu."""
        plan, energy = self.plan, self.plan.week.energy
        (found,) = planned_in(
            plan.calendar, (day,), self.training, plan.goal, self.wanted, energy=energy
        )
        return found

    def cooking(self, days: Sequence[DayPlan]) -> Sequence[Cooking]:
        """What some days cook."""
        from fuelcalc.planning.week.cooking import cooking_plan

        return cooking_plan(
            days, foods=self.wanted.foods, units=self.plan.athlete.units or "metric"
        )

    def kept_days(self, day: DayPlan) -> Mapping[str, int]:
        """For how many days the dishes of a day are eaten."""
        from fuelcalc.planning.week.cooking import kept_days

        return kept_days(day, foods=self.wanted.foods, units=self.plan.athlete.units or "metric")


def _days_ahead(around: _Around, days: Sequence[DayPlan], date: dt.date) -> int:
    """How many days behind one eat of what is cooked on it, or in its evening for the next."""
    cooked = [
        (of.date - date).days + min(dish.keeps_days, _AHEAD_DAYS)
        for of in around.cooking(days)
        for dish in of.dishes
        if of.date == date or (of.date > date and dish.is_of_evening_before)
    ]
    return max(cooked, default=0)


def _earlier(
    around: _Around, day: DayPlan, date: dt.date, later: Sequence[DayPlan]
) -> list[DayPlan]:
    """
    The days of the week before one, as far back as something of its dishes was cooked.

    Args:
        around: The days around it.
        day: The day.
        date: Its date.
        later: The next one: what would be made for it this evening may stand there already.
    """
    kept = dict(around.kept_days(day))
    monday = monday_of(date)
    since = date - max(kept.values(), default=0) * _DAY
    # A pot ends with its week.
    for of in around.cooking(later if monday_of(date + _DAY) == monday else ()):
        made = {dish.dish_id for dish in of.dishes if dish.is_of_evening_before}
        before = {dish: days for dish, days in around.kept_days(later[0]).items() if dish in made}
        since = min(since, of.date - max(before.values(), default=0) * _DAY)
        kept |= before
    found: list[DayPlan] = []
    for one in reversed(around.days(monday, (date - monday).days)):
        if one.date is None or one.date < since:
            break
        plan = around.planned(one)
        found.insert(0, plan)
        # What was eaten again that day was cooked earlier still.
        again = [days for dish, days in around.kept_days(plan).items() if dish in kept]
        since = min(since, one.date - max(again, default=0) * _DAY)
    return found

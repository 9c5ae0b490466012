"""Several people who eat from one pot: one rota that all of them may eat, and portions for each."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from fuelcalc.errors import InputError, Span
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.diets import DIETS
from fuelcalc.models.plan import Plan
from fuelcalc.models.week_plan import WeekPlan
from fuelcalc.planning.week.plan import first_date, plan_week

if TYPE_CHECKING:
    from fuelcalc.pantry import Pantry

MOST_PEOPLE: Final = 6


def plan_household(
    plans: Sequence[Plan],
    *,
    first: date | None = None,
    weeks: int = 1,
    foods: "Pantry | None" = None,
    seed: int = 0,
    menu: bool = True,
    lock: Mapping[str, str] = MappingProxyType({}),
) -> tuple[WeekPlan, ...]:
    """
    Plan the weeks of people who cook together.

    The dishes are those that all of them may eat: who avoids an allergen avoids it for all. What
    each person's day asks for decides how much of a dish is on their plate.

    Args:
        plans: A plan a person; the first one says how many dishes a week has.
        first: The first day; by default the first plan's.
        weeks: How many weeks.
        foods: The foods and dishes to choose from; by default the bundled ones.
        seed: Another choice among good dishes.
        menu: Whether to choose foods at all.
        lock: Dishes by day and feeding, as for `plan_week`, for everybody.

    Returns:
        A week a person, in their order.

    Raises:
        InputError: There is nobody or too many, or one of the plans cannot be planned.

    >>> body = {"age": 30, "mass": "70 kg", "height": "175 cm", "weekly_mileage": "30 km"}
    >>> two = [Plan.of(athlete={"sex": sex, **body}) for sex in ("male", "female")]
    >>> [len(week.days) for week in plan_household(two, menu=False)]
    [7, 7]
    """
    if not 1 <= len(plans) <= MOST_PEOPLE:
        raise InputError(
            f"{len(plans)} people are planned for together",
            argument="plans",
            quote="",
            allowed=Span(1, MOST_PEOPLE),
            remedy=f"give 1 to {MOST_PEOPLE} plans",
        )
    start = first_date(plans[0]) if first is None else first
    eaters = with_shared_limits([plan.athlete for plan in plans])
    weeks_of_all = tuple(
        plan_week(
            plan.model_copy(update={"athlete": athlete}),
            first=start,
            weeks=weeks,
            foods=foods,
            seed=seed,
            menu=menu,
            lock=lock,
        )
        for plan, athlete in zip(plans, eaters, strict=True)
    )
    if not menu or len(plans) == 1:
        return weeks_of_all
    # One pot is cooked once, for all who eat of it, and kept for whoever has to be most careful.
    from fuelcalc.planning.week.cooking import cooking_plan

    days = [day for week in weeks_of_all for day in week.days]
    cooking = cooking_plan(days, foods=foods, units=plans[0].athlete.units or "metric")
    return tuple(week.model_copy(update={"cooking": cooking}) for week in weeks_of_all)


def with_shared_limits(athletes: Sequence[Athlete]) -> tuple[Athlete, ...]:
    """
    The athletes with what decides on dishes being the same for all: the limits of everybody.

    Args:
        athletes: Who eats, the first one being asked for how many dishes a week has.
    """
    first = athletes[0]
    minutes = [a.weekday_cooking_min for a in athletes if a.weekday_cooking_min is not None]
    shared = {
        "diet": min((athlete.diet for athlete in athletes), key=DIETS.index),
        "avoid": _all(athlete.avoid for athlete in athletes),
        "restrictions": _all(athlete.restrictions for athlete in athletes),
        "dislikes": _all(athlete.dislikes for athlete in athletes),
        "likes": _all(athlete.likes for athlete in athletes),
        "weekday_cooking_min": min(minutes, default=None),
        "variety": first.variety,
        "appetite": first.appetite,
    }
    return tuple(athlete.model_copy(update=shared) for athlete in athletes)


def _all(words: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Every word of everybody, once."""
    return tuple(dict.fromkeys(word for some in words for word in some))

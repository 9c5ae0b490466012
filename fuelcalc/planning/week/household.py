"""Several people who eat from one pot: one rota that all of them may eat, and portions for each."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from fuelcalc.errors import InputError, Span
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.diets import DIETS
from fuelcalc.models.plan import Plan
from fuelcalc.models.week import WEEK_DAYS
from fuelcalc.models.week_plan import WeekPlan, name_of
from fuelcalc.planning.menu import ALONE
from fuelcalc.planning.menu.careful import unwanted_by
from fuelcalc.planning.menu.patterns import CANTEEN
from fuelcalc.planning.physiology import Models
from fuelcalc.planning.week.locks import dated_locks, dated_swaps, exchanged
from fuelcalc.planning.week.plan import AskedWeek, first_date, week_by
from fuelcalc.planning.week.pot import Pots, check_set_for_all, pots_of

if TYPE_CHECKING:
    from fuelcalc.pantry import Pantry

MOST_PEOPLE: Final = 6

_LUNCHES: Final = ("packed", "microwave", "", "home", CANTEEN)
"""Where lunch is eaten, those first that ask most of it: what a box holds cold is good anywhere."""


@holds_kinds(but=("lock", "swap", "foods"))
def plan_household(
    plans: Sequence[Plan],
    *,
    first: date | None = None,
    weeks: int = 1,
    foods: "Pantry | None" = None,
    seed: int = 0,
    menu: bool = True,
    lock: Mapping[str, str] = MappingProxyType({}),
    swap: Sequence[str] = (),
    models: Models | None = None,
) -> tuple[WeekPlan, ...]:
    """
    Plan the weeks of people who cook together.

    The dishes are those that all of them may eat: who avoids an allergen avoids it for all. What
    each person's day asks for decides how much of a dish is on their plate. A dish that one
    person's days set for a meal is set for everybody, and so is what they have to use up.

    Args:
        plans: A plan a person; the first one says how many dishes a week has.
        first: The first day; by default the first plan's.
        weeks: How many weeks.
        foods: The foods and dishes to choose from; by default the bundled ones.
        seed: Another choice among good dishes.
        menu: Whether to choose foods at all.
        lock: Dishes by day and feeding, as for `plan_week`, for everybody.
        swap: Feedings by day whose dish is exchanged, as for `plan_week`: for what the first
            person's day has next, and for everybody.
        models: As for `plan_day`, for everybody.

    Returns:
        A week a person, in their order.

    Raises:
        InputError: There is nobody or too many, one of the plans cannot be planned, or a dish that
            one of them sets is not for all.

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
    end = start + timedelta(days=WEEK_DAYS * weeks - 1)
    eaters = with_shared_limits([plan.athlete for plan in plans], end)
    lunch = shared_lunch(eaters)
    pots = Pots((ALONE,) * len(plans))
    if menu:
        dates = [start + timedelta(days=place) for place in range(WEEK_DAYS * weeks)]
        now = dated_locks(lock, dates)
        check_set_for_all(now, plans, eaters[0], start, foods=foods)
        pots = pots_of(plans, eaters[0], start, weeks, lunch=lunch, foods=foods, now=now)
    weeks_of_all: list[WeekPlan] = []
    gone: frozenset[str] = frozenset()
    for plan, athlete, pot in zip(plans, eaters, pots.each, strict=True):
        asked = AskedWeek(start, weeks, foods, seed, menu, lock, swap, pot, models, gone)
        own = plan.with_(athlete=athlete)
        try:
            weeks_of_all.append(week_by(own, asked))
        except InputError as error:
            if not weeks_of_all:
                raise
            raise error.within(name_of(athlete, len(weeks_of_all) + 1)) from None
        if menu and swap:
            # What the first one eats instead is set for all others.
            instead = _exchanged(weeks_of_all[0], swap)
            lock, swap, gone = {**lock, **instead}, (), frozenset(instead)
    if not menu or len(plans) == 1:
        return tuple(weeks_of_all)
    ours, *others = _one_kitchen(weeks_of_all, foods)
    return (ours.model_copy(update={"notes": (*ours.notes, *pots.notes)}), *others)


def _exchanged(week: WeekPlan, swap: Sequence[str]) -> dict[str, str]:
    """The dishes that stand in a week where others were, by date and feeding."""
    by_date = {day.date: day for day in week.days}
    return {
        word: dish
        for date, feedings in dated_swaps(swap, week.dates).items()
        for word, dish in exchanged(by_date[date], feedings).items()
    }


def _one_kitchen(weeks: Sequence[WeekPlan], foods: "Pantry | None") -> tuple[WeekPlan, ...]:
    """
    The weeks with one plan of the kitchen, and one list.

    One pot is cooked once, for all who eat of it, and kept for whoever has to be most careful.
    """
    from fuelcalc.planning.week.cooking import cooking_plan
    from fuelcalc.planning.week.shopping import shopping_list

    days = [day for week in weeks for day in week.days]
    units = weeks[0].athlete.units or "metric"
    kitchen = {
        "cooking": cooking_plan(days, foods=foods, units=units),
        "shopping": shopping_list(days, foods=foods, units=units),
    }
    return tuple(week.model_copy(update=kitchen) for week in weeks)


def shared_lunch(athletes: Sequence[Athlete]) -> str | None:
    """
    Where the week's lunches must be good for, so that all may eat the same dinners.

    Who has lunch in a canteen eats none of them, and asks for nothing.

    Args:
        athletes: Who eats.

    Returns:
        A value of `Athlete.lunch`, "" where nobody says; None where somebody eats alone.
    """
    if len(athletes) == 1:
        return None
    return min({athlete.lunch or "" for athlete in athletes}, key=_LUNCHES.index)


def with_shared_limits(athletes: Sequence[Athlete], end: date) -> tuple[Athlete, ...]:
    """
    The athletes with what decides on dishes being the same for all: the limits of everybody.

    Args:
        athletes: Who eats, the first one being asked for how many dishes a week has.
        end: The last day, on which somebody may be 65.

    Raises:
        InputError: Together they name more foods than one plan may.
    """
    first = athletes[0]
    unwanted_by_all = _all(unwanted_by(athlete, end) for athlete in athletes)
    avoided = _all(athlete.avoid for athlete in athletes)
    unwanted = {word.casefold() for word in (*unwanted_by_all, *avoided)}
    minutes = [a.weekday_cooking_min for a in athletes if a.weekday_cooking_min is not None]
    shared = {
        "diet": min((athlete.diet for athlete in athletes), key=DIETS.index),
        "avoid": avoided,
        "restrictions": _all(athlete.restrictions for athlete in athletes),
        "dislikes": unwanted_by_all,
        # Who dislikes a food is asked before who likes it.
        "likes": tuple(
            word
            for word in _all(athlete.likes for athlete in athletes)
            if word.casefold() not in unwanted
        ),
        "weekday_cooking_min": min(minutes, default=None),
        "variety": first.variety,
        "appetite": first.appetite,
    }
    try:
        return tuple(athlete.with_(**shared) for athlete in athletes)
    except InputError as error:
        raise error.within("household") from None


def _all(words: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Every word of everybody, once."""
    return tuple(dict.fromkeys(word for some in words for word in some))

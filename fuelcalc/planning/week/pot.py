"""What each person's own days set for the pot that all of them eat from."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day import Day
from fuelcalc.models.notes import Note
from fuelcalc.models.plan import Plan
from fuelcalc.models.week import WEEK_DAYS, monday_of
from fuelcalc.models.week_plan import name_of
from fuelcalc.planning.menu import Pot
from fuelcalc.planning.words import note

if TYPE_CHECKING:
    from fuelcalc.pantry import Limits, Pantry

Dishes: TypeAlias = Mapping[tuple[date, str], str]
"""Ids of dishes by date and meal."""


class Eater(NamedTuple):
    """Somebody at the table: what they may eat, and their days with something set."""

    name: str
    limits: "Limits"
    days: Mapping[date, Day]


class Pots(NamedTuple):
    """What each person finds set by the others, in their order, and what is said of it."""

    each: tuple[Pot, ...]
    notes: tuple[Note, ...] = ()


def pots_of(
    plans: Sequence[Plan],
    shared: Athlete,
    first: date,
    weeks: int,
    *,
    lunch: str | None,
    foods: "Pantry | None",
    now: Collection[str] = (),
) -> Pots:
    """
    What the days of each plan set for everybody.

    A dish of a meal is set for all who eat of it; a snack, a time of day, and where somebody eats
    out are one person's own.

    Args:
        plans: A plan a person.
        shared: Any of them, with the limits of all.
        first: The first day.
        weeks: How many weeks.
        lunch: Where lunches are carried to.
        foods: The foods and dishes to choose from.
        now: Dates and meals of which the dish is asked for now, whatever a file says.

    Raises:
        InputError: A dish that is set is not for all of them, or two of them set two.
    """
    set_days = [_set_days(plan, first, weeks) for plan in plans]
    if len(plans) == 1 or not any(set_days):
        return Pots((Pot(lunch),) * len(plans))
    # The menu's modules come with the menu.
    from fuelcalc.pantry import pantry_of
    from fuelcalc.planning.menu.asked import limits_for

    pantry = pantry_of(foods)
    eaters = [
        Eater(name_of(plan.athlete, place), limits_for(plan.athlete, first), days)
        for place, (plan, days) in enumerate(zip(plans, set_days, strict=True), start=1)
    ]
    dishes = [_dishes(one, eaters, limits_for(shared), pantry, now=now) for one in eaters]
    _check_alike(eaters, dishes)
    barred = [_barred(one, eaters, pantry) for one in eaters]
    pots = tuple(
        Pot(
            lunch,
            {when: dish for other, those in enumerate(dishes) if other != own
             for when, dish in those.items()},
            _use_up([one for other, one in enumerate(eaters) if other != own]),
            frozenset(barred[own]),
        )
        for own in range(len(eaters))
    )  # fmt: skip
    notes = [
        note("use-up-not-for", words=(word,), people=people)
        for one in barred
        for word, people in one.items()
    ]
    return Pots(pots, tuple(notes))


def _set_days(plan: Plan, first: date, weeks: int) -> dict[date, Day]:
    """The days of a plan that set something, of whole weeks: a day eats what its week has set."""
    calendar, monday = plan.calendar, monday_of(first)
    last = first + timedelta(days=WEEK_DAYS * weeks - 1)
    count = (monday_of(last) - monday).days + WEEK_DAYS
    dates = (monday + timedelta(days=place) for place in range(count))
    days = {when: day for when in dates if (day := calendar.day_on(when)) is not None}
    return {when: day for when, day in days.items() if day.lock or day.use_up}


def _use_up(eaters: Sequence[Eater]) -> dict[date, tuple[str, ...]]:
    """What some people have to use up, by date."""
    found: dict[date, tuple[str, ...]] = {}
    for one in eaters:
        for when, day in one.days.items():
            found[when] = (*found.get(when, ()), *day.use_up)
    return found


def _dishes(
    own: Eater,
    eaters: Sequence[Eater],
    shared: "Limits",
    pantry: "Pantry",
    *,
    now: Collection[str],
) -> Dishes:
    """
    The dishes that somebody sets for meals of the table, but for those that are set now.

    Raises:
        InputError: One is unknown, or not for everybody.
    """
    from fuelcalc.pantry.lookup import plain
    from fuelcalc.planning.menu.edits import EDITED_MEALS
    from fuelcalc.planning.menu.patterns import OUT

    found: dict[tuple[date, str], str] = {}
    locks = ((when, lock) for when, day in own.days.items() for lock in day.lock)
    for when, lock in locks:
        meal, words = plain(lock.feeding), plain(lock.dish)
        if meal not in EDITED_MEALS or words == OUT or f"{when} {meal}" in now:
            continue
        found[when, meal] = _for_all(
            lock.dish, own, eaters, shared, pantry, path=f"{own.name}.{when}.{meal}"
        )
    return found


def check_set_for_all(
    lock: Mapping[str, str],
    plans: Sequence[Plan],
    shared: Athlete,
    first: date,
    *,
    foods: "Pantry | None",
) -> None:
    """
    Hold that what is asked for now may be eaten by everybody, before any day is planned.

    Args:
        lock: Dishes by date and feeding.
        plans: A plan a person.
        shared: Any of them, with the limits of all.
        first: The first day.
        foods: The foods and dishes to choose from.

    Raises:
        InputError: A dish is unknown, or not for all of them; it is said once, with who.
    """
    if len(plans) == 1:
        return
    from fuelcalc.pantry import pantry_of
    from fuelcalc.pantry.lookup import plain
    from fuelcalc.planning.menu.asked import limits_for
    from fuelcalc.planning.menu.patterns import OUT

    eaters = [
        Eater(name_of(plan.athlete, place), limits_for(plan.athlete, first), {})
        for place, plan in enumerate(plans, start=1)
    ]
    for place, dish in lock.items():
        if plain(dish) != OUT:
            pantry, limits = pantry_of(foods), limits_for(shared)
            _for_all(
                dish, eaters[0], eaters, limits, pantry, path=f"lock.{place.replace(' ', '.')}"
            )


def _for_all(
    dish: str, own: Eater, eaters: Sequence[Eater], shared: "Limits", pantry: "Pantry", *, path: str
) -> str:
    """
    The id of a dish that somebody sets for the table, by its id or its name.

    Raises:
        InputError: It is unknown, or not for everybody.
    """
    from fuelcalc.pantry.lookup import plain

    called = (one for one in pantry.variants(own.limits) if plain(one.name) == plain(dish))
    dish_id = next((one.dish.dish_id for one in called), dish)
    try:
        dish_id = pantry.dish(dish_id).dish_id
    except InputError as error:
        raise error.within(path) from None
    able = {limits: _has(dish_id, limits, pantry) for _, limits, _ in eaters}
    cannot = [one.name for one in eaters if not able[one.limits]]
    if cannot or not _has(dish_id, shared, pantry):
        who = " and ".join(cannot) or "all of you together"
        raise InputError(
            f"is not for {who}: what they eat and must not eat rules it out",
            argument="lock",
            value=dish,
            path=path,
            remedy="set a dish that all may eat, or leave it out",
        )
    return dish_id


def _has(dish_id: str, limits: "Limits", pantry: "Pantry") -> bool:
    """Whether a dish can be made for somebody."""
    return any(one.dish.dish_id == dish_id for one in pantry.variants(limits))


def _check_alike(eaters: Sequence[Eater], dishes: Sequence[Dishes]) -> None:
    """
    Hold that nobody sets another dish than somebody else for the same meal.

    Raises:
        InputError: Two of them do.
    """
    known: dict[tuple[date, str], tuple[str, str]] = {}
    for eater, those in zip(eaters, dishes, strict=True):
        for (when, meal), dish in those.items():
            name, other = known.setdefault((when, meal), (eater.name, dish))
            if other != dish:
                raise InputError(
                    f"is {other} for {name} and {dish} for {eater.name}, and comes from one pot",
                    argument="lock",
                    value=f"{when} {meal}",
                    remedy="keep one of them",
                )


def _barred(own: Eater, eaters: Sequence[Eater], pantry: "Pantry") -> dict[str, tuple[str, ...]]:
    """Words for what somebody has to use up and others at the table do not eat, with who."""
    from fuelcalc.pantry.lookup import is_called

    found: dict[str, tuple[str, ...]] = {}
    for word in dict.fromkeys(word for day in own.days.values() for word in day.use_up):
        foods = [food for food in pantry.foods if is_called(food, word)]
        if any(map(own.limits.most_g, foods)):
            cannot = [one.name for one in eaters if not any(map(one.limits.most_g, foods))]
            found |= {word: tuple(cannot)} if cannot else {}
    return found

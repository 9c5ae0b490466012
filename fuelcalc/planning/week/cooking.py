"""What is cooked once and eaten twice: never longer than it keeps."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.cooking import (
    COOKED_FOR,
    CookedDish,
    Cooking,
    EatenAgain,
    EatenAt,
    ForTomorrow,
)
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.dishes import Dish
from fuelcalc.models.timeline import Entry, Item
from fuelcalc.models.week import monday_of
from fuelcalc.pantry import Pantry, pantry_of
from fuelcalc.planning.menu.asked import limits_for
from fuelcalc.planning.menu.careful import CAREFUL_YEARS
from fuelcalc.planning.menu.minutes import FRUIT, LEAVES, RAW, is_a_day_old, is_of_evening_before
from fuelcalc.planning.menu.patterns import TO_WORK, WORKDAYS, is_of_night_shift

KEPT_DAYS: Final[Mapping[str, int]] = {"metric": 3, "uk": 2, "us": 4}
"""For how many days cooked food is kept in a fridge: advice of the UK, of the US, and between."""

_RICE_DAYS: Final[Mapping[str, int]] = {"metric": 1, "uk": 1, "us": 3}
_FISH_DAYS, _CAREFUL_DAYS = 2, 2
_FISH: Final = frozenset({"fish", "shellfish"})
_RICE: Final = frozenset(
    {"rice", "brown rice", "parboiled rice", "sticky rice", "sushi rice", "wild rice"}
)
"""What rice is bought as; wild rice is kept like any other."""

_SUMMED: Final = (
    "grams", "amount", "energy_kcal", "protein_g", "carbohydrate_g", "fat_g", "fibre_g", "dry_g",
)  # fmt: skip

_DINNER: Final = "dinner"
# What takes less, and is no lunch or dinner, is put together at the table.
_COOKED_MIN: Final = 10.0
_WORKING_DAYS: Final = 5


class _Meal(NamedTuple):
    """A dish on a plate, on a day; its name is without what is served beside it."""

    date: dt.date
    entry: Entry
    dish: Dish
    name: str
    minutes: float
    is_packed: bool

    @property
    def is_cold(self) -> bool:
        """Whether what is left of it may be eaten cold."""
        return self.dish.carried == "cold"

    @property
    def of_pot(self) -> tuple[Item, ...]:
        """What of its plate is the dish's own, without what is served beside it."""
        own = {part.food_id for place in self.dish.places for part in place}
        return tuple(item for item in self.entry.items if item.food_id in own)

    @property
    def apart(self) -> tuple[str, ...]:
        """What comes to it when it is eaten on a later day, by name."""
        kept = LEAVES if self.is_cold else RAW
        # What is no lunch and no dinner is a jar or a bowl.
        if self.is_cold and COOKED_FOR.isdisjoint(self.dish.meals):
            kept |= FRUIT
        return tuple(item.name for item in self.of_pot if item.food_id in kept)

    @property
    def is_of_evening_before(self) -> bool:
        """Whether it is made on the evening before."""
        return is_of_evening_before(self.entry.preparation or "")

    def is_with(self, other: "_Meal") -> bool:
        """Whether it is the same meal of somebody else at the table."""
        called = self.entry.feeding_name.called
        return self.date == other.date and called == other.entry.feeding_name.called


@dataclass(slots=True)
class _Batch:
    """A dish that is cooked, and the meals that eat of it, the first one fresh."""

    meals: list[_Meal]
    keeps_days: int

    @property
    def first(self) -> _Meal:
        """The meal for which it is cooked."""
        return self.meals[0]

    @property
    def made_on(self) -> dt.date:
        """The day on which it is made: of what is made ahead, the one before its first meal."""
        return self.first.date - dt.timedelta(days=int(self.first.is_of_evening_before))

    @property
    def is_of_one_eater(self) -> bool:
        """Whether nobody else at the table eats of it when it is fresh."""
        return not any(meal.is_with(self.first) for meal in self.meals[1:])


def cooking_plan(
    plans: Sequence[DayPlan], *, foods: Pantry | None = None, units: str = "metric"
) -> tuple[Cooking, ...]:
    """
    What is cooked on each of some days.

    A dish that is served again while it keeps is cooked once, for all of its feedings. Lunches and
    dinners count, and of the rest what takes ten minutes or more.

    Args:
        plans: The days, with their dates and menus; of several people who eat from one pot all of
            theirs.
        foods: The dishes that they were planned with; by default the bundled ones.
        units: Whose advice on leftovers is followed: of `KEPT_DAYS`.

    Returns:
        One a day, in the order of their dates.

    Raises:
        InputError: A day has no date, or the units are unknown.
    """
    if units not in KEPT_DAYS:
        raise InputError("is unknown", argument="units", value=units, allowed=tuple(KEPT_DAYS))
    dated = [(plan.date, plan) for plan in plans if plan.date is not None]
    if len(dated) < len(plans):
        raise InputError(
            "hold a day without a date", argument="plans", remedy="write the date of each day"
        )
    dated.sort(key=lambda pair: pair[0])
    pantry = pantry_of(foods)
    batches: list[_Batch] = []
    for date, plan in dated:
        for meal in _meals(date, plan, pantry):
            _serve(meal, batches, _keeps_days(meal, pantry, plan.athlete, units))
    eaters = {date: plan.athlete for date, plan in reversed(dated)}
    return tuple(_cooking(date, eaters[date], batches) for date in sorted(eaters))


def kept_days(
    plan: DayPlan, *, foods: Pantry | None = None, units: str = "metric"
) -> dict[str, int]:
    """
    For how many days each dish of a day's meals is eaten at most, by its id.

    Args:
        plan: The day; without a date it has none.
        foods: As for `cooking_plan`.
        units: As for `cooking_plan`.
    """
    pantry = pantry_of(foods)
    found: dict[str, int] = {}
    for meal in () if plan.date is None else _meals(plan.date, plan, pantry):
        days = _keeps_days(meal, pantry, plan.athlete, units)
        found[meal.dish.dish_id] = max(days, found.get(meal.dish.dish_id, 0))
    return found


def _meals(date: dt.date, plan: DayPlan, pantry: Pantry) -> Iterator[_Meal]:
    """The feedings of a day for which somebody cooks, in order."""
    dishes = {dish.dish_id: dish for dish in pantry.dishes}
    limits = limits_for(plan.athlete, date)
    names = {one.dish.dish_id: one.name for one in pantry.variants(limits)}
    for entry in plan.timeline or ():
        dish = dishes.get(entry.dish_id or "")
        minutes = entry.preparation_min
        if dish is None or minutes is None:
            continue
        is_made = minutes >= _COOKED_MIN or is_of_evening_before(entry.preparation or "")
        if entry.feeding_name.called in COOKED_FOR or is_made:
            name = names.get(dish.dish_id, dish.name)
            yield _Meal(date, entry, dish, name, minutes, _is_packed(plan.athlete, date, entry))


def _is_packed(athlete: Athlete, date: dt.date, entry: Entry) -> bool:
    """Whether a feeding is taken along to work: a lunch that is carried, or in a night's shift."""
    called, lunch = entry.name or entry.kind, athlete.lunch or ""
    is_lunch = called == "lunch" and lunch in TO_WORK and date.weekday() in WORKDAYS
    return is_lunch or is_of_night_shift(lunch, called, entry.minute)


def _keeps_days(meal: _Meal, pantry: Pantry, athlete: Athlete, units: str) -> int:
    """For how many days a dish of these foods is eaten by this athlete."""
    of_dish = {part.food_id for place in meal.dish.places for part in place}
    on_plate = {item.food_id for item in meal.entry.items} & of_dish
    roles, bought = _kinds(on_plate, pantry)
    most = [meal.dish.keeps, KEPT_DAYS[units]]
    if not _RICE.isdisjoint(bought):
        most.append(_RICE_DAYS[units])
    if not _FISH.isdisjoint(roles):
        most.append(_FISH_DAYS)
    if "pregnant" in athlete.conditions or athlete.age_on(meal.date) >= CAREFUL_YEARS:
        most.append(_CAREFUL_DAYS)
    return min(most)


def _kinds(food_ids: Collection[str], pantry: Pantry) -> tuple[set[str], set[str]]:
    """The roles of some foods, and what they are bought as, those of recipes too."""
    parts = [part for one in food_ids for part, _ in pantry.food(one).ingredients or ((one, 1.0),)]
    foods = [pantry.food(part) for part in parts]
    return {one.role for one in foods}, {one.bought.item for one in foods if one.bought}


def _serve(meal: _Meal, batches: list[_Batch], keeps_days: int) -> None:
    """Eat of what was cooked where it still keeps, else cook."""
    for batch in batches:
        # Another week has dishes of its own, and its days look no further back than its Monday.
        if monday_of(batch.first.date) != monday_of(meal.date):
            continue
        days = (meal.date - batch.first.date).days
        # Of two plates of a dish the one that keeps less says how long.
        keeps = 0 < min(batch.keeps_days, keeps_days) >= days
        if batch.first.dish is meal.dish and (keeps or batch.first.is_with(meal)):
            batch.meals.append(meal)
            batch.keeps_days = min(batch.keeps_days, keeps_days)
            return
    # What is made the evening before is a day older from its first plate on.
    is_older = is_a_day_old(meal.entry.preparation or "")
    batches.append(_Batch([meal], max(keeps_days - is_older, 0)))


def _cooking(date: dt.date, athlete: Athlete, batches: Sequence[_Batch]) -> Cooking:
    """What one day cooks, and what it eats of an earlier one."""
    today = [batch for batch in batches if batch.first.date == date]
    evening_min = sum(
        batch.first.minutes
        for batch in today
        if batch.first.entry.feeding_name.name == _DINNER and not batch.first.is_of_evening_before
    )
    tonight = tuple(
        ForTomorrow(
            dish_id=batch.first.dish.dish_id,
            name=batch.first.name,
            date=batch.first.date,
            feeding=batch.first.entry.called,
            minutes=batch.first.minutes,
            portions=len(batch.meals),
            pot=_pot(batch),
            eaten=_eaten(batch),
        )
        for batch in batches
        if batch.first.is_of_evening_before and (batch.first.date - date).days == 1
    )
    # Who makes tomorrow's box after dinner is in the kitchen for both.
    kitchen_min = evening_min + sum(dish.minutes for dish in tonight)
    there_is_min = athlete.weekday_cooking_min
    is_free = there_is_min is None or date.weekday() >= _WORKING_DAYS
    return Cooking(
        date=date,
        minutes=sum(batch.first.minutes for batch in today),
        evening_min=evening_min,
        over_min=0.0 if is_free else max(kitchen_min - (there_is_min or 0.0), 0.0),
        dishes=tuple(_cooked(batch) for batch in today),
        again=tuple(
            EatenAgain(
                dish_id=meal.dish.dish_id,
                name=meal.name,
                feeding=meal.entry.called,
                time=meal.entry.start,
                cooked=batch.made_on,
                is_cold=meal.is_cold,
                is_packed=meal.is_packed,
                apart=meal.apart,
            )
            for batch in batches
            for meal in batch.meals[1:]
            if meal.date == date > batch.first.date
        ),
        tonight=tonight,
    )


def _plates(batch: _Batch) -> float:
    """How many of the first plate a batch comes to; of several at a table each has their own."""
    # Whose figures a guard hides reads none of these either.
    grams = [sum(item.grams or 0.0 for item in meal.of_pot) for meal in batch.meals]
    is_alone = batch.is_of_one_eater and grams[0]
    return sum(grams) / grams[0] if is_alone else float(len(batch.meals))


def _pot(batch: _Batch) -> tuple[Item, ...]:
    """What goes into a pot of several days for all of its plates, as the first plate has it."""
    if not batch.is_of_one_eater or len(batch.meals) == 1:
        return ()
    kept = {name for meal in _eaten(batch) for name in meal.apart}
    found: dict[str, Item] = {}
    for item in (item for meal in batch.meals for item in meal.of_pot):
        if item.amount is None or item.name in kept:
            continue
        before = found.get(item.food_id)
        found[item.food_id] = item if before is None else _together(before, item)
    return tuple(found.values())


def _together(one: Item, other: Item) -> Item:
    """Two amounts of a food as one; what is unknown of either stays so."""
    amounts = {name: (getattr(one, name), getattr(other, name)) for name in _SUMMED}
    return one.model_copy(
        update={name: None if None in pair else sum(pair) for name, pair in amounts.items()}
    )


def _eaten(batch: _Batch) -> tuple[EatenAt, ...]:
    """The feedings of a batch, with what is kept apart for those that are a day or more behind."""
    return tuple(
        EatenAt(
            date=meal.date,
            feeding=meal.entry.called,
            time=meal.entry.start,
            is_packed=meal.is_packed,
            apart=meal.apart if meal.date > batch.made_on else (),
        )
        for meal in batch.meals
    )


def _cooked(batch: _Batch) -> CookedDish:
    """A dish with the feedings that it is cooked for."""
    first = batch.first
    return CookedDish(
        dish_id=first.dish.dish_id,
        name=first.name,
        portions=len(batch.meals),
        plates=_plates(batch),
        pot=_pot(batch),
        eaten=_eaten(batch),
        minutes=first.minutes,
        hands_on_min=first.entry.hands_on_min,
        keeps_days=batch.keeps_days,
        is_of_evening_before=first.is_of_evening_before,
    )

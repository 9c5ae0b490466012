"""Days with given plates on them, and random weeks, for what is bought and cooked."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st
from people import man, plan
from strategies import everyday_cases

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day import Day
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.sessions import Lift, Run
from fuelcalc.models.timeline import Entry, Item
from fuelcalc.pantry import BUNDLED, Pantry
from fuelcalc.planning.day import plan_days

MONDAY = dt.date(2026, 11, 23)
_FED = plan(man(), menu=True)


def item(food_id: str, grams: float, pantry: Pantry = BUNDLED) -> Item:
    """So much of a food on a plate."""
    food = pantry.food(food_id)
    return Item(
        food_id=food_id,
        name=food.name,
        grams=grams,
        amount=grams / food.portion.one_g,
        portion=food.portion,
        source=food.source,
        energy_kcal=None,
        protein_g=None,
        carbohydrate_g=None,
        fat_g=None,
        fibre_g=None,
    )


def feeding(name: str, *items: Item, **values: Any) -> Entry:
    """A meal of these foods at its hour."""
    hour = {"breakfast": 8, "lunch": 13, "snack": 16, "dinner": 19}[name]
    return Entry(
        start=dt.time(hour),
        end=dt.time(hour, 30),
        minute=60.0 * hour,
        minutes=30.0,
        kind="meal",
        name=name,
        items=items,
        **values,
    )


def dish(name: str, dish_id: str, *food_ids: str, pantry: Pantry = BUNDLED) -> Entry:
    """A meal with a dish, made as long as the dish takes, of a hundred grams of each food."""
    known = pantry.dish(dish_id)
    return feeding(
        name,
        *(item(one, 100.0, pantry) for one in food_ids),
        dish=known.name,
        dish_id=dish_id,
        preparation_min=known.minutes,
        hands_on_min=known.hands_on or None,
    )


def served(*entries: Entry, date: dt.date | None = None, who: Athlete | None = None) -> DayPlan:
    """A day with these feedings and a menu."""
    return _FED.model_copy(
        update={"timeline": entries, "date": date, "athlete": who or _FED.athlete}
    )


@st.composite
def weeks(draw: st.DrawFn) -> tuple[DayPlan, ...]:
    """Three to eight days in a row of somebody of usual size, with some training and menus."""
    case = draw(everyday_cases())
    first = draw(st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 1)))
    runs = st.builds(
        Run.of,
        start=st.sampled_from(("06:30", "12:00", "17:30")),
        distance_km=st.sampled_from((8.0, 16.0, 30.0, 42.2)),
        effort=st.sampled_from(("easy", "long", "race")),
    )
    lifts = st.builds(Lift.of, start=st.just("19:00"), duration_min=st.just(45.0))
    days = [
        Day(
            date=first + dt.timedelta(number),
            runs=tuple(draw(st.lists(runs, max_size=1))),
            lifts=tuple(draw(st.lists(lifts, max_size=1))),
        )
        for number in range(draw(st.integers(3, 8)))
    ]
    try:
        return plan_days(case.athlete, days, case.goal)
    except InputError:
        return ()

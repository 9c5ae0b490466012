"""From a plan file's days to a finished week."""

import datetime as dt
from collections.abc import Mapping, Sequence
from statistics import fmean
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from fuelcalc.errors import InputError, Span, together
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.calendar import Calendar
from fuelcalc.models.cooking import Cooking
from fuelcalc.models.day import Day
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.finding import Finding
from fuelcalc.models.notes import Note
from fuelcalc.models.plan import Plan
from fuelcalc.models.shopping import ShoppingList
from fuelcalc.models.week import WEEK_DAYS
from fuelcalc.models.week_plan import DayCarbohydrate, DayEnergy, DayOrigin, EnergyOfWeek, WeekPlan
from fuelcalc.planning.day import check_choices, planned_in
from fuelcalc.planning.learning.forecast import foreseen
from fuelcalc.planning.menu import ALONE, Pot, Wanted
from fuelcalc.planning.physiology import FUELCALCS, Models
from fuelcalc.planning.sessions.training import Training
from fuelcalc.planning.week.check import week_check
from fuelcalc.planning.week.locks import dated_locks, dated_swaps, exchanged
from fuelcalc.planning.week.spread import spread_week
from fuelcalc.planning.words import note

if TYPE_CHECKING:
    from fuelcalc.pantry import Pantry

ANY_MONDAY: Final = dt.date(2026, 1, 5)
"""The Monday of a week that nobody dates, so that it is the same whenever it is planned."""

MOST_WEEKS: Final = 53

_BESIDE: Final = 7
"""So many days before a week stand beside it, where days repeat."""


class AskedWeek(NamedTuple):
    """
    What is asked of a week: the arguments of `plan_week`.

    Attributes:
        pot: What whoever eats of the same pot has set for it.
        exchanged: Locks by date that stand where other dishes were.
    """

    first: dt.date | None = None
    weeks: int = 1
    foods: "Pantry | None" = None
    seed: int = 0
    menu: bool = True
    lock: Mapping[str, str] = MappingProxyType({})
    swap: Sequence[str] = ()
    pot: Pot = ALONE
    models: Models | None = None
    exchanged: frozenset[str] = frozenset()


class _Source(NamedTuple):
    """The days of a plan by date, and where those without a date of their own come from."""

    calendar: Calendar
    otherwise: DayOrigin

    def origin(self, day: Day) -> DayOrigin:
        """Where a day comes from."""
        return "dated" if day in self.calendar.days else self.otherwise


@holds_kinds(but=("lock", "swap", "foods"))
def plan_week(
    plan: Plan,
    *,
    first: dt.date | None = None,
    weeks: int = 1,
    foods: "Pantry | None" = None,
    seed: int = 0,
    menu: bool = True,
    lock: Mapping[str, str] = MappingProxyType({}),
    swap: Sequence[str] = (),
    models: Models | None = None,
) -> WeekPlan:
    """
    Plan a week, or several: each day by its neighbours, so that it is what `plan_day` gives.

    The days are those of the plan with a date, else those that repeat on their weekday, else the
    weekly mileage in the usual pattern.

    Args:
        plan: Athlete, goal and days, as `read_plan` gives them.
        first: The first day; by default the plan's first date, or a Monday that is always the same.
        weeks: How many weeks to plan from there.
        foods: The foods and dishes to choose from; by default the bundled ones.
        seed: Another choice among good dishes.
        menu: Whether to choose foods at all.
        lock: Dishes by day and feeding ("tuesday dinner", "2026-11-24 lunch"), by their id or name,
            or "out"; what is left of a dinner is the next day's lunch as ever, and nothing else
            changes.
        swap: Feedings by day whose dish is exchanged for the next best, with what is left of it;
            the same one twice goes one further. Everything else stays.
        models: As for `plan_day`.

    Returns:
        The week; what a guard withholds on one of its days is None.

    Raises:
        InputError: The plan has no days by date or weekday and no mileage, or none from *first* on,
            or one of its days cannot be.

    >>> athlete = {"sex": "male", "age": 30, "mass": "75 kg", "height": "178 cm"}
    >>> repeated = {"sunday": {"runs": ["16 km long 08:00"]}}
    >>> week = plan_week(Plan.of(athlete=athlete, week=repeated), menu=False)
    >>> len(week.days), week.origins[6]
    (7, 'repeated')
    """
    asked = AskedWeek(first, weeks, foods, seed, menu, lock, swap, models=models)
    return week_by(plan, asked)


def week_by(plan: Plan, asked: AskedWeek) -> WeekPlan:
    """
    The week of a plan, as it is asked for.

    Args:
        plan: Athlete, goal and days.
        asked: Which week, and what of its food.

    Raises:
        InputError: As for `plan_week`.
    """
    _check(asked)
    source = _source_of(plan)
    calendar = source.calendar
    start = first_date(plan) if asked.first is None else asked.first
    days = calendar.days_from(start, WEEK_DAYS * asked.weeks)
    if not days:
        raise _no_days(calendar.days, start, WEEK_DAYS * asked.weeks)
    dates = [day.date for day in days if day.date is not None]
    plans = _planned(plan, calendar, days, asked)
    cooking, shopping = _kitchen(plans, asked.foods) if asked.menu else ((), None)
    origins = tuple(map(source.origin, days))
    missing = tuple(
        date
        for place in range((dates[-1] - dates[0]).days)
        if (date := dates[0] + dt.timedelta(days=place)) not in dates
    )
    made = WeekPlan(
        athlete=plan.athlete,
        goal=plan.goal,
        days=plans,
        training=days,
        origins=origins,
        missing=missing,
        energy=_energy_of(plan, plans),
        carbohydrate=_carbohydrate_of(plans),
        cooking=cooking,
        shopping=shopping,
        check=_check_of(plan, source, days, asked.models),
        notes=tuple(_notes(origins, missing)),
    )
    return made.model_copy(update={"forecast": foreseen(made, asked.models)})


def _check(asked: AskedWeek) -> None:
    """
    Refuse a number of weeks that nobody plans, and one word where several may stand.

    Raises:
        InputError: One of them is so.
    """
    check_choices(asked.lock, asked.swap)
    if not 1 <= asked.weeks <= MOST_WEEKS:
        limits = Span(1, MOST_WEEKS)
        raise InputError(
            f"is outside 1 to {MOST_WEEKS}", argument="weeks", value=asked.weeks, allowed=limits,
            remedy="give a number of weeks, such as 2",
        )  # fmt: skip


def _planned(
    plan: Plan, calendar: Calendar, days: Sequence[Day], asked: AskedWeek
) -> tuple[DayPlan, ...]:
    """
    The plan of each day: first those with dishes to exchange, which the others then eat of.

    Raises:
        InputError: Some days cannot be; each of them is named.
    """
    training, energy = Training(plan.athlete, asked.models or FUELCALCS), plan.week.energy
    dates = [day.date for day in days if day.date is not None]
    locks = dated_locks(asked.lock, dates) if asked.menu else {}
    swaps = dated_swaps(asked.swap, dates) if asked.menu else {}
    found: dict[dt.date | None, DayPlan] = {}
    gone = set(asked.exchanged)
    mistakes: dict[object, InputError] = {}
    for day in sorted(days, key=lambda day: day.date not in swaps):
        swap = () if day.date is None else swaps.get(day.date, ())
        wanted = Wanted(
            asked.foods, asked.seed, dict(locks), swap, pot=asked.pot, exchanged=frozenset(gone)
        )
        try:
            (found[day.date],) = planned_in(
                calendar, (day,), training, plan.goal, wanted if asked.menu else None, energy=energy
            )
            instead = exchanged(found[day.date], swap) if swap else {}
            locks |= instead
            gone |= instead.keys()
        except InputError as error:
            # A dish that may not be eaten is refused by every day of its week: it is said once, of
            # the day that it is set on.
            is_lock = error.argument in {"lock", "dish"} and not error.others
            key = (error.argument, error.value) if is_lock else day.date
            if key not in mistakes or _sets(day, locks, error.value):
                mistakes[key] = error.within(str(day.date))
    if mistakes:
        raise together([*mistakes.values()])
    return tuple(found[day.date] for day in days)


def _sets(day: Day, locks: Mapping[str, str], dish: object) -> bool:
    """Whether a dish is set on a day itself."""
    here = [each for place, each in locks.items() if place.startswith(str(day.date))]
    return dish in {*here, *(one.dish for one in day.lock)}


def _kitchen(
    plans: Sequence[DayPlan], foods: "Pantry | None"
) -> tuple[tuple[Cooking, ...], ShoppingList | None]:
    """What is cooked for some days, and what to buy for it."""
    # The pantry comes with the menu.
    from fuelcalc.planning.week.cooking import cooking_plan
    from fuelcalc.planning.week.shopping import shopping_list

    units = plans[0].athlete.units or "metric"
    return (
        cooking_plan(plans, foods=foods, units=units),
        shopping_list(plans, foods=foods, units=units),
    )


def _check_of(
    plan: Plan, source: _Source, days: Sequence[Day], models: Models | None
) -> tuple[Finding, ...]:
    """What the check finds in days that somebody has written."""
    start = days[0].date
    if source.otherwise == "spread" or start is None:
        return ()
    past = [day for day in source.calendar.days if day.date is not None and day.date < start]
    beside = source.calendar.days_from(start - dt.timedelta(days=_BESIDE), _BESIDE)
    return week_check(
        plan.athlete, days, plan.goal, past=past, beside=beside, silent=plan.week.silent,
        models=models,
    )  # fmt: skip


def _source_of(plan: Plan) -> _Source:
    """
    The days of a plan by their dates.

    Raises:
        InputError: It has days without a date that do not repeat, or nothing at all.
    """
    undated = sum(day.date is None for day in plan.days)
    if undated:
        some = "a day" if undated == 1 else f"{undated} days"
        raise InputError(
            f"has {some} without a date",
            argument="days",
            quote="the plan",
            remedy="write date = 2026-11-26 in each, or [week.monday] for a day that repeats",
        )
    if plan.days or plan.week.days:
        return _Source(plan.calendar, "repeated")
    spread = spread_week(
        plan.athlete,
        running_days=plan.week.running_days,
        long_run_share=plan.week.long_run_share,
    )
    if spread is None:
        raise InputError(
            "has no sessions",
            argument="week",
            quote="the plan",
            remedy='write [week.tuesday] with runs = ["8 km easy 06:30"], or weekly_mileage',
        )
    return _Source(Calendar(repeated=spread), "spread")


def first_date(plan: Plan) -> dt.date:
    """Where a week begins if nobody says: the first date, or a Monday that is always the same."""
    return min([day.date for day in plan.days if day.date is not None], default=ANY_MONDAY)


def _no_days(days: Sequence[Day], start: dt.date, count: int) -> InputError:
    """There is nothing to plan from a date on."""
    dates = sorted(day.date for day in days if day.date is not None)
    end = start + dt.timedelta(days=count - 1)
    return InputError(
        f"the plan has no day from {start} to {end}",
        argument="from",
        value=start,
        quote="",
        allowed=dates,
        remedy=f"it has {dates[0]} to {dates[-1]}",
    )


def _energy_of(plan: Plan, plans: Sequence[DayPlan]) -> EnergyOfWeek | None:
    """What the days come to; None where one of them shows no figures."""
    days = [one.energy for one in plans if one.energy is not None]
    if len(days) < len(plans):
        return None
    return EnergyOfWeek(
        mode=plan.week.energy,
        expenditure_kcal=sum(day.expenditure_kcal for day in days),
        intake_kcal=sum(day.intake_kcal for day in days),
        balance_kcal=sum(day.balance_kcal for day in days),
        behind_kcal=sum(day.behind_kcal for day in days),
        expected_kg_per_week=fmean(day.expected_kg_per_week for day in days),
        expected_low_kg_per_week=fmean(day.expected_low_kg_per_week for day in days),
        expected_high_kg_per_week=fmean(day.expected_high_kg_per_week for day in days),
        by_day=tuple(
            DayEnergy(
                date=one.date,
                expenditure_kcal=day.expenditure_kcal,
                expenditure_low_kcal=day.expenditure_low_kcal,
                expenditure_high_kcal=day.expenditure_high_kcal,
                intake_kcal=day.intake_kcal,
            )
            for one, day in zip(plans, days, strict=True)
            if one.date is not None
        ),
    )


def _carbohydrate_of(plans: Sequence[DayPlan]) -> tuple[DayCarbohydrate, ...]:
    """What training asks for by day, as it stands behind each target; none where one is hidden."""
    found = []
    for plan in plans:
        behind = [figure for figure in plan.trace if figure.name == "targets.carbohydrate_g"]
        needs = [value for figure in behind for name, value in figure.inputs if name == "need_g"]
        if plan.targets is None or plan.date is None or not needs:
            return ()
        found.append(
            DayCarbohydrate.model_validate(
                {
                    "date": plan.date,
                    "need_g": needs[0],
                    "intake_g": plan.targets.carbohydrate_g,
                }
            )
        )
    return tuple(found)


def _notes(origins: Sequence[DayOrigin], missing: Sequence[dt.date]) -> Sequence[Note]:
    """What is said of the week as a whole."""
    found = []
    if "spread" in origins:
        found.append(note("week-is-spread"))
    if missing:
        found.append(note("week-has-gaps", dates=tuple(date.isoformat() for date in missing)))
    return found

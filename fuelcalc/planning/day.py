"""From an athlete and a day to the finished plan, in the order in which it has to be thought."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar, get_args

from fuelcalc.errors import InputError, quoted
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.calendar import Calendar
from fuelcalc.models.day import Day
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.week import WeekEnergy
from fuelcalc.planning.average import athlete_in_week
from fuelcalc.planning.behind import debt_of
from fuelcalc.planning.clock.coffee import coffee_lines, coffee_of
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.clock.frame import as_time
from fuelcalc.planning.clock.portions import Portions, portions_of
from fuelcalc.planning.clock.timeline import timeline_of
from fuelcalc.planning.context import amounts_of, feedings_in, roomy
from fuelcalc.planning.days import Surroundings
from fuelcalc.planning.eaten import ate_on, replanned
from fuelcalc.planning.energy import (
    Figures,
    context_of,
    eaten_over,
    energy_of,
    figures_of,
    targets_of,
    uneaten,
)
from fuelcalc.planning.menu import UNFED, Fed, Wanted
from fuelcalc.planning.notes import PlannedDay, day_notes, food_notes
from fuelcalc.planning.on_demand import told_later
from fuelcalc.planning.person import Person, person_of
from fuelcalc.planning.physiology import FUELCALCS, Models
from fuelcalc.planning.sessions.training import Training
from fuelcalc.planning.trace import trace_of
from fuelcalc.planning.withheld import withhold
from fuelcalc.planning.within_day import within_day_of

if TYPE_CHECKING:
    from fuelcalc.models.targets import Targets
    from fuelcalc.pantry import Pantry
    from fuelcalc.planning.menu.option import Option


T = TypeVar("T")


@holds_kinds(but=("lock", "swap", "foods"))
def plan_day(
    athlete: Athlete,
    day: Day,
    goal: Goal | None = None,
    *,
    before: Day | Sequence[Day] | None = None,
    after: Day | Sequence[Day] | None = None,
    week: Sequence[Day] = (),
    foods: "Pantry | None" = None,
    seed: int = 0,
    menu: bool = True,
    lock: Mapping[str, str] = MappingProxyType({}),
    swap: Sequence[str] = (),
    energy: WeekEnergy = "match",
    models: Models | None = None,
) -> DayPlan:
    """
    Plan what to eat and drink on one day, how much, and when.

    Args:
        athlete: Who eats.
        day: From waking to sleep, with its sessions.
        goal: What for; by default to maintain, in base training.
        before: Yesterday, where it is known, or several days, nearest first: a long session moves
            carbohydrate to breakfast, and what up to four days left uneaten is repaid.
        after: Tomorrow, or several days, nearest first: its first start sets how fast to refuel,
            and a long race loads glycogen on the two days before it.
        week: The days of the plan; five or more say what a week is, and size the surplus and
            the shortfall better than a weekly mileage.
        foods: The foods and dishes to choose from, as `read_foods` gives them; by default the
            bundled ones.
        seed: Another choice among good dishes; the same seed gives the same plan. A day with a
            date looks its dishes up in its week; one without is a Wednesday of a fixed week.
        menu: Whether to choose foods at all.
        lock: Dishes by feeding ("dinner", or its time "19:15"), by their id or name; the rest of
            the menu is planned around them. "out" is a meal that is eaten out: it keeps its
            targets and has no dish, and the rest of the day stays. With a date in front
            ("2026-11-26 dinner") it is a lock of that day, and what is left of that dinner is the
            next day's lunch.
        swap: Feedings whose dish is exchanged for the next best while the others stay; the
            same one twice goes one further.
        energy: "match", each day eats what it costs, or "smooth", the days of *week* share its
            energy evenly, none of them under its safe intake; not in a week with a race.
        models: Equations of your own for resting energy and running; by default fuelcalc's.

    Returns:
        The plan; what a guard withholds is None.

    Raises:
        InputError: The day cannot be (sessions overlap or end after sleep), or the balance
            asked for is beyond its limits, or a dish or feeding of *lock* or *swap* is unknown.
        OutOfRangeError: An equation asked for by name was not fitted on such a person or run.

    >>> athlete = Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm", body_fat="22 %")
    >>> day = Day.of(runs=[{"distance": "10 km", "pace": "5:40 /km", "start": "06:30"}])
    >>> plan = plan_day(athlete, day, menu=False)
    >>> round(plan.energy.expenditure_kcal, -1)
    2940.0
    """
    check_choices(lock, swap)
    _check_energy(energy)
    days = Surroundings(day, _several(before), _several(after), week, energy == "smooth")
    wanted = Wanted(foods, seed, lock, swap) if menu else None
    return _plan(Training(athlete, models or FUELCALCS), days, goal or Goal(), wanted)


def check_choices(lock: object, swap: object) -> None:
    """
    Refuse one word where several may stand, before its letters are taken for feedings.

    Raises:
        InputError: It is a text.
    """
    if isinstance(swap, str):
        raise InputError(
            "is not a list", argument="swap", value=swap, remedy=f"write [{quoted(swap)}]"
        )
    if isinstance(lock, str):
        remedy = 'write {"dinner": "lentil-bolognese"}'
        raise InputError("is not a table", argument="lock", value=lock, remedy=remedy)


def _check_energy(energy: str) -> None:
    """
    Refuse a way to share energy that is none.

    Raises:
        InputError: It is neither "match" nor "smooth".
    """
    known = get_args(WeekEnergy)
    if energy not in known:
        raise InputError("is unknown", argument="energy", value=energy, allowed=known)


class DayInNumbers(NamedTuple):
    """Who eats, what the day asks for as far as its feedings hold it, and what each holds."""

    person: Person
    figures: Figures
    portions: Portions

    @property
    def targets(self) -> "Targets":
        """The targets for the day."""
        return targets_of(
            self.person,
            self.figures,
            fluid_ml=self.portions.fluid_ml,
            most_fibre_g=self.portions.most_fibre_g,
        )


def day_in_numbers(
    training: Training, days: Surroundings, goal: Goal, *, clock: bool = True
) -> DayInNumbers:
    """
    Work out a day and its feedings, before anything was eaten of it.

    Args:
        training: What each day trains.
        days: The day with its neighbours.
        goal: What for.
        clock: Whether feedings are laid out; without them the day asks for all that it needs,
            whether or not they could hold it. They are for whoever has to eat little at once.

    Raises:
        InputError: The day cannot be, or the balance asked for is beyond its limits.
        OutOfRangeError: An equation asked for by name was not fitted on such a person or run.
    """
    athlete = athlete_in_week(training, days.week)
    # First who it is and what guards forbid, then what the day costs and asks, then its clock.
    person = person_of(athlete, goal, days.today.date, training.models)
    figures = figures_of(person, days, training)
    # Where feedings have to be small their ceilings decide what is eaten: they are never left out.
    if not clock and person.guards.small_feedings is None:
        return DayInNumbers(person, figures, roomy(context_of(person, figures)))
    portions = _portions(person, figures)
    # What no feeding had room for is not asked of the day; it ends behind by that much.
    return DayInNumbers(person, uneaten(figures, portions.left), portions)


@holds_kinds(but=("foods",))
def plan_days(
    athlete: Athlete,
    days: Calendar | Iterable[Day],
    goal: Goal | None = None,
    *,
    foods: "Pantry | None" = None,
    seed: int = 0,
    menu: bool = True,
    energy: WeekEnergy = "match",
    models: Models | None = None,
) -> tuple[DayPlan, ...]:
    """
    Plan several days, each knowing its neighbours; each run is costed once.

    Args:
        athlete: Who eats.
        days: The days, in order; a `Calendar` may also name those that say what a week is.
        goal: What for; by default to maintain, in base training.
        foods: The foods and dishes to choose from; by default the bundled ones.
        seed: Another choice among good dishes.
        menu: Whether to choose foods at all.
        energy: As for `plan_day`.
        models: As for `plan_day`.

    Returns:
        One plan a day, in their order: each is what `plan_day` gives for that day.

    Raises:
        InputError: One of the days cannot be, or the balance asked for is beyond its limits.
        OutOfRangeError: An equation asked for by name was not fitted on such a person or run.

    >>> athlete = Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm", body_fat="22 %")
    >>> run = {"distance": "10 km", "pace": "5:40 /km"}
    >>> two = [Day(), Day.of(runs=[run])]
    >>> [round(plan.energy.expenditure_kcal, -1) for plan in plan_days(athlete, two, menu=False)]
    [2410.0, 2940.0]
    """
    calendar = days if isinstance(days, Calendar) else Calendar(days=tuple(days))
    wanted = Wanted(foods, seed) if menu else None
    _check_energy(energy)
    training = Training(athlete, models or FUELCALCS)

    def plan_of(day: Day) -> DayPlan:
        (plan,) = planned_in(calendar, (day,), training, goal or Goal(), wanted, energy=energy)
        return plan

    return _each(calendar, plan_of, "days")


def _each(calendar: Calendar, make: Callable[[Day], T], name: str) -> tuple[T, ...]:
    """
    What is made of each day of a calendar.

    Raises:
        InputError: One of them cannot be; the line says which, by its date or its number.
    """
    found: list[T] = []
    for number, day in enumerate(calendar.days, start=1):
        try:
            found.append(make(day))
        except InputError as error:
            which = f"{name}[{number}]" if day.date is None else day.date.isoformat()
            raise error.within(which) from None
    return tuple(found)


def planned_in(
    calendar: Calendar,
    days: Sequence[Day],
    training: Training,
    goal: Goal,
    wanted: Wanted | None,
    *,
    energy: WeekEnergy,
) -> tuple[DayPlan, ...]:
    """Plan some days of a calendar, each by its neighbours and its week there."""
    return tuple(
        _plan(training, _surroundings(calendar, day, is_smooth=energy == "smooth"), goal, wanted)
        for day in days
    )


def _surroundings(calendar: Calendar, day: Day, *, is_smooth: bool) -> Surroundings:
    """A day of a calendar with its neighbours and its week there."""
    return Surroundings(
        day,
        *calendar.neighbours(day),
        calendar.week_of(day, is_smooth=is_smooth),
        is_smooth and calendar.shares_energy(day),
    )


def days_in_numbers(
    athlete: Athlete,
    calendar: Calendar,
    goal: Goal,
    *,
    clock: bool = True,
    models: Models = FUELCALCS,
) -> tuple[DayInNumbers, ...]:
    """
    Work out the days of a calendar, each by its neighbours, as `plan_days` does.

    Args:
        athlete: Who eats.
        calendar: The days.
        goal: What for.
        clock: As for `day_in_numbers`.
        models: Equations that a program brings along.

    Raises:
        InputError: One of the days cannot be, or the balance asked for is beyond its limits.
    """
    training = Training(athlete, models)

    def numbers_of(day: Day) -> DayInNumbers:
        around = _surroundings(calendar, day, is_smooth=False)
        return day_in_numbers(training, around, goal, clock=clock)

    return _each(calendar, numbers_of, "week")


def _several(days: Day | Sequence[Day] | None) -> Sequence[Day]:
    """One day, several or none, as several."""
    if days is None:
        return ()
    return (days,) if isinstance(days, Day) else days


def _plan(training: Training, days: Surroundings, goal: Goal, wanted: Wanted | None) -> DayPlan:
    """Think one day through; what guards withhold goes at the end, by one door."""
    person, figures, portions = day_in_numbers(training, days, goal)
    courses = replanned(
        portions,
        ate_on(days.today, figures.frame, None if wanted is None else wanted.foods),
        # Who loads for a race, or is shown no figures, is never planned less for having eaten.
        may_shrink=figures.loading <= 0.0
        and person.guards.shows("energy")
        and person.guards.shows("targets"),
    )
    # A cup stands by the clock alone, so that no food moves it.
    coffee = coffee_of(person, figures.frame)
    race = coffee.session if coffee is not None and coffee.later_mg > 0.0 else None
    if wanted is not None:
        known = (*days.past, *days.coming, *days.week)
        wanted = wanted._replace(caffeine_on=race, days=known)
    fed = UNFED
    for around in courses:
        # What was planned before something was eaten stands, dish and portion.
        past = {one: there for one, there in fed.chosen.items() if one.minute <= around.now}
        now = DayInNumbers(person, eaten_over(figures, around.more), around.portions)
        fed = _food_of(now, wanted, past)
    figures, portions, targets = now.figures, now.portions, now.targets
    caffeine = coffee_lines(coffee, fed.feedings, fed=fed.menu is not None)
    lines = timeline_of(portions.context, fed.feedings, caffeine)
    within_day = within_day_of(figures, fed.feedings)
    debt = debt_of(person, figures, days, training)
    said = food_notes((*around.notes, *fed.notes))
    notes = (*day_notes(PlannedDay(person, figures, portions, debt)), *said)
    # All of it is worked out, and what may not be shown is taken out last, so that no path forgets.
    plan = DayPlan(
        athlete=training.athlete,
        date=days.today.date,
        wake=as_time(figures.frame.wake),
        sleep=as_time(figures.frame.sleep),
        goal=goal,
        energy=energy_of(person, figures),
        targets=targets,
        timeline=tuple(line.entry for line in lines),
        within_day=within_day,
        menu=fed.menu,
        notes=(),
        withheld=(),
        trace=trace_of(person, figures, targets, lines, within_day),
        told_later=told_later,
    )
    return withhold(plan, notes, person.guards)


def _portions(person: Person, figures: Figures) -> Portions:
    """The day's feedings and what each holds."""
    context = context_of(person, figures)
    portions = portions_of(context, feedings_in(person, context), amounts_of(figures.targets))
    if person.guards.shows("targets.fluid_ml"):
        return portions
    # When to drink tells how much: what holds no food stands nowhere.
    fed = (one for one in portions.feedings if one.accompanies or one.portion.energy_kcal > 0.0)
    return portions._replace(feedings=tuple(fed))


def _food_of(day: DayInNumbers, wanted: Wanted | None, past: "Mapping[Feeding, Option]") -> Fed:
    """The feedings with the day's food on them, where it is wanted and a guard lets it be."""
    person, figures, portions = day
    allowed = person.guards.shows("timeline") and person.guards.shows("menu")
    if wanted is None or not allowed:
        return UNFED._replace(feedings=portions.feedings)
    # numpy comes with the menu.
    from fuelcalc.planning.menu.asked import asked_of
    from fuelcalc.planning.menu.plates import fed_day

    asked = asked_of(person.athlete, figures.today, day.targets, wanted, loading=figures.loading)
    return fed_day(portions.context, portions.feedings, asked, past=past)

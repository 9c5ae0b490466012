"""From an athlete and a day to the finished plan, in the order in which it has to be thought."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import AverageDay, Day
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.targets import Note, Targets
from fuelcalc.models.timeline import Entry
from fuelcalc.planning import recommendation, remarks
from fuelcalc.planning.clock import as_time, first_start
from fuelcalc.planning.entries import entries_of, shown_places
from fuelcalc.planning.explain import trace_of
from fuelcalc.planning.feedings import Feeding, feedings_of
from fuelcalc.planning.figures import Days, Figures, Person, day_g_per_kg, figures_of, person_of
from fuelcalc.planning.members import energy_member, targets_of
from fuelcalc.planning.menu import Wanted
from fuelcalc.planning.portions import Amounts, Context, Portions, portions_of
from fuelcalc.planning.training import Trained, minute_of
from fuelcalc.planning.week import athlete_in_week
from fuelcalc.planning.within_day import within_day_of
from fuelcalc.planning.words import note

if TYPE_CHECKING:
    from fuelcalc.pantry.table import FoodTable
    from fuelcalc.planning.menu.plates import Fed


class _Feedings(NamedTuple):
    """The day's feedings, what each holds, what that depends on, and the day's targets."""

    context: Context
    each: list[Feeding]
    portions: Portions
    targets: Targets


def _context(person: Person, figures: Figures, after: Day | None) -> Context:
    """What the portions depend on."""
    placed_ids = {id(one.trained) for one in figures.frame.placed}
    loose = [one for one in figures.trained if id(one) not in placed_ids]
    return Context(
        frame=figures.frame,
        mass_kg=person.athlete.mass_kg,
        reference_mass_kg=figures.targets.reference_mass_kg,
        age=person.age,
        builds=person.goal.aim == "build",
        pre_sleep_dose=_wants_pre_sleep(person, figures.trained),
        minutes_to_next_day=None if after is None else first_start(after, figures.coming),
        next_day_g_per_kg=day_g_per_kg(figures.coming, person.athlete),
        past_day_g_per_kg=day_g_per_kg(figures.past, person.athlete),
        loose_sweat_ml=1000.0 * sum(one.session.fluids.sweat_l for one in loose),
    )


def _wants_pre_sleep(person: Person, trained: Sequence[Trained]) -> bool:
    """Protein before sleep is for those who lift today or build."""
    return person.goal.aim == "build" or any(one.kind == "lift" for one in trained)


def _feedings(person: Person, figures: Figures) -> list[Feeding]:
    """Place the day's feedings; a day whose fixed meals all fall asleep gets usual ones."""
    athlete = person.athlete
    fixed = [minute_of(time) or 0.0 for time in athlete.meal_times or ()]
    pre_sleep = _wants_pre_sleep(person, figures.trained)
    found = feedings_of(
        figures.frame,
        n_meals=athlete.meals_per_day,
        meal_times=fixed or None,
        pre_sleep=pre_sleep,
    )
    if any(feeding.is_meal for feeding in found) or not fixed:
        return found
    return feedings_of(
        figures.frame, n_meals=athlete.meals_per_day, meal_times=None, pre_sleep=pre_sleep
    )


def _fed(person: Person, figures: Figures, context: Context) -> _Feedings:
    """The day's feedings and what each holds; those that hold nothing are left out."""
    feedings = _feedings(person, figures)
    targets = figures.targets
    amounts = Amounts(targets.protein_g, targets.carbohydrate_g, targets.fat_g, targets.sodium_mg)
    portions = portions_of(context, feedings, amounts)
    kept = shown_places(portions.portions)
    rows = tuple(portions.portions[place] for place in kept)
    kept_feedings = [feedings[place] for place in kept]
    kept_portions = portions._replace(portions=rows)
    return _Feedings(
        context, kept_feedings, kept_portions, targets_of(person, figures, kept_portions)
    )


def _notes(person: Person, figures: Figures, fed: _Feedings, *, average: bool) -> tuple[Note, ...]:
    """Every note of the plan: guards first, then what was assumed, then remarks."""
    context, feedings, portions, _ = fed
    guards, frame = person.guards, figures.frame
    notes: list[Note] = list(guards.notes)
    if guards.shows("energy"):
        if guards.shows("availability"):
            notes += recommendation.availability_notes(
                figures.targets, figures.energy, measured=bool(person.body.body_fat_known)
            )
        if person.goal.balance_kcal is None and figures.targets.surplus_kcal > 0.0:
            notes += recommendation.week_notes(person.goal, week_known=figures.mean is not None)
        notes += remarks.sanity_notes(person.body, figures.energy)
    if guards.shows("targets"):
        notes += remarks.target_notes(figures.targets)
    if average:
        notes.append(note("average-day"))
    else:
        notes += [found for one in figures.trained for found in one.notes]
        notes += frame.notes
    if guards.shows("timeline"):
        notes += remarks.session_notes(frame)
        notes += remarks.early_notes(frame)
        notes += remarks.fasted_notes(frame, feedings, builds=context.builds)
    if guards.shows("timeline") and guards.shows("targets"):
        notes += remarks.fluid_notes(held_back_ml=portions.held_back_ml, sweats=bool(frame.placed))
        notes += remarks.caffeine_notes(person.athlete, frame, allowed=guards.allows_caffeine)
        notes += remarks.loading_notes(figures.loading)
        notes += remarks.neighbour_notes(
            next_day_g_per_kg=context.next_day_g_per_kg,
            past_day_g_per_kg=context.past_day_g_per_kg,
        )
    return tuple(dict.fromkeys(notes))


def _food(
    person: Person, day: Day, figures: Figures, fed: _Feedings, wanted: Wanted
) -> "Fed | None":
    """The day's food, where a guard lets it be chosen."""
    if not (person.guards.shows("timeline") and person.guards.shows("menu")):
        return None
    # numpy comes with the menu.
    from fuelcalc.planning.menu.asked import asked_of
    from fuelcalc.planning.menu.plates import fed_day

    asked = asked_of(person.athlete, day, fed.targets, wanted, loading=figures.loading)
    return fed_day(fed.context, fed.each, fed.portions.portions, asked)


def _timeline(
    person: Person, fed: _Feedings, food: "Fed | None"
) -> tuple[tuple[Entry, ...] | None, tuple[int, ...]]:
    """The printed clock, if it may be shown, and each feeding's place in it."""
    if not person.guards.shows("timeline"):
        return None, tuple(range(len(fed.each)))
    return entries_of(
        fed.context,
        fed.each,
        fed.portions.portions,
        plates={} if food is None else food.plates,
        guards=person.guards,
    )


def plan_day(
    athlete: Athlete,
    day: Day,
    goal: Goal | None = None,
    *,
    before: Day | None = None,
    after: Day | None = None,
    week: Sequence[Day] = (),
    foods: "FoodTable | None" = None,
    seed: int = 0,
    menu: bool = True,
    lock: Mapping[str, str] = MappingProxyType({}),
    swap: Sequence[str] = (),
) -> DayPlan:
    """
    Plan what to eat and drink on one day, how much, and when.

    Args:
        athlete: Who eats.
        day: From waking to sleep, with its sessions.
        goal: What for; by default to maintain, in base training.
        before: Yesterday, where it is known: a long session moves carbohydrate to breakfast.
        after: Tomorrow: its first start sets how fast to refuel, a long race loads glycogen.
        week: The days of the plan; five or more say what a week is, and size the surplus and
            the shortfall better than a weekly mileage.
        foods: The foods and dishes to choose from, as `read_foods` gives them; by default the
            bundled ones.
        seed: Another choice among good dishes; the same seed gives the same plan. Days with a
            date take turns at the dishes, so that none comes back within four days.
        menu: Whether to choose foods at all.
        lock: Dishes by feeding ("dinner", or its time "19:15"), by their id; the rest of the
            menu is planned around them.
        swap: Feedings whose dish is exchanged for the next best while the others stay; the
            same one twice goes one further.

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
    2810.0
    """
    goal = Goal() if goal is None else goal
    person = person_of(athlete_in_week(athlete, week), goal, day)
    figures = figures_of(person, Days(day, before, after, week))
    fed = _fed(person, figures, _context(person, figures, after))
    wanted = Wanted(foods, seed, lock, swap)
    food = _food(person, day, figures, fed, wanted) if menu else None
    timeline, places = _timeline(person, fed, food)
    shown = person.guards.shows("targets")
    said = () if food is None or not shown else food.notes
    within_day = within_day_of(person.guards, figures, fed.each, fed.portions.portions)
    return DayPlan(
        athlete=athlete,
        date=day.date,
        wake=as_time(figures.frame.wake),
        sleep=as_time(figures.frame.sleep),
        goal=person.goal,
        energy=energy_member(person, figures),
        targets=fed.targets if shown else None,
        timeline=timeline,
        within_day=within_day,
        menu=food.menu if food is not None and shown else None,
        notes=(*_notes(person, figures, fed, average=isinstance(day, AverageDay)), *said),
        withheld=person.guards.withheld,
        trace=trace_of(
            guards=person.guards,
            body=person.body,
            resting=person.resting,
            energy=figures.energy,
            costs=figures.costs,
            aim=figures.aim,
            targets=figures.targets,
            printed=fed.targets,
            feedings=fed.each,
            portions=fed.portions.portions,
            places=places,
            within_day=within_day,
        ),
    )

"""The day in numbers: guards first, then energy, balance and targets."""

from collections.abc import Sequence
from statistics import fmean
from typing import NamedTuple

from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import AverageDay, Day
from fuelcalc.planning.body import Resting, aim_of, body_of, resting_of
from fuelcalc.planning.clock import Frame, frame_of
from fuelcalc.planning.guards import Guarded, check_asked_balance, guarded
from fuelcalc.planning.lifts import trained_lift, trained_other
from fuelcalc.planning.recommendation import check_deficit, check_loading, check_usual
from fuelcalc.planning.runs import trained_run
from fuelcalc.planning.training import Costed, Trained, minute_of
from fuelcalc.planning.week import average_day, is_week
from fuelcalc.science import carbohydrate
from fuelcalc.science import day as science


class Person(NamedTuple):
    """Who eats, worked out once: body, resting energy, daily life, guards."""

    athlete: Athlete
    goal: Goal
    age: float
    guards: Guarded
    body: science.Body[float]
    resting: Resting
    pal: float


class Days(NamedTuple):
    """The day to plan, its neighbours, and the days that say what a week is."""

    today: Day
    before: Day | None
    after: Day | None
    week: Sequence[Day]


class Figures(NamedTuple):
    """What the day costs and asks for."""

    trained: tuple[Trained, ...]
    past: tuple[Trained, ...]
    coming: tuple[Trained, ...]
    frame: Frame
    loading: float
    energy: science.Energy[float]
    aim: science.Aim[float]
    targets: science.Targets[float]
    costs: tuple[Costed, ...]
    mean: science.Energy[float] | None


def person_of(athlete: Athlete, goal: Goal, today: Day) -> Person:
    """
    Apply the guards, then turn the athlete into numbers.

    Raises:
        InputError: A guard forbids the balance asked for, or the age cannot be told.
    """
    age = athlete.age_on(today.date)
    guards = guarded(athlete, age=age)
    check_asked_balance(goal.balance_kcal, guards)
    body = body_of(athlete, age=age)
    resting = resting_of(athlete, body)
    pal = science.pal_without_training(body, resting_kcal=resting.kcal)
    return Person(athlete, goal, age, guards, body, resting, pal)


def train(person: Person, day: Day) -> tuple[Trained, ...]:
    """Cost every session of a day: runs, then lifts, then the rest."""
    athlete = person.athlete
    runs = [trained_run(athlete, run, temperature_degc=day.temperature_degc) for run in day.runs]
    lifts = [
        trained_lift(
            athlete,
            lift,
            age=person.age,
            body_fat_share=person.body.body_fat_share,
            resting_kcal=person.resting.kcal,
            pal=person.pal,
        )
        for lift in day.lifts
    ]
    others = [
        trained_other(athlete, one, temperature_degc=day.temperature_degc) for one in day.other
    ]
    return (*runs, *lifts, *others)


def _energy(person: Person, trained: Sequence[Trained]) -> science.Energy[float]:
    """Add up a day."""
    return science.energy(
        person.body,
        resting_kcal=person.resting.kcal,
        resting_sd_share=person.resting.sd_share,
        pal=person.pal,
        runs=[one.session for one in trained if one.kind == "run"],
        others=[one.session for one in trained if one.kind != "run"],
    )


def day_g_per_kg(trained: Sequence[Trained], athlete: Athlete) -> float:
    """How much carbohydrate the hardest of these sessions uses, in g per kg."""
    grams = [one.session.carbohydrate_g for one in trained]
    return max(grams, default=0.0) / athlete.mass_kg


def _loading(person: Person, coming: Sequence[Trained]) -> float:
    """The share of carbohydrate loading that tomorrow's race asks for, where a guard lets it."""
    if person.guards.surplus_forbidden_by is not None or not person.guards.shows("timeline"):
        return 0.0
    races = [one.minutes for one in coming if one.is_race]
    return max((carbohydrate.loading_share(race_min=minutes) for minutes in races), default=0.0)


def _mean_energy(person: Person, week: Sequence[Day]) -> science.Energy[float] | None:
    """The mean day: of the days of a week, else from the weekly mileage, else unknown."""
    if not is_week(week):
        day = average_day(person.athlete)
        if day is None or person.athlete.weekly_mileage_km is None:
            return None
        return _energy(person, train(person, day))
    days = [_energy(person, train(person, day)) for day in week]
    return days[0]._replace(
        net_kcal=(fmean(sum(day.net_kcal) for day in days),),
        net_of_rest_kcal=(fmean(day.exercise_kcal for day in days),),
        exercise_kcal=fmean(day.exercise_kcal for day in days),
        expenditure_kcal=fmean(day.expenditure_kcal for day in days),
        safe_intake_kcal=fmean(day.safe_intake_kcal for day in days),
    )


def _costs(
    trained: Sequence[Trained], frame: Frame, energy: science.Energy[float]
) -> tuple[Costed, ...]:
    """Each session with its cost, in the order of the clock; those without a place first."""
    starts = {id(placed.trained): placed.start for placed in frame.placed}
    costs = [
        Costed(one, starts.get(id(one)), net, net_of_rest)
        for one, net, net_of_rest in zip(
            trained, energy.net_kcal, energy.net_of_rest_kcal, strict=True
        )
    ]
    return tuple(sorted(costs, key=lambda cost: -1.0 if cost.start is None else cost.start))


def figures_of(person: Person, days: Days) -> Figures:
    """
    Work out the day's energy and targets.

    Raises:
        InputError: The sessions cannot be placed, or the deficit asked for is too large.
    """
    today = days.today
    trained = train(person, today)
    meals = person.athlete.meal_times
    frame = frame_of(
        today,
        () if isinstance(today, AverageDay) else trained,
        first_meal=None if meals is None else minute_of(meals[0]),
    )
    energy = _energy(person, trained)
    mean = _mean_energy(person, days.week)
    check_deficit(person.goal, person.body, energy, mean)
    check_usual(person.athlete, person.goal, energy if mean is None else mean)
    coming = () if days.after is None else train(person, days.after)
    loading = _loading(person, coming)
    check_loading(person.goal, loading)
    aim = aim_of(
        person.athlete,
        person.goal,
        person.guards,
        weekly_net_kcal=None if mean is None else sum(mean.net_kcal),
        loading=loading,
    )
    return Figures(
        trained=trained,
        past=() if days.before is None else train(person, days.before),
        coming=coming,
        frame=frame,
        loading=loading,
        energy=energy,
        aim=aim,
        targets=science.targets(person.body, energy, aim, [one.session for one in trained]),
        costs=_costs(trained, frame, energy),
        mean=mean,
    )

"""The day in numbers: guards first, then energy, balance and targets."""

from collections.abc import Sequence
from typing import NamedTuple

from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.day import Day
from fuelcalc.planning.body import Resting, aim_of, body_of, resting_of
from fuelcalc.planning.clock import Frame, frame_of
from fuelcalc.planning.guards import Guarded, check_asked_balance, guarded
from fuelcalc.planning.lifts import trained_lift, trained_other
from fuelcalc.planning.recommendation import check_deficit, check_loading
from fuelcalc.planning.runs import trained_run
from fuelcalc.planning.training import Costed, Trained
from fuelcalc.planning.week import average_day
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


class Figures(NamedTuple):
    """What the day costs and asks for."""

    trained: tuple[Trained, ...]
    frame: Frame
    loading: float
    energy: science.Energy[float]
    aim: science.Aim[float]
    targets: science.Targets[float]
    costs: tuple[Costed, ...]
    average: science.Energy[float] | None


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


def day_g_per_kg(person: Person, day: Day | None) -> float:
    """How much carbohydrate a neighbouring day's hardest session uses, in g per kg."""
    if day is None:
        return 0.0
    grams = [one.session.carbohydrate_g for one in train(person, day)]
    return max(grams, default=0.0) / person.athlete.mass_kg


def _loading(person: Person, after: Day | None) -> float:
    """The share of carbohydrate loading that tomorrow's race asks for."""
    if after is None:
        return 0.0
    races = [one.minutes for one in train(person, after) if one.is_race]
    return max((carbohydrate.loading_share(race_min=minutes) for minutes in races), default=0.0)


def _average_energy(person: Person) -> science.Energy[float] | None:
    """The mean day of the week, when the mileage is known."""
    day = average_day(person.athlete)
    if day is None or person.athlete.weekly_mileage_km is None:
        return None
    return _energy(person, train(person, day))


def figures_of(person: Person, today: Day, after: Day | None) -> Figures:
    """
    Work out the day's energy and targets.

    Raises:
        InputError: The sessions cannot be placed, or the deficit asked for is too large.
    """
    trained = train(person, today)
    frame = frame_of(today, () if today.average else trained)
    energy = _energy(person, trained)
    check_deficit(person.goal, person.body, energy)
    loading = _loading(person, after)
    check_loading(person.goal, loading)
    average = _average_energy(person)
    weekly_net = None if average is None else sum(average.net_kcal)
    aim = aim_of(
        person.athlete, person.goal, person.guards, weekly_net_kcal=weekly_net, loading=loading
    )
    sessions = [one.session for one in trained]
    targets = science.targets(person.body, energy, aim, sessions)
    starts = {id(placed.trained): placed.start for placed in frame.placed}
    costs = [
        Costed(one, starts.get(id(one)), net, net_of_rest)
        for one, net, net_of_rest in zip(
            trained, energy.net_kcal, energy.net_of_rest_kcal, strict=True
        )
    ]
    costs.sort(key=lambda cost: cost.start or 0.0)
    return Figures(trained, frame, loading, energy, aim, targets, tuple(costs), average)

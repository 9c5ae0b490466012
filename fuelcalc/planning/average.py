"""A week as it stands for one day: mileage alone, and the mean of a plan's days."""

from collections.abc import Iterable, Sequence
from math import fsum

from fuelcalc.kinds import holds_kinds
from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day import AverageDay, Day
from fuelcalc.models.sessions import Lift, Run
from fuelcalc.planning.person import Person
from fuelcalc.planning.sessions.session import Trained, first_given
from fuelcalc.planning.sessions.training import Training
from fuelcalc.science import day as science

# From so many days on a plan says what a week is.
_WEEK_DAYS = 5
# How long a lift is taken to be where only their number a week is known.
LIFT_MIN = 60.0
# Under 100 m a week nobody runs.
LEAST_WEEK_KM = 0.1
# What an athlete may be said to do in a week; a plan that does more counts as so much.
_MOST_KM, _MOST_LIFTS = 400.0, 14


@holds_kinds()
def average_day(athlete: Athlete, day: Day | None = None) -> AverageDay | None:
    """
    A day that stands for the week, when the weekly mileage or lifts are known.

    A seventh of the week's kilometres as an easy run and a seventh of its lifts; the sessions
    cost energy but have no place on the clock.

    Args:
        athlete: Whose week it is.
        day: Where date, waking, sleep and weather come from.

    Returns:
        The day, or None when neither mileage nor lifts are known.

    >>> who = Athlete.of(sex="male", age=30, mass="75 kg", height="178 cm", weekly_mileage="70 km")
    >>> average_day(who).runs[0].distance_km
    10.0
    """
    day = Day() if day is None else day
    runs: tuple[Run, ...] = ()
    lifts: tuple[Lift, ...] = ()
    km = athlete.weekly_mileage_km
    if km is not None and km >= LEAST_WEEK_KM:
        runs = (Run(distance_km=km / 7.0),)
    if athlete.weekly_lifts is not None and athlete.weekly_lifts > 0:
        lifts = (Lift(duration_min=LIFT_MIN * athlete.weekly_lifts / 7.0, style="hypertrophy"),)
    if not runs and not lifts:
        return None
    return AverageDay(
        date=day.date,
        wake=day.wake,
        sleep=day.sleep,
        temperature_degc=day.temperature_degc,
        eaten=day.eaten,
        runs=runs,
        lifts=lifts,
    )


def is_week(days: Sequence[Day]) -> bool:
    """Whether so many days say what a week is."""
    return len(days) >= _WEEK_DAYS


def athlete_in_week(training: Training, days: Sequence[Day]) -> Athlete:
    """
    The athlete with the week's mileage and lifts as the plan has them.

    A plan of five days or more says what a week is; a shorter one leaves what was given.
    """
    # Two or three days may be the hard ones or the easy ones of it.
    if not is_week(days):
        return training.athlete
    km = sum(first_given(run.distance_km, 0.0) for day in days for run in training.runs(day))
    lifts = sum(len(day.lifts) for day in days)
    weeks = len(days) / 7.0
    return training.athlete.model_copy(
        update={
            "weekly_mileage_km": min(km / weeks, _MOST_KM),
            "weekly_lifts": min(round(lifts / weeks), _MOST_LIFTS),
        }
    )


def spent_by(person: Person, sessions: Sequence[Trained]) -> science.Expenditure[float]:
    """What a day with these sessions costs."""
    return science.energy(
        person.body,
        resting_kcal=person.resting.kcal,
        resting_sd_share=person.resting.sd_share,
        pal=person.pal,
        runs=[session.needs for session in sessions if session.kind == "run"],
        others=[session.needs for session in sessions if session.kind != "run"],
    )


def mean_of(person: Person, training: Training, week: Sequence[Day]) -> science.Mean[float] | None:
    """The mean day: of the days of a week, else from the weekly mileage, else unknown."""
    if not is_week(week):
        day = average_day(person.athlete)
        # A number of lifts alone says too little of what a week costs.
        if day is None or person.athlete.weekly_mileage_km is None:
            return None
        week = (day,)
    spent = [spent_by(person, training.sessions(person, day)) for day in week]
    return science.Mean(
        net_kcal=_mean(sum(day.net_kcal) for day in spent),
        exercise_kcal=_mean(day.exercise_kcal for day in spent),
        expenditure_kcal=_mean(day.expenditure_kcal for day in spent),
        safe_intake_kcal=_mean(day.safe_intake_kcal for day in spent),
        ffm_kg=person.body.ffm_kg,
        # The errors are the same every day: more days do not make the mean surer.
        sd_kcal=_mean(day.sd_kcal for day in spent),
    )


def _mean(values: Iterable[float]) -> float:
    """The mean of some days, as `statistics.fmean` has it, which takes 5 ms to import."""
    found = tuple(values)
    return fsum(found) / len(found)

"""A week as it stands for one day: mileage alone, and the mean of a plan's days."""

from collections.abc import Sequence

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.day import AverageDay, Day
from fuelcalc.models.plan import Plan
from fuelcalc.models.sessions import Lift, Run
from fuelcalc.planning.runs import trained_run

_WEEK_DAYS = 5
_LIFT_MIN = 60.0


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
    if km is not None and km >= 0.1:
        runs = (Run(distance_km=km / 7.0),)
    if athlete.weekly_lifts:
        lifts = (Lift(duration_min=_LIFT_MIN * athlete.weekly_lifts / 7.0, style="hypertrophy"),)
    if not runs and not lifts:
        return None
    return AverageDay(
        date=day.date,
        wake=day.wake,
        sleep=day.sleep,
        temperature_degc=day.temperature_degc,
        runs=runs,
        lifts=lifts,
    )


def is_week(days: Sequence[Day]) -> bool:
    """Whether so many days say what a week is."""
    return len(days) >= _WEEK_DAYS


def athlete_in_week(athlete: Athlete, days: Sequence[Day]) -> Athlete:
    """
    The athlete with the week's mileage and lifts as the plan has them.

    A plan of five days or more says what a week is; a shorter one leaves what was given.
    """
    if not is_week(days):
        return athlete
    km = 0.0
    for day in days:
        for run in day.runs:
            trained = trained_run(athlete, run, temperature_degc=day.temperature_degc)
            km += 0.0 if trained.distance_km is None else trained.distance_km
    lifts = sum(len(day.lifts) for day in days)
    weeks = len(days) / 7.0
    return athlete.model_copy(
        update={
            "weekly_mileage_km": min(km / weeks, 400.0),
            "weekly_lifts": min(round(lifts / weeks), 14),
        }
    )


def plan_has_sessions(plan: Plan) -> bool:
    """Whether any day of the plan lists something trained."""
    return any(day.runs or day.lifts or day.other for day in plan.days)

"""Who eats: the guards, the athlete and the goal as the numbers that the equations take."""

import datetime as dt
from typing import NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.learned import LearnedLife
from fuelcalc.models.own_target import OwnTarget
from fuelcalc.planning.guards import LEAN_SURPLUS_SHARE, Guarded, check_asked_balance, guards_of
from fuelcalc.planning.pause import at_balance, weeks_paused_after
from fuelcalc.planning.physiology import FUELCALCS, Models
from fuelcalc.science import availability, balance, carbohydrate, daily, day, resting
from fuelcalc.science.body import (
    Body,
    LifeNow,
    LifeThen,
    life_now,
    pal_without_training,
    resting_energy,
    sessions_per_week,
    unsure_sd_share,
)
from fuelcalc.science.numeric import as_given
from fuelcalc.science.own_amounts import OwnAmount, OwnAmounts
from fuelcalc.science.sources import SOURCES, Source, equation_named

FFM_SD_SHARE = {"dxa": 0.07, "skinfold": 0.07, "scale": 0.08}
"""What resting energy by fat-free mass is off by, with the error of measuring it."""


class Resting(NamedTuple):
    """Resting energy, its error as a share, and where it comes from."""

    kcal: float
    sd_share: float
    method: str
    source: Source

    @property
    def is_blend(self) -> bool:
        """Whether it is the default: neither measured nor by an equation of choice."""
        return self.source == SOURCES["resting-blend"]


class Loaded(NamedTuple):
    """
    What a race within two days asks of a day.

    Attributes:
        share: How far the day makes room for it, 0 to 1.
        eve: The same, where the race is tomorrow.
        g_per_kg: Carbohydrate at the least; 3 or less asks for nothing.
    """

    share: float = 0.0
    eve: float = 0.0
    g_per_kg: float = 0.0


class Person(NamedTuple):
    """
    Who eats, worked out once: guards, body, resting energy and daily life.

    *learned_days* is how long before the day the log ended that daily life was learned from;
    *is_held_up* says that it would leave too little, so that the plan stays above it.
    *paused_weeks* is after how many weeks a deficit that was asked for pauses, where it does: the
    goal is then one without.
    """

    athlete: Athlete
    goal: Goal
    age: float
    guards: Guarded
    body: Body[float]
    resting: Resting
    pal: float
    learned_days: float = 0.0
    models: Models = FUELCALCS
    is_held_up: bool = False
    paused_weeks: float | None = None

    @property
    def learned(self) -> LearnedLife | None:
        """What a log taught, where a log may be kept at all: what the plan goes by."""
        return None if self.guards.scale_forbidden_by is not None else self.athlete.learned


def person_of(
    athlete: Athlete, goal: Goal, date: dt.date | None, models: Models = FUELCALCS
) -> Person:
    """
    Apply the guards, then turn the athlete into numbers.

    Args:
        athlete: Who eats.
        goal: What for.
        date: The day, for somebody whose age follows from a birth date.
        models: Equations that a program brings along.

    Raises:
        InputError: A guard forbids the balance asked for, or what was learned does, or it begins
            long after the day; the age cannot be told, or an own equation gives what cannot be.
        OutOfRangeError: An equation asked for by name was not fitted on such a person.
    """
    age = athlete.age_on(date)
    guards = guards_of(athlete, age=age)
    # Guards go first: of what they refuse no figure is made.
    check_asked_balance(goal.balance_kcal, guards)
    paused_weeks = weeks_paused_after(athlete, goal, date)
    if paused_weeks is not None:
        goal = at_balance(goal)
    # Who is to keep no log is not planned by an old one either.
    learned = None if guards.scale_forbidden_by is not None else athlete.learned
    days = _days_since(learned, date)
    body = body_of(athlete, age=age)
    body, resting = _with_resting(athlete, body, models, never_less=guards.never_less)
    pal, is_held_up = pal_without_training(body, resting_kcal=resting.kcal), False
    if learned is not None:
        life = life_in(learned, body, resting_kcal=resting.kcal, days=days)
        body = body._replace(life_sd=as_given(life.sd))
        pal, is_held_up = life.pal, bool(life.is_held)
    person = Person(
        athlete, goal, age, guards, body, resting, pal, days, models, is_held_up, paused_weeks
    )
    _check_floor(person)
    return person


def _days_since(learned: LearnedLife | None, date: dt.date | None) -> float:
    """How long before a day a log ended; 0 without a log, without a date, and before its end."""
    if learned is None or date is None:
        return 0.0
    return max(float((date - learned.last_date).days), 0.0)


def _check_floor(person: Person) -> None:
    """
    Refuse a deficit to somebody whose log would leave too little at balance already.

    Raises:
        InputError: A deficit is asked for where a learned daily life is held at its floor.
    """
    asked_kcal = person.goal.balance_kcal
    if person.is_held_up and asked_kcal is not None and asked_kcal < 0.0:
        raise InputError(
            f"is a deficit, and by your log balance alone would leave under "
            f"{availability.COVERED_KCAL_PER_KG_FFM:.0f} kcal for each kg of fat-free mass",
            argument="balance",
            value=asked_kcal,
            quote=f"{asked_kcal:+.0f} kcal",
            remedy="leave balance out; if the log is short, complete it and learn anew",
        )


def life_in(
    learned: LearnedLife, body: Body[float], *, resting_kcal: float, days: float = 0.0
) -> LifeNow[float]:
    """Daily life as it was learned, over the resting energy of a plan some days later."""
    then = LifeThen(
        learned.daily_life_pal,
        learned.daily_life_sd,
        days,
        as_given(learned.log_resting_kcal_per_day),
        as_given(learned.log_mass_kg),
    )
    return life_now(then, body, resting_kcal=resting_kcal)


def lifts_per_week(athlete: Athlete) -> float:
    """Lifts a week; none where nobody said."""
    return 0.0 if athlete.weekly_lifts is None else float(athlete.weekly_lifts)


def body_of(athlete: Athlete, *, age: float) -> Body[float]:
    """The athlete as numbers, without what says more of their resting energy than the blend."""
    return Body(
        mass_kg=athlete.mass_kg,
        height_cm=athlete.height_cm,
        age_y=age,
        male=float(athlete.sex == "male"),
        body_fat=as_given(athlete.body_fat_share),
        ffm_sd_share=FFM_SD_SHARE[athlete.body_fat_method],
        resting_kcal=as_given(None),
        resting_sd_share=0.0,
        pal=daily.PAL_BY_DAILY_LIFE[athlete.daily_life],
        steps=as_given(athlete.steps),
        sessions_per_week=sessions_per_week(
            weekly_km=as_given(athlete.weekly_mileage_km), lifts_per_week=lifts_per_week(athlete)
        ),
        lifts_per_week=lifts_per_week(athlete),
        vegan=float(athlete.diet == "vegan"),
    )


def _with_resting(
    athlete: Athlete, body: Body[float], models: Models, *, never_less: bool
) -> tuple[Body[float], Resting]:
    """
    The athlete with their resting energy, and where it comes from.

    Args:
        athlete: Who.
        body: As numbers.
        models: Equations that a program brings along.
        never_less: Whether these may give no less than the blend: who must not be in deficit
            would be in one by a figure that is too small, with nobody having asked for it.

    Raises:
        InputError: An own equation gives what cannot be.
        OutOfRangeError: The equation asked for by name was not fitted on such a person.
    """
    own, usual = _own_resting(athlete, body, models), usual_resting(body)
    if own is None:
        return body, usual
    is_programs = athlete.resting_energy_kcal_per_day is None and athlete.resting_equation is None
    # A program's equation must not bring about the deficit that nobody may ask for.
    if never_less and is_programs and own.kcal < usual.kcal:
        return body, usual._replace(method=f"{usual.method}, since {own.method} gives less")
    known = body._replace(resting_kcal=as_given(own.kcal), resting_sd_share=own.sd_share)
    return known, own


def _own_resting(athlete: Athlete, body: Body[float], models: Models) -> Resting | None:
    """Resting energy as measured, by the equation that the athlete chose, or by a program's."""
    if athlete.resting_energy_kcal_per_day is not None:
        kcal = athlete.resting_energy_kcal_per_day
        return Resting(kcal, resting.MEASURED_SD_SHARE, "measured", SOURCES["measured"])
    name, own = athlete.resting_equation, models.resting_equation
    # What the athlete chose stands over what a program brings.
    equation = own if name is None else equation_named(name, resting.EQUATIONS)
    if equation is None:
        return None
    kcal = equation(
        mass_kg=body.mass_kg,
        height_cm=body.height_cm,
        age_y=body.age_y,
        male=body.male,
        ffm_kg=body.ffm_kg,
    )
    sd_share = equation.sd_share
    if name is None:
        sd_share = unsure_sd_share(body, resting_kcal=kcal, least_sd_share=sd_share)
    return Resting(kcal, sd_share, equation.name, equation.source)


def usual_resting(body: Body[float]) -> Resting:
    """Resting energy by the blend, or of a minor by the Oxford equations."""
    kcal, sd_share = resting_energy(body)
    # The blend's adult equations have no share in it yet.
    if body.age_y < 18.0:
        return Resting(kcal, sd_share, "henry", SOURCES["henry"])
    by = "fat-free mass" if body.body_fat.known else "size and age"
    return Resting(kcal, sd_share, f"blend of equations by {by}", SOURCES["resting-blend"])


def aim_of(
    person: Person,
    *,
    weekly_net_kcal: float | None,
    loaded: Loaded,
    past_g_per_kg: float,
    owed_kcal: float,
) -> day.Aim[float]:
    """
    The goal as numbers, with what the guards forbid or ask.

    Args:
        person: Who eats.
        weekly_net_kcal: What a mean day of the week adds in sessions, where it is known.
        loaded: What a coming race asks for.
        past_g_per_kg: What yesterday's hardest session burned of carbohydrate.
        owed_kcal: What the days before left uneaten.
    """
    mass_kg = person.athlete.mass_kg
    refill = carbohydrate.recovery_g_per_kg(burned_g_per_kg=past_g_per_kg)
    athlete, goal, guards = person.athlete, person.goal, person.guards
    km = athlete.weekly_mileage_km
    own_carbohydrate = _own_amount(goal.carbohydrate, mass_kg=mass_kg)
    loads = carbohydrate.asked_loading_g_per_kg(
        least_g_per_kg=loaded.g_per_kg,
        asked_g_per_kg=own_carbohydrate.amount_g / person.body.reference_mass_kg,
        loading=loaded.share,
    )
    return day.Aim(
        build=float(goal.aim == "build" and guards.surplus_forbidden_by is None),
        experience_factor=balance.EXPERIENCE_FACTOR[athlete.lifting_experience],
        season_factor=balance.SEASON_FACTOR[goal.season],
        # An unknown mileage takes nothing from a surplus; a note says what is missing.
        mileage_factor=1.0 if km is None else balance.mileage_factor(weekly_km=km),
        weekly_net_kcal=as_given(weekly_net_kcal),
        asked_kcal=as_given(goal.balance_kcal),
        floor_share=LEAN_SURPLUS_SHARE if guards.asks_surplus else 0.0,
        loading=loaded.share,
        eve=loaded.eve,
        least_g_per_kg=max(loads, refill),
        repaid_kcal=balance.repaid_kcal(owed_kcal=owed_kcal, mass_kg=mass_kg),
        most_sodium_mg=as_given(guards.most_sodium_mg),
        own=OwnAmounts(
            protein=_own_amount(goal.protein, mass_kg=mass_kg),
            carbohydrate=own_carbohydrate,
            fat=_own_amount(goal.fat, mass_kg=mass_kg),
        ),
        injured=float(goal.season == "injured"),
    )


def _own_amount(asked: OwnTarget | None, *, mass_kg: float) -> OwnAmount[float]:
    """A macronutrient that is asked for, as numbers."""
    if asked is None:
        return OwnAmount(0.0, 0.0, 0.0)
    # One of the three is given; the others count nothing.
    grams, per_kg, share = (
        as_given(value).value for value in (asked.amount_g, asked.dose_g_per_kg, asked.day_share)
    )
    return OwnAmount(1.0, grams + per_kg * mass_kg, share)

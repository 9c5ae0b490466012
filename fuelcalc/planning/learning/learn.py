"""What somebody spends, learned from morning mass and what was eaten."""

import datetime as dt
from collections.abc import Sequence
from math import hypot
from statistics import fmean

from fuelcalc.errors import InputError
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.calendar import Calendar
from fuelcalc.models.day import Day
from fuelcalc.models.learned import LearnedLife
from fuelcalc.models.learning import TREND_DAYS, Learned, LearnedDay
from fuelcalc.models.log import Log
from fuelcalc.planning.average import athlete_in_week, spent_by
from fuelcalc.planning.guards import check_scale
from fuelcalc.planning.learning.doubts import doubted, latest_kg
from fuelcalc.planning.learning.filtered import RECENT_DAYS, FilteredLog, filtered_log
from fuelcalc.planning.learning.remarks import MOST_MOVED_SHARE, remarks_on
from fuelcalc.planning.learning.standing import check_log, low_mass_notes
from fuelcalc.planning.person import person_of
from fuelcalc.planning.physiology import FUELCALCS, Models
from fuelcalc.planning.sessions.training import Training
from fuelcalc.science import balance
from fuelcalc.science import day as science
from fuelcalc.science.body import resting_at_mass_share
from fuelcalc.science.cost import PASS_THROUGH_SD
from fuelcalc.science.daily import aged_pal_sd


@holds_kinds()
def learn(
    athlete: Athlete,
    log: Log,
    days: Calendar | Sequence[Day] = (),
    *,
    on: dt.date | None = None,
    models: Models | None = None,
) -> Learned:
    """
    Learn what somebody spends from a log of morning mass and eating.

    Daily life learns; what the sessions cost hardly moves. What is learned always begins with the
    equations, and never with what was learned before, so that no log counts twice.

    Args:
        athlete: Whose log it is.
        log: As `read_log` gives it.
        days: What was trained and comes, as the plan has it: days with dates or days that repeat; a
            date without one is the average day of the weekly mileage, or a day without sessions.
        on: The day it is asked on, from which the coming week and the log's age are counted; else
            the last day of the log.
        models: As for `plan_day`: the estimate that the log is held against is by these.

    Returns:
        The answer with its range; `life` is what a plan takes over, as
        `Athlete(learned=...)`.

    Raises:
        InputError: A guard forbids it, the log holds nothing, or it holds days still to come.

    >>> from fuelcalc import LogDay
    >>> days = [LogDay(date=dt.date(2026, 10, 1) + dt.timedelta(days=n), mass_kg=70.0,
    ...     intake_kcal=2300.0, source="weighed") for n in range(28)]
    >>> who = Athlete.of(sex="male", age=30, mass="70 kg", height="178 cm")
    >>> learned = learn(who, Log(days=tuple(days)))
    >>> learned.life.daily_life_pal < learned.estimated_pal
    True
    """
    if all(day.mass_kg is None and day.intake_kcal is None for day in log.days):
        remedy = 'write "fuelcalc log 71.4kg 2650kcal", and look again in two weeks'
        raise InputError("holds no mass and no intake", argument="log", quote="", remedy=remedy)
    calendar = days if isinstance(days, Calendar) else Calendar(days=tuple(days))
    last = log.days[-1].date
    if on is not None and last > on:
        raise InputError("is still to come", argument="log", value=last, remedy="check its year")
    # What was learned before is no part of what is known before the log.
    alone = athlete.model_copy(update={"learned": None})
    own = models or FUELCALCS
    training = Training(alone, own)
    week = calendar.week_of(calendar.day_on(last) or Day())
    person = person_of(athlete_in_week(training, week), Goal(), last, own)
    check_scale(person.guards)
    kept = doubted(log.days, mass_kg=athlete.mass_kg, resting_kcal=person.resting.kcal)
    by_log = check_log(athlete, kept.days, date=last)
    low = low_mass_notes(athlete, kept.days, by_log, date=last)
    kept = kept._replace(notes=(*low, *kept.notes))
    return _learned(filtered_log(person, training, calendar, kept, on=on))


def _life_of(read: FilteredLog, *, is_learned: bool) -> LearnedLife:
    """What a plan takes over: daily life with its error, dates and counts."""
    person, learning = read.person, read.learning
    days = read.kept.days
    share, sd_kcal, mass_kg = 0.0, science.base_sd_kcal(spent_by(person, ())), None
    if is_learned:
        share, sd_kcal = float(learning.life_share[-1]), read.sd_kcal
        mass_kg = latest_kg(days)
    # What was spent is of the body on the scale, which may not be the plan's any more.
    mass_kg = person.body.mass_kg if mass_kg is None else mass_kg
    resting_kcal = person.resting.kcal * resting_at_mass_share(person.body, mass_kg=mass_kg)
    return LearnedLife(
        daily_life_pal=min(max(read.base_kcal * (1.0 + share) / resting_kcal, 1.0), 3.0),
        daily_life_sd=min(sd_kcal / resting_kcal, 0.5),
        first_date=days[0].date,
        last_date=days[-1].date,
        source=read.source.mostly,
        n_mass=sum(day.mass_kg is not None for day in days),
        n_intake=sum(day.intake_kcal is not None for day in read.kept.days),
        log_resting_kcal_per_day=resting_kcal,
        log_mass_kg=mass_kg,
    )


def _learned(read: FilteredLog) -> Learned:
    """The answer of a log that was read."""
    person, learning = read.person, read.learning
    is_learned = read.is_enough
    life = _life_of(read, is_learned=is_learned)
    resting_kcal = life.log_resting_kcal_per_day or person.resting.kcal
    training_share = float(learning.training_share[-1]) if is_learned else 0.0
    reporting_share = float(learning.reporting_share[-1])
    estimated = read.base_kcal + read.coming_net_kcal
    spent = estimated
    if is_learned:
        spent = resting_kcal * life.daily_life_pal + read.coming_net_kcal * (1.0 + training_share)
    pal_sd = aged_pal_sd(sd=life.daily_life_sd, pal=life.daily_life_pal, days=read.age_days)
    off = science.RANGE_Z * pal_sd * resting_kcal
    # The equations are off by the day without training and by a tenth of the sessions.
    estimated_off = science.RANGE_Z * hypot(
        science.base_sd_kcal(spent_by(person, ())), PASS_THROUGH_SD * read.coming_net_kcal
    )
    eaten = [day.intake_kcal for day in read.kept.days if day.intake_kcal is not None]
    trend = read.history.tissue_kg[-TREND_DAYS:]
    notes = remarks_on(read, life)
    return Learned(
        life=life,
        estimated_pal=person.pal,
        expenditure_kcal=spent,
        expenditure_low_kcal=spent - off,
        expenditure_high_kcal=spent + off,
        estimated_kcal=estimated,
        estimated_low_kcal=estimated - estimated_off,
        estimated_high_kcal=estimated + estimated_off,
        logged_kcal=spent / (1.0 + reporting_share),
        regressed_kcal=_regressed_kcal(read),
        reporting_share=reporting_share,
        training_share=training_share,
        mean_intake_kcal=fmean(eaten) if eaten else None,
        latest_kg=latest_kg(read.kept.days),
        kg_per_week=7.0 * float(trend[-1] - trend[0]) / max(len(trend) - 1, 1),
        is_learned=is_learned,
        asks=(is_learned and abs(float(learning.life_share[-1])) > MOST_MOVED_SHARE)
        or read.kept.asks
        or any(n.level == "warning" for n in notes),
        by_day=tuple(_by_day(read)),
        notes=notes,
    )


def _regressed_kcal(read: FilteredLog) -> float | None:
    """What a plain line through the last four weeks gives, where they hold enough."""
    import numpy as np

    from fuelcalc.science.adaptive import regressed_kcal

    mass, eaten = read.days.mass_kg[-TREND_DAYS - 1 :], read.days.intake_kcal[-TREND_DAYS - 1 :]
    if np.isfinite(mass).sum() < RECENT_DAYS or np.isfinite(eaten).sum() < RECENT_DAYS:
        return None
    return regressed_kcal(mass, eaten, tissue_kcal_per_kg=balance.LOSS_KCAL_PER_KG)


def _by_day(read: FilteredLog) -> list[LearnedDay]:
    """The log day by day, each with what is known of it by the mornings around it."""
    history, first = read.history, read.kept.days[0].date
    found = []
    for place, mass in enumerate(read.days.mass_kg):
        tissue, life = float(history.tissue_kg[place]), float(history.life_share[place])
        off = science.RANGE_Z * float(history.tissue_sd_kg[place])
        life_off = science.RANGE_Z * float(history.life_sd_share[place])
        found.append(
            LearnedDay(
                date=first + dt.timedelta(days=place),
                mass_kg=None if mass != mass else float(mass),  # noqa: PLR0124 - nan
                trend_kg=tissue,
                low_kg=tissue - off,
                high_kg=tissue + off,
                base_low_kcal=read.base_kcal * (1.0 + life - life_off),
                base_high_kcal=read.base_kcal * (1.0 + life + life_off),
            )
        )
    return found

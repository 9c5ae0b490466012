"""What somebody spends, learned from morning mass and what was eaten."""

import datetime as dt
from collections.abc import Sequence
from math import hypot, nan
from statistics import fmean
from typing import TYPE_CHECKING, Final, NamedTuple

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.calendar import Calendar
from fuelcalc.models.day import Day
from fuelcalc.models.learned import LearnedLife
from fuelcalc.models.learning import Learned, LearnedDay
from fuelcalc.models.log import Log, LogDay, LogSource
from fuelcalc.models.notes import Note
from fuelcalc.planning.average import athlete_in_week, average_day, spent_by
from fuelcalc.planning.guards import check_scale, reader_of
from fuelcalc.planning.learning.doubts import (
    FIRST_DAYS,
    Doubted,
    doubted,
    first_dates,
    latest_kg,
    masked_dates,
)
from fuelcalc.planning.learning.standing import check_log, low_mass_notes
from fuelcalc.planning.person import Person, held_pal, person_of
from fuelcalc.planning.sessions.training import Training
from fuelcalc.planning.words import note
from fuelcalc.science import availability, balance
from fuelcalc.science import day as science
from fuelcalc.science.cost import PASS_THROUGH_SD

if TYPE_CHECKING:
    from fuelcalc.science.adaptive import Days, Learning

# By how much more is eaten than logged, with its error: food on a scale, the portions of an app
# (Redman 2014, Capling 2017), and menus of fuelcalc that were eaten as planned; estimates.
_REPORTING: Final[dict[LogSource, tuple[float, float]]] = {
    "weighed": (0.0, 0.03),
    "app": (0.14, 0.10),
    "plan": (0.0, 0.05),
}
# Under so many mornings or days of eating in the last two weeks, equations say more.
_LEAST_MORNINGS, _LEAST_EATEN, _RECENT_DAYS = 3, 5, 14
# What creatine binds within its first days stays as long as it is taken: about a kilogram, an
# estimate.
_CREATINE_SD_KG = 1.0
# A move of daily life by more than this asks for a second look.
_MOST_MOVED_SHARE = 0.25
# By so much a log seems short before both of its numbers are printed.
_WORTH_SHARE = 0.02
_TREND_DAYS = 28
_COMING_DAYS = 7
_MASS_MOVED_SHARE = 0.03


class _Keeping(NamedTuple):
    """How a log was kept: mostly, and what its reporting is expected to be."""

    mostly: LogSource
    share: float
    sd_share: float


class _Read(NamedTuple):
    """A log that was read, with everything that words and figures are made of."""

    person: Person
    kept: Doubted
    source: _Keeping
    learning: "Learning"
    history: "Learning"
    days: "Days"
    sd_kcal: float
    base_kcal: float
    coming_net_kcal: float
    exercise_kcal: float


def learn(athlete: Athlete, log: Log, days: Calendar | Sequence[Day] = ()) -> Learned:
    """
    Learn what somebody spends from a log of morning mass and eating.

    Daily life learns; what the sessions cost hardly moves. What is learned always begins with the
    equations, and never with what was learned before, so that no log counts twice.

    Args:
        athlete: Whose log it is.
        log: As `read_log` gives it.
        days: What was trained and comes, as the plan has it: days with dates or days that repeat; a
            date without one is the average day of the weekly mileage, or a day without sessions.

    Returns:
        The answer with its range; `life` is what a plan takes over, as
        `Athlete(learned=...)`.

    Raises:
        InputError: A guard forbids it, or the log holds nothing.

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
    # What was learned before is no part of what is known before the log.
    alone = athlete.model_copy(update={"learned": None})
    training = Training(alone)
    week = calendar.week_of(calendar.day_on(last) or Day())
    person = person_of(athlete_in_week(training, week), Goal(), last)
    check_scale(person.guards)
    kept = doubted(log.days, mass_kg=athlete.mass_kg, resting_kcal=person.resting.kcal)
    by_log = check_log(athlete, kept.days, date=last)
    low = low_mass_notes(athlete, kept.days, by_log, date=last)
    kept = kept._replace(notes=(*low, *kept.notes))
    return _learned(_read(person, training, calendar, kept))


class _Costs(NamedTuple):
    """What the sessions of a date cost, as they were planned or done."""

    net_kcal: float = 0.0
    exercise_kcal: float = 0.0


def _costs(person: Person, training: Training, calendar: Calendar, date: dt.date) -> _Costs:
    """What the sessions of a date add to it, and what they cost above rest."""
    day = calendar.day_on(date)
    if day is None and not calendar.days and not calendar.repeated:
        day = average_day(person.athlete)
    if day is None:
        return _Costs()
    spent = spent_by(person, training.sessions(person, day))
    return _Costs(sum(spent.net_kcal), spent.exercise_kcal)


def _source_of(days: Sequence[LogDay]) -> _Keeping:
    """How the days were logged: what most of them say, and the mean of all; an app's where none."""
    sources: list[LogSource] = [
        day.source or "app" for day in days if day.intake_kcal is not None
    ] or ["app"]
    known = [_REPORTING[source] for source in sources]
    return _Keeping(
        max(_REPORTING, key=sources.count),
        fmean(share for share, _ in known),
        fmean(sd_share for _, sd_share in known),
    )


def _days_of(
    days: Sequence[LogDay], dates: Sequence[dt.date], training_kcal: Sequence[float]
) -> "Days":
    """A log as the filter takes it: a number a day for each of some dates."""
    import numpy as np

    from fuelcalc.science.adaptive import Days

    by_date = {day.date: day for day in days}
    rows = [by_date.get(date) for date in dates]
    masked, creatine = masked_dates(days), first_dates(days, "creatine")
    return Days(
        mass_kg=np.array([nan if r is None or r.mass_kg is None else r.mass_kg for r in rows]),
        intake_kcal=np.array(
            [nan if r is None or r.intake_kcal is None else r.intake_kcal for r in rows]
        ),
        training_kcal=np.array(training_kcal),
        is_masked=np.array([float(date in masked | creatine) for date in dates]),
        is_new_life=np.array([float(r is not None and r.mask == "new-job") for r in rows]),
        water_sd_kg=np.array(
            [_CREATINE_SD_KG / FIRST_DAYS**0.5 if date in creatine else 0.0 for date in dates]
        ),
    )


def _read(person: Person, training: Training, calendar: Calendar, kept: Doubted) -> _Read:
    """Put the log through the filter."""
    from fuelcalc.science.adaptive import (
        Prior,
        learned_shares,
        smoothed_shares,
        widened_sd_kcal,
    )

    first, last = kept.days[0].date, kept.days[-1].date
    dates = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
    costs = [_costs(person, training, calendar, date) for date in dates]
    source = _source_of(kept.days)
    base_kcal = person.resting.kcal * person.pal
    days = _days_of(kept.days, dates, [one.net_kcal for one in costs])
    prior = Prior(
        base_kcal,
        science.base_sd_kcal(spent_by(person, ())) / base_kcal,
        balance.tissue_kcal_per_kg(fat_kg=person.body.mass_kg - person.body.ffm_kg),
        source.share,
        source.sd_share,
    )
    coming = [last + dt.timedelta(days=n + 1) for n in range(_COMING_DAYS)]
    net_kcal = fmean(_costs(person, training, calendar, date).net_kcal for date in coming)
    exercise_kcal = fmean(one.exercise_kcal for one in costs)
    learning = learned_shares(days, prior)
    tissue, trend = float(prior.tissue_kcal_per_kg), learning.tissue_kg[-_RECENT_DAYS:]
    apart_kcal = tissue * float(trend[-1] - trend[0]) / max(len(trend) - 1, 1)
    variance = (
        (base_kcal * learning.life_sd_share[-1]) ** 2
        + (net_kcal * learning.training_sd_share[-1]) ** 2
        + 2.0 * base_kcal * net_kcal * learning.covariance[-1]
    )
    sd_kcal = widened_sd_kcal(float(variance) ** 0.5, balance_kcal=apart_kcal)
    return _Read(
        person=person,
        kept=kept,
        source=source,
        learning=learning,
        history=smoothed_shares(days, prior),
        days=days,
        sd_kcal=sd_kcal,
        base_kcal=base_kcal,
        coming_net_kcal=net_kcal,
        exercise_kcal=exercise_kcal,
    )


def _is_enough(read: _Read) -> bool:
    """Whether the log says more than the equations alone."""
    import numpy as np

    mornings, eaten = (
        int(np.isfinite(one[-_RECENT_DAYS:]).sum())
        for one in (read.days.mass_kg, read.days.intake_kcal)
    )
    return mornings >= _LEAST_MORNINGS and eaten >= _LEAST_EATEN


def _n_eaten(read: _Read) -> int:
    return sum(day.intake_kcal is not None for day in read.kept.days)


def _life_of(read: _Read, *, is_learned: bool) -> LearnedLife:
    """What a plan takes over: daily life with its error, dates and counts."""
    person, learning = read.person, read.learning
    days = read.kept.days
    share = float(learning.life_share[-1]) if is_learned else 0.0
    sd_kcal = read.sd_kcal
    if not is_learned:
        sd_kcal = science.base_sd_kcal(spent_by(person, ()))
    return LearnedLife(
        daily_life_pal=min(max(person.pal * (1.0 + share), 1.0), 3.0),
        daily_life_sd=min(sd_kcal / person.resting.kcal, 0.5),
        first_date=days[0].date,
        last_date=days[-1].date,
        source=read.source.mostly,
        n_mass=sum(day.mass_kg is not None for day in days),
        n_intake=_n_eaten(read),
    )


def _learned(read: _Read) -> Learned:
    """The answer of a log that was read."""
    person, learning = read.person, read.learning
    is_learned = _is_enough(read)
    life = _life_of(read, is_learned=is_learned)
    training_share = float(learning.training_share[-1]) if is_learned else 0.0
    reporting_share = float(learning.reporting_share[-1])
    estimated = read.base_kcal + read.coming_net_kcal
    spent = estimated
    if is_learned:
        spent = person.resting.kcal * life.daily_life_pal + read.coming_net_kcal * (
            1.0 + training_share
        )
    off = science.RANGE_Z * life.daily_life_sd * person.resting.kcal
    # The equations are off by the day without training and by a tenth of the sessions.
    estimated_off = science.RANGE_Z * hypot(
        science.base_sd_kcal(spent_by(person, ())), PASS_THROUGH_SD * read.coming_net_kcal
    )
    eaten = [day.intake_kcal for day in read.kept.days if day.intake_kcal is not None]
    trend = read.history.tissue_kg[-_TREND_DAYS:]
    moved = life.daily_life_pal / person.pal - 1.0
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
        asks=abs(moved) > _MOST_MOVED_SHARE or read.kept.asks,
        by_day=tuple(_by_day(read)),
        notes=tuple(_notes(read, life, is_learned=is_learned)),
    )


def _regressed_kcal(read: _Read) -> float | None:
    """What a plain line through the last four weeks gives, where they hold enough."""
    import numpy as np

    from fuelcalc.science.adaptive import regressed_kcal

    mass, eaten = read.days.mass_kg[-_TREND_DAYS - 1 :], read.days.intake_kcal[-_TREND_DAYS - 1 :]
    if np.isfinite(mass).sum() < _RECENT_DAYS or np.isfinite(eaten).sum() < _RECENT_DAYS:
        return None
    return regressed_kcal(mass, eaten, tissue_kcal_per_kg=balance.LOSS_KCAL_PER_KG)


def _by_day(read: _Read) -> list[LearnedDay]:
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


def _availability_note(read: _Read) -> list[Note]:
    """Say that what was eaten leaves too little, if the log is complete; of a few days nothing."""
    eaten = [day.intake_kcal for day in read.kept.days if day.intake_kcal is not None]
    if len(eaten) < _LEAST_EATEN:
        return []
    person, low = read.person, availability.LOW_KCAL_PER_KG_FFM
    now = availability.energy_availability_kcal_per_kg_ffm(
        intake_kcal=fmean(eaten) * (1.0 + float(read.learning.reporting_share[-1])),
        exercise_kcal=read.exercise_kcal,
        ffm_kg=person.body.ffm_kg,
    )
    if now >= low:
        return []
    reader = reader_of(person.athlete, age=person.age)
    values = {"now_kcal_per_kg_ffm": now, "limit_kcal_per_kg_ffm": low}
    return [note("log-leaves-little", reader=reader, **values)]


def _notes(read: _Read, life: LearnedLife, *, is_learned: bool) -> list[Note]:
    """What is to be said of the log and of what it taught."""
    person = read.person
    found = [*_availability_note(read), *read.kept.notes]
    if not is_learned:
        found.append(
            note("log-too-short", least_mornings=float(_LEAST_MORNINGS),
                 least_eaten=float(_LEAST_EATEN), days=float(_RECENT_DAYS))
        )  # fmt: skip
        return found
    moved = life.daily_life_pal / person.pal - 1.0
    if abs(moved) > _MOST_MOVED_SHARE:
        found.append(
            note("learned-far", moved_share=abs(moved), way="below" if moved < 0.0 else "above")
        )
    elif moved < 0.0:
        found.append(note("learned-below"))
    if held_pal(life, person.body, resting_kcal=person.resting.kcal) > life.daily_life_pal:
        limit = availability.COVERED_KCAL_PER_KG_FFM
        found.append(note("learned-floor", limit_kcal_per_kg_ffm=limit))
    trend_kg = float(read.learning.tissue_kg[-1])
    is_asked = any(one.code == "log-mass-apart" for one in read.kept.notes)
    if abs(trend_kg / person.athlete.mass_kg - 1.0) > _MASS_MOVED_SHARE and not is_asked:
        found.append(note("mass-moved"))
    return found

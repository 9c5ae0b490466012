"""A log put through the filter: as it is taken, what the sessions cost, and what came of it."""

import datetime as dt
from collections.abc import Sequence
from math import nan
from statistics import fmean
from typing import TYPE_CHECKING, Final, NamedTuple

from fuelcalc.models.calendar import Calendar
from fuelcalc.models.learned import LogSource
from fuelcalc.models.log import LogDay
from fuelcalc.planning.average import average_day, spent_by
from fuelcalc.planning.learning.doubts import FIRST_DAYS, Doubted, first_dates, masked_dates
from fuelcalc.planning.person import Person
from fuelcalc.planning.sessions.training import Training
from fuelcalc.science import balance
from fuelcalc.science import day as science

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
LEAST_MORNINGS, LEAST_EATEN, RECENT_DAYS = 3, 5, 14
# What creatine binds within its first days stays as long as it is taken: about a kilogram, an
# estimate.
_CREATINE_SD_KG = 1.0
_COMING_DAYS = 7


class Keeping(NamedTuple):
    """How a log was kept: mostly, and what its reporting is expected to be."""

    mostly: LogSource
    share: float
    sd_share: float


class FilteredLog(NamedTuple):
    """
    A log that went through the filter, with everything that words and figures are made of.

    *age_days* is how long before the day it is asked on the log ended.
    """

    person: Person
    kept: Doubted
    source: Keeping
    learning: "Learning"
    history: "Learning"
    days: "Days"
    sd_kcal: float
    base_kcal: float
    coming_net_kcal: float
    exercise_kcal: float
    age_days: float

    @property
    def is_enough(self) -> bool:
        """Whether the log says more than the equations alone."""
        import numpy as np

        mornings, eaten = (
            int(np.isfinite(one[-RECENT_DAYS:]).sum())
            for one in (self.days.mass_kg, self.days.intake_kcal)
        )
        return mornings >= LEAST_MORNINGS and eaten >= LEAST_EATEN


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


def _source_of(days: Sequence[LogDay]) -> Keeping:
    """How the days were logged: what most of them say, and the mean of all; an app's where none."""
    sources: list[LogSource] = [
        day.source or "app" for day in days if day.intake_kcal is not None
    ] or ["app"]
    known = [_REPORTING[source] for source in sources]
    return Keeping(
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


def filtered_log(
    person: Person, training: Training, calendar: Calendar, kept: Doubted, *, on: dt.date | None
) -> FilteredLog:
    """
    Put a log through the filter.

    Args:
        person: Whose log it is.
        training: What their sessions cost.
        calendar: What was trained and comes.
        kept: The log as it is learned from.
        on: The day it is asked on, if not the log's last.
    """
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
    asked = last if on is None else max(on, last)
    coming = [asked + dt.timedelta(days=n + 1) for n in range(_COMING_DAYS)]
    net_kcal = fmean(_costs(person, training, calendar, date).net_kcal for date in coming)
    exercise_kcal = fmean(one.exercise_kcal for one in costs)
    learning = learned_shares(days, prior)
    tissue, trend = float(prior.tissue_kcal_per_kg), learning.tissue_kg[-RECENT_DAYS:]
    apart_kcal = tissue * float(trend[-1] - trend[0]) / max(len(trend) - 1, 1)
    variance = (
        (base_kcal * learning.life_sd_share[-1]) ** 2
        + (net_kcal * learning.training_sd_share[-1]) ** 2
        + 2.0 * base_kcal * net_kcal * learning.covariance[-1]
    )
    sd_kcal = widened_sd_kcal(float(variance) ** 0.5, balance_kcal=apart_kcal)
    return FilteredLog(
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
        age_days=float((asked - last).days),
    )

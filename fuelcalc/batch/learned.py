"""What a log taught of the daily life of each row's athlete, as numbers."""

from typing import Any, Final, NamedTuple

import numpy as np

from fuelcalc.batch.rows import Rows
from fuelcalc.models.day import Day
from fuelcalc.models.learned import LearnedLife
from fuelcalc.science.body import Body, LifeThen, life_now
from fuelcalc.science.numeric import Array, Given

_NEEDED: Final = ("daily_life_pal", "daily_life_sd", "first_date", "last_date", "source")


class LifeOfRows(NamedTuple):
    """Daily life over resting energy and its error, each known where a log taught it."""

    pal: Given[Array]
    sd: Given[Array]
    is_held: Array


def life_of(
    rows: Rows, body: Body[Array], *, resting_kcal: Array, is_kept: Array
) -> LifeOfRows | None:
    """
    What logs taught of some rows; None where no row has any of it.

    Rows that lack a part of it, or hold what cannot be, are doubtful.

    Args:
        rows: The rows.
        body: Their athletes.
        resting_kcal: Their resting energy.
        is_kept: 1.0 where no guard forbids to go by a log.
    """
    date = _days(rows, "date")
    names = [f"learned_{name}" for name in LearnedLife.model_fields]
    if not any(name in rows.columns for name in names):
        return None
    pal, sd, n_mass, n_intake, kcal, kg = (
        rows.number(f"learned_{name}", LearnedLife, name)
        for name in ("daily_life_pal", "daily_life_sd", "n_mass", "n_intake",
                     "log_resting_kcal_per_day", "log_mass_kg")
    )  # fmt: skip
    for count in (n_mass, n_intake):
        rows.doubtful |= (count.known > 0.0) & (count.value != np.floor(count.value))
    first, last = (_days(rows, f"learned_{name}") for name in ("first_date", "last_date"))
    rows.word("learned_source", LearnedLife, other="weighed", key="source")
    told = [rows.is_told(f"learned_{name}") for name in _NEEDED]
    has = np.logical_or.reduce([rows.is_told(name) for name in names])
    rows.doubtful |= has & ~np.logical_and.reduce(told)
    rows.doubtful |= has & (last.value < first.value)
    rows.doubtful |= has & (kcal.known != kg.known)
    known = has * is_kept
    ago = np.maximum(date.value - last.value, 0.0) * date.known
    then = LifeThen(pal.value, sd.value, ago, kcal, kg)
    now = life_now(then, body, resting_kcal=resting_kcal)
    return LifeOfRows(Given(now.pal, known), Given(now.sd, known), now.is_held * known)


def _days(rows: Rows, name: str) -> Given[Array]:
    """A column of dates as days since the first of all, each different one read once."""
    series = rows.series(name)
    if series is None:
        return Given(rows.zero, rows.zero)
    return rows.given(rows.each(series, _ordinal))


def _ordinal(value: Any) -> float:
    """A date as a day of them all."""
    date: Any = Day.of(date=value).date
    return float(date.toordinal())

"""Where body mass goes over the next weeks, as a band; never a line, and never a date."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from statistics import fmean
from typing import Final

from fuelcalc.errors import InputError, Span
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.energy import Energy
from fuelcalc.models.learning import Forecast, ForecastWeek
from fuelcalc.models.week_plan import WeekPlan
from fuelcalc.planning.guards import check_scale
from fuelcalc.planning.pause import weeks_paused_after
from fuelcalc.planning.person import Person, person_of
from fuelcalc.planning.physiology import FUELCALCS, Models
from fuelcalc.planning.recommendation import is_low
from fuelcalc.science import balance
from fuelcalc.science import day as science
from fuelcalc.science.forecast import MOST_FORECAST_DAYS, Start, band_of
from fuelcalc.science.sources import SOURCES

USUAL_WEEKS: Final = 12
MOST_WEEKS: Final = MOST_FORECAST_DAYS // 7
MARK_WEEKS: Final = 4
"""So often mass and plan are to be looked at anew."""

SOURCE: Final = SOURCES["forecast"]
LEAST_BMI: Final = 18.5
"""Under it a mass is foreseen upwards only."""


@holds_kinds()
def forecast(
    week: WeekPlan,
    weeks: int = USUAL_WEEKS,
    *,
    then: Sequence[tuple[WeekPlan, int]] = (),
    models: Models | None = None,
) -> Forecast:
    """
    Where body mass may be over the next weeks, if they are like the ones that are planned.

    Args:
        week: The week that is planned now, as `plan_week` gives it.
        weeks: How many weeks like it.
        then: Other weeks that follow, such as those of a taper, each with how many there are.
        models: The equations that the weeks were planned by, where they were not fuelcalc's.

    Returns:
        The 90 % range at the end of each week: from what is spent, how nearly the plan is eaten,
        and the scale. It has no middle. It stops before its lower end comes under a BMI of 18.5,
        unless even that end gains.

    Raises:
        InputError: A guard forbids it, the mass is low or the band at once opens down to where it
            is, the week shows no figures, or there are over 26 weeks.

    >>> from fuelcalc import Plan, plan_week
    >>> athlete = {"sex": "male", "age": 30, "mass": "75 kg", "height": "178 cm"}
    >>> plan = Plan.of(athlete=athlete, week={"sunday": {"runs": ["16 km long 08:00"]}})
    >>> foreseen = forecast(plan_week(plan, menu=False))
    >>> [week.week for week in foreseen.weeks if week.is_mark]
    [4, 8, 12]
    """
    stretches = ((week, weeks), *then)
    n_weeks = sum(count for _, count in stretches)
    if min(count for _, count in stretches) < 1 or n_weeks > MOST_WEEKS:
        raise InputError(
            f"is outside 1 to {MOST_WEEKS}, beyond which the band says nothing",
            argument="weeks",
            value=n_weeks,
            allowed=Span(1, MOST_WEEKS),
            remedy="ask for fewer, and look again then",
        )
    person = person_of(week.athlete, week.goal, week.first, models or FUELCALCS)
    check_scale(person.guards)
    found = _band(person, stretches)
    if not found.weeks:
        raise InputError(
            f"no mass is foreseen at or close to a BMI under {LEAST_BMI} but upwards",
            argument="forecast",
            quote="",
            remedy="plan a surplus first",
        )
    return found


def foreseen(week: WeekPlan, models: Models | None = None) -> Forecast | None:
    """
    Where mass may be after twelve weeks like this one; None where there is nothing to say.

    That is where a guard, a low mass, eating too little now or a race speaks against it, and where
    the plan is one of balance and nothing was learned: the band of an equation alone goes as far
    down as up.
    """
    if week.energy is None or any(day.has_race for day in week.training):
        return None
    person = person_of(week.athlete, week.goal, week.first, models or FUELCALCS)
    if person.guards.scale_forbidden_by is not None:
        return None
    days = _energies(week)
    if any(
        is_low(day.shortfall.energy_availability_kcal_per_kg_ffm) for day in days if day.shortfall
    ):
        return None
    spent = fmean(day.expenditure_kcal for day in days)
    is_level = abs(_lasting_kcal(person, days)) <= balance.MAINTENANCE_SHARE * spent
    if is_level and week.athlete.learned is None:
        return None
    found = _band(person, ((week, USUAL_WEEKS),))
    return found if found.weeks else None


def _band(person: Person, stretches: Sequence[tuple[WeekPlan, int]]) -> Forecast:
    """The band over stretches of weeks, as far as it may be shown: of no week at all, perhaps."""
    days = [_energies(one) for one, _ in stretches]
    counts = [count for _, count in stretches]
    balances = [_lasting_kcal(person, one) for one in days]
    off = fmean(day.expected_high_kg_per_week - day.expected_kg_per_week for day in days[0])
    sd_kcal = off * _tissue_kcal(person) / 7.0 / science.RANGE_Z
    sessions = [_net_kcal(one) for one in days]
    kcal = [one for one, (_, n) in zip(balances, stretches, strict=True) for _ in range(7 * n)]
    week = stretches[0][0]
    dates = [week.first + timedelta(days=place) for place in range(len(kcal))]
    band = band_of(
        _start_of(person, days[0]),
        [
            one if weeks_paused_after(week.athlete, week.goal, date) is None else max(one, 0.0)
            for one, date in zip(kcal, dates, strict=True)
        ],
        [net - sessions[0] for net, n in zip(sessions, counts, strict=True) for _ in range(7 * n)],
        sd_kcal=sd_kcal,
    )
    low, high = band.low_kg[::7], band.high_kg[::7]
    n_shown = n_foreseen(low, height_cm=person.body.height_cm)
    return Forecast(
        low_kg=low[0],
        high_kg=high[0],
        balance_kcal=tuple(balances),
        expenditure_sd_kcal=sd_kcal,
        is_learned=person.learned is not None,
        stops_early=n_shown < sum(counts),
        weeks=tuple(
            ForecastWeek(week=n, low_kg=low[n], high_kg=high[n], is_mark=n % MARK_WEEKS == 0)
            for n in range(1, n_shown + 1)
        ),
    )


def n_foreseen(low_kg: Sequence[float], *, height_cm: float) -> int:
    """
    How many weeks of a band may be shown: those before its lower end is a mass that is too low.

    Where that end never falls, a low mass is foreseen to rise, and all of it may.

    Args:
        low_kg: The lower end at the start and after each week.
        height_cm: Standing height.

    >>> n_foreseen([60.0, 59.0, 58.0, 57.0], height_cm=176.0)
    2
    """
    if all(after >= before for before, after in pairwise(low_kg)):
        return len(low_kg) - 1
    least_kg = LEAST_BMI * (height_cm / 100.0) ** 2
    # Once low it stays unsaid, though a later stretch may lead up again.
    return next((n for n, low in enumerate(low_kg[1:]) if low < least_kg), len(low_kg) - 1)


def _energies(week: WeekPlan) -> list[Energy]:
    """
    The energy of each day.

    Raises:
        InputError: A guard hides it.
    """
    days = [day.energy for day in week.days if day.energy is not None]
    if len(days) < len(week.days):
        raise InputError(
            "shows no figures to foresee a mass from",
            argument="week",
            quote="",
            remedy="its notes say why",
        )
    return days


def _tissue_kcal(person: Person) -> float:
    return balance.tissue_kcal_per_kg(fat_kg=_fat_kg(person))


def _fat_kg(person: Person) -> float:
    return person.body.mass_kg * person.body.body_fat_share


def _lasting_kcal(person: Person, days: Sequence[Energy]) -> float:
    """What is eaten above what is spent, week after week: without what only moves between days."""
    return fmean(day.expected_kg_per_week for day in days) * _tissue_kcal(person) / 7.0


def _net_kcal(days: Sequence[Energy]) -> float:
    """What the sessions of a mean day add."""
    return fmean(sum(session.net_kcal for session in day.sessions) for day in days)


def _start_of(person: Person, days: Sequence[Energy]) -> Start[float]:
    """The body as the day plan has it, spending what the mean day costs."""
    body = person.body
    return Start(
        mass_kg=body.mass_kg,
        height_cm=body.height_cm,
        age_y=body.age_y,
        male=body.male,
        fat_kg=_fat_kg(person),
        resting_kcal=person.resting.kcal,
        expenditure_kcal=fmean(day.expenditure_kcal for day in days),
    )

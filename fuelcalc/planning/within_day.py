"""The day's energy across its hours, from the costs and the clock."""

from collections.abc import Sequence

from fuelcalc.models.within_day import WithinDay
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.clock.frame import as_time
from fuelcalc.planning.energy import Figures
from fuelcalc.science import day as science
from fuelcalc.science.within_day import (
    LIMIT_KCAL,
    STEP_MIN,
    Costs,
    Flow,
    behind_well_kcal,
    by_step_kcal,
    running_balance_kcal,
    spent_by_step_kcal,
    time_below_h,
)


def _sessions(figures: Figures) -> tuple[Flow, ...]:
    """What each session adds, at its place; an average day's have none, and go over all of it."""
    frame = figures.frame
    awake = frame.sleep - frame.wake
    return tuple(
        Flow(session.net_kcal, frame.wake, awake)
        if session.placed_at is None
        else Flow(session.net_kcal, session.placed_at, session.minutes)
        for session in figures.sessions
    )


def _eaten_well_kcal(costs: Costs, expenditure_kcal: float) -> list[float]:
    """The running balance of the same day with what it costs eaten evenly over the waking hours."""
    # Nobody eats at night, so that even the best day runs behind by the morning.
    eaten = by_step_kcal([Flow(expenditure_kcal, costs.wake_min, costs.awake_min)])
    return running_balance_kcal(eaten, spent_by_step_kcal(costs, eaten))


def within_day_of(figures: Figures, feedings: Sequence[Feeding]) -> WithinDay:
    """
    Spread the day's energy over its hours.

    Args:
        figures: Costs and clock of the day.
        feedings: In order, with their portions.
    """
    energy, frame = figures.spent, figures.frame
    costs = Costs(
        resting_kcal=energy.resting_kcal,
        daily_life_kcal=energy.daily_life_kcal,
        digestion_kcal=energy.digestion_kcal,
        wake_min=frame.wake,
        awake_min=frame.sleep - frame.wake,
        sessions=_sessions(figures),
    )
    eaten = by_step_kcal(
        [Flow(feeding.portion.energy_kcal, feeding.minute, feeding.minutes) for feeding in feedings]
    )
    spent = spent_by_step_kcal(costs, eaten)
    balance = running_balance_kcal(eaten, spent)
    well = _eaten_well_kcal(costs, energy.expenditure_kcal)
    shares = (end / energy.expenditure_kcal for end in science.expenditure_range(energy))
    fewest, most = (
        time_below_h(
            behind_well_kcal(running_balance_kcal(eaten, [share * kcal for kcal in spent]), well)
        )
        for share in shares
    )
    lowest = min(balance)
    return WithinDay(
        step_min=STEP_MIN,
        intake_kcal=tuple(eaten),
        expenditure_kcal=tuple(spent),
        balance_kcal=tuple(balance),
        well_kcal=tuple(well),
        limit_kcal=LIMIT_KCAL,
        time_below_limit_h=time_below_h(behind_well_kcal(balance, well)),
        time_below_limit_low_h=fewest,
        time_below_limit_high_h=most,
        lowest_kcal=lowest,
        lowest_at=as_time(STEP_MIN * balance.index(lowest)),
    )

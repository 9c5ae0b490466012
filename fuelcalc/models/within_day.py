"""Energy across the hours of a day."""

from fuelcalc.models.record import Record
from fuelcalc.models.timeline import ClockTime


class WithinDay(Record):
    """
    What comes in, what goes out, and the balance as it runs, by half-hours from midnight.

    Attributes:
        step_min: Length of a step, 30.
        intake_kcal: Eaten in each step, shape (48,); sums to the day's intake.
        expenditure_kcal: Spent in each step, shape (48,); sums to the day's expenditure. How it
            spreads is an estimate.
        balance_kcal: Eaten less spent since midnight, at each edge, shape (49,).
        well_kcal: The same day eaten well: its energy spread evenly over the waking hours, less
            spent since midnight, at each edge, shape (49,); what the night costs is in both.
        limit_kcal: A balance so far below that, or below zero where that is above, counts as a
            deficit within the day.
        time_below_limit_h: How long the balance is below it.
        time_below_limit_low_h: The lower end, by the range of the expenditure.
        time_below_limit_high_h: The upper end, by the range of the expenditure.
        lowest_kcal: Least of the balance, at an edge.
        lowest_at: When that is.
    """

    step_min: float
    intake_kcal: tuple[float, ...]
    expenditure_kcal: tuple[float, ...]
    balance_kcal: tuple[float, ...]
    well_kcal: tuple[float, ...]
    limit_kcal: float
    time_below_limit_h: float
    time_below_limit_low_h: float
    time_below_limit_high_h: float
    lowest_kcal: float
    lowest_at: ClockTime

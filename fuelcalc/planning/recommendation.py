"""Surplus, maintenance or a deficit that was asked for: what is refused, expected and short."""

from math import ceil
from operator import itemgetter
from typing import NamedTuple

from fuelcalc.errors import InputError, Span
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.energy import Recommendation, Shortfall
from fuelcalc.planning.person import Person
from fuelcalc.science import availability, balance, day
from fuelcalc.science.body import Body

# A step up that a stomach notices little, and that a scale shows within two weeks.
STEP_KCAL = 250.0
# From low availability the way up is short: up to 500 kcal more each week.
LARGE_STEP_KCAL = 500.0
# So much left for later is worth a word.
_WORTH_KCAL = 50.0


def recommendation_word(
    targets: day.Intake[float], energy: day.Expenditure[float]
) -> Recommendation:
    """
    What the balance that was planned is called: within 2 % of expenditure maintenance.

    What only moves between the days of a week, or was eaten beyond the plan, is no part of it.
    """
    share = day.planned_share(targets, energy)
    if share > balance.MAINTENANCE_SHARE:
        return "surplus"
    return "deficit" if share < -balance.MAINTENANCE_SHARE else "maintenance"


class Expected(NamedTuple):
    """What a balance does to body mass in a week: its middle, its 90 % range, and on what."""

    balance_kcal: float
    expenditure_sd_kcal: float
    fat_kg: float
    tissue_kcal_per_kg: float
    kg_per_week: float
    low_kg_per_week: float
    high_kg_per_week: float


def expected_change(
    body: Body[float],
    usual: day.Expenditure[float] | day.Mean[float],
    *,
    balance_kcal: float,
) -> Expected:
    """
    The change of body mass that a balance is expected to bring, and how far off it may be.

    Args:
        body: Whose.
        usual: The mean day where it is known, else the day: its error is the same every day,
            and carries the whole range.
        balance_kcal: What is eaten above it, day after day.
    """
    fat_kg = body.mass_kg * body.body_fat_share
    tissue = balance.tissue_kcal_per_kg(fat_kg=fat_kg)
    # Most surpluses are smaller than the error of expenditure: the range tells, not its middle.
    off = day.RANGE_Z * usual.sd_kcal
    middle, low, high = (
        balance.expected_kg_per_week(balance_kcal=kcal, tissue_kcal_per_kg=tissue)
        for kcal in (balance_kcal, balance_kcal - off, balance_kcal + off)
    )
    return Expected(balance_kcal, usual.sd_kcal, fat_kg, tissue, middle, low, high)


def check_deficit(
    goal: Goal,
    body: Body[float],
    energy: day.Expenditure[float],
    mean: day.Mean[float] | None,
    *,
    share: float = 1.0,
) -> None:
    """
    Refuse a deficit beyond what the day, or the mean of the week, allows.

    Args:
        goal: What was asked for.
        body: Who asks.
        energy: What the day costs.
        mean: What the mean day of the week costs, where it is known.
        share: How much of a deficit the day carries.

    Raises:
        InputError: The deficit asked for goes below safe intake, 500 kcal, 20 % of
            expenditure or 0.7 % of body mass a week, or leaves the week less than 35 kcal for
            each kg of fat-free mass a day; the message says the largest allowed.
    """
    asked = goal.balance_kcal
    if asked is None or asked >= 0.0:
        return
    spans: dict[str, day.Expenditure[float] | day.Mean[float]] = {"day": energy}
    spanned = {"day": day.largest_asked_deficit(body, energy, share=share)}
    if mean is not None:
        spans["week"] = mean
        spanned["week"] = day.largest_mean_deficit(body, mean)
    # The day and the week must both allow it, so that the narrower of them answers.
    span, allowed = min(spanned.items(), key=itemgetter(1))
    if -asked <= allowed + 1e-9:
        return
    remedy = (
        f'write "-{int(allowed)} kcal" or a smaller one' if allowed >= 1.0 else "leave balance out"
    )
    raise InputError(
        f"is more than this {span} allows: the largest deficit is {int(allowed)} kcal (safe "
        f"intake {spans[span].safe_intake_kcal:.0f} kcal, and at most 500 kcal, 20 % and 0.7 % of "
        f"body mass a week{_AVAILABILITY if span == 'week' else ''})",
        argument="balance",
        value=asked,
        quote=f"{asked:+.0f} kcal",
        allowed=Span(-float(int(allowed)), None, "kcal"),
        remedy=remedy,
    )


_AVAILABILITY = "; 35 kcal for each kg of fat-free mass have to be left"


def check_usual(
    athlete: Athlete, goal: Goal, energy: day.Expenditure[float] | day.Mean[float]
) -> None:
    """
    Refuse a deficit to somebody who already eats less than that.

    Raises:
        InputError: Usual intake lies below what the deficit would leave.
    """
    usual, asked = athlete.usual_intake_kcal, goal.balance_kcal
    if usual is None or asked is None or asked >= 0.0:
        return
    left = energy.expenditure_kcal + asked
    # Who eats less than that already has a deficit, however it is called.
    if usual < left:
        raise InputError(
            f"would leave {left:.0f} kcal, and a usual intake of {usual:.0f} kcal is below that "
            "already",
            argument="balance",
            value=asked,
            quote=f"{asked:+.0f} kcal",
            remedy="leave balance out to see the way up",
        )


def availability_now(
    person: Person, energy: day.Expenditure[float] | day.Mean[float]
) -> float | None:
    """
    What usual eating leaves for each kg of fat-free mass, in kcal a day.

    None where nobody said what is usually eaten, or a guard hides the figure.

    Args:
        person: Whose usual eating it is.
        energy: The day that it is held against: the week's mean where it is known.
    """
    usual, guards = person.athlete.usual_intake_kcal, person.guards
    if usual is None or not (guards.shows("energy") and guards.shows("availability")):
        return None
    return availability.energy_availability_kcal_per_kg_ffm(
        intake_kcal=usual, exercise_kcal=energy.exercise_kcal, ffm_kg=energy.ffm_kg
    )


def is_low(now: float | None) -> bool:
    """Whether so much is low availability; unknown is not."""
    return now is not None and now < availability.LOW_KCAL_PER_KG_FFM


def held_back_kcal(targets: day.Intake[float]) -> float:
    """
    What a first step leaves of a day's cost for later; 0.0 where that is hardly a bite.

    A surplus that is left out is no matter on the way up, and what finds no room is another thing.
    """
    held = min(targets.behind_kcal, -targets.balance_kcal) - targets.left_kcal
    return held if held >= _WORTH_KCAL else 0.0


def shortfall_of(
    person: Person,
    energy: day.Expenditure[float] | day.Mean[float],
    targets: day.Intake[float],
    *,
    wanted_kcal: float,
) -> Shortfall | None:
    """
    How far usual eating falls short, with steps up to the plan.

    One number is today's. Where today is a first step, it is the first, and those that follow lead
    to all that such a day costs, by at most 500 kcal each. Where all of it is within a first step
    from low availability there are none. Else they are of at most 250 kcal, from usual eating on.

    Args:
        person: Whose usual eating it is.
        energy: The day that it is held against: the week's mean where it is known.
        targets: What to eat today.
        wanted_kcal: What should be eaten on such a day.
    """
    usual = person.athlete.usual_intake_kcal
    if usual is None or usual >= wanted_kcal:
        return None
    held_kcal = held_back_kcal(targets)
    steps: tuple[float, ...] = ()
    if held_kcal > 0.0:
        steps = _steps_from(targets.energy_kcal, targets.energy_kcal + held_kcal)
    elif not is_low(availability_now(person, energy)):
        steps = _small_steps(usual, wanted_kcal)
    return Shortfall(
        usual_intake_kcal=usual,
        shortfall_kcal=wanted_kcal - usual,
        energy_availability_kcal_per_kg_ffm=availability.energy_availability_kcal_per_kg_ffm(
            intake_kcal=usual, exercise_kcal=energy.exercise_kcal, ffm_kg=energy.ffm_kg
        ),
        steps_kcal=steps,
    )


def _small_steps(usual_kcal: float, wanted_kcal: float) -> tuple[float, ...]:
    """Steps of 250 kcal, the last of what is left."""
    steps: list[float] = []
    reached = usual_kcal
    while reached < wanted_kcal:
        reached = min(reached + STEP_KCAL, wanted_kcal)
        steps.append(reached)
    return tuple(steps)


def _steps_from(first_kcal: float, wanted_kcal: float) -> tuple[float, ...]:
    """The first step, then even ones of at most 500 kcal."""
    n_steps = ceil((wanted_kcal - first_kcal) / LARGE_STEP_KCAL)
    rises = ((wanted_kcal - first_kcal) * n / n_steps for n in range(1, n_steps))
    return (first_kcal, *(first_kcal + rise for rise in rises), wanted_kcal)

"""Surplus, maintenance or a deficit that was asked for: what is refused, expected and short."""

from operator import itemgetter

from fuelcalc.errors import InputError, Span
from fuelcalc.models.athlete import Athlete, Goal
from fuelcalc.models.energy import Recommendation, Shortfall
from fuelcalc.science import availability, balance, day

# A step up that a stomach notices little, and that a scale shows within two weeks.
STEP_KCAL = 250.0


def recommendation_word(
    targets: day.Intake[float], energy: day.Expenditure[float]
) -> Recommendation:
    """What the balance is called: within 2 % of expenditure it is maintenance."""
    share = targets.balance_kcal / energy.expenditure_kcal
    if share > balance.MAINTENANCE_SHARE:
        return "surplus"
    return "deficit" if share < -balance.MAINTENANCE_SHARE else "maintenance"


def expected_kg_per_week(balance_kcal: float) -> float:
    """The change of body mass that a balance is expected to bring, give or take 30 %."""
    if balance_kcal >= 0.0:
        return balance.gain_kg_per_week(surplus_kcal=balance_kcal)
    return 7.0 * balance_kcal / balance.LOSS_KCAL_PER_KG


def check_deficit(
    goal: Goal,
    body: day.Body[float],
    energy: day.Expenditure[float],
    mean: day.Mean[float] | None,
) -> None:
    """
    Refuse a deficit beyond what the day, or the mean of the week, allows.

    Raises:
        InputError: The deficit asked for goes below safe intake, 500 kcal, 20 % of
            expenditure or 0.7 % of body mass a week; the message says the largest allowed.
    """
    asked = goal.balance_kcal
    if asked is None or asked >= 0.0:
        return
    spans: dict[str, day.Expenditure[float] | day.Mean[float]] = {"day": energy}
    if mean is not None:
        spans["week"] = mean
    span, allowed = min(
        ((name, day.largest_deficit(body, spent)) for name, spent in spans.items()),
        key=itemgetter(1),
    )
    if -asked <= allowed + 1e-9:
        return
    remedy = f'write "-{int(allowed)} kcal" or less' if allowed >= 1.0 else "leave balance out"
    raise InputError(
        f"is more than this {span} allows: the largest deficit is {int(allowed)} kcal (safe "
        f"intake {spans[span].safe_intake_kcal:.0f} kcal, and at most 500 kcal, 20 % and 0.7 % of "
        "body mass a week)",
        argument="balance",
        value=asked,
        quote=f"{asked:+.0f} kcal",
        allowed=Span(-float(int(allowed)), None, "kcal"),
        remedy=remedy,
    )


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
    if usual < left:
        raise InputError(
            f"would leave {left:.0f} kcal, and a usual intake of {usual:.0f} kcal is below that "
            "already",
            argument="balance",
            value=asked,
            quote=f"{asked:+.0f} kcal",
            remedy="leave balance out to see the way up",
        )


def check_loading(goal: Goal, loading: float) -> None:
    """
    Refuse a deficit on the day that loads carbohydrate for a long race.

    Raises:
        InputError: Both are asked for.
    """
    if loading > 0.0 and goal.balance_kcal is not None and goal.balance_kcal < 0.0:
        raise InputError(
            "does not go with loading carbohydrate for tomorrow's race",
            argument="balance",
            value=goal.balance_kcal,
            quote=f"{goal.balance_kcal:+.0f} kcal",
            remedy="leave balance out on this day",
        )


def shortfall_of(
    athlete: Athlete, energy: day.Expenditure[float] | day.Mean[float], *, wanted_kcal: float
) -> Shortfall | None:
    """
    How far usual eating falls short, with steps of at most 250 kcal up to the plan.

    Args:
        athlete: Whose usual eating it is.
        energy: The day that it is held against: the week's mean where it is known.
        wanted_kcal: What should be eaten on such a day.
    """
    usual, wanted = athlete.usual_intake_kcal, wanted_kcal
    if usual is None or usual >= wanted:
        return None
    steps: list[float] = []
    reached = usual
    while reached < wanted:
        reached = min(reached + STEP_KCAL, wanted)
        steps.append(reached)
    present = availability.energy_availability_kcal_per_kg_ffm(
        intake_kcal=usual, exercise_kcal=energy.exercise_kcal, ffm_kg=energy.ffm_kg
    )
    return Shortfall(
        usual_intake_kcal=usual,
        shortfall_kcal=wanted - usual,
        energy_availability_kcal_per_kg_ffm=present,
        steps_kcal=tuple(steps),
    )

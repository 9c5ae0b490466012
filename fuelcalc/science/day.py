"""
All the arithmetic of a day, once: what it costs, its balance, its targets.

The same code serves one athlete (floats) and a million (arrays of one shape). Categories come
in as numbers, a flag as 1.0 or 0.0; what may be unknown is a `Given`.
"""

from collections.abc import Sequence
from typing import Any, Generic, NamedTuple

from fuelcalc.science import availability, balance, carbohydrate, daily, fat, fluid, protein
from fuelcalc.science.body import Body
from fuelcalc.science.cost import PASS_THROUGH_SD, SessionCost
from fuelcalc.science.numeric import UNKNOWN, Given, N, at_least, known_or, least, most, power, ramp
from fuelcalc.science.own_amounts import NOTHING_ASKED, OwnAmounts, is_asked, own_shares
from fuelcalc.science.sessions import Session
from fuelcalc.science.sources import SOURCES, explains
from fuelcalc.science.waking import DAY_MIN

RANGE_Z = 1.645
"""Standard deviations in a 90 % range, to each side."""


# Defaults of fields that hold numbers or arrays; a plain 0.0 goes with both.
_NONE: Any = 0.0
# A share so small is none.
_HAIR = 1e-9
# Sessions of 75 to 105 min turn a day of loading into one that keeps its protein.
_LONG_DAY_MIN = (105.0, 75.0)


class Aim(NamedTuple, Generic[N]):
    """
    What for, as numbers.

    *floor_share* is a surplus that a guard asks for at least, *most_sodium_mg* its ceiling.
    *usual_kcal* is what is eaten on a usual day now, and *usual_availability* what that leaves for
    each kg of fat-free mass: unknown where nobody said, or a guard hides it. *loading* is how far
    the day loads carbohydrate for a race, *eve* how far it is the last before one, and
    *least_g_per_kg* the carbohydrate that the race, or yesterday's, asks for. *repaid_kcal* is
    what earlier days left. *own* is what is asked for of each macronutrient, and *injured* 1.0
    where protein is held however short energy is. *shared_kcal* is what the other days of a week
    that is shared evenly give to this one; below 0 it is what this one gives.
    """

    build: N
    experience_factor: N
    season_factor: N
    mileage_factor: N
    weekly_net_kcal: Given[N]
    asked_kcal: Given[N]
    floor_share: N
    loading: N
    most_sodium_mg: Given[N] = UNKNOWN
    usual_kcal: Given[N] = UNKNOWN
    usual_availability: Given[N] = UNKNOWN
    eve: N = _NONE
    least_g_per_kg: N = _NONE
    repaid_kcal: N = _NONE
    own: OwnAmounts[N] = NOTHING_ASKED
    injured: N = _NONE
    shared_kcal: N = _NONE


class Expenditure(NamedTuple, Generic[N]):
    """What the day costs; `net` and `net_of_rest` have one entry a session."""

    resting_kcal: N
    resting_sd_share: N
    pal: N
    daily_life_kcal: N
    digestion_kcal: N
    net_kcal: tuple[N, ...]
    net_of_rest_kcal: tuple[N, ...]
    exercise_kcal: N
    expenditure_kcal: N
    sd_kcal: N
    ffm_kg: N
    safe_intake_kcal: N
    life_sd: Given[N] = UNKNOWN


class Mean(NamedTuple, Generic[N]):
    """What the mean day of a week costs; `net` is what its sessions add, in one sum."""

    net_kcal: N
    exercise_kcal: N
    expenditure_kcal: N
    safe_intake_kcal: N
    ffm_kg: N
    sd_kcal: N


class Intake(NamedTuple, Generic[N]):
    """
    What to eat and drink; energy is what the macronutrients give.

    The balance is net of *behind_kcal*, which is planned but left uneaten today: *left_kcal* of
    it because no meal holds it, the rest for a first step. It holds *repaid_kcal*, what earlier
    days left, *shared_kcal*, what other days of the week give, and *over_kcal*, what was eaten
    beyond the plan.
    """

    balance_kcal: N
    surplus_kcal: N
    raised_kcal: N
    energy_kcal: N
    protein_g: N
    carbohydrate_g: N
    fat_g: N
    fibre_g: N
    sodium_mg: N
    reference_mass_kg: N
    need_g: N
    availability_kcal_per_kg_ffm: N
    behind_kcal: N = _NONE
    left_kcal: N = _NONE
    repaid_kcal: N = _NONE
    shared_kcal: N = _NONE
    over_kcal: N = _NONE


def total(values: Sequence[N], *, like: N) -> N:
    """
    The sum of a sequence that may be empty, in the shape of *like*.

    >>> total([1.0, 2.0], like=0.0)
    3.0
    """
    result: N = 0.0 * like
    for value in values:
        result = result + value
    return result


class NetCost(NamedTuple, Generic[N]):
    """What a session adds to the day, and what it costs above rest, in kcal."""

    net_kcal: N
    net_of_rest_kcal: N


def net_cost(session: Session[N] | SessionCost[N], *, resting_kcal: N, pal: N) -> NetCost[N]:
    """What a session costs beyond the life, and beyond the rest, that it displaces."""
    return NetCost(
        net_kcal=net_kcal(session, of_kcal_per_day=resting_kcal * pal),
        net_of_rest_kcal=net_kcal(session, of_kcal_per_day=resting_kcal),
    )


def net_kcal(session: Session[N] | SessionCost[N], *, of_kcal_per_day: N) -> N:
    """What a session costs beyond what those minutes would have cost at that daily rate."""
    return session.gross_kcal - of_kcal_per_day * session.duration_min / DAY_MIN


def _base_variance(*, resting_kcal: N, resting_sd_share: N, pal: N, life_sd: Given[N]) -> N:
    """The variance of a day without sessions, in kcal squared; learned as a whole, or in parts."""
    learned = Given((life_sd.value * resting_kcal) ** 2, life_sd.known)
    parts = (resting_sd_share * (resting_kcal * pal)) ** 2 + (daily.PAL_SD * resting_kcal) ** 2
    return known_or(learned, parts)


def base_sd_kcal(spent: Expenditure[N]) -> N:
    """The standard deviation of a day's expenditure without its sessions, in kcal."""
    variance = _base_variance(
        resting_kcal=spent.resting_kcal,
        resting_sd_share=spent.resting_sd_share,
        pal=spent.pal,
        life_sd=spent.life_sd,
    )
    return power(variance, 0.5)


def mean_expenditure_kcal(spent: Expenditure[N], aim: Aim[N]) -> N:
    """What the mean day of the week costs, in kcal; where that is unknown, this day."""
    of_week = spent.resting_kcal * spent.pal + aim.weekly_net_kcal.value
    return known_or(Given(of_week, aim.weekly_net_kcal.known), spent.expenditure_kcal)


@explains(
    exercise_kcal=("sum of what sessions cost above rest", SOURCES["factorial"]),
    digestion_kcal=("0.10 x resting x PAL", SOURCES["factorial"]),
    expenditure_kcal=("resting + daily life + digestion + sum of net", SOURCES["factorial"]),
)
def energy(
    body: Body[N],
    *,
    resting_kcal: N,
    resting_sd_share: N,
    pal: N,
    runs: Sequence[Session[N]] | Sequence[SessionCost[N]],
    others: Sequence[Session[N]] | Sequence[SessionCost[N]],
) -> Expenditure[N]:
    """
    What the day costs, itemised, with nothing counted twice.

    Args:
        body: Who.
        resting_kcal: From `body.resting_energy`.
        resting_sd_share: From `body.resting_energy`.
        pal: From `body.pal_without_training`.
        runs: Their errors add up, because they share one runner's economy.
        others: Lifts and everything else, in the order of the day after the runs.

    Returns:
        The parts; the standard deviation is in kcal.

    Source: estimate, the factorial method; see `sources.SOURCES["factorial"]`.
    """
    base = resting_kcal * pal
    # The base has digestion in it already: here it is told apart, and never added.
    digestion = daily.DIGESTION_SHARE * base
    sessions: list[Session[N] | SessionCost[N]] = list(runs)
    sessions.extend(others)
    costs = [net_cost(s, resting_kcal=resting_kcal, pal=pal) for s in sessions]
    net_of_rest = tuple([cost.net_of_rest_kcal for cost in costs])
    net = tuple([cost.net_kcal for cost in costs])
    added = total(net, like=base)
    variance = (
        _base_variance(
            resting_kcal=resting_kcal,
            resting_sd_share=resting_sd_share,
            pal=pal,
            life_sd=body.life_sd,
        )
        # One equation errs alike on every run, so their errors add; others are off by themselves.
        + total([s.sd_kcal for s in runs], like=base) ** 2
        + total([s.sd_kcal**2 for s in others], like=base)
        + (PASS_THROUGH_SD * added) ** 2
    )
    # Availability counts what is above rest, the day what is above the life that it displaces.
    exercise = total(net_of_rest, like=base)
    ffm_kg = body.ffm_kg
    return Expenditure(
        resting_kcal=resting_kcal,
        resting_sd_share=resting_sd_share,
        pal=pal,
        daily_life_kcal=base - resting_kcal - digestion,
        digestion_kcal=digestion,
        net_kcal=net,
        net_of_rest_kcal=net_of_rest,
        exercise_kcal=exercise,
        expenditure_kcal=base + added,
        sd_kcal=power(variance, 0.5),
        ffm_kg=ffm_kg,
        safe_intake_kcal=availability.safe_intake_kcal(
            exercise_kcal=exercise, ffm_kg=ffm_kg, resting_kcal=resting_kcal
        ),
        life_sd=body.life_sd,
    )


@explains(
    surplus_kcal=("10 % of mean expenditure x experience x season x mileage", SOURCES["surplus"]),
    lean_surplus_kcal=(
        "at least 5 % of mean expenditure, since body mass or fat is low",
        SOURCES["surplus"],
    ),
    no_surplus_kcal=("none is asked for: intake meets expenditure", SOURCES["factorial"]),
    asked_kcal=("asked for", SOURCES["surplus"]),
    asked_deficit_kcal=("asked for, within the largest that is allowed", SOURCES["deficit"]),
)
def recommended_balance(body: Body[N], spent: Expenditure[N], aim: Aim[N]) -> tuple[N, N]:
    """
    The balance that the day is planned on, and the surplus behind it, in kcal.

    A balance asked for by hand wins; a guard's least surplus holds where none was asked.
    """
    weekly_mean = mean_expenditure_kcal(spent, aim)
    surplus = aim.build * balance.surplus_kcal(
        weekly_mean_kcal=weekly_mean,
        mass_kg=body.mass_kg,
        experience_factor=aim.experience_factor,
        season_factor=aim.season_factor,
        mileage=aim.mileage_factor,
    )
    surplus = most(surplus, aim.floor_share * weekly_mean)
    return known_or(aim.asked_kcal, surplus), surplus


def _session_food(sessions: Sequence[Session[N]], *, like: N) -> fat.SessionFood[N]:
    """What is eaten during the sessions."""
    return fat.SessionFood(
        carbohydrate_g=total([s.during_carbohydrate_g for s in sessions], like=like),
        protein_g=total([s.during_protein_g for s in sessions], like=like),
    )


def _need_g(
    aim: Aim[N], sessions: Sequence[Session[N]], reference_kg: N, on_the_way: fat.SessionFood[N]
) -> N:
    """The least carbohydrate that training and races ask for."""
    return carbohydrate.need_g(
        reference_mass_kg=reference_kg,
        sessions_g=total([s.carbohydrate_g for s in sessions], like=reference_kg),
        session_food_g=on_the_way.carbohydrate_g,
        least_g_per_kg=aim.least_g_per_kg + 0.0 * reference_kg,
        loading=aim.loading,
    )


def _protein_g(
    body: Body[N],
    spent: Expenditure[N],
    aim: Aim[N],
    sessions: Sequence[Session[N]],
    *,
    wanted_kcal: N,
) -> N:
    """The protein that is wanted, before anything gives way; food on the move stands beside it."""
    # Loading makes room by protein, but not on a day that has to be recovered from.
    rests = 1.0 + 0.0 * body.mass_kg
    for session in sessions:
        rests = least(rests, ramp(session.duration_min, *_LONG_DAY_MIN))
    per_kg = protein.protein_g_per_kg(
        deficit_share=most(-wanted_kcal, 0.0) / spent.expenditure_kcal,
        vegan=body.vegan,
        loading=aim.loading * rests,
    )
    reference_kg = body.reference_mass_kg
    return protein.with_session_food_g(
        protein_g=reference_kg * per_kg,
        session_g=_session_food(sessions, like=body.mass_kg).protein_g,
        reference_mass_kg=reference_kg,
    )


def _held_back_kcal(spent: Expenditure[N], aim: Aim[N], planned: N) -> N:
    """What a first step up from low availability leaves out today."""
    return aim.usual_availability.known * availability.held_back_kcal(
        planned_kcal=planned,
        usual_kcal=aim.usual_kcal.value,
        usual_availability=aim.usual_availability.value,
        ffm_kg=spent.ffm_kg,
        safe_kcal=spent.safe_intake_kcal,
    )


@explains(
    intake_kcal=("expenditure + balance", SOURCES["factorial"]),
)
def targets(
    body: Body[N], spent: Expenditure[N], aim: Aim[N], sessions: Sequence[Session[N]]
) -> Intake[N]:
    """
    The day's energy and macronutrients, which add up to it, with fibre and sodium.

    Fluid depends on the clock as well and is summed by whoever knows it.

    Source: estimate; see `fat.macronutrient_shares`.
    """
    wanted, surplus = recommended_balance(body, spent, aim)
    reference_kg = body.reference_mass_kg
    on_the_way = _session_food(sessions, like=body.mass_kg)
    need = _need_g(aim, sessions, reference_kg, on_the_way)
    # What other days owe or share comes before macronutrients, which have to hold it too.
    planned = spent.expenditure_kcal + wanted + aim.repaid_kcal + aim.shared_kcal
    held = _held_back_kcal(spent, aim, planned)
    shares = fat.macronutrient_shares(
        energy_kcal=planned - held,
        protein_g=_protein_g(body, spent, aim, sessions, wanted_kcal=wanted),
        least_protein_g_per_kg=protein.collision_g_per_kg(injured=aim.injured),
        need_g=need,
        reference_mass_kg=reference_kg,
        loading=aim.loading,
        session_food=on_the_way,
    )
    if is_asked(aim.own):
        # A wish moves what was allocated, so that floors and the need of training stand first.
        meals = fat.Meals(shares.energy_kcal, reference_kg, aim.loading, need, on_the_way)
        shares = own_shares(shares, meals, aim.own)
    available = availability.energy_availability_kcal_per_kg_ffm(
        intake_kcal=shares.energy_kcal, exercise_kcal=spent.exercise_kcal, ffm_kg=spent.ffm_kg
    )
    sweated = total([s.fluids.sweat_sodium_mg for s in sessions], like=body.mass_kg)
    return Intake(
        balance_kcal=shares.energy_kcal - spent.expenditure_kcal,
        surplus_kcal=surplus,
        # What a first step holds back makes room for what protein and training need.
        raised_kcal=most(shares.raised_kcal - held, 0.0),
        energy_kcal=shares.energy_kcal,
        protein_g=shares.protein_g,
        carbohydrate_g=shares.carbohydrate_g,
        fat_g=shares.fat_g,
        fibre_g=fat.fibre_g(energy_kcal=shares.energy_kcal, eve=aim.eve),
        sodium_mg=known_or(aim.most_sodium_mg, fluid.day_sodium_mg(sweat_sodium_mg=sweated)),
        reference_mass_kg=reference_kg,
        need_g=need,
        availability_kcal_per_kg_ffm=available,
        behind_kcal=most(held - shares.raised_kcal, 0.0) + shares.behind_kcal,
        left_kcal=shares.behind_kcal,
        repaid_kcal=aim.repaid_kcal + 0.0 * reference_kg,
        shared_kcal=aim.shared_kcal + 0.0 * reference_kg,
        over_kcal=0.0 * reference_kg,
    )


def largest_deficit(body: Body[N], spent: Expenditure[N] | Mean[N]) -> N:
    """The largest deficit that a day, or the mean day, may have, in kcal; 0 when none may."""
    return most(
        balance.largest_deficit_kcal(
            expenditure_kcal=spent.expenditure_kcal,
            safe_kcal=spent.safe_intake_kcal,
            mass_kg=body.mass_kg,
        ),
        0.0,
    )


def largest_asked_deficit(body: Body[N], spent: Expenditure[N], *, share: N) -> N:
    """
    The largest deficit to ask for, where the day carries but a share of it, in kcal.

    By mass and in kcal it is the same whatever the day carries; by its own limits what it does.

    Args:
        body: Who asks.
        spent: What the day costs.
        share: From `balance.deficit_share`.

    Source: estimate, as `balance.largest_deficit_kcal`.
    """
    ever = balance.largest_deficit_kcal(
        expenditure_kcal=0.0 * body.mass_kg + float("inf"),
        safe_kcal=0.0 * body.mass_kg,
        mass_kg=body.mass_kg,
    )
    part = least(ever, largest_deficit(body, spent) / most(share, _HAIR))
    return known_or(Given(ever, at_least(-share, 0.0)), part)


def planned_share(intake: Intake[N], spent: Expenditure[N]) -> N:
    """
    The balance that was planned over expenditure, whatever only moves between days left out.

    Args:
        intake: From `targets`.
        spent: The day's energy.
    """
    moved_kcal = intake.shared_kcal + intake.over_kcal
    return (intake.balance_kcal + intake.behind_kcal - moved_kcal) / spent.expenditure_kcal


def largest_mean_deficit(body: Body[N], mean: Mean[N]) -> N:
    """
    The largest deficit that the mean day of a week may have, in kcal; 0 when none may.

    Source: estimate, after Loucks & Thuma 2003, doi:10.1210/jc.2002-020369, and IOC 2023.
    """
    held = mean.exercise_kcal + availability.CAUTION_KCAL_PER_KG_FFM * mean.ffm_kg
    return most(least(largest_deficit(body, mean), mean.expenditure_kcal - held), 0.0)


def expenditure_range(spent: Expenditure[N]) -> tuple[N, N]:
    """The 90 % range of the day's expenditure, in kcal."""
    half = RANGE_Z * spent.sd_kcal
    return most(spent.expenditure_kcal - half, 0.0), spent.expenditure_kcal + half

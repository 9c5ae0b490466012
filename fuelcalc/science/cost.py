"""What one session costs, and by how much that may be off."""

from collections.abc import Sequence
from typing import Generic, NamedTuple

from fuelcalc.science.lifting import (
    MET_SD_SHARE,
    USUAL_FFM_SHARE,
    combined_net_kcal,
    load_kcal,
    lytle_net_kcal,
    lytle_trust,
    met_gross_kcal,
)
from fuelcalc.science.numeric import Given, N, blend, known_or, most, power, ramp
from fuelcalc.science.running import (
    EQUATIONS,
    Stretch,
    economy_from_vdot,
    run_sd_share,
    stretch_ground_w_per_kg,
    with_air_w_per_kg,
)
from fuelcalc.science.sources import KCAL_J, Equation
from fuelcalc.science.waking import DAY_MIN

PASS_THROUGH_SD = 0.10
"""Error of adding sessions whole: digestion adds to them, compensation takes away."""


class SessionCost(NamedTuple, Generic[N]):
    """What a session costs, and by how much that may be off."""

    duration_min: N
    gross_kcal: N
    sd_kcal: N


class _RunSums(NamedTuple, Generic[N]):
    """What the stretches of a run add up to; the last two are weighted by time."""

    seconds: N
    kcal: N
    ground: N
    steepness: N


def _run_sums(
    stretches: Sequence[Stretch[N]], *, equation: Equation, economy: N, carried_kg: N
) -> tuple[_RunSums[N], Sequence[N]]:
    """Cost every stretch on its own and add up; the second is what each of them costs."""
    none: N = 0.0 * carried_kg
    sums = _RunSums(none, none, none, none)
    costs = []
    # Each at its own speed, since power rises faster than speed: by their mean, intervals read low.
    for stretch in stretches:
        ground = stretch_ground_w_per_kg(stretch, equation=equation, economy=economy)
        watts = with_air_w_per_kg(ground, stretch)
        kcal = watts * carried_kg * stretch.duration_s / KCAL_J
        grade = 0.5 * (abs(stretch.grade_up) + abs(stretch.grade_down))
        costs.append(kcal)
        sums = _RunSums(
            seconds=sums.seconds + stretch.duration_s,
            kcal=sums.kcal + kcal,
            ground=sums.ground + ground * stretch.duration_s,
            steepness=sums.steepness + grade * stretch.duration_s,
        )
    return sums, costs


class RunCost(NamedTuple, Generic[N]):
    """What a run costs, its power over the ground, and what each of its stretches costs."""

    cost: SessionCost[N]
    ground_w_per_kg: N
    stretches_kcal: Sequence[N]


def run_cost(
    stretches: Sequence[Stretch[N]],
    *,
    equation: Equation,
    mass_kg: N,
    pack_kg: N,
    economy: Given[N],
    vdot: Given[N],
    rough: N,
) -> RunCost[N]:
    """
    What a run costs, stretch by stretch: each at its own speed and grade.

    Args:
        stretches: In any order; their times add up to the run.
        equation: One of `running.EQUATIONS`.
        mass_kg: Body mass.
        pack_kg: Load carried.
        economy: The runner's own cost over the average runner's, where it was measured.
        vdot: From a race result, which says what economy is likely.
        rough: 1.0 for trails, sand and intervals: a wider error.

    Returns:
        The whole, its power over the ground, and what each stretch costs.

    Source: Looney et al. 2025, doi:10.1007/s00421-025-05999-5, by default.
    """
    average: N = 0.0 * mass_kg + 1.0
    likely = known_or(Given(economy_from_vdot(vdot=vdot.value), vdot.known), average)
    sums, stretches_kcal = _run_sums(
        stretches,
        equation=equation,
        economy=known_or(economy, likely),
        # A pack costs what so much body does, or a little more, which its wider error holds.
        carried_kg=mass_kg + pack_kg,
    )
    seconds = most(sums.seconds, 1e-9)
    sd_share = run_sd_share(
        mean_grade=sums.steepness / seconds,
        rough=rough,
        pack_share=pack_kg / mass_kg,
        economy_known=economy.known,
        vdot_known=vdot.known,
    )
    sd_kcal = sd_share * sums.kcal
    if equation.least_sd_share > 0.0:
        # Choosing an older equation by name makes nobody surer than the tested one does.
        usual = run_cost(
            stretches,
            equation=EQUATIONS["looney"],
            mass_kg=mass_kg,
            pack_kg=pack_kg,
            economy=economy,
            vdot=vdot,
            rough=rough,
        ).cost
        sd_kcal = most(sd_kcal, equation.least_sd_share * sums.kcal)
        sd_kcal = most(sd_kcal, least_sd_kcal(usual, gross_kcal=sums.kcal))
    cost = SessionCost(sums.seconds / 60.0, sums.kcal, sd_kcal)
    return RunCost(cost, sums.ground / seconds, stretches_kcal)


def least_sd_kcal(usual: SessionCost[N], *, gross_kcal: N) -> N:
    """
    The error of a session by an equation that nobody tested, so that a day's is not narrower.

    Args:
        usual: What it costs by the usual equation.
        gross_kcal: What it costs by the other.

    Returns:
        Standard deviation in kcal. It makes up for what a smaller cost takes from the error of
        adding it to the day.

    Source: estimate, so that no range is narrower than without that equation.

    >>> round(least_sd_kcal(SessionCost(60.0, 600.0, 48.0), gross_kcal=600.0), 6)
    48.0
    """
    added = PASS_THROUGH_SD**2 * (usual.gross_kcal**2 - gross_kcal**2)
    return power(most(usual.sd_kcal**2 + added, 0.0), 0.5)


def lift_cost(
    *,
    met: N,
    duration_min: N,
    n_sets: N,
    n_reps: N,
    volume_kg: N,
    mass_kg: N,
    height_cm: N,
    age_y: N,
    body_fat_share: N,
    resting_kcal: N,
    pal: N,
) -> SessionCost[N]:
    """
    What a lift costs, by its MET, or by MET and volume together where the volume is known.

    Args:
        met: From `lifting.STYLE_MET`, `lifting.sets_met` or `lifting.COMPENDIUM_MET`.
        duration_min: Whole session, rests included.
        n_sets: Working sets, 0 when unknown or unlike those that Lytle measured.
        n_reps: Repetitions of all sets, 0 where the load of any is unknown.
        volume_kg: Repetitions times load over all sets, 0 when unknown.
        mass_kg: Body mass.
        height_cm: Standing height.
        age_y: Age.
        body_fat_share: Body fat, 0 to 1.
        resting_kcal: Resting energy a day.
        pal: Daily life without training over resting energy.

    Source: estimate, 2024 Compendium and Lytle 2019, doi:10.1249/MSS.0000000000001925.
    """
    rest_kcal = resting_kcal * duration_min / DAY_MIN
    ffm_kg = mass_kg * (1.0 - body_fat_share)
    # By the mass that lifts: by whole mass a MET read 15 to 60 % high, more the fatter the lifter.
    met_kcal = met_gross_kcal(met=met, mass_kg=ffm_kg / USUAL_FFM_SHARE, duration_min=duration_min)
    by_met = most(met_kcal - rest_kcal, 0.0)
    by_load = load_kcal(volume_kg=volume_kg, n_reps=n_reps, mass_kg=mass_kg)
    by_met_and_load = most(met_kcal - rest_kcal + by_load, 0.0)
    lytle = lytle_net_kcal(
        height_cm=height_cm,
        age_y=age_y,
        fat_kg=mass_kg * body_fat_share,
        lean_kg=ffm_kg,
        volume_kg=volume_kg,
    )
    trust = lytle_trust(n_sets=n_sets, duration_min=duration_min, volume_kg=volume_kg)
    # A first kilogram that is written down must not move the energy by a step.
    trust = trust * ramp(volume_kg, 0.0, 1000.0)
    net, sd = combined_net_kcal(met_net_kcal=by_met, lytle_kcal=lytle, trust=trust)
    # Lytle's line has the load in it; outside his study the load moves the MET figure.
    net = net + (1.0 - trust) * (by_met_and_load - by_met)
    gross = net + rest_kcal
    displaced_sd = MET_SD_SHARE * most(gross - pal * rest_kcal, 0.0)
    return SessionCost(duration_min, gross, blend(displaced_sd, sd, trust))

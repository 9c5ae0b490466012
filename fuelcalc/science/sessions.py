"""One session at a time: what it costs, what it burns of carbohydrate, sweats and asks for."""

from collections.abc import Sequence
from typing import Generic, NamedTuple

from fuelcalc.science.carbohydrate import (
    during_g_per_h,
    during_protein_g,
    early_during_g,
    fed_share,
    lift_g,
    oxidised_g,
    usual_tolerance_g_per_h,
    worth_taking_g,
)
from fuelcalc.science.cost import SessionCost, run_cost
from fuelcalc.science.effort import pace_share, typical_vdot
from fuelcalc.science.numeric import Given, N, blend, clip, is_anywhere, known_or, least, most, ramp
from fuelcalc.science.running import (
    MET_W_PER_KG,
    Stretch,
    stretch_ground_w_per_kg,
)
from fuelcalc.science.sources import Equation
from fuelcalc.science.sweat import Fluids, Sweat, fluids_by_heat, fluids_of

WEARABLE_SD_SHARE = 0.25
"""Error of an energy figure that somebody else measured, as a share of it; an estimate."""


class Session(NamedTuple, Generic[N]):
    """
    What one session means for the day; every field is for the whole session.

    *carbohydrate_g* is what somebody fed burns, and *fasted_carbohydrate_g* what they would after
    the night; `started` settles where between the two a session is.
    """

    duration_min: N
    gross_kcal: N
    sd_kcal: N
    intensity: N
    carbohydrate_g: N
    fasted_carbohydrate_g: N
    during_carbohydrate_g: N
    during_protein_g: N
    fluids: Fluids[N]


def started(session: Session[N], *, awake_min: N, is_run: N) -> Session[N]:
    """
    A session as somebody starts it who has been awake for so long.

    Args:
        session: Costed for somebody fed.
        awake_min: From waking to the start.
        is_run: 1.0 for a run: a long one soon after waking is fuelled on the way.

    Returns:
        The session with what is burned and taken in of carbohydrate.

    Source: estimate, as `carbohydrate.fed_share` and `carbohydrate.early_during_g`.
    """
    burned = blend(
        session.fasted_carbohydrate_g, session.carbohydrate_g, fed_share(awake_min=awake_min)
    )
    early = is_run * early_during_g(duration_min=session.duration_min, awake_min=awake_min)
    taken = most(session.during_carbohydrate_g, worth_taking_g(dose_g=early))
    return session._replace(carbohydrate_g=burned, during_carbohydrate_g=least(taken, burned))


def stretch_intensity(
    stretch: Stretch[N], *, effort_share: N, vdot: Given[N], equation: Equation
) -> N:
    """
    How hard a stretch is, as a share of VO2max.

    By its pace and grade where a race result is known and the runner moves, else by the effort.

    Args:
        stretch: What is run.
        effort_share: Share of VO2max of the effort.
        vdot: From a race result, where there is one.
        equation: One of `running.EQUATIONS`.

    Source: estimate, from Daniels & Gilbert 1979.
    """
    by_pace = vdot.known * (1.0 - stretch.still)
    if not is_anywhere(by_pace):
        return effort_share
    level = stretch._replace(
        grade_up=0.0 * stretch.grade_up,
        grade_down=0.0 * stretch.grade_down,
        surface_cost=0.0 * stretch.surface_cost + 1.0,
    )
    average: N = 0.0 * effort_share + 1.0
    cost = stretch_ground_w_per_kg(stretch, equation=equation, economy=average)
    flat = stretch_ground_w_per_kg(level, equation=equation, economy=average)
    share = pace_share(
        speed_m_per_s=stretch.speed_m_per_s,
        cost_ratio=cost / flat,
        vdot=known_or(vdot, 0.0 * effort_share + typical_vdot()),
    )
    return known_or(Given(share, by_pace), effort_share)


def run_session(
    stretches: Sequence[Stretch[N]],
    *,
    intensities: Sequence[N],
    equation: Equation,
    mass_kg: N,
    pack_kg: N,
    economy: Given[N],
    vdot: Given[N],
    rough: N,
    tolerance_g_per_h: Given[N],
    sweat: Sweat[N],
    is_race: N,
) -> Session[N]:
    """
    A run, stretch by stretch, each at its own speed, grade and intensity.

    Args:
        stretches: In any order; their times add up to the run.
        intensities: Share of VO2max, one a stretch.
        equation: One of `running.EQUATIONS`.
        mass_kg: Body mass.
        pack_kg: Load carried.
        economy: The runner's own cost above standing over the average runner's, where it was
            measured.
        vdot: From a race result, which says what economy is likely; unknown leaves the average
            runner's, as an equation asked for by name does.
        rough: 1.0 for trails, sand and intervals: a wider error.
        tolerance_g_per_h: Carbohydrate that the gut takes an hour, where the athlete said.
        sweat: Weather and sweat.
        is_race: 1.0 for a race.

    Returns:
        The session's figures, for somebody fed.

    Source: Looney et al. 2025, doi:10.1007/s00421-025-05999-5, by default.
    """
    cost, ground_w_per_kg, stretches_kcal = run_cost(
        stretches,
        equation=equation,
        mass_kg=mass_kg,
        pack_kg=pack_kg,
        economy=economy,
        vdot=vdot,
        rough=rough,
    )
    none: N = 0.0 * mass_kg
    fed: N = none + 1.0
    burned, fasted, weighed = none, none, none
    for kcal, intensity in zip(stretches_kcal, intensities, strict=True):
        burned = burned + oxidised_g(gross_kcal=kcal, intensity=intensity, fed=fed)
        fasted = fasted + oxidised_g(gross_kcal=kcal, intensity=intensity, fed=none)
        weighed = weighed + kcal * intensity
    mean_intensity = weighed / most(cost.gross_kcal, 1e-9)
    fluids = fluids_of(
        power_w_per_kg=ground_w_per_kg * (1.0 + pack_kg / mass_kg),
        mass_kg=mass_kg,
        duration_min=cost.duration_min,
        sweat=sweat,
        is_race=is_race,
    )
    taken_g = _taken_g(
        duration_min=cost.duration_min,
        intensity=mean_intensity,
        mass_kg=mass_kg,
        tolerance_g_per_h=tolerance_g_per_h,
        is_race=is_race,
    )
    return Session(
        duration_min=cost.duration_min,
        gross_kcal=cost.gross_kcal,
        sd_kcal=cost.sd_kcal,
        intensity=mean_intensity,
        carbohydrate_g=burned,
        fasted_carbohydrate_g=fasted,
        # Never more than the session burns: the rest would lie in the stomach.
        during_carbohydrate_g=worth_taking_g(dose_g=least(taken_g, burned)),
        during_protein_g=during_protein_g(duration_min=cost.duration_min, mass_kg=mass_kg),
        fluids=fluids,
    )


def _taken_g(
    *, duration_min: N, intensity: N, mass_kg: N, tolerance_g_per_h: Given[N], is_race: N
) -> N:
    """Carbohydrate to take on the way, before it is held against what is burned."""
    tolerance = known_or(tolerance_g_per_h, usual_tolerance_g_per_h(mass_kg=mass_kg))
    rate = during_g_per_h(
        duration_min=duration_min, intensity=intensity, tolerance_g_per_h=tolerance, is_race=is_race
    )
    return rate * duration_min / 60.0


def lift_session(cost: SessionCost[N], *, intensity: N, mass_kg: N, sweat: Sweat[N]) -> Session[N]:
    """
    A lift: what it costs, burns and sweats; there is nothing to eat during one.

    Args:
        cost: From `cost.lift_cost`.
        intensity: From `lifting.LIFT_SHARE`.
        mass_kg: Body mass.
        sweat: Weather and sweat.

    Source: estimate, 2024 Compendium and Lytle 2019, doi:10.1249/MSS.0000000000001925.
    """
    burned_g = lift_g(duration_min=cost.duration_min, mass_kg=mass_kg)
    fluids = fluids_by_heat(
        power_w_per_kg=cost.gross_kcal
        / mass_kg
        / most(cost.duration_min / 60.0, 1e-9)
        * MET_W_PER_KG,
        mass_kg=mass_kg,
        duration_min=cost.duration_min,
        sweat=sweat,
    )
    return Session(
        duration_min=cost.duration_min,
        gross_kcal=cost.gross_kcal,
        sd_kcal=cost.sd_kcal,
        intensity=intensity,
        carbohydrate_g=burned_g,
        fasted_carbohydrate_g=burned_g,
        # Fed people lift no better for carbohydrate on the way (Henselmans 2022).
        during_carbohydrate_g=0.0 * mass_kg,
        during_protein_g=0.0 * mass_kg,
        fluids=fluids,
    )


def other_session(
    *,
    gross_kcal: N,
    sd_share: float,
    duration_min: N,
    mass_kg: N,
    tolerance_g_per_h: Given[N],
    sweat: Sweat[N],
) -> Session[N]:
    """
    Any other activity, from everything burned in its minutes.

    Args:
        gross_kcal: Rest included.
        sd_share: Error as a share of it: 0.30 by MET, `WEARABLE_SD_SHARE` by a device.
        duration_min: Length.
        mass_kg: Body mass.
        tolerance_g_per_h: Carbohydrate that the gut takes an hour, where the athlete said.
        sweat: Weather and sweat.

    Returns:
        The session's figures; food on the move fades in between 4 and 6 MET.

    Source: estimate, intensity from the MET at an average VO2max.
    """
    met = gross_kcal / mass_kg / most(duration_min / 60.0, 1e-9)
    # Nobody said how fit: the average runner's VO2max stands for it.
    intensity = clip(met * 3.5 / typical_vdot(), 0.20, 0.95)
    fluids = fluids_by_heat(
        power_w_per_kg=met * MET_W_PER_KG,
        mass_kg=mass_kg,
        duration_min=duration_min,
        sweat=sweat,
    )
    fed: N = 0.0 * met + 1.0
    burned_g = oxidised_g(gross_kcal=gross_kcal, intensity=intensity, fed=fed)
    # Yoga and a stroll want no food on the way, whatever their length.
    moves = ramp(met, 4.0, 6.0)
    taken_g = moves * _taken_g(
        duration_min=duration_min,
        intensity=intensity,
        mass_kg=mass_kg,
        tolerance_g_per_h=tolerance_g_per_h,
        is_race=0.0 * met,
    )
    return Session(
        duration_min=duration_min,
        gross_kcal=gross_kcal,
        sd_kcal=sd_share * gross_kcal,
        intensity=intensity,
        carbohydrate_g=burned_g,
        fasted_carbohydrate_g=oxidised_g(gross_kcal=gross_kcal, intensity=intensity, fed=0.0 * met),
        during_carbohydrate_g=worth_taking_g(dose_g=least(taken_g, burned_g)),
        during_protein_g=moves * during_protein_g(duration_min=duration_min, mass_kg=mass_kg),
        fluids=fluids,
    )

"""One session at a time: what it costs, what it burns of carbohydrate, sweats and asks for."""

from collections.abc import Sequence
from typing import Generic, NamedTuple

from fuelcalc.science.carbohydrate import during_g_per_h, lift_g, oxidised_g
from fuelcalc.science.effort import pace_share, typical_vdot
from fuelcalc.science.fluid import (
    USUAL_SWEAT_SODIUM_MG_PER_L,
    drink_l_per_h,
    during_sodium_mg_per_h,
    sweat_l_per_h,
)
from fuelcalc.science.lifting import (
    MET_SD_SHARE,
    USUAL_FFM_SHARE,
    combined_net_kcal,
    load_kcal,
    lytle_net_kcal,
    lytle_trust,
    met_gross_kcal,
)
from fuelcalc.science.numeric import Given, N, blend, clip, is_anywhere, known_or, least, most, ramp
from fuelcalc.science.running import (
    MET_W_PER_KG,
    Stretch,
    economy_from_vdot,
    run_sd_share,
    stretch_ground_w_per_kg,
    stretch_w_per_kg,
)
from fuelcalc.science.sources import KCAL_J, Equation

WEARABLE_SD_SHARE = 0.25
"""Error of an energy figure that somebody else measured, as a share of it; an estimate."""


class Sweat(NamedTuple, Generic[N]):
    """The weather, and what the athlete knows of their sweat."""

    temperature_degc: N
    rate_l_per_h: Given[N]
    sodium_mg_per_l: Given[N]


class Fluids(NamedTuple, Generic[N]):
    """Sweat lost, what to drink and the sodium of both, over a session."""

    sweat_l: N
    sweat_sodium_mg: N
    drink_l: N
    during_sodium_mg: N


class Session(NamedTuple, Generic[N]):
    """What one session means for the day; every field is for the whole session."""

    duration_min: N
    gross_kcal: N
    sd_kcal: N
    intensity: N
    carbohydrate_g: N
    during_carbohydrate_g: N
    fluids: Fluids[N]


def _fluids(*, power_w_per_kg: N, mass_kg: N, duration_min: N, sweat: Sweat[N]) -> Fluids[N]:
    """Work out a session's fluid and sodium from its heat, or from the measured sweat rate."""
    hours = duration_min / 60.0
    predicted = sweat_l_per_h(
        power_w_per_kg=power_w_per_kg, mass_kg=mass_kg, temperature_degc=sweat.temperature_degc
    )
    measured = sweat.rate_l_per_h
    rate = known_or(measured, predicted)
    drink = drink_l_per_h(sweat_l_per_h=rate, measured=measured.known, duration_min=duration_min)
    usual: N = 0.0 * rate + USUAL_SWEAT_SODIUM_MG_PER_L
    sodium_mg_per_l = known_or(sweat.sodium_mg_per_l, usual)
    sodium = during_sodium_mg_per_h(
        sweat_l_per_h=rate,
        sodium_mg_per_l=sodium_mg_per_l,
        sodium_measured=sweat.sodium_mg_per_l.known,
        duration_min=duration_min,
    )
    return Fluids(
        sweat_l=rate * hours,
        sweat_sodium_mg=rate * hours * sodium_mg_per_l,
        drink_l=drink * hours,
        during_sodium_mg=sodium * hours,
    )


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


class _RunSums(NamedTuple, Generic[N]):
    """What the stretches of a run add up to; the last three are weighted by time or energy."""

    seconds: N
    kcal: N
    carbohydrate_g: N
    effort: N
    ground: N
    steepness: N


def _run_sums(
    stretches: Sequence[Stretch[N]],
    intensities: Sequence[N],
    *,
    equation: Equation,
    economy: N,
    carried_kg: N,
) -> _RunSums[N]:
    """Cost every stretch on its own and add up."""
    none: N = 0.0 * carried_kg
    sums = _RunSums(none, none, none, none, none, none)
    for stretch, intensity in zip(stretches, intensities, strict=True):
        power = stretch_w_per_kg(stretch, equation=equation, economy=economy)
        ground = stretch_ground_w_per_kg(stretch, equation=equation, economy=economy)
        kcal = power * carried_kg * stretch.duration_s / KCAL_J
        grade = 0.5 * (abs(stretch.grade_up) + abs(stretch.grade_down))
        sums = _RunSums(
            seconds=sums.seconds + stretch.duration_s,
            kcal=sums.kcal + kcal,
            carbohydrate_g=sums.carbohydrate_g + oxidised_g(gross_kcal=kcal, intensity=intensity),
            effort=sums.effort + kcal * intensity,
            ground=sums.ground + ground * stretch.duration_s,
            steepness=sums.steepness + grade * stretch.duration_s,
        )
    return sums


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
    tolerance_g_per_h: N,
    sweat: Sweat[N],
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
        tolerance_g_per_h: Carbohydrate that the gut takes an hour.
        sweat: Weather and sweat.

    Returns:
        The session's figures.

    Source: Looney et al. 2025, doi:10.1007/s00421-025-05999-5, by default.
    """
    average: N = 0.0 * mass_kg + 1.0
    likely = known_or(Given(economy_from_vdot(vdot=vdot.value), vdot.known), average)
    sums = _run_sums(
        stretches,
        intensities,
        equation=equation,
        economy=known_or(economy, likely),
        carried_kg=mass_kg + pack_kg,
    )
    seconds = most(sums.seconds, 1e-9)
    duration_min = sums.seconds / 60.0
    intensity = sums.effort / most(sums.kcal, 1e-9)
    sd_share = run_sd_share(
        mean_grade=sums.steepness / seconds,
        rough=rough,
        pack_share=pack_kg / mass_kg,
        economy_known=economy.known,
        vdot_known=vdot.known,
    )
    fluids = _fluids(
        power_w_per_kg=sums.ground / seconds * (1.0 + pack_kg / mass_kg),
        mass_kg=mass_kg,
        duration_min=duration_min,
        sweat=sweat,
    )
    rate = during_g_per_h(
        duration_min=duration_min, intensity=intensity, tolerance_g_per_h=tolerance_g_per_h
    )
    return Session(
        duration_min=duration_min,
        gross_kcal=sums.kcal,
        sd_kcal=sd_share * sums.kcal,
        intensity=intensity,
        carbohydrate_g=sums.carbohydrate_g,
        during_carbohydrate_g=least(rate * duration_min / 60.0, sums.carbohydrate_g),
        fluids=fluids,
    )


def lift_session(
    *,
    met: N,
    intensity: N,
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
    sweat: Sweat[N],
) -> Session[N]:
    """
    A lift, by its MET, or by MET and volume together where the volume is known.

    Args:
        met: From `lifting.STYLE_MET`, `lifting.sets_met` or `lifting.COMPENDIUM_MET`.
        intensity: From `lifting.LIFT_SHARE`.
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
        sweat: Weather and sweat.

    Returns:
        The session's figures; nothing to eat during.

    Source: estimate, 2024 Compendium and Lytle 2019, doi:10.1249/MSS.0000000000001925.
    """
    rest_kcal = resting_kcal * duration_min / 1440.0
    ffm_kg = mass_kg * (1.0 - body_fat_share)
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
    trust = trust * ramp(volume_kg, 0.0, 1000.0)
    net, sd = combined_net_kcal(met_net_kcal=by_met, lytle_kcal=lytle, trust=trust)
    # Lytle's line has the load in it; outside his study the load moves the MET figure.
    net = net + (1.0 - trust) * (by_met_and_load - by_met)
    gross = net + rest_kcal
    displaced_sd = MET_SD_SHARE * most(gross - pal * rest_kcal, 0.0)
    fluids = _fluids(
        power_w_per_kg=gross / mass_kg / most(duration_min / 60.0, 1e-9) * MET_W_PER_KG,
        mass_kg=mass_kg,
        duration_min=duration_min,
        sweat=sweat,
    )
    return Session(
        duration_min=duration_min,
        gross_kcal=gross,
        sd_kcal=blend(displaced_sd, sd, trust),
        intensity=intensity,
        carbohydrate_g=lift_g(duration_min=duration_min, mass_kg=mass_kg),
        during_carbohydrate_g=0.0 * mass_kg,
        fluids=fluids,
    )


def other_session(
    *,
    gross_kcal: N,
    sd_share: float,
    duration_min: N,
    mass_kg: N,
    tolerance_g_per_h: N,
    sweat: Sweat[N],
) -> Session[N]:
    """
    Any other activity, from everything burned in its minutes.

    Args:
        gross_kcal: Rest included.
        sd_share: Error as a share of it: 0.30 by MET, `WEARABLE_SD_SHARE` by a device.
        duration_min: Length.
        mass_kg: Body mass.
        tolerance_g_per_h: Carbohydrate that the gut takes an hour.
        sweat: Weather and sweat.

    Returns:
        The session's figures; food on the move fades in between 4 and 6 MET.

    Source: estimate, intensity from the MET at an average VO2max.
    """
    met = gross_kcal / mass_kg / most(duration_min / 60.0, 1e-9)
    intensity = clip(met * 3.5 / typical_vdot(), 0.20, 0.95)
    fluids = _fluids(
        power_w_per_kg=met * MET_W_PER_KG,
        mass_kg=mass_kg,
        duration_min=duration_min,
        sweat=sweat,
    )
    rate = during_g_per_h(
        duration_min=duration_min, intensity=intensity, tolerance_g_per_h=tolerance_g_per_h
    )
    carbohydrate = oxidised_g(gross_kcal=gross_kcal, intensity=intensity)
    return Session(
        duration_min=duration_min,
        gross_kcal=gross_kcal,
        sd_kcal=sd_share * gross_kcal,
        intensity=intensity,
        carbohydrate_g=carbohydrate,
        during_carbohydrate_g=least(rate * ramp(met, 4.0, 6.0) * duration_min / 60.0, carbohydrate),
        fluids=fluids,
    )

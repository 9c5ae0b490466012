"""A whole day of arithmetic, from what an athlete types to every figure that follows."""

from dataclasses import dataclass
from typing import NamedTuple

from fuelcalc.science import balance, carbohydrate, day, effort, fluid, running, sessions
from fuelcalc.science.balance import mileage_factor
from fuelcalc.science.body import Body, pal_without_training, resting_energy
from fuelcalc.science.cost import lift_cost
from fuelcalc.science.numeric import Given
from fuelcalc.science.sweat import Sweat


@dataclass(frozen=True, slots=True)
class Inputs:
    """
    One athlete, one aim, one run, one lift and one ride, all as floats.

    By default a woman of 34 who runs 10 km easily and lifts for her legs later in the day.
    """

    mass_kg: float = 62.0
    height_cm: float = 168.0
    age_y: float = 34.0
    male: float = 0.0
    body_fat_share: float = 0.22
    body_fat_known: float = 1.0
    ffm_sd_share: float = 0.07
    resting_given_kcal: float = 1400.0
    resting_known: float = 0.0
    pal: float = 1.45
    steps: float = 7000.0
    steps_known: float = 0.0
    sessions_per_week: float = 6.0
    lifts_per_week: float = 3.0
    vegan: float = 0.0
    build: float = 0.0
    experience_factor: float = 1.0
    season_factor: float = 0.9
    weekly_km: float = 35.0
    weekly_net_kcal: float = 500.0
    weekly_known: float = 0.0
    asked_kcal: float = 0.0
    asked: float = 0.0
    loading_race_min: float = 0.0
    days_to_race: float = 1.0
    past_g_per_kg: float = 0.0
    owed_kcal: float = 0.0
    awake_min: float = 45.0
    is_race: float = 0.0
    race_min: float = 48.5
    race_known: float = 0.0
    effort_share: float = 0.68
    distance_km: float = 10.0
    pace_s_per_km: float = 340.0
    grade: float = 0.0
    rolling: float = 0.0
    headwind_m_per_s: float = 0.0
    outdoors: float = 1.0
    surface_cost: float = 1.0
    pack_kg: float = 0.0
    economy: float = 1.0
    economy_by_race: float = 0.0
    tolerance_g_per_h: float = 60.0
    tolerance_known: float = 1.0
    temperature_degc: float = 12.0
    dew_point_degc: float = 10.0
    dew_point_known: float = 0.0
    sweat_rate_l_per_h: float = 1.0
    sweat_rate_known: float = 0.0
    sweat_sodium_mg_per_l: float = 920.0
    sweat_sodium_known: float = 0.0
    lift_min: float = 60.0
    lift_met: float = 4.5
    n_sets: float = 0.0
    n_reps: float = 0.0
    volume_kg: float = 0.0
    ride_kcal: float = 0.0
    ride_min: float = 0.0
    minutes_before: float = 60.0
    fed: float = 0.0
    hours_to_next: float = 24.0


CONTINUOUS = (
    "mass_kg", "height_cm", "age_y", "body_fat_share", "resting_given_kcal", "steps", "weekly_km",
    "weekly_net_kcal", "asked_kcal", "loading_race_min", "past_g_per_kg", "owed_kcal", "race_min",
    "distance_km",
    "pace_s_per_km", "grade", "headwind_m_per_s", "pack_kg", "economy", "tolerance_g_per_h",
    "temperature_degc", "dew_point_degc", "sweat_rate_l_per_h", "sweat_sodium_mg_per_l", "lift_min",
    "volume_kg", "ride_kcal", "ride_min",
)  # fmt: skip
"""Inputs that an athlete can change by a hundredth; the rest are flags, counts and the clock."""


class Outputs(NamedTuple):
    """Everything that the day's inputs lead to."""

    body: Body[float]
    energy: day.Expenditure[float]
    targets: day.Intake[float]
    runs: list[sessions.Session[float]]
    others: list[sessions.Session[float]]
    feedings: dict[str, float]
    fluid_ml: float


def body_of(i: Inputs) -> Body[float]:
    """The athlete as the day wants them; unknown body fat is estimated."""
    return Body(
        mass_kg=i.mass_kg,
        height_cm=i.height_cm,
        age_y=i.age_y,
        male=i.male,
        body_fat=Given(i.body_fat_share, i.body_fat_known),
        ffm_sd_share=i.ffm_sd_share,
        resting_kcal=Given(i.resting_given_kcal, i.resting_known),
        resting_sd_share=0.04,
        pal=i.pal,
        steps=Given(i.steps, i.steps_known),
        sessions_per_week=i.sessions_per_week,
        lifts_per_week=i.lifts_per_week,
        vegan=i.vegan,
    )


def stretch_of(i: Inputs) -> running.Stretch[float]:
    """The run as one stretch at one pace."""
    return running.Stretch(
        speed_m_per_s=1000.0 / i.pace_s_per_km,
        duration_s=i.distance_km * i.pace_s_per_km,
        grade_up=i.grade,
        grade_down=-i.grade if i.rolling else i.grade,
        headwind_m_per_s=i.headwind_m_per_s,
        outdoors=i.outdoors,
        surface_cost=i.surface_cost,
        repeat_s=i.distance_km * i.pace_s_per_km,
        still=0.0,
    )


def intensity_of(i: Inputs) -> float:
    """The run's share of VO2max, from a race result or the effort; no more than can be held."""
    most = effort.race_share(duration_min=i.distance_km * i.pace_s_per_km / 60.0)
    if not i.race_known:
        return min(i.effort_share, most)
    speed = 1000.0 / i.pace_s_per_km
    ground = running.stretch_ground_w_per_kg(
        stretch_of(i), equation=running.EQUATIONS["looney"], economy=1.0
    )
    share = effort.pace_share(
        speed_m_per_s=speed,
        cost_ratio=ground / running.re3_w_per_kg(speed_m_per_s=speed, grade=0.0),
        vdot=effort.vdot_ml_per_kg_min(distance_km=10.0, duration_min=i.race_min),
    )
    return min(share, most)


def run_of(i: Inputs, sweat: Sweat[float]) -> sessions.Session[float]:
    """The run at one pace."""
    run = sessions.run_session(
        [stretch_of(i)],
        intensities=[intensity_of(i)],
        equation=running.EQUATIONS["looney"],
        mass_kg=i.mass_kg,
        pack_kg=i.pack_kg,
        economy=Given(i.economy, 1.0 - i.economy_by_race),
        vdot=Given(
            effort.vdot_ml_per_kg_min(distance_km=10.0, duration_min=i.race_min), i.race_known
        ),
        rough=1.0 if i.surface_cost > 1.0 else 0.0,
        tolerance_g_per_h=Given(i.tolerance_g_per_h, i.tolerance_known),
        sweat=sweat,
        is_race=i.is_race,
    )
    return sessions.started(run, awake_min=i.awake_min, is_run=1.0)


def sessions_of(
    i: Inputs, body: Body[float], resting_kcal: float, pal: float
) -> tuple[list[sessions.Session[float]], list[sessions.Session[float]]]:
    """The run, and the lift and the ride beside it."""
    sweat = Sweat(
        temperature_degc=i.temperature_degc,
        rate_l_per_h=Given(i.sweat_rate_l_per_h, i.sweat_rate_known),
        sodium_mg_per_l=Given(i.sweat_sodium_mg_per_l, i.sweat_sodium_known),
        dew_point_degc=Given(i.dew_point_degc, i.dew_point_known),
    )
    lifted = lift_cost(
        met=i.lift_met,
        duration_min=i.lift_min,
        n_sets=i.n_sets,
        n_reps=i.n_reps,
        volume_kg=i.volume_kg,
        mass_kg=i.mass_kg,
        height_cm=i.height_cm,
        age_y=i.age_y,
        body_fat_share=body.body_fat_share,
        resting_kcal=resting_kcal,
        pal=pal,
    )
    lift = sessions.lift_session(lifted, intensity=0.45, mass_kg=i.mass_kg, sweat=sweat)
    ride = sessions.other_session(
        gross_kcal=i.ride_kcal,
        sd_share=0.25,
        duration_min=i.ride_min,
        mass_kg=i.mass_kg,
        tolerance_g_per_h=Given(i.tolerance_g_per_h, i.tolerance_known),
        sweat=sweat,
    )
    return [run_of(i, sweat)], [lift, ride]


def _asked_kcal(i: Inputs, trained: list[sessions.Session[float]], loading: float) -> float:
    """A balance asked for, as a day carries it: no deficit on races, less beside long sessions."""
    if i.asked_kcal >= 0.0:
        return i.asked_kcal
    longest_min = max(session.duration_min for session in trained)
    share = balance.deficit_share(longest_min=longest_min, loading=loading)
    return i.asked_kcal * share * (1.0 - i.is_race)


def energy_of(i: Inputs) -> Outputs:
    """The day's cost, before anybody decides what to eat."""
    body = body_of(i)
    resting_kcal, sd_share = resting_energy(body)
    pal = pal_without_training(body, resting_kcal=resting_kcal)
    runs, others = sessions_of(i, body, resting_kcal, pal)
    spent = day.energy(
        body,
        resting_kcal=resting_kcal,
        resting_sd_share=sd_share,
        pal=pal,
        runs=runs,
        others=others,
    )
    loading = carbohydrate.loading_share(race_min=i.loading_race_min, days_to_race=i.days_to_race)
    aim = day.Aim(
        build=i.build,
        experience_factor=i.experience_factor,
        season_factor=i.season_factor,
        mileage_factor=mileage_factor(weekly_km=i.weekly_km),
        weekly_net_kcal=Given(i.weekly_net_kcal, i.weekly_known),
        asked_kcal=Given(_asked_kcal(i, [*runs, *others], loading), i.asked),
        floor_share=0.0,
        loading=loading,
        eve=loading if i.days_to_race < 2.0 else 0.0,
        least_g_per_kg=max(
            carbohydrate.loading_g_per_kg(race_min=i.loading_race_min, days_to_race=i.days_to_race),
            carbohydrate.recovery_g_per_kg(burned_g_per_kg=i.past_g_per_kg),
        ),
        repaid_kcal=balance.repaid_kcal(owed_kcal=i.owed_kcal, mass_kg=i.mass_kg),
    )
    return Outputs(
        body, spent, day.targets(body, spent, aim, [*runs, *others]), runs, others, {}, 0.0
    )


def day_of(i: Inputs) -> Outputs:
    """The whole day, with the feedings around the run."""
    out = energy_of(i)
    run = out.runs[0]
    sweat_ml = 1000.0 * sum(s.fluids.sweat_l for s in [*out.runs, *out.others])
    drink_ml = 1000.0 * sum(s.fluids.drink_l for s in [*out.runs, *out.others])
    replaced = fluid.replaced_ml(unreplaced_ml=sweat_ml - drink_ml, hours_to_next=i.hours_to_next)
    feedings = {
        "before_g": carbohydrate.before_g(
            minutes=i.minutes_before,
            mass_kg=i.mass_kg,
            session_g=run.carbohydrate_g,
            intensity=run.intensity,
            duration_min=run.duration_min,
            fed=i.fed,
            is_race=0.0 * i.fed,
        ),
        "during_g": run.during_carbohydrate_g,
        "ride_during_g": out.others[1].during_carbohydrate_g,
        "after_g": carbohydrate.after_g(
            session_g=run.carbohydrate_g,
            mass_kg=i.mass_kg,
            hours_to_next=i.hours_to_next,
            next_g=out.others[1].carbohydrate_g,
        ),
        "drink_ml": 1000.0 * run.fluids.drink_l,
        "sodium_mg": run.fluids.during_sodium_mg,
    }
    fluid_ml = fluid.base_fluid_ml(mass_kg=i.mass_kg) + drink_ml + replaced
    return out._replace(feedings=feedings, fluid_ml=fluid_ml)

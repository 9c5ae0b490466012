"""The mean day of a usual week, where somebody said how much they run in one."""

import numpy as np

from fuelcalc.batch.people import People
from fuelcalc.batch.rows import Rows
from fuelcalc.batch.training import Runner, Way, counted, lift_of, run_of
from fuelcalc.planning.average import LEAST_WEEK_KM, LIFT_MIN
from fuelcalc.science import effort, fluid, lifting, outing, running
from fuelcalc.science.numeric import Array, Given
from fuelcalc.science.sessions import Session


def usual_week(rows: Rows, people: People, runner: Runner) -> tuple[Session[Array], Session[Array]]:
    """A seventh of the mileage as an easy run, and of the lifts, where these are known."""
    km, none = people.weekly_km, Given(rows.zero, rows.zero)
    runs = km.known * (km.value >= LEAST_WEEK_KM)
    said = outing.Outing(
        distance_km=Given(np.where(runs > 0.0, km.value / 7.0, 1.0), rows.zero + 1.0),
        pace_s_per_km=none,
        duration_min=none,
    )
    way = Way(
        outdoors=rows.zero + 1.0, surface_cost=rows.zero + running.SURFACE_COST["road"],
        rough=rows.zero, climb_m=none, grade=none, temperature_degc=none,
        wind_m_per_s=rows.zero, pack_kg=rows.zero,
    )  # fmt: skip
    usual = fluid.USUAL_TEMPERATURE_DEGC
    mild = runner._replace(
        day_degc=none,
        sweat=runner.sweat._replace(temperature_degc=rows.zero + usual, dew_point_degc=none),
    )
    run = run_of(
        rows, said, people, mild, effort_share=rows.zero + effort.SHARE_BY_EFFORT["easy"],
        is_race=rows.zero, way=way,
    )  # fmt: skip
    lifts = people.body.lifts_per_week
    lift = lift_of(
        rows, people, mild, duration_min=LIFT_MIN * lifts / 7.0,
        met=rows.zero + lifting.STYLE_MET["hypertrophy"]["full"],
        intensity=rows.zero + lifting.LIFT_SHARE["hypertrophy"],
    )  # fmt: skip
    return counted(run, runs), counted(lift, (lifts > 0.0).astype(float))

"""The mean day of a usual week, where somebody said how much they run in one."""

from typing import NamedTuple

import numpy as np

from fuelcalc.batch.people import People
from fuelcalc.batch.rows import Chosen, Rows, either
from fuelcalc.batch.runner import Runner
from fuelcalc.batch.training import Way, run_of
from fuelcalc.planning.average import LEAST_WEEK_KM, LIFT_MIN
from fuelcalc.planning.sessions.run import MEAN_RUNNER
from fuelcalc.science import day, effort, lifting, outing, running
from fuelcalc.science.cost import SessionCost, run_cost
from fuelcalc.science.numeric import Array, Given


class MeanOfRows(NamedTuple):
    """The mean day of a week of each row, where it is known."""

    mean: day.Mean[Array]
    known: Array


def usual_week(rows: Rows, people: People, runner: Runner) -> MeanOfRows | None:
    """A seventh of the mileage as an easy run, and of the lifts, where these are known."""
    km, lifts = people.weekly_km, people.body.lifts_per_week
    known = km.known * np.maximum(km.value >= LEAST_WEEK_KM, lifts > 0.0)
    if not known.any():
        return None
    some = Chosen(known, rows.n_rows)
    runner, body, resting_sd_share = some.of((runner, people.body, people.resting_sd_share))
    spent = day.energy(
        body,
        resting_kcal=runner.resting_kcal,
        resting_sd_share=resting_sd_share,
        pal=runner.pal,
        runs=[_easy_run(runner, some.of(km.value))],
        others=[
            runner.lift_cost(
                met=np.asarray(lifting.STYLE_MET["hypertrophy"]["full"]),
                duration_min=LIFT_MIN * body.lifts_per_week / 7.0,
            )
        ],
    )
    mean = day.Mean(
        net_kcal=day.total(spent.net_kcal, like=spent.expenditure_kcal),
        exercise_kcal=spent.exercise_kcal,
        expenditure_kcal=spent.expenditure_kcal,
        safe_intake_kcal=spent.safe_intake_kcal,
        ffm_kg=spent.ffm_kg,
        sd_kcal=spent.sd_kcal,
    )
    return MeanOfRows(some.back(mean), known)


def _easy_run(runner: Runner, week_km: Array) -> SessionCost[Array]:
    """What a seventh of a week's kilometres costs; nothing where somebody runs none."""
    zero = np.zeros(())
    none, one = Given(zero, zero), zero + 1.0
    runs = week_km >= LEAST_WEEK_KM
    said = outing.Outing(
        distance_km=Given(np.where(runs, week_km / 7.0, 1.0), one),
        pace_s_per_km=none,
        duration_min=none,
    )
    way = Way(
        outdoors=one, surface_cost=zero + running.SURFACE_COST["road"], rough=zero, climb_m=none,
        grade=none, temperature_degc=none, wind_m_per_s=zero, pack_kg=zero,
    )  # fmt: skip
    share = zero + effort.SHARE_BY_EFFORT["easy"]
    run = run_of(said, runner, effort_share=share, is_race=zero, way=way)

    def by(runner: Runner) -> SessionCost[Array]:
        return run_cost(
            [run.stretch],
            equation=runner.equation,
            mass_kg=runner.mass_kg,
            pack_kg=zero,
            economy=runner.economy,
            vdot=runner.economy_vdot,
            rough=zero,
        ).cost

    cost = by(runner)
    if runner.equation is not MEAN_RUNNER:
        usual = by(runner.usual)
        cost = either((runner.never_less > 0.0) & (cost.gross_kcal < usual.gross_kcal), usual, cost)
    return SessionCost(runs * cost.duration_min, runs * cost.gross_kcal, runs * cost.sd_kcal)

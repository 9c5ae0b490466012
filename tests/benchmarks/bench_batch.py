"""
How fast a table of athlete-days is, as ratios of one run; nothing is asserted on time.

    python tests/benchmarks/bench_batch.py [ROWS]
"""

import sys
import time
import tracemalloc

import numpy as np
import pandas as pd

from fuelcalc import Athlete, Day, Goal, plan_day, plan_frame


def season(n_rows: int) -> pd.DataFrame:
    """Days of people who train: three in five with a run, one in four with a lift."""
    rng = np.random.default_rng(1)
    height = rng.normal(173, 9, n_rows).clip(150, 200)
    runs = rng.random(n_rows) < 0.6
    lifts = ~runs & (rng.random(n_rows) < 0.5) | (rng.random(n_rows) < 0.05)
    nothing = np.nan
    return pd.DataFrame(
        {
            "sex": pd.Categorical(rng.choice(["male", "female"], n_rows)),
            "age": rng.uniform(19, 60, n_rows),
            "height_cm": height,
            "mass_kg": (rng.normal(23, 2, n_rows) * (height / 100) ** 2).clip(45, 110),
            "body_fat_share": np.where(rng.random(n_rows) < 0.4, 0.2, nothing),
            "weekly_mileage_km": np.where(rng.random(n_rows) < 0.7, 40.0, nothing),
            "aim": pd.Categorical(rng.choice(["build", "maintain"], n_rows)),
            "temperature_degc": rng.uniform(-5, 30, n_rows),
            "run_distance_km": np.where(runs, rng.uniform(4, 21, n_rows), nothing),
            "run_pace_s_per_km": np.where(runs, rng.uniform(260, 400, n_rows), nothing),
            "run_start_min": np.where(runs, rng.choice([390.0, 720.0, 1020.0], n_rows), nothing),
            "lift_duration_min": np.where(lifts, rng.uniform(30, 75, n_rows), nothing),
            "lift_start_min": np.where(lifts, 1180.0, nothing),
        }
    )


def one_by_one(row: dict[str, float]) -> None:
    """What a program without `plan_frame` does for each row."""
    known = {name: value for name, value in row.items() if not pd.isna(value)}
    athlete = {name: known[name] for name in Athlete.model_fields if name in known}
    run, lift = (
        {
            name.removeprefix(kind): value
            for name, value in known.items()
            if name.startswith(kind) and "start" not in name
        }
        for kind in ("run_", "lift_")
    )
    day = Day.of(runs=[run] if run else [], lifts=[lift] if lift else [])
    plan_day(Athlete.of(**athlete), day, Goal(aim=known["aim"]), menu=False)


def bare_pass(rows: pd.DataFrame) -> None:
    """Every number of the table read once and eighteen written: a sum of all columns each time."""
    numbers = rows.select_dtypes("number").to_numpy()
    np.stack([numbers.sum(axis=1) * factor for factor in range(18)], axis=1)


def seconds(call, *arguments) -> float:
    """Processor time of a call."""
    started = time.process_time()
    call(*arguments)
    return time.process_time() - started


def main(n_rows: int) -> None:
    """Print rows a second, ratios, and memory."""
    rows = season(n_rows)
    plan_frame(rows.iloc[:100], clock=False)
    few = [row._asdict() for row in rows.iloc[:300].itertuples(index=False)]
    loop = seconds(lambda: [one_by_one(row) for row in few]) / len(few)
    bare = seconds(bare_pass, rows) / n_rows
    careful = seconds(lambda: plan_frame(rows.iloc[:1000])) / 1000
    fast = seconds(lambda: plan_frame(rows, clock=False)) / n_rows
    tracemalloc.start()
    output = plan_frame(rows, clock=False).memory_usage(index=False).sum()
    grown = tracemalloc.get_traced_memory()[1]
    print(f"{n_rows:>9,} rows")
    print(f"a loop of plan_day     {1 / loop:>10,.0f} rows a second")
    print(f"with the clock         {1 / careful:>10,.0f}, {loop / careful:.1f} x the loop")
    print(f"without                {1 / fast:>10,.0f}, {loop / fast:.0f} x the loop")
    print(f"a bare pass of numpy   {1 / bare:>10,.0f}, {fast / bare:.0f} of them in one of ours")
    print(f"memory                 {grown / output:>10.1f} x the output of {output / n_rows:.0f} B")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)

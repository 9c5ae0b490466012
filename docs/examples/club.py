"""
Plan a club's night: tomorrow's energy and targets for every member, on every core.

    python docs/examples/club.py [--members 20000] [--scheduler tcp://HOST:8786] [--out FOLDER]

Without --scheduler a cluster of this computer's cores is started and stopped again. With it the
same program runs on whatever workers that scheduler has, which need fuelcalc[dask] of the same
version. The members are drawn at random here. A club reads its own, in columns as docs/tables.md
lists them: `dd.read_parquet("members/")`.
"""

import argparse
import sys
from collections.abc import Sequence

import numpy as np
import pandas as pd
from dask import dataframe as dd
from distributed import Client, LocalCluster

from fuelcalc import plan_frame

ROWS_A_PART = 16_000


def members(count: int) -> pd.DataFrame:
    """So many people with tomorrow's training, the same ones each time."""
    chance = np.random.default_rng(1)
    runs = np.array(
        [None, "8 km easy 06:30", "12 km tempo 18:00", "18 km long 08:00"], dtype=object
    )
    return pd.DataFrame(
        {
            "sex": chance.choice(["female", "male"], count),
            "age": chance.integers(18, 70, count),
            "mass_kg": chance.uniform(48.0, 100.0, count).round(1),
            "height_cm": chance.uniform(152.0, 198.0, count).round(),
            "aim": chance.choice(["build", "maintain", "perform"], count),
            "run": runs[chance.integers(0, 4, count)],
            "lift": np.where(chance.random(count) < 0.3, "60 min heavy lower 18:00", None),
        },
        index=pd.RangeIndex(count, name="member"),
    )


def planned(count: int) -> dd.DataFrame:
    """The night's work, in parts that fit a core; nothing is planned until it is asked for."""
    parts = max(1, -(-count // ROWS_A_PART))
    return plan_frame(dd.from_pandas(members(count), npartitions=max(parts, 4)), clock=False)


def main(arguments: Sequence[str] | None = None) -> None:
    """Plan everybody, write a file a part if asked, and print what the club eats."""
    parser = argparse.ArgumentParser(description="Plan a club's night.")
    parser.add_argument("--members", type=int, default=20_000)
    parser.add_argument("--scheduler", help="address of a scheduler, such as tcp://host:8786")
    parser.add_argument("--out", help="a folder for the table, as Parquet")
    asked = parser.parse_args(arguments)
    cluster = asked.scheduler or LocalCluster(threads_per_worker=1, dashboard_address=None)
    with Client(cluster):
        fuel = planned(asked.members).persist()
        if asked.out:
            fuel.to_parquet(asked.out)
        refused = (fuel["refused"] != "").sum()
        total, count = dd.compute(fuel["intake_kcal"].sum(), refused)
    if not asked.scheduler:
        cluster.close()
    sys.stdout.write(
        f"{asked.members:,} members eat {total / 1e6:,.1f} Gcal; {count} could not be planned.\n"
    )


if __name__ == "__main__":
    main()

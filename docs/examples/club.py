"""
Plan a club's night: tomorrow's energy and targets for every member, on every core.

    python docs/examples/club.py [--members 20000] [--scheduler tcp://HOST:8786] [--out FOLDER]
    python docs/examples/club.py --members 40 --guides FOLDER

Without --scheduler a cluster of this computer's cores is started and stopped again. With it the
same program runs on whatever workers that scheduler has, which need fuelcalc[dask] of the same
version. With --guides each member has a page for the fridge, with a menu: it is made wherever a
worker is free, and written here. The members are drawn at random here. A club reads its own, in
columns as docs/tables.md lists them: `dd.read_parquet("members/")`.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from dask import compute, delayed
from dask import dataframe as dd
from distributed import Client, LocalCluster

from fuelcalc import Athlete, Day, Goal, InputError, plan_day, plan_frame, render

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
            "lift": np.where(chance.random(count) < 0.3, "60 min heavy lower 12:30", None),
        },
        index=pd.RangeIndex(count, name="member"),
    )


def planned(count: int) -> dd.DataFrame:
    """The night's work, in parts that fit a core; nothing is planned until it is asked for."""
    parts = max(1, -(-count // ROWS_A_PART))
    return plan_frame(dd.from_pandas(members(count), npartitions=max(parts, 4)), clock=False)


def page(member: Mapping[str, Any]) -> bytes | str:
    """A member's page with the menu of tomorrow, as a PDF; or why there is none, in a line."""
    told = {key: value for key, value in member.items() if value is not None}
    sessions = {f"{key}s": [told.pop(key)] for key in ("run", "lift") if key in told}
    try:
        goal = Goal(aim=told.pop("aim"))
        return render(plan_day(Athlete.of(**told), Day.of(**sessions), goal), "pdf")
    except InputError as error:
        return str(error)


def guides(people: pd.DataFrame, folder: Path) -> Iterator[str]:
    """Make each page wherever a worker is free, write it, and say which could not be made."""
    folder.mkdir(exist_ok=True)
    rows = people.astype(object).where(people.notna(), None).to_dict("index")
    for number, made in zip(rows, compute(*map(delayed(page), rows.values())), strict=True):
        if isinstance(made, str):
            yield f"member {number}: {made}"
        else:
            (folder / f"{number}.pdf").write_bytes(made)


def main(arguments: Sequence[str] | None = None) -> None:
    """Plan everybody, write a file a part if asked, and print what the club eats."""
    parser = argparse.ArgumentParser(description="Plan a club's night.")
    parser.add_argument("--members", type=int, default=20_000)
    parser.add_argument("--scheduler", help="address of a scheduler, such as tcp://host:8786")
    parser.add_argument("--out", help="a folder for the table, as Parquet")
    parser.add_argument("--guides", type=Path, help="a folder for a page of each member")
    asked = parser.parse_args(arguments)
    cluster = asked.scheduler or LocalCluster(threads_per_worker=1, dashboard_address=None)
    with Client(cluster):
        fuel = planned(asked.members).persist()
        if asked.out:
            fuel.to_parquet(asked.out)
        refused = fuel["refused"].count()
        total, count = compute(fuel["intake_kcal"].sum(), refused)
        if asked.guides:
            sys.stdout.writelines(
                f"{line}\n" for line in guides(members(asked.members), asked.guides)
            )
    if not asked.scheduler:
        cluster.close()
    sys.stdout.write(
        f"{asked.members:,} members eat {total / 1e3:,.0f} Mcal; {count} could not be planned.\n"
    )


if __name__ == "__main__":
    main()

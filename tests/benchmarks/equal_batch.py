"""
A table against a loop of `plan_day`, figure by figure, on many random rows; guards included.

    python tests/benchmarks/equal_batch.py [ROWS] [SEED]

Prints how many rows are equal to 1e-9, refused alike and withheld alike, and each that is not;
ends with 1 where any differs. A few minutes for 20,000 rows, so it is no part of the tests.
"""

import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).parents[1] / "batch"))

from tables import table
from test_frame import planned, said, told, value_at

from fuelcalc import plan_frame
from fuelcalc.batch.days import FIGURES
from fuelcalc.batch.one_row import RowsAsked, case_of, figures_of, numbers_of
from fuelcalc.errors import InputError

# As the issue asks for it; the two are sums of the same numbers in another order.
TOLERANCE = 1e-9
NAMES = list(FIGURES)


def with_clock(row: dict, found: pd.Series) -> str:
    """What is different from `plan_day`; nothing where it is the same."""
    plan = planned(row)
    if isinstance(plan, str):
        return "" if found["refused"] == plan else f"refused: {plan} / {found['refused']}"
    if not pd.isna(found["refused"]):
        return f"refused: {found['refused']}"
    if said(found["withheld"]) != " ".join(plan.withheld):
        return f"withheld: {plan.withheld} / {found['withheld']}"
    word = None if plan.energy is None else plan.energy.recommendation
    if word != (None if pd.isna(found["recommendation"]) else found["recommendation"]):
        return f"word: {word} / {found['recommendation']}"
    return apart(found, [value_at(plan, path) for path in FIGURES.values()])


def without_clock(row: dict, found: pd.Series) -> str:
    """What is different from the models without feedings; nothing where it is the same."""
    try:
        day = numbers_of(case_of(told(row)), RowsAsked(clock=False))
    except InputError as error:
        line = str(error).splitlines()[0]
        return "" if found["refused"] == line else f"refused: {line} / {found['refused']}"
    withheld = " ".join(day.person.guards.withheld)
    if said(found["withheld"]) != withheld or not pd.isna(found["refused"]):
        return f"withheld: {withheld} / {found['withheld']} / {found['refused']}"
    # What guards take out is told by `withheld`, which is the same.
    expected = figures_of(day)
    hidden = found[NAMES].isna().to_numpy()
    return apart(found, np.where(hidden, np.nan, [expected[name] for name in NAMES]))


def apart(found: pd.Series, expected: object) -> str:
    """The first figure that is farther apart than the tolerance."""
    have, want = found[NAMES].to_numpy(float), np.array(expected, dtype=float)
    off = ~np.isclose(have, want, rtol=TOLERANCE, atol=TOLERANCE, equal_nan=True)
    return "" if not off.any() else f"{NAMES[off.argmax()]}: {want[off][0]} / {have[off][0]}"


def main(n_rows: int, seed: int) -> int:
    """Print the counts, and the rows that differ."""
    rows = table(n_rows, seed=seed)
    n_different = 0
    for clock, check in ((True, with_clock), (False, without_clock)):
        found = plan_frame(rows, clock=clock)
        counts: Counter[str] = Counter()
        for (label, row), (_, figures) in zip(rows.iterrows(), found.iterrows(), strict=True):
            difference = check(row, figures)
            if difference:
                counts["different"] += 1
                print(f"{label}: {difference}", flush=True)
                continue
            counts["refused alike" if not pd.isna(figures["refused"]) else "equal"] += 1
            counts["of these withheld in part"] += bool(said(figures["withheld"]))
        n_different += counts["different"]
        print(f"{'with' if clock else 'without'} the clock, {n_rows:,} rows: {dict(counts)}")
    return int(n_different > 0)


if __name__ == "__main__":
    sys.exit(main(*(int(text) for text in (*sys.argv[1:], *("20000", "1")[len(sys.argv) - 1 :]))))

"""How long the pages of a finished plan take, after import; nothing is asserted on time."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from fuelcalc import plan_day, read_plan, render

EXAMPLE = Path(__file__).parents[1] / "golden" / "example.toml"
BARS_MS = {"pdf": 100.0, "html": 30.0}
RUNS = 15
FIRST = """
import sys, time, typst
from fuelcalc import plan_day, read_plan, render
file = read_plan(sys.argv[1])
plan = plan_day(file.athlete, file.days[0], file.goal)
render(plan)
started = time.perf_counter()
render(plan, sys.argv[2])
print(1e3 * (time.perf_counter() - started))
"""


def _median_ms(fmt, plan):
    """The median of pages in one process, after the first."""
    times = []
    for _ in range(RUNS + 1):
        started = time.perf_counter()
        render(plan, fmt)
        times.append(1e3 * (time.perf_counter() - started))
    return statistics.median(times[1:])


def _first_ms(fmt):
    """The first page of a process that has imported what it needs, the median of three."""
    command = [sys.executable, "-c", FIRST, str(EXAMPLE), fmt]
    runs = [subprocess.run(command, check=True, capture_output=True).stdout for _ in range(3)]  # noqa: S603
    return statistics.median(map(float, runs))


def test_reports_page_times(capsys):
    """Each format of the example's day, in milliseconds and against its text, printed."""
    file = read_plan(EXAMPLE)
    plan = plan_day(file.athlete, file.days[0].model_copy(update={"date": None}), file.goal)
    reference = _median_ms("text", plan)
    rows = []
    for fmt in ("pdf", "html", "markdown", "json", "csv"):
        median = _median_ms(fmt, plan)
        ratio = f"{median / reference:.1f} x the text"
        if fmt in BARS_MS:
            bar = f" (bar {BARS_MS[fmt]:.0f} ms)"
            rows.append(f"{fmt}{bar}: {median:.1f} ms, {ratio}; first {_first_ms(fmt):.0f} ms")
        else:
            rows.append(f"{fmt}: {median:.1f} ms, {ratio}")
    with capsys.disabled():
        print("\n" + "\n".join(rows))
    assert len(rows) == 5

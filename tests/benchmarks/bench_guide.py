"""How long the pages of a finished plan take, after import; nothing is asserted on time."""

import statistics
import time
from pathlib import Path

from fuelcalc import plan_day, read_plan, render

EXAMPLE = Path(__file__).parents[1] / "golden" / "example.toml"
BARS_MS = {"pdf": 100.0, "html": 30.0}
RUNS = 15


def _first_and_median_ms(fmt, plan):
    """The first page, imports included, and the median of those after it."""
    times = []
    for _ in range(RUNS + 1):
        started = time.perf_counter()
        render(plan, fmt)
        times.append(1e3 * (time.perf_counter() - started))
    return times[0], statistics.median(times[1:])


def test_reports_page_times(capsys):
    """Each format of the example's day, in milliseconds and against its text, printed."""
    file = read_plan(EXAMPLE)
    plan = plan_day(file.athlete, file.days[0].model_copy(update={"date": None}), file.goal)
    _, reference = _first_and_median_ms("text", plan)
    rows = []
    for fmt in ("pdf", "html", "markdown", "json", "csv"):
        first, median = _first_and_median_ms(fmt, plan)
        bar = f" (bar {BARS_MS[fmt]:.0f} ms)" if fmt in BARS_MS else ""
        ratio = f"{median / reference:.1f} x the text"
        rows.append(f"{fmt}{bar}: {median:.1f} ms, {ratio}; first {first:.0f} ms")
    with capsys.disabled():
        print("\n" + "\n".join(rows))
    assert len(rows) == 5

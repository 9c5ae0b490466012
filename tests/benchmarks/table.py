"""
Print the table of speed and memory: what was measured, beside what, with the machine and the date.

python tests/benchmarks/table.py [--into docs/benchmarks.md]

Everything is counted in processor time, so that other work on the machine moves it little; a whole
process is held against one that only imports what such a program cannot do without, in turn.
"""

import argparse
import gc
import itertools
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from bench_menu import N_DAYS, case_of, more_foods, timed_menus
from bench_speed import CACHED, REFERENCE, US_DAY
from exact import call_of
from first import BODY, CASES
from peers import installed

import fuelcalc
from fuelcalc import Athlete, Day, Goal, plan_day, plan_frame

ROOT = Path(__file__).parents[2]
DAY = ["-m", "fuelcalc", "day"]
RUNS, N_ROWS = 7, 64_000
MARKS = re.compile(r"(?<=<!-- table -->\n).*(?=<!-- /table -->)", re.DOTALL)
LOOP_ROWS = 200


class Measured(NamedTuple):
    """A row of the table: what, how much, and the bar that was set for it."""

    what: str
    found: str
    bar: str = ""


PEAK = """
import atexit, runpy, sys
status = lambda: open("/proc/self/status").read().split("VmHWM:")[1].split()[0]
atexit.register(lambda: sys.stderr.write(status()))
"""
"""What makes a process say its own peak: the system's account of a child begins with ours."""


def peak_mb(code: str, *arguments: str) -> float:
    """The most memory that some code holds at once, in a process of its own."""
    command = [sys.executable, "-c", PEAK + code, *arguments]
    ended = subprocess.run(command, check=True, capture_output=True, env=CACHED, cwd=ROOT)  # noqa: S603
    return int(ended.stderr.split()[-1]) / 1024.0


def process_s(command: list[str]) -> float:
    """The processor time of a program, run once, from start to exit."""
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.DEVNULL, env=CACHED, cwd=ROOT
    ) as started:
        _, status, usage = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with {started.returncode}")
    return usage.ru_utime + usage.ru_stime


def cpu_ms(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median processor time of some work in this process, after once that is not counted."""
    work()
    times = []
    for _ in range(runs):
        gc.collect()
        began = time.process_time()
        work()
        times.append(1e3 * (time.process_time() - began))
    return statistics.median(times)


def whole_processes() -> Iterator[Measured]:
    """Commands against the bare imports."""
    commands = (
        ("`fuelcalc day`, menu included", DAY, "1.15, in the end 1.0"),
        (
            "`fuelcalc day --no-menu`",
            ["-m", "fuelcalc", "day", "--no-menu"],
            "0.66, in the end 0.6",
        ),
        ("`fuelcalc day`, US units", ["-m", "fuelcalc", *US_DAY], "1.4"),
    )
    for name, command, bar in commands:
        ours_s, imports_s = ([sys.executable, *each] for each in (command, ["-c", REFERENCE]))
        process_s(ours_s)
        pairs = [(process_s(ours_s), process_s(imports_s)) for _ in range(RUNS)]
        ratio = statistics.median(ours / theirs for ours, theirs in pairs)
        ms = 1e3 * statistics.median(ours for ours, _ in pairs)
        yield Measured(name, f"{ratio:.2f} x the imports ({ms:.0f} ms)", f"{bar} x")
    ours = peak_mb("runpy.run_module('fuelcalc', run_name='__main__')", "day")
    found = f"{ours:.0f} MB (the imports: {peak_mb(REFERENCE):.0f} MB)"
    yield Measured("`fuelcalc day`, most memory", found)
    bare, package = (
        [process_s([sys.executable, "-c", code]) for _ in range(RUNS)]
        for code in ("pass", "import fuelcalc")
    )
    ms = 1e3 * (statistics.median(package) - statistics.median(bare))
    yield Measured("`import fuelcalc`", f"{max(ms, 0.0):.0f} ms", "50 ms")


def days() -> Iterator[Measured]:
    """One day, and the food of a day out of more and more dishes."""
    athlete = Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm", body_fat="22 %")
    day = Day.of(runs=["10 km @ 5:40/km 06:30"], lifts=["60 min heavy lower 18:00"])
    ms = cpu_ms(lambda: [plan_day(athlete, day, menu=False) for _ in range(50)]) / 50.0
    yield Measured("`plan_day(menu=False)`", f"{ms:.2f} ms", "1 ms")
    calls = [call_of(*case_of(number)) for number in range(N_DAYS, -1, -1)]
    found = {times: timed_menus(more_foods(times), calls) for times in (1, 2, 4)}
    once = found[1]
    ms = statistics.median(once.ms)
    yield Measured("a day's menu", f"{ms:.0f} ms (worst of {N_DAYS}: {max(once.ms):.0f})", "15 ms")
    for times in (2, 4):
        grown = statistics.median(a / b for a, b in zip(found[times].ms, once.ms, strict=True))
        yield Measured(f"a day's menu out of {times} x the dishes", f"{grown:.2f} x the time")


def cold_and_warm() -> Iterator[Measured]:
    """What is done once by a command and again and again by a server: the first time, and later."""
    first = str(Path(__file__).with_name("first.py"))
    for name, case in CASES.items():
        cold = statistics.median(
            float(subprocess.check_output([sys.executable, first, name], env=CACHED, cwd=ROOT))  # noqa: S603
            for _ in range(3)
        )
        work, turn = case.ready(), itertools.count()
        warm = cpu_ms(lambda work=work, turn=turn: work(next(turn)), 5)
        yield Measured(case.what, f"{cold:.0f} ms cold, {warm:.0f} ms warm", case.bar)


def peers() -> Iterator[Measured]:
    """Programs of others that answer a part of the same question, beside ours."""
    athlete, day = Athlete.of(**BODY), Day.of(runs=["10 km @ 5:40/km 06:30"])
    for found in installed():
        ours_us = 1e3 * cpu_ms(lambda: plan_day(athlete, day, menu=False))
        theirs_us = found.tdee_us()
        name = "one call: `plan_day(menu=False)`, and a day of tdee-calculator"
        yield Measured(name, f"{ours_us:,.0f} µs, {theirs_us:.1f} µs")
        ours_s, theirs_s = (
            statistics.median(process_s(command) for _ in range(RUNS))
            for command in ([sys.executable, *DAY, "--no-menu"], found.nutra)
        )
        name = "whole command: `fuelcalc day --no-menu`, and `nutra calc bmr`"
        yield Measured(name, f"{1e3 * ours_s:.0f} ms, {1e3 * theirs_s:.0f} ms")


def tables() -> Iterator[Measured]:
    """A table of athlete-days, against the loop over its rows."""
    import numpy as np
    import pandas as pd

    chance = np.random.default_rng(20261126)
    frame = pd.DataFrame(
        {
            "sex": chance.choice(["female", "male"], N_ROWS),
            "age": chance.integers(19, 64, N_ROWS).astype(float),
            "mass_kg": chance.uniform(50.0, 95.0, N_ROWS).round(1),
            "height_cm": chance.uniform(155.0, 195.0, N_ROWS).round(0),
            "run_distance_km": np.where(chance.random(N_ROWS) < 0.6, 8.0, np.nan),
            "lift_duration_min": np.where(chance.random(N_ROWS) < 0.4, 60.0, np.nan),
        }
    )

    def loop() -> None:
        for row in frame.head(LOOP_ROWS).itertuples():
            athlete = Athlete.of(
                sex=row.sex, age=row.age, mass_kg=row.mass_kg, height_cm=row.height_cm
            )
            runs = [{"distance_km": 8.0}] if row.run_distance_km > 0.0 else []
            lifts = [{"duration_min": 60.0}] if row.lift_duration_min > 0.0 else []
            plan_day(athlete, Day.of(runs=runs, lifts=lifts), Goal(), menu=False)

    loop_per_s = LOOP_ROWS / (1e-3 * cpu_ms(loop, 3))
    for clock, n_rows, bar in ((False, N_ROWS, "700,000"), (True, 2_000, "")):
        part = frame.head(n_rows)
        ms = cpu_ms(lambda part=part, clock=clock: plan_frame(part, clock=clock), 3)
        per_s = n_rows / (1e-3 * ms)
        name = f"`plan_frame(clock={clock})`, {n_rows:,} rows"
        found = f"{per_s:,.0f} rows a second a core, {per_s / loop_per_s:.1f} x a loop"
        yield Measured(name, found, bar)


def printed(rows: list[Measured]) -> str:
    """The table, with where and when."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}"
    python = f"Python {platform.python_version()}"
    busy = f"{os.getloadavg()[0] / (os.cpu_count() or 1):.1f} programs waiting for each core"
    today = datetime.now(UTC).date()
    lines = [
        f"fuelcalc {fuelcalc.__version__}, {today}, {python}, {machine}; {busy}.",
        "",
        "| what | measured | bar |",
        "|---|---|---|",
        *(f"| {row.what} | {row.found} | {row.bar} |" for row in rows),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, print, and put the table into a page if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--into", type=Path, help="a page with the marks of the table")
    page = parser.parse_args().into
    rows: list[Measured] = []
    for part in (whole_processes, days, cold_and_warm, tables, peers):
        for row in part():
            print(f"{row.what}: {row.found}", file=sys.stderr)
            rows.append(row)
    table = printed(rows)
    print(table)
    if page is not None:
        text = page.read_text(encoding="utf-8")
        page.write_text(MARKS.sub(lambda _: table, text), encoding="utf-8")


if __name__ == "__main__":
    main()

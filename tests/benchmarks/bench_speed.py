"""How fast it is, as ratios against a reference in the same run; nothing is asserted on time."""

import os
import statistics
import subprocess
import sys
import time

from fuelcalc import Athlete, Day, Goal, plan_day

# What a program of this kind cannot do without: the libraries that read input and units.
REFERENCE = """
import tempfile, click, pydantic, pint
pydantic.BaseModel
with tempfile.TemporaryDirectory() as folder:
    pint.UnitRegistry(cache_folder=folder).Quantity(1, "lb").to("kg")
"""
US_DAY = [
    "day", "--sex", "female", "--age", "34", "--mass", "137 lb", "--height", "5 ft 6 in",
    "--run", "6 mi easy @ 9:00/mi 6:30am", "--lift", "60min heavy lower 18:00",
    "--units", "us",
]  # fmt: skip
RUNS = 5
# Libraries come compiled; so is what is measured, as it is where it was installed.
CACHED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _printed(arguments: list[str]) -> str:
    """What a whole process prints."""
    process = subprocess.run(  # noqa: S603
        [sys.executable, *arguments], check=True, capture_output=True, text=True, env=CACHED
    )
    return process.stdout


def _seconds(arguments: list[str]) -> float:
    """Wall time of one whole process."""
    started = time.perf_counter()
    _printed(arguments)
    return time.perf_counter() - started


def _ratio(arguments: list[str], reference: list[str]) -> float:
    """Median of the paired ratios of two commands, run in turn after one that is not counted."""
    _seconds(arguments)
    pairs = [(_seconds(arguments), _seconds(reference)) for _ in range(RUNS)]
    return statistics.median(ours / theirs for ours, theirs in pairs)


def test_reports_whole_process_ratios(capsys):
    """The command line against importing and using its own dependencies, printed."""
    reference = ["-c", REFERENCE]
    rows = {
        "fuelcalc day, metric (bar 1.2)": ["-m", "fuelcalc", "day"],
        "fuelcalc day, US units (bar 1.5)": ["-m", "fuelcalc", *US_DAY],
    }
    ratios = {name: _ratio(arguments, reference) for name, arguments in rows.items()}
    with capsys.disabled():
        for name, ratio in ratios.items():
            print(f"\n{name}: {ratio:.2f} x the reference", end="")
        print()
    assert all(ratio > 0.0 for ratio in ratios.values())


def test_reports_import_and_plan_times(capsys):
    """Importing the package, and planning a day without food, in milliseconds, printed."""
    code = "import time; t = time.perf_counter(); import fuelcalc; print(time.perf_counter() - t)"
    imports = [float(_printed(["-c", code])) for _ in range(RUNS)]
    athlete = Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm", body_fat="22 %")
    run = {"distance": "10 km", "pace": "5:40 /km", "start": "06:30"}
    lift = {"duration": "60 min", "style": "heavy", "focus": "lower", "start": "18:00"}
    day = Day.of(runs=[run], lifts=[lift])
    goal = Goal(aim="build")
    plans = []
    for _ in range(200):
        started = time.perf_counter()
        plan_day(athlete, day, goal, menu=False)
        plans.append(time.perf_counter() - started)
    with capsys.disabled():
        print(f"\nimport fuelcalc (bar 50 ms): {1e3 * statistics.median(imports):.1f} ms")
        print(f"plan_day, no food (bar 1 ms): {1e3 * statistics.median(plans):.2f} ms")
    assert len(plans) == 200

"""
What is measured twice: cold, the first time in a process of its own, and warm, when it comes again.

python tests/benchmarks/first.py NAME   # prints the processor time of the first time, in ms

A first time reads tables and imports what is needed; a shell pays it each time, a server once.
"""

import sys
import time
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from fuelcalc import Athlete, Day, learn, plan_day, plan_week, read_plan, render
from fuelcalc.models.log import Log, LogDay
from fuelcalc.models.plan import Plan

EXAMPLE = Path(__file__).parents[1] / "golden" / "example.toml"
BODY: Final = {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}
WEEK: Final = {
    "tuesday": {"runs": ["8 km easy 06:30"], "lifts": ["60 min heavy lower 18:00"]},
    "thursday": {"runs": ["9 km tempo 06:30"]},
    "sunday": {"runs": ["18 km long 08:00"]},
}
MONDAY, N_LOGGED = date(2026, 1, 5), 120
Work = Callable[[int], object]
"""Something to do for the n-th time; another n is another week, since one that was is kept."""


class Case(NamedTuple):
    """What is measured, how it is made ready without being counted, and the bars that were set."""

    what: str
    ready: Callable[[], Work]
    bar: str = ""


def day() -> Work:
    """A day with its menu, of a week that was not planned before."""
    athlete = Athlete.of(**BODY)
    run = ["10 km @ 5:40/km 06:30"]
    return lambda n: plan_day(athlete, Day.of(date=MONDAY + timedelta(weeks=n), runs=run))


def week() -> Work:
    """A week with its menus."""
    plan = Plan.of(athlete=BODY, week=WEEK)
    return lambda n: plan_week(plan, first=MONDAY + timedelta(weeks=n))


def page(fmt: str) -> Work:
    """A page of a day that is planned."""
    file = read_plan(EXAMPLE)
    plan = plan_day(file.athlete, file.days[0], file.goal)
    return lambda _: render(plan, fmt)


def log() -> Work:
    """What a log says of the body behind it."""
    athlete = Athlete.of(**BODY)
    days = [
        LogDay(
            date=MONDAY + timedelta(days=number),
            mass_kg=62.0 + (-0.3, 0.0, 0.3)[number % 3],
            intake_kcal=2200.0 + 150.0 * (number % 7 == 6),
        )
        for number in range(N_LOGGED)
    ]
    kept = Log(days=tuple(days))
    return lambda _: learn(athlete, kept)


CASES: Final[Mapping[str, Case]] = {
    "day": Case("a day with its menu, in a week of its own", day),
    "week": Case("a week with menus", week, "400 ms"),
    "text": Case("a page, text", lambda: page("text")),
    "pdf": Case("a page, pdf", lambda: page("pdf"), "100 ms"),
    "html": Case("a page, html", lambda: page("html"), "30 ms cold"),
    "learn": Case(f"`learn`, {N_LOGGED} days", log),
}


def main() -> None:
    """Do it once, and say what that took."""
    work = CASES[sys.argv[1]].ready()
    began = time.process_time()
    work(0)
    print(1e3 * (time.process_time() - began))


if __name__ == "__main__":
    main()

"""
Write every golden page anew, and the README's screen: `python tests/golden/rewrite.py`.

Run it on purpose only, and read the difference before committing it.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from fuelcalc import plan_day, read_plan, render
from fuelcalc.cli.example import EXAMPLE_LINE
from fuelcalc.models.day_plan import DayPlan

HERE = Path(__file__).parent
README = HERE.parents[1] / "README.md"
OPEN, CLOSE = "<!-- screen -->\n```text\n", "```\n<!-- /screen -->"


def plans() -> Iterator[tuple[str, DayPlan]]:
    """Every golden plan: the first day of each plan file, with its neighbours."""
    for file in sorted(HERE.glob("*.toml")):
        plan = read_plan(file)
        before, after = plan.calendar.neighbours(plan.days[0])
        yield file.stem, plan_day(plan.athlete, plan.days[0], plan.goal, before=before, after=after)


def pages(name: str, plan: DayPlan) -> dict[str, str]:
    """Every page of one plan, by file name."""
    found = {
        f"{name}.txt": render(plan, "text"),
        f"{name}.json": render(plan, "json"),
    }
    if name == "example":
        found["example.us.txt"] = render(plan, "text", units="us", energy_unit="kJ")
        found["example.explain.txt"] = render(plan, "text", explain=True)
        found["example.md"] = render(plan, "markdown")
        found["example.html"] = render(plan, "html")
        found["example.csv"] = render(plan, "csv")
        found["example.foods.csv"] = render(plan, "foods-csv")
        found["example.ics"] = render(dated(plan), "ics")
    return found


def dated(plan: DayPlan) -> DayPlan:
    """The plan on a day and in a zone, as a calendar needs it."""
    athlete = plan.athlete.model_copy(update={"time_zone": "Europe/Berlin"})
    return plan.model_copy(update={"athlete": athlete, "date": dt.date(2026, 11, 26)})


def readme_with(screen: str) -> str:
    """The README with its screen replaced."""
    before, _, rest = README.read_text(encoding="utf-8").partition(OPEN)
    _, _, after = rest.partition(CLOSE)
    return f"{before}{OPEN}{EXAMPLE_LINE}\n{screen}{CLOSE}{after}"


def main() -> None:
    """Write all files."""
    for name, plan in plans():
        for file, text in pages(name, plan).items():
            (HERE / file).write_bytes(text.encode())
        if name == "example":
            README.write_text(readme_with(render(plan)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

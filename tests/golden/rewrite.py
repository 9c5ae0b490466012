"""
Write every golden page anew, what importers make of files, and the README's screen.

`python tests/golden/rewrite.py` does it.

Run it on purpose only, and read the difference before committing it.
"""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

from fuelcalc import plan_day, read_plan, render
from fuelcalc.cli.example import EXAMPLE_LINE
from fuelcalc.errors import InputError
from fuelcalc.importers import Importer, plan_file
from fuelcalc.importers.own_foods import food_file
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.plan import Plan
from fuelcalc.pantry import Pantry
from fuelcalc.pantry.frame import dish_row, find_dishes, food_row
from fuelcalc.reports.rounding import for_files

HERE = Path(__file__).parent
FILES = HERE.parent / "importers" / "files"
IMPORTERS: dict[str, Importer[Plan | Pantry]] = {"plan": plan_file, "foods": food_file}
"""Each importer by what the names of its files begin with."""

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


def inputs() -> list[Path]:
    """Every file that an importer is given, sound or not."""
    return sorted(file for file in FILES.iterdir() if file.suffix != ".txt")


def outcome(file: Path) -> str:
    """What a file becomes, or the line that it is refused with."""
    try:
        read = IMPORTERS[file.name.partition("-")[0]].read(file)
    except InputError as error:
        return f"{error}\n"
    if isinstance(read, Plan):
        return read.model_dump_json(indent=2, exclude_defaults=True) + "\n"
    ids = {dish.dish_id for dish in read.own_dishes}
    plates = [plate for plate in find_dishes(foods=read) if plate.variant.dish.dish_id in ids]
    tree = {
        "foods": [food_row(food) for food in read.own_foods],
        "dishes": [dish_row(plate) for plate in plates],
    }
    return json.dumps(for_files(tree), indent=2, ensure_ascii=False) + "\n"


def readme_with(screen: str) -> str:
    """The README with its screen replaced."""
    before, _, rest = README.read_text(encoding="utf-8").partition(OPEN)
    _, _, after = rest.partition(CLOSE)
    return f"{before}{OPEN}{EXAMPLE_LINE}\n{screen}{CLOSE}{after}"


def main() -> None:
    """Write all files."""
    for file in inputs():
        file.with_suffix(".txt").write_bytes(outcome(file).encode())
    for name, plan in plans():
        for file, text in pages(name, plan).items():
            (HERE / file).write_bytes(text.encode())
        if name == "example":
            README.write_text(readme_with(render(plan)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""
A page for the fridge for each row of a file.

    python guides.py athletes.csv guides/

Reads a row an athlete, in columns named as the keys of a plan file (name, sex, age, mass ...),
with sessions in "run" and "lift" and commas between several words. A row that cannot be planned is
told, and the others are written.
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from fuelcalc import Athlete, Day, Goal, InputError, plan_day, render

SESSIONS = {"run": "runs", "lift": "lifts"}
GOAL = ("aim", "season")
LISTS = {"avoid", "restrictions", "conditions", "dislikes", "likes"}


def guides(source: Path, folder: Path) -> Iterator[str]:
    """Write each page, and say what came of each row."""
    folder.mkdir(exist_ok=True)
    with source.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=1):
            told: dict[str, object] = {key: value for key, value in row.items() if value}
            for key in LISTS & told.keys():
                told[key] = [word.strip() for word in row[key].split(",")]
            day = {SESSIONS[key]: [told.pop(key)] for key in SESSIONS if key in told}
            goal = {key: told.pop(key) for key in GOAL if key in told}
            try:
                plan = plan_day(Athlete.of(**told), Day.of(**day), Goal.of(**goal))
            except InputError as error:
                yield f"row {number}: {error}"
                continue
            # Not every name is one of a file: "Di/Ed" would be a folder.
            name = re.sub(r"\W+", "-", row.get("name") or "guide").lower()
            page = folder / f"{number:02d}-{name}.pdf"
            page.write_bytes(render(plan, "pdf"))
            yield f"row {number}: {page.name}"


if __name__ == "__main__":
    print(*guides(Path(sys.argv[1]), Path(sys.argv[2])), sep="\n")

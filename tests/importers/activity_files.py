"""
Small files of every format, and what they become.

The files stand in `activities/`, each beside its outcome; `python
tests/importers/activity_files.py` writes the outcomes anew. Run it on purpose only, and read the
difference before committing it.
"""

from pathlib import Path

from fuelcalc.importers.activities.door import read_activities
from fuelcalc.reports.formats.json import as_json
from fuelcalc.reports.imports import import_tree

FILES = Path(__file__).parent / "activities"


def inputs():
    """Every file that is read."""
    return sorted(file for file in FILES.iterdir() if file.suffix != ".json")


def outcome(file):
    """What a file becomes, for an athlete in Berlin whose apps do not name their kilograms."""
    found = read_activities([file], mass_unit="kg", distance_unit="km", time_zone="Europe/Berlin")
    return as_json(import_tree(found))


def rewrite():
    """Write every outcome anew."""
    for file in inputs():
        file.with_name(f"{file.name}.json").write_bytes(outcome(file).encode())


if __name__ == "__main__":
    rewrite()

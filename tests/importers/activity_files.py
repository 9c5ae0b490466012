"""
Small files of every format, and what they become.

The files that stand in `activities/` beside their outcomes were written by hand, those of FIT by
`fit_writer`; `python tests/golden/rewrite.py` writes the outcomes anew.
"""

from pathlib import Path

from fuelcalc.importers.activities.door import read_activities
from fuelcalc.reports.imports import import_json

FILES = Path(__file__).parent / "activities"


def inputs():
    """Every file that is read."""
    return sorted(file for file in FILES.iterdir() if file.suffix != ".json")


def outcome(file):
    """What a file becomes, for an athlete in Berlin whose apps do not name their kilograms."""
    found = read_activities([file], mass_unit="kg", distance_unit="km", time_zone="Europe/Berlin")
    return import_json(found)


def rewrite():
    """Write every outcome anew."""
    for file in inputs():
        file.with_name(f"{file.name}.json").write_text(outcome(file), encoding="utf-8")

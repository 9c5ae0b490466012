"""One view of a plan, many renderers: no two formats can disagree."""

from fuelcalc.reports.formats import FORMATS
from fuelcalc.reports.render import render

__all__ = ["FORMATS", "render"]

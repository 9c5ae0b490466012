"""One view of a plan, many renderers: no two formats can disagree."""

from fuelcalc.reports.render import FORMATS, render

__all__ = ["FORMATS", "render"]

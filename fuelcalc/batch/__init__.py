"""Many days at once: a table of athlete-days in, a table of figures out, by the same functions."""

from fuelcalc.batch.frame import plan_frame

__all__ = ["plan_frame"]

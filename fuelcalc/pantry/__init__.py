"""
The pantry: foods, dishes and portions, diets and allergens, and snacks before a session.

Everything here is read once, checked as it loads and never changed, so that it may be shared by
threads.
"""

from fuelcalc.pantry.limits import Limits
from fuelcalc.pantry.pantry import BUNDLED, Pantry, pantry_of

__all__ = ["BUNDLED", "Limits", "Pantry", "pantry_of"]

"""
The food table, portions, diets and allergens, and snacks before a session.

Everything here is read once, checked as it loads and never changed, so that it may be shared by
threads.
"""

from fuelcalc.models.foods import Food, Measure, Serving, Snack
from fuelcalc.models.nutrients import Nutrients, Total, total
from fuelcalc.pantry.dishes import goes_together
from fuelcalc.pantry.limits import Limits, allowed_foods, is_allowed, limits_of
from fuelcalc.pantry.lookup import find, food_named
from fuelcalc.pantry.portions import amounts, household_text, serving
from fuelcalc.pantry.snacks import snack_options
from fuelcalc.pantry.table import ROLES, FoodTable, food_by_id, food_table

__all__ = [
    "ROLES",
    "Food",
    "FoodTable",
    "Limits",
    "Measure",
    "Nutrients",
    "Serving",
    "Snack",
    "Total",
    "allowed_foods",
    "amounts",
    "find",
    "food_by_id",
    "food_named",
    "food_table",
    "goes_together",
    "household_text",
    "is_allowed",
    "limits_of",
    "serving",
    "snack_options",
    "total",
]

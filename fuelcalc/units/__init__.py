"""
Amounts between people and equations: the only room that knows pint.

People type "154 lb" or hand over a pint Quantity; everything inside is a plain float in a field
whose name ends with its unit. `SUFFIXES` is the vocabulary, `parse_amount` and `parse_clock` the
way in, `to_quantity` and `convert` the way out. Text in metric units never imports pint.
"""

from fuelcalc.units.amounts import parse_amount, parse_mileage
from fuelcalc.units.clock import parse_clock
from fuelcalc.units.conversion import to_quantity
from fuelcalc.units.systems import ENERGY_UNITS, SYSTEMS, convert
from fuelcalc.units.vocabulary import (
    SUFFIXES,
    bare_name,
    dimension_of,
    nearest_unit,
    split_name,
    suffix_of,
)

__all__ = [
    "ENERGY_UNITS",
    "SUFFIXES",
    "SYSTEMS",
    "bare_name",
    "convert",
    "dimension_of",
    "nearest_unit",
    "parse_amount",
    "parse_clock",
    "parse_mileage",
    "split_name",
    "suffix_of",
    "to_quantity",
]

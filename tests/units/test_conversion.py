"""Plain numbers leave as pint Quantities."""

import pint
import pytest

from fuelcalc.errors import InputError
from fuelcalc.units import SUFFIXES, parse_amount, to_quantity
from fuelcalc.units.conversion import scaled
from fuelcalc.units.vocabulary import DIMENSIONS


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_gives_a_quantity_that_reads_back(suffix):
    """Out as a Quantity and in again is the same number, for every suffix."""
    quantity = to_quantity(12.5, suffix)
    assert quantity.magnitude == 12.5
    assert parse_amount(quantity, suffix, name="thing") == pytest.approx(12.5, rel=1e-12)


def test_uses_the_application_registry():
    """Without a registry of its own it can be added to what the program already has."""
    total = to_quantity(1.0, "kg") + pint.get_application_registry().Quantity(1.0, "kg")
    assert total.to("g").magnitude == pytest.approx(2000.0)


def test_uses_the_registry_it_is_given():
    """A registry of the caller's makes the Quantity."""
    registry = pint.UnitRegistry()
    assert isinstance(to_quantity(1.0, "kg", registry), registry.Quantity)


def test_makes_temperatures():
    """20 °C is 68 °F, although degrees cannot be multiplied."""
    assert to_quantity(20.0, "degc").to("degF").magnitude == pytest.approx(68.0)


def test_leaves_counts_without_a_unit():
    """No suffix is a plain number."""
    assert to_quantity(3.0, None).dimensionless


def test_refuses_an_unknown_suffix():
    """A suffix outside the vocabulary is an error."""
    with pytest.raises(InputError, match='suffix: "stone" is not a unit suffix'):
        to_quantity(11.0, "stone")


PINT_SPELLS = {
    "st": "stone",
    "us_fl_oz": "fluid_ounce",
    "us_cup": "cup",
    "us_pint": "pint",
    "us_quart": "quart",
    "us_gallon": "gallon",
    "imp_fl_oz": "imperial_fluid_ounce",
    "imp_pint": "imperial_pint",
    "imp_quart": "imperial_quart",
    "imp_gallon": "imperial_gallon",
}
LENGTHS_OF_RACES = {"half_marathon": 21.0975, "marathon": 42.195}
MEASURED = [unit for unit in DIMENSIONS if unit not in {"", "MET", *LENGTHS_OF_RACES}]


@pytest.mark.parametrize("unit", MEASURED)
def test_agrees_with_pint_about_every_unit(unit):
    """Into the first unit of its kind and back, as pint's own registry has it."""
    first = next(other for other in DIMENSIONS if DIMENSIONS[other] == DIMENSIONS[unit])
    theirs = pint.get_application_registry().Quantity(50.0, PINT_SPELLS.get(unit, unit))
    there = scaled(50.0, unit, first)
    assert there == pytest.approx(theirs.to(first).magnitude, rel=1e-12)
    assert scaled(there, first, unit) == pytest.approx(50.0, rel=1e-12)


@pytest.mark.parametrize(("race", "length_km"), LENGTHS_OF_RACES.items())
def test_knows_how_long_races_are(race, length_km):
    """A marathon is 42.195 km, and half of it 21.0975."""
    assert scaled(2.0, race, "km") == pytest.approx(2.0 * length_km, rel=1e-12)

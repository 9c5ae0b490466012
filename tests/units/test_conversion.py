"""Plain numbers leave as pint Quantities."""

import pint
import pytest

from fuelcalc.errors import InputError
from fuelcalc.units import SUFFIXES, parse_amount, to_quantity


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

"""Numbers for readers in metric, American and British units; factors as in test_amounts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuelcalc.errors import InputError
from fuelcalc.units import ENERGY_UNITS, SUFFIXES, SYSTEMS, convert, parse_amount


@pytest.mark.parametrize(
    ("suffix", "value", "system", "expected", "label"),
    [
        ("kg", 70.0, "metric", 70.0, "kg"),
        ("kg", 0.45359237 * 154, "us", 154.0, "lb"),
        ("kg", 0.45359237 * 158, "uk", 158.0, "st lb"),
        ("g", 30.0, "us", 30.0, "g"),
        ("g", 30.0, "uk", 30.0, "g"),
        ("cm", 2.54 * 71, "us", 71.0, "ft in"),
        ("cm", 2.54 * 71, "uk", 71.0, "ft in"),
        ("m", 30.48, "us", 100.0, "ft"),
        ("m", 30.48, "uk", 30.48, "m"),
        ("km", 1.609344 * 8, "us", 8.0, "mi"),
        ("km", 1.609344 * 8, "uk", 8.0, "mi"),
        ("km_per_week", 1.609344 * 35, "us", 35.0, "mi/week"),
        ("s_per_km", 340.0, "metric", 340.0, "/km"),
        ("s_per_km", 510 / 1.609344, "us", 510.0, "/mi"),
        ("s_per_km", 510 / 1.609344, "uk", 510.0, "/mi"),
        ("m_per_s", 1609.344 / 360, "us", 10.0, "mph"),
        ("degc", 20.0, "us", 68.0, "°F"),
        ("degc", 20.0, "uk", 20.0, "°C"),
        ("ml", 29.5735295625 * 16, "us", 16.0, "fl oz"),
        ("ml", 500.0, "uk", 500.0, "ml"),
        ("l_per_h", 0.0295735295625 * 37, "us", 37.0, "fl oz/h"),
        ("l_per_h", 1.1, "metric", 1.1, "L/h"),
        ("kg_per_week", 0.45359237, "us", 1.0, "lb/week"),
        ("share", 0.22, "metric", 22.0, "%"),
        ("met", 6.8, "us", 6.8, "MET"),
        ("kcal_per_kg_ffm", 35.0, "metric", 35.0, "kcal/kg FFM"),
    ],
)
def test_prints_in_the_reader_s_units(suffix, value, system, expected, label):
    """Each system has its unit for each suffix, and food stays in grams."""
    number, unit = convert(value, suffix, system)
    assert number == pytest.approx(expected, rel=1e-12)
    assert unit == label


@pytest.mark.parametrize(
    ("suffix", "label"),
    [
        ("kcal", "kJ"),
        ("kcal_per_day", "kJ/day"),
        ("kcal_per_h", "kJ/h"),
        ("kcal_per_kg", "kJ/kg"),
        ("kcal_per_kg_ffm", "kJ/kg FFM"),
        ("kcal_per_kg_per_km", "kJ/kg/km"),
    ],
)
@pytest.mark.parametrize("system", SYSTEMS)
def test_prints_energy_in_kilojoules(suffix, label, system):
    """One kilocalorie is 4.184 kJ, in every system and every suffix that carries energy."""
    assert convert(1.0, suffix, system, "kJ") == (pytest.approx(4.184), label)


@pytest.mark.parametrize(("system", "energy_unit"), [("imperial", "kcal"), ("us", "Wh")])
def test_refuses_unknown_systems(system, energy_unit):
    """The message lists those that exist."""
    with pytest.raises(InputError, match=r"is unknown; choose one of: (metric, us, uk|kcal, kJ)$"):
        convert(1.0, "kg", system, energy_unit)


# Labels that ask for two numbers or a clock, in a form that can be read back.
READABLE = {"ft in": "in", "st lb": "lb", "/km": "s/km", "/mi": "s/mi", "kJ/kg FFM": "kJ/kg",
            "kcal/kg FFM": "kcal/kg"}  # fmt: skip


@settings(deadline=None)
@given(
    value=st.floats(0.001, 1e6),
    suffix=st.sampled_from(sorted(SUFFIXES)),
    system=st.sampled_from(SYSTEMS),
    energy_unit=st.sampled_from(ENERGY_UNITS),
)
def test_prints_what_reads_back(value, suffix, system, energy_unit):
    """A printed amount, typed in again, is the same amount."""
    number, label = convert(value, suffix, system, energy_unit)
    text = f"{number!r} {READABLE.get(label, label)}"
    back = parse_amount(text, suffix, name="thing")
    assert back == pytest.approx(value, rel=1e-9, abs=1e-9)

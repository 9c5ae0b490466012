"""Field names carry their units, and every unit that people type is known."""

import pint
import pytest

from fuelcalc.units import SUFFIXES, bare_name, dimension_of, nearest_unit, split_name, suffix_of
from fuelcalc.units.examples import EXAMPLES
from fuelcalc.units.vocabulary import DIMENSIONS, SPELLINGS


@pytest.mark.parametrize(
    ("name", "bare", "suffix"),
    [
        ("mass_kg", "mass", "kg"),
        ("pace_s_per_km", "pace", "s_per_km"),
        ("running_economy_kcal_per_kg_per_km", "running_economy", "kcal_per_kg_per_km"),
        ("energy_availability_kcal_per_kg_ffm", "energy_availability", "kcal_per_kg_ffm"),
        ("sweat_rate_l_per_h", "sweat_rate", "l_per_h"),
        ("temperature_degc", "temperature", "degc"),
        ("grade_share", "grade", "share"),
        ("diet", "diet", None),
        ("met", "met", None),
        ("_kg", "_kg", None),
        ("n_meals", "n_meals", None),
    ],
)
def test_takes_the_longest_suffix_off_a_name(name, bare, suffix):
    """A name is its bare name plus the longest unit suffix, or has none."""
    assert split_name(name) == (bare, suffix)
    assert bare_name(name) == bare
    assert suffix_of(name) == suffix


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_names_units_that_pint_knows(suffix):
    """Every suffix stands for a unit of pint's default registry, and has an example."""
    assert pint.get_application_registry().Unit(SUFFIXES[suffix]) is not None
    assert EXAMPLES[suffix]


def test_cannot_be_changed():
    """The vocabulary is read-only."""
    with pytest.raises(TypeError):
        SUFFIXES["kg"] = "lb"


def test_spells_only_units_that_it_can_convert():
    """Each spelling leads to a unit of its own dimension."""
    for dimension, words in SPELLINGS.items():
        assert {DIMENSIONS[unit] for unit in words.values()} == {dimension}


@pytest.mark.parametrize(
    ("word", "dimension"),
    [
        ("lbs", "mass"),
        ("Fl  Oz", "volume"),
        ("imp pint", "volume"),
        ("minutes", "time"),
        ("m", "length"),
        ("Cal", "energy"),
        ("deg C", "temperature"),
        ("furlong", None),
        ("", None),
    ],
)
def test_says_what_a_unit_measures(word, dimension):
    """Capitals and blanks do not matter; unknown words measure nothing."""
    assert dimension_of(word) == dimension


@pytest.mark.parametrize(
    ("typed", "dimensions", "nearest"),
    [
        ("kgg", ("mass",), "kg"),
        ("kmm", ("length", "time"), "km"),
        ("minuts", ("time",), "minutes"),
        ("minuts", ("mass",), None),
        ("parsecs", ("length", "time"), None),
        ("MPHH", ("mass",), "mph"),
        ("furlong", ("length",), None),
    ],
)
def test_offers_the_nearest_unit(typed, dimensions, nearest):
    """A mistyped unit is answered with one that exists, if any is close."""
    assert nearest_unit(typed, *dimensions) == nearest

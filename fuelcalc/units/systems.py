"""Amounts in the units that a reader is used to."""

from collections.abc import Mapping
from typing import Final

from fuelcalc.errors import InputError
from fuelcalc.units.conversion import scaled, units_of

SYSTEMS: Final = ("metric", "us", "uk")
ENERGY_UNITS: Final = ("kcal", "kJ")

_LABELS = {
    "ug": "µg",
    "l": "L",
    "degc": "°C",
    "share": "%",
    "met": "MET",
    "kcal_per_kg_ffm": "kcal/kg FFM",
    "l_per_h": "L/h",
    "mg_per_l": "mg/L",
    "mmol_per_l": "mmol/L",
    "s_per_km": "/km",
    "y": "y",
}

# For each suffix that a system prints in its own units: those units, and their label.
_MILES: Mapping[str, tuple[tuple[str, ...], str]] = {
    "cm": (("inch",), "ft in"),
    "km": (("mi",), "mi"),
    "km_per_week": (("mi", "week"), "mi/week"),
    "s_per_km": (("s", "mi"), "/mi"),
    "m_per_s": (("mi", "h"), "mph"),
}
_OWN_UNITS: Mapping[str, Mapping[str, tuple[tuple[str, ...], str]]] = {
    "metric": {},
    "us": {
        **_MILES,
        "kg": (("lb",), "lb"),
        "kg_per_week": (("lb", "week"), "lb/week"),
        "m": (("ft",), "ft"),
        "ml": (("us_fl_oz",), "fl oz"),
        "l": (("us_fl_oz",), "fl oz"),
        "ml_per_h": (("us_fl_oz", "h"), "fl oz/h"),
        "l_per_h": (("us_fl_oz", "h"), "fl oz/h"),
        "degc": (("degF",), "°F"),
    },
    "uk": {
        **_MILES,
        "kg": (("lb",), "st lb"),
        "kg_per_week": (("lb", "week"), "lb/week"),
    },
}


def convert(
    value: float,
    suffix: str,
    system: str = "metric",
    energy_unit: str = "kcal",
) -> tuple[float, str]:
    """
    A number in the unit that a reader is used to, and that unit's label.

    Nothing is rounded. Three labels ask for two numbers or a clock and leave them to the
    printer: "ft in" comes with inches, "st lb" with pounds, "/km" and "/mi" with seconds.
    Food stays in grams everywhere. The UK's stone is for people: print a barbell as metric.

    Args:
        value: The number in the unit of *suffix*.
        suffix: A key of `SUFFIXES`.
        system: One of `SYSTEMS`.
        energy_unit: One of `ENERGY_UNITS`; 1 kcal is 4.184 kJ.

    Returns:
        The number and the label; shares come in per cent.

    Raises:
        InputError: The suffix, the system or the energy unit is unknown.

    >>> convert(100.0, "kcal_per_day", energy_unit="kJ")
    (418.4, 'kJ/day')
    >>> convert(0.5, "share")
    (50.0, '%')
    """
    units = units_of(suffix)
    if system not in SYSTEMS:
        raise InputError("is unknown", argument="units", value=system, allowed=SYSTEMS)
    if energy_unit not in ENERGY_UNITS:
        raise InputError(
            "is unknown", argument="energy_unit", value=energy_unit, allowed=ENERGY_UNITS
        )
    own, label = _OWN_UNITS[system].get(suffix, (units, _LABELS.get(suffix, "/".join(units))))
    if own[0] == "kcal":
        own, label = (energy_unit, *own[1:]), label.replace("kcal", energy_unit)
    if suffix == "share":
        own = ("percent",)
    number = scaled(value, units[0], own[0])
    for unit, wanted in zip(units[1:], own[1:], strict=True):
        number /= scaled(1.0, unit, wanted)
    return number, label

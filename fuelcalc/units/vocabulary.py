"""The vocabulary of units: how field names end, and what people type for a unit."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

SUFFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "kg": "kg",
        "g": "g",
        "mg": "mg",
        "ug": "ug",
        "ml": "ml",
        "l": "l",
        "cm": "cm",
        "m": "m",
        "km": "km",
        "kcal": "kcal",
        "s": "s",
        "min": "min",
        "h": "h",
        "y": "year",
        "degc": "degC",
        "share": "",
        "met": "",
        "g_per_h": "g/h",
        "g_per_kg": "g/kg",
        "kcal_per_day": "kcal/day",
        "kcal_per_h": "kcal/h",
        "kcal_per_kg": "kcal/kg",
        "kcal_per_kg_ffm": "kcal/kg",
        "kcal_per_kg_per_km": "kcal/kg/km",
        "kg_per_week": "kg/week",
        "km_per_week": "km/week",
        "l_per_h": "l/h",
        "m_per_s": "m/s",
        "mg_per_h": "mg/h",
        "mg_per_kg": "mg/kg",
        "mg_per_l": "mg/l",
        "ml_per_h": "ml/h",
        "ml_per_kg": "ml/kg",
        "mmol_per_l": "mmol/l",
        "s_per_km": "s/km",
    },
)
"""How a field name ends, and the unit (as pint spells it) that it promises."""

_LONGEST_FIRST = sorted(SUFFIXES, key=len, reverse=True)

# Each unit in the smallest of its kind: pounds, inches and gallons are defined so, exactly.
_SCALES: dict[str, dict[str, float]] = {
    "mass": {
        "ug": 1.0,
        "mg": 1e3,
        "g": 1e6,
        "kg": 1e9,
        "oz": 28_349_523.125,
        "lb": 453_592_370.0,
        "st": 6_350_293_180.0,
    },
    "length": {
        "mm": 1.0,
        "cm": 10.0,
        "m": 1e3,
        "km": 1e6,
        "half_marathon": 21_097_500.0,
        "marathon": 42_195_000.0,
        "inch": 25.4,
        "ft": 304.8,
        "yd": 914.4,
        "mi": 1_609_344.0,
        "nmi": 1_852_000.0,
    },
    "volume": {
        "ml": 1.0,
        "cl": 10.0,
        "dl": 100.0,
        "l": 1e3,
        "us_fl_oz": 29.5735295625,
        "us_cup": 236.5882365,
        "us_pint": 473.176473,
        "us_quart": 946.352946,
        "us_gallon": 3785.411784,
        "imp_fl_oz": 28.4130625,
        "imp_pint": 568.26125,
        "imp_quart": 1136.5225,
        "imp_gallon": 4546.09,
    },
    "energy": {"kJ": 1e3, "kcal": 4184.0, "MJ": 1e6},
    "time": {
        "s": 1.0,
        "min": 60.0,
        "h": 3600.0,
        "day": 86_400.0,
        "week": 604_800.0,
        "month": 2_629_800.0,
        "year": 31_557_600.0,
    },
    "temperature": {"degC": 9.0, "K": 9.0, "degF": 5.0},  # in ninths of a degree
    "share": {"percent": 1.0, "": 100.0},
    "substance": {"mmol": 1.0, "mol": 1e3},
    "met": {"MET": 1.0},
}

ZEROS: Final[Mapping[str, float]] = MappingProxyType({"K": -2458.35, "degF": -160.0})
"""Where a scale of temperature begins, in ninths of a degree Celsius; others begin at none."""

SCALES: Final[Mapping[str, float]] = {
    unit: scale for scales in _SCALES.values() for unit, scale in scales.items()
}

DIMENSIONS: Final[Mapping[str, str]] = {
    unit: dimension for dimension, scales in _SCALES.items() for unit in scales
}

_WORDS: dict[str, dict[str, str]] = {
    "mass": {
        "kg": "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes",
        "g": "g|gm|gram|grams|gramme|grammes",
        "mg": "mg|milligram|milligrams",
        "ug": "ug|μg|mcg|microgram|micrograms",
        "lb": "lb|lbs|pound|pounds",
        "oz": "oz|ounce|ounces",
        "st": "st|stone|stones",
    },
    "length": {
        "mm": "mm|millimetre|millimetres|millimeter|millimeters",
        "cm": "cm|cms|centimetre|centimetres|centimeter|centimeters",
        "m": "m|metre|metres|meter|meters",
        "km": "km|kms|k|kilometre|kilometres|kilometer|kilometers",
        "inch": 'in|inch|inches|"',
        "ft": "ft|foot|feet|'",
        "yd": "yd|yds|yard|yards",
        "mi": "mi|mile|miles",
        "nmi": "nmi|nautical mile|nautical miles",
        "half_marathon": "half marathon|half-marathon|half",
        "marathon": "marathon|marathons",
    },
    "volume": {
        "ml": "ml|mls|millilitre|millilitres|milliliter|milliliters|cc",
        "cl": "cl|centilitre|centilitres|centiliter|centiliters",
        "dl": "dl|decilitre|decilitres|deciliter|deciliters",
        "l": "l|litre|litres|liter|liters",
    },
    "energy": {
        "kcal": "kcal|kcals|cal|cals|calorie|calories|kilocalorie|kilocalories",
        "kJ": "kj|kilojoule|kilojoules",
        "MJ": "mj|megajoule|megajoules",
    },
    "time": {
        "s": 's|sec|secs|second|seconds|"',
        "min": "min|mins|minute|minutes|'",
        "h": "h|hr|hrs|hour|hours",
        "day": "d|day|days",
        "week": "w|wk|wks|week|weeks",
        "month": "mo|month|months",
        "year": "y|yr|yrs|year|years",
    },
    "temperature": {
        "degC": "c|degc|deg c|degrees c|celsius|deg celsius|degrees celsius|centigrade",
        "degF": "f|degf|deg f|degrees f|fahrenheit|deg fahrenheit|degrees fahrenheit",
        "K": "k|kelvin",
    },
    "share": {"percent": "%|percent|pct"},
    "substance": {"mmol": "mmol|mmols|millimole|millimoles|meq", "mol": "mol|mole|moles"},
    "met": {"MET": "met|mets"},
}

_POURED = {
    "fl_oz": "fl oz|floz|fluid ounce|fluid ounces",
    "cup": "cup|cups",
    "pint": "pint|pints|pt|pts",
    "quart": "quart|quarts|qt",
    "gallon": "gallon|gallons|gal",
}
_COUNTRIES = {"us": ("us", "american"), "imp": ("imp", "imperial", "uk", "british")}


def _poured_words() -> dict[str, str]:
    """Spellings of the volumes that two countries share: US unless they say imperial."""
    words: dict[str, str] = {}
    for country, marks in _COUNTRIES.items():
        for measure, spellings in _POURED.items():
            unit = f"{country}_{measure}"
            if unit not in DIMENSIONS:
                continue
            plain = spellings.split("|")
            for spelling in plain:
                words |= {f"{mark} {spelling}": unit for mark in marks}
                words |= {f"{spelling} {mark}": unit for mark in marks}
            if country == "us":
                words |= dict.fromkeys(plain, unit)
    return words


def _spellings() -> dict[str, dict[str, str]]:
    """All spellings, sorted by what they measure."""
    table = {
        dimension: {word: unit for unit, words in units.items() for word in words.split("|")}
        for dimension, units in _WORDS.items()
    }
    table["volume"] |= _poured_words()
    return table


SPELLINGS: Final[Mapping[str, Mapping[str, str]]] = _spellings()

RATES: Final[Mapping[str, tuple[str, str]]] = {
    "mph": ("mi", "h"),
    "kph": ("km", "h"),
    "kmh": ("km", "h"),
    "kmph": ("km", "h"),
    "mps": ("m", "s"),
    "mpw": ("mi", "week"),
    "kn": ("nmi", "h"),
    "kt": ("nmi", "h"),
    "kts": ("nmi", "h"),
    "knot": ("nmi", "h"),
    "knots": ("nmi", "h"),
}


@lru_cache(maxsize=1024)
def split_name(name: str) -> tuple[str, str | None]:
    """
    A field's bare name and the suffix that carries its unit.

    Args:
        name: A field, column or parameter name.

    Returns:
        The bare name and the longest suffix of `SUFFIXES` that it ends with; the whole
        name and None when it carries no unit.

    >>> split_name("pace_s_per_km")
    ('pace', 's_per_km')
    >>> split_name("diet")
    ('diet', None)
    """
    for suffix in _LONGEST_FIRST:
        bare = name.removesuffix(f"_{suffix}")
        if bare and bare != name:
            return bare, suffix
    return name, None


def bare_name(name: str) -> str:
    """The name without its unit: what a plan file calls the field."""
    return split_name(name)[0]


def suffix_of(name: str) -> str | None:
    """The unit suffix of a field name, or None when it carries no unit."""
    return split_name(name)[1]


def dimension_of(unit: str) -> str | None:
    """
    What a unit, as people type it, measures.

    Args:
        unit: One unit without a number, such as "lbs", "fl oz" or "minutes".

    Returns:
        "mass", "length", "volume", "energy", "time", "temperature", "share", "substance"
        or "met", the first that knows the word; None when none does.

    >>> dimension_of("lbs")
    'mass'
    """
    word = " ".join(unit.casefold().split())
    return next((kind for kind, words in SPELLINGS.items() if word in words), None)


def nearest_unit(unit: str, *dimensions: str) -> str | None:
    """
    The known unit that a mistyped one is closest to.

    Args:
        unit: What was typed.
        *dimensions: What it should measure: a unit of anything else would be refused next.
            Rates such as "mph" come second.

    Returns:
        A spelling that `dimension_of` knows, or None when nothing is close.

    >>> nearest_unit("kgg", "mass")
    'kg'
    """
    from difflib import get_close_matches

    for words in ([word for kind in dimensions for word in SPELLINGS[kind]], list(RATES)):
        # Whoever slips does so after the first letter: parsecs are no "secs".
        alike = [word for word in words if word[:1] == unit[:1].casefold()]
        close = get_close_matches(unit.casefold(), alike, n=1)
        if close:
            return close[0]
    return None

"""How an amount that cannot be used is shown, and what to write instead."""

from fuelcalc.errors import InputError, quoted


class AmountError(InputError):
    """An amount that cannot be used, before anybody says whose amount it is."""


EXAMPLES: dict[str, tuple[str, ...]] = {
    "kg": ("70 kg", "154 lb"),
    "g": ("30 g", "1 oz"),
    "mg": ("500 mg",),
    "ug": ("15 ug",),
    "ml": ("500 ml", "16 fl oz"),
    "l": ("1.5 l", "50 fl oz"),
    "cm": ("175 cm", "5 ft 9 in"),
    "m": ("120 m", "400 ft"),
    "km": ("10 km", "6.2 mi"),
    "kcal": ("2100 kcal", "8800 kJ"),
    "s": ("90 s", "1:30"),
    "min": ("50 min", "1:10:00"),
    "h": ("1.5 h", "1:30 h"),
    "y": ("34",),
    "degc": ("12 °C", "54 °F"),
    "share": ("22 %",),
    "met": ("6.8",),
    "g_per_h": ("60 g/h",),
    "g_per_kg": ("1.8 g/kg",),
    "kcal_per_day": ("1400 kcal/day", "5860 kJ/day"),
    "kcal_per_h": ("600 kcal/h", "2500 kJ/h"),
    "kcal_per_kg": ("35 kcal/kg",),
    "kcal_per_kg_ffm": ("35 kcal/kg",),
    "kcal_per_kg_per_km": ("0.98 kcal/kg/km", "200 ml/kg/km"),
    "kg_per_week": ("0.3 kg/week", "0.7 lb/week"),
    "km_per_week": ("56 km/week", "35 mi/week"),
    "l_per_h": ("1.1 l/h", "37 fl oz/h"),
    "m_per_s": ("15 km/h", "10 mph"),
    "mg_per_h": ("500 mg/h",),
    "mg_per_kg": ("3 mg/kg",),
    "mg_per_l": ("930 mg/l", "40 mmol/l"),
    "ml_per_h": ("600 ml/h", "20 fl oz/h"),
    "ml_per_kg": ("30 ml/kg",),
    "mmol_per_l": ("40 mmol/l",),
    "s_per_km": ("5:40 /km", "9:07 /mi"),
}
"""An amount or two of each suffix, the way people write them."""


def write(*texts: str) -> str:
    """What to write: 'write "70 kg" or "154 lb"'."""
    return f"write {' or '.join(quoted(text) for text in texts)}"


def example(suffix: str) -> str:
    """What to write for an amount of this suffix, by example."""
    return write(*EXAMPLES[suffix])

"""How amounts stand in a sentence, in the reader's units: paces, distances, drinks, body mass."""

from math import floor

from fuelcalc.models.sessions import pace_text
from fuelcalc.reports.look import Look
from fuelcalc.reports.rounding import signed, thousands


def pace_in(look: Look, pace_s_per_km: float) -> str:
    """
    A pace, by the kilometre or the mile.

    >>> pace_in(Look("us"), 360.0)
    '9:39 /mi'
    """
    seconds, unit = look.amount(pace_s_per_km, "s_per_km")
    return f"{pace_text(seconds)} {unit}"


def both_paces(look: Look, pace_s_per_km: float) -> str:
    """A pace; beside one by the kilometre also that by the mile, which many watches show."""
    own = pace_in(look, pace_s_per_km)
    return f"{own} ({pace_in(Look('us'), pace_s_per_km)})" if look.units == "metric" else own


def both_distances(look: Look, distance_km: float) -> str:
    """A distance, in miles too."""
    miles = f"{Look('us').amount(distance_km, 'km')[0]:.0f} miles"
    return f"{distance_km:.0f} km ({miles})" if look.units == "metric" else miles


def distance_in(look: Look, distance_km: float) -> str:
    """
    A distance, to a tenth.

    >>> distance_in(Look(), 24.0), distance_in(Look("us"), 24.0)
    ('24 km', '14.9 mi')
    """
    amount, unit = look.amount(distance_km, "km")
    return f"{amount:.1f}".removesuffix(".0") + f" {unit}"


def at_most(look: Look, distance_km: float) -> str:
    """
    A distance that is a ceiling: never rounded above it.

    >>> at_most(Look(), 13.57), at_most(Look(), 1.1 * 18.0)
    ('13.5 km', '19.8 km')
    """
    amount, unit = look.amount(distance_km, "km")
    return f"{floor(amount * 10.0 + 1e-9) / 10.0:.1f}".removesuffix(".0") + f" {unit}"


def drink_in(look: Look, drink_ml: float) -> str:
    """An amount to drink."""
    amount, unit = look.amount(drink_ml, "ml")
    return f"{thousands(amount)} {unit}"


def weekly_change(look: Look, kg_per_week: float) -> tuple[str, str]:
    """
    What body mass changes by in a week, with its sign, and its unit.

    >>> weekly_change(Look("us"), 0.5)
    ('+1.1', 'lb/week')
    """
    amount, unit = look.amount(kg_per_week, "kg_per_week")
    return signed(amount, places=1), unit


def mass_change(look: Look, mass_kg: float, *, places: int = 0) -> tuple[str, str]:
    """
    A change of body mass and its unit; the only mass of a body that a page prints.

    In the UK people weigh themselves in stones and pounds, such as 9 st 11 lb, and gain pounds.

    >>> mass_change(Look("uk"), 2.0)
    ('4', 'lb')
    """
    amount, unit = look.amount(mass_kg, "kg")
    return f"{amount:.{places}f}", "lb" if unit == "st lb" else unit

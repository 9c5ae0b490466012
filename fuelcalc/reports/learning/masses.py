"""Masses of a body, as a page of learning prints them: to a tenth, and never rounder than known."""

from fuelcalc.reports.look import Look
from fuelcalc.reports.rounding import signed


def mass_in(look: Look, mass_kg: float) -> tuple[float, str]:
    """
    A mass in the reader's unit; in the UK in pounds, since stones make no axis.

    >>> mass_in(Look(), 70.0), mass_in(Look("uk"), 70.0)[1]
    ((70.0, 'kg'), 'lb')
    """
    return Look("us" if look.units == "uk" else look.units).amount(mass_kg, "kg")


def mass_span(look: Look, low_kg: float, high_kg: float) -> str:
    """
    From one mass to another, to a tenth.

    >>> mass_span(Look(), 61.62, 64.44)
    '61.6 to 64.4'
    """
    return f"{mass_in(look, low_kg)[0]:.1f} to {mass_in(look, high_kg)[0]:.1f}"


def slope_text(look: Look, kg_per_week: float) -> str:
    """
    How a mass moves in a week, in words without a verdict.

    >>> slope_text(Look(), -0.24), slope_text(Look(), 0.02)
    ('moved by −0.2 kg a week', 'stayed as it was')
    """
    amount, unit = mass_in(look, kg_per_week)
    text = signed(amount, places=1)
    return f"moved by {text} {unit} a week" if text[0] in "+−" else "stayed as it was"

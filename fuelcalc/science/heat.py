"""Heat as a body feels it: air, humidity and sun in one number."""

from fuelcalc.science.numeric import N, exp, log
from fuelcalc.science.sources import SOURCES

SOURCE = SOURCES["wbgt"]
"""Whose formula it is, and that it is an estimate."""

USUAL_HUMIDITY_SHARE = 0.5
"""Relative humidity where nobody knows it; an estimate."""


def saturation_hpa(*, temperature_degc: N) -> N:
    """
    The most water vapour that air holds, as a pressure in hPa.

    Of the dew point it is what the air does hold.

    Args:
        temperature_degc: Air temperature, or dew point.

    Source: Australian Bureau of Meteorology, thermal comfort observations (Magnus formula).

    >>> round(saturation_hpa(temperature_degc=30.0), 1)
    42.3
    """
    return 6.105 * exp(17.27 * temperature_degc / (237.7 + temperature_degc))


def wbgt_degc(*, temperature_degc: N, vapour_hpa: N) -> N:
    """
    Wet-bulb globe temperature in moderate sun and light wind, in degrees Celsius.

    Args:
        temperature_degc: Air temperature.
        vapour_hpa: Pressure of the water vapour in it.

    Source: estimate, Australian Bureau of Meteorology, after ACSM 1984.

    >>> round(wbgt_degc(temperature_degc=30.0, vapour_hpa=21.2), 1)
    29.3
    """
    return 0.567 * temperature_degc + 0.393 * vapour_hpa + 3.94


def dew_point_degc(*, vapour_hpa: N) -> N:
    """
    The dew point of air that holds so much water vapour, in degrees Celsius.

    Args:
        vapour_hpa: Pressure of the water vapour in it, more than 0.

    Source: Australian Bureau of Meteorology (Magnus formula), solved for the temperature.

    >>> round(dew_point_degc(vapour_hpa=saturation_hpa(temperature_degc=21.0)), 6)
    21.0
    """
    part = log(vapour_hpa / 6.105)
    return 237.7 * part / (17.27 - part)

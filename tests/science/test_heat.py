"""Heat as a body feels it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.science.heat import SOURCE, saturation_hpa, wbgt_degc

# Saturation over water by WMO tables, in hPa; Magnus' formula is within 0.5 % of them.
SATURATION = [(0.0, 6.11), (10.0, 12.27), (20.0, 23.37), (30.0, 42.43), (40.0, 73.78)]


@pytest.mark.parametrize(("degc", "hpa"), SATURATION)
def test_agrees_with_the_tables_of_vapour_pressure(degc, hpa):
    """Within half a per cent from 0 to 40 degrees."""
    assert saturation_hpa(temperature_degc=degc) == pytest.approx(hpa, rel=0.005)


def test_adds_up_air_water_and_sun():
    """30 degrees with half of the 42.43 hPa that such air holds, by hand: 17.01 + 8.34 + 3.94."""
    assert wbgt_degc(temperature_degc=30.0, vapour_hpa=42.43 / 2.0) == pytest.approx(
        29.29, abs=0.01
    )


@given(st.floats(-40.0, 50.0), st.floats(0.0, 60.0))
def test_rises_with_air_and_water(degc, hpa):
    """More of either is never less heat."""
    felt = wbgt_degc(temperature_degc=degc, vapour_hpa=hpa)
    assert wbgt_degc(temperature_degc=degc + 1.0, vapour_hpa=hpa) > felt
    assert wbgt_degc(temperature_degc=degc, vapour_hpa=hpa + 1.0) > felt
    assert SOURCE.estimate

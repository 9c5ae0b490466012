"""How far a feeding's food may be off: the bands of doses, of meals and of what repairs."""

import numpy as np
import pytest

from fuelcalc.planning.menu.counts import CARBOHYDRATE, COLUMNS, FIBRE
from fuelcalc.planning.menu.tolerances import Want


@pytest.mark.parametrize(
    ("macros", "widths"),
    [
        ((0.0, 0.0, 0.0), (3.0, 5.0, 3.0)),
        ((30.0, 50.0, 30.0), (3.0, 5.0, 3.0)),
        ((40.0, 80.0, 35.0), (4.0, 8.0, 3.5)),
        ((29.9, 50.1, 30.1), (3.0, 5.01, 3.01)),
    ],
)
def test_takes_the_wider_band_of_a_dose(macros, widths):
    """A dose is within 10 %, or 3 g protein, 5 g carbohydrate and 3 g fat if that is more."""
    *bands, energy = Want(*macros, is_dose=True).bands
    assert [band.most - band.asked for band in bands] == pytest.approx(widths)
    assert [band.asked - band.least for band in bands] == pytest.approx(widths)
    assert (energy.least, energy.most) == (-np.inf, np.inf)


def test_lets_an_ordinary_meal_go_a_quarter_off_its_energy():
    """680 kcal may be 510 to 850, 30 g of protein no less than 24; fat and starch are the day's."""
    want = Want(30.0, 95.0, 20.0)
    protein, carbohydrate, fat, energy = want.bands
    assert energy == pytest.approx((680.0, 510.0, 850.0))
    assert protein == pytest.approx((30.0, 24.0, np.inf))
    assert fat.widths == carbohydrate.widths == (np.inf, np.inf)
    fuel = want._replace(is_fuel=True).bands[1]
    assert fuel == pytest.approx((95.0, 0.85 * 95.0, 1.15 * 95.0))
    assert Want(3.0, 5.0, 1.0).bands[3].widths == (30.0, 30.0)


@pytest.mark.parametrize(("protein_g", "least_g"), [(4.0, 3.0), (25.0, 22.5), (40.0, 36.0)])
def test_r11_holds_nine_tenths_of_the_protein_after_a_session(protein_g, least_g):
    """However few grams a tenth is; before a session 3 g may always lack."""
    want = Want(protein_g, 90.0, 20.0, is_fuel=True)
    assert want._replace(is_repair=True).bands[0].least == pytest.approx(least_g)
    assert want.bands[0].least == pytest.approx(min(least_g, protein_g - 3.0))


def test_counts_energy_by_4_4_9():
    """10 g of each macronutrient are 40 + 40 + 90 kcal."""
    assert Want(10.0, 10.0, 10.0).energy_kcal == pytest.approx(170.0)


@pytest.mark.parametrize(
    ("carbohydrate_g", "fibre_g", "is_dosed"),
    [(85.1, 0.0, True), (84.8, 0.0, False), (114.9, 0.0, True), (115.2, 0.0, False),
     (90.0, 6.0, False), (118.0, 6.0, True)],
)  # fmt: skip
def test_knows_the_dose_of_a_session(carbohydrate_g, fibre_g, is_dosed):
    """Within 15 % of the carbohydrate without its fibre; a small dose within 5 g."""
    held = np.zeros(len(COLUMNS))
    held[[CARBOHYDRATE, FIBRE]] = carbohydrate_g, fibre_g
    assert Want(0.0, 100.0, 0.0, is_dose=True).is_dosed(held) == is_dosed
    held[[CARBOHYDRATE, FIBRE]] = 24.9, 0.0
    assert Want(0.0, 20.0, 0.0, is_dose=True).is_dosed(held)

"""How much is eaten at once, and a day without what finds no room."""

import pytest

from fuelcalc.science.day import Expenditure, Intake
from fuelcalc.science.feeding import most_feeding_kcal, most_snack_kcal, without


@pytest.mark.parametrize(
    ("mass_kg", "kcal"), [(45.0, 900.0), (79.0, 1580.0), (80.0, 1600.0), (120.0, 1600.0)]
)
def test_holds_a_feeding_to_20_kcal_a_kg_and_1600(mass_kg, kcal):
    """20 kcal/kg up to 80 kg, 1,600 kcal beyond; six tenths of it in what is no meal."""
    assert most_feeding_kcal(mass_kg=mass_kg) == pytest.approx(kcal)
    assert most_snack_kcal(mass_kg=mass_kg) == pytest.approx(0.6 * kcal)


SPENT = Expenditure(
    resting_kcal=1500.0, resting_sd_share=0.08, pal=1.5, daily_life_kcal=500.0,
    digestion_kcal=225.0, net_kcal=(775.0,), net_of_rest_kcal=(800.0,), exercise_kcal=800.0,
    expenditure_kcal=3000.0, sd_kcal=250.0, ffm_kg=50.0, safe_intake_kcal=2300.0,
)  # fmt: skip
INTAKE = Intake(
    balance_kcal=0.0, surplus_kcal=0.0, raised_kcal=0.0, energy_kcal=3000.0, protein_g=100.0,
    carbohydrate_g=425.0, fat_g=100.0, fibre_g=42.0, sodium_mg=2000.0, reference_mass_kg=60.0,
    need_g=300.0, availability_kcal_per_kg_ffm=44.0,
)  # fmt: skip


def test_ends_behind_by_what_finds_no_room():
    """100 g of carbohydrate less are 400 kcal less, behind, and 8 kcal/kg of availability less."""
    found = without(INTAKE, SPENT, protein_g=0.0, carbohydrate_g=100.0, fat_g=0.0, sodium_mg=50.0)
    assert (found.carbohydrate_g, found.energy_kcal) == (325.0, 2600.0)
    assert (found.balance_kcal, found.behind_kcal, found.left_kcal) == (-400.0, 400.0, 400.0)
    assert found.availability_kcal_per_kg_ffm == pytest.approx(36.0)
    # 14 g of fibre for 1,000 kcal.
    assert found.fibre_g == pytest.approx(36.4)
    assert found.sodium_mg == 1950.0


def test_is_not_behind_where_carbohydrate_takes_the_place_of_fat():
    """20 g of fat for 45 of carbohydrate is the same energy."""
    found = without(INTAKE, SPENT, protein_g=0.0, carbohydrate_g=-45.0, fat_g=20.0, sodium_mg=0.0)
    assert (found.carbohydrate_g, found.fat_g, found.energy_kcal) == (470.0, 80.0, 3000.0)
    assert (found.balance_kcal, found.behind_kcal) == (0.0, 0.0)

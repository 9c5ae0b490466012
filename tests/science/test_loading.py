"""
Two days of loading: what they are made of, and what the scale says of them.

The vectors are W4 to W6 of this project's week sheet, worked apart from the product.
"""

import datetime as dt

import pytest

from fuelcalc import Athlete, Day, Plan, plan_week
from fuelcalc.science.fat import SessionFood, macronutrient_shares
from fuelcalc.science.forecast import Start, hall_stores

RACE = dt.date(2026, 11, 29)
# W4: 10 g/kg of carbohydrate, 1.2 of protein and 0.6 of fat, in g and whole kcal.
LOADS = [
    pytest.param(52.0, 520.0, 2610.0, id="52-kg"),
    pytest.param(62.0, 620.0, 3112.0, id="62-kg"),
    pytest.param(75.0, 750.0, 3765.0, id="75-kg"),
]


@pytest.mark.parametrize(("mass_kg", "carbohydrate_g", "energy_kcal"), LOADS)
class TestW4:
    """W4 A day of 10 g/kg of carbohydrate with little protein and fat."""

    def test_shares_the_energy_so(self, mass_kg, carbohydrate_g, energy_kcal):
        """By the day's energy the fat is 0.6 g/kg, to the half kcal that the vector is rounded."""
        shares = macronutrient_shares(
            energy_kcal=energy_kcal, protein_g=1.2 * mass_kg, need_g=10.0 * mass_kg,
            reference_mass_kg=mass_kg, loading=1.0, session_food=SessionFood(0.0, 0.0),
        )  # fmt: skip
        assert shares.carbohydrate_g == pytest.approx(carbohydrate_g, abs=0.01)
        assert shares.fat_g == pytest.approx(0.6 * mass_kg, abs=0.5 / 9.0)
        assert shares.energy_kcal == pytest.approx(energy_kcal, abs=0.01)

    def test_is_near_what_an_eve_holds(self, mass_kg, carbohydrate_g, energy_kcal):
        """The day before a marathon has 9 to 10 g/kg, and the energy of its own three shares."""
        athlete = Athlete(sex="male", age=34, mass_kg=mass_kg, height_cm=172.0)
        days = (
            Day(date=RACE - dt.timedelta(days=1)),
            Day.of(date=RACE, runs=["marathon race in 3:45:00 09:00"]),
        )
        eve = plan_week(Plan(athlete=athlete, days=days), menu=False).days[0]
        assert 0.9 * carbohydrate_g <= eve.targets.carbohydrate_g <= carbohydrate_g
        # Half a gram of fat per kg at the least, and 1.3 of protein, where the vector has 1.2.
        assert 0.9 * energy_kcal <= eve.energy.intake_kcal <= 1.02 * energy_kcal


W5 = Start(
    mass_kg=62.0, height_cm=168.0, age_y=34.0, male=0.0, fat_kg=13.64, resting_kcal=1341.0,
    expenditure_kcal=2481.0,
)  # fmt: skip


def loaded():
    """What a woman of 62 kg holds before and after two days of 1.9 times her carbohydrate."""
    # Half of her energy is carbohydrate, so that 0.9 of it is nine tenths more carbohydrate.
    stores = hall_stores(W5, [0.9 * W5.expenditure_kcal] * 2, [0.0] * 2)
    return stores[0], stores[-1]


def test_w5_fills_glycogen_and_binds_water():
    """
    W5 From 0.50 kg to 0.681 of glycogen, 1.02 litres of outer water, 1.69 kg in all.

    The vector was solved finely, the product steps by a day: it is 0.006 kg of glycogen short, and
    by 3.7 times that, with a hundredth of a litre, of the whole.
    """
    before, after = loaded()
    glycogen_kg, water_kg = (
        after.glycogen_kg - before.glycogen_kg, after.water_kg - before.water_kg,
    )  # fmt: skip
    assert before.glycogen_kg == 0.5
    assert after.glycogen_kg == pytest.approx(0.681, abs=0.01)
    assert water_kg == pytest.approx(1.02, abs=0.02)
    assert water_kg + 3.7 * glycogen_kg == pytest.approx(1.69, abs=0.04)
    # And that is within what the page tells who loads: one to two kg.
    assert 1.0 < water_kg + 3.7 * glycogen_kg < 2.0


@pytest.mark.parametrize(
    ("mass_kg", "leg_share", "glycogen_g", "rise_kg"),
    [
        pytest.param(75.0, 0.214, 157.0, 0.58, id="man"),
        pytest.param(62.0, 0.20, 121.0, 0.45, id="woman"),
    ],
)  # fmt: skip
def test_w6_fills_the_legs_with_part_of_it(mass_kg, leg_share, glycogen_g, rise_kg):
    """
    W6 Legs go from 80 to 120 kcal of glycogen a kg (Rapoport 2010): 157 g in a man, 121 in a woman.

    That is a lower bound for what the whole body stores, by another route than W5's; with its
    water at 2.7 g a gram it is half a kg, which is why the page says no less than one for all.
    """
    legs_g = mass_kg * leg_share * (120.0 - 80.0) / 4.1
    assert legs_g == pytest.approx(glycogen_g, abs=1.0)
    assert legs_g * 3.7 / 1000.0 == pytest.approx(rise_kg, abs=0.01)
    start = W5._replace(mass_kg=mass_kg)
    stores = hall_stores(start, [0.9 * start.expenditure_kcal] * 2, [0.0] * 2)
    stored_g = 1000.0 * (stores[-1].glycogen_kg - stores[0].glycogen_kg)
    assert legs_g < stored_g < 2.0 * legs_g

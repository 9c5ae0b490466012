"""How a day's energy is shared: identities, floors, ceilings, and who gives way first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.science.fat import (
    SessionFood,
    fibre_g,
    macronutrient_shares,
    most_fat_share,
    preferred_fat_g,
)

KG = 60.0
USUAL = {
    "energy_kcal": 2400.0,
    "protein_g": 108.0,
    "need_g": 250.0,
    "reference_mass_kg": KG,
    "loading": 0.0,
    "session_food": SessionFood(0.0, 0.0),
}


def shares(**changes):
    """The shares of a day of 2,400 kcal at 60 kg, with some inputs changed."""
    return macronutrient_shares(**{**USUAL, **changes})


@pytest.mark.parametrize(
    ("kg", "energy", "worked"), [(60.0, 2159.0, 48.0), (60.0, 2161.0, 48.022), (80.0, 2000.0, 64.0)]
)
def test_prefers_enough_fat(kg, energy, worked):
    """0.8 g/kg or 20 % of energy, whichever is more; they cross at 36 kcal/kg, by hand."""
    result = preferred_fat_g(reference_mass_kg=kg, energy_kcal=energy)
    assert result == pytest.approx(worked, abs=0.001)


# Energy wanted -> energy, protein, carbohydrate, fat; 60 kg, 108 g protein, 250 g needed.
# By hand: fat may have 30 %; what training needs comes before fat; from the preferred 48 g
# (1,864 kcal in all) fat can give 108 kcal and protein 48, together; with both at their floors,
# 36 and 96 g, energy rises to 4 x 96 + 4 x 250 + 9 x 36 = 1,708.
COLLISIONS = [
    pytest.param(2400.0, (2400.0, 108.0, 312.0, 80.0), id="fat-at-30-percent"),
    pytest.param(2045.714, (2045.714, 108.0, 250.0, 68.190), id="both-just-fit"),
    pytest.param(2000.0, (2000.0, 108.0, 250.0, 63.111), id="fat-gives-way"),
    pytest.param(1864.0, (1864.0, 108.0, 250.0, 48.0), id="fat-as-preferred"),
    pytest.param(1786.0, (1786.0, 102.0, 250.0, 42.0), id="half-of-both-given"),
    pytest.param(1708.0, (1708.0, 96.0, 250.0, 36.0), id="both-at-their-floor"),
    pytest.param(1707.0, (1708.0, 96.0, 250.0, 36.0), id="energy-rises"),
    pytest.param(1000.0, (1708.0, 96.0, 250.0, 36.0), id="energy-rises-far"),
]


@pytest.mark.parametrize(("energy", "worked"), COLLISIONS)
def test_gives_way_in_order(energy, worked):
    """Fat and protein together, then energy rises; every edge from both sides."""
    day = shares(energy_kcal=energy)
    assert day[:4] == pytest.approx(worked, abs=0.001)
    assert day.raised_kcal == pytest.approx(max(1708.0 - energy, 0.0), abs=1e-9)


# Protein of 108 g and 600 g of carbohydrate are 2,832 kcal: 4,045.7 with 30 % fat, 4,356.9 with 35.
@pytest.mark.parametrize(
    ("energy", "carbohydrate", "fat_share", "behind"),
    [
        (4000.0, 592.0, 0.30, 0.0),
        (4045.0, 599.875, 0.30, 0.0),
        (4060.0, 600.0, 0.3025, 0.0),
        (4500.0, 600.0, 0.325, 304.444),
        (5000.0, 600.0, 0.35, 643.077),
        (9000.0, 600.0, 0.35, 4643.077),
    ],
)
def test_lets_fat_exceed_30_per_cent_only_past_10_g_per_kg(energy, carbohydrate, fat_share, behind):
    """Carbohydrate rises to 10 g/kg first, then fat to 35 % of long days; the rest is left."""
    day = shares(energy_kcal=energy)
    assert day.carbohydrate_g == pytest.approx(carbohydrate, abs=0.001)
    assert 9.0 * day.fat_g / day.energy_kcal == pytest.approx(fat_share, abs=1e-4)
    assert day.behind_kcal == pytest.approx(behind, abs=0.001)
    assert day.energy_kcal + day.behind_kcal == pytest.approx(energy)


def test_leaves_nothing_behind_on_a_day_that_holds_all():
    """Up to what meals hold not even the last digit of a sum is left."""
    assert {shares(energy_kcal=1500.0 + 3.7 * n).behind_kcal for n in range(650)} == {0.0}


@pytest.mark.parametrize(
    ("energy", "share"),
    [(1000.0, 0.30), (4000.0, 0.30), (4010.0, 0.3005), (4990.0, 0.3495), (5000.0, 0.35),
     (9000.0, 0.35)],
)  # fmt: skip
def test_lets_fat_rise_on_long_days(energy, share):
    """30 % to 4,000 kcal, 35 % from 5,000 on, from both sides."""
    assert most_fat_share(energy_kcal=energy) == pytest.approx(share)


def test_counts_race_fuel_outside_the_meals():
    """
    200 g and 20 g of protein on the way: meals of 3,120 of 4,000 kcal, with 30 % fat.

    By hand: fat 936 / 9 = 104 g, and 632 g of carbohydrate, of which 432 in meals.
    """
    day = shares(energy_kcal=4000.0, session_food=SessionFood(200.0, 20.0))
    assert day.fat_g == pytest.approx(104.0)
    assert day.carbohydrate_g == pytest.approx(658.0)
    assert day.behind_kcal == 0.0
    # 800 g in all is 600 in meals: no more is eaten than what these hold.
    long_day = shares(energy_kcal=6000.0, session_food=SessionFood(200.0, 20.0))
    assert long_day.carbohydrate_g == pytest.approx(800.0)


def test_lets_carbohydrate_reach_12_g_per_kg_when_loading():
    """A loading day at 60 kg may hold 720 g; half a loading 660 g."""
    assert shares(energy_kcal=6000.0, loading=1.0).carbohydrate_g == pytest.approx(720.0)
    assert shares(energy_kcal=6000.0, loading=0.5).carbohydrate_g == pytest.approx(660.0)


@pytest.mark.parametrize(("loading", "floor_g"), [(0.0, 36.0), (0.5, 33.0), (1.0, 30.0)])
def test_lowers_the_floor_of_fat_when_loading(loading, floor_g):
    """0.6 g/kg, or 0.5 while loading; by hand for 60 kg."""
    assert shares(energy_kcal=1000.0, loading=loading).fat_g == pytest.approx(floor_g)


def test_never_cuts_protein_that_is_already_low():
    """Protein below 1.6 g/kg does not give way; energy rises at once. By hand: 1,636 kcal."""
    day = shares(energy_kcal=1000.0, protein_g=78.0)
    assert day.protein_g == 78.0
    assert day.energy_kcal == pytest.approx(1636.0)


def test_lets_need_break_the_ceiling():
    """A day that burns 11 g/kg is given it, beyond the usual 10."""
    assert shares(energy_kcal=4000.0, need_g=660.0).carbohydrate_g == pytest.approx(660.0)


DAYS = {
    "energy_kcal": st.floats(500.0, 15_000.0),
    "protein_per_kg": st.floats(1.2, 2.5),
    "need_per_kg": st.floats(3.0, 25.0),
    "reference_mass_kg": st.floats(30.0, 200.0),
    "loading": st.floats(0.0, 1.0),
}


@given(**DAYS)
def test_adds_up_and_keeps_its_floors(
    energy_kcal, protein_per_kg, need_per_kg, reference_mass_kg, loading
):
    """4/4/9 gives the energy exactly, and no floor is ever broken."""
    need = need_per_kg * reference_mass_kg
    day = macronutrient_shares(
        energy_kcal=energy_kcal,
        protein_g=protein_per_kg * reference_mass_kg,
        need_g=need,
        reference_mass_kg=reference_mass_kg,
        loading=loading,
        session_food=SessionFood(30.0 * loading, 3.0 * loading),
    )
    given_kcal = 4.0 * day.protein_g + 4.0 * day.carbohydrate_g + 9.0 * day.fat_g
    assert given_kcal == pytest.approx(day.energy_kcal, rel=1e-12)
    asked_kcal = energy_kcal + day.raised_kcal - day.behind_kcal
    assert day.energy_kcal == pytest.approx(asked_kcal, rel=1e-12)
    assert min(day.raised_kcal, day.behind_kcal) == pytest.approx(0.0, abs=1e-6)
    assert max(day.raised_kcal, day.behind_kcal) >= 0.0
    assert day.fat_g >= (0.6 - 0.1 * loading) * reference_mass_kg - 1e-6
    assert day.carbohydrate_g >= need - 1e-6
    assert day.protein_g >= min(1.6, protein_per_kg) * reference_mass_kg - 1e-6
    assert day.protein_g <= protein_per_kg * reference_mass_kg + 1e-9


@pytest.mark.parametrize(
    ("energy", "eve", "grams"),
    [(2000.0, 0.0, 28.0), (2500.0, 0.0, 35.0), (0.0, 0.0, 0.0), (5000.0, 0.0, 45.0),
     (2500.0, 0.5, 27.5), (2500.0, 1.0, 20.0), (1000.0, 1.0, 14.0)],
)  # fmt: skip
def test_asks_for_fibre_by_energy(energy, eve, grams):
    """14 g per 1,000 kcal, Dietary Reference Intakes; at most 20 g on the eve of a long race."""
    assert fibre_g(energy_kcal=energy, eve=eve) == pytest.approx(grams)

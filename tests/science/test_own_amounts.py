"""Macronutrients that are asked for, by hand: what holds them, and what follows."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fuelcalc.science.fat import SessionFood, macronutrient_shares
from fuelcalc.science.own_amounts import OwnAmount, OwnAmounts, asked_g

# 60 kg at 2,400 kcal: 108 g of protein, 250 g needed; 30 % of energy are 80 g of fat, the least
# is 20 % or 53.333 g, the most 35 % or 93.333 g.
USUAL = {
    "energy_kcal": 2400.0,
    "protein_g": 108.0,
    "need_g": 250.0,
    "reference_mass_kg": 60.0,
    "loading": 0.0,
    "session_food": SessionFood(0.0, 0.0),
}


def shares(own=None, **changes):
    """Protein, carbohydrate and fat of that day."""
    asked = {} if own is None else {"own": OwnAmounts(**own)}
    return macronutrient_shares(**{**USUAL, **changes, **asked})[1:4]


def grams(amount):
    """So many grams a day."""
    return OwnAmount(1.0, amount, 0.0)


def share(part):
    """So much of the day's energy."""
    return OwnAmount(1.0, 0.0, part)


@pytest.mark.parametrize(
    ("own", "worked"),
    [
        ({}, (108.0, 312.0, 80.0)),
        ({"protein": grams(130.0)}, (130.0, 290.0, 80.0)),
        ({"protein": grams(60.0)}, (72.0, 348.0, 80.0)),
        ({"protein": grams(170.0)}, (150.0, 270.0, 80.0)),
        ({"fat": share(0.25)}, (108.0, 342.0, 66.667)),
        ({"fat": grams(30.0)}, (108.0, 372.0, 53.333)),
        ({"fat": grams(100.0)}, (108.0, 282.0, 93.333)),
        ({"carbohydrate": grams(340.0)}, (108.0, 340.0, 67.556)),
        ({"carbohydrate": grams(100.0)}, (108.0, 282.0, 93.333)),
        ({"carbohydrate": grams(500.0)}, (108.0, 372.0, 53.333)),
        ({"protein": share(0.20), "fat": share(0.25)}, (120.0, 330.0, 66.667)),
        ({"carbohydrate": share(0.50), "fat": share(0.25)}, (150.0, 300.0, 66.667)),
        ({"carbohydrate": share(0.55), "fat": share(0.35)}, (72.0, 318.0, 93.333)),
        ({"protein": grams(120.0), "carbohydrate": grams(320.0)}, (120.0, 320.0, 71.111)),
    ],
)
def test_holds_what_is_asked_for_within_its_limits(own, worked):
    """Worked by hand; what is not asked for takes the rest of the energy."""
    assert shares(own) == pytest.approx(worked, abs=0.001)


def test_gives_training_its_carbohydrate_before_a_wish():
    """With 300 g needed, 93 g of fat leave too little: fat takes what is left."""
    assert shares({"fat": grams(93.0)}, need_g=300.0) == pytest.approx(
        (108.0, 300.0, 85.333), abs=0.001
    )
    assert shares({"carbohydrate": grams(260.0)}, need_g=300.0) == pytest.approx(
        (108.0, 300.0, 85.333), abs=0.001
    )


@pytest.mark.parametrize("own", [{"fat": share(0.22)}, {"protein": grams(80.0)}])
def test_loads_before_a_race_whatever_is_asked_for(own):
    """Where carbohydrate is loaded a wish counts for nothing."""
    loading = {"loading": 1.0, "need_g": 420.0}
    assert shares(own, **loading) == shares(**loading)


def test_holds_the_protein_of_the_injured():
    """With energy short protein falls to 1.6 g/kg, and in a time of injury to 1.8."""
    short = {"energy_kcal": 1500.0, "protein_g": 120.0}
    assert shares(**short)[0] == pytest.approx(96.0)
    assert shares(**short, least_protein_g_per_kg=1.8)[0] == pytest.approx(108.0)


def test_says_amounts_in_grams():
    """Grams as they are, a share by what a gram holds."""
    assert asked_g(grams(90.0), energy_kcal=2000.0, kcal_per_g=4.0) == (90.0, 1.0)
    assert asked_g(share(0.45), energy_kcal=2000.0, kcal_per_g=9.0) == (100.0, 1.0)
    assert asked_g(OwnAmount(), energy_kcal=2000.0, kcal_per_g=9.0)[1] == 0.0


@given(
    kg=st.floats(40.0, 130.0),
    per_kg=st.floats(26.0, 90.0),
    need=st.floats(3.0, 9.0),
    name=st.sampled_from(["protein", "carbohydrate", "fat"]),
)
def test_changes_nothing_when_asked_for_what_is_planned(kg, per_kg, need, name):
    """Where nothing gives way, asking for a day's own amounts is not asking."""
    day = {"energy_kcal": kg * per_kg, "protein_g": 1.8 * kg, "need_g": need * kg}
    plain = shares(**day, reference_mass_kg=kg)
    gives_way = 9.0 * plain[2] < 0.2 * day["energy_kcal"] or plain[2] < 0.8 * kg
    # Where carbohydrate is full and fat too, asking for one lets the other take what is left.
    assume(not gives_way and plain[1] < 10.0 * kg - 1e-6)
    own = {name: grams(plain[("protein", "carbohydrate", "fat").index(name)])}
    assert shares(own, **day, reference_mass_kg=kg) == pytest.approx(plain, abs=1e-6)


@given(
    kg=st.floats(40.0, 130.0),
    per_kg=st.floats(22.0, 110.0),
    need=st.floats(3.0, 11.0),
    loading=st.floats(0.0, 1.0),
    asked=st.tuples(
        st.sampled_from([("protein", "fat"), ("carbohydrate", "fat"), ("fat", "protein")]),
        st.floats(10.0, 800.0),
        st.floats(0.05, 0.9),
    ),
)
def test_adds_up_and_keeps_to_floors(kg, per_kg, need, loading, asked):
    """Whatever is asked for: 4/4/9 is the energy, protein 1.2 to 2.5 g/kg, fat 0.5 at the least."""
    names, amount, part = asked
    own = OwnAmounts(**{names[0]: grams(amount), names[1]: share(part)})
    found = macronutrient_shares(
        **{
            **USUAL, "energy_kcal": kg * per_kg, "protein_g": 1.8 * kg, "need_g": need * kg,
            "reference_mass_kg": kg, "loading": loading, "own": own,
        }
    )  # fmt: skip
    kcal = 4.0 * found.protein_g + 4.0 * found.carbohydrate_g + 9.0 * found.fat_g
    assert kcal == pytest.approx(found.energy_kcal, abs=1e-6)
    wanted_kcal = kg * per_kg + found.raised_kcal - found.behind_kcal
    assert found.energy_kcal == pytest.approx(wanted_kcal, abs=1e-6)
    assert 1.2 * kg - 1e-6 <= found.protein_g <= 2.5 * kg + 1e-6
    assert found.carbohydrate_g >= need * kg - 1e-6 or found.behind_kcal > 0.0
    assert found.fat_g >= 0.5 * kg - 1e-6

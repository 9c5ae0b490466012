"""Macronutrients that are asked for, by hand: what holds them, and what follows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.science.fat import Meals, SessionFood, macronutrient_shares
from fuelcalc.science.own_amounts import OwnAmount, OwnAmounts, asked_g, own_shares

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


def day_of(own=None, **changes):
    """That day, with what is asked of it; unasked without."""
    given = {**USUAL, **changes}
    plain = macronutrient_shares(**given)
    if own is None:
        return plain
    limits = (given[name] for name in ("reference_mass_kg", "loading", "need_g", "session_food"))
    return own_shares(plain, Meals(plain.energy_kcal, *limits), OwnAmounts(**own))


def shares(own=None, **changes):
    """Protein, carbohydrate and fat of that day."""
    return day_of(own, **changes)[1:4]


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


NAMES = ("protein", "carbohydrate", "fat")
ANY_DAY = {
    "energy_kcal": st.floats(900.0, 9000.0),
    "protein_g_per_kg": st.floats(1.2, 2.5),
    "need_g_per_kg": st.floats(3.0, 14.0),
    "reference_mass_kg": st.floats(30.0, 130.0),
    "loading": st.one_of(st.just(0.0), st.floats(0.0, 1.0)),
    "on_the_way_g": st.one_of(st.just(0.0), st.floats(0.0, 400.0)),
}
"""Short of energy, raised, full and left behind, with or without a race and food on the way."""


@st.composite
def any_day(draw):
    """The arguments of a day whose need fits into it, as `carbohydrate.need_g` has it."""
    found = {name: draw(values) for name, values in ANY_DAY.items()}
    kg, on_the_way_g = found["reference_mass_kg"], found.pop("on_the_way_g")
    most_g = (10.0 + 2.0 * found["loading"]) * kg + on_the_way_g
    return {
        "energy_kcal": found["energy_kcal"],
        "protein_g": found["protein_g_per_kg"] * kg,
        "need_g": min(max(found["need_g_per_kg"] * kg, on_the_way_g), most_g),
        "reference_mass_kg": kg,
        "loading": found["loading"],
        "session_food": SessionFood(on_the_way_g, 0.0),
    }


@given(day=any_day(), names=st.sets(st.sampled_from(NAMES), min_size=1))
def test_changes_nothing_when_asked_for_what_is_planned(day, names):
    """Asking for any of a day's own amounts is not asking, whatever gives way on it."""
    plain = day_of(**day)
    own = {name: grams(getattr(plain, f"{name}_g")) for name in names}
    assert day_of(own, **day) == pytest.approx(plain, abs=1e-6)


@given(day=any_day(), asked=st.dictionaries(st.sampled_from(NAMES), st.floats(0.0, 900.0)))
def test_shares_the_same_energy_within_limits(day, asked):
    """Whatever is asked for: the energy of the day by 4/4/9, between floors and ceilings."""
    plain, own = day_of(**day), {name: grams(amount) for name, amount in asked.items()}
    found = day_of(own, **day)
    kg, on_the_way = day["reference_mass_kg"], day["session_food"]
    kcal = 4.0 * found.protein_g + 4.0 * found.carbohydrate_g + 9.0 * found.fat_g
    assert kcal == pytest.approx(plain.energy_kcal, abs=1e-6)
    assert found._replace(protein_g=0.0, carbohydrate_g=0.0, fat_g=0.0) == plain._replace(
        protein_g=0.0, carbohydrate_g=0.0, fat_g=0.0
    )
    assert min(1.2 * kg, plain.protein_g) - 1e-6 <= found.protein_g
    assert found.protein_g <= max(2.5 * kg, plain.protein_g) + 1e-6
    assert day["need_g"] - 1e-6 <= found.carbohydrate_g
    most_g = (10.0 + 2.0 * day["loading"]) * kg + on_the_way.carbohydrate_g
    assert found.carbohydrate_g <= max(most_g, day["need_g"]) + 1e-6
    least_g = (0.6 - 0.1 * day["loading"]) * kg
    assert min(least_g, plain.fat_g) - 1e-6 <= found.fat_g
    in_meals_kcal = max(plain.energy_kcal - on_the_way.energy_kcal, 0.0)
    highest_g = max(0.35 * in_meals_kcal / 9.0, 0.8 * kg, plain.fat_g)
    assert found.fat_g <= highest_g + 1e-6


@given(day=any_day(), asked=st.dictionaries(st.sampled_from(NAMES), st.floats(0.0, 900.0)))
def test_moves_with_what_is_asked_for_and_no_further(day, asked):
    """A gram more of a wish moves energy between macronutrients by its own, never by a jump."""
    before = day_of({name: grams(amount) for name, amount in asked.items()}, **day)
    for name, amount in asked.items():
        more = {**asked, name: amount + 0.01}
        after = day_of({key: grams(value) for key, value in more.items()}, **day)
        kcal = 0.01 * (9.0 if name == "fat" else 4.0)
        for place, rate in ((1, 4.0), (2, 4.0), (3, 9.0)):
            assert abs(after[place] - before[place]) * rate <= kcal + 1e-6


def test_keeps_what_the_brain_burns():
    """Nobody small is given less than 130 g; who has less unasked keeps to that."""
    small = {"reference_mass_kg": 35.0, "protein_g": 60.0, "need_g": 105.0}
    low = {"carbohydrate": grams(10.0), "protein": grams(87.5)}
    assert shares(low, energy_kcal=1100.0, **small)[1] == pytest.approx(130.0)
    plain = shares(energy_kcal=900.0, **small)
    assert plain[1] < 130.0
    assert shares({"carbohydrate": grams(10.0)}, energy_kcal=900.0, **small)[1] >= 105.0

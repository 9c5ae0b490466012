"""Dishes before a session: the right dose, at the right time, for the right person."""

from itertools import pairwise
from math import inf
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from menu_laws import broken_menu_laws
from people import athlete, day, run

from fuelcalc.models.athlete import Goal
from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.limits import SALTED, speaks_of_salt
from fuelcalc.pantry.variants import method_of
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.day import plan_day
from fuelcalc.planning.menu.candidates import Wishes
from fuelcalc.planning.menu.choice import options_for
from fuelcalc.planning.menu.counts import CARBOHYDRATE, FAT, FIBRE, PROTEIN
from fuelcalc.planning.menu.slot import Slot
from fuelcalc.planning.menu.tolerances import Want

# Minutes before, then the most fat, fibre and protein, in g: sports-dietetic practice.
TABLE = MappingProxyType(
    {
        15: (2.0, 1.5, 3.0),
        30: (3.0, 3.5, 5.0),
        60: (5.0, 6.0, 10.0),
        90: (8.0, 7.0, 15.0),
        120: (10.0, 9.0, 20.0),
        180: (15.0, 12.0, 30.0),
        240: (25.0, 15.0, 40.0),
    }
)
OATS = {"oats", "gluten-free-oats"}
BANANAS = {"banana", "small-banana"}
BY_ID = {dish.dish_id: dish for dish in BUNDLED.dishes}


def options(minutes, dose_g, *, most=None, seed=0, liked=(), locked=None, **limits):
    """The options at one time of the table, with its ceilings or others."""
    fat, fibre, protein = TABLE[minutes] if most is None else most
    want = Want(
        0.0, dose_g, 0.0, is_dose=True, is_alone=True, is_bite=True,
        most_protein_g=protein, most_fat_g=fat, most_fibre_g=fibre,
    ).settled()  # fmt: skip
    slot = Slot(Feeding(900.0 - minutes, 0.0, "before"), want, minutes, locked=locked)
    wishes = Wishes(seed=seed, likes=liked, is_planned=False)
    return options_for(slot, Limits.of(**limits), wishes, BUNDLED)


def dishes_of(found):
    """The ids of some options' dishes, best first."""
    return [one.variants[0].dish.dish_id for one in found]


def foods_of(one):
    """The ids of the foods of which something is taken."""
    return {food.food_id for food, n in zip(one.foods, one.steps.tolist(), strict=True) if n}


def amounts_of(one):
    """How many measures of each food are taken."""
    return {
        food.food_id: n * food.portion.step
        for food, n in zip(one.foods, one.steps.tolist(), strict=True)
    }


def dose_of(one):
    """Its carbohydrate without the fibre."""
    return float(one.held[CARBOHYDRATE] - one.held[FIBRE])


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("dose_g", [30, 40, 50, 60])
def test_r21_answers_banana_and_oatmeal_an_hour_before(dose_g, seed):
    """R21: from 30 to 60 g an hour before both are natural answers, whatever the seed."""
    found = set().union(*map(foods_of, options(60, dose_g, seed=seed)[:5]))
    assert found & BANANAS
    assert found & OATS


@pytest.mark.parametrize("minutes", [30, 60, 90])
def test_r21_knows_one_banana_when_it_sees_one(minutes):
    """R21: one medium banana holds 24 g, and is what 24 g before a run look like."""
    assert {"banana": 1.0} in [amounts_of(one) for one in options(minutes, 24.0)[:3]]


@pytest.mark.parametrize("dose_g", range(40, 91, 10))
def test_r21_answers_porridge_with_banana_two_hours_before(dose_g):
    """R21: two hours before, oats and banana are among the first five answers, together or not."""
    found = set().union(*map(foods_of, options(120, dose_g)[:5]))
    assert found & OATS
    assert found & BANANAS


@pytest.mark.parametrize("dose_g", [10.0, 15.0, 20.0, 25.0])
def test_offers_light_things_at_the_last_minute(dose_g):
    """A quarter of an hour before there is nothing with fat, fibre or protein to speak of."""
    found = options(15, dose_g)
    assert len(found) >= 5
    # Of 10 g there is no whole piece of these: a date or a spoon of honey it is.
    small = {"medjool-dates", "honey"}
    usual = BANANAS | {"sports-drink", "energy-gel"} if dose_g > 10.0 else small
    assert any(foods_of(one) & usual for one in found[:5])
    for one in found:
        assert not foods_of(one) & (OATS | {"bagel", "boiled-egg", "peanut-butter"})


def test_offers_a_meal_three_hours_before():
    """With three hours there is time for egg, fish, chicken or tofu beside rice or pasta."""
    found = [foods_of(one) for seed in range(5) for one in options(180, 105.0, seed=seed)]
    every = set().union(*found)
    assert every & {"white-rice", "pasta"}
    assert every & {"chicken-breast", "cod", "tofu"}


@pytest.mark.parametrize("minutes", TABLE)
@pytest.mark.parametrize("share", [0.3, 0.6, 1.0])
def test_fits_the_usual_doses(minutes, share):
    """From three tenths of the usual dose to all of it, at least two options fit: 10 % or 5 g."""
    usual = {15: 19.0, 30: 28.0, 60: 52.0, 90: 80.0, 120: 112.0, 180: 150.0, 240: 150.0}
    dose_g = share * usual[minutes]
    off = [abs(dose_of(one) - dose_g) for one in options(minutes, dose_g)]
    assert sum(by <= max(5.0, 0.1 * dose_g) for by in off) >= 2


@pytest.mark.parametrize(("dose_g", "bananas"), [(24.0, 1.0), (48.0, 2.0)])
def test_takes_as_many_pieces_as_the_dose_asks_for(dose_g, bananas):
    """One banana for 24 g and two for 48."""
    (found,) = options(90, dose_g, locked="banana")
    assert amounts_of(found) == {"banana": bananas}


LIMITS = {
    "diet": st.sampled_from(DIETS),
    "avoid": st.lists(st.sampled_from(ALLERGENS), unique=True),
    "restrictions": st.lists(st.sampled_from(RESTRICTIONS), unique=True),
    "dislikes": st.lists(st.sampled_from(["banana", "oats", "rice", "fish", "bread"]), max_size=3),
}
GRAMS = st.floats(0.0, 40.0)


@settings(max_examples=60)
@given(
    minutes=st.floats(0.0, 300.0),
    dose_g=st.floats(1.0, 300.0),
    most=st.tuples(GRAMS, GRAMS, GRAMS),
    limits=st.fixed_dictionaries(LIMITS),
)
def test_never_breaks_a_limit(minutes, dose_g, most, limits):
    """Whoever asks, whenever, for whatever: no allergen, no breach of diet, no ceiling broken."""
    for one in options(minutes, dose_g, most=most, **limits):
        fat, fibre, protein = most
        assert one.held[FAT] <= fat + 1e-5
        assert one.held[FIBRE] <= fibre + 1e-5
        assert one.held[PROTEIN] <= protein + 1e-5
        first, last = one.variants[0].dish.window
        assert first <= minutes
        for food, n in zip(one.foods, one.steps.tolist(), strict=True):
            most_g = Limits.of(**limits).most_g(food)
            assert most_g > 0.0, food.food_id
            assert n * food.portion.step * food.portion.one_g <= most_g + 1e-6, food.food_id
            if most_g == inf:
                assert round(n * food.portion.step, 6) in {0.0, *food.portion.natural}, food.food_id
        # Beyond its window only what is quicker than the minutes that are left is offered.
        assert minutes < last or last <= minutes


def test_begins_with_what_its_minutes_ask_for():
    """What is for later or for earlier comes only where too little else fits."""
    for minutes, share in ((15, 15.0), (60, 45.0), (120, 80.0), (180, 110.0)):
        for dish_id in dishes_of(options(minutes, share)):
            first, last = BY_ID[dish_id].window
            assert first <= minutes < last, dish_id


def test_falls_back_on_quicker_food():
    """Where a late meal breaks the ceilings, what is quick serves at any time before."""
    found = options(200, 25.0, most=(0.0, 0.0, 0.0))
    assert found
    assert foods_of(found[0]) <= {"energy-gel", "sports-drink", "energy-chews", "honey"}


def test_leaves_somebody_with_every_allergy_something_to_eat():
    """A vegan who avoids all fifteen allergens and keeps every restriction still eats."""
    for minutes in TABLE:
        assert options(minutes, 20.0, diet="vegan", avoid=ALLERGENS, restrictions=RESTRICTIONS)


def test_offers_nothing_where_nothing_is_allowed():
    """Limits are never loosened: when nothing is left, the answer is empty."""
    before = [dish for dish in BUNDLED.dishes if "before" in dish.meals]
    disliked = {one.food_id for dish in before for place in dish.places for one in place}
    names = [BUNDLED.food(food_id).name for food_id in disliked]
    assert options(60, 40.0, dislikes=names) == []


def test_fills_each_place_with_what_somebody_may_eat():
    """Certified oats for the gluten-free, syrup for vegans, another milk for the dairy-free."""

    def every(minutes, dose_g, **limits):
        return [foods_of(one) for seed in range(4) for one in options(minutes, dose_g, seed=seed,
                                                                      **limits)]  # fmt: skip

    gluten_free = every(60, 40.0, restrictions=["gluten-free"])
    assert any("gluten-free-oats" in foods for foods in gluten_free)
    assert any({"oats", "maple-syrup"} <= foods for foods in every(60, 40.0, diet="vegan"))
    dairy_free = every(90, 60.0, restrictions=["dairy-free"])
    assert any("soy-milk" in foods for foods in dairy_free)


def test_offers_no_salt_to_who_must_not_add_it():
    """Neither what is made to replace salt nor a dish whose method tells of it."""
    for minutes, dose_g in ((30, 30.0), (90, 40.0), (240, 100.0)):
        for one in options(minutes, dose_g, unsalted=True):
            assert not foods_of(one) & SALTED
            assert not speaks_of_salt(one.variants[0].name, method_of(one.variants[0]))
    assert {"sports-drink"} <= set().union(*map(foods_of, options(30, 25.0)))


def test_serves_every_minute():
    """From the start back to five hours there is always something, without a gap."""
    for early, late in pairwise(range(0, 301, 10)):
        for minutes in (early, (early + late) / 2):
            assert options(minutes, 20.0, most=(5.0, 5.0, 10.0)), minutes


def test_puts_first_what_is_liked():
    """A like moves a dish up here as at any meal."""
    assert "dates" not in dishes_of(options(30, 34.0))[:1]
    assert dishes_of(options(30, 34.0, liked=("date",)))[0] == "dates"


def test_locks_any_dish_that_sits_well():
    """A breakfast may be locked before a run; one that lies too heavy is no option."""
    assert dishes_of(options(240, 100.0, locked="banana")) == ["banana"]
    assert options(30, 30.0, locked="lentil-bolognese") == []


def test_holds_protein_and_fat_to_ceilings_alone():
    """Below its ceilings a bite is judged by its carbohydrate and by nothing else."""
    want = Want(0.0, 40.0, 0.0, is_dose=True, is_bite=True, most_protein_g=10.0, most_fat_g=5.0)
    held = np.zeros(6)
    held[CARBOHYDRATE] = 40.0
    from fuelcalc.planning.menu.fit import plates_cost

    plain = float(plates_cost(held, want))
    held[[PROTEIN, FAT]] = 9.9, 4.9
    assert float(plates_cost(held, want)) == plain
    assert want.is_clear_of(held)
    held[PROTEIN] = 10.1
    assert float(plates_cost(held, want)) > plain
    assert not want.is_clear_of(held)


@pytest.mark.parametrize(("mass_kg", "start"), [(45.0, "09:15"), (60.0, "10:40"), (75.0, "10:15")])
@pytest.mark.parametrize("seed", [0, 1])
def test_is_light_between_intervals_and_a_second_run(mass_kg, start, seed):
    """Breakfast after a hard run holds what sits well before the next, though it may hold more."""
    runs = (
        run("06:00", effort="intervals", duration_min=45.0),
        run(start, effort="easy", duration_min=40.0),
    )
    who = athlete(sex="female", age=30.0, mass_kg=mass_kg, height_cm=165.0)
    found = plan_day(who, day(*runs, wake="05:30"), Goal(aim="maintain"), seed=seed)
    assert broken_menu_laws(found) == []

"""Snacks before a session: the right dose, at the right time, for the right person."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuelcalc import words
from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.limits import SALTED, speaks_of_salt
from fuelcalc.pantry.pairings import pairings
from fuelcalc.pantry.portions import amounts
from fuelcalc.pantry.snacks import snack_options

# Minutes before, then the most fat, fibre and protein, in g: sports-dietetic practice.
TABLE = {
    15: (2.0, 1.5, 3.0),
    30: (3.0, 3.5, 5.0),
    60: (5.0, 6.0, 10.0),
    90: (8.0, 7.0, 15.0),
    120: (10.0, 9.0, 20.0),
    180: (15.0, 12.0, 30.0),
    240: (25.0, 15.0, 40.0),
}
OATS = {"oats", "gluten-free-oats", "porridge"}
BANANAS = {"banana", "small-banana"}


def options(minutes, dose_g, *, count=5, sensitive_gut=False, **limits):
    """The options at one time of the table, with its ceilings."""
    fat, fibre, protein = TABLE[minutes]
    return snack_options(
        BUNDLED,
        Limits.of(**limits),
        minutes_before=minutes,
        carbohydrate_g=dose_g,
        fat_max_g=fat,
        fibre_max_g=fibre,
        protein_max_g=protein,
        sensitive_gut=sensitive_gut,
        count=count,
    )


def foods_of(snack):
    """The ids of what is in a snack."""
    return {item.food_id for item in snack.items}


@pytest.mark.parametrize("dose_g", range(30, 61))
def test_r21_answers_banana_and_oatmeal_an_hour_before(dose_g):
    """R21: from 30 to 60 g an hour before, both are among the first three answers."""
    top = set().union(*map(foods_of, options(60, dose_g)[:3]))
    assert top & BANANAS, dose_g
    assert top & OATS, dose_g


@pytest.mark.parametrize(("minutes", "dose_g"), [(30, 24.0), (60, 24.0), (90, 24.0)])
def test_r21_knows_one_banana_when_it_sees_one(minutes, dose_g):
    """R21: one medium banana holds 24 g, and is what 24 g before a run look like."""
    households = [[words(item) for item in snack.items] for snack in options(minutes, dose_g)]
    assert ["1 medium banana"] in households[:3]


@pytest.mark.parametrize("dose_g", range(40, 91, 5))
def test_r21_answers_porridge_with_banana_two_hours_before(dose_g):
    """R21: two hours before, oats and banana are among the first five answers, together or not."""
    found = set().union(*map(foods_of, options(120, dose_g)))
    assert found & OATS, dose_g
    assert found & BANANAS, dose_g


@pytest.mark.parametrize("dose_g", [10.0, 15.0, 20.0, 25.0])
def test_offers_light_things_at_the_last_minute(dose_g):
    """A quarter of an hour before there is nothing with fat, fibre or protein to speak of."""
    found = options(15, dose_g)
    assert len(found) == 5
    assert any(foods_of(snack) & (BANANAS | {"sports-drink", "energy-gel"}) for snack in found)
    for snack in found:
        assert snack.totals.nutrients.fat_g <= 2.0
        assert snack.totals.nutrients.fibre_g <= 1.5
        assert not foods_of(snack) & (OATS | {"bagel", "boiled-egg", "peanut-butter"})


def test_offers_a_meal_three_hours_before():
    """With three hours there is time for egg, milk, rice or pasta."""
    found = set().union(*map(foods_of, options(180, 105.0)))
    assert found & {"white-rice", "pasta"}
    assert found & {"chicken-breast", "cod", "tofu"}


@pytest.mark.parametrize("minutes", TABLE)
@pytest.mark.parametrize("share", [0.3, 0.6, 1.0])
def test_fits_the_usual_doses(minutes, share):
    """From three tenths of the usual dose to all of it, at least two of five options fit."""
    usual = {15: 19.0, 30: 28.0, 60: 52.0, 90: 80.0, 120: 112.0, 180: 150.0, 240: 150.0}
    found = options(minutes, usual[minutes] * share)
    assert sum(not snack.missed for snack in found) >= 2


def test_comes_nearer_before_it_comes_later():
    """Between equals in the file the nearer dose is first: one banana before two."""
    one, two = options(90, 24.0)[0], options(90, 48.0)[0]
    assert [words(item) for item in one.items] == ["1 medium banana"]
    assert [words(item) for item in two.items] == ["2 medium bananas"]


LIMITS = {
    "diet": st.sampled_from(DIETS),
    "avoid": st.lists(st.sampled_from(ALLERGENS), unique=True),
    "restrictions": st.lists(st.sampled_from(RESTRICTIONS), unique=True),
    "dislikes": st.lists(st.sampled_from(["banana", "oats", "rice", "fish", "bread"]), max_size=3),
}
GRAMS = st.floats(0.0, 40.0)


@settings(max_examples=300)
@given(
    minutes=st.floats(-30.0, 600.0),
    dose_g=st.floats(-10.0, 300.0),
    fat_g=GRAMS,
    fibre_g=GRAMS,
    protein_g=GRAMS,
    sensitive=st.booleans(),
    limits=st.fixed_dictionaries(LIMITS),
)
def test_never_breaks_a_limit(minutes, dose_g, fat_g, fibre_g, protein_g, sensitive, limits):  # noqa: PLR0917
    """Whoever asks, whenever, for whatever: no allergen, no breach of diet, no ceiling broken."""
    found = snack_options(
        BUNDLED,
        Limits.of(**limits),
        minutes_before=minutes,
        carbohydrate_g=dose_g,
        fat_max_g=fat_g,
        fibre_max_g=fibre_g,
        protein_max_g=protein_g,
        sensitive_gut=sensitive,
    )
    ease = 0.5 if sensitive else 1.0
    assert len(found) <= 5
    for snack in found:
        held = snack.totals.nutrients
        assert held.fat_g <= fat_g * ease + 1e-9
        assert held.fibre_g <= fibre_g * ease + 1e-9
        assert held.protein_g <= protein_g + 1e-9
        assert 1 <= len(snack.items) <= 3
        for item in snack.items:
            food = BUNDLED.food(item.food_id)
            assert Limits.of(**limits).allow(food), item.food_id
            assert not (sensitive and food.high_fodmap), item.food_id


@settings(max_examples=200)
@given(
    minutes=st.floats(0.0, 300.0),
    dose_g=st.floats(0.1, 300.0),
    limits=st.fixed_dictionaries(LIMITS),
)
def test_serves_plain_amounts_and_honest_sums(minutes, dose_g, limits):
    """Portions are on the food's own grid, sums add up, and what is missed is said."""
    found = snack_options(
        BUNDLED,
        Limits.of(**limits),
        minutes_before=minutes,
        carbohydrate_g=dose_g,
        fat_max_g=25.0,
        fibre_max_g=15.0,
        protein_max_g=40.0,
    )
    assert len({snack.snack_id for snack in found}) == len(found)
    for snack in found:
        for item in snack.items:
            food = BUNDLED.food(item.food_id)
            grid = [amount * food.portion.one_g for amount in amounts(food)]
            assert any(item.grams == pytest.approx(grams) for grams in grid)
            assert words(item)
        held = snack.totals.nutrients
        assert snack.available_carbohydrate_g == pytest.approx(held.available_carbohydrate_g)
        assert snack.gap_g == pytest.approx(snack.available_carbohydrate_g - dose_g)
        assert (snack.missed == "") == (abs(snack.gap_g) <= max(5.0, 0.1 * dose_g))
        assert snack.label
        assert snack.why


@given(dose_g=st.floats(5.0, 120.0), minutes=st.sampled_from(sorted(TABLE)))
def test_answers_the_same_to_the_same(dose_g, minutes):
    """The order is fixed, and no main food comes a third time."""
    found = options(minutes, dose_g)
    assert found == options(minutes, dose_g)
    mains = [snack.items[0].food_id for snack in found]
    assert all(mains.count(main) <= 2 for main in mains)


@pytest.mark.parametrize("dose_g", [0.0, -5.0, float("nan")])
def test_offers_nothing_when_nothing_is_asked(dose_g):
    """No dose, no snack."""
    assert options(60, dose_g) == ()


def test_offers_as_many_as_asked():
    """From none to as many as there are."""
    assert options(60, 40.0, count=0) == ()
    assert len(options(60, 40.0, count=2)) == 2
    assert len(options(60, 40.0, count=100)) > 5
    assert options(60, 40.0, count=2) == options(60, 40.0, count=100)[:2]


def test_leaves_somebody_with_every_allergy_something_to_eat():
    """A vegan who avoids all fifteen allergens and keeps every restriction still eats."""
    for minutes in TABLE:
        found = options(minutes, 20.0, diet="vegan", avoid=ALLERGENS, restrictions=RESTRICTIONS)
        assert found, minutes


def test_says_what_is_missed():
    """Where nothing comes near the dose, the nearest is offered, and says by how much."""
    nearest = options(15, 200.0)[0]
    assert nearest.missed == f"{-nearest.gap_g:.0f} g less than 200 g of carbohydrate"
    tiny = options(60, 1.0, dislikes=["sports drink"])[0]
    assert tiny.missed == f"{tiny.gap_g:.0f} g more than 1 g of carbohydrate"


def test_falls_back_on_quicker_food():
    """Where a late meal breaks the ceilings, what is quick serves at any time before."""
    none = {"fat_max_g": 0, "fibre_max_g": 0, "protein_max_g": 0}
    found = snack_options(BUNDLED, Limits(), minutes_before=200, carbohydrate_g=25, **none)
    assert found
    assert foods_of(found[0]) <= {"energy-gel", "sports-drink", "energy-chews"}


def test_offers_nothing_where_nothing_is_allowed():
    """Limits are never loosened: when nothing is left, the answer is empty."""
    disliked = {c.food_id for pairing in pairings() for place in pairing.places for c in place}
    names = [BUNDLED.food(food_id).name for food_id in disliked]
    assert options(60, 40.0, dislikes=names) == ()


def test_is_easy_on_a_sensitive_gut():
    """Half the fat and fibre, and neither apple, honey, milk nor dried fruit."""
    for minutes, (fat, fibre, _) in TABLE.items():
        for snack in options(minutes, 30.0, sensitive_gut=True, count=20):
            assert snack.totals.nutrients.fat_g <= fat / 2.0
            assert snack.totals.nutrients.fibre_g <= fibre / 2.0
            assert not foods_of(snack) & {"applesauce", "honey", "skim-milk", "medjool-dates"}


def test_fills_each_place_with_what_somebody_may_eat():
    """Certified oats for the gluten-free, syrup for vegans, another milk for the dairy-free."""
    gluten_free = options(60, 40.0, restrictions=["gluten-free"])
    assert any("gluten-free-oats" in foods_of(snack) for snack in gluten_free)
    vegan = options(60, 40.0, diet="vegan", count=20)
    assert any({"oats", "maple-syrup"} <= foods_of(snack) for snack in vegan)
    dairy_free = options(90, 60.0, restrictions=["dairy-free"], count=30)
    assert any("soy-milk" in foods_of(snack) for snack in dairy_free)


def test_offers_no_salt_to_who_must_not_add_it():
    """Neither what is made to replace salt nor a pairing that tells of it."""
    some = options(60, 40.0, count=99)
    assert any(foods_of(snack) & SALTED for snack in some)
    for snack in options(60, 40.0, count=99, unsalted=True):
        assert not foods_of(snack) & SALTED
        assert not speaks_of_salt(snack.label, snack.why)


def test_serves_every_minute():
    """From the start back to five hours there is always something, without a gap."""
    for early, late in pairwise(range(0, 301, 5)):
        for minutes in (early, (early + late) / 2):
            assert snack_options(
                BUNDLED,
                Limits(),
                minutes_before=minutes,
                carbohydrate_g=20,
                fat_max_g=5,
                fibre_max_g=5,
                protein_max_g=10,
            ), minutes

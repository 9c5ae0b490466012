"""Diets, allergens and restrictions as hard limits."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.errors import InputError
from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.pantry import BUNDLED, Limits

FOODS = st.sampled_from(BUNDLED.foods)
MANY_OF = {"unique": True, "max_size": 4}


@given(
    FOODS,
    st.sampled_from(DIETS),
    st.lists(st.sampled_from(ALLERGENS), **MANY_OF),
    st.lists(st.sampled_from(RESTRICTIONS), **MANY_OF),
)
def test_lets_nothing_pass_that_is_forbidden(food, diet, avoid, restrictions):
    """What is allowed holds no avoided allergen, not even in traces, and suits every limit."""
    if Limits.of(diet=diet, avoid=avoid, restrictions=restrictions).allow(food):
        assert not set(avoid) & {*food.allergens, *food.may_contain}
        assert set(restrictions) <= set(food.suits)
        assert DIETS.index(food.diet) <= DIETS.index(diet)


@given(FOODS)
def test_lets_everything_pass_for_somebody_without_limits(food):
    """Without limits every food is allowed."""
    assert Limits().allow(food)


@pytest.mark.parametrize(
    ("food_id", "limits"),
    [
        ("walnuts", {"avoid": ["nuts"]}),
        ("peanut-butter", {"avoid": ["nuts"]}),
        ("oats", {"avoid": ["gluten"]}),
        ("oats", {"avoid": ["wheat"]}),
        ("gluten-free-oats", {"avoid": ["gluten"]}),
        ("oats", {"restrictions": ["gluten-free"]}),
        ("white-toast", {"avoid": ["gluten"]}),
        ("whey-protein", {"avoid": ["dairy"]}),
        ("dark-chocolate", {"avoid": ["milk"]}),
        ("dark-chocolate", {"diet": "vegan"}),
        ("milk-chocolate", {"diet": "vegan"}),
        ("worcestershire-sauce", {"diet": "vegetarian"}),
        ("worcestershire-sauce", {"avoid": ["fish"]}),
        ("honey", {"diet": "vegan"}),
        ("gummies", {"diet": "vegetarian"}),
        ("gummies", {"restrictions": ["halal"]}),
        ("energy-chews", {"diet": "vegan"}),
        ("salmon", {"diet": "vegetarian"}),
        ("chicken-breast", {"diet": "pescatarian"}),
        ("ham", {"restrictions": ["halal"]}),
        ("prawns", {"restrictions": ["kosher"]}),
        ("prawns", {"avoid": ["shellfish"]}),
        ("mussels", {"avoid": ["shellfish"]}),
        ("soy-sauce", {"avoid": ["wheat"]}),
        ("lactose-free-milk", {"avoid": ["milk"]}),
        ("apple", {"restrictions": ["low-fodmap"]}),
        ("cottage-cheese", {"dislikes": ["cottage cheese"]}),
        ("cheddar", {"dislikes": ["cheese"]}),
        ("cod", {"dislikes": ["fish"]}),
        ("cod", {"dislikes": "fish"}),
    ],
)
def test_refuses(food_id, limits):
    """Each of these would be a mistake on somebody's plate."""
    assert not Limits.of(**limits).allow(BUNDLED.food(food_id))


@pytest.mark.parametrize(
    ("food_id", "limits"),
    [
        ("butternut-squash", {"diet": "vegan"}),
        ("gluten-free-oats", {"restrictions": ["gluten-free"]}),
        ("pearl-barley", {"diet": "vegan", "avoid": ["egg", "milk"]}),
        ("honey", {"diet": "vegetarian"}),
        ("salmon", {"diet": "pescatarian", "restrictions": ["gluten-free", "dairy-free"]}),
        ("peanut-butter", {"dislikes": ["butter"], "avoid": ["milk"]}),
        ("sweet-potato", {"dislikes": ["boiled potatoes", "gravel"]}),
        ("banana", {"diet": "vegan", "avoid": ALLERGENS, "restrictions": RESTRICTIONS[:4]}),
        ("white-rice", {"diet": "vegan", "avoid": ALLERGENS, "restrictions": RESTRICTIONS}),
    ],
)
def test_allows(food_id, limits):
    """Caution does not take away what is safe."""
    assert Limits.of(**limits).allow(BUNDLED.food(food_id))


def test_gives_an_unreviewed_food_to_nobody_with_a_limit():
    """Without reviewed tags a food is for those who avoid nothing at all."""
    for unreviewed in (
        replace(BUNDLED.food("banana"), allergens=None),
        replace(BUNDLED.food("banana"), diet=None),
    ):
        assert Limits().allow(unreviewed)
        assert Limits.of(dislikes=["fish"]).allow(unreviewed)
        assert not Limits.of(dislikes=["banana"]).allow(unreviewed)
        for limits in (
            *({"avoid": [code]} for code in ALLERGENS),
            *({"restrictions": [code]} for code in RESTRICTIONS),
            *({"diet": diet} for diet in DIETS[:-1]),
        ):
            assert not Limits.of(**limits).allow(unreviewed)


def test_reads_a_lone_word_as_one():
    """One allergen as a text is that allergen, not its letters."""
    assert Limits.of(avoid="nuts") == Limits.of(avoid=["nuts"])


def test_leaves_food_for_everybody():
    """Each diet with each restriction still has fifteen foods to eat from."""
    for diet, restriction in product(DIETS, RESTRICTIONS):
        limits = Limits.of(diet=diet, restrictions=[restriction])
        assert sum(map(limits.allow, BUNDLED.foods)) >= 15


@pytest.mark.parametrize("limits", [{"avoid": ["mlik"]}, {"restrictions": ["x"]}, {"diet": "x"}])
def test_refuses_words_that_it_does_not_know(limits):
    """A limit that cannot be understood is never taken for none."""
    with pytest.raises(InputError):
        Limits.of(**limits)


def test_says_of_toast_that_it_is_gluten_free():
    """Whatever the bread or pasta of a dish is called, its title says that it is another."""
    free, usual = (
        {one.dish.dish_id: one for one in BUNDLED.variants(limits)}
        for limits in (Limits.of(restrictions=["gluten-free"]), Limits())
    )
    for dish_id, one in free.items():
        here = {food.food_id for food in one.foods} - {
            food.food_id for food in usual[dish_id].foods
        }
        is_named = any(word in one.name for word in ("toast", "sandwich", "bread", "spaghetti"))
        if is_named and not here.isdisjoint({"gluten-free-bread", "gluten-free-pasta"}):
            assert one.name.count("gluten-free") == 1, one.name
    assert free["jam-toast-skyr"].name == "gluten-free jam toast with skyr"
    assert usual["jam-toast-skyr"].name == "jam toast with skyr"

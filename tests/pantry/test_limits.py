"""Diets, allergens and restrictions as hard limits."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.errors import InputError
from fuelcalc.models.diets import ALLERGENS, DIETS, RESTRICTIONS
from fuelcalc.pantry.limits import allowed_foods, is_allowed, limits_of
from fuelcalc.pantry.table import food_by_id, food_table

FOODS = st.sampled_from(food_table().foods)
MANY_OF = {"unique": True, "max_size": 4}


@given(
    FOODS,
    st.sampled_from(DIETS),
    st.lists(st.sampled_from(ALLERGENS), **MANY_OF),
    st.lists(st.sampled_from(RESTRICTIONS), **MANY_OF),
)
def test_lets_nothing_pass_that_is_forbidden(food, diet, avoid, restrictions):
    """What is allowed holds no avoided allergen, not even in traces, and suits every limit."""
    if is_allowed(food, diet=diet, avoid=avoid, restrictions=restrictions):
        assert not set(avoid) & {*food.allergens, *food.may_contain}
        assert set(restrictions) <= set(food.suits)
        assert DIETS.index(food.diet) <= DIETS.index(diet)


@given(FOODS)
def test_lets_everything_pass_for_somebody_without_limits(food):
    """Without limits every food is allowed."""
    assert is_allowed(food)


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
        ("cottage-cheese", {"dislikes": ["cotage cheese"]}),
        ("cheddar", {"dislikes": ["cheese"]}),
        ("cod", {"dislikes": ["fish"]}),
        ("cod", {"dislikes": "fish"}),
    ],
)
def test_refuses(food_id, limits):
    """Each of these would be a mistake on somebody's plate."""
    assert not is_allowed(food_by_id(food_id), **limits)


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
    assert is_allowed(food_by_id(food_id), **limits)


def test_gives_an_unreviewed_food_to_nobody_with_a_limit():
    """Without reviewed tags a food is for those who avoid nothing at all."""
    for unreviewed in (
        replace(food_by_id("banana"), allergens=None),
        replace(food_by_id("banana"), diet=None),
    ):
        assert is_allowed(unreviewed)
        assert is_allowed(unreviewed, dislikes=["fish"])
        assert not is_allowed(unreviewed, dislikes=["banana"])
        for limits in (
            *({"avoid": [code]} for code in ALLERGENS),
            *({"restrictions": [code]} for code in RESTRICTIONS),
            *({"diet": diet} for diet in DIETS[:-1]),
        ):
            assert not is_allowed(unreviewed, **limits)


def test_chooses_among_the_foods_it_is_given():
    """The whole table by default, else only what was handed in, in that order."""
    two = (food_by_id("walnuts"), food_by_id("banana"))
    assert allowed_foods(two, avoid="nuts") == (food_by_id("banana"),)
    assert allowed_foods() == food_table().foods


def test_leaves_food_for_everybody():
    """Each diet with each restriction still has fifteen foods to eat from."""
    for diet, restriction in product(DIETS, RESTRICTIONS):
        assert len(allowed_foods(diet=diet, restrictions=[restriction])) >= 15


@pytest.mark.parametrize("limits", [{"avoid": ["mlik"]}, {"restrictions": ["x"]}, {"diet": "x"}])
def test_refuses_words_that_it_does_not_know(limits):
    """A limit that cannot be understood is never taken for none."""
    with pytest.raises(InputError):
        limits_of(**limits)

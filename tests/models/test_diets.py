"""The closed words for allergens, diets and restrictions, and what people write for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.errors import InputError
from fuelcalc.models.diets import (
    ALLERGENS,
    DIETS,
    RESTRICTIONS,
    allergens_named,
    diet_named,
    may_eat,
    restrictions_named,
)

# Annex II of Regulation (EU) 1169/2011 and the US list (FALCPA with the FASTER Act).
EU_14 = {
    "gluten", "crustaceans", "egg", "fish", "peanut", "soy", "milk", "tree-nut", "celery",
    "mustard", "sesame", "sulphites", "lupin", "molluscs",
}  # fmt: skip
US_9 = {"milk", "egg", "fish", "crustaceans", "tree-nut", "peanut", "wheat", "soy", "sesame"}


def test_knows_both_official_lists_and_nothing_else():
    """The codes are the union of the EU 14 and the US 9, each once."""
    assert set(ALLERGENS) == EU_14 | US_9
    assert len(ALLERGENS) == 15


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["nuts"], ("peanut", "tree-nut")),
        (["tree nuts"], ("tree-nut",)),
        (["Tree_Nuts"], ("tree-nut",)),
        (["peanuts"], ("peanut",)),
        (["walnuts"], ("tree-nut",)),
        (["dairy"], ("milk",)),
        (["cow's milk"], ("milk",)),
        (["lactose"], ("milk",)),
        (["shellfish"], ("crustaceans", "molluscs")),
        (["seafood"], ("crustaceans", "fish", "molluscs")),
        (["prawns"], ("crustaceans",)),
        (["mussels"], ("molluscs",)),
        (["eggs"], ("egg",)),
        (["soya"], ("soy",)),
        (["gluten"], ("gluten", "wheat")),
        (["coeliac"], ("gluten", "wheat")),
        (["wheat"], ("wheat",)),
        (["sulfites"], ("sulphites",)),
        (["sesame seeds"], ("sesame",)),
        (["milk allergy"], ("milk",)),
        (["no nuts"], ("peanut", "tree-nut")),
        (["nut-free"], ("peanut", "tree-nut")),
        (["fishes"], ("fish",)),
        (["molluscs", "egg", "eggs"], ("egg", "molluscs")),
        ("milk", ("milk",)),
        ([], ()),
    ],
)
def test_understands_everyday_words(words, codes):
    """People's own words lead to codes, without repeats and in the order of the list."""
    assert allergens_named(words) == codes


@given(st.lists(st.sampled_from(ALLERGENS)))
def test_gives_codes_back(codes):
    """What was resolved once resolves to itself, so a plan may be read again."""
    found = allergens_named(codes)
    assert allergens_named(found) == found
    assert set(codes) <= set(found)


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("mlik", '"mlik" is not an allergen that fuelcalc knows; did you mean "milk"?'),
        ("cherries", "known: gluten, wheat"),
        ("cherries", "a food that is only disliked goes into dislikes"),
        ("", '"" is not an allergen'),
    ],
)
def test_refuses_an_unknown_allergen(word, message):
    """A word that names no allergen is an error of one line that helps, never ignored."""
    with pytest.raises(InputError) as caught:
        allergens_named([word])
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_refuses_what_is_no_word():
    """A number in place of a word is an input error too."""
    with pytest.raises(InputError, match='"7" is not an allergen'):
        allergens_named([7])


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["gluten free", "FODMAP"], ("gluten-free", "low-fodmap")),
        (["coeliac"], ("gluten-free",)),
        (["lactose-free"], ("dairy-free",)),
        (["Kosher", "Halal"], ("halal", "kosher-style")),
        ("halal", ("halal",)),
        (RESTRICTIONS, RESTRICTIONS),
    ],
)
def test_understands_restrictions(words, codes):
    """Restrictions go by their everyday names as well."""
    assert restrictions_named(words) == codes


@pytest.mark.parametrize(
    ("word", "hint"),
    [("gluten", 'did you mean "gluten-free"'), ("keto", "known: gluten-free, dairy-free")],
)
def test_refuses_an_unknown_restriction(word, hint):
    """What fuelcalc has not reviewed foods for, it does not promise."""
    with pytest.raises(InputError, match=hint):
        restrictions_named([word])


def test_understands_diets():
    """Diets go by their everyday names as well, and an unknown one is refused."""
    assert [diet_named(diet) for diet in DIETS] == list(DIETS)
    assert diet_named("Plant based") == "vegan"
    assert diet_named("pescetarian") == "pescatarian"
    with pytest.raises(InputError, match='did you mean "vegan"'):
        diet_named("vegn")


def test_ranks_diets_from_strictest():
    """Each diet may eat its own foods and those of every stricter one, and no others."""
    table = [[may_eat(diet, food_for=food) for food in DIETS] for diet in DIETS]
    assert table == [
        [True, False, False, False],
        [True, True, False, False],
        [True, True, True, False],
        [True, True, True, True],
    ]


def test_sends_an_allergen_among_the_restrictions_where_it_belongs():
    """A restriction that names an allergen is something to avoid, a hard limit of its own."""
    line = r'nut-free.* is about an allergen; write avoid = \["nut"\]'
    with pytest.raises(InputError, match=line):
        restrictions_named(["nut-free"])

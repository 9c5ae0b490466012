"""Nutrients by name, what an amount of food holds, and what several hold together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.models.nutrients import NUTRIENT_NAMES, NUTRIENT_OF, NUTRIENTS, Nutrients, total
from fuelcalc.units import SUFFIXES, suffix_of

AMOUNTS = st.one_of(st.none(), st.floats(0.0, 1e4))
HELD = st.fixed_dictionaries(
    dict.fromkeys(("energy_kcal", "protein_g", "iron_mg", "ala_g"), AMOUNTS)
).map(lambda known: Nutrients(**known))


def test_names_the_unit_of_every_nutrient():
    """Every field ends with a unit of the vocabulary."""
    assert {suffix_of(name) for name in NUTRIENT_NAMES} <= set(SUFFIXES)


def test_has_one_row_for_every_field_and_sum():
    """Each member of `Nutrients` has one row, and no key or name stands for two."""
    assert set(NUTRIENT_NAMES) <= NUTRIENT_OF.keys()
    assert len(NUTRIENT_OF) == len(NUTRIENTS) == len({nutrient.name for nutrient in NUTRIENTS})
    assert NUTRIENT_OF["methionine_cystine_g"].fields == ("methionine_g", "cystine_g")


def test_never_changes():
    """A food's values cannot be written over."""
    with pytest.raises(AttributeError):
        Nutrients().energy_kcal = 1.0


@pytest.mark.parametrize(
    ("carbohydrate_g", "fibre_g", "available_g"),
    [(22.84, 2.6, 20.24), (3.0, 4.0, 0.0), (None, 1.0, None), (10.0, None, None)],
)
def test_counts_carbohydrate_without_fibre(carbohydrate_g, fibre_g, available_g):
    """Available carbohydrate is the source's minus fibre, and unknown where either is."""
    food = Nutrients(carbohydrate_g=carbohydrate_g, fibre_g=fibre_g)
    assert food.available_carbohydrate_g == (
        None if available_g is None else pytest.approx(available_g)
    )


@given(HELD, st.floats(0.0, 100.0))
def test_scales_what_is_known_and_nothing_else(food, factor):
    """Twice the food holds twice of everything; a missing value stays missing, not zero."""
    for name, before, after in zip(
        NUTRIENT_NAMES, food.values(), food.times(factor).values(), strict=True
    ):
        assert after == (None if before is None else before * factor), name


@given(st.lists(HELD, min_size=1, max_size=4))
def test_says_which_sums_are_floors(parts):
    """A nutrient that one part lacks is named; one that all lack has no sum."""
    sums = total(parts)
    for name, column in zip(
        NUTRIENT_NAMES, zip(*(part.values() for part in parts), strict=True), strict=True
    ):
        known = [value for value in column if value is not None]
        assert (name in sums.incomplete) == (len(known) < len(parts))
        assert getattr(sums.nutrients, name) == (pytest.approx(sum(known)) if known else None)


def test_adds_up_nothing_to_nothing():
    """No food holds zero of everything, and nothing of that is unknown."""
    assert total([]).incomplete == ()
    assert set(total([]).nutrients.values()) == {0.0}

"""What somebody dislikes, on plates, in sauces and in methods, by whatever name."""

import pytest

from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.lookup import plain
from fuelcalc.pantry.variants import method_of


def ids(variant):
    """The foods on a plate."""
    return [food.food_id for food in variant.foods]


def test_leaves_out_a_dish_called_by_a_disliked_word():
    """Who dislikes porridge gets no porridge, whatever it is made of."""
    names = [variant.name for variant in BUNDLED.variants(Limits.of(dislikes=["porridge"]))]
    assert names
    assert not any("porridge" in name for name in names)


@pytest.mark.parametrize("word", ["chili", "chilies", "chillies", "mint"])
def test_leaves_out_a_dish_whose_method_has_what_no_food_is_called(word):
    """Who dislikes chilli gets none by the spoon either, in whatever spelling."""
    everything = {one.dish.dish_id: one.dish.how for one in BUNDLED.variants(Limits())}
    left = {one.dish.dish_id for one in BUNDLED.variants(Limits.of(dislikes=[word]))}
    gone = everything.keys() - left
    assert any(plain(word) in plain(everything[one]).split() for one in gone)
    assert not any(plain(word) in plain(everything[one]).split() for one in left)


@pytest.mark.parametrize(
    ("word", "food"), [("Cinnamon", "cinnamon"), ("ginger", "ginger"), ("cumin", "cumin")]
)
def test_leaves_out_a_dish_seasoned_with_what_is_a_food_elsewhere(word, food):
    """Who dislikes ginger gets none by the gram, and no ground ginger by the pinch either."""
    everything = BUNDLED.variants(Limits())
    left = BUNDLED.variants(Limits.of(dislikes=[word]))
    assert any(f" {food}" in method_of(one) and food not in ids(one) for one in everything)
    assert len(left) > 400
    assert not any(food in plain(method_of(one)).split() or food in ids(one) for one in left)


@pytest.mark.parametrize("word", ["chilli", "spicy", "hot food"])
def test_leaves_out_what_is_hot_by_another_name(word):
    """Who dislikes chilli was served bibimbap with two teaspoons of sriracha."""
    left = BUNDLED.variants(Limits.of(dislikes=[word]))
    assert len(left) > 400
    for one in left:
        assert {"sriracha", "kimchi", "salsa"}.isdisjoint(ids(one))
        assert "chilli" not in method_of(one)
    bibimbap = next(one for one in left if one.dish.dish_id == "beef-bibimbap")
    assert "sriracha" not in method_of(bibimbap)

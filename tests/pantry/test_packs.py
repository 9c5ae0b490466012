"""In what amounts shops sell things."""

import pytest

from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.packs import FLUID_OUNCE_ML, OUNCE_G, WHOLE, Shop

US = Shop("us")
BOUGHT = {food.bought.item: food.bought for food in BUNDLED.foods if food.bought}


def test_an_ounce_is_what_the_law_says():
    """NIST Handbook 44, appendix C: 28.349 523 125 g, and 29.573 529 562 5 ml."""
    assert (OUNCE_G, FLUID_OUNCE_ML) == (28.349523125, 29.5735295625)


@pytest.mark.parametrize(
    ("item", "ounces"),
    [("oats", 16.0), ("rice noodles", 8.0), ("carrots", 32.0), ("white bread", 16.0)],
)
def test_us_packs_are_pounds_and_parts_of_them(item, ounces):
    """As near to the metric pack as US sizes come; a loaf is a pound."""
    assert US.pack(BOUGHT[item]) == pytest.approx(ounces * OUNCE_G)


def test_us_milk_comes_by_the_quart_and_eggs_by_the_dozen():
    """What is poured goes by fluid ounces, what is counted by number."""
    assert US.pack(BOUGHT["whole milk"]) == pytest.approx(32.0 * FLUID_OUNCE_ML)
    assert US.pack(BOUGHT["eggs"]) == 12.0
    assert US.pack(BOUGHT["pita bread"]) == BOUGHT["pita bread"].pack


@pytest.mark.parametrize("item", sorted(WHOLE))
def test_one_of_a_thing_weighs_the_same_everywhere(item):
    """Each of them is bought so, and no country has other lemons."""
    assert US.pack(BOUGHT[item]) == BOUGHT[item].pack == Shop("uk").pack(BOUGHT[item])


@pytest.mark.parametrize("units", ["metric", "uk"])
def test_other_packs_are_those_of_the_table(units):
    """Nothing is converted outside the US."""
    shop = Shop(units)
    assert all(shop.pack(bought) == bought.pack for bought in BOUGHT.values())
    assert shop.weighed_g == 50.0
    assert US.weighed_g == pytest.approx(2.0 * OUNCE_G)

"""What is low in FODMAPs, at all or up to an amount, and where its figures are from."""

import re
from pathlib import Path

from fuelcalc.pantry import BUNDLED, Limits

FOODS = BUNDLED.foods


def test_never_calls_high_fodmap_low():
    """No food is both, and what is of wheat, pulses, dried fruit or lactose is never low."""
    low = [food for food in FOODS if "low-fodmap" in food.suits]
    assert len(low) >= 120
    for food in low:
        assert not food.high_fodmap, food.food_id
        assert food.role not in {"bread", "dried-fruit", "legume", "plant-milk"}, food.food_id
        assert food.role != "dairy" or food.food_id.startswith("lactose-free-")


def test_names_a_source_for_every_amount():
    """Each amount that a restriction allows is in the table's documentation, with its source."""
    readme = (Path(__file__).parents[2] / "foods" / "README.md").read_text("utf-8")
    told = {}
    line = re.compile(r"^\| ([a-z, -]+) \| (\d+) \| (.+) \|$", re.MULTILINE)
    section = readme.partition("### The column `suits_up_to_g`")[2].partition("### The column")[0]
    for names, grams, source in line.findall(section):
        assert source[0] in "ABCEFGHKLMNOPQRSY[", source
        told |= {name: float(grams) for name in names.split(", ")}
    assert told == {food.food_id: grams for food in FOODS for _, grams in food.suits_up_to_g}


def test_names_no_ripe_banana():
    """Only firm bananas are low in FODMAPs, and no dish that is served of them speaks of ripe."""
    assert not BUNDLED.food("banana").suits_up_to_g
    for one in BUNDLED.variants(Limits.of(restrictions=["low-fodmap"])):
        if any(food.food_id == "firm-banana" for food in one.foods):
            assert "ripe" not in f"{one.name} {one.dish.how}".lower().split(), one.name


def test_gives_a_vegan_dinners_enough():
    """Twenty, of which some have no soy; of ten one came at six meals of a week."""
    low = BUNDLED.variants(Limits.of(diet="vegan", restrictions=["low-fodmap"]))
    for meal in ("lunch", "dinner"):
        there = [one for one in low if meal in one.dish.meals]
        assert len({one.dish.dish_id for one in there}) >= 20
        soyless = [one for one in there if all(food.role != "soy" for food in one.foods)]
        assert len({one.dish.dish_id for one in soyless}) >= 4

"""What a dish holds of one food for another: oats in milk, fillings in bread, vegetables beside."""

import pytest
from plates import BY_ID, DISHES, EATERS, parts_of

from fuelcalc.pantry import BUNDLED


def grams_of(variant, amount, is_one):
    """How many grams of some foods are on a plate, in its least, usual or most amounts."""
    return sum(
        getattr(part, amount) * food.portion.one_g
        for food, part in zip(variant.foods, variant.components, strict=True)
        if is_one(food.food_id)
    )


# What soaks or cooks is wet enough and sets, in g of milk (and of yogurt, where it is stirred in)
# to one g: porridge of 1 to 3 parts by volume, overnight oats of 1 to 1 or 2, and chia of 3 or 4
# spoons to a large glass, as packets and recipes print them, with some room [est].
WET = {"porridge": (3.0, 9.0), "soaked": (2.3, 9.5), "chia": (5.0, 11.5)}


def is_wet(food_id):
    """Whether a food makes others soft."""
    return food_id.endswith(("milk", "yogurt"))


@pytest.mark.parametrize("eater", EATERS)
def test_cooks_oats_and_chia_in_enough(eater):
    """Porridge, overnight oats and chia puddings are neither paste nor soup, at either end."""
    for variant in BUNDLED.variants(EATERS[eater]):
        words = set(variant.name.split())
        first = variant.components[0].food_id
        if "oats" in first and words & {"porridge", "oats", "muesli"}:
            kind = "soaked" if words & {"overnight", "muesli"} else "porridge"
            assert "water" in variant.dish.how
        elif "chia" in words:
            kind, first = "chia", "chia-seeds"
        else:
            continue
        if "made with water" in variant.name:
            continue
        is_in = is_wet if kind == "soaked" else lambda food_id: food_id.endswith("milk")
        least = grams_of(variant, "least", is_in) / grams_of(variant, "most", first.__eq__)
        most = grams_of(variant, "most", is_in) / grams_of(variant, "least", first.__eq__)
        assert WET[kind][0] <= least, (variant.name, least)
        assert most <= WET[kind][1], (variant.name, most)


# What counts as a helping of vegetables beside the vegetables themselves.
GREENS = {"edamame", "sweetcorn", "canned-sweetcorn", "butternut-squash", "salsa", "tomato-sauce"}

# What is flour in a batter or a sauce, and no grain that vegetables stand beside.
IN_BATTER = {"oats", "gluten-free-oats", "white-flour", "rice-flour", "chickpea-flour"}

# Of vegetables, fruit and pulses in g: a portion by the WHO at least, and 100 g usually [est]. From
# 250 g of grain on, readers called a third of its grams too little to be a plate of both [est].
GREENS_G, MUCH_GRAIN_G, GREENS_TO_GRAIN = (79.0, 99.0), 250.0, 0.33


def is_green(food_id):
    """Whether a food is of what a plate has beside its starch and its main food."""
    return BY_ID[food_id].role in {"vegetable", "fruit", "legume"} or food_id in GREENS


def is_plain_grain(food_id):
    """Whether a food is rice, pasta, noodles or their like, as they lie on a plate."""
    return BY_ID[food_id].role == "grain" and food_id not in IN_BATTER


@pytest.mark.parametrize("eater", EATERS)
def test_serves_a_helping_of_vegetables(eater):
    """Wherever its amounts end up, a lunch or dinner has 80 g of vegetables, or much more."""
    for variant in BUNDLED.variants(EATERS[eater]):
        if {"lunch", "dinner"} & set(variant.dish.meals):
            assert grams_of(variant, "least", is_green) >= GREENS_G[0], variant.name
            assert grams_of(variant, "usual", is_green) >= GREENS_G[1], variant.name


@pytest.mark.parametrize("eater", EATERS)
def test_serves_no_bowl_of_noodles_with_half_a_pepper(eater):
    """Where 250 g of grain or more may be on a plate, a third of that is vegetables at least."""
    for variant in BUNDLED.variants(EATERS[eater]):
        grain_g = grams_of(variant, "most", is_plain_grain)
        if {"lunch", "dinner"} & set(variant.dish.meals) and grain_g >= MUCH_GRAIN_G:
            green_g = grams_of(variant, "least", is_green)
            assert green_g >= GREENS_TO_GRAIN * grain_g, (variant.name, green_g, grain_g)


# What makes a plate moist: fats, what is spread, poured or crumbled on it, and sauces and soups.
MOIST_ROLES = {"cheese", "dairy", "fat", "nuts", "spread"}
MOIST = {
    "avocado", "baked-beans", "canned-tomatoes", "chicken-broth", "coconut-milk", "mayonnaise",
    "miso", "salsa", "teriyaki-sauce",
}  # fmt: skip
# So much fat brings its own juice: salmon, mince, eggs, tofu beside edamame [est].
MOIST_FAT_G = 9.0


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_serves_no_lunch_or_dinner_dry(dish):
    """However little there is of each food: no eggs and rice, no potato and tuna as they come."""
    if {"lunch", "dinner"}.isdisjoint(dish.meals) or "congee" in dish.dish_id:
        return
    fat_g, is_moist = 0.0, False
    for one, *_ in dish.places:
        food = BY_ID[one.food_id]
        fat_g += one.least * food.portion.one_g * (food.per_100g.fat_g or 0.0) / 100.0
        is_moist |= one.least > 0.0 and (food.role in MOIST_ROLES or food.food_id in MOIST)
    assert is_moist or fat_g >= MOIST_FAT_G


def test_serves_breakfasts_that_fit_into_a_bowl():
    """The most of a sweet breakfast weighs 1.3 kg with the milk in it, where it was 1.9 [est]."""
    for variant in BUNDLED.variants(EATERS["omnivore"]):
        if "breakfast" in variant.dish.meals and variant.dish.taste == "sweet":
            assert grams_of(variant, "most", BY_ID.__contains__) <= 1_300.0, variant.name


def is_tortilla(food_id):
    """Whether a food is rolled or folded around others."""
    return "tortilla" in food_id


def is_filling(food_id):
    """Whether a food lies in a tortilla: no fat, no sauce, and no fruit beside it."""
    beside = BY_ID[food_id].role in {"fat", "condiment"} or food_id in {"grapes", "orange"}
    return not beside and not is_tortilla(food_id)


@pytest.mark.parametrize("amount", ["least", "usual", "most"])
def test_fills_tortillas_with_what_they_hold(amount):
    """A tortilla holds four times its weight: 100 g in one of maize, 165 g of wheat [est]."""
    n_found = 0
    for variant in BUNDLED.variants(EATERS["omnivore"]):
        tortilla_g = grams_of(variant, amount, is_tortilla)
        if tortilla_g:
            assert grams_of(variant, amount, is_filling) <= 4.0 * tortilla_g, variant.name
            n_found += 1
    assert n_found > 10


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_stacks_no_tower_of_rice_cakes_and_bananas(dish):
    """Before a session three rice cakes, four else, and one banana beside anything else."""
    if {"during", "long"} & set(dish.meals):
        return
    most_cakes = 3.0 if "before" in dish.meals else 4.0
    for food, one, _ in parts_of(dish):
        if food.food_id == "rice-cake":
            assert one.most <= most_cakes
        if "banana" in food.food_id and "before" in dish.meals and len(dish.places) > 1:
            assert one.most <= 1.0

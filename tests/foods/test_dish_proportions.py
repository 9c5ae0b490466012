"""What a plate holds of one food beside another, so that it is what its name says."""

import re

import pytest
from plates import BY_ID, DISHES, EATERS
from test_dish_ratios import grams_of, is_plain_grain

from fuelcalc.pantry import BUNDLED

FLESH = {"meat", "poultry", "fish", "shellfish"}
# Pulses and eggs stand in for meat; of pulses half counts, since twice as much holds its protein.
PULSES_SHARE = 0.5
# 70 g of chicken under 270 g of quinoa was called no dish: a part to two and a half [est].
GRAIN_TO_FLESH = 2.5


def protein_g_of(variant):
    """The least of meat and fish on a plate, with the eggs and half of the pulses beside it."""
    flesh_g = grams_of(variant, "least", lambda f: BY_ID[f].role in FLESH)
    eggs_g = grams_of(variant, "least", lambda f: BY_ID[f].role == "egg")
    pulses_g = grams_of(variant, "least", lambda f: BY_ID[f].role == "legume" or f == "edamame")
    return flesh_g, flesh_g + eggs_g + PULSES_SHARE * pulses_g


@pytest.mark.parametrize("eater", EATERS)
def test_lays_meat_and_fish_on_no_heap_of_rice(eater):
    """Wherever its amounts end up, meat or fish is a part to two and a half of cooked grain."""
    n_found = 0
    for variant in BUNDLED.variants(EATERS[eater]):
        flesh_g, held_g = protein_g_of(variant)
        grain_g = grams_of(variant, "most", is_plain_grain)
        if {"lunch", "dinner"} & set(variant.dish.meals) and flesh_g and grain_g:
            assert grain_g <= GRAIN_TO_FLESH * held_g + 1.0, (variant.name, held_g, grain_g)
            n_found += 1
    assert n_found >= 40 or eater != "omnivore"


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_carries_no_blender_to_work(dish):
    """A shake goes brown and thick in five hours: what is blended is drunk where it was made."""
    words = {"shake", "smoothie", "milkshake", "lassi"} & set(dish.name.split())
    assert dish.carried != "cold" or not (words or dish.how.startswith("Blend")), dish.name


# Salty sauces by what they hold of salt: a spoon of fish sauce has that of one and a half of soy
# sauce (SR28). A spoon to 360 g of noodles is as little as a cook takes, and to 225 g as usual
# [est]; more at the least would be a day's sodium in one bowl.
SAUCES = {"soy-sauce": 1.0, "gluten-free-tamari": 1.0, "fish-sauce": 1.5, "teriyaki-sauce": 0.5}
MOST_G_A_SPOON = {"least": 361.0, "usual": 226.0}


@pytest.mark.parametrize("end", MOST_G_A_SPOON)
@pytest.mark.parametrize("eater", EATERS)
def test_seasons_noodles_and_rice_so_that_it_is_tasted(eater, end):
    """No half a spoon of soy sauce on 360 g, wherever the amounts end up."""
    for variant in BUNDLED.variants(EATERS[eater]):
        spoons = sum(
            getattr(part, end) * SAUCES[food.food_id]
            for food, part in zip(variant.foods, variant.components, strict=True)
            if food.food_id in SAUCES
        )
        # A sauce of nut butter and lime seasons by itself.
        is_spread = any(food.role == "spread" for food in variant.foods)
        has_sauce = not is_spread and any(food.food_id in SAUCES for food in variant.foods)
        grain_g = grams_of(variant, "most" if end == "least" else end, is_plain_grain)
        if has_sauce and grain_g:
            assert grain_g <= MOST_G_A_SPOON[end] * spoons, (variant.name, spoons, grain_g)


# 30 g stirred into 85 or 130 g of yogurt was called putty; six parts take it up [est].
POWDER_IN = 6.0
STIRRED = {"skyr", "quark", "silken-tofu", "chocolate-milk"}


@pytest.mark.parametrize("eater", EATERS)
def test_stirs_powder_into_enough(eater):
    """Milk or yogurt is six times the powder in it at the least, where it is no cooked porridge."""
    for variant in BUNDLED.variants(EATERS[eater]):
        # Energy balls are rolled, and cream of rice and pancakes take it up themselves.
        if {"balls", "cream", "pancakes"} & set(variant.name.split()):
            continue
        powder_g = grams_of(
            variant, "most" if "after" not in variant.dish.meals else "least",
            lambda f: BY_ID[f].role == "powder" and f not in {"milk-powder", "peanut-flour"},
        )  # fmt: skip
        wet_g = grams_of(variant, "least", lambda f: f.endswith(("milk", "yogurt")) or f in STIRRED)
        if powder_g and not {"during", "long"} & set(variant.dish.meals):
            assert wet_g >= POWDER_IN * powder_g - 2.0, (variant.name, wet_g, powder_g)


# Two thirds of the bread's weight, so that no half of it is eaten dry [est].
HUMMUS_TO_PITA = 1.0 / 1.5


@pytest.mark.parametrize("eater", EATERS)
def test_dips_pita_into_enough_hummus(eater):
    """Where hummus alone goes with bread there is a part to one and a half, at either end."""
    for variant in BUNDLED.variants(EATERS[eater]):
        mains = FLESH | {"egg", "soy", "legume"}
        hummus_g = grams_of(variant, "least", "hummus".__eq__)
        bread_g = grams_of(variant, "most", lambda f: BY_ID[f].role == "bread")
        is_filled = any(f.role in mains and f.food_id != "hummus" for f in variant.foods)
        if hummus_g and bread_g and not is_filled:
            assert hummus_g >= HUMMUS_TO_PITA * bread_g, (variant.name, hummus_g, bread_g)


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_names_as_many_pieces_as_there_are(dish):
    """A dish with "a peach" has one, wherever its amounts end up."""
    for place in dish.places:
        for one in place:
            words = f"(?:a|an) {BY_ID[one.food_id].name}"
            if BY_ID[one.food_id].role == "fruit" and re.search(rf"\b{words}\b", dish.name):
                assert one.most <= 1.0, (dish.name, one.food_id)


# From thick to thin enough to run: 1.6 to 3.2 g of milk and egg to a gram of flour [est].
BATTER = (1.6, 3.2)


@pytest.mark.parametrize("eater", EATERS)
def test_whisks_a_batter_that_runs(eater):
    """Pancakes and crêpes are neither dough nor soup, wherever their amounts end up."""
    for variant in BUNDLED.variants(EATERS[eater]):
        flour = "white-flour".__eq__
        is_batter = "milk" in variant.dish.how and grams_of(variant, "least", flour)
        if is_batter and {"pancakes", "crêpes"} & set(variant.name.split()):
            thick, thin = (
                grams_of(variant, milk, lambda f: f.endswith("-milk") or f == "egg")
                / grams_of(variant, meal, flour)
                for milk, meal in (("least", "most"), ("most", "least"))
            )
            assert BATTER[0] <= thick, variant.name
            assert thin <= BATTER[1] or grams_of(variant, "least", "egg".__eq__), variant.name


@pytest.mark.parametrize("eater", EATERS)
def test_strews_no_more_raisins_than_there_are_oats(eater):
    """Raisins are a handful of four spoons, and less than the oats or the quinoa under them."""
    for variant in BUNDLED.variants(EATERS[eater]):
        raisins_g = grams_of(variant, "most", "raisins".__eq__)
        oats_g = grams_of(variant, "least", lambda f: "oats" in f or f == "quinoa")
        if raisins_g and "before" not in variant.dish.meals:
            assert raisins_g <= 36.0, variant.name
            assert not oats_g or raisins_g <= oats_g, (variant.name, raisins_g, oats_g)


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_grates_no_ginger_that_nobody_bought(dish):
    """What a method has fresh is on the plate and on the list; else it is dried or ground."""
    held = " ".join(one.food_id for place in dish.places for one in place)
    for word in ("ginger", "mint", "dill", "lemongrass"):
        if re.search(rf"(?<!dried )(?<!ground )\b{word}\b", dish.how):
            assert word in held, (dish.how, word)


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_leaves_no_salad_without_its_dressing(dish):
    """A salad of grain, potatoes or eggs has oil, mayonnaise or avocado at its least too."""
    roles = {BY_ID[one.food_id].role for place in dish.places for one in place}
    if "salad" in dish.name.split() and roles & {"grain", "egg", "starch"}:
        assert any(
            all(
                one.least > 0.0
                and (
                    BY_ID[one.food_id].role == "fat"
                    or one.food_id in {"mayonnaise", "avocado", "tahini", "greek-yogurt"}
                )
                for one in place
            )
            for place in dish.places
        ), dish.name

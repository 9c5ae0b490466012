"""What a plate holds of one food beside another, so that it is what its name says."""

import re

import pytest
from plates import BY_ID, DISHES, EATERS
from test_dish_ratios import grams_of, is_plain_grain, is_wet

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
# [est]; more at the least would be a day's sodium in one bowl. Prawns are sold in brine: 100 g of
# them hold as much salt as a spoon of soy sauce (SR28), and so does a cup of stock.
SAUCES = {
    "soy-sauce": 1.0, "gluten-free-tamari": 1.0, "fish-sauce": 1.5, "teriyaki-sauce": 0.5,
    "prawns": 1.0, "chicken-broth": 1.0, "vegetable-broth": 0.7,
}  # fmt: skip
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


# Milk and egg to a gram of flour: without eggs 1.3 to 1.5 stand up in small rounds, and more pours
# like milk; with eggs, which set, crêpes take twice as much [est].
BATTER = {True: (1.6, 5.0), False: (1.3, 1.5)}


@pytest.mark.parametrize("eater", EATERS)
def test_whisks_a_batter_that_runs(eater):
    """Pancakes and crêpes are neither dough nor soup, wherever their amounts end up."""
    for variant in BUNDLED.variants(EATERS[eater]):
        flour = "white-flour".__eq__
        is_batter = "milk" in variant.dish.how and grams_of(variant, "least", flour)
        if is_batter and {"pancakes", "crêpes"} & set(variant.name.split()):
            low, high = BATTER[grams_of(variant, "least", "egg".__eq__) > 0.0]
            thick, thin = (
                grams_of(variant, milk, lambda f: f.endswith("-milk") or f == "egg")
                / grams_of(variant, meal, flour)
                for milk, meal in (("least", "most"), ("most", "least"))
            )
            assert low <= thick, (variant.name, thick)
            assert thin <= high, (variant.name, thin)


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
    for word in ("ginger", "mint", "dill", "lemongrass", "parsley", "chives", "coriander", "basil"):
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


# 32 g of seeds on 60 g of hummus and a plate of 270 g of spinach were refused [est].
MOST_G = {"pumpkin-seeds": 16.0, "cooked-spinach": 180.0}


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_heaps_up_no_seeds_and_no_spinach(dish):
    """Two spoons of pumpkin seeds and a cup of cooked spinach are all that anybody takes."""
    for place in dish.places:
        for one in place:
            grams = one.most * BY_ID[one.food_id].portion.one_g
            assert grams <= MOST_G.get(one.food_id, grams), (one.food_id, grams)


# 60 g of oats, 30 g of powder and 14 g of flaxseed in 310 ml were called a paste [est].
SHAKE_TO_DRY = 3.0


def is_dry(food_id):
    """Whether a food thickens what it is blended into."""
    return "oats" in food_id or food_id == "flaxseed" or BY_ID[food_id].role == "powder"


@pytest.mark.parametrize("eater", EATERS)
def test_blends_shakes_that_can_be_drunk(eater):
    """Milk and yogurt are three times the oats, seeds and powder, wherever the amounts end up."""
    n_found = 0
    for variant in BUNDLED.variants(EATERS[eater]):
        dry_g = grams_of(variant, "most", is_dry)
        if dry_g and "Blend everything" in variant.dish.how:
            wet_g = grams_of(variant, "least", is_wet)
            assert wet_g >= SHAKE_TO_DRY * dry_g, (variant.name, wet_g, dry_g)
            n_found += 1
    assert n_found >= 3 or eater in {"strict", "low-fodmap", "low-fodmap vegan"}


@pytest.mark.parametrize("eater", EATERS)
def test_rolls_balls_of_more_oats_than_powder(eater):
    """30 g of powder on 20 g of oats is chalk."""
    for variant in BUNDLED.variants(EATERS[eater]):
        if {"balls", "oat"} <= set(variant.name.split()):
            powder_g = grams_of(variant, "most", lambda f: BY_ID[f].role == "powder")
            assert powder_g < grams_of(variant, "least", lambda f: "oats" in f), variant.name


# Slices that a piece of bread stands for, and the eggs that lie on one.
SLICES = {"pita": 2.0, "english-muffin": 2.0, "bagel": 2.0}
EGGS_A_SLICE = 1.5


@pytest.mark.parametrize("eater", EATERS)
def test_lays_no_three_eggs_on_a_slice(eater):
    """Three eggs have two slices of bread under them, wherever the amounts end up."""
    n_found = 0
    for variant in BUNDLED.variants(EATERS[eater]):
        pairs = list(zip(variant.foods, variant.components, strict=True))
        n_eggs = sum(one.most for food, one in pairs if food.role == "egg")
        n_slices = sum(
            one.least * SLICES.get(food.food_id, 1.0) for food, one in pairs if food.role == "bread"
        )
        # One slice of gluten-free bread is all that is low in FODMAPs: one may be the least.
        if n_slices and n_eggs and "gluten-free-bread" not in {food.food_id for food, _ in pairs}:
            assert n_eggs <= EGGS_A_SLICE * n_slices, (variant.name, n_eggs, n_slices)
            n_found += 1
    assert n_found >= 4 or eater not in {"omnivore", "vegetarian"}


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_drips_no_honey_off_the_rice_cakes(dish):
    """A spoon of honey or jam is for two rice cakes, 18 g of them, and two waffles take 225 g."""
    by_food = {one.food_id: one for place in dish.places for one in place}
    if "rice-cake" in by_food and by_food["rice-cake"].least:
        for food_id in {"honey", "maple-syrup", "jam"} & set(by_food):
            assert by_food[food_id].most <= by_food["rice-cake"].least / 2.0, food_id
    if "waffle" in by_food:
        for food_id in {"skyr", "nonfat-greek-yogurt", "lactose-free-yogurt"} & set(by_food):
            assert by_food[food_id].most <= 0.75 * by_food["waffle"].least, food_id


# A spoon of oil does not brown 200 g of tofu in cubes [est].
LEAST_TSP_FOR_TOFU = 2.0


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_fries_tofu_in_enough_oil(dish):
    """Where tofu is the food that is fried, there are two teaspoons of oil for it."""
    first = {one.food_id for one in dish.places[0]} if dish.places else set()
    is_fried = re.search(r"(?<!dry-)\b[Ff]r(?:y|ied)[^.]*(?:tofu|\{0\})", dish.how)
    if is_fried and first <= {"tofu", "extra-firm-tofu", "cooked-tempeh", "paneer"}:
        oils = [one for place in dish.places for one in place if BY_ID[one.food_id].role == "fat"]
        # Sesame oil is a seasoning of one spoon.
        assert oils, dish.name
        assert all(
            one.least >= LEAST_TSP_FOR_TOFU for one in oils if one.food_id != "sesame-oil"
        ), dish.name


SUGARS = {"sugar", "brown-sugar", "honey", "maple-syrup", "jam"}


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_sweetens_pancakes_and_puddings_of_cocoa(dish):
    """Pancakes, crêpes and a pudding of cocoa and tofu have sugar, honey, syrup or jam always."""
    words = set(re.findall(r"\w+", dish.name))
    is_of_cocoa = {"chocolate", "pudding"} <= words
    if dish.taste == "sweet" and (words & {"pancakes", "crêpes"} or is_of_cocoa):
        held = [place for place in dish.places if {one.food_id for one in place} <= SUGARS]
        assert any(all(one.least > 0.0 for one in place) for place in held), dish.name


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_sugars_oats_by_the_spoon(dish):
    """40 g of oats take two teaspoons of sugar and no more raisins than half their weight."""
    by_food = {one.food_id: one for place in dish.places for one in place}
    if "porridge" in dish.name and "oats" in by_food:
        sugar = by_food.get("brown-sugar")
        assert sugar is None or sugar.most <= 2.0
        raisins = by_food.get("raisins")
        assert raisins is None or raisins.most * 9.0 <= 0.5 * by_food["oats"].least * 80.0


# Boiled and left to swell, quinoa takes twenty minutes.
QUINOA_MIN = 20.0


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_cooks_quinoa_for_its_time_or_takes_it_cooked(dish):
    """What is on the table in twelve minutes has quinoa out of a pouch."""
    if "quinoa" in {one.food_id for place in dish.places for one in place}:
        assert dish.minutes >= QUINOA_MIN or "ready-cooked" in dish.how, dish.name


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_boils_no_yogurt_up_again(dish):
    """Yogurt in a hot dish that is kept for another day goes in after it is warmed."""
    holds = any(one.food_id.endswith("yogurt") for place in dish.places for one in place)
    if dish.keeps and holds and "off the heat" in dish.how:
        assert "off the heat, just before you eat it" in dish.how

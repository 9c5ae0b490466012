"""Amounts that cook and eat well: what a sauce, a bitter spoon, a filling or a dip takes."""

import re

import pytest
from plates import BY_ID, DISHES, EATERS, parts_of
from test_dish_ratios import grams_of
from test_dish_spreads import ON_THE_MOVE, SWEETS, TWO_FACES, faces_of

from fuelcalc.pantry import BUNDLED

# A tablespoon, 8 g, thickens a glass of milk to a sauce that pours; two set it to a pudding. What
# cheese is melted in is loosened by the pasta [est].
STARCH_G_A_LITRE = {"sweet": (25.0, 45.0), "savoury": (25.0, 65.0)}


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_thickens_a_sauce_that_still_pours(dish):
    """Cornstarch is a tablespoon to a glass of milk, wherever the amounts end up."""
    milk = [one for _, one, _ in parts_of(dish) if one.food_id.endswith("-milk")]
    for food, one, grams in parts_of(dish):
        if food.food_id == "cornstarch":
            low, high = STARCH_G_A_LITRE[dish.taste]
            least = min(part.least for part in milk) * 0.257
            most = max(part.most for part in milk) * 0.257
            assert grams[2] / least <= high, one
            assert grams[0] / most >= low, one


# What is sweet in itself: a spoon of syrup or jam has two thirds of sugar (SR28), fruit its own.
SWEET_ROLES = {"sweet", "fruit", "dried-fruit"}


def sugar_g_of(variant, amount):
    """How much of sugar, syrup, jam, chocolate milk and fruit there is, as carbohydrate."""
    return sum(
        getattr(part, amount) * food.portion.one_g * (food.per_100g.carbohydrate_g or 0.0) / 100.0
        for food, part in zip(variant.foods, variant.components, strict=True)
        if (food.role in SWEET_ROLES and food.food_id not in {"avocado", "dark-chocolate"})
        or food.food_id in {"chocolate-milk", "granola", "muesli"}
    )


# Half a tablespoon of syrup, or a teaspoon and a half of sugar, for whatever is bitter or chalky:
# cocoa, powder and chia in milk that nothing else sweetens were refused by every reader [est].
SUGAR_G = 5.9
POWDERS = {
    "whey-protein", "casein-protein", "soy-protein", "pea-protein", "gluten-free-pea-protein",
    "peanut-flour", "cocoa-powder", "chia-seeds",
}  # fmt: skip


@pytest.mark.parametrize("eater", EATERS)
def test_sweetens_cocoa_powder_and_chia(eater):
    """What is made of cocoa, powder or chia has something sweet in it, at its least too."""
    n_found = 0
    for variant in BUNDLED.variants(EATERS[eater]):
        made_of = {part.food_id for part in variant.components if part.least > 0.0}
        bitter = made_of & POWDERS
        if variant.dish.taste == "sweet" and bitter and not ON_THE_MOVE & set(variant.dish.meals):
            assert sugar_g_of(variant, "least") >= SUGAR_G, (variant.name, bitter)
            n_found += 1
    assert n_found >= 2


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_takes_cocoa_by_the_spoon(dish):
    """Three spoons of cocoa to one of syrup are bitter: there is one on a plate."""
    assert all(one.most <= 1.0 for _, one, _ in parts_of(dish) if one.food_id == "cocoa-powder")


# 24 g of chia and 30 g of powder in 190 ml were called paste [est].
MILK_TO_CHIA = 4.5


@pytest.mark.parametrize("eater", EATERS)
def test_soaks_chia_and_powder_in_enough(eater):
    """Milk and yogurt are four and a half times the chia and the powder stirred into it."""
    for variant in BUNDLED.variants(EATERS[eater]):
        if "chia pudding" in variant.name:
            wet_g = grams_of(variant, "least", lambda f: f.endswith("milk"))
            dry_g = grams_of(variant, "most", lambda f: f in POWDERS or "oats" in f)
            assert wet_g >= MILK_TO_CHIA * dry_g, (variant.name, wet_g, dry_g)


# Falafel of 17 g in bread of 60 g: three go in with the leaves [est].
FALAFEL_TO_BREAD = 0.9


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_fills_pita_with_no_heap_of_falafel(dish):
    """Eight falafel, hummus and carrot do not go into one pita."""
    most_g = sum(grams[2] for food, _, grams in parts_of(dish) if food.food_id == "falafel")
    breads = [grams[0] for food, _, grams in parts_of(dish) if food.role == "bread"]
    # On a plate they lie beside it.
    if most_g and "plate" not in dish.name:
        assert most_g <= FALAFEL_TO_BREAD * min(breads)


# A quarter of a cup of cottage cheese or ricotta, heaped, is what stays on a slice [est].
CURD_G_A_FACE = 62.0
CURDS = {"cottage-cheese", "low-fat-cottage-cheese", "ricotta", "quark"}


@pytest.mark.parametrize("eater", EATERS)
def test_heaps_no_pot_of_cottage_cheese_on_a_slice(eater):
    """Cottage cheese and ricotta on bread are 60 g a slice, wherever the amounts end up."""
    for variant in BUNDLED.variants(EATERS[eater]):
        curd_g = grams_of(variant, "most", CURDS.__contains__)
        # A bowl with a slice beside it is a bowl.
        if curd_g and faces_of(variant) and "bowl" not in variant.dish.how + variant.name:
            assert curd_g <= CURD_G_A_FACE * faces_of(variant), (variant.name, curd_g)


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_lays_an_egg_a_slice_in_a_sandwich(dish):
    """Egg mayonnaise is an egg a slice at the most, and half a spoon of mayonnaise an egg."""
    if "egg mayonnaise" in dish.name:
        by_food = {one.food_id: one for _, one, _ in parts_of(dish)}
        n_slices = min(one.least for food, one, _ in parts_of(dish) if food.role == "bread")
        assert by_food["boiled-egg"].most <= n_slices
        assert by_food["mayonnaise"].most <= 0.5 * by_food["boiled-egg"].least


# Two eggs set two thirds of a bowl of vegetables, of potatoes twice their weight: a tortilla is
# half a kilo of potatoes to five or six eggs [est].
SET_BY_EGG = 2.1
GROWN, BESIDE_EGG = {"vegetable", "starch"}, {"rocket", "lettuce", "green-lettuce", "new-potatoes"}
SET = re.compile(r"\b(frittata|omelette)\b")


def is_set(food_id):
    """Whether a food is in the eggs, and not beside them."""
    return BY_ID[food_id].role in GROWN and food_id not in BESIDE_EGG


@pytest.mark.parametrize("eater", EATERS)
def test_sets_frittatas_with_enough_egg(eater):
    """300 g of vegetables on two eggs hardly set: in a frittata they are twice the eggs."""
    n_found = 0
    for variant in BUNDLED.variants(EATERS[eater]):
        if SET.search(variant.name):
            most_g = grams_of(variant, "most", is_set)
            # The Spanish one and one of cheese are served with tomato beside them.
            if "tomato omelette" not in variant.name:
                most_g -= grams_of(variant, "most", "tomato".__eq__)
            egg_g = grams_of(variant, "least", lambda f: BY_ID[f].role == "egg")
            assert most_g <= SET_BY_EGG * egg_g, (variant.name, most_g, egg_g)
            n_found += 1
    assert n_found >= 3 or eater not in {"omnivore", "vegetarian"}


# Boiled potatoes with 100 g of yogurt to 408 g of them are potatoes [est].
CURD_TO_POTATO = 0.4


@pytest.mark.parametrize("eater", EATERS)
def test_serves_potatoes_with_enough_to_dip_them_in(eater):
    """Where boiled potatoes have quark, yogurt or cottage cheese alone, there are two fifths."""
    n_found = 0
    for variant in BUNDLED.variants(EATERS[eater]):
        roles = {food.role for food in variant.foods}
        curd_g = grams_of(variant, "least", lambda f: f in CURDS | {"skyr"} or f.endswith("yogurt"))
        potato_g = grams_of(variant, "most", "new-potatoes".__eq__)
        is_alone = not roles & {"meat", "poultry", "fish", "egg", "legume", "soy"}
        if potato_g and curd_g and is_alone:
            assert curd_g >= CURD_TO_POTATO * potato_g, (variant.name, curd_g, potato_g)
            n_found += 1
    assert n_found >= 1 or eater not in {"omnivore", "vegetarian"}


FUEL = {*ON_THE_MOVE, "before"}

# A tablespoon on four slices was called a smear; a third of one on each is thin and sweet [est].
JAM_G_A_FACE = 6.6


@pytest.mark.parametrize("eater", EATERS)
def test_spreads_jam_that_reaches_each_slice(eater):
    """Where jam or honey is what is on bread, each slice has a third of a spoon at the least."""
    n_found = 0
    for variant in BUNDLED.variants(EATERS[eater]):
        is_bread = any(food.role == "bread" for food in variant.foods)
        # Before a session the dose says how much.
        if is_bread and "jam" in variant.name and not FUEL & set(variant.dish.meals):
            most = sum(
                part.most * (2.0 if food.food_id in TWO_FACES else 1.0)
                for food, part in zip(variant.foods, variant.components, strict=True)
                if food.role == "bread"
            )
            # One slice has the egg.
            most -= any(food.role == "egg" for food in variant.foods)
            sweet_g = grams_of(variant, "least", SWEETS.__contains__)
            assert sweet_g >= JAM_G_A_FACE * most, (variant.name, sweet_g, most)
            n_found += 1
    assert n_found >= 3 or eater not in {"omnivore", "vegetarian"}


# Potatoes in cubes take up a spoon before they brown [est].
LEAST_TSP = 2.0
CRISP = re.compile(r"[Ff]ry[^.]*(?:potato|them|it)[^.]*(?:crisp|brown|golden)|pieces in the oil")


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_fries_potatoes_and_patties_in_enough_oil(dish):
    """Where potatoes, patties or tempeh are fried or roasted there are two teaspoons of fat."""
    words = {one.food_id for _, one, _ in parts_of(dish, sure=True)}
    fried = words & {"boiled-potato", "boiled-sweet-potato", "veggie-burger", "cooked-tempeh"}
    if fried and CRISP.search(dish.how):
        fats = [
            place for place in dish.places if all(BY_ID[o.food_id].role == "fat" for o in place)
        ]
        assert sum(max(one.least for one in place) for place in fats) >= LEAST_TSP, dish.how


# Fruit by the piece that is a snack in itself; kiwis and mandarins are eaten in twos.
ONE_IS_ENOUGH_G = 100.0


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_serves_one_fruit_after_a_meal(dish):
    """Nobody eats two apples or two bananas for dessert, nor two oranges with a sandwich."""
    if {"lunch", "dinner", "side", "pudding"} & set(dish.meals):
        for food, one, _ in parts_of(dish):
            if food.role == "fruit" and food.portion.one_g >= ONE_IS_ENOUGH_G:
                assert one.most <= 1.0, one


# What bread with meat, fish, eggs or falafel has on it, so that it is swallowed.
MOIST_ROLES = {"cheese", "fat", "spread"}
MOIST = {
    "avocado", "baked-beans", "canned-tomatoes", "cottage-cheese", "cream-cheese", "ketchup",
    "mayonnaise", "salsa", "cheddar",
}  # fmt: skip
DRY = {"meat", "poultry", "fish", "shellfish", "egg"}


@pytest.mark.parametrize("eater", EATERS)
def test_eats_no_bread_with_meat_dry(eater):
    """Turkey in a bagel, tuna on bread, lamb in pita: there is a spread, a sauce or oil always."""
    n_found = 0
    for variant in BUNDLED.variants(EATERS[eater]):
        roles = {food.role for food in variant.foods}
        on_bread = "bread" in roles or any(food.food_id == "rice-cake" for food in variant.foods)
        is_dry = roles & DRY or any(food.food_id == "falafel" for food in variant.foods)
        # Before a session bread is eaten with as little fat as may be.
        if on_bread and is_dry and not FUEL & set(variant.dish.meals):
            assert any(
                part.least > 0.0
                and (
                    food.role in MOIST_ROLES
                    or food.food_id in MOIST
                    or food.food_id.endswith("yogurt")
                )
                for food, part in zip(variant.foods, variant.components, strict=True)
            ), variant.name
            n_found += 1
    assert n_found >= 10 or eater != "omnivore"


@pytest.mark.parametrize("eater", EATERS)
def test_lays_two_spreads_on_bread_at_the_most(eater):
    """Cottage cheese, jam and peanut butter on one bagel are one too many."""
    for variant in BUNDLED.variants(EATERS[eater]):
        if faces_of(variant) and variant.dish.taste == "sweet":
            laid = {
                food.food_id
                for food in variant.foods
                if food.role == "spread" or food.food_id in SWEETS | CURDS
            }
            assert len(laid) <= 2, (variant.name, laid)


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_keeps_kiwi_out_of_milk(dish):
    """What kiwi holds turns milk bitter in minutes: it lies on top, cut just before it is eaten."""
    foods = {one.food_id for _, one, _ in parts_of(dish)}
    if "kiwi" in foods and any(one.endswith(("milk", "yogurt")) for one in foods):
        assert "just before you eat" in dish.how.lower() or "spoon it out" in dish.how

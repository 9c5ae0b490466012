"""What lies on bread, in yogurt and beside a meal: amounts that hold wherever a plate ends up."""

import re

import pytest
from plates import BY_ID, DISHES, EATERS
from test_dish_ratios import grams_of

from fuelcalc.pantry import BUNDLED

ON_THE_MOVE = {"during", "long"}
TABLE = [dish for dish in DISHES if not ON_THE_MOVE & set(dish.meals)]

# Breads that are cut open, and so have two faces to spread; a slice or a rice cake has one.
TWO_FACES = {"bagel", "english-muffin", "pita", "wholewheat-pita", "burger-bun", "wholewheat-bun"}

# A tablespoon of jam or honey is all that a slice holds [est].
SWEET_G_A_FACE = 21.0
SWEETS = {"jam", "honey", "maple-syrup"}


def is_spread_thinly(variant):
    """Whether something sweet lies on bread or on rice cakes, with no bowl beside to hold it."""
    roles = {food.role for food in variant.foods}
    return not roles & {"grain", "cereal", "starch"}


def faces_of(variant):
    """How many slices, halves or cakes there are at the least."""
    found = 0.0
    for food, part in zip(variant.foods, variant.components, strict=True):
        if food.role == "bread" and food.food_id not in {"pancakes", "waffle"}:
            found += part.least * (2.0 if food.food_id in TWO_FACES else 1.0)
        elif food.food_id == "rice-cake":
            found += part.least
    return found


@pytest.mark.parametrize("eater", EATERS)
def test_spreads_no_more_jam_than_bread_holds(eater):
    """A slice, a half or a rice cake has a tablespoon of jam, honey or syrup at the most."""
    n_found = 0
    for variant in BUNDLED.variants(EATERS[eater]):
        faces = faces_of(variant)
        if faces and is_spread_thinly(variant) and not ON_THE_MOVE & set(variant.dish.meals):
            sweet_g = grams_of(variant, "most", SWEETS.__contains__)
            assert sweet_g <= SWEET_G_A_FACE * faces, (variant.name, sweet_g, faces)
            n_found += sweet_g > 0.0
    # Who eats no soy finds no bread in the table, and who is low on FODMAPs no jam.
    assert n_found >= 10 or eater != "omnivore"


# Of jam and nut butter together, so that a slice can be lifted [est].
SPREAD_G_A_FACE = 30.0


def is_spread(food_id):
    """Whether a food is spread on bread, sweet or not; hummus is eaten by the heap."""
    return food_id in SWEETS or (BY_ID[food_id].role == "spread" and food_id != "hummus")


@pytest.mark.parametrize("eater", EATERS)
def test_lays_no_two_spreads_as_thick_as_the_slice(eater):
    """Jam with nut butter, honey with cream cheese: two tablespoons a slice or less."""
    for variant in BUNDLED.variants(EATERS[eater]):
        faces = faces_of(variant)
        if faces and is_spread_thinly(variant) and not ON_THE_MOVE & set(variant.dish.meals):
            spread_g = grams_of(variant, "most", is_spread)
            assert spread_g <= SPREAD_G_A_FACE * faces, (variant.name, spread_g, faces)


# Between a tablespoon and a half and four a pita of 60 g; one was called a smear [est].
HUMMUS_TO_BREAD = 0.35


@pytest.mark.parametrize("eater", EATERS)
def test_spreads_bread_with_hummus_that_can_be_tasted(eater):
    """Where hummus goes with bread, there are a tablespoon and a half of it a pita at the least."""
    for variant in BUNDLED.variants(EATERS[eater]):
        hummus_g = grams_of(variant, "least", "hummus".__eq__)
        bread_g = grams_of(variant, "most", lambda f: BY_ID[f].role == "bread")
        if hummus_g and bread_g:
            assert hummus_g >= HUMMUS_TO_BREAD * bread_g, (variant.name, hummus_g, bread_g)


# What a rice cake of 9 g carries: two slices of turkey, or a heap of tuna [est].
MEAT_G_A_CAKE = (8.0, 34.0)
FLESH = {"meat", "poultry", "fish", "shellfish"}


@pytest.mark.parametrize("eater", EATERS)
def test_heaps_no_steak_on_a_rice_cake(eater):
    """Meat and fish with rice cakes are what the cakes carry, at either end."""
    for variant in BUNDLED.variants(EATERS[eater]):
        cakes = [part for part in variant.components if part.food_id == "rice-cake"]
        least, most = (
            grams_of(variant, end, lambda f: BY_ID[f].role in FLESH) for end in ("least", "most")
        )
        if cakes and most:
            assert most <= MEAT_G_A_CAKE[1] * cakes[0].least, (variant.name, most)
            assert least >= MEAT_G_A_CAKE[0] * cakes[0].most or "box" in variant.name, variant.name


@pytest.mark.parametrize("dish", TABLE, ids=lambda dish: dish.dish_id)
def test_makes_whole_sandwiches(dish):
    """A sandwich is two slices and two are four: nobody makes one and a half."""
    words = set(re.findall(r"\w+", dish.name))
    n_slices = 4.0 if "sandwiches" in words else 2.0
    for place in dish.places if words & {"sandwich", "sandwiches", "toastie"} else ():
        for one in place:
            if BY_ID[one.food_id].portion.one.startswith("slice") and "open" not in words:
                is_bread = BY_ID[one.food_id].role == "bread"
                assert not is_bread or one.least == one.usual == one.most == n_slices, one.food_id


YOGURTS = {"skyr", "quark", "cottage-cheese", "low-fat-cottage-cheese"}

# Four spoons of granola to a pot of yogurt; beyond that readers called it dry [est].
CEREAL_TO_YOGURT, NUTS_G = 0.26, 30.0


def is_yogurt(food_id):
    """Whether a food is what a bowl is filled with."""
    return food_id.endswith("yogurt") or food_id in YOGURTS


def is_cereal(food_id):
    """Whether a food is strewn into such a bowl."""
    return BY_ID[food_id].role == "cereal" or food_id in {"oats", "gluten-free-oats"}


def bowls_of(eater):
    """Bowls of yogurt or quark, with no milk that would soften a cereal."""
    for variant in BUNDLED.variants(EATERS[eater]):
        is_wet = any(food.food_id.endswith("-milk") for food in variant.foods)
        if variant.dish.taste == "sweet" and not is_wet:
            yogurt_g = grams_of(variant, "least", is_yogurt)
            if yogurt_g:
                yield variant, yogurt_g


@pytest.mark.parametrize("eater", EATERS)
def test_stirs_no_dry_bowl_of_granola(eater):
    """Cereal in yogurt is a quarter of it at the most, at the least of yogurt too."""
    for variant, yogurt_g in bowls_of(eater):
        cereal_g = grams_of(variant, "most", is_cereal)
        assert cereal_g <= CEREAL_TO_YOGURT * yogurt_g, (variant.name, cereal_g, yogurt_g)


@pytest.mark.parametrize("eater", EATERS)
def test_scatters_a_handful_of_nuts_over_what_is_sweet(eater):
    """Nuts on yogurt, porridge and fruit are a handful of 30 g, of seeds as of nuts."""
    for variant in BUNDLED.variants(EATERS[eater]):
        if variant.dish.taste == "sweet" and not ON_THE_MOVE & set(variant.dish.meals):
            for food, part in zip(variant.foods, variant.components, strict=True):
                if food.role in {"nuts", "seeds"} and food.food_id != "mixed-nuts":
                    assert part.most * food.portion.one_g <= NUTS_G, (variant.name, food.food_id)


@pytest.mark.parametrize("dish", TABLE, ids=lambda dish: dish.dish_id)
def test_pours_milk_over_flakes(dish):
    """Cornflakes stand in milk, save behind oats for who may eat no other cereal."""
    for place in dish.places:
        if place[0].food_id.endswith("cornflakes"):
            assert any(one.food_id.endswith("-milk") for other in dish.places for one in other)


# Where powder is a usual thing: it is shaken, or stirred into what is thick.
TAKES_POWDER = {
    "shake", "smoothie", "milkshake", "cocoa", "porridge", "oats", "muesli", "pudding", "yogurt",
    "skyr", "quark", "semolina", "cream", "pancakes", "balls", "lassi", "milk", "bowl", "waffles",
    "casein", "protein",
}  # fmt: skip


@pytest.mark.parametrize("eater", EATERS)
def test_stirs_no_powder_into_what_goes_lumpy(eater):
    """No powder in the milk over flakes, on toast or on rice cakes."""
    for variant in BUNDLED.variants(EATERS[eater]):
        powders = [food for food in variant.foods if food.role == "powder"]
        if powders and not ON_THE_MOVE & set(variant.dish.meals):
            is_mixed = TAKES_POWDER & set(re.findall(r"\w+", variant.name.lower()))
            assert is_mixed, (variant.name, powders[0].food_id)
            assert "flakes" not in variant.name
            assert "biscuits" not in variant.name


@pytest.mark.parametrize("dish", TABLE, ids=lambda dish: dish.dish_id)
def test_calls_no_pot_a_spoon(dish):
    """What a method calls a spoon of something is spoons on the plate, and no pot of yogurt."""
    for number in re.findall(r"spoon of \{(\d)\}", dish.how):
        for one in dish.places[int(number)]:
            assert BY_ID[one.food_id].portion.one.startswith(("tbsp", "tsp")), one.food_id
    if "spoon of yogurt" in dish.how:
        assert all(not one.food_id.endswith("yogurt") for place in dish.places for one in place)


@pytest.mark.parametrize("dish", TABLE, ids=lambda dish: dish.dish_id)
def test_parts_oil_only_where_there_are_two_spoons(dish):
    """Oil that fries and dresses, half and half, is two teaspoons at the least."""
    if re.search(r"half of the oil|rest of the oil|other half", dish.how):
        for place in dish.places:
            if place[0].food_id.endswith("-oil"):
                assert all(one.least >= 2.0 for one in place)


# What stands for hours says so where it begins, since its minutes are those of the work.
WAITS = re.compile(r"\bovernight\b|\bfor some hours\b|\bfrom the evening before\b")


@pytest.mark.parametrize("dish", TABLE, ids=lambda dish: dish.dish_id)
def test_tells_of_the_evening_before(dish):
    """What soaks overnight is stirred the evening before, and the method says so."""
    if WAITS.search(dish.how):
        assert "evening before" in dish.how.lower(), dish.how


@pytest.mark.parametrize("eater", EATERS)
def test_calls_a_tortilla_no_bread(eater):
    """Where a tortilla is rolled up, the method names it as what it is."""
    for variant in BUNDLED.variants(EATERS[eater]):
        is_flat = any("tortilla" in food.food_id for food in variant.foods)
        assert not is_flat or "the bread" not in variant.dish.how, variant.name

"""What stands on a plate of a bundled dish: real portions, whole pieces and natural amounts."""

import pytest
from plates import BY_ID, DISHES, EATERS, MAIN_MEALS, held, parts_of

from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.lookup import plain

# The most on one plate of what is rich, in household measures.
SPOONS_AND_CUPS = {"sesame-oil": 1.0, "coconut-oil": 2.0, "coconut-milk": 0.375}


# What people put on a plate, cooked, in g: least, usual and most.
PLAIN_G = {"fish": (100, 140, 180), "poultry": (80, 120, 180), "meat": (65, 100, 150)}


IN_SAUCE_G, IN_BREAD_G, BESIDE_G = (60, 80, 120), (40, 60, 80), (40, 60, 120)


SHELLFISH_G = (80, 110, 180)


SOY_G = {
    "extra-firm-tofu": (100, 150, 200), "tofu": (100, 150, 200), "silken-tofu": (100, 200, 200),
    "cooked-tempeh": (100, 125, 200), "seitan": (60, 80, 110),
}  # fmt: skip


PULSES_G, PULSES_BESIDE_G = (120, 150, 220), (80, 90, 160)


GRAIN_G, GRAIN_BESIDE_G = (120, 180, 380), (80, 90, 180)


POTATO_G, POTATO_BESIDE_G = (165, 250, 400), (75, 150, 270)


TIN_G = (80, 160)


NEAR = 0.25


# Where meat or fish is one of several things on the plate, or lies in bread.
IN_SAUCE = {
    "kedgeree", "quinoa-salmon-rocket", "cod-chickpea-potato-stew", "fish-tacos-black-beans",
    "chicken-burrito-bowl", "chicken-chorizo-rice", "chicken-zucchini-tomato-pasta",
    "spaghetti-bolognese", "beef-chilli-rice", "turkey-sweet-potato-chilli",
    "leftover-chicken-edamame-rice",
    "leftover-chicken-couscous-salad", "beef-bibimbap", "beef-ragu-polenta", "beef-bean-tacos",
    "turkey-cheese-rolls", "turkey-rice-cakes", "chicken-chickpea-curry",
    "pasta-chicken-tomato", "rice-with-chicken", "couscous-with-chicken", "potatoes-with-chicken",
    "sweet-potato-with-chicken",
}  # fmt: skip


IN_BREAD = {
    "chicken-salad-wrap", "chicken-hummus-pita", "turkey-salad-sandwich", "turkey-wrap",
    "steak-rocket-sandwich", "turkey-bagel", "salmon-cucumber-sandwich", "cheese-grape-box",
    "chicken-sandwich-and-banana", "chicken-tomato-night",
}  # fmt: skip


# Dishes of two starches, each of which the name says, and what is less than a plateful there.
TWO_STARCHES = {
    "besan-chilla", "beef-burger-wedges", "black-beans-plantain", "chickpea-tagine",
    "egg-potato-smorrebrod", "salmon-sweet-potato-spinach", "veggie-burger-potatoes",
}  # fmt: skip


POTATOES = {
    "boiled-potato", "new-potatoes", "baked-potato", "roast-potato", "potato-wedges",
    "mashed-potato", "sweet-potato", "boiled-sweet-potato",
}  # fmt: skip


IN_BATTER = {
    "oats", "gluten-free-oats", "white-flour", "rice-flour", "chickpea-flour",
}  # fmt: skip


THICKENER = "cornstarch"


WHOLE_FRUIT = {"banana", "apple", "orange", "peach", "pear", "kiwi", "mandarin", "plum"}


BERRIES = {"blueberries", "frozen-blueberries", "strawberries", "raspberries", "blackberries"}


WHOLE_BREADS = {"pita", "wholewheat-pita", "bagel", "english-muffin", "burger-bun", "bread-roll",
                "wholewheat-bun", "wholewheat-tortilla", "flour-tortilla", "focaccia"}  # fmt: skip


POWDERS = ("carbohydrate-drink-mix", "maltodextrin")


def is_within(grams, bounds):
    """Whether least, usual and most are about what people put on a plate."""
    (least, usual, most), (low, often, high) = grams, bounds
    return (
        least >= low * 0.9 and abs(usual / often - 1.0) <= NEAR + 1e-9 and most <= high * 1.07
    ) or (least == usual == most and low * 0.9 <= most <= high)


def is_cooked(dish):
    """Whether a dish is a main meal that is savoury."""
    return bool(MAIN_MEALS & set(dish.meals)) and dish.taste == "savoury"


@pytest.mark.parametrize("eater", EATERS)
def test_asks_nobody_to_drink_oil_or_to_eat_a_pot_of_rice(eater):
    """At most 400 g of one cooked grain, usually 300 g, and three teaspoons of oil or butter."""
    for variant in BUNDLED.variants(EATERS[eater]):
        oil = butter = 0.0
        for food, part in zip(variant.foods, variant.components, strict=True):
            if food.role == "grain":
                assert part.most * food.portion.one_g <= 400.0, variant.name
                assert part.usual * food.portion.one_g <= 300.0, variant.name
            assert part.most <= SPOONS_AND_CUPS.get(food.food_id, part.most), variant.name
            if food.food_id in {"butter", "ghee"}:
                butter += part.most
            elif food.portion.one.startswith("tsp") and food.role == "fat":
                oil += part.most
                assert part.usual <= 2.0, variant.name
        assert max(oil, butter) <= 3.0, variant.name
        assert oil + butter <= 4.5, variant.name


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f31_serves_meat_and_fish_in_real_portions(dish):
    """A piece as people buy it: less in a sauce or a salad, least in bread, never a garnish."""
    for food, _, grams in parts_of(dish, sure=True):
        if food.role not in {*PLAIN_G, "shellfish"} or (
            food.portion.one_g != 100.0 and food.food_id != "chicken-thigh"
        ):
            continue
        if food.role == "shellfish":
            bounds = SHELLFISH_G
        elif dish.dish_id in IN_SAUCE:
            bounds = IN_SAUCE_G
        elif dish.dish_id in IN_BREAD:
            bounds = IN_BREAD_G
        elif "side" in dish.meals:
            bounds = BESIDE_G
        elif food.food_id == "canned-salmon":
            assert TIN_G[0] <= grams[0] <= grams[2] <= TIN_G[1]
            continue
        else:
            bounds = PLAIN_G[food.role]
        assert is_within(grams, bounds), (food.food_id, grams)


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f31_opens_whole_tins_or_halves(dish):
    """Tinned fish comes by the tin, or by half a large one."""
    for food, one, grams in parts_of(dish, sure=True):
        if food.food_id in {"tuna", "sardines"}:
            assert TIN_G[0] <= grams[0] <= grams[2] <= TIN_G[1]
            assert one.least in {0.5, 1.0}


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f31_serves_soy_and_pulses_in_real_portions(dish):
    """Tofu and pulses carry a meal; beside something else pulses are a handful."""
    if not is_cooked(dish):
        return
    heads = [food for food, _, _ in parts_of(dish, sure=True)
             if food.role == "legume" and food.portion.shown == "grams"]  # fmt: skip
    for food, one, grams in parts_of(dish, sure=True):
        if food.food_id in SOY_G and "stroganoff" not in dish.name and one.least > 0.0:
            assert is_within(grams, SOY_G[food.food_id]), (food.food_id, grams)
        if food in heads and food.food_id != "baked-beans":
            assert is_within(grams, PULSES_G) or is_within(grams, PULSES_BESIDE_G), grams


def test_f31_makes_a_main_of_pulses_where_nothing_else_is_one():
    """Without meat, fish, egg, cheese or soy on it, a plate of pulses has 120 g of them."""
    others = {"meat", "poultry", "fish", "shellfish", "egg", "cheese", "soy", "dairy"}
    for variant in BUNDLED.variants(EATERS["vegan"]):
        grams = [part.least * food.portion.one_g
                 for food, part in zip(variant.foods, variant.components, strict=True)
                 if food.role == "legume" and food.portion.weighed]  # fmt: skip
        roles = {food.role for food, part in zip(variant.foods, variant.components, strict=True)
                 if part.least > 0.0}  # fmt: skip
        if is_cooked(variant.dish) and grams and not others & roles:
            if "chickpea-flour" in {food.food_id for food in variant.foods}:
                continue
            assert max(grams) >= 80.0, variant.name
            assert sum(grams) >= 110.0 or len(grams) > 1, variant.name


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f31_serves_one_starch_in_a_real_portion(dish):
    """A plateful of rice, pasta, bread or potatoes, and two only where the name says both."""
    if not is_cooked(dish):
        return
    starches = [
        place
        for place in dish.places
        if all(
            (BY_ID[one.food_id].role in {"grain", "bread"} and one.food_id != THICKENER)
            or one.food_id in POTATOES | {"plantain"}
            for one in place
        )
    ]
    allowed = 2 if dish.dish_id in TWO_STARCHES else 1
    assert len(starches) <= allowed
    for place in starches:
        for one in place:
            food = BY_ID[one.food_id]
            grams = [n * food.portion.one_g for n in (one.least, one.usual, one.most)]
            if one.least == 0.0 or food.food_id in IN_BATTER | {"plantain"}:
                continue
            if food.role == "bread":
                assert one.least >= (1.0 if food.food_id in WHOLE_BREADS else 2.0)
                assert one.most <= 4.0
            elif food.food_id in POTATOES:
                beside = dish.dish_id in TWO_STARCHES and is_within(grams, POTATO_BESIDE_G)
                assert beside or is_within(grams, POTATO_G) or food.food_id == "baked-potato", grams
            else:
                beside = dish.dish_id in TWO_STARCHES and is_within(grams, GRAIN_BESIDE_G)
                assert beside or is_within(grams, GRAIN_G), (food.food_id, grams)


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f33_serves_whole_pieces(dish):
    """Whole fruit, breads, eggs and scoops, and half an avocado or a whole one."""
    if {"during", "long"} & set(dish.meals):
        return
    for food, one, _ in parts_of(dish):
        amounts = {n for n in (one.least, one.usual, one.most) if n > 0.0}
        if food.food_id in WHOLE_FRUIT | WHOLE_BREADS or food.role in {"egg", "powder"}:
            assert all(n == int(n) for n in amounts), food.food_id
        if food.food_id == "avocado":
            assert amounts <= {0.5, 1.0}
        if food.role == "egg" and one.least >= 2.0 and food.food_id != "egg-white":
            assert one.most <= 3.0


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f33_takes_fillers_by_the_handful(dish):
    """Nuts, berries and spreads are a portion or nothing: no 12 g of almonds on cornflakes."""
    if {"during", "long"} & set(dish.meals):
        return
    for food, _, grams in parts_of(dish):
        amounts = [n for n in grams if n > 0.0]
        if food.food_id in BERRIES:
            assert min(amounts) >= 60.0
        if food.role == "nuts" and food.portion.one_g == 30.0:
            assert all(15.0 <= n <= 45.0 for n in amounts)
        if food.food_id in {"jam", "peanut-butter", "almond-butter", "tahini"}:
            assert all(15.0 <= n <= 40.0 for n in amounts)


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f33_takes_natural_amounts(dish):
    """Least, usual and most of a dish are amounts that people take, or none at all."""
    if {"during", "long"} & set(dish.meals):
        return
    for food, one, _ in parts_of(dish):
        assert {one.least, one.usual, one.most} <= {0.0, *food.portion.natural}, food.food_id


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_f33_takes_powder_last(dish):
    """Powder is a whole scoop that nobody usually takes, save in what is made of it."""
    if "long" in dish.meals:
        return
    for food, one, _ in parts_of(dish):
        if food.role == "powder" and food.food_id != "peanut-flour":
            most = 2.0 if dish.dish_id == "chocolate-recovery-shake" else 1.0
            assert (one.least, one.usual) in {(0.0, 0.0), (1.0, 1.0)}
            assert one.most == most
            if one.least:
                assert not {"lunch", "dinner"} & set(dish.meals)


@pytest.mark.parametrize("dish", DISHES, ids=lambda dish: dish.dish_id)
def test_keeps_drinks_and_powders_in_their_place(dish):
    """Juice is named and no more than a glass; powder is not for lunch, dinner or beside them."""
    foods = [one for place in dish.places for one in place]
    juices = [one for one in foods if one.food_id == "orange-juice"]
    assert all(one.most <= 1.0 and one.least > 0.0 for one in juices)
    assert not juices or "orange juice" in dish.name
    if {"lunch", "dinner", "side"} & set(dish.meals):
        assert not [one for one in foods if BY_ID[one.food_id].role == "powder"]
        assert "breakfast" not in dish.name


@pytest.mark.parametrize("eater", EATERS)
def test_keeps_pulses_few(eater):
    """One pulse or two, hummus a thin spread beside one, and a handful where beans meet rice."""
    for variant in BUNDLED.variants(EATERS[eater]):
        parts = {
            part.food_id: (part, food)
            for food, part in zip(variant.foods, variant.components, strict=True)
            if food.role == "legume" or part.food_id == "hummus"
        }
        assert len(parts) <= 2, variant.name
        if "hummus" in parts and len(parts) == 2:
            assert parts["hummus"][0].most <= 4.0, variant.name
        words = set(plain(variant.name).split())
        if "rice" in words and "cake" not in words and {"bean", "pinto"} & words:
            beans_g = [part.least * food.portion.one_g for part, food in parts.values()]
            assert not beans_g or sum(beans_g) >= 80.0, variant.name


@pytest.mark.parametrize("eater", EATERS)
def test_keeps_bottles_thin(eater):
    """An hour on the move holds at most a scoop and a half of powder, in a glass or more."""
    for variant in BUNDLED.variants(EATERS[eater]):
        parts = {part.food_id: part for part in variant.components}
        powders = [parts[name].most for name in POWDERS if name in parts]
        if powders and "during" in variant.dish.meals:
            assert sum(powders) <= 1.5, variant.name
            assert parts["water"].least >= 1.0
            assert parts["water"].most <= 3.0


def test_keeps_second_courses_small():
    """A second course is 40 to 350 kcal, ready in five minutes or while the dinner is eaten."""
    for variant in BUNDLED.variants(EATERS["omnivore"]):
        if {"pudding", "drink"} & set(variant.dish.meals):
            assert 40.0 <= held(variant, "usual")[0] <= 350.0, variant.name
            assert variant.dish.hands_on <= 10.0, variant.name


def test_serves_no_great_block_of_tofu_before_sleep():
    """A plate before sleep holds at most 200 g of tofu, tempeh and the like."""
    for dish in DISHES:
        if "pre-sleep" in dish.meals:
            soy = [grams[-1] for food, _, grams in parts_of(dish) if food.food_id in SOY_G]
            assert not soy or max(soy) <= SOY_G["tofu"][-1], dish.dish_id

"""Everybody finds enough of the bundled dishes: each diet, each meal, at home and at work."""

from collections import Counter

import pytest
from plates import EATERS, MAIN_MEALS, held

from fuelcalc.pantry import BUNDLED, Limits

# Two weeks of main meals without one twice.
ENOUGH = {"breakfast": 10, "lunch": 14, "dinner": 14, "snack": 6}


ENOUGH_FOR_STRICT = {
    "breakfast": 6, "lunch": 8, "dinner": 8, "snack": 4,
    "after": 4, "pre-sleep": 4, "during": 4, "side": 8,
}  # fmt: skip


ENOUGH_LOW_FODMAP = {
    "breakfast": 16, "lunch": 45, "dinner": 50, "snack": 26,
    "after": 10, "pre-sleep": 10, "during": 3, "side": 15,
}  # fmt: skip


@pytest.mark.parametrize(
    ("eater", "snacks", "bites"),
    [("omnivore", 30, 10), ("vegetarian", 25, 10), ("vegan", 15, 5), ("gluten-free", 25, 5),
     ("dairy-free", 15, 5), ("nut-free", 25, 10), ("low-fodmap", 5, 1), ("strict", 4, 2)],
)  # fmt: skip
def test_has_snacks_for_work(eater, snacks, bites):
    """Cold in ten minutes: enough snacks for weeks, and bites for an hour before a session."""
    found = [one.dish for one in BUNDLED.variants(EATERS[eater])
             if one.dish.carried == "cold" and one.dish.minutes <= 10.0]  # fmt: skip
    assert sum("snack" in one.meals for one in found) >= snacks
    before = [one for one in found if "before" in one.meals]
    assert sum(one.window[0] <= 40.0 < one.window[1] for one in before) >= bites


@pytest.mark.parametrize(
    "eater",
    ["omnivore", "pescatarian", "vegetarian", "vegan", "gluten-free", "dairy-free", "low-fodmap"],
)
def test_f48_has_lunches_for_work(eater):
    """A week of lunches in a box, and two where there is a microwave."""
    found = Counter(one.dish.carried for one in BUNDLED.variants(EATERS[eater]))
    assert found["cold"] >= (4 if eater == "low-fodmap" else 7)
    assert found["warm"] >= 10


def test_has_dinners_for_two_days():
    """Every diet finds everyday dinners whose other half is lunch on the next day."""
    for eater in ("omnivore", "pescatarian", "vegetarian", "vegan", "gluten-free", "dairy-free"):
        kept = [one for one in BUNDLED.variants(EATERS[eater])
                if {"lunch", "dinner"} <= set(one.dish.meals)
                and one.dish.keeps and one.dish.everyday == 1]  # fmt: skip
        assert len(kept) >= 9, eater


@pytest.mark.parametrize(
    "eater",
    ["omnivore", "pescatarian", "vegetarian", "vegan", "gluten-free", "dairy-free", "halal"],
)
@pytest.mark.parametrize("meal", ENOUGH)
def test_feeds_two_weeks(eater, meal):
    """Every diet finds a fortnight of different lunches and dinners, and ten breakfasts."""
    fitting = [variant for variant in BUNDLED.variants(EATERS[eater]) if meal in variant.dish.meals]
    assert len(fitting) >= ENOUGH[meal]


@pytest.mark.parametrize("meal", ENOUGH_FOR_STRICT)
def test_feeds_a_vegan_without_gluten_soy_and_nuts(meal):
    """Whoever keeps four limits at once still has a choice at every feeding."""
    fitting = [
        variant for variant in BUNDLED.variants(EATERS["strict"]) if meal in variant.dish.meals
    ]
    assert len(fitting) >= ENOUGH_FOR_STRICT[meal]


@pytest.mark.parametrize("meal", ENOUGH_LOW_FODMAP)
def test_feeds_a_sensitive_gut(meal):
    """Whoever keeps low in FODMAPs has a choice at every feeding, by the tags of the table."""
    fitting = [one for one in BUNDLED.variants(EATERS["low-fodmap"]) if meal in one.dish.meals]
    assert len(fitting) >= ENOUGH_LOW_FODMAP[meal]


@pytest.mark.parametrize("eater", EATERS)
def test_usually_fills_a_plate(eater):
    """The usual amounts of a main meal are a meal, for every diet."""
    for variant in BUNDLED.variants(EATERS[eater]):
        if MAIN_MEALS & set(variant.dish.meals):
            assert 380.0 <= held(variant, "usual")[0] <= 900.0, variant.name


def test_usually_holds_protein():
    """A usual main meal has 20 to 50 g of protein for who eats all; a sweet breakfast 15."""
    for variant in BUNDLED.variants(EATERS["omnivore"]):
        if MAIN_MEALS & set(variant.dish.meals):
            least_g = 15.0 if variant.dish.taste == "sweet" else 20.0
            assert least_g <= held(variant, "usual")[1] <= 50.0, variant.name


@pytest.mark.parametrize("eater", EATERS)
def test_lasts_an_hour_of_a_session(eater):
    """The most of what is taken during an hour holds what a gut takes up in it: 35 to 90 g."""
    during = [one for one in BUNDLED.variants(EATERS[eater]) if "during" in one.dish.meals]
    assert during
    for variant in during:
        assert 35.0 <= held(variant, "most")[2] <= 90.0, variant.name


@pytest.mark.parametrize(
    "eater", ["omnivore", "vegan", "gluten-free", "dairy-free", "nut-free", "low-fodmap", "strict"]
)
@pytest.mark.parametrize(
    ("column", "kcal_per_g", "least_share"),
    [(1, 4.0, 0.4), (2, 4.0, 0.8), (3, 9.0, 0.7)],
    ids=["protein", "carbohydrate", "fat"],
)
def test_fills_up_with_one_macronutrient(eater, column, kcal_per_g, least_share):
    """Everybody finds a side that brings mostly protein, mostly carbohydrate or mostly fat."""
    shares = [
        held(variant, "usual")[column] * kcal_per_g / held(variant, "usual")[0]
        for variant in BUNDLED.variants(EATERS[eater])
        if "side" in variant.dish.meals
    ]
    # Without powder, beans and greens are the leanest protein of who eats neither soy nor nuts.
    assert max(shares) >= (0.3 if (eater, column) == ("strict", 1) else least_share)


def in_group(variant, roles):
    """Whether a variant has a food of these roles that is always on the plate."""
    return any(
        food.role in roles and part.least > 0.0
        for food, part in zip(variant.foods, variant.components, strict=True)
    )


def quick_mains(eater):
    """What makes a lunch or a dinner in a quarter of an hour."""
    return [
        one
        for one in BUNDLED.variants(EATERS[eater])
        if one.dish.minutes <= 15.0 and "dinner" in one.dish.meals and one.dish.everyday <= 2
    ]


def test_has_quick_dinners_of_every_kind():
    """A dinner in a quarter of an hour is not always fish: each group has two, and vegans five."""
    served = quick_mains("omnivore")
    assert len(served) >= 25
    for roles in ({"poultry"}, {"meat"}, {"egg"}, {"fish", "shellfish"}, {"soy"}, {"legume"}):
        assert sum(in_group(one, roles) for one in served) >= 2, roles
    for eater, least in (("vegan", 5), ("gluten-free", 5), ("dairy-free", 5), ("vegetarian", 8)):
        assert len(quick_mains(eater)) >= least, eater


# What people eat an hour before sleep: nothing that is cooked, opened from a tin or a meal.
NIGHT_MIN, NOT_AT_NIGHT = 6.0, {"fish", "legume", "meat", "poultry", "shellfish"}


def nights(limits):
    """What somebody may eat before sleep."""
    return [one for one in BUNDLED.variants(limits) if "pre-sleep" in one.dish.meals]


@pytest.mark.parametrize("eater", EATERS)
def test_cooks_no_second_dinner_before_sleep(eater):
    """Dairy, soy yogurt, cereal, fruit, bread and nuts, in six minutes; no meat, fish or pulses."""
    for variant in nights(EATERS[eater]):
        assert variant.dish.minutes <= NIGHT_MIN, variant.name
        assert not NOT_AT_NIGHT & {food.role for food in variant.foods}, variant.name
        assert all(food.food_id != "edamame" for food in variant.foods), variant.name


NARROW = {
    **EATERS,
    "vegan nut-free": Limits.of(diet="vegan", avoid=["nuts"]),
    "milk- and nut-free": Limits.of(avoid=["milk", "nuts"]),
    "milk- and soy-free": Limits.of(avoid=["milk", "soy"]),
    "coeliac without milk": Limits.of(restrictions=["gluten-free", "dairy-free"]),
    "vegan soy-free": Limits.of(diet="vegan", avoid=["soy"]),
    "halal without fish": Limits.of(restrictions=["halal"], avoid=["fish"]),
    "kosher": Limits.of(restrictions=["kosher"]),
}


# A scoop of gluten-free pea protein in rice milk, three eggs on a slice with a glass of milk.
# Vegan food that is low in FODMAPs has protein in tofu alone, and no dose of it at night.
VERY_NARROW = {"strict", "low-fodmap", "vegan nut-free", "milk- and nut-free"}


@pytest.mark.parametrize("eater", sorted(set(NARROW) - {"low-fodmap vegan"}))
def test_has_a_dose_of_protein_before_sleep(eater):
    """Four bites hold a dose of 30 g, or 25 g for who may hardly eat any of what holds most."""
    least_g = 25.0 if eater in VERY_NARROW else 30.0
    enough = [one for one in nights(NARROW[eater]) if held(one, "most")[1] >= least_g]
    assert len(enough) >= 4


def test_has_meat_that_keeps_and_is_soon_made():
    """Poultry and red meat for tonight and tomorrow's lunch, in at most 35 minutes."""
    for roles, least in (({"poultry"}, 8), ({"meat"}, 8)):
        kept = [one for one in BUNDLED.variants(EATERS["omnivore"])
                if in_group(one, roles) and one.dish.keeps and one.dish.minutes <= 35.0
                and {"lunch", "dinner"} <= set(one.dish.meals)]  # fmt: skip
        assert len(kept) >= least, roles


@pytest.mark.parametrize(
    ("eater", "puddings", "drinks"),
    [("omnivore", 18, 5), ("vegetarian", 16, 5), ("vegan", 10, 4), ("gluten-free", 12, 4),
     ("dairy-free", 10, 4), ("low-fodmap", 5, 1), ("strict", 6, 2)],
)  # fmt: skip
def test_has_second_courses_for_everybody(eater, puddings, drinks):
    """Whoever needs more has a pudding or a glass of something, and no second dinner."""
    found = Counter(meal for one in BUNDLED.variants(EATERS[eater]) for meal in one.dish.meals)
    assert found["pudding"] >= puddings
    assert found["drink"] >= drinks


def test_varies_the_starch_of_a_sensitive_gut():
    """Who eats low-FODMAP has breakfasts and snacks of potatoes, quinoa and none, beside rice."""
    for meal in ("breakfast", "snack"):
        starches = Counter()
        for one in BUNDLED.variants(EATERS["low-fodmap"]):
            if meal in one.dish.meals:
                held_ids = [food.food_id for food in one.foods]
                rice = any("rice" in food_id for food_id in held_ids)
                starches["rice" if rice else "other"] += 1
        assert starches["other"] >= 2 * starches["rice"], (meal, starches)

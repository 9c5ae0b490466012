"""What kind a dish is of, and which second course leaves it so."""

import pytest

from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.menu.patterns import OTHER, ROLE_GROUPS, keeps_its_kind, kind_of

DISHES = {one.dish.dish_id: one for one in BUNDLED.variants(Limits())}


@pytest.mark.parametrize(
    ("dish", "kind"),
    [
        ("chilli-sin-carne", "pulses"),
        ("salmon-potatoes-rocket", "fish"),
        ("chicken-chickpea-curry", "poultry"),
        ("beef-potato-goulash", "meat"),
        ("jacket-potato-egg", "egg"),
        ("tofu-spinach-rice", "soy"),
        ("ricotta-spinach-pasta", OTHER),
    ],
)
def test_names_a_dish_by_its_protein(dish, kind):
    """What a cook would call it."""
    assert kind_of(DISHES[dish]) == kind


@pytest.mark.parametrize(
    ("main", "sides", "keeps"),
    [
        ("squash-lentil-soup", ["side-boiled-eggs"], False),
        ("chilli-sin-carne", ["side-edamame"], False),
        ("salmon-potatoes-rocket", ["side-beans"], False),
        ("ricotta-spinach-pasta", ["side-tofu"], False),
        ("chilli-sin-carne", ["creamy-rice-pudding"], True),
        ("chicken-chickpea-curry", ["side-turkey"], True),
        ("ricotta-spinach-pasta", ["creamy-rice-pudding"], True),
        ("chilli-sin-carne", [], True),
    ],
)
def test_f32_keeps_a_dish_of_its_kind(main, sides, keeps):
    """Eggs or edamame make another dish of a plate of beans; a pudding or more of it does not."""
    assert keeps_its_kind(DISHES[main], [DISHES[side] for side in sides]) is keeps


@pytest.mark.parametrize("dish", ["kedgeree", "spaghetti-carbonara", "chilli-sin-carne"])
def test_f32_serves_a_dish_as_its_kind_in_any_portions(dish):
    """The least of the fish, bacon or beans brings more than the most of the eggs or the mince."""
    variant = DISHES[dish]
    held: dict[str, list[float]] = {}
    for food, part in zip(variant.foods, variant.components, strict=True):
        each_g = (food.per_100g.protein_g or 0.0) * food.portion.one_g / 100.0
        for kind in filter(None, [ROLE_GROUPS.get(food.role)]):
            held.setdefault(kind, []).append(each_g * part.least)
            if kind != kind_of(variant):
                assert each_g * part.most < sum(held[kind_of(variant)])


def test_adds_up_what_stands_beside():
    """Two courses that a dish bears one by one may be too much together."""
    vegan = {one.dish.dish_id: one for one in BUNDLED.variants(Limits.of(diet="vegan"))}
    main, yogurt = vegan["chana-masala"], vegan["yogurt-and-honey"]
    assert keeps_its_kind(main, [yogurt])
    assert not keeps_its_kind(main, [yogurt, vegan["side-yogurt"]])

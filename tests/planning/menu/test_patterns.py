"""What kind a dish is of, and which second course leaves it so."""

import pytest

from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.menu.patterns import OTHER, keeps_its_kind, kind_of

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
        ("chilli-sin-carne", ["side-boiled-eggs"], False),
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


def test_adds_up_what_stands_beside():
    """Two courses that a dish bears one by one may be too much together."""
    vegan = {one.dish.dish_id: one for one in BUNDLED.variants(Limits.of(diet="vegan"))}
    main, yogurt = vegan["chana-masala"], vegan["yogurt-and-honey"]
    assert keeps_its_kind(main, [yogurt])
    assert not keeps_its_kind(main, [yogurt, vegan["side-yogurt"]])

"""What a cooked grain weighs before it is cooked."""

import pytest
from people import MONDAY, athlete, day, plan, run

from fuelcalc import words
from fuelcalc.pantry import BUNDLED
from fuelcalc.reports.look import Look
from fuelcalc.reports.words import food_line

FOUND = plan(athlete(), day(run(), date=MONDAY), menu=True)
ITEMS = [item for entry in FOUND.timeline for item in entry.items]
RICE = ITEMS[0].model_copy(
    update={"food_id": "white-rice", "name": "white rice", "grams": 240.0, "amount": 1.5,
            "portion": BUNDLED.food("white-rice").portion, "dry_g": 240.0 / 2.81}
)  # fmt: skip


def test_says_what_to_weigh():
    """240 g of rice are 85 g dry (USDA: it takes up 1.81 times its weight), 3.0 oz in the US."""
    assert words(RICE) == "240 g cooked white rice (1½ cups, 85 g dry)"
    assert words(RICE, units="us").endswith("(1½ cups, 3.0 oz dry)")


def test_says_nothing_of_what_no_scale_shows():
    """A gram of a dry grain is none to weigh; what is bought as it is eaten has none."""
    assert words(RICE.model_copy(update={"dry_g": 1.0})) == "240 g cooked white rice (1½ cups)"
    assert "dry" not in words(RICE.model_copy(update={"dry_g": None}))


def test_stands_with_the_weight_of_what_is_counted():
    """A bowl of semolina weighs so much, and so much dry."""
    bowl = RICE.model_copy(
        update={"food_id": "semolina-porridge", "name": "semolina porridge", "grams": 240.0,
                "amount": 1.0, "portion": BUNDLED.food("semolina-porridge").portion, "dry_g": 34.3}
    )  # fmt: skip
    assert food_line(bowl, Look()).text.replace("\u00a0", " ").endswith("g, 35 g dry)")


@pytest.mark.parametrize("item", ITEMS)
def test_is_known_of_grains_alone(item):
    """By what of them is bought; bread, fruit and milk are bought as they are eaten."""
    food = BUNDLED.food(item.food_id)
    swells = food.role in {"grain", "cereal"} and food.bought.per_bought >= 1.5
    assert item.dry_g == (item.grams / food.bought.per_bought if swells else None)

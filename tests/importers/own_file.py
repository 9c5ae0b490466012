"""Files of own foods and dishes, made for a test, and what they become."""

import io
import json

import pytest

from fuelcalc.errors import InputError
from fuelcalc.importers.own_foods.food_file import read_foods

BREAD = {
    "name": "Mill bread",
    "role": "bread",
    "energy": "240 kcal",
    "protein": "9 g",
    "carbohydrate": "44 g",
    "fat": "2 g",
}
REVIEWED = {"allergens": ["gluten", "wheat"], "diet": "vegan"}
BOWL = {"name": "My bowl", "meals": ["lunch"], "foods": ["brown rice 0.5-1-2"]}


def bread(**changed):
    """The label of a bread with some keys changed, or left out where they are None."""
    return {key: value for key, value in {**BREAD, **changed}.items() if value is not None}


def table_of(*foods, dishes=()):
    """The table that a file of these foods and dishes gives."""
    tree = {"foods": list(foods), "dishes": list(dishes)}
    return read_foods(io.BytesIO(json.dumps(tree).encode()))


def food_of(**changed):
    """The bread as the table holds it."""
    return table_of(bread(**changed)).foods[0]


def dish_of(*foods, **changed):
    """The own dish of a file that has one."""
    return table_of(*foods, dishes=[{**BOWL, **changed}]).own_dishes[0]


def refusal(*foods, dishes=()):
    """The one line that a file is refused with."""
    with pytest.raises(InputError) as error:
        table_of(*foods, dishes=dishes)
    assert str(error.value).isprintable()
    assert len(str(error.value)) < 600
    return str(error.value)

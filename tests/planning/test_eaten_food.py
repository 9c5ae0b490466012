"""Foods that somebody says they ate: found where they are called so, asked back where not."""

import pytest

from fuelcalc import InputError
from fuelcalc.pantry import BUNDLED
from fuelcalc.planning.eaten_food import looked_up

WHITE = BUNDLED.food("white-bread")


@pytest.mark.parametrize(
    ("what", "food_id", "grams"),
    [
        # Household weights as the food table has them from USDA SR28.
        ("3 slices of white bread", "white-bread", 3 * 29.0),
        ("2 slices white bread", "white-bread", 2 * 29.0),
        ("white bread", "white-bread", 29.0),
        ("a can of tuna", "tuna", 160.0),
        ("a tin of tuna", "tuna", 160.0),
        ("2 scoops whey", "whey-protein", 2 * 32.0),
        ("200 g white rice", "white-rice", 200.0),
        ("cheddar", "cheddar", 30.0),
        ("medjool", "medjool-dates", 24.0),
        ("200 g pot roast", "beef-pot-roast", 200.0),
    ],
)
def test_finds_what_is_called_so(what, food_id, grams):
    """By its name or the only one with that word, in its own household measure."""
    food = BUNDLED.food(food_id)
    assert looked_up(what, None).energy_kcal == pytest.approx(food.amount(grams).energy_kcal)


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("3 slices", 'says "slices" and not of what; write its energy too'),
        ("slices", 'says "slices" and not of what'),
        ("white", '"white" may be several foods; white rice, '),
        ("chicken caesar salad", 'no food is called "chicken caesar salad"'),
        ("bananna", "banana"),
        ("3 slices of oats", 'oats is counted by "cup"; write it so, or in g'),
    ],
)
def test_asks_back_instead_of_guessing(what, line):
    """One line, with what would be taken: no slice of turkey where nobody said turkey."""
    with pytest.raises(InputError) as error:
        looked_up(what, None)
    assert line in str(error.value)
    assert str(error.value).startswith("eaten: ")

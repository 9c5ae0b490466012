"""The food table as it loads: joined, checked, shared and unchanging."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError

import pytest

from fuelcalc.errors import FuelcalcError, InputError
from fuelcalc.models.foods import Bought
from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.files import food_rows, once
from fuelcalc.pantry.table import bundled_foods, table_of


def rows(**changed):
    """Two banana rows, with some cells changed."""
    selection = next(row for row in food_rows("foods.csv") if row["food_id"] == "banana")
    nutrients = next(row for row in food_rows("nutrients.csv") if row["food_id"] == "banana")
    return (
        [selection | {key: text for key, text in changed.items() if key in selection}],
        [nutrients | {key: text for key, text in changed.items() if key in nutrients}],
    )


def test_loads_once_for_all_threads():
    """Many threads that ask at once get one and the same table."""
    bundled = once(bundled_foods.__wrapped__)
    with ThreadPoolExecutor(8) as pool:
        tables = list(pool.map(lambda _: bundled(), range(16)))
    assert len({id(one) for one in tables}) == 1


def test_cannot_be_changed():
    """Neither the table nor a food in it can be written to."""
    with pytest.raises(TypeError):
        BUNDLED.by_id["banana"] = None
    with pytest.raises(FrozenInstanceError):
        BUNDLED.food("banana").name = "apple"


def test_joins_the_review_with_the_values():
    """A food knows its source, its measure and its values."""
    banana = BUNDLED.food("banana")
    assert banana.source == "USDA SR28, NDB 09040"
    assert banana.description == "Bananas, raw"
    assert banana.portion.one == "medium banana"
    assert banana.portion.one_g == 118.0
    assert banana.amount(118.0).carbohydrate_g == pytest.approx(22.84 * 1.18)


def test_knows_how_people_take_and_buy_a_food():
    """Whole bananas, of which a little over a third is peel; foods of one item are one line."""
    banana = BUNDLED.food("banana")
    assert banana.portion.natural == (1.0, 2.0)
    assert banana.bought == Bought("bananas", 0.64, 5.0, "pieces", "fruit-veg", in_cupboard=False)
    assert BUNDLED.food("white-rice").bought.item == BUNDLED.food("white-rice-dry").bought.item
    assert BUNDLED.food("olive-oil").bought.in_cupboard


def test_keeps_missing_values_missing():
    """An empty cell is no zero: the source has no sugars for chia."""
    assert BUNDLED.food("chia-seeds").per_100g.sugars_g is None
    assert BUNDLED.food("olive-oil").per_100g.sugars_g == 0.0


def test_marks_a_food_that_nobody_has_reviewed():
    """Empty allergens or an empty diet mean "not reviewed", which is not "none"."""
    food = table_of(*rows(allergens="", diet=""))["banana"]
    assert food.allergens is None
    assert food.diet is None
    assert table_of(*rows(synonyms=""))["banana"].synonyms == ()


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"allergens": "nuts"}, '"nuts" is none of gluten, wheat'),
        ({"may_contain": "milk; soy"}, '"milk;" is none of'),
        ({"diet": "meat"}, '"meat" is none of vegan'),
        ({"suits": "keto"}, '"keto" is none of gluten-free'),
        ({"role": "snacks"}, '"snacks" is none of bread'),
        ({"gut": "bad"}, '"bad" is none of'),
        ({"as_is": ""}, '"" is none of yes, no'),
        ({"shown": "pieces"}, '"pieces" is none of count'),
        ({"one_g": "0"}, "a portion weighs something"),
        ({"step": "3"}, "its step is above 0 and up to its most"),
        ({"step": "0"}, "its step is above 0"),
        ({"one_ml": "250"}, "one_ml is for what is said in ml"),
        ({"shown": "ml"}, "one_ml is for what is said in ml"),
        ({"energy_kcal": "89 kcal"}, "could not convert"),
        ({"natural": ""}, "could not convert"),
        ({"natural": "1 2 3"}, "natural amounts rise by whole steps"),
        ({"natural": "0 1"}, "natural amounts rise by whole steps, from above 0"),
        ({"natural": "2 1"}, "natural amounts rise"),
        ({"natural": "1 1"}, "natural amounts rise"),
        ({"natural": "0.75"}, "natural amounts rise by whole steps"),
        ({"bought": ""}, "what is bought has a name"),
        ({"yield": "0"}, "a yield above 0"),
        ({"pack": "0 g"}, "a pack above 0"),
        ({"pack": "5 bunches"}, '"bunches" is none of g, ml, pieces'),
        ({"pack": "g"}, "could not convert"),
        ({"aisle": "garden"}, '"garden" is none of fruit-veg, bread'),
        ({"cupboard": ""}, '"" is none of yes, no'),
    ],
)
def test_refuses_what_it_does_not_understand(changed, message):
    """A slip in the tables stops the load and names the food."""
    with pytest.raises(FuelcalcError, match=f"foods: banana: .*{message}"):
        table_of(*rows(**changed))


def test_refuses_a_food_twice_or_without_values():
    """Each food stands once in both tables."""
    selection, nutrients = rows()
    with pytest.raises(FuelcalcError, match="banana stands twice"):
        table_of(selection * 2, nutrients)
    with pytest.raises(FuelcalcError, match="banana has no banana row or column"):
        table_of(selection, [])


def test_suggests_the_nearest_id():
    """An unknown id is answered with the nearest, where there is one."""
    with pytest.raises(InputError, match='no "bananna"; did you mean "banana"'):
        BUNDLED.food("bananna")
    with pytest.raises(InputError, match="look it up by its everyday name"):
        BUNDLED.food("????")

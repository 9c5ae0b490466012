"""How many plates a pot comes to, and what goes into it for all of them."""

from datetime import timedelta

import pytest
from served import MONDAY, dish, item, served

from fuelcalc.pantry import BUNDLED
from fuelcalc.planning.week.cooking import cooking_plan

STEW = "chicken-white-bean-stew"


def later(days):
    """So many days after Monday."""
    return MONDAY + timedelta(days)


@pytest.mark.parametrize(
    ("plates_g", "plates"),
    [((100.0, 100.0), 2.0), ((100.0, 200.0), 3.0), ((200.0, 100.0), 1.5), ((0.0, 100.0), 2.0)],
)
def test_says_how_much_of_a_pot_its_plates_come_to(plates_g, plates):
    """Of 100 g on Saturday and 200 g on Sunday a pot is three plates of Saturday's."""
    days = [
        served(
            dish("dinner", STEW).model_copy(
                # What is served beside a dish is none of its pot.
                update={"items": (item("white-beans", grams), item("banana", 120.0))}
            ),
            date=later(number),
        )
        for number, grams in enumerate(plates_g)
    ]
    (pot,) = cooking_plan(days)[0].dishes
    assert (pot.portions, pot.plates) == (2, plates)


def _pots(*plates, dish_id, days=(0, 1), **known):
    """What is cooked of a dish whose plates weigh so much of these foods."""
    found = []
    for number, foods in zip(days, plates, strict=False):
        items = tuple(item(name, grams).model_copy(update=known) for name, grams in foods.items())
        plate = dish("dinner", dish_id).model_copy(update={"items": items})
        found.append(served(plate, date=later(number)))
    return cooking_plan(found)


class TestWhatGoesIntoAPot:
    """The foods of a pot for all of its plates."""

    SALAD = "lentil-potato-salad"

    def test_sums_each_food_of_its_plates(self):
        """Half of the lentils on the first plate are half of them in all, whatever it weighs."""
        first, second = ({"lentils": 125.0, "new-potatoes": one} for one in (136.0, 408.0))
        (pot,) = _pots(first, second, dish_id=self.SALAD, energy_kcal=100.0)[0].dishes
        assert [(one.food_id, one.grams) for one in pot.pot] == [
            ("lentils", 250.0), ("new-potatoes", 544.0),
        ]  # fmt: skip
        one_g = BUNDLED.food("new-potatoes").portion.one_g
        assert pot.pot[1].amount == pytest.approx(544.0 / one_g)
        # What is known of both is summed, and what is not of either stays unknown.
        assert (pot.pot[0].energy_kcal, pot.pot[0].fat_g) == (200.0, None)

    def test_leaves_out_what_is_in_no_pot(self):
        """What is kept apart for tomorrow, and what stands beside it; oil from a cupboard is in."""
        plate = dict.fromkeys(("lentils", "rocket", "olive-oil", "banana"), 100.0)
        monday, tuesday = _pots(plate, plate, dish_id=self.SALAD)
        (pot,) = monday.dishes
        assert [one.food_id for one in pot.pot] == ["lentils", "olive-oil"]
        assert [one.apart for one in pot.eaten] == [(), ("rocket",)]
        assert [one.apart for one in tuesday.again] == [("rocket",)]

    def test_keeps_apart_what_is_not_warmed(self):
        """Cucumber and avocado of a warm bowl; of what is eaten cold cucumber stays in it."""
        plate = dict.fromkeys(("chickpeas", "cucumber", "avocado"), 100.0)
        warm = _pots(plate, plate, dish_id="halloumi-grain-bowl")[1].again
        cold = _pots(plate, plate, dish_id="chickpea-couscous-salad")[1].again
        assert [one.apart for one in warm] == [("cucumber",)]
        assert [one.apart for one in cold] == [("avocado",)]

    def test_says_nothing_of_one_plate_or_of_a_table(self):
        """One plate is as its page has it, and several eaters have each their own."""
        plate = {"lentils": 125.0}
        (alone,) = _pots(plate, dish_id=self.SALAD)[0].dishes
        (shared,) = _pots(plate, plate, plate, dish_id=self.SALAD, days=(0, 0, 1))[0].dishes
        assert alone.pot == shared.pot == ()

    def test_says_nothing_of_what_nobody_may_know(self):
        """Where a guard hides amounts, no food of the pot is told."""
        plate = {"lentils": 125.0}
        (pot,) = _pots(plate, plate, dish_id=self.SALAD, amount=None)[0].dishes
        assert (pot.portions, pot.pot) == (2, ())

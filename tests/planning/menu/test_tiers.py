"""Which dishes a feeding is looked for among, and in which order."""

import pytest
from slots import ANYBODY, LUNCH, TABLE, WEEK, WISHES, slot

from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.menu.candidates import (
    ANY_WEEK,
)
from fuelcalc.planning.menu.patterns import kind_of
from fuelcalc.planning.menu.slot import Slot
from fuelcalc.planning.menu.tiers import _ANYTHING_COST, LAST_COST, _is_for_sport, _is_plain, tiers


def test_f32_leaves_the_kind_last_where_none_of_it_is_left():
    """What is of another kind than planned costs more than any that another day has."""
    for meal in ("lunch", "dinner"):
        kinds = {kind_of(WEEK.rota(ANYBODY, TABLE).planned[(WEEK.weekday, meal)])}
        for _, dear, there in tiers(slot(meal), ANYBODY, WEEK, TABLE):
            if not kinds.issuperset(map(kind_of, there)):
                assert dear >= 35.0


@pytest.mark.parametrize("kind", ["snack", "after"])
def test_stands_in_with_nothing_made_for_sport(kind):
    """Whoever looks for a snack looks past what is drunk on a run, and so does a recovery shake."""
    feeding = Feeding(980.0, 15.0, kind)
    stand_ins = [
        one
        for standing, dear, there in tiers(Slot(feeding, LUNCH), ANYBODY, WEEK, TABLE)
        for one in there
        if standing == ANY_WEEK and dear == 2.0
    ]
    assert stand_ins
    assert all(food.role != "sports" for one in stand_ins for food in one.foods)
    own = next(iter(tiers(Slot(feeding, LUNCH), ANYBODY, WISHES, TABLE)))[2]
    assert not any(food.role == "sports" for one in own for food in one.foods)
    drinks = [one for one in TABLE.variants(ANYBODY) if one.dish.dish_id == "during-sports-drink"]
    assert drinks
    assert all(map(_is_for_sport, drinks))
    assert not any(map(_is_for_sport, own))


@pytest.mark.parametrize(
    ("kind", "side", "goes"),
    [
        ("pre-sleep", "side-turkey", False), ("pre-sleep", "side-edamame", False),
        ("pre-sleep", "side-banana", True), ("pre-sleep", "side-yogurt", True),
        ("snack", "side-edamame", True),
    ],
)  # fmt: skip
def test_lays_no_turkey_beside_a_bite_for_the_night(kind, side, goes):
    """Beside what is eaten before sleep there is no meat, fish, tofu or pulse."""
    menu = {one.dish.dish_id: one for one in TABLE.variants(ANYBODY)}
    assert Slot(Feeding(1305.0, 10.0, kind), LUNCH).goes_along(menu[side]) is goes


@pytest.mark.parametrize("kind", ["snack", "after"])
def test_has_no_plain_grain_or_bread_for_a_snack(kind):
    """Steamed quinoa and bread to dip are sides; after training they are better than nothing."""
    feeding = Feeding(980.0, 15.0, kind)
    there = {
        one.dish.dish_id
        for *_, found in tiers(Slot(feeding, LUNCH), ANYBODY, WEEK, TABLE)
        for one in found
    }
    plain = {"side-bread", "side-rice", "side-quinoa", "side-potatoes", "toast-and-butter"}
    assert (plain <= there) is (kind == "after")
    assert plain.isdisjoint(there) is (kind == "snack")
    assert "side-hummus-pita" in there


def test_takes_a_snack_of_another_day_after_all_that_stands_in():
    """A snack of three days of the week would be there a fourth time: a recovery shake is not."""
    feeding = Feeding(980.0, 15.0, "snack")
    *others, (_, dear, there) = tiers(Slot(feeding, LUNCH), ANYBODY, WEEK, TABLE)
    assert dear == LAST_COST
    assert set(WEEK.rota(ANYBODY, TABLE).others["snack"]) <= set(there)
    assert all(cost < LAST_COST for _, cost, _ in others)


@pytest.mark.parametrize(
    ("kind", "dear"), [("pre-sleep", LAST_COST), ("snack", _ANYTHING_COST)]
)  # fmt: skip
def test_cooks_a_steak_before_sleep_only_where_there_is_nothing_else(kind, dear):
    """Dinners stand in at a snack before it is left empty, and at night after any bite for it."""
    feeding = Feeding(1305.0, 10.0, kind)
    *_, (_, cost, there) = tiers(Slot(feeding, LUNCH), ANYBODY, WISHES, TABLE)
    assert cost == dear
    assert "minute-steak-bread-salad" in {one.dish.dish_id for one in there}


@pytest.mark.parametrize(
    ("dish", "is_plain"),
    [("side-tofu", True), ("side-quinoa", True), ("side-bread", True), ("side-milk", False),
     ("side-yogurt", False), ("banana-oat-pancakes", False)],
)  # fmt: skip
def test_knows_what_is_a_side_and_no_snack(dish, is_plain):
    """Two hundred grams of baked tofu with soy sauce were somebody's snack."""
    found = {one.dish.dish_id: one for one in TABLE.variants(ANYBODY)}
    assert _is_plain(found[dish]) is is_plain

"""Dense plates and bulk: what an appetite makes of dishes, portions and second courses."""

from datetime import timedelta
from functools import cache
from statistics import mean, median

import pytest
from laws import broken_laws
from menu_laws import broken_menu_laws
from menu_shown import courses_of
from people import MONDAY, athlete, day, lift, man, plan, run

from fuelcalc.models.dishes import Component
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.menu.appetite import bulk_cost, bulk_g, part_for
from fuelcalc.planning.menu.pools import Rules
from fuelcalc.planning.menu.rota import rota_of

APPETITES = ("low", "usual", "high")
PEOPLE = {
    "a woman of 60 kg": athlete(mass_kg=60.0),
    "a man of 105 kg": man(mass_kg=105.0, height_cm=188.0),
}
SESSIONS = ((run("17:30"),), (), (run(), lift()), (run("12:15"),), (lift(),), (run(),), ())


def dish(name):
    """A dish of the table, as anybody may eat it."""
    return next(one for one in BUNDLED.variants(Limits()) if one.dish.dish_id == name)


@cache
def fortnight(who, appetite):
    """Fourteen dated days of somebody of an appetite."""
    person = PEOPLE[who].model_copy(update={"appetite": appetite})
    return [
        plan(person, day(*SESSIONS[n % 7], date=MONDAY + timedelta(n)), menu=True)
        for n in range(14)
    ]


def solid(found):
    """Grams of food for each 1,000 kcal of a day, without what is drunk and what is on the move."""
    items = [i for entry in found.timeline if entry.kind != "during" for i in entry.items]
    foods = [item for item in items if BUNDLED.by_id[item.food_id].portion.one_ml is None]
    return 1000.0 * sum(i.grams for i in foods) / sum(i.energy_kcal for i in items)


@pytest.mark.parametrize("who", PEOPLE)
class TestFortnight:
    """Two weeks of somebody small and of somebody large."""

    @pytest.mark.no_cover
    def test_is_denser_for_a_small_appetite_and_bulkier_for_a_large_one(self, who):
        """A tenth less food for each 1,000 kcal at the least, and a tenth more."""
        low, usual, high = (median(map(solid, fortnight(who, one))) for one in APPETITES)
        assert low < 0.9 * usual
        assert high > 1.1 * usual

    @pytest.mark.parametrize("appetite", APPETITES)
    def test_breaks_no_law(self, who, appetite):
        """Targets, limits and bands are kept as for anybody."""
        for found in fortnight(who, appetite):
            assert broken_laws(found) + broken_menu_laws(found) == []

    @pytest.mark.parametrize("appetite", ["low", "high"])
    def test_asks_for_the_same_amounts(self, who, appetite):
        """What is on the plates is another matter than what they should hold."""
        for found, usual in zip(fortnight(who, appetite), fortnight(who, "usual"), strict=True):
            assert found.targets == usual.targets
            assert found.energy == usual.energy

    def test_fills_no_plate_with_vegetables_where_appetite_is_low(self, who):
        """F48: no 300 g of them."""
        for found in fortnight(who, "low"):
            for entry in found.timeline:
                roles = {item: BUNDLED.by_id[item.food_id].role for item in entry.items}
                grams = [i.grams for i, role in roles.items() if role == "vegetable"]
                assert sum(grams) < 300.0, entry.dish


def test_has_dense_second_courses_or_bulky_ones():
    """Drinks and dried fruit beside the plates of one large eater, salads beside another's."""
    known = {one.name: bulk_g(one) for one in BUNDLED.variants(Limits())}
    low, usual, high = (
        mean(
            known[side]
            for found in fortnight("a man of 105 kg", appetite)
            for entry in found.timeline
            for side in courses_of(entry)[1:]
            if side in known
        )
        for appetite in APPETITES
    )
    assert low < usual < high


def test_counts_solid_food_against_energy():
    """A glass of juice is no bulk; an apple of 52 kcal in 100 g (SR28, NDB 09003) is 1,920 g."""
    assert bulk_g(dish("apple-juice-glass")) == 0.0
    assert bulk_g(dish("side-apple")) == pytest.approx(1000.0 / 0.52, rel=0.001)


def test_counts_popcorn_by_what_it_fills():
    """Four cups hold a litre, and 153 kcal with a tablespoon of syrup: bulk, as fruit is."""
    assert bulk_g(dish("maple-popcorn")) > 1200.0


@pytest.mark.parametrize(("appetite", "sign"), [("low", 1.0), ("usual", 0.0), ("high", -1.0)])
def test_weighs_bulk_by_appetite(appetite, sign):
    """It speaks against a dish, for it, or not at all."""
    assert sign * bulk_cost(dish("side-apple"), appetite) >= sign * bulk_cost(
        dish("side-apple"), "usual"
    )
    assert bool(bulk_cost(dish("side-apple"), appetite)) is bool(sign)


@pytest.mark.parametrize(
    ("food", "appetite", "usual", "most"),
    [
        ("broccoli", "low", 1.0, 2.0),
        ("broccoli", "usual", 2.0, 4.0),
        ("broccoli", "high", 4.0, 4.0),
        ("boiled-potato", "high", 4.0, 4.0),
        ("olive-oil", "low", 2.0, 4.0),
        ("olive-oil", "high", 1.0, 4.0),
        ("walnuts", "high", 1.0, 4.0),
        ("salmon", "low", 2.0, 4.0),
        ("salmon", "high", 2.0, 4.0),
    ],
)
def test_takes_little_or_much_of_what_fills(food, appetite, usual, most):
    """Vegetables, fruit and potatoes on one side, oil and nuts on the other, and nothing else."""
    part = part_for(BUNDLED.by_id[food], Component(food, 1.0, 2.0, 4.0), appetite)
    assert (part.least, part.usual, part.most) == (1.0, usual, most)


def test_looks_other_dishes_up():
    """The week itself is denser, or bulkier."""
    low, usual, high = (
        median(
            bulk_g(one)
            for week in range(2_917, 2_925)
            for one in rota_of(Rules(week, appetite=appetite), Limits(), BUNDLED).planned.values()
        )
        for appetite in APPETITES
    )
    assert low < usual < high


def test_leaves_what_is_taken_on_a_session_alone():
    """There a dose decides, and no appetite."""
    plates = []
    for appetite in APPETITES:
        who = man(mass_kg=105.0, appetite=appetite)
        locked = {"during the run": "during-salted-potatoes"}
        found = plan(who, day(run("17:30", distance_km=15.0)), menu=True, lock=locked)
        (moving,) = [entry for entry in found.timeline if entry.kind == "during"]
        plates.append(moving.items)
    assert plates[0] == plates[1] == plates[2]

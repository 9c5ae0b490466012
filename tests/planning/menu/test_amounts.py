"""How much of one food a day has again, from a spoon to a heap."""

import datetime as dt
from collections import Counter, defaultdict

import pytest
from bars import fortnight, people

from fuelcalc.models.calendar import Calendar
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.day import plan_day
from fuelcalc.planning.menu.amounts import amounts_of, amounts_on, greens_of
from fuelcalc.planning.menu.milk import instead_cost
from fuelcalc.planning.menu.together import kin_of

ANYBODY = Limits()
MENU = {one.dish.dish_id: one for one in BUNDLED.variants(ANYBODY)}
MONDAY = dt.date(2026, 11, 23)


def steps(*dishes):
    """How many steps some dishes on one plate bring of each food."""
    words = amounts_on([MENU[one] for one in dishes])
    return Counter(word.rsplit(" ", 1)[0] for word in words)


@pytest.mark.parametrize(
    ("dish", "held"),
    [
        # 40 g of oats are 152 kcal, two and a half steps of 60; honey is stirred in.
        ("porridge-with-honey", {"oats": 3, "honey": 0}),
        # Jam is spread, and seen: two spoons of 50 kcal each.
        ("jam-toast-skyr", {"jam": 4}),
        # Whatever beans there are, they are beans.
        ("lentil-bolognese", {"pulses": 4}),
        # 60 g of hummus are 100 kcal, of 40 a spread's step.
        ("hummus-pita-plate", {"pulses": 2, "bread": 0}),
        ("nuts-raisins-milk", {"almonds": 3, "raisins": 2, "chocolate": 4}),
        ("side-milk", {}),
    ],
)
def test_tells_a_spoon_from_a_heap(dish, held):
    """More of a food has more steps, up to a heap; salt, oil, milk, lettuce and onion have none."""
    found = steps(dish)
    assert {kin: found[kin] for kin in held} == held
    assert not {"lettuce", "onions", "olive oil", "semi-skimmed milk"} & found.keys()


def test_counts_what_two_plates_share_by_the_smaller():
    """Carrots beside a heap of carrots cost as many steps as there are of them."""
    few, many = (
        frozenset(word for word in amounts_of(MENU[dish]) if word.startswith("carrots"))
        for dish in ("edamame-quinoa-salad", "lamb-rice-carrots")
    )
    assert 0 < len(few) < len(many)
    assert few < many


def test_counts_sides_too_and_nothing_on_the_move():
    """A pudding's chocolate is chocolate; dates on a run are fuel."""
    assert steps("lentil-bolognese", "side-dark-chocolate")["chocolate"] > 0
    assert not steps("during-dates-water")


def test_tells_vegetables_apart():
    """What lunch and dinner share beside them has prices of its own."""
    stew = MENU["lamb-rice-carrots"]
    assert greens_of(stew) == {word for word in amounts_of(stew) if word.startswith("carrots")}


def test_serves_hardly_a_food_in_heaps_twice_a_day():
    """Eggs, oats, potatoes and pulses are at one feeding on nine days in ten of six people."""
    heap_g = {"eggs": 90.0, "oats": 40.0, "potatoes": 150.0}
    days = twice = 0
    for number, who in enumerate(people(6)):
        week = fortnight(number)
        calendar = Calendar(days=tuple(week))
        for one in week:
            before, after = calendar.neighbours(one)
            found = plan_day(who, one, before=before, after=after, week=week)
            heaps = defaultdict(float)
            for place, entry in enumerate(found.timeline):
                for item in entry.items if entry.kind != "during" else ():
                    heaps[kin_of(BUNDLED.by_id[item.food_id]), place] += item.grams
            times = Counter(
                kin for (kin, _), grams in heaps.items() if grams >= heap_g.get(kin, 1e9)
            )
            days += 1
            twice += max(times.values(), default=0) > 1
    assert days == 84
    assert twice <= 0.1 * days


class TestMilk:
    """Milk of plants and of cows."""

    def test_is_no_carton_more_for_who_drinks_milk(self):
        """Cocoa of soy milk costs an omnivore something, and a vegan nothing."""
        assert instead_cost(MENU["cocoa-plant-milk"], ANYBODY, BUNDLED) > 0.0
        assert instead_cost(MENU["porridge-banana-nut-butter"], ANYBODY, BUNDLED) == 0.0
        vegan = Limits.of(diet="vegan")
        of_vegans = {one.dish.dish_id: one for one in BUNDLED.variants(vegan)}
        assert instead_cost(of_vegans["cocoa-plant-milk"], vegan, BUNDLED) == 0.0

    def test_charges_only_what_stands_in(self):
        """Who may have no whey has soy protein as it comes, and soy milk as a second carton."""
        halal = Limits.of(diet="omnivore", restrictions=("halal",))
        named = {one.dish.dish_id: one for one in BUNDLED.variants(halal)}
        assert instead_cost(named["protein-hot-cocoa"], halal, BUNDLED) == 0.0
        assert instead_cost(named["cocoa-plant-milk"], halal, BUNDLED) > 0.0
        # A shake is what there is of its kind, milk and all.
        assert instead_cost(named["pea-shake-banana-rice-cakes"], halal, BUNDLED) == 0.0

"""How much of one food a day has again, from a spoon to a heap."""

import datetime as dt
from collections import Counter, defaultdict

import numpy as np
import pytest
from bars import fortnight, people

from fuelcalc.models.calendar import Calendar
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.day import plan_day
from fuelcalc.planning.menu import search
from fuelcalc.planning.menu.amounts import amounts_of, amounts_on
from fuelcalc.planning.menu.kin import kin_of
from fuelcalc.planning.menu.laid import unit_of
from fuelcalc.planning.menu.option import Option

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


def option(dish_id):
    """A dish in its usual amounts, as a day weighs it."""
    one = MENU[dish_id]
    usual = np.array([
        round(part.usual / food.portion.step)
        for food, part in zip(one.foods, one.components, strict=True)
    ])  # fmt: skip
    none = np.zeros(len(usual))
    return Option(
        (one,), one.foods, unit_of(one.foods, BUNDLED), usual[:, None], none, none, usual, 0.0
    )


@pytest.mark.parametrize(
    ("dishes", "shared"),
    [
        (("porridge-with-honey", "overnight-oats-blueberry"), 3),
        (("edamame-quinoa-salad", "lamb-rice-carrots"), 0),
    ],
    ids=["breakfasts", "lunch-and-dinner"],
)
def test_charges_two_for_each_step_beside_other_prices(dishes, shared):
    """Oats a second time cost six; lunch and dinner, chosen for each other, pay nothing more."""
    plates = [option(one) for one in dishes]
    whole = search._clashes(plates)[0, 1]  # noqa: SLF001 - the cost that is held here
    with pytest.MonkeyPatch.context() as patch:
        tenths = search._SAME_TENTHS  # noqa: SLF001 - the same without steps
        patch.setattr(search, "_SAME_TENTHS", (*tenths[:-1], 0.0))
        free = search._clashes(plates)[0, 1]  # noqa: SLF001 - the cost that is held here
    assert whole - free == pytest.approx(2.0 * shared)
    assert amounts_of(MENU[dishes[0]]) & amounts_of(MENU[dishes[1]])


def test_serves_oats_and_jam_once_a_day():
    """Unpriced they came twice on eight days of 84 of six people; three in a hundred may."""
    heap_g = {"oats": 30.0, "jam": 10.0}
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
    assert twice <= 0.03 * days

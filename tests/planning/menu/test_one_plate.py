"""What stands beside a dish, what follows it, and what no day has twice."""

from datetime import timedelta

import numpy as np
import pytest
from bars import fortnight, people
from menu_shown import courses_of
from people import MONDAY, athlete, day, man, plan, run

from fuelcalc.models.calendar import Calendar
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.day import plan_day
from fuelcalc.planning.menu import search
from fuelcalc.planning.menu.candidates import Wishes, has_turn
from fuelcalc.planning.menu.laid import unit_of
from fuelcalc.planning.menu.one_plate import goes_beside, on_one_plate
from fuelcalc.planning.menu.option import Option
from fuelcalc.planning.menu.together import leading, named_by, once_of, pairs_of

MENU = {one.dish.dish_id: one for one in BUNDLED.variants(Limits())}
VEGAN = {one.dish.dish_id: one for one in BUNDLED.variants(Limits.of(diet="vegan"))}
LOW_FODMAP = Limits.of(restrictions=("low-fodmap",))
LARGE = man(mass_kg=105.0, height_cm=190.0)


@pytest.mark.parametrize(
    ("side", "meal", "goes"),
    [
        ("side-milk", "breakfast", True),
        ("side-milk", "dinner", False),
        ("chocolate-milk-glass", "lunch", False),
        ("side-orange-juice", "dinner", True),
        ("hot-chocolate-mug", "dinner", True),
        ("fruit-and-cream", "breakfast", False),
        ("side-cheese-crackers", "breakfast", False),
        ("pear-chocolate", "breakfast", False),
        ("creamy-rice-pudding", "dinner", False),
        ("side-yogurt", "breakfast", True),
        ("side-kiwi", "breakfast", True),
        ("baked-apple-raisins", "breakfast", False),
        ("yogurt-and-honey", "breakfast", True),
        ("side-nuts", "breakfast", True),
        ("side-nuts", "dinner", False),
        ("side-boiled-eggs", "breakfast", True),
        ("side-boiled-eggs", "dinner", False),
    ],
)
def test_knows_what_goes_beside_a_meal(side, meal, goes):
    """Milk is drunk at breakfast; breakfast has fresh fruit or yogurt of what comes after meals."""
    assert goes_beside(MENU[side], meal) is goes


@pytest.mark.parametrize(
    ("main", "sides", "goes"),
    [
        ("lentil-bolognese", ("side-yogurt", "mango-with-yogurt"), False),
        ("cornflakes-banana", ("side-yogurt",), False),
        ("quark-plums", ("side-milk",), False),
        ("lentil-bolognese", ("side-banana", "side-apple"), False),
        ("lentil-bolognese", ("pear-chocolate",), True),
        ("spaghetti-bolognese", ("side-boiled-eggs",), False),
        ("tofu-scramble-toast", ("side-boiled-eggs",), False),
        ("spaghetti-bolognese", ("side-tofu",), False),
        ("spaghetti-bolognese", ("side-orange-juice", "side-banana"), False),
        ("spaghetti-bolognese", ("side-orange-juice", "side-yogurt"), True),
        ("mushroom-cheese-omelette", ("chocolate-milk-glass",), False),
        ("mushroom-cheese-omelette", ("side-banana",), True),
        ("greek-yogurt-honey-walnuts", ("side-nuts",), False),
        ("jam-toast-skyr", ("side-nuts",), True),
        ("squash-chickpea-curry", ("side-green-beans",), False),
        ("beef-pepper-noodles", ("side-green-beans",), False),
        ("beef-potato-goulash", ("side-green-beans",), True),
        ("ginger-chicken-rice-carrots", ("hot-chocolate-mug",), False),
        ("beef-carrot-potato-pan", ("hot-chocolate-mug",), True),
        ("turkey-salad-sandwich", ("side-rocket-salad",), False),
        ("egg-rice-salad", ("side-tomato-cucumber",), False),
        ("beef-potato-goulash", ("side-rocket-salad",), True),
        ("lemon-chicken-couscous", ("side-beans-spinach",), False),
        ("beef-potato-goulash", ("side-beans-spinach",), True),
    ],
)
def test_knows_what_stands_on_one_plate(main, sides, goes):
    """One thing of milk, one pudding, one salad, one of eggs and fish, no beans beside rice."""
    assert on_one_plate([MENU[one] for one in (main, *sides)], Limits()) is goes


def test_counts_no_water_of_a_soup_as_a_drink():
    """A soup that is made with water has a glass of something beside it."""
    low = {one.dish.dish_id: one for one in BUNDLED.variants(LOW_FODMAP)}
    assert "water" in {food.food_id for food in low["chicken-pho"].foods}
    assert on_one_plate([low["chicken-pho"], low["side-milk"]], LOW_FODMAP)


def test_follows_tofu_or_meat_with_soy_yogurt():
    """What comes after a meal is no second plate."""
    assert on_one_plate([VEGAN["tofu-spinach-rice"], VEGAN["side-yogurt"]], Limits.of(diet="vegan"))


def test_names_a_pudding_last_and_after_the_meal():
    """On no plate of a large eater's two weeks stands a pudding "with" lunch or dinner."""
    puddings = {
        one.name
        for limits in (Limits(), LOW_FODMAP)
        for one in BUNDLED.variants(limits)
        if "pudding" in one.dish.meals
    }
    seen = 0
    for n in range(14):
        found = plan(LARGE, day(run(), date=MONDAY + timedelta(n)), menu=True)
        for entry in found.timeline:
            if entry.name in {"lunch", "dinner"} and entry.items:
                _, *sides = courses_of(entry)
                after = [one for one in sides if one in puddings]
                seen += len(after)
                assert sides[len(sides) - len(after) :] == after
                assert all(f", then {one}" in entry.dish for one in after)
            elif entry.name == "breakfast":
                assert ", then " not in entry.dish
    assert seen > 3


def test_gives_a_pudding_three_days_of_seven():
    """Fruit and bread may stand on each, yogurt on four, and what is baked on a Sunday."""
    days = [Wishes(turn=turn) for turn in range(1, 8)]
    for one in MENU.values():
        if "pudding" in one.dish.meals:
            turns = [has_turn(one, today) for today in days]
            is_baked = one.dish.minutes >= 20.0
            plain = 4 if one.dish.dish_id == "side-yogurt" else 7
            assert sum(turns) == (plain if "side" in one.dish.meals else 1 if is_baked else 3)
            assert not is_baked or turns[6]
    assert all(has_turn(MENU["side-bread"], today) for today in days)


def test_knows_what_one_a_day_is_enough_of():
    """A shake, sweet rice, cocoa, a bowl of yogurt, as a pudding too."""
    assert once_of((MENU["banana-oat-shake"],)) == {"blended"}
    assert once_of((MENU["rice-custard"],)) == once_of((MENU["milk-rice-cinnamon"],))
    assert "cocoa" in once_of((MENU["lentil-bolognese"], MENU["hot-chocolate-mug"]))
    assert "cocoa" in once_of((MENU["protein-hot-cocoa"],))
    assert "yogurt" in once_of((MENU["lentil-bolognese"], MENU["side-yogurt"]))
    assert once_of((MENU["lentil-bolognese"],)) == frozenset()


def test_has_one_bowl_of_oats_a_day_before_a_session_too():
    """Porridge for breakfast, before a run and at four is one too many twice."""
    bowls = ("porridge-banana-nut-butter", "bircher-muesli", "warm-blueberry-oats")
    for name in (*bowls, "porridge-with-honey"):
        one = (MENU[name],)
        assert "porridge" in once_of(one)
        assert "porridge" in named_by(one, one[0].foods, one[0].foods[0])[2]
    before = (MENU["bagel-with-jam"],)
    assert named_by(before, before[0].foods, before[0].foods[0])[2] == frozenset()


def test_has_pancakes_once_a_day():
    """Before a run, after it and as crêpes: three were too many."""
    for name in ("thick-pancakes-raspberries", "banana-oat-pancakes", "crepes-lemon-sugar"):
        one = (MENU[name],)
        assert "pancakes" in once_of(one)
    before = (MENU["pancakes-with-syrup"],)
    assert "pancakes" in named_by(before, before[0].foods, before[0].foods[0])[2]


def test_knows_hummus_with_pita_again():
    """A snack's own two foods on the plate of a meal; a breakfast's are its own."""
    assert pairs_of((MENU["hummus-pita-plate"],)) == {"bread and hummus"}
    assert "bread and hummus" in pairs_of((MENU["falafel-plate"],))
    assert not any("oil" in pair for pair in pairs_of((MENU["lentil-bolognese"],)))
    assert pairs_of((MENU["peanut-butter-banana-toast"],)) == frozenset()


def option(dish_id):
    """A dish in its usual amounts, as a day weighs it."""
    one = MENU[dish_id]
    steps = np.array([round(part.usual / food.portion.step) for food, part in zip(
        one.foods, one.components, strict=True)])  # fmt: skip
    none = np.zeros(len(steps))
    return Option(
        (one,), one.foods, unit_of(one.foods, BUNDLED), steps[:, None], none, none, steps, 0.0
    )


def test_charges_a_meal_for_the_two_foods_of_a_snack():
    """Hummus with pita before falafel in pita costs eight; lunch and dinner may share an onion."""
    snack, meal = option("hummus-pita-plate"), option("falafel-plate")
    other = option("lentil-bolognese"), option("spaghetti-bolognese")
    assert pairs_of(snack.variants) & pairs_of(meal.variants)
    assert pairs_of(other[0].variants) & pairs_of(other[1].variants)
    place = search._PAIRS  # noqa: SLF001 - the kind that is held here
    for plates, cost in (((snack, meal), 8.0), (other, 0.0)):
        whole = search._clashes(plates)[0, 1]  # noqa: SLF001 - the cost that is held here
        tenths = search._SAME_TENTHS  # noqa: SLF001 - what is held here
        free = (*tenths[:place], 0.0, *tenths[place + 1 :])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(search, "_SAME_TENTHS", free)
            assert whole - search._clashes(plates)[0, 1] == cost  # noqa: SLF001


def test_finds_a_breakfast_and_a_snack_of_the_same_two_foods():
    """Whatever else a snack is known by."""
    breakfast, snack = option("banana-oat-shake"), option("oat-banana-drink")
    assert leading(breakfast.variants) == leading(snack.variants)
    assert search.clashing([breakfast, snack]) == {0, 1}


def test_knows_the_potatoes_of_a_snack():
    """Potatoes after a run stand against potatoes for lunch; oats of a breakfast do not."""

    def words(dish_id):
        one = MENU[dish_id]
        return named_by((one,), one.foods, one.foods[0])[3]

    assert "starch potatoes" in words("egg-potato-salad")
    assert not any("starch" in word for word in words("porridge-banana-nut-butter"))


@pytest.mark.parametrize("number", [1, 6, 10])
def test_keeps_leftovers_and_lunches_within_the_morning(number):
    """What is carried to work was cooked before, or takes twelve minutes; so do its sides."""
    (*_, who) = people(number + 1)
    days = fortnight(number)
    who = who.with_(lunch="packed")
    calendar = Calendar(days=tuple(days))
    dishes = {dish.dish_id: dish for dish in BUNDLED.dishes}
    for one in days:
        before, after = calendar.neighbours(one)
        found = plan_day(who, one, before=before, after=after, week=days)
        gave_way = {miss.feeding for miss in found.menu.relaxed}
        for entry in found.timeline:
            if entry.name == "lunch" and one.date.weekday() < 5 and entry.dish_id in dishes:
                dish = dishes[entry.dish_id]
                assert dish.minutes <= 12.0 or dish.keeps or "lunch" in gave_way


def test_makes_no_snack_longer_than_a_quarter_of_an_hour_where_there_are_others():
    """Nobody boils rice pudding at four."""
    minutes = {dish.dish_id: dish.minutes for dish in BUNDLED.dishes}
    for n in range(14):
        found = plan(athlete(), day(run(), date=MONDAY + timedelta(n)), menu=True)
        light = [one for one in found.timeline if one.kind in {"snack", "after", "pre-sleep"}]
        assert light
        assert all(minutes[one.dish_id] <= 15.0 for one in light if one.items and not one.name)

"""What is bought for some days: all that they serve, each thing once, in whole packs."""

from collections import Counter
from datetime import timedelta
from math import inf, nan

import pytest
from hypothesis import HealthCheck, given, settings
from people import day, man, plan, run
from served import MONDAY, feeding, item, served, weeks

from fuelcalc.errors import InputError
from fuelcalc.importers.own_foods.food_file import OwnFoods, own_pantry
from fuelcalc.models.shopping import OWN_AISLE, Buy
from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.lookup import plain
from fuelcalc.pantry.seasonings import SEASONINGS
from fuelcalc.pantry.table import AISLES
from fuelcalc.planning.menu.asked import limits_for
from fuelcalc.planning.week.shopping import shopping_list

MEAL = served(
    feeding("breakfast", item("egg", 100.0), item("egg-white", 99.0), item("oats", 481.0)),
    feeding("lunch", item("white-rice", 300.0), item("chicken-breast", 150.0)),
    feeding("dinner", item("banana", 177.0), item("olive-oil", 13.5), item("water", 250.0)),
    date=MONDAY,
)


def bought(*plans, **options):
    """The lines of a list by what they say."""
    lines = shopping_list(plans or [MEAL], **options).lines
    found = {line.name: line for line in lines}
    assert len(found) == len(lines)
    return found


def buy(amount, unit, packs=None, pack=None):
    """What goes into the basket."""
    return Buy(amount=amount, unit=unit, packs=packs, pack=pack)


class TestUnits:
    """Grams eaten become what a shop sells."""

    def test_w10_buys_dry_rice(self):
        """300 and 250 g of cooked rice are 196 g dry: one bag of 500 g."""
        plates = [served(feeding("lunch", item("white-rice", grams))) for grams in (300.0, 250.0)]
        (rice,) = bought(*plates).values()
        assert rice.need_g == pytest.approx(196.0, abs=0.5)
        assert rice.buy == buy(500.0, "g", 1, 500.0)
        assert (rice.name, rice.food_id, rice.aisle) == ("rice", "white-rice", "dry")

    @pytest.mark.parametrize(
        ("name", "need", "basket"),
        [
            # Two eggs and three whites are five eggs; one banana and a half are two.
            ("eggs", 5.0, buy(6.0, "pieces", 1, 6.0)),
            ("bananas", 1.5, buy(2.0, "pieces")),
            ("oats", 481.0, buy(500.0, "g", 1, 500.0)),
            # 150 g cooked are 200 g raw.
            ("chicken breast", 200.0, buy(200.0, "g")),
            # Three teaspoons of 4.5 g are 15 ml.
            ("olive oil", 15.0, buy(500.0, "ml", 1, 500.0)),
        ],
    )
    def test_buys_by_number_weight_pack_and_bottle(self, name, need, basket):
        """Loose fruit by the piece, meat to 50 g, the rest in packs."""
        line = bought()[name]
        assert (line.need, line.buy) == (pytest.approx(need), basket)

    def test_rounds_meat_up_to_fifty_grams(self):
        """A butcher weighs; 213 g are 250."""
        line = bought(served(feeding("dinner", item("chicken-breast", 160.0))))["chicken breast"]
        assert line.buy == buy(250.0, "g")

    def test_asks_after_what_a_kitchen_has(self):
        """Oil is asked after, oats are not."""
        assert [name for name, line in bought().items() if line.in_cupboard] == ["olive oil"]

    @pytest.mark.parametrize(
        ("food_id", "grams", "is_asked"),
        [
            ("casein-protein", 200.0, True), ("casein-protein", 201.0, False),
            ("oats", 100.0, True), ("oats", 101.0, False), ("salt-capsule", 20.0, True),
            # Bread and pesto do not keep.
            ("wholewheat-bread", 32.0, False), ("pesto", 16.0, False),
        ],
    )  # fmt: skip
    def test_asks_after_a_pack_that_lasts(self, food_id, grams, is_asked):
        """Nobody buys a kilo of powder each week for two scoops of it."""
        (line,) = bought(served(feeding("snack", item(food_id, grams)))).values()
        assert line.in_cupboard is is_asked

    def test_takes_water_from_the_tap(self):
        """Nobody buys it."""
        assert not {"water"} & {*bought()}

    def test_multiplies_before_it_rounds(self):
        """Three who eat a banana and a half each share five, not six."""
        line = bought(people=3)["bananas"]
        assert (line.need, line.buy.amount) == (4.5, 5.0)

    def test_walks_through_the_shop(self):
        """Aisle by aisle, and by name within one."""
        assert [*bought()] == ["bananas", "chicken breast", "eggs", "oats", "rice", "olive oil"]

    def test_orders_by_name_whatever_the_capitals(self):
        """Greek yogurt stands between eggs and skyr."""
        foods = ("skyr", "greek-yogurt", "egg")
        meal = served(feeding("snack", *(item(one, 400.0) for one in foods)))
        assert [*bought(meal)] == ["eggs", "Greek yogurt", "skyr"]

    def test_says_for_which_days(self):
        """Each date once, in order; the list from the first to the last of them."""
        tuesday = MONDAY + timedelta(1)
        plans = [MEAL.model_copy(update={"date": tuesday}), MEAL]
        found = shopping_list(plans)
        assert (found.first, found.last, found.days) == (MONDAY, tuesday, 2)
        assert {line.days for line in found.lines} == {(MONDAY, tuesday)}

    def test_makes_one_list_for_several_people(self):
        """Two plans for one date are one day, and what both eat is added up."""
        other = served(feeding("lunch", item("white-rice", 250.0)), date=MONDAY)
        found = shopping_list([MEAL, other, plan(man(), day(date=MONDAY))])
        assert (found.days, found.unfed) == (1, 1)
        (rice,) = [line for line in found.lines if line.name == "rice"]
        assert rice.need_g == pytest.approx(550.0 / 2.81)

    def test_needs_no_dates(self):
        """A list without them has no days."""
        found = shopping_list([MEAL.model_copy(update={"date": None})])
        assert (found.first, found.last) == (None, None)
        assert {line.days for line in found.lines} == {()}


class TestSessions:
    """What is carried is bought once, and what is carried to spare too."""

    def test_counts_gels_once_and_the_spare_too(self):
        """The plate, the minutes and the pockets of a marathon speak of the same gels."""
        race = run("09:00", distance_km=42.2, duration_min=210.0, effort="race")
        found = plan(man(), day(race), menu=True)
        (taken,) = [entry for entry in found.timeline if entry.carry]
        spare = {one.food_id: one.spare for one in taken.carry}
        assert max(spare.values()) > 0.0
        assert taken.taken
        lines = {food_id: line for line in shopping_list([found]).lines for food_id in line.foods}
        gel = next(food_id for food_id, number in spare.items() if number > 0.0)
        (carried,) = [one for one in taken.carry if one.food_id == gel]
        (eaten,) = [one for one in taken.items if one.food_id == gel]
        assert carried.amount == eaten.amount + carried.spare
        assert lines[gel].foods == (gel,)
        assert lines[gel].need == pytest.approx(carried.amount)


class TestHave:
    """What is there is not bought, and what may be meant is asked after."""

    @pytest.mark.parametrize("word", ["rice", "White rice", "white-rice", "basmati rice"])
    def test_leaves_out_what_is_there(self, word):
        """By what the shop calls it, by name, by id and by another name."""
        found = shopping_list([MEAL], have=[word])
        assert found.had == ("rice",)
        assert "rice" not in {line.name for line in found.lines}

    def test_takes_a_thing_by_its_own_name_first(self):
        """Who has rice may be short of brown rice."""
        meal = served(feeding("lunch", item("white-rice", 300.0), item("brown-rice", 500.0)))
        found = shopping_list([meal], have=["rice"])
        assert found.had == ("rice",)
        assert [(line.name, line.in_cupboard) for line in found.lines] == [("brown rice", False)]

    def test_leaves_out_what_is_there_by_any_word(self):
        """What one word is sure of and another only may mean is there."""
        milks = ("reduced-fat-milk", "whole-milk", "soy-milk")
        meal = served(feeding("snack", *(item(one, 300.0) for one in milks)))
        found = shopping_list([meal], have=["whole milk", "milk"])
        assert found.had == ("whole milk",)

    def test_asks_where_several_are_meant(self):
        """Milk may be either, so neither is taken for granted."""
        milks = ("reduced-fat-milk", "whole-milk", "soy-milk")
        meal = served(feeding("snack", *(item(one, 300.0) for one in milks)))
        found = shopping_list([meal], have=["milk"])
        assert found.had == ()
        assert sum(line.in_cupboard for line in found.lines) >= 2
        assert len(found.lines) == 3

    def test_asks_where_a_word_fits_in_part(self):
        """Who has milk has coconut milk perhaps."""
        meal = served(feeding("snack", item("coconut-milk", 100.0), item("oats", 250.0)))
        found = shopping_list([meal], have=["milk"])
        assert found.had == ()
        assert [line.name for line in found.lines if line.in_cupboard] == ["coconut milk"]

    @pytest.mark.parametrize("word", ["rocket", "beef mince"])
    def test_has_what_is_not_needed(self, word):
        """A food that no day serves changes nothing."""
        assert shopping_list([MEAL], have=[word]) == shopping_list([MEAL])

    def test_refuses_what_is_no_food(self):
        """One line, with what is spelled nearly so."""
        with pytest.raises(InputError, match=r'no food is called "bananna"; did you mean "banana"'):
            shopping_list([MEAL], have=["rice", "bananna"])

    def test_refuses_one_word_for_a_list(self):
        """Its letters are no foods."""
        with pytest.raises(InputError, match=r'have: "rice" is not a list; write \["rice"\]'):
            shopping_list([MEAL], have="rice")


@pytest.mark.parametrize("people", [0.0, -1.0, 101.0, inf, nan])
def test_refuses_people_whom_nobody_shops_for(people):
    """The limits are said."""
    with pytest.raises(InputError, match=r"people: .* is not above 0 and at most 100"):
        shopping_list([MEAL], people=people)


class TestWithoutFood:
    """A day without a menu buys nothing and says why."""

    def test_says_that_no_menu_was_asked_for(self):
        """The other day is bought for."""
        found = shopping_list([plan(man()), MEAL])
        assert (found.days, found.unfed, found.reason) == (2, 1, "not-asked")
        assert found.lines

    @pytest.mark.parametrize("who", [man(conditions=["eating-disorder"]), man(mass_kg=45.0)])
    def test_says_that_a_guard_withholds_food(self, who):
        """No list where no foods are chosen, and none where no grams of them are shown."""
        found = shopping_list([plan(who, menu=True)])
        assert (found.lines, found.unfed, found.reason) == ((), 1, "withheld")

    def test_buys_nothing_for_no_days(self):
        """An empty list is a list."""
        found = shopping_list([])
        assert (found.lines, found.days, found.reason) == ((), 0, None)


BAR = {
    "name": "My bar", "role": "snack", "per": "50 g", "energy": "200 kcal", "protein": "5 g",
    "carbohydrate": "30 g", "fat": "6.5 g",
}  # fmt: skip


class TestOwnFoods:
    """Somebody's own foods are bought as themselves, and recipes as what goes into them."""

    def test_buys_an_own_food_by_weight(self):
        """Nobody knows its pack or its aisle, so it stands last, in grams."""
        pantry = own_pantry(OwnFoods.from_tree({"foods": [BAR]}, path=""))
        meal = served(feeding("snack", item("my-bar", 75.4, pantry), item("salt", 1.0, pantry)))
        (salt, bar) = shopping_list([meal], foods=pantry).lines
        assert (bar.name, bar.aisle, bar.buy) == ("My bar", OWN_AISLE, buy(76.0, "g"))
        assert salt.name == "salt"
        assert not bar.in_cupboard

    def test_pours_by_weight_what_has_no_volume(self):
        """An own oil in drizzles is bought by the bottle all the same."""
        oil = {
            "name": "olive oil", "role": "fat", "per": "100 g", "energy": "900 kcal",
            "protein": "0 g", "carbohydrate": "0 g", "fat": "100 g", "measure": "drizzle",
            "weighs": "9 g",
        }  # fmt: skip
        pantry = own_pantry(OwnFoods.from_tree({"foods": [oil]}, path=""))
        meal = served(feeding("dinner", item("olive-oil", 90.0, pantry)))
        line = bought(meal, foods=pantry)["olive oil"]
        assert (line.need, line.buy) == (pytest.approx(90.0), buy(500.0, "ml", 1, 500.0))

    def test_refuses_foods_that_it_was_not_given(self):
        """The pantry of the plan is wanted."""
        pantry = own_pantry(OwnFoods.from_tree({"foods": [BAR]}, path=""))
        meal = served(feeding("snack", item("my-bar", 50.0, pantry)))
        with pytest.raises(InputError, match=r'foods: have no "my-bar", which is in the plan'):
            shopping_list([meal])


# Each pot weighs so much, however it is written down.
_WRITTEN = {
    "oats": (80.0, ["80 g oats", "1 cup oats", "oats 80 g", "0.5 cups oats", "40 g rolled oats"]),
    "egg": (100.0, ["2 eggs", "100 g egg", "2 large eggs", "1 egg", "50 g eggs"]),
    "onion": (110.0, ["1 onion", "110 g onions", "1 medium onion", "1/2 onion", "0.5 onions"]),
    "olive-oil": (13.5, ["1 tbsp olive oil", "13.5 g oil", "3 tsp olive oil"]),
    "white-rice": (160.0, ["1 cup white rice", "160 g white rice", "160 g white rice cooked"]),
    "chickpeas": (240.0, ["1 tin chickpeas, drained", "240 g chickpeas", "1.5 cups chickpeas"]),
    "banana": (118.0, ["1 banana", "118 g bananas", "1 medium banana"]),
}
_HALVES = ("0.5 cups oats", "40 g rolled oats", "1 egg", "50 g eggs", "1/2 onion", "0.5 onions")


def _recipes():
    """Twenty pots for one, each with some foods, one of them in two lines."""
    recipes, grams = [], Counter()
    for number in range(20):
        lines = []
        for place, (food_id, (whole_g, ways)) in enumerate(_WRITTEN.items()):
            if (number + place) % 3 == 2:
                continue
            # One food of each pot is written down twice, in other words.
            for again in range(2 if place == number % len(_WRITTEN) else 1):
                way = ways[(number + again) % len(ways)]
                lines.append(way)
                grams[food_id] += whole_g / 2.0 if way in _HALVES else whole_g
        recipes.append({"name": f"pot {number}", "serves": 1, "foods": lines, "meals": ["dinner"]})
    return recipes, grams


class TestTwentyRecipes:
    """Cups and grams, one and many: each thing once, and no wrong gram."""

    def test_finds_each_food_once(self):
        """Twenty recipes of seven foods are seven lines, with the grams that a hand adds up."""
        recipes, grams = _recipes()
        pantry = own_pantry(OwnFoods.from_tree({"dishes": recipes}, path=""))
        plates = []
        for number in range(20):
            pot = pantry.food(pantry.dish(f"pot-{number}").places[0][0].food_id)
            plates.append(served(feeding("dinner", item(pot.food_id, pot.portion.one_g, pantry))))
        lines = bought(*plates, foods=pantry)
        assert {line.foods for line in lines.values()} == {(food_id,) for food_id in _WRITTEN}
        for line in lines.values():
            per_bought = BUNDLED.food(line.food_id).bought.per_bought
            assert line.need_g * per_bought == pytest.approx(grams[line.food_id], abs=1e-6)

    def test_adds_a_pot_to_a_plate(self):
        """Rice of a recipe and rice of a dish are one line."""
        recipes, _ = _recipes()
        pantry = own_pantry(OwnFoods.from_tree({"dishes": recipes}, path=""))
        pot_id = pantry.dish("pot-0").places[0][0].food_id
        whole_g = pantry.food(pot_id).portion.one_g
        alone, both = (
            bought(served(feeding("dinner", item(pot_id, whole_g, pantry), *more)), foods=pantry)
            for more in ((), (item("oats", 41.0),))
        )
        assert alone.keys() == both.keys()
        assert both["oats"].need_g - alone["oats"].need_g == pytest.approx(41.0)


def _in_unit(food, grams, unit):
    """What so much of a food on a plate is in a unit of the shop, by hand."""
    portion = food.portion
    if unit == "pieces":
        return grams / portion.one_g
    bought_g = grams / food.bought.per_bought
    if unit == "g":
        return bought_g
    holds_ml = portion.one_ml or {"tbsp": 15.0, "tsp": 5.0}[portion.one.split()[0]]
    return bought_g * holds_ml / portion.one_g


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(weeks())
def test_buys_what_any_week_serves(plans):
    """Each gram served is bought, once, by somebody who may eat it, in packs none too many."""
    grams_of = Counter()
    for entry in (entry for found in plans for entry in found.timeline or ()):
        grams_of.update({one.food_id: 0.0 for one in entry.items})
        for one in entry.items:
            grams_of[one.food_id] += one.grams
        for one in entry.carry:
            grams_of[one.food_id] += one.spare * one.portion.one_g
    found = shopping_list(plans)
    lines = found.lines
    of_lines = [food_id for line in lines for food_id in line.foods]
    assert sorted(of_lines) == sorted({*grams_of} - {"water"})
    assert len({plain(line.name) for line in lines}) == len(lines)
    assert [AISLES.index(one.aisle) for one in lines] == sorted(
        AISLES.index(one.aisle) for one in lines
    )
    for line in lines:
        foods = [BUNDLED.food(one) for one in line.foods]
        served_g = sum(grams_of[one.food_id] / one.bought.per_bought for one in foods)
        assert line.need_g == pytest.approx(served_g, abs=1.0)
        need = sum(_in_unit(one, grams_of[one.food_id], line.buy.unit) for one in foods)
        assert line.need == pytest.approx(need)
        one_less = line.buy.amount - (line.buy.pack or (50.0 if line.buy.unit == "g" else 1.0))
        assert one_less - 1e-6 < line.need <= line.buy.amount + 1e-6
        limits = limits_for(plans[0].athlete)
        assert all(map(limits.most_g, foods))
    entries = [entry for one in plans if one.menu for entry in one.timeline or ()]
    methods = plain(" ".join(f"{one.preparation} {one.preparation_beside}" for one in entries))
    rack, names = {one.name for one in found.seasonings}, {line.name for line in lines}
    assert rack.isdisjoint(names)
    assert all(plain(one.said) in methods for one in SEASONINGS if one.name in rack)
    assert {"cumin", "nutmeg", "oregano", "thyme"} & {*methods.split()} <= rack | names

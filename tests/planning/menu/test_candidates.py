"""What may be eaten when, and what speaks for and against a dish today."""

from dataclasses import replace
from math import inf

import pytest
from people import food, own_foods

from fuelcalc.models.dishes import Component, Dish, Variant
from fuelcalc.pantry import BUNDLED, Limits, Pantry
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.menu.candidates import (
    ANY_WEEK,
    PLANNED,
    THIS_WEEK,
    WIDE,
    Wishes,
    basket_cost,
    basket_of,
    gut_cost,
    left_away,
    meals_of,
    slow_cost,
    standings,
    taste_cost,
)
from fuelcalc.planning.menu.laid import levels_of, plates_of, step_g
from fuelcalc.planning.menu.week_dishes import is_wished, items_of

DISHES = BUNDLED.variants(Limits())
BOLOGNESE = next(one for one in DISHES if one.dish.dish_id == "lentil-bolognese")
SEEDS = range(200)


def variant(*foods, minutes=10.0, dish_id="test"):
    """A dish of some foods, one or two measures of each."""
    parts = tuple(Component(one.food_id, 1.0, 2.0, 4.0) for one in foods)
    dish = Dish(dish_id, "Test", ("dinner",), minutes, 1, "", (), "")
    return Variant(dish, "Test", tuple(foods), parts)


@pytest.mark.parametrize(
    ("kind", "name", "meals"),
    [
        ("meal", "breakfast", ("breakfast",)),
        ("after", "breakfast", ("breakfast",)),
        ("before", "lunch", ("lunch",)),
        ("meal", "second breakfast", ("breakfast", "snack")),
        ("meal", "tea", ("snack", "lunch")),
        ("meal", "supper", ("snack", "lunch")),
        ("meal", "dinner", ("dinner",)),
        ("after", "", ("after",)),
        ("pre-sleep", "", ("pre-sleep",)),
        ("during", "", ("during",)),
        ("snack", "", ("snack",)),
    ],
)
def test_takes_the_dishes_of_a_meal(kind, name, meals):
    """A meal takes the dishes that it is called after, any other feeding those of its kind."""
    assert meals_of(Feeding(480.0, 30.0, kind, name)) == meals


class TestBasket:
    """What is in the week's basket anyway."""

    WISHES = Wishes(turn=739_581)

    def test_holds_what_the_week_is_made_of(self):
        """Every dish of the week is free, and another one costs by what it has bought."""
        basket = basket_of(self.WISHES, Limits(), BUNDLED)
        rota = self.WISHES.rota(Limits(), BUNDLED)
        for one in (*rota.planned.values(), *rota.others["snack"]):
            assert basket_cost(one, basket) == 0.0
        assert any(basket_cost(one, basket) > 0.0 for one in DISHES)

    def test_counts_things_to_buy(self):
        """Two that are not there cost twice as much as one; what may be left out costs nothing."""
        first, second = food("first"), food("second")
        one, two = variant(first), variant(first, second)
        optional = tuple(replace(part, least=0.0, usual=0.0) for part in two.components[1:])
        may = replace(two, components=(two.components[0], *optional))
        assert basket_cost(two, frozenset()) == 2.0 * basket_cost(one, frozenset()) > 0.0
        assert basket_cost(may, frozenset()) == basket_cost(one, frozenset())
        assert basket_cost(two, frozenset({"first", "second"})) == 0.0

    def test_counts_what_a_lunch_usually_has(self):
        """What a lunch can do without and usually has is bought; what a snack may have is not."""
        first, second = food("first"), food("second")
        one = variant(first, second)
        usual = (one.components[0], replace(one.components[1], least=0.0))
        never = (one.components[0], replace(one.components[1], least=0.0, usual=0.0))
        for meals, parts, n in (
            (("lunch",), usual, 2),
            (("snack",), usual, 1),
            (("lunch",), never, 1),
        ):
            dish = replace(one.dish, meals=meals)
            assert len(items_of(replace(one, dish=dish, components=parts))) == n

    def test_leaves_away_what_nothing_else_is_bought_for(self):
        """What a dish may do without and no dish of the week has; powder is never bought for it."""
        rota = self.WISHES.rota(Limits(), BUNDLED)
        basket = basket_of(self.WISHES, Limits(), BUNDLED)
        left = {
            one.foods[place].food_id
            for one in {*rota.planned.values(), *rota.others["snack"]}
            for place in left_away(one, basket)
        }
        assert left
        assert not {BUNDLED.food(one).role for one in left} & {"powder", "sports"}
        for one in DISHES:
            gone = left_away(one, basket)
            for place, (held, part) in enumerate(zip(one.foods, one.components, strict=True)):
                is_there = held.bought is None or held.bought.item in basket
                is_free = held.bought is not None and held.bought.in_cupboard
                is_powder = held.role in {"powder", "sports"}
                is_main = not {"lunch", "dinner"}.isdisjoint(one.dish.meals)
                stays = part.least > 0.0 or is_there or is_free or is_powder or is_main
                assert stays == (place not in gone)

    def test_is_none_where_nothing_is_planned(self):
        """Without a week nothing is cheaper for being there."""
        assert basket_of(Wishes(is_planned=False), Limits(), BUNDLED) is None
        assert basket_cost(DISHES[0], None) == 0.0


class TestStandings:
    """How near the week has a dish."""

    wishes = Wishes(turn=739_000)
    rota = wishes.rota(Limits(), BUNDLED)

    def standings(self, kind, name=""):
        """Those for a feeding of anybody."""
        return standings(Feeding(720.0, 30.0, kind, name), self.wishes, Limits(), BUNDLED)

    def test_has_one_dish_for_a_meal_of_the_day(self):
        """Lunch has its own, and the others of the week behind it but for yesterday's dinner."""
        found = self.standings("meal", "lunch")
        planned = self.rota.planned[(self.wishes.weekday, "lunch")]
        assert [one for one in found if found[one] == PLANNED] == [planned]
        cooked = self.rota.planned[(self.wishes.weekday - 1, "dinner")]
        assert cooked != planned
        assert set(found) == set(self.rota.others["lunch"]) - {cooked}
        assert {found[one] for one in found if one is not planned} == {THIS_WEEK}

    @pytest.mark.parametrize(("kind", "name"), [("snack", ""), ("meal", "second breakfast")])
    def test_has_any_of_the_week_for_another_feeding(self, kind, name):
        """A snack takes whichever of the week's fits."""
        found = self.standings(kind, name)
        assert found
        assert set(found.values()) == {PLANNED}

    def test_has_none_for_who_asks_without_a_week(self):
        """Nor on the move, where there is no week."""
        assert self.standings("during") == {}
        free = self.wishes._replace(is_planned=False)
        assert standings(Feeding(720.0, 30.0, "meal", "lunch"), free, Limits(), BUNDLED) == {}

    def test_costs_more_the_farther_it_is(self):
        """From today's own to one that the week has not, whatever the luck."""
        costs = [taste_cost(BOLOGNESE, self.wishes, n) for n in (PLANNED, THIS_WEEK, ANY_WEEK)]
        assert costs == sorted(costs)
        assert costs[0] == taste_cost(BOLOGNESE, self.wishes, WIDE)
        rare = replace(BOLOGNESE, dish=replace(BOLOGNESE.dish, everyday=3))
        assert taste_cost(rare, self.wishes, ANY_WEEK) > costs[2]
        assert taste_cost(rare, self.wishes, PLANNED) == costs[0]


class TestWishes:
    """Likes, foods to use up, time in the kitchen, and luck."""

    today = Wishes()
    plain = taste_cost(BOLOGNESE, today)

    @pytest.mark.parametrize("word", ["lentil", "bolognese", "lentil bolognese"])
    def test_knows_a_dish_by_its_name_and_by_its_foods(self, word):
        """A dish is wished by a word of its name or a food in it."""
        assert is_wished(BOLOGNESE, [word])
        assert is_wished(BOLOGNESE, ["gravel", word])

    @pytest.mark.parametrize("words", [[], ["gravel"], ["lentil gravel"], ["salmon"]])
    def test_does_not_take_one_thing_for_another(self, words):
        """Every word of a wish has to be there."""
        assert not is_wished(BOLOGNESE, words)

    def test_knows_a_food_by_its_other_names(self):
        """Whoever likes chickpeas likes garbanzo beans."""
        food_ = BUNDLED.food("chickpeas")
        assert food_.synonyms
        assert is_wished(variant(food_), ["chickpea"])

    def test_prefers_what_is_liked(self):
        """A like makes a dish cheaper, and one to use up more so; both together the most."""
        liked, used, both = (
            taste_cost(BOLOGNESE, self.today._replace(**wish))
            for wish in (
                {"likes": ("lentil",)},
                {"use_up": ("lentil",)},
                {"likes": ("lentil",), "use_up": ("lentil",)},
            )
        )
        assert both < used < liked < self.plain

    def test_costs_more_the_longer_it_takes_over_the_limit(self):
        """Up to the limit time is free; ten minutes more cost less than twenty."""
        minutes = BOLOGNESE.dish.minutes
        on_time, late, later = (
            slow_cost((BOLOGNESE,), self.today._replace(most_minutes=minutes - over), inf)
            for over in (0.0, 10.0, 20.0)
        )
        assert on_time == 0.0
        assert on_time < late < later

    def test_draws_its_luck_from_the_seed(self):
        """The same seed and day give the same cost, another seed another."""
        again = taste_cost(BOLOGNESE, self.today)
        others = {taste_cost(BOLOGNESE, self.today._replace(seed=seed)) for seed in SEEDS}
        assert again == self.plain
        assert len(others) == len(SEEDS)
        assert min(others) >= 0.0


class TestGut:
    """What is heavy on the gut before a session."""

    @pytest.mark.parametrize("minutes", [None, 181.0, 600.0])
    def test_costs_nothing_long_before(self, minutes):
        """Beans are free where no session follows within three hours."""
        assert gut_cost(variant(BUNDLED.food("chickpeas")), minutes) == 0.0

    def test_costs_for_pulses_and_what_ferments(self):
        """Close to a session each such food costs, as fish, meat and greens do; rice does not."""
        beans, onion = BUNDLED.food("chickpeas"), BUNDLED.food("onion")
        assert onion.high_fodmap
        one = gut_cost(variant(beans), 120.0)
        assert one > 0.0
        assert gut_cost(variant(beans, onion), 180.0) == pytest.approx(2.0 * one)
        rice = variant(BUNDLED.food("white-rice"), BUNDLED.food("egg"))
        assert gut_cost(rice, 60.0) == 0.0
        hash_ = variant(BUNDLED.food("smoked-salmon"), BUNDLED.food("cooked-spinach"))
        assert gut_cost(hash_, 95.0) == pytest.approx(2.0 * one)


class TestPlates:
    """Dishes laid side by side."""

    def test_weighs_a_step(self):
        """Half a medium banana is 59 g (USDA: 118 g)."""
        assert step_g(BUNDLED.food("banana")) == pytest.approx(59.0)

    def test_lays_each_food_in_a_place(self):
        """A dish and a dish with a side: steps, ranges and energy by hand."""
        grain = food(
            "grain", step=0.5, energy_kcal=180.0, protein_g=5.0, carbohydrate_g=40.0, fat_g=2.0
        )
        oil = food(
            "oil", energy_kcal=90.0, protein_g=0.0, carbohydrate_g=0.0, fat_g=10.0, fibre_g=1.0
        )
        main, side = variant(grain), variant(oil, dish_id="side")
        table = Pantry((grain, oil))
        plates = plates_of(((main,), (main, side)), table)
        assert plates.unit.shape == (2, 2, 6)
        # Half a cup of 100 g is a step, so that 1 to 4 cups are 2 to 8 steps.
        assert plates.unit[0].tolist() == [[2.5, 20.0, 1.0, 0.0, 0.0, 90.0], [0.0] * 6]
        assert plates.unit[1, 1].tolist() == [0.0, 0.0, 10.0, 1.0, 0.0, 90.0]
        assert plates.levels[0].tolist() == [[2, 3, 4, 5, 6, 7, 8], [0] * 7]
        assert plates.levels[1, 1].tolist() == [1, 2, 3, 4, 4, 4, 4]
        assert plates.usual.tolist() == [[4.0, 0.0], [4.0, 2.0]]
        # Two cups of grain, and two of oil, by the energy of the table.
        assert plates.usual_kcal == pytest.approx([360.0, 540.0])

    def test_takes_natural_amounts_at_a_table_and_steps_on_the_move(self):
        """Rice comes in portions, on the move in every step up to so many hours of it."""
        rice = BUNDLED.food("white-rice")
        step, natural = rice.portion.step, rice.portion.natural
        part = Component("white-rice", natural[0], natural[1], natural[3])
        wanted = tuple(round(one / step) for one in natural[:4])
        assert levels_of(rice, part) == wanted
        assert levels_of(rice, replace(part, least=0.0)) == (0, *wanted)
        assert levels_of(rice, part, hours=2) == tuple(range(wanted[0], 2 * wanted[3] + 1))

    def test_goes_by_steps_in_a_range_that_is_no_natural_one(self):
        """Half a step beside what is natural is somebody's own dish."""
        rice = BUNDLED.food("white-rice")
        step, natural = rice.portion.step, rice.portion.natural
        part = Component("white-rice", natural[0] - step, natural[1], natural[2])
        first, last = round(part.least / step), round(part.most / step)
        assert levels_of(rice, part) == tuple(range(first, last + 1))

    def test_has_somebodys_own_dishes(self):
        """An own dish has its plate like any other."""
        table = own_foods(
            dishes=[{"name": "My rice", "meals": ["dinner"], "foods": ["white rice 0.5-1-2"]}]
        )
        own = table.variants(Limits())[0]
        assert own.dish is table.dish("my-rice")
        assert plates_of(((own,),), table).usual_kcal[0] > 0.0

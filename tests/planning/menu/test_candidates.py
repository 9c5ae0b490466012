"""What may be eaten when, and what speaks for and against a dish today."""

import pytest
from people import food, own_foods

from fuelcalc.models.dishes import Component, Dish, Variant
from fuelcalc.pantry import BUNDLED, Limits, Pantry
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.menu.candidates import (
    TURNS,
    Wishes,
    days_away,
    gut_cost,
    is_wished,
    meals_of,
    plates_of,
    step_g,
    taste_cost,
    turn_of,
)

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
        ("after", "", ("after", "snack")),
        ("pre-sleep", "", ("pre-sleep",)),
        ("during", "", ("during",)),
        ("snack", "", ("snack",)),
    ],
)
def test_takes_the_dishes_of_a_meal(kind, name, meals):
    """A meal takes the dishes that it is called after, any other feeding those of its kind."""
    assert meals_of(Feeding(480.0, 30.0, kind, name)) == meals


class TestTurns:
    """Dishes take turns over five days."""

    def test_comes_every_fifth_day(self):
        """In any five days in a row every dish has its turn once, the same in every round."""
        for one in DISHES:
            for first in (0, 7, 739_000):
                turns = [day for day in range(first, first + TURNS) if not days_away(one, day)]
                assert len(turns) == 1, one.dish.dish_id
                assert days_away(one, turns[0] + TURNS) == 0

    def test_is_one_or_two_days_away_at_most(self):
        """The days on both sides of a turn are one away, the other two are two away."""
        day = 100 + (turn_of(BOLOGNESE) - 100) % TURNS
        assert [days_away(BOLOGNESE, day + by) for by in range(-2, 4)] == [2, 1, 0, 1, 2, 2]

    @pytest.mark.parametrize("meal", ["breakfast", "lunch", "dinner"])
    def test_leaves_enough_for_every_day(self, meal):
        """No day of the round is short of dishes for a meal: a tenth of them at the least."""
        there = [one for one in DISHES if meal in one.dish.meals]
        for turn in range(TURNS):
            assert sum(turn_of(one) == turn for one in there) >= len(there) / 10

    def test_costs_more_out_of_turn_than_any_luck_is_worth(self):
        """On its day a dinner is cheaper than on any other, whatever the seed."""
        turn = turn_of(BOLOGNESE)
        costs = [
            [
                taste_cost(BOLOGNESE, ("dinner",), Wishes(turn=turn + by, seed=seed))
                for seed in SEEDS
            ]
            for by in range(TURNS)
        ]
        assert all(max(costs[0]) < min(other) for other in costs[1:])

    def test_counts_less_for_a_snack_than_for_a_dinner(self):
        """Who eats the same snack twice a week minds less than with a dinner."""
        today = Wishes(turn=turn_of(BOLOGNESE))
        off = today._replace(turn=today.turn + 1)
        snack, dinner = (taste_cost(BOLOGNESE, (meal,), off) for meal in ("snack", "dinner"))
        assert snack < dinner
        moving = [taste_cost(BOLOGNESE, ("during",), one) for one in (today, off)]
        luck = [taste_cost(BOLOGNESE, ("during",), today._replace(seed=seed)) for seed in SEEDS]
        assert abs(moving[0] - moving[1]) <= max(luck) - min(luck) + 0.1


class TestWishes:
    """Likes, foods to use up, time in the kitchen, and luck."""

    today = Wishes(turn=turn_of(BOLOGNESE))
    plain = taste_cost(BOLOGNESE, ("dinner",), today)

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
            taste_cost(BOLOGNESE, ("dinner",), self.today._replace(**wish))
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
            taste_cost(BOLOGNESE, ("dinner",), self.today._replace(most_minutes=minutes - over))
            for over in (0.0, 10.0, 20.0)
        )
        assert on_time == self.plain
        assert on_time < late < later

    def test_draws_its_luck_from_the_seed(self):
        """The same seed and day give the same cost, another seed another."""
        again = taste_cost(BOLOGNESE, ("dinner",), self.today)
        others = {
            taste_cost(BOLOGNESE, ("dinner",), self.today._replace(seed=seed)) for seed in SEEDS
        }
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
        """Close to a session each such food costs, rice and chicken do not."""
        beans, onion = BUNDLED.food("chickpeas"), BUNDLED.food("onion")
        assert onion.high_fodmap
        one = gut_cost(variant(beans), 120.0)
        assert one > 0.0
        assert gut_cost(variant(beans, onion), 180.0) == pytest.approx(2.0 * one)
        rice = variant(BUNDLED.food("white-rice"), BUNDLED.food("chicken-breast"))
        assert gut_cost(rice, 60.0) == 0.0


class TestPlates:
    """Dishes laid side by side."""

    def test_weighs_a_step(self):
        """Half a medium banana is 59 g (USDA: 118 g)."""
        assert step_g(BUNDLED.food("banana")) == pytest.approx(59.0)

    def test_lays_each_food_in_a_place(self):
        """A dish and a dish with a side: steps, ranges and energy by hand."""
        grain = food("grain", step=0.5, protein_g=5.0, carbohydrate_g=40.0, fat_g=2.0)
        oil = food("oil", protein_g=0.0, carbohydrate_g=0.0, fat_g=10.0, fibre_g=1.0)
        main, side = variant(grain), variant(oil, dish_id="side")
        table = Pantry((grain, oil))
        plates = plates_of(((main,), (main, side)), table)
        assert plates.unit.shape == (2, 2, 5)
        # Half a cup of 100 g is a step, so that 1 to 4 cups are 2 to 8 steps.
        assert plates.unit[0].tolist() == [[2.5, 20.0, 1.0, 0.0, 0.0], [0.0] * 5]
        assert plates.unit[1, 1].tolist() == [0.0, 0.0, 10.0, 1.0, 0.0]
        assert plates.least.tolist() == [[2, 0], [2, 1]]
        assert plates.most.tolist() == [[8, 0], [8, 4]]
        assert plates.usual.tolist() == [[4.0, 0.0], [4.0, 2.0]]
        # Two cups of grain: 10 g protein, 80 g carbohydrate, 4 g fat; two of oil: 20 g fat.
        assert plates.usual_kcal == pytest.approx([396.0, 576.0])

    def test_has_somebodys_own_dishes(self):
        """An own dish has its turn and its plate like any other."""
        table = own_foods(
            dishes=[{"name": "My rice", "meals": ["dinner"], "foods": ["white rice 0.5-1-2"]}]
        )
        own = table.variants(Limits())[0]
        assert own.dish is table.dish("my-rice")
        assert 0 <= turn_of(own) < TURNS
        assert plates_of(((own,),), table).usual_kcal[0] > 0.0

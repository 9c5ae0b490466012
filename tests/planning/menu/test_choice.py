"""The best few dishes for a feeding, and a whole day of them."""

import numpy as np
import pytest
from people import own_foods
from slots import ANYBODY, LUNCH, NOBODY, TABLE, WEEK, WISHES, ids, slot, snack_before

from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.lookup import plain
from fuelcalc.pantry.variants import goes_together
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.menu.candidates import basket_cost, basket_of, left_away
from fuelcalc.planning.menu.choice import KEPT, options_for
from fuelcalc.planning.menu.kin import kin_of
from fuelcalc.planning.menu.laid import step_g
from fuelcalc.planning.menu.one_plate import made_cost
from fuelcalc.planning.menu.patterns import kind_of
from fuelcalc.planning.menu.slot import Slot
from fuelcalc.planning.menu.tolerances import Want
from fuelcalc.planning.menu.week_dishes import is_wished


def cost(option, want):
    """What options are ranked by."""
    return option.taste + option.fit_cost(want)


class TestMeals:
    """Dishes for a meal."""

    def test_offers_a_few_the_best_first(self):
        """At most ten, from the cheapest on, with portions in their range."""
        options = options_for(slot(), ANYBODY, WISHES, TABLE)
        costs = [cost(one, LUNCH) for one in options]
        assert len(options) == KEPT
        assert costs == sorted(costs)
        for one in options:
            assert (one.levels == one.steps[:, None]).any(axis=1).all()
            assert "lunch" in one.variants[0].dish.meals

    @pytest.mark.parametrize("meal", ["breakfast", "lunch", "dinner"])
    @pytest.mark.parametrize(
        "limits",
        [
            Limits.of(diet="vegan", avoid=["soy", "nuts"]),
            Limits.of(restrictions=["gluten-free", "dairy-free"]),
            Limits.of(restrictions=["kosher"], dislikes=["fish", "rice"]),
            Limits.of(restrictions=["low-fodmap"]),
        ],
        ids=["vegan", "without gluten and milk", "kosher", "low-fodmap"],
    )
    def test_never_breaks_a_limit(self, meal, limits):
        """Every food of every option is allowed, sides included, and goes with the others."""
        for one in options_for(slot(meal), limits, WISHES, TABLE):
            for food, n in zip(one.foods, one.steps.tolist(), strict=True):
                assert limits.most_g(food) > 0.0, food.food_id
                assert n * step_g(food) <= limits.most_g(food) + 1e-6, food.food_id
            assert goes_together(one.foods, limits)
            assert len(set(one.foods)) == len(one.foods)

    def test_holds_what_its_steps_hold(self):
        """An option's macronutrients are those of its foods in their grams."""
        one = options_for(slot(), ANYBODY, WISHES, TABLE)[0]
        grams = [
            n * food.portion.step * food.portion.one_g
            for food, n in zip(one.foods, one.steps.tolist(), strict=True)
        ]
        held = [food.amount(g) for food, g in zip(one.foods, grams, strict=True)]
        assert one.held[:3] == pytest.approx(
            [
                sum(getattr(part, name) for part in held)
                for name in ("protein_g", "carbohydrate_g", "fat_g")
            ]
        )

    def test_serves_the_dish_that_is_locked(self):
        """A locked dish is the only one, and may be eaten at any meal."""
        options = options_for(slot("dinner", locked="lentil-bolognese"), ANYBODY, WISHES, TABLE)
        assert set(ids(options)) == {"lentil-bolognese"}
        breakfast = options_for(
            slot("breakfast", locked="lentil-bolognese"), ANYBODY, WISHES, TABLE
        )
        assert set(ids(breakfast)) == {"lentil-bolognese"}

    def test_leaves_out_what_is_banned(self):
        """What has been exchanged does not come back."""
        first = ids(options_for(slot(), ANYBODY, WISHES, TABLE))
        banned = tuple(dict.fromkeys(first[:3]))
        assert not set(banned) & set(ids(options_for(slot(banned=banned), ANYBODY, WISHES, TABLE)))

    def test_offers_nothing_where_nothing_is_allowed(self):
        """Somebody who eats nothing gets no option, of any kind."""
        for one in (slot(), slot(locked="lentil-bolognese"), snack_before()):
            assert options_for(one, NOBODY, WISHES, TABLE) == []

    def test_fills_up_with_sides(self):
        """A small dish at a large meal has sides beside it, never one food twice."""
        table = own_foods(
            dishes=[{"name": "An egg", "meals": ["lunch"], "foods": ["boiled egg 1-1-2"]}]
        )
        want = Want(25.0, 80.0, 15.0)
        options = options_for(slot(want=want, locked="an-egg"), ANYBODY, WISHES, table)
        sided = [one for one in options if len(one.variants) > 1]
        assert sided
        assert len(options[0].variants) > 1
        assert all(
            {"side", "pudding", "drink"} & {*side.dish.meals}
            for one in sided
            for side in one.variants[1:]
        )
        assert all(len(one.variants) <= 3 for one in options)
        alone = [one for one in options if len(one.variants) == 1]
        assert all(options[0].fit_cost(want) < one.fit_cost(want) for one in alone)

    def test_fills_a_plate_with_juice_and_what_is_cooked_last(self):
        """What a side costs: juice more than fruit as it is, a crumble more than yogurt."""
        menu = {one.dish.dish_id: one for one in BUNDLED.variants(ANYBODY)}
        sides = {name: made_cost(one) for name, one in menu.items()}
        assert sides["side-banana"] < sides["side-yogurt"] < sides["apple-crumble"]
        assert sides["side-orange-juice"] - sides["side-banana"] == pytest.approx(2.0)
        # Each minute of ten is a twentieth, beside the price of one thing more.
        assert menu["apple-crumble"].dish.hands_on == 10.0
        assert sides["apple-crumble"] == pytest.approx(0.8 + 10.0 * 0.05)

    def test_stands_no_shake_beside_a_hot_plate(self):
        """Powder is a side at breakfast alone."""
        table = own_foods(
            dishes=[{"name": "Rice", "meals": ["lunch"], "foods": ["white rice 0.5-1-2"]}]
        )
        want = Want(40.0, 60.0, 3.0)
        for one in options_for(slot(want=want, locked="rice"), ANYBODY, WISHES, table):
            beside = [food.role for side in one.variants[1:] for food in side.foods]
            assert "powder" not in beside

    def test_takes_another_meals_dish_where_none_of_its_own_comes_near(self):
        """Once every breakfast has been exchanged, it is a dish of another meal, portioned."""
        breakfasts = tuple(
            one.dish.dish_id for one in TABLE.variants(ANYBODY) if "breakfast" in one.dish.meals
        )
        options = options_for(slot("breakfast", banned=breakfasts), ANYBODY, WISHES, TABLE)
        assert len(options) == KEPT
        assert not set(ids(options)) & set(breakfasts)

    def test_takes_the_dish_of_the_week_first(self):
        """Where it fits, the dish that the week has for today is the only one looked at."""
        planned = WEEK.rota(ANYBODY, TABLE).planned[(WEEK.weekday, "lunch")]
        assert set(ids(options_for(slot(), ANYBODY, WEEK, TABLE))) == {planned.dish.dish_id}

    def test_takes_another_of_the_week_for_what_is_swapped(self):
        """A breakfast that is exchanged gives way to that of early hours, and to no other day's."""
        stood_in = 0
        for seed in range(6):
            week = WEEK._replace(seed=seed)
            rota = week.rota(ANYBODY, TABLE)
            banned = (rota.planned[(week.weekday, "breakfast")].dish.dish_id,)
            options = ids(options_for(slot("breakfast", banned=banned), ANYBODY, week, TABLE))
            assert {one.dish.dish_id for one in rota.others["breakfast"]}.isdisjoint(options)
            stood_in += rota.others["lean"][week.weekday % 2].dish.dish_id in options
        # Where it is large enough.
        assert stood_in > 0

    @pytest.mark.parametrize("meal", ["lunch", "dinner"])
    def test_f32_takes_another_of_the_same_kind_first(self, meal):
        """What stands in for a fish dish is fish, on every day of the week."""
        for turn in range(1, 8):
            week = WEEK._replace(turn=turn)
            planned = week.rota(ANYBODY, TABLE).planned[(week.weekday, meal)]
            banned = (planned.dish.dish_id,)
            options = options_for(slot(meal, banned=banned), ANYBODY, week, TABLE)
            assert {kind_of(one.variants[0]) for one in options} == {kind_of(planned)}

    def test_offers_more_where_the_day_asks_for_it(self):
        """Beside the planned dish there are others that fit, and the planned one comes first."""
        one, more = (options_for(slot(), ANYBODY, WEEK, TABLE, more=more) for more in ("", "mains"))
        assert len({*ids(one)}) == 1
        assert len({*ids(more)}) > 1
        assert ids(more)[0] == ids(one)[0]

    def test_f32_offers_a_vegan_more_than_tofu_of_one_kind(self):
        """Of the kind that is planned for lunch there are three main foods, on every day."""
        vegan = Limits.of(diet="vegan")
        for turn in range(1, 15):
            week = WEEK._replace(turn=turn)
            kind = kind_of(week.rota(vegan, TABLE).planned[(week.weekday, "lunch")])
            there = options_for(slot(), vegan, week, TABLE, more="mains")
            alike = {kin_of(one.main) for one in there if kind_of(one.variants[0]) == kind}
            assert len(alike) >= 3, turn

    def test_looks_beyond_the_week_where_none_of_it_may_stand(self):
        """With every dish of the week gone there are others."""
        week = tuple(one.dish.dish_id for one in WEEK.rota(ANYBODY, TABLE).others["lunch"])
        options = options_for(slot(banned=week), ANYBODY, WEEK, TABLE)
        assert options
        assert not set(ids(options)) & set(week)

    def test_looks_at_what_has_to_be_used_up_beside_the_weeks_dish(self):
        """A food to use up brings its dishes before the planned one."""
        options = options_for(slot(), ANYBODY, WEEK._replace(use_up=("mushroom",)), TABLE)
        assert any("mushroom" in food.food_id for food in options[0].foods)

    def test_uses_nothing_up_that_another_meal_of_the_day_takes(self):
        """F37: what Wednesday's dinner takes is looked for at no lunch beside it."""
        dinner = WEEK.rota(ANYBODY, TABLE).planned[WEEK.weekday, "dinner"]
        word = plain(dinner.foods[0].name)
        held = [
            one
            for one in options_for(slot(), ANYBODY, WEEK._replace(use_up=(word,)), TABLE)
            if is_wished(one.variants[0], (word,))
        ]
        assert held == []

    def test_prefers_what_is_liked(self):
        """A liked food moves its dishes up."""
        places = []
        for likes in ((), ("lentil",)):
            options = options_for(slot(), ANYBODY, WISHES._replace(likes=likes), TABLE)
            places.append(sum(any("lentil" in food.name for food in one.foods) for one in options))
        assert places[1] > places[0]


class TestBasket:
    """What the week buys anyway."""

    def test_adds_to_no_plate_what_nothing_else_is_bought_for(self):
        """Where a week is planned no snack holds a food of choice that no dish of it has."""
        basket = basket_of(WEEK, ANYBODY, TABLE)
        for kind in ("snack", "after", "pre-sleep"):
            feeding = Feeding(720.0, 30.0, kind)
            for one in options_for(Slot(feeding, LUNCH), ANYBODY, WEEK, TABLE):
                first = 0
                for dish in one.variants:
                    steps = one.steps[first : first + len(dish.foods)]
                    first += len(dish.foods)
                    assert not steps[list(left_away(dish, basket))].any()

    def test_buys_little_for_a_bite_of_its_own(self):
        """Of two bites that fit as well the one that is bought anyway comes first."""
        new = [0.0, 0.0]
        # In a week that happens to buy the plainest bites both come to one.
        for week in range(4):
            turn = WEEK.turn + 7 * week
            planned, unplanned = (one._replace(turn=turn) for one in (WEEK, WISHES))
            basket = basket_of(planned, ANYBODY, TABLE)
            for place, wishes in enumerate((planned, unplanned)):
                found = options_for(snack_before(), ANYBODY, wishes, TABLE)
                new[place] += sum(basket_cost(one.variants[0], basket) for one in found)
        assert new[0] < new[1]


class TestSnacks:
    """Food before and during a session."""

    def test_keeps_to_what_sits_well(self):
        """An hour before: the dose within its ceilings of protein, fat and fibre."""
        options = options_for(snack_before(), ANYBODY, WISHES, TABLE)
        assert len(options) > 5
        for one in options:
            protein, carbohydrate, fat, fibre = one.held[:4].tolist()
            assert carbohydrate - fibre == pytest.approx(40.0, abs=14.0)
            assert fat <= 5.0
            assert fibre <= 4.0
            assert protein <= 6.0

    def test_is_locked_and_banned_like_a_meal(self):
        """A dish that is set is the only one; one that was exchanged is gone."""
        first = ids(options_for(snack_before(), ANYBODY, WISHES, TABLE))
        locked = options_for(snack_before(locked=first[2]), ANYBODY, WISHES, TABLE)
        assert ids(locked) == [first[2]]
        banned = options_for(snack_before(banned=(first[0],)), ANYBODY, WISHES, TABLE)
        assert first[0] not in ids(banned)

    def test_eats_by_the_hour_on_the_move(self):
        """On a three-hour run up to three portions of a food are eaten, on a short one one."""
        for hours in (1.0, 2.5):
            want = Want(0.0, 60.0 * hours, 0.0, is_dose=True, most_drink_ml=500.0 * hours)
            feeding = Feeding(600.0, 60.0 * hours, "during")
            options = options_for(Slot(feeding, want), ANYBODY, WISHES, TABLE)
            assert options
            limit = np.ceil(hours)
            for one in options:
                for food, n in zip(one.foods, one.steps.tolist(), strict=True):
                    assert n * food.portion.step <= limit * food.portion.most + 1e-9
            best = options[0].held
            assert best[1] - best[3] == pytest.approx(want.carbohydrate_g, rel=0.1)
            assert best[4] <= want.most_drink_ml

"""A day's choice: what a day costs, the best of all menus found by counting, and last touches."""

from itertools import product

import numpy as np
import pytest
from exact import day_cost
from hypothesis import given, settings
from hypothesis import strategies as st
from people import aims, option, row

from fuelcalc.pantry import BUNDLED
from fuelcalc.planning.menu.aims import most_costs
from fuelcalc.planning.menu.counts import COLUMNS, ENERGY, PLACE, PROTEIN
from fuelcalc.planning.menu.option import judged
from fuelcalc.planning.menu.search import Touches, best_day, clashing, is_off, is_over, polished
from fuelcalc.planning.menu.tolerances import Want


def test_judges_a_dose_without_its_fibre():
    """22.84 g carbohydrate with 2.6 g fibre are 20.24 g of a dose, and nothing is overwritten."""
    held = row(carbohydrate_g=22.84, fibre_g=2.6)
    assert judged(held, Want(0.0, 20.0, 0.0, is_dose=True))[1] == pytest.approx(20.24)
    assert judged(held, Want(0.0, 20.0, 0.0))[1] == pytest.approx(22.84)
    assert held[1] == pytest.approx(22.84)


grams = st.tuples(st.floats(0.0, 40.0), st.floats(0.0, 120.0), st.floats(0.0, 30.0))
menus = st.lists(
    st.lists(st.tuples(grams, st.floats(-3.0, 5.0)), min_size=1, max_size=4), min_size=1, max_size=3
)


@settings(max_examples=150)
@given(
    offered=menus,
    targets=st.lists(
        st.tuples(st.floats(4.0, 40.0), st.floats(0.0, 120.0), st.floats(0.0, 30.0)),
        min_size=3,
        max_size=3,
    ),
)
def test_finds_the_best_of_all_menus(offered, targets):
    """With up to four dishes at up to three feedings no other menu costs less."""
    wants = [Want(*macros) for macros in targets[: len(offered)]]
    day = aims(wants)
    options = [
        [
            option(f"dish-{feeding}-{number}", [macros], taste=taste)
            for number, (macros, taste) in enumerate(choices)
        ]
        for feeding, choices in enumerate(offered)
    ]
    best = min(day_cost(menu, wants, day) for menu in product(*options))
    assert day_cost(best_day(options, wants, day), wants, day) == pytest.approx(best, abs=1e-6)


def test_serves_no_dish_twice_where_there_is_another():
    """The same dish at two feedings gives way to one that fits a little worse."""
    wants = [Want(20.0, 60.0, 15.0)] * 2
    same, other = [(20.0, 60.0, 15.0)], [(21.0, 61.0, 15.0)]
    menu = best_day(
        [[option("stew", same), option("curry", other)], [option("stew", same)]], wants, aims(wants)
    )
    assert [one.variants[0].dish.dish_id for one in menu] == ["curry", "stew"]


def test_varies_the_sides():
    """The same side twice gives way to another that costs the same."""
    wants = [Want(20.0, 60.0, 15.0)] * 2
    holds = [(20.0, 60.0, 15.0)]
    menu = best_day(
        [
            [option("stew", holds, side="bread"), option("stew", holds, side="salad")],
            [option("curry", holds, side="bread")],
        ],
        wants,
        aims(wants),
    )
    assert [one.variants[1].dish.dish_id for one in menu] == ["salad", "bread"]


def test_makes_up_for_one_feeding_at_another():
    """A breakfast that can only be large is answered by the smaller dinner."""
    wants = [Want(20.0, 100.0, 15.0), Want(20.0, 100.0, 15.0)]
    large, small, exact = [(20.0, 109.0, 15.0)], [(20.0, 92.0, 15.0)], [(20.0, 108.0, 15.0)]
    menu = best_day(
        [[option("pancakes", large)], [option("pasta", exact), option("soup", small)]],
        wants,
        aims(wants),
    )
    assert menu[1].variants[0].dish.dish_id == "soup"


class TestIsOver:
    """What no day should pass: its protein, a scoop of powder, four eggs."""

    stew, curry = option("stew", [(30.0, 60.0, 15.0)]), option("curry", [(30.0, 60.0, 15.0)])

    def test_takes_what_is_within(self):
        """Two meals at the day's ceilings pass none."""
        day = aims([Want(60.0, 120.0, 30.0)], protein_g=(0.0, 60.0), scoops=(0.0, 1.0))
        assert not is_over([self.stew, self.curry], day)
        assert not is_over([], day)

    @pytest.mark.parametrize(
        ("name", "most"), [("protein_g", 59.9), ("scoops", 1.0), ("eggs", 1.9)]
    )
    def test_names_what_is_over_a_ceiling(self, name, most):
        """A tenth of a gram of protein too much, a scoop or an egg at each of two feedings."""
        with_both = self.stew.unit.copy()
        with_both[0, [PLACE["scoops"], PLACE["eggs"]]] = 1.0
        day = aims([Want(60.0, 120.0, 30.0)], **{name: (0.0, most)})
        stew, curry = (one._replace(unit=with_both) for one in (self.stew, self.curry))
        assert is_over([stew, curry], day)
        assert not is_over([stew], day)

    def test_holds_a_ceiling_of_a_guard_as_firmly(self):
        """Sodium that a condition limits may not pass, and what is only better low may."""
        day = aims([Want(60.0, 120.0, 30.0)], sodium_mg=(0.0, 2000.0))
        salty = self.stew.unit.copy()
        salty[0, PLACE["sodium_mg"]] = 2000.1
        eaten = [self.stew._replace(unit=salty)]
        assert not is_over(eaten, day)
        guarded = day._replace(most_cost=most_costs(COLUMNS, guarded=("sodium_mg",)))
        assert is_over(eaten, guarded)
        assert not is_over([self.stew], guarded)

    @pytest.mark.parametrize(("kcal", "is_so"), [(989.0, True), (991.0, False), (1011.0, True)])
    def test_tells_whose_energy_is_a_hundredth_off(self, kcal, is_so):
        """Of 1,000 kcal 10 on either side are near enough."""
        day = aims([Want(0.0, 250.0, 0.0)])
        unit = self.stew.unit.copy()
        unit[0, ENERGY] = kcal
        assert is_off([self.stew._replace(unit=unit)], day) is is_so

    def test_counts_no_scoop_of_a_shake_after_training(self):
        """What is drunk after training has a scoop of its own."""
        unit = self.stew.unit.copy()
        unit[0, PLACE["scoops"]] = 1.0
        shake = self.stew._replace(unit=unit)
        day = aims([Want(60.0, 120.0, 30.0)], scoops=(0.0, 1.0))
        assert is_over([shake, shake], day)
        assert not is_over([shake, shake.with_powder_apart()], day)
        assert shake.held[PLACE["scoops"]] == 1.0


class TestHeldFirmly:
    """Ceilings that nothing passes for the sake of something else."""

    def test_costs_more_to_pass_by_a_hair_than_all_of_a_day(self):
        """A hundredth of a gram of protein over costs more than the whole day that was worth 40."""
        day = aims([Want(60.0, 120.0, 30.0)], protein_g=(0.0, 60.0), fibre_g=(0.0, 30.0))
        firm = day.held_firmly(40.0)
        least_over = row(protein_g=60.01, carbohydrate_g=120.0, fat_g=30.0)
        assert float(firm.cost(least_over)) > 40.0 > float(day.cost(least_over))

    def test_leaves_other_ceilings_at_their_price(self):
        """Fibre costs what it did, and so does a scoop that nobody limits."""
        day = aims([Want(60.0, 120.0, 30.0)], protein_g=(0.0, 60.0), fibre_g=(0.0, 30.0))
        much = row(protein_g=60.0, carbohydrate_g=120.0, fat_g=30.0, fibre_g=45.0, scoops=3.0)
        assert float(day.held_firmly(40.0).cost(much)) == pytest.approx(float(day.cost(much)))


class TestClashing:
    """Which plates of a day do not go together."""

    stew, curry = option("stew", [(30.0, 60.0, 15.0)]), option("curry", [(30.0, 60.0, 15.0)])

    def test_takes_two_dishes_of_foods_of_their_own(self):
        """Two meals of other foods go together, and so does none."""
        assert clashing([self.stew, self.curry]) == frozenset()
        assert clashing([]) == frozenset()

    def test_names_one_main_food_twice(self):
        """The food that brings most protein to two meals is one; beside it, it may come again."""
        soup = option("soup", [(5.0, 10.0, 5.0)])
        other = self.curry._replace(foods=self.stew.foods)
        assert clashing([self.stew, soup, other]) == {0, 2}
        rice = option("rice", [(5.0, 60.0, 1.0), (30.0, 0.0, 5.0)])
        beside = rice._replace(foods=(self.stew.foods[0], rice.foods[1]))
        assert clashing([self.stew, beside]) == frozenset()

    def test_counts_a_side_as_a_dish(self):
        """A glass of milk beside lunch and one beside dinner are one thing twice."""
        lunch = option("stew", [(30.0, 60.0, 15.0)], side="milk")
        dinner = option("curry", [(30.0, 60.0, 15.0)], side="milk")
        assert clashing([lunch, dinner]) == {0, 1}
        assert clashing([lunch, option("curry", [(30.0, 60.0, 15.0)], side="juice")]) == frozenset()

    def test_counts_fruit_and_starch(self):
        """Bananas may come twice and rice three times, before other dishes are looked for."""

        def plates(name, times):
            food = BUNDLED.food(name)
            return [
                option(f"dish-{n}", [(9.0, 1.0, 1.0), (1.0, 20.0, 0.0)]) for n in range(times)
            ], food

        for name, enough in (("banana", 2), ("rice-cake", 3)):
            found, food = plates(name, enough + 1)
            day = [one._replace(foods=(one.foods[0], food)) for one in found]
            assert clashing(day[:-1]) == frozenset()
            assert clashing(day) == set(range(enough + 1))
            none = day[0]._replace(steps=np.array([1, 0]))
            assert clashing([none, *day[1:]]) == frozenset()


def test_takes_the_dish_that_is_better_in_other_portions():
    """Rice that a third step makes right is taken before a stew that is 16 kcal short for good."""
    want = Want(30.0, 60.0, 20.0)
    stew = option("stew", [(30.0, 56.0, 20.0)])
    rice = option("rice", [(10.0, 20.0, 20.0 / 3.0)], steps=2, least=0, most=8)
    day = aims([want])
    assert day_cost([stew], [want], day) < day_cost([rice], [want], day)
    (found,) = best_day([[stew, rice]], [want], day)
    assert found.variants == rice.variants
    assert found.steps.tolist() == [3]


def test_adds_no_fruit_that_the_day_has_enough_of():
    """Where two plates hold a banana, a third has none of the one that it might have."""
    banana = BUNDLED.food("banana")
    sure = [option(f"dish-{n}", [(9.0, 30.0, 9.0), (1.0, 27.0, 0.0)]) for n in range(3)]
    day = [one._replace(foods=(one.foods[0], banana)) for one in sure]
    maybe = day[2]._replace(
        steps=np.array([1, 0]), levels=np.array([[1, 1], [0, 1]]), usual=np.array([1.0, 0.0])
    )
    wants = [Want(10.0, 57.0, 9.0)] * 3
    few = best_day([[day[0]], [maybe], [day[2]]], wants, aims(wants))
    assert few[1].steps[1] == 0
    other = maybe._replace(foods=(maybe.foods[0], BUNDLED.food("apple")))
    assert best_day([[day[0]], [other], [day[2]]], wants, aims(wants))[1].steps[1] == 1


def test_leaves_the_second_walnuts_off_a_plate():
    """A plate that may do without them does, where another has them; alone it keeps them."""
    walnuts = BUNDLED.food("walnuts")
    plain = option("dish", [(9.0, 30.0, 9.0), (0.1, 0.2, 0.5)])
    sure = plain._replace(foods=(plain.foods[0], walnuts))
    maybe = sure._replace(levels=np.array([[1, 1], [0, 1]]), usual=np.array([1.0, 1.0]))
    wants = [Want(9.1, 30.2, 9.5)] * 2
    for other, left in ((sure, 0), (plain, 1)):
        found = best_day([[maybe], [other]], wants, aims(wants))
        assert found[0].steps.tolist() == [1, left]
        assert found[1].steps.tolist() == [1, 1]


class TestPolished:
    """Portions adjusted to each other."""

    wants = (Want(20.0, 100.0, 15.0), Want(30.0, 60.0, 20.0))

    def menu(self):
        """Two dishes of two foods each, in too small portions."""
        return [
            option("rice", [(2.0, 20.0, 1.0), (6.0, 0.0, 5.0)], steps=1, least=0, most=8),
            option("eggs", [(6.0, 1.0, 5.0), (3.0, 15.0, 1.0)], steps=1, least=0, most=8),
        ]

    def test_lowers_what_a_day_costs_and_stays_in_range(self):
        """It never costs more than before, in portions within their range."""
        day = aims(self.wants)
        found = polished(self.menu(), self.wants, day)
        assert day_cost(found, self.wants, day) < day_cost(self.menu(), self.wants, day)
        for one in found:
            assert (one.levels == one.steps[:, None]).any(axis=1).all()

    def test_ends_where_no_food_moves_alone(self):
        """One step more or less of any one food makes the day no cheaper."""
        day = aims(self.wants)
        found = polished(self.menu(), self.wants, day)
        cost = day_cost(found, self.wants, day)
        for place, one in enumerate(found):
            for n, by in product(range(len(one.foods)), (-1, 1)):
                steps = one.steps.copy()
                steps[n] += by
                if steps[n] in one.levels[n]:
                    moved = [*found[:place], one._replace(steps=steps), *found[place + 1 :]]
                    assert day_cost(moved, self.wants, day) >= cost - 1e-9

    def test_never_pours_more_on_the_move_than_may_be_drunk(self):
        """Two bottles of 100 ml are all that is sweated, however much of the dose is missing."""
        want = Want(0.0, 100.0, 0.0, is_dose=True, most_drink_ml=200.0)
        bottle = option("bottle", [(0.0, 30.0, 0.0, 0.0, 100.0)], steps=1, least=0, most=8)
        (found,) = polished([bottle], [want], aims([want]))
        assert found.steps.tolist() == [2]
        # Where nobody sweats by the hour a mouthful too much is a price, and the dose is dearer.
        (found,) = polished([bottle], [want._replace(is_dose=False, is_alone=True)], aims([want]))
        assert found.steps.tolist() == [3]

    def test_leaves_what_it_was_given(self):
        """The options themselves keep their portions."""
        before = self.menu()
        polished(before, self.wants, aims(self.wants))
        assert [one.steps.tolist() for one in before] == [[1, 1], [1, 1]]

    def test_has_nothing_to_do_on_an_empty_day(self):
        """No feeding, no menu."""
        assert polished([], (), aims([Want(0.0, 0.0, 0.0)])) == []


class TestTraded:
    """Portions that two plates exchange."""

    wants = (Want(20.0, 60.0, 10.0), Want(20.0, 60.0, 10.0))

    def menu(self):
        """Beef on one plate and beans on the other; the first has too much of it."""
        return [
            option("beef", [(5.0, 0.0, 1.0), (0.0, 20.0, 1.0)], steps=7, least=0, most=8),
            option("beans", [(5.0, 0.0, 1.0), (0.0, 20.0, 1.0)], steps=1, least=0, most=8),
        ]

    def test_finds_what_no_plate_finds_alone(self):
        """Below a firm ceiling of protein, one plate gives what the other lacks."""
        free = aims(self.wants)
        most = free.most.copy()
        most[PROTEIN] = 40.0
        day = free._replace(most=most, most_cost=most_costs(COLUMNS, guarded=()))
        touches = Touches(self.wants, day.held_firmly(1000.0))
        alone, traded = touches.polished(self.menu()), touches.traded(self.menu())
        assert touches.cost(traded) <= touches.cost(alone)
        assert [one.held[PROTEIN] for one in traded] == [20.0, 20.0]
        assert [one.held[PROTEIN] for one in alone] != [20.0, 20.0]

    def test_is_polished_where_there_is_one_plate(self):
        """A single plate has nobody to trade with."""
        touches = Touches(self.wants[:1], aims(self.wants[:1]))
        (traded,), (alone,) = (how(self.menu()[:1]) for how in (touches.traded, touches.polished))
        assert traded.steps.tolist() == alone.steps.tolist()

    def test_never_touches_a_dose(self):
        """What is drunk on the move has a ceiling of its own, and trades nothing."""
        # Half of the dose is missing, and a second bottle would be more than is sweated.
        wants = (self.wants[0], Want(0.0, 60.0, 0.0, is_dose=True, most_drink_ml=100.0))
        bottle = option("bottle", [(0.0, 30.0, 0.0, 0.0, 100.0)], steps=1, least=0, most=8)
        touches = Touches(wants, aims(wants))
        assert touches.traded([self.menu()[0], bottle])[1].steps.tolist() == [1]

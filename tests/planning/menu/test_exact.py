"""A day's choice beside the cheapest day there is, which an exact solver finds."""

from itertools import product

import numpy as np
import pytest
from exact import Puzzle, call_of, exact_day, priced, served_puzzle, small_puzzle
from people import BUILD, athlete, day, lift, man, option, run

from fuelcalc.models.athlete import Goal
from fuelcalc.pantry import BUNDLED
from fuelcalc.planning.menu.counts import PLACE, PROTEIN
from fuelcalc.planning.menu.search import Touches, _clashes, best_day, too_often_cost
from fuelcalc.planning.menu.tolerances import Want

HAIR = 1e-6

# Of 60 whole days with the dishes that are served all were proved, and ours were 1.0 % dearer in
# the median, 9 of 10 within 5 %, the worst 9 %.
MOST_OF_PORTIONS = 0.09

# Three meals with four dishes each to choose from. Of the 16 such days of bench_menu ours were 9 %
# dearer in the median and the worst 20 %; these three were 3, 12 and 18 %. Beyond the worst that
# was measured, a dish has been missed that was in reach.
MOST_SHARE = 0.21

PEOPLE = {
    "woman-run-and-lift": (athlete(meals_per_day=3), day(run(), lift()), BUILD),
    "man-run-and-lift": (man(meals_per_day=3), day(run(), lift()), BUILD),
    "vegan-woman-25-km": (
        athlete(diet="vegan", meals_per_day=3),
        day(run("07:30", distance_km=25.0)),
        Goal(),
    ),
}


def puzzle(name):
    """Three meals of somebody's day, with the best four dishes of each."""
    return small_puzzle(call_of(*PEOPLE[name]).chosen)


def served(name):
    """The dishes that somebody's whole day serves, and the portions that they are served in."""
    return served_puzzle(call_of(*PEOPLE[name]).chosen)


def narrow(whole):
    """Two meals of two dishes, in which only two foods may move, by a step."""
    options = []
    for choices in whole.options[:2]:
        options.append([])
        for plate in choices[:2]:
            levels = np.repeat(plate.steps[:, None], 3, axis=1)
            for place, row in enumerate(plate.levels[:2]):
                near = sorted(set(row.tolist()), key=lambda n, at=plate.steps[place]: abs(n - at))
                near = near[:3]
                levels[place] = sorted(near + near[-1:] * (3 - len(near)))
            options[-1].append(plate._replace(levels=levels))
    return Puzzle(options, whole.wants[:2], whole.aims)


def ways(option):
    """An option in all its portions."""
    ranges = [sorted(set(row)) for row in option.levels.tolist()]
    return [option._replace(steps=np.array(steps)) for steps in product(*ranges)]


class TestExactDay:
    """The solver's programme is the menu's own cost."""

    def test_charges_any_day_what_the_menu_does(self):
        """Dishes and portions drawn by lot cost the same by both accounts."""
        found = puzzle("woman-run-and-lift")
        lot = np.random.default_rng(1)
        for _ in range(10):
            choice = [int(lot.integers(len(options))) for options in found.options]
            chosen = [options[n] for options, n in zip(found.options, choice, strict=True)]
            eaten = [
                option._replace(steps=lot.permuted(option.levels, axis=1)[:, 0])
                for option in chosen
            ]
            cost = priced(found, choice, [option.steps.tolist() for option in eaten])
            assert cost == pytest.approx(found.cost(eaten), rel=1e-9, abs=HAIR)

    @pytest.mark.parametrize("name", PEOPLE)
    def test_charges_a_whole_day_what_the_menu_does(self, name):
        """Doses, bites and ceilings of a guard are charged alike, in portions drawn by lot."""
        found, _ = served(name)
        lot = np.random.default_rng(2)
        for _ in range(5):
            eaten = [
                # What is drunk on the move has a limit that a lot knows nothing of.
                one if want.is_dose else one._replace(steps=lot.permuted(one.levels, axis=1)[:, 0])
                for (one,), want in zip(found.options, found.wants, strict=True)
            ]
            steps = [one.steps.tolist() for one in eaten]
            cost = priced(found._replace(is_held=False), [0] * len(eaten), steps)
            assert cost == pytest.approx(found.cost(eaten), rel=1e-9, abs=HAIR)

    def test_is_what_the_last_touches_choose_by(self):
        """Which of a day's best few is taken is decided by the cost that the solver minimises."""
        for found, eaten in (served("man-run-and-lift"), served("vegan-woman-25-km")):
            cost = Touches(found.wants, found.aims).cost(eaten)
            assert cost == pytest.approx(found.cost(eaten), abs=HAIR)

    def test_charges_a_fruit_too_often(self):
        """A banana is served once for nothing; at four feedings it is too often in two ways."""
        small = puzzle("woman-run-and-lift")
        plate = option("plate", [(1.0, 27.0, 0.0)], least=0, most=2)
        # A vegetable is none of what is counted.
        carrot, banana = (
            plate._replace(foods=(BUNDLED.food(name),)) for name in ("carrot", "banana")
        )
        fruit, served = map(too_often_cost, ("fruit bananas", "served bananas"))
        for times, extra in ((1, 0.0), (2, served), (4, 2.0 * fruit + 3.0 * served)):
            wants = [Want(1.0, 27.0, 0.0)] * times
            aims = small.aims._replace(macros_g=np.array([1.0, 27.0, 0.0]) * times)
            costs = []
            for one in (carrot, banana):
                day = Puzzle([[one]] * times, wants, aims)
                costs.append(priced(day, [0] * times, [[1]] * times))
                assert costs[-1] == pytest.approx(day.cost([one] * times), abs=HAIR)
                assert priced(day, [0] * times, [[0]] * times) == pytest.approx(
                    day.cost([one._replace(steps=np.array([0]))] * times), abs=HAIR
                )
            clash = np.triu(_clashes([banana] * times), k=1).sum()
            clash -= np.triu(_clashes([carrot] * times), k=1).sum()
            assert costs[1] - costs[0] == pytest.approx(extra + clash, abs=HAIR)

    def test_gives_a_part_of_a_day_all_of_its_scoops(self):
        """Three meals of a day may have the day's one scoop and its four eggs, not a share."""
        most = puzzle("woman-run-and-lift").aims.most
        assert most[[PLACE["scoops"], PLACE["eggs"]]].tolist() == [1.0, 4.0]

    def test_keeps_a_ceiling_that_no_day_should_pass(self):
        """Where ours keeps within the day's protein, a cheaper day above it is none."""
        found, ours = served("vegan-woman-25-km")
        assert found.is_held
        held = sum(one.held[PROTEIN] for one in ours)
        tight = found.aims.most.copy()
        tight[PROTEIN] = held - 1.0
        less = exact_day(found._replace(aims=found.aims._replace(most=tight))).day
        assert less is not None
        assert sum(one.held[PROTEIN] for one in less) <= held - 1.0 + HAIR

    def test_finds_what_counting_finds(self):
        """Where all days can be gone through, none is cheaper than the solver's."""
        few = narrow(puzzle("woman-run-and-lift"))
        each = [[way for option in choices for way in ways(option)] for choices in few.options]
        assert len(each[0]) * len(each[1]) > 100
        counted = min(few.cost(eaten) for eaten in product(*each))
        # The day's own cost: the solver's account of whole steps is good to its tolerance only.
        found = exact_day(few).day
        assert found is not None
        assert few.cost(found) == pytest.approx(counted, abs=HAIR)


class TestBestDay:
    """How near the search comes."""

    @pytest.mark.parametrize("name", PEOPLE)
    def test_portions_are_near_the_cheapest_and_never_below(self, name):
        """In the dishes that are served no portions of a whole day are cheaper by much."""
        found, ours = served(name)
        exact = exact_day(found)
        assert exact.day is not None
        assert found.cost(exact.day) == pytest.approx(exact.cost, abs=HAIR)
        assert exact.cost - HAIR <= found.cost(ours) <= (1.0 + MOST_OF_PORTIONS) * exact.cost

    @pytest.mark.parametrize("name", PEOPLE)
    def test_is_near_the_cheapest_and_never_below(self, name):
        """Out of the same dishes, our day costs at most so much more than the cheapest."""
        found = puzzle(name)
        exact = exact_day(found)
        assert exact.day is not None
        assert found.cost(exact.day) == pytest.approx(exact.cost, abs=HAIR)
        ours = found.cost(best_day(found.options, found.wants, found.aims))
        assert exact.cost - HAIR <= ours <= (1.0 + MOST_SHARE) * exact.cost

"""A day's choice beside the cheapest day there is, which an exact solver finds."""

from itertools import product

import numpy as np
import pytest
from exact import Puzzle, call_of, exact_day, priced, small_puzzle
from people import BUILD, athlete, day, lift, man, run

from fuelcalc.models.athlete import Goal
from fuelcalc.planning.menu.search import best_day

HAIR = 1e-6

# Of 56 such days of four diets (40 of these people's, 16 of bench_menu) the median was 3 %
# dearer than the cheapest and the worst 29 %; these three were 1, 5 and 12 %. Beyond the worst
# that was measured, a dish or a food has been missed that was in reach.
MOST_SHARE = 0.3

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


def narrow(whole):
    """Two meals of two dishes, in which only two foods may move, by a step."""
    options = []
    for choices in whole.options[:2]:
        options.append([])
        for option in choices[:2]:
            levels = np.repeat(option.steps[:, None], 3, axis=1)
            for place, row in enumerate(option.levels[:2]):
                near = sorted(set(row.tolist()), key=lambda n, at=place: abs(n - option.steps[at]))[
                    :3
                ]
                levels[place] = sorted(near + near[-1:] * (3 - len(near)))
            options[-1].append(option._replace(levels=levels))
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
    def test_is_near_the_cheapest_and_never_below(self, name):
        """Out of the same dishes, our day costs at most so much more than the cheapest."""
        found = puzzle(name)
        exact = exact_day(found)
        assert exact.day is not None
        assert found.cost(exact.day) == pytest.approx(exact.cost, abs=HAIR)
        ours = found.cost(best_day(found.options, found.wants, found.aims))
        assert exact.cost - HAIR <= ours <= (1.0 + MOST_SHARE) * exact.cost

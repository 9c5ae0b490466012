"""The cheapest of many: ties told apart by place, sums that are exact, menus that do not jitter."""

from itertools import pairwise, permutations
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from people import BUILD, athlete, dishes, man, training_day

from fuelcalc.planning.day import plan_day
from fuelcalc.planning.menu import fit, search
from fuelcalc.planning.menu.ranking import TIE, cheapest, grid, ranked, settled
from fuelcalc.planning.menu.tolerances import Want

costs = st.lists(st.floats(0.0, 1e4), min_size=1, max_size=30)


class TestCheapest:
    """The least cost, and the first of those that tie."""

    @pytest.mark.parametrize("last_bit", [1e-13, 0.0, -1e-13])
    def test_takes_the_first_of_two_that_tie(self, last_bit):
        """It does not hang on the last bit of either cost."""
        assert cheapest(np.array([5.0, 3.0, 3.0 + last_bit])) == 1

    def test_tells_apart_what_differs_by_more_than_a_tie(self):
        """Just beyond the border of a tie the smaller cost wins, wherever it stands."""
        assert cheapest(np.array([1.0 + 2.0 * TIE, 1.0])) == 1
        assert cheapest(np.array([1.0 + 0.5 * TIE, 1.0])) == 0

    def test_looks_along_the_last_axis(self):
        """Each row has a cheapest of its own, and what is forbidden is never it."""
        assert cheapest(np.array([[2.0, 1.0], [inf, 4.0]])).tolist() == [1, 1]

    @given(costs)
    def test_is_never_dearer_than_the_least_by_more_than_a_tie(self, values):
        """What a tie costs is nothing that anybody could taste."""
        assert values[cheapest(np.array(values))] <= min(values) + TIE


class TestRanked:
    """The cheapest few, in order."""

    def test_keeps_those_that_tie_in_their_order(self):
        """Last bits neither reorder them nor decide who falls off the end."""
        values = [1.0, 0.5 + 1e-13, 0.5, 0.5 - 1e-13, 0.2]
        assert ranked(np.array(values), 5).tolist() == [4, 1, 2, 3, 0]
        assert ranked(np.array(values), 2).tolist() == [4, 1]

    def test_runs_no_border_between_two_that_tie(self):
        """Rounding each cost by itself would part 0.49999 and 0.50001 billionths."""
        near = 0.5 * TIE
        assert ranked(np.array([near + 1e-13, near - 1e-13]), 2).tolist() == [0, 1]

    @given(costs)
    def test_puts_nothing_before_what_is_cheaper_by_more_than_a_tie(self, values):
        """It is a sort, but for ties, of which a chain may be as long as there are costs."""
        found = ranked(np.array(values), len(values))
        assert sorted(found.tolist()) == list(range(len(values)))
        in_order = [values[place] for place in found]
        assert all(a <= b + TIE * len(values) for a, b in pairwise(in_order))


class TestGrid:
    """Values whose sums no order of adding can change."""

    @given(st.lists(st.floats(0.0, 2000.0), min_size=4, max_size=4), st.integers(-250, 250))
    def test_sums_exactly_in_any_order(self, values, steps):
        """All 24 orders, and the linear-algebra kernel, give the same bits."""
        held = grid(np.array(values))
        sums = {sum(order) for order in permutations((steps * held).tolist())}
        sums.add(float(np.full(4, float(steps)) @ held))
        assert len(sums) == 1

    def test_is_nearer_than_anybody_weighs(self):
        """A gram moves by less than a billionth, and no ceiling stays no ceiling."""
        assert grid(np.array([0.1, inf])) == pytest.approx([0.1, inf], abs=1e-9)


class TestSettled:
    """Figures of the plan, without the dust of their equations."""

    def test_makes_two_meals_that_want_the_same_equal(self):
        """0.1 + 0.2 is 0.3 here, and a missing ceiling stays missing."""
        assert settled(0.1 + 0.2) == settled(0.3)
        assert settled(inf) == inf
        assert settled(112.3456789) == pytest.approx(112.3456789, abs=1e-6)

    def test_settles_every_amount_of_a_want(self):
        """No amount that a feeding is held to keeps its dust."""
        dust = 1e-13
        want = Want(20.0, 80.0, 15.0, True, True, 5.0, 3.0, 9.0, 400.0)  # noqa: FBT003 - flags
        dusty = Want(*(v if isinstance(v, bool) else v + dust for v in want))
        assert dusty != want
        assert dusty.settled() == want.settled() == want


@pytest.mark.parametrize("noise", [1, 2, 3])
def test_serves_the_same_when_costs_jitter(monkeypatch, noise):
    """Costs moved by up to 1e-13, as another processor may move them, give the same dishes."""
    people = [(athlete(), None), (man(diet="vegan"), BUILD)]

    def served():
        menus = [
            plan_day(who, training_day(number), goal) for who, goal in people for number in range(7)
        ]
        return [dishes(menu) for menu in menus]

    steady = served()
    bits = np.random.default_rng(noise)

    def jittered(cost):
        return lambda *args: cost(*args) + bits.uniform(-1e-13, 1e-13, np.shape(cost(*args)))

    moved = jittered(fit.plates_cost)
    monkeypatch.setattr(fit, "plates_cost", moved)
    monkeypatch.setattr(search, "plates_cost", moved)
    monkeypatch.setattr(search.DayAims, "cost", jittered(search.DayAims.cost))
    assert served() == steady

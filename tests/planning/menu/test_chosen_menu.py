"""A whole day of dishes: the plates that go together, and what is looked at where they do not."""

from itertools import product

import numpy as np
import pytest
from exact import day_cost
from slots import ANYBODY, NOBODY, TABLE, WEEK, WISHES, ids, slot, snack_before

from fuelcalc.pantry import Limits
from fuelcalc.planning.menu.aims import DayAims, least_costs, most_costs
from fuelcalc.planning.menu.choice import chosen_menu, options_for
from fuelcalc.planning.menu.counts import COLUMNS, ENERGY, PROTEIN
from fuelcalc.planning.menu.search import (
    best_day,
    clashing,
    is_off,
    is_over,
    polished,
)
from fuelcalc.planning.menu.tolerances import Want


class TestDays:
    """A whole day."""

    def aims(self, slots):
        """What some feedings come to, without references."""
        n = len(COLUMNS)
        macros = np.array([one.want.macros_g for one in slots]).sum(axis=0)
        return DayAims(macros, np.zeros(n), least_costs(COLUMNS), np.full(n, np.inf))

    def test_has_an_option_for_every_feeding_that_can_be_filled(self):
        """A feeding that nothing may fill stays empty in its place, the others do not."""
        slots = [slot(), slot("dinner", locked="no-such-dish"), snack_before()]
        menu = chosen_menu(slots, self.aims(slots), ANYBODY, WISHES, TABLE, kept={})
        assert [one is None for one in menu] == [False, True, False]

    def test_is_empty_where_nothing_is_allowed(self):
        """No option anywhere is a menu of nothing."""
        slots = [slot(), snack_before()]
        assert chosen_menu(slots, self.aims(slots), NOBODY, WISHES, TABLE, kept={}) == [None, None]

    def test_serves_different_dishes(self):
        """Lunch and dinner with the same targets are two dishes."""
        slots = [slot(), slot("dinner")]
        menu = chosen_menu(slots, self.aims(slots), ANYBODY, WISHES, TABLE, kept={})
        assert len(set(ids(menu))) == 2

    @pytest.mark.parametrize("turn", [1, 2, 3, 4, 5, 6, 7])
    def test_f34_serves_one_main_food_once(self, turn):
        """Two feedings that the week has one dish for are not both served what it is made of."""
        week = WEEK._replace(turn=turn)
        slots = [slot(), slot()]
        menu = chosen_menu(slots, self.aims(slots), ANYBODY, week, TABLE, kept={})
        assert not is_over(menu, self.aims(slots))
        assert not clashing(menu)

    @pytest.mark.no_cover
    def test_keeps_the_dishes_where_other_portions_of_them_cost_little(self):
        """
        Under a ceiling of protein smaller portions come first, unless a plate would give way.

        Where the day's energy is a hundredth off more plates are looked at as well. What they
        cost is summed by the solver's own account of a day.
        """
        kept, others = [], []
        for turn, less in product(range(1, 22), (0.99, 0.95, 0.9, 0.8, 0.7)):
            week = WEEK._replace(turn=turn)
            slots = [slot(), slot("dinner")]
            wants = [one.want for one in slots]
            free = self.aims(slots)
            offered = [options_for(one, ANYBODY, week, TABLE) for one in slots]
            planned = best_day(offered, wants, free)
            most = free.most.copy()
            most[PROTEIN] = less * sum(float(one.held[PROTEIN]) for one in planned)
            tight = free._replace(most=most, most_cost=most_costs(COLUMNS, guarded=()))
            day = best_day(offered, wants, tight)
            if not is_over(day, tight):
                continue
            firm = polished(day, wants, tight.held_firmly(day_cost(day, wants, tight)))
            dearer = day_cost(firm, wants, tight) - day_cost(day, wants, tight)
            menu = chosen_menu(slots, tight, ANYBODY, week, TABLE, kept={})
            if is_over(firm, tight) or (dearer <= 2.5 and is_off(firm, tight)):
                continue
            kept.append(dearer <= 2.5)
            if kept[-1]:
                assert [one.steps.tolist() for one in menu] == [one.steps.tolist() for one in firm]
                assert ids(menu) == ids(firm)
            else:
                # More is looked at, and a plate of it taken where that is nearer; what would go
                # hungry within the ceiling passes it.
                assert not is_over(menu, tight) or is_off(firm, tight)
                others.append(ids(menu) != ids(firm))
        assert set(kept) == {True, False}
        assert any(others)

    def test_passes_a_ceiling_of_ours_before_it_goes_hungry(self):
        """One that a guard sets stands, whatever it costs of the energy."""
        ours, guarded = [], []
        for turn in range(1, 8):
            week = WEEK._replace(turn=turn)
            slots = [slot(), slot("dinner")]
            free = self.aims(slots)
            most = free.most.copy()
            planned = chosen_menu(slots, free, ANYBODY, week, TABLE, kept={})
            most[PROTEIN] = 0.6 * sum(float(one.held[PROTEIN]) for one in planned)
            for guards, found in (((), ours), (("sodium_mg",), ours), (("protein_g",), guarded)):
                costs = most_costs(COLUMNS, guarded=guards)
                tight = free._replace(most=most, most_cost=costs)
                menu = chosen_menu(slots, tight, ANYBODY, week, TABLE, kept={})
                held_kcal = sum(float(one.held[ENERGY]) for one in menu)
                is_short = held_kcal < tight.bands[-1].least
                found.append((is_over(menu, tight), is_short))
        assert (True, False) in ours
        assert (True, True) not in ours
        assert (False, True) in guarded
        assert (True, False) not in guarded

    def test_looks_further_where_the_planned_dishes_hold_too_much_protein(self):
        """With a ceiling a little below what the planned plates hold, others are served."""
        slots = [slot(), slot("dinner")]
        free = self.aims(slots)
        planned = chosen_menu(slots, free, ANYBODY, WEEK, TABLE, kept={})
        held_g = sum(float(one.held[0]) for one in planned)
        most = free.most.copy()
        most[0] = held_g - 1.0
        menu = chosen_menu(slots, free._replace(most=most), ANYBODY, WEEK, TABLE, kept={})
        assert sum(float(one.held[0]) for one in menu) <= held_g - 1.0

    def test_looks_further_where_the_planned_dishes_hold_too_little_protein(self):
        """Where a day's own dishes are over 5 % short others are served, if they hold more."""
        vegan, more_g = Limits.of(diet="vegan"), []
        for turn in range(1, 15):
            week = WEEK._replace(turn=turn)
            slots = [slot(want=Want(45.0, 80.0, 22.0)), slot("dinner", Want(45.0, 80.0, 22.0))]
            aims = self.aims(slots)
            offered = [options_for(one, vegan, week, TABLE) for one in slots]
            planned = best_day(offered, [one.want for one in slots], aims)
            energy = sum(float(one.held[ENERGY]) for one in planned)
            held_g = sum(float(one.held[PROTEIN]) for one in planned)
            # Neither their energy nor what they share is a reason.
            if abs(energy / aims.energy_kcal - 1.0) > 0.01 or clashing(planned):
                continue
            menu = chosen_menu(slots, aims, vegan, week, TABLE, kept={})
            if held_g < 0.95 * 90.0:
                more_g.append(sum(float(one.held[PROTEIN]) for one in menu) - held_g)
            else:
                assert ids(menu) == ids(planned)
        assert min(more_g) >= 0.0
        assert max(more_g) > 0.0

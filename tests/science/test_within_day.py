"""Energy across the hours: by hand, by law, and by the shape of a published curve."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcalc.science.within_day import (
    LIMIT_KCAL,
    STEP_MIN,
    STEPS,
    Costs,
    Flow,
    by_step_kcal,
    digested_share,
    running_balance_kcal,
    spent_by_step_kcal,
    time_below_h,
)

DAY_MIN = STEP_MIN * STEPS
FLOWS = st.builds(
    Flow,
    st.floats(0.0, 3000.0),
    st.floats(0.0, 2.0 * DAY_MIN),
    st.one_of(st.just(0.0), st.floats(1.0, 1200.0)),
)


def reed_and_hill_kj_per_h(hours):
    """The curve as Reed & Hill (1996) print it: 175.9 T exp(-T / 1.3), T in hours."""
    return 175.9 * hours * math.exp(-hours / 1.3)


class TestDigestedShare:
    """When a meal's cost of digestion is spent."""

    def test_follows_the_published_rate(self):
        """Its growth is the printed curve over six hours, summed by quarter-minutes."""
        steps = 1440
        width = 6.0 / steps
        rates = [reed_and_hill_kj_per_h((k + 0.5) * width) * width for k in range(steps)]
        for hours in (0.5, 1.3, 3.0, 5.0):
            printed = sum(rates[: round(hours / width)]) / sum(rates)
            assert digested_share(hours=hours) == pytest.approx(printed, abs=1e-5)

    def test_starts_at_the_meal_and_ends_after_six_hours(self):
        """Both edges, from both sides."""
        assert digested_share(hours=-1.0) == digested_share(hours=0.0) == 0.0
        assert digested_share(hours=6.0) == digested_share(hours=7.0) == 1.0
        assert 0.999 < digested_share(hours=5.99) < 1.0

    def test_takes_arrays(self):
        """An array gives what its numbers give."""
        hours = np.array([0.0, 1.0, 6.0])
        assert digested_share(hours=hours) == pytest.approx(
            [digested_share(hours=float(one)) for one in hours]
        )


class TestByStep:
    """Flows, summed by half-hours."""

    @given(st.lists(FLOWS, max_size=6))
    def test_keeps_all_energy(self, flows):
        """Nothing is lost, whatever passes midnight."""
        total = sum(flow.energy_kcal for flow in flows)
        assert sum(by_step_kcal(flows)) == pytest.approx(total, abs=1e-6)

    def test_goes_round_midnight(self):
        """An hour from 23:45 on lies half in the last step and two after midnight."""
        steps = by_step_kcal([Flow(60.0, 1425.0, 60.0)])
        assert (steps[47], steps[0], steps[1]) == pytest.approx((15.0, 30.0, 15.0))

    def test_spreads_a_flow_evenly(self):
        """Three hours from 09:00 are a sixth in each of six half-hours; by hand."""
        steps = by_step_kcal([Flow(720.0, 540.0, 180.0)])
        assert steps[18:24] == pytest.approx([120.0] * 6)
        assert steps[:18] + steps[24:] == [0.0] * 42

    def test_puts_a_moment_where_it_is(self):
        """A sip without a length is in the step that it starts."""
        assert by_step_kcal([Flow(10.0, 30.0, 0.0)])[1] == 10.0


class TestSpent:
    """What a day costs, hour by hour."""

    def test_spreads_each_part_over_its_own_hours(self):
        """By hand: rest everywhere, daily life awake, the session at its hour."""
        day = Costs(1440.0, 480.0, 0.0, 420.0, 960.0, (Flow(600.0, 720.0, 60.0),))
        spent = spent_by_step_kcal(day, [0.0] * STEPS)
        assert spent[0] == pytest.approx(30.0)
        assert spent[14] == pytest.approx(30.0 + 15.0)
        assert spent[24] == pytest.approx(30.0 + 15.0 + 300.0)

    def test_digests_after_the_meal(self):
        """The cost of digestion falls in the twelve half-hours from the meal on."""
        eaten = [0.0] * STEPS
        eaten[24] = 700.0
        spent = spent_by_step_kcal(Costs(0.0, 0.0, 200.0, 420.0, 960.0, ()), eaten)
        assert sum(spent[24:36]) == pytest.approx(200.0)
        assert sum(spent[:24]) + sum(spent[36:]) == 0.0
        assert max(spent) in spent[25:28]

    def test_digests_evenly_where_nothing_is_eaten(self):
        """A day without any food still adds up."""
        spent = spent_by_step_kcal(Costs(0.0, 0.0, 96.0, 420.0, 960.0, ()), [0.0] * STEPS)
        assert spent == pytest.approx([2.0] * STEPS)

    @given(
        st.floats(0.0, 3000.0),
        st.floats(0.0, 2000.0),
        st.floats(0.0, 500.0),
        st.floats(0.0, 1439.0),
        st.floats(240.0, 1440.0),
        st.lists(FLOWS, max_size=3),
        st.lists(FLOWS, max_size=3),
    )
    def test_adds_up_to_the_day(self, resting, life, digestion, wake, awake, sessions, meals):  # noqa: PLR0917
        """The half-hours sum to the four parts."""
        day = Costs(resting, life, digestion, wake, awake, tuple(sessions))
        total = resting + life + digestion + sum(one.energy_kcal for one in sessions)
        spent = spent_by_step_kcal(day, by_step_kcal(meals))
        assert sum(spent) == pytest.approx(total, rel=1e-9, abs=1e-6)


class TestRunningBalance:
    """Eaten less spent since midnight, and the hours far below zero."""

    def test_agrees_with_a_day_by_hand(self):
        """
        One meal at noon, 60 kcal an hour: below -300 from 05:00 until within the meal.

        At noon the balance is -720; the half-hour of the meal brings 1,440 - 30 kcal, so that
        -300 is reached after 420 / 1,410 of it, 8.9 min: 7.149 h in all.
        """
        eaten = [0.0] * STEPS
        eaten[24] = 1440.0
        balance = running_balance_kcal(eaten, [30.0] * STEPS)
        assert balance[0] == 0.0
        assert balance[24] == pytest.approx(-720.0)
        assert balance[-1] == pytest.approx(0.0)
        assert time_below_h(balance) == pytest.approx(7.0 + 0.5 * 420.0 / 1410.0)

    def test_counts_both_stretches_of_a_day_by_hand(self):
        """
        Meals of 600 kcal at 06:30 and 840 at 21:00, 60 kcal an hour: two stretches below -300.

        From 05:00 to 90 / 570 into the half-hour of the first meal; from 180 at 07:00 it takes
        eight hours, until 15:00, and the second ends 360 / 810 into the half-hour from 21:00.
        """
        eaten = [0.0] * STEPS
        eaten[13], eaten[42] = 600.0, 840.0
        balance = running_balance_kcal(eaten, [30.0] * STEPS)
        early, late = 1.5 + 0.5 * 90.0 / 570.0, 6.0 + 0.5 * 360.0 / 810.0
        assert time_below_h(balance) == pytest.approx(early + late)

    @pytest.mark.parametrize(
        ("balance", "hours"),
        [
            ([0.0, LIMIT_KCAL], 0.0),
            ([LIMIT_KCAL, LIMIT_KCAL], 0.0),
            ([LIMIT_KCAL, LIMIT_KCAL - 1.0], 0.5),
            ([LIMIT_KCAL - 1.0, LIMIT_KCAL + 1.0], 0.25),
            ([LIMIT_KCAL + 3.0, LIMIT_KCAL - 1.0], 0.125),
        ],
    )
    def test_counts_only_what_is_below(self, balance, hours):
        """At the limit is not below it; a crossing counts from where it crosses."""
        assert time_below_h(balance) == pytest.approx(hours)

    @given(st.lists(st.floats(-2000.0, 2000.0), min_size=2, max_size=49), st.floats(0.0, 500.0))
    def test_never_shrinks_as_the_balance_sinks(self, balance, kcal):
        """A lower balance everywhere is never fewer hours, and never more than there are."""
        lower = [one - kcal for one in balance]
        assert time_below_h(balance) <= time_below_h(lower) + 1e-9
        assert time_below_h(lower) <= 0.5 * (len(balance) - 1) + 1e-9

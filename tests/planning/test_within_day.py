"""The day's energy across its hours, from costs and clock."""

import datetime as dt

import pytest

from fuelcalc import Athlete, Day, average_day, plan_day
from fuelcalc.science.sources import SOURCES

WOMAN = {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}
RUN = {"distance": "10 km", "pace": "6:00 /km", "start": "07:00"}


def within(day, **athlete):
    """The energy across a day."""
    return plan_day(Athlete.of(**{**WOMAN, **athlete}), day, menu=False).within_day


def test_puts_the_session_into_its_own_hour():
    """A run from 07:00 to 08:00 raises the cost of those two half-hours alone."""
    rest, run = within(Day()), within(Day.of(runs=[RUN]))
    more = [b - a for a, b in zip(rest.expenditure_kcal, run.expenditure_kcal, strict=True)]
    assert min(more[14:16]) > 200.0
    # What is eaten moves with the run, and digestion with it, by a few kcal a half-hour.
    assert max(map(abs, [*more[:14], *more[16:]])) < 15.0


def test_spreads_an_average_days_sessions_over_the_waking_hours():
    """Sessions without a place on the clock cost evenly from waking to sleep."""
    athlete = Athlete.of(**WOMAN, weekly_mileage="70 km")
    plan = plan_day(athlete, average_day(athlete), menu=False)
    spent = plan.within_day.expenditure_kcal
    net = sum(session.net_kcal for session in plan.energy.sessions)
    asleep = plan.energy.resting_kcal / 48.0
    assert sum(spent) == pytest.approx(plan.energy.expenditure_kcal)
    awake = (plan.energy.daily_life_kcal + net) / 32.0
    digestion = [one - asleep - awake for one in spent[13:45]]
    assert min(digestion) > -1e-9
    assert spent[2] == pytest.approx(asleep)


def test_draws_a_night_shift_round_the_clock():
    """Meals after midnight lie in the early hours, and the sums stay the day's."""
    plan = plan_day(Athlete.of(**WOMAN), Day.of(wake="16:00", sleep="08:00"), menu=False)
    eaten = plan.within_day.intake_kcal
    late = [entry for entry in plan.timeline if entry.is_feeding and entry.minute >= 1440.0]
    assert late
    assert sum(eaten[:16]) == pytest.approx(sum(entry.energy_kcal for entry in late))
    assert plan.within_day.balance_kcal[-1] == pytest.approx(plan.energy.balance_kcal, abs=1e-6)


def test_eats_earlier_and_is_less_behind():
    """A snack before a dawn run means fewer hours far behind than the same run fasted."""
    early = within(Day.of(wake="05:30", runs=[RUN]))
    fasted = within(Day.of(wake="06:58", runs=[RUN]))
    assert early.lowest_kcal > fasted.lowest_kcal


def test_says_when_it_is_lowest():
    """The lowest edge of the balance, as a time of the day."""
    found = within(Day())
    place = found.balance_kcal.index(found.lowest_kcal)
    assert found.lowest_at == dt.time(place // 2, 30 * (place % 2))


@pytest.mark.parametrize(
    "who",
    [{"age": 16}, {"conditions": ["kidney-disease"]}, {"conditions": ["diabetes-insulin"]},
     {"conditions": ["stress-fracture"]}, {"conditions": ["pregnant"]}],
    ids=str,
)  # fmt: skip
def test_is_withheld_with_what_it_is_made_from(who):
    """Any guard that hides a figure behind it hides it too, and its trace."""
    plan = plan_day(Athlete.of(**{**WOMAN, **who}), Day.of(runs=[RUN]), menu=False)
    assert plan.within_day is None
    assert not [figure for figure in plan.trace if figure.name.startswith("within_day")]


def test_is_traced_as_an_estimate():
    """The hours carry their range and source."""
    plan = plan_day(Athlete.of(**WOMAN), Day.of(runs=[RUN]), menu=False)
    figure = plan.trace[-1]
    assert figure.name == "within_day.time_below_limit_h"
    assert figure.low <= figure.value <= figure.high
    assert figure.estimate
    assert figure.source == str(SOURCES["within-day"])

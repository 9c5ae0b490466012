"""The day's energy across its hours, from costs and clock."""

from types import SimpleNamespace

import numpy as np
import pytest
from people import at

from fuelcalc import Athlete, Day, average_day, plan_day
from fuelcalc.planning.clock.feedings import Feeding, Portion
from fuelcalc.planning.clock.frame import Frame
from fuelcalc.planning.within_day import within_day_of
from fuelcalc.science import day as science
from fuelcalc.science.sources import SOURCES

WOMAN = {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}
RUN = {"distance": "10 km", "pace": "6:00 /km", "start": "07:00"}
LONG_RUN = {"distance": "36 km", "duration": "3:00:00", "start": "09:00"}
NIGHT = {"wake": "16:00", "sleep": "08:00"}


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


def by_hand(meals, *, half_range_kcal=0.0):
    """Somebody at rest who spends 60 kcal an hour, and eats half-hour meals of carbohydrate."""
    energy = science.Expenditure(
        resting_kcal=1440.0, resting_sd_share=0.0, pal=1.0, daily_life_kcal=0.0,
        digestion_kcal=0.0, net_kcal=(), net_of_rest_kcal=(), exercise_kcal=0.0,
        # 1.645 standard deviations to each side hold 90 % of a normal distribution.
        expenditure_kcal=1440.0, sd_kcal=half_range_kcal / 1.645, ffm_kg=50.0,
        safe_intake_kcal=1500.0,
    )  # fmt: skip
    return within_day_of(
        SimpleNamespace(spent=energy, frame=Frame(360.0, 1380.0), sessions=()),
        [
            Feeding(minute, 30.0, "meal", "meal", portion=Portion(carbohydrate_g=kcal / 4.0))
            for minute, kcal in meals.items()
        ],
    )


@pytest.mark.parametrize(
    ("meals", "lowest_kcal", "lowest_at"),
    [
        pytest.param({720.0: 1440.0}, -720.0, at(12), id="noon"),
        pytest.param({750.0: 1440.0}, -750.0, at(12, 30), id="half-past"),
        # -390 at 06:30, 180 at 07:00, and from there 14 hours of 60 kcal.
        pytest.param({390.0: 600.0, 1260.0: 840.0}, -660.0, at(21), id="late"),
        # -450 at 07:30, 390 at 08:00, and -420 after 13.5 hours of 60 kcal.
        pytest.param({450.0: 870.0, 1290.0: 570.0}, -450.0, at(7, 30), id="early"),
    ],
)
def test_is_lowest_as_a_meal_begins(meals, lowest_kcal, lowest_at):
    """60 kcal an hour from midnight on, less what was eaten: by hand, to the half-hour."""
    found = by_hand(meals)
    assert found.lowest_kcal == pytest.approx(lowest_kcal)
    assert found.lowest_at == lowest_at


def test_takes_the_range_of_its_hours_from_that_of_the_cost():
    """
    1,440 kcal at noon on 1,440 spent, give or take 144: 60, 54 and 66 kcal an hour, by hand.

    Eaten well are 1,440 / 17 kcal an hour from 06:00 on, so that until then nobody is behind that
    day (36 kcal ahead of it at the low end of the cost, as much behind at the high one), and
    from 06:00 on the distance grows by as much an hour, 6 more or less. Half an hour of the
    meal at noon brings 1,440 kcal less half of that.
    """
    found = by_hand({720.0: 1440.0}, half_range_kcal=144.0)

    def hours(ahead_kcal, an_hour):
        begins = 6.0 + (300.0 + ahead_kcal) / an_hour
        at_noon = 6.0 * an_hour - ahead_kcal - 300.0
        return 12.0 - begins + 0.5 * at_noon / (1440.0 - 0.5 * an_hour)

    well = 1440.0 / 17.0
    assert found.time_below_limit_h == pytest.approx(hours(0.0, well))
    assert found.time_below_limit_low_h == pytest.approx(hours(36.0, well - 6.0))
    assert found.time_below_limit_high_h == pytest.approx(hours(-36.0, well + 6.0))


def test_f27_counts_no_hour_of_a_day_eaten_well():
    """Overnight and before a dawn run everybody is behind: that alone is no failure."""
    for when in (Day(), Day.of(runs=[RUN]), Day.of(runs=[{**RUN, "start": "12:00"}])):
        found = within(when)
        assert min(found.balance_kcal) < -300.0
        assert found.time_below_limit_h < 0.25
        assert found.well_kcal[0] == 0.0
        assert found.well_kcal[-1] == pytest.approx(0.0, abs=1e-6)


def test_f27_counts_what_late_meals_and_too_little_leave_behind():
    """Two late meals, or hundreds of kcal too few, are hours behind the day eaten well."""
    late = within(Day(wake=at(6, 30)), meal_times=("16:00", "20:00"), age=34)
    usual = within(Day.of(runs=[RUN]), usual_intake="1300 kcal")
    assert late.time_below_limit_h > 2.0
    assert usual.time_below_limit_h > 2.0


@pytest.mark.parametrize(
    "day", [{}, {"runs": [RUN]}, {"runs": [LONG_RUN]}, NIGHT], ids=["rest", "run", "long", "night"]
)
def test_counts_the_hours_at_both_ends_of_the_cost(day):
    """
    The printed half-hours, their cost scaled to the printed range, walked second by second.

    Each crossing of the limit is off by half a second at most; no such day has 14 of them.
    """
    plan = plan_day(Athlete.of(**WOMAN), Day.of(**day), menu=False)
    found, energy = plan.within_day, plan.energy
    seconds = np.arange(86_400) + 0.5
    hours = []
    for kcal in (
        energy.expenditure_low_kcal, energy.expenditure_kcal, energy.expenditure_high_kcal
    ):  # fmt: skip
        spent = np.array(found.expenditure_kcal) * (kcal / energy.expenditure_kcal)
        edges = np.concatenate([[0.0], np.cumsum(np.array(found.intake_kcal) - spent)])
        edges = edges - np.minimum(found.well_kcal, 0.0)
        balance = np.interp(seconds, np.arange(49) * 1800.0, edges)
        hours.append(np.count_nonzero(balance < -300.0) / 3600.0)
    assert hours[0] <= hours[1] < hours[2]
    told = (
        found.time_below_limit_low_h, found.time_below_limit_h, found.time_below_limit_high_h
    )  # fmt: skip
    assert told == pytest.approx(hours, abs=14 * 0.5 / 3600.0)


def test_spreads_what_is_eaten_over_its_own_minutes():
    """
    What is taken during three hours from 09:00 is a sixth in each half-hour, and so on.

    The bite after it is eaten within one half-hour, and lunch in parts of two.
    """
    plan = plan_day(Athlete.of(**WOMAN), Day.of(runs=[LONG_RUN]), menu=False)
    eaten = plan.within_day.intake_kcal
    during, after = (
        next(entry for entry in plan.timeline if entry.kind == kind) for kind in ("during", "after")
    )
    assert (during.start, during.end, after.start, after.end) == (
        at(9), at(12), at(12, 15), at(12, 25)
    )  # fmt: skip
    assert during.energy_kcal > 300.0
    assert eaten[18:24] == pytest.approx([during.energy_kcal / 6.0] * 6)
    assert eaten[24] == pytest.approx(after.energy_kcal)
    lunch = next(entry for entry in plan.timeline if entry.name == "lunch")
    assert (lunch.start, lunch.end) == (at(13, 15), at(13, 45))
    assert eaten[26:28] == pytest.approx([lunch.energy_kcal / 2.0] * 2)
    assert (eaten[17], eaten[25], eaten[28]) == (0.0, 0.0, 0.0)


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

"""A week whose days eat alike."""

import datetime as dt

import pytest
from people import BUILD, athlete, day, man, reasons, run

from fuelcalc import Day, Goal, InputError, Plan, plan_day, plan_days, plan_week, render
from fuelcalc.models.week import Week

MONDAY = dt.date(2026, 11, 23)
DAYS = {
    "tuesday": {"runs": ["8 km easy 06:30"], "lifts": ["60 min heavy lower 18:00"]},
    "thursday": {"runs": ["12 km tempo 06:30"]},
    "sunday": {"runs": ["20 km long 08:00"]},
}
SMOOTH = Week.of(energy="smooth", **DAYS)


def planned(who, goal=None, week=SMOOTH, days=()):
    """A week of somebody."""
    plan = Plan(athlete=who, goal=goal or Goal(), week=week, days=days)
    return plan_week(plan, first=MONDAY, menu=False)


@pytest.mark.parametrize("goal", [Goal(), BUILD, Goal.of(balance="-150 kcal")])
@pytest.mark.parametrize("who", [athlete(), man(mass_kg=95.0, age=58.0)])
def test_eats_the_same_every_day(who, goal):
    """W1 Seven days alike above their safe intake, and the energy is that of matching the week."""
    smooth, match = planned(who, goal), planned(who, goal, Week.of(**DAYS))
    level = min(one.intake_kcal for one in smooth.energy.by_day)
    for one in smooth.days:
        assert one.energy.intake_kcal == pytest.approx(
            max(level, one.energy.safe_intake_kcal), abs=1.0
        )
    assert smooth.energy.intake_kcal == pytest.approx(match.energy.intake_kcal, abs=5.0)
    assert sum(one.energy.shared_kcal for one in smooth.days) == pytest.approx(0.0, abs=1e-6)
    protein = [one.targets.protein_g for one in smooth.days]
    assert max(protein) - min(protein) < 3.0


def test_is_never_under_safe_intake():
    """W2 A very long day keeps its safe intake, and the others share what is left."""
    week = Week.of(energy="smooth", sunday={"runs": ["45 km long in 5:30:00 06:00"]})
    found = planned(athlete(), week=week)
    for one in found.days:
        assert one.energy.intake_kcal >= one.energy.safe_intake_kcal - 1.0
    sunday = found.days[6].energy
    assert sunday.intake_kcal == pytest.approx(sunday.safe_intake_kcal, abs=1.0)
    assert found.energy.balance_kcal == pytest.approx(0.0, abs=5.0)


def test_is_what_the_day_prints():
    """The same day alone, given the days of its week."""
    plan = Plan(athlete=athlete(), week=SMOOTH)
    calendar = plan.calendar
    one = calendar.day_on(MONDAY)
    before, after = calendar.neighbours(one)
    alone = plan_day(
        plan.athlete, one, before=before, after=after, week=calendar.week_of(one), menu=False,
        energy="smooth",
    )  # fmt: skip
    assert alone == planned(plan.athlete).days[0]
    assert reasons(alone)[-1] == "shared"
    said = " ".join(render(alone).split())
    assert "more than the day costs: the days of the week eat alike" in said


def test_matches_in_a_week_with_a_race():
    """Race days, loading and what repays them keep their own energy."""
    race = Day.of(date=MONDAY + dt.timedelta(days=6), runs=["marathon race in 4:00:00 09:00"])
    found = planned(athlete(), days=(race,))
    assert all(one.energy.shared_kcal == 0.0 for one in found.days)


def test_leaves_no_deficit_where_none_may_be():
    """Who must not be in deficit eats at least what each day costs."""
    found = planned(athlete(conditions=["diabetes-insulin"]))
    for one in found.days:
        assert one.energy.intake_kcal >= one.energy.expenditure_kcal - 1.0


def test_needs_to_know_a_week():
    """A day alone has nothing to share, and says no word of it."""
    alone = plan_day(athlete(), day(run()), menu=False, energy="smooth")
    assert alone.energy.shared_kcal == 0.0
    assert alone == plan_day(athlete(), day(run()), menu=False)


def test_shares_the_calendar_week_of_dated_days():
    """Two weeks of dates are shared apart from each other."""
    dates = [MONDAY + dt.timedelta(days=place) for place in range(14)]
    days = [Day(date=date, runs=(run(),) * (date.day % 2)) for date in dates]
    days[3] = Day(date=dates[3], runs=(run(distance_km=14.0),))
    plans = plan_days(athlete(), days, menu=False, energy="smooth")
    first, second = ({round(one.energy.intake_kcal) for one in plans[at : at + 7]} for at in (0, 7))
    assert (len(first), len(second)) == (1, 1)
    assert first != second


def test_explains_what_moves():
    """The trace holds the figure with its rule, from both sides."""
    found = planned(athlete())
    for one in (found.days[0], found.days[6]):
        figure = next(each for each in one.trace if each.name == "energy.shared_kcal")
        assert figure.value == one.energy.shared_kcal
        assert figure.estimate


@pytest.mark.parametrize("distance", [24.0, 24.24])
def test_moves_little_for_a_little_more(distance):
    """A long run 1 % longer moves no day by a jump."""
    base, more = (
        planned(athlete(), week=Week.of(energy="smooth", **{**DAYS, "sunday": {"runs": [
            {"start": "08:00", "distance_km": km, "pace_s_per_km": 340.0}]}}))
        for km in (distance, 1.01 * distance)
    )  # fmt: skip
    for one, other in zip(base.energy.by_day, more.energy.by_day, strict=True):
        assert abs(other.intake_kcal - one.intake_kcal) <= 0.03 * one.intake_kcal


def test_knows_two_ways():
    """Anything else is refused in a line."""
    with pytest.raises(InputError, match='energy: "even" is unknown; choose one of: match, smooth'):
        plan_day(athlete(), Day(), energy="even")
    with pytest.raises(InputError, match='energy: "even"'):
        plan_days(athlete(), [Day()], energy="even")


def test_is_decided_for_the_whole_week():
    """A race on the Sunday before, or the Tuesday after: no day of the week gives or takes."""
    for place in (-1, 8):
        race = Day.of(
            date=MONDAY + dt.timedelta(days=place), runs=["marathon race in 4:00:00 09:00"]
        )
        found = planned(athlete(), days=(race,))
        assert [one.energy.shared_kcal for one in found.days] == [0.0] * 7
    race = Day.of(date=MONDAY + dt.timedelta(days=9), runs=["marathon race in 4:00:00 09:00"])
    assert any(one.energy.shared_kcal for one in planned(athlete(), days=(race,)).days)

"""The sessions of some days, each run costed once."""

import pytest
from people import athlete, day, lift, ride, run

from fuelcalc.models.athlete import Goal
from fuelcalc.models.calendar import Calendar
from fuelcalc.planning.day import plan_day, plan_days
from fuelcalc.planning.person import person_of
from fuelcalc.planning.sessions import training
from fuelcalc.planning.sessions.training import Training

WEEK = tuple(day(run(distance_km=float(km)), lift()) for km in range(5, 12))


@pytest.fixture
def costed(monkeypatch):
    """Every run that is costed, as often as it is."""
    runs = []
    cost = training.trained_run

    def counted(who, session, **options):
        runs.append(session)
        return cost(who, session, **options)

    monkeypatch.setattr(training, "trained_run", counted)
    return runs


def test_costs_each_run_of_a_week_once(costed):
    """Seven days with a run each are seven costings, whatever looks at its neighbours."""
    plan_days(athlete(), Calendar(days=WEEK), menu=False)
    assert len(costed) == 7


def test_costs_a_run_again_in_other_weather(costed):
    """The same run at 10 and at 30 degrees is two; on two days alike it is one."""
    hot, cold = day(run(), temperature_degc=30.0), day(run(), temperature_degc=10.0)
    found = Training(athlete())
    warm, cool = found.runs(hot)[0], found.runs(cold)[0]
    assert found.runs(hot)[0] is warm
    assert warm.needs.fluids.sweat_l > cool.needs.fluids.sweat_l
    assert len(costed) == 2


def test_charges_sessions_to_the_person():
    """Runs come first, then lifts, then the rest, each with what it adds to that person's day."""
    who = person_of(athlete(), Goal(), None)
    found = Training(athlete()).sessions(who, day(ride(), lift(), run()))
    assert [session.kind for session in found] == ["run", "lift", "other"]
    for session in found:
        hours = session.minutes / 60.0
        rest = who.resting.kcal / 24.0 * hours
        assert session.net_of_rest_kcal == pytest.approx(session.needs.gross_kcal - rest)


def test_plans_the_days_of_a_calendar_like_single_days():
    """Each day of a week is what `plan_day` makes of it, neighbours and week included."""
    found = plan_days(athlete(), WEEK, menu=False)
    for place, plan in enumerate(found):
        before = WEEK[place - 1] if place else None
        after = WEEK[place + 1] if place < len(WEEK) - 1 else None
        alone = plan_day(athlete(), WEEK[place], before=before, after=after, week=WEEK, menu=False)
        assert plan == alone
        assert plan.trace == alone.trace


def test_takes_the_week_that_a_calendar_names():
    """Two days are no week; a week beside them says what one is."""
    two = WEEK[:2]
    plain, known = (
        plan_days(athlete(), Calendar(days=two, week=week), Goal(aim="build"), menu=False)[0]
        for week in ((), WEEK)
    )
    assert "week-unknown" in [note.code for note in plain.notes]
    assert "week-unknown" not in [note.code for note in known.notes]

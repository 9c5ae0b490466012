"""The sessions of some days, each run costed once."""

from datetime import timedelta

import pytest
from people import MONDAY, athlete, day, lift, ride, run

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


def test_costs_each_lift_of_a_week_once(monkeypatch):
    """Seven days with a lift each are seven costings, since the week is one person's."""
    lifts = []
    cost = training.trained_lift

    def counted(person, session):
        lifts.append(session)
        return cost(person, session)

    monkeypatch.setattr(training, "trained_lift", counted)
    dated = [one.with_(date=MONDAY + timedelta(n)) for n, one in enumerate(WEEK)]
    plan_days(athlete(), Calendar(days=tuple(dated)), menu=False)
    assert len(lifts) == 7


def test_forgets_what_it_made_for_somebody_else():
    """A lift of a heavier body is costed for it, and again for the first."""
    light, heavy = (person_of(athlete(mass_kg=kg), Goal(), None) for kg in (62.0, 82.0))
    found = Training(athlete())
    costs = [found.sessions(who, WEEK[0])[1].net_kcal for who in (light, heavy, light)]
    assert costs[0] == costs[2] != costs[1]
    assert found.once(light, "asked", lambda: 1) == found.once(light, "asked", lambda: 2) == 1
    assert found.once(heavy, "asked", lambda: 2) == 2

"""When to eat: feedings around sessions, at meals, in gaps and before sleep."""

from dataclasses import replace
from itertools import pairwise

import pytest
from laws import broken_laws
from people import BUILD, at, athlete, day, feedings, label, lift, plan, ride, run

from fuelcalc.planning.clock.feedings import Feeding, gaps_of
from fuelcalc.planning.clock.frame import Frame
from fuelcalc.planning.sessions.run import trained_run
from fuelcalc.reports.labels import feeding_label

DAWN = day(run("06:30"), lift("18:00"))


def named(found):
    """Kind and label of each feeding, in order."""
    return [(entry.kind, label(entry)) for entry in feedings(found)]


def kinds(found):
    """The kinds of a plan's feedings, in order."""
    return [entry.kind for entry in feedings(found)]


def test_r22_fuels_every_session_before_during_and_after():
    """R22: a run and a lift each have something before, during and after."""
    labels = " | ".join(label for _, label in named(plan(when=DAWN, goal=BUILD)))
    for session in ("run", "lift"):
        for moment in ("before the", "during the", "after the"):
            assert f"{moment} {session}" in labels


def test_r20_ends_the_day_with_protein_before_sleep():
    """R20: who lifts or builds eats 45 minutes before sleep; who runs to maintain need not."""
    assert feedings(plan(when=DAWN))[-1].kind == "pre-sleep"
    assert feedings(plan(when=day(), goal=BUILD))[-1].minute == 1350.0 - 45.0
    assert "pre-sleep" not in kinds(plan(when=day(run())))


def test_fills_a_long_gap_with_a_snack():
    """Two meals a day are ten hours apart, so snacks stand between them."""
    found = plan(athlete(meals_per_day=2))
    minutes = [entry.minute for entry in feedings(found)]
    assert "snack" in kinds(found)
    assert max(b - a for a, b in pairwise(minutes)) <= 320.0


def test_leaves_nobody_waiting_long_for_the_first_or_last_bite():
    """Fixed meals late in the day leave no waking stretch over five and a half hours unfed."""
    who = athlete(meal_times=[at(14), at(15, 30)])
    found = plan(who)
    edges = [390.0, *(entry.minute for entry in feedings(found)), 1350.0]
    assert max(b - a for a, b in pairwise(edges)) <= 330.0


def test_r21_gives_a_dawn_run_its_snack():
    """R21: 45 minutes after waking there is room for a small snack before the run."""
    found = plan(when=day(run("06:30")), goal=BUILD)
    first = feedings(found)[0]
    assert (first.kind, label(first)) == ("before", "before the run")
    assert at(5, 45) <= first.start < at(6, 30)
    assert first.carbohydrate_g > 15.0


@pytest.mark.parametrize(("wake", "snacks"), [("06:30", 0), ("06:22", 0), ("06:20", 1)])
def test_eats_before_the_run_only_where_there_is_time(wake, snacks):
    """Ten minutes from waking to the start are enough for a bite, eight are not."""
    found = plan(when=day(run("06:30"), wake=wake))
    assert len(feedings(found, "before")) == snacks
    assert broken_laws(found) == []


def test_shares_one_feeding_between_sessions_two_hours_apart():
    """Between two sessions two hours apart one feeding repairs the first and fuels the second."""
    found = plan(when=day(lift("07:00"), ride("10:00")))
    between = [e for e in feedings(found) if 480.0 <= e.minute < 600.0]
    assert len(between) == 1
    assert "after the lift" in label(between[0])


def test_has_two_feedings_between_sessions_three_hours_apart():
    """Three hours leave room for one feeding after and one before."""
    found = plan(when=day(lift("07:00"), run("11:00")))
    labels = [label for _, label in named(found)]
    assert any("after the lift" in label for label in labels)
    assert any("before the run" in label for label in labels)


def test_r25_treats_lift_and_run_in_a_row_as_one_block():
    """R25: with half an hour between there is a bite between them, and no meal."""
    found = plan(when=day(lift("17:00"), run("18:30")))
    between = [e for e in feedings(found) if 1080.0 <= e.minute < 1110.0]
    assert [label(e) for e in between] == ["between the lift and the run"]
    # A third of the gap to rest, a third to eat, a third before the start.
    assert (between[0].minute, between[0].minutes) == (1090.0, 10.0)


@pytest.mark.parametrize(("start", "bites"), [("18:00", 0), ("18:08", 0), ("18:12", 1)])
def test_puts_nothing_into_a_gap_of_minutes(start, bites):
    """Under ten minutes between two sessions nothing is eaten."""
    found = plan(when=day(lift("17:00"), run(start)))
    assert sum("between" in label(entry) for entry in feedings(found)) == bites
    assert broken_laws(found) == []


def test_eats_after_an_evening_session_near_bedtime():
    """A run that ends half an hour before sleep is still followed by something to eat."""
    found = plan(when=day(run("20:30"), wake="06:30", sleep="22:00"))
    assert "after the run" in label(feedings(found)[-1])
    assert broken_laws(found) == []


def test_ends_with_the_session_where_no_time_is_left():
    """A run that ends as the night begins has nothing after it."""
    found = plan(when=day(run("20:00", pace_s_per_km=360.0), wake="06:30", sleep="21:05"))
    assert kinds(found)[-1] == "during"
    assert broken_laws(found) == []


def test_plans_a_rest_day():
    """Without a session there are meals, no fuelling, and no drink on the move."""
    assert set(kinds(plan())) <= {"meal", "snack"}


@pytest.mark.parametrize(
    "when",
    [
        day(run("06:30"), run("12:00"), lift("18:00")),
        day(lift("06:00"), lift("08:00"), ride("09:30")),
        day(run("06:30"), lift("07:40"), run("08:50")),
        day(run("12:00", distance_km=50.0)),
        day(run("05:00", distance_km=80.0, pace_s_per_km=420.0), lift("15:00")),
    ],
)
def test_keeps_crowded_days_in_order(when):
    """However close the sessions, every law of the clock holds."""
    for n_meals in (2, 3, 6):
        assert broken_laws(plan(athlete(meals_per_day=n_meals), when, goal=BUILD)) == []


RUN, LIFT = (
    trained_run(athlete(), run(), temperature_degc=None),
    replace(trained_run(athlete(), run(), temperature_degc=None), kind="lift"),
)


@pytest.mark.parametrize(
    ("facts", "called", "text"),
    [
        ({"kind": "meal", "name": "lunch"}, "lunch", "lunch"),
        ({"kind": "before", "name": "lunch", "prepares": RUN}, "lunch", "lunch, before the run"),
        ({"kind": "after", "name": "lunch", "repairs": LIFT}, "lunch", "lunch, after the lift"),
        ({"kind": "after", "name": "lunch", "repairs": LIFT, "prepares": RUN},
         "lunch", "lunch, after the lift"),
        ({"kind": "after", "repairs": LIFT, "prepares": RUN},
         "after the lift", "after the lift, before the run"),
        ({"kind": "before", "prepares": RUN, "past": LIFT},
         "between the lift and the run", "between the lift and the run"),
        ({"kind": "during", "accompanies": RUN}, "during the run", "during the run"),
        ({"kind": "pre-sleep"}, "before sleep", "before sleep"),
        ({"kind": "snack"}, "snack", "snack"),
    ],
)  # fmt: skip
def test_is_called_after_its_meal_and_its_sessions(facts, called, text):
    """What a feeding is called follows from what it is; a meal names one session only."""
    name = Feeding(480.0, 30.0, **facts).feeding_name
    assert name.called == called
    assert feeding_label(name) == text


def test_tells_two_alike_apart():
    """Two feedings at one time are two, and so are two sessions of one kind."""
    assert Feeding(480.0, 30.0, "snack") != Feeding(480.0, 30.0, "snack")
    assert replace(RUN) != RUN


def test_finds_no_gap_within_another_wall():
    """What overlaps, or ends before it starts, leaves what is free and nothing twice."""
    food = [
        Feeding(420.0, 60.0, "meal"),
        Feeding(450.0, 10.0, "snack"),
        Feeding(700.0, -200.0, "after"),
    ]
    assert gaps_of(Frame(390.0, 780.0), food) == [(390.0, 420.0), (480.0, 700.0), (700.0, 780.0)]

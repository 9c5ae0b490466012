"""When to eat: feedings around sessions, at meals, in gaps and before sleep."""

from dataclasses import replace
from itertools import pairwise

import pytest
from laws import broken_laws
from people import BUILD, at, athlete, day, feedings, label, labelled, lift, plan, ride, run

from fuelcalc.planning.clock.feedings import Feeding
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


def test_r20_has_the_last_meal_hours_before_sleep():
    """R20: without training the last meal is three and a half hours before sleep."""
    meals = feedings(plan(), "meal")
    assert meals[-1].start == at(19, 0)
    assert [label(meal) for meal in meals] == ["breakfast", "lunch", "dinner"]


@pytest.mark.parametrize("n_meals", [2, 3, 4, 5, 6])
def test_has_as_many_meals_as_asked_for(n_meals):
    """On a rest day there are exactly the meals asked for, at least an hour apart."""
    meals = feedings(plan(athlete(meals_per_day=n_meals)), "meal")
    assert len(meals) == n_meals
    assert len({label(meal) for meal in meals}) == n_meals
    assert min(b.minute - a.minute for a, b in pairwise(meals)) >= 60.0


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


def test_keeps_fixed_meal_times():
    """Meals stand at their times where no session is near."""
    who = athlete(meal_times=[at(8), at(13), at(19, 30)])
    assert [meal.start for meal in feedings(plan(who), "meal")] == [at(8), at(13), at(19, 30)]


def test_moves_a_fixed_meal_behind_the_session_that_covers_it():
    """Lunch at noon during a run from 11:30 becomes the meal after it."""
    who = athlete(meal_times=[at(7), at(12), at(19)])
    found = plan(who, day(run("11:30")))
    after = labelled(found, "lunch")
    assert after.kind == "after"
    assert label(after) == "lunch, after the run"
    assert after.minute >= 690.0 + 340.0 / 6.0
    assert broken_laws(found) == []


def test_takes_usual_meals_when_every_fixed_one_is_asleep():
    """Meals at night for somebody awake by day give way to usual ones."""
    found = plan(athlete(meal_times=[at(1), at(3)]))
    assert [label(meal) for meal in feedings(found, "meal")] == ["breakfast", "lunch", "dinner"]


def test_counts_a_meal_before_waking_as_the_next_calendar_day():
    """A night worker's meal at 02:00 stands in the waking night."""
    found = plan(athlete(meal_times=[at(2), at(18)]), day(wake="16:00", sleep="08:00"))
    assert [meal.minute for meal in feedings(found, "meal")] == [1080.0, 1560.0]


def test_drops_one_of_two_fixed_meals_on_top_of_each_other():
    """Meals twenty minutes apart become one."""
    found = plan(athlete(meal_times=[at(12), at(12, 20), at(19)]))
    assert len(feedings(found, "meal")) == 2


def test_lets_a_meal_fuel_a_session_that_follows():
    """Lunch an hour and a half before a lift is the meal before it, and no snack is added."""
    who = athlete(meal_times=[at(7, 30), at(12, 30), at(19)])
    found = plan(who, day(lift("14:00")))
    assert ("before", "lunch, before the lift") in named(found)
    assert len(feedings(found, "before")) == 1


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


def test_drops_a_meal_that_no_time_is_left_for():
    """Dinner in the middle of a run that ends twenty minutes before sleep becomes a bite after."""
    who = athlete(meal_times=[at(8), at(20, 10)])
    found = plan(who, day(run("20:00", pace_s_per_km=360.0), wake="06:30", sleep="21:20"))
    labels = [label for _, label in named(found)]
    assert not [label for label in labels if "dinner" in label]
    assert labels[-1] == "after the run"


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


def test_moves_a_meal_on_when_its_place_behind_a_session_is_taken():
    """With two meals around one session the second follows two and a half hours later."""
    who = athlete(meal_times=[at(11, 40), at(12, 40), at(19)])
    found = plan(who, day(run("11:30")))
    meals = [e for e in feedings(found) if e.feeding_name.called in {"breakfast", "lunch"}]
    assert len(meals) == 2
    end = 690.0 + 340.0 / 6.0
    assert meals[1].minute == pytest.approx(end + 150.0, abs=3.0)


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


def test_moves_a_second_meal_before_a_session_behind_it():
    """One meal prepares a run; another that near comes after it."""
    found = plan(athlete(meal_times=("05:30", "06:40", "13:00")), day(run("07:30"), wake="05:00"))
    meals = [entry for entry in feedings(found) if entry.name in {"breakfast", "lunch", "dinner"}]
    assert [(entry.before, entry.after) for entry in meals[:2]] == [("run", None), (None, "run")]


def test_gives_a_meal_late_in_a_short_gap_to_the_session_ahead():
    """Half an hour before a lift a meal is the lift's, though the run ended an hour ago."""
    found = plan(athlete(meal_times=("09:00", "13:00")), day(run("07:00"), lift("09:30")))
    breakfast = next(entry for entry in feedings(found) if entry.name == "breakfast")
    assert breakfast.after == "lift"

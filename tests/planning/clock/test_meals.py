"""Where the meals stand: at their times, around sessions, later, or not at all."""

from itertools import pairwise

import pytest
from laws import broken_laws
from people import at, athlete, day, feedings, label, labelled, lift, man, plan, run


def named(found):
    """Kind and label of each feeding, in order."""
    return [(entry.kind, label(entry)) for entry in feedings(found)]


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
    """Meals twenty minutes apart across midnight become one, and the other is said."""
    night = day(wake="16:00", sleep="08:00")
    found = plan(athlete(meal_times=[at(0, 10), at(18), at(23, 50)]), night)
    assert len(feedings(found, "meal")) == 2
    (left_out,) = [note for note in found.notes if note.code == "meal-left-out"]
    assert left_out.values == {"meal": "dinner", "asked_minute": 1430.0}


def test_lets_a_meal_fuel_a_session_that_follows():
    """Lunch an hour and a half before a lift is the meal before it, and no snack is added."""
    who = athlete(meal_times=[at(7, 30), at(12, 30), at(19)])
    found = plan(who, day(lift("14:00")))
    assert ("before", "lunch, before the lift") in named(found)
    assert len(feedings(found, "before")) == 1


def test_drops_a_meal_that_no_time_is_left_for():
    """Dinner in the middle of a run that ends twenty minutes before sleep becomes a bite after."""
    who = athlete(meal_times=[at(8), at(20, 10)])
    found = plan(who, day(run("20:00", pace_s_per_km=360.0), wake="06:30", sleep="21:20"))
    labels = [label for _, label in named(found)]
    assert not [label for label in labels if "dinner" in label]
    assert labels[-1] == "after the run"


def test_moves_a_meal_on_when_its_place_behind_a_session_is_taken():
    """With two meals around one session the second follows two and a half hours later."""
    who = athlete(meal_times=[at(11, 40), at(12, 40), at(19)])
    found = plan(who, day(run("11:30")))
    meals = [e for e in feedings(found) if e.feeding_name.called in {"breakfast", "lunch"}]
    assert len(meals) == 2
    end = 690.0 + 340.0 / 6.0
    assert meals[1].minute == pytest.approx(end + 150.0, abs=3.0)


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


def test_f07_has_dinner_after_an_evening_session():
    """Intervals at 20:00: a snack at 19:00, dinner after them."""
    found = plan(when=day(run("20:00", duration_min=60.0, effort="intervals")))
    assert [e.start for e in feedings(found, "before")] == [at(19)]
    assert label(labelled(found, "dinner")) == "dinner, after the run"
    assert labelled(found, "dinner").minute >= 1275.0


def test_f58_keeps_a_dinner_that_was_asked_for_before_an_evening_session():
    """Dinner asked for at 19:00 stays there, and is held to what sits well."""
    who = athlete(meal_times=[at(7), at(13), at(19)])
    dinner = labelled(plan(who, day(run("20:00", distance_km=8.0))), "dinner")
    assert (dinner.start, dinner.before) == (at(19), "run")
    # 45 min from its end: 4 g for 70 kg, half as much again before an easy run.
    assert dinner.end == at(19, 15)
    assert dinner.fat_g <= 1.5 * 4.0 * 62.0 / 70.0 + 1e-9


@pytest.mark.parametrize(
    ("start", "minutes"), [("07:39", 15), ("07:40", 15), ("07:55", 22.5), ("08:10", 30)]
)
def test_eats_the_little_that_sits_well_in_less_time(start, minutes):
    """Breakfast of 06:25: 15 min long up to 75 min before the start, 30 from 105 on."""
    found = plan(when=day(run(start, distance_km=25.0), wake="06:00"))
    (meal,) = [entry for entry in feedings(found, "before") if entry.name == "breakfast"]
    assert meal.start == at(6, 25)
    assert meal.minutes == pytest.approx(minutes)


@pytest.mark.parametrize(("mass_kg", "height_cm"), [(45.0, 150.0), (105.0, 185.0)])
@pytest.mark.parametrize("age", [19, 75])
def test_is_no_crumb_before_a_long_run(mass_kg, height_cm, age):
    """65 min before 28 km there are 0.8 g/kg, which readers found the least for it."""
    who = athlete(mass_kg=mass_kg, height_cm=height_cm, age=age)
    found = plan(who, day(run("07:30", distance_km=28.0), wake="06:00"))
    (meal,) = [entry for entry in feedings(found, "before") if entry.name == "breakfast"]
    assert meal.carbohydrate_g >= 0.8 * mass_kg - 0.1


def test_moves_lunch_ahead_of_an_afternoon_run():
    """Lunch of 13:15 stands at 12:00 before a run at 15:00, so that it has 150 min to settle."""
    found = plan(when=day(run("15:00")))
    assert labelled(found, "lunch").start == at(12)


@pytest.mark.parametrize(
    ("minutes", "start", "kinds"),
    [
        # Of two and a half hours a bite comes at once and lunch 75 minutes after the end.
        (150.0, "10:00", [("after", "after the run", 765), ("meal", "lunch", 825)]),
        (149.0, "10:00", [("after", "lunch, after the run", 765)]),
        # Breakfast is small enough to repair, and late in the evening dinner is all there is.
        (180.0, "05:15", [("after", "breakfast, after the run", 510)]),
        (165.0, "17:15", [("after", "dinner, after the run", 1215)]),
    ],
)
def test_has_a_bite_before_the_plate_after_hours_of_running(minutes, start, kinds):
    """Nobody wants a plate on the doorstep."""
    one = run(start, distance_km=25.0, duration_min=minutes)
    found = plan(None, day(one, wake="05:00" if start == "05:15" else None))
    ended = int(start[:2]) * 60 + int(start[3:]) + minutes
    after = [each for each in feedings(found) if ended <= each.minute < ended + 80.0]
    shown = [(each.kind, label(each), 60 * each.start.hour + each.start.minute) for each in after]
    assert [(kind, name) for kind, name, _ in shown] == [(kind, name) for kind, name, _ in kinds]
    assert all(abs(at - wanted) <= 5 for (*_, at), (*_, wanted) in zip(shown, kinds, strict=True))
    assert broken_laws(found) == []


@pytest.mark.parametrize(
    ("minutes", "first"),
    [
        (224.0, "breakfast, after the run"),
        # From eleven on lunch is next, with something small before it.
        (225.0, "after the run"), (270.0, "after the run"), (330.0, "after the run"),
    ],
)  # fmt: skip
def test_has_no_breakfast_after_a_run_till_lunchtime(minutes, first):
    """Breakfast at 13:15 and lunch at 15:30 held 1,480 kcal each."""
    when = day(run("07:00", distance_km=30.0, duration_min=minutes), wake="06:10")
    found = plan(None, when)
    after = [one for one in feedings(found) if one.minute >= 420.0 + minutes and one.energy_kcal]
    named = [label(one) for one in after if one.kind != "during"]
    assert named[0] == first
    assert ("breakfast" in " ".join(named)) == (minutes < 225.0)
    assert [one for one in named if one in {"lunch", "dinner"}] == ["lunch", "dinner"]
    assert broken_laws(found) == []
    # Who has set a time for it has breakfast then.
    late = athlete(meal_times=[at(11, 30), at(14), at(19)])
    assert "breakfast" in [one.name for one in feedings(plan(late, when))]


def test_has_breakfast_soon_after_the_alarm_of_a_race():
    """A race of two hours at 09:00: alarm 05:45, breakfast 06:10, a gel 15 min before the gun."""
    found = plan(when=day(run("09:00", duration_min=120.0, effort="race")))
    assert found.wake == at(5, 45)
    before = feedings(found, "before")
    assert [entry.start for entry in before] == [at(6, 10), at(8, 45)]
    assert before[1].carbohydrate_g <= 0.35 * 62.0


def test_needs_no_gel_before_a_short_race():
    """Before a race of forty minutes breakfast is all."""
    found = plan(when=day(run("10:00", duration_min=40.0, effort="race")))
    assert len(feedings(found, "before")) == 1


@pytest.mark.parametrize("minute", range(390, 1231, 20))
def test_f08_has_a_meal_well_before_a_marathon_whenever_it_starts(minute):
    """Two grams a kilogram and more, from four hours to two before the start, and a gel after."""
    start = at(minute // 60, minute % 60)
    race = {"distance_km": 42.195, "duration_min": 225.0, "effort": "race", "pace_s_per_km": None}
    found = plan(athlete(), day(run(start, **race)))
    before = [e for e in feedings(found) if e.energy_kcal > 0.0 and e.minute < minute]
    held = sum(e.carbohydrate_g for e in before if 90.0 <= minute - e.minute <= 240.0)
    assert held >= 2.0 * 62.0
    # An alarm at 03:45 leaves time for the meal alone.
    assert before[-1].minute == minute - 15.0 or minute < 400
    assert all(b.minute - a.minute >= 90.0 for a, b in pairwise(before[:-1]))
    assert broken_laws(found) == []


def test_a_bite_will_do_before_a_short_race():
    """Before 10 km in the evening lunch stays where it is, and a snack stands an hour ahead."""
    race = {"distance_km": 10.0, "duration_min": 50.0, "effort": "race", "pace_s_per_km": None}
    found = feedings(plan(athlete(), day(run("18:30", **race))))
    ahead = [entry for entry in found if entry.minute < 1110.0]
    assert ahead[-1].minute == 1110.0 - 60.0
    assert "tea" not in {label(entry) for entry in found}


def test_calls_the_only_meal_of_an_evening_dinner():
    """After 14 hours on the road the meal at 20:15 is no lunch; times that are asked for stay."""
    ultra = day(run("06:00", distance_km=100.0, duration_min=840.0, effort="race"))
    names = [e.name for e in feedings(plan(man(mass_kg=75.0), ultra)) if e.kind == "after"]
    assert names == ["dinner"]
    noon = day(run("10:00", distance_km=20.0))
    assert [e.name for e in feedings(plan(when=noon)) if e.kind == "after"] == ["lunch"]


@pytest.mark.parametrize(
    ("wake", "start", "minutes", "dinner"),
    [
        ("04:30", "06:00", 630.0, at(20, 15)),
        ("06:30", "13:00", 250.0, at(20, 15)),
        ("06:30", "08:00", 250.0, at(19, 0)),
    ],
)
def test_leaves_time_between_the_meals_after_hours_of_running(wake, start, minutes, dinner):
    """A run till half past four has lunch at a quarter to six, and dinner two hours on."""
    found = plan(man(), day(run(start, duration_min=minutes, effort="long"), wake=wake))
    lunch, last = feedings(found, "meal")[-2:]
    assert lunch.name == "lunch"
    assert last.start == dinner
    assert last.minute - lunch.minute >= 110.0


@pytest.mark.parametrize(("n_meals", "after"), [(4, 3), (5, 4), (6, 4)])
def test_loses_no_meal_after_hours_of_running(n_meals, after):
    """With several meals to come they stand an hour apart, and none is left for the night."""
    who = athlete(meals_per_day=n_meals)
    found = plan(who, day(run("08:00", duration_min=540.0, effort="long"), wake="06:00"))
    minutes = [entry.minute for entry in feedings(found, "meal") if entry.minute > 1020.0]
    assert minutes == [1095.0 + 60.0 * n for n in range(after)]

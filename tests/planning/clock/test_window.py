"""Eating times that are asked for: kept, or the change is said (F58)."""

from itertools import pairwise

import pytest
from laws import broken_laws
from people import BUILD, at, athlete, codes, day, feedings, label, lift, plan, run

from fuelcalc.models.athlete import Goal
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.clock.frame import Frame
from fuelcalc.planning.clock.window import open_frame, within

WINDOW = {"start": "09:00", "end": "19:00"}


def note(found, code):
    """The one note of that code."""
    (told,) = [each for each in found.notes if each.code == code]
    return told


def eaten(found):
    """Every feeding but those that are taken on a session."""
    return [entry for entry in feedings(found) if entry.kind != "during"]


@pytest.mark.parametrize("who", [{}, {"sex": "male"}, {"meals_per_day": 2}, {"meals_per_day": 6}])
def test_eats_within_the_window_and_all_of_the_day(who):
    """Between 09:00 and 19:00 stands everything, and it adds up to the day."""
    found = plan(athlete(eating_window=WINDOW, **who), day(run("12:00")))
    assert all(entry.minute >= 540.0 for entry in eaten(found))
    assert all(entry.end <= at(19) for entry in food_of(found))
    assert sum(e.energy_kcal for e in feedings(found)) == pytest.approx(found.targets.energy_kcal)
    assert broken_laws(found) == []
    assert "window-refused" not in codes(found)


def test_eats_nothing_that_would_start_when_the_window_is_closed():
    """A feeding behind a session that ends after the window has less than no time left."""
    kept, gone = Feeding(300.0, 30.0, "meal"), Feeding(1050.0, -225.0, "after")
    assert within(Frame(225.0, 825.0), [kept, gone]) == [kept]


def test_keeps_no_feeding_before_sleep_when_the_window_is_closed():
    """Protein before sleep is left to a window that is open until then."""
    lifts = day(lift("15:00"))
    assert not feedings(plan(athlete(eating_window=WINDOW), lifts, goal=BUILD), "pre-sleep")
    late = {"start": "09:00", "end": "23:00"}
    assert feedings(plan(athlete(eating_window=late), lifts, goal=BUILD), "pre-sleep")


@pytest.mark.parametrize(
    ("who", "goal", "reason"),
    [
        ({"age": 17.9}, Goal(), "guard"),
        ({"conditions": ["missed-periods"]}, Goal(), "guard"),
        ({}, Goal(balance_kcal=-200.0), "deficit"),
        ({"resting_energy_kcal_per_day": 800.0}, Goal(), "availability"),
        ({"usual_intake_kcal": 1200.0}, Goal(), "availability"),
    ],
)
def test_keeps_no_window_that_would_do_harm(who, goal, reason):
    """Under 18, with a condition, with a deficit or a low availability the whole day is open."""
    found = plan(athlete(eating_window=WINDOW, **who), day(run("06:30")), goal=goal)
    assert note(found, "window-refused").values == {"reason": reason}
    plain = plan(athlete(**who), day(run("06:30")), goal=goal)
    assert found.timeline == plain.timeline


@pytest.mark.parametrize("mass_kg", [60.0, 64.0, 68.0, 75.0, 80.0])
def test_keeps_a_window_on_a_day_that_no_feedings_hold(mass_kg):
    """What finds no room is no deficit, not even by the last digit of a sum."""
    ultra = day(run("06:00", distance_km=80.0, duration_min=600.0, effort="race"))
    found = plan(athlete(sex="male", mass_kg=mass_kg, eating_window=WINDOW), ultra)
    assert "day-ends-behind" in codes(found)
    assert "window-refused" not in codes(found)


def test_keeps_a_window_from_18_on():
    """The day somebody is 18 the window is kept."""
    found = plan(athlete(eating_window=WINDOW, age=18.0))
    assert "window-refused" not in codes(found)


def test_says_which_session_the_window_leaves_without_food():
    """A run at dawn is run without breakfast, one at night ends with nothing behind it."""
    early = plan(athlete(eating_window=WINDOW), day(run("06:30")))
    assert note(early, "window-before").values == {"session": "run", "minute": 390.0}
    assert "window-after" not in codes(early)
    late = plan(athlete(eating_window=WINDOW), day(run("20:00"), sleep="23:00"))
    assert note(late, "window-after").values["session"] == "run"
    assert "window-before" not in codes(late)
    assert all(entry.end <= at(19) for entry in food_of(late))
    assert feedings(late, "during")


@pytest.mark.parametrize("km", [8.0, 10.0, 16.0, 20.0, 24.0])
def test_breaks_the_fast_when_the_window_opens(km):
    """Who ran before it eats as soon as it is open, and three meals in it."""
    found = plan(athlete(eating_window=WINDOW), day(run("06:30", distance_km=km)))
    meals = [entry for entry in feedings(found) if entry.kind != "during" and entry.energy_kcal]
    assert meals[0].start == max(at(9), meals[0].start)
    assert meals[0].minute <= 555.0
    assert len([entry for entry in meals if "snack" not in label(entry)]) == 3


def test_opens_ten_hours_where_sleep_leaves_less():
    """A window by night is ten hours of the day, which is said."""
    night = {"start": "18:00", "end": "04:30"}
    found = plan(athlete(eating_window=night))
    told = note(found, "window-widened").values
    assert told == {"minute": 750.0, "end_minute": 1350.0}
    assert all(entry.minute >= 750.0 and entry.end <= at(22, 30) for entry in food_of(found))


@pytest.mark.parametrize(
    ("frame", "start", "minutes", "opened"),
    [
        (Frame(390.0, 1350.0), 540.0, 600.0, (540.0, 1140.0)),
        (Frame(390.0, 1350.0), 300.0, 600.0, (390.0, 990.0)),
        (Frame(390.0, 1350.0), 900.0, 600.0, (750.0, 1350.0)),
        (Frame(960.0, 1920.0), 60.0, 600.0, (1320.0, 1920.0)),
        (Frame(390.0, 690.0), 540.0, 600.0, (390.0, 690.0)),
        (Frame(390.0, 1350.0), 0.0, 1439.0, (390.0, 1350.0)),
    ],
)
def test_opens_where_window_and_day_meet(frame, start, minutes, opened):
    """The window of the calendar day that meets most of waking, ten hours at the least."""
    assert open_frame(frame, start=start, minutes=minutes, least=600.0)[:2] == opened


def food_of(found):
    """The feedings that are food: a drink may stand between meals that are far apart."""
    return [entry for entry in feedings(found) if entry.energy_kcal > 0.0]


@pytest.mark.parametrize("n_meals", [2, 3, 4])
def test_leaves_snacks_out_when_asked(n_meals):
    """Without snacks there are meals and what sessions need, and the day is the same."""
    who = athlete(meals_per_day=n_meals, snacks=False)
    found = plan(who, day(run("17:00"), lift("07:00")), goal=BUILD)
    kinds = {entry.kind for entry in food_of(found)}
    assert not kinds & {"snack", "pre-sleep"}
    assert {"before", "after"} <= kinds
    assert sum(e.energy_kcal for e in feedings(found)) == pytest.approx(found.targets.energy_kcal)


def test_keeps_fixed_meals_after_a_run():
    """A run until about six leaves breakfast at 07:15, and a bite comes before it."""
    who = athlete(meal_times=[at(7, 16), at(12, 33), at(19)])
    found = plan(who, day(run("05:15", distance_km=8.0)))
    meals = [entry for entry in feedings(found) if entry.name in {"breakfast", "lunch", "dinner"}]
    assert [entry.start for entry in meals] == [at(7, 16), at(12, 33), at(19)]
    assert not {"meal-moved", "meal-left-out"} & set(codes(found))


def test_calls_a_fixed_meal_within_the_hour_the_one_that_repairs():
    """Breakfast 40 min after a run repairs it where it stands; 70 min after, a bite does."""
    who = athlete(meal_times=[at(7, 40), at(12, 30), at(19)])
    near = plan(who, day(run("06:00", pace_s_per_km=360.0), wake="05:00"))
    (breakfast,) = [entry for entry in feedings(near) if entry.name == "breakfast"]
    assert (breakfast.start, breakfast.after) == (at(7, 40), "run")
    far = plan(who, day(run("05:30", pace_s_per_km=360.0), wake="04:40"))
    (breakfast,) = [entry for entry in feedings(far) if entry.name == "breakfast"]
    assert (breakfast.start, breakfast.after) == (at(7, 40), None)
    assert [label(entry) for entry in feedings(far, "after")] == ["after the run"]


def test_says_which_meal_moved():
    """Lunch at noon in a run from 11:30 comes after it, and the note says from when to when."""
    found = plan(athlete(meal_times=[at(7), at(12), at(19)]), day(run("11:30")))
    moved = note(found, "meal-moved").values
    assert (moved["meal"], moved["asked_minute"]) == ("lunch", 720.0)
    lunch = next(entry for entry in feedings(found) if entry.name == "lunch")
    assert moved["minute"] == lunch.minute


def test_says_that_snacks_stand_between_fixed_meals():
    """Meals at 12:00 and 20:00 leave eight hours: snacks stand there, or are left out."""
    who = {"meal_times": [at(12), at(20)]}
    assert "snacks-between" in codes(plan(athlete(**who)))
    without = plan(athlete(**who, snacks=False))
    assert "snacks-between" not in codes(without)
    assert [entry.start for entry in food_of(without)] == [at(12), at(20)]
    assert "snacks-between" not in codes(plan(athlete()))


def test_uses_the_window_from_end_to_end():
    """Three meals in ten hours open and close them: nothing makes the window narrower."""
    minutes = [meal.minute for meal in feedings(plan(athlete(eating_window=WINDOW)), "meal")]
    assert minutes == [540.0, 825.0, 1110.0]
    wide = {"start": "05:00", "end": "23:30"}
    assert plan(athlete(eating_window=wide)).timeline == plan(athlete()).timeline


def test_keeps_meals_apart_in_a_window():
    """Six meals in ten hours are still an hour and more apart."""
    found = plan(athlete(eating_window=WINDOW, meals_per_day=6))
    minutes = [entry.minute for entry in feedings(found, "meal")]
    assert len(minutes) == 6
    assert min(second - first for first, second in pairwise(minutes)) >= 60.0


def test_does_not_ask_to_eat_while_the_window_is_closed():
    """A late run with a window that closed before it is not told to eat soon after it."""
    late = plan(athlete(eating_window=WINDOW), day(run("21:00")))
    assert "late-session" not in codes(late)
    assert "window-after" in codes(late)
    assert "late-session" in codes(plan(athlete(), day(run("21:00"))))
    early = plan(athlete(eating_window=WINDOW), day(run("06:30", distance_km=5.0)))
    assert "window-before" in codes(early)
    assert not {"fasted-run", "fasted-run-building"} & set(codes(early))


def test_counts_what_is_eaten_between_two_sessions_as_repair():
    """Between a run and a lift something is eaten at any hour; the window misses the lift alone."""
    found = plan(athlete(eating_window=WINDOW), day(run("18:30"), lift("20:00")))
    told = [note for note in found.notes if note.code == "window-after"]
    assert [note.values["session"] for note in told] == ["lift"]

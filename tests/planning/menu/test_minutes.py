"""How long a plate takes, and how long there is for it."""

from math import inf
from types import SimpleNamespace

import pytest
from bars import fortnight, people
from people import athlete, day, lift, plan, run

from fuelcalc.models.calendar import Calendar
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.day import plan_day
from fuelcalc.planning.menu.candidates import Wishes, slow_cost
from fuelcalc.planning.menu.minutes import (
    ahead_at,
    awake_min,
    free_min,
    hands_on_of,
    home_min,
    is_a_day_old,
    is_after_hours,
    is_in_time,
    made_within,
    minutes_of,
    when_text,
)
from fuelcalc.planning.menu.slot import Slot

NAMED = {one.dish.dish_id: one for one in BUNDLED.variants(Limits())}
MADE = {dish.dish_id: dish for dish in BUNDLED.dishes}


def plates(*ids):
    """Some dishes on one plate."""
    return tuple(NAMED[one] for one in ids)


def test_simmers_one_dish_while_another_is_stirred():
    """Goulash and a crumble of 35 minutes each are ready after 35, with 25 minutes of work."""
    both = plates("beef-potato-goulash", "apple-crumble")
    assert (minutes_of(both), hands_on_of(both)) == (35.0, 25.0)


def test_takes_no_less_than_all_of_its_work():
    """Two dishes of which each is all work take as long as both."""
    both = plates("pancakes-yogurt-blueberries", "side-fruit-salad")
    assert minutes_of(both) == sum(one.dish.minutes for one in both) == 25.0


@pytest.mark.parametrize(
    ("free", "is_ready", "told"),
    [(35.0, True, ""), (34.0, True, "Make it ahead"), (9.0, True, "M")],
)
def test_makes_ahead_what_keeps(free, is_ready, told):
    """A goulash keeps, so that it is in time always, and said to be made ahead under 35 minutes."""
    goulash = plates("beef-potato-goulash")
    assert goulash[0].dish.keeps > 0
    assert is_in_time(goulash, free) is is_ready
    assert when_text(goulash, free).startswith(told)
    assert bool(when_text(goulash, free)) is bool(told)


def test_says_to_warm_only_what_is_eaten_warm():
    """What goes to work cold is not warmed."""
    keeping = [one for one in NAMED.values() if one.dish.keeps and one.dish.minutes > 5.0]
    cold = next(one for one in keeping if one.dish.carried == "cold")
    warm = next(one for one in keeping if one.dish.carried == "warm")
    assert "warm it" not in when_text((cold,), 1.0)
    assert "warm it until it steams" in when_text((warm,), 1.0)


@pytest.mark.parametrize(
    ("dish", "lunch", "told"),
    [
        # Neither cucumber nor yogurt is warmed, and what is eaten cold is kept cold.
        ("halloumi-grain-bowl", "home", "until it steams, then add cucumber. "),
        ("zucchini-frittata", "home", "keep it in a fridge, and warm it through, or eat it cold."),
    ],
)
def test_says_how_what_is_made_ahead_is_kept(dish, lunch, told):
    """In a fridge, and warmed without what is raw of it."""
    one = day(lift("19:00"), date="2026-11-24")
    found = plan(athlete(lunch=lunch), one, menu=True, lock={"dinner": dish})
    (how,) = [entry.preparation for entry in found.timeline if entry.dish_id == dish]
    assert how.startswith("Make it ahead")
    assert told in how


def test_holds_what_is_eaten_at_once_to_the_minutes_there_are():
    """Of what does not keep each minute over costs more than the last, from 15 on; none in time."""
    fresh = plates("pancakes-yogurt-blueberries")
    assert not fresh[0].dish.keeps
    usual = Wishes(turn=7)
    assert slow_cost(fresh, usual, 15.0) == 0.0
    assert slow_cost(fresh, usual, 14.0) == pytest.approx(16.0)
    assert slow_cost(fresh, usual, 5.0) == pytest.approx(25.0)
    assert when_text(fresh, 5.0) == ""


def test_counts_the_whole_plate_against_a_wish_for_time():
    """Who has 30 minutes has none for a dish of 35 that keeps, nor for one with a slow pudding."""
    wishes = Wishes(turn=2, most_minutes=29.0)
    assert slow_cost(plates("beef-potato-goulash"), wishes, inf) == pytest.approx(21.0)
    both = plates("pancakes-yogurt-blueberries", "apple-crumble")
    assert slow_cost(both[:1], wishes, inf) == 0.0
    assert slow_cost(both, wishes, inf) == pytest.approx(21.0)


def test_has_for_a_box_what_the_evening_before_has():
    """Goulash takes 35 minutes, wherever there is no time for it at the table."""
    goulash, wishes = plates("beef-potato-goulash"), Wishes(turn=2)
    assert slow_cost(goulash, wishes, 12.0, before=35.0) == 0.0
    assert slow_cost(goulash, wishes, 12.0, before=30.0) == pytest.approx(20.0)
    assert slow_cost(goulash, wishes, 35.0, before=10.0) == 0.0


@pytest.mark.parametrize("turn", range(1, 8))
def test_leaves_to_the_evening_before_what_its_dinner_leaves(turn):
    """Of a weekday's minutes; ten always, and any time on Sunday's, or where nobody said."""
    for there_is in (30.0, 40.0):
        wishes = Wishes(turn=turn, weekday_min=there_is)
        left = wishes.evening_before_min(Limits(), BUNDLED)
        if turn in {1, 7}:
            assert left == inf
        else:
            dinner = wishes.planned_at("dinner", Limits(), BUNDLED, days_on=-1)
            assert left == max(there_is - dinner.dish.minutes, 10.0)
    assert Wishes(turn=turn).evening_before_min(Limits(), BUNDLED) == inf
    alone = Wishes(turn=turn, weekday_min=40.0, is_planned=False)
    assert alone.evening_before_min(Limits(), BUNDLED) == (inf if turn in {1, 7} else 40.0)


def test_makes_on_no_evening_what_stands_there_or_has_its_day():
    """Only what is made on the evening before has that evening's minutes."""
    goulash, pancakes = plates("beef-potato-goulash", "pancakes-yogurt-blueberries")
    slot = Slot(Feeding(780.0, 30.0, "meal", "lunch"), None, awake_min=300.0, evening_min=15.0)
    assert slot.before_min((goulash,)) == inf
    early = slot._replace(awake_min=30.0)
    assert early.before_min((goulash,)) == 15.0
    assert early._replace(yesterday=pancakes).before_min((goulash,)) == 15.0
    assert early._replace(yesterday=goulash).before_min((goulash,)) == inf
    assert slot._replace(ways=frozenset({"cold"})).before_min((goulash,)) == 15.0


def _late(found):
    """The plates of a day that are not ready in time, and not said to be made ahead."""
    ended = {entry.kind: entry.minute + entry.minutes for entry in found.timeline
             if entry.kind in {"run", "lift"}}  # fmt: skip
    wake = found.wake.hour * 60.0 + found.wake.minute
    for entry in found.timeline:
        if not entry.items or entry.kind == "during" or entry.preparation_min is None:
            continue
        free = max(entry.minute - wake, 5.0)
        gone = [end for end in ended.values() if end <= entry.minute]
        if gone:
            # From a quarter to eight in the evening on nobody begins to cook.
            quick = max(entry.minute - max(gone), 25.0) if max(gone) < 1185.0 else 15.0
            free = min(free, quick)
        is_ahead = entry.preparation.startswith(("Make it ahead", "Make the "))
        if entry.preparation_min > free and not is_ahead:
            yield entry.minute, entry.dish, entry.preparation_min, free


@pytest.mark.parametrize("place", [0, 4, 9])
def test_is_ready_in_time_on_every_day_of_a_fortnight(place):
    """No plate takes longer than there is since waking, or 25 minutes after a session."""
    who = list(people(10))[place]
    days = fortnight(place)
    calendar = Calendar(days=tuple(days))
    for one in days:
        before, after = calendar.neighbours(one)
        found = plan_day(who, one, before=before, after=after, week=days)
        said = {miss.minute for miss in found.menu.relaxed if miss.limit == "preparation-time"}
        assert not [late for late in _late(found) if late[0] not in said]


def test_counts_the_second_course_in_the_minutes_of_the_plate():
    """No plate is said to take less than its dish, nor less work."""
    for place, who in enumerate(people(6)):
        for one in fortnight(place)[:5]:
            for entry in plan_day(who, one).timeline:
                if entry.preparation_min is not None and entry.dish_id in MADE:
                    dish = MADE[entry.dish_id]
                    assert entry.preparation_min >= dish.minutes
                    assert (entry.hands_on_min or 0.0) >= dish.hands_on


def test_has_a_dinner_after_a_late_lift_that_is_soon_on_the_table():
    """A quarter of an hour at most after eight, or made ahead, on each evening of a week."""
    for start, turn in [("18:30", one) for one in range(7)] + [("19:00", one) for one in range(7)]:
        date = f"2026-12-{7 + turn:02d}"
        found = plan(athlete(), day(lift(start), date=date), menu=True)
        assert not list(_late(found))


@pytest.mark.parametrize(
    ("kind", "minutes", "since", "tired"),
    [
        ("run", 150.0, 15.0, True), ("run", 149.0, 15.0, False), ("run", 240.0, 120.0, True),
        ("run", 240.0, 121.0, False), ("lift", 240.0, 15.0, False), ("other", 240.0, 15.0, False),
    ],
)  # fmt: skip
def test_stands_at_no_stove_after_hours_of_running(kind, minutes, since, tired):
    """A bite takes five minutes and a meal a quarter of an hour, for two hours after the end."""
    ended = 540.0 + minutes
    past = SimpleNamespace(start=540.0, end=ended, minutes=minutes, kind=kind, is_race=False)
    frame = SimpleNamespace(wake=360.0, sessions=[past])
    bite = Feeding(ended + since, 10.0, "after")
    lunch = Feeding(ended + since, 30.0, "meal", "lunch")
    assert is_after_hours(lunch, frame) is tired
    assert free_min(bite, frame) == (5.0 if tired else max(since, 25.0))
    assert free_min(lunch, frame) == (15.0 if tired else max(since, 25.0))
    early = Feeding(500.0, 10.0, "snack")
    assert not is_after_hours(early, frame)
    assert awake_min(lunch, frame) == pytest.approx(180.0 + since)
    past.is_race = True
    assert awake_min(lunch, frame) == pytest.approx(since)
    assert awake_min(early, frame) == pytest.approx(140.0)


def test_says_that_a_box_for_a_shift_is_made_before_it():
    """Also where it takes no longer than there is; what is only opened needs no word."""
    box = plates("tofu-quinoa-carrot-box")
    assert box[0].dish.minutes == 12.0
    said = "Make it before the shift. "
    assert when_text(box, 720.0, ahead="before the shift", is_packed=True) == said
    assert when_text(box, 720.0, ahead="before the shift") == ""
    assert when_text(box, 720.0, ahead="the evening before", is_packed=True) == ""
    quick = tuple(one for one in NAMED.values() if one.dish.minutes == 4.0)[:1]
    assert when_text(quick, 720.0, ahead="before the shift", is_packed=True) == ""


@pytest.mark.parametrize(("ended", "free"), [(1180.0, 25.0), (1185.0, 15.0), (1230.0, 15.0)])
def test_has_a_quarter_of_an_hour_from_a_quarter_to_eight_on(ended, free):
    """Until then as long as a quick dinner, whatever is on the clock first."""
    lifted = SimpleNamespace(start=ended - 60.0, end=ended, kind="lift", is_race=False)
    frame = SimpleNamespace(wake=390.0, sessions=[lifted])
    dinner = Feeding(ended + 15.0, 30.0, "after", "dinner")
    assert free_min(dinner, frame) == free
    assert awake_min(dinner, frame) == ended + 15.0 - 390.0 - 60.0


@pytest.mark.parametrize(
    ("awake", "is_packed", "is_left", "told"),
    [
        (25.0, False, False, "the evening before"),
        (239.0, False, True, "the evening before"),
        (240.0, False, False, "earlier in the day or the evening before"),
        (720.0, False, True, "earlier in the day"),
        (400.0, True, False, "the evening before"),
        (400.0, True, True, "the evening before"),
    ],
)
def test_says_when_to_make_ahead_what_there_was_time_for(awake, is_packed, is_left, told):
    """No breakfast earlier in its day, no box either, and no pot a day before its lunch is due."""
    text = when_text(plates("beef-potato-goulash"), 5.0, ahead=ahead_at(
        awake, is_packed=is_packed, is_left=is_left
    ))  # fmt: skip
    assert text == f"Make it ahead, {told}, keep it in a fridge, and warm it until it steams. "
    assert is_a_day_old(text) is ("evening" in told)


@pytest.mark.parametrize(
    ("home", "is_left", "told"),
    [
        (35.0, False, "between work and the session"),
        (35.0, True, "between work and the session"),
        (34.0, False, "the evening before"),
        (34.0, True, "earlier in the day"),
    ],
)
def test_sends_nobody_home_from_work_to_cook(home, is_left, told):
    """Goulash takes 35 minutes at home before the session; a pot for two days gets no older."""
    text = ahead_at(720.0, home=home, is_left=is_left, takes=35.0)
    assert text == told
    assert is_a_day_old(f"Make it ahead, {text}. ") is (told == "the evening before")
    assert ahead_at(720.0, home=home, is_packed=True, takes=35.0) == "the evening before"


@pytest.mark.parametrize(
    ("start", "home"), [(1110.0, 60.0), (1050.0, 0.0), (1020.0, 0.0), (990.0, 0.0), (960.0, 120.0)]
)
def test_counts_what_is_between_work_and_a_session(start, home):
    """Half an hour after five one is home; a run that ends at five is none of the evening."""
    frame = SimpleNamespace(sessions=[SimpleNamespace(start=start, end=start + 60.0)])
    assert home_min(Feeding(1170.0, 30.0, "meal", "dinner"), frame) == home


@pytest.mark.parametrize(
    ("lunch", "turn", "wake", "is_at_work"),
    [
        ("packed", 1, 400.0, True), ("canteen", 5, 539.0, True), ("microwave", 5, 540.0, False),
        ("home", 1, 400.0, False), ("", 1, 400.0, False), ("packed", 6, 400.0, False),
    ],
)  # fmt: skip
def test_knows_who_is_at_work_by_day(lunch, turn, wake, is_at_work):
    """On weekdays, of who has lunch there and is not still in bed at nine."""
    assert Wishes(lunch=lunch, turn=turn).is_at_work(wake) is is_at_work


def test_makes_the_food_of_a_night_shift_before_it():
    """Who is up two hours has had time; it is no day older for that, and of its own day."""
    assert ahead_at(120.0, is_packed=True, is_in_shift=True) == "before the shift"
    assert ahead_at(119.0, is_packed=True, is_in_shift=True) == "the evening before"
    assert not is_a_day_old("Make it ahead, before the shift. ")
    wishes = Wishes(lunch="packed")
    assert wishes.is_in_shift(Feeding(1710.0, 30.0, "meal", "dinner"))
    assert not wishes.is_in_shift(Feeding(1140.0, 30.0, "meal", "dinner"))


def test_makes_ahead_for_a_late_dinner_when_there_is_time_for_it():
    """A goulash after an evening's lift: a worker's after work, and who is at home any time."""
    one = day(lift("19:00"), date="2026-11-24")
    told = {}
    for lunch in ("packed", "home"):
        lock = {"dinner": "beef-potato-goulash"}
        found = plan(athlete(lunch=lunch), one, menu=True, lock=lock)
        (told[lunch],) = [
            entry.preparation.partition(",")[2]
            for entry in found.timeline
            if entry.dish_id == "beef-potato-goulash"
        ]
    assert told["packed"].startswith(" between work and the session, keep it in a fridge, and warm")
    assert told["home"].startswith(" earlier in the day")


@pytest.mark.parametrize("turn", [1, 6, 7])
def test_knows_the_lunch_of_tomorrow_within_its_week(turn):
    """From Monday to Saturday; on Sunday, and where no week is planned, there is none."""
    wishes = Wishes(turn=turn)
    planned = wishes.rota(Limits(), BUNDLED).planned.get((turn, "lunch"))
    assert wishes.planned_at("lunch", Limits(), BUNDLED, days_on=1) is planned
    assert (planned is None) is (turn == 7)
    alone = wishes._replace(is_planned=False)
    assert alone.planned_at("lunch", Limits(), BUNDLED, days_on=1) is None
    assert alone.planned_at("dinner", Limits(), BUNDLED) is None
    assert wishes.planned_at("dinner", Limits(), BUNDLED) is not None


def test_knows_what_of_today_is_tomorrows_too():
    """The week's dish is, and where it has one of two days, whatever somebody sets instead."""
    goulash, pancakes = plates("beef-potato-goulash", "pancakes-yogurt-blueberries")
    slot = Slot(Feeding(1140.0, 30.0, "meal", "dinner"), None)
    assert not slot.is_left(goulash)
    assert slot._replace(tomorrow=goulash).is_left(goulash)
    assert not slot._replace(tomorrow=goulash).is_left(pancakes)
    of_two = slot._replace(tomorrow=goulash, is_for_two=True)
    assert not of_two.is_left(pancakes)
    assert of_two._replace(locked="any").is_left(pancakes)
    assert of_two._replace(banned=("any",)).is_left(pancakes)
    assert not slot._replace(tomorrow=goulash, locked="any").is_left(pancakes)


def test_makes_ahead_only_what_keeps_of_a_plate():
    """Pancakes are fresh, and the crumble after them is made before."""
    both = plates("pancakes-yogurt-blueberries", "apple-crumble")
    text = when_text(both, 15.0, ahead="the evening before")
    assert text == "Make the apple crumble ahead, the evening before. "
    assert not is_a_day_old(text)


def test_gives_an_early_runner_what_is_put_together_at_once():
    """Up at 5:40 for a run at 6:00: nothing on the plate takes more than five minutes."""
    found = plan(athlete(), day(run("06:00"), wake="05:40", date="2026-12-08"), menu=True)
    (bite,) = [one for one in found.timeline if one.kind == "before"]
    assert (bite.preparation_min or 0.0) <= 5.0


@pytest.mark.parametrize(
    ("kind", "name", "turn", "most"),
    [
        ("during", "", 1, inf),
        ("snack", "", 1, 15.0),
        ("after", "", 6, 15.0),
        ("meal", "breakfast", 1, 20.0),
        ("meal", "breakfast", 6, inf),
        ("meal", "dinner", 1, inf),
    ],
)
def test_knows_how_long_anybody_makes_something(kind, name, turn, most):
    """A snack a quarter of an hour, a weekday's breakfast twenty minutes, fuel as it likes."""
    feeding = Feeding(480.0, 30.0, kind, name)
    assert made_within(feeding, Wishes(turn=turn).weekday) == most


def test_says_when_a_dinner_is_ready_that_nothing_makes_ahead():
    """Of 25 minutes a quarter of an hour after a session; of twenty nobody minds."""
    fresh = next(one for one in NAMED.values() if one.dish.minutes == 25.0 and not one.dish.keeps)
    assert "some 25 min after" in when_text((fresh,), 25.0, 13.0)
    assert when_text((fresh,), 25.0, 40.0) == ""
    quick = next(one for one in NAMED.values() if one.dish.minutes == 20.0 and not one.dish.keeps)
    assert when_text((quick,), 25.0, 13.0) == ""

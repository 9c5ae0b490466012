"""What has to go, and what stands in the days of a plan, as edits of the week."""

from datetime import timedelta

import pytest
from people import MONDAY, athlete, day, feedings, plan

from fuelcalc import Goal, plan_day
from fuelcalc.models.calendar import Calendar
from fuelcalc.models.plan import Plan
from fuelcalc.models.week import WEEK_DAYS
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.menu.asked import wishes_for
from fuelcalc.planning.menu.candidates import unplanned
from fuelcalc.planning.menu.edits import is_eaten_again, is_lunch, locks_of_days
from fuelcalc.planning.menu.fridge import with_fridge
from fuelcalc.planning.menu.patterns import kind_of
from fuelcalc.planning.menu.pools import layout_of
from fuelcalc.planning.menu.week_dishes import is_wished
from fuelcalc.planning.week.plan import plan_week

ANYBODY = Limits()
TUESDAY = MONDAY + timedelta(1)


def dishes_at(found, meal):
    """The dishes of a plan's meals of one name."""
    return [entry.dish_id for entry in feedings(found) if entry.feeding_name.called == meal]


def edits(*days, today=MONDAY, dinners=(), limits=ANYBODY, **who):
    """The edits that a week has for what has to go on some days, seen from one of them."""
    wishes = wishes_for(athlete(**who), day(date=today), seed=0)
    return with_fridge(wishes, days, set(dinners), limits, BUNDLED).edits


@pytest.mark.parametrize("number", range(0, 84, 6))
@pytest.mark.parametrize("word", ["spinach", "tofu", "zucchini"])
def test_has_a_dinner_with_what_has_to_go(number, word):
    """Either the day has it anyway, or its dinner becomes a common dish that holds it."""
    on = MONDAY + timedelta(number)
    wishes = wishes_for(athlete(), day(date=on), seed=0)
    found = edits(day(date=on, use_up=[word]), today=on)
    planned = [
        one
        for (weekday, _), one in wishes.rota(ANYBODY, BUNDLED).planned.items()
        if weekday == on.weekday()
    ]
    if any(is_wished(one, (word,)) for one in planned):
        assert found == ()
        return
    (edit,) = found
    assert (edit.weekday, edit.meal) == (on.weekday(), "dinner")
    assert is_wished(edit.variant, (word,))
    assert edit.variant.dish.everyday < 3
    after = wishes._replace(edits=found).rota(ANYBODY, BUNDLED).planned
    assert after[on.weekday(), "dinner"] is edit.variant
    if is_eaten_again(layout_of(wishes.rules), on.weekday()) and is_lunch(
        edit.variant, wishes.rules
    ):
        assert after[on.weekday() + 1, "lunch"] is edit.variant


def test_stays_in_the_pattern_where_it_can():
    """Of dishes with spinach one of the planned kind is taken: a fish day stays one."""
    kept = 0
    for number in range(0, 84, 3):
        on = MONDAY + timedelta(number)
        planned = wishes_for(athlete(), day(date=on), seed=0).rota(ANYBODY, BUNDLED).planned
        for edit in edits(day(date=on, use_up=["spinach"]), today=on):
            kept += kind_of(edit.variant) == kind_of(planned[on.weekday(), "dinner"])
            assert edit.variant.dish.minutes <= 60.0
    assert kept >= 8


def test_takes_several_at_once_where_a_dish_does():
    """Of dinners with chickpeas or spinach, one with both comes first."""
    several = 0
    for number in range(28):
        on = MONDAY + timedelta(number)
        rota = wishes_for(athlete(), day(date=on), seed=0).rota(ANYBODY, BUNDLED)
        words = ["chickpea", "spinach"]
        if unplanned(words, rota, on.weekday()) == words:
            (edit,) = edits(day(date=on, use_up=words), today=on)
            assert all(is_wished(edit.variant, (word,)) for word in words)
            several += 1
    assert several >= 5


def test_keeps_to_the_minutes_of_a_weekday():
    """From Monday to Friday nothing takes longer than there is time; on Sunday it may."""
    quick = {"weekday_cooking_min": 15.0}
    for number in range(0, 56, 7):
        monday = MONDAY + timedelta(number)
        for edit in edits(day(date=monday, use_up=["spinach"]), today=monday, **quick):
            assert edit.variant.dish.minutes <= 15.0
    sunday = MONDAY + timedelta(6)
    assert edits(day(date=sunday, use_up=["parsnips", "lamb"]), today=sunday, **quick)


def test_leaves_what_is_set_and_what_no_dinner_holds():
    """A dinner that is set stays; other weeks and unknown words change nothing."""
    full = day(date=TUESDAY, use_up=["tofu"])
    assert edits(full)
    assert edits(full, dinners=[TUESDAY]) == ()
    assert edits(full, today=TUESDAY + timedelta(7)) == ()
    assert edits(day(date=TUESDAY, use_up=["gravel"])) == ()
    assert edits(day(use_up=["tofu"])) == ()
    assert edits(full, limits=Limits.of(avoid=["soy"])) == ()


def test_has_the_rest_for_lunch_the_day_after():
    """Tuesday knows what Monday had to use up, and eats what is left unless it holds too much."""
    rests = 0
    for week in range(4):
        monday, tuesday = MONDAY + timedelta(7 * week), TUESDAY + timedelta(7 * week)
        before = day(date=monday, use_up=["lentils", "spinach"])
        (dinner,) = dishes_at(plan(when=before, menu=True), "dinner")
        served = next(v for v in BUNDLED.variants(ANYBODY) if v.dish.dish_id == dinner)
        assert is_wished(served, ("lentil", "spinach"))
        (alone,) = dishes_at(plan(when=day(date=tuesday), menu=True), "lunch")
        (lunch,) = dishes_at(plan(when=day(date=tuesday), before=before, menu=True), "lunch")
        rests += alone != lunch == dinner
    assert rests >= 3


class TestLocksOfDays:
    """Locks that stand in the days of a plan."""

    def test_are_those_of_their_day(self):
        """Those of today by feeding, of others by date; what is asked for now comes first."""
        today = day(date=MONDAY, lock=["Dinner=a", "lunch=b"])
        tomorrow = day(date=TUESDAY, lock=["dinner=c", "lunch=d"])
        asked = {"dinner": "x", f"{TUESDAY} lunch": "y"}
        own, others = locks_of_days(asked, today, [today, tomorrow, day(lock=["dinner=z"])])
        assert own == {"dinner": "x", "lunch": "b"}
        assert others == {(TUESDAY, "dinner"): "c", (TUESDAY, "lunch"): "y"}

    def test_set_the_dinner_and_the_lunch_after(self):
        """A dinner in a plan file is that day's and the next day's lunch, in day and week."""
        days = [
            day(date=MONDAY, lock=["dinner=Lentil bolognese"]),
            day(date=TUESDAY, use_up=["tofu"]),
            *(day(date=MONDAY + timedelta(n)) for n in range(2, WEEK_DAYS)),
        ]
        who = athlete()
        week = plan_week(Plan(athlete=who, goal=Goal(), days=tuple(days)))
        assert dishes_at(week.days[0], "dinner") == ["lentil-bolognese"]
        assert dishes_at(week.days[1], "lunch") == ["lentil-bolognese"]
        calendar = Calendar(days=tuple(days))
        before, after = calendar.neighbours(days[1])
        alone = plan_day(who, days[1], before=before, after=after, week=days)
        assert alone.menu == week.days[1].menu
        assert [one.dish_id for one in alone.timeline] == [
            one.dish_id for one in week.days[1].timeline
        ]
        cooked = {one.dish_id: one for each in week.cooking for one in each.dishes}
        assert "lentil-bolognese" in cooked

"""What is made on the evening before for several mornings is told then, whole, and once."""

import datetime as dt
import json
from functools import cache

import pytest
from people import athlete, man

from fuelcalc import Plan, plan_day, plan_week, render
from fuelcalc.models.week import Week
from fuelcalc.pantry import BUNDLED
from fuelcalc.planning.menu.minutes import FRUIT, is_of_evening_before
from fuelcalc.planning.week.household import plan_household
from fuelcalc.planning.week.leftovers import kitchen_of
from fuelcalc.reports.day.page import DayPage
from fuelcalc.reports.week.page import WeekPage

MONDAY = dt.date(2026, 11, 23)
OATS = "overnight-oats-blueberry"
NAME = "overnight oats with blueberries and peanut butter"
DAYS = Week.of(**{day: {"lock": [f"breakfast={OATS}"]} for day in ("tuesday", "thursday")})
VEGETARIAN = athlete(diet="vegetarian", lunch="microwave", time_zone="Europe/Berlin")
PLAN = Plan(athlete=VEGETARIAN, week=DAYS)
MONDAYS, TUESDAYS, THURSDAYS = 0, 1, 3


def later(days):
    """So many days after Monday."""
    return MONDAY + dt.timedelta(days=days)


@cache
def week_of(plan=PLAN):
    """The week of the jars."""
    return plan_week(plan, first=MONDAY)


@cache
def alone(place, plan=PLAN):
    """One of its days by itself, and its kitchen."""
    calendar = plan.calendar
    day = calendar.day_on(later(place))
    before, after = calendar.neighbours(day)
    week = calendar.week_of(day)
    found = plan_day(plan.athlete, day, plan.goal, before=before, after=after, week=week)
    return found, kitchen_of(plan, found)


def text(page):
    """A page in one line."""
    return " ".join(render(page, "text").split())


def of_dish(dishes, dish_id=OATS):
    """Those of some dishes that are one."""
    return [one for one in dishes if one.dish_id == dish_id]


def grams_of(week, dish_id):
    """What the plates of a dish hold in a week, by the id of each food of the dish."""
    own = {part.food_id for place in BUNDLED.dish(dish_id).places for part in place}
    found = {}
    for entry in (one for day in week.days for one in day.timeline if one.dish_id == dish_id):
        for item in (one for one in entry.items if one.food_id in own):
            found[item.food_id] = found.get(item.food_id, 0.0) + item.grams
    return found


class TestOnTheEveningBefore:
    """What Monday's page tells of a jar for Tuesday and Thursday."""

    def test_knows_all_mornings_and_what_goes_in_for_all(self):
        """Each food of both plates is summed, save what is added when it is eaten."""
        week = week_of()
        (jar,) = of_dish(week.cooking[MONDAYS].tonight)
        mornings = [(one.date, one.feeding, one.apart) for one in jar.eaten]
        assert mornings == [
            (later(TUESDAYS), "breakfast", ("blueberries",)),
            (later(THURSDAYS), "breakfast", ("blueberries",)),
        ]
        held = grams_of(week, OATS)
        assert held.pop("blueberries") > 0.0
        assert {one.food_id: one.grams for one in jar.pot} == pytest.approx(held)
        assert jar.portions == 2

    @pytest.mark.parametrize("place", range(-1, 7))
    def test_is_the_same_on_a_day_by_itself(self, place):
        """No evening makes again what stands in the fridge, and none forgets a morning."""
        _, kitchen = alone(place)
        monday = MONDAY if place >= 0 else later(-7)
        said = next(
            one for one in plan_week(PLAN, first=monday).cooking if one.date == later(place)
        )
        assert (kitchen.tonight, kitchen.again) == (said.tonight, said.again)

    def test_tells_them_on_its_page(self):
        """With the amounts in all, and what is kept out of the jar."""
        (jar,) = of_dish(alone(MONDAYS)[1].tonight)
        oats_g = next(one.grams for one in jar.pot if one.food_id == "oats")
        page = text(DayPage(*alone(MONDAYS)))
        assert f"for Tuesday breakfast and Thursday breakfast: {NAME}, 5 min, in all" in page
        assert f"in all {oats_g:.0f} g oats" in page
        assert "Keep Tuesday's and Thursday's blueberries apart until then." in page

    def test_tells_portions_where_no_amount_may_be_told(self):
        """A guard hides grams, and not how many mornings there are."""
        found, kitchen = alone(MONDAYS)
        tonight = tuple(one.model_copy(update={"pot": ()}) for one in kitchen.tonight)
        page = text(DayPage(found, kitchen.model_copy(update={"tonight": tonight})))
        assert f"Thursday breakfast: {NAME}, 5 min, 2 portions." in page

    def test_tells_portions_where_two_eat(self):
        """Each has a plate of their own, and one evening makes all four."""
        other = man(diet="vegetarian", lunch="microwave")
        plans = [PLAN, Plan(athlete=other, week=Week.of(monday={"runs": ["8 km easy 17:30"]}))]
        weeks = plan_household(plans, first=MONDAY)
        (jar,) = of_dish(weeks[0].cooking[MONDAYS].tonight)
        assert (jar.portions, jar.pot) == (4, ())
        page = text(DayPage(weeks[1].days[MONDAYS], weeks[0].cooking[MONDAYS]))
        assert f"Thursday breakfast: {NAME}, 5 min, 4 portions." in page

    def test_is_whole_in_the_list_of_the_week(self):
        """The row names both mornings, the remark what goes in: no page of the week may be its."""
        found = text(WeekPage(week_of()))
        assert "Tue, Thu breakfast, made" in found
        (jar,) = of_dish(week_of().cooking[TUESDAYS].dishes)
        oats_g = next(one.grams for one in jar.pot if one.food_id == "oats")
        assert f"In all {oats_g:.0f} g oats" in found
        assert "; blueberries apart until it is eaten" in found

    def test_is_whole_in_a_calendar(self):
        """One task on Monday evening, for both mornings, with what goes in."""
        from icalendar import Calendar

        events = Calendar.from_ical(render(week_of(), "ics")).walk("VEVENT")
        (task,) = [one for one in events if str(one["SUMMARY"]) == f"Cook {NAME}"]
        assert task["DTSTART"].dt.date() == MONDAY
        assert str(task["DESCRIPTION"]).startswith("2 portions: Tue, Thu breakfast. In all ")

    def test_has_its_measures_in_words_for_other_programs(self):
        """As every pot of the week has."""
        tree = json.loads(render(week_of(), "json"))["cooking"][MONDAYS]
        (jar,) = [one for one in tree["tonight"] if one["dish_id"] == OATS]
        assert [one["date"] for one in jar["for"]] == ["2026-11-24", "2026-11-26"]
        assert any("g oats" in one["household"] for one in jar["pot"])


class TestOnTheMornings:
    """What the pages of Tuesday and Thursday tell."""

    def test_cooks_nothing_again(self):
        """On Tuesday the jars stand there: one is eaten, and the other left."""
        for page in (
            DayPage(*alone(TUESDAYS)),
            DayPage(week_of().days[TUESDAYS], week_of().cooking[TUESDAYS]),
        ):
            assert (
                "The rest of what was made is for Thursday breakfast. "
                "Keep Thursday's blueberries apart until then." in text(page)
            )
            assert "Thursday breakfast too" not in text(page)
            assert "the rest is for Thursday breakfast" not in text(page)

    def test_adds_the_fruit_when_it_is_eaten(self):
        """On Thursday, three days behind: the oats are Monday's, the berries are not."""
        (again,) = of_dish(alone(THURSDAYS)[1].again)
        assert (again.cooked, again.apart) == (MONDAY, ("blueberries",))
        said = "Made on Monday: keep it in a fridge and eat it cold, with blueberries added only"
        assert said in text(DayPage(*alone(THURSDAYS)))

    def test_knows_all_fruit_of_what_stands_overnight(self):
        """Of each dish of the evening before that is eaten cold."""
        jars = [
            one
            for one in BUNDLED.dishes
            if one.keeps and one.carried == "cold" and is_of_evening_before(one.how)
        ]
        fruit = {
            part.food_id
            for one in jars
            for place in one.places
            for part in place
            if BUNDLED.food(part.food_id).role == "fruit"
        }
        assert {"apple", "banana", "blueberries", "kiwi", "mango"} <= fruit <= FRUIT


@pytest.mark.parametrize(
    ("dish_id", "cupboard"),
    [
        ("tempeh-pepper-noodles", {"soy-sauce", "rapeseed-oil"}),
        ("ginger-tofu-rice-noodles", {"soy-sauce", "ginger"}),
    ],
)
def test_holds_what_a_cupboard_has(dish_id, cupboard):
    """Twice the noodles come with twice the sauce, on Monday's page and in the week."""
    locked = Week.of(monday={"lock": [f"dinner={dish_id}"]})
    week = week_of(Plan(athlete=VEGETARIAN, week=locked))
    (pot,) = of_dish(week.cooking[MONDAYS].dishes, dish_id)
    assert [one.feeding for one in pot.eaten] == ["dinner", "lunch"]
    held = grams_of(week.model_copy(update={"days": week.days[:THURSDAYS]}), dish_id)
    assert cupboard <= set(held)
    assert {one.food_id: one.grams for one in pot.pot} == pytest.approx(held)
    page = text(DayPage(week.days[MONDAYS], week.cooking[MONDAYS]))
    _, told = page.split("Cook for Tuesday lunch too, in all: ")
    assert "soy sauce" in told.split(". ")[0]

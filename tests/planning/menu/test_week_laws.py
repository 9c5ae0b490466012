"""What every week keeps to, as planned and as served, whoever eats and however they train."""

from collections import Counter
from datetime import timedelta
from functools import cache
from itertools import pairwise

import pytest
from bars import fortnight, people
from menu_shown import courses_of
from people import MONDAY, athlete, day, man, plan, run

from fuelcalc.models.calendar import Calendar
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.pantry.lookup import plain
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.day import plan_day
from fuelcalc.planning.menu.asked import wishes_for
from fuelcalc.planning.menu.candidates import left_to_today
from fuelcalc.planning.menu.edits import Edit
from fuelcalc.planning.menu.pools import Rules
from fuelcalc.planning.menu.rota import rota_of
from fuelcalc.planning.menu.together import leading
from fuelcalc.planning.menu.week_dishes import grains_of, remembered_of

DISHES = {dish.dish_id: dish for dish in BUNDLED.dishes}
WEEKS = range(2_917, 2_937)
DRAWN = list(people(24))

# Whose limits leave enough grains; who eats neither gluten nor much else may have one more.
PLANNED = {
    "omnivore": Limits(),
    "pescatarian": Limits.of(diet="pescatarian"),
    "vegetarian": Limits.of(diet="vegetarian"),
    "vegan": Limits.of(diet="vegan"),
    "gluten-free": Limits.of(restrictions=["gluten-free"]),
    "dairy-free": Limits.of(restrictions=["dairy-free"]),
    "low-fodmap": Limits.of(restrictions=["low-fodmap"]),
}


@cache
def served(number):
    """Two dated weeks of a drawn person; every third has twenty minutes for a weekday's meal."""
    who = DRAWN[number]
    if number % 3 == 0:
        who = who.model_copy(update={"weekday_cooking_min": 20.0})
    days = fortnight(number)
    calendar = Calendar(days=tuple(days))
    plans = []
    for one in days:
        before, after = calendar.neighbours(one)
        plans.append(plan_day(who, one, before=before, after=after, week=days))
    return who, tuple(plans)


def plates(plans, *names):
    """The feedings of some names that have a dish of ours, with their days."""
    return [
        (found, entry)
        for found in plans
        for entry in found.timeline or ()
        if entry.name in names and entry.dish_id in DISHES
    ]


@pytest.mark.parametrize("number", range(0, 24, 4))
class TestServed:
    """Two weeks on the table."""

    def test_has_no_dinner_on_two_evenings_running(self, number):
        """What is eaten again is the next day's lunch, and no dinner."""
        _, plans = served(number)
        evenings = [entry.dish_id for _, entry in plates(plans, "dinner")]
        assert len(evenings) == len(plans)
        assert all(a != b for a, b in pairwise(evenings))

    def test_has_a_breakfast_for_breakfast(self, number):
        """However large it is after a lift at dawn: no pasta with ricotta at half past six."""
        _, plans = served(number)
        for _, entry in plates(plans, "breakfast"):
            assert "breakfast" in DISHES[entry.dish_id].meals

    @pytest.mark.no_cover
    def test_shares_out_the_grains(self, number):
        """
        Of fourteen dishes four of one grain at most, in one week of two; no side counts.

        A vegan's noodles of soba, wheat and rice are one grain, and stand in for each other: five.
        """
        who, plans = served(number)
        more = who.diet == "vegan"
        most = []
        for first in (0, 7):
            eaten = Counter(
                grain
                for _, entry in plates(plans[first : first + 7], "lunch", "dinner")
                for grain in _grains(entry)
            )
            most.append(max(eaten.values(), default=0))
        assert max(most) <= 4 + more
        assert min(most) <= 3 + more

    def test_has_no_snack_more_than_three_times(self, number):
        """Five snacks take turns."""
        _, plans = served(number)
        for first in (0, 7):
            eaten = Counter(one.dish_id for _, one in plates(plans[first : first + 7], "snack"))
            assert max(eaten.values(), default=0) <= 3, eaten

    def test_is_cooked_in_time_on_weekdays(self, number):
        """In what somebody has for it, or in an hour; where it is longer, the page says so."""
        who, plans = served(number)
        most = 60.0 if who.weekday_cooking_min is None else who.weekday_cooking_min
        for found, entry in plates(plans, "lunch", "dinner"):
            if found.date.weekday() < 5 and DISHES[entry.dish_id].minutes > most:
                assert "menu-slow" in {note.code for note in found.notes}


def _grains(entry):
    """The grains of a dish on the plate, without what stands beside it."""
    own = {one.food_id for place in DISHES[entry.dish_id].places for one in place}
    foods = [BUNDLED.by_id[item.food_id] for item in entry.items if item.food_id in own]
    return {plain(food.name).split()[-1] for food in foods if food.role == "grain"}


@pytest.mark.parametrize("who", PLANNED)
class TestPlanned:
    """Twenty weeks of dishes."""

    def test_shares_out_the_grains(self, who):
        """Hardly a week has a grain more than three times, and none more than four."""
        counts, potatoes = [], []
        for week in WEEKS:
            planned = rota_of(Rules(week), PLANNED[who], BUNDLED).planned
            mains = [one for (_, meal), one in planned.items() if meal != "breakfast"]
            times = Counter(grain for one in mains for grain in grains_of(one))
            potatoes.append(times.pop("potatoes", 0))
            counts.append(max(times.values()))
        # Low in FODMAPs rice, noodles, quinoa and potatoes share fourteen meals, without bread.
        assert max(potatoes) <= {"gluten-free": 5, "low-fodmap": 6}.get(who, 4)
        assert max(counts) <= 4
        assert who == "low-fodmap" or sum(count > 3 for count in counts) <= 4

    def test_has_other_dinners_than_the_evenings_beside(self, who):
        """Also from Sunday to the Monday of the next week."""
        evenings = [
            rota_of(Rules(week), PLANNED[who], BUNDLED).planned[weekday, "dinner"]
            for week in WEEKS
            for weekday in range(7)
        ]
        assert all(a is not b for a, b in pairwise(evenings))

    @pytest.mark.no_cover
    def test_has_two_snacks_a_day_and_none_too_often(self, who):
        """Cold ones from Monday to Friday where there are enough."""
        for week in WEEKS:
            snacks = rota_of(Rules(week, is_away=True), PLANNED[who], BUNDLED).snacks
            assert [len(set(today)) for today in snacks] == [2] * 7
            assert max(Counter(one for today in snacks for one in today).values()) <= 3
            for today in snacks[:5]:
                assert {one.dish.carried for one in today} == {"cold"}


@pytest.mark.no_cover
@pytest.mark.parametrize("who", [name for name in PLANNED if name != "low-fodmap"])
def test_has_no_two_snacks_of_a_day_led_by_one_food(who):
    """No banana shake beside another on a day or in a week; without FODMAPs too few are left."""
    for week in WEEKS:
        rota = rota_of(Rules(week), PLANNED[who], BUNDLED)
        assert all(leading((a,)).isdisjoint(leading((b,))) for a, b in rota.snacks)
        leads = Counter(leading((one,)) for one in rota.others["snack"])
        assert max(leads.values()) == 1


class TestLeftToToday:
    """What may stand in where the planned dish does not fit."""

    wishes = wishes_for(athlete(), day(date=MONDAY + timedelta(2)), seed=0)
    dinner = Feeding(1140.0, 45.0, "meal", "dinner")

    def left(self, there, feeding, wishes=None):
        """Those of some dishes that no other day has."""
        return left_to_today(there, feeding, wishes or self.wishes, Limits(), BUNDLED)

    def test_is_no_dinner_of_yesterday_or_tomorrow(self):
        """Nor does one dish stand in on two days running."""
        all_dishes = BUNDLED.variants(Limits())
        planned = self.wishes.rota(Limits(), BUNDLED).planned
        today = self.left(all_dishes, self.dinner)
        tomorrow = self.left(
            all_dishes, self.dinner, self.wishes._replace(turn=self.wishes.turn + 1)
        )
        assert today
        assert tomorrow
        assert not set(today) & set(tomorrow)
        assert planned[1, "dinner"] not in today
        assert planned[3, "dinner"] not in today

    def test_repeats_no_food_of_the_meals_around(self):
        """Neither of today's other meal nor of yesterday's and tomorrow's, if any does not."""
        planned = self.wishes.rota(Limits(), BUNDLED).planned
        around = [
            one
            for (weekday, meal), one in planned.items()
            if meal in {"lunch", "dinner"}
            and weekday in {1, 2, 3}
            and (weekday, meal) != (2, "dinner")
        ]
        near = frozenset().union(*map(remembered_of, around))
        today = self.left(BUNDLED.variants(Limits()), self.dinner)
        assert today
        assert all(near.isdisjoint(remembered_of(one)) for one in today)
        # Where each of them repeats something, all of them are left.
        again = [one for one in BUNDLED.variants(Limits()) if near & remembered_of(one)]
        assert self.left(again, self.dinner)

    def test_knows_next_monday_from_sunday_without_todays_edits(self):
        """What is set for this Monday is no dish of the next."""
        sunday = wishes_for(athlete(), day(date=MONDAY + timedelta(6)), seed=0)
        other = next(
            one for one in BUNDLED.variants(Limits()) if one.dish.dish_id == "falafel-plate"
        )
        edited = sunday._replace(edits=(Edit(0, "dinner", other),))
        # What this week has twice is left out, and the edit makes room for one of them.
        mains = {*sunday.rota(Limits(), BUNDLED).others["dinner"], other}
        rest = [one for one in BUNDLED.variants(Limits()) if one not in mains]
        assert self.left(rest, self.dinner, edited) == self.left(rest, self.dinner, sunday)

    def test_is_no_snack_of_another_day(self):
        """A stand-in for a snack is none of the five."""
        five = self.wishes.rota(Limits(), BUNDLED).others["snack"]
        assert len(five) == 5
        left = self.left(BUNDLED.variants(Limits()), Feeding(640.0, 15.0, "snack"))
        assert not set(left) & set(five)

    def test_leaves_lunch_alone(self):
        """Of a lunch anything may stand in."""
        lunch = Feeding(780.0, 45.0, "meal", "lunch")
        there = BUNDLED.variants(Limits())[:5]
        assert self.left(there, lunch) == list(there)


@pytest.mark.parametrize(
    ("said", "weekday", "within"),
    [(None, 0, 60.0), (None, 5, float("inf")), (25.0, 4, 25.0), (25.0, 6, float("inf"))],
)
def test_has_an_hour_on_a_weekday(said, weekday, within):
    """Where nobody said how long a meal may take, from Monday to Friday an hour."""
    who = athlete().model_copy(update={"weekday_cooking_min": said})
    wishes = wishes_for(who, day(date=MONDAY + timedelta(weekday)), seed=0)
    assert wishes.made_within_min == within


def test_tells_how_a_second_course_is_made():
    """What takes five minutes or more has its step and its minutes; what is poured has none."""
    minutes = {one.name: one.dish.minutes for one in BUNDLED.variants(Limits())}
    told, poured = 0, 0
    for number in range(14):
        who = man(mass_kg=110.0, height_cm=195.0)
        found = plan(who, day(run(), date=MONDAY + timedelta(number)), menu=True)
        for _, entry in plates([found], "breakfast", "lunch", "dinner"):
            for side in courses_of(entry)[1:]:
                step = f"{side[0].upper()}{side[1:]}, {minutes[side]:.0f} min: "
                assert (step in (entry.preparation_beside or "")) == (minutes[side] >= 5.0)
                told += step in (entry.preparation_beside or "")
                poured += step not in (entry.preparation_beside or "")
    assert told
    assert poured

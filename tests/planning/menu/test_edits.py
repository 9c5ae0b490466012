"""Edits of a week: what is set on one day, and what another day eats of it."""

from datetime import date, timedelta

import pytest
from laws import broken_laws
from menu_laws import broken_menu_laws
from people import MONDAY, athlete, day, feedings, plan

from fuelcalc.errors import InputError
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.menu.edits import Edit, edited, edits_of, locks_of
from fuelcalc.planning.menu.pools import Rules, layout_of
from fuelcalc.planning.menu.rota import rota_of

ANYBODY = Limits()
WEEKS = range(2_917, 2_929)


def dish(dish_id):
    """A dish as anybody may eat it."""
    return next(one for one in BUNDLED.variants(ANYBODY) if one.dish.dish_id == dish_id)


def of(*, keeps, carried, week):
    """A dinner that is not in a week, and keeps and is carried so or not."""
    there = set(rota_of(Rules(week), ANYBODY, BUNDLED).planned.values())
    return next(
        one
        for one in BUNDLED.variants(ANYBODY)
        if "dinner" in one.dish.meals
        and one not in there
        and bool(one.dish.keeps) is keeps
        and one.dish.carried == carried
    )


def week_of(number, *edits, **rules):
    """A week before and after some edits, by place."""
    made = Rules(number, **rules)
    before = rota_of(made, ANYBODY, BUNDLED)
    return before, edited(before, [Edit(*edit) for edit in edits], made)


def changed(before, after):
    """The places of a week that have another dish."""
    places = before.planned.keys() | after.planned.keys()
    return {place for place in places if before.planned.get(place) is not after.planned.get(place)}


@pytest.mark.parametrize("number", WEEKS)
class TestWeek:
    """The dishes of a week, edited."""

    @pytest.mark.parametrize("weekday", [0, 2, 3])
    def test_eats_a_new_dinner_again_at_lunch(self, number, weekday):
        """Dinners of Monday, Wednesday and Thursday are cooked for two; nothing else changes."""
        new = of(keeps=True, carried="warm", week=number)
        before, after = week_of(number, (weekday, "dinner", new))
        assert changed(before, after) == {(weekday, "dinner"), (weekday + 1, "lunch")}
        assert after.planned[(weekday, "dinner")] is new
        assert after.planned[(weekday + 1, "lunch")] is new

    @pytest.mark.parametrize("weekday", [1, 4, 5, 6])
    def test_changes_a_dinner_that_is_eaten_once_alone(self, number, weekday):
        """Nothing is left of it."""
        new = of(keeps=True, carried="warm", week=number)
        assert changed(*week_of(number, (weekday, "dinner", new))) == {(weekday, "dinner")}

    @pytest.mark.parametrize("meal", ["breakfast", "lunch"])
    def test_changes_no_other_meal_with_a_lunch_or_breakfast(self, number, meal):
        """Who has another lunch on Tuesday has had the same dinner on Monday."""
        new = of(keeps=True, carried="warm", week=number)
        assert changed(*week_of(number, (1, meal, new))) == {(1, meal)}

    @pytest.mark.parametrize(("keeps", "carried"), [(False, "no"), (True, "no")])
    def test_has_a_quick_lunch_where_nothing_is_left(self, number, keeps, carried):
        """What does not keep, or goes in no box, is not tomorrow's lunch; Monday's lunch is."""
        new = of(keeps=keeps, carried=carried, week=number)
        before, after = week_of(number, (0, "dinner", new))
        assert after.planned[(1, "lunch")] is before.planned[(0, "lunch")]
        assert changed(before, after) == {(0, "dinner"), (1, "lunch")}

    def test_eats_at_home_what_goes_in_no_box(self, number):
        """There is a stove."""
        new = of(keeps=True, carried="no", week=number)
        _, after = week_of(number, (0, "dinner", new), lunch="home")
        assert after.planned[(1, "lunch")] is new

    def test_takes_no_warm_dish_to_where_lunch_is_cold(self, number):
        """A packed lunch is eaten cold."""
        new = of(keeps=True, carried="warm", week=number)
        _, after = week_of(number, (0, "dinner", new), lunch="packed")
        assert after.planned[(1, "lunch")].dish.carried == "cold"

    def test_has_nothing_left_of_a_dinner_that_is_eaten_out(self, number):
        """No dish is planned for it, and a quick lunch for the next day."""
        before, after = week_of(number, (2, "dinner", None))
        assert (2, "dinner") not in after.planned
        assert after.planned[(3, "lunch")] is before.planned[(0, "lunch")]

    def test_keeps_a_lunch_that_is_set_as_well(self, number):
        """Two edits of one pair stand both."""
        new, other = of(keeps=True, carried="warm", week=number), dish("tuna-sweetcorn-sandwich")
        _, after = week_of(number, (0, "dinner", new), (1, "lunch", other))
        assert after.planned[(0, "dinner")] is new
        assert after.planned[(1, "lunch")] is other

    def test_offers_other_days_what_there_is_now(self, number):
        """What stands in for a dish is one of the edited week."""
        new = of(keeps=True, carried="warm", week=number)
        before, after = week_of(number, (0, "dinner", new))
        gone = before.planned[(0, "dinner")]
        for meal in ("lunch", "dinner"):
            assert new in after.others[meal]
            assert gone not in after.others[meal]
        assert after.others["breakfast"] == before.others["breakfast"]

    def test_follows_where_every_meal_is_another_dish(self, number):
        """With high variety nothing is eaten twice, so that nothing follows."""
        new = of(keeps=True, carried="warm", week=number)
        before, after = week_of(number, (0, "dinner", new), variety="high")
        assert changed(before, after) == {(0, "dinner")}

    def test_plans_no_lunch_for_a_canteen(self, number):
        """A dinner that is set there changes no lunch."""
        new = of(keeps=True, carried="warm", week=number)
        before, after = week_of(number, (0, "dinner", new), lunch="canteen")
        assert changed(before, after) == {(0, "dinner")}
        assert layout_of(Rules(number, lunch="canteen"))[2] == ""


def test_is_the_same_week_without_an_edit():
    """Nothing set, nothing changed."""
    before, after = week_of(WEEKS[0])
    assert after is before


class TestLocks:
    """Locks with a date."""

    def test_are_todays_or_another_days(self):
        """With today's date or without a date they are today's."""
        today = date(2026, 11, 26)
        lock = {"lunch": "a", "2026-11-26 dinner": "b", "2026-11-25  Dinner ": "c"}
        own, others = locks_of(lock, today)
        assert own == {"lunch": "a", "dinner": "b"}
        assert others == {(date(2026, 11, 25), "dinner"): "c"}

    @pytest.mark.parametrize(
        ("lock", "today", "message"),
        [
            ({"2026-11-26 dinner": "a"}, None, 'has a date, and the day has none; write "dinner"'),
            ({"2026-02-30 dinner": "a"}, MONDAY, "has no such date"),
            ({f"{MONDAY} dinner": "a", "dinner": "b"}, MONDAY, "is locked twice"),
        ],
    )
    def test_are_refused_in_one_line(self, lock, today, message):
        """The line says what to write."""
        with pytest.raises(InputError) as error:
            locks_of(lock, today)
        assert message in str(error.value)
        assert "\n" not in str(error.value)

    def test_of_other_weeks_and_of_snacks_change_nothing(self):
        """A Sunday belongs to the week that ends with it."""
        others = {
            (MONDAY + timedelta(days), meal): "lentil-bolognese"
            for days, meal in ((-1, "dinner"), (7, "dinner"), (2, "snack"), (6, "lunch"))
        }
        (edit,) = edits_of(others, MONDAY + timedelta(3), ANYBODY, BUNDLED)
        assert (edit.weekday, edit.meal) == (6, "lunch")

    @pytest.mark.parametrize("word", ["lentil-bolognese", "Lentil Bolognese"])
    def test_name_a_dish_by_id_or_name(self, word):
        """As a lock of today does; out is none."""
        others = {(MONDAY, "dinner"): word, (MONDAY, "lunch"): "Out"}
        dinner, lunch = edits_of(others, MONDAY, ANYBODY, BUNDLED)
        assert dinner.variant.dish.dish_id == "lentil-bolognese"
        assert lunch.variant is None

    def test_refuse_what_may_not_be_eaten(self):
        """No edit breaks a diet, and no unknown dish is one."""
        lentils = {(MONDAY, "dinner"): "lentil-bolognese"}
        with pytest.raises(InputError, match='lock: "lentil-bolognese" is not for you: your'):
            edits_of(lentils, MONDAY, Limits.of(dislikes=["lentils", "bolognese"]), BUNDLED)
        with pytest.raises(InputError, match='dish: there is no "lentil-bolognesse"'):
            edits_of({(MONDAY, "dinner"): "lentil-bolognesse"}, MONDAY, ANYBODY, BUNDLED)


class TestDay:
    """A day looks the edited week up."""

    def plates(self, days, **options):
        """The dishes of a day by meal."""
        found = plan(athlete(), day(date=MONDAY + timedelta(days)), menu=True, **options)
        assert broken_laws(found) + broken_menu_laws(found) == []
        return {entry.name: entry.dish_id for entry in feedings(found)}

    def test_eats_at_lunch_what_yesterday_was_locked_to(self):
        """Monday's dinner is another; so is Tuesday's lunch, and Wednesday's is not."""
        lock = {f"{MONDAY} dinner": "lentil-bolognese"}
        assert self.plates(0, lock=lock)["dinner"] == "lentil-bolognese"
        assert self.plates(1)["lunch"] != "lentil-bolognese"
        assert self.plates(1, lock=lock)["lunch"] == "lentil-bolognese"
        assert self.plates(2, lock=lock) == self.plates(2)

    def test_agrees_with_a_lock_of_that_day(self):
        """Dated or not, the day's own lock is one thing."""
        lock = {f"{MONDAY} dinner": "lentil-bolognese"}
        assert self.plates(0, lock=lock) == self.plates(0, lock={"dinner": "lentil-bolognese"})

    @pytest.mark.parametrize("change", [{"swap": ["dinner"]}, {"use_up": ["broccoli"]}])
    def test_follows_a_swap_and_what_was_used_up(self, change):
        """Whatever Monday's dinner became, as a lock with its date it is Tuesday's lunch."""
        used = {"use_up": change.get("use_up", [])}
        monday = plan(athlete(), day(date=MONDAY, **used), menu=True, swap=change.get("swap", []))
        dinner = next(entry for entry in feedings(monday) if entry.name == "dinner")
        served = dish(dinner.dish_id)
        after = self.plates(1, lock={f"{MONDAY} dinner": served.dish.dish_id})
        assert dinner.dish_id != self.plates(0)["dinner"]
        can_be_lunch = served.dish.keeps > 0 and served.dish.carried != "no"
        assert (after["lunch"] == dinner.dish_id) is can_be_lunch

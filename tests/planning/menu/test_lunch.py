"""F48: where lunch is eaten from Monday to Friday decides what it is."""

from collections import Counter
from datetime import timedelta
from functools import cache

import pytest
from laws import broken_laws
from menu_laws import broken_menu_laws
from menu_shown import courses_of
from people import MONDAY, athlete, codes, day, feedings, lift, man, plan, run

from fuelcalc import render, words
from fuelcalc.errors import InputError
from fuelcalc.pantry import BUNDLED, Limits
from fuelcalc.planning.clock.feedings import Feeding
from fuelcalc.planning.menu.asked import wishes_for
from fuelcalc.planning.menu.patterns import PATTERNS
from fuelcalc.planning.menu.pools import Rules, layout_of
from fuelcalc.planning.menu.rota import rota_of
from fuelcalc.planning.menu.week_dishes import weighed

SESSIONS = ((run("17:30"),), (), (run(), lift()), (run("12:15"),), (lift(),), (run(),), ())
PEOPLE = {
    "a woman": athlete(),
    "a lifter of 105 kg": man(mass_kg=105.0, height_cm=188.0),
    "a vegan": man(diet="vegan"),
    "a coeliac": athlete(avoid=["gluten"]),
}
CARRIED = {dish.dish_id: dish.carried for dish in BUNDLED.dishes}
MINUTES = {dish.dish_id: dish.minutes for dish in BUNDLED.dishes}
WAYS = {"packed": {"cold"}, "microwave": {"cold", "warm"}}
WEEKS = range(2_917, 2_929)


@cache
def week(who, lunch):
    """Seven dated days of somebody who has lunch somewhere."""
    person = PEOPLE[who].model_copy(update={"lunch": lunch})
    return [
        plan(person, day(*SESSIONS[n], date=MONDAY + timedelta(n)), menu=True) for n in range(7)
    ]


def lunch_of(found):
    """The lunch of a day."""
    (entry,) = [entry for entry in feedings(found) if entry.name == "lunch"]
    return entry


@pytest.mark.parametrize("who", PEOPLE)
class TestWeek:
    """A dated week of somebody."""

    @pytest.mark.no_cover
    @pytest.mark.parametrize("lunch", ["packed", "microwave", "canteen", "home", None])
    def test_breaks_no_law(self, who, lunch):
        """Limits, bands and ceilings are kept wherever lunch is eaten."""
        for found in week(who, lunch):
            assert broken_laws(found) + broken_menu_laws(found) == []

    @pytest.mark.parametrize("lunch", ["packed", "microwave"])
    def test_carries_lunch_from_monday_to_friday(self, who, lunch):
        """In a box that is eaten cold, or where there is a microwave in one that is not."""
        for found in week(who, lunch)[:5]:
            assert CARRIED[lunch_of(found).dish_id] in WAYS[lunch]
            assert "menu-lunch" not in codes(found)

    def test_leaves_lunch_to_the_canteen(self, who):
        """From Monday to Friday it has targets and no dish; at the weekend a dish."""
        days = week(who, "canteen")
        for found, usual in zip(days, week(who, None), strict=True):
            entry, other = lunch_of(found), lunch_of(usual)
            assert (entry.energy_kcal, entry.protein_g) == (other.energy_kcal, other.protein_g)
            is_at_work = found.date.weekday() < 5
            assert (entry.elsewhere is not None) == is_at_work
            assert bool(entry.items) != is_at_work

    def test_plans_the_rest_of_a_day_around_the_canteen(self, who):
        """What is planned holds its energy to 3 %, the day's own band."""
        for found in week(who, "canteen")[:5]:
            asked = sum(e.energy_kcal for e in feedings(found) if e.elsewhere is None)
            assert found.menu.totals.energy_kcal == pytest.approx(asked, rel=0.03)


def small_of(found):
    """The snacks and bites before a session of a day, from nine to five."""
    return [
        entry
        for entry in feedings(found)
        if entry.items
        and (entry.name == "snack" or (entry.kind == "before" and entry.name is None))
        and 9 * 60 <= entry.minute <= 17 * 60
    ]


@pytest.mark.parametrize("who", PEOPLE)
class TestSnacksAtWork:
    """What is eaten between meals on a weekday from nine to five."""

    @pytest.mark.parametrize("lunch", ["packed", "microwave", "canteen", None])
    def test_are_cold_and_soon_made(self, who, lunch):
        """They come out of a box, and were put into it in ten minutes."""
        small = [entry for found in week(who, lunch)[:5] for entry in small_of(found)]
        assert small
        for entry in small:
            assert CARRIED[entry.dish_id] == "cold", entry.dish
            assert MINUTES[entry.dish_id] <= 10.0, entry.dish


def test_toasts_what_is_eaten_at_home():
    """Who has lunch at home toasts where a guest of a canteen does not."""
    small = [one for who in PEOPLE for found in week(who, "home")[:5] for one in small_of(found)]
    assert any(CARRIED[entry.dish_id] == "no" for entry in small)


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("lunch", ["packed", "home"])
def test_serves_no_snack_on_more_than_three_days(who, lunch):
    """Five snacks take turns over a week."""
    counts = Counter(
        entry.dish_id for found in week(who, lunch) for entry in feedings(found)
        if entry.name == "snack" and entry.items
    )  # fmt: skip
    assert max(counts.values()) <= 3


def test_says_which_snack_needs_a_kitchen():
    """Where a toast is set for a desk, the page says so."""
    found = plan(
        athlete(lunch="packed"),
        day(date=MONDAY),
        menu=True,
        lock={"10:40": "jam-toast-skyr"},
    )
    assert "menu-lunch" in codes(found)
    assert "in a box" in words(next(n for n in found.notes if n.code == "menu-lunch"))


class TestAway:
    """Where snacks of a weekday are carried, by what somebody says of lunch and of daily life."""

    @pytest.mark.parametrize(
        ("lunch", "daily_life", "is_away"),
        [(None, "desk", True), (None, "home", False), ("packed", "home", True),
         ("home", "desk", False), ("canteen", "on-feet", True)],
    )  # fmt: skip
    def test_follows_lunch_then_daily_life(self, lunch, daily_life, is_away):
        """Lunch says where one is at noon; where it does not, daily life at home does."""
        who = athlete().model_copy(update={"lunch": lunch, "daily_life": daily_life})
        assert wishes_for(who, day(date=MONDAY), seed=0).is_away is is_away

    @pytest.mark.parametrize(
        ("kind", "name", "minute", "weekday", "carries"),
        [("snack", "", 540.0, 0, True), ("snack", "", 539.0, 0, False),
         ("snack", "", 1020.0, 4, True), ("snack", "", 1021.0, 4, False),
         ("snack", "", 640.0, 5, False), ("before", "", 1000.0, 0, True),
         ("before", "breakfast", 545.0, 0, False), ("after", "", 700.0, 0, False),
         ("snack", "", 1499.0, 0, False), ("snack", "", 1500.0, 6, True),
         ("snack", "", 1800.0, 6, True), ("snack", "", 1801.0, 6, False)],
    )  # fmt: skip
    def test_holds_for_snacks_of_working_hours(self, kind, name, minute, weekday, carries):
        """From nine to five of Monday to Friday or one to six at night, and for no meal."""
        who = athlete(lunch="packed")
        wishes = wishes_for(who, day(date=MONDAY + timedelta(weekday)), seed=0)
        assert wishes.carries(Feeding(minute, 15.0, kind, name)) is carries


class TestNightShift:
    """Where the meals of somebody are eaten who is at work in the night."""

    @pytest.mark.parametrize(
        ("lunch", "name", "minute", "weekday", "found"),
        [("packed", "dinner", 1500.0, 0, "packed"), ("packed", "dinner", 1499.0, 0, ""),
         ("microwave", "dinner", 1800.0, 6, "microwave"), ("packed", "dinner", 1801.0, 6, ""),
         ("packed", "lunch", 1080.0, 6, "packed"), ("packed", "lunch", 1079.0, 6, ""),
         ("packed", "breakfast", 1600.0, 0, ""), ("home", "dinner", 1600.0, 0, ""),
         ("canteen", "dinner", 1600.0, 0, "")],
    )  # fmt: skip
    def test_takes_what_is_packed(self, lunch, name, minute, weekday, found):
        """A middle meal after six and a last one from one to six, by who carries a lunch."""
        wishes = wishes_for(athlete(lunch=lunch), day(date=MONDAY + timedelta(weekday)), seed=0)
        assert wishes.lunch_at(Feeding(minute, 30.0, "meal", name)) == found


class TestRota:
    """The dishes of the week."""

    @pytest.mark.no_cover
    @pytest.mark.parametrize("diet", PATTERNS)
    @pytest.mark.parametrize("lunch", ["packed", "microwave"])
    def test_plans_lunches_that_are_carried(self, diet, lunch):
        """Those that were cooked the evening before as well."""
        for number in WEEKS:
            planned = rota_of(Rules(number, lunch=lunch), Limits.of(diet=diet), BUNDLED).planned
            for weekday in range(5):
                assert planned[(weekday, "lunch")].dish.carried in WAYS[lunch]

    def test_plans_no_lunch_for_the_canteen(self):
        """Nine meals are left, each with its dish, and no dinner is eaten again at noon."""
        for number in WEEKS:
            planned = rota_of(Rules(number, lunch="canteen"), Limits(), BUNDLED).planned
            lunches = {weekday for weekday, meal in planned if meal == "lunch"}
            assert lunches == {5, 6}
            assert len({planned[(weekday, "dinner")] for weekday in range(7)}) == 7

    @pytest.mark.parametrize("diet", PATTERNS)
    def test_keeps_the_part_of_the_pattern_that_nine_meals_have(self, diet):
        """Nine of fourteen parts of what the diet's pattern counts, to a whole meal."""
        limits = Limits.of(diet=diet)
        kinds = {one.variant: one.group for one in weighed(limits, BUNDLED)}
        for number in WEEKS:
            rules = Rules(number, lunch="canteen")
            assert len([name for name in layout_of(rules) if name]) == 9
            planned = rota_of(rules, limits, BUNDLED).planned
            found = Counter(kinds[one] for (_, meal), one in planned.items() if meal != "breakfast")
            for group, (low, high) in PATTERNS[diet].items():
                assert low * 9 // 14 <= found[group] <= -(-high * 9 // 14), (number, group)

    def test_carries_nothing_at_home(self):
        """Lunches that no box holds are eaten there, and only there."""
        ways = {
            lunch: {
                rota_of(Rules(number, lunch=lunch), Limits(), BUNDLED)
                .planned[(weekday, "lunch")]
                .dish.carried
                for number in WEEKS
                for weekday in range(5)
            }
            for lunch in ("home", "")
        }
        assert "no" in ways["home"]
        assert "no" not in ways[""]

    def test_prefers_a_box_to_a_quick_dish(self):
        """Who has ten minutes and carries a box has one, however long it takes."""
        for number in WEEKS:
            rules = Rules(number, lunch="packed", most_minutes=5.0)
            planned = rota_of(rules, Limits(), BUNDLED).planned
            assert {planned[(n, "lunch")].dish.carried for n in range(5)} == {"cold"}


class TestDay:
    """One day."""

    @pytest.mark.parametrize("lunch", ["packed", "canteen"])
    def test_takes_a_day_without_a_date_for_a_weekday(self, lunch):
        """As weekday_cooking does."""
        entry = lunch_of(plan(athlete(lunch=lunch), day(), menu=True))
        if lunch == "canteen":
            assert entry.elsewhere.place == "canteen"
        else:
            assert CARRIED[entry.dish_id] == "cold"

    def test_brings_no_ice_cream_to_work(self):
        """What stands beside a packed lunch is carried as well."""
        beside = {dish.name for dish in BUNDLED.dishes if dish.carried != "cold"}
        large = man(mass_kg=120.0, height_cm=200.0, lunch="packed")
        seen = 0
        for n in range(12):
            when = day(run("18:00", distance_km=12.0), date=MONDAY + timedelta(n // 5 * 7 + n % 5))
            _, *sides = courses_of(lunch_of(plan(large, when, menu=True)))
            seen += len(sides)
            assert not beside.intersection(sides)
        assert seen > 0

    def test_says_what_no_box_holds(self):
        """Where nothing that is carried may be eaten, something else is, and it is said."""
        who = athlete(
            lunch="packed",
            diet="vegan",
            avoid=["soy", "gluten"],
            dislikes=["beans", "chia", "carrot", "popcorn", "beetroot"],
        )
        found = plan(who, day(), menu=True)
        assert CARRIED[lunch_of(found).dish_id] != "cold"
        (said,) = [words(note) for note in found.notes if note.code == "menu-lunch"]
        assert "does not go to work as you carry your lunch" in said
        assert broken_menu_laws(found) == []

    def test_says_that_a_locked_dish_is_not_carried(self):
        """It is served all the same."""
        known = next(
            one.dish_id for one in BUNDLED.dishes if "lunch" in one.meals and one.carried == "no"
        )
        found = plan(athlete(lunch="packed"), day(), menu=True, lock={"lunch": known})
        assert lunch_of(found).dish_id == known
        assert "menu-lunch" in codes(found)

    def test_takes_a_dish_that_is_locked_to_the_canteen(self):
        """Who brings something has it; out is the canteen."""
        who = athlete(lunch="canteen")
        dish = lunch_of(plan(who, day(), menu=True, lock={"lunch": "lentil-bolognese"}))
        assert dish.dish_id == "lentil-bolognese"
        away = plan(who, day(), menu=True, lock={"lunch": "out"})
        assert away == plan(who, day(), menu=True)

    def test_swaps_nothing_in_the_canteen(self):
        """One line says what to do instead."""
        with pytest.raises(InputError, match='swap: "lunch" is eaten in the canteen today; lock'):
            plan(athlete(lunch="canteen"), day(), menu=True, swap=["lunch"])

    def test_says_what_to_take_in_the_canteen(self):
        """So much energy and protein, and how many palms and fists that is."""
        page = " ".join(render(plan(athlete(lunch="canteen"), day(), menu=True), "text").split())
        assert "→ in the canteen: about " in page
        assert "palm of fish, chicken or egg, " in page
        assert "What you eat elsewhere (lunch) is in no sum" in page

"""What is cooked once and eaten twice: never longer than it keeps, and within the evenings."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from people import athlete, man, plan
from served import MONDAY, dish, feeding, item, served, weeks

from fuelcalc.errors import InputError
from fuelcalc.importers.own_foods.food_file import OwnFoods, own_pantry
from fuelcalc.pantry import BUNDLED, Limits, Pantry
from fuelcalc.planning.menu.minutes import AHEAD, when_text
from fuelcalc.planning.week.cooking import KEPT_DAYS, cooking_plan

STEW = ("chicken-white-bean-stew", "chicken-breast", "white-beans")
FISH = ("salmon-lentils-spinach", "salmon", "lentils")
# A pot of rice that would keep for five days, did it hold no rice.
RICE = Pantry(own_dishes=(replace(BUNDLED.dish("spinach-dal-rice"), keeps=5),))
RICE_POT = ("spinach-dal-rice", "red-lentils-dry", "white-rice")


def later(days):
    """So many days after Monday."""
    return MONDAY + timedelta(days)


def portions(*days_of, pot=STEW, who=None, foods=None, **options):
    """For how many dinners a pot is cooked each time, where it is served on these days."""
    pantry = foods or BUNDLED
    days = [
        served(dish("dinner", *pot, pantry=pantry), date=later(number), who=who)
        for number in days_of
    ]
    found = cooking_plan(days, foods=foods, **options)
    return [one.portions for cooking in found for one in cooking.dishes]


class TestKeeping:
    """How long leftovers are eaten."""

    @pytest.mark.parametrize(
        ("units", "apart", "cooked"),
        [
            ("metric", 3, [2]), ("metric", 4, [1, 1]),
            ("uk", 2, [2]), ("uk", 3, [1, 1]),
            # The stew itself keeps for three days, whatever the country says.
            ("us", 3, [2]), ("us", 4, [1, 1]),
        ],
    )  # fmt: skip
    def test_keeps_by_country_and_never_longer_than_the_dish(self, units, apart, cooked):
        """Three days, two in the UK, four in the US."""
        assert portions(0, apart, units=units) == cooked

    @pytest.mark.parametrize(("days_of", "cooked"), [((5, 6), [2]), ((6, 7), [1, 1])])
    def test_ends_a_pot_with_its_week(self, days_of, cooked):
        """A Monday looks no further back than itself, so Saturday promises it nothing."""
        assert portions(*days_of) == cooked

    def test_keeps_four_days_in_the_us_where_the_dish_does(self):
        """A dish that keeps five days is eaten for four there, and for three elsewhere."""
        stew = replace(BUNDLED.dish(STEW[0]), keeps=5)
        foods = Pantry(own_dishes=(stew,))
        assert portions(0, 4, units="us", foods=foods) == [2]
        assert portions(0, 5, units="us", foods=foods) == [1, 1]
        assert portions(0, 4, foods=foods) == [1, 1]

    @pytest.mark.parametrize(
        ("units", "apart", "cooked"),
        [
            ("metric", 1, [2]), ("metric", 2, [1, 1]), ("uk", 1, [2]), ("uk", 2, [1, 1]),
            ("us", 3, [2]), ("us", 4, [1, 1]),
        ],
    )  # fmt: skip
    def test_keeps_rice_a_day(self, units, apart, cooked):
        """Rice is no three-day food, but for US advice."""
        assert portions(0, apart, pot=RICE_POT, foods=RICE, units=units) == cooked

    def test_keeps_what_is_made_the_evening_before_a_day_less(self):
        """
        Rice for an early breakfast is a day old at it, and none is left for tomorrow's.

        A plate of a pot that stands there already is as old as the pot.
        """
        keeping = next(one for one in BUNDLED.variants(Limits()) if one.dish.keeps)
        assert when_text((keeping,), 0.0).startswith(AHEAD)
        for pot, foods, apart in ((RICE_POT, RICE, 1), (STEW, BUNDLED, 3)):
            first, second = (
                dish("dinner", *pot, pantry=foods).model_copy(update={"preparation": text})
                for text in (f"{AHEAD}, earlier in the day or the evening before. ", "")
            )
            for begins, ends, cooked in (
                (first, second, [1, 1]), (second, second, [2]), (second, first, [2]),
            ):  # fmt: skip
                days = [served(begins, date=MONDAY), served(ends, date=later(apart))]
                found = cooking_plan(days, foods=foods)
                assert [one.portions for day in found for one in day.dishes] == cooked

    def test_says_when_what_is_made_the_evening_before_was_made(self):
        """A box of Monday is made on Sunday evening, and a day older than its first meal."""
        fresh = dish("dinner", *STEW)
        for text, days_before in ((f"{AHEAD}, the evening before. ", 1), ("Boil it. ", 0)):
            first = fresh.model_copy(update={"preparation": text})
            week = [served(first, date=MONDAY), served(fresh, date=later(1))]
            (again,) = cooking_plan(week)[1].again
            assert again.cooked == MONDAY - timedelta(days=days_before)

    def test_keeps_fish_two_days(self):
        """Whatever the dish says."""
        foods = Pantry(own_dishes=(replace(BUNDLED.dish(FISH[0]), keeps=5),))
        assert portions(0, 2, pot=FISH, foods=foods, units="us") == [2]
        assert portions(0, 3, pot=FISH, foods=foods, units="us") == [1, 1]

    @pytest.mark.parametrize("who", [athlete(conditions=["pregnant"]), man(age=65.0)])
    def test_keeps_two_days_for_who_has_to_be_careful(self, who):
        """Pregnant, or 65 and older."""
        assert portions(0, 2, who=who) == [2]
        assert portions(0, 3, who=who) == [1, 1]
        assert portions(0, 3, who=man(age=64.0)) == [2]

    def test_cooks_what_keeps_not_at_all_each_time(self):
        """On one day too."""
        quick = next(one for one in BUNDLED.dishes if one.keeps == 0 and "dinner" in one.meals)
        food_id = quick.places[0][0].food_id
        day = served(
            dish("lunch", quick.dish_id, food_id),
            dish("dinner", quick.dish_id, food_id),
            date=MONDAY,
        )
        (found,) = cooking_plan([day])
        assert [one.portions for one in found.dishes] == [1, 1]

    def test_counts_from_the_day_of_cooking(self):
        """Served daily for five days, a three-day stew is cooked twice; 4 = Monday to Thursday."""
        assert portions(0, 1, 2, 3, 4) == [4, 1]

    def test_keeps_a_recipe_by_what_is_in_it(self):
        """An own pot with rice is a pot with rice."""
        tree = {"name": "rice pot", "serves": 2, "meals": ["dinner"], "keeps": 4,
                "foods": ["320 g white rice", "100 g onion"]}  # fmt: skip
        pantry = own_pantry(OwnFoods.from_tree({"dishes": [tree]}, path=""))
        pot = ("rice-pot", pantry.dish("rice-pot").places[0][0].food_id)
        assert portions(0, 1, pot=pot, foods=pantry) == [2]
        assert portions(0, 2, pot=pot, foods=pantry) == [1, 1]

    @pytest.mark.parametrize(
        ("plates", "cooked"),
        [
            ([(0, False), (2, False)], [2]),
            ([(0, False), (2, True)], [1, 1]),
            ([(0, True), (2, False)], [1, 1]),
            ([(0, False), (1, True), (2, False)], [2, 1]),
        ],
    )
    def test_keeps_as_long_as_the_plate_that_keeps_least(self, plates, cooked):
        """A plate with rice makes a pot with rice of it, for the plates after it too."""
        days = [
            served(
                dish("dinner", *RICE_POT[: 3 if has_rice else 2], pantry=RICE), date=later(number)
            )
            for number, has_rice in plates
        ]
        found = cooking_plan(days, foods=RICE)
        assert [one.portions for cooking in found for one in cooking.dishes] == cooked

    def test_looks_at_the_dish_and_not_at_what_is_beside_it(self):
        """Fresh rice beside a stew does not shorten the stew."""
        stew = dish("dinner", *STEW)
        with_rice = stew.model_copy(update={"items": (*stew.items, item("white-rice", 200.0))})
        days = [served(with_rice, date=later(number)) for number in (0, 3)]
        assert [len(one.dishes) for one in cooking_plan(days)] == [1, 0]


class TestDays:
    """What stands on each day."""

    def test_cooks_on_the_first_day_and_warms_up_on_the_next(self):
        """The second serving costs no minutes."""
        days = [served(dish("dinner", *STEW), date=MONDAY),
                served(dish("lunch", *STEW), date=later(1))]  # fmt: skip
        monday, tuesday = cooking_plan(days[::-1])
        (stew,) = monday.dishes
        assert (stew.dish_id, stew.portions, stew.minutes) == (STEW[0], 2, 45.0)
        assert (stew.hands_on_min, stew.keeps_days) == (15.0, 3)
        assert [(one.date, one.feeding) for one in stew.eaten] == [
            (MONDAY, "dinner"),
            (later(1), "lunch"),
        ]
        assert (monday.date, monday.minutes, monday.evening_min) == (MONDAY, 45.0, 45.0)
        assert (tuesday.minutes, tuesday.dishes) == (0.0, ())
        (again,) = tuesday.again
        assert (again.dish_id, again.feeding, again.cooked) == (STEW[0], "lunch", MONDAY)

    def test_names_the_dish_without_what_is_beside_it(self):
        """Toast beside a stew is not cooked for two."""
        stew = dish("dinner", *STEW).model_copy(update={"dish": "stew, with toast"})
        (found,) = cooking_plan([served(stew, date=MONDAY)])
        assert found.dishes[0].name == "chicken, white bean and tomato stew with bread"

    def test_names_a_dish_that_is_no_longer_theirs(self):
        """A dish that was locked and then disliked keeps its name."""
        who = man(diet="vegan")
        (found,) = cooking_plan([served(dish("dinner", *STEW), date=MONDAY, who=who)])
        assert found.dishes[0].name == BUNDLED.dish(STEW[0]).name

    @pytest.mark.parametrize(
        ("name", "minutes", "is_cooked"),
        [
            ("breakfast", None, False), ("breakfast", 9.0, False), ("breakfast", 10.0, True),
            ("snack", 5.0, False), ("lunch", 5.0, True), ("dinner", 5.0, True),
            ("dinner", None, False),
        ],
    )  # fmt: skip
    def test_leaves_out_what_needs_no_cooking(self, name, minutes, is_cooked):
        """Muesli is poured; a quick lunch is made all the same."""
        meal = dish(name, *STEW).model_copy(update={"preparation_min": minutes})
        (found,) = cooking_plan([served(meal, date=MONDAY)])
        assert bool(found.dishes) is is_cooked

    def test_cooks_nothing_where_there_is_no_dish(self):
        """A plate without a dish, and a day without a clock."""
        days = [
            served(feeding("dinner", item("banana", 100.0), preparation_min=20.0), date=MONDAY),
            served(date=later(1)).model_copy(update={"timeline": None}),
        ]
        assert [one.minutes for one in cooking_plan(days)] == [0.0, 0.0]

    @pytest.mark.parametrize(
        ("weekday", "there_is", "over"),
        [(0, 30.0, 15.0), (0, 45.0, 0.0), (0, None, 0.0), (5, 30.0, 0.0)],
    )
    def test_says_what_is_over_on_a_weekday(self, weekday, there_is, over):
        """A stew of 45 minutes does not fit into 30, save at the weekend."""
        who = man(weekday_cooking_min=there_is)
        lunch, dinner = dish("lunch", *FISH), dish("dinner", *STEW)
        (found,) = cooking_plan([served(lunch, dinner, date=later(weekday), who=who)])
        assert (found.minutes, found.evening_min, found.over_min) == (80.0, 45.0, over)

    @pytest.mark.parametrize(("there_is", "over"), [(80.0, 0.0), (60.0, 20.0)])
    def test_counts_what_an_evening_makes_for_tomorrow(self, there_is, over):
        """A stew of 45 minutes and tomorrow's box of 35 are 80 on one evening."""
        who = man(weekday_cooking_min=there_is)
        box = dish("lunch", *FISH).model_copy(
            update={"preparation": f"{AHEAD}, the evening before. "}
        )
        today = served(dish("dinner", *STEW), date=MONDAY, who=who)
        monday, _ = cooking_plan([today, served(box, date=later(1), who=who)])
        assert [one.minutes for one in monday.tonight] == [35.0]
        assert (monday.evening_min, monday.over_min) == (45.0, over)

    def test_counts_a_dinner_on_the_evening_that_makes_it(self):
        """What was made yesterday takes nothing of today's evening."""
        who = man(weekday_cooking_min=30.0)
        stew = dish("dinner", *STEW).model_copy(
            update={"preparation": f"{AHEAD}, the evening before. "}
        )
        days = [served(date=MONDAY, who=who), served(stew, date=later(1), who=who)]
        assert [(one.evening_min, one.over_min) for one in cooking_plan(days)] == [
            (0.0, 15.0),
            (0.0, 0.0),
        ]


def at_table(days, *eaters, pot=STEW, pantry=BUNDLED):
    """For how many plates a pot is cooked each time, where all of them eat of it on these days."""
    plans = [
        served(dish("dinner", *pot, pantry=pantry), date=later(number), who=who)
        for who in eaters
        for number in days
    ]
    return [one.portions for cooking in cooking_plan(plans) for one in cooking.dishes]


class TestOnePot:
    """What several eat at one table."""

    def test_is_cooked_once(self):
        """Two plates a dinner, and the dishes of each date once."""
        assert at_table((0, 3), athlete(), man(age=30.0)) == [4]
        assert at_table((0,), athlete(), man(age=30.0)) == [2]

    def test_has_a_plate_a_person(self):
        """Where several eat each has a plate of their own, and none counts for another."""
        days = [
            served(
                dish("dinner", STEW[0]).model_copy(update={"items": (item("white-beans", grams),)}),
                date=later(0),
                who=who,
            )
            for who, grams in ((athlete(), 100.0), (man(age=30.0), 200.0))
        ]
        (pot,) = cooking_plan(days)[0].dishes
        assert (pot.portions, pot.plates) == (2, 2.0)

    @pytest.mark.parametrize("place", [0, 1])
    def test_keeps_for_whoever_has_to_be_careful(self, place):
        """Somebody of 70 at the table, first or second: after three days it is cooked anew."""
        eaters = [athlete(), athlete()]
        eaters[place] = man(age=70.0)
        assert at_table((0, 3), *eaters) == [2, 2]
        assert at_table((0, 2), *eaters) == [4]

    def test_names_what_is_eaten_again_once_a_plate(self):
        """Who eats of it fresh at the same table eats nothing of an earlier day."""
        plans = [
            served(dish("dinner", *STEW), date=later(number), who=who)
            for who in (athlete(), man(age=30.0))
            for number in (0, 1)
        ]
        first, second = cooking_plan(plans)
        assert (first.again, len(second.again)) == ((), 2)


def test_refuses_unknown_units():
    """The closed list is offered."""
    with pytest.raises(InputError, match='units: "imperial" is unknown; choose one of'):
        cooking_plan([], units="imperial")


def test_refuses_a_day_without_a_date():
    """Nobody knows what comes after it."""
    with pytest.raises(InputError, match="plans: hold a day without a date; write the date"):
        cooking_plan([plan(man(), menu=True)])


def _most_days(dish_id, food_ids, who, units):
    """For how many days a dish of these foods may be eaten, from the table alone."""
    parts = {part.food_id for place in BUNDLED.dish(dish_id).places for part in place}
    most = [BUNDLED.dish(dish_id).keeps, {"metric": 3, "uk": 2, "us": 4}[units]]
    for food in map(BUNDLED.food, parts & food_ids):
        if food.role in {"fish", "shellfish"}:
            most.append(2)
        if food.role == "grain" and food.bought.item.split()[-1] == "rice":
            most.append(3 if units == "us" else 1)
    if "pregnant" in who.conditions or who.age >= 65.0:
        most.append(2)
    return min(most)


@pytest.mark.no_cover
@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(weeks())
def test_eats_no_leftover_beyond_its_time(plans):
    """What is made in any week is cooked once or kept, by the advice of any country."""
    entries = {(one.date, entry.start): entry for one in plans for entry in one.timeline or ()}
    made = [
        when
        for when, entry in entries.items()
        if entry.preparation_min is not None
        and (
            entry.name in {"lunch", "dinner", "tea", "supper"}
            or entry.preparation_min >= 10.0
            or (entry.preparation or "").startswith(("The evening before", f"{AHEAD}, the evening"))
        )
    ]
    for units in KEPT_DAYS:
        found = cooking_plan(plans, units=units)
        assert [one.date for one in found] == [one.date for one in plans]
        dishes = [(cooking.date, one) for cooking in found for one in cooking.dishes]
        eaten = [(each.date, each.time) for _, one in dishes for each in one.eaten]
        assert sorted(eaten) == sorted(made)
        for date, one in dishes:
            assert one.eaten[0].date == date
            for each in one.eaten:
                entry = entries[each.date, each.time]
                assert entry.dish_id == one.dish_id
                food_ids = {item.food_id for item in entry.items}
                most = _most_days(one.dish_id, food_ids, plans[0].athlete, units)
                assert (each.date - date).days <= one.keeps_days <= most
            assert one.keeps_days > 0 or one.portions == 1

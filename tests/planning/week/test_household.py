"""People who eat from one pot: the limits of all, and a portion for each."""

import datetime as dt

import pytest
from people import athlete, man

from fuelcalc import InputError, Plan, plan_week
from fuelcalc.models.week import Week
from fuelcalc.planning.week.household import (
    plan_household,
    shared_lunch,
    with_shared_limits,
)
from fuelcalc.planning.week.shopping import shopping_list

MONDAY = dt.date(2026, 11, 23)
WEEK = Week.of(tuesday={"runs": ["10 km easy 06:30"]}, saturday={"runs": ["18 km long 08:00"]})
SMALL = athlete(mass_kg=52.0, avoid=["nuts"], dislikes=["tofu"])
LARGE = man(mass_kg=92.0, likes=["salmon"], weekday_cooking="20 min")


@pytest.fixture(scope="module")
def weeks():
    """Two people's week, by one rota."""
    plans = [Plan(athlete=who, week=WEEK) for who in (SMALL, LARGE)]
    return plan_household(plans, first=MONDAY)


def test_has_the_limits_of_all():
    """The strictest diet, every allergen and restriction, and the least time."""
    vegan = athlete(diet="vegan", restrictions=["gluten-free"], weekday_cooking="40 min")
    for one in with_shared_limits([SMALL, LARGE, vegan], MONDAY):
        assert one.diet == "vegan"
        assert set(SMALL.avoid) <= set(one.avoid)
        assert one.restrictions == ("gluten-free",)
        assert one.dislikes == ("tofu",)
        assert one.weekday_cooking_min == 20.0
    assert [one.mass_kg for one in with_shared_limits([SMALL, LARGE], MONDAY)] == [52.0, 92.0]


def test_has_no_cold_smoked_fish_beside_somebody_of_65():
    """The youngest at the table has none either, though it is liked; at 64 it stays."""
    born = {"age": None, "birth_date": dt.date(1961, 11, 23)}
    likes = SMALL.with_(likes=["smoked salmon", "rice"])
    for start, dislikes, liked in (
        (MONDAY, ("tofu", "smoked salmon"), ("rice",)),
        (MONDAY - dt.timedelta(days=1), ("tofu",), ("smoked salmon", "rice")),
    ):
        for one in with_shared_limits([likes, LARGE.with_(likes=[], **born)], start):
            assert (one.dislikes, one.likes) == (dislikes, liked)


def test_has_none_all_week_where_somebody_turns_65_in_it():
    """On the days before the birthday neither of them, since the pot is one."""
    likes = {"likes": ["smoked salmon"]}
    old = LARGE.with_(age=None, birth_date=MONDAY.replace(year=1961) + dt.timedelta(2), **likes)
    plans = [Plan(athlete=who, week=WEEK) for who in (SMALL.with_(**likes), old)]
    for week in plan_household(plans, first=MONDAY):
        foods = {item.food_id for day in week.days for one in day.timeline for item in one.items}
        assert foods
        assert "smoked-salmon" not in foods


def test_cooks_one_dinner(weeks):
    """Most dinners are the same dish for both; where one's share asks for another, it is."""
    dinners = [
        [next(one.dish_id for one in day.timeline if one.name == "dinner") for day in week.days]
        for week in weeks
    ]
    same = sum(one == other for one, other in zip(*dinners, strict=True))
    assert same >= 4


def test_serves_each_their_portion(weeks):
    """The larger eater's plates hold what his day asks for, not hers."""
    small, large = weeks
    assert large.energy.intake_kcal > 1.3 * small.energy.intake_kcal
    for week in weeks:
        for day in week.days:
            assert day.menu.totals.energy_kcal == pytest.approx(day.energy.intake_kcal, rel=0.04)


def test_serves_nobody_what_one_must_not_eat(weeks):
    """An allergen of one is on no plate of anybody."""
    nuts = {"peanut", "almond", "walnut", "hazelnut", "pecan", "cashew", "pistachio"}
    held = {
        item.name
        for week in weeks
        for day in week.days
        for one in day.timeline
        for item in one.items
    }
    assert not {name for name in held if any(nut in name for nut in nuts)}


@pytest.mark.parametrize("count", [0, 7])
def test_has_a_most_of_people(count):
    """Nobody, or a canteen, is refused in a line."""
    with pytest.raises(InputError, match="people are planned for together"):
        plan_household([Plan(athlete=SMALL, week=WEEK)] * count)


def test_cooks_once_for_all(weeks):
    """One plan of the kitchen: a shared dinner is cooked once, with a portion for each."""
    small, large = weeks
    assert small.cooking == large.cooking
    assert [day.date for day in small.cooking] == [day.date for day in small.days]
    dishes = [dish for day in small.cooking for dish in day.dishes]
    assert max(dish.portions for dish in dishes) >= 4
    assert all(one.cooked < day.date for day in small.cooking for one in day.again)


def test_has_one_list_for_all(weeks):
    """What is bought is what all plates hold: as much eggs as both of them eat."""
    small, large = weeks
    assert small.shopping == large.shopping
    alone = [shopping_list(week.days) for week in weeks]
    for line in small.shopping.lines:
        parts = [one.need_g for part in alone for one in part.lines if one.name == line.name]
        assert line.need_g == pytest.approx(sum(parts), abs=1.0)


@pytest.mark.parametrize(
    ("lunches", "shared"),
    [
        (("canteen", None), ""),
        (("home", "packed"), "packed"),
        (("microwave", "packed"), "packed"),
        (("canteen", "microwave", "home"), "microwave"),
        (("canteen", "canteen"), "canteen"),
        (("home",), None),
    ],
)
def test_goes_by_the_lunch_that_asks_most(lunches, shared):
    """A cold box suits everybody, a canteen asks for nothing; alone there is nothing to share."""
    assert shared_lunch([athlete(lunch=lunch) for lunch in lunches]) == shared


def test_shares_dinners_wherever_lunch_is():
    """One in a canteen and one with a box at work sit down to the same dinners."""
    plans = [
        Plan(athlete=athlete(lunch="packed"), week=WEEK),
        Plan(athlete=man(lunch="canteen"), week=WEEK),
    ]
    boxed, canteen = plan_household(plans, first=MONDAY)
    dinners = [
        [next(one.dish_id for one in day.timeline if one.name == "dinner") for day in week.days]
        for week in (boxed, canteen)
    ]
    assert sum(one == other for one, other in zip(*dinners, strict=True)) >= 6
    at_noon = [next(one for one in day.timeline if one.name == "lunch") for day in canteen.days[:5]]
    assert all(one.elsewhere.place == "canteen" and not one.items for one in at_noon)


def test_says_whose_plan_cannot_be():
    """A day of the partner's that no clock holds is named with them; the first one's is not."""
    long = Week.of(monday={"runs": ["30 h easy 07:00"]})
    ours = Plan(athlete=SMALL, week=WEEK)
    theirs = Plan(athlete=man(name="Ben"), week=long)
    with pytest.raises(InputError) as error:
        plan_household([ours, theirs], first=MONDAY, menu=False)
    assert error.value.path == "Ben.2026-11-23.sessions"
    with pytest.raises(InputError) as error:
        plan_household([theirs, ours], first=MONDAY, menu=False)
    assert error.value.path == "2026-11-23.sessions"


def test_is_the_week_of_one_who_eats_alone():
    """A household of one is no other week, wherever they have lunch."""
    alone = Plan(athlete=athlete(lunch="packed"), week=WEEK)
    assert plan_household([alone], first=MONDAY) == (plan_week(alone, first=MONDAY),)


@pytest.mark.parametrize("key", ["dislikes", "likes"])
def test_says_that_together_they_name_too_many_foods(key):
    """A hundred and fifty each are too many for one pot, in one line; a hundred each are not."""
    words = [[f"food {first + number}" for number in range(150)] for first in (0, 1000)]
    many = [SMALL.with_(**{key: each}) for each in words]
    shared = with_shared_limits([many[0], many[0]], MONDAY)
    assert [len(getattr(one, key)) for one in shared] == [150, 150]
    plans = [Plan(athlete=one, week=WEEK) for one in many]
    with pytest.raises(InputError) as error:
        plan_household(plans, first=MONDAY, menu=False)
    assert str(error.value) == f"household.{key}: 300 items, the most is 200"

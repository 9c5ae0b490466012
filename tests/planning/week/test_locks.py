"""Dishes set for a week: that dish, its leftovers and the list change, and nothing else."""

import datetime as dt

import pytest
from people import athlete

from fuelcalc import InputError, Plan, plan_week
from fuelcalc.models.week import Week
from fuelcalc.planning.week.locks import dated_locks

MONDAY = dt.date(2026, 11, 23)
DATES = [MONDAY + dt.timedelta(days=place) for place in range(7)]
PLAN = Plan(athlete=athlete(), week=Week.of(saturday={"runs": ["12 km easy 08:00"]}))


@pytest.fixture(scope="module")
def weeks():
    """The week as it is, and with another dinner on Monday."""
    usual = plan_week(PLAN, first=MONDAY)
    return usual, plan_week(PLAN, first=MONDAY, lock={"monday dinner": "lentil-bolognese"})


def meal(week, place, name):
    """A meal of a day."""
    return next(one for one in week.days[place].timeline if one.name == name)


def test_sets_a_dinner_and_what_is_left_of_it(weeks):
    """Monday's dinner, and Tuesday's lunch that eats it again."""
    usual, locked = weeks
    assert meal(usual, 0, "dinner").dish_id == meal(usual, 1, "lunch").dish_id
    assert meal(locked, 0, "dinner").dish_id == "lentil-bolognese"
    assert meal(locked, 1, "lunch").dish_id == "lentil-bolognese"


def test_leaves_the_other_days_alone(weeks):
    """From Wednesday on every day is the same."""
    usual, locked = weeks
    assert usual.days[2:] == locked.days[2:]


def test_is_cooked_and_bought(weeks):
    """The cooking plan makes it on Monday, and the list has its lentils."""
    _, locked = weeks
    assert "lentil-bolognese" in {dish.dish_id for dish in locked.cooking[0].dishes}
    assert any("lentil" in line.name for line in locked.shopping.lines)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("tuesday dinner", ["2026-11-24 dinner"]),
        ("Tue 19:15", ["2026-11-24 19:15"]),
        ("2026-11-29 lunch", ["2026-11-29 lunch"]),
    ],
)
def test_knows_days_by_name_and_date(word, found):
    """A weekday, its first three letters, or the date itself."""
    assert [*dated_locks({word: "x"}, DATES)] == found


def test_sets_every_week_of_several():
    """A weekday is each one of them."""
    both = dated_locks({"sunday dinner": "x"}, [*DATES, *(d + dt.timedelta(days=7) for d in DATES)])
    assert [*both] == ["2026-11-29 dinner", "2026-12-06 dinner"]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("dinner", 'write "tuesday dinner"'),
        ("tusday dinner", "did you mean tuesday?"),
        ("2026-12-24 dinner", "names no day of this week"),
        ("tuesday", 'write "tuesday dinner"'),
    ],
)
def test_refuses_in_one_line(word, said):
    """Without a day, without a feeding, or a day of another week."""
    with pytest.raises(InputError) as error:
        dated_locks({word: "x"}, DATES)
    assert said in str(error.value)

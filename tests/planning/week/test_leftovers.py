"""A day on its own knows what its week has cooked before."""

import datetime as dt
import re

import pytest
from people import athlete
from served import item

from fuelcalc import Plan, plan_day, plan_week
from fuelcalc.models.week import Week
from fuelcalc.pantry import BUNDLED
from fuelcalc.planning.day import planned_in
from fuelcalc.planning.week import leftovers
from fuelcalc.planning.week.leftovers import kitchen_of

MONDAY = dt.date(2026, 11, 23)
RUNS = {day: {"runs": ["8 km easy 06:30"]} for day in ("tuesday", "thursday", "saturday")}
PLAN = Plan(athlete=athlete(), week=Week.of(**RUNS))


def day_of(place, plan=PLAN, **options):
    """One day of the week by itself, and its kitchen."""
    calendar = plan.calendar
    day = calendar.day_on(MONDAY + dt.timedelta(days=place))
    before, after = calendar.neighbours(day)
    week = calendar.week_of(day)
    found = plan_day(plan.athlete, day, plan.goal, before=before, after=after, week=week, **options)
    options.pop("menu", None)
    return found, kitchen_of(plan, found, **options)


def eaten_again(*plan, **options):
    """What a day by itself eats of what was cooked before."""
    _, kitchen = day_of(*plan, **options)
    return () if kitchen is None else kitchen.again


def test_is_what_the_week_says():
    """Every day alone has the leftovers that the week from Monday on has for it."""
    week = plan_week(PLAN, first=MONDAY)
    said = [of.again for of in week.cooking]
    assert [eaten_again(place) for place in range(7)] == said
    assert sum(map(len, said)) >= 2


def test_knows_a_lock_of_the_day_before():
    """What is left of a locked dinner is the next lunch, and its own locks are none of Monday's."""
    locks = {"2026-11-23 dinner": "lentil-bolognese", "dinner": "full-english"}
    (again,) = (one for one in eaten_again(1, lock=locks) if one.feeding == "lunch")
    assert (again.dish_id, again.cooked) == ("lentil-bolognese", MONDAY)


def test_says_nothing_without_dishes():
    """No menu, no leftovers; nor for a day without a date."""
    assert eaten_again(1, menu=False) == ()
    undated = plan_day(PLAN.athlete, PLAN.week.days[1])
    assert kitchen_of(PLAN, undated) is None


def test_leaves_out_what_cannot_be_planned():
    """A Monday whose dish may not be eaten has cooked nothing, and Tuesday is planned."""
    table = {**RUNS, "monday": {"lock": ["breakfast=lentil-bolognese", "dinner=nothing-such"]}}
    plan = Plan(athlete=athlete(), week=Week.of(**table))
    found = plan_day(plan.athlete, PLAN.calendar.day_on(MONDAY + dt.timedelta(days=1)))
    assert kitchen_of(plan, found) is None


@pytest.mark.parametrize("fmt", ["text", "markdown", "html", "json", "ics"])
def test_stands_on_its_page(fmt):
    """In every format that has the method."""
    from fuelcalc import render
    from fuelcalc.reports.day.page import DayPage

    found, kitchen = day_of(1)
    lunch = next(one for one in found.timeline if one.name == "lunch")
    zoned = found.model_copy(update={"athlete": found.athlete.with_(time_zone="Europe/Berlin")})
    page = render(DayPage(zoned, kitchen), fmt)
    text = page if isinstance(page, str) else page.decode()
    assert ('"again":' if fmt == "json" else "Cooked on Monday") in text.replace("\r\n ", "")
    assert lunch.dish_id in {one.dish_id for one in kitchen.again}


@pytest.mark.parametrize("place", [0, 1])
def test_knows_the_dated_days_that_there_are(place):
    """Two days with dates, and none before, between or behind them."""
    dates = (MONDAY + dt.timedelta(days=1), MONDAY + dt.timedelta(days=3))
    plan = Plan.of(athlete=athlete(), days=[{"date": one} for one in dates])
    calendar = plan.calendar
    found = plan_day(plan.athlete, calendar.day_on(dates[place]), week=calendar.days)
    kitchen = kitchen_of(plan, found)
    assert kitchen.date == dates[place]


@pytest.mark.parametrize("fmt", ["text", "markdown", "html", "ics"])
def test_says_to_cook_for_tomorrow(fmt):
    """A dinner that is the next lunch too says how many portions to cook, as the week does."""
    from fuelcalc import render
    from fuelcalc.reports.day.page import DayPage

    found, kitchen = day_of(0)
    (dish,) = (one for one in kitchen.dishes if one.eaten[0].feeding == "dinner")
    assert dish.portions == 2
    week = plan_week(PLAN, first=MONDAY)
    assert dish in week.cooking[0].dishes
    zoned = found.model_copy(update={"athlete": found.athlete.with_(time_zone="Europe/Berlin")})
    page = render(DayPage(zoned, kitchen), fmt)
    text = " ".join(page.replace("\r\n ", "").replace("\\,", ",").split())
    # Of like plates it says how many, of unlike ones what goes into the pot.
    assert re.search(r"Cook (?:2 portions: the rest is for|for) Tuesday lunch", text)


def test_says_two_portions_of_a_plate_that_comes_twice():
    """Nobody is told foods that are twice what stands above."""
    found, kitchen = day_of(0)
    dinner = next(one for one in found.timeline if one.name == "dinner")
    twice = tuple(
        one.model_copy(update={"grams": 2.0 * one.grams, "amount": 2.0 * one.amount})
        for one in dinner.items
    )
    for pot in (twice, ()):
        text = _text(found, _cooking_with(kitchen, pot=pot))
        assert "Cook 2 portions: the rest is for Tuesday lunch." in text


def _cooking_with(kitchen, **changes):
    """A day's cooking whose dinner is another in some respects."""
    pots = tuple(
        one.model_copy(update=changes) if one.eaten[0].feeding == "dinner" else one
        for one in kitchen.dishes
    )
    return kitchen.model_copy(update={"dishes": pots})


def _text(found, kitchen, **look):
    """The page of a day in one line."""
    from fuelcalc import render
    from fuelcalc.reports.day.page import DayPage

    return " ".join(render(DayPage(found, kitchen), "text", **look).split())


@pytest.mark.parametrize(
    ("units", "said"), [("metric", "300 g cooked chickpeas"), ("us", "10.6 oz cooked chickpeas")]
)
def test_names_what_goes_into_a_pot_of_unlike_plates(units, said):
    """Where Tuesday's plate is another than Monday's, in grams or ounces as the reader has it."""
    found, kitchen = day_of(0)
    food = BUNDLED.food("chickpeas")
    cups = 300.0 / food.portion.one_g
    pot = (
        item("chickpeas", 300.0).model_copy(
            update={"name": food.name, "amount": cups, "portion": food.portion}
        ),
    )
    text = _text(found, _cooking_with(kitchen, pot=pot), units=units)
    assert f"Cook for Tuesday lunch too, in all: {said}" in text
    assert "portions: the rest is for Tuesday lunch" not in text


def test_says_what_to_keep_apart_until_it_is_eaten():
    """The first page says it of the day that eats it, in the words of its reader."""
    found, kitchen = day_of(0)
    (dish,) = (one for one in kitchen.dishes if one.eaten[0].feeding == "dinner")
    first, *later = dish.eaten
    assert not first.apart
    none = [one.model_copy(update={"apart": ()}) for one in later]
    later = [one.model_copy(update={"apart": ("rocket", "cucumber")}) for one in later]
    held = _cooking_with(kitchen, eaten=(first, *later))
    assert "Keep Tuesday's rocket and cucumber apart until then." in _text(found, held)
    assert "Keep Tuesday's arugula and cucumber" in _text(found, held, units="us")
    held = _cooking_with(kitchen, eaten=(first, *none))
    assert "apart until then" not in _text(found, held)


@pytest.mark.parametrize(
    ("is_cold", "is_packed", "apart", "said"),
    [
        (True, False, (), "Made on Monday: keep it in a fridge and eat it cold."),
        (
            True, False, ("rocket",),
            "Made on Monday: keep it in a fridge and eat it cold, with rocket added only then.",
        ),
        (
            True, True, (),
            "Made on Monday: keep it in a fridge or by an ice pack, and eat it cold.",
        ),
        (False, False, (), "Cooked on Monday: warm it until it steams."),
        (
            False,
            False,
            ("avocado",),
            "Cooked on Monday: warm it until it steams, then add avocado.",
        ),
        (
            False, True, (),
            "Cooked on Monday: keep it in a fridge or by an ice pack, and warm it until it steams.",
        ),
    ],
)  # fmt: skip
def test_says_how_what_is_left_is_eaten(is_cold, is_packed, apart, said):
    """Cold or warm, kept cool at work, and what was kept apart of it."""
    found, kitchen = day_of(1)
    changes = {"is_cold": is_cold, "is_packed": is_packed, "apart": apart}
    again = tuple(one.model_copy(update=changes) for one in kitchen.again)
    assert said in _text(found, kitchen.model_copy(update={"again": again}))


TUESDAY = MONDAY + dt.timedelta(days=1)
BOXED = Plan(
    athlete=athlete(lunch="packed"),
    week=Week.of(
        monday={"lock": ["dinner=cheese-omelette-potatoes"]},
        tuesday={"lock": ["lunch=falafel-plate"]},
    ),
)


def test_tells_the_evening_before_of_a_box():
    """Tuesday's lunch takes twenty minutes: Monday's page says so, and no other day's."""
    found, kitchen = day_of(0, BOXED)
    (box,) = [one for one in kitchen.tonight if one.feeding == "lunch"]
    assert (box.dish_id, box.date, box.minutes) == ("falafel-plate", TUESDAY, 20.0)
    dishes = [one.dish_id for one in kitchen.dishes]
    assert "falafel-plate" not in dishes
    said = "Make this evening too, for Tuesday lunch: falafel plate with hummus and pita bread"
    assert said in _text(found, kitchen)
    _, later = day_of(1, BOXED)
    assert all(one.date != TUESDAY for one in later.tonight)
    (cooked,) = [one for one in later.dishes if one.dish_id == "falafel-plate"]
    assert cooked.is_of_evening_before


def test_tells_the_evening_before_of_what_stands_overnight():
    """Oats take five minutes, and a night: Monday's page says so."""
    plan = Plan(
        athlete=athlete(), week=Week.of(tuesday={"lock": ["breakfast=overnight-oats-blueberry"]})
    )
    found, kitchen = day_of(0, plan)
    (oats,) = [one for one in kitchen.tonight if one.dish_id == "overnight-oats-blueberry"]
    assert (oats.date, oats.feeding) == (TUESDAY, "breakfast")
    assert "Make this evening too, for Tuesday breakfast: overnight oats" in _text(found, kitchen)


def test_tells_the_evening_before_of_what_is_boiled_for_a_run():
    """Tuesday's rice balls are boiled on Monday evening, and Monday's page says so."""
    long = {"runs": ["30 km long @ 6:00/km 08:00"], "lock": ["during the run=long-rice"]}
    found, kitchen = day_of(0, Plan(athlete=athlete(), week=Week.of(tuesday=long)))
    (rice,) = [one for one in kitchen.tonight if one.dish_id == "long-rice"]
    assert rice.date == TUESDAY
    assert "for Tuesday's run: balls of white rice" in _text(found, kitchen)


def test_makes_on_its_own_day_what_is_tomorrows_lunch_too():
    """Rice a day older is none for Tuesday: a pot of a late run is cooked between work and it."""
    monday = {"lock": ["dinner=squash-chickpea-curry"], "runs": ["8 km easy 19:10"]}
    plan = Plan(athlete=athlete(lunch="microwave"), week=Week.of(monday=monday))
    found, _ = day_of(0, plan)
    (dinner,) = [one for one in found.timeline if one.name == "dinner"]
    assert dinner.preparation.startswith("Make it ahead, between work and the session, keep")
    eaten = [(one.dish_id, one.feeding) for one in eaten_again(1, plan)]
    assert ("squash-chickpea-curry", "lunch") in eaten


def test_says_nothing_of_tomorrow_where_nothing_is_made_for_it():
    """No box, no word."""
    found, kitchen = day_of(0, BOXED)
    assert "Make this evening too" not in _text(found, kitchen.model_copy(update={"tonight": ()}))
    no_meal = found.model_copy(
        update={"timeline": tuple(one for one in found.timeline if not one.is_feeding)}
    )
    assert "Make this evening too" not in _text(no_meal, kitchen)


@pytest.mark.parametrize("first", [MONDAY, TUESDAY])
def test_has_a_box_made_on_the_evening_before_in_its_week(first):
    """After Monday's dinner, at eight where the week begins later; its row says when it is made."""
    from icalendar import Calendar

    from fuelcalc import render

    plan = Plan(athlete=athlete(lunch="packed", time_zone="Europe/Berlin"), week=BOXED.week)
    week = plan_week(plan, first=first)
    events = Calendar.from_ical(render(week, "ics")).walk("VEVENT")
    tasks = [one for one in events if str(one["SUMMARY"]).startswith("Cook falafel plate")]
    start = min(one["DTSTART"].dt for one in tasks)
    assert start.date() == MONDAY
    dinners = [
        one.minute + one.minutes
        for day in week.days
        for one in day.timeline
        if (day.date, one.name) == (MONDAY, "dinner")
    ]
    assert start.hour * 60.0 + start.minute == max(dinners, default=1200.0)
    rows = render(week, "markdown").splitlines()
    (row,) = [one for one in rows if "falafel plate" in one and "Tue lunch" in one]
    assert "Tue lunch, made the evening before" in row


def test_counts_from_the_day_on_which_a_dish_was_cooked():
    """What keeps a day and was eaten yesterday of Monday's pot is cooked anew, as in the week."""
    table = {day: {"lock": ["dinner=peanut-stew"]} for day in ("monday", "tuesday", "wednesday")}
    plan = Plan(athlete=athlete(), week=Week.of(**table))
    week = plan_week(plan, first=MONDAY)
    for place in range(4):
        found, kitchen = day_of(place, plan)
        assert kitchen.again == week.cooking[place].again, found.date


def test_plans_no_more_days_than_its_dishes_keep(monkeypatch):
    """No day before, of which nothing is left, and of those behind the one cooked for tonight."""
    planned = []

    def counted(calendar, days, *rest, **options):
        planned.extend(day.date for day in days)
        return planned_in(calendar, days, *rest, **options)

    monkeypatch.setattr(leftovers, "planned_in", counted)
    sunday = MONDAY + dt.timedelta(days=6)
    fresh = ["breakfast=full-english", "lunch=out", "dinner=cheese-omelette-potatoes"]
    table = {"sunday": {"lock": fresh}}
    found, kitchen = day_of(6, Plan(athlete=athlete(), week=Week.of(**RUNS, **table)))
    assert kitchen.date == found.date == sunday
    assert planned == [sunday + dt.timedelta(days=1)]

"""Dishes set for a week: that dish, its leftovers and the list change, and nothing else."""

import datetime as dt

import pytest
from people import athlete, man

from fuelcalc import Day, InputError, Plan, plan_day, plan_week, words
from fuelcalc.models.week import Week
from fuelcalc.planning.week.household import plan_household
from fuelcalc.planning.week.locks import dated_locks, dated_swaps, locks_around, swaps_on

MONDAY = dt.date(2026, 11, 23)
DATES = [MONDAY + dt.timedelta(days=place) for place in range(7)]
PLAN = Plan(athlete=athlete(), week=Week.of(saturday={"runs": ["12 km easy 08:00"]}))


@pytest.fixture(scope="module")
def weeks():
    """The week as it is, and with another dinner on Monday."""
    usual = plan_week(PLAN, first=MONDAY)
    return usual, plan_week(PLAN, first=MONDAY, lock={"monday dinner": "lentil-bolognese"})


@pytest.fixture(scope="module")
def swapped():
    """The week with another dinner on Monday, two further than the one that is planned."""
    return plan_week(PLAN, first=MONDAY, swap=["monday dinner", "mon dinner"])


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


class TestSwap:
    """A dish of a week that is exchanged for the next best."""

    def test_is_what_the_day_exchanges(self, weeks, swapped):
        """The twin of `plan_day`'s own swap, and one further for each time it is named."""
        usual, _ = weeks
        once = plan_week(PLAN, first=MONDAY, swap=["monday dinner"])
        calendar = PLAN.calendar
        today = calendar.day_on(MONDAY)
        before, after = calendar.neighbours(today)
        alone = plan_day(
            PLAN.athlete, today, before=before, after=after, week=calendar.week_of(today),
            swap=["dinner", "dinner"],
        )  # fmt: skip
        assert alone == swapped.days[0]
        dinners = {meal(week, 0, "dinner").dish_id for week in (usual, once, swapped)}
        assert len(dinners) == 3

    def test_changes_that_dish_and_what_is_left_of_it(self, weeks, swapped):
        """Every other plate of the week is the same to the gram."""
        usual, _ = weeks
        changed = {
            (one.date.weekday(), entry.name)
            for one, other in zip(usual.days, swapped.days, strict=True)
            for entry, now in zip(one.timeline, other.timeline, strict=True)
            if entry.items != now.items
        }
        assert changed == {(0, "dinner"), (1, "lunch")}

    def test_is_cooked_and_bought(self, weeks, swapped):
        """The kitchen makes the new one, and the list is that of the plates."""
        usual, _ = weeks
        new, old = (meal(week, 0, "dinner").dish_id for week in (swapped, usual))
        cooked = {dish.dish_id for dish in swapped.cooking[0].dishes}
        assert new in cooked
        assert old not in cooked
        assert swapped.shopping.lines != usual.shopping.lines

    def test_is_the_same_for_the_table(self):
        """Who eats with somebody eats the new dish too."""
        plans = [PLAN, Plan(athlete=man(mass_kg=90.0), week=PLAN.week)]
        usual = plan_household(plans, first=MONDAY)
        weeks = plan_household(plans, first=MONDAY, swap=["sunday dinner"])
        before, after = (
            [meal(week, 6, "dinner").dish_id for week in those] for those in (usual, weeks)
        )
        assert before[0] not in after
        assert after[0] == after[1]


def test_a_day_knows_the_weekdays_of_its_week():
    """A lock by weekday is one by date, and a swap of another day is refused."""
    tuesday = DATES[1]
    assert locks_around({"sun dinner": "a"}, tuesday) == {"2026-11-29 dinner": "a"}
    assert dated_swaps(["fri lunch", "mon lunch"], DATES) == {
        DATES[0]: ["lunch"], DATES[4]: ["lunch"],
    }  # fmt: skip
    assert swaps_on(["tue dinner", "19:15"], tuesday) == ["dinner", "19:15"]
    with pytest.raises(InputError, match="is not of Tuesday"):
        swaps_on(["wednesday dinner"], tuesday)


def test_a_word_is_no_list_of_swaps():
    """One text where several may stand is refused before its letters are read."""
    with pytest.raises(InputError, match=r'write \["monday dinner"\]'):
        plan_week(PLAN, first=MONDAY, swap="monday dinner")
    with pytest.raises(InputError, match=r"lock: .* is not a table; write \{"):
        plan_week(PLAN, first=MONDAY, lock="monday dinner=out")
    with pytest.raises(InputError, match='swap: "dinner" names no day of this week and feeding'):
        plan_week(PLAN, first=MONDAY, swap=["dinner"])


def test_swaps_nothing_where_no_food_is_shown():
    """Whose menu a guard withholds has no dish to exchange, and the week is planned as ever."""
    hidden = man(mass_kg=45.0)
    plan = Plan(athlete=hidden, week=PLAN.week)
    week = plan_week(plan, first=MONDAY, swap=["monday dinner"])
    assert week.days == plan_week(plan, first=MONDAY).days


@pytest.mark.parametrize(
    ("dish", "said"),
    [
        ("teriyaki-salmon-donburi", "2026-11-24.lock: "),
        ("lentil-bolognesse", '2026-11-24.dish: there is no "lentil-bolognesse"'),
    ],
)
@pytest.mark.parametrize("in_file", [True, False], ids=["file", "option"])
def test_refuses_a_dish_once(dish, said, in_file):
    """Of seven days that know of it, the one that it is set on says so."""
    athlete = {"sex": "male", "age": 30, "mass": "75 kg", "height": "178 cm", "diet": "vegan"}
    tuesday = {"runs": ["8 km easy 06:30"], "lock": [f"dinner={dish}"] if in_file else []}
    plan = Plan.of(athlete=athlete, week={"tuesday": tuesday})
    with pytest.raises(InputError) as error:
        plan_week(plan, first=MONDAY, lock={} if in_file else {"tuesday dinner": dish})
    assert len(error.value.mistakes) == 1
    assert str(error.value).startswith(said)


class TestLeftOfALock:
    """What somebody sets for dinner is cooked on for the next lunch, on any day of the week."""

    @pytest.mark.parametrize("place", range(6))
    def test_is_the_next_lunch(self, place):
        """From Monday to Saturday; every other plate of that next day stays to the gram."""
        usual = plan_week(PLAN, first=MONDAY).days[place + 1]
        lock = {f"{DATES[place]} dinner": "lentil-bolognese"}
        found = plan_week(PLAN, first=MONDAY, lock=lock)
        assert meal(found, place + 1, "lunch").dish_id == "lentil-bolognese"
        served, was = (
            [(one.name, one.items) for one in day.timeline if one.name != "lunch"]
            for day in (found.days[place + 1], usual)
        )
        assert served == was
        cooked = next(one for one in found.cooking if one.date == DATES[place])
        (pot,) = (one for one in cooked.dishes if one.dish_id == "lentil-bolognese")
        assert pot.portions == 2

    def test_goes_from_sunday_to_monday(self):
        """The next week's Monday eats it too, as a day by itself knows."""
        lock = {f"{DATES[6]} dinner": "lentil-bolognese"}
        monday = PLAN.calendar.day_on(MONDAY + dt.timedelta(days=7))
        found = plan_day(PLAN.athlete, monday, lock=lock)
        assert "lentil-bolognese" in {one.dish_id for one in found.timeline if one.name == "lunch"}

    @pytest.mark.parametrize(
        ("lunch", "lock"),
        [
            ("packed", {"tuesday dinner": "lentil-bolognese"}),
            ("canteen", {"tuesday dinner": "lentil-bolognese"}),
            (None, {"tuesday dinner": "teriyaki-salmon-donburi"}),
            (None, {"tuesday dinner": "out"}),
            (None, {"tuesday dinner": "lentil-bolognese", "wednesday lunch": "full-english"}),
            (None, {"tuesday dinner": "lentil-bolognese", "wednesday dinner": "lentil-bolognese"}),
        ],
    )
    def test_is_no_lunch_where_it_cannot_be(self, lunch, lock):
        """Cold from a box, in a canteen, where it does not travel, or where lunch is another."""
        plan = Plan(athlete=athlete(lunch=lunch), week=PLAN.week)
        found = plan_week(plan, first=MONDAY, lock=lock)
        assert meal(found, 2, "lunch").dish_id != lock["tuesday dinner"]

    def test_gives_way_to_the_eve_of_a_race(self):
        """Lentils are no lunch before a marathon, whoever cooked them."""
        race = {"runs": ["marathon race in 4:00:00 09:00"]}
        plan = Plan(athlete=athlete(), week=Week.of(sunday=race))
        found = plan_week(plan, first=MONDAY, lock={"friday dinner": "lentil-bolognese"})
        assert meal(found, 5, "lunch").dish_id != "lentil-bolognese"

    def test_is_nothing_that_a_swap_does(self):
        """An exchanged dinner that the week does not cook on changes no lunch."""
        usual = plan_week(PLAN, first=MONDAY)
        found = plan_week(PLAN, first=MONDAY, swap=["tuesday dinner"])
        assert meal(found, 1, "dinner").dish_id != meal(usual, 1, "dinner").dish_id
        assert meal(found, 2, "lunch").dish_id == meal(usual, 2, "lunch").dish_id
        ours, theirs = plan_household([PLAN, PLAN], first=MONDAY, swap=["tuesday dinner"])
        assert meal(ours, 2, "lunch").dish_id == meal(theirs, 2, "lunch").dish_id


class TestNowBeatsTheFile:
    """What is asked for now stands where a plan's own days set something else."""

    FILE = Week.of(
        tuesday={"lock": ["dinner=lentil-bolognese"]}, saturday={"runs": ["12 km easy 08:00"]}
    )

    @pytest.mark.parametrize("word", ["tuesday dinner", "tue Dinner", "tuesday 19:00"])
    def test_whatever_it_is_called(self, word):
        """The feeding's name or its time, of the week and of the day."""
        plan = PLAN.with_(week=self.FILE)
        assert meal(plan_week(plan, first=MONDAY), 1, "dinner").dish_id == "lentil-bolognese"
        week = plan_week(plan, first=MONDAY, lock={word: "chilli-sin-carne"})
        assert meal(week, 1, "dinner").dish_id == "chilli-sin-carne"
        day = plan.calendar.day_on(DATES[1])
        alone = plan_day(plan.athlete, day, lock={word.partition(" ")[2]: "chilli-sin-carne"})
        dinner = next(one for one in alone.timeline if one.name == "dinner")
        assert dinner.dish_id == "chilli-sin-carne"

    def test_two_of_the_file_are_still_refused(self):
        """A name and its time are one feeding, and no file has two dishes for it."""
        twice = Week.of(tuesday={"lock": ["dinner=lentil-bolognese", "19:00=chilli-sin-carne"]})
        with pytest.raises(InputError, match="has two dishes"):
            plan_week(PLAN.with_(week=twice), first=MONDAY)

    def test_at_a_table_of_two_who_disagree(self):
        """Two files with two dishes are refused, until a third is asked for now."""
        other = Week.of(tuesday={"lock": ["dinner=cod-chickpea-potato-stew"]})
        table = [
            PLAN.with_(week=self.FILE),
            Plan(athlete=man(name="Ben", avoid=["fish"]), week=other),
        ]
        with pytest.raises(InputError, match="Ben"):
            plan_household(table, first=MONDAY)
        now = {"tuesday dinner": "chilli-sin-carne"}
        for week in plan_household(table, first=MONDAY, lock=now):
            assert meal(week, 1, "dinner").dish_id == "chilli-sin-carne"


def test_says_of_a_long_dish_that_it_may_be_set():
    """Nobody looked for a quicker dish where one was set, and the page claims nothing else."""
    who = athlete(weekday_cooking="15 min")
    plan = plan_day(who, Day(date=MONDAY), lock={"dinner": "chilli-sin-carne"})
    (slow,) = (one for one in plan.notes if one.code == "menu-slow")
    assert "chilli sin carne with rice takes 40 min" in words(slow)
    assert words(slow).endswith("or you have set it yourself.")

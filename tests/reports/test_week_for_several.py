"""A week's page for several who eat of one pot, and what is cooked for them."""

import datetime as dt
import json

import pytest
from icalendar import Calendar
from one_week import MONDAY, PLAN, WEEK

from fuelcalc import Athlete, Plan, plan_week, render
from fuelcalc.models.timeline import Elsewhere
from fuelcalc.models.week import Week
from fuelcalc.planning.week.household import plan_household
from fuelcalc.reports.look import Look
from fuelcalc.reports.week.cooking import cooking_tasks
from fuelcalc.reports.week.page import WeekPage
from fuelcalc.units.clock import WEEKDAYS


def test_has_no_plates_for_one():
    """Who eats alone reads the dishes of each day."""
    assert "Plates" not in render(WEEK, "markdown")


class TestDinnersThatDiffer:
    """What stands on the page where not everybody eats the same."""

    @staticmethod
    def plates(*changes):
        """The rows of plates of a week and of one more for each change of its first dinner."""
        week = plan_week(PLAN, first=MONDAY)
        first, *rest = week.days
        others = [
            week.model_copy(
                update={
                    "athlete": Athlete.of(sex="male", age=30, mass="80 kg", height="180 cm"),
                    "days": (
                        first.model_copy(
                            update={
                                "timeline": tuple(
                                    one.model_copy(update=change) if one.name == "dinner" else one
                                    for one in first.timeline
                                )
                            }
                        ),
                        *rest,
                    ),
                }
            )
            for change in changes
        ]
        page = render(WeekPage(week, others=tuple(others)), "markdown")
        return week, page.partition("## Plates")[2].splitlines()

    def test_names_another_dish(self):
        """A person whose hours ask for another dish is not given the shared one's amounts."""
        _, rows = self.plates({"dish_id": "soup", "dish": "bean soup"}, {})
        dinner = next(row for row in rows if row.startswith("| Mon 28 dinner"))
        cells = [cell.strip() for cell in dinner.split("|")[2:-1]]
        assert cells[1] == "bean soup"
        assert cells[0].startswith(cells[2][:20])
        head = next(row for row in rows if row.startswith("| meal"))
        assert [cell.strip() for cell in head.split("|")[3:-1]] == ["person 2", "person 3"]

    def test_names_each_dinner_where_none_is_shared(self):
        """Two dinners are two names; a breakfast that differs is everybody's own."""
        week, rows = self.plates({"dish_id": "soup", "dish": "bean soup"})
        dinner = next(row for row in rows if row.startswith("| Mon 28 dinner"))
        own = next(one.dish for one in week.days[0].timeline if one.name == "dinner")
        assert [cell.strip() for cell in dinner.split("|")[2:-1]] == [own, "bean soup"]

    def test_says_where_somebody_eats(self):
        """Who is out has that in place of a dish, and who has no dinner has nothing."""
        out = {"dish_id": None, "dish": None, "elsewhere": Elsewhere(place="out", what="")}
        gone = {"dish_id": None, "dish": None}
        _, rows = self.plates(out, {}, gone)
        dinner = next(row for row in rows if row.startswith("| Mon 28 dinner"))
        assert [cell.strip() for cell in dinner.split("|")[3:-1:2]] == ["out", ""]
        eaten = {**out, "elsewhere": Elsewhere(place="eaten", what="pizza")}
        _, rows = self.plates(eaten)
        assert any(row.startswith("| Mon 28 dinner") and "pizza, eaten" in row for row in rows)
        _, rows = self.plates(gone)
        assert not any(row.startswith("| Mon 28 dinner") for row in rows)

    def test_holds_no_snacks(self):
        """They are everybody's own, and several of a day have one name."""
        week, rows = self.plates({})
        assert any(one.name == "snack" for one in week.days[0].timeline)
        assert not any("snack" in row.split("|")[1] for row in rows if row.startswith("| "))


class TestWhoEatsIt:
    """The cooking plan of a table of which one has lunch in a canteen."""

    @pytest.fixture(scope="class")
    @staticmethod
    def weeks():
        """Ana packs lunch, Ben has it in the canteen."""
        ana = PLAN.athlete.with_(lunch="packed")
        ben = Athlete.of(
            name="Ben", sex="male", age=36, mass="80 kg", height="180 cm", lunch="canteen"
        )
        return plan_household([Plan(athlete=who, week=PLAN.week) for who in (ana, ben)],
                              first=MONDAY)  # fmt: skip

    def test_names_who_does_where_not_all_do(self, weeks):
        """Lunches are hers alone; a dinner of both needs no name."""
        page = " ".join(render(WeekPage(weeks[0], others=weeks[1:]), "markdown").split())
        kitchen = page.partition("## Cooking")[2].partition("## Plates")[0]
        assert "lunch (Ana)" in kitchen
        assert "dinner (Ana, Ben)" not in kitchen
        assert "dinner, " in kitchen
        assert " (Ana)" not in render(weeks[0], "markdown")

    def test_packs_before_work(self, weeks):
        """A packed lunch is begun when the day's first meal is eaten, or on the evening before."""
        tasks = {(one.date, one.text): one for one in cooking_tasks(weeks, Look())}
        packed = [
            (day.date, dish)
            for day in weeks[0].cooking
            for dish in day.dishes
            if dish.eaten[0].is_packed
        ]
        assert packed
        for date, dish in packed:
            if dish.is_of_evening_before:
                task = tasks[date - dt.timedelta(days=1), f"Cook {dish.name}"]
                assert task.minute >= 18 * 60
                continue
            timeline = next(day.timeline for day in weeks[0].days if day.date == date)
            breakfast = next(one for one in timeline if one.name == "breakfast")
            task = tasks[date, f"Cook {dish.name}"]
            assert task.minute == breakfast.minute + breakfast.minutes


def test_ends_with_what_to_buy():
    """A guide with food has the list behind its days, and the cooking on its first page."""
    week = plan_week(PLAN, first=MONDAY)
    view = WeekPage(week, with_days=True).view(Look(), "page")
    assert view.following[-1].title.startswith("Shopping list")
    assert [section.name for section in view.following[-2].sections] == ["cooking"]
    page = render(week, "markdown").partition("## Cooking")[2]
    assert "Mon dinner, Tue lunch" in page


def test_joins_plates_by_date():
    """Who has fewer days is asked of the same date, or of none."""
    week = plan_week(PLAN, first=MONDAY)
    other = week.model_copy(update={"days": week.days[2:4], "training": week.training[2:4]})
    page = render(WeekPage(week, others=(other,)), "markdown").partition("## Plates")[2]
    assert "| Wed 30 dinner" in page
    assert "| Mon 28 dinner" not in page


def test_says_what_is_hidden_of_others():
    """A guard's warning of somebody at the table stands on the page, by name."""
    kim = Athlete.of(
        name="Kim", sex="female", age=30, mass="60 kg", height="165 cm", conditions=["pregnant"]
    )
    week = plan_week(PLAN, first=MONDAY)
    other = plan_week(PLAN.model_copy(update={"athlete": kim}), first=MONDAY)
    page = " ".join(render(WeekPage(week, others=(other,))).split())
    assert "Kim: Pregnancy" in page
    assert "Portions for Kim are not shown." in page


@pytest.mark.parametrize("fmt", ["text", "markdown", "html"])
def test_warms_up_what_the_cooking_plan_says(fmt):
    """A page says when its meal was cooked, as the week does, in place of the whole method."""
    week = plan_week(PLAN, first=MONDAY)
    again = [one for of in week.cooking for one in of.again]
    assert again
    page = " ".join(render(WeekPage(week, with_days=True), fmt).split())
    for one in again:
        how = "keep it in a fridge and eat it cold" if one.is_cold else "warm it until it steams"
        # Of what is good cold some is better warm, where nobody takes it to work.
        if (
            one.is_cold
            and not one.is_packed
            and one.dish_id.startswith(("falafel", "zucchini-frittata"))
        ):
            how = "keep it in a fridge and warm it through, or eat it cold"
        made = "Made" if one.is_cold else "Cooked"
        assert f"{made} on {one.cooked:%A}: {how}" in page
    assert page.count("Cooked on ") + page.count("Made on ") == len(again)


def test_gives_no_time_to_cook_what_another_page_eats():
    """A pot of somebody who is not on the page is no task of its calendar."""
    week = plan_week(PLAN, first=MONDAY)
    hidden = tuple(day.model_copy(update={"timeline": None}) for day in week.days)
    assert [*cooking_tasks([week], Look())]
    assert not [*cooking_tasks([week.model_copy(update={"days": hidden})], Look())]


class TestHousehold:
    """What programs read of several who eat from one pot."""

    @pytest.fixture(scope="class")
    @staticmethod
    def page():
        """Two women of one height without names, and their page."""
        small = Athlete.of(
            sex="female", age=34, mass="58 kg", height="168 cm", time_zone="Europe/Berlin"
        )
        large = Athlete.of(sex="female", age=30, mass="75 kg", height="168 cm")
        plans = [Plan(athlete=who, week=PLAN.week) for who in (small, large)]
        first, second = plan_household(plans, first=MONDAY)
        return WeekPage(first, others=(second,))

    def test_is_json_with_the_others(self, page):
        """Under `others`, each as the whole is; who eats alone has none."""
        tree = json.loads(render(page, "json"))
        (other,) = tree["others"]
        alone = json.loads(render(page.others[0], "json"))
        own = {"schema", "cooking", "shopping", "seasonings", "others"}
        assert other == {name: value for name, value in alone.items() if name not in own}
        assert json.loads(render(page.plan, "json"))["others"] == []
        assert tree["days"] == json.loads(render(page.plan, "json"))["days"]

    @pytest.mark.parametrize("fmt", ["csv", "foods-csv"])
    def test_is_rows_of_each(self, page, fmt):
        """The first column says whose a row is; the others are as ever."""
        head, *rows = render(page, fmt).splitlines()
        assert head == "athlete," + render(page.plan, fmt).splitlines()[0]
        whose = [row.partition(",")[0] for row in rows]
        lengths = [len(render(week, fmt).splitlines()) - 1 for week in (page.plan, *page.others)]
        assert [whose.count(name) for name in ("person 1", "person 2")] == lengths

    def test_is_a_calendar_of_all(self, page):
        """Each has their events, told apart by name and identifier; those of the first stay."""
        events = Calendar.from_ical(render(page, "ics")).walk("VEVENT")
        marks = [str(event["UID"]) for event in events]
        assert len(marks) == len(set(marks))
        alone = Calendar.from_ical(render(page.plan, "ics")).walk("VEVENT")
        assert {str(event["UID"]) for event in alone} <= set(marks)
        told = [str(event["SUMMARY"]) for event in events]
        assert {text.partition(":")[0] for text in told if not text.startswith("Cook ")} == {
            "person 1", "person 2",
        }  # fmt: skip

    def test_leaves_out_whose_clock_is_hidden(self, page):
        """A guard of one does not take the calendar from the other."""
        hidden = tuple(day.model_copy(update={"timeline": None}) for day in page.others[0].days)
        other = page.others[0].model_copy(update={"days": hidden})
        text = render(WeekPage(page.plan, others=(other,)), "ics")
        assert "SUMMARY:person 2" not in text
        assert "SUMMARY:person 1" in text

    def test_cooks_nothing_of_which_nobody_shown_eats(self, page):
        """What only somebody else at the table eats is no task of the one whose week is shown."""
        hidden = tuple(day.model_copy(update={"timeline": None}) for day in page.plan.days)
        alone = page.plan.model_copy(update={"days": hidden})
        assert list(cooking_tasks((alone,), Look())) == []
        assert list(cooking_tasks((alone, *page.others), Look()))

    def test_has_a_guide_for_each(self, page):
        """The pages of both, and one list behind them."""
        views = page._replace(with_days=True).view(Look(), "page").following
        assert len(views) == 7 + 1 + 7 + 1 + 1
        assert [section.name for section in views[-2].sections] == ["cooking", "plates"]
        assert not any(view.following for view in views)
        assert [view.name for view in views] == [""] * 7 + ["person 2"] * 8 + [""] * 2
        html = render(page._replace(with_days=True), "html")
        assert html.count(">person 2: Monday 28 December 2026</a>") == 1
        assert html.count(">Monday 28 December 2026</a>") == 1
        assert [view.title.startswith("Shopping list") for view in views].count(True) == 1


class TestCookingInCalendar:
    """What is cooked, as something to do."""

    def test_ends_when_it_is_eaten(self):
        """Each dish once, before the first meal of it, or after dinner on the evening before."""
        athlete = PLAN.athlete.model_copy(update={"time_zone": "Europe/Berlin"})
        week = plan_week(PLAN.model_copy(update={"athlete": athlete}), first=MONDAY)
        events = Calendar.from_ical(render(week, "ics")).walk("VEVENT")
        cooked = [one for one in events if str(one["SUMMARY"]).startswith("Cook ")]
        dishes = [dish for day in week.cooking for dish in day.dishes]
        assert len(cooked) == len(dishes)
        over = {
            (day.date, entry.end)
            for day in week.days
            for entry in day.timeline
            if entry.kind in {"run", "lift"}
        }
        for event, dish in zip(cooked, dishes, strict=True):
            assert str(event["SUMMARY"]) == f"Cook {dish.name}"
            eaten = dt.datetime.combine(dish.eaten[0].date, dish.eaten[0].time)
            end = event["DTEND"].dt.replace(tzinfo=None)
            begun = end - dt.timedelta(minutes=round(dish.minutes))
            if dish.is_of_evening_before:
                dinners = [
                    dt.datetime.combine(day.date, entry.end)
                    for day in week.days
                    for entry in day.timeline
                    if entry.name == "dinner"
                ]
                eve = dish.eaten[0].date - dt.timedelta(days=1)
                assert begun == next(one for one in dinners if one.date() == eve)
                continue
            # After a session it is begun when that is over, and eaten when it is ready.
            assert end == eaten or (end > eaten and (begun.date(), begun.time()) in over)
        shared = next(one for one in cooked if "2 portions" in str(one["DESCRIPTION"]))
        assert ", " in str(shared["DESCRIPTION"])

    def test_waits_for_the_end_of_a_session(self):
        """Nobody cooks while running: what is left of the time begins with its end."""
        late = Week.of(tuesday={"runs": ["8 km easy 18:00"]})
        athlete = PLAN.athlete.model_copy(update={"time_zone": "Europe/Berlin"})
        week = plan_week(Plan(athlete=athlete, week=late), first=MONDAY)
        tuesday = week.days[1]
        run = next(one for one in tuesday.timeline if one.kind == "run")
        tasks = [one for one in cooking_tasks((week,), Look()) if one.date == tuesday.date]
        ends = run.minute + run.minutes
        assert tasks[-1].minute >= ends
        assert all(one.minute + one.minutes <= run.minute or one.minute >= ends for one in tasks)

    def test_cooks_before_a_session_what_is_made_ahead(self):
        """A pot after a late run is told to be made between work and the run, and stands there."""
        monday = {"lock": ["dinner=squash-chickpea-curry"], "runs": ["8 km easy 19:10"]}
        who = PLAN.athlete.model_copy(update={"time_zone": "Europe/Berlin", "lunch": "microwave"})
        week = plan_week(Plan(athlete=who, week=Week.of(monday=monday)), first=MONDAY)
        timeline = week.days[0].timeline
        run = next(one for one in timeline if one.kind == "run")
        dinner = next(one for one in timeline if one.name == "dinner")
        assert dinner.preparation.startswith("Make it ahead, between work and the session")
        (task,) = [
            one
            for one in cooking_tasks((week,), Look())
            if one.date == MONDAY and "squash" in one.text
        ]
        assert task.minute + task.minutes == run.minute

    def test_is_on_the_right_side_of_midnight(self):
        """A meal of a night shift after twelve is cooked on the date that it falls on."""
        nights = Week.of(
            **{
                name: {"wake": "15:00", "sleep": "07:00", "runs": ["6 km easy 15:30"]}
                for name in WEEKDAYS
            }
        )
        week = plan_week(Plan(athlete=PLAN.athlete, week=nights), first=MONDAY)
        for task in cooking_tasks((week,), Look()):
            assert 15 * 60 <= task.minute <= 31 * 60

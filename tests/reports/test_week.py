"""A week as a page: the same in every format, and each day's own page behind it."""

import datetime as dt
import json

import pypdfium2
import pytest
from icalendar import Calendar

from fuelcalc import Athlete, Goal, Plan, plan_week, render
from fuelcalc.models.week import WEEKDAYS, Week
from fuelcalc.planning.week.household import plan_household
from fuelcalc.reports.blocks import LineChart
from fuelcalc.reports.look import Look
from fuelcalc.reports.week.charts import carbohydrate_chart, energy_chart
from fuelcalc.reports.week.cooking import cooking_tasks
from fuelcalc.reports.week.page import WeekPage

MONDAY = dt.date(2026, 12, 28)
PLAN = Plan(
    athlete=Athlete.of(name="Ana", sex="female", age=34, mass="62 kg", height="168 cm"),
    goal=Goal(aim="build"),
    week=Week.of(
        tuesday={"runs": ["8 km easy 06:30"], "lifts": ["60 min heavy lower 18:00"]},
        sunday={"runs": ["18 km long 08:00"]},
    ),
)
WEEK = plan_week(PLAN, first=MONDAY, menu=False)


def test_names_its_dates_across_years():
    """The heading says both ends in full where it must."""
    assert WeekPage(WEEK).view(Look(), "page").heading == "28 December 2026 to 3 January 2027"


def test_follows_with_each_day():
    """A guide holds the seven day pages as they are alone."""
    view = WeekPage(WEEK, with_days=True).view(Look(), "page")
    assert view.following[0].heading == "Monday 28 December 2026"
    assert len(view.following) == 7
    page = render(WeekPage(WEEK, with_days=True), "html")
    assert page.count("<h1>") == 8
    ids = [part.partition('"')[0] for part in page.split(' id="')[1:]]
    assert len(ids) == len(set(ids))
    for number in range(1, 8):
        assert f'href="#page-{number}"' in page
        assert f'id="page-{number}"' in page


def test_is_a_pdf_with_a_page_a_day():
    """Overview and seven days, each on its own page."""
    document = pypdfium2.PdfDocument(render(WeekPage(WEEK, with_days=True), "pdf"))
    first = [page.get_textpage().get_text_range().splitlines()[0] for page in document]
    assert [line.split()[0] for line in first[1:]] == [f"{day.date:%A}" for day in WEEK.days]


@pytest.mark.parametrize("unit", ["kcal", "kJ"])
@pytest.mark.parametrize("distance", ["16 km", "19 km", "32 km"])
def test_keeps_its_lines_within_the_frame(distance, unit):
    """Whatever a long run costs, every line, bar and range is drawn inside."""
    days = Week.of(sunday={"runs": [f"{distance} long 08:00"]})
    week = plan_week(Plan(athlete=PLAN.athlete, week=days), first=MONDAY, menu=False)
    page = WeekPage(week, with_days=True).view(Look(energy_unit=unit), "page")
    charts = [chart for view in (page, *page.following) for chart in view.every(LineChart)]
    assert len(charts) == 9
    for chart in charts:
        points = [*chart.line, *chart.limit]
        points += [(bar.left, bar.bottom) for bar in chart.bars]
        points += [(bar.right, bar.top) for bar in chart.bars]
        points += [(one.at, end) for one in chart.ranges for end in (one.low, one.high)]
        assert all(-1e-9 <= place <= 1.0 + 1e-9 for point in points for place in point)


TWELVE = Week.of(
    monday={"runs": ["8 km recovery 06:30"], "lifts": ["60 min heavy lower 18:00"]},
    tuesday={"runs": ["3km + 6x1km @ 3:55/km rec 2min jog + 3km 06:30", "6 km easy 18:00"]},
    wednesday={"runs": ["14 km easy 06:30"], "lifts": ["50 min hypertrophy upper 18:00"]},
    thursday={"runs": ["12 km tempo 06:30"], "other": ["60 min cycling 18:00"]},
    friday={"runs": ["8 km easy 06:30"], "lifts": ["50 min hypertrophy full 18:00"]},
    saturday={"runs": ["12 km easy 08:00"]},
    sunday={"runs": ["30 km long 07:30"]},
)


MUCH_TO_SAY = Week.of(
    monday={"runs": ["6 km easy 06:30"], "lifts": ["60 min heavy upper 18:00"]},
    tuesday={"runs": ["8 km easy 06:30"], "lifts": ["60 min heavy lower 18:00"]},
    wednesday={"runs": ["10 km steady 06:30"], "other": ["40 min yoga 20:00"]},
    thursday={"runs": ["9 km tempo 06:30"], "lifts": ["45 min hypertrophy upper 18:00"]},
    friday={"runs": ["2km + 6x800m @ 4:00/km rec 2min jog + 2km 06:30"]},
    saturday={"lifts": ["60 min heavy full 09:00"], "other": ["60 min cycling 16:00"]},
    sunday={"runs": ["21 km long 08:00"]},
)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize(("days", "found"), [(TWELVE, 5), (MUCH_TO_SAY, 8)])
def test_fits_twelve_sessions_on_its_overview(paper, days, found):
    """Days, dinners, all three charts and every finding stand on one page, the kitchen behind."""
    who = PLAN.athlete.with_(longest_run_30d="18 km")
    week = plan_week(Plan(athlete=who, goal=PLAN.goal, week=days), first=MONDAY)
    assert sum(len(day.energy.sessions) for day in week.days) == 12
    assert len(week.check) >= found
    assert (week.forecast is None) == (days is TWELVE)
    document = pypdfium2.PdfDocument(render(week, "pdf", page=paper))
    first, second = (page.get_textpage().get_text_range() for page in document)
    assert "Carbohydrate" in first
    assert ("Look again at weeks 4, 8 and 12" in first) == (days is MUCH_TO_SAY)
    assert ("Nothing in it is a goal." in first) == (days is MUCH_TO_SAY)
    assert "dinner: " in first
    assert "Grade A: trials." in first
    assert second.startswith("Kitchen")


def test_is_the_same_twice():
    """The same week gives the same bytes."""
    again = plan_week(PLAN, first=MONDAY, menu=False)
    assert render(WEEK, "html") == render(again, "html")
    assert render(WEEK, "pdf") == render(again, "pdf")


@pytest.mark.parametrize("units", ["metric", "us", "uk"])
@pytest.mark.parametrize("width", [40, 80])
def test_keeps_to_the_width(units, width):
    """At 40 columns too, in every reader's units."""
    lines = render(WEEK, units=units, width=width).splitlines()
    assert max(map(len, lines)) <= width


def test_draws_from_zero():
    """The chart's bars begin at nothing, and its line is what is eaten."""
    chart = energy_chart(WEEK, Look())
    assert chart.levels[0].text == "0"
    assert len(chart.bars) == len(chart.line) == 7
    top = float(chart.levels[-1].text.replace(",", ""))
    eaten = [day.intake_kcal for day in WEEK.energy.by_day]
    assert [at * top for _, at in chart.line] == pytest.approx(eaten)
    assert all(0.0 <= bar.top <= 1.0 for bar in chart.bars)


def test_draws_the_range_of_what_is_spent():
    """Each bar's top lies within its range, which is the day's own of nine in ten."""
    chart = energy_chart(WEEK, Look())
    top = float(chart.levels[-1].text.replace(",", ""))
    for bar, span, day in zip(chart.bars, chart.ranges, WEEK.days, strict=True):
        assert bar.left < span.at < bar.right
        assert span.low < bar.top < span.high <= 1.0
        ends = (day.energy.expenditure_low_kcal, day.energy.expenditure_high_kcal)
        assert (span.low * top, span.high * top) == pytest.approx(ends)


def test_draws_carbohydrate_against_what_training_asks_for():
    """The line is each day's target, and no bar is over it; the long run's is the highest."""
    chart = carbohydrate_chart(WEEK)
    top = float(chart.levels[-1].text)
    eaten = [day.targets.carbohydrate_g for day in WEEK.days]
    assert [at * top for _, at in chart.line] == pytest.approx(eaten)
    tops = [bar.top for bar in chart.bars]
    assert all(bar <= at + 1e-9 for bar, (_, at) in zip(tops, chart.line, strict=True))
    assert tops.index(max(tops)) == 6
    # By hand: 3.0 g/kg of 62 kg, with nothing trained.
    assert tops[0] * top == pytest.approx(3.0 * 62.0, abs=1.0)


@pytest.mark.parametrize("fmt", ["text", "markdown", "html", "pdf"])
def test_has_its_charts_in_every_format(fmt):
    """Drawn, or said where nothing is drawn."""
    page = render(WEEK, fmt)
    if fmt == "pdf":
        page = pypdfium2.PdfDocument(page)[0].get_textpage().get_text_range()
    said = "Asked for by training and to eat by day" if fmt == "markdown" else "asked for by train"
    assert said in page
    if fmt == "html":
        # A line with two caps a day, and the legend's own.
        assert page.count('class="whisker"') == 7 + 1


def test_draws_in_letters_what_it_draws():
    """A bar a day; the mark of what is eaten stands where the figure puts it."""
    lines = render(WEEK).splitlines()
    start = next(n for n, line in enumerate(lines) if line.strip().startswith("Mo "))
    drawn = lines[start : start + 7]
    assert [line.split()[0] for line in drawn] == ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    marks = [line.index("█") for line in drawn]
    eaten = [day.intake_kcal for day in WEEK.energy.by_day]
    assert marks.index(max(marks)) == eaten.index(max(eaten))
    assert all(line.index("[") < line.index("█") < line.index("]") for line in drawn)


def test_draws_nothing_that_is_hidden():
    """Where a guard withholds figures there is no chart, and no list of what training asks."""
    hidden = PLAN.athlete.model_copy(update={"conditions": ("eating-disorder",)})
    week = plan_week(PLAN.model_copy(update={"athlete": hidden}), first=MONDAY, menu=False)
    assert week.carbohydrate == ()
    assert "line-chart" not in {
        block.shape
        for section in WeekPage(week).view(Look(), "page").sections
        for block in section.blocks
    }


def test_draws_large_days_too():
    """Levels are further apart where days are large."""
    big = Plan(
        athlete=PLAN.athlete,
        week=Week.of(saturday={"runs": ["100 km race in 12:00:00 06:00"]}),
    )
    chart = energy_chart(plan_week(big, first=MONDAY, menu=False), Look(energy_unit="kJ"))
    assert len(chart.levels) <= 8


def test_says_cautions_with_their_days():
    """What a day cautions of stands on the week, with its day; what informs stays there."""
    hot = Week.of(
        wednesday={"temperature": "34 °C", "runs": ["30 km long 12:00"]},
        friday={"runs": ["5 km easy 07:00"]},
    )
    page = render(plan_week(Plan(athlete=PLAN.athlete, week=hot), first=MONDAY, menu=False))
    assert "Wed 30: " in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "No start was given" not in page


def test_is_json():
    """Days as they are alone, with where they come from, and the week's energy."""
    tree = json.loads(render(WEEK, "json"))
    assert tree["schema"] == "fuelcalc/week/1"
    assert {day["origin"] for day in tree["days"]} == {"repeated"}
    day = json.loads(render(WEEK.days[1], "json"))
    assert {**day, "origin": "repeated"} == tree["days"][1]
    assert tree["energy"]["mode"] == "match"
    assert len(tree["energy"]["by_day"]) == 7


def test_is_rows():
    """One header, and the feedings of all days."""
    rows = render(WEEK, "csv").splitlines()
    assert len({row.partition(",")[0] for row in rows[1:]}) == 7


def test_has_no_plates_for_one():
    """Who eats alone reads the dishes of each day."""
    assert "Plates" not in render(WEEK, "markdown")


def test_says_who_eats_something_else():
    """A person whose hours ask for another dish is not given the shared one's amounts."""
    week = plan_week(PLAN, first=MONDAY)
    other = week.model_copy(
        update={"athlete": Athlete.of(sex="male", age=30, mass="80 kg", height="180 cm")}
    )
    first = other.days[0]
    changed = tuple(
        one.model_copy(update={"dish_id": "another"}) if one.name == "dinner" else one
        for one in first.timeline
    )
    days = (first.model_copy(update={"timeline": changed}), *other.days[1:])
    third = other.model_copy(update={"days": days})
    page = render(WeekPage(week, others=(other, third)), "markdown").partition("## Plates")[2]
    dinner = next(row for row in page.splitlines() if row.startswith("| Mon 28 dinner"))
    assert dinner.count("something else") == 1
    assert "person 2" in page
    assert "person 3" in page


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


def test_dates_what_it_says_of_several_weeks():
    """Which Tuesday it is stands beside its name where there are two."""
    two = plan_week(
        Plan(
            athlete=PLAN.athlete,
            week=Week.of(
                saturday={"lifts": ["60 min heavy lower 18:00"]},
                sunday={"runs": ["24 km long 08:00"]},
            ),
        ),
        first=MONDAY,
        weeks=2,
    )
    page = " ".join(render(two).split())
    assert "Sunday 10 January" in page
    assert "Grade A: trials." in page


@pytest.mark.parametrize("fmt", ["text", "markdown", "html"])
def test_warms_up_what_the_cooking_plan_says(fmt):
    """A page says when its meal was cooked, as the week does, in place of the whole method."""
    week = plan_week(PLAN, first=MONDAY)
    again = [one for of in week.cooking for one in of.again]
    assert again
    page = " ".join(render(WeekPage(week, with_days=True), fmt).split())
    for one in again:
        assert f"Cooked on {one.cooked:%A}: eat it cold, or warm it until it steams." in page
    assert page.count("Cooked on ") == len(again)


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
        own = {"schema", "cooking", "shopping", "others"}
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
        assert [view.title.startswith("Shopping list") for view in views].count(True) == 1


class TestCookingInCalendar:
    """What is cooked, as something to do."""

    def test_ends_when_it_is_eaten(self):
        """Each dish once, before the first meal of it."""
        athlete = PLAN.athlete.model_copy(update={"time_zone": "Europe/Berlin"})
        week = plan_week(PLAN.model_copy(update={"athlete": athlete}), first=MONDAY)
        events = Calendar.from_ical(render(week, "ics")).walk("VEVENT")
        cooked = [one for one in events if str(one["SUMMARY"]).startswith("Cook ")]
        dishes = [dish for day in week.cooking for dish in day.dishes]
        assert len(cooked) == len(dishes)
        for event, dish in zip(cooked, dishes, strict=True):
            assert str(event["SUMMARY"]) == f"Cook {dish.name}"
            eaten = dt.datetime.combine(dish.eaten[0].date, dish.eaten[0].time)
            assert event["DTEND"].dt.replace(tzinfo=None) == eaten
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

"""A week as a page: the same in every format, and each day's own page behind it."""

import json

import pypdfium2
import pytest
from one_week import MONDAY, PLAN, WEEK

from fuelcalc import Athlete, Goal, Plan, plan_week, render
from fuelcalc.models.week import Week
from fuelcalc.reports.blocks import LineChart
from fuelcalc.reports.look import Look
from fuelcalc.reports.week.page import WeekPage


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


def test_says_what_rounding_adds_to_a_week():
    """Seven days that eat alike come to the week to the kcal, and print up to 35 more or less."""
    who = Athlete.of(sex="male", age=33, mass="80 kg", height="183 cm")
    goal = Goal(aim="maintain", protein="160 g", fat="80 g")
    days = Week.of(
        energy="smooth", wednesday={"runs": ["8 km easy 06:30"]}, sunday={"runs": ["20 km long"]}
    )
    found = []
    for mass in range(78, 86):
        plan = Plan(athlete=who.with_(mass=f"{mass} kg"), goal=goal, week=days)
        week = plan_week(plan, first=MONDAY, menu=False)
        assert abs(week.energy.balance_kcal) < 1.0
        (balance,) = (one for one in render(week).splitlines() if one.startswith("  Balance"))
        found.append(balance.split()[1:])
        assert ("0 before each day is rounded" in balance) is (found[-1] != ["0"])
    assert any(len(one) > 1 for one in found)

"""Pages of what a log taught, and of the band of mass."""

import datetime as dt
import sys
from pathlib import Path

import pytest

from fuelcalc import Plan, learn, plan_week, render
from fuelcalc.models.athlete import Goal
from fuelcalc.models.learning import Forecast, ForecastWeek
from fuelcalc.reports.blocks import LineChart
from fuelcalc.reports.learning.charts import band_chart, mass_chart
from fuelcalc.reports.learning.page import LearnPage
from fuelcalc.reports.look import Look
from fuelcalc.reports.render import page_of

sys.path.insert(0, str(Path(__file__).parents[1] / "planning"))
from people_who_log import MAN, log_of

WEEK = {"sunday": {"runs": ["16 km easy 08:00"]}}


def week_of(athlete=MAN, week=WEEK, **goal):
    """A planned week without menus."""
    plan = Plan.of(athlete=athlete, goal=Goal.of(**goal), week=week)
    return plan_week(plan, first=dt.date(2026, 11, 23), menu=False)


def band(n_weeks=12, low=80.0, high=86.0):
    """A band that opens evenly."""
    weeks = tuple(
        ForecastWeek(
            week=n,
            low_kg=82.0 + (low - 82.0) * n / n_weeks,
            high_kg=84.0 + (high - 84.0) * n / n_weeks,
            is_mark=n % 4 == 0,
        )
        for n in range(1, n_weeks + 1)
    )
    return Forecast(
        low_kg=82.0, high_kg=84.0, balance_kcal=(0.0,), expenditure_sd_kcal=200.0,
        is_learned=False, stops_early=False, weeks=weeks,
    )  # fmt: skip


def test_draws_around_the_band_and_nothing_within_it():
    """The outline goes out along the upper end and back along the lower one."""
    chart = band_chart(band(), Look())
    half = len(chart.line) // 2
    upper, lower = chart.line[:half], chart.line[half:-1]
    assert [x for x, _ in upper] == sorted(x for x, _ in upper)
    assert [x for x, _ in lower] == sorted((x for x, _ in lower), reverse=True)
    assert min(y for _, y in upper) > max(y for _, y in lower)
    assert chart.line[0] == chart.line[-1]
    # 80 to 86 kg on levels of a kilogram each.
    assert [level.text for level in chart.levels][:3] == ["80", "81", "82"]
    assert (min(y for _, y in lower), max(y for _, y in upper)) == (0.0, 1.0)


def test_marks_only_when_to_look_again():
    """Below the chart stand now and every fourth week."""
    chart = band_chart(band(), Look())
    assert [(tick.at, tick.text) for tick in chart.ticks] == [
        (0.0, "now"), (pytest.approx(1 / 3), "week 4"), (pytest.approx(2 / 3), "week 8"),
        (1.0, "week 12"),
    ]  # fmt: skip
    assert [tick.text for tick in band_chart(band(3), Look()).ticks] == ["now"]
    assert "after 3 weeks" in band_chart(band(3), Look()).alt


@pytest.mark.parametrize(("units", "unit", "first"), [("us", "lb", "180.8"), ("uk", "lb", "180.8")])
def test_draws_in_the_readers_unit(units, unit, first):
    """82 kg are 180.8 lb; the UK's stones make no axis."""
    chart = band_chart(band(3, low=82.0, high=84.0), Look(units))
    assert chart.unit == unit
    assert first in chart.alt


def test_bars_stay_on_the_chart():
    """Every step of a band, and of a log, lies between its edges."""
    charts = [
        band_chart(band(26, low=40.0, high=150.0), Look()),
        mass_chart(learn(MAN, log_of(42, kg_per_week=-0.5)).by_day, Look()),
    ]
    for chart in charts:
        for bar in chart.bars:
            assert 0.0 <= bar.left < bar.right <= 1.0 + 1e-9
            assert 0.0 <= bar.bottom < bar.top <= 1.0 + 1e-9


def test_a_page_has_its_charts_only_where_it_is_laid_out():
    """Text has the numbers of the marks in a table instead."""
    page = page_of(LearnPage(learn(MAN, log_of()), MAN, band()))
    assert len(list(page.view(Look(), "page").every(LineChart))) == 2
    assert list(page.view(Look(), "text").every(LineChart)) == []


def test_says_that_a_band_stops():
    """Its last week stands in the table, why it stops beside it, and no figure of a limit."""
    found = band(12)
    short = found.model_copy(update={"stops_early": True, "weeks": found.weeks[:6]})
    learned = learn(MAN, log_of())
    text = " ".join(render(LearnPage(learned, MAN, short)).split())
    assert "after 4 weeks" in text
    assert "after 6 weeks" in text
    assert "after 8 weeks" not in text
    assert "It stops there, since further on it would hold masses" in text
    assert "BMI" not in text
    single = found.model_copy(update={"stops_early": True, "weeks": found.weeks[:1]})
    assert "after 1 week " in " ".join(render(LearnPage(learned, MAN, single)).split())
    assert "It stops there" not in render(LearnPage(learned, MAN, found))
    assert "after 6 weeks" in band_chart(short, Look()).alt


@pytest.mark.parametrize(
    ("weeks", "caption"),
    [
        (3, ""),
        (4, "Look again at week 4: the plan is made anew then."),
        (8, "Look again at weeks 4 and 8: the plan is made anew then."),
        (12, "Look again at weeks 4, 8 and 12: the plan is made anew then."),
    ],
)
def test_says_when_to_look_again(weeks, caption):
    """The weeks by their numbers, which stand under the band."""
    assert band_chart(band(weeks), Look()).caption == caption


def test_says_what_an_app_leaves_out():
    """Both numbers stand there: what is spent, and what that is in the log's own kcal."""
    learned = learn(MAN, log_of(56, source="app"))
    text = " ".join(render(LearnPage(learned, MAN)).split())
    assert "In your log's own kcal" in text
    assert "mostly by an app" in text
    weighed = render(LearnPage(learn(MAN, log_of(56, kcal=2900.0)), MAN))
    assert "In your log's own" not in weighed


def test_explains_its_figures():
    """With explain each figure has its equation, inputs, range and source; a short log no line."""
    learned = learn(MAN, log_of(56, source="app"))
    text = " ".join(render(LearnPage(learned, MAN), explain=True, width=80).split())
    for words in ("Kalman filter over mass", "n_mass 56", "reporting_share 0.", "7,700 kcal/kg"):
        assert words in text
    assert "7,700" not in render(LearnPage(learn(MAN, log_of(10)), MAN), explain=True)
    assert "7,700" not in render(LearnPage(learned, MAN))


def test_a_short_log_says_that_equations_stand():
    """Of four days nothing is learned, and no figure of the log's is printed."""
    text = " ".join(render(LearnPage(learn(MAN, log_of(4)), MAN)).split())
    assert "The log is too short to learn from: what equations say stands." in text
    assert "By your log" not in text
    assert "three mornings and five days of eating in its last 14 days" in text


class TestWeek:
    """The band on the page of a week."""

    def test_stands_where_a_balance_is_planned(self):
        """A surplus has a band; a week at balance without a log has none."""
        assert "COMING WEEKS (kg)" in render(week_of(aim="build"))
        assert "COMING WEEKS" not in render(week_of())

    def test_stands_where_something_was_learned(self):
        """Then the band is narrow enough to say something at balance too."""
        learned = learn(MAN, log_of(56, kcal=2900.0)).life
        page = render(week_of(MAN.model_copy(update={"learned": learned})))
        assert "It is as wide as what your log leaves open" in " ".join(page.split())

    @pytest.mark.parametrize(("usual_kcal", "is_shown"), [(1700.0, False), (2600.0, True)])
    def test_is_none_for_who_eats_too_little_now(self, usual_kcal, is_shown):
        """Who is asked to leave the scale for want of energy is shown no band of it."""
        # 30 kcal a kg of 62.5 kg of fat-free mass are 1,875.
        who = MAN.model_copy(update={"usual_intake_kcal": usual_kcal})
        assert (week_of(who, aim="build").forecast is not None) == is_shown

    def test_is_no_matter_of_a_race(self):
        """A week with a race is like no week that follows."""
        race = {"sunday": {"runs": ["half marathon race in 1:45:00 09:00"]}}
        assert week_of(aim="build", week=race).forecast is None

    @pytest.mark.parametrize(
        "change", [{"age": 16.0}, {"conditions": ("missed-periods",)}, {"mass_kg": 55.0}]
    )
    def test_is_left_out_where_it_harms(self, change):
        """A child, signs of too little fuel, and a lean body that does not gain see no mass."""
        week = week_of(MAN.model_copy(update=change))
        assert week.forecast is None
        assert "COMING WEEKS" not in render(week)

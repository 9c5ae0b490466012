"""The charts of a week's page, drawn and in letters."""

import pypdfium2
import pytest
from one_week import MONDAY, PLAN, WEEK

from fuelcalc import Plan, plan_week, render
from fuelcalc.models.week import Week
from fuelcalc.reports.look import Look
from fuelcalc.reports.week.charts import carbohydrate_chart, energy_chart
from fuelcalc.reports.week.page import WeekPage


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

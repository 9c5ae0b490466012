"""The lines of the clock: one amount of fluid on each, and words that fit the hour."""

import guides
import pytest

from fuelcalc import render
from fuelcalc.planning.clock.frame import as_clock
from fuelcalc.reports.day.clock import clock_lines
from fuelcalc.reports.look import Look


@pytest.mark.parametrize("name", ["two-sessions-and-dawn", "race-3h"])
def test_f49_says_one_amount_of_fluid_on_the_move(name):
    """The line says how much is drunk; of the water among its foods there is no second amount."""
    plan = guides.planned(name)
    lines, _ = clock_lines(plan, Look())
    found = [
        (entry, line)
        for entry, line in zip(plan.timeline, lines[1:], strict=True)
        if entry.kind == "during" and any(item.food_id == "water" for item in entry.items)
    ]
    assert found
    for entry, line in found:
        assert line.drink
        assert [food.text for food in line.foods if "water" in food.text] == ["water"]
        assert any(item.food_id == "water" and item.grams > 0.0 for item in entry.items)


def test_f49_has_no_breakfast_in_the_evening():
    """Who works at night reads of a first meal, on the clock, in the chart and in the notes."""
    plan = guides.planned("night-shift-in-kilojoules")
    first = next(entry for entry in plan.timeline if entry.name == "breakfast")
    assert as_clock(first.minute) == "15:25"
    for fmt in ("text", "markdown", "html", "json"):
        page = render(plan, fmt)
        assert "first meal" in page
        assert '"label": "breakfast' not in page
    assert "breakfast" not in render(plan, "text")
